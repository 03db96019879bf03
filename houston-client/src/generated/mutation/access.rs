// Made by `cargo xtask codegen`: run it again instead of editing.

use crate::runtime as rt;
/// Gives a user a system role, for example makes a system admin.
///
/// Selects by default: `createdAt`, `id`, `role`.
///
/// Needs the permission `system.iam.update`.
///
/// Answers [`RoleBinding`](super::super::object::RoleBinding).
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
    Role = rt::Unset<super::super::argument::role>,
    UserId = rt::Unset<super::super::argument::user_id>,
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
        value: impl rt::IntoArgument<super::super::enums::Role>,
    ) -> CreateSystemRoleBinding<rt::Set, UserId> {
        CreateSystemRoleBinding(self.0.with("role", "Role!", value))
    }
    /// Id of the user.
    ///
    /// Required. `userId: ID!`
    pub fn user_id(
        self,
        value: impl rt::IntoArgument<super::super::scalar::ID>,
    ) -> CreateSystemRoleBinding<Role, rt::Set> {
        CreateSystemRoleBinding(self.0.with("userId", "ID!", value))
    }
}
impl<Role, UserId> CreateSystemRoleBinding<Role, UserId> {
    /// Selects exactly this on the result, `RoleBinding`.
    pub fn select<Selection: rt::Select<super::super::object::RoleBinding>>(
        self,
        selection: Selection,
    ) -> rt::Nested<
        super::super::object::Mutation,
        super::super::object::RoleBinding,
        rt::One,
        Selection,
    >
    where
        Role: super::super::required::role,
        UserId: super::super::required::user_id,
    {
        rt::Nested::new("createSystemRoleBinding", self.0.into_arguments(), selection)
    }
}
impl<
    Role: super::super::required::role,
    UserId: super::super::required::user_id,
> rt::RootField for CreateSystemRoleBinding<Role, UserId> {
    type Root = super::super::object::Mutation;
    type Selection = rt::Nested<
        super::super::object::Mutation,
        super::super::object::RoleBinding,
        rt::One,
        rt::DefaultSelection<super::super::object::RoleBinding>,
    >;
    type Partial = rt::Nested<
        super::super::object::Mutation,
        super::super::object::RoleBinding,
        <rt::One as rt::Wrap>::Nullable,
        rt::DefaultSelection<super::super::object::RoleBinding>,
    >;
    fn selection(self) -> Self::Selection {
        self.select(rt::default_selection())
    }
    fn partial_selection(self) -> Self::Partial {
        rt::RootField::partial_selection(self.select(rt::default_selection()))
    }
}
/// Takes a system role from a user. The last system admin cannot lose it.
///
/// Selects by default: `createdAt`, `id`, `role`.
///
/// Needs the permission `system.iam.update`.
///
/// Answers [`RoleBinding`](super::super::object::RoleBinding).
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
    Role = rt::Unset<super::super::argument::role>,
    UserId = rt::Unset<super::super::argument::user_id>,
>(
    rt::Builder<(Role, UserId)>,
);
/// [`DeleteSystemRoleBinding`] with everything set that is required.
pub type DeleteSystemRoleBindingReady = DeleteSystemRoleBinding<rt::Set, rt::Set>;
impl<Role, UserId> DeleteSystemRoleBinding<Role, UserId> {
    /// The role to take.
    ///
    /// Required. `role: Role!`
    pub fn role(
        self,
        value: impl rt::IntoArgument<super::super::enums::Role>,
    ) -> DeleteSystemRoleBinding<rt::Set, UserId> {
        DeleteSystemRoleBinding(self.0.with("role", "Role!", value))
    }
    /// Id of the user.
    ///
    /// Required. `userId: ID!`
    pub fn user_id(
        self,
        value: impl rt::IntoArgument<super::super::scalar::ID>,
    ) -> DeleteSystemRoleBinding<Role, rt::Set> {
        DeleteSystemRoleBinding(self.0.with("userId", "ID!", value))
    }
}
impl<Role, UserId> DeleteSystemRoleBinding<Role, UserId> {
    /// Selects exactly this on the result, `RoleBinding`.
    pub fn select<Selection: rt::Select<super::super::object::RoleBinding>>(
        self,
        selection: Selection,
    ) -> rt::Nested<
        super::super::object::Mutation,
        super::super::object::RoleBinding,
        rt::One,
        Selection,
    >
    where
        Role: super::super::required::role,
        UserId: super::super::required::user_id,
    {
        rt::Nested::new("deleteSystemRoleBinding", self.0.into_arguments(), selection)
    }
}
impl<
    Role: super::super::required::role,
    UserId: super::super::required::user_id,
