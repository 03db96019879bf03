//! Mails that the sandbox keeps instead of sending.

use serde::{Deserialize, Serialize};

/// A mail that a platform with a mail server would send. The sandbox keeps it, so that a test can do what the
/// recipient does next.
#[derive(Clone, Deserialize, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct Letter {
    /// The recipient's address.
    pub to: String,
    /// The purpose of its token.
    pub purpose: Purpose,
    /// The secret that the recipient sends back.
    pub token: String,
}

/// The purpose of a [`Letter`]'s token.
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
        // The token is secret.
        formatter
            .debug_struct("Letter")
            .field("to", &self.to)
            .field("purpose", &self.purpose)
            .finish_non_exhaustive()
    }
}
