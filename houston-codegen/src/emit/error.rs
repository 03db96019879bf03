//! Errors of the generator.

use std::fmt;

use crate::source::harmless;

/// The reason why no code was written.
#[derive(Debug)]
pub enum Error {
    /// The runtime, or the Rust type of a scalar, is not a valid path.
    NotAPath(String),
    /// The tokens are not valid Rust: a bug in the generator.
    NotRust {
        /// The file.
        file: String,
        /// The parser's error.
        error: syn::Error,
    },
}

impl fmt::Display for Error {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Error::NotAPath(text) => {
                let text = harmless(text);
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
