// Made by `cargo xtask codegen`: run it again instead of editing.

use crate::runtime as rt;
use super::super::{argument, enums, input, object, required, scalar};
/// A role on one deployment, given together with a workspace role.
pub fn deployment_roles() -> DeploymentRoles {
    DeploymentRoles(rt::Builder::new())
}
/// A role on one deployment, given together with a workspace role.
#[derive(Clone, Debug)]
#[must_use]
pub struct DeploymentRoles(rt::Builder<()>);
impl DeploymentRoles {
    /// Id of the deployment.
    ///
    /// `deploymentId: Id`
    pub fn deployment_id(self, value: impl rt::IntoArgument<scalar::Id>) -> Self {
        Self(self.0.with("deploymentId", "Id", value))
    }
    /// Sends null for `deploymentId`: not the same as not sending it.
    pub fn deployment_id_null(self) -> Self {
        Self(self.0.null("deploymentId", "Id"))
    }
    /// As [`deployment_id`](Self::deployment_id), when there is a value.
    pub fn maybe_deployment_id(
        self,
        value: rt::Option<impl rt::IntoArgument<scalar::Id>>,
    ) -> Self {
        Self(self.0.maybe("deploymentId", "Id", value))
    }
    /// A role that begins with `DEPLOYMENT_`.
    ///
    /// `role: Role`
    pub fn role(self, value: impl rt::IntoArgument<enums::Role>) -> Self {
        Self(self.0.with("role", "Role", value))
    }
    /// Sends null for `role`: not the same as not sending it.
    pub fn role_null(self) -> Self {
        Self(self.0.null("role", "Role"))
    }
    /// As [`role`](Self::role), when there is a value.
    pub fn maybe_role(
        self,
        value: rt::Option<impl rt::IntoArgument<enums::Role>>,
    ) -> Self {
        Self(self.0.maybe("role", "Role", value))
    }
}
impl rt::IntoArgument<DeploymentRoles> for DeploymentRoles {
    fn into_argument(self) -> rt::Value {
        self.0.into_object()
    }
}
/// Search terms for invites.
pub fn invite_search() -> InviteSearch {
    InviteSearch(rt::Builder::new())
}
/// Search terms for invites.
#[derive(Clone, Debug)]
#[must_use]
pub struct InviteSearch(rt::Builder<()>);
impl InviteSearch {
    /// Invited email address.
    ///
    /// `email: String`
    pub fn email(self, value: impl rt::IntoArgument<rt::String>) -> Self {
        Self(self.0.with("email", "String", value))
    }
    /// Sends null for `email`: not the same as not sending it.
    pub fn email_null(self) -> Self {
        Self(self.0.null("email", "String"))
    }
    /// As [`email`](Self::email), when there is a value.
    pub fn maybe_email(
        self,
        value: rt::Option<impl rt::IntoArgument<rt::String>>,
    ) -> Self {
        Self(self.0.maybe("email", "String", value))
    }
    /// Id of the invite.
    ///
    /// `inviteUuid: Uuid`
    pub fn invite_uuid(self, value: impl rt::IntoArgument<scalar::Uuid>) -> Self {
        Self(self.0.with("inviteUuid", "Uuid", value))
    }
    /// Sends null for `inviteUuid`: not the same as not sending it.
    pub fn invite_uuid_null(self) -> Self {
        Self(self.0.null("inviteUuid", "Uuid"))
    }
    /// As [`invite_uuid`](Self::invite_uuid), when there is a value.
    pub fn maybe_invite_uuid(
        self,
        value: rt::Option<impl rt::IntoArgument<scalar::Uuid>>,
    ) -> Self {
        Self(self.0.maybe("inviteUuid", "Uuid", value))
    }
}
impl rt::IntoArgument<InviteSearch> for InviteSearch {
    fn into_argument(self) -> rt::Value {
        self.0.into_object()
    }
}
/// Identifies one role binding.
pub fn role_binding_where_unique_input() -> RoleBindingWhereUniqueInput {
    RoleBindingWhereUniqueInput(rt::Builder::new())
}
/// Identifies one role binding.
#[derive(Clone, Debug)]
#[must_use]
pub struct RoleBindingWhereUniqueInput(rt::Builder<()>);
impl RoleBindingWhereUniqueInput {
    /// Id of the binding.
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
impl rt::IntoArgument<RoleBindingWhereUniqueInput> for RoleBindingWhereUniqueInput {
    fn into_argument(self) -> rt::Value {
        self.0.into_object()
    }
}
