// Made by `cargo xtask codegen`: run it again instead of editing.

use crate::runtime as rt;
use super::super::{argument, enums, input, object, required, scalar};
/// Creates a service account for one deployment. Keep apiKey: it can be read for only ten minutes.
///
/// Selects by default: `active`, `apiKey`, `category`, `createdAt`, `id`, `label`, `lastUsedAt`, `updatedAt`.
///
/// Beware: Keep apiKey now: after ten minutes it is masked.
///
/// Needs the permission `deployment.serviceAccounts.create` or `system.serviceAccounts.create`.
///
/// Answers [`CreateDeploymentServiceAccountPayload`](CreateDeploymentServiceAccountPayload).
///
/// Required: [`deployment_uuid`](CreateDeploymentServiceAccount::deployment_uuid), [`label`](CreateDeploymentServiceAccount::label), [`role`](CreateDeploymentServiceAccount::role).
///
/// GraphQL: `createDeploymentServiceAccount(deploymentUuid: Uuid!, label: String!, role: Role!, category: String): ServiceAccount`
pub fn create_deployment_service_account() -> CreateDeploymentServiceAccount {
    CreateDeploymentServiceAccount(rt::Builder::new())
}
/// The builder of `createDeploymentServiceAccount`.
#[derive(Clone, Debug)]
#[must_use]
pub struct CreateDeploymentServiceAccount<
    DeploymentUuid = rt::Unset<argument::deployment_uuid>,
    Label = rt::Unset<argument::label>,
    Role = rt::Unset<argument::role>,
>(
    rt::Builder<(DeploymentUuid, Label, Role)>,
);
/// [`CreateDeploymentServiceAccount`] with everything set that is required.
pub type CreateDeploymentServiceAccountReady = CreateDeploymentServiceAccount<
    rt::Set,
    rt::Set,
    rt::Set,
>;
impl<
    DeploymentUuid,
    Label,
    Role,
