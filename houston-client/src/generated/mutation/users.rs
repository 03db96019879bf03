// Made by `cargo xtask codegen`: run it again instead of editing.

use crate::runtime as rt;
use super::super::{argument, enums, input, object, required, scalar};
/// Creates a user who signs in with a password. The first one needs no invite.
///
/// Selects by default: `isAdmin`, `permissions`.
///
/// Needs no token.
///
/// Answers [`AuthUser`](object::AuthUser).
///
/// Required: [`email`](CreateUser::email), [`password`](CreateUser::password).
///
/// GraphQL: `createUser(email: String!, password: String!, duration: Int, inviteToken: String, profile: JSON, username: String): AuthUser`
pub fn create_user() -> CreateUser {
    CreateUser(rt::Builder::new())
}
/// The builder of `createUser`.
#[derive(Clone, Debug)]
#[must_use]
pub struct CreateUser<
    Email = rt::Unset<argument::email>,
    Password = rt::Unset<argument::password>,
>(
    rt::Builder<(Email, Password)>,
);
/// [`CreateUser`] with everything set that is required.
pub type CreateUserReady = CreateUser<rt::Set, rt::Set>;
impl<Email, Password> CreateUser<Email, Password> {
    /// Email address; must not be in use.
    ///
    /// Required. `email: String!`
    pub fn email(
        self,
        value: impl rt::IntoArgument<rt::String>,
    ) -> CreateUser<rt::Set, Password> {
        CreateUser(self.0.with("email", "String!", value))
    }
    /// The password. The server does not check it: even an empty one is accepted (seen on 0.16).
    ///
    /// Required. `password: String!`
    pub fn password(
        self,
        value: impl rt::IntoArgument<rt::String>,
    ) -> CreateUser<Email, rt::Set> {
        CreateUser(self.0.with("password", "String!", value))
    }
    /// Accepted and ignored.
    ///
    /// `duration: Int`
    pub fn duration(self, value: impl rt::IntoArgument<rt::i32>) -> Self {
        Self(self.0.with("duration", "Int", value))
    }
    /// Sends null for `duration`: not the same as not sending it.
    pub fn duration_null(self) -> Self {
        Self(self.0.null("duration", "Int"))
    }
    /// As [`duration`](Self::duration), when there is a value.
    pub fn maybe_duration(
        self,
        value: rt::Option<impl rt::IntoArgument<rt::i32>>,
    ) -> Self {
        Self(self.0.maybe("duration", "Int", value))
    }
    /// Token of an invite for this address; required if public sign-up is off.
    ///
    /// `inviteToken: String`
    pub fn invite_token(self, value: impl rt::IntoArgument<rt::String>) -> Self {
        Self(self.0.with("inviteToken", "String", value))
    }
    /// Sends null for `inviteToken`: not the same as not sending it.
    pub fn invite_token_null(self) -> Self {
        Self(self.0.null("inviteToken", "String"))
    }
    /// As [`invite_token`](Self::invite_token), when there is a value.
    pub fn maybe_invite_token(
        self,
        value: rt::Option<impl rt::IntoArgument<rt::String>>,
    ) -> Self {
        Self(self.0.maybe("inviteToken", "String", value))
    }
    /// JSON object with details about the person.
    ///
    /// `profile: JSON`
    pub fn profile(self, value: impl rt::IntoArgument<rt::Value>) -> Self {
        Self(self.0.with("profile", "JSON", value))
    }
    /// Sends null for `profile`: not the same as not sending it.
    pub fn profile_null(self) -> Self {
        Self(self.0.null("profile", "JSON"))
    }
    /// As [`profile`](Self::profile), when there is a value.
    pub fn maybe_profile(
        self,
        value: rt::Option<impl rt::IntoArgument<rt::Value>>,
    ) -> Self {
        Self(self.0.maybe("profile", "JSON", value))
    }
    /// User name; must not be in use. The error for a taken name mentions the email address instead.
    ///
    /// `username: String`
    pub fn username(self, value: impl rt::IntoArgument<rt::String>) -> Self {
        Self(self.0.with("username", "String", value))
    }
    /// Sends null for `username`: not the same as not sending it.
    pub fn username_null(self) -> Self {
        Self(self.0.null("username", "String"))
    }
    /// As [`username`](Self::username), when there is a value.
    pub fn maybe_username(
        self,
        value: rt::Option<impl rt::IntoArgument<rt::String>>,
    ) -> Self {
        Self(self.0.maybe("username", "String", value))
    }
    /// Selects exactly this on the result, `AuthUser`.
    pub fn select<Selection: rt::Select<object::AuthUser>>(
        self,
        selection: Selection,
    ) -> rt::Nested<object::Mutation, object::AuthUser, rt::One, Selection>
    where
        Email: required::email,
        Password: required::password,
    {
        rt::Nested::new("createUser", self.0.into_arguments(), selection)
    }
}
impl<Email: required::email, Password: required::password> rt::RootField
for CreateUser<Email, Password> {
    type Root = object::Mutation;
    type Selection = rt::Nested<
        object::Mutation,
        object::AuthUser,
        rt::One,
        rt::DefaultSelection<object::AuthUser>,
    >;
    type Partial = <Self::Selection as rt::RootField>::Partial;
    fn selection(self) -> Self::Selection {
        self.select(rt::default_selection())
    }
    fn partial_selection(self) -> Self::Partial {
        rt::RootField::partial_selection(rt::RootField::selection(self))
    }
}
/// Removes a user from the platform. Service accounts that the user created keep working.
///
/// Selects by default: `id`.
///
/// Beware: Service accounts that the user created keep working.
///
/// Needs the permission `system.user.delete`.
///
/// Answers [`RemoveUserPayload`](RemoveUserPayload).
///
/// Required: [`user_uuid`](RemoveUser::user_uuid).
///
/// GraphQL: `removeUser(userUuid: Uuid!): User`
pub fn remove_user() -> RemoveUser {
    RemoveUser(rt::Builder::new())
}
/// The builder of `removeUser`.
#[derive(Clone, Debug)]
#[must_use]
pub struct RemoveUser<UserUuid = rt::Unset<argument::user_uuid>>(
    rt::Builder<(UserUuid,)>,
);
/// [`RemoveUser`] with everything set that is required.
pub type RemoveUserReady = RemoveUser<rt::Set>;
impl<UserUuid> RemoveUser<UserUuid> {
    /// Id of the user.
    ///
    /// Required. `userUuid: Uuid!`
    pub fn user_uuid(
        self,
        value: impl rt::IntoArgument<scalar::Uuid>,
    ) -> RemoveUser<rt::Set> {
        RemoveUser(self.0.with("userUuid", "Uuid!", value))
    }
    /// Selects exactly this on the result, `User`.
    pub fn select<Selection: rt::Select<object::User>>(
        self,
        selection: Selection,
    ) -> rt::Nested<object::Mutation, object::User, rt::One, Selection>
    where
        UserUuid: required::user_uuid,
    {
        rt::Nested::new("removeUser", self.0.into_arguments(), selection)
    }
}
/// What `removeUser` answers by default.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct RemoveUserPayload {
    /// Id of the user: the `userUuid` or `userId` of other operations.
    pub id: rt::String,
}
impl rt::Object for RemoveUserPayload {
    type Scope = object::User;
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
    RemoveUserPayload
}
impl<UserUuid: required::user_uuid> rt::RootField for RemoveUser<UserUuid> {
    type Root = object::Mutation;
    type Selection = rt::Nested<
        object::Mutation,
        object::User,
        rt::One,
        rt::DefaultSelection<RemoveUserPayload>,
    >;
    type Partial = <Self::Selection as rt::RootField>::Partial;
    fn selection(self) -> Self::Selection {
        self.select(rt::default_selection())
    }
    fn partial_selection(self) -> Self::Partial {
        rt::RootField::partial_selection(rt::RootField::selection(self))
    }
}
/// Confirms a user's email address without a mail.
///
/// Needs the permission `system.user.verifyEmail`.
///
/// Answers `bool`.
///
/// Required: [`email`](VerifyEmail::email).
///
/// GraphQL: `verifyEmail(email: String!): Boolean`
pub fn verify_email() -> VerifyEmail {
    VerifyEmail(rt::Builder::new())
}
/// The builder of `verifyEmail`.
#[derive(Clone, Debug)]
#[must_use]
pub struct VerifyEmail<Email = rt::Unset<argument::email>>(rt::Builder<(Email,)>);
/// [`VerifyEmail`] with everything set that is required.
pub type VerifyEmailReady = VerifyEmail<rt::Set>;
impl<Email> VerifyEmail<Email> {
    /// Email address to confirm.
    ///
    /// Required. `email: String!`
    pub fn email(
        self,
        value: impl rt::IntoArgument<rt::String>,
    ) -> VerifyEmail<rt::Set> {
        VerifyEmail(self.0.with("email", "String!", value))
    }
    /// The field, to be selected beside others.
    pub fn select(self) -> rt::Leaf<object::Mutation, rt::bool>
    where
        Email: required::email,
    {
        rt::Leaf::with("verifyEmail", self.0.into_arguments())
    }
}
impl<Email: required::email> rt::RootField for VerifyEmail<Email> {
    type Root = object::Mutation;
    type Selection = rt::Leaf<object::Mutation, rt::bool>;
    type Partial = <Self::Selection as rt::RootField>::Partial;
    fn selection(self) -> Self::Selection {
        self.select()
    }
    fn partial_selection(self) -> Self::Partial {
        rt::RootField::partial_selection(rt::RootField::selection(self))
    }
}
/// Adds a user to a workspace. An email address without an account gets an invite by email.
///
/// Selects by default: `active`, `billingEnabled`, `createdAt`, `description`, `id`, `label`, `paywallEnabled`, `properties`, `stripeCustomerId`, `trialEndsAt`, `updatedAt`.
///
/// Beware: A second call for the same user adds a second role, and then changing the role fails (through 0.16).
///
/// Needs the permission `workspace.iam.update` or `system.iam.update`.
///
/// Answers [`Workspace`](object::Workspace).
///
/// Required: [`email`](WorkspaceAddUser::email).
///
/// GraphQL: `workspaceAddUser(email: String!, deploymentRoles: [DeploymentRoles], role: Role! = WORKSPACE_VIEWER, workspaceUuid: Uuid): Workspace`
pub fn workspace_add_user() -> WorkspaceAddUser {
    WorkspaceAddUser(rt::Builder::new())
}
/// The builder of `workspaceAddUser`.
#[derive(Clone, Debug)]
#[must_use]
pub struct WorkspaceAddUser<Email = rt::Unset<argument::email>>(rt::Builder<(Email,)>);
/// [`WorkspaceAddUser`] with everything set that is required.
pub type WorkspaceAddUserReady = WorkspaceAddUser<rt::Set>;
impl<Email> WorkspaceAddUser<Email> {
    /// Email address of the user.
    ///
    /// Required. `email: String!`
    pub fn email(
        self,
        value: impl rt::IntoArgument<rt::String>,
    ) -> WorkspaceAddUser<rt::Set> {
        WorkspaceAddUser(self.0.with("email", "String!", value))
    }
    /// Roles on single deployments, given together with the workspace role.
    ///
    /// `deploymentRoles: [DeploymentRoles]`
    pub fn deployment_roles(
        self,
        value: impl rt::IntoArgument<rt::NullableItems<input::DeploymentRoles>>,
    ) -> Self {
        Self(self.0.with("deploymentRoles", "[DeploymentRoles]", value))
    }
    /// Sends null for `deploymentRoles`: not the same as not sending it.
    pub fn deployment_roles_null(self) -> Self {
        Self(self.0.null("deploymentRoles", "[DeploymentRoles]"))
    }
    /// As [`deployment_roles`](Self::deployment_roles), when there is a value.
    pub fn maybe_deployment_roles(
        self,
        value: rt::Option<
            impl rt::IntoArgument<rt::NullableItems<input::DeploymentRoles>>,
        >,
    ) -> Self {
        Self(self.0.maybe("deploymentRoles", "[DeploymentRoles]", value))
    }
    /// A role that begins with `WORKSPACE_`.
    ///
    /// `role: Role! = WORKSPACE_VIEWER`
    pub fn role(self, value: impl rt::IntoArgument<enums::Role>) -> Self {
        Self(self.0.with("role", "Role!", value))
    }
    /// As [`role`](Self::role), when there is a value.
    pub fn maybe_role(
        self,
        value: rt::Option<impl rt::IntoArgument<enums::Role>>,
    ) -> Self {
        Self(self.0.maybe("role", "Role!", value))
    }
    /// Id of the workspace; the server checks your permissions there.
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
    /// Selects exactly this on the result, `Workspace`.
    pub fn select<Selection: rt::Select<object::Workspace>>(
        self,
        selection: Selection,
    ) -> rt::Nested<object::Mutation, object::Workspace, rt::One, Selection>
    where
        Email: required::email,
    {
        rt::Nested::new("workspaceAddUser", self.0.into_arguments(), selection)
    }
}
impl<Email: required::email> rt::RootField for WorkspaceAddUser<Email> {
    type Root = object::Mutation;
    type Selection = rt::Nested<
        object::Mutation,
        object::Workspace,
        rt::One,
        rt::DefaultSelection<object::Workspace>,
    >;
    type Partial = <Self::Selection as rt::RootField>::Partial;
    fn selection(self) -> Self::Selection {
        self.select(rt::default_selection())
    }
    fn partial_selection(self) -> Self::Partial {
        rt::RootField::partial_selection(rt::RootField::selection(self))
    }
}
/// Removes a user from a workspace.
///
/// Selects by default: `active`, `billingEnabled`, `createdAt`, `description`, `id`, `label`, `paywallEnabled`, `properties`, `stripeCustomerId`, `trialEndsAt`, `updatedAt`.
///
/// Needs the permission `workspace.iam.update` or `system.iam.update`.
///
/// Answers [`Workspace`](object::Workspace).
///
/// Required: [`user_uuid`](WorkspaceRemoveUser::user_uuid), [`workspace_uuid`](WorkspaceRemoveUser::workspace_uuid).
///
/// GraphQL: `workspaceRemoveUser(userUuid: Uuid!, workspaceUuid: Uuid!): Workspace`
pub fn workspace_remove_user() -> WorkspaceRemoveUser {
    WorkspaceRemoveUser(rt::Builder::new())
}
/// The builder of `workspaceRemoveUser`.
#[derive(Clone, Debug)]
#[must_use]
pub struct WorkspaceRemoveUser<
    UserUuid = rt::Unset<argument::user_uuid>,
    WorkspaceUuid = rt::Unset<argument::workspace_uuid>,
