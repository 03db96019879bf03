// Made by `cargo xtask codegen`: run it again instead of editing.

use crate::runtime as rt;
use super::super::{argument, enums, input, object, required, scalar};
/// An open invite to the platform or to a workspace.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Invite {
    /// When it was sent.
    pub created_at: rt::Option<scalar::DateTime>,
    /// Invited email address.
    pub email: rt::Option<rt::String>,
    /// Id of the invite: the `inviteUuid` of deleteInviteToken.
    pub id: rt::Option<rt::String>,
    /// Role that the invited user gets.
    pub role: rt::Option<rt::String>,
    /// When it was last changed.
    pub updated_at: rt::Option<scalar::DateTime>,
}
impl rt::Object for Invite {
    type Scope = object::Invite;
    type Values = (
        rt::Option<scalar::DateTime>,
        rt::Option<rt::String>,
        rt::Option<rt::String>,
        rt::Option<rt::String>,
        rt::Option<scalar::DateTime>,
    );
    const KEYS: &'static [&'static rt::str] = &[
        "createdAt",
        "email",
        "id",
        "role",
        "updatedAt",
    ];
    fn new((created_at, email, id, role, updated_at): Self::Values) -> Self {
        Self {
            created_at,
            email,
            id,
            role,
            updated_at,
        }
    }
    fn serialize<M: rt::SerializeMap>(&self, map: &mut M) -> rt::Result<(), M::Error> {
        rt::serialize_entries(
            Self::KEYS,
            &(&self.created_at, &self.email, &self.id, &self.role, &self.updated_at),
            map,
        )
    }
}
rt::object_type! {
    Invite
}
pub mod invite {
    //! The fields of [`Invite`](super::Invite), to select from.
    use super::{argument, enums, input, object, required, rt, scalar};
    /// Role of the invite, in an older format.
    #[deprecated(note = "Superseded by role.")]
    pub const assignments: rt::Leaf<object::Invite, rt::Option<rt::String>> = rt::Leaf::new(
        "assignments",
    );
    /// When it was sent.
    pub const created_at: rt::Leaf<object::Invite, rt::Option<scalar::DateTime>> = rt::Leaf::new(
        "createdAt",
    );
    /// Invited email address.
    pub const email: rt::Leaf<object::Invite, rt::Option<rt::String>> = rt::Leaf::new(
        "email",
    );
    /// Id of the invite: the `inviteUuid` of deleteInviteToken.
    pub const id: rt::Leaf<object::Invite, rt::Option<rt::String>> = rt::Leaf::new("id");
    /// Role that the invited user gets.
    pub const role: rt::Leaf<object::Invite, rt::Option<rt::String>> = rt::Leaf::new(
        "role",
    );
    /// Token to sign up with: treat it as a secret.
    pub const token: rt::Leaf<object::Invite, rt::Option<rt::String>> = rt::Leaf::new(
        "token",
    );
    /// When it was last changed.
    pub const updated_at: rt::Leaf<object::Invite, rt::Option<scalar::DateTime>> = rt::Leaf::new(
        "updatedAt",
    );
    /// Same value as the id.
    pub const uuid: rt::Leaf<object::Invite, rt::Option<rt::String>> = rt::Leaf::new(
        "uuid",
    );
    /// The name of the object's type.
    pub const typename: rt::Leaf<super::Invite, rt::String> = rt::Leaf::new(
        "__typename",
    );
}
/// A role that a user or service account holds on the platform, a workspace or a deployment.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct RoleBinding {
    /// When it was given.
    pub created_at: scalar::DateTime,
    /// Id of the binding.
    pub id: rt::String,
    /// The role.
    pub role: rt::Option<enums::Role>,
}
impl rt::Object for RoleBinding {
    type Scope = object::RoleBinding;
    type Values = (scalar::DateTime, rt::String, rt::Option<enums::Role>);
    const KEYS: &'static [&'static rt::str] = &["createdAt", "id", "role"];
    fn new((created_at, id, role): Self::Values) -> Self {
        Self { created_at, id, role }
    }
    fn serialize<M: rt::SerializeMap>(&self, map: &mut M) -> rt::Result<(), M::Error> {
        rt::serialize_entries(Self::KEYS, &(&self.created_at, &self.id, &self.role), map)
    }
}
rt::object_type! {
    RoleBinding
}
pub mod role_binding {
    //! The fields of [`RoleBinding`](super::RoleBinding), to select from.
    use super::{argument, enums, input, object, required, rt, scalar};
    /// When it was given.
    pub const created_at: rt::Leaf<object::RoleBinding, scalar::DateTime> = rt::Leaf::new(
        "createdAt",
    );
    /// Deployment that the role is for; null at the other scopes.
    pub const deployment: rt::Edge<
        object::RoleBinding,
        object::Deployment,
        rt::Opt<rt::One>,
    > = rt::Edge::new("deployment");
    /// Id of the binding.
    pub const id: rt::Leaf<object::RoleBinding, rt::String> = rt::Leaf::new("id");
    /// The role.
    pub const role: rt::Leaf<object::RoleBinding, rt::Option<enums::Role>> = rt::Leaf::new(
        "role",
    );
    /// Service account that holds it, if no user does.
    pub const service_account: rt::Edge<
        object::RoleBinding,
        object::ServiceAccount,
        rt::Opt<rt::One>,
    > = rt::Edge::new("serviceAccount");
    /// User who holds it, if no service account does.
    pub const user: rt::Edge<object::RoleBinding, object::User, rt::Opt<rt::One>> = rt::Edge::new(
        "user",
    );
    /// Workspace that the role is for; null at the other scopes.
    pub const workspace: rt::Edge<
        object::RoleBinding,
        object::Workspace,
        rt::Opt<rt::One>,
    > = rt::Edge::new("workspace");
    /// The name of the object's type.
    pub const typename: rt::Leaf<super::RoleBinding, rt::String> = rt::Leaf::new(
        "__typename",
    );
}