> rt::RootField for DeleteSystemRoleBinding<Role, UserId> {
    type Root = super::super::object::Mutation;
    type Selection = rt::Nested<
        super::super::object::Mutation,
        super::super::object::RoleBinding,
        rt::One,
        rt::DefaultSelection<super::super::object::RoleBinding>,
    >;
    type Partial = rt::Nested<
        super::super::object::Mutation,
        super::super::object::RoleBinding,
        <rt::One as rt::Wrap>::Nullable,
        rt::DefaultSelection<super::super::object::RoleBinding>,
    >;
    fn selection(self) -> Self::Selection {
        self.select(rt::default_selection())
    }
    fn partial_selection(self) -> Self::Partial {
        rt::RootField::partial_selection(self.select(rt::default_selection()))
    }
}
/// Gives a user a role on a deployment.
///
/// Selects by default: `createdAt`, `id`, `role`.
///
/// Answers [`RoleBinding`](super::super::object::RoleBinding).
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
    DeploymentId = rt::Unset<super::super::argument::deployment_id>,
    Email = rt::Unset<super::super::argument::email>,
    Role = rt::Unset<super::super::argument::role>,
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
        value: impl rt::IntoArgument<super::super::scalar::Id>,
    ) -> DeploymentAddUserRole<rt::Set, Email, Role> {
        DeploymentAddUserRole(self.0.with("deploymentId", "Id!", value))
    }
    /// Email address of the user.
    ///
    /// Required. `email: String!`
    pub fn email(
        self,
        value: impl rt::IntoArgument<::std::string::String>,
    ) -> DeploymentAddUserRole<DeploymentId, rt::Set, Role> {
        DeploymentAddUserRole(self.0.with("email", "String!", value))
    }
    /// A role that begins with `DEPLOYMENT_`.
    ///
    /// Required. `role: Role!`
    pub fn role(
        self,
        value: impl rt::IntoArgument<super::super::enums::Role>,
    ) -> DeploymentAddUserRole<DeploymentId, Email, rt::Set> {
        DeploymentAddUserRole(self.0.with("role", "Role!", value))
    }
    /// Id of the user.
    ///
    /// `userId: Id`
    pub fn user_id(
        self,
        value: impl rt::IntoArgument<super::super::scalar::Id>,
    ) -> Self {
        Self(self.0.with("userId", "Id", value))
    }
    /// Sends null for `userId`: not the same as not sending it.
    pub fn user_id_null(self) -> Self {
        Self(self.0.null("userId", "Id"))
    }
    /// As [`user_id`](Self::user_id), when there is a value.
    pub fn maybe_user_id(
        self,
        value: ::core::option::Option<impl rt::IntoArgument<super::super::scalar::Id>>,
    ) -> Self {
        Self(self.0.maybe("userId", "Id", value))
    }
}
impl<DeploymentId, Email, Role> DeploymentAddUserRole<DeploymentId, Email, Role> {
    /// Selects exactly this on the result, `RoleBinding`.
    pub fn select<Selection: rt::Select<super::super::object::RoleBinding>>(
        self,
        selection: Selection,
    ) -> rt::Nested<
        super::super::object::Mutation,
        super::super::object::RoleBinding,
        rt::One,
        Selection,
    >
    where
        DeploymentId: super::super::required::deployment_id,
        Email: super::super::required::email,
        Role: super::super::required::role,
    {
        rt::Nested::new("deploymentAddUserRole", self.0.into_arguments(), selection)
    }
}
impl<
    DeploymentId: super::super::required::deployment_id,
    Email: super::super::required::email,
    Role: super::super::required::role,
