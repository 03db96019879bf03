//! Rows, the tables that they live in, and the fields that they are found by.

use std::ops::{Deref, DerefMut};

use jiff::Timestamp;
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};

use crate::store::Time;

/// A row: what its table keeps, under an id and with two times. It is stored as one JSON object.
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
    /// A new row.
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

/// What the rows of one table keep. Their fields have the names of the GraphQL type's.
pub(crate) trait Table: Serialize + DeserializeOwned + 'static {
    const NAME: &'static str;
    /// The fields that rows can be found by.
    const INDEXES: &'static [Index<Self>];
}

/// A field that rows can be found by: its name in the store, and its value where there is one.
pub(crate) struct Index<T> {
    pub(crate) field: &'static str,
    pub(crate) value: fn(&T) -> Option<&str>,
}

impl<T: Table> Index<T> {
    /// Where the entries for one value begin. The row's id follows.
    pub(crate) fn prefix(&self, value: &str) -> String {
        format!("{}\0{}\0{value}\0", T::NAME, self.field)
    }
}

impl<T: Table> Row<T> {
    /// The entries of the row in all indexes.
    pub(crate) fn entries(&self) -> impl Iterator<Item = String> {
        T::INDEXES.iter().filter_map(|index| {
            let value = (index.value)(&self.fields)?;
            Some(index.prefix(value) + &self.id)
        })
    }
}

/// Says of a type of rows what its table is called and what it is indexed by.
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
