// Made by `cargo xtask codegen`: run it again instead of editing.

use crate::runtime as rt;
use super::super::{argument, enums, input, object, required, scalar};
/// One service account of a deployment.
///
/// Selects by default: `active`, `category`, `createdAt`, `id`, `label`, `lastUsedAt`, `updatedAt`.
///
/// Needs the permission `deployment.serviceAccounts.get` or `system.serviceAccounts.get`.
///
/// Answers `Option<ServiceAccount>`: see [`ServiceAccount`](object::ServiceAccount).
///
/// Required: [`deployment_uuid`](DeploymentServiceAccount::deployment_uuid), [`service_account_uuid`](DeploymentServiceAccount::service_account_uuid).
///
/// GraphQL: `deploymentServiceAccount(deploymentUuid: Uuid!, serviceAccountUuid: Uuid!): ServiceAccount`
pub fn deployment_service_account() -> DeploymentServiceAccount {
    DeploymentServiceAccount(rt::Builder::new())
}
/// The builder of `deploymentServiceAccount`.
#[derive(Clone, Debug)]
#[must_use]
pub struct DeploymentServiceAccount<
    DeploymentUuid = rt::Unset<argument::deployment_uuid>,
    ServiceAccountUuid = rt::Unset<argument::service_account_uuid>,
>(
    rt::Builder<(DeploymentUuid, ServiceAccountUuid)>,
);
/// [`DeploymentServiceAccount`] with everything set that is required.
pub type DeploymentServiceAccountReady = DeploymentServiceAccount<rt::Set, rt::Set>;
impl<
    DeploymentUuid,
    ServiceAccountUuid,
> DeploymentServiceAccount<DeploymentUuid, ServiceAccountUuid> {
    /// Id of the deployment.
    ///
    /// Required. `deploymentUuid: Uuid!`
    pub fn deployment_uuid(
        self,
        value: impl rt::IntoArgument<scalar::Uuid>,
    ) -> DeploymentServiceAccount<rt::Set, ServiceAccountUuid> {
        DeploymentServiceAccount(self.0.with("deploymentUuid", "Uuid!", value))
    }
    /// Id of the service account.
    ///
    /// Required. `serviceAccountUuid: Uuid!`
    pub fn service_account_uuid(
        self,
        value: impl rt::IntoArgument<scalar::Uuid>,
    ) -> DeploymentServiceAccount<DeploymentUuid, rt::Set> {
        DeploymentServiceAccount(self.0.with("serviceAccountUuid", "Uuid!", value))
    }
    /// Selects exactly this on the result, `ServiceAccount`.
    pub fn select<Selection: rt::Select<object::ServiceAccount>>(
        self,
        selection: Selection,
    ) -> rt::Nested<object::Query, object::ServiceAccount, rt::Opt<rt::One>, Selection>
    where
        DeploymentUuid: required::deployment_uuid,
        ServiceAccountUuid: required::service_account_uuid,
    {
        rt::Nested::new("deploymentServiceAccount", self.0.into_arguments(), selection)
    }
}
impl<
    DeploymentUuid: required::deployment_uuid,
    ServiceAccountUuid: required::service_account_uuid,
> rt::RootField for DeploymentServiceAccount<DeploymentUuid, ServiceAccountUuid> {
    type Root = object::Query;
    type Selection = rt::Nested<
        object::Query,
        object::ServiceAccount,
        rt::Opt<rt::One>,
        rt::DefaultSelection<object::ServiceAccount>,
    >;
    type Partial = <Self::Selection as rt::RootField>::Partial;
    fn selection(self) -> Self::Selection {
        self.select(rt::default_selection())
    }
    fn partial_selection(self) -> Self::Partial {
        rt::RootField::partial_selection(rt::RootField::selection(self))
    }
}
/// The service accounts of a deployment.
///
/// Selects by default: `active`, `category`, `createdAt`, `id`, `label`, `lastUsedAt`, `updatedAt`.
///
/// Needs the permission `deployment.serviceAccounts.get` or `system.serviceAccounts.get`.
///
/// Answers `Option<Vec<ServiceAccount>>`: see [`ServiceAccount`](object::ServiceAccount).
///
/// Required: [`deployment_uuid`](DeploymentServiceAccounts::deployment_uuid).
///
/// GraphQL: `deploymentServiceAccounts(deploymentUuid: Uuid!): [ServiceAccount]`
pub fn deployment_service_accounts() -> DeploymentServiceAccounts {
    DeploymentServiceAccounts(rt::Builder::new())
}
/// The builder of `deploymentServiceAccounts`.
#[derive(Clone, Debug)]
#[must_use]
pub struct DeploymentServiceAccounts<
    DeploymentUuid = rt::Unset<argument::deployment_uuid>,
