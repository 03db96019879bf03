// Made by `cargo xtask codegen`: run it again instead of editing.

use crate::runtime as rt;
/// An email address of a user.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Email {
    /// The address, in lower case.
    pub address: ::core::option::Option<::std::string::String>,
    /// When it was added.
    pub created_at: super::super::scalar::DateTime,
    /// Id of the record.
    pub id: ::std::string::String,
    /// Whether this is the user's main address.
    pub primary: ::core::option::Option<::core::primitive::bool>,
    /// When it was last changed.
    pub updated_at: super::super::scalar::DateTime,
    /// Whether it is confirmed.
    pub verified: ::core::option::Option<::core::primitive::bool>,
}
impl rt::Object for Email {
    type Scope = super::super::object::Email;
    type Slots = (
        ::core::option::Option<::core::option::Option<::std::string::String>>,
        ::core::option::Option<super::super::scalar::DateTime>,
        ::core::option::Option<::std::string::String>,
        ::core::option::Option<::core::option::Option<::core::primitive::bool>>,
        ::core::option::Option<super::super::scalar::DateTime>,
        ::core::option::Option<::core::option::Option<::core::primitive::bool>>,
    );
    const KEYS: &'static [&'static ::core::primitive::str] = &[
        "address",
        "createdAt",
        "id",
        "primary",
        "updatedAt",
        "verified",
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
            5 => slots.5 = ::core::option::Option::Some(map.next_value()?),
            _ => {}
        }
        ::core::result::Result::Ok(())
    }
    fn finish(
        slots: Self::Slots,
    ) -> ::core::result::Result<Self, ::core::primitive::usize> {
        ::core::result::Result::Ok(Self {
            address: rt::missing_key(slots.0, 0)?,
            created_at: rt::missing_key(slots.1, 1)?,
            id: rt::missing_key(slots.2, 2)?,
            primary: rt::missing_key(slots.3, 3)?,
            updated_at: rt::missing_key(slots.4, 4)?,
            verified: rt::missing_key(slots.5, 5)?,
        })
    }
    fn serialize<M: rt::SerializeMap>(
        &self,
        map: &mut M,
    ) -> ::core::result::Result<(), M::Error> {
        map.serialize_entry("address", &self.address)?;
        map.serialize_entry("createdAt", &self.created_at)?;
        map.serialize_entry("id", &self.id)?;
        map.serialize_entry("primary", &self.primary)?;
        map.serialize_entry("updatedAt", &self.updated_at)?;
        map.serialize_entry("verified", &self.verified)?;
        ::core::result::Result::Ok(())
    }
}
rt::object_type! {
    Email
}
pub mod email {
    //! The fields of [`Email`](super::Email), to select from.
    use super::rt;
    /// The address, in lower case.
    pub const address: rt::Leaf<
        super::super::super::object::Email,
        ::core::option::Option<::std::string::String>,
    > = rt::Leaf::new("address");
    /// When it was added.
    pub const created_at: rt::Leaf<
        super::super::super::object::Email,
        super::super::super::scalar::DateTime,
    > = rt::Leaf::new("createdAt");
    /// Id of the record.
    pub const id: rt::Leaf<super::super::super::object::Email, ::std::string::String> = rt::Leaf::new(
        "id",
    );
    /// Whether this is the user's main address.
    pub const primary: rt::Leaf<
        super::super::super::object::Email,
        ::core::option::Option<::core::primitive::bool>,
    > = rt::Leaf::new("primary");
    /// Token that confirms the address: treat it as a secret.
    pub const token: rt::Leaf<
        super::super::super::object::Email,
        ::core::option::Option<::std::string::String>,
    > = rt::Leaf::new("token");
    /// When it was last changed.
    pub const updated_at: rt::Leaf<
        super::super::super::object::Email,
        super::super::super::scalar::DateTime,
    > = rt::Leaf::new("updatedAt");
    /// Whose address it is.
    pub const user: rt::Edge<
        super::super::super::object::Email,
        super::super::super::object::User,
        rt::Opt<rt::One>,
    > = rt::Edge::new("user");
    /// Whether it is confirmed.
    pub const verified: rt::Leaf<
        super::super::super::object::Email,
        ::core::option::Option<::core::primitive::bool>,
    > = rt::Leaf::new("verified");
    /// The name of the object's type.
    pub const typename: rt::Leaf<super::Email, ::std::string::String> = rt::Leaf::new(
        "__typename",
    );
}
/// A person with an account.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct User {
    /// When the account was created.
    pub created_at: super::super::scalar::DateTime,
    /// Name of the person.
    pub full_name: ::core::option::Option<::std::string::String>,
    /// Id of the user: the `userUuid` or `userId` of other operations.
    pub id: ::std::string::String,
    /// State of the account; `active` once the address is confirmed.
    pub status: ::core::option::Option<::std::string::String>,
    /// When it was last changed.
    pub updated_at: super::super::scalar::DateTime,
    /// User name: another way to sign in, beside the email address.
    pub username: ::core::option::Option<::std::string::String>,
}
impl rt::Object for User {
    type Scope = super::super::object::User;
    type Slots = (
        ::core::option::Option<super::super::scalar::DateTime>,
        ::core::option::Option<::core::option::Option<::std::string::String>>,
        ::core::option::Option<::std::string::String>,
        ::core::option::Option<::core::option::Option<::std::string::String>>,
        ::core::option::Option<super::super::scalar::DateTime>,
        ::core::option::Option<::core::option::Option<::std::string::String>>,
    );
    const KEYS: &'static [&'static ::core::primitive::str] = &[
        "createdAt",
        "fullName",
        "id",
        "status",
        "updatedAt",
        "username",
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
            5 => slots.5 = ::core::option::Option::Some(map.next_value()?),
            _ => {}
        }
        ::core::result::Result::Ok(())
    }
    fn finish(
        slots: Self::Slots,
    ) -> ::core::result::Result<Self, ::core::primitive::usize> {
        ::core::result::Result::Ok(Self {
            created_at: rt::missing_key(slots.0, 0)?,
            full_name: rt::missing_key(slots.1, 1)?,
            id: rt::missing_key(slots.2, 2)?,
            status: rt::missing_key(slots.3, 3)?,
            updated_at: rt::missing_key(slots.4, 4)?,
            username: rt::missing_key(slots.5, 5)?,
        })
    }
    fn serialize<M: rt::SerializeMap>(
        &self,
        map: &mut M,
    ) -> ::core::result::Result<(), M::Error> {
        map.serialize_entry("createdAt", &self.created_at)?;
        map.serialize_entry("fullName", &self.full_name)?;
        map.serialize_entry("id", &self.id)?;
        map.serialize_entry("status", &self.status)?;
        map.serialize_entry("updatedAt", &self.updated_at)?;
        map.serialize_entry("username", &self.username)?;
        ::core::result::Result::Ok(())
    }
}
rt::object_type! {
    User
}
pub mod user {
    //! The fields of [`User`](super::User), to select from.
    use super::rt;
    /// When the account was created.
    pub const created_at: rt::Leaf<
        super::super::super::object::User,
        super::super::super::scalar::DateTime,
    > = rt::Leaf::new("createdAt");
    /// Email addresses.
    pub const emails: rt::Edge<
        super::super::super::object::User,
        super::super::super::object::Email,
        rt::Opt<rt::List<rt::One>>,
    > = rt::Edge::new("emails");
    /// Name of the person.
    pub const full_name: rt::Leaf<
        super::super::super::object::User,
        ::core::option::Option<::std::string::String>,
    > = rt::Leaf::new("fullName");
    /// Id of the user: the `userUuid` or `userId` of other operations.
    pub const id: rt::Leaf<super::super::super::object::User, ::std::string::String> = rt::Leaf::new(
        "id",
    );
    /// Details of the person.
    pub const profile: rt::Edge<
        super::super::super::object::User,
        super::super::super::object::UserProp,
        rt::Opt<rt::List<rt::One>>,
    > = rt::Edge::new("profile");
    /// Roles that the user holds.
    pub const role_bindings: rt::Edge<
        super::super::super::object::User,
        super::super::super::object::RoleBinding,
        rt::List<rt::One>,
    > = rt::Edge::new("roleBindings");
    /// State of the account; `active` once the address is confirmed.
    pub const status: rt::Leaf<
        super::super::super::object::User,
        ::core::option::Option<::std::string::String>,
    > = rt::Leaf::new("status");
    /// When it was last changed.
    pub const updated_at: rt::Leaf<
        super::super::super::object::User,
        super::super::super::scalar::DateTime,
    > = rt::Leaf::new("updatedAt");
    /// User name: another way to sign in, beside the email address.
    pub const username: rt::Leaf<
        super::super::super::object::User,
        ::core::option::Option<::std::string::String>,
    > = rt::Leaf::new("username");
    /// The name of the object's type.
    pub const typename: rt::Leaf<super::User, ::std::string::String> = rt::Leaf::new(
        "__typename",
    );
}
/// A detail of a person.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct UserProp {
    /// Group that the detail belongs to.
    pub category: ::core::option::Option<::std::string::String>,
    /// Name of the detail.
    pub key: ::core::option::Option<::std::string::String>,
    /// Value of the detail.
    pub value: ::core::option::Option<::std::string::String>,
}
impl rt::Object for UserProp {
    type Scope = super::super::object::UserProp;
    type Slots = (
        ::core::option::Option<::core::option::Option<::std::string::String>>,
        ::core::option::Option<::core::option::Option<::std::string::String>>,
        ::core::option::Option<::core::option::Option<::std::string::String>>,
    );
    const KEYS: &'static [&'static ::core::primitive::str] = &[
        "category",
        "key",
        "value",
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
            category: rt::missing_key(slots.0, 0)?,
            key: rt::missing_key(slots.1, 1)?,
            value: rt::missing_key(slots.2, 2)?,
        })
    }
    fn serialize<M: rt::SerializeMap>(
        &self,
        map: &mut M,
    ) -> ::core::result::Result<(), M::Error> {
        map.serialize_entry("category", &self.category)?;
        map.serialize_entry("key", &self.key)?;
        map.serialize_entry("value", &self.value)?;
        ::core::result::Result::Ok(())
    }
}
rt::object_type! {
    UserProp
}
pub mod user_prop {
    //! The fields of [`UserProp`](super::UserProp), to select from.
    use super::rt;
    /// Group that the detail belongs to.
    pub const category: rt::Leaf<
        super::super::super::object::UserProp,
        ::core::option::Option<::std::string::String>,
    > = rt::Leaf::new("category");
    /// Name of the detail.
    pub const key: rt::Leaf<
        super::super::super::object::UserProp,
        ::core::option::Option<::std::string::String>,
    > = rt::Leaf::new("key");
    /// Value of the detail.
    pub const value: rt::Leaf<
        super::super::super::object::UserProp,
        ::core::option::Option<::std::string::String>,
    > = rt::Leaf::new("value");
    /// The name of the object's type.
    pub const typename: rt::Leaf<super::UserProp, ::std::string::String> = rt::Leaf::new(
        "__typename",
    );
}
