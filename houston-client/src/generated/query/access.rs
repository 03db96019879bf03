// Made by `cargo xtask codegen`: run it again instead of editing.

use crate::runtime as rt;
use super::super::{argument, enums, input, object, required, scalar};
/// Open invites to the platform. Needs a system role.
///
/// Selects by default: `createdAt`, `email`, `id`, `role`, `updatedAt`.
///
/// Beware: Needs a system role; workspaceInvites lists the invites of one workspace.
///
/// Needs the permission `system.invites.get`.
///
/// Answers `Option<Vec<Invite>>`: see [`Invite`](object::Invite).
///
/// No argument is required.
///
/// GraphQL: `invites(invite: InviteSearch): [Invite]`
pub fn invites() -> Invites {
    Invites(rt::Builder::new())
}
/// The builder of `invites`.
#[derive(Clone, Debug)]
#[must_use]
pub struct Invites(rt::Builder<()>);
impl Invites {
    /// Return only matching invites.
    ///
    /// `invite: InviteSearch`
    pub fn invite(self, value: impl rt::IntoArgument<input::InviteSearch>) -> Self {
        Self(self.0.with("invite", "InviteSearch", value))
    }
    /// Sends null for `invite`: not the same as not sending it.
    pub fn invite_null(self) -> Self {
        Self(self.0.null("invite", "InviteSearch"))
    }
    /// As [`invite`](Self::invite), when there is a value.
    pub fn maybe_invite(
        self,
        value: rt::Option<impl rt::IntoArgument<input::InviteSearch>>,
    ) -> Self {
        Self(self.0.maybe("invite", "InviteSearch", value))
    }
    /// Selects exactly this on the result, `[Invite]`.
    pub fn select<Selection: rt::Select<object::Invite>>(
        self,
        selection: Selection,
    ) -> rt::Nested<
        object::Query,
        object::Invite,
        rt::Opt<rt::List<rt::One>>,
        Selection,
    > {
        rt::Nested::new("invites", self.0.into_arguments(), selection)
    }
}
impl rt::RootField for Invites {
    type Root = object::Query;
    type Selection = rt::Nested<
        object::Query,
        object::Invite,
        rt::Opt<rt::List<rt::One>>,
        rt::DefaultSelection<object::Invite>,
    >;
    type Partial = <Self::Selection as rt::RootField>::Partial;
    fn selection(self) -> Self::Selection {
        self.select(rt::default_selection())
    }
    fn partial_selection(self) -> Self::Partial {
        rt::RootField::partial_selection(rt::RootField::selection(self))
    }
}
/// Open invites to a workspace.
///
/// Selects by default: `createdAt`, `email`, `id`, `role`, `updatedAt`.
///
/// Needs the permission `workspace.invites.get` or `system.invites.get`.
///
/// Answers `Option<Vec<Invite>>`: see [`Invite`](object::Invite).
///
/// Required: [`workspace_uuid`](WorkspaceInvites::workspace_uuid).
///
/// GraphQL: `workspaceInvites(workspaceUuid: Uuid!, invite: InviteSearch): [Invite]`
pub fn workspace_invites() -> WorkspaceInvites {
    WorkspaceInvites(rt::Builder::new())
}
/// The builder of `workspaceInvites`.
#[derive(Clone, Debug)]
#[must_use]
pub struct WorkspaceInvites<WorkspaceUuid = rt::Unset<argument::workspace_uuid>>(
    rt::Builder<(WorkspaceUuid,)>,
);
/// [`WorkspaceInvites`] with everything set that is required.
pub type WorkspaceInvitesReady = WorkspaceInvites<rt::Set>;
impl<WorkspaceUuid> WorkspaceInvites<WorkspaceUuid> {
    /// Id of the workspace.
    ///
    /// Required. `workspaceUuid: Uuid!`
    pub fn workspace_uuid(
        self,
        value: impl rt::IntoArgument<scalar::Uuid>,
    ) -> WorkspaceInvites<rt::Set> {
        WorkspaceInvites(self.0.with("workspaceUuid", "Uuid!", value))
    }
    /// Return only matching invites.
    ///
    /// `invite: InviteSearch`
    pub fn invite(self, value: impl rt::IntoArgument<input::InviteSearch>) -> Self {
        Self(self.0.with("invite", "InviteSearch", value))
    }
    /// Sends null for `invite`: not the same as not sending it.
    pub fn invite_null(self) -> Self {
        Self(self.0.null("invite", "InviteSearch"))
    }
    /// As [`invite`](Self::invite), when there is a value.
    pub fn maybe_invite(
        self,
        value: rt::Option<impl rt::IntoArgument<input::InviteSearch>>,
    ) -> Self {
        Self(self.0.maybe("invite", "InviteSearch", value))
    }
    /// Selects exactly this on the result, `[Invite]`.
    pub fn select<Selection: rt::Select<object::Invite>>(
        self,
        selection: Selection,
    ) -> rt::Nested<object::Query, object::Invite, rt::Opt<rt::List<rt::One>>, Selection>
    where
        WorkspaceUuid: required::workspace_uuid,
    {
        rt::Nested::new("workspaceInvites", self.0.into_arguments(), selection)
    }
}
impl<WorkspaceUuid: required::workspace_uuid> rt::RootField
for WorkspaceInvites<WorkspaceUuid> {
    type Root = object::Query;
    type Selection = rt::Nested<
        object::Query,
        object::Invite,
        rt::Opt<rt::List<rt::One>>,
        rt::DefaultSelection<object::Invite>,
    >;
    type Partial = <Self::Selection as rt::RootField>::Partial;
    fn selection(self) -> Self::Selection {
        self.select(rt::default_selection())
    }
    fn partial_selection(self) -> Self::Partial {
        rt::RootField::partial_selection(rt::RootField::selection(self))
    }
}
