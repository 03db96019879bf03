//! Rows, their tables, and their indexed fields.

use std::ops::{Deref, DerefMut};

use jiff::Timestamp;
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};

use crate::store::Time;

/// A row: the fields of its table, an id and two times. It is stored as one JSON object.
#[derive(Clone, Debug, Default, Deserialize, Serialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Row<T> {
    pub(crate) id: String,
    #[serde(default)]
    pub(crate) created_at: Time,
    #[serde(default)]
    pub(crate) updated_at: Time,
    #[serde(flatten)]
    pub(crate) fields: T,
}

impl<T> Row<T> {
    /// Creates a row with a creation time.
    pub(crate) fn new(id: String, now: Timestamp, fields: T) -> Row<T> {
        Row { id, created_at: Time(now), updated_at: Time(now), fields }
    }
}

impl<T> Deref for Row<T> {
    type Target = T;

    fn deref(&self) -> &T {
        &self.fields
    }
}

impl<T> DerefMut for Row<T> {
    fn deref_mut(&mut self) -> &mut T {
        &mut self.fields
    }
}

/// The fields of one table's rows. They have the names of the GraphQL type's fields.
pub(crate) trait Table: Serialize + DeserializeOwned + 'static {
    const NAME: &'static str;
    /// The indexed fields.
    const INDEXES: &'static [Index<Self>];
}

/// An indexed field: its name in the store, and its value, if a row has one.
pub(crate) struct Index<T> {
    pub(crate) field: &'static str,
    pub(crate) value: fn(&T) -> Option<&str>,
}

impl<T: Table> Index<T> {
    /// The prefix of the entries for one value. The row's id follows it.
    pub(crate) fn prefix(&self, value: &str) -> String {
        format!("{}\0{}\0{value}\0", T::NAME, self.field)
    }
}

impl<T: Table> Row<T> {
    /// The row's entries in all indexes.
    pub(crate) fn entries(&self) -> impl Iterator<Item = String> {
        T::INDEXES.iter().filter_map(|index| {
            let value = (index.value)(&self.fields)?;
            Some(index.prefix(value) + &self.id)
        })
    }
}

/// Defines the name and the indexes of a table.
macro_rules! table {
    ($row:ident in $name:literal { $($index:ident $field:literal $value:expr;)* }) => {
        impl $row {
            $(pub(crate) const $index: Index<$row> = Index { field: $field, value: $value };)*
        }

        impl Table for $row {
            const NAME: &'static str = $name;
            const INDEXES: &'static [Index<$row>] = &[$($row::$index),*];
        }
    };
}
pub(crate) use table;
