// Made by `cargo xtask codegen`: run it again instead of editing.

use crate::runtime as rt;
/// Ways to sign in to the platform.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct AuthConfig {
    /// Page of a provider to sign up at.
    pub external_signup_url: ::core::option::Option<::std::string::String>,
    /// Whether the platform still waits for its first user.
    pub initial_signup: ::core::option::Option<::core::primitive::bool>,
    /// Whether signing in with name and password is offered.
    pub local_enabled: ::core::option::Option<::core::primitive::bool>,
    /// Whether anybody may sign up without an invite.
    pub public_signup: ::core::option::Option<::core::primitive::bool>,
}
impl rt::Object for AuthConfig {
    type Scope = super::super::object::AuthConfig;
    type Slots = (
        ::core::option::Option<::core::option::Option<::std::string::String>>,
        ::core::option::Option<::core::option::Option<::core::primitive::bool>>,
        ::core::option::Option<::core::option::Option<::core::primitive::bool>>,
        ::core::option::Option<::core::option::Option<::core::primitive::bool>>,
    );
    const KEYS: &'static [&'static ::core::primitive::str] = &[
        "externalSignupUrl",
        "initialSignup",
        "localEnabled",
        "publicSignup",
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
            _ => {}
        }
        ::core::result::Result::Ok(())
    }
    fn finish(
        slots: Self::Slots,
    ) -> ::core::result::Result<Self, ::core::primitive::usize> {
        ::core::result::Result::Ok(Self {
            external_signup_url: rt::missing_key(slots.0, 0)?,
            initial_signup: rt::missing_key(slots.1, 1)?,
            local_enabled: rt::missing_key(slots.2, 2)?,
            public_signup: rt::missing_key(slots.3, 3)?,
        })
    }
    fn serialize<M: rt::SerializeMap>(
        &self,
        map: &mut M,
    ) -> ::core::result::Result<(), M::Error> {
        map.serialize_entry("externalSignupUrl", &self.external_signup_url)?;
        map.serialize_entry("initialSignup", &self.initial_signup)?;
        map.serialize_entry("localEnabled", &self.local_enabled)?;
        map.serialize_entry("publicSignup", &self.public_signup)?;
        ::core::result::Result::Ok(())
    }
}
rt::object_type! {
    AuthConfig
}
pub mod auth_config {
    //! The fields of [`AuthConfig`](super::AuthConfig), to select from.
    use super::rt;
    /// Page of a provider to sign up at.
    pub const external_signup_url: rt::Leaf<
        super::super::super::object::AuthConfig,
        ::core::option::Option<::std::string::String>,
    > = rt::Leaf::new("externalSignupUrl");
    /// Whether the platform still waits for its first user.
    pub const initial_signup: rt::Leaf<
        super::super::super::object::AuthConfig,
        ::core::option::Option<::core::primitive::bool>,
    > = rt::Leaf::new("initialSignup");
    /// Whether signing in with name and password is offered.
    pub const local_enabled: rt::Leaf<
        super::super::super::object::AuthConfig,
        ::core::option::Option<::core::primitive::bool>,
    > = rt::Leaf::new("localEnabled");
    /// Providers to sign in with.
    pub const providers: rt::Edge<
        super::super::super::object::AuthConfig,
        super::super::super::object::AuthProvider,
        rt::Opt<rt::List<rt::One>>,
    > = rt::Edge::new("providers");
    /// Whether anybody may sign up without an invite.
    pub const public_signup: rt::Leaf<
        super::super::super::object::AuthConfig,
        ::core::option::Option<::core::primitive::bool>,
    > = rt::Leaf::new("publicSignup");
    /// The name of the object's type.
    pub const typename: rt::Leaf<super::AuthConfig, ::std::string::String> = rt::Leaf::new(
        "__typename",
    );
}
/// A provider to sign in with.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct AuthProvider {
    /// Name shown to people.
    pub display_name: ::core::option::Option<::std::string::String>,
    /// Name used by programs.
    pub name: ::core::option::Option<::std::string::String>,
    /// Address that starts the sign-in.
    pub url: ::core::option::Option<::std::string::String>,
}
impl rt::Object for AuthProvider {
    type Scope = super::super::object::AuthProvider;
    type Slots = (
        ::core::option::Option<::core::option::Option<::std::string::String>>,
        ::core::option::Option<::core::option::Option<::std::string::String>>,
        ::core::option::Option<::core::option::Option<::std::string::String>>,
    );
    const KEYS: &'static [&'static ::core::primitive::str] = &[
        "displayName",
        "name",
        "url",
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
            display_name: rt::missing_key(slots.0, 0)?,
            name: rt::missing_key(slots.1, 1)?,
            url: rt::missing_key(slots.2, 2)?,
        })
    }
    fn serialize<M: rt::SerializeMap>(
        &self,
        map: &mut M,
    ) -> ::core::result::Result<(), M::Error> {
        map.serialize_entry("displayName", &self.display_name)?;
        map.serialize_entry("name", &self.name)?;
        map.serialize_entry("url", &self.url)?;
        ::core::result::Result::Ok(())
    }
}
rt::object_type! {
    AuthProvider
}
pub mod auth_provider {
    //! The fields of [`AuthProvider`](super::AuthProvider), to select from.
    use super::rt;
    /// Name shown to people.
    pub const display_name: rt::Leaf<
        super::super::super::object::AuthProvider,
        ::core::option::Option<::std::string::String>,
    > = rt::Leaf::new("displayName");
    /// Name used by programs.
    pub const name: rt::Leaf<
        super::super::super::object::AuthProvider,
        ::core::option::Option<::std::string::String>,
    > = rt::Leaf::new("name");
    /// Address that starts the sign-in.
    pub const url: rt::Leaf<
        super::super::super::object::AuthProvider,
        ::core::option::Option<::std::string::String>,
    > = rt::Leaf::new("url");
    /// The name of the object's type.
    pub const typename: rt::Leaf<super::AuthProvider, ::std::string::String> = rt::Leaf::new(
        "__typename",
    );
}
/// The caller, or the user who has just signed in.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct AuthUser {
    /// Through 0.16 always false, also for system admins.
    pub is_admin: ::core::option::Option<::core::primitive::bool>,
    /// Through 0.16 always an empty object.
    pub permissions: ::core::option::Option<rt::Value>,
}
impl rt::Object for AuthUser {
    type Scope = super::super::object::AuthUser;
    type Slots = (
        ::core::option::Option<::core::option::Option<::core::primitive::bool>>,
        ::core::option::Option<::core::option::Option<rt::Value>>,
    );
    const KEYS: &'static [&'static ::core::primitive::str] = &["isAdmin", "permissions"];
    fn take<'de, A: rt::MapAccess<'de>>(
        slots: &mut Self::Slots,
        index: ::core::primitive::usize,
        map: &mut A,
    ) -> ::core::result::Result<(), A::Error> {
        match index {
            0 => slots.0 = ::core::option::Option::Some(map.next_value()?),
            1 => {
                slots.1 = ::core::option::Option::Some(
                    <rt::Json as rt::Read<_>>::read(map)?,
                );
            }
            _ => {}
        }
        ::core::result::Result::Ok(())
    }
    fn finish(
        slots: Self::Slots,
    ) -> ::core::result::Result<Self, ::core::primitive::usize> {
        ::core::result::Result::Ok(Self {
            is_admin: rt::missing_key(slots.0, 0)?,
            permissions: rt::missing_key(slots.1, 1)?,
        })
    }
    fn serialize<M: rt::SerializeMap>(
        &self,
        map: &mut M,
    ) -> ::core::result::Result<(), M::Error> {
        map.serialize_entry("isAdmin", &self.is_admin)?;
        map.serialize_entry("permissions", &self.permissions)?;
        ::core::result::Result::Ok(())
    }
}
rt::object_type! {
    AuthUser
}
pub mod auth_user {
    //! The fields of [`AuthUser`](super::AuthUser), to select from.
    use super::rt;
    /// What you may do on the platform.
    pub const auth_user_capabilities: rt::Edge<
        super::super::super::object::AuthUser,
        super::super::super::object::AuthUserCapabilities,
        rt::Opt<rt::One>,
    > = rt::Edge::new("authUserCapabilities");
    /// Through 0.16 always false, also for system admins.
    pub const is_admin: rt::Leaf<
        super::super::super::object::AuthUser,
        ::core::option::Option<::core::primitive::bool>,
    > = rt::Leaf::new("isAdmin");
    /// Through 0.16 always an empty object.
    pub const permissions: rt::Leaf<
        super::super::super::object::AuthUser,
        ::core::option::Option<rt::Value>,
        rt::Json,
    > = rt::Leaf::json("permissions");
    /// A new token: selecting it issues one. Null until the email address is confirmed.
    pub const token: rt::Edge<
        super::super::super::object::AuthUser,
        super::super::super::object::Token,
        rt::Opt<rt::One>,
    > = rt::Edge::new("token");
    /// The user; null for a service account.
    pub const user: rt::Edge<
        super::super::super::object::AuthUser,
        super::super::super::object::User,
        rt::Opt<rt::One>,
    > = rt::Edge::new("user");
    /// The name of the object's type.
    pub const typename: rt::Leaf<super::AuthUser, ::std::string::String> = rt::Leaf::new(
        "__typename",
    );
}
/// What the caller may do on the platform.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct AuthUserCapabilities {
    /// Whether you may administer the platform.
    pub can_sys_admin: ::core::option::Option<::core::primitive::bool>,
}
impl rt::Object for AuthUserCapabilities {
    type Scope = super::super::object::AuthUserCapabilities;
    type Slots = (
        ::core::option::Option<::core::option::Option<::core::primitive::bool>>,
    );
    const KEYS: &'static [&'static ::core::primitive::str] = &["canSysAdmin"];
    fn take<'de, A: rt::MapAccess<'de>>(
        slots: &mut Self::Slots,
        index: ::core::primitive::usize,
        map: &mut A,
    ) -> ::core::result::Result<(), A::Error> {
        match index {
            0 => slots.0 = ::core::option::Option::Some(map.next_value()?),
            _ => {}
        }
        ::core::result::Result::Ok(())
    }
    fn finish(
        slots: Self::Slots,
    ) -> ::core::result::Result<Self, ::core::primitive::usize> {
        ::core::result::Result::Ok(Self {
            can_sys_admin: rt::missing_key(slots.0, 0)?,
        })
    }
    fn serialize<M: rt::SerializeMap>(
        &self,
        map: &mut M,
    ) -> ::core::result::Result<(), M::Error> {
        map.serialize_entry("canSysAdmin", &self.can_sys_admin)?;
        ::core::result::Result::Ok(())
    }
}
rt::object_type! {
    AuthUserCapabilities
}
pub mod auth_user_capabilities {
    //! The fields of [`AuthUserCapabilities`](super::AuthUserCapabilities), to select from.
    use super::rt;
    /// Whether you may administer the platform.
    pub const can_sys_admin: rt::Leaf<
        super::super::super::object::AuthUserCapabilities,
        ::core::option::Option<::core::primitive::bool>,
    > = rt::Leaf::new("canSysAdmin");
    /// The name of the object's type.
    pub const typename: rt::Leaf<super::AuthUserCapabilities, ::std::string::String> = rt::Leaf::new(
        "__typename",
    );
}
/// Stored password of a user; no operation of this version returns it.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct LocalCredential {
    /// When it was set up.
    pub created_at: super::super::scalar::DateTime,
    /// Id of the record.
    pub id: ::std::string::String,
    /// When it was last changed.
    pub updated_at: super::super::scalar::DateTime,
}
impl rt::Object for LocalCredential {
    type Scope = super::super::object::LocalCredential;
    type Slots = (
        ::core::option::Option<super::super::scalar::DateTime>,
        ::core::option::Option<::std::string::String>,
        ::core::option::Option<super::super::scalar::DateTime>,
    );
    const KEYS: &'static [&'static ::core::primitive::str] = &[
        "createdAt",
        "id",
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
            updated_at: rt::missing_key(slots.2, 2)?,
        })
    }
    fn serialize<M: rt::SerializeMap>(
        &self,
        map: &mut M,
    ) -> ::core::result::Result<(), M::Error> {
        map.serialize_entry("createdAt", &self.created_at)?;
        map.serialize_entry("id", &self.id)?;
        map.serialize_entry("updatedAt", &self.updated_at)?;
        ::core::result::Result::Ok(())
    }
}
rt::object_type! {
    LocalCredential
}
pub mod local_credential {
    //! The fields of [`LocalCredential`](super::LocalCredential), to select from.
    use super::rt;
    /// When it was set up.
    pub const created_at: rt::Leaf<
        super::super::super::object::LocalCredential,
        super::super::super::scalar::DateTime,
    > = rt::Leaf::new("createdAt");
    /// Id of the record.
    pub const id: rt::Leaf<
        super::super::super::object::LocalCredential,
        ::std::string::String,
    > = rt::Leaf::new("id");
    /// Password record: a secret.
    pub const password: rt::Leaf<
        super::super::super::object::LocalCredential,
        ::core::option::Option<::std::string::String>,
    > = rt::Leaf::new("password");
    /// Token that resets the password: a secret.
    pub const reset_token: rt::Leaf<
        super::super::super::object::LocalCredential,
        ::core::option::Option<::std::string::String>,
    > = rt::Leaf::new("resetToken");
    /// When it was last changed.
    pub const updated_at: rt::Leaf<
        super::super::super::object::LocalCredential,
        super::super::super::scalar::DateTime,
    > = rt::Leaf::new("updatedAt");
    /// Whose password it is.
    pub const user: rt::Edge<
        super::super::super::object::LocalCredential,
        super::super::super::object::User,
        rt::One,
    > = rt::Edge::new("user");
    /// The name of the object's type.
    pub const typename: rt::Leaf<super::LocalCredential, ::std::string::String> = rt::Leaf::new(
        "__typename",
    );
}
/// A token to sign in with.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Token {
    /// The name of the object's type.
    pub typename: ::std::string::String,
}
impl rt::Object for Token {
    type Scope = super::super::object::Token;
    type Slots = (::core::option::Option<::std::string::String>,);
    const KEYS: &'static [&'static ::core::primitive::str] = &["__typename"];
    fn take<'de, A: rt::MapAccess<'de>>(
        slots: &mut Self::Slots,
        index: ::core::primitive::usize,
        map: &mut A,
    ) -> ::core::result::Result<(), A::Error> {
        match index {
            0 => slots.0 = ::core::option::Option::Some(map.next_value()?),
            _ => {}
        }
        ::core::result::Result::Ok(())
    }
    fn finish(
        slots: Self::Slots,
    ) -> ::core::result::Result<Self, ::core::primitive::usize> {
        ::core::result::Result::Ok(Self {
            typename: rt::missing_key(slots.0, 0)?,
        })
    }
    fn serialize<M: rt::SerializeMap>(
        &self,
        map: &mut M,
    ) -> ::core::result::Result<(), M::Error> {
        map.serialize_entry("__typename", &self.typename)?;
        ::core::result::Result::Ok(())
    }
}
rt::object_type! {
    Token
}
pub mod token {
    //! The fields of [`Token`](super::Token), to select from.
    use super::rt;
    /// What the token says.
    pub const payload: rt::Edge<
        super::super::super::object::Token,
        super::super::super::object::TokenPayload,
        rt::Opt<rt::One>,
    > = rt::Edge::new("payload");
    /// The token itself: a secret. Send it in the header Authorization.
    pub const value: rt::Leaf<
        super::super::super::object::Token,
        ::core::option::Option<::std::string::String>,
    > = rt::Leaf::new("value");
    /// The name of the object's type.
    pub const typename: rt::Leaf<super::Token, ::std::string::String> = rt::Leaf::new(
        "__typename",
    );
}
/// What a token says.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct TokenPayload {
    /// When it ends, in seconds since the epoch.
    pub exp: ::core::option::Option<::core::primitive::i32>,
    /// When it was issued, in seconds since the epoch.
    pub iat: ::core::option::Option<::core::primitive::i32>,
    /// Id of the user.
    pub uuid: ::core::option::Option<super::super::scalar::Uuid>,
}
impl rt::Object for TokenPayload {
    type Scope = super::super::object::TokenPayload;
    type Slots = (
        ::core::option::Option<::core::option::Option<::core::primitive::i32>>,
        ::core::option::Option<::core::option::Option<::core::primitive::i32>>,
        ::core::option::Option<::core::option::Option<super::super::scalar::Uuid>>,
    );
    const KEYS: &'static [&'static ::core::primitive::str] = &["exp", "iat", "uuid"];
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
            exp: rt::missing_key(slots.0, 0)?,
            iat: rt::missing_key(slots.1, 1)?,
            uuid: rt::missing_key(slots.2, 2)?,
        })
    }
    fn serialize<M: rt::SerializeMap>(
        &self,
        map: &mut M,
    ) -> ::core::result::Result<(), M::Error> {
        map.serialize_entry("exp", &self.exp)?;
        map.serialize_entry("iat", &self.iat)?;
        map.serialize_entry("uuid", &self.uuid)?;
        ::core::result::Result::Ok(())
    }
}
rt::object_type! {
    TokenPayload
}
pub mod token_payload {
    //! The fields of [`TokenPayload`](super::TokenPayload), to select from.
    use super::rt;
    /// When it ends, in seconds since the epoch.
    pub const exp: rt::Leaf<
        super::super::super::object::TokenPayload,
        ::core::option::Option<::core::primitive::i32>,
    > = rt::Leaf::new("exp");
    /// When it was issued, in seconds since the epoch.
    pub const iat: rt::Leaf<
        super::super::super::object::TokenPayload,
        ::core::option::Option<::core::primitive::i32>,
    > = rt::Leaf::new("iat");
    /// Id of the user.
    pub const uuid: rt::Leaf<
        super::super::super::object::TokenPayload,
        ::core::option::Option<super::super::super::scalar::Uuid>,
    > = rt::Leaf::new("uuid");
    /// The name of the object's type.
    pub const typename: rt::Leaf<super::TokenPayload, ::std::string::String> = rt::Leaf::new(
        "__typename",
    );
}
