// Made by `cargo xtask codegen`: run it again instead of editing.

use crate::runtime as rt;
/// One log record.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct DeploymentLog {
    /// Part of the deployment that wrote it.
    pub component: ::core::option::Option<::std::string::String>,
    /// Id of the record.
    pub id: ::core::option::Option<::std::string::String>,
    /// Severity; through 0.16 always null.
    pub level: ::core::option::Option<::std::string::String>,
    /// The text.
    pub message: ::core::option::Option<::std::string::String>,
    /// Release name of the deployment.
    pub release: ::core::option::Option<::std::string::String>,
    /// When it was written: ISO 8601, on some servers epoch milliseconds.
    pub timestamp: ::core::option::Option<::std::string::String>,
}
impl rt::Object for DeploymentLog {
    type Scope = super::super::object::DeploymentLog;
    type Slots = (
        ::core::option::Option<::core::option::Option<::std::string::String>>,
        ::core::option::Option<::core::option::Option<::std::string::String>>,
        ::core::option::Option<::core::option::Option<::std::string::String>>,
        ::core::option::Option<::core::option::Option<::std::string::String>>,
        ::core::option::Option<::core::option::Option<::std::string::String>>,
        ::core::option::Option<::core::option::Option<::std::string::String>>,
    );
    const KEYS: &'static [&'static ::core::primitive::str] = &[
        "component",
        "id",
        "level",
        "message",
        "release",
        "timestamp",
    ];
    fn take<'de, A: rt::MapAccess<'de>>(
        slots: &mut Self::Slots,
        index: ::core::primitive::usize,
        map: &mut A,
    ) -> ::core::result::Result<(), A::Error> {
        match index {
            0 => slots.0 = ::core::option::Option::Some(map.next_value()?),
            1 => slots.1 = ::core::option::Option::Some(map.next_value()?),
            2 => slots.2 = ::core::option::Option::Some(map.next_value()?),
            3 => slots.3 = ::core::option::Option::Some(map.next_value()?),
            4 => slots.4 = ::core::option::Option::Some(map.next_value()?),
            5 => slots.5 = ::core::option::Option::Some(map.next_value()?),
            _ => {}
        }
        ::core::result::Result::Ok(())
    }
    fn finish(
        slots: Self::Slots,
    ) -> ::core::result::Result<Self, ::core::primitive::usize> {
        ::core::result::Result::Ok(Self {
            component: rt::missing_key(slots.0, 0)?,
            id: rt::missing_key(slots.1, 1)?,
            level: rt::missing_key(slots.2, 2)?,
            message: rt::missing_key(slots.3, 3)?,
            release: rt::missing_key(slots.4, 4)?,
            timestamp: rt::missing_key(slots.5, 5)?,
        })
    }
    fn serialize<M: rt::SerializeMap>(
        &self,
        map: &mut M,
    ) -> ::core::result::Result<(), M::Error> {
        map.serialize_entry("component", &self.component)?;
        map.serialize_entry("id", &self.id)?;
        map.serialize_entry("level", &self.level)?;
        map.serialize_entry("message", &self.message)?;
        map.serialize_entry("release", &self.release)?;
        map.serialize_entry("timestamp", &self.timestamp)?;
        ::core::result::Result::Ok(())
    }
}
rt::object_type! {
    DeploymentLog
}
pub mod deployment_log {
    //! The fields of [`DeploymentLog`](super::DeploymentLog), to select from.
    use super::rt;
    /// Part of the deployment that wrote it.
    pub const component: rt::Leaf<
        super::super::super::object::DeploymentLog,
        ::core::option::Option<::std::string::String>,
    > = rt::Leaf::new("component");
    /// Id of the record.
    pub const id: rt::Leaf<
        super::super::super::object::DeploymentLog,
        ::core::option::Option<::std::string::String>,
    > = rt::Leaf::new("id");
    /// Severity; through 0.16 always null.
    pub const level: rt::Leaf<
        super::super::super::object::DeploymentLog,
        ::core::option::Option<::std::string::String>,
    > = rt::Leaf::new("level");
    /// The text.
    pub const message: rt::Leaf<
        super::super::super::object::DeploymentLog,
        ::core::option::Option<::std::string::String>,
    > = rt::Leaf::new("message");
    /// Release name of the deployment.
    pub const release: rt::Leaf<
        super::super::super::object::DeploymentLog,
        ::core::option::Option<::std::string::String>,
    > = rt::Leaf::new("release");
    /// When it was written: ISO 8601, on some servers epoch milliseconds.
    pub const timestamp: rt::Leaf<
        super::super::super::object::DeploymentLog,
        ::core::option::Option<::std::string::String>,
    > = rt::Leaf::new("timestamp");
    /// The name of the object's type.
    pub const typename: rt::Leaf<super::DeploymentLog, ::std::string::String> = rt::Leaf::new(
        "__typename",
    );
}
/// A measured series; no operation of this version returns it.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct DeploymentMetric {
    /// What was measured.
    pub label: ::core::option::Option<::std::string::String>,
    /// The samples as JSON.
    pub result: ::core::option::Option<rt::Value>,
}
impl rt::Object for DeploymentMetric {
    type Scope = super::super::object::DeploymentMetric;
    type Slots = (
        ::core::option::Option<::core::option::Option<::std::string::String>>,
        ::core::option::Option<::core::option::Option<rt::Value>>,
    );
    const KEYS: &'static [&'static ::core::primitive::str] = &["label", "result"];
    fn take<'de, A: rt::MapAccess<'de>>(
        slots: &mut Self::Slots,
        index: ::core::primitive::usize,
        map: &mut A,
    ) -> ::core::result::Result<(), A::Error> {
        match index {
            0 => slots.0 = ::core::option::Option::Some(map.next_value()?),
            1 => {
                slots.1 = ::core::option::Option::Some(
                    <rt::Json as rt::Read<_>>::read(map)?,
                );
            }
            _ => {}
        }
        ::core::result::Result::Ok(())
    }
    fn finish(
        slots: Self::Slots,
    ) -> ::core::result::Result<Self, ::core::primitive::usize> {
        ::core::result::Result::Ok(Self {
            label: rt::missing_key(slots.0, 0)?,
            result: rt::missing_key(slots.1, 1)?,
        })
    }
    fn serialize<M: rt::SerializeMap>(
        &self,
        map: &mut M,
    ) -> ::core::result::Result<(), M::Error> {
        map.serialize_entry("label", &self.label)?;
        map.serialize_entry("result", &self.result)?;
        ::core::result::Result::Ok(())
    }
}
rt::object_type! {
    DeploymentMetric
}
pub mod deployment_metric {
    //! The fields of [`DeploymentMetric`](super::DeploymentMetric), to select from.
    use super::rt;
    /// What was measured.
    pub const label: rt::Leaf<
        super::super::super::object::DeploymentMetric,
        ::core::option::Option<::std::string::String>,
    > = rt::Leaf::new("label");
    /// The samples as JSON.
    pub const result: rt::Leaf<
        super::super::super::object::DeploymentMetric,
        ::core::option::Option<rt::Value>,
        rt::Json,
    > = rt::Leaf::json("result");
    /// The name of the object's type.
    pub const typename: rt::Leaf<super::DeploymentMetric, ::std::string::String> = rt::Leaf::new(
        "__typename",
    );
}
/// Health of a deployment.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct DeploymentStatus {
    /// The state.
    pub status: ::core::option::Option<super::super::enums::DeploymentStatusType>,
}
impl rt::Object for DeploymentStatus {
    type Scope = super::super::object::DeploymentStatus;
    type Slots = (
        ::core::option::Option<
            ::core::option::Option<super::super::enums::DeploymentStatusType>,
        >,
    );
    const KEYS: &'static [&'static ::core::primitive::str] = &["status"];
    fn take<'de, A: rt::MapAccess<'de>>(
        slots: &mut Self::Slots,
        index: ::core::primitive::usize,
        map: &mut A,
    ) -> ::core::result::Result<(), A::Error> {
        match index {
            0 => slots.0 = ::core::option::Option::Some(map.next_value()?),
            _ => {}
        }
        ::core::result::Result::Ok(())
    }
    fn finish(
        slots: Self::Slots,
    ) -> ::core::result::Result<Self, ::core::primitive::usize> {
        ::core::result::Result::Ok(Self {
            status: rt::missing_key(slots.0, 0)?,
        })
    }
    fn serialize<M: rt::SerializeMap>(
        &self,
        map: &mut M,
    ) -> ::core::result::Result<(), M::Error> {
        map.serialize_entry("status", &self.status)?;
        ::core::result::Result::Ok(())
    }
}
rt::object_type! {
    DeploymentStatus
}
pub mod deployment_status {
    //! The fields of [`DeploymentStatus`](super::DeploymentStatus), to select from.
    use super::rt;
    /// The state.
    pub const status: rt::Leaf<
        super::super::super::object::DeploymentStatus,
        ::core::option::Option<super::super::super::enums::DeploymentStatusType>,
    > = rt::Leaf::new("status");
    /// The name of the object's type.
    pub const typename: rt::Leaf<super::DeploymentStatus, ::std::string::String> = rt::Leaf::new(
        "__typename",
    );
}
/// A measured series of a deployment.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Metric {
    /// What was measured.
    pub label: ::core::option::Option<::std::string::String>,
    /// The samples as JSON.
    pub result: ::core::option::Option<rt::Value>,
}
impl rt::Object for Metric {
    type Scope = super::super::object::Metric;
    type Slots = (
        ::core::option::Option<::core::option::Option<::std::string::String>>,
        ::core::option::Option<::core::option::Option<rt::Value>>,
    );
    const KEYS: &'static [&'static ::core::primitive::str] = &["label", "result"];
    fn take<'de, A: rt::MapAccess<'de>>(
        slots: &mut Self::Slots,
        index: ::core::primitive::usize,
        map: &mut A,
    ) -> ::core::result::Result<(), A::Error> {
        match index {
            0 => slots.0 = ::core::option::Option::Some(map.next_value()?),
            1 => {
                slots.1 = ::core::option::Option::Some(
                    <rt::Json as rt::Read<_>>::read(map)?,
                );
            }
            _ => {}
        }
        ::core::result::Result::Ok(())
    }
    fn finish(
        slots: Self::Slots,
    ) -> ::core::result::Result<Self, ::core::primitive::usize> {
        ::core::result::Result::Ok(Self {
            label: rt::missing_key(slots.0, 0)?,
            result: rt::missing_key(slots.1, 1)?,
        })
    }
    fn serialize<M: rt::SerializeMap>(
        &self,
        map: &mut M,
    ) -> ::core::result::Result<(), M::Error> {
        map.serialize_entry("label", &self.label)?;
        map.serialize_entry("result", &self.result)?;
        ::core::result::Result::Ok(())
    }
}
rt::object_type! {
    Metric
}
pub mod metric {
    //! The fields of [`Metric`](super::Metric), to select from.
    use super::rt;
    /// What was measured.
    pub const label: rt::Leaf<
        super::super::super::object::Metric,
        ::core::option::Option<::std::string::String>,
    > = rt::Leaf::new("label");
    /// The samples as JSON.
    pub const result: rt::Leaf<
        super::super::super::object::Metric,
        ::core::option::Option<rt::Value>,
        rt::Json,
    > = rt::Leaf::json("result");
    /// The name of the object's type.
    pub const typename: rt::Leaf<super::Metric, ::std::string::String> = rt::Leaf::new(
        "__typename",
    );
}