>(
    rt::Builder<(DeploymentUuid,)>,
);
/// [`DeploymentServiceAccounts`] with everything set that is required.
pub type DeploymentServiceAccountsReady = DeploymentServiceAccounts<rt::Set>;
impl<DeploymentUuid> DeploymentServiceAccounts<DeploymentUuid> {
    /// Id of the deployment.
    ///
    /// Required. `deploymentUuid: Uuid!`
    pub fn deployment_uuid(
        self,
        value: impl rt::IntoArgument<scalar::Uuid>,
    ) -> DeploymentServiceAccounts<rt::Set> {
        DeploymentServiceAccounts(self.0.with("deploymentUuid", "Uuid!", value))
    }
    /// Selects exactly this on the result, `[ServiceAccount]`.
    pub fn select<Selection: rt::Select<object::ServiceAccount>>(
        self,
        selection: Selection,
    ) -> rt::Nested<
        object::Query,
        object::ServiceAccount,
        rt::Opt<rt::List<rt::One>>,
        Selection,
    >
    where
        DeploymentUuid: required::deployment_uuid,
    {
        rt::Nested::new("deploymentServiceAccounts", self.0.into_arguments(), selection)
    }
}
impl<DeploymentUuid: required::deployment_uuid> rt::RootField
for DeploymentServiceAccounts<DeploymentUuid> {
    type Root = object::Query;
    type Selection = rt::Nested<
        object::Query,
        object::ServiceAccount,
        rt::Opt<rt::List<rt::One>>,
        rt::DefaultSelection<object::ServiceAccount>,
    >;
    type Partial = <Self::Selection as rt::RootField>::Partial;
    fn selection(self) -> Self::Selection {
        self.select(rt::default_selection())
    }
    fn partial_selection(self) -> Self::Partial {
        rt::RootField::partial_selection(rt::RootField::selection(self))
    }
}
/// Legacy list by scope. Use workspaceServiceAccounts or deploymentServiceAccounts instead.
///
/// Selects by default: `active`, `category`, `createdAt`, `id`, `label`, `lastUsedAt`, `updatedAt`.
///
/// Beware: The server needs entityUuid or serviceAccountUuid, and 0.23 can fail anyway: use workspaceServiceAccounts or deploymentServiceAccounts.
///
/// Anybody who is signed in may call it.
///
/// Answers `Option<Vec<ServiceAccount>>`: see [`ServiceAccount`](object::ServiceAccount).
///
/// Required: [`entity_type`](ServiceAccounts::entity_type).
///
/// GraphQL: `serviceAccounts(entityType: EntityType!, entityUuid: Uuid, serviceAccountUuid: Uuid): [ServiceAccount]`
pub fn service_accounts() -> ServiceAccounts {
    ServiceAccounts(rt::Builder::new())
}
/// The builder of `serviceAccounts`.
#[derive(Clone, Debug)]
#[must_use]
pub struct ServiceAccounts<EntityType = rt::Unset<argument::entity_type>>(
    rt::Builder<(EntityType,)>,
);
/// [`ServiceAccounts`] with everything set that is required.
pub type ServiceAccountsReady = ServiceAccounts<rt::Set>;
impl<EntityType> ServiceAccounts<EntityType> {
    /// Kind of object that the accounts belong to.
    ///
    /// Required. `entityType: EntityType!`
    pub fn entity_type(
        self,
        value: impl rt::IntoArgument<enums::EntityType>,
    ) -> ServiceAccounts<rt::Set> {
        ServiceAccounts(self.0.with("entityType", "EntityType!", value))
    }
    /// Id of the workspace or deployment. The server needs this or serviceAccountUuid.
    ///
    /// `entityUuid: Uuid`
    pub fn entity_uuid(self, value: impl rt::IntoArgument<scalar::Uuid>) -> Self {
        Self(self.0.with("entityUuid", "Uuid", value))
    }
    /// Sends null for `entityUuid`: not the same as not sending it.
    pub fn entity_uuid_null(self) -> Self {
        Self(self.0.null("entityUuid", "Uuid"))
    }
    /// As [`entity_uuid`](Self::entity_uuid), when there is a value.
    pub fn maybe_entity_uuid(
        self,
        value: rt::Option<impl rt::IntoArgument<scalar::Uuid>>,
    ) -> Self {
        Self(self.0.maybe("entityUuid", "Uuid", value))
    }
    /// Id of one account. The server needs this or entityUuid.
    ///
    /// `serviceAccountUuid: Uuid`
    pub fn service_account_uuid(
        self,
        value: impl rt::IntoArgument<scalar::Uuid>,
    ) -> Self {
        Self(self.0.with("serviceAccountUuid", "Uuid", value))
    }
    /// Sends null for `serviceAccountUuid`: not the same as not sending it.
    pub fn service_account_uuid_null(self) -> Self {
        Self(self.0.null("serviceAccountUuid", "Uuid"))
    }
    /// As [`service_account_uuid`](Self::service_account_uuid), when there is a value.
    pub fn maybe_service_account_uuid(
        self,
        value: rt::Option<impl rt::IntoArgument<scalar::Uuid>>,
    ) -> Self {
        Self(self.0.maybe("serviceAccountUuid", "Uuid", value))
    }
    /// Selects exactly this on the result, `[ServiceAccount]`.
    pub fn select<Selection: rt::Select<object::ServiceAccount>>(
        self,
        selection: Selection,
    ) -> rt::Nested<
        object::Query,
        object::ServiceAccount,
        rt::Opt<rt::List<rt::One>>,
        Selection,
    >
    where
        EntityType: required::entity_type,
    {
        rt::Nested::new("serviceAccounts", self.0.into_arguments(), selection)
    }
}
impl<EntityType: required::entity_type> rt::RootField for ServiceAccounts<EntityType> {
    type Root = object::Query;
    type Selection = rt::Nested<
        object::Query,
        object::ServiceAccount,
        rt::Opt<rt::List<rt::One>>,
        rt::DefaultSelection<object::ServiceAccount>,
    >;
    type Partial = <Self::Selection as rt::RootField>::Partial;
    fn selection(self) -> Self::Selection {
        self.select(rt::default_selection())
    }
    fn partial_selection(self) -> Self::Partial {
        rt::RootField::partial_selection(rt::RootField::selection(self))
    }
}
/// One service account of a workspace.
///
/// Selects by default: `active`, `category`, `createdAt`, `id`, `label`, `lastUsedAt`, `updatedAt`.
///
/// Needs the permission `workspace.serviceAccounts.get` or `system.serviceAccounts.get`.
///
/// Answers `Option<ServiceAccount>`: see [`ServiceAccount`](object::ServiceAccount).
///
/// Required: [`service_account_uuid`](WorkspaceServiceAccount::service_account_uuid), [`workspace_uuid`](WorkspaceServiceAccount::workspace_uuid).
///
/// GraphQL: `workspaceServiceAccount(serviceAccountUuid: Uuid!, workspaceUuid: Uuid!): ServiceAccount`
pub fn workspace_service_account() -> WorkspaceServiceAccount {
    WorkspaceServiceAccount(rt::Builder::new())
}
/// The builder of `workspaceServiceAccount`.
#[derive(Clone, Debug)]
#[must_use]
pub struct WorkspaceServiceAccount<
    ServiceAccountUuid = rt::Unset<argument::service_account_uuid>,
    WorkspaceUuid = rt::Unset<argument::workspace_uuid>,