> CreateDeploymentServiceAccount<DeploymentUuid, Label, Role> {
    /// Id of the deployment.
    ///
    /// Required. `deploymentUuid: Uuid!`
    pub fn deployment_uuid(
        self,
        value: impl rt::IntoArgument<scalar::Uuid>,
    ) -> CreateDeploymentServiceAccount<rt::Set, Label, Role> {
        CreateDeploymentServiceAccount(self.0.with("deploymentUuid", "Uuid!", value))
    }
    /// Display name.
    ///
    /// Required. `label: String!`
    pub fn label(
        self,
        value: impl rt::IntoArgument<rt::String>,
    ) -> CreateDeploymentServiceAccount<DeploymentUuid, rt::Set, Role> {
        CreateDeploymentServiceAccount(self.0.with("label", "String!", value))
    }
    /// A role that begins with `DEPLOYMENT_`; the server may not check that.
    ///
    /// Required. `role: Role!`
    pub fn role(
        self,
        value: impl rt::IntoArgument<enums::Role>,
    ) -> CreateDeploymentServiceAccount<DeploymentUuid, Label, rt::Set> {
        CreateDeploymentServiceAccount(self.0.with("role", "Role!", value))
    }
    /// Free text to group accounts by.
    ///
    /// `category: String`
    pub fn category(self, value: impl rt::IntoArgument<rt::String>) -> Self {
        Self(self.0.with("category", "String", value))
    }
    /// Sends null for `category`: not the same as not sending it.
    pub fn category_null(self) -> Self {
        Self(self.0.null("category", "String"))
    }
    /// As [`category`](Self::category), when there is a value.
    pub fn maybe_category(
        self,
        value: rt::Option<impl rt::IntoArgument<rt::String>>,
    ) -> Self {
        Self(self.0.maybe("category", "String", value))
    }
    /// Selects exactly this on the result, `ServiceAccount`.
    pub fn select<Selection: rt::Select<object::ServiceAccount>>(
        self,
        selection: Selection,
    ) -> rt::Nested<object::Mutation, object::ServiceAccount, rt::One, Selection>
    where
        DeploymentUuid: required::deployment_uuid,
        Label: required::label,
        Role: required::role,
    {
        rt::Nested::new(
            "createDeploymentServiceAccount",
            self.0.into_arguments(),
            selection,
        )
    }
}
/// What `createDeploymentServiceAccount` answers by default.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct CreateDeploymentServiceAccountPayload {
    /// Whether the key works.
    pub active: rt::Option<rt::bool>,
    /// The key: 32 hex digits. Readable for ten minutes, then 6 characters and asterisks.
    pub api_key: rt::Option<rt::String>,
    /// Free text to group accounts by.
    pub category: rt::Option<rt::String>,
    /// When it was created. The ten minutes of apiKey start here.
    pub created_at: scalar::DateTime,
    /// Id of the account: the `serviceAccountUuid` of other operations.
    pub id: rt::String,
    /// Display name.
    pub label: rt::Option<rt::String>,
    /// When the key was last used. Through 0.16, never set.
    pub last_used_at: rt::Option<scalar::DateTime>,
    /// When it was last changed.
    pub updated_at: scalar::DateTime,
}
impl ::core::fmt::Debug for CreateDeploymentServiceAccountPayload {
    fn fmt(&self, formatter: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
        formatter
            .debug_struct("CreateDeploymentServiceAccountPayload")
            .field("active", &self.active)
            .field("api_key", &::core::format_args!("***"))
            .field("category", &self.category)
            .field("created_at", &self.created_at)
            .field("id", &self.id)
            .field("label", &self.label)
            .field("last_used_at", &self.last_used_at)
            .field("updated_at", &self.updated_at)
            .finish()
    }
}
impl rt::Object for CreateDeploymentServiceAccountPayload {
    type Scope = object::ServiceAccount;
    type Values = (
        rt::Option<rt::bool>,
        rt::Option<rt::String>,
        rt::Option<rt::String>,
        scalar::DateTime,
        rt::String,
        rt::Option<rt::String>,
        rt::Option<scalar::DateTime>,
        scalar::DateTime,
    );
    const KEYS: &'static [&'static rt::str] = &[
        "active",
        "apiKey",
        "category",
        "createdAt",
        "id",
        "label",
        "lastUsedAt",
        "updatedAt",
    ];
    fn new(
        (
            active,
            api_key,
            category,
            created_at,
            id,
            label,
            last_used_at,
            updated_at,
        ): Self::Values,
    ) -> Self {
        Self {
            active,
            api_key,
            category,
            created_at,
            id,
            label,
            last_used_at,
            updated_at,
        }
    }
    fn serialize<M: rt::SerializeMap>(&self, map: &mut M) -> rt::Result<(), M::Error> {
        rt::serialize_entries(
            Self::KEYS,
            &(
                &self.active,
                &self.api_key,
                &self.category,
                &self.created_at,
                &self.id,
                &self.label,
                &self.last_used_at,
                &self.updated_at,
            ),
            map,
        )
    }
}
rt::object_type! {
    CreateDeploymentServiceAccountPayload
}
impl<
    DeploymentUuid: required::deployment_uuid,
    Label: required::label,
    Role: required::role,
> rt::RootField for CreateDeploymentServiceAccount<DeploymentUuid, Label, Role> {
    type Root = object::Mutation;
    type Selection = rt::Nested<
        object::Mutation,
        object::ServiceAccount,
        rt::One,
        rt::DefaultSelection<CreateDeploymentServiceAccountPayload>,
    >;
    type Partial = <Self::Selection as rt::RootField>::Partial;
    fn selection(self) -> Self::Selection {
        self.select(rt::default_selection())
    }
    fn partial_selection(self) -> Self::Partial {
        rt::RootField::partial_selection(rt::RootField::selection(self))
    }
}
/// Legacy form for all scopes. Use the create operation of the scope instead. Fails for SYSTEM.
///
/// Selects by default: `active`, `apiKey`, `category`, `createdAt`, `id`, `label`, `lastUsedAt`, `updatedAt`.
///
/// Beware: Keep apiKey now: after ten minutes it is masked; entityType SYSTEM fails: use createSystemServiceAccount.
///
/// Anybody who is signed in may call it.
///
/// Answers [`CreateServiceAccountPayload`](CreateServiceAccountPayload).
///
/// Required: [`entity_type`](CreateServiceAccount::entity_type), [`entity_uuid`](CreateServiceAccount::entity_uuid), [`label`](CreateServiceAccount::label), [`role`](CreateServiceAccount::role).
///
/// GraphQL: `createServiceAccount(entityType: EntityType!, entityUuid: Uuid, label: String!, role: Role!, category: String): ServiceAccount`
pub fn create_service_account() -> CreateServiceAccount {
    CreateServiceAccount(rt::Builder::new())
}
/// The builder of `createServiceAccount`.
#[derive(Clone, Debug)]
#[must_use]
pub struct CreateServiceAccount<
    EntityType = rt::Unset<argument::entity_type>,
    EntityUuid = rt::Unset<argument::entity_uuid>,
    Label = rt::Unset<argument::label>,
    Role = rt::Unset<argument::role>,
