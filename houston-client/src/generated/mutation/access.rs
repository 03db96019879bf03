// Made by `cargo xtask codegen`: run it again instead of editing.

use crate::runtime as rt;
use super::super::{argument, enums, input, object, required, scalar};
/// Gives a user a system role, such as SYSTEM_ADMIN.
///
/// Selects by default: `createdAt`, `id`, `role`.
///
/// Needs the permission `system.iam.update`.
///
/// Answers [`RoleBinding`](object::RoleBinding).
///
/// Required: [`role`](CreateSystemRoleBinding::role), [`user_id`](CreateSystemRoleBinding::user_id).
///
/// GraphQL: `createSystemRoleBinding(role: Role!, userId: ID!): RoleBinding`
pub fn create_system_role_binding() -> CreateSystemRoleBinding {
    CreateSystemRoleBinding(rt::Builder::new())
}
/// The builder of `createSystemRoleBinding`.
#[derive(Clone, Debug)]
#[must_use]
pub struct CreateSystemRoleBinding<
    Role = rt::Unset<argument::role>,
    UserId = rt::Unset<argument::user_id>,
>(
    rt::Builder<(Role, UserId)>,
);
/// [`CreateSystemRoleBinding`] with everything set that is required.
pub type CreateSystemRoleBindingReady = CreateSystemRoleBinding<rt::Set, rt::Set>;
impl<Role, UserId> CreateSystemRoleBinding<Role, UserId> {
    /// A role that begins with `SYSTEM_`.
    ///
    /// Required. `role: Role!`
    pub fn role(
        self,
        value: impl rt::IntoArgument<enums::Role>,
    ) -> CreateSystemRoleBinding<rt::Set, UserId> {
        CreateSystemRoleBinding(self.0.with("role", "Role!", value))
    }
    /// Id of the user.
    ///
    /// Required. `userId: ID!`
    pub fn user_id(
        self,
        value: impl rt::IntoArgument<scalar::ID>,
    ) -> CreateSystemRoleBinding<Role, rt::Set> {
        CreateSystemRoleBinding(self.0.with("userId", "ID!", value))
    }
    /// Selects exactly this on the result, `RoleBinding`.
    pub fn select<Selection: rt::Select<object::RoleBinding>>(
        self,
        selection: Selection,
    ) -> rt::Nested<object::Mutation, object::RoleBinding, rt::One, Selection>
    where
        Role: required::role,
        UserId: required::user_id,
    {
        rt::Nested::new("createSystemRoleBinding", self.0.into_arguments(), selection)
    }
}
impl<Role: required::role, UserId: required::user_id> rt::RootField
for CreateSystemRoleBinding<Role, UserId> {
    type Root = object::Mutation;
    type Selection = rt::Nested<
        object::Mutation,
        object::RoleBinding,
        rt::One,
        rt::DefaultSelection<object::RoleBinding>,
    >;
    type Partial = <Self::Selection as rt::RootField>::Partial;
    fn selection(self) -> Self::Selection {
        self.select(rt::default_selection())
    }
    fn partial_selection(self) -> Self::Partial {
        rt::RootField::partial_selection(rt::RootField::selection(self))
    }
}
/// Removes a system role from a user. The last system admin cannot lose the role.
///
/// Selects by default: `createdAt`, `id`, `role`.
///
/// Needs the permission `system.iam.update`.
///
/// Answers [`RoleBinding`](object::RoleBinding).
///
/// Required: [`role`](DeleteSystemRoleBinding::role), [`user_id`](DeleteSystemRoleBinding::user_id).
///
/// GraphQL: `deleteSystemRoleBinding(role: Role!, userId: ID!): RoleBinding`
pub fn delete_system_role_binding() -> DeleteSystemRoleBinding {
    DeleteSystemRoleBinding(rt::Builder::new())
}
/// The builder of `deleteSystemRoleBinding`.
#[derive(Clone, Debug)]
#[must_use]
pub struct DeleteSystemRoleBinding<
    Role = rt::Unset<argument::role>,
    UserId = rt::Unset<argument::user_id>,