>(
    rt::Builder<(ServiceAccountUuid, WorkspaceUuid)>,
);
/// [`WorkspaceServiceAccount`] with everything set that is required.
pub type WorkspaceServiceAccountReady = WorkspaceServiceAccount<rt::Set, rt::Set>;
impl<
    ServiceAccountUuid,
    WorkspaceUuid,
> WorkspaceServiceAccount<ServiceAccountUuid, WorkspaceUuid> {
    /// Id of the service account.
    ///
    /// Required. `serviceAccountUuid: Uuid!`
    pub fn service_account_uuid(
        self,
        value: impl rt::IntoArgument<scalar::Uuid>,
    ) -> WorkspaceServiceAccount<rt::Set, WorkspaceUuid> {
        WorkspaceServiceAccount(self.0.with("serviceAccountUuid", "Uuid!", value))
    }
    /// Id of the workspace.
    ///
    /// Required. `workspaceUuid: Uuid!`
    pub fn workspace_uuid(
        self,
        value: impl rt::IntoArgument<scalar::Uuid>,
    ) -> WorkspaceServiceAccount<ServiceAccountUuid, rt::Set> {
        WorkspaceServiceAccount(self.0.with("workspaceUuid", "Uuid!", value))
    }
    /// Selects exactly this on the result, `ServiceAccount`.
    pub fn select<Selection: rt::Select<object::ServiceAccount>>(
        self,
        selection: Selection,
    ) -> rt::Nested<object::Query, object::ServiceAccount, rt::Opt<rt::One>, Selection>
    where
        ServiceAccountUuid: required::service_account_uuid,
        WorkspaceUuid: required::workspace_uuid,
    {
        rt::Nested::new("workspaceServiceAccount", self.0.into_arguments(), selection)
    }
}
impl<
    ServiceAccountUuid: required::service_account_uuid,
    WorkspaceUuid: required::workspace_uuid,