>(
    rt::Builder<(EntityType, EntityUuid, Label, Role)>,
);
/// [`CreateServiceAccount`] with everything set that is required.
pub type CreateServiceAccountReady = CreateServiceAccount<
    rt::Set,
    rt::Set,
    rt::Set,
    rt::Set,
>;
impl<
    EntityType,
    EntityUuid,
    Label,
    Role,
> CreateServiceAccount<EntityType, EntityUuid, Label, Role> {
    /// WORKSPACE or DEPLOYMENT.
    ///
    /// Required. `entityType: EntityType!`
    pub fn entity_type(
        self,
        value: impl rt::IntoArgument<enums::EntityType>,
    ) -> CreateServiceAccount<rt::Set, EntityUuid, Label, Role> {
        CreateServiceAccount(self.0.with("entityType", "EntityType!", value))
    }
    /// Id of the workspace or deployment; the server fails without it.
    ///
    /// Required. `entityUuid: Uuid`
    pub fn entity_uuid(
        self,
        value: impl rt::IntoArgument<scalar::Uuid>,
    ) -> CreateServiceAccount<EntityType, rt::Set, Label, Role> {
        CreateServiceAccount(self.0.with("entityUuid", "Uuid", value))
    }
    /// Display name.
    ///
    /// Required. `label: String!`
    pub fn label(
        self,
        value: impl rt::IntoArgument<rt::String>,
    ) -> CreateServiceAccount<EntityType, EntityUuid, rt::Set, Role> {
        CreateServiceAccount(self.0.with("label", "String!", value))
    }
    /// A role of the same scope as entityType.
    ///
    /// Required. `role: Role!`
    pub fn role(
        self,
        value: impl rt::IntoArgument<enums::Role>,
    ) -> CreateServiceAccount<EntityType, EntityUuid, Label, rt::Set> {
        CreateServiceAccount(self.0.with("role", "Role!", value))
    }
    /// Free text to group accounts by.
    ///
    /// `category: String`
    pub fn category(self, value: impl rt::IntoArgument<rt::String>) -> Self {
        Self(self.0.with("category", "String", value))
    }
    /// Sends null for `category`: not the same as not sending it.
    pub fn category_null(self) -> Self {
        Self(self.0.null("category", "String"))
    }
    /// As [`category`](Self::category), when there is a value.
    pub fn maybe_category(
        self,
        value: rt::Option<impl rt::IntoArgument<rt::String>>,
    ) -> Self {
        Self(self.0.maybe("category", "String", value))
    }
    /// Selects exactly this on the result, `ServiceAccount`.
    pub fn select<Selection: rt::Select<object::ServiceAccount>>(
        self,
        selection: Selection,
    ) -> rt::Nested<object::Mutation, object::ServiceAccount, rt::One, Selection>
    where
        EntityType: required::entity_type,
        EntityUuid: required::entity_uuid,
        Label: required::label,
        Role: required::role,
    {
        rt::Nested::new("createServiceAccount", self.0.into_arguments(), selection)
    }
}
/// What `createServiceAccount` answers by default.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct CreateServiceAccountPayload {
    /// Whether the key works.
    pub active: rt::Option<rt::bool>,
    /// The key: 32 hex digits. Readable for ten minutes, then 6 characters and asterisks.
    pub api_key: rt::Option<rt::String>,
    /// Free text to group accounts by.
    pub category: rt::Option<rt::String>,
    /// When it was created. The ten minutes of apiKey start here.
    pub created_at: scalar::DateTime,
    /// Id of the account: the `serviceAccountUuid` of other operations.
    pub id: rt::String,
    /// Display name.
    pub label: rt::Option<rt::String>,
    /// When the key was last used. Through 0.16, never set.
    pub last_used_at: rt::Option<scalar::DateTime>,
    /// When it was last changed.
    pub updated_at: scalar::DateTime,
}
impl ::core::fmt::Debug for CreateServiceAccountPayload {
    fn fmt(&self, formatter: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
        formatter
            .debug_struct("CreateServiceAccountPayload")
            .field("active", &self.active)
            .field("api_key", &::core::format_args!("***"))
            .field("category", &self.category)
            .field("created_at", &self.created_at)
            .field("id", &self.id)
            .field("label", &self.label)
            .field("last_used_at", &self.last_used_at)
            .field("updated_at", &self.updated_at)
            .finish()
    }
}
impl rt::Object for CreateServiceAccountPayload {
    type Scope = object::ServiceAccount;
    type Values = (
        rt::Option<rt::bool>,
        rt::Option<rt::String>,
        rt::Option<rt::String>,
        scalar::DateTime,
        rt::String,
        rt::Option<rt::String>,
        rt::Option<scalar::DateTime>,
        scalar::DateTime,
    );
    const KEYS: &'static [&'static rt::str] = &[
        "active",
        "apiKey",
        "category",
        "createdAt",
        "id",
        "label",
        "lastUsedAt",
        "updatedAt",
    ];
    fn new(
        (
            active,
            api_key,
            category,
            created_at,
            id,
            label,
            last_used_at,
            updated_at,
        ): Self::Values,
    ) -> Self {
        Self {
            active,
            api_key,
            category,
            created_at,
            id,
            label,
            last_used_at,
            updated_at,
        }
    }
    fn serialize<M: rt::SerializeMap>(&self, map: &mut M) -> rt::Result<(), M::Error> {
        rt::serialize_entries(
            Self::KEYS,
            &(
                &self.active,
                &self.api_key,
                &self.category,
                &self.created_at,
                &self.id,
                &self.label,
                &self.last_used_at,
                &self.updated_at,
            ),
            map,
        )
    }
}
rt::object_type! {
    CreateServiceAccountPayload
}
impl<
    EntityType: required::entity_type,
    EntityUuid: required::entity_uuid,
    Label: required::label,
    Role: required::role,
