//! Parts of the table that are read from its text when they are needed.

use std::fmt;
use std::ops::{Deref, Range};
use std::sync::{Arc, OnceLock};

use serde::de::DeserializeOwned;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// A value, or where it is written: then it is read when it is asked for first.
///
/// # Panics
///
/// Whatever needs the value panics if its text is not that of a `T`.
#[derive(Clone)]
pub struct Later<T> {
    text: Option<(Arc<Vec<u8>>, Range<usize>)>,
    value: OnceLock<Box<T>>,
}

impl<T> Later<T> {
    /// The value that is written from `start` on, in `length` bytes. None if the text ends before.
    pub(super) fn of_text(text: &Arc<Vec<u8>>, start: usize, length: usize) -> Option<Self> {
        let at = start..start.checked_add(length)?;
        text.get(at.clone())?;
        Some(Later { text: Some((Arc::clone(text), at)), value: OnceLock::new() })
    }
}

impl<T: DeserializeOwned> Deref for Later<T> {
    type Target = T;

    fn deref(&self) -> &T {
        self.value.get_or_init(|| {
            let text = self.text.as_ref().and_then(|(text, at)| text.get(at.clone()));
            match serde_json::from_slice(text.unwrap_or_default()) {
                Ok(value) => Box::new(value),
                Err(error) => panic!("another program wrote the schema table: {error}"),
            }
        })
    }
}

impl<T> From<T> for Later<T> {
    fn from(value: T) -> Self {
        Later { text: None, value: OnceLock::from(Box::new(value)) }
    }
}

impl<T: Default> Default for Later<T> {
    fn default() -> Self {
        Later::from(T::default())
    }
}

impl<T: DeserializeOwned + PartialEq> PartialEq for Later<T> {
    fn eq(&self, other: &Self) -> bool {
        **self == **other
    }
}

impl<T: DeserializeOwned + Eq> Eq for Later<T> {}

impl<T: DeserializeOwned + fmt::Debug> fmt::Debug for Later<T> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        (**self).fmt(formatter)
    }
}

impl<T: DeserializeOwned + Serialize> Serialize for Later<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        (**self).serialize(serializer)
    }
}

impl<'de, T: Deserialize<'de>> Deserialize<'de> for Later<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        T::deserialize(deserializer).map(Later::from)
    }
}
