// Made by `cargo xtask codegen`: run it again instead of editing.

use crate::runtime as rt;
use super::super::{argument, enums, input, object, required, scalar};
/// One log record.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct DeploymentLog {
    /// Component of the deployment that wrote it.
    pub component: rt::Option<rt::String>,
    /// Id of the record.
    pub id: rt::Option<rt::String>,
    /// Severity. Through 0.16, always null.
    pub level: rt::Option<rt::String>,
    /// The text.
    pub message: rt::Option<rt::String>,
    /// Release name of the deployment.
    pub release: rt::Option<rt::String>,
    /// When it was written: ISO 8601, or epoch milliseconds on some servers.
    pub timestamp: rt::Option<rt::String>,
}
impl rt::Object for DeploymentLog {
    type Scope = object::DeploymentLog;
    type Values = (
        rt::Option<rt::String>,
        rt::Option<rt::String>,
        rt::Option<rt::String>,
        rt::Option<rt::String>,
        rt::Option<rt::String>,
        rt::Option<rt::String>,
    );
    const KEYS: &'static [&'static rt::str] = &[
        "component",
        "id",
        "level",
        "message",
        "release",
        "timestamp",
    ];
    fn new((component, id, level, message, release, timestamp): Self::Values) -> Self {
        Self {
            component,
            id,
            level,
            message,
            release,
            timestamp,
        }
    }
    fn serialize<M: rt::SerializeMap>(&self, map: &mut M) -> rt::Result<(), M::Error> {
        rt::serialize_entries(
            Self::KEYS,
            &(
                &self.component,
                &self.id,
                &self.level,
                &self.message,
                &self.release,
                &self.timestamp,
            ),
            map,
        )
    }
}
rt::object_type! {
    DeploymentLog
}
pub mod deployment_log {
    //! The fields of [`DeploymentLog`](super::DeploymentLog), to select from.
    use super::{argument, enums, input, object, required, rt, scalar};
    /// Component of the deployment that wrote it.
    pub const component: rt::Leaf<object::DeploymentLog, rt::Option<rt::String>> = rt::Leaf::new(
        "component",
    );
    /// Id of the record.
    pub const id: rt::Leaf<object::DeploymentLog, rt::Option<rt::String>> = rt::Leaf::new(
        "id",
    );
    /// Severity. Through 0.16, always null.
    pub const level: rt::Leaf<object::DeploymentLog, rt::Option<rt::String>> = rt::Leaf::new(
        "level",
    );
    /// The text.
    pub const message: rt::Leaf<object::DeploymentLog, rt::Option<rt::String>> = rt::Leaf::new(
        "message",
    );
    /// Release name of the deployment.
    pub const release: rt::Leaf<object::DeploymentLog, rt::Option<rt::String>> = rt::Leaf::new(
        "release",
    );
    /// When it was written: ISO 8601, or epoch milliseconds on some servers.
    pub const timestamp: rt::Leaf<object::DeploymentLog, rt::Option<rt::String>> = rt::Leaf::new(
        "timestamp",
    );
    /// The name of the object's type.
    pub const typename: rt::Leaf<super::DeploymentLog, rt::String> = rt::Leaf::new(
        "__typename",
    );
}
/// A series of measurements; no operation of this version returns it.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct DeploymentMetric {
    /// Name of the measurement.
    pub label: rt::Option<rt::String>,
    /// The samples as JSON.
    pub result: rt::Option<rt::Value>,
}
impl rt::Object for DeploymentMetric {
    type Scope = object::DeploymentMetric;
    type Values = (rt::Option<rt::String>, rt::AnyJson<rt::Option<rt::Value>>);
    const KEYS: &'static [&'static rt::str] = &["label", "result"];
    fn new((label, rt::AnyJson(result)): Self::Values) -> Self {
        Self { label, result }
    }
    fn serialize<M: rt::SerializeMap>(&self, map: &mut M) -> rt::Result<(), M::Error> {
        rt::serialize_entries(Self::KEYS, &(&self.label, &self.result), map)
    }
}
rt::object_type! {
    DeploymentMetric
}
pub mod deployment_metric {
    //! The fields of [`DeploymentMetric`](super::DeploymentMetric), to select from.
    use super::{argument, enums, input, object, required, rt, scalar};
    /// Name of the measurement.
    pub const label: rt::Leaf<object::DeploymentMetric, rt::Option<rt::String>> = rt::Leaf::new(
        "label",
    );
    /// The samples as JSON.
    pub const result: rt::Leaf<
        object::DeploymentMetric,
        rt::Option<rt::Value>,
        rt::Json,
    > = rt::Leaf::json("result");
    /// The name of the object's type.
    pub const typename: rt::Leaf<super::DeploymentMetric, rt::String> = rt::Leaf::new(
        "__typename",
    );
}
/// Health of a deployment.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct DeploymentStatus {
    /// The state.
    pub status: rt::Option<enums::DeploymentStatusType>,
}
impl rt::Object for DeploymentStatus {
    type Scope = object::DeploymentStatus;
    type Values = (rt::Option<enums::DeploymentStatusType>,);
    const KEYS: &'static [&'static rt::str] = &["status"];
    fn new((status,): Self::Values) -> Self {
        Self { status }
    }
    fn serialize<M: rt::SerializeMap>(&self, map: &mut M) -> rt::Result<(), M::Error> {
        rt::serialize_entries(Self::KEYS, &(&self.status,), map)
    }
}
rt::object_type! {
    DeploymentStatus
}
pub mod deployment_status {
    //! The fields of [`DeploymentStatus`](super::DeploymentStatus), to select from.
    use super::{argument, enums, input, object, required, rt, scalar};
    /// The state.
    pub const status: rt::Leaf<
        object::DeploymentStatus,
        rt::Option<enums::DeploymentStatusType>,
    > = rt::Leaf::new("status");
    /// The name of the object's type.
    pub const typename: rt::Leaf<super::DeploymentStatus, rt::String> = rt::Leaf::new(
        "__typename",
    );
}
/// A series of measurements of a deployment.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Metric {
    /// Name of the measurement.
    pub label: rt::Option<rt::String>,
    /// The samples as JSON.
    pub result: rt::Option<rt::Value>,
}
impl rt::Object for Metric {
    type Scope = object::Metric;
    type Values = (rt::Option<rt::String>, rt::AnyJson<rt::Option<rt::Value>>);
    const KEYS: &'static [&'static rt::str] = &["label", "result"];
    fn new((label, rt::AnyJson(result)): Self::Values) -> Self {
        Self { label, result }
    }
    fn serialize<M: rt::SerializeMap>(&self, map: &mut M) -> rt::Result<(), M::Error> {
        rt::serialize_entries(Self::KEYS, &(&self.label, &self.result), map)
    }
}
rt::object_type! {
    Metric
}
pub mod metric {
    //! The fields of [`Metric`](super::Metric), to select from.
    use super::{argument, enums, input, object, required, rt, scalar};
    /// Name of the measurement.
    pub const label: rt::Leaf<object::Metric, rt::Option<rt::String>> = rt::Leaf::new(
        "label",
    );
    /// The samples as JSON.
    pub const result: rt::Leaf<object::Metric, rt::Option<rt::Value>, rt::Json> = rt::Leaf::json(
        "result",
    );
    /// The name of the object's type.
    pub const typename: rt::Leaf<super::Metric, rt::String> = rt::Leaf::new(
        "__typename",
    );
}
