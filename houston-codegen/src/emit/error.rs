//! What keeps code from being written.

use std::fmt;

/// Why code could not be written.
#[derive(Debug)]
pub enum Error {
    /// The runtime, or the Rust type of a scalar, is no path.
    NotAPath(String),
    /// The tokens are no Rust: a fault of the generator.
    NotRust {
        /// The file.
        file: String,
        /// What the parser says.
        error: syn::Error,
    },
}

impl fmt::Display for Error {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Error::NotAPath(text) => {
                write!(formatter, "expected the path of a Rust item, found `{text}`")
            }
            Error::NotRust { file, .. } => {
                write!(
                    formatter,
                    "the generator wrote invalid Rust for {file}: this is a bug in the generator"
                )
            }
        }
    }
}

impl std::error::Error for Error {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            Error::NotAPath(_) => None,
            Error::NotRust { error, .. } => Some(error),
        }
    }
}
