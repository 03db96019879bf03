// Made by `cargo xtask codegen`: run it again instead of editing.

use crate::runtime as rt;
use super::super::{argument, enums, input, object, required, scalar};
/// One deployment by id or release name, in any workspace.
///
/// Selects by default: `config`, `createdAt`, `description`, `id`, `label`, `properties`, `releaseName`, `status`, `type`, `updatedAt`, `version`.
///
/// Beware: New after 0.16: an older server rejects it with a validation error.
///
/// Answers `Option<Deployment>`: see [`Deployment`](object::Deployment).
///
/// Required: [`r#where`](Deployment::where).
///
/// GraphQL: `deployment(where: DeploymentWhereUniqueInput!): Deployment`
pub fn deployment() -> Deployment {
    Deployment(rt::Builder::new())
}
/// The builder of `deployment`.
#[derive(Clone, Debug)]
#[must_use]
pub struct Deployment<Where = rt::Unset<argument::r#where>>(rt::Builder<(Where,)>);
/// [`Deployment`] with everything set that is required.
pub type DeploymentReady = Deployment<rt::Set>;
impl<Where> Deployment<Where> {
    /// The deployment, by id or release name.
    ///
    /// Required. `where: DeploymentWhereUniqueInput!`
    pub fn r#where(
        self,
        value: impl rt::IntoArgument<input::DeploymentWhereUniqueInput>,
    ) -> Deployment<rt::Set> {
        Deployment(self.0.with("where", "DeploymentWhereUniqueInput!", value))
    }
    /// Selects exactly this on the result, `Deployment`.
    pub fn select<Selection: rt::Select<object::Deployment>>(
        self,
        selection: Selection,
    ) -> rt::Nested<object::Query, object::Deployment, rt::Opt<rt::One>, Selection>
    where
        Where: required::r#where,
    {
        rt::Nested::new("deployment", self.0.into_arguments(), selection)
    }
}
impl<Where: required::r#where> rt::RootField for Deployment<Where> {
    type Root = object::Query;
    type Selection = rt::Nested<
        object::Query,
        object::Deployment,
        rt::Opt<rt::One>,
        rt::DefaultSelection<object::Deployment>,
    >;
    type Partial = <Self::Selection as rt::RootField>::Partial;
    fn selection(self) -> Self::Selection {
        self.select(rt::default_selection())
    }
    fn partial_selection(self) -> Self::Partial {
        rt::RootField::partial_selection(rt::RootField::selection(self))
    }
}
/// Every deployment of the platform. Needs a system role; see workspaceDeployments for one workspace.
///
/// Selects by default: `config`, `createdAt`, `description`, `id`, `label`, `properties`, `releaseName`, `status`, `type`, `updatedAt`, `version`.
///
/// Beware: Needs a system role; workspaceDeployments lists the deployments of one workspace.
///
/// Needs the permission `system.deployments.get`.
///
/// Answers `Option<Vec<Deployment>>`: see [`Deployment`](object::Deployment).
///
/// No argument is required.
///
/// GraphQL: `deployments: [Deployment]`
pub fn deployments() -> Deployments {
    Deployments(rt::Builder::new())
}
/// The builder of `deployments`.
#[derive(Clone, Debug)]
#[must_use]
pub struct Deployments(rt::Builder<()>);
impl Deployments {
    /// Selects exactly this on the result, `[Deployment]`.
    pub fn select<Selection: rt::Select<object::Deployment>>(
        self,
        selection: Selection,
    ) -> rt::Nested<
        object::Query,
        object::Deployment,
        rt::Opt<rt::List<rt::One>>,
        Selection,
    > {
        rt::Nested::new("deployments", self.0.into_arguments(), selection)
    }
}
impl rt::RootField for Deployments {
    type Root = object::Query;
    type Selection = rt::Nested<
        object::Query,
        object::Deployment,
        rt::Opt<rt::List<rt::One>>,
        rt::DefaultSelection<object::Deployment>,
    >;
    type Partial = <Self::Selection as rt::RootField>::Partial;
    fn selection(self) -> Self::Selection {
        self.select(rt::default_selection())
    }
    fn partial_selection(self) -> Self::Partial {
        rt::RootField::partial_selection(rt::RootField::selection(self))
    }
}
/// One deployment of a workspace by release name. Through 0.16, it also returns a deleted deployment.
///
/// Selects by default: `config`, `createdAt`, `description`, `id`, `label`, `properties`, `releaseName`, `status`, `type`, `updatedAt`, `version`.
///
/// Beware: Through 0.16, it also returns a deleted deployment.
///
/// Needs the permission `workspace.deployments.get` or `system.deployments.get`.
///
/// Answers `Option<Deployment>`: see [`Deployment`](object::Deployment).
///
/// Required: [`release_name`](WorkspaceDeployment::release_name), [`workspace_uuid`](WorkspaceDeployment::workspace_uuid).
///
/// GraphQL: `workspaceDeployment(releaseName: String!, workspaceUuid: Uuid!): Deployment`
pub fn workspace_deployment() -> WorkspaceDeployment {
    WorkspaceDeployment(rt::Builder::new())
}
/// The builder of `workspaceDeployment`.
#[derive(Clone, Debug)]
#[must_use]
pub struct WorkspaceDeployment<
    ReleaseName = rt::Unset<argument::release_name>,
    WorkspaceUuid = rt::Unset<argument::workspace_uuid>,
