// Made by `cargo xtask codegen`: run it again instead of editing.

use crate::runtime as rt;
use super::super::{argument, enums, input, object, required, scalar};
/// Confirms an email address with the token that was mailed to it, and signs in.
///
/// Selects by default: `isAdmin`, `permissions`.
///
/// Needs no token.
///
/// Answers [`AuthUser`](object::AuthUser).
///
/// Required: [`token`](ConfirmEmail::token).
///
/// GraphQL: `confirmEmail(token: String!, duration: Int): AuthUser`
pub fn confirm_email() -> ConfirmEmail {
    ConfirmEmail(rt::Builder::new())
}
/// The builder of `confirmEmail`.
#[derive(Clone, Debug)]
#[must_use]
pub struct ConfirmEmail<Token = rt::Unset<argument::token>>(rt::Builder<(Token,)>);
/// [`ConfirmEmail`] with everything set that is required.
pub type ConfirmEmailReady = ConfirmEmail<rt::Set>;
impl<Token> ConfirmEmail<Token> {
    /// The token of the confirmation mail.
    ///
    /// Required. `token: String!`
    pub fn token(
        self,
        value: impl rt::IntoArgument<rt::String>,
    ) -> ConfirmEmail<rt::Set> {
        ConfirmEmail(self.0.with("token", "String!", value))
    }
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
    /// Selects exactly this on the result, `AuthUser`.
    pub fn select<Selection: rt::Select<object::AuthUser>>(
        self,
        selection: Selection,
    ) -> rt::Nested<object::Mutation, object::AuthUser, rt::One, Selection>
    where
        Token: required::token,
    {
        rt::Nested::new("confirmEmail", self.0.into_arguments(), selection)
    }
}
impl<Token: required::token> rt::RootField for ConfirmEmail<Token> {
    type Root = object::Mutation;
    type Selection = rt::Nested<
        object::Mutation,
        object::AuthUser,
        rt::One,
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
/// Signs in with a name and a password. The token is valid for 24 hours by default and cannot be renewed.
///
/// Selects by default: `isAdmin`, `permissions`.
///
/// Beware: The default answer does not include the token: select token.value.
///
/// Needs no token.
///
/// Answers [`AuthUser`](object::AuthUser).
///
/// Required: [`password`](CreateToken::password).
///
/// GraphQL: `createToken(password: String!, duration: Int, identity: String): AuthUser`
pub fn create_token() -> CreateToken {
    CreateToken(rt::Builder::new())
}
/// The builder of `createToken`.
#[derive(Clone, Debug)]
#[must_use]
pub struct CreateToken<Password = rt::Unset<argument::password>>(
    rt::Builder<(Password,)>,
);
/// [`CreateToken`] with everything set that is required.
pub type CreateTokenReady = CreateToken<rt::Set>;
impl<Password> CreateToken<Password> {
    /// The password.
    ///
    /// Required. `password: String!`
    pub fn password(
        self,
        value: impl rt::IntoArgument<rt::String>,
    ) -> CreateToken<rt::Set> {
        CreateToken(self.0.with("password", "String!", value))
    }
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
    /// Email address or user name. Case matters, and stored addresses are in lower case.
    ///
    /// `identity: String`
    pub fn identity(self, value: impl rt::IntoArgument<rt::String>) -> Self {
        Self(self.0.with("identity", "String", value))
    }
    /// Sends null for `identity`: not the same as not sending it.
    pub fn identity_null(self) -> Self {
        Self(self.0.null("identity", "String"))
    }
    /// As [`identity`](Self::identity), when there is a value.
    pub fn maybe_identity(
        self,
        value: rt::Option<impl rt::IntoArgument<rt::String>>,
    ) -> Self {
        Self(self.0.maybe("identity", "String", value))
    }
    /// Selects exactly this on the result, `AuthUser`.
    pub fn select<Selection: rt::Select<object::AuthUser>>(
        self,
        selection: Selection,
    ) -> rt::Nested<object::Mutation, object::AuthUser, rt::One, Selection>
    where
        Password: required::password,
    {
        rt::Nested::new("createToken", self.0.into_arguments(), selection)
    }
}
impl<Password: required::password> rt::RootField for CreateToken<Password> {
    type Root = object::Mutation;
    type Selection = rt::Nested<
        object::Mutation,
        object::AuthUser,
        rt::One,
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
/// Revokes an invite.
///
/// Selects by default: `id`.
///
/// Anybody who is signed in may call it.
///
/// Answers [`DeleteInviteTokenPayload`](DeleteInviteTokenPayload).
///
/// Required: [`invite_uuid`](DeleteInviteToken::invite_uuid).
///
/// GraphQL: `deleteInviteToken(inviteUuid: Uuid, workspaceUuid: Uuid): Invite`
pub fn delete_invite_token() -> DeleteInviteToken {
    DeleteInviteToken(rt::Builder::new())
}
/// The builder of `deleteInviteToken`.
#[derive(Clone, Debug)]
#[must_use]
pub struct DeleteInviteToken<InviteUuid = rt::Unset<argument::invite_uuid>>(
    rt::Builder<(InviteUuid,)>,
);
/// [`DeleteInviteToken`] with everything set that is required.
pub type DeleteInviteTokenReady = DeleteInviteToken<rt::Set>;
impl<InviteUuid> DeleteInviteToken<InviteUuid> {
    /// Id of the invite; the server fails without it.
    ///
    /// Required. `inviteUuid: Uuid`
    pub fn invite_uuid(
        self,
        value: impl rt::IntoArgument<scalar::Uuid>,
    ) -> DeleteInviteToken<rt::Set> {
        DeleteInviteToken(self.0.with("inviteUuid", "Uuid", value))
    }
    /// Id of the workspace that the invite is for.
    ///
    /// `workspaceUuid: Uuid`
    pub fn workspace_uuid(self, value: impl rt::IntoArgument<scalar::Uuid>) -> Self {
        Self(self.0.with("workspaceUuid", "Uuid", value))
    }
    /// Sends null for `workspaceUuid`: not the same as not sending it.
    pub fn workspace_uuid_null(self) -> Self {
        Self(self.0.null("workspaceUuid", "Uuid"))
    }
    /// As [`workspace_uuid`](Self::workspace_uuid), when there is a value.
    pub fn maybe_workspace_uuid(
        self,
        value: rt::Option<impl rt::IntoArgument<scalar::Uuid>>,
    ) -> Self {
        Self(self.0.maybe("workspaceUuid", "Uuid", value))
    }
    /// Selects exactly this on the result, `Invite`.
    pub fn select<Selection: rt::Select<object::Invite>>(
        self,
        selection: Selection,
    ) -> rt::Nested<object::Mutation, object::Invite, rt::One, Selection>
    where
        InviteUuid: required::invite_uuid,
    {
        rt::Nested::new("deleteInviteToken", self.0.into_arguments(), selection)
    }
}
/// What `deleteInviteToken` answers by default.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct DeleteInviteTokenPayload {
    /// Id of the invite: the `inviteUuid` of deleteInviteToken.
    pub id: rt::Option<rt::String>,
}
impl rt::Object for DeleteInviteTokenPayload {
    type Scope = object::Invite;
    type Values = (rt::Option<rt::String>,);
    const KEYS: &'static [&'static rt::str] = &["id"];
    fn new((id,): Self::Values) -> Self {
        Self { id }
    }
    fn serialize<M: rt::SerializeMap>(&self, map: &mut M) -> rt::Result<(), M::Error> {
        rt::serialize_entries(Self::KEYS, &(&self.id,), map)
    }
}
rt::object_type! {
    DeleteInviteTokenPayload
}
impl<InviteUuid: required::invite_uuid> rt::RootField for DeleteInviteToken<InviteUuid> {
    type Root = object::Mutation;
    type Selection = rt::Nested<
        object::Mutation,
        object::Invite,
        rt::One,
        rt::DefaultSelection<DeleteInviteTokenPayload>,
    >;
    type Partial = <Self::Selection as rt::RootField>::Partial;
    fn selection(self) -> Self::Selection {
        self.select(rt::default_selection())
    }
    fn partial_selection(self) -> Self::Partial {
        rt::RootField::partial_selection(rt::RootField::selection(self))
    }
}
/// Sends a mail with a token for resetPassword.
///
/// Needs no token.
///
/// Answers `bool`.
///
/// Required: [`email`](ForgotPassword::email).
///
/// GraphQL: `forgotPassword(email: String!): Boolean`
pub fn forgot_password() -> ForgotPassword {
    ForgotPassword(rt::Builder::new())
}
/// The builder of `forgotPassword`.
#[derive(Clone, Debug)]
#[must_use]
pub struct ForgotPassword<Email = rt::Unset<argument::email>>(rt::Builder<(Email,)>);
/// [`ForgotPassword`] with everything set that is required.
pub type ForgotPasswordReady = ForgotPassword<rt::Set>;
impl<Email> ForgotPassword<Email> {
    /// Email address of the user.
    ///
    /// Required. `email: String!`
    pub fn email(
        self,
        value: impl rt::IntoArgument<rt::String>,
    ) -> ForgotPassword<rt::Set> {
        ForgotPassword(self.0.with("email", "String!", value))
    }
    /// The field, to be selected beside others.
    pub fn select(self) -> rt::Leaf<object::Mutation, rt::bool>
    where
        Email: required::email,
    {
        rt::Leaf::with("forgotPassword", self.0.into_arguments())
    }
}
impl<Email: required::email> rt::RootField for ForgotPassword<Email> {
    type Root = object::Mutation;
    type Selection = rt::Leaf<object::Mutation, rt::bool>;
    type Partial = <Self::Selection as rt::RootField>::Partial;
    fn selection(self) -> Self::Selection {
        self.select()
    }
    fn partial_selection(self) -> Self::Partial {
        rt::RootField::partial_selection(rt::RootField::selection(self))
    }
}
/// Sends the confirmation mail again.
///
/// Needs no token.
///
/// Answers `bool`.
///
/// Required: [`email`](ResendConfirmation::email).
///
/// GraphQL: `resendConfirmation(email: String!): Boolean`
pub fn resend_confirmation() -> ResendConfirmation {
    ResendConfirmation(rt::Builder::new())
}
/// The builder of `resendConfirmation`.
#[derive(Clone, Debug)]
#[must_use]
pub struct ResendConfirmation<Email = rt::Unset<argument::email>>(rt::Builder<(Email,)>);
/// [`ResendConfirmation`] with everything set that is required.
pub type ResendConfirmationReady = ResendConfirmation<rt::Set>;
impl<Email> ResendConfirmation<Email> {
    /// Email address to confirm.
    ///
    /// Required. `email: String!`
    pub fn email(
        self,
        value: impl rt::IntoArgument<rt::String>,
    ) -> ResendConfirmation<rt::Set> {
        ResendConfirmation(self.0.with("email", "String!", value))
    }
    /// The field, to be selected beside others.
    pub fn select(self) -> rt::Leaf<object::Mutation, rt::bool>
    where
        Email: required::email,
    {
        rt::Leaf::with("resendConfirmation", self.0.into_arguments())
    }
}
impl<Email: required::email> rt::RootField for ResendConfirmation<Email> {
    type Root = object::Mutation;
    type Selection = rt::Leaf<object::Mutation, rt::bool>;
    type Partial = <Self::Selection as rt::RootField>::Partial;
    fn selection(self) -> Self::Selection {
        self.select()
    }
    fn partial_selection(self) -> Self::Partial {
        rt::RootField::partial_selection(rt::RootField::selection(self))
    }
}
/// Sets a new password with a token from a mail, and signs in. Old tokens stay valid.
///
/// Selects by default: `isAdmin`, `permissions`.
///
/// Beware: Tokens from before stay valid.
///
/// Needs no token.
///
/// Answers [`AuthUser`](object::AuthUser).
///
/// Required: [`password`](ResetPassword::password), [`token`](ResetPassword::token).
///
/// GraphQL: `resetPassword(password: String!, token: String!, duration: Int): AuthUser`
pub fn reset_password() -> ResetPassword {
    ResetPassword(rt::Builder::new())
}
/// The builder of `resetPassword`.
#[derive(Clone, Debug)]
#[must_use]
pub struct ResetPassword<
    Password = rt::Unset<argument::password>,
    Token = rt::Unset<argument::token>,