> rt::RootField for CreateServiceAccount<EntityType, EntityUuid, Label, Role> {
    type Root = object::Mutation;
    type Selection = rt::Nested<
        object::Mutation,
        object::ServiceAccount,
        rt::One,
        rt::DefaultSelection<CreateServiceAccountPayload>,
    >;
    type Partial = <Self::Selection as rt::RootField>::Partial;
    fn selection(self) -> Self::Selection {
        self.select(rt::default_selection())
    }
    fn partial_selection(self) -> Self::Partial {
        rt::RootField::partial_selection(rt::RootField::selection(self))
    }
}
/// Creates a service account for the whole platform. Keep apiKey: it can be read for only ten minutes.
///
/// Selects by default: `active`, `apiKey`, `category`, `createdAt`, `id`, `label`, `lastUsedAt`, `updatedAt`.
///
/// Beware: Keep apiKey now: after ten minutes it is masked.
///
/// Needs the permission `system.serviceAccounts.create`.
///
/// Answers [`CreateSystemServiceAccountPayload`](CreateSystemServiceAccountPayload).
///
/// Required: [`label`](CreateSystemServiceAccount::label), [`role`](CreateSystemServiceAccount::role).
///
/// GraphQL: `createSystemServiceAccount(label: String!, role: Role!, category: String): ServiceAccount`
pub fn create_system_service_account() -> CreateSystemServiceAccount {
    CreateSystemServiceAccount(rt::Builder::new())
}
/// The builder of `createSystemServiceAccount`.
#[derive(Clone, Debug)]
#[must_use]
pub struct CreateSystemServiceAccount<
    Label = rt::Unset<argument::label>,
    Role = rt::Unset<argument::role>,
