// Made by `cargo xtask codegen`: run it again instead of editing.

use crate::runtime as rt;
/// Open invites to the platform; needs a system role.
///
/// Selects by default: `createdAt`, `email`, `id`, `role`, `updatedAt`.
///
/// Beware: Needs a system role; workspaceInvites lists the invites of one workspace.
///
/// Needs the permission `system.invites.get`.
///
/// Answers `Option<Vec<Invite>>`: see [`Invite`](super::super::object::Invite).
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
    /// Only invites that match.
    ///
    /// `invite: InviteSearch`
    pub fn invite(
        self,
        value: impl rt::IntoArgument<super::super::input::InviteSearch>,
    ) -> Self {
        Self(self.0.with("invite", "InviteSearch", value))
    }
    /// Sends null for `invite`: not the same as not sending it.
    pub fn invite_null(self) -> Self {
        Self(self.0.null("invite", "InviteSearch"))
    }
    /// As [`invite`](Self::invite), when there is a value.
    pub fn maybe_invite(
        self,
        value: ::core::option::Option<
            impl rt::IntoArgument<super::super::input::InviteSearch>,
        >,
    ) -> Self {
        Self(self.0.maybe("invite", "InviteSearch", value))
    }
}
impl Invites {
    /// Selects exactly this on the result, `[Invite]`.
    pub fn select<Selection: rt::Select<super::super::object::Invite>>(
        self,
        selection: Selection,
    ) -> rt::Nested<
        super::super::object::Query,
        super::super::object::Invite,
        rt::Opt<rt::List<rt::One>>,
        Selection,
    > {
        rt::Nested::new("invites", self.0.into_arguments(), selection)
    }
}
impl rt::RootField for Invites {
    type Root = super::super::object::Query;
    type Selection = rt::Nested<
        super::super::object::Query,
        super::super::object::Invite,
        rt::Opt<rt::List<rt::One>>,
        rt::DefaultSelection<super::super::object::Invite>,
    >;
    type Partial = rt::Nested<
        super::super::object::Query,
        super::super::object::Invite,
        <rt::Opt<rt::List<rt::One>> as rt::Wrap>::Nullable,
        rt::DefaultSelection<super::super::object::Invite>,
    >;
    fn selection(self) -> Self::Selection {
        self.select(rt::default_selection())
    }
    fn partial_selection(self) -> Self::Partial {
        rt::RootField::partial_selection(self.select(rt::default_selection()))
    }
}
/// Open invites to a workspace.
///
/// Selects by default: `createdAt`, `email`, `id`, `role`, `updatedAt`.
///
/// Needs the permission `workspace.invites.get` or `system.invites.get`.
///
/// Answers `Option<Vec<Invite>>`: see [`Invite`](super::super::object::Invite).
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
pub struct WorkspaceInvites<
    WorkspaceUuid = rt::Unset<super::super::argument::workspace_uuid>,
>(
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
        value: impl rt::IntoArgument<super::super::scalar::Uuid>,
    ) -> WorkspaceInvites<rt::Set> {
        WorkspaceInvites(self.0.with("workspaceUuid", "Uuid!", value))
    }
    /// Only invites that match.
    ///
    /// `invite: InviteSearch`
    pub fn invite(
        self,
        value: impl rt::IntoArgument<super::super::input::InviteSearch>,
    ) -> Self {
        Self(self.0.with("invite", "InviteSearch", value))
    }
    /// Sends null for `invite`: not the same as not sending it.
    pub fn invite_null(self) -> Self {
        Self(self.0.null("invite", "InviteSearch"))
    }
    /// As [`invite`](Self::invite), when there is a value.
    pub fn maybe_invite(
        self,
        value: ::core::option::Option<
            impl rt::IntoArgument<super::super::input::InviteSearch>,
        >,
    ) -> Self {
        Self(self.0.maybe("invite", "InviteSearch", value))
    }
}
impl<WorkspaceUuid> WorkspaceInvites<WorkspaceUuid> {
    /// Selects exactly this on the result, `[Invite]`.
    pub fn select<Selection: rt::Select<super::super::object::Invite>>(
        self,
        selection: Selection,
    ) -> rt::Nested<
        super::super::object::Query,
        super::super::object::Invite,
        rt::Opt<rt::List<rt::One>>,
        Selection,
    >
    where
        WorkspaceUuid: super::super::required::workspace_uuid,
    {
        rt::Nested::new("workspaceInvites", self.0.into_arguments(), selection)
    }
}
impl<WorkspaceUuid: super::super::required::workspace_uuid> rt::RootField
for WorkspaceInvites<WorkspaceUuid> {
    type Root = super::super::object::Query;
    type Selection = rt::Nested<
        super::super::object::Query,
        super::super::object::Invite,
        rt::Opt<rt::List<rt::One>>,
        rt::DefaultSelection<super::super::object::Invite>,
    >;
    type Partial = rt::Nested<
        super::super::object::Query,
        super::super::object::Invite,
        <rt::Opt<rt::List<rt::One>> as rt::Wrap>::Nullable,
        rt::DefaultSelection<super::super::object::Invite>,
    >;
    fn selection(self) -> Self::Selection {
        self.select(rt::default_selection())
    }
    fn partial_selection(self) -> Self::Partial {
        rt::RootField::partial_selection(self.select(rt::default_selection()))
    }
}
