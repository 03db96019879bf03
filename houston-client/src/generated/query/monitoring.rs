// Made by `cargo xtask codegen`: run it again instead of editing.

use crate::runtime as rt;
use super::super::{argument, enums, input, object, required, scalar};
/// Log records of a deployment, oldest first; at most the newest 800.
///
/// Selects by default: `component`, `id`, `level`, `message`, `release`, `timestamp`.
///
/// Beware: At most the 800 newest records.
///
/// Needs the permission `deployment.logs.get` or `system.deployments.logs`.
///
/// Answers `Option<Vec<DeploymentLog>>`: see [`DeploymentLog`](object::DeploymentLog).
///
/// Required: [`deployment_uuid`](Logs::deployment_uuid).
///
/// GraphQL: `logs(deploymentUuid: Uuid!, component: String, search: String, timestamp: DateTime): [DeploymentLog]`
pub fn logs() -> Logs {
    Logs(rt::Builder::new())
}
/// The builder of `logs`.
#[derive(Clone, Debug)]
#[must_use]
pub struct Logs<DeploymentUuid = rt::Unset<argument::deployment_uuid>>(
    rt::Builder<(DeploymentUuid,)>,
);
/// [`Logs`] with everything set that is required.
pub type LogsReady = Logs<rt::Set>;
impl<DeploymentUuid> Logs<DeploymentUuid> {
    /// Id of the deployment.
    ///
    /// Required. `deploymentUuid: Uuid!`
    pub fn deployment_uuid(
        self,
        value: impl rt::IntoArgument<scalar::Uuid>,
    ) -> Logs<rt::Set> {
        Logs(self.0.with("deploymentUuid", "Uuid!", value))
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
    /// Start of the time range, in ISO 8601; null means from the epoch.
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
    /// Selects exactly this on the result, `[DeploymentLog]`.
    pub fn select<Selection: rt::Select<object::DeploymentLog>>(
        self,
        selection: Selection,
    ) -> rt::Nested<
        object::Query,
        object::DeploymentLog,
        rt::Opt<rt::List<rt::One>>,
        Selection,
    >
    where
        DeploymentUuid: required::deployment_uuid,
    {
        rt::Nested::new("logs", self.0.into_arguments(), selection)
    }
}
impl<DeploymentUuid: required::deployment_uuid> rt::RootField for Logs<DeploymentUuid> {
    type Root = object::Query;
    type Selection = rt::Nested<
        object::Query,
        object::DeploymentLog,
        rt::Opt<rt::List<rt::One>>,
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