>(
    rt::Builder<(Password, Token)>,
);
/// [`ResetPassword`] with everything set that is required.
pub type ResetPasswordReady = ResetPassword<rt::Set, rt::Set>;
impl<Password, Token> ResetPassword<Password, Token> {
    /// The new password.
    ///
    /// Required. `password: String!`
    pub fn password(
        self,
        value: impl rt::IntoArgument<rt::String>,
    ) -> ResetPassword<rt::Set, Token> {
        ResetPassword(self.0.with("password", "String!", value))
    }
    /// The token of the mail that forgotPassword sent.
    ///
    /// Required. `token: String!`
    pub fn token(
        self,
        value: impl rt::IntoArgument<rt::String>,
    ) -> ResetPassword<Password, rt::Set> {
        ResetPassword(self.0.with("token", "String!", value))
    }
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
    /// Selects exactly this on the result, `AuthUser`.
    pub fn select<Selection: rt::Select<object::AuthUser>>(
        self,
        selection: Selection,
    ) -> rt::Nested<object::Mutation, object::AuthUser, rt::One, Selection>
    where
        Password: required::password,
        Token: required::token,
    {
        rt::Nested::new("resetPassword", self.0.into_arguments(), selection)
    }
}
impl<Password: required::password, Token: required::token> rt::RootField
for ResetPassword<Password, Token> {
    type Root = object::Mutation;
    type Selection = rt::Nested<
        object::Mutation,
        object::AuthUser,
        rt::One,
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
/// Changes your own profile.
///
/// Selects by default: `createdAt`, `fullName`, `id`, `status`, `updatedAt`, `username`.
///
/// Beware: Keys of payload other than fullName are dropped without an error.
///
/// Anybody who is signed in may call it.
///
/// Answers [`User`](object::User).
///
/// Required: [`payload`](UpdateSelf::payload).
///
/// GraphQL: `updateSelf(payload: JSON!): User`
pub fn update_self() -> UpdateSelf {
    UpdateSelf(rt::Builder::new())
}
/// The builder of `updateSelf`.
#[derive(Clone, Debug)]
#[must_use]
pub struct UpdateSelf<Payload = rt::Unset<argument::payload>>(rt::Builder<(Payload,)>);
/// [`UpdateSelf`] with everything set that is required.
pub type UpdateSelfReady = UpdateSelf<rt::Set>;
impl<Payload> UpdateSelf<Payload> {
    /// JSON object with `fullName`; other keys are dropped without an error.
    ///
    /// Required. `payload: JSON!`
    pub fn payload(
        self,
        value: impl rt::IntoArgument<rt::Value>,
    ) -> UpdateSelf<rt::Set> {
        UpdateSelf(self.0.with("payload", "JSON!", value))
    }
    /// Selects exactly this on the result, `User`.
    pub fn select<Selection: rt::Select<object::User>>(
        self,
        selection: Selection,
    ) -> rt::Nested<object::Mutation, object::User, rt::One, Selection>
    where
        Payload: required::payload,
    {
        rt::Nested::new("updateSelf", self.0.into_arguments(), selection)
    }
}
impl<Payload: required::payload> rt::RootField for UpdateSelf<Payload> {
    type Root = object::Mutation;
    type Selection = rt::Nested<
        object::Mutation,
        object::User,
        rt::One,
        rt::DefaultSelection<object::User>,
    >;
    type Partial = <Self::Selection as rt::RootField>::Partial;
    fn selection(self) -> Self::Selection {
        self.select(rt::default_selection())
    }
    fn partial_selection(self) -> Self::Partial {
        rt::RootField::partial_selection(rt::RootField::selection(self))
    }
}