>(
    rt::Builder<(Label, Role)>,
);
/// [`CreateSystemServiceAccount`] with everything set that is required.
pub type CreateSystemServiceAccountReady = CreateSystemServiceAccount<rt::Set, rt::Set>;
impl<Label, Role> CreateSystemServiceAccount<Label, Role> {
    /// Display name.
    ///
    /// Required. `label: String!`
    pub fn label(
        self,
        value: impl rt::IntoArgument<rt::String>,
    ) -> CreateSystemServiceAccount<rt::Set, Role> {
        CreateSystemServiceAccount(self.0.with("label", "String!", value))
    }
    /// A role that begins with `SYSTEM_`; others are refused.
    ///
    /// Required. `role: Role!`
    pub fn role(
        self,
        value: impl rt::IntoArgument<enums::Role>,
    ) -> CreateSystemServiceAccount<Label, rt::Set> {
        CreateSystemServiceAccount(self.0.with("role", "Role!", value))
    }
    /// Free text to group accounts by.
    ///
    /// `category: String`
    pub fn category(self, value: impl rt::IntoArgument<rt::String>) -> Self {
        Self(self.0.with("category", "String", value))
    }
    /// Sends null for `category`: not the same as not sending it.
    pub fn category_null(self) -> Self {
        Self(self.0.null("category", "String"))
    }
    /// As [`category`](Self::category), when there is a value.
    pub fn maybe_category(
        self,
        value: rt::Option<impl rt::IntoArgument<rt::String>>,
    ) -> Self {
        Self(self.0.maybe("category", "String", value))
    }
    /// Selects exactly this on the result, `ServiceAccount`.
    pub fn select<Selection: rt::Select<object::ServiceAccount>>(
        self,
        selection: Selection,
    ) -> rt::Nested<object::Mutation, object::ServiceAccount, rt::One, Selection>
    where
        Label: required::label,
        Role: required::role,
    {
        rt::Nested::new("createSystemServiceAccount", self.0.into_arguments(), selection)
    }
}
/// What `createSystemServiceAccount` answers by default.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct CreateSystemServiceAccountPayload {
    /// Whether the key works.
    pub active: rt::Option<rt::bool>,
    /// The key: 32 hex digits. Readable for ten minutes, then 6 characters and asterisks.
    pub api_key: rt::Option<rt::String>,
    /// Free text to group accounts by.
    pub category: rt::Option<rt::String>,
    /// When it was created. The ten minutes of apiKey start here.
    pub created_at: scalar::DateTime,
    /// Id of the account: the `serviceAccountUuid` of other operations.
    pub id: rt::String,
    /// Display name.
    pub label: rt::Option<rt::String>,
    /// When the key was last used. Through 0.16, never set.
    pub last_used_at: rt::Option<scalar::DateTime>,
    /// When it was last changed.
    pub updated_at: scalar::DateTime,
}
impl ::core::fmt::Debug for CreateSystemServiceAccountPayload {
    fn fmt(&self, formatter: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
        formatter
            .debug_struct("CreateSystemServiceAccountPayload")
            .field("active", &self.active)
            .field("api_key", &::core::format_args!("***"))
            .field("category", &self.category)
            .field("created_at", &self.created_at)
            .field("id", &self.id)
            .field("label", &self.label)
            .field("last_used_at", &self.last_used_at)
            .field("updated_at", &self.updated_at)
            .finish()
    }
}
impl rt::Object for CreateSystemServiceAccountPayload {
    type Scope = object::ServiceAccount;
    type Values = (
        rt::Option<rt::bool>,
        rt::Option<rt::String>,
        rt::Option<rt::String>,
        scalar::DateTime,
        rt::String,
        rt::Option<rt::String>,
        rt::Option<scalar::DateTime>,
        scalar::DateTime,
    );
    const KEYS: &'static [&'static rt::str] = &[
        "active",
        "apiKey",
        "category",
        "createdAt",
        "id",
        "label",
        "lastUsedAt",
        "updatedAt",
    ];
    fn new(
        (
            active,
            api_key,
            category,
            created_at,
            id,
            label,
            last_used_at,
            updated_at,
        ): Self::Values,
    ) -> Self {
        Self {
            active,
            api_key,
            category,
            created_at,
            id,
            label,
            last_used_at,
            updated_at,
        }
    }
    fn serialize<M: rt::SerializeMap>(&self, map: &mut M) -> rt::Result<(), M::Error> {
        rt::serialize_entries(
            Self::KEYS,
            &(
                &self.active,
                &self.api_key,
                &self.category,
                &self.created_at,
                &self.id,
                &self.label,
                &self.last_used_at,
                &self.updated_at,
            ),
            map,
        )
    }
}
rt::object_type! {
    CreateSystemServiceAccountPayload
}
impl<Label: required::label, Role: required::role> rt::RootField
for CreateSystemServiceAccount<Label, Role> {
    type Root = object::Mutation;
    type Selection = rt::Nested<
        object::Mutation,
        object::ServiceAccount,
        rt::One,
        rt::DefaultSelection<CreateSystemServiceAccountPayload>,
    >;
    type Partial = <Self::Selection as rt::RootField>::Partial;
    fn selection(self) -> Self::Selection {
        self.select(rt::default_selection())
    }
    fn partial_selection(self) -> Self::Partial {
        rt::RootField::partial_selection(rt::RootField::selection(self))
    }
}
/// Creates a service account for one workspace. Keep apiKey: it can be read for only ten minutes.
///
/// Selects by default: `active`, `apiKey`, `category`, `createdAt`, `id`, `label`, `lastUsedAt`, `updatedAt`.
///
/// Beware: Keep apiKey now: after ten minutes it is masked.
///
/// Needs the permission `workspace.serviceAccounts.create` or `system.serviceAccounts.create`.
///
/// Answers [`CreateWorkspaceServiceAccountPayload`](CreateWorkspaceServiceAccountPayload).
///
/// Required: [`label`](CreateWorkspaceServiceAccount::label), [`role`](CreateWorkspaceServiceAccount::role), [`workspace_uuid`](CreateWorkspaceServiceAccount::workspace_uuid).
///
/// GraphQL: `createWorkspaceServiceAccount(label: String!, role: Role!, workspaceUuid: Uuid!, category: String): ServiceAccount`
pub fn create_workspace_service_account() -> CreateWorkspaceServiceAccount {
    CreateWorkspaceServiceAccount(rt::Builder::new())
}
/// The builder of `createWorkspaceServiceAccount`.
#[derive(Clone, Debug)]
#[must_use]
pub struct CreateWorkspaceServiceAccount<
    Label = rt::Unset<argument::label>,
    Role = rt::Unset<argument::role>,
    WorkspaceUuid = rt::Unset<argument::workspace_uuid>,
