// Made by `cargo xtask codegen`: run it again instead of editing.

use crate::runtime as rt;
/// One service account of a deployment.
///
/// Selects by default: `active`, `category`, `createdAt`, `id`, `label`, `lastUsedAt`, `updatedAt`.
///
/// Needs the permission `deployment.serviceAccounts.get` or `system.serviceAccounts.get`.
///
/// Answers `Option<ServiceAccount>`: see [`ServiceAccount`](super::super::object::ServiceAccount).
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
    DeploymentUuid = rt::Unset<super::super::argument::deployment_uuid>,
    ServiceAccountUuid = rt::Unset<super::super::argument::service_account_uuid>,
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
        value: impl rt::IntoArgument<super::super::scalar::Uuid>,
    ) -> DeploymentServiceAccount<rt::Set, ServiceAccountUuid> {
        DeploymentServiceAccount(self.0.with("deploymentUuid", "Uuid!", value))
    }
    /// Id of the service account.
    ///
    /// Required. `serviceAccountUuid: Uuid!`
    pub fn service_account_uuid(
        self,
        value: impl rt::IntoArgument<super::super::scalar::Uuid>,
    ) -> DeploymentServiceAccount<DeploymentUuid, rt::Set> {
        DeploymentServiceAccount(self.0.with("serviceAccountUuid", "Uuid!", value))
    }
}
impl<
    DeploymentUuid,
    ServiceAccountUuid,
> DeploymentServiceAccount<DeploymentUuid, ServiceAccountUuid> {
    /// Selects exactly this on the result, `ServiceAccount`.
    pub fn select<Selection: rt::Select<super::super::object::ServiceAccount>>(
        self,
        selection: Selection,
    ) -> rt::Nested<
        super::super::object::Query,
        super::super::object::ServiceAccount,
        rt::Opt<rt::One>,
        Selection,
    >
    where
        DeploymentUuid: super::super::required::deployment_uuid,
        ServiceAccountUuid: super::super::required::service_account_uuid,
    {
        rt::Nested::new("deploymentServiceAccount", self.0.into_arguments(), selection)
    }
}
impl<
    DeploymentUuid: super::super::required::deployment_uuid,
    ServiceAccountUuid: super::super::required::service_account_uuid,