> rt::RootField for DeploymentAddUserRole<DeploymentId, Email, Role> {
    type Root = super::super::object::Mutation;
    type Selection = rt::Nested<
        super::super::object::Mutation,
        super::super::object::RoleBinding,
        rt::One,
        rt::DefaultSelection<super::super::object::RoleBinding>,
    >;
    type Partial = rt::Nested<
        super::super::object::Mutation,
        super::super::object::RoleBinding,
        <rt::One as rt::Wrap>::Nullable,
        rt::DefaultSelection<super::super::object::RoleBinding>,
    >;
    fn selection(self) -> Self::Selection {
        self.select(rt::default_selection())
    }
    fn partial_selection(self) -> Self::Partial {
        rt::RootField::partial_selection(self.select(rt::default_selection()))
    }
}
/// Takes a user's role on a deployment.
///
/// Selects by default: `createdAt`, `id`, `role`.
///
/// Answers [`RoleBinding`](super::super::object::RoleBinding).
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
    DeploymentId = rt::Unset<super::super::argument::deployment_id>,
    Email = rt::Unset<super::super::argument::email>,
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
        value: impl rt::IntoArgument<super::super::scalar::Id>,
    ) -> DeploymentRemoveUserRole<rt::Set, Email> {
        DeploymentRemoveUserRole(self.0.with("deploymentId", "Id!", value))
    }
    /// Email address of the user.
    ///
    /// Required. `email: String!`
    pub fn email(
        self,
        value: impl rt::IntoArgument<::std::string::String>,
    ) -> DeploymentRemoveUserRole<DeploymentId, rt::Set> {
        DeploymentRemoveUserRole(self.0.with("email", "String!", value))
    }
    /// Id of the user.
    ///
    /// `userId: Id`
    pub fn user_id(
        self,
        value: impl rt::IntoArgument<super::super::scalar::Id>,
    ) -> Self {
        Self(self.0.with("userId", "Id", value))
    }
    /// Sends null for `userId`: not the same as not sending it.
    pub fn user_id_null(self) -> Self {
        Self(self.0.null("userId", "Id"))
    }
    /// As [`user_id`](Self::user_id), when there is a value.
    pub fn maybe_user_id(
        self,
        value: ::core::option::Option<impl rt::IntoArgument<super::super::scalar::Id>>,
    ) -> Self {
        Self(self.0.maybe("userId", "Id", value))
    }
}
impl<DeploymentId, Email> DeploymentRemoveUserRole<DeploymentId, Email> {
    /// Selects exactly this on the result, `RoleBinding`.
    pub fn select<Selection: rt::Select<super::super::object::RoleBinding>>(
        self,
        selection: Selection,
    ) -> rt::Nested<
        super::super::object::Mutation,
        super::super::object::RoleBinding,
        rt::One,
        Selection,
    >
    where
        DeploymentId: super::super::required::deployment_id,
        Email: super::super::required::email,
    {
        rt::Nested::new("deploymentRemoveUserRole", self.0.into_arguments(), selection)
    }
}
impl<
    DeploymentId: super::super::required::deployment_id,
    Email: super::super::required::email,
