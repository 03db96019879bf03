// Made by `cargo xtask codegen`: run it again instead of editing.

use crate::runtime as rt;
use super::super::{argument, enums, input, object, required, scalar};
/// Defaults, limits and images for deployments on the platform.
///
/// Selects by default: `defaultAirflowChartVersion`, `defaults`, `executors`, `limits`, `loggingEnabled`, `maxExtraAu`, `singleNamespace`.
///
/// Anybody who is signed in may call it.
///
/// Answers `Option<DeploymentConfig>`: see [`DeploymentConfig`](object::DeploymentConfig).
///
/// No argument is required.
///
/// GraphQL: `deploymentConfig(deploymentUuid: Uuid, type: String, version: String, workspaceUuid: Uuid): DeploymentConfig`
pub fn deployment_config() -> DeploymentConfig {
    DeploymentConfig(rt::Builder::new())
}
/// The builder of `deploymentConfig`.
#[derive(Clone, Debug)]
#[must_use]
pub struct DeploymentConfig(rt::Builder<()>);
impl DeploymentConfig {
    /// Id of the deployment.
    ///
    /// `deploymentUuid: Uuid`
    pub fn deployment_uuid(self, value: impl rt::IntoArgument<scalar::Uuid>) -> Self {
        Self(self.0.with("deploymentUuid", "Uuid", value))
    }
    /// Sends null for `deploymentUuid`: not the same as not sending it.
    pub fn deployment_uuid_null(self) -> Self {
        Self(self.0.null("deploymentUuid", "Uuid"))
    }
    /// As [`deployment_uuid`](Self::deployment_uuid), when there is a value.
    pub fn maybe_deployment_uuid(
        self,
        value: rt::Option<impl rt::IntoArgument<scalar::Uuid>>,
    ) -> Self {
        Self(self.0.maybe("deploymentUuid", "Uuid", value))
    }
    /// Kind of deployment; `airflow`.
    ///
    /// `type: String`
    pub fn r#type(self, value: impl rt::IntoArgument<rt::String>) -> Self {
        Self(self.0.with("type", "String", value))
    }
    /// Sends null for `type`: not the same as not sending it.
    pub fn type_null(self) -> Self {
        Self(self.0.null("type", "String"))
    }
    /// As [`r#type`](Self::type), when there is a value.
    pub fn maybe_type(
        self,
        value: rt::Option<impl rt::IntoArgument<rt::String>>,
    ) -> Self {
        Self(self.0.maybe("type", "String", value))
    }
    /// Version of the platform.
    ///
    /// `version: String`
    pub fn version(self, value: impl rt::IntoArgument<rt::String>) -> Self {
        Self(self.0.with("version", "String", value))
    }
    /// Sends null for `version`: not the same as not sending it.
    pub fn version_null(self) -> Self {
        Self(self.0.null("version", "String"))
    }
    /// As [`version`](Self::version), when there is a value.
    pub fn maybe_version(
        self,
        value: rt::Option<impl rt::IntoArgument<rt::String>>,
    ) -> Self {
        Self(self.0.maybe("version", "String", value))
    }
    /// Id of the workspace.
    ///
    /// `workspaceUuid: Uuid`
    pub fn workspace_uuid(self, value: impl rt::IntoArgument<scalar::Uuid>) -> Self {
        Self(self.0.with("workspaceUuid", "Uuid", value))
    }
    /// Sends null for `workspaceUuid`: not the same as not sending it.
    pub fn workspace_uuid_null(self) -> Self {
        Self(self.0.null("workspaceUuid", "Uuid"))
    }
    /// As [`workspace_uuid`](Self::workspace_uuid), when there is a value.
    pub fn maybe_workspace_uuid(
        self,
        value: rt::Option<impl rt::IntoArgument<scalar::Uuid>>,
    ) -> Self {
        Self(self.0.maybe("workspaceUuid", "Uuid", value))
    }
    /// Selects exactly this on the result, `DeploymentConfig`.
    pub fn select<Selection: rt::Select<object::DeploymentConfig>>(
        self,
        selection: Selection,
    ) -> rt::Nested<
        object::Query,
        object::DeploymentConfig,
        rt::Opt<rt::One>,
        Selection,
    > {
        rt::Nested::new("deploymentConfig", self.0.into_arguments(), selection)
    }
}
impl rt::RootField for DeploymentConfig {
    type Root = object::Query;
    type Selection = rt::Nested<
        object::Query,
        object::DeploymentConfig,
        rt::Opt<rt::One>,
        rt::DefaultSelection<object::DeploymentConfig>,
    >;
    type Partial = <Self::Selection as rt::RootField>::Partial;
    fn selection(self) -> Self::Selection {
        self.select(rt::default_selection())
    }
    fn partial_selection(self) -> Self::Partial {
        rt::RootField::partial_selection(rt::RootField::selection(self))
    }
}
/// Environment variables of a deployment. Values of secrets come back empty.
///
/// Selects by default: `isSecret`, `key`, `value`.
///
/// Beware: Values of secret variables come back empty.
///
/// Needs the permission `deployment.variables.get` or `system.deployment.variables.get`.
///
/// Answers `Option<Vec<EnvironmentVariable>>`: see [`EnvironmentVariable`](object::EnvironmentVariable).
///
/// Required: [`deployment_uuid`](DeploymentVariables::deployment_uuid).
///
/// GraphQL: `deploymentVariables(deploymentUuid: Uuid!, releaseName: String): [EnvironmentVariable]`
pub fn deployment_variables() -> DeploymentVariables {
    DeploymentVariables(rt::Builder::new())
}
/// The builder of `deploymentVariables`.
#[derive(Clone, Debug)]
#[must_use]
pub struct DeploymentVariables<DeploymentUuid = rt::Unset<argument::deployment_uuid>>(
    rt::Builder<(DeploymentUuid,)>,
);
/// [`DeploymentVariables`] with everything set that is required.
pub type DeploymentVariablesReady = DeploymentVariables<rt::Set>;
impl<DeploymentUuid> DeploymentVariables<DeploymentUuid> {
    /// Id of the deployment.
    ///
    /// Required. `deploymentUuid: Uuid!`
    pub fn deployment_uuid(
        self,
        value: impl rt::IntoArgument<scalar::Uuid>,
    ) -> DeploymentVariables<rt::Set> {
        DeploymentVariables(self.0.with("deploymentUuid", "Uuid!", value))
    }
    /// Release name of the deployment.
    ///
    /// `releaseName: String`
    pub fn release_name(self, value: impl rt::IntoArgument<rt::String>) -> Self {
        Self(self.0.with("releaseName", "String", value))
    }
    /// Sends null for `releaseName`: not the same as not sending it.
    pub fn release_name_null(self) -> Self {
        Self(self.0.null("releaseName", "String"))
    }
    /// As [`release_name`](Self::release_name), when there is a value.
    pub fn maybe_release_name(
        self,
        value: rt::Option<impl rt::IntoArgument<rt::String>>,
    ) -> Self {
        Self(self.0.maybe("releaseName", "String", value))
    }
    /// Selects exactly this on the result, `[EnvironmentVariable]`.
    pub fn select<Selection: rt::Select<object::EnvironmentVariable>>(
        self,
        selection: Selection,
    ) -> rt::Nested<
        object::Query,
        object::EnvironmentVariable,
        rt::Opt<rt::List<rt::One>>,
        Selection,
    >
    where
        DeploymentUuid: required::deployment_uuid,
    {
        rt::Nested::new("deploymentVariables", self.0.into_arguments(), selection)
    }
}
impl<DeploymentUuid: required::deployment_uuid> rt::RootField
for DeploymentVariables<DeploymentUuid> {
    type Root = object::Query;
    type Selection = rt::Nested<
        object::Query,
        object::EnvironmentVariable,
        rt::Opt<rt::List<rt::One>>,
        rt::DefaultSelection<object::EnvironmentVariable>,
    >;
    type Partial = <Self::Selection as rt::RootField>::Partial;
    fn selection(self) -> Self::Selection {
        self.select(rt::default_selection())
    }
    fn partial_selection(self) -> Self::Partial {
        rt::RootField::partial_selection(rt::RootField::selection(self))
    }
}