>(
    rt::Builder<(ReleaseName, WorkspaceUuid)>,
);
/// [`WorkspaceDeployment`] with everything set that is required.
pub type WorkspaceDeploymentReady = WorkspaceDeployment<rt::Set, rt::Set>;
impl<ReleaseName, WorkspaceUuid> WorkspaceDeployment<ReleaseName, WorkspaceUuid> {
    /// Release name of the deployment.
    ///
    /// Required. `releaseName: String!`
    pub fn release_name(
        self,
        value: impl rt::IntoArgument<rt::String>,
    ) -> WorkspaceDeployment<rt::Set, WorkspaceUuid> {
        WorkspaceDeployment(self.0.with("releaseName", "String!", value))
    }
    /// Id of the workspace.
    ///
    /// Required. `workspaceUuid: Uuid!`
    pub fn workspace_uuid(
        self,
        value: impl rt::IntoArgument<scalar::Uuid>,
    ) -> WorkspaceDeployment<ReleaseName, rt::Set> {
        WorkspaceDeployment(self.0.with("workspaceUuid", "Uuid!", value))
    }
    /// Selects exactly this on the result, `Deployment`.
    pub fn select<Selection: rt::Select<object::Deployment>>(
        self,
        selection: Selection,
    ) -> rt::Nested<object::Query, object::Deployment, rt::Opt<rt::One>, Selection>
    where
        ReleaseName: required::release_name,
        WorkspaceUuid: required::workspace_uuid,
    {
        rt::Nested::new("workspaceDeployment", self.0.into_arguments(), selection)
    }
}
impl<
    ReleaseName: required::release_name,
    WorkspaceUuid: required::workspace_uuid,
> rt::RootField for WorkspaceDeployment<ReleaseName, WorkspaceUuid> {
    type Root = object::Query;
    type Selection = rt::Nested<
        object::Query,
        object::Deployment,
        rt::Opt<rt::One>,
        rt::DefaultSelection<object::Deployment>,
    >;
    type Partial = <Self::Selection as rt::RootField>::Partial;
    fn selection(self) -> Self::Selection {
        self.select(rt::default_selection())
    }
    fn partial_selection(self) -> Self::Partial {
        rt::RootField::partial_selection(rt::RootField::selection(self))
    }
}
/// The deployments of one workspace.
///
/// Selects by default: `config`, `createdAt`, `description`, `id`, `label`, `properties`, `releaseName`, `status`, `type`, `updatedAt`, `version`.
///
/// Needs the permission `workspace.deployments.get` or `system.deployments.get`.
///
/// Answers `Option<Vec<Deployment>>`: see [`Deployment`](object::Deployment).
///
/// Required: [`workspace_uuid`](WorkspaceDeployments::workspace_uuid).
///
/// GraphQL: `workspaceDeployments(workspaceUuid: Uuid!, releaseName: String): [Deployment]`
pub fn workspace_deployments() -> WorkspaceDeployments {
    WorkspaceDeployments(rt::Builder::new())
}
/// The builder of `workspaceDeployments`.
#[derive(Clone, Debug)]
#[must_use]
pub struct WorkspaceDeployments<WorkspaceUuid = rt::Unset<argument::workspace_uuid>>(
    rt::Builder<(WorkspaceUuid,)>,
);
/// [`WorkspaceDeployments`] with everything set that is required.
pub type WorkspaceDeploymentsReady = WorkspaceDeployments<rt::Set>;
impl<WorkspaceUuid> WorkspaceDeployments<WorkspaceUuid> {
    /// Id of the workspace.
    ///
    /// Required. `workspaceUuid: Uuid!`
    pub fn workspace_uuid(
        self,
        value: impl rt::IntoArgument<scalar::Uuid>,
    ) -> WorkspaceDeployments<rt::Set> {
        WorkspaceDeployments(self.0.with("workspaceUuid", "Uuid!", value))
    }
    /// Return only the deployment with this release name.
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
    /// Selects exactly this on the result, `[Deployment]`.
    pub fn select<Selection: rt::Select<object::Deployment>>(
        self,
        selection: Selection,
    ) -> rt::Nested<
        object::Query,
        object::Deployment,
        rt::Opt<rt::List<rt::One>>,
        Selection,
    >
    where
        WorkspaceUuid: required::workspace_uuid,
    {
        rt::Nested::new("workspaceDeployments", self.0.into_arguments(), selection)
    }
}
impl<WorkspaceUuid: required::workspace_uuid> rt::RootField
for WorkspaceDeployments<WorkspaceUuid> {
    type Root = object::Query;
    type Selection = rt::Nested<
        object::Query,
        object::Deployment,
        rt::Opt<rt::List<rt::One>>,
        rt::DefaultSelection<object::Deployment>,
    >;
    type Partial = <Self::Selection as rt::RootField>::Partial;
    fn selection(self) -> Self::Selection {
        self.select(rt::default_selection())
    }
    fn partial_selection(self) -> Self::Partial {
        rt::RootField::partial_selection(rt::RootField::selection(self))
    }
}
