// Made by `cargo xtask codegen`: run it again instead of editing.

use crate::runtime as rt;
use super::super::{argument, enums, input, object, required, scalar};
/// Legacy form for all scopes. Use the delete operation of the scope instead.
///
/// Selects by default: `id`.
///
/// Anybody who is signed in may call it.
///
/// Answers [`DeleteServiceAccountPayload`](DeleteServiceAccountPayload).
///
/// Required: [`service_account_uuid`](DeleteServiceAccount::service_account_uuid).
///
/// GraphQL: `deleteServiceAccount(serviceAccountUuid: Uuid!): ServiceAccount`
pub fn delete_service_account() -> DeleteServiceAccount {
    DeleteServiceAccount(rt::Builder::new())
}
/// The builder of `deleteServiceAccount`.
#[derive(Clone, Debug)]
#[must_use]
pub struct DeleteServiceAccount<
    ServiceAccountUuid = rt::Unset<argument::service_account_uuid>,
>(
    rt::Builder<(ServiceAccountUuid,)>,
);
/// [`DeleteServiceAccount`] with everything set that is required.
pub type DeleteServiceAccountReady = DeleteServiceAccount<rt::Set>;
impl<ServiceAccountUuid> DeleteServiceAccount<ServiceAccountUuid> {
    /// Id of the service account to delete.
    ///
    /// Required. `serviceAccountUuid: Uuid!`
    pub fn service_account_uuid(
        self,
        value: impl rt::IntoArgument<scalar::Uuid>,
    ) -> DeleteServiceAccount<rt::Set> {
        DeleteServiceAccount(self.0.with("serviceAccountUuid", "Uuid!", value))
    }
    /// Selects exactly this on the result, `ServiceAccount`.
    pub fn select<Selection: rt::Select<object::ServiceAccount>>(
        self,
        selection: Selection,
    ) -> rt::Nested<object::Mutation, object::ServiceAccount, rt::One, Selection>
    where
        ServiceAccountUuid: required::service_account_uuid,
    {
        rt::Nested::new("deleteServiceAccount", self.0.into_arguments(), selection)
    }
}
/// What `deleteServiceAccount` answers by default.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct DeleteServiceAccountPayload {
    /// Id of the account: the `serviceAccountUuid` of other operations.
    pub id: rt::String,
}
impl rt::Object for DeleteServiceAccountPayload {
    type Scope = object::ServiceAccount;
    type Values = (rt::String,);
    const KEYS: &'static [&'static rt::str] = &["id"];
    fn new((id,): Self::Values) -> Self {
        Self { id }
    }
    fn serialize<M: rt::SerializeMap>(&self, map: &mut M) -> rt::Result<(), M::Error> {
        rt::serialize_entries(Self::KEYS, &(&self.id,), map)
    }
}
rt::object_type! {
    DeleteServiceAccountPayload
}
impl<ServiceAccountUuid: required::service_account_uuid> rt::RootField
for DeleteServiceAccount<ServiceAccountUuid> {
    type Root = object::Mutation;
    type Selection = rt::Nested<
        object::Mutation,
        object::ServiceAccount,
        rt::One,
        rt::DefaultSelection<DeleteServiceAccountPayload>,
    >;
    type Partial = <Self::Selection as rt::RootField>::Partial;
    fn selection(self) -> Self::Selection {
        self.select(rt::default_selection())
    }
    fn partial_selection(self) -> Self::Partial {
        rt::RootField::partial_selection(rt::RootField::selection(self))
    }
}
/// Deletes a service account of the platform.
///
/// Selects by default: `active`, `category`, `createdAt`, `id`, `label`, `lastUsedAt`, `updatedAt`.
///
/// Needs the permission `system.serviceAccounts.delete`.
///
/// Answers [`ServiceAccount`](object::ServiceAccount).
///
/// Required: [`service_account_uuid`](DeleteSystemServiceAccount::service_account_uuid).
///
/// GraphQL: `deleteSystemServiceAccount(serviceAccountUuid: Uuid!): ServiceAccount`
pub fn delete_system_service_account() -> DeleteSystemServiceAccount {
    DeleteSystemServiceAccount(rt::Builder::new())
}
/// The builder of `deleteSystemServiceAccount`.
#[derive(Clone, Debug)]
#[must_use]
pub struct DeleteSystemServiceAccount<
    ServiceAccountUuid = rt::Unset<argument::service_account_uuid>,
