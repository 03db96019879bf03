// Made by `cargo xtask codegen`: run it again instead of editing.

use crate::runtime as rt;
/// One workspace by id.
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
pub struct Workspace<WorkspaceUuid = rt::Unset<super::super::argument::workspace_uuid>>(
    rt::Builder<(WorkspaceUuid,)>,
);
impl<WorkspaceUuid> Workspace<WorkspaceUuid> {
    /// Id of the workspace.
    ///
    /// Required. `workspaceUuid: Uuid!`
    pub fn workspace_uuid(
        self,
        value: impl rt::IntoArgument<super::super::scalar::Uuid>,
    ) -> Workspace<rt::Set> {
        Workspace(self.0.with("workspaceUuid", "Uuid!", value))
    }
}
impl<WorkspaceUuid> Workspace<WorkspaceUuid> {
    /// Selects exactly this on the result, `Workspace`.
    pub fn select<Selection: rt::Select<super::super::object::Workspace>>(
        self,
        selection: Selection,
    ) -> rt::Nested<
        super::super::object::Query,
        super::super::object::Workspace,
        rt::Opt<rt::One>,
        Selection,
    >
    where
        WorkspaceUuid: super::super::required::workspace_uuid,
    {
        rt::Nested::new("workspace", self.0.into_arguments(), selection)
    }
}
impl<WorkspaceUuid: super::super::required::workspace_uuid> rt::Operation
for Workspace<WorkspaceUuid> {
    type Output = ::core::option::Option<super::super::object::Workspace>;
    fn request(self) -> rt::Request<Self::Output> {
        rt::Operation::request(
            self.select(rt::default_selection::<super::super::object::Workspace>()),
        )
    }
}
/// The workspaces that you hold a role in. Even a system admin sees no others here.
///
/// Lists only workspaces that the caller holds a role in, for a system admin too
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
impl Workspaces {}
impl Workspaces {
    /// Selects exactly this on the result, `[Workspace]`.
    pub fn select<Selection: rt::Select<super::super::object::Workspace>>(
        self,
        selection: Selection,
    ) -> rt::Nested<
        super::super::object::Query,
        super::super::object::Workspace,
        rt::Opt<rt::List<rt::One>>,
        Selection,
    > {
        rt::Nested::new("workspaces", self.0.into_arguments(), selection)
    }
}
impl rt::Operation for Workspaces {
    type Output = ::core::option::Option<
        ::std::vec::Vec<super::super::object::Workspace>,
    >;
    fn request(self) -> rt::Request<Self::Output> {
        rt::Operation::request(
            self.select(rt::default_selection::<super::super::object::Workspace>()),
        )
    }
}
