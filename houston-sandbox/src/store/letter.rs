//! Mails that are not sent: a platform without a mail server keeps them to itself.

use serde::{Deserialize, Serialize};

/// A mail that a platform with a mail server would have sent. The sandbox has none, and keeps it for whoever tests
/// what the recipient does next.
#[derive(Clone, Deserialize, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct Letter {
    /// The address that it goes to.
    pub to: String,
    /// What the token in it is for.
    pub purpose: Purpose,
    /// What makes the recipient known: a secret.
    pub token: String,
}

/// What the recipient of a [`Letter`] can do with its token.
#[derive(Clone, Copy, Debug, Deserialize, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub enum Purpose {
    /// Sign up: the `inviteToken` of `createUser`.
    Invite,
    /// Confirm the address: the `token` of `confirmEmail`.
    Confirmation,
    /// Set a new password: the `token` of `resetPassword`.
    PasswordReset,
}

impl std::fmt::Debug for Letter {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        // The token stays out.
        formatter
            .debug_struct("Letter")
            .field("to", &self.to)
            .field("purpose", &self.purpose)
            .finish_non_exhaustive()
    }
}
