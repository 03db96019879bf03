// Made by `cargo xtask codegen`: run it again instead of editing.

use crate::runtime as rt;
use super::super::{argument, enums, input, object, required, scalar};
/// An environment variable to set.
pub fn input_environment_variable() -> InputEnvironmentVariable {
    InputEnvironmentVariable(rt::Builder::new())
}
/// An environment variable to set.
#[derive(Clone, Debug)]
#[must_use]
pub struct InputEnvironmentVariable(rt::Builder<()>);
impl InputEnvironmentVariable {
    /// Whether to hide the value. A hidden value cannot be read back.
    ///
    /// `isSecret: Boolean`
    pub fn is_secret(self, value: impl rt::IntoArgument<rt::bool>) -> Self {
        Self(self.0.with("isSecret", "Boolean", value))
    }
    /// Sends null for `isSecret`: not the same as not sending it.
    pub fn is_secret_null(self) -> Self {
        Self(self.0.null("isSecret", "Boolean"))
    }
    /// As [`is_secret`](Self::is_secret), when there is a value.
    pub fn maybe_is_secret(
        self,
        value: rt::Option<impl rt::IntoArgument<rt::bool>>,
    ) -> Self {
        Self(self.0.maybe("isSecret", "Boolean", value))
    }
    /// Upper-case letters, digits and underscores; must not start with a digit. Some `AIRFLOW__` names are reserved.
    ///
    /// `key: String`
    pub fn key(self, value: impl rt::IntoArgument<rt::String>) -> Self {
        Self(self.0.with("key", "String", value))
    }
    /// Sends null for `key`: not the same as not sending it.
    pub fn key_null(self) -> Self {
        Self(self.0.null("key", "String"))
    }
    /// As [`key`](Self::key), when there is a value.
    pub fn maybe_key(
        self,
        value: rt::Option<impl rt::IntoArgument<rt::String>>,
    ) -> Self {
        Self(self.0.maybe("key", "String", value))
    }
    /// Value, as text. An empty value for a secret keeps the stored value.
    ///
    /// `value: String`
    pub fn value(self, value: impl rt::IntoArgument<rt::String>) -> Self {
        Self(self.0.with("value", "String", value))
    }
    /// Sends null for `value`: not the same as not sending it.
    pub fn value_null(self) -> Self {
        Self(self.0.null("value", "String"))
    }
    /// As [`value`](Self::value), when there is a value.
    pub fn maybe_value(
        self,
        value: rt::Option<impl rt::IntoArgument<rt::String>>,
    ) -> Self {
        Self(self.0.maybe("value", "String", value))
    }
}
impl rt::IntoArgument<InputEnvironmentVariable> for InputEnvironmentVariable {
    fn into_argument(self) -> rt::Value {
        self.0.into_object()
    }
}
/// Maximum CPU and memory of a container.
pub fn limits() -> Limits {
    Limits(rt::Builder::new())
}
/// Maximum CPU and memory of a container.
#[derive(Clone, Debug)]
#[must_use]
pub struct Limits(rt::Builder<()>);
impl Limits {
    /// In millicores: 1000 is one CPU.
    ///
    /// `cpu: Int`
    pub fn cpu(self, value: impl rt::IntoArgument<rt::i32>) -> Self {
        Self(self.0.with("cpu", "Int", value))
    }
    /// Sends null for `cpu`: not the same as not sending it.
    pub fn cpu_null(self) -> Self {
        Self(self.0.null("cpu", "Int"))
    }
    /// As [`cpu`](Self::cpu), when there is a value.
    pub fn maybe_cpu(self, value: rt::Option<impl rt::IntoArgument<rt::i32>>) -> Self {
        Self(self.0.maybe("cpu", "Int", value))
    }
    /// In MiB.
    ///
    /// `memory: Int`
    pub fn memory(self, value: impl rt::IntoArgument<rt::i32>) -> Self {
        Self(self.0.with("memory", "Int", value))
    }
    /// Sends null for `memory`: not the same as not sending it.
    pub fn memory_null(self) -> Self {
        Self(self.0.null("memory", "Int"))
    }
    /// As [`memory`](Self::memory), when there is a value.
    pub fn maybe_memory(
        self,
        value: rt::Option<impl rt::IntoArgument<rt::i32>>,
    ) -> Self {
        Self(self.0.maybe("memory", "Int", value))
    }
}
impl rt::IntoArgument<Limits> for Limits {
    fn into_argument(self) -> rt::Value {
        self.0.into_object()
    }
}
/// CPU and memory that a container is guaranteed.
pub fn requests() -> Requests {
    Requests(rt::Builder::new())
}
/// CPU and memory that a container is guaranteed.
#[derive(Clone, Debug)]
#[must_use]
pub struct Requests(rt::Builder<()>);
impl Requests {
    /// In millicores: 1000 is one CPU.
    ///
    /// `cpu: Int`
    pub fn cpu(self, value: impl rt::IntoArgument<rt::i32>) -> Self {
        Self(self.0.with("cpu", "Int", value))
    }
    /// Sends null for `cpu`: not the same as not sending it.
    pub fn cpu_null(self) -> Self {
        Self(self.0.null("cpu", "Int"))
    }
    /// As [`cpu`](Self::cpu), when there is a value.
    pub fn maybe_cpu(self, value: rt::Option<impl rt::IntoArgument<rt::i32>>) -> Self {
        Self(self.0.maybe("cpu", "Int", value))
    }
    /// In MiB.
    ///
    /// `memory: Int`
    pub fn memory(self, value: impl rt::IntoArgument<rt::i32>) -> Self {
        Self(self.0.with("memory", "Int", value))
    }
    /// Sends null for `memory`: not the same as not sending it.
    pub fn memory_null(self) -> Self {
        Self(self.0.null("memory", "Int"))
    }
    /// As [`memory`](Self::memory), when there is a value.
    pub fn maybe_memory(
        self,
        value: rt::Option<impl rt::IntoArgument<rt::i32>>,
    ) -> Self {
        Self(self.0.maybe("memory", "Int", value))
    }
}
impl rt::IntoArgument<Requests> for Requests {
    fn into_argument(self) -> rt::Value {
        self.0.into_object()
    }
}
/// CPU and memory to request.
pub fn resources() -> Resources {
    Resources(rt::Builder::new())
}
/// CPU and memory to request.
#[derive(Clone, Debug)]
#[must_use]
pub struct Resources(rt::Builder<()>);
impl Resources {
    /// Maximum CPU and memory.
    ///
    /// `limits: Limits`
    pub fn limits(self, value: impl rt::IntoArgument<input::Limits>) -> Self {
        Self(self.0.with("limits", "Limits", value))
    }
    /// Sends null for `limits`: not the same as not sending it.
    pub fn limits_null(self) -> Self {
        Self(self.0.null("limits", "Limits"))
    }
    /// As [`limits`](Self::limits), when there is a value.
    pub fn maybe_limits(
        self,
        value: rt::Option<impl rt::IntoArgument<input::Limits>>,
    ) -> Self {
        Self(self.0.maybe("limits", "Limits", value))
    }
    /// Guaranteed CPU and memory.
    ///
    /// `requests: Requests`
    pub fn requests(self, value: impl rt::IntoArgument<input::Requests>) -> Self {
        Self(self.0.with("requests", "Requests", value))
    }
    /// Sends null for `requests`: not the same as not sending it.
    pub fn requests_null(self) -> Self {
        Self(self.0.null("requests", "Requests"))
    }
    /// As [`requests`](Self::requests), when there is a value.
    pub fn maybe_requests(
        self,
        value: rt::Option<impl rt::IntoArgument<input::Requests>>,
    ) -> Self {
        Self(self.0.maybe("requests", "Requests", value))
    }
}
impl rt::IntoArgument<Resources> for Resources {
    fn into_argument(self) -> rt::Value {
        self.0.into_object()
    }
}
/// Size of the Airflow scheduler. CPU and memory are limited, to 35 AU per pod by default.
pub fn scheduler() -> Scheduler {
    Scheduler(rt::Builder::new())
}
/// Size of the Airflow scheduler. CPU and memory are limited, to 35 AU per pod by default.
#[derive(Clone, Debug)]
#[must_use]
pub struct Scheduler(rt::Builder<()>);
impl Scheduler {
    /// Number of schedulers; needs an Airflow version that supports several.
    ///
    /// `replicas: Int`
    pub fn replicas(self, value: impl rt::IntoArgument<rt::i32>) -> Self {
        Self(self.0.with("replicas", "Int", value))
    }
    /// Sends null for `replicas`: not the same as not sending it.
    pub fn replicas_null(self) -> Self {
        Self(self.0.null("replicas", "Int"))
    }
    /// As [`replicas`](Self::replicas), when there is a value.
    pub fn maybe_replicas(
        self,
        value: rt::Option<impl rt::IntoArgument<rt::i32>>,
    ) -> Self {
        Self(self.0.maybe("replicas", "Int", value))
    }
    /// Cpu in millicores and memory in MiB.
    ///
    /// `resources: Resources`
    pub fn resources(self, value: impl rt::IntoArgument<input::Resources>) -> Self {
        Self(self.0.with("resources", "Resources", value))
    }
    /// Sends null for `resources`: not the same as not sending it.
    pub fn resources_null(self) -> Self {
        Self(self.0.null("resources", "Resources"))
    }
    /// As [`resources`](Self::resources), when there is a value.
    pub fn maybe_resources(
        self,
        value: rt::Option<impl rt::IntoArgument<input::Resources>>,
    ) -> Self {
        Self(self.0.maybe("resources", "Resources", value))
    }
}
impl rt::IntoArgument<Scheduler> for Scheduler {
    fn into_argument(self) -> rt::Value {
        self.0.into_object()
    }
}
/// Size of the Airflow webserver. CPU and memory are limited, to 35 AU per pod by default.
pub fn webserver() -> Webserver {
    Webserver(rt::Builder::new())
}
/// Size of the Airflow webserver. CPU and memory are limited, to 35 AU per pod by default.
#[derive(Clone, Debug)]
#[must_use]
pub struct Webserver(rt::Builder<()>);
impl Webserver {
    /// Cpu in millicores and memory in MiB.
    ///
    /// `resources: Resources`
    pub fn resources(self, value: impl rt::IntoArgument<input::Resources>) -> Self {
        Self(self.0.with("resources", "Resources", value))
    }
    /// Sends null for `resources`: not the same as not sending it.
    pub fn resources_null(self) -> Self {
        Self(self.0.null("resources", "Resources"))
    }
    /// As [`resources`](Self::resources), when there is a value.
    pub fn maybe_resources(
        self,
        value: rt::Option<impl rt::IntoArgument<input::Resources>>,
    ) -> Self {
        Self(self.0.maybe("resources", "Resources", value))
    }
    /// Whether the webserver runs the platform's own Airflow image.
    ///
    /// `useDefaultAirflowImage: Boolean`
    pub fn use_default_airflow_image(
        self,
        value: impl rt::IntoArgument<rt::bool>,
    ) -> Self {
        Self(self.0.with("useDefaultAirflowImage", "Boolean", value))
    }
    /// Sends null for `useDefaultAirflowImage`: not the same as not sending it.
    pub fn use_default_airflow_image_null(self) -> Self {
        Self(self.0.null("useDefaultAirflowImage", "Boolean"))
    }
    /// As [`use_default_airflow_image`](Self::use_default_airflow_image), when there is a value.
    pub fn maybe_use_default_airflow_image(
        self,
        value: rt::Option<impl rt::IntoArgument<rt::bool>>,
    ) -> Self {
        Self(self.0.maybe("useDefaultAirflowImage", "Boolean", value))
    }
}
impl rt::IntoArgument<Webserver> for Webserver {
    fn into_argument(self) -> rt::Value {
        self.0.into_object()
    }
}
/// Number and size of the Celery workers.
pub fn workers() -> Workers {
    Workers(rt::Builder::new())
}
/// Number and size of the Celery workers.
#[derive(Clone, Debug)]
#[must_use]
pub struct Workers(rt::Builder<()>);
impl Workers {
    /// Number of workers; 1 to 10 are advertised.
    ///
    /// `replicas: Int`
    pub fn replicas(self, value: impl rt::IntoArgument<rt::i32>) -> Self {
        Self(self.0.with("replicas", "Int", value))
    }
    /// Sends null for `replicas`: not the same as not sending it.
    pub fn replicas_null(self) -> Self {
        Self(self.0.null("replicas", "Int"))
    }
    /// As [`replicas`](Self::replicas), when there is a value.
    pub fn maybe_replicas(
        self,
        value: rt::Option<impl rt::IntoArgument<rt::i32>>,
    ) -> Self {
        Self(self.0.maybe("replicas", "Int", value))
    }
    /// Cpu in millicores and memory in MiB, for each worker.
    ///
    /// `resources: Resources`
    pub fn resources(self, value: impl rt::IntoArgument<input::Resources>) -> Self {
        Self(self.0.with("resources", "Resources", value))
    }
    /// Sends null for `resources`: not the same as not sending it.
    pub fn resources_null(self) -> Self {
        Self(self.0.null("resources", "Resources"))
    }
    /// As [`resources`](Self::resources), when there is a value.
    pub fn maybe_resources(
        self,
        value: rt::Option<impl rt::IntoArgument<input::Resources>>,
    ) -> Self {
        Self(self.0.maybe("resources", "Resources", value))
    }
    /// Time that running tasks have to finish before a worker stops; 600 to 36000 are advertised.
    ///
    /// `terminationGracePeriodSeconds: Int`
    pub fn termination_grace_period_seconds(
        self,
        value: impl rt::IntoArgument<rt::i32>,
    ) -> Self {
        Self(self.0.with("terminationGracePeriodSeconds", "Int", value))
    }
    /// Sends null for `terminationGracePeriodSeconds`: not the same as not sending it.
    pub fn termination_grace_period_seconds_null(self) -> Self {
        Self(self.0.null("terminationGracePeriodSeconds", "Int"))
    }
    /// As [`termination_grace_period_seconds`](Self::termination_grace_period_seconds), when there is a value.
    pub fn maybe_termination_grace_period_seconds(
        self,
        value: rt::Option<impl rt::IntoArgument<rt::i32>>,
    ) -> Self {
        Self(self.0.maybe("terminationGracePeriodSeconds", "Int", value))
    }
}
impl rt::IntoArgument<Workers> for Workers {
    fn into_argument(self) -> rt::Value {
        self.0.into_object()
    }
}
