// Made by `cargo xtask codegen`: run it again instead of editing.

use crate::runtime as rt;
/// An open invite to the platform or to a workspace.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Invite {
    /// When it was sent.
    pub created_at: ::core::option::Option<super::super::scalar::DateTime>,
    /// Address that was invited.
    pub email: ::core::option::Option<::std::string::String>,
    /// Id of the invite: the `inviteUuid` of deleteInviteToken.
    pub id: ::core::option::Option<::std::string::String>,
    /// Role that the invited user will hold.
    pub role: ::core::option::Option<::std::string::String>,
    /// When it was last changed.
    pub updated_at: ::core::option::Option<super::super::scalar::DateTime>,
}
impl rt::Object for Invite {
    type Scope = super::super::object::Invite;
    type Slots = (
        ::core::option::Option<::core::option::Option<super::super::scalar::DateTime>>,
        ::core::option::Option<::core::option::Option<::std::string::String>>,
        ::core::option::Option<::core::option::Option<::std::string::String>>,
        ::core::option::Option<::core::option::Option<::std::string::String>>,
        ::core::option::Option<::core::option::Option<super::super::scalar::DateTime>>,
    );
    const KEYS: &'static [&'static ::core::primitive::str] = &[
        "createdAt",
        "email",
        "id",
        "role",
        "updatedAt",
    ];
    fn take<'de, A: rt::MapAccess<'de>>(
        slots: &mut Self::Slots,
        index: ::core::primitive::usize,
        map: &mut A,
    ) -> ::core::result::Result<(), A::Error> {
        match index {
            0 => slots.0 = ::core::option::Option::Some(map.next_value()?),
            1 => slots.1 = ::core::option::Option::Some(map.next_value()?),
            2 => slots.2 = ::core::option::Option::Some(map.next_value()?),
            3 => slots.3 = ::core::option::Option::Some(map.next_value()?),
            4 => slots.4 = ::core::option::Option::Some(map.next_value()?),
            _ => {}
        }
        ::core::result::Result::Ok(())
    }
    fn finish(
        slots: Self::Slots,
    ) -> ::core::result::Result<Self, ::core::primitive::usize> {
        ::core::result::Result::Ok(Self {
            created_at: rt::missing_key(slots.0, 0)?,
            email: rt::missing_key(slots.1, 1)?,
            id: rt::missing_key(slots.2, 2)?,
            role: rt::missing_key(slots.3, 3)?,
            updated_at: rt::missing_key(slots.4, 4)?,
        })
    }
    fn serialize<M: rt::SerializeMap>(
        &self,
        map: &mut M,
    ) -> ::core::result::Result<(), M::Error> {
        map.serialize_entry("createdAt", &self.created_at)?;
        map.serialize_entry("email", &self.email)?;
        map.serialize_entry("id", &self.id)?;
        map.serialize_entry("role", &self.role)?;
        map.serialize_entry("updatedAt", &self.updated_at)?;
        ::core::result::Result::Ok(())
    }
}
rt::object_type! {
    Invite
}
pub mod invite {
    //! The fields of [`Invite`](super::Invite), to select from.
    use super::rt;
    /// What the invite gives, in an old form.
    #[deprecated(note = "Superseded by role.")]
    pub const assignments: rt::Leaf<
        super::super::super::object::Invite,
        ::core::option::Option<::std::string::String>,
    > = rt::Leaf::new("assignments");
    /// When it was sent.
    pub const created_at: rt::Leaf<
        super::super::super::object::Invite,
        ::core::option::Option<super::super::super::scalar::DateTime>,
    > = rt::Leaf::new("createdAt");
    /// Address that was invited.
    pub const email: rt::Leaf<
        super::super::super::object::Invite,
        ::core::option::Option<::std::string::String>,
    > = rt::Leaf::new("email");
    /// Id of the invite: the `inviteUuid` of deleteInviteToken.
    pub const id: rt::Leaf<
        super::super::super::object::Invite,
        ::core::option::Option<::std::string::String>,
    > = rt::Leaf::new("id");
    /// Role that the invited user will hold.
    pub const role: rt::Leaf<
        super::super::super::object::Invite,
        ::core::option::Option<::std::string::String>,
    > = rt::Leaf::new("role");
    /// Token to sign up with: treat it as a secret.
    pub const token: rt::Leaf<
        super::super::super::object::Invite,
        ::core::option::Option<::std::string::String>,
    > = rt::Leaf::new("token");
    /// When it was last changed.
    pub const updated_at: rt::Leaf<
        super::super::super::object::Invite,
        ::core::option::Option<super::super::super::scalar::DateTime>,
    > = rt::Leaf::new("updatedAt");
    /// Another name of the id.
    pub const uuid: rt::Leaf<
        super::super::super::object::Invite,
        ::core::option::Option<::std::string::String>,
    > = rt::Leaf::new("uuid");
    /// The name of the object's type.
    pub const typename: rt::Leaf<super::Invite, ::std::string::String> = rt::Leaf::new(
        "__typename",
    );
}
/// A role that a user or service account holds on the platform, a workspace or a deployment.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct RoleBinding {
    /// When it was given.
    pub created_at: super::super::scalar::DateTime,
    /// Id of the binding.
    pub id: ::std::string::String,
    /// The role.
    pub role: ::core::option::Option<super::super::enums::Role>,
}
impl rt::Object for RoleBinding {
    type Scope = super::super::object::RoleBinding;
    type Slots = (
        ::core::option::Option<super::super::scalar::DateTime>,
        ::core::option::Option<::std::string::String>,
        ::core::option::Option<::core::option::Option<super::super::enums::Role>>,
    );
    const KEYS: &'static [&'static ::core::primitive::str] = &[
        "createdAt",
        "id",
        "role",
    ];
    fn take<'de, A: rt::MapAccess<'de>>(
        slots: &mut Self::Slots,
        index: ::core::primitive::usize,
        map: &mut A,
    ) -> ::core::result::Result<(), A::Error> {
        match index {
            0 => slots.0 = ::core::option::Option::Some(map.next_value()?),
            1 => slots.1 = ::core::option::Option::Some(map.next_value()?),
            2 => slots.2 = ::core::option::Option::Some(map.next_value()?),
            _ => {}
        }
        ::core::result::Result::Ok(())
    }
    fn finish(
        slots: Self::Slots,
    ) -> ::core::result::Result<Self, ::core::primitive::usize> {
        ::core::result::Result::Ok(Self {
            created_at: rt::missing_key(slots.0, 0)?,
            id: rt::missing_key(slots.1, 1)?,
            role: rt::missing_key(slots.2, 2)?,
        })
    }
    fn serialize<M: rt::SerializeMap>(
        &self,
        map: &mut M,
    ) -> ::core::result::Result<(), M::Error> {
        map.serialize_entry("createdAt", &self.created_at)?;
        map.serialize_entry("id", &self.id)?;
        map.serialize_entry("role", &self.role)?;
        ::core::result::Result::Ok(())
    }
}
rt::object_type! {
    RoleBinding
}
pub mod role_binding {
    //! The fields of [`RoleBinding`](super::RoleBinding), to select from.
    use super::rt;
    /// When it was given.
    pub const created_at: rt::Leaf<
        super::super::super::object::RoleBinding,
        super::super::super::scalar::DateTime,
    > = rt::Leaf::new("createdAt");
    /// Deployment that the role is for; null at the other scopes.
    pub const deployment: rt::Edge<
        super::super::super::object::RoleBinding,
        super::super::super::object::Deployment,
        rt::Opt<rt::One>,
    > = rt::Edge::new("deployment");
    /// Id of the binding.
    pub const id: rt::Leaf<
        super::super::super::object::RoleBinding,
        ::std::string::String,
    > = rt::Leaf::new("id");
    /// The role.
    pub const role: rt::Leaf<
        super::super::super::object::RoleBinding,
        ::core::option::Option<super::super::super::enums::Role>,
    > = rt::Leaf::new("role");
    /// Service account that holds it, if no user does.
    pub const service_account: rt::Edge<
        super::super::super::object::RoleBinding,
        super::super::super::object::ServiceAccount,
        rt::Opt<rt::One>,
    > = rt::Edge::new("serviceAccount");
    /// User who holds it, if no service account does.
    pub const user: rt::Edge<
        super::super::super::object::RoleBinding,
        super::super::super::object::User,
        rt::Opt<rt::One>,
    > = rt::Edge::new("user");
    /// Workspace that the role is for; null at the other scopes.
    pub const workspace: rt::Edge<
        super::super::super::object::RoleBinding,
        super::super::super::object::Workspace,
        rt::Opt<rt::One>,
    > = rt::Edge::new("workspace");
    /// The name of the object's type.
    pub const typename: rt::Leaf<super::RoleBinding, ::std::string::String> = rt::Leaf::new(
        "__typename",
    );
}
