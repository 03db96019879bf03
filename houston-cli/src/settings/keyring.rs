//! The system keyring: the Secret Service of a Linux desktop, the Keychain of macOS, the Credential Manager of Windows.
//!
//! A token has the name of its profile there, below its host. So the file that says that a token is in the keyring cannot
//! send it elsewhere: for another host, the keyring has none.

#[cfg(feature = "keyring")]
mod asked;

use std::time::Duration;

use houston_client::Token;

use crate::failure::Failure;

/// The name of the keyring in messages.
pub(crate) const NAME: &str = "the system keyring";

/// Whose token it is, and for which host.
#[derive(Clone, Copy)]
pub(crate) struct Place<'p> {
    pub(crate) profile: &'p str,
    pub(crate) origin: &'p str,
}

#[cfg(feature = "keyring")]
impl Place<'_> {
    /// Fails if the keyring does not answer.
    pub(crate) fn check(self, patience: Option<Duration>) -> Result<(), Failure> {
        asked::check(self, patience)
    }

    /// The token.
    ///
    /// # Errors
    ///
    /// Fails if the keyring does not give it.
    pub(crate) fn token(self, patience: Option<Duration>) -> Result<Token, Failure> {
        asked::token(self, patience)
    }

    /// Stores the token in place of the one that is there.
    ///
    /// # Errors
    ///
    /// Fails if the keyring does not take it.
    pub(crate) fn keep(self, token: &Token, patience: Option<Duration>) -> Result<(), Failure> {
        asked::keep(self, token, patience)
    }

    /// Removes the token, if there is one.
    ///
    /// # Errors
    ///
    /// Fails if the keyring does not remove it.
    pub(crate) fn forget(self) -> Result<(), Failure> {
        asked::forget(self)
    }
}

/// A program that was built without the keyring says so.
#[cfg(not(feature = "keyring"))]
impl Place<'_> {
    pub(crate) fn check(self, _: Option<Duration>) -> Result<(), Failure> {
        Err(self.left_out())
    }

    pub(crate) fn token(self, _: Option<Duration>) -> Result<Token, Failure> {
        Err(self.left_out())
    }

    pub(crate) fn keep(self, _: &Token, _: Option<Duration>) -> Result<(), Failure> {
        Err(self.left_out())
    }

    pub(crate) fn forget(self) -> Result<(), Failure> {
        Err(self.left_out())
    }

    fn left_out(self) -> Failure {
        let Place { profile, origin } = self;
        Failure::usage(format!("this houston was built without {NAME}"))
            .detail(format!("It is asked for the token of profile {profile} for {origin}."))
            .help(
                "The released packages have it, and `cargo install houston-cli --features keyring`; \
                 `houston auth login --store file` stores the token in a file.",
            )
    }
}
