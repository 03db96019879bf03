//! The known texts of the server's errors, and what they prove.

use std::borrow::Cow;

use serde::{Deserialize, Serialize};
use wildmatch::WildMatchPattern;

use super::default::is_default;

/// Longer messages are not compared: no known text is as long.
const LONGEST: usize = 64 << 10;

/// What an error with a known text proves about a mutation. Each proves more than the one before it.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
)]
#[serde(rename_all = "kebab-case")]
pub enum Proof {
    /// Nothing: the text is only explained.
    #[default]
    Nothing,
    /// Nothing ran, if neither a path nor data is there: the server refused the whole request.
    Request,
    /// A field had no effect.
    Field,
}

/// A known text of the server's errors.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct Refusal {
    /// The text, in which each `*` stands for any text. Comparison ignores case, surrounding white space and
    /// trailing full stops.
    pub text: Cow<'static, str>,
    /// The operations that the row holds for; empty for all. In the answer of any other operation, the same text
    /// proves nothing.
    #[serde(default, skip_serializing_if = "is_empty")]
    pub operations: Cow<'static, [Cow<'static, str>]>,
    /// The operations of the data layer whose path the error may have in place of its field's: the server reports the
    /// path of the step that failed, and these are first steps.
    #[serde(default, skip_serializing_if = "is_empty")]
    pub inner: Cow<'static, [Cow<'static, str>]>,
    /// What the error proves, with a path of its field or without one.
    pub proves: Proof,
    /// A code for programs: `not-allowed`.
    pub code: Cow<'static, str>,
    /// The next step of a person at the command line, in whole sentences; empty if the code says enough.
    #[serde(default, skip_serializing_if = "is_default")]
    pub next: Cow<'static, str>,
}

impl Refusal {
    /// Whether a message is this text.
    pub fn fits(&self, message: &str) -> bool {
        let text = comparable(&self.text);
        // A text that every message matches would prove that nothing ever runs.
        text.contains(|letter| letter != '*')
            && message.len() <= LONGEST
            && WildMatchPattern::<'*', '\0'>::new(&text).matches(&comparable(message))
    }

    /// Whether the server may say this of a token that is wrong or has ended. A text of some operations is about their
    /// arguments: asking again with the same password could lock an account.
    pub fn is_of_token(&self) -> bool {
        self.operations.is_empty()
            && matches!(&*self.code, "not-allowed" | "login-failed" | "role-bindings")
    }

    fn is_of(&self, operations: &[Cow<'_, str>]) -> bool {
        self.operations.is_empty() || operations.iter().any(|one| self.operations.contains(one))
    }
}

/// Returns the first row that a message matches in the answer of one of `operations`.
pub fn refusal<'a>(
    refusals: &'a [Refusal],
    message: &str,
    operations: &[Cow<'_, str>],
) -> Option<&'a Refusal> {
    refusals.iter().find(|row| row.is_of(operations) && row.fits(message))
}

fn is_empty(names: &[Cow<'static, str>]) -> bool {
    names.is_empty()
}

fn comparable(text: &str) -> String {
    text.trim().trim_end_matches('.').to_lowercase()
}
