// Made by `cargo xtask codegen`: run it again instead of editing.

use crate::runtime as rt;
use super::super::{argument, enums, input, object, required, scalar};
/// Size of one AU, the unit of a deployment's size.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct AstroUnit {
    /// Actual database connections per unit.
    pub actual_conns: rt::Option<rt::f64>,
    /// Database connections for Airflow per unit.
    pub airflow_conns: rt::Option<rt::f64>,
    /// Millicores per unit; 100 by default.
    pub cpu: rt::Option<rt::i32>,
    /// MiB per unit; 384 by default.
    pub memory: rt::Option<rt::i32>,
    /// Pods per unit.
    pub pods: rt::Option<rt::f64>,
    /// Price per unit.
    pub price: rt::Option<rt::f64>,
}
impl rt::Object for AstroUnit {
    type Scope = object::AstroUnit;
    type Values = (
        rt::Option<rt::f64>,
        rt::Option<rt::f64>,
        rt::Option<rt::i32>,
        rt::Option<rt::i32>,
        rt::Option<rt::f64>,
        rt::Option<rt::f64>,
    );
    const KEYS: &'static [&'static rt::str] = &[
        "actualConns",
        "airflowConns",
        "cpu",
        "memory",
        "pods",
        "price",
    ];
    fn new(
        (actual_conns, airflow_conns, cpu, memory, pods, price): Self::Values,
    ) -> Self {
        Self {
            actual_conns,
            airflow_conns,
            cpu,
            memory,
            pods,
            price,
        }
    }
    fn serialize<M: rt::SerializeMap>(&self, map: &mut M) -> rt::Result<(), M::Error> {
        rt::serialize_entries(
            Self::KEYS,
            &(
                &self.actual_conns,
                &self.airflow_conns,
                &self.cpu,
                &self.memory,
                &self.pods,
                &self.price,
            ),
            map,
        )
    }
}
rt::object_type! {
    AstroUnit
}
pub mod astro_unit {
    //! The fields of [`AstroUnit`](super::AstroUnit), to select from.
    use super::{argument, enums, input, object, required, rt, scalar};
    /// Actual database connections per unit.
    pub const actual_conns: rt::Leaf<object::AstroUnit, rt::Option<rt::f64>> = rt::Leaf::new(
        "actualConns",
    );
    /// Database connections for Airflow per unit.
    pub const airflow_conns: rt::Leaf<object::AstroUnit, rt::Option<rt::f64>> = rt::Leaf::new(
        "airflowConns",
    );
    /// Millicores per unit; 100 by default.
    pub const cpu: rt::Leaf<object::AstroUnit, rt::Option<rt::i32>> = rt::Leaf::new(
        "cpu",
    );
    /// MiB per unit; 384 by default.
    pub const memory: rt::Leaf<object::AstroUnit, rt::Option<rt::i32>> = rt::Leaf::new(
        "memory",
    );
    /// Pods per unit.
    pub const pods: rt::Leaf<object::AstroUnit, rt::Option<rt::f64>> = rt::Leaf::new(
        "pods",
    );
    /// Price per unit.
    pub const price: rt::Leaf<object::AstroUnit, rt::Option<rt::f64>> = rt::Leaf::new(
        "price",
    );
    /// The name of the object's type.
    pub const typename: rt::Leaf<super::AstroUnit, rt::String> = rt::Leaf::new(
        "__typename",
    );
}
/// CPU and memory of a container.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct ContainerResources {
    /// In millicores: 1000 is one CPU.
    pub cpu: rt::Option<rt::i32>,
    /// In MiB.
    pub memory: rt::Option<rt::i32>,
}
impl rt::Object for ContainerResources {
    type Scope = object::ContainerResources;
    type Values = (rt::Option<rt::i32>, rt::Option<rt::i32>);
    const KEYS: &'static [&'static rt::str] = &["cpu", "memory"];
    fn new((cpu, memory): Self::Values) -> Self {
        Self { cpu, memory }
    }
    fn serialize<M: rt::SerializeMap>(&self, map: &mut M) -> rt::Result<(), M::Error> {
        rt::serialize_entries(Self::KEYS, &(&self.cpu, &self.memory), map)
    }
}
rt::object_type! {
    ContainerResources
}
pub mod container_resources {
    //! The fields of [`ContainerResources`](super::ContainerResources), to select from.
    use super::{argument, enums, input, object, required, rt, scalar};
    /// In millicores: 1000 is one CPU.
    pub const cpu: rt::Leaf<object::ContainerResources, rt::Option<rt::i32>> = rt::Leaf::new(
        "cpu",
    );
    /// In MiB.
    pub const memory: rt::Leaf<object::ContainerResources, rt::Option<rt::i32>> = rt::Leaf::new(
        "memory",
    );
    /// The name of the object's type.
    pub const typename: rt::Leaf<super::ContainerResources, rt::String> = rt::Leaf::new(
        "__typename",
    );
}
/// Defaults, limits and images for deployments on the platform.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct DeploymentConfig {
    /// Chart version that new deployments get.
    pub default_airflow_chart_version: rt::Option<rt::String>,
    /// Default sizes of the components, as JSON.
    pub defaults: rt::Option<rt::Value>,
    /// Available executors, with the components of each, as JSON.
    pub executors: rt::Option<rt::Value>,
    /// Maximum sizes of the components, as JSON.
    pub limits: rt::Option<rt::Value>,
    /// Whether the platform collects logs.
    pub logging_enabled: rt::Option<rt::bool>,
    /// Advertised maximum of extra AU; 0.16 does not enforce it.
    pub max_extra_au: rt::Option<rt::i32>,
    /// Whether all deployments share one namespace.
    pub single_namespace: rt::Option<rt::bool>,
}
impl rt::Object for DeploymentConfig {
    type Scope = object::DeploymentConfig;
    type Values = (
        rt::Option<rt::String>,
        rt::AnyJson<rt::Option<rt::Value>>,
        rt::AnyJson<rt::Option<rt::Value>>,
        rt::AnyJson<rt::Option<rt::Value>>,
        rt::Option<rt::bool>,
        rt::Option<rt::i32>,
        rt::Option<rt::bool>,
    );
    const KEYS: &'static [&'static rt::str] = &[
        "defaultAirflowChartVersion",
        "defaults",
        "executors",
        "limits",
        "loggingEnabled",
        "maxExtraAu",
        "singleNamespace",
    ];
    fn new(
        (
            default_airflow_chart_version,
            rt::AnyJson(defaults),
            rt::AnyJson(executors),
            rt::AnyJson(limits),
            logging_enabled,
            max_extra_au,
            single_namespace,
        ): Self::Values,
    ) -> Self {
        Self {
            default_airflow_chart_version,
            defaults,
            executors,
            limits,
            logging_enabled,
            max_extra_au,
            single_namespace,
        }
    }
    fn serialize<M: rt::SerializeMap>(&self, map: &mut M) -> rt::Result<(), M::Error> {
        rt::serialize_entries(
            Self::KEYS,
            &(
                &self.default_airflow_chart_version,
                &self.defaults,
                &self.executors,
                &self.limits,
                &self.logging_enabled,
                &self.max_extra_au,
                &self.single_namespace,
            ),
            map,
        )
    }
}
rt::object_type! {
    DeploymentConfig
}
pub mod deployment_config {
    //! The fields of [`DeploymentConfig`](super::DeploymentConfig), to select from.
    use super::{argument, enums, input, object, required, rt, scalar};
    /// Images that a deployment can start from.
    pub const airflow_images: rt::Edge<
        object::DeploymentConfig,
        object::AirflowImage,
        rt::Opt<rt::List<rt::One>>,
    > = rt::Edge::new("airflowImages");
    /// Available Airflow versions, as JSON.
    pub const airflow_versions: rt::Leaf<
        object::DeploymentConfig,
        rt::Option<rt::Value>,
        rt::Json,
    > = rt::Leaf::json("airflowVersions");
    /// Size of one AU.
    pub const astro_unit: rt::Edge<
        object::DeploymentConfig,
        object::AstroUnit,
        rt::Opt<rt::One>,
    > = rt::Edge::new("astroUnit");
    /// Chart version that new deployments get.
    pub const default_airflow_chart_version: rt::Leaf<
        object::DeploymentConfig,
        rt::Option<rt::String>,
    > = rt::Leaf::new("defaultAirflowChartVersion");
    /// Image tag that new deployments get.
    pub const default_airflow_image_tag: rt::Leaf<
        object::DeploymentConfig,
        rt::Option<rt::String>,
    > = rt::Leaf::new("defaultAirflowImageTag");
    /// Default sizes of the components, as JSON.
    pub const defaults: rt::Leaf<
        object::DeploymentConfig,
        rt::Option<rt::Value>,
        rt::Json,
    > = rt::Leaf::json("defaults");
    /// Available executors, with the components of each, as JSON.
    pub const executors: rt::Leaf<
        object::DeploymentConfig,
        rt::Option<rt::Value>,
        rt::Json,
    > = rt::Leaf::json("executors");
    /// Newest version of the chart on the platform.
    #[deprecated(
        note = "Superseded: defaultAirflowChartVersion says what new deployments get."
    )]
    pub const latest_version: rt::Leaf<
        object::DeploymentConfig,
        rt::Option<rt::String>,
    > = rt::Leaf::new("latestVersion");
    /// Maximum sizes of the components, as JSON.
    pub const limits: rt::Leaf<
        object::DeploymentConfig,
        rt::Option<rt::Value>,
        rt::Json,
    > = rt::Leaf::json("limits");
    /// Whether the platform collects logs.
    pub const logging_enabled: rt::Leaf<
        object::DeploymentConfig,
        rt::Option<rt::bool>,
    > = rt::Leaf::new("loggingEnabled");
    /// Advertised maximum of extra AU; 0.16 does not enforce it.
    pub const max_extra_au: rt::Leaf<object::DeploymentConfig, rt::Option<rt::i32>> = rt::Leaf::new(
        "maxExtraAu",
    );
    /// Whether all deployments share one namespace.
    pub const single_namespace: rt::Leaf<
        object::DeploymentConfig,
        rt::Option<rt::bool>,
    > = rt::Leaf::new("singleNamespace");
    /// The name of the object's type.
    pub const typename: rt::Leaf<super::DeploymentConfig, rt::String> = rt::Leaf::new(
        "__typename",
    );
}
/// An environment variable of a deployment.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct EnvironmentVariable {
    /// Whether the value is hidden.
    pub is_secret: rt::Option<rt::bool>,
    /// Name of the variable.
    pub key: rt::Option<rt::String>,
    /// Value; always empty for a secret.
    pub value: rt::Option<rt::String>,
}
impl rt::Object for EnvironmentVariable {
    type Scope = object::EnvironmentVariable;
    type Values = (rt::Option<rt::bool>, rt::Option<rt::String>, rt::Option<rt::String>);
    const KEYS: &'static [&'static rt::str] = &["isSecret", "key", "value"];
    fn new((is_secret, key, value): Self::Values) -> Self {
        Self { is_secret, key, value }
    }
    fn serialize<M: rt::SerializeMap>(&self, map: &mut M) -> rt::Result<(), M::Error> {
        rt::serialize_entries(
            Self::KEYS,
            &(&self.is_secret, &self.key, &self.value),
            map,
        )
    }
}
rt::object_type! {
    EnvironmentVariable
}
pub mod environment_variable {
    //! The fields of [`EnvironmentVariable`](super::EnvironmentVariable), to select from.
    use super::{argument, enums, input, object, required, rt, scalar};
    /// Whether the value is hidden.
    pub const is_secret: rt::Leaf<object::EnvironmentVariable, rt::Option<rt::bool>> = rt::Leaf::new(
        "isSecret",
    );
    /// Name of the variable.
    pub const key: rt::Leaf<object::EnvironmentVariable, rt::Option<rt::String>> = rt::Leaf::new(
        "key",
    );
    /// Value; always empty for a secret.
    pub const value: rt::Leaf<object::EnvironmentVariable, rt::Option<rt::String>> = rt::Leaf::new(
        "value",
    );
    /// The name of the object's type.
    pub const typename: rt::Leaf<super::EnvironmentVariable, rt::String> = rt::Leaf::new(
        "__typename",
    );
}
/// Limits for the number of replicas of a component.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct ReplicaLimits {
    /// Default number of replicas.
    pub default: rt::Option<rt::i32>,
    /// Maximum number of replicas.
    pub limit: rt::Option<rt::i32>,
    /// Minimum Airflow version for more than one.
    pub min_airflow_version: rt::Option<rt::String>,
    /// Minimum number of replicas.
    pub minimum: rt::Option<rt::i32>,
}
impl rt::Object for ReplicaLimits {
    type Scope = object::ReplicaLimits;
    type Values = (
        rt::Option<rt::i32>,
        rt::Option<rt::i32>,
        rt::Option<rt::String>,
        rt::Option<rt::i32>,
    );
    const KEYS: &'static [&'static rt::str] = &[
        "default",
        "limit",
        "minAirflowVersion",
        "minimum",
    ];
    fn new((default, limit, min_airflow_version, minimum): Self::Values) -> Self {
        Self {
            default,
            limit,
            min_airflow_version,
            minimum,
        }
    }
    fn serialize<M: rt::SerializeMap>(&self, map: &mut M) -> rt::Result<(), M::Error> {
        rt::serialize_entries(
            Self::KEYS,
            &(&self.default, &self.limit, &self.min_airflow_version, &self.minimum),
            map,
        )
    }
}
rt::object_type! {
    ReplicaLimits
}
pub mod replica_limits {
    //! The fields of [`ReplicaLimits`](super::ReplicaLimits), to select from.
    use super::{argument, enums, input, object, required, rt, scalar};
    /// Default number of replicas.
    pub const default: rt::Leaf<object::ReplicaLimits, rt::Option<rt::i32>> = rt::Leaf::new(
        "default",
    );
    /// Maximum number of replicas.
    pub const limit: rt::Leaf<object::ReplicaLimits, rt::Option<rt::i32>> = rt::Leaf::new(
        "limit",
    );
    /// Minimum Airflow version for more than one.
    pub const min_airflow_version: rt::Leaf<
        object::ReplicaLimits,
        rt::Option<rt::String>,
    > = rt::Leaf::new("minAirflowVersion");
    /// Minimum number of replicas.
    pub const minimum: rt::Leaf<object::ReplicaLimits, rt::Option<rt::i32>> = rt::Leaf::new(
        "minimum",
    );
    /// The name of the object's type.
    pub const typename: rt::Leaf<super::ReplicaLimits, rt::String> = rt::Leaf::new(
        "__typename",
    );
}
/// CPU and memory of a component.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct ResourcesLimits {
    /// The name of the object's type.
    pub typename: rt::String,
}
impl rt::Object for ResourcesLimits {
    type Scope = object::ResourcesLimits;
    type Values = (rt::String,);
    const KEYS: &'static [&'static rt::str] = &["__typename"];
    fn new((typename,): Self::Values) -> Self {
        Self { typename }
    }
    fn serialize<M: rt::SerializeMap>(&self, map: &mut M) -> rt::Result<(), M::Error> {
        rt::serialize_entries(Self::KEYS, &(&self.typename,), map)
    }
}
rt::object_type! {
    ResourcesLimits
}
pub mod resources_limits {
    //! The fields of [`ResourcesLimits`](super::ResourcesLimits), to select from.
    use super::{argument, enums, input, object, required, rt, scalar};
    /// Maximum CPU and memory.
    pub const limits: rt::Edge<
        object::ResourcesLimits,
        object::ContainerResources,
        rt::Opt<rt::One>,
    > = rt::Edge::new("limits");
    /// Guaranteed CPU and memory.
    pub const requests: rt::Edge<
        object::ResourcesLimits,
        object::ContainerResources,
        rt::Opt<rt::One>,
    > = rt::Edge::new("requests");
    /// The name of the object's type.
    pub const typename: rt::Leaf<super::ResourcesLimits, rt::String> = rt::Leaf::new(
        "__typename",
    );
}
/// Size of the Airflow scheduler.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct SchedulerConfig {
    /// The name of the object's type.
    pub typename: rt::String,
}
impl rt::Object for SchedulerConfig {
    type Scope = object::SchedulerConfig;
    type Values = (rt::String,);
    const KEYS: &'static [&'static rt::str] = &["__typename"];
    fn new((typename,): Self::Values) -> Self {
        Self { typename }
    }
    fn serialize<M: rt::SerializeMap>(&self, map: &mut M) -> rt::Result<(), M::Error> {
        rt::serialize_entries(Self::KEYS, &(&self.typename,), map)
    }
}
rt::object_type! {
    SchedulerConfig
}
pub mod scheduler_config {
    //! The fields of [`SchedulerConfig`](super::SchedulerConfig), to select from.
    use super::{argument, enums, input, object, required, rt, scalar};
    /// Limits for the number of schedulers.
    pub const replicas: rt::Edge<
        object::SchedulerConfig,
        object::ReplicaLimits,
        rt::Opt<rt::One>,
    > = rt::Edge::new("replicas");
    /// Cpu in millicores and memory in MiB.
    pub const resources: rt::Edge<
        object::SchedulerConfig,
        object::ResourcesLimits,
        rt::Opt<rt::One>,
    > = rt::Edge::new("resources");
    /// The name of the object's type.
    pub const typename: rt::Leaf<super::SchedulerConfig, rt::String> = rt::Leaf::new(
        "__typename",
    );
}
/// Size of the Airflow webserver.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct WebserverConfig {
    /// Whether the webserver runs the platform's own Airflow image.
    pub use_default_airflow_image: rt::Option<rt::bool>,
}
impl rt::Object for WebserverConfig {
    type Scope = object::WebserverConfig;
    type Values = (rt::Option<rt::bool>,);
    const KEYS: &'static [&'static rt::str] = &["useDefaultAirflowImage"];
    fn new((use_default_airflow_image,): Self::Values) -> Self {
        Self { use_default_airflow_image }
    }
    fn serialize<M: rt::SerializeMap>(&self, map: &mut M) -> rt::Result<(), M::Error> {
        rt::serialize_entries(Self::KEYS, &(&self.use_default_airflow_image,), map)
    }
}
rt::object_type! {
    WebserverConfig
}
pub mod webserver_config {
    //! The fields of [`WebserverConfig`](super::WebserverConfig), to select from.
    use super::{argument, enums, input, object, required, rt, scalar};
    /// Cpu in millicores and memory in MiB.
    pub const resources: rt::Edge<
        object::WebserverConfig,
        object::ResourcesLimits,
        rt::Opt<rt::One>,
    > = rt::Edge::new("resources");
    /// Whether the webserver runs the platform's own Airflow image.
    pub const use_default_airflow_image: rt::Leaf<
        object::WebserverConfig,
        rt::Option<rt::bool>,
    > = rt::Leaf::new("useDefaultAirflowImage");
    /// The name of the object's type.
    pub const typename: rt::Leaf<super::WebserverConfig, rt::String> = rt::Leaf::new(
        "__typename",
    );
}
/// Number and size of the Celery workers.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct WorkersConfig {
    /// Number of workers.
    pub replicas: rt::Option<rt::i32>,
    /// Time that running tasks have to finish before a worker stops, in seconds.
    pub termination_grace_period_seconds: rt::Option<rt::i32>,
}
impl rt::Object for WorkersConfig {
    type Scope = object::WorkersConfig;
    type Values = (rt::Option<rt::i32>, rt::Option<rt::i32>);
    const KEYS: &'static [&'static rt::str] = &[
        "replicas",
        "terminationGracePeriodSeconds",
    ];
    fn new((replicas, termination_grace_period_seconds): Self::Values) -> Self {
        Self {
            replicas,
            termination_grace_period_seconds,
        }
    }
    fn serialize<M: rt::SerializeMap>(&self, map: &mut M) -> rt::Result<(), M::Error> {
        rt::serialize_entries(
            Self::KEYS,
            &(&self.replicas, &self.termination_grace_period_seconds),
            map,
        )
    }
}
rt::object_type! {
    WorkersConfig
}
pub mod workers_config {
    //! The fields of [`WorkersConfig`](super::WorkersConfig), to select from.
    use super::{argument, enums, input, object, required, rt, scalar};
    /// Number of workers.
    pub const replicas: rt::Leaf<object::WorkersConfig, rt::Option<rt::i32>> = rt::Leaf::new(
        "replicas",
    );
    /// Cpu in millicores and memory in MiB, for each worker.
    pub const resources: rt::Edge<
        object::WorkersConfig,
        object::ResourcesLimits,
        rt::Opt<rt::One>,
    > = rt::Edge::new("resources");
    /// Time that running tasks have to finish before a worker stops, in seconds.
    pub const termination_grace_period_seconds: rt::Leaf<
        object::WorkersConfig,
        rt::Option<rt::i32>,
    > = rt::Leaf::new("terminationGracePeriodSeconds");
    /// The name of the object's type.
    pub const typename: rt::Leaf<super::WorkersConfig, rt::String> = rt::Leaf::new(
        "__typename",
    );
}
