//! Errors outside of a request.

pub(crate) mod refusal;

use std::fmt;
use std::path::PathBuf;

/// A failure of the sandbox itself: of its store, its socket or the system's random source.
///
/// An invalid request is never an `Error`: its errors are part of the [`Response`](crate::Response).
#[derive(Debug)]
#[non_exhaustive]
pub struct Error(Box<Cause>);

#[derive(Debug)]
pub(crate) enum Cause {
    /// Another process, or another `Sandbox` of this process, has the store open.
    Locked(PathBuf),
    /// The store has a format that this version does not read.
    Format(String),
    /// The file, if it is known, is damaged or is not a store.
    Damaged(Option<PathBuf>, String),
    /// The problem in a seed, with its line.
    Seed(String),
    /// A row that is not a valid JSON document.
    Row(serde_json::Error),
    Store(redb::Error),
    Io(std::io::Error),
    Random(getrandom::Error),
    /// The cryptography library gives no reasons.
    Cryptography,
}

impl Error {
    /// Whether another process or `Sandbox` has the store open. Wait for it, or send the request to it.
    pub fn is_locked(&self) -> bool {
        matches!(*self.0, Cause::Locked(_))
    }

    /// Adds the path of the damaged file.
    pub(crate) fn of_file(self, path: PathBuf) -> Error {
        match *self.0 {
            Cause::Damaged(None, why) => Cause::Damaged(Some(path), why).into(),
            other => other.into(),
        }
    }
}

/// The next step if a store cannot be read.
const NEXT: &str =
    "remove it with `houston sandbox reset` (`Sandbox::reset`), or use another directory";

impl fmt::Display for Error {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &*self.0 {
            Cause::Locked(path) => {
                write!(formatter, "another process has the sandbox's store {} open", path.display())
            }
            Cause::Format(found) => write!(
                formatter,
                "the sandbox's store has format {found}, which this version does not read: {NEXT}"
            ),
            Cause::Damaged(Some(path), why) => write!(
                formatter,
                "the sandbox's store {} is damaged or not a store ({why}): {NEXT}",
                path.display()
            ),
            Cause::Damaged(None, why) => {
                write!(formatter, "the sandbox's store is damaged ({why}): {NEXT}")
            }
            Cause::Seed(problem) => write!(formatter, "the seed is invalid: {problem}"),
            Cause::Row(_) => write!(formatter, "a row of the sandbox's store cannot be read"),
            Cause::Store(_) => write!(formatter, "the sandbox's store failed"),
            Cause::Io(_) => write!(formatter, "the sandbox's file or socket failed"),
            Cause::Random(_) => write!(formatter, "the system's random source failed"),
            Cause::Cryptography => write!(formatter, "a key cannot be created or read"),
        }
    }
}

impl std::error::Error for Error {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match &*self.0 {
            Cause::Row(source) => Some(source),
            Cause::Store(source) => Some(source),
            Cause::Io(source) => Some(source),
            Cause::Random(source) => Some(source),
            _ => None,
        }
    }
}

impl From<Cause> for Error {
    fn from(cause: Cause) -> Self {
        Error(Box::new(cause))
    }
}

/// Maps errors of other libraries to causes.
macro_rules! from {
    ($($source:ty => $cause:expr;)*) => {$(
        impl From<$source> for Error {
            fn from(source: $source) -> Self {
                let cause: fn($source) -> Cause = $cause;
                cause(source).into()
            }
        }
    )*};
}

from! {
    std::io::Error => Cause::Io;
    serde_json::Error => Cause::Row;
    getrandom::Error => Cause::Random;
    aws_lc_rs::error::Unspecified => |_| Cause::Cryptography;
    aws_lc_rs::error::KeyRejected => |_| Cause::Cryptography;
    base64::DecodeError => |_| Cause::Cryptography;
    // redb has an error type for each step.
    redb::CommitError => |source| of_store(source.into());
    redb::DatabaseError => |source| of_store(source.into());
    redb::StorageError => |source| of_store(source.into());
    redb::TableError => |source| of_store(source.into());
    redb::TransactionError => |source| of_store(source.into());
}

fn of_store(source: redb::Error) -> Cause {
    match source {
        redb::Error::Corrupted(why) => Cause::Damaged(None, why),
        other => Cause::Store(other),
    }
}
