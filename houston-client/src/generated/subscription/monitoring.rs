// Made by `cargo xtask codegen`: run it again instead of editing.

use crate::runtime as rt;
use super::super::{argument, enums, input, object, required, scalar};
/// Health of a deployment, at intervals. Through 0.16, the server ends the stream after 24 hours.
///
/// Selects by default: `status`.
///
/// Beware: The first event comes after one interval, one minute by default; through 0.16, the stream ends after 24 hours.
///
/// Anybody who is signed in may call it.
///
/// Answers `Option<DeploymentStatus>`: see [`DeploymentStatus`](object::DeploymentStatus).
///
/// Required: [`release_name`](DeploymentStatus::release_name).
///
/// GraphQL: `deploymentStatus(releaseName: String): DeploymentStatus`
pub fn deployment_status() -> DeploymentStatus {
    DeploymentStatus(rt::Builder::new())
}
/// The builder of `deploymentStatus`.
#[derive(Clone, Debug)]
#[must_use]
pub struct DeploymentStatus<ReleaseName = rt::Unset<argument::release_name_2>>(
    rt::Builder<(ReleaseName,)>,
);
/// [`DeploymentStatus`] with everything set that is required.
pub type DeploymentStatusReady = DeploymentStatus<rt::Set>;
impl<ReleaseName> DeploymentStatus<ReleaseName> {
    /// Release name of the deployment.
    ///
    /// Required. `releaseName: String`
    pub fn release_name(
        self,
        value: impl rt::IntoArgument<rt::String>,
    ) -> DeploymentStatus<rt::Set> {
        DeploymentStatus(self.0.with("releaseName", "String", value))
    }
    /// Selects exactly this on the result, `DeploymentStatus`.
    pub fn select<Selection: rt::Select<object::DeploymentStatus>>(
        self,
        selection: Selection,
    ) -> rt::Nested<
        object::Subscription,
        object::DeploymentStatus,
        rt::Opt<rt::One>,
        Selection,
    >
    where
        ReleaseName: required::release_name_2,
    {
        rt::Nested::new("deploymentStatus", self.0.into_arguments(), selection)
    }
}
impl<ReleaseName: required::release_name_2> rt::RootField
for DeploymentStatus<ReleaseName> {
    type Root = object::Subscription;
    type Selection = rt::Nested<
        object::Subscription,
        object::DeploymentStatus,
        rt::Opt<rt::One>,
        rt::DefaultSelection<object::DeploymentStatus>,
    >;
    type Partial = <Self::Selection as rt::RootField>::Partial;
    fn selection(self) -> Self::Selection {
        self.select(rt::default_selection())
    }
    fn partial_selection(self) -> Self::Partial {
        rt::RootField::partial_selection(rt::RootField::selection(self))
    }
}
/// New log records of a deployment, from now on. Through 0.16, the server ends the stream after 20 minutes.
///
/// Selects by default: `component`, `id`, `level`, `message`, `release`, `timestamp`.
///
/// Beware: Starts now and ignores timestamp; through 0.16, the stream ends after 20 minutes.
///
/// Needs the permission `deployment.logs.get` or `system.deployments.logs`.
///
/// Answers `Option<DeploymentLog>`: see [`DeploymentLog`](object::DeploymentLog).
///
/// Required: [`deployment_uuid`](Log::deployment_uuid).
///
/// GraphQL: `log(deploymentUuid: Uuid!, component: String, search: String, timestamp: DateTime): DeploymentLog`
pub fn log() -> Log {
    Log(rt::Builder::new())
}
/// The builder of `log`.
#[derive(Clone, Debug)]
#[must_use]
pub struct Log<DeploymentUuid = rt::Unset<argument::deployment_uuid>>(
    rt::Builder<(DeploymentUuid,)>,
);
/// [`Log`] with everything set that is required.
pub type LogReady = Log<rt::Set>;
impl<DeploymentUuid> Log<DeploymentUuid> {
    /// Id of the deployment.
    ///
    /// Required. `deploymentUuid: Uuid!`
    pub fn deployment_uuid(
        self,
        value: impl rt::IntoArgument<scalar::Uuid>,
    ) -> Log<rt::Set> {
        Log(self.0.with("deploymentUuid", "Uuid!", value))
    }
    /// Return only records of this component, such as `scheduler` or `webserver`.
    ///
    /// `component: String`
    pub fn component(self, value: impl rt::IntoArgument<rt::String>) -> Self {
        Self(self.0.with("component", "String", value))
    }
    /// Sends null for `component`: not the same as not sending it.
    pub fn component_null(self) -> Self {
        Self(self.0.null("component", "String"))
    }
    /// As [`component`](Self::component), when there is a value.
    pub fn maybe_component(
        self,
        value: rt::Option<impl rt::IntoArgument<rt::String>>,
    ) -> Self {
        Self(self.0.maybe("component", "String", value))
    }
    /// Return only records that match this text.
    ///
    /// `search: String`
    pub fn search(self, value: impl rt::IntoArgument<rt::String>) -> Self {
        Self(self.0.with("search", "String", value))
    }
    /// Sends null for `search`: not the same as not sending it.
    pub fn search_null(self) -> Self {
        Self(self.0.null("search", "String"))
    }
    /// As [`search`](Self::search), when there is a value.
    pub fn maybe_search(
        self,
        value: rt::Option<impl rt::IntoArgument<rt::String>>,
    ) -> Self {
        Self(self.0.maybe("search", "String", value))
    }
    /// Ignored: the stream always starts now.
    ///
    /// `timestamp: DateTime`
    pub fn timestamp(self, value: impl rt::IntoArgument<scalar::DateTime>) -> Self {
        Self(self.0.with("timestamp", "DateTime", value))
    }
    /// Sends null for `timestamp`: not the same as not sending it.
    pub fn timestamp_null(self) -> Self {
        Self(self.0.null("timestamp", "DateTime"))
    }
    /// As [`timestamp`](Self::timestamp), when there is a value.
    pub fn maybe_timestamp(
        self,
        value: rt::Option<impl rt::IntoArgument<scalar::DateTime>>,
    ) -> Self {
        Self(self.0.maybe("timestamp", "DateTime", value))
    }
    /// Selects exactly this on the result, `DeploymentLog`.
    pub fn select<Selection: rt::Select<object::DeploymentLog>>(
        self,
        selection: Selection,
    ) -> rt::Nested<
        object::Subscription,
        object::DeploymentLog,
        rt::Opt<rt::One>,
        Selection,
    >
    where
        DeploymentUuid: required::deployment_uuid,
    {
        rt::Nested::new("log", self.0.into_arguments(), selection)
    }
}
impl<DeploymentUuid: required::deployment_uuid> rt::RootField for Log<DeploymentUuid> {
    type Root = object::Subscription;
    type Selection = rt::Nested<
        object::Subscription,
        object::DeploymentLog,
        rt::Opt<rt::One>,
        rt::DefaultSelection<object::DeploymentLog>,
    >;
    type Partial = <Self::Selection as rt::RootField>::Partial;
    fn selection(self) -> Self::Selection {
        self.select(rt::default_selection())
    }
    fn partial_selection(self) -> Self::Partial {
        rt::RootField::partial_selection(rt::RootField::selection(self))
    }
}
/// Measurements of a deployment, every 30 seconds. Through 0.16, the stream ends after 20 minutes.
///
/// Selects by default: `label`, `result`.
///
/// Beware: Through 0.16, the stream ends after 20 minutes.
///
/// Needs the permission `deployment.metrics.get` or `system.deployments.metrics`.
///
/// Answers `Option<Vec<Metric>>`: see [`Metric`](object::Metric).
///
/// Required: [`deployment_uuid`](Metrics::deployment_uuid), [`metric_type`](Metrics::metric_type).
///
/// GraphQL: `metrics(deploymentUuid: Uuid!, metricType: [MetricType], since: Int, step: Int): [Metric]`
pub fn metrics() -> Metrics {
    Metrics(rt::Builder::new())
}
/// The builder of `metrics`.
#[derive(Clone, Debug)]
#[must_use]
pub struct Metrics<
    DeploymentUuid = rt::Unset<argument::deployment_uuid>,
    MetricType = rt::Unset<argument::metric_type>,
