// Made by `cargo xtask codegen`: run it again instead of editing.

use crate::runtime as rt;
use super::super::{argument, enums, input, object, required, scalar};
/// Users with a role on a deployment.
///
/// Selects by default: `createdAt`, `fullName`, `id`, `status`, `updatedAt`, `username`.
///
/// Answers `Option<Vec<User>>`: see [`User`](object::User).
///
/// Required: [`deployment_id`](DeploymentUsers::deployment_id).
///
/// GraphQL: `deploymentUsers(deploymentId: Id!, user: UserSearch): [User]`
pub fn deployment_users() -> DeploymentUsers {
    DeploymentUsers(rt::Builder::new())
}
/// The builder of `deploymentUsers`.
#[derive(Clone, Debug)]
#[must_use]
pub struct DeploymentUsers<DeploymentId = rt::Unset<argument::deployment_id>>(
    rt::Builder<(DeploymentId,)>,
);
/// [`DeploymentUsers`] with everything set that is required.
pub type DeploymentUsersReady = DeploymentUsers<rt::Set>;
impl<DeploymentId> DeploymentUsers<DeploymentId> {
    /// Id of the deployment.
    ///
    /// Required. `deploymentId: Id!`
    pub fn deployment_id(
        self,
        value: impl rt::IntoArgument<scalar::Id>,
    ) -> DeploymentUsers<rt::Set> {
        DeploymentUsers(self.0.with("deploymentId", "Id!", value))
    }
    /// Return only matching users.
    ///
    /// `user: UserSearch`
    pub fn user(self, value: impl rt::IntoArgument<input::UserSearch>) -> Self {
        Self(self.0.with("user", "UserSearch", value))
    }
    /// Sends null for `user`: not the same as not sending it.
    pub fn user_null(self) -> Self {
        Self(self.0.null("user", "UserSearch"))
    }
    /// As [`user`](Self::user), when there is a value.
    pub fn maybe_user(
        self,
        value: rt::Option<impl rt::IntoArgument<input::UserSearch>>,
    ) -> Self {
        Self(self.0.maybe("user", "UserSearch", value))
    }
    /// Selects exactly this on the result, `[User]`.
    pub fn select<Selection: rt::Select<object::User>>(
        self,
        selection: Selection,
    ) -> rt::Nested<object::Query, object::User, rt::Opt<rt::List<rt::One>>, Selection>
    where
        DeploymentId: required::deployment_id,
    {
        rt::Nested::new("deploymentUsers", self.0.into_arguments(), selection)
    }
}
impl<DeploymentId: required::deployment_id> rt::RootField
for DeploymentUsers<DeploymentId> {
    type Root = object::Query;
    type Selection = rt::Nested<
        object::Query,
        object::User,
        rt::Opt<rt::List<rt::One>>,
        rt::DefaultSelection<object::User>,
    >;
    type Partial = <Self::Selection as rt::RootField>::Partial;
    fn selection(self) -> Self::Selection {
        self.select(rt::default_selection())
    }
    fn partial_selection(self) -> Self::Partial {
        rt::RootField::partial_selection(rt::RootField::selection(self))
    }
}
/// One email address of a user on the platform.
///
/// Selects by default: `address`, `createdAt`, `id`, `primary`, `updatedAt`, `verified`.
///
/// Answers `Option<Email>`: see [`Email`](object::Email).
///
/// Required: [`r#where`](Email::where).
///
/// GraphQL: `email(where: EmailWhereUniqueInput!): Email`
pub fn email() -> Email {
    Email(rt::Builder::new())
}
/// The builder of `email`.
#[derive(Clone, Debug)]
#[must_use]
pub struct Email<Where = rt::Unset<argument::r#where>>(rt::Builder<(Where,)>);
/// [`Email`] with everything set that is required.
pub type EmailReady = Email<rt::Set>;
impl<Where> Email<Where> {
    /// The email address, by id, address or token.
    ///
    /// Required. `where: EmailWhereUniqueInput!`
    pub fn r#where(
        self,
        value: impl rt::IntoArgument<input::EmailWhereUniqueInput>,
    ) -> Email<rt::Set> {
        Email(self.0.with("where", "EmailWhereUniqueInput!", value))
    }
    /// Selects exactly this on the result, `Email`.
    pub fn select<Selection: rt::Select<object::Email>>(
        self,
        selection: Selection,
    ) -> rt::Nested<object::Query, object::Email, rt::Opt<rt::One>, Selection>
    where
        Where: required::r#where,
    {
        rt::Nested::new("email", self.0.into_arguments(), selection)
    }
}
impl<Where: required::r#where> rt::RootField for Email<Where> {
    type Root = object::Query;
    type Selection = rt::Nested<
        object::Query,
        object::Email,
        rt::Opt<rt::One>,
        rt::DefaultSelection<object::Email>,
    >;
    type Partial = <Self::Selection as rt::RootField>::Partial;
    fn selection(self) -> Self::Selection {
        self.select(rt::default_selection())
    }
    fn partial_selection(self) -> Self::Partial {
        rt::RootField::partial_selection(rt::RootField::selection(self))
    }
}
/// Users of the platform. Needs a system role.
///
/// Selects by default: `createdAt`, `fullName`, `id`, `status`, `updatedAt`, `username`.
///
/// Beware: Needs a system role; workspaceUsers lists the users of one workspace.
///
/// Needs the permission `system.users.get`.
///
/// Answers `Option<Vec<User>>`: see [`User`](object::User).
///
/// No argument is required.
///
/// GraphQL: `users(user: UserSearch): [User]`
pub fn users() -> Users {
    Users(rt::Builder::new())
}
/// The builder of `users`.
#[derive(Clone, Debug)]
#[must_use]
pub struct Users(rt::Builder<()>);
impl Users {
    /// Return only matching users. Without it, all users.
    ///
    /// `user: UserSearch`
    pub fn user(self, value: impl rt::IntoArgument<input::UserSearch>) -> Self {
        Self(self.0.with("user", "UserSearch", value))
    }
    /// Sends null for `user`: not the same as not sending it.
    pub fn user_null(self) -> Self {
        Self(self.0.null("user", "UserSearch"))
    }
    /// As [`user`](Self::user), when there is a value.
    pub fn maybe_user(
        self,
        value: rt::Option<impl rt::IntoArgument<input::UserSearch>>,
    ) -> Self {
        Self(self.0.maybe("user", "UserSearch", value))
    }
    /// Selects exactly this on the result, `[User]`.
    pub fn select<Selection: rt::Select<object::User>>(
        self,
        selection: Selection,
    ) -> rt::Nested<object::Query, object::User, rt::Opt<rt::List<rt::One>>, Selection> {
        rt::Nested::new("users", self.0.into_arguments(), selection)
    }
}
impl rt::RootField for Users {
    type Root = object::Query;
    type Selection = rt::Nested<
        object::Query,
        object::User,
        rt::Opt<rt::List<rt::One>>,
        rt::DefaultSelection<object::User>,
    >;
    type Partial = <Self::Selection as rt::RootField>::Partial;
    fn selection(self) -> Self::Selection {
        self.select(rt::default_selection())
    }
    fn partial_selection(self) -> Self::Partial {
        rt::RootField::partial_selection(rt::RootField::selection(self))
    }
}
/// One user of a workspace. Fails if more than one user matches.
///
/// Selects by default: `createdAt`, `fullName`, `id`, `status`, `updatedAt`, `username`.
///
/// Beware: Fails if more than one user matches.
///
/// Needs the permission `workspace.users.get` or `system.users.get`.
///
/// Answers `Option<User>`: see [`User`](object::User).
///
/// Required: [`user`](WorkspaceUser::user), [`workspace_uuid`](WorkspaceUser::workspace_uuid).
///
/// GraphQL: `workspaceUser(user: UserSearch!, workspaceUuid: Uuid!): User`
pub fn workspace_user() -> WorkspaceUser {
    WorkspaceUser(rt::Builder::new())
}
/// The builder of `workspaceUser`.
#[derive(Clone, Debug)]
#[must_use]
pub struct WorkspaceUser<
    User = rt::Unset<argument::user>,
    WorkspaceUuid = rt::Unset<argument::workspace_uuid>,