> rt::RootField for WorkspaceServiceAccount<ServiceAccountUuid, WorkspaceUuid> {
    type Root = object::Query;
    type Selection = rt::Nested<
        object::Query,
        object::ServiceAccount,
        rt::Opt<rt::One>,
        rt::DefaultSelection<object::ServiceAccount>,
    >;
    type Partial = <Self::Selection as rt::RootField>::Partial;
    fn selection(self) -> Self::Selection {
        self.select(rt::default_selection())
    }
    fn partial_selection(self) -> Self::Partial {
        rt::RootField::partial_selection(rt::RootField::selection(self))
    }
}
/// The service accounts of a workspace.
///
/// Selects by default: `active`, `category`, `createdAt`, `id`, `label`, `lastUsedAt`, `updatedAt`.
///
/// Needs the permission `workspace.serviceAccounts.get` or `system.serviceAccounts.get`.
///
/// Answers `Option<Vec<ServiceAccount>>`: see [`ServiceAccount`](object::ServiceAccount).
///
/// Required: [`workspace_uuid`](WorkspaceServiceAccounts::workspace_uuid).
///
/// GraphQL: `workspaceServiceAccounts(workspaceUuid: Uuid!): [ServiceAccount]`
pub fn workspace_service_accounts() -> WorkspaceServiceAccounts {
    WorkspaceServiceAccounts(rt::Builder::new())
}
/// The builder of `workspaceServiceAccounts`.
#[derive(Clone, Debug)]
#[must_use]
pub struct WorkspaceServiceAccounts<WorkspaceUuid = rt::Unset<argument::workspace_uuid>>(
    rt::Builder<(WorkspaceUuid,)>,
);
/// [`WorkspaceServiceAccounts`] with everything set that is required.
pub type WorkspaceServiceAccountsReady = WorkspaceServiceAccounts<rt::Set>;
impl<WorkspaceUuid> WorkspaceServiceAccounts<WorkspaceUuid> {
    /// Id of the workspace.
    ///
    /// Required. `workspaceUuid: Uuid!`
    pub fn workspace_uuid(
        self,
        value: impl rt::IntoArgument<scalar::Uuid>,
    ) -> WorkspaceServiceAccounts<rt::Set> {
        WorkspaceServiceAccounts(self.0.with("workspaceUuid", "Uuid!", value))
    }
    /// Selects exactly this on the result, `[ServiceAccount]`.
    pub fn select<Selection: rt::Select<object::ServiceAccount>>(
        self,
        selection: Selection,
    ) -> rt::Nested<
        object::Query,
        object::ServiceAccount,
        rt::Opt<rt::List<rt::One>>,
        Selection,
    >
    where
        WorkspaceUuid: required::workspace_uuid,
    {
        rt::Nested::new("workspaceServiceAccounts", self.0.into_arguments(), selection)
    }
}
impl<WorkspaceUuid: required::workspace_uuid> rt::RootField
for WorkspaceServiceAccounts<WorkspaceUuid> {
    type Root = object::Query;
    type Selection = rt::Nested<
        object::Query,
        object::ServiceAccount,
        rt::Opt<rt::List<rt::One>>,
        rt::DefaultSelection<object::ServiceAccount>,
    >;
    type Partial = <Self::Selection as rt::RootField>::Partial;
    fn selection(self) -> Self::Selection {
        self.select(rt::default_selection())
    }
    fn partial_selection(self) -> Self::Partial {
        rt::RootField::partial_selection(rt::RootField::selection(self))
    }
}