>(
    rt::Builder<(Label, Role, WorkspaceUuid)>,
);
/// [`CreateWorkspaceServiceAccount`] with everything set that is required.
pub type CreateWorkspaceServiceAccountReady = CreateWorkspaceServiceAccount<
    rt::Set,
    rt::Set,
    rt::Set,
>;
impl<
    Label,
    Role,
    WorkspaceUuid,
> CreateWorkspaceServiceAccount<Label, Role, WorkspaceUuid> {
    /// Display name.
    ///
    /// Required. `label: String!`
    pub fn label(
        self,
        value: impl rt::IntoArgument<rt::String>,
    ) -> CreateWorkspaceServiceAccount<rt::Set, Role, WorkspaceUuid> {
        CreateWorkspaceServiceAccount(self.0.with("label", "String!", value))
    }
    /// A role that begins with `WORKSPACE_`; the server may not check that.
    ///
    /// Required. `role: Role!`
    pub fn role(
        self,
        value: impl rt::IntoArgument<enums::Role>,
    ) -> CreateWorkspaceServiceAccount<Label, rt::Set, WorkspaceUuid> {
        CreateWorkspaceServiceAccount(self.0.with("role", "Role!", value))
    }
    /// Id of the workspace.
    ///
    /// Required. `workspaceUuid: Uuid!`
    pub fn workspace_uuid(
        self,
        value: impl rt::IntoArgument<scalar::Uuid>,
    ) -> CreateWorkspaceServiceAccount<Label, Role, rt::Set> {
        CreateWorkspaceServiceAccount(self.0.with("workspaceUuid", "Uuid!", value))
    }
    /// Free text to group accounts by.
    ///
    /// `category: String`
    pub fn category(self, value: impl rt::IntoArgument<rt::String>) -> Self {
        Self(self.0.with("category", "String", value))
    }
    /// Sends null for `category`: not the same as not sending it.
    pub fn category_null(self) -> Self {
        Self(self.0.null("category", "String"))
    }
    /// As [`category`](Self::category), when there is a value.
    pub fn maybe_category(
        self,
        value: rt::Option<impl rt::IntoArgument<rt::String>>,
    ) -> Self {
        Self(self.0.maybe("category", "String", value))
    }
    /// Selects exactly this on the result, `ServiceAccount`.
    pub fn select<Selection: rt::Select<object::ServiceAccount>>(
        self,
        selection: Selection,
    ) -> rt::Nested<object::Mutation, object::ServiceAccount, rt::One, Selection>
    where
        Label: required::label,
        Role: required::role,
        WorkspaceUuid: required::workspace_uuid,
    {
        rt::Nested::new(
            "createWorkspaceServiceAccount",
            self.0.into_arguments(),
            selection,
        )
    }
}
/// What `createWorkspaceServiceAccount` answers by default.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct CreateWorkspaceServiceAccountPayload {
    /// Whether the key works.
    pub active: rt::Option<rt::bool>,
    /// The key: 32 hex digits. Readable for ten minutes, then 6 characters and asterisks.
    pub api_key: rt::Option<rt::String>,
    /// Free text to group accounts by.
    pub category: rt::Option<rt::String>,
    /// When it was created. The ten minutes of apiKey start here.
    pub created_at: scalar::DateTime,
    /// Id of the account: the `serviceAccountUuid` of other operations.
    pub id: rt::String,
    /// Display name.
    pub label: rt::Option<rt::String>,
    /// When the key was last used. Through 0.16, never set.
    pub last_used_at: rt::Option<scalar::DateTime>,
    /// When it was last changed.
    pub updated_at: scalar::DateTime,
}
impl ::core::fmt::Debug for CreateWorkspaceServiceAccountPayload {
    fn fmt(&self, formatter: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
        formatter
            .debug_struct("CreateWorkspaceServiceAccountPayload")
            .field("active", &self.active)
            .field("api_key", &::core::format_args!("***"))
            .field("category", &self.category)
            .field("created_at", &self.created_at)
            .field("id", &self.id)
            .field("label", &self.label)
            .field("last_used_at", &self.last_used_at)
            .field("updated_at", &self.updated_at)
            .finish()
    }
}
impl rt::Object for CreateWorkspaceServiceAccountPayload {
    type Scope = object::ServiceAccount;
    type Values = (
        rt::Option<rt::bool>,
        rt::Option<rt::String>,
        rt::Option<rt::String>,
        scalar::DateTime,
        rt::String,
        rt::Option<rt::String>,
        rt::Option<scalar::DateTime>,
        scalar::DateTime,
    );
    const KEYS: &'static [&'static rt::str] = &[
        "active",
        "apiKey",
        "category",
        "createdAt",
        "id",
        "label",
        "lastUsedAt",
        "updatedAt",
    ];
    fn new(
        (
            active,
            api_key,
            category,
            created_at,
            id,
            label,
            last_used_at,
            updated_at,
        ): Self::Values,
    ) -> Self {
        Self {
            active,
            api_key,
            category,
            created_at,
            id,
            label,
            last_used_at,
            updated_at,
        }
    }
    fn serialize<M: rt::SerializeMap>(&self, map: &mut M) -> rt::Result<(), M::Error> {
        rt::serialize_entries(
            Self::KEYS,
            &(
                &self.active,
                &self.api_key,
                &self.category,
                &self.created_at,
                &self.id,
                &self.label,
                &self.last_used_at,
                &self.updated_at,
            ),
            map,
        )
    }
}
rt::object_type! {
    CreateWorkspaceServiceAccountPayload
}
impl<
    Label: required::label,
    Role: required::role,
    WorkspaceUuid: required::workspace_uuid,