>(
    rt::Builder<(Role, UserId)>,
);
/// [`DeleteSystemRoleBinding`] with everything set that is required.
pub type DeleteSystemRoleBindingReady = DeleteSystemRoleBinding<rt::Set, rt::Set>;
impl<Role, UserId> DeleteSystemRoleBinding<Role, UserId> {
    /// The role to remove.
    ///
    /// Required. `role: Role!`
    pub fn role(
        self,
        value: impl rt::IntoArgument<enums::Role>,
    ) -> DeleteSystemRoleBinding<rt::Set, UserId> {
        DeleteSystemRoleBinding(self.0.with("role", "Role!", value))
    }
    /// Id of the user.
    ///
    /// Required. `userId: ID!`
    pub fn user_id(
        self,
        value: impl rt::IntoArgument<scalar::ID>,
    ) -> DeleteSystemRoleBinding<Role, rt::Set> {
        DeleteSystemRoleBinding(self.0.with("userId", "ID!", value))
    }
    /// Selects exactly this on the result, `RoleBinding`.
    pub fn select<Selection: rt::Select<object::RoleBinding>>(
        self,
        selection: Selection,
    ) -> rt::Nested<object::Mutation, object::RoleBinding, rt::One, Selection>
    where
        Role: required::role,
        UserId: required::user_id,
    {
        rt::Nested::new("deleteSystemRoleBinding", self.0.into_arguments(), selection)
    }
}
impl<Role: required::role, UserId: required::user_id> rt::RootField
for DeleteSystemRoleBinding<Role, UserId> {
    type Root = object::Mutation;
    type Selection = rt::Nested<
        object::Mutation,
        object::RoleBinding,
        rt::One,
        rt::DefaultSelection<object::RoleBinding>,
    >;
    type Partial = <Self::Selection as rt::RootField>::Partial;
    fn selection(self) -> Self::Selection {
        self.select(rt::default_selection())
    }
    fn partial_selection(self) -> Self::Partial {
        rt::RootField::partial_selection(rt::RootField::selection(self))
    }
}
/// Gives a user a role on a deployment.
///
/// Selects by default: `createdAt`, `id`, `role`.
///
/// Answers [`RoleBinding`](object::RoleBinding).
///
/// Required: [`deployment_id`](DeploymentAddUserRole::deployment_id), [`email`](DeploymentAddUserRole::email), [`role`](DeploymentAddUserRole::role).
///
/// GraphQL: `deploymentAddUserRole(deploymentId: Id!, email: String!, role: Role!, userId: Id): RoleBinding`
pub fn deployment_add_user_role() -> DeploymentAddUserRole {
    DeploymentAddUserRole(rt::Builder::new())
}
/// The builder of `deploymentAddUserRole`.
#[derive(Clone, Debug)]
#[must_use]
pub struct DeploymentAddUserRole<
    DeploymentId = rt::Unset<argument::deployment_id>,
    Email = rt::Unset<argument::email>,
    Role = rt::Unset<argument::role>,
