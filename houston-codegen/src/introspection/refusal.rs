//! Why a server gave no schema.

use std::fmt;

use crate::source::{Diagnostics, is_unseen};

/// Why a server gave no schema. `Display` says what happened, why, and the next step.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Refusal {
    /// The server, or something before it, wants to know who asks: HTTP 401, or an error that says so.
    NotSignedIn(Said),
    /// Whoever asks may not: HTTP 403, or an error that says so.
    NotAllowed(Said),
    /// A page instead of JSON.
    Html(Said),
    /// The server runs with introspection switched off.
    SwitchedOff(Said),
    /// Something that is no answer of GraphQL.
    NotGraphQl(Said),
    /// The server refused the query: the oldest form, or the one that was asked for.
    Refused(Said),
    /// The answer is no valid schema.
    InvalidSchema(Diagnostics),
    /// The answer is larger than [`MAX_BYTES`](crate::parse::MAX_BYTES).
    TooBig,
    /// The answer nests deeper than any schema needs.
    TooDeep(String),
}

/// What a server said, and how.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Said {
    /// The HTTP status.
    pub status: u16,
    /// The beginning of the text, on one line.
    pub text: String,
}

/// More of a page or a stray body is of no use.
const SHOWN: usize = 200;

impl Said {
    pub(super) fn new(status: u16, text: &str) -> Self {
        // A text of a stranger goes to terminals.
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
                "introspection needs somebody who is signed in ({said})\nhelp: give a token that is valid now"
            ),
            Refusal::NotAllowed(said) => write!(
                formatter,
                "introspection is not allowed to you ({said})\nhelp: ask with a token of somebody who may, or from a \
                 network that may"
            ),
            Refusal::Html(said) => write!(
                formatter,
                "a page came back instead of JSON ({said})\nhelp: check the address, which ends in /v1 for Houston; a \
                 proxy or a sign-in page may stand before it"
            ),
            Refusal::SwitchedOff(said) => write!(
                formatter,
                "introspection is switched off on this server ({said})\nhelp: read the schema from a file instead, or \
                 have `introspection: true` set for Apollo Server (for Houston, `apollo.introspection` in its own \
                 configuration)"
            ),
            Refusal::NotGraphQl(said) if (300..400).contains(&said.status) => write!(
                formatter,
                "the server sends elsewhere ({said})\nhelp: give the address that it sends to; a token never follows"
            ),
            Refusal::NotGraphQl(said) => write!(
                formatter,
                "what came back is no answer of a GraphQL server ({said})\nhelp: check the address, which ends in /v1 \
                 for Houston"
            ),
            Refusal::Refused(said) => write!(
                formatter,
                "the server refused the introspection query ({said})\nhelp: let the form of the query be chosen by \
                 what the server knows, or read the schema from a file"
            ),
            Refusal::InvalidSchema(errors) => write!(
                formatter,
                "what the server says of itself is no valid schema\n{errors}\nhelp: report it to whoever runs the \
                 server; nothing can be made from it"
            ),
            Refusal::TooBig => write!(
                formatter,
                "the answer is larger than {} MiB\nhelp: check the address; no known schema is so large",
                crate::parse::MAX_BYTES / (1024 * 1024)
            ),
            Refusal::TooDeep(what) => write!(
                formatter,
                "the answer nests too deep: {what}\nhelp: check the address; no known schema nests so deep"
            ),
        }
    }
}

impl std::error::Error for Refusal {}