>(
    rt::Builder<(DeploymentUuid, MetricType)>,
);
/// [`Metrics`] with everything set that is required.
pub type MetricsReady = Metrics<rt::Set, rt::Set>;
impl<DeploymentUuid, MetricType> Metrics<DeploymentUuid, MetricType> {
    /// Id of the deployment.
    ///
    /// Required. `deploymentUuid: Uuid!`
    pub fn deployment_uuid(
        self,
        value: impl rt::IntoArgument<scalar::Uuid>,
    ) -> Metrics<rt::Set, MetricType> {
        Metrics(self.0.with("deploymentUuid", "Uuid!", value))
    }
    /// Groups of measurements to send. Give at least one: without it every event is empty.
    ///
    /// Required. `metricType: [MetricType]`
    pub fn metric_type(
        self,
        value: impl rt::IntoArgument<rt::NullableItems<enums::MetricType>>,
    ) -> Metrics<DeploymentUuid, rt::Set> {
        Metrics(self.0.with("metricType", "[MetricType]", value))
    }
    /// How far back the samples go; the unit is not documented.
    ///
    /// `since: Int`
    pub fn since(self, value: impl rt::IntoArgument<rt::i32>) -> Self {
        Self(self.0.with("since", "Int", value))
    }
    /// Sends null for `since`: not the same as not sending it.
    pub fn since_null(self) -> Self {
        Self(self.0.null("since", "Int"))
    }
    /// As [`since`](Self::since), when there is a value.
    pub fn maybe_since(self, value: rt::Option<impl rt::IntoArgument<rt::i32>>) -> Self {
        Self(self.0.maybe("since", "Int", value))
    }
    /// Distance between two samples; the unit is not documented.
    ///
    /// `step: Int`
    pub fn step(self, value: impl rt::IntoArgument<rt::i32>) -> Self {
        Self(self.0.with("step", "Int", value))
    }
    /// Sends null for `step`: not the same as not sending it.
    pub fn step_null(self) -> Self {
        Self(self.0.null("step", "Int"))
    }
    /// As [`step`](Self::step), when there is a value.
    pub fn maybe_step(self, value: rt::Option<impl rt::IntoArgument<rt::i32>>) -> Self {
        Self(self.0.maybe("step", "Int", value))
    }
    /// Selects exactly this on the result, `[Metric]`.
    pub fn select<Selection: rt::Select<object::Metric>>(
        self,
        selection: Selection,
    ) -> rt::Nested<
        object::Subscription,
        object::Metric,
        rt::Opt<rt::List<rt::One>>,
        Selection,
    >
    where
        DeploymentUuid: required::deployment_uuid,
        MetricType: required::metric_type,
    {
        rt::Nested::new("metrics", self.0.into_arguments(), selection)
    }
}
impl<
    DeploymentUuid: required::deployment_uuid,
    MetricType: required::metric_type,
> rt::RootField for Metrics<DeploymentUuid, MetricType> {
    type Root = object::Subscription;
    type Selection = rt::Nested<
        object::Subscription,
        object::Metric,
        rt::Opt<rt::List<rt::One>>,
        rt::DefaultSelection<object::Metric>,
    >;
    type Partial = <Self::Selection as rt::RootField>::Partial;
    fn selection(self) -> Self::Selection {
        self.select(rt::default_selection())
    }
    fn partial_selection(self) -> Self::Partial {
        rt::RootField::partial_selection(rt::RootField::selection(self))
    }
}
