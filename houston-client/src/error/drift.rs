use std::fmt;

use crate::answer::GraphQlError;

/// How the errors begin by which a server reports that the request does not match its schema. The texts are those
/// of graphql-js, which Houston runs.
const TEXTS: [&str; 3] = ["Cannot query field \"", "Unknown argument \"", "Unknown type \""];

/// Such errors that begin with a name: how they begin, and what they contain.
const PARTS: [(&str, &str); 3] = [
    ("Field \"", " is required, but it was not provided"),
    ("Variable \"$", " used in position expecting type "),
    ("Variable \"$", " is not defined by type "),
];

/// The versions of the client's schema and of the server, for a request that does not match the server's schema.
///
/// Nothing ran. With [`adapt_default_selection`](crate::ClientBuilder::adapt_default_selection), a client itself
/// leaves out the fields that only a default selection asks for.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Drift {
    /// The version of the schema that the client is built from, if known.
    pub schema: Option<String>,
    /// The version of the server, if it was [set](crate::ClientBuilder::server_version).
    pub server: Option<String>,
}

impl Drift {
    /// Whether this error means that the server's schema differs. An error with a path means that something ran.
    pub(super) fn shows_in(error: &GraphQlError) -> bool {
        let text = error.message.as_str();
        let is_part = |(start, part): &(&str, &str)| text.starts_with(start) && text.contains(part);
        error.path.is_none()
            && (TEXTS.iter().any(|start| text.starts_with(start)) || PARTS.iter().any(is_part))
    }
}

/// Writes how the versions differ, and the next step.
impl fmt::Display for Drift {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.schema.is_some() && self.schema == self.server {
            return formatter.write_str(
                "The client's schema and the server have the same version: the request uses something that this version does not have.",
            );
        }
        formatter.write_str("The client is built from the schema of ")?;
        match &self.schema {
            Some(version) => write!(formatter, "version {version}")?,
            None => formatter.write_str("another version")?,
        }
        formatter.write_str(", and the server has ")?;
        match &self.server {
            Some(version) => write!(formatter, "version {version}")?,
            None if self.schema.is_some() => formatter.write_str("another version")?,
            None => formatter.write_str("its own")?,
        }
        formatter.write_str(
            ". Leave out what the server does not know, or use a client generated from its schema.",
        )
    }
}