> rt::RootField for DeploymentRemoveUserRole<DeploymentId, Email> {
    type Root = super::super::object::Mutation;
    type Selection = rt::Nested<
        super::super::object::Mutation,
        super::super::object::RoleBinding,
        rt::One,
        rt::DefaultSelection<super::super::object::RoleBinding>,
    >;
    type Partial = rt::Nested<
        super::super::object::Mutation,
        super::super::object::RoleBinding,
        <rt::One as rt::Wrap>::Nullable,
        rt::DefaultSelection<super::super::object::RoleBinding>,
    >;
    fn selection(self) -> Self::Selection {
        self.select(rt::default_selection())
    }
    fn partial_selection(self) -> Self::Partial {
        rt::RootField::partial_selection(self.select(rt::default_selection()))
    }
}
/// Changes a user's role on a deployment.
///
/// Selects by default: `createdAt`, `id`, `role`.
///
/// Answers [`RoleBinding`](super::super::object::RoleBinding).
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
    DeploymentId = rt::Unset<super::super::argument::deployment_id>,
    Email = rt::Unset<super::super::argument::email>,
    Role = rt::Unset<super::super::argument::role>,
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
        value: impl rt::IntoArgument<super::super::scalar::Id>,
    ) -> DeploymentUpdateUserRole<rt::Set, Email, Role> {
        DeploymentUpdateUserRole(self.0.with("deploymentId", "Id!", value))
    }
    /// Email address of the user.
    ///
    /// Required. `email: String!`
    pub fn email(
        self,
        value: impl rt::IntoArgument<::std::string::String>,
    ) -> DeploymentUpdateUserRole<DeploymentId, rt::Set, Role> {
        DeploymentUpdateUserRole(self.0.with("email", "String!", value))
    }
    /// The new role; it begins with `DEPLOYMENT_`.
    ///
    /// Required. `role: Role!`
    pub fn role(
        self,
        value: impl rt::IntoArgument<super::super::enums::Role>,
    ) -> DeploymentUpdateUserRole<DeploymentId, Email, rt::Set> {
        DeploymentUpdateUserRole(self.0.with("role", "Role!", value))
    }
    /// Id of the user.
    ///
    /// `userId: Id`
    pub fn user_id(
        self,
        value: impl rt::IntoArgument<super::super::scalar::Id>,
    ) -> Self {
        Self(self.0.with("userId", "Id", value))
    }
    /// Sends null for `userId`: not the same as not sending it.
    pub fn user_id_null(self) -> Self {
        Self(self.0.null("userId", "Id"))
    }
    /// As [`user_id`](Self::user_id), when there is a value.
    pub fn maybe_user_id(
        self,
        value: ::core::option::Option<impl rt::IntoArgument<super::super::scalar::Id>>,
    ) -> Self {
        Self(self.0.maybe("userId", "Id", value))
    }
}
impl<DeploymentId, Email, Role> DeploymentUpdateUserRole<DeploymentId, Email, Role> {
    /// Selects exactly this on the result, `RoleBinding`.
    pub fn select<Selection: rt::Select<super::super::object::RoleBinding>>(
        self,
        selection: Selection,
    ) -> rt::Nested<
        super::super::object::Mutation,
        super::super::object::RoleBinding,
        rt::One,
        Selection,
    >
    where
        DeploymentId: super::super::required::deployment_id,
        Email: super::super::required::email,
        Role: super::super::required::role,
    {
        rt::Nested::new("deploymentUpdateUserRole", self.0.into_arguments(), selection)
    }
}
impl<
    DeploymentId: super::super::required::deployment_id,
    Email: super::super::required::email,
    Role: super::super::required::role,
