// Made by `cargo xtask codegen`: run it again instead of editing.

use crate::runtime as rt;
use super::super::{argument, enums, input, object, required, scalar};
/// Identifies one email address: set one of the three fields.
pub fn email_where_unique_input() -> EmailWhereUniqueInput {
    EmailWhereUniqueInput(rt::Builder::new())
}
/// Identifies one email address: set one of the three fields.
#[derive(Clone, Debug)]
#[must_use]
pub struct EmailWhereUniqueInput(rt::Builder<()>);
impl EmailWhereUniqueInput {
    /// The email address.
    ///
    /// `address: String`
    pub fn address(self, value: impl rt::IntoArgument<rt::String>) -> Self {
        Self(self.0.with("address", "String", value))
    }
    /// Sends null for `address`: not the same as not sending it.
    pub fn address_null(self) -> Self {
        Self(self.0.null("address", "String"))
    }
    /// As [`address`](Self::address), when there is a value.
    pub fn maybe_address(
        self,
        value: rt::Option<impl rt::IntoArgument<rt::String>>,
    ) -> Self {
        Self(self.0.maybe("address", "String", value))
    }
    /// Id of the record.
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
    /// Token of the confirmation mail.
    ///
    /// `token: String`
    pub fn token(self, value: impl rt::IntoArgument<rt::String>) -> Self {
        Self(self.0.with("token", "String", value))
    }
    /// Sends null for `token`: not the same as not sending it.
    pub fn token_null(self) -> Self {
        Self(self.0.null("token", "String"))
    }
    /// As [`token`](Self::token), when there is a value.
    pub fn maybe_token(
        self,
        value: rt::Option<impl rt::IntoArgument<rt::String>>,
    ) -> Self {
        Self(self.0.maybe("token", "String", value))
    }
}
impl rt::IntoArgument<EmailWhereUniqueInput> for EmailWhereUniqueInput {
    fn into_argument(self) -> rt::Value {
        self.0.into_object()
    }
}
/// Search terms for users.
pub fn user_search() -> UserSearch {
    UserSearch(rt::Builder::new())
}
/// Search terms for users.
#[derive(Clone, Debug)]
#[must_use]
pub struct UserSearch(rt::Builder<()>);
impl UserSearch {
    /// When the account was created.
    ///
    /// `createdAt: DateTime`
    pub fn created_at(self, value: impl rt::IntoArgument<scalar::DateTime>) -> Self {
        Self(self.0.with("createdAt", "DateTime", value))
    }
    /// Sends null for `createdAt`: not the same as not sending it.
    pub fn created_at_null(self) -> Self {
        Self(self.0.null("createdAt", "DateTime"))
    }
    /// As [`created_at`](Self::created_at), when there is a value.
    pub fn maybe_created_at(
        self,
        value: rt::Option<impl rt::IntoArgument<scalar::DateTime>>,
    ) -> Self {
        Self(self.0.maybe("createdAt", "DateTime", value))
    }
    /// Email address.
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
    /// Name of the person.
    ///
    /// `fullName: String`
    pub fn full_name(self, value: impl rt::IntoArgument<rt::String>) -> Self {
        Self(self.0.with("fullName", "String", value))
    }
    /// Sends null for `fullName`: not the same as not sending it.
    pub fn full_name_null(self) -> Self {
        Self(self.0.null("fullName", "String"))
    }
    /// As [`full_name`](Self::full_name), when there is a value.
    pub fn maybe_full_name(
        self,
        value: rt::Option<impl rt::IntoArgument<rt::String>>,
    ) -> Self {
        Self(self.0.maybe("fullName", "String", value))
    }
    /// When the account was last changed.
    ///
    /// `updatedAt: DateTime`
    pub fn updated_at(self, value: impl rt::IntoArgument<scalar::DateTime>) -> Self {
        Self(self.0.with("updatedAt", "DateTime", value))
    }
    /// Sends null for `updatedAt`: not the same as not sending it.
    pub fn updated_at_null(self) -> Self {
        Self(self.0.null("updatedAt", "DateTime"))
    }
    /// As [`updated_at`](Self::updated_at), when there is a value.
    pub fn maybe_updated_at(
        self,
        value: rt::Option<impl rt::IntoArgument<scalar::DateTime>>,
    ) -> Self {
        Self(self.0.maybe("updatedAt", "DateTime", value))
    }
    /// Id of the user.
    ///
    /// `userId: Id`
    pub fn user_id(self, value: impl rt::IntoArgument<scalar::Id>) -> Self {
        Self(self.0.with("userId", "Id", value))
    }
    /// Sends null for `userId`: not the same as not sending it.
    pub fn user_id_null(self) -> Self {
        Self(self.0.null("userId", "Id"))
    }
    /// As [`user_id`](Self::user_id), when there is a value.
    pub fn maybe_user_id(
        self,
        value: rt::Option<impl rt::IntoArgument<scalar::Id>>,
    ) -> Self {
        Self(self.0.maybe("userId", "Id", value))
    }
    /// Id of the user, under its older name.
    ///
    /// `userUuid: Uuid`
    pub fn user_uuid(self, value: impl rt::IntoArgument<scalar::Uuid>) -> Self {
        Self(self.0.with("userUuid", "Uuid", value))
    }
    /// Sends null for `userUuid`: not the same as not sending it.
    pub fn user_uuid_null(self) -> Self {
        Self(self.0.null("userUuid", "Uuid"))
    }
    /// As [`user_uuid`](Self::user_uuid), when there is a value.
    pub fn maybe_user_uuid(
        self,
        value: rt::Option<impl rt::IntoArgument<scalar::Uuid>>,
    ) -> Self {
        Self(self.0.maybe("userUuid", "Uuid", value))
    }
    /// User name.
    ///
    /// `username: String`
    pub fn username(self, value: impl rt::IntoArgument<rt::String>) -> Self {
        Self(self.0.with("username", "String", value))
    }
    /// Sends null for `username`: not the same as not sending it.
    pub fn username_null(self) -> Self {
        Self(self.0.null("username", "String"))
    }
    /// As [`username`](Self::username), when there is a value.
    pub fn maybe_username(
        self,
        value: rt::Option<impl rt::IntoArgument<rt::String>>,
    ) -> Self {
        Self(self.0.maybe("username", "String", value))
    }
}
impl rt::IntoArgument<UserSearch> for UserSearch {
    fn into_argument(self) -> rt::Value {
        self.0.into_object()
    }
}
