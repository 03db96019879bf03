// Made by `cargo xtask codegen`: run it again instead of editing.

use crate::runtime as rt;
use super::super::{argument, enums, input, object, required, scalar};
/// Identifies one workspace; no operation of this version takes it.
pub fn workspace_where_unique_input() -> WorkspaceWhereUniqueInput {
    WorkspaceWhereUniqueInput(rt::Builder::new())
}
/// Identifies one workspace; no operation of this version takes it.
#[derive(Clone, Debug)]
#[must_use]
pub struct WorkspaceWhereUniqueInput(rt::Builder<()>);
impl WorkspaceWhereUniqueInput {
    /// Id of the workspace.
    ///
    /// `id: String`
    pub fn id(self, value: impl rt::IntoArgument<rt::String>) -> Self {
        Self(self.0.with("id", "String", value))
    }
    /// Sends null for `id`: not the same as not sending it.
    pub fn id_null(self) -> Self {
        Self(self.0.null("id", "String"))
    }
    /// As [`id`](Self::id), when there is a value.
    pub fn maybe_id(self, value: rt::Option<impl rt::IntoArgument<rt::String>>) -> Self {
        Self(self.0.maybe("id", "String", value))
    }
}
impl rt::IntoArgument<WorkspaceWhereUniqueInput> for WorkspaceWhereUniqueInput {
    fn into_argument(self) -> rt::Value {
        self.0.into_object()
    }
}
