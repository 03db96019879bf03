// Made by `cargo xtask codegen`: run it again instead of editing.

use crate::runtime as rt;
/// Replaces all variables of a deployment: what is not in the list is removed.
///
/// Selects by default: `isSecret`, `key`, `value`.
///
/// Beware: Replaces all variables: what is not in the list is removed; an empty value keeps a stored secret.
///
/// Needs the permission `deployment.variables.update` or `system.deployment.variables.update`.
///
/// Answers `Vec<EnvironmentVariable>`: see [`EnvironmentVariable`](super::super::object::EnvironmentVariable).
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
    DeploymentUuid = rt::Unset<super::super::argument::deployment_uuid>,
    EnvironmentVariables = rt::Unset<super::super::argument::environment_variables>,
    ReleaseName = rt::Unset<super::super::argument::release_name>,
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
        value: impl rt::IntoArgument<super::super::scalar::Uuid>,
    ) -> UpdateDeploymentVariables<rt::Set, EnvironmentVariables, ReleaseName> {
        UpdateDeploymentVariables(self.0.with("deploymentUuid", "Uuid!", value))
    }
    /// The whole list. A secret sent with an empty value keeps its stored value.
    ///
    /// Required. `environmentVariables: [InputEnvironmentVariable]!`
    pub fn environment_variables(
        self,
        value: impl rt::IntoArgument<
            rt::NullableItems<super::super::input::InputEnvironmentVariable>,
        >,
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
        value: impl rt::IntoArgument<::std::string::String>,
    ) -> UpdateDeploymentVariables<DeploymentUuid, EnvironmentVariables, rt::Set> {
        UpdateDeploymentVariables(self.0.with("releaseName", "String!", value))
    }
}
impl<
    DeploymentUuid,
    EnvironmentVariables,
    ReleaseName,
> UpdateDeploymentVariables<DeploymentUuid, EnvironmentVariables, ReleaseName> {
    /// Selects exactly this on the result, `[EnvironmentVariable]`.
    pub fn select<Selection: rt::Select<super::super::object::EnvironmentVariable>>(
        self,
        selection: Selection,
    ) -> rt::Nested<
        super::super::object::Mutation,
        super::super::object::EnvironmentVariable,
        rt::List<rt::One>,
        Selection,
    >
    where
        DeploymentUuid: super::super::required::deployment_uuid,
        EnvironmentVariables: super::super::required::environment_variables,
        ReleaseName: super::super::required::release_name,
    {
        rt::Nested::new("updateDeploymentVariables", self.0.into_arguments(), selection)
    }
}
impl<
    DeploymentUuid: super::super::required::deployment_uuid,
    EnvironmentVariables: super::super::required::environment_variables,
    ReleaseName: super::super::required::release_name,
> rt::RootField
for UpdateDeploymentVariables<DeploymentUuid, EnvironmentVariables, ReleaseName> {
    type Root = super::super::object::Mutation;
    type Selection = rt::Nested<
        super::super::object::Mutation,
        super::super::object::EnvironmentVariable,
        rt::List<rt::One>,
        rt::DefaultSelection<super::super::object::EnvironmentVariable>,
    >;
    type Partial = rt::Nested<
        super::super::object::Mutation,
        super::super::object::EnvironmentVariable,
        <rt::List<rt::One> as rt::Wrap>::Nullable,
        rt::DefaultSelection<super::super::object::EnvironmentVariable>,
    >;
    fn selection(self) -> Self::Selection {
        self.select(rt::default_selection())
    }
    fn partial_selection(self) -> Self::Partial {
        rt::RootField::partial_selection(self.select(rt::default_selection()))
    }
}
