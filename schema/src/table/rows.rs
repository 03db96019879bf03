//! Rows of the table, which are read from its text when they are needed.

use std::fmt;
use std::ops::Index;
use std::slice;
use std::sync::Arc;

use serde::de::DeserializeOwned;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::later::Later;
use super::operation::Operation;
use super::types::Type;

/// Rows in their order, each with its name.
///
/// A table that was read with [`Schema::of_text`](super::Schema::of_text) knows the names, and reads a row when it is asked
/// for first.
#[derive(Clone)]
pub struct Rows<T>(Vec<Row<T>>);

/// A row, or where it is written.
#[derive(Clone)]
pub struct Row<T> {
    name: String,
    value: Later<T>,
}

/// A row that has a name.
pub trait Named: DeserializeOwned {
    /// Its name in GraphQL.
    fn name(&self) -> &str;
}

impl Named for Operation {
    fn name(&self) -> &str {
        &self.name
    }
}

impl Named for Type {
    fn name(&self) -> &str {
        &self.name
    }
}

impl<T: Named> Row<T> {
    fn value(&self) -> &T {
        &self.value
    }
}

type Iter<'r, T> = std::iter::Map<slice::Iter<'r, Row<T>>, fn(&'r Row<T>) -> &'r T>;

impl<T: Named> Rows<T> {
    /// All rows.
    ///
    /// # Panics
    ///
    /// Panics if the text of a row is not that of a row.
    pub fn iter(&self) -> Iter<'_, T> {
        self.0.iter().map(Row::value as fn(_) -> _)
    }

    /// The names of all rows. Reads none of them.
    pub fn names(&self) -> impl ExactSizeIterator<Item = &str> + Clone {
        self.0.iter().map(|row| row.name.as_str())
    }

    /// The rows with such a name. Reads no others.
    ///
    /// # Panics
    ///
    /// Panics if the text of a row is not that of a row.
    pub fn called(&self, is_it: impl Fn(&str) -> bool) -> impl Iterator<Item = &T> {
        self.0.iter().filter(move |row| is_it(&row.name)).map(Row::value)
    }

    /// The row with this name, if the rows are sorted by name.
    pub(super) fn sorted_by_name(&self, name: &str) -> Option<&T> {
        let at = self.0.binary_search_by(|row| row.name.as_str().cmp(name)).ok()?;
        self.0.get(at).map(Row::value)
    }

    /// The rows of which the text has these names and lengths, one behind the other; none if it is shorter.
    pub(super) fn of_text(
        text: &Arc<Vec<u8>>,
        mut start: usize,
        lengths: Vec<(String, usize)>,
    ) -> Option<(Self, usize)> {
        let row = |(name, length): (String, usize)| {
            let value = Later::of_text(text, start, length)?;
            start += length;
            Some(Row { name, value })
        };
        let rows = lengths.into_iter().map(row).collect::<Option<_>>()?;
        Some((Rows(rows), start))
    }
}

impl<T> Rows<T> {
    /// How many there are.
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

/// # Panics
///
/// Panics behind the last row, and if the text of a row is not that of a row.
impl<T: Named> Index<usize> for Rows<T> {
    type Output = T;

    fn index(&self, at: usize) -> &T {
        self.0[at].value()
    }
}

impl<T> Default for Rows<T> {
    fn default() -> Self {
        Rows(Vec::new())
    }
}

impl<'r, T: Named> IntoIterator for &'r Rows<T> {
    type Item = &'r T;
    type IntoIter = Iter<'r, T>;

    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}

impl<T: Named> From<Vec<T>> for Rows<T> {
    fn from(rows: Vec<T>) -> Self {
        rows.into_iter().collect()
    }
}

impl<T: Named> FromIterator<T> for Rows<T> {
    fn from_iter<I: IntoIterator<Item = T>>(rows: I) -> Self {
        let row = |value: T| Row { name: value.name().to_owned(), value: value.into() };
        Rows(rows.into_iter().map(row).collect())
    }
}

impl<T: Named + PartialEq> PartialEq for Rows<T> {
    fn eq(&self, other: &Self) -> bool {
        self.iter().eq(other)
    }
}

impl<T: Named + Eq> Eq for Rows<T> {}

impl<T: Named + fmt::Debug> fmt::Debug for Rows<T> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.debug_list().entries(self).finish()
    }
}

impl<T: Named + Serialize> Serialize for Rows<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(self)
    }
}

impl<'de, T: Named> Deserialize<'de> for Rows<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Vec::deserialize(deserializer).map(Self::from)
    }
}