>(
    rt::Builder<(DeploymentId, Email, Role)>,
);
/// [`DeploymentAddUserRole`] with everything set that is required.
pub type DeploymentAddUserRoleReady = DeploymentAddUserRole<rt::Set, rt::Set, rt::Set>;
impl<DeploymentId, Email, Role> DeploymentAddUserRole<DeploymentId, Email, Role> {
    /// Id of the deployment.
    ///
    /// Required. `deploymentId: Id!`
    pub fn deployment_id(
        self,
        value: impl rt::IntoArgument<scalar::Id>,
    ) -> DeploymentAddUserRole<rt::Set, Email, Role> {
        DeploymentAddUserRole(self.0.with("deploymentId", "Id!", value))
    }
    /// Email address of the user.
    ///
    /// Required. `email: String!`
    pub fn email(
        self,
        value: impl rt::IntoArgument<rt::String>,
    ) -> DeploymentAddUserRole<DeploymentId, rt::Set, Role> {
        DeploymentAddUserRole(self.0.with("email", "String!", value))
    }
    /// A role that begins with `DEPLOYMENT_`.
    ///
    /// Required. `role: Role!`
    pub fn role(
        self,
        value: impl rt::IntoArgument<enums::Role>,
    ) -> DeploymentAddUserRole<DeploymentId, Email, rt::Set> {
        DeploymentAddUserRole(self.0.with("role", "Role!", value))
    }
    /// Id of the user.
    ///
    /// `userId: Id`
    pub fn user_id(self, value: impl rt::IntoArgument<scalar::Id>) -> Self {
        Self(self.0.with("userId", "Id", value))
    }
    /// Sends null for `userId`: not the same as not sending it.
    pub fn user_id_null(self) -> Self {
        Self(self.0.null("userId", "Id"))
    }
    /// As [`user_id`](Self::user_id), when there is a value.
    pub fn maybe_user_id(
        self,
        value: rt::Option<impl rt::IntoArgument<scalar::Id>>,
    ) -> Self {
        Self(self.0.maybe("userId", "Id", value))
    }
    /// Selects exactly this on the result, `RoleBinding`.
    pub fn select<Selection: rt::Select<object::RoleBinding>>(
        self,
        selection: Selection,
    ) -> rt::Nested<object::Mutation, object::RoleBinding, rt::One, Selection>
    where
        DeploymentId: required::deployment_id,
        Email: required::email,
        Role: required::role,
    {
        rt::Nested::new("deploymentAddUserRole", self.0.into_arguments(), selection)
    }
}
impl<
    DeploymentId: required::deployment_id,
    Email: required::email,
    Role: required::role,
> rt::RootField for DeploymentAddUserRole<DeploymentId, Email, Role> {
    type Root = object::Mutation;
    type Selection = rt::Nested<
        object::Mutation,
        object::RoleBinding,
        rt::One,
        rt::DefaultSelection<object::RoleBinding>,
    >;
    type Partial = <Self::Selection as rt::RootField>::Partial;
    fn selection(self) -> Self::Selection {
        self.select(rt::default_selection())
    }
    fn partial_selection(self) -> Self::Partial {
        rt::RootField::partial_selection(rt::RootField::selection(self))
    }
}
/// Removes a user's role on a deployment.
///
/// Selects by default: `createdAt`, `id`, `role`.
///
/// Answers [`RoleBinding`](object::RoleBinding).
///
/// Required: [`deployment_id`](DeploymentRemoveUserRole::deployment_id), [`email`](DeploymentRemoveUserRole::email).
///
/// GraphQL: `deploymentRemoveUserRole(deploymentId: Id!, email: String!, userId: Id): RoleBinding`
pub fn deployment_remove_user_role() -> DeploymentRemoveUserRole {
    DeploymentRemoveUserRole(rt::Builder::new())
}
/// The builder of `deploymentRemoveUserRole`.
#[derive(Clone, Debug)]
#[must_use]
pub struct DeploymentRemoveUserRole<
    DeploymentId = rt::Unset<argument::deployment_id>,
    Email = rt::Unset<argument::email>,