>(
    rt::Builder<(UserUuid, WorkspaceUuid)>,
);
/// [`WorkspaceRemoveUser`] with everything set that is required.
pub type WorkspaceRemoveUserReady = WorkspaceRemoveUser<rt::Set, rt::Set>;
impl<UserUuid, WorkspaceUuid> WorkspaceRemoveUser<UserUuid, WorkspaceUuid> {
    /// Id of the user.
    ///
    /// Required. `userUuid: Uuid!`
    pub fn user_uuid(
        self,
        value: impl rt::IntoArgument<scalar::Uuid>,
    ) -> WorkspaceRemoveUser<rt::Set, WorkspaceUuid> {
        WorkspaceRemoveUser(self.0.with("userUuid", "Uuid!", value))
    }
    /// Id of the workspace.
    ///
    /// Required. `workspaceUuid: Uuid!`
    pub fn workspace_uuid(
        self,
        value: impl rt::IntoArgument<scalar::Uuid>,
    ) -> WorkspaceRemoveUser<UserUuid, rt::Set> {
        WorkspaceRemoveUser(self.0.with("workspaceUuid", "Uuid!", value))
    }
    /// Selects exactly this on the result, `Workspace`.
    pub fn select<Selection: rt::Select<object::Workspace>>(
        self,
        selection: Selection,
    ) -> rt::Nested<object::Mutation, object::Workspace, rt::One, Selection>
    where
        UserUuid: required::user_uuid,
        WorkspaceUuid: required::workspace_uuid,
    {
        rt::Nested::new("workspaceRemoveUser", self.0.into_arguments(), selection)
    }
}
impl<
    UserUuid: required::user_uuid,
    WorkspaceUuid: required::workspace_uuid,
> rt::RootField for WorkspaceRemoveUser<UserUuid, WorkspaceUuid> {
    type Root = object::Mutation;
    type Selection = rt::Nested<
        object::Mutation,
        object::Workspace,
        rt::One,
        rt::DefaultSelection<object::Workspace>,
    >;
    type Partial = <Self::Selection as rt::RootField>::Partial;
    fn selection(self) -> Self::Selection {
        self.select(rt::default_selection())
    }
    fn partial_selection(self) -> Self::Partial {
        rt::RootField::partial_selection(rt::RootField::selection(self))
    }
}
