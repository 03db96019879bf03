//! Errors outside of a request.

pub(crate) mod refusal;

use std::path::PathBuf;

/// A failure of the sandbox itself: of its store, its socket or the system's random source.
///
/// An invalid request is never an `Error`: its errors are part of the [`Response`](crate::Response).
#[derive(Debug, thiserror::Error)]
#[error(transparent)]
#[non_exhaustive]
pub struct Error(Box<Cause>);

#[derive(Debug, thiserror::Error)]
pub(crate) enum Cause {
    /// Another process, or another `Sandbox` of this process, has the store open.
    #[error("another process has the sandbox's store {} open", .0.display())]
    Locked(PathBuf),
    /// The store has a format that this version does not read.
    #[error("the sandbox's store has format {0}, which this version does not read: {NEXT}")]
    Format(String),
    /// The file is damaged or is not a store.
    #[error("the sandbox's store {} is damaged or not a store ({}): {NEXT}", .0.display(), .1)]
    File(PathBuf, String),
    /// A store whose file is not known is damaged.
    #[error("the sandbox's store is damaged ({0}): {NEXT}")]
    Damaged(String),
    /// The problem in a seed, with its line.
    #[error("the seed is invalid: {0}")]
    Seed(String),
    /// The problem in a setting.
    #[error("{0}")]
    Setting(String),
    /// A row that is not a valid JSON document.
    #[error("a row of the sandbox's store cannot be read")]
    Row(#[source] serde_json::Error),
    #[error("the sandbox's store failed")]
    Store(#[source] redb::Error),
    #[error("the sandbox's file or socket failed")]
    Io(#[source] std::io::Error),
    #[error("the system's random source failed")]
    Random(#[source] getrandom::Error),
    /// The cryptography library gives no reasons.
    #[error("a key cannot be created or read")]
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
            Cause::Damaged(why) => Cause::File(path, why).into(),
            other => other.into(),
        }
    }
}

/// The next step if a store cannot be read.
const NEXT: &str =
    "remove it with `houston sandbox reset` (`Sandbox::reset`), or use another directory";

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
        redb::Error::Corrupted(why) => Cause::Damaged(why),
        other => Cause::Store(other),
    }
}