>(
    rt::Builder<(DeploymentId, Email)>,
);
/// [`DeploymentRemoveUserRole`] with everything set that is required.
pub type DeploymentRemoveUserRoleReady = DeploymentRemoveUserRole<rt::Set, rt::Set>;
impl<DeploymentId, Email> DeploymentRemoveUserRole<DeploymentId, Email> {
    /// Id of the deployment.
    ///
    /// Required. `deploymentId: Id!`
    pub fn deployment_id(
        self,
        value: impl rt::IntoArgument<scalar::Id>,
    ) -> DeploymentRemoveUserRole<rt::Set, Email> {
        DeploymentRemoveUserRole(self.0.with("deploymentId", "Id!", value))
    }
    /// Email address of the user.
    ///
    /// Required. `email: String!`
    pub fn email(
        self,
        value: impl rt::IntoArgument<rt::String>,
    ) -> DeploymentRemoveUserRole<DeploymentId, rt::Set> {
        DeploymentRemoveUserRole(self.0.with("email", "String!", value))
    }
    /// Id of the user.
    ///
    /// `userId: Id`
    pub fn user_id(self, value: impl rt::IntoArgument<scalar::Id>) -> Self {
        Self(self.0.with("userId", "Id", value))
    }
    /// Sends null for `userId`: not the same as not sending it.
    pub fn user_id_null(self) -> Self {
        Self(self.0.null("userId", "Id"))
    }
    /// As [`user_id`](Self::user_id), when there is a value.
    pub fn maybe_user_id(
        self,
        value: rt::Option<impl rt::IntoArgument<scalar::Id>>,
    ) -> Self {
        Self(self.0.maybe("userId", "Id", value))
    }
    /// Selects exactly this on the result, `RoleBinding`.
    pub fn select<Selection: rt::Select<object::RoleBinding>>(
        self,
        selection: Selection,
    ) -> rt::Nested<object::Mutation, object::RoleBinding, rt::One, Selection>
    where
        DeploymentId: required::deployment_id,
        Email: required::email,
    {
        rt::Nested::new("deploymentRemoveUserRole", self.0.into_arguments(), selection)
    }
}
impl<DeploymentId: required::deployment_id, Email: required::email> rt::RootField
for DeploymentRemoveUserRole<DeploymentId, Email> {
    type Root = object::Mutation;
    type Selection = rt::Nested<
        object::Mutation,
        object::RoleBinding,
        rt::One,
        rt::DefaultSelection<object::RoleBinding>,
    >;
    type Partial = <Self::Selection as rt::RootField>::Partial;
    fn selection(self) -> Self::Selection {
        self.select(rt::default_selection())
    }
    fn partial_selection(self) -> Self::Partial {
        rt::RootField::partial_selection(rt::RootField::selection(self))
    }
}
/// Changes a user's role on a deployment.
///
/// Selects by default: `createdAt`, `id`, `role`.
///
/// Answers [`RoleBinding`](object::RoleBinding).
///
/// Required: [`deployment_id`](DeploymentUpdateUserRole::deployment_id), [`email`](DeploymentUpdateUserRole::email), [`role`](DeploymentUpdateUserRole::role).
///
/// GraphQL: `deploymentUpdateUserRole(deploymentId: Id!, email: String!, role: Role!, userId: Id): RoleBinding`
pub fn deployment_update_user_role() -> DeploymentUpdateUserRole {
    DeploymentUpdateUserRole(rt::Builder::new())
}
/// The builder of `deploymentUpdateUserRole`.
#[derive(Clone, Debug)]
#[must_use]
pub struct DeploymentUpdateUserRole<
    DeploymentId = rt::Unset<argument::deployment_id>,
    Email = rt::Unset<argument::email>,
    Role = rt::Unset<argument::role>,
>(
    rt::Builder<(DeploymentId, Email, Role)>,
);
/// [`DeploymentUpdateUserRole`] with everything set that is required.
pub type DeploymentUpdateUserRoleReady = DeploymentUpdateUserRole<
    rt::Set,
    rt::Set,
    rt::Set,