> rt::RootField for CreateWorkspaceServiceAccount<Label, Role, WorkspaceUuid> {
    type Root = object::Mutation;
    type Selection = rt::Nested<
        object::Mutation,
        object::ServiceAccount,
        rt::One,
        rt::DefaultSelection<CreateWorkspaceServiceAccountPayload>,
    >;
    type Partial = <Self::Selection as rt::RootField>::Partial;
    fn selection(self) -> Self::Selection {
        self.select(rt::default_selection())
    }
    fn partial_selection(self) -> Self::Partial {
        rt::RootField::partial_selection(rt::RootField::selection(self))
    }
}
/// Deletes a service account of a deployment.
///
/// Selects by default: `active`, `category`, `createdAt`, `id`, `label`, `lastUsedAt`, `updatedAt`.
///
/// Needs the permission `deployment.serviceAccounts.delete` or `system.serviceAccounts.delete`.
///
/// Answers [`ServiceAccount`](object::ServiceAccount).
///
/// Required: [`deployment_uuid`](DeleteDeploymentServiceAccount::deployment_uuid), [`service_account_uuid`](DeleteDeploymentServiceAccount::service_account_uuid).
///
/// GraphQL: `deleteDeploymentServiceAccount(deploymentUuid: Uuid!, serviceAccountUuid: Uuid!): ServiceAccount`
pub fn delete_deployment_service_account() -> DeleteDeploymentServiceAccount {
    DeleteDeploymentServiceAccount(rt::Builder::new())
}
/// The builder of `deleteDeploymentServiceAccount`.
#[derive(Clone, Debug)]
#[must_use]
pub struct DeleteDeploymentServiceAccount<
    DeploymentUuid = rt::Unset<argument::deployment_uuid>,
    ServiceAccountUuid = rt::Unset<argument::service_account_uuid>,
