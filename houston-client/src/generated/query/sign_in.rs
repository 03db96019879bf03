// Made by `cargo xtask codegen`: run it again instead of editing.

use crate::runtime as rt;
use super::super::{argument, enums, input, object, required, scalar};
/// Ways to sign in to this platform. Needs no login.
///
/// Selects by default: `externalSignupUrl`, `initialSignup`, `localEnabled`, `publicSignup`.
///
/// Needs no token.
///
/// Answers `Option<AuthConfig>`: see [`AuthConfig`](object::AuthConfig).
///
/// No argument is required.
///
/// GraphQL: `authConfig(duration: Int, extras: JSON, inviteToken: String, redirect: String): AuthConfig`
pub fn auth_config() -> AuthConfig {
    AuthConfig(rt::Builder::new())
}
/// The builder of `authConfig`.
#[derive(Clone, Debug)]
#[must_use]
pub struct AuthConfig(rt::Builder<()>);
impl AuthConfig {
    /// Accepted and ignored.
    ///
    /// `duration: Int`
    pub fn duration(self, value: impl rt::IntoArgument<rt::i32>) -> Self {
        Self(self.0.with("duration", "Int", value))
    }
    /// Sends null for `duration`: not the same as not sending it.
    pub fn duration_null(self) -> Self {
        Self(self.0.null("duration", "Int"))
    }
    /// As [`duration`](Self::duration), when there is a value.
    pub fn maybe_duration(
        self,
        value: rt::Option<impl rt::IntoArgument<rt::i32>>,
    ) -> Self {
        Self(self.0.maybe("duration", "Int", value))
    }
    /// More values to pass through the provider's sign-in, as a JSON object.
    ///
    /// `extras: JSON`
    pub fn extras(self, value: impl rt::IntoArgument<rt::Value>) -> Self {
        Self(self.0.with("extras", "JSON", value))
    }
    /// Sends null for `extras`: not the same as not sending it.
    pub fn extras_null(self) -> Self {
        Self(self.0.null("extras", "JSON"))
    }
    /// As [`extras`](Self::extras), when there is a value.
    pub fn maybe_extras(
        self,
        value: rt::Option<impl rt::IntoArgument<rt::Value>>,
    ) -> Self {
        Self(self.0.maybe("extras", "JSON", value))
    }
    /// Token of an invite, to sign up with.
    ///
    /// `inviteToken: String`
    pub fn invite_token(self, value: impl rt::IntoArgument<rt::String>) -> Self {
        Self(self.0.with("inviteToken", "String", value))
    }
    /// Sends null for `inviteToken`: not the same as not sending it.
    pub fn invite_token_null(self) -> Self {
        Self(self.0.null("inviteToken", "String"))
    }
    /// As [`invite_token`](Self::invite_token), when there is a value.
    pub fn maybe_invite_token(
        self,
        value: rt::Option<impl rt::IntoArgument<rt::String>>,
    ) -> Self {
        Self(self.0.maybe("inviteToken", "String", value))
    }
    /// URL to return to after signing in with a provider.
    ///
    /// `redirect: String`
    pub fn redirect(self, value: impl rt::IntoArgument<rt::String>) -> Self {
        Self(self.0.with("redirect", "String", value))
    }
    /// Sends null for `redirect`: not the same as not sending it.
    pub fn redirect_null(self) -> Self {
        Self(self.0.null("redirect", "String"))
    }
    /// As [`redirect`](Self::redirect), when there is a value.
    pub fn maybe_redirect(
        self,
        value: rt::Option<impl rt::IntoArgument<rt::String>>,
    ) -> Self {
        Self(self.0.maybe("redirect", "String", value))
    }
    /// Selects exactly this on the result, `AuthConfig`.
    pub fn select<Selection: rt::Select<object::AuthConfig>>(
        self,
        selection: Selection,
    ) -> rt::Nested<object::Query, object::AuthConfig, rt::Opt<rt::One>, Selection> {
        rt::Nested::new("authConfig", self.0.into_arguments(), selection)
    }
}
impl rt::RootField for AuthConfig {
    type Root = object::Query;
    type Selection = rt::Nested<
        object::Query,
        object::AuthConfig,
        rt::Opt<rt::One>,
        rt::DefaultSelection<object::AuthConfig>,
    >;
    type Partial = <Self::Selection as rt::RootField>::Partial;
    fn selection(self) -> Self::Selection {
        self.select(rt::default_selection())
    }
    fn partial_selection(self) -> Self::Partial {
        rt::RootField::partial_selection(rt::RootField::selection(self))
    }
}
/// The signed-in account. For a service account, user is null. isAdmin works for both: use it to test a token.
///
/// Selects by default: `isAdmin`, `permissions`.
///
/// Beware: Selecting token issues a new token; for a service account, user is null.
///
/// Anybody who is signed in may call it.
///
/// Answers `Option<AuthUser>`: see [`AuthUser`](object::AuthUser).
///
/// No argument is required.
///
/// GraphQL: `self: AuthUser`
pub fn self_() -> Self_ {
    Self_(rt::Builder::new())
}
/// The builder of `self`.
#[derive(Clone, Debug)]
#[must_use]
pub struct Self_(rt::Builder<()>);
impl Self_ {
    /// Selects exactly this on the result, `AuthUser`.
    pub fn select<Selection: rt::Select<object::AuthUser>>(
        self,
        selection: Selection,
    ) -> rt::Nested<object::Query, object::AuthUser, rt::Opt<rt::One>, Selection> {
        rt::Nested::new("self", self.0.into_arguments(), selection)
    }
}
impl rt::RootField for Self_ {
    type Root = object::Query;
    type Selection = rt::Nested<
        object::Query,
        object::AuthUser,
        rt::Opt<rt::One>,
        rt::DefaultSelection<object::AuthUser>,
    >;
    type Partial = <Self::Selection as rt::RootField>::Partial;
    fn selection(self) -> Self::Selection {
        self.select(rt::default_selection())
    }
    fn partial_selection(self) -> Self::Partial {
        rt::RootField::partial_selection(rt::RootField::selection(self))
    }
}