>;
impl<DeploymentId, Email, Role> DeploymentUpdateUserRole<DeploymentId, Email, Role> {
    /// Id of the deployment.
    ///
    /// Required. `deploymentId: Id!`
    pub fn deployment_id(
        self,
        value: impl rt::IntoArgument<scalar::Id>,
    ) -> DeploymentUpdateUserRole<rt::Set, Email, Role> {
        DeploymentUpdateUserRole(self.0.with("deploymentId", "Id!", value))
    }
    /// Email address of the user.
    ///
    /// Required. `email: String!`
    pub fn email(
        self,
        value: impl rt::IntoArgument<rt::String>,
    ) -> DeploymentUpdateUserRole<DeploymentId, rt::Set, Role> {
        DeploymentUpdateUserRole(self.0.with("email", "String!", value))
    }
    /// The new role; it begins with `DEPLOYMENT_`.
    ///
    /// Required. `role: Role!`
    pub fn role(
        self,
        value: impl rt::IntoArgument<enums::Role>,
    ) -> DeploymentUpdateUserRole<DeploymentId, Email, rt::Set> {
        DeploymentUpdateUserRole(self.0.with("role", "Role!", value))
    }
    /// Id of the user.
    ///
    /// `userId: Id`
    pub fn user_id(self, value: impl rt::IntoArgument<scalar::Id>) -> Self {
        Self(self.0.with("userId", "Id", value))
    }
    /// Sends null for `userId`: not the same as not sending it.
    pub fn user_id_null(self) -> Self {
        Self(self.0.null("userId", "Id"))
    }
    /// As [`user_id`](Self::user_id), when there is a value.
    pub fn maybe_user_id(
        self,
        value: rt::Option<impl rt::IntoArgument<scalar::Id>>,
    ) -> Self {
        Self(self.0.maybe("userId", "Id", value))
    }
    /// Selects exactly this on the result, `RoleBinding`.
    pub fn select<Selection: rt::Select<object::RoleBinding>>(
        self,
        selection: Selection,
    ) -> rt::Nested<object::Mutation, object::RoleBinding, rt::One, Selection>
    where
        DeploymentId: required::deployment_id,
        Email: required::email,
        Role: required::role,
    {
        rt::Nested::new("deploymentUpdateUserRole", self.0.into_arguments(), selection)
    }
}
impl<
    DeploymentId: required::deployment_id,
    Email: required::email,
    Role: required::role,
> rt::RootField for DeploymentUpdateUserRole<DeploymentId, Email, Role> {
    type Root = object::Mutation;
    type Selection = rt::Nested<
        object::Mutation,
        object::RoleBinding,
        rt::One,
        rt::DefaultSelection<object::RoleBinding>,
    >;
    type Partial = <Self::Selection as rt::RootField>::Partial;
    fn selection(self) -> Self::Selection {
        self.select(rt::default_selection())
    }
    fn partial_selection(self) -> Self::Partial {
        rt::RootField::partial_selection(rt::RootField::selection(self))
    }
}
/// Invites a user to the platform by email.
///
/// Selects by default: `id`.
///
/// Needs the permission `system.user.invite`.
///
/// Answers [`InviteUserPayload`](InviteUserPayload).
///
/// Required: [`email`](InviteUser::email).
///
/// GraphQL: `inviteUser(email: String!): Invite`
pub fn invite_user() -> InviteUser {
    InviteUser(rt::Builder::new())
}
/// The builder of `inviteUser`.
#[derive(Clone, Debug)]
#[must_use]
pub struct InviteUser<Email = rt::Unset<argument::email>>(rt::Builder<(Email,)>);
/// [`InviteUser`] with everything set that is required.
pub type InviteUserReady = InviteUser<rt::Set>;
impl<Email> InviteUser<Email> {
    /// Email address to invite.
    ///
    /// Required. `email: String!`
    pub fn email(self, value: impl rt::IntoArgument<rt::String>) -> InviteUser<rt::Set> {
        InviteUser(self.0.with("email", "String!", value))
    }
    /// Selects exactly this on the result, `Invite`.
    pub fn select<Selection: rt::Select<object::Invite>>(
        self,
        selection: Selection,
    ) -> rt::Nested<object::Mutation, object::Invite, rt::One, Selection>
    where
        Email: required::email,
    {
        rt::Nested::new("inviteUser", self.0.into_arguments(), selection)
    }
}
/// What `inviteUser` answers by default.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct InviteUserPayload {
    /// Id of the invite: the `inviteUuid` of deleteInviteToken.
    pub id: rt::Option<rt::String>,
}
impl rt::Object for InviteUserPayload {
    type Scope = object::Invite;
    type Values = (rt::Option<rt::String>,);
    const KEYS: &'static [&'static rt::str] = &["id"];
    fn new((id,): Self::Values) -> Self {
        Self { id }
    }
    fn serialize<M: rt::SerializeMap>(&self, map: &mut M) -> rt::Result<(), M::Error> {
        rt::serialize_entries(Self::KEYS, &(&self.id,), map)
    }
}
rt::object_type! {
    InviteUserPayload
}
impl<Email: required::email> rt::RootField for InviteUser<Email> {
    type Root = object::Mutation;
    type Selection = rt::Nested<
        object::Mutation,
        object::Invite,
        rt::One,
        rt::DefaultSelection<InviteUserPayload>,
    >;
    type Partial = <Self::Selection as rt::RootField>::Partial;
    fn selection(self) -> Self::Selection {
        self.select(rt::default_selection())
    }
    fn partial_selection(self) -> Self::Partial {
        rt::RootField::partial_selection(rt::RootField::selection(self))
    }
}
/// Changes a user's role in a workspace.
///
/// Beware: Case matters in the email address; stored addresses are in lower case.
///
/// Needs the permission `workspace.iam.update` or `system.iam.update`.
///
/// Answers [`Role`](enums::Role).
///
/// Required: [`email`](WorkspaceUpdateUserRole::email), [`role`](WorkspaceUpdateUserRole::role), [`workspace_uuid`](WorkspaceUpdateUserRole::workspace_uuid).
///
/// GraphQL: `workspaceUpdateUserRole(email: String!, role: Role!, workspaceUuid: Uuid!): Role`
pub fn workspace_update_user_role() -> WorkspaceUpdateUserRole {
    WorkspaceUpdateUserRole(rt::Builder::new())
}
/// The builder of `workspaceUpdateUserRole`.
#[derive(Clone, Debug)]
#[must_use]
pub struct WorkspaceUpdateUserRole<
    Email = rt::Unset<argument::email>,
    Role = rt::Unset<argument::role>,
    WorkspaceUuid = rt::Unset<argument::workspace_uuid>,
