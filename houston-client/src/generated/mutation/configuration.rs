// Made by `cargo xtask codegen`: run it again instead of editing.

use crate::runtime as rt;
use super::super::{argument, enums, input, object, required, scalar};
/// Replaces all variables of a deployment. Variables that are not in the list are removed.
///
/// Selects by default: `isSecret`, `key`, `value`.
///
/// Beware: Replaces all variables: those not in the list are removed; an empty value keeps a stored secret.
///
/// Needs the permission `deployment.variables.update` or `system.deployment.variables.update`.
///
/// Answers `Vec<EnvironmentVariable>`: see [`EnvironmentVariable`](object::EnvironmentVariable).
///
/// Required: [`deployment_uuid`](UpdateDeploymentVariables::deployment_uuid), [`environment_variables`](UpdateDeploymentVariables::environment_variables), [`release_name`](UpdateDeploymentVariables::release_name).
///
/// GraphQL: `updateDeploymentVariables(deploymentUuid: Uuid!, environmentVariables: [InputEnvironmentVariable]!, releaseName: String!): [EnvironmentVariable]`
pub fn update_deployment_variables() -> UpdateDeploymentVariables {
    UpdateDeploymentVariables(rt::Builder::new())
}
/// The builder of `updateDeploymentVariables`.
#[derive(Clone, Debug)]
#[must_use]
pub struct UpdateDeploymentVariables<
    DeploymentUuid = rt::Unset<argument::deployment_uuid>,
    EnvironmentVariables = rt::Unset<argument::environment_variables>,
    ReleaseName = rt::Unset<argument::release_name>,
>(
    rt::Builder<(DeploymentUuid, EnvironmentVariables, ReleaseName)>,
);
/// [`UpdateDeploymentVariables`] with everything set that is required.
pub type UpdateDeploymentVariablesReady = UpdateDeploymentVariables<
    rt::Set,
    rt::Set,
    rt::Set,
>;
impl<
    DeploymentUuid,
    EnvironmentVariables,
    ReleaseName,
> UpdateDeploymentVariables<DeploymentUuid, EnvironmentVariables, ReleaseName> {
    /// Id of the deployment.
    ///
    /// Required. `deploymentUuid: Uuid!`
    pub fn deployment_uuid(
        self,
        value: impl rt::IntoArgument<scalar::Uuid>,
    ) -> UpdateDeploymentVariables<rt::Set, EnvironmentVariables, ReleaseName> {
        UpdateDeploymentVariables(self.0.with("deploymentUuid", "Uuid!", value))
    }
    /// The whole list. A secret sent with an empty value keeps its stored value.
    ///
    /// Required. `environmentVariables: [InputEnvironmentVariable]!`
    pub fn environment_variables(
        self,
        value: impl rt::IntoArgument<rt::NullableItems<input::InputEnvironmentVariable>>,
    ) -> UpdateDeploymentVariables<DeploymentUuid, rt::Set, ReleaseName> {
        UpdateDeploymentVariables(
            self.0.with("environmentVariables", "[InputEnvironmentVariable]!", value),
        )
    }
    /// Release name of the same deployment.
    ///
    /// Required. `releaseName: String!`
    pub fn release_name(
        self,
        value: impl rt::IntoArgument<rt::String>,
    ) -> UpdateDeploymentVariables<DeploymentUuid, EnvironmentVariables, rt::Set> {
        UpdateDeploymentVariables(self.0.with("releaseName", "String!", value))
    }
    /// Selects exactly this on the result, `[EnvironmentVariable]`.
    pub fn select<Selection: rt::Select<object::EnvironmentVariable>>(
        self,
        selection: Selection,
    ) -> rt::Nested<
        object::Mutation,
        object::EnvironmentVariable,
        rt::List<rt::One>,
        Selection,
    >
    where
        DeploymentUuid: required::deployment_uuid,
        EnvironmentVariables: required::environment_variables,
        ReleaseName: required::release_name,
    {
        rt::Nested::new("updateDeploymentVariables", self.0.into_arguments(), selection)
    }
}
impl<
    DeploymentUuid: required::deployment_uuid,
    EnvironmentVariables: required::environment_variables,
    ReleaseName: required::release_name,
> rt::RootField
for UpdateDeploymentVariables<DeploymentUuid, EnvironmentVariables, ReleaseName> {
    type Root = object::Mutation;
    type Selection = rt::Nested<
        object::Mutation,
        object::EnvironmentVariable,
        rt::List<rt::One>,
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
