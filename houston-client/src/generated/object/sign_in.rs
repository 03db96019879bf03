// Made by `cargo xtask codegen`: run it again instead of editing.

use crate::runtime as rt;
use super::super::{argument, enums, input, object, required, scalar};
/// Ways to sign in to the platform.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct AuthConfig {
    /// URL of a provider's sign-up page.
    pub external_signup_url: rt::Option<rt::String>,
    /// Whether the platform still waits for its first user.
    pub initial_signup: rt::Option<rt::bool>,
    /// Whether users can sign in with a name and a password.
    pub local_enabled: rt::Option<rt::bool>,
    /// Whether users can sign up without an invite.
    pub public_signup: rt::Option<rt::bool>,
}
impl rt::Object for AuthConfig {
    type Scope = object::AuthConfig;
    type Values = (
        rt::Option<rt::String>,
        rt::Option<rt::bool>,
        rt::Option<rt::bool>,
        rt::Option<rt::bool>,
    );
    const KEYS: &'static [&'static rt::str] = &[
        "externalSignupUrl",
        "initialSignup",
        "localEnabled",
        "publicSignup",
    ];
    fn new(
        (external_signup_url, initial_signup, local_enabled, public_signup): Self::Values,
    ) -> Self {
        Self {
            external_signup_url,
            initial_signup,
            local_enabled,
            public_signup,
        }
    }
    fn serialize<M: rt::SerializeMap>(&self, map: &mut M) -> rt::Result<(), M::Error> {
        rt::serialize_entries(
            Self::KEYS,
            &(
                &self.external_signup_url,
                &self.initial_signup,
                &self.local_enabled,
                &self.public_signup,
            ),
            map,
        )
    }
}
rt::object_type! {
    AuthConfig
}
pub mod auth_config {
    //! The fields of [`AuthConfig`](super::AuthConfig), to select from.
    use super::{argument, enums, input, object, required, rt, scalar};
    /// URL of a provider's sign-up page.
    pub const external_signup_url: rt::Leaf<
        object::AuthConfig,
        rt::Option<rt::String>,
    > = rt::Leaf::new("externalSignupUrl");
    /// Whether the platform still waits for its first user.
    pub const initial_signup: rt::Leaf<object::AuthConfig, rt::Option<rt::bool>> = rt::Leaf::new(
        "initialSignup",
    );
    /// Whether users can sign in with a name and a password.
    pub const local_enabled: rt::Leaf<object::AuthConfig, rt::Option<rt::bool>> = rt::Leaf::new(
        "localEnabled",
    );
    /// Sign-in providers.
    pub const providers: rt::Edge<
        object::AuthConfig,
        object::AuthProvider,
        rt::Opt<rt::List<rt::One>>,
    > = rt::Edge::new("providers");
    /// Whether users can sign up without an invite.
    pub const public_signup: rt::Leaf<object::AuthConfig, rt::Option<rt::bool>> = rt::Leaf::new(
        "publicSignup",
    );
    /// The name of the object's type.
    pub const typename: rt::Leaf<super::AuthConfig, rt::String> = rt::Leaf::new(
        "__typename",
    );
}
/// A sign-in provider.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct AuthProvider {
    /// Display name.
    pub display_name: rt::Option<rt::String>,
    /// Name for programs.
    pub name: rt::Option<rt::String>,
    /// URL that starts the sign-in.
    pub url: rt::Option<rt::String>,
}
impl rt::Object for AuthProvider {
    type Scope = object::AuthProvider;
    type Values = (
        rt::Option<rt::String>,
        rt::Option<rt::String>,
        rt::Option<rt::String>,
    );
    const KEYS: &'static [&'static rt::str] = &["displayName", "name", "url"];
    fn new((display_name, name, url): Self::Values) -> Self {
        Self { display_name, name, url }
    }
    fn serialize<M: rt::SerializeMap>(&self, map: &mut M) -> rt::Result<(), M::Error> {
        rt::serialize_entries(
            Self::KEYS,
            &(&self.display_name, &self.name, &self.url),
            map,
        )
    }
}
rt::object_type! {
    AuthProvider
}
pub mod auth_provider {
    //! The fields of [`AuthProvider`](super::AuthProvider), to select from.
    use super::{argument, enums, input, object, required, rt, scalar};
    /// Display name.
    pub const display_name: rt::Leaf<object::AuthProvider, rt::Option<rt::String>> = rt::Leaf::new(
        "displayName",
    );
    /// Name for programs.
    pub const name: rt::Leaf<object::AuthProvider, rt::Option<rt::String>> = rt::Leaf::new(
        "name",
    );
    /// URL that starts the sign-in.
    pub const url: rt::Leaf<object::AuthProvider, rt::Option<rt::String>> = rt::Leaf::new(
        "url",
    );
    /// The name of the object's type.
    pub const typename: rt::Leaf<super::AuthProvider, rt::String> = rt::Leaf::new(
        "__typename",
    );
}
/// The caller, or the user who just signed in.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct AuthUser {
    /// Through 0.16, always false, even for system admins.
    pub is_admin: rt::Option<rt::bool>,
    /// Through 0.16, always an empty object.
    pub permissions: rt::Option<rt::Value>,
}
impl rt::Object for AuthUser {
    type Scope = object::AuthUser;
    type Values = (rt::Option<rt::bool>, rt::AnyJson<rt::Option<rt::Value>>);
    const KEYS: &'static [&'static rt::str] = &["isAdmin", "permissions"];
    fn new((is_admin, rt::AnyJson(permissions)): Self::Values) -> Self {
        Self { is_admin, permissions }
    }
    fn serialize<M: rt::SerializeMap>(&self, map: &mut M) -> rt::Result<(), M::Error> {
        rt::serialize_entries(Self::KEYS, &(&self.is_admin, &self.permissions), map)
    }
}
rt::object_type! {
    AuthUser
}
pub mod auth_user {
    //! The fields of [`AuthUser`](super::AuthUser), to select from.
    use super::{argument, enums, input, object, required, rt, scalar};
    /// Your permissions on the platform.
    pub const auth_user_capabilities: rt::Edge<
        object::AuthUser,
        object::AuthUserCapabilities,
        rt::Opt<rt::One>,
    > = rt::Edge::new("authUserCapabilities");
    /// Through 0.16, always false, even for system admins.
    pub const is_admin: rt::Leaf<object::AuthUser, rt::Option<rt::bool>> = rt::Leaf::new(
        "isAdmin",
    );
    /// Through 0.16, always an empty object.
    pub const permissions: rt::Leaf<object::AuthUser, rt::Option<rt::Value>, rt::Json> = rt::Leaf::json(
        "permissions",
    );
    /// A new token: selecting it issues one. Null until the email address is confirmed.
    pub const token: rt::Edge<object::AuthUser, object::Token, rt::Opt<rt::One>> = rt::Edge::new(
        "token",
    );
    /// The user; null for a service account.
    pub const user: rt::Edge<object::AuthUser, object::User, rt::Opt<rt::One>> = rt::Edge::new(
        "user",
    );
    /// The name of the object's type.
    pub const typename: rt::Leaf<super::AuthUser, rt::String> = rt::Leaf::new(
        "__typename",
    );
}
/// Permissions of the caller on the platform.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct AuthUserCapabilities {
    /// Whether you may administer the platform.
    pub can_sys_admin: rt::Option<rt::bool>,
}
impl rt::Object for AuthUserCapabilities {
    type Scope = object::AuthUserCapabilities;
    type Values = (rt::Option<rt::bool>,);
    const KEYS: &'static [&'static rt::str] = &["canSysAdmin"];
    fn new((can_sys_admin,): Self::Values) -> Self {
        Self { can_sys_admin }
    }
    fn serialize<M: rt::SerializeMap>(&self, map: &mut M) -> rt::Result<(), M::Error> {
        rt::serialize_entries(Self::KEYS, &(&self.can_sys_admin,), map)
    }
}
rt::object_type! {
    AuthUserCapabilities
}
pub mod auth_user_capabilities {
    //! The fields of [`AuthUserCapabilities`](super::AuthUserCapabilities), to select from.
    use super::{argument, enums, input, object, required, rt, scalar};
    /// Whether you may administer the platform.
    pub const can_sys_admin: rt::Leaf<
        object::AuthUserCapabilities,
        rt::Option<rt::bool>,
    > = rt::Leaf::new("canSysAdmin");
    /// The name of the object's type.
    pub const typename: rt::Leaf<super::AuthUserCapabilities, rt::String> = rt::Leaf::new(
        "__typename",
    );
}
/// Stored password of a user; no operation of this version returns it.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct LocalCredential {
    /// When it was set up.
    pub created_at: scalar::DateTime,
    /// Id of the record.
    pub id: rt::String,
    /// When it was last changed.
    pub updated_at: scalar::DateTime,
}
impl rt::Object for LocalCredential {
    type Scope = object::LocalCredential;
    type Values = (scalar::DateTime, rt::String, scalar::DateTime);
    const KEYS: &'static [&'static rt::str] = &["createdAt", "id", "updatedAt"];
    fn new((created_at, id, updated_at): Self::Values) -> Self {
        Self { created_at, id, updated_at }
    }
    fn serialize<M: rt::SerializeMap>(&self, map: &mut M) -> rt::Result<(), M::Error> {
        rt::serialize_entries(
            Self::KEYS,
            &(&self.created_at, &self.id, &self.updated_at),
            map,
        )
    }
}
rt::object_type! {
    LocalCredential
}
pub mod local_credential {
    //! The fields of [`LocalCredential`](super::LocalCredential), to select from.
    use super::{argument, enums, input, object, required, rt, scalar};
    /// When it was set up.
    pub const created_at: rt::Leaf<object::LocalCredential, scalar::DateTime> = rt::Leaf::new(
        "createdAt",
    );
    /// Id of the record.
    pub const id: rt::Leaf<object::LocalCredential, rt::String> = rt::Leaf::new("id");
    /// Password record: a secret.
    pub const password: rt::Leaf<object::LocalCredential, rt::Option<rt::String>> = rt::Leaf::new(
        "password",
    );
    /// Token that resets the password: a secret.
    pub const reset_token: rt::Leaf<object::LocalCredential, rt::Option<rt::String>> = rt::Leaf::new(
        "resetToken",
    );
    /// When it was last changed.
    pub const updated_at: rt::Leaf<object::LocalCredential, scalar::DateTime> = rt::Leaf::new(
        "updatedAt",
    );
    /// The user with this password.
    pub const user: rt::Edge<object::LocalCredential, object::User, rt::One> = rt::Edge::new(
        "user",
    );
    /// The name of the object's type.
    pub const typename: rt::Leaf<super::LocalCredential, rt::String> = rt::Leaf::new(
        "__typename",
    );
}
/// A token to sign in with.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Token {
    /// The name of the object's type.
    pub typename: rt::String,
}
impl rt::Object for Token {
    type Scope = object::Token;
    type Values = (rt::String,);
    const KEYS: &'static [&'static rt::str] = &["__typename"];
    fn new((typename,): Self::Values) -> Self {
        Self { typename }
    }
    fn serialize<M: rt::SerializeMap>(&self, map: &mut M) -> rt::Result<(), M::Error> {
        rt::serialize_entries(Self::KEYS, &(&self.typename,), map)
    }
}
rt::object_type! {
    Token
}
pub mod token {
    //! The fields of [`Token`](super::Token), to select from.
    use super::{argument, enums, input, object, required, rt, scalar};
    /// Contents of the token.
    pub const payload: rt::Edge<object::Token, object::TokenPayload, rt::Opt<rt::One>> = rt::Edge::new(
        "payload",
    );
    /// The token itself: a secret. Send it in the header Authorization.
    pub const value: rt::Leaf<object::Token, rt::Option<rt::String>> = rt::Leaf::new(
        "value",
    );
    /// The name of the object's type.
    pub const typename: rt::Leaf<super::Token, rt::String> = rt::Leaf::new("__typename");
}
/// Contents of a token.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct TokenPayload {
    /// Expiry, in seconds since the epoch.
    pub exp: rt::Option<rt::i32>,
    /// When it was issued, in seconds since the epoch.
    pub iat: rt::Option<rt::i32>,
    /// Id of the user.
    pub uuid: rt::Option<scalar::Uuid>,
}
impl rt::Object for TokenPayload {
    type Scope = object::TokenPayload;
    type Values = (rt::Option<rt::i32>, rt::Option<rt::i32>, rt::Option<scalar::Uuid>);
    const KEYS: &'static [&'static rt::str] = &["exp", "iat", "uuid"];
    fn new((exp, iat, uuid): Self::Values) -> Self {
        Self { exp, iat, uuid }
    }
    fn serialize<M: rt::SerializeMap>(&self, map: &mut M) -> rt::Result<(), M::Error> {
        rt::serialize_entries(Self::KEYS, &(&self.exp, &self.iat, &self.uuid), map)
    }
}
rt::object_type! {
    TokenPayload
}
pub mod token_payload {
    //! The fields of [`TokenPayload`](super::TokenPayload), to select from.
    use super::{argument, enums, input, object, required, rt, scalar};
    /// Expiry, in seconds since the epoch.
    pub const exp: rt::Leaf<object::TokenPayload, rt::Option<rt::i32>> = rt::Leaf::new(
        "exp",
    );
    /// When it was issued, in seconds since the epoch.
    pub const iat: rt::Leaf<object::TokenPayload, rt::Option<rt::i32>> = rt::Leaf::new(
        "iat",
    );
    /// Id of the user.
    pub const uuid: rt::Leaf<object::TokenPayload, rt::Option<scalar::Uuid>> = rt::Leaf::new(
        "uuid",
    );
    /// The name of the object's type.
    pub const typename: rt::Leaf<super::TokenPayload, rt::String> = rt::Leaf::new(
        "__typename",
    );
}
