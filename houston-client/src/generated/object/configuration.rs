// Made by `cargo xtask codegen`: run it again instead of editing.

use crate::runtime as rt;
/// What one AU, the unit that deployments are sized in, stands for.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct AstroUnit {
    /// Database connections that one unit gives in fact.
    pub actual_conns: ::core::option::Option<::core::primitive::f64>,
    /// Database connections that one unit gives to Airflow.
    pub airflow_conns: ::core::option::Option<::core::primitive::f64>,
    /// Millicores of one unit; 100 by default.
    pub cpu: ::core::option::Option<::core::primitive::i32>,
    /// MiB of one unit; 384 by default.
    pub memory: ::core::option::Option<::core::primitive::i32>,
    /// Pods that one unit allows.
    pub pods: ::core::option::Option<::core::primitive::f64>,
    /// Price of one unit.
    pub price: ::core::option::Option<::core::primitive::f64>,
}
impl rt::Object for AstroUnit {
    type Scope = super::super::object::AstroUnit;
    type Slots = (
        ::core::option::Option<::core::option::Option<::core::primitive::f64>>,
        ::core::option::Option<::core::option::Option<::core::primitive::f64>>,
        ::core::option::Option<::core::option::Option<::core::primitive::i32>>,
        ::core::option::Option<::core::option::Option<::core::primitive::i32>>,
        ::core::option::Option<::core::option::Option<::core::primitive::f64>>,
        ::core::option::Option<::core::option::Option<::core::primitive::f64>>,
    );
    const KEYS: &'static [&'static ::core::primitive::str] = &[
        "actualConns",
        "airflowConns",
        "cpu",
        "memory",
        "pods",
        "price",
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
            actual_conns: rt::missing_key(slots.0, 0)?,
            airflow_conns: rt::missing_key(slots.1, 1)?,
            cpu: rt::missing_key(slots.2, 2)?,
            memory: rt::missing_key(slots.3, 3)?,
            pods: rt::missing_key(slots.4, 4)?,
            price: rt::missing_key(slots.5, 5)?,
        })
    }
    fn serialize<M: rt::SerializeMap>(
        &self,
        map: &mut M,
    ) -> ::core::result::Result<(), M::Error> {
        map.serialize_entry("actualConns", &self.actual_conns)?;
        map.serialize_entry("airflowConns", &self.airflow_conns)?;
        map.serialize_entry("cpu", &self.cpu)?;
        map.serialize_entry("memory", &self.memory)?;
        map.serialize_entry("pods", &self.pods)?;
        map.serialize_entry("price", &self.price)?;
        ::core::result::Result::Ok(())
    }
}
rt::object_type! {
    AstroUnit
}
pub mod astro_unit {
    //! The fields of [`AstroUnit`](super::AstroUnit), to select from.
    use super::rt;
    /// Database connections that one unit gives in fact.
    pub const actual_conns: rt::Leaf<
        super::super::super::object::AstroUnit,
        ::core::option::Option<::core::primitive::f64>,
    > = rt::Leaf::new("actualConns");
    /// Database connections that one unit gives to Airflow.
    pub const airflow_conns: rt::Leaf<
        super::super::super::object::AstroUnit,
        ::core::option::Option<::core::primitive::f64>,
    > = rt::Leaf::new("airflowConns");
    /// Millicores of one unit; 100 by default.
    pub const cpu: rt::Leaf<
        super::super::super::object::AstroUnit,
        ::core::option::Option<::core::primitive::i32>,
    > = rt::Leaf::new("cpu");
    /// MiB of one unit; 384 by default.
    pub const memory: rt::Leaf<
        super::super::super::object::AstroUnit,
        ::core::option::Option<::core::primitive::i32>,
    > = rt::Leaf::new("memory");
    /// Pods that one unit allows.
    pub const pods: rt::Leaf<
        super::super::super::object::AstroUnit,
        ::core::option::Option<::core::primitive::f64>,
    > = rt::Leaf::new("pods");
    /// Price of one unit.
    pub const price: rt::Leaf<
        super::super::super::object::AstroUnit,
        ::core::option::Option<::core::primitive::f64>,
    > = rt::Leaf::new("price");
    /// The name of the object's type.
    pub const typename: rt::Leaf<super::AstroUnit, ::std::string::String> = rt::Leaf::new(
        "__typename",
    );
}
/// Computing power of a container.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct ContainerResources {
    /// In millicores: 1000 is one CPU.
    pub cpu: ::core::option::Option<::core::primitive::i32>,
    /// In MiB.
    pub memory: ::core::option::Option<::core::primitive::i32>,
}
impl rt::Object for ContainerResources {
    type Scope = super::super::object::ContainerResources;
    type Slots = (
        ::core::option::Option<::core::option::Option<::core::primitive::i32>>,
        ::core::option::Option<::core::option::Option<::core::primitive::i32>>,
    );
    const KEYS: &'static [&'static ::core::primitive::str] = &["cpu", "memory"];
    fn take<'de, A: rt::MapAccess<'de>>(
        slots: &mut Self::Slots,
        index: ::core::primitive::usize,
        map: &mut A,
    ) -> ::core::result::Result<(), A::Error> {
        match index {
            0 => slots.0 = ::core::option::Option::Some(map.next_value()?),
            1 => slots.1 = ::core::option::Option::Some(map.next_value()?),
            _ => {}
        }
        ::core::result::Result::Ok(())
    }
    fn finish(
        slots: Self::Slots,
    ) -> ::core::result::Result<Self, ::core::primitive::usize> {
        ::core::result::Result::Ok(Self {
            cpu: rt::missing_key(slots.0, 0)?,
            memory: rt::missing_key(slots.1, 1)?,
        })
    }
    fn serialize<M: rt::SerializeMap>(
        &self,
        map: &mut M,
    ) -> ::core::result::Result<(), M::Error> {
        map.serialize_entry("cpu", &self.cpu)?;
        map.serialize_entry("memory", &self.memory)?;
        ::core::result::Result::Ok(())
    }
}
rt::object_type! {
    ContainerResources
}
pub mod container_resources {
    //! The fields of [`ContainerResources`](super::ContainerResources), to select from.
    use super::rt;
    /// In millicores: 1000 is one CPU.
    pub const cpu: rt::Leaf<
        super::super::super::object::ContainerResources,
        ::core::option::Option<::core::primitive::i32>,
    > = rt::Leaf::new("cpu");
    /// In MiB.
    pub const memory: rt::Leaf<
        super::super::super::object::ContainerResources,
        ::core::option::Option<::core::primitive::i32>,
    > = rt::Leaf::new("memory");
    /// The name of the object's type.
    pub const typename: rt::Leaf<super::ContainerResources, ::std::string::String> = rt::Leaf::new(
        "__typename",
    );
}
/// Defaults, limits and images that the platform has for deployments.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct DeploymentConfig {
    /// Chart version that new deployments get.
    pub default_airflow_chart_version: ::core::option::Option<::std::string::String>,
    /// Default sizes of the components, as JSON.
    pub defaults: ::core::option::Option<rt::Value>,
    /// Executors on offer, with the components of each, as JSON.
    pub executors: ::core::option::Option<rt::Value>,
    /// Largest sizes of the components, as JSON.
    pub limits: ::core::option::Option<rt::Value>,
    /// Whether the platform collects logs.
    pub logging_enabled: ::core::option::Option<::core::primitive::bool>,
    /// Advertised ceiling of extra AU; 0.16 does not enforce it.
    pub max_extra_au: ::core::option::Option<::core::primitive::i32>,
    /// Whether all deployments share one namespace.
    pub single_namespace: ::core::option::Option<::core::primitive::bool>,
}
impl rt::Object for DeploymentConfig {
    type Scope = super::super::object::DeploymentConfig;
    type Slots = (
        ::core::option::Option<::core::option::Option<::std::string::String>>,
        ::core::option::Option<::core::option::Option<rt::Value>>,
        ::core::option::Option<::core::option::Option<rt::Value>>,
        ::core::option::Option<::core::option::Option<rt::Value>>,
        ::core::option::Option<::core::option::Option<::core::primitive::bool>>,
        ::core::option::Option<::core::option::Option<::core::primitive::i32>>,
        ::core::option::Option<::core::option::Option<::core::primitive::bool>>,
    );
    const KEYS: &'static [&'static ::core::primitive::str] = &[
        "defaultAirflowChartVersion",
        "defaults",
        "executors",
        "limits",
        "loggingEnabled",
        "maxExtraAu",
        "singleNamespace",
    ];
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
            2 => {
                slots.2 = ::core::option::Option::Some(
                    <rt::Json as rt::Read<_>>::read(map)?,
                );
            }
            3 => {
                slots.3 = ::core::option::Option::Some(
                    <rt::Json as rt::Read<_>>::read(map)?,
                );
            }
            4 => slots.4 = ::core::option::Option::Some(map.next_value()?),
            5 => slots.5 = ::core::option::Option::Some(map.next_value()?),
            6 => slots.6 = ::core::option::Option::Some(map.next_value()?),
            _ => {}
        }
        ::core::result::Result::Ok(())
    }
    fn finish(
        slots: Self::Slots,
    ) -> ::core::result::Result<Self, ::core::primitive::usize> {
        ::core::result::Result::Ok(Self {
            default_airflow_chart_version: rt::missing_key(slots.0, 0)?,
            defaults: rt::missing_key(slots.1, 1)?,
            executors: rt::missing_key(slots.2, 2)?,
            limits: rt::missing_key(slots.3, 3)?,
            logging_enabled: rt::missing_key(slots.4, 4)?,
            max_extra_au: rt::missing_key(slots.5, 5)?,
            single_namespace: rt::missing_key(slots.6, 6)?,
        })
    }
    fn serialize<M: rt::SerializeMap>(
        &self,
        map: &mut M,
    ) -> ::core::result::Result<(), M::Error> {
        map.serialize_entry(
            "defaultAirflowChartVersion",
            &self.default_airflow_chart_version,
        )?;
        map.serialize_entry("defaults", &self.defaults)?;
        map.serialize_entry("executors", &self.executors)?;
        map.serialize_entry("limits", &self.limits)?;
        map.serialize_entry("loggingEnabled", &self.logging_enabled)?;
        map.serialize_entry("maxExtraAu", &self.max_extra_au)?;
        map.serialize_entry("singleNamespace", &self.single_namespace)?;
        ::core::result::Result::Ok(())
    }
}
rt::object_type! {
    DeploymentConfig
}
pub mod deployment_config {
    //! The fields of [`DeploymentConfig`](super::DeploymentConfig), to select from.
    use super::rt;
    /// Images that a deployment may start from.
    pub const airflow_images: rt::Edge<
        super::super::super::object::DeploymentConfig,
        super::super::super::object::AirflowImage,
        rt::Opt<rt::List<rt::One>>,
    > = rt::Edge::new("airflowImages");
    /// Airflow versions on offer, as JSON.
    pub const airflow_versions: rt::Leaf<
        super::super::super::object::DeploymentConfig,
        ::core::option::Option<rt::Value>,
        rt::Json,
    > = rt::Leaf::json("airflowVersions");
    /// What one AU stands for.
    pub const astro_unit: rt::Edge<
        super::super::super::object::DeploymentConfig,
        super::super::super::object::AstroUnit,
        rt::Opt<rt::One>,
    > = rt::Edge::new("astroUnit");
    /// Chart version that new deployments get.
    pub const default_airflow_chart_version: rt::Leaf<
        super::super::super::object::DeploymentConfig,
        ::core::option::Option<::std::string::String>,
    > = rt::Leaf::new("defaultAirflowChartVersion");
    /// Image tag that new deployments get.
    pub const default_airflow_image_tag: rt::Leaf<
        super::super::super::object::DeploymentConfig,
        ::core::option::Option<::std::string::String>,
    > = rt::Leaf::new("defaultAirflowImageTag");
    /// Default sizes of the components, as JSON.
    pub const defaults: rt::Leaf<
        super::super::super::object::DeploymentConfig,
        ::core::option::Option<rt::Value>,
        rt::Json,
    > = rt::Leaf::json("defaults");
    /// Executors on offer, with the components of each, as JSON.
    pub const executors: rt::Leaf<
        super::super::super::object::DeploymentConfig,
        ::core::option::Option<rt::Value>,
        rt::Json,
    > = rt::Leaf::json("executors");
    /// Newest version of the chart that the platform knows.
    #[deprecated(
        note = "Superseded: defaultAirflowChartVersion says what new deployments get."
    )]
    pub const latest_version: rt::Leaf<
        super::super::super::object::DeploymentConfig,
        ::core::option::Option<::std::string::String>,
    > = rt::Leaf::new("latestVersion");
    /// Largest sizes of the components, as JSON.
    pub const limits: rt::Leaf<
        super::super::super::object::DeploymentConfig,
        ::core::option::Option<rt::Value>,
        rt::Json,
    > = rt::Leaf::json("limits");
    /// Whether the platform collects logs.
    pub const logging_enabled: rt::Leaf<
        super::super::super::object::DeploymentConfig,
        ::core::option::Option<::core::primitive::bool>,
    > = rt::Leaf::new("loggingEnabled");
    /// Advertised ceiling of extra AU; 0.16 does not enforce it.
    pub const max_extra_au: rt::Leaf<
        super::super::super::object::DeploymentConfig,
        ::core::option::Option<::core::primitive::i32>,
    > = rt::Leaf::new("maxExtraAu");
    /// Whether all deployments share one namespace.
    pub const single_namespace: rt::Leaf<
        super::super::super::object::DeploymentConfig,
        ::core::option::Option<::core::primitive::bool>,
    > = rt::Leaf::new("singleNamespace");
    /// The name of the object's type.
    pub const typename: rt::Leaf<super::DeploymentConfig, ::std::string::String> = rt::Leaf::new(
        "__typename",
    );
}
/// An environment variable of a deployment.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct EnvironmentVariable {
    /// Whether the value is hidden.
    pub is_secret: ::core::option::Option<::core::primitive::bool>,
    /// Name of the variable.
    pub key: ::core::option::Option<::std::string::String>,
    /// Value; always empty for a secret.
    pub value: ::core::option::Option<::std::string::String>,
}
impl rt::Object for EnvironmentVariable {
    type Scope = super::super::object::EnvironmentVariable;
    type Slots = (
        ::core::option::Option<::core::option::Option<::core::primitive::bool>>,
        ::core::option::Option<::core::option::Option<::std::string::String>>,
        ::core::option::Option<::core::option::Option<::std::string::String>>,
    );
    const KEYS: &'static [&'static ::core::primitive::str] = &[
        "isSecret",
        "key",
        "value",
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
            _ => {}
        }
        ::core::result::Result::Ok(())
    }
    fn finish(
        slots: Self::Slots,
    ) -> ::core::result::Result<Self, ::core::primitive::usize> {
        ::core::result::Result::Ok(Self {
            is_secret: rt::missing_key(slots.0, 0)?,
            key: rt::missing_key(slots.1, 1)?,
            value: rt::missing_key(slots.2, 2)?,
        })
    }
    fn serialize<M: rt::SerializeMap>(
        &self,
        map: &mut M,
    ) -> ::core::result::Result<(), M::Error> {
        map.serialize_entry("isSecret", &self.is_secret)?;
        map.serialize_entry("key", &self.key)?;
        map.serialize_entry("value", &self.value)?;
        ::core::result::Result::Ok(())
    }
}
rt::object_type! {
    EnvironmentVariable
}
pub mod environment_variable {
    //! The fields of [`EnvironmentVariable`](super::EnvironmentVariable), to select from.
    use super::rt;
    /// Whether the value is hidden.
    pub const is_secret: rt::Leaf<
        super::super::super::object::EnvironmentVariable,
        ::core::option::Option<::core::primitive::bool>,
    > = rt::Leaf::new("isSecret");
    /// Name of the variable.
    pub const key: rt::Leaf<
        super::super::super::object::EnvironmentVariable,
        ::core::option::Option<::std::string::String>,
    > = rt::Leaf::new("key");
    /// Value; always empty for a secret.
    pub const value: rt::Leaf<
        super::super::super::object::EnvironmentVariable,
        ::core::option::Option<::std::string::String>,
    > = rt::Leaf::new("value");
    /// The name of the object's type.
    pub const typename: rt::Leaf<super::EnvironmentVariable, ::std::string::String> = rt::Leaf::new(
        "__typename",
    );
}
/// How many replicas a component may have.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct ReplicaLimits {
    /// Replicas if none are asked for.
    pub default: ::core::option::Option<::core::primitive::i32>,
    /// Most replicas.
    pub limit: ::core::option::Option<::core::primitive::i32>,
    /// Oldest Airflow version that allows more than one.
    pub min_airflow_version: ::core::option::Option<::std::string::String>,
    /// Fewest replicas.
    pub minimum: ::core::option::Option<::core::primitive::i32>,
}
impl rt::Object for ReplicaLimits {
    type Scope = super::super::object::ReplicaLimits;
    type Slots = (
        ::core::option::Option<::core::option::Option<::core::primitive::i32>>,
        ::core::option::Option<::core::option::Option<::core::primitive::i32>>,
        ::core::option::Option<::core::option::Option<::std::string::String>>,
        ::core::option::Option<::core::option::Option<::core::primitive::i32>>,
    );
    const KEYS: &'static [&'static ::core::primitive::str] = &[
        "default",
        "limit",
        "minAirflowVersion",
        "minimum",
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
            _ => {}
        }
        ::core::result::Result::Ok(())
    }
    fn finish(
        slots: Self::Slots,
    ) -> ::core::result::Result<Self, ::core::primitive::usize> {
        ::core::result::Result::Ok(Self {
            default: rt::missing_key(slots.0, 0)?,
            limit: rt::missing_key(slots.1, 1)?,
            min_airflow_version: rt::missing_key(slots.2, 2)?,
            minimum: rt::missing_key(slots.3, 3)?,
        })
    }
    fn serialize<M: rt::SerializeMap>(
        &self,
        map: &mut M,
    ) -> ::core::result::Result<(), M::Error> {
        map.serialize_entry("default", &self.default)?;
        map.serialize_entry("limit", &self.limit)?;
        map.serialize_entry("minAirflowVersion", &self.min_airflow_version)?;
        map.serialize_entry("minimum", &self.minimum)?;
        ::core::result::Result::Ok(())
    }
}
rt::object_type! {
    ReplicaLimits
}
pub mod replica_limits {
    //! The fields of [`ReplicaLimits`](super::ReplicaLimits), to select from.
    use super::rt;
    /// Replicas if none are asked for.
    pub const default: rt::Leaf<
        super::super::super::object::ReplicaLimits,
        ::core::option::Option<::core::primitive::i32>,
    > = rt::Leaf::new("default");
    /// Most replicas.
    pub const limit: rt::Leaf<
        super::super::super::object::ReplicaLimits,
        ::core::option::Option<::core::primitive::i32>,
    > = rt::Leaf::new("limit");
    /// Oldest Airflow version that allows more than one.
    pub const min_airflow_version: rt::Leaf<
        super::super::super::object::ReplicaLimits,
        ::core::option::Option<::std::string::String>,
    > = rt::Leaf::new("minAirflowVersion");
    /// Fewest replicas.
    pub const minimum: rt::Leaf<
        super::super::super::object::ReplicaLimits,
        ::core::option::Option<::core::primitive::i32>,
    > = rt::Leaf::new("minimum");
    /// The name of the object's type.
    pub const typename: rt::Leaf<super::ReplicaLimits, ::std::string::String> = rt::Leaf::new(
        "__typename",
    );
}
/// Computing power of a component.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct ResourcesLimits {
    /// The name of the object's type.
    pub typename: ::std::string::String,
}
impl rt::Object for ResourcesLimits {
    type Scope = super::super::object::ResourcesLimits;
    type Slots = (::core::option::Option<::std::string::String>,);
    const KEYS: &'static [&'static ::core::primitive::str] = &["__typename"];
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
            typename: rt::missing_key(slots.0, 0)?,
        })
    }
    fn serialize<M: rt::SerializeMap>(
        &self,
        map: &mut M,
    ) -> ::core::result::Result<(), M::Error> {
        map.serialize_entry("__typename", &self.typename)?;
        ::core::result::Result::Ok(())
    }
}
rt::object_type! {
    ResourcesLimits
}
pub mod resources_limits {
    //! The fields of [`ResourcesLimits`](super::ResourcesLimits), to select from.
    use super::rt;
    /// What it may use at most.
    pub const limits: rt::Edge<
        super::super::super::object::ResourcesLimits,
        super::super::super::object::ContainerResources,
        rt::Opt<rt::One>,
    > = rt::Edge::new("limits");
    /// What it is promised.
    pub const requests: rt::Edge<
        super::super::super::object::ResourcesLimits,
        super::super::super::object::ContainerResources,
        rt::Opt<rt::One>,
    > = rt::Edge::new("requests");
    /// The name of the object's type.
    pub const typename: rt::Leaf<super::ResourcesLimits, ::std::string::String> = rt::Leaf::new(
        "__typename",
    );
}
/// Size of the Airflow scheduler.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct SchedulerConfig {
    /// The name of the object's type.
    pub typename: ::std::string::String,
}
impl rt::Object for SchedulerConfig {
    type Scope = super::super::object::SchedulerConfig;
    type Slots = (::core::option::Option<::std::string::String>,);
    const KEYS: &'static [&'static ::core::primitive::str] = &["__typename"];
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
            typename: rt::missing_key(slots.0, 0)?,
        })
    }
    fn serialize<M: rt::SerializeMap>(
        &self,
        map: &mut M,
    ) -> ::core::result::Result<(), M::Error> {
        map.serialize_entry("__typename", &self.typename)?;
        ::core::result::Result::Ok(())
    }
}
rt::object_type! {
    SchedulerConfig
}
pub mod scheduler_config {
    //! The fields of [`SchedulerConfig`](super::SchedulerConfig), to select from.
    use super::rt;
    /// How many schedulers there may be.
    pub const replicas: rt::Edge<
        super::super::super::object::SchedulerConfig,
        super::super::super::object::ReplicaLimits,
        rt::Opt<rt::One>,
    > = rt::Edge::new("replicas");
    /// Cpu in millicores and memory in MiB.
    pub const resources: rt::Edge<
        super::super::super::object::SchedulerConfig,
        super::super::super::object::ResourcesLimits,
        rt::Opt<rt::One>,
    > = rt::Edge::new("resources");
    /// The name of the object's type.
    pub const typename: rt::Leaf<super::SchedulerConfig, ::std::string::String> = rt::Leaf::new(
        "__typename",
    );
}
/// Size of the Airflow webserver.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct WebserverConfig {
    /// Whether the webserver runs the platform's own Airflow image.
    pub use_default_airflow_image: ::core::option::Option<::core::primitive::bool>,
}
impl rt::Object for WebserverConfig {
    type Scope = super::super::object::WebserverConfig;
    type Slots = (
        ::core::option::Option<::core::option::Option<::core::primitive::bool>>,
    );
    const KEYS: &'static [&'static ::core::primitive::str] = &["useDefaultAirflowImage"];
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
            use_default_airflow_image: rt::missing_key(slots.0, 0)?,
        })
    }
    fn serialize<M: rt::SerializeMap>(
        &self,
        map: &mut M,
    ) -> ::core::result::Result<(), M::Error> {
        map.serialize_entry("useDefaultAirflowImage", &self.use_default_airflow_image)?;
        ::core::result::Result::Ok(())
    }
}
rt::object_type! {
    WebserverConfig
}
pub mod webserver_config {
    //! The fields of [`WebserverConfig`](super::WebserverConfig), to select from.
    use super::rt;
    /// Cpu in millicores and memory in MiB.
    pub const resources: rt::Edge<
        super::super::super::object::WebserverConfig,
        super::super::super::object::ResourcesLimits,
        rt::Opt<rt::One>,
    > = rt::Edge::new("resources");
    /// Whether the webserver runs the platform's own Airflow image.
    pub const use_default_airflow_image: rt::Leaf<
        super::super::super::object::WebserverConfig,
        ::core::option::Option<::core::primitive::bool>,
    > = rt::Leaf::new("useDefaultAirflowImage");
    /// The name of the object's type.
    pub const typename: rt::Leaf<super::WebserverConfig, ::std::string::String> = rt::Leaf::new(
        "__typename",
    );
}
/// Number and size of the Celery workers.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct WorkersConfig {
    /// Number of workers.
    pub replicas: ::core::option::Option<::core::primitive::i32>,
    /// Time in seconds that running tasks get before a worker is stopped.
    pub termination_grace_period_seconds: ::core::option::Option<::core::primitive::i32>,
}
impl rt::Object for WorkersConfig {
    type Scope = super::super::object::WorkersConfig;
    type Slots = (
        ::core::option::Option<::core::option::Option<::core::primitive::i32>>,
        ::core::option::Option<::core::option::Option<::core::primitive::i32>>,
    );
    const KEYS: &'static [&'static ::core::primitive::str] = &[
        "replicas",
        "terminationGracePeriodSeconds",
    ];
    fn take<'de, A: rt::MapAccess<'de>>(
        slots: &mut Self::Slots,
        index: ::core::primitive::usize,
        map: &mut A,
    ) -> ::core::result::Result<(), A::Error> {
        match index {
            0 => slots.0 = ::core::option::Option::Some(map.next_value()?),
            1 => slots.1 = ::core::option::Option::Some(map.next_value()?),
            _ => {}
        }
        ::core::result::Result::Ok(())
    }
    fn finish(
        slots: Self::Slots,
    ) -> ::core::result::Result<Self, ::core::primitive::usize> {
        ::core::result::Result::Ok(Self {
            replicas: rt::missing_key(slots.0, 0)?,
            termination_grace_period_seconds: rt::missing_key(slots.1, 1)?,
        })
    }
    fn serialize<M: rt::SerializeMap>(
        &self,
        map: &mut M,
    ) -> ::core::result::Result<(), M::Error> {
        map.serialize_entry("replicas", &self.replicas)?;
        map.serialize_entry(
            "terminationGracePeriodSeconds",
            &self.termination_grace_period_seconds,
        )?;
        ::core::result::Result::Ok(())
    }
}
rt::object_type! {
    WorkersConfig
}
pub mod workers_config {
    //! The fields of [`WorkersConfig`](super::WorkersConfig), to select from.
    use super::rt;
    /// Number of workers.
    pub const replicas: rt::Leaf<
        super::super::super::object::WorkersConfig,
        ::core::option::Option<::core::primitive::i32>,
    > = rt::Leaf::new("replicas");
    /// Cpu in millicores and memory in MiB, for each worker.
    pub const resources: rt::Edge<
        super::super::super::object::WorkersConfig,
        super::super::super::object::ResourcesLimits,
        rt::Opt<rt::One>,
    > = rt::Edge::new("resources");
    /// Time in seconds that running tasks get before a worker is stopped.
    pub const termination_grace_period_seconds: rt::Leaf<
        super::super::super::object::WorkersConfig,
        ::core::option::Option<::core::primitive::i32>,
    > = rt::Leaf::new("terminationGracePeriodSeconds");
    /// The name of the object's type.
    pub const typename: rt::Leaf<super::WorkersConfig, ::std::string::String> = rt::Leaf::new(
        "__typename",
    );
}
