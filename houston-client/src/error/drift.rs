use std::fmt;

use crate::answer::GraphQlError;

/// What the texts begin with by which a server says that the request does not fit its schema. They are those of
/// graphql-js, which Houston runs.
const TEXTS: [&str; 3] = ["Cannot query field \"", "Unknown argument \"", "Unknown type \""];

/// The same, where names stand first: what they begin with, and what they hold.
const PARTS: [(&str, &str); 3] = [
    ("Field \"", " is required, but it was not provided"),
    ("Variable \"$", " used in position expecting type "),
    ("Variable \"$", " is not defined by type "),
];

/// The schema that a client is built from, and the server's, where they turned out to be two.
///
/// Nothing ran. [`adapt_default_selection`](crate::ClientBuilder::adapt_default_selection) makes a client leave out by
/// itself what nobody but a default selection asks for.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Drift {
    /// The version of the schema that the client is built from, where it is known.
    pub schema: Option<String>,
    /// The version of the server, where the client was
    /// [told](crate::ClientBuilder::server_version).
    pub server: Option<String>,
}

impl Drift {
    /// Whether this is an error of a server whose schema is another one. Where there is a path, something ran.
    pub(super) fn shows_in(error: &GraphQlError) -> bool {
        let text = error.message.as_str();
        let is_part = |(start, part): &(&str, &str)| text.starts_with(start) && text.contains(part);
        error.path.is_none()
            && (TEXTS.iter().any(|start| text.starts_with(start)) || PARTS.iter().any(is_part))
    }
}

/// What it is, and what to do.
impl fmt::Display for Drift {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.schema.is_some() && self.schema == self.server {
            return formatter.write_str(
                "The client's schema and the server are of the same version: the request names what that does not have.",
            );
        }
        formatter.write_str("The client is built from the schema of ")?;
        match &self.schema {
            Some(version) => write!(formatter, "version {version}")?,
            None => formatter.write_str("another version")?,
        }
        formatter.write_str(", and the server")?;
        match &self.server {
            Some(version) => write!(formatter, " is version {version}")?,
            None if self.schema.is_some() => formatter.write_str(" is of another version")?,
            None => formatter.write_str(" has its own")?,
        }
        formatter.write_str(
            ": leave out what it does not know, or use a client that is made from its schema.",
        )
    }
}
