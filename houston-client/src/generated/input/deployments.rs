// Made by `cargo xtask codegen`: run it again instead of editing.

use crate::runtime as rt;
use super::super::{argument, enums, input, object, required, scalar};
/// Identifies one deployment: set one of the two fields.
pub fn deployment_where_unique_input() -> DeploymentWhereUniqueInput {
    DeploymentWhereUniqueInput(rt::Builder::new())
}
/// Identifies one deployment: set one of the two fields.
#[derive(Clone, Debug)]
#[must_use]
pub struct DeploymentWhereUniqueInput(rt::Builder<()>);
impl DeploymentWhereUniqueInput {
    /// Id of the deployment.
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
    /// Release name of the deployment.
    ///
    /// `releaseName: String`
    pub fn release_name(self, value: impl rt::IntoArgument<rt::String>) -> Self {
        Self(self.0.with("releaseName", "String", value))
    }
    /// Sends null for `releaseName`: not the same as not sending it.
    pub fn release_name_null(self) -> Self {
        Self(self.0.null("releaseName", "String"))
    }
    /// As [`release_name`](Self::release_name), when there is a value.
    pub fn maybe_release_name(
        self,
        value: rt::Option<impl rt::IntoArgument<rt::String>>,
    ) -> Self {
        Self(self.0.maybe("releaseName", "String", value))
    }
}
impl rt::IntoArgument<DeploymentWhereUniqueInput> for DeploymentWhereUniqueInput {
    fn into_argument(self) -> rt::Value {
        self.0.into_object()
    }
}