> rt::RootField for DeploymentUpdateUserRole<DeploymentId, Email, Role> {
    type Root = super::super::object::Mutation;
    type Selection = rt::Nested<
        super::super::object::Mutation,
        super::super::object::RoleBinding,
        rt::One,
        rt::DefaultSelection<super::super::object::RoleBinding>,
    >;
    type Partial = rt::Nested<
        super::super::object::Mutation,
        super::super::object::RoleBinding,
        <rt::One as rt::Wrap>::Nullable,
        rt::DefaultSelection<super::super::object::RoleBinding>,
    >;
    fn selection(self) -> Self::Selection {
        self.select(rt::default_selection())
    }
    fn partial_selection(self) -> Self::Partial {
        rt::RootField::partial_selection(self.select(rt::default_selection()))
    }
}
/// Invites somebody to the platform by email.
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
pub struct InviteUser<Email = rt::Unset<super::super::argument::email>>(
    rt::Builder<(Email,)>,
);
/// [`InviteUser`] with everything set that is required.
pub type InviteUserReady = InviteUser<rt::Set>;
impl<Email> InviteUser<Email> {
    /// Email address to invite.
    ///
    /// Required. `email: String!`
    pub fn email(
        self,
        value: impl rt::IntoArgument<::std::string::String>,
    ) -> InviteUser<rt::Set> {
        InviteUser(self.0.with("email", "String!", value))
    }
}
impl<Email> InviteUser<Email> {
    /// Selects exactly this on the result, `Invite`.
    pub fn select<Selection: rt::Select<super::super::object::Invite>>(
        self,
        selection: Selection,
    ) -> rt::Nested<
        super::super::object::Mutation,
        super::super::object::Invite,
        rt::One,
        Selection,
    >
    where
        Email: super::super::required::email,
    {
        rt::Nested::new("inviteUser", self.0.into_arguments(), selection)
    }
}
/// What `inviteUser` answers by default.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct InviteUserPayload {
    /// Id of the invite: the `inviteUuid` of deleteInviteToken.
    pub id: ::core::option::Option<::std::string::String>,
}
impl rt::Object for InviteUserPayload {
    type Scope = super::super::object::Invite;
    type Slots = (
        ::core::option::Option<::core::option::Option<::std::string::String>>,
    );
    const KEYS: &'static [&'static ::core::primitive::str] = &["id"];
    fn take<'de, A: rt::MapAccess<'de>>(
        slots: &mut Self::Slots,
        index: ::core::primitive::usize,
        map: &mut A,
    ) -> ::core::result::Result<(), A::Error> {
        match index {
            0 => slots.0 = ::core::option::Option::Some(map.next_value()?),
            _ => {}
        }
        ::core::result::Result::Ok(())
    }
    fn finish(
        slots: Self::Slots,
    ) -> ::core::result::Result<Self, ::core::primitive::usize> {
        ::core::result::Result::Ok(Self {
            id: rt::missing_key(slots.0, 0)?,
        })
    }
    fn serialize<M: rt::SerializeMap>(
        &self,
        map: &mut M,
    ) -> ::core::result::Result<(), M::Error> {
        map.serialize_entry("id", &self.id)?;
        ::core::result::Result::Ok(())
    }
}
rt::object_type! {
    InviteUserPayload
}
impl<Email: super::super::required::email> rt::RootField for InviteUser<Email> {
    type Root = super::super::object::Mutation;
    type Selection = rt::Nested<
        super::super::object::Mutation,
        super::super::object::Invite,
        rt::One,
        rt::DefaultSelection<InviteUserPayload>,
    >;
    type Partial = rt::Nested<
        super::super::object::Mutation,
        super::super::object::Invite,
        <rt::One as rt::Wrap>::Nullable,
        rt::DefaultSelection<InviteUserPayload>,
    >;
    fn selection(self) -> Self::Selection {
        self.select(rt::default_selection())
    }
    fn partial_selection(self) -> Self::Partial {
        rt::RootField::partial_selection(self.select(rt::default_selection()))
    }
}
/// Changes a user's role in a workspace.
///
/// Beware: The email address is compared with capitals; stored ones are in lower case.
///
/// Needs the permission `workspace.iam.update` or `system.iam.update`.
///
/// Answers [`Role`](super::super::enums::Role).
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
    Email = rt::Unset<super::super::argument::email>,
    Role = rt::Unset<super::super::argument::role>,
    WorkspaceUuid = rt::Unset<super::super::argument::workspace_uuid>,
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
        value: impl rt::IntoArgument<::std::string::String>,
    ) -> WorkspaceUpdateUserRole<rt::Set, Role, WorkspaceUuid> {
        WorkspaceUpdateUserRole(self.0.with("email", "String!", value))
    }
    /// The new role; it begins with `WORKSPACE_`.
    ///
    /// Required. `role: Role!`
    pub fn role(
        self,
        value: impl rt::IntoArgument<super::super::enums::Role>,
    ) -> WorkspaceUpdateUserRole<Email, rt::Set, WorkspaceUuid> {
        WorkspaceUpdateUserRole(self.0.with("role", "Role!", value))
    }
    /// Id of the workspace.
    ///
    /// Required. `workspaceUuid: Uuid!`
    pub fn workspace_uuid(
        self,
        value: impl rt::IntoArgument<super::super::scalar::Uuid>,
    ) -> WorkspaceUpdateUserRole<Email, Role, rt::Set> {
        WorkspaceUpdateUserRole(self.0.with("workspaceUuid", "Uuid!", value))
    }
}
impl<Email, Role, WorkspaceUuid> WorkspaceUpdateUserRole<Email, Role, WorkspaceUuid> {
    /// The field, to be selected beside others.
    pub fn select(
        self,
    ) -> rt::Leaf<super::super::object::Mutation, super::super::enums::Role>
    where
        Email: super::super::required::email,
        Role: super::super::required::role,
        WorkspaceUuid: super::super::required::workspace_uuid,
    {
        rt::Leaf::with("workspaceUpdateUserRole", self.0.into_arguments())
    }
}
impl<
    Email: super::super::required::email,
    Role: super::super::required::role,
    WorkspaceUuid: super::super::required::workspace_uuid,
> rt::RootField for WorkspaceUpdateUserRole<Email, Role, WorkspaceUuid> {
    type Root = super::super::object::Mutation;
    type Selection = rt::Leaf<super::super::object::Mutation, super::super::enums::Role>;
    type Partial = rt::Leaf<
        super::super::object::Mutation,
        ::core::option::Option<super::super::enums::Role>,
    >;
    fn selection(self) -> Self::Selection {
        self.select()
    }
    fn partial_selection(self) -> Self::Partial {
        rt::RootField::partial_selection(self.select())
    }
}