> rt::RootField for DeploymentServiceAccount<DeploymentUuid, ServiceAccountUuid> {
    type Root = super::super::object::Query;
    type Selection = rt::Nested<
        super::super::object::Query,
        super::super::object::ServiceAccount,
        rt::Opt<rt::One>,
        rt::DefaultSelection<super::super::object::ServiceAccount>,
    >;
    type Partial = rt::Nested<
        super::super::object::Query,
        super::super::object::ServiceAccount,
        <rt::Opt<rt::One> as rt::Wrap>::Nullable,
        rt::DefaultSelection<super::super::object::ServiceAccount>,
    >;
    fn selection(self) -> Self::Selection {
        self.select(rt::default_selection())
    }
    fn partial_selection(self) -> Self::Partial {
        rt::RootField::partial_selection(self.select(rt::default_selection()))
    }
}
/// The service accounts of a deployment.
///
/// Selects by default: `active`, `category`, `createdAt`, `id`, `label`, `lastUsedAt`, `updatedAt`.
///
/// Needs the permission `deployment.serviceAccounts.get` or `system.serviceAccounts.get`.
///
/// Answers `Option<Vec<ServiceAccount>>`: see [`ServiceAccount`](super::super::object::ServiceAccount).
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
    DeploymentUuid = rt::Unset<super::super::argument::deployment_uuid>,
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
        value: impl rt::IntoArgument<super::super::scalar::Uuid>,
    ) -> DeploymentServiceAccounts<rt::Set> {
        DeploymentServiceAccounts(self.0.with("deploymentUuid", "Uuid!", value))
    }
}
impl<DeploymentUuid> DeploymentServiceAccounts<DeploymentUuid> {
    /// Selects exactly this on the result, `[ServiceAccount]`.
    pub fn select<Selection: rt::Select<super::super::object::ServiceAccount>>(
        self,
        selection: Selection,
    ) -> rt::Nested<
        super::super::object::Query,
        super::super::object::ServiceAccount,
        rt::Opt<rt::List<rt::One>>,
        Selection,
    >
    where
        DeploymentUuid: super::super::required::deployment_uuid,
    {
        rt::Nested::new("deploymentServiceAccounts", self.0.into_arguments(), selection)
    }
}
impl<DeploymentUuid: super::super::required::deployment_uuid> rt::RootField
for DeploymentServiceAccounts<DeploymentUuid> {
    type Root = super::super::object::Query;
    type Selection = rt::Nested<
        super::super::object::Query,
        super::super::object::ServiceAccount,
        rt::Opt<rt::List<rt::One>>,
        rt::DefaultSelection<super::super::object::ServiceAccount>,
    >;
    type Partial = rt::Nested<
        super::super::object::Query,
        super::super::object::ServiceAccount,
        <rt::Opt<rt::List<rt::One>> as rt::Wrap>::Nullable,
        rt::DefaultSelection<super::super::object::ServiceAccount>,
    >;
    fn selection(self) -> Self::Selection {
        self.select(rt::default_selection())
    }
    fn partial_selection(self) -> Self::Partial {
        rt::RootField::partial_selection(self.select(rt::default_selection()))
    }
}
/// Legacy list by scope. Prefer workspaceServiceAccounts or deploymentServiceAccounts.
///
/// Selects by default: `active`, `category`, `createdAt`, `id`, `label`, `lastUsedAt`, `updatedAt`.
///
/// Beware: The server wants entityUuid or serviceAccountUuid; 0.23 can fail on it, so prefer workspaceServiceAccounts or deploymentServiceAccounts.
///
/// Anybody who is signed in may call it.
///
/// Answers `Option<Vec<ServiceAccount>>`: see [`ServiceAccount`](super::super::object::ServiceAccount).
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
pub struct ServiceAccounts<EntityType = rt::Unset<super::super::argument::entity_type>>(
    rt::Builder<(EntityType,)>,
);
/// [`ServiceAccounts`] with everything set that is required.
pub type ServiceAccountsReady = ServiceAccounts<rt::Set>;
impl<EntityType> ServiceAccounts<EntityType> {
    /// Kind of thing that the accounts belong to.
    ///
    /// Required. `entityType: EntityType!`
    pub fn entity_type(
        self,
        value: impl rt::IntoArgument<super::super::enums::EntityType>,
    ) -> ServiceAccounts<rt::Set> {
        ServiceAccounts(self.0.with("entityType", "EntityType!", value))
    }
    /// Id of that thing. The server wants this or serviceAccountUuid.
    ///
    /// `entityUuid: Uuid`
    pub fn entity_uuid(
        self,
        value: impl rt::IntoArgument<super::super::scalar::Uuid>,
    ) -> Self {
        Self(self.0.with("entityUuid", "Uuid", value))
    }
    /// Sends null for `entityUuid`: not the same as not sending it.
    pub fn entity_uuid_null(self) -> Self {
        Self(self.0.null("entityUuid", "Uuid"))
    }
    /// As [`entity_uuid`](Self::entity_uuid), when there is a value.
    pub fn maybe_entity_uuid(
        self,
        value: ::core::option::Option<impl rt::IntoArgument<super::super::scalar::Uuid>>,
    ) -> Self {
        Self(self.0.maybe("entityUuid", "Uuid", value))
    }
    /// Id of one account. The server wants this or entityUuid.
    ///
    /// `serviceAccountUuid: Uuid`
    pub fn service_account_uuid(
        self,
        value: impl rt::IntoArgument<super::super::scalar::Uuid>,
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
        value: ::core::option::Option<impl rt::IntoArgument<super::super::scalar::Uuid>>,
    ) -> Self {
        Self(self.0.maybe("serviceAccountUuid", "Uuid", value))
    }
}
impl<EntityType> ServiceAccounts<EntityType> {
    /// Selects exactly this on the result, `[ServiceAccount]`.
    pub fn select<Selection: rt::Select<super::super::object::ServiceAccount>>(
        self,
        selection: Selection,
    ) -> rt::Nested<
        super::super::object::Query,
        super::super::object::ServiceAccount,
        rt::Opt<rt::List<rt::One>>,
        Selection,
    >
    where
        EntityType: super::super::required::entity_type,
    {
        rt::Nested::new("serviceAccounts", self.0.into_arguments(), selection)
    }
}
impl<EntityType: super::super::required::entity_type> rt::RootField
for ServiceAccounts<EntityType> {
    type Root = super::super::object::Query;
    type Selection = rt::Nested<
        super::super::object::Query,
        super::super::object::ServiceAccount,
        rt::Opt<rt::List<rt::One>>,
        rt::DefaultSelection<super::super::object::ServiceAccount>,
    >;
    type Partial = rt::Nested<
        super::super::object::Query,
        super::super::object::ServiceAccount,
        <rt::Opt<rt::List<rt::One>> as rt::Wrap>::Nullable,
        rt::DefaultSelection<super::super::object::ServiceAccount>,
    >;
    fn selection(self) -> Self::Selection {
        self.select(rt::default_selection())
    }
    fn partial_selection(self) -> Self::Partial {
        rt::RootField::partial_selection(self.select(rt::default_selection()))
    }
}
/// One service account of a workspace.
///
/// Selects by default: `active`, `category`, `createdAt`, `id`, `label`, `lastUsedAt`, `updatedAt`.
///
/// Needs the permission `workspace.serviceAccounts.get` or `system.serviceAccounts.get`.
///
/// Answers `Option<ServiceAccount>`: see [`ServiceAccount`](super::super::object::ServiceAccount).
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
    ServiceAccountUuid = rt::Unset<super::super::argument::service_account_uuid>,
    WorkspaceUuid = rt::Unset<super::super::argument::workspace_uuid>,
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
        value: impl rt::IntoArgument<super::super::scalar::Uuid>,
    ) -> WorkspaceServiceAccount<rt::Set, WorkspaceUuid> {
        WorkspaceServiceAccount(self.0.with("serviceAccountUuid", "Uuid!", value))
    }
    /// Id of the workspace.
    ///
    /// Required. `workspaceUuid: Uuid!`
    pub fn workspace_uuid(
        self,
        value: impl rt::IntoArgument<super::super::scalar::Uuid>,
    ) -> WorkspaceServiceAccount<ServiceAccountUuid, rt::Set> {
        WorkspaceServiceAccount(self.0.with("workspaceUuid", "Uuid!", value))
    }
}
impl<
    ServiceAccountUuid,
    WorkspaceUuid,
