// Made by `cargo xtask codegen`: run it again instead of editing.

use crate::runtime as rt;
use super::super::{argument, enums, input, object, required, scalar};
/// Identifies one Airflow release: set one of the two fields.
pub fn airflow_release_where_unique_input() -> AirflowReleaseWhereUniqueInput {
    AirflowReleaseWhereUniqueInput(rt::Builder::new())
}
/// Identifies one Airflow release: set one of the two fields.
#[derive(Clone, Debug)]
#[must_use]
pub struct AirflowReleaseWhereUniqueInput(rt::Builder<()>);
impl AirflowReleaseWhereUniqueInput {
    /// Id of the release.
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
    /// Image tag of the release.
    ///
    /// `tag: String`
    pub fn tag(self, value: impl rt::IntoArgument<rt::String>) -> Self {
        Self(self.0.with("tag", "String", value))
    }
    /// Sends null for `tag`: not the same as not sending it.
    pub fn tag_null(self) -> Self {
        Self(self.0.null("tag", "String"))
    }
    /// As [`tag`](Self::tag), when there is a value.
    pub fn maybe_tag(
        self,
        value: rt::Option<impl rt::IntoArgument<rt::String>>,
    ) -> Self {
        Self(self.0.maybe("tag", "String", value))
    }
}
impl rt::IntoArgument<AirflowReleaseWhereUniqueInput>
for AirflowReleaseWhereUniqueInput {
    fn into_argument(self) -> rt::Value {
        self.0.into_object()
    }
}
