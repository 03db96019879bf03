//! The rules of `permissions.toml`.

use serde::Deserialize;

/// What an operation requires of its caller.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(untagged, expecting = "expected `public`, `signed-in`, or a list of permissions")]
pub enum Rule {
    /// A rule without a permission.
    Word(Word),
    /// Any of these permissions, in the entity in the arguments or, for `system.…`, in the system.
    AnyOf(Vec<String>),
}

/// A rule without a permission.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Word {
    /// Everyone, without a token.
    Public,
    /// Every signed-in account.
    SignedIn,
}