>(
    rt::Builder<(DeploymentUuid, ServiceAccountUuid)>,
);
/// [`DeleteDeploymentServiceAccount`] with everything set that is required.
pub type DeleteDeploymentServiceAccountReady = DeleteDeploymentServiceAccount<
    rt::Set,
    rt::Set,
>;
impl<
    DeploymentUuid,
    ServiceAccountUuid,
> DeleteDeploymentServiceAccount<DeploymentUuid, ServiceAccountUuid> {
    /// Id of the deployment.
    ///
    /// Required. `deploymentUuid: Uuid!`
    pub fn deployment_uuid(
        self,
        value: impl rt::IntoArgument<scalar::Uuid>,
    ) -> DeleteDeploymentServiceAccount<rt::Set, ServiceAccountUuid> {
        DeleteDeploymentServiceAccount(self.0.with("deploymentUuid", "Uuid!", value))
    }
    /// Id of the service account to delete.
    ///
    /// Required. `serviceAccountUuid: Uuid!`
    pub fn service_account_uuid(
        self,
        value: impl rt::IntoArgument<scalar::Uuid>,
    ) -> DeleteDeploymentServiceAccount<DeploymentUuid, rt::Set> {
        DeleteDeploymentServiceAccount(self.0.with("serviceAccountUuid", "Uuid!", value))
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
            "deleteDeploymentServiceAccount",
            self.0.into_arguments(),
            selection,
        )
    }
}
impl<
    DeploymentUuid: required::deployment_uuid,
    ServiceAccountUuid: required::service_account_uuid,
> rt::RootField for DeleteDeploymentServiceAccount<DeploymentUuid, ServiceAccountUuid> {
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