> WorkspaceServiceAccount<ServiceAccountUuid, WorkspaceUuid> {
    /// Selects exactly this on the result, `ServiceAccount`.
    pub fn select<Selection: rt::Select<super::super::object::ServiceAccount>>(
        self,
        selection: Selection,
    ) -> rt::Nested<
        super::super::object::Query,
        super::super::object::ServiceAccount,
        rt::Opt<rt::One>,
        Selection,
    >
    where
        ServiceAccountUuid: super::super::required::service_account_uuid,
        WorkspaceUuid: super::super::required::workspace_uuid,
    {
        rt::Nested::new("workspaceServiceAccount", self.0.into_arguments(), selection)
    }
}
impl<
    ServiceAccountUuid: super::super::required::service_account_uuid,
    WorkspaceUuid: super::super::required::workspace_uuid,
> rt::RootField for WorkspaceServiceAccount<ServiceAccountUuid, WorkspaceUuid> {
    type Root = super::super::object::Query;
    type Selection = rt::Nested<
        super::super::object::Query,
        super::super::object::ServiceAccount,
        rt::Opt<rt::One>,
        rt::DefaultSelection<super::super::object::ServiceAccount>,
    >;
    type Partial = rt::Nested<
        super::super::object::Query,
        super::super::object::ServiceAccount,
        <rt::Opt<rt::One> as rt::Wrap>::Nullable,
        rt::DefaultSelection<super::super::object::ServiceAccount>,
    >;
    fn selection(self) -> Self::Selection {
        self.select(rt::default_selection())
    }
    fn partial_selection(self) -> Self::Partial {
        rt::RootField::partial_selection(self.select(rt::default_selection()))
    }
}
/// The service accounts of a workspace.
///
/// Selects by default: `active`, `category`, `createdAt`, `id`, `label`, `lastUsedAt`, `updatedAt`.
///
/// Needs the permission `workspace.serviceAccounts.get` or `system.serviceAccounts.get`.
///
/// Answers `Option<Vec<ServiceAccount>>`: see [`ServiceAccount`](super::super::object::ServiceAccount).
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
pub struct WorkspaceServiceAccounts<
    WorkspaceUuid = rt::Unset<super::super::argument::workspace_uuid>,
>(
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
        value: impl rt::IntoArgument<super::super::scalar::Uuid>,
    ) -> WorkspaceServiceAccounts<rt::Set> {
        WorkspaceServiceAccounts(self.0.with("workspaceUuid", "Uuid!", value))
    }
}
impl<WorkspaceUuid> WorkspaceServiceAccounts<WorkspaceUuid> {
    /// Selects exactly this on the result, `[ServiceAccount]`.
    pub fn select<Selection: rt::Select<super::super::object::ServiceAccount>>(
        self,
        selection: Selection,
    ) -> rt::Nested<
        super::super::object::Query,
        super::super::object::ServiceAccount,
        rt::Opt<rt::List<rt::One>>,
        Selection,
    >
    where
        WorkspaceUuid: super::super::required::workspace_uuid,
    {
        rt::Nested::new("workspaceServiceAccounts", self.0.into_arguments(), selection)
    }
}
impl<WorkspaceUuid: super::super::required::workspace_uuid> rt::RootField
for WorkspaceServiceAccounts<WorkspaceUuid> {
    type Root = super::super::object::Query;
    type Selection = rt::Nested<
        super::super::object::Query,
        super::super::object::ServiceAccount,
        rt::Opt<rt::List<rt::One>>,
        rt::DefaultSelection<super::super::object::ServiceAccount>,
    >;
    type Partial = rt::Nested<
        super::super::object::Query,
        super::super::object::ServiceAccount,
        <rt::Opt<rt::List<rt::One>> as rt::Wrap>::Nullable,
        rt::DefaultSelection<super::super::object::ServiceAccount>,
    >;
    fn selection(self) -> Self::Selection {
        self.select(rt::default_selection())
    }
    fn partial_selection(self) -> Self::Partial {
        rt::RootField::partial_selection(self.select(rt::default_selection()))
    }
}
