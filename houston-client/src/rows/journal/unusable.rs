use std::fmt;
use std::io;

/// Why a journal cannot be used.
#[derive(Debug)]
#[non_exhaustive]
pub enum Unusable {
    /// The storage failed.
    Storage(io::Error),
    /// It is not a journal.
    Foreign,
    /// It has this version of the format, which this crate does not read.
    Version(u32),
    /// It ends within its first line.
    Headless,
    /// A line is not where it was written: lines were removed or added.
    Moved {
        /// The number of the line, from 1.
        line: u64,
        /// The number that it was written with.
        was: u64,
    },
    /// This line is not as it was written.
    Damaged {
        /// The number of the line, from 1.
        line: u64,
    },
}

impl From<io::Error> for Unusable {
    fn from(error: io::Error) -> Self {
        Unusable::Storage(error)
    }
}

/// Writes what is wrong, in one line without the source.
impl fmt::Display for Unusable {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Unusable::Storage(_) => formatter.write_str("the journal cannot be read or written"),
            Unusable::Foreign => formatter.write_str("the file is not a journal of rows"),
            Unusable::Version(version) => {
                write!(formatter, "the journal has format {version}, and only format 1 is known")
            }
            Unusable::Headless => {
                formatter.write_str("the journal ends within its first line: the rest is missing")
            }
            Unusable::Moved { line, was } => write!(
                formatter,
                "line {line} of the journal was written as line {was}: lines were removed or added"
            ),
            Unusable::Damaged { line } => {
                write!(
                    formatter,
                    "line {line} of the journal is damaged: its checksum or length is wrong"
                )
            }
        }
    }
}

impl std::error::Error for Unusable {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            Unusable::Storage(error) => Some(error),
            _ => None,
        }
    }
}
