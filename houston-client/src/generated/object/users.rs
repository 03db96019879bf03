// Made by `cargo xtask codegen`: run it again instead of editing.

use crate::runtime as rt;
use super::super::{argument, enums, input, object, required, scalar};
/// An email address of a user.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Email {
    /// The email address, in lower case.
    pub address: rt::Option<rt::String>,
    /// When it was added.
    pub created_at: scalar::DateTime,
    /// Id of the record.
    pub id: rt::String,
    /// Whether this is the user's main address.
    pub primary: rt::Option<rt::bool>,
    /// When it was last changed.
    pub updated_at: scalar::DateTime,
    /// Whether it is confirmed.
    pub verified: rt::Option<rt::bool>,
}
impl rt::Object for Email {
    type Scope = object::Email;
    type Values = (
        rt::Option<rt::String>,
        scalar::DateTime,
        rt::String,
        rt::Option<rt::bool>,
        scalar::DateTime,
        rt::Option<rt::bool>,
    );
    const KEYS: &'static [&'static rt::str] = &[
        "address",
        "createdAt",
        "id",
        "primary",
        "updatedAt",
        "verified",
    ];
    fn new(
        (address, created_at, id, primary, updated_at, verified): Self::Values,
    ) -> Self {
        Self {
            address,
            created_at,
            id,
            primary,
            updated_at,
            verified,
        }
    }
    fn serialize<M: rt::SerializeMap>(&self, map: &mut M) -> rt::Result<(), M::Error> {
        rt::serialize_entries(
            Self::KEYS,
            &(
                &self.address,
                &self.created_at,
                &self.id,
                &self.primary,
                &self.updated_at,
                &self.verified,
            ),
            map,
        )
    }
}
rt::object_type! {
    Email
}
pub mod email {
    //! The fields of [`Email`](super::Email), to select from.
    use super::{argument, enums, input, object, required, rt, scalar};
    /// The email address, in lower case.
    pub const address: rt::Leaf<object::Email, rt::Option<rt::String>> = rt::Leaf::new(
        "address",
    );
    /// When it was added.
    pub const created_at: rt::Leaf<object::Email, scalar::DateTime> = rt::Leaf::new(
        "createdAt",
    );
    /// Id of the record.
    pub const id: rt::Leaf<object::Email, rt::String> = rt::Leaf::new("id");
    /// Whether this is the user's main address.
    pub const primary: rt::Leaf<object::Email, rt::Option<rt::bool>> = rt::Leaf::new(
        "primary",
    );
    /// Token that confirms the email address: treat it as a secret.
    pub const token: rt::Leaf<object::Email, rt::Option<rt::String>> = rt::Leaf::new(
        "token",
    );
    /// When it was last changed.
    pub const updated_at: rt::Leaf<object::Email, scalar::DateTime> = rt::Leaf::new(
        "updatedAt",
    );
    /// The user with this email address.
    pub const user: rt::Edge<object::Email, object::User, rt::Opt<rt::One>> = rt::Edge::new(
        "user",
    );
    /// Whether it is confirmed.
    pub const verified: rt::Leaf<object::Email, rt::Option<rt::bool>> = rt::Leaf::new(
        "verified",
    );
    /// The name of the object's type.
    pub const typename: rt::Leaf<super::Email, rt::String> = rt::Leaf::new("__typename");
}
/// A person with an account.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct User {
    /// When the account was created.
    pub created_at: scalar::DateTime,
    /// Name of the person.
    pub full_name: rt::Option<rt::String>,
    /// Id of the user: the `userUuid` or `userId` of other operations.
    pub id: rt::String,
    /// State of the account; `active` once the address is confirmed.
    pub status: rt::Option<rt::String>,
    /// When it was last changed.
    pub updated_at: scalar::DateTime,
    /// User name. Users can sign in with it instead of the email address.
    pub username: rt::Option<rt::String>,
}
impl rt::Object for User {
    type Scope = object::User;
    type Values = (
        scalar::DateTime,
        rt::Option<rt::String>,
        rt::String,
        rt::Option<rt::String>,
        scalar::DateTime,
        rt::Option<rt::String>,
    );
    const KEYS: &'static [&'static rt::str] = &[
        "createdAt",
        "fullName",
        "id",
        "status",
        "updatedAt",
        "username",
    ];
    fn new(
        (created_at, full_name, id, status, updated_at, username): Self::Values,
    ) -> Self {
        Self {
            created_at,
            full_name,
            id,
            status,
            updated_at,
            username,
        }
    }
    fn serialize<M: rt::SerializeMap>(&self, map: &mut M) -> rt::Result<(), M::Error> {
        rt::serialize_entries(
            Self::KEYS,
            &(
                &self.created_at,
                &self.full_name,
                &self.id,
                &self.status,
                &self.updated_at,
                &self.username,
            ),
            map,
        )
    }
}
rt::object_type! {
    User
}
pub mod user {
    //! The fields of [`User`](super::User), to select from.
    use super::{argument, enums, input, object, required, rt, scalar};
    /// When the account was created.
    pub const created_at: rt::Leaf<object::User, scalar::DateTime> = rt::Leaf::new(
        "createdAt",
    );
    /// Email addresses.
    pub const emails: rt::Edge<
        object::User,
        object::Email,
        rt::Opt<rt::List<rt::One>>,
    > = rt::Edge::new("emails");
    /// Name of the person.
    pub const full_name: rt::Leaf<object::User, rt::Option<rt::String>> = rt::Leaf::new(
        "fullName",
    );
    /// Id of the user: the `userUuid` or `userId` of other operations.
    pub const id: rt::Leaf<object::User, rt::String> = rt::Leaf::new("id");
    /// Details about the person.
    pub const profile: rt::Edge<
        object::User,
        object::UserProp,
        rt::Opt<rt::List<rt::One>>,
    > = rt::Edge::new("profile");
    /// Roles that the user holds.
    pub const role_bindings: rt::Edge<
        object::User,
        object::RoleBinding,
        rt::List<rt::One>,
    > = rt::Edge::new("roleBindings");
    /// State of the account; `active` once the address is confirmed.
    pub const status: rt::Leaf<object::User, rt::Option<rt::String>> = rt::Leaf::new(
        "status",
    );
    /// When it was last changed.
    pub const updated_at: rt::Leaf<object::User, scalar::DateTime> = rt::Leaf::new(
        "updatedAt",
    );
    /// User name. Users can sign in with it instead of the email address.
    pub const username: rt::Leaf<object::User, rt::Option<rt::String>> = rt::Leaf::new(
        "username",
    );
    /// The name of the object's type.
    pub const typename: rt::Leaf<super::User, rt::String> = rt::Leaf::new("__typename");
}
/// A detail about a person.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct UserProp {
    /// Group that the detail belongs to.
    pub category: rt::Option<rt::String>,
    /// Name of the detail.
    pub key: rt::Option<rt::String>,
    /// Value of the detail.
    pub value: rt::Option<rt::String>,
}
impl rt::Object for UserProp {
    type Scope = object::UserProp;
    type Values = (
        rt::Option<rt::String>,
        rt::Option<rt::String>,
        rt::Option<rt::String>,
    );
    const KEYS: &'static [&'static rt::str] = &["category", "key", "value"];
    fn new((category, key, value): Self::Values) -> Self {
        Self { category, key, value }
    }
    fn serialize<M: rt::SerializeMap>(&self, map: &mut M) -> rt::Result<(), M::Error> {
        rt::serialize_entries(Self::KEYS, &(&self.category, &self.key, &self.value), map)
    }
}
rt::object_type! {
    UserProp
}
pub mod user_prop {
    //! The fields of [`UserProp`](super::UserProp), to select from.
    use super::{argument, enums, input, object, required, rt, scalar};
    /// Group that the detail belongs to.
    pub const category: rt::Leaf<object::UserProp, rt::Option<rt::String>> = rt::Leaf::new(
        "category",
    );
    /// Name of the detail.
    pub const key: rt::Leaf<object::UserProp, rt::Option<rt::String>> = rt::Leaf::new(
        "key",
    );
    /// Value of the detail.
    pub const value: rt::Leaf<object::UserProp, rt::Option<rt::String>> = rt::Leaf::new(
        "value",
    );
    /// The name of the object's type.
    pub const typename: rt::Leaf<super::UserProp, rt::String> = rt::Leaf::new(
        "__typename",
    );
}
