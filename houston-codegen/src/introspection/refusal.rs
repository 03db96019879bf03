//! Why a server gave no schema.

use std::fmt;

use crate::source::{Diagnostics, is_unseen};

/// Why a server gave no schema. `Display` names what happened, why, and the next step.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Refusal {
    /// The server, or a proxy in front of it, requires authentication: HTTP 401, or an error that says so.
    NotSignedIn(Said),
    /// The caller is not allowed to ask: HTTP 403, or an error that says so.
    NotAllowed(Said),
    /// The server answered with a page instead of JSON.
    Html(Said),
    /// The server runs with introspection switched off.
    SwitchedOff(Said),
    /// The response is not a GraphQL answer.
    NotGraphQl(Said),
    /// The server refused the query: its oldest form, or the edition that the caller chose.
    Refused(Said),
    /// The answer is not a valid schema.
    InvalidSchema(Diagnostics),
    /// The answer is larger than [`MAX_BYTES`](crate::parse::MAX_BYTES).
    TooBig,
    /// The answer is nested deeper than any schema needs.
    TooDeep(String),
}

/// A server's answer, shortened for an error message.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Said {
    /// The HTTP status.
    pub status: u16,
    /// The beginning of the text, on one line.
    pub text: String,
}

/// The beginning of a page or an unexpected body is enough to recognize it.
const SHOWN: usize = 200;

impl Said {
    pub(super) fn new(status: u16, text: &str) -> Self {
        // The text is not trusted, and goes to a terminal.
        let plain: String = text.chars().filter(|one| !is_unseen(*one)).collect();
        let mut words = plain.split_whitespace();
        let mut shown = words.next().unwrap_or_default().to_owned();
        for word in words {
            if shown.len() > SHOWN {
                break;
            }
            shown.extend([" ", word]);
        }
        if let Some((end, _)) = shown.char_indices().nth(SHOWN) {
            shown.replace_range(end.., "…");
        }
        Said { status, text: shown }
    }
}

impl fmt::Display for Said {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Said { status, text } = self;
        match text.is_empty() {
            true => write!(formatter, "HTTP {status} without a body"),
            false => write!(formatter, "HTTP {status}: {text}"),
        }
    }
}

impl fmt::Display for Refusal {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Refusal::NotSignedIn(said) => write!(
                formatter,
                "introspection requires authentication ({said})\nhelp: sign in, or pass a token that has not expired"
            ),
            Refusal::NotAllowed(said) => write!(
                formatter,
                "you are not allowed to run introspection ({said})\nhelp: use a token that has access, or connect from a \
                 network that has access"
            ),
            Refusal::Html(said) => write!(
                formatter,
                "the server answered with a page instead of JSON ({said})\nhelp: check the address (Houston's ends in /v1); a proxy \
                 or a sign-in page may be in front of it"
            ),
            Refusal::SwitchedOff(said) => write!(
                formatter,
                "introspection is disabled on this server ({said})\nhelp: read the schema from a file instead, or \
                 set `introspection: true` in Apollo Server (for Houston, `apollo.introspection` in its \
                 configuration)"
            ),
            Refusal::NotGraphQl(said) if (300..400).contains(&said.status) => write!(
                formatter,
                "the server redirects to another address ({said})\nhelp: use that address instead; a token is never forwarded"
            ),
            Refusal::NotGraphQl(said) => write!(
                formatter,
                "the response is not a GraphQL answer ({said})\nhelp: check the address (Houston's ends in /v1)"
            ),
            Refusal::Refused(said) => write!(
                formatter,
                "the server refused the introspection query ({said})\nhelp: ask without a fixed edition, or read \
                 the schema from a file"
            ),
            Refusal::InvalidSchema(errors) => write!(
                formatter,
                "the server's schema is not valid\n{errors}\nhelp: report this to the operator of \
                 the server; this schema cannot be used"
            ),
            Refusal::TooBig => write!(
                formatter,
                "the answer is larger than {} MiB\nhelp: check the address; no known schema is that large",
                crate::parse::MAX_BYTES / (1024 * 1024)
            ),
            Refusal::TooDeep(what) => write!(
                formatter,
                "the answer is nested too deeply: {what}\nhelp: check the address; no known schema is nested that deeply"
            ),
        }
    }
}

impl std::error::Error for Refusal {}