>(
    rt::Builder<(Email, Role, WorkspaceUuid)>,
);
/// [`WorkspaceUpdateUserRole`] with everything set that is required.
pub type WorkspaceUpdateUserRoleReady = WorkspaceUpdateUserRole<
    rt::Set,
    rt::Set,
    rt::Set,
>;
impl<Email, Role, WorkspaceUuid> WorkspaceUpdateUserRole<Email, Role, WorkspaceUuid> {
    /// Email address of the user, in lower case as it is stored.
    ///
    /// Required. `email: String!`
    pub fn email(
        self,
        value: impl rt::IntoArgument<rt::String>,
    ) -> WorkspaceUpdateUserRole<rt::Set, Role, WorkspaceUuid> {
        WorkspaceUpdateUserRole(self.0.with("email", "String!", value))
    }
    /// The new role; it begins with `WORKSPACE_`.
    ///
    /// Required. `role: Role!`
    pub fn role(
        self,
        value: impl rt::IntoArgument<enums::Role>,
    ) -> WorkspaceUpdateUserRole<Email, rt::Set, WorkspaceUuid> {
        WorkspaceUpdateUserRole(self.0.with("role", "Role!", value))
    }
    /// Id of the workspace.
    ///
    /// Required. `workspaceUuid: Uuid!`
    pub fn workspace_uuid(
        self,
        value: impl rt::IntoArgument<scalar::Uuid>,
    ) -> WorkspaceUpdateUserRole<Email, Role, rt::Set> {
        WorkspaceUpdateUserRole(self.0.with("workspaceUuid", "Uuid!", value))
    }
    /// The field, to be selected beside others.
    pub fn select(self) -> rt::Leaf<object::Mutation, enums::Role>
    where
        Email: required::email,
        Role: required::role,
        WorkspaceUuid: required::workspace_uuid,
    {
        rt::Leaf::with("workspaceUpdateUserRole", self.0.into_arguments())
    }
}
impl<
    Email: required::email,
    Role: required::role,
    WorkspaceUuid: required::workspace_uuid,
> rt::RootField for WorkspaceUpdateUserRole<Email, Role, WorkspaceUuid> {
    type Root = object::Mutation;
    type Selection = rt::Leaf<object::Mutation, enums::Role>;
    type Partial = <Self::Selection as rt::RootField>::Partial;
    fn selection(self) -> Self::Selection {
        self.select()
    }
    fn partial_selection(self) -> Self::Partial {
        rt::RootField::partial_selection(rt::RootField::selection(self))
    }
}
