//! Why a server gave no schema.

use std::fmt;

use crate::source::{Diagnostics, is_unseen};

/// Why a server gave no schema. `Display` names what happened and why; see also [`next_step`](Refusal::next_step).
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

    const fn is_redirect(&self) -> bool {
        matches!(self.status, 300..400)
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

impl Refusal {
    /// The next step, as a sentence.
    pub const fn next_step(&self) -> &'static str {
        match self {
            Refusal::NotSignedIn(_) => "Sign in, or pass a token that has not expired.",
            Refusal::NotAllowed(_) => {
                "Use a token that has access, or connect from a network that has access."
            }
            Refusal::Html(_) => {
                "Check the address (Houston's ends in /v1); a proxy or a sign-in page may be in front of it."
            }
            Refusal::SwitchedOff(_) => {
                "Read the schema from a file instead, or set `introspection: true` in Apollo Server (for Houston, \
                 `apollo.introspection` in its configuration)."
            }
            Refusal::NotGraphQl(said) if said.is_redirect() => {
                "Use that address instead; a token is never forwarded."
            }
            Refusal::NotGraphQl(_) => "Check the address (Houston's ends in /v1).",
            Refusal::Refused(_) => "Ask without a fixed edition, or read the schema from a file.",
            Refusal::InvalidSchema(_) => {
                "Report this to the operator of the server; this schema cannot be used."
            }
            Refusal::TooBig => "Check the address; no known schema is that large.",
            Refusal::TooDeep(_) => "Check the address; no known schema is nested that deeply.",
        }
    }
}

/// What happened, and why.
impl fmt::Display for Refusal {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (what, said) = match self {
            Refusal::NotSignedIn(said) => ("introspection requires authentication", said),
            Refusal::NotAllowed(said) => ("you are not allowed to run introspection", said),
            Refusal::Html(said) => ("the server answered with a page instead of JSON", said),
            Refusal::SwitchedOff(said) => ("introspection is disabled on this server", said),
            Refusal::NotGraphQl(said) if said.is_redirect() => {
                ("the server redirects to another address", said)
            }
            Refusal::NotGraphQl(said) => ("the response is not a GraphQL answer", said),
            Refusal::Refused(said) => ("the server refused the introspection query", said),
            Refusal::InvalidSchema(errors) => {
                return write!(formatter, "the server's schema is not valid\n{errors}");
            }
            Refusal::TooBig => {
                let most = crate::parse::MAX_BYTES / (1024 * 1024);
                return write!(formatter, "the answer is larger than {most} MiB");
            }
            Refusal::TooDeep(what) => {
                return write!(formatter, "the answer is nested too deeply: {what}");
            }
        };
        write!(formatter, "{what} ({said})")
    }
}

impl std::error::Error for Refusal {}
