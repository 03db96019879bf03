// Made by `cargo xtask codegen`: run it again instead of editing.

use crate::runtime as rt;
use super::super::{argument, enums, input, object, required, scalar};
/// One workspace by id.
///
/// Selects by default: `active`, `billingEnabled`, `createdAt`, `description`, `id`, `label`, `paywallEnabled`, `properties`, `stripeCustomerId`, `trialEndsAt`, `updatedAt`.
///
/// Needs the permission `workspace.config.get` or `system.workspace.get`.
///
/// Answers `Option<Workspace>`: see [`Workspace`](object::Workspace).
///
/// Required: [`workspace_uuid`](Workspace::workspace_uuid).
///
/// GraphQL: `workspace(workspaceUuid: Uuid!): Workspace`
pub fn workspace() -> Workspace {
    Workspace(rt::Builder::new())
}
/// The builder of `workspace`.
#[derive(Clone, Debug)]
#[must_use]
pub struct Workspace<WorkspaceUuid = rt::Unset<argument::workspace_uuid>>(
    rt::Builder<(WorkspaceUuid,)>,
);
/// [`Workspace`] with everything set that is required.
pub type WorkspaceReady = Workspace<rt::Set>;
impl<WorkspaceUuid> Workspace<WorkspaceUuid> {
    /// Id of the workspace.
    ///
    /// Required. `workspaceUuid: Uuid!`
    pub fn workspace_uuid(
        self,
        value: impl rt::IntoArgument<scalar::Uuid>,
    ) -> Workspace<rt::Set> {
        Workspace(self.0.with("workspaceUuid", "Uuid!", value))
    }
    /// Selects exactly this on the result, `Workspace`.
    pub fn select<Selection: rt::Select<object::Workspace>>(
        self,
        selection: Selection,
    ) -> rt::Nested<object::Query, object::Workspace, rt::Opt<rt::One>, Selection>
    where
        WorkspaceUuid: required::workspace_uuid,
    {
        rt::Nested::new("workspace", self.0.into_arguments(), selection)
    }
}
impl<WorkspaceUuid: required::workspace_uuid> rt::RootField
for Workspace<WorkspaceUuid> {
    type Root = object::Query;
    type Selection = rt::Nested<
        object::Query,
        object::Workspace,
        rt::Opt<rt::One>,
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
/// The workspaces in which you have a role. Even a system admin sees no others here.
///
/// Selects by default: `active`, `billingEnabled`, `createdAt`, `description`, `id`, `label`, `paywallEnabled`, `properties`, `stripeCustomerId`, `trialEndsAt`, `updatedAt`.
///
/// Beware: Lists only workspaces in which the caller has a role, even for a system admin.
///
/// Anybody who is signed in may call it.
///
/// Answers `Option<Vec<Workspace>>`: see [`Workspace`](object::Workspace).
///
/// No argument is required.
///
/// GraphQL: `workspaces: [Workspace]`
pub fn workspaces() -> Workspaces {
    Workspaces(rt::Builder::new())
}
/// The builder of `workspaces`.
#[derive(Clone, Debug)]
#[must_use]
pub struct Workspaces(rt::Builder<()>);
impl Workspaces {
    /// Selects exactly this on the result, `[Workspace]`.
    pub fn select<Selection: rt::Select<object::Workspace>>(
        self,
        selection: Selection,
    ) -> rt::Nested<
        object::Query,
        object::Workspace,
        rt::Opt<rt::List<rt::One>>,
        Selection,
    > {
        rt::Nested::new("workspaces", self.0.into_arguments(), selection)
    }
}
impl rt::RootField for Workspaces {
    type Root = object::Query;
    type Selection = rt::Nested<
        object::Query,
        object::Workspace,
        rt::Opt<rt::List<rt::One>>,
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