>(
    rt::Builder<(ServiceAccountUuid,)>,
);
/// [`DeleteSystemServiceAccount`] with everything set that is required.
pub type DeleteSystemServiceAccountReady = DeleteSystemServiceAccount<rt::Set>;
impl<ServiceAccountUuid> DeleteSystemServiceAccount<ServiceAccountUuid> {
    /// Id of the service account to delete.
    ///
    /// Required. `serviceAccountUuid: Uuid!`
    pub fn service_account_uuid(
        self,
        value: impl rt::IntoArgument<scalar::Uuid>,
    ) -> DeleteSystemServiceAccount<rt::Set> {
        DeleteSystemServiceAccount(self.0.with("serviceAccountUuid", "Uuid!", value))
    }
    /// Selects exactly this on the result, `ServiceAccount`.
    pub fn select<Selection: rt::Select<object::ServiceAccount>>(
        self,
        selection: Selection,
    ) -> rt::Nested<object::Mutation, object::ServiceAccount, rt::One, Selection>
    where
        ServiceAccountUuid: required::service_account_uuid,
    {
        rt::Nested::new("deleteSystemServiceAccount", self.0.into_arguments(), selection)
    }
}
impl<ServiceAccountUuid: required::service_account_uuid> rt::RootField
for DeleteSystemServiceAccount<ServiceAccountUuid> {
    type Root = object::Mutation;
    type Selection = rt::Nested<
        object::Mutation,
        object::ServiceAccount,
        rt::One,
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
/// Deletes a service account of a workspace.
///
/// Selects by default: `active`, `category`, `createdAt`, `id`, `label`, `lastUsedAt`, `updatedAt`.
///
/// Needs the permission `workspace.serviceAccounts.delete` or `system.serviceAccounts.delete`.
///
/// Answers [`ServiceAccount`](object::ServiceAccount).
///
/// Required: [`service_account_uuid`](DeleteWorkspaceServiceAccount::service_account_uuid), [`workspace_uuid`](DeleteWorkspaceServiceAccount::workspace_uuid).
///
/// GraphQL: `deleteWorkspaceServiceAccount(serviceAccountUuid: Uuid!, workspaceUuid: Uuid!): ServiceAccount`
pub fn delete_workspace_service_account() -> DeleteWorkspaceServiceAccount {
    DeleteWorkspaceServiceAccount(rt::Builder::new())
}
/// The builder of `deleteWorkspaceServiceAccount`.
#[derive(Clone, Debug)]
#[must_use]
pub struct DeleteWorkspaceServiceAccount<
    ServiceAccountUuid = rt::Unset<argument::service_account_uuid>,
    WorkspaceUuid = rt::Unset<argument::workspace_uuid>,
>(
    rt::Builder<(ServiceAccountUuid, WorkspaceUuid)>,
);
/// [`DeleteWorkspaceServiceAccount`] with everything set that is required.
pub type DeleteWorkspaceServiceAccountReady = DeleteWorkspaceServiceAccount<
    rt::Set,
    rt::Set,
>;
impl<
    ServiceAccountUuid,
    WorkspaceUuid,
> DeleteWorkspaceServiceAccount<ServiceAccountUuid, WorkspaceUuid> {
    /// Id of the service account to delete.
    ///
    /// Required. `serviceAccountUuid: Uuid!`
    pub fn service_account_uuid(
        self,
        value: impl rt::IntoArgument<scalar::Uuid>,
    ) -> DeleteWorkspaceServiceAccount<rt::Set, WorkspaceUuid> {
        DeleteWorkspaceServiceAccount(self.0.with("serviceAccountUuid", "Uuid!", value))
    }
    /// Id of the workspace.
    ///
    /// Required. `workspaceUuid: Uuid!`
    pub fn workspace_uuid(
        self,
        value: impl rt::IntoArgument<scalar::Uuid>,
    ) -> DeleteWorkspaceServiceAccount<ServiceAccountUuid, rt::Set> {
        DeleteWorkspaceServiceAccount(self.0.with("workspaceUuid", "Uuid!", value))
    }
    /// Selects exactly this on the result, `ServiceAccount`.
    pub fn select<Selection: rt::Select<object::ServiceAccount>>(
        self,
        selection: Selection,
    ) -> rt::Nested<object::Mutation, object::ServiceAccount, rt::One, Selection>
    where
        ServiceAccountUuid: required::service_account_uuid,
        WorkspaceUuid: required::workspace_uuid,
    {
        rt::Nested::new(
            "deleteWorkspaceServiceAccount",
            self.0.into_arguments(),
            selection,
        )
    }
}
impl<
    ServiceAccountUuid: required::service_account_uuid,
    WorkspaceUuid: required::workspace_uuid,
> rt::RootField for DeleteWorkspaceServiceAccount<ServiceAccountUuid, WorkspaceUuid> {
    type Root = object::Mutation;
    type Selection = rt::Nested<
        object::Mutation,
        object::ServiceAccount,
        rt::One,
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
/// Changes the label, category or role of a service account of a deployment.
///
/// Selects by default: `active`, `category`, `createdAt`, `id`, `label`, `lastUsedAt`, `updatedAt`.
///
/// Beware: Other keys of payload and unknown roles are dropped without an error.
///
/// Needs the permission `deployment.serviceAccounts.update` or `system.serviceAccounts.update`.
///
/// Answers [`ServiceAccount`](object::ServiceAccount).
///
/// Required: [`deployment_uuid`](UpdateDeploymentServiceAccount::deployment_uuid), [`service_account_uuid`](UpdateDeploymentServiceAccount::service_account_uuid).
///
/// GraphQL: `updateDeploymentServiceAccount(deploymentUuid: Uuid!, serviceAccountUuid: Uuid!, payload: JSON): ServiceAccount`
pub fn update_deployment_service_account() -> UpdateDeploymentServiceAccount {
    UpdateDeploymentServiceAccount(rt::Builder::new())
}
/// The builder of `updateDeploymentServiceAccount`.
#[derive(Clone, Debug)]
#[must_use]
pub struct UpdateDeploymentServiceAccount<
    DeploymentUuid = rt::Unset<argument::deployment_uuid>,
    ServiceAccountUuid = rt::Unset<argument::service_account_uuid>,
>(
    rt::Builder<(DeploymentUuid, ServiceAccountUuid)>,
);
/// [`UpdateDeploymentServiceAccount`] with everything set that is required.
pub type UpdateDeploymentServiceAccountReady = UpdateDeploymentServiceAccount<
    rt::Set,
    rt::Set,
>;
impl<
    DeploymentUuid,
    ServiceAccountUuid,
> UpdateDeploymentServiceAccount<DeploymentUuid, ServiceAccountUuid> {
    /// Id of the deployment.
    ///
    /// Required. `deploymentUuid: Uuid!`
    pub fn deployment_uuid(
        self,
        value: impl rt::IntoArgument<scalar::Uuid>,
    ) -> UpdateDeploymentServiceAccount<rt::Set, ServiceAccountUuid> {
        UpdateDeploymentServiceAccount(self.0.with("deploymentUuid", "Uuid!", value))
    }
    /// Id of the service account to change.
    ///
    /// Required. `serviceAccountUuid: Uuid!`
    pub fn service_account_uuid(
        self,
        value: impl rt::IntoArgument<scalar::Uuid>,
    ) -> UpdateDeploymentServiceAccount<DeploymentUuid, rt::Set> {
        UpdateDeploymentServiceAccount(self.0.with("serviceAccountUuid", "Uuid!", value))
    }
    /// JSON object: `label`, `category`, `role`; other keys and unknown roles are dropped without an error.
    ///
    /// `payload: JSON`
    pub fn payload(self, value: impl rt::IntoArgument<rt::Value>) -> Self {
        Self(self.0.with("payload", "JSON", value))
    }
    /// Sends null for `payload`: not the same as not sending it.
    pub fn payload_null(self) -> Self {
        Self(self.0.null("payload", "JSON"))
    }
    /// As [`payload`](Self::payload), when there is a value.
    pub fn maybe_payload(
        self,
        value: rt::Option<impl rt::IntoArgument<rt::Value>>,
    ) -> Self {
        Self(self.0.maybe("payload", "JSON", value))
    }
    /// Selects exactly this on the result, `ServiceAccount`.
    pub fn select<Selection: rt::Select<object::ServiceAccount>>(
        self,
        selection: Selection,
    ) -> rt::Nested<object::Mutation, object::ServiceAccount, rt::One, Selection>
    where
        DeploymentUuid: required::deployment_uuid,
        ServiceAccountUuid: required::service_account_uuid,
    {
        rt::Nested::new(
            "updateDeploymentServiceAccount",
            self.0.into_arguments(),
            selection,
        )
    }
}
impl<
    DeploymentUuid: required::deployment_uuid,
    ServiceAccountUuid: required::service_account_uuid,
> rt::RootField for UpdateDeploymentServiceAccount<DeploymentUuid, ServiceAccountUuid> {
    type Root = object::Mutation;
    type Selection = rt::Nested<
        object::Mutation,
        object::ServiceAccount,
        rt::One,
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
/// Legacy form for all scopes. Use the update operation of the scope instead.
///
/// Selects by default: `active`, `category`, `createdAt`, `id`, `label`, `lastUsedAt`, `updatedAt`.
///
/// Beware: Other keys of payload and unknown roles are dropped without an error.
///
/// Anybody who is signed in may call it.
///
/// Answers [`ServiceAccount`](object::ServiceAccount).
///
/// Required: [`service_account_uuid`](UpdateServiceAccount::service_account_uuid).
///
/// GraphQL: `updateServiceAccount(serviceAccountUuid: Uuid!, payload: JSON): ServiceAccount`
pub fn update_service_account() -> UpdateServiceAccount {
    UpdateServiceAccount(rt::Builder::new())
}
/// The builder of `updateServiceAccount`.
#[derive(Clone, Debug)]
#[must_use]
pub struct UpdateServiceAccount<
    ServiceAccountUuid = rt::Unset<argument::service_account_uuid>,
>(
    rt::Builder<(ServiceAccountUuid,)>,
);
/// [`UpdateServiceAccount`] with everything set that is required.
pub type UpdateServiceAccountReady = UpdateServiceAccount<rt::Set>;
impl<ServiceAccountUuid> UpdateServiceAccount<ServiceAccountUuid> {
    /// Id of the service account to change.
    ///
    /// Required. `serviceAccountUuid: Uuid!`
    pub fn service_account_uuid(
        self,
        value: impl rt::IntoArgument<scalar::Uuid>,
    ) -> UpdateServiceAccount<rt::Set> {
        UpdateServiceAccount(self.0.with("serviceAccountUuid", "Uuid!", value))
    }
    /// JSON object: `label`, `category`, `role`; other keys and unknown roles are dropped without an error.
    ///
    /// `payload: JSON`
    pub fn payload(self, value: impl rt::IntoArgument<rt::Value>) -> Self {
        Self(self.0.with("payload", "JSON", value))
    }
    /// Sends null for `payload`: not the same as not sending it.
    pub fn payload_null(self) -> Self {
        Self(self.0.null("payload", "JSON"))
    }
    /// As [`payload`](Self::payload), when there is a value.
    pub fn maybe_payload(
        self,
        value: rt::Option<impl rt::IntoArgument<rt::Value>>,
    ) -> Self {
        Self(self.0.maybe("payload", "JSON", value))
    }
    /// Selects exactly this on the result, `ServiceAccount`.
    pub fn select<Selection: rt::Select<object::ServiceAccount>>(
        self,
        selection: Selection,
    ) -> rt::Nested<object::Mutation, object::ServiceAccount, rt::One, Selection>
    where
        ServiceAccountUuid: required::service_account_uuid,
    {
        rt::Nested::new("updateServiceAccount", self.0.into_arguments(), selection)
    }
}
impl<ServiceAccountUuid: required::service_account_uuid> rt::RootField
for UpdateServiceAccount<ServiceAccountUuid> {
    type Root = object::Mutation;
    type Selection = rt::Nested<
        object::Mutation,
        object::ServiceAccount,
        rt::One,
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
/// Changes the label, category or role of a service account of a workspace.
///
/// Selects by default: `active`, `category`, `createdAt`, `id`, `label`, `lastUsedAt`, `updatedAt`.
///
/// Beware: Other keys of payload and unknown roles are dropped without an error.
///
/// Needs the permission `workspace.serviceAccounts.update` or `system.serviceAccounts.update`.
///
/// Answers [`ServiceAccount`](object::ServiceAccount).
///
/// Required: [`payload`](UpdateWorkspaceServiceAccount::payload), [`service_account_uuid`](UpdateWorkspaceServiceAccount::service_account_uuid), [`workspace_uuid`](UpdateWorkspaceServiceAccount::workspace_uuid).
///
/// GraphQL: `updateWorkspaceServiceAccount(payload: JSON!, serviceAccountUuid: Uuid!, workspaceUuid: Uuid!): ServiceAccount`
pub fn update_workspace_service_account() -> UpdateWorkspaceServiceAccount {
    UpdateWorkspaceServiceAccount(rt::Builder::new())
}
/// The builder of `updateWorkspaceServiceAccount`.
#[derive(Clone, Debug)]
#[must_use]
pub struct UpdateWorkspaceServiceAccount<
    Payload = rt::Unset<argument::payload>,
    ServiceAccountUuid = rt::Unset<argument::service_account_uuid>,
    WorkspaceUuid = rt::Unset<argument::workspace_uuid>,
>(
    rt::Builder<(Payload, ServiceAccountUuid, WorkspaceUuid)>,
);
/// [`UpdateWorkspaceServiceAccount`] with everything set that is required.
pub type UpdateWorkspaceServiceAccountReady = UpdateWorkspaceServiceAccount<
    rt::Set,
    rt::Set,
    rt::Set,
>;
impl<
    Payload,
    ServiceAccountUuid,
    WorkspaceUuid,
> UpdateWorkspaceServiceAccount<Payload, ServiceAccountUuid, WorkspaceUuid> {
    /// JSON object: `label`, `category`, `role`; other keys and unknown roles are dropped without an error.
    ///
    /// Required. `payload: JSON!`
    pub fn payload(
        self,
        value: impl rt::IntoArgument<rt::Value>,
    ) -> UpdateWorkspaceServiceAccount<rt::Set, ServiceAccountUuid, WorkspaceUuid> {
        UpdateWorkspaceServiceAccount(self.0.with("payload", "JSON!", value))
    }
    /// Id of the service account to change.
    ///
    /// Required. `serviceAccountUuid: Uuid!`
    pub fn service_account_uuid(
        self,
        value: impl rt::IntoArgument<scalar::Uuid>,
    ) -> UpdateWorkspaceServiceAccount<Payload, rt::Set, WorkspaceUuid> {
        UpdateWorkspaceServiceAccount(self.0.with("serviceAccountUuid", "Uuid!", value))
    }
    /// Id of the workspace.
    ///
    /// Required. `workspaceUuid: Uuid!`
    pub fn workspace_uuid(
        self,
        value: impl rt::IntoArgument<scalar::Uuid>,
    ) -> UpdateWorkspaceServiceAccount<Payload, ServiceAccountUuid, rt::Set> {
        UpdateWorkspaceServiceAccount(self.0.with("workspaceUuid", "Uuid!", value))
    }
    /// Selects exactly this on the result, `ServiceAccount`.
    pub fn select<Selection: rt::Select<object::ServiceAccount>>(
        self,
        selection: Selection,
    ) -> rt::Nested<object::Mutation, object::ServiceAccount, rt::One, Selection>
    where
        Payload: required::payload,
        ServiceAccountUuid: required::service_account_uuid,
        WorkspaceUuid: required::workspace_uuid,
    {
        rt::Nested::new(
            "updateWorkspaceServiceAccount",
            self.0.into_arguments(),
            selection,
        )
    }
}
impl<
    Payload: required::payload,
    ServiceAccountUuid: required::service_account_uuid,
    WorkspaceUuid: required::workspace_uuid,
> rt::RootField
for UpdateWorkspaceServiceAccount<Payload, ServiceAccountUuid, WorkspaceUuid> {
    type Root = object::Mutation;
    type Selection = rt::Nested<
        object::Mutation,
        object::ServiceAccount,
        rt::One,
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