>(
    rt::Builder<(User, WorkspaceUuid)>,
);
/// [`WorkspaceUser`] with everything set that is required.
pub type WorkspaceUserReady = WorkspaceUser<rt::Set, rt::Set>;
impl<User, WorkspaceUuid> WorkspaceUser<User, WorkspaceUuid> {
    /// Search terms; they must match exactly one user.
    ///
    /// Required. `user: UserSearch!`
    pub fn user(
        self,
        value: impl rt::IntoArgument<input::UserSearch>,
    ) -> WorkspaceUser<rt::Set, WorkspaceUuid> {
        WorkspaceUser(self.0.with("user", "UserSearch!", value))
    }
    /// Id of the workspace.
    ///
    /// Required. `workspaceUuid: Uuid!`
    pub fn workspace_uuid(
        self,
        value: impl rt::IntoArgument<scalar::Uuid>,
    ) -> WorkspaceUser<User, rt::Set> {
        WorkspaceUser(self.0.with("workspaceUuid", "Uuid!", value))
    }
    /// Selects exactly this on the result, `User`.
    pub fn select<Selection: rt::Select<object::User>>(
        self,
        selection: Selection,
    ) -> rt::Nested<object::Query, object::User, rt::Opt<rt::One>, Selection>
    where
        User: required::user,
        WorkspaceUuid: required::workspace_uuid,
    {
        rt::Nested::new("workspaceUser", self.0.into_arguments(), selection)
    }
}
impl<User: required::user, WorkspaceUuid: required::workspace_uuid> rt::RootField
for WorkspaceUser<User, WorkspaceUuid> {
    type Root = object::Query;
    type Selection = rt::Nested<
        object::Query,
        object::User,
        rt::Opt<rt::One>,
        rt::DefaultSelection<object::User>,
    >;
    type Partial = <Self::Selection as rt::RootField>::Partial;
    fn selection(self) -> Self::Selection {
        self.select(rt::default_selection())
    }
    fn partial_selection(self) -> Self::Partial {
        rt::RootField::partial_selection(rt::RootField::selection(self))
    }
}
/// Users with a role in a workspace.
///
/// Selects by default: `createdAt`, `fullName`, `id`, `status`, `updatedAt`, `username`.
///
/// Needs the permission `workspace.users.get` or `system.users.get`.
///
/// Answers `Option<Vec<User>>`: see [`User`](object::User).
///
/// Required: [`workspace_uuid`](WorkspaceUsers::workspace_uuid).
///
/// GraphQL: `workspaceUsers(workspaceUuid: Uuid!, user: UserSearch): [User]`
pub fn workspace_users() -> WorkspaceUsers {
    WorkspaceUsers(rt::Builder::new())
}
/// The builder of `workspaceUsers`.
#[derive(Clone, Debug)]
#[must_use]
pub struct WorkspaceUsers<WorkspaceUuid = rt::Unset<argument::workspace_uuid>>(
    rt::Builder<(WorkspaceUuid,)>,
);
/// [`WorkspaceUsers`] with everything set that is required.
pub type WorkspaceUsersReady = WorkspaceUsers<rt::Set>;
impl<WorkspaceUuid> WorkspaceUsers<WorkspaceUuid> {
    /// Id of the workspace.
    ///
    /// Required. `workspaceUuid: Uuid!`
    pub fn workspace_uuid(
        self,
        value: impl rt::IntoArgument<scalar::Uuid>,
    ) -> WorkspaceUsers<rt::Set> {
        WorkspaceUsers(self.0.with("workspaceUuid", "Uuid!", value))
    }
    /// Return only matching users. Without it, all users.
    ///
    /// `user: UserSearch`
    pub fn user(self, value: impl rt::IntoArgument<input::UserSearch>) -> Self {
        Self(self.0.with("user", "UserSearch", value))
    }
    /// Sends null for `user`: not the same as not sending it.
    pub fn user_null(self) -> Self {
        Self(self.0.null("user", "UserSearch"))
    }
    /// As [`user`](Self::user), when there is a value.
    pub fn maybe_user(
        self,
        value: rt::Option<impl rt::IntoArgument<input::UserSearch>>,
    ) -> Self {
        Self(self.0.maybe("user", "UserSearch", value))
    }
    /// Selects exactly this on the result, `[User]`.
    pub fn select<Selection: rt::Select<object::User>>(
        self,
        selection: Selection,
    ) -> rt::Nested<object::Query, object::User, rt::Opt<rt::List<rt::One>>, Selection>
    where
        WorkspaceUuid: required::workspace_uuid,
    {
        rt::Nested::new("workspaceUsers", self.0.into_arguments(), selection)
    }
}
impl<WorkspaceUuid: required::workspace_uuid> rt::RootField
for WorkspaceUsers<WorkspaceUuid> {
    type Root = object::Query;
    type Selection = rt::Nested<
        object::Query,
        object::User,
        rt::Opt<rt::List<rt::One>>,
        rt::DefaultSelection<object::User>,
    >;
    type Partial = <Self::Selection as rt::RootField>::Partial;
    fn selection(self) -> Self::Selection {
        self.select(rt::default_selection())
    }
    fn partial_selection(self) -> Self::Partial {
        rt::RootField::partial_selection(rt::RootField::selection(self))
    }
}
