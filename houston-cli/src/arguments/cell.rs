//! Cells of rows.

use std::borrow::Cow;

use super::raw::{Origin, RawArgument};
use super::written::Written;
use crate::terminal::text::short;

/// A cell of a row. It is data: nothing in it is a source, a look-up or a template.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) enum Cell {
    /// Nothing is given.
    #[default]
    Absent,
    /// A text, which is read as the type of its argument says.
    Text(String),
    /// A value of JSON or YAML.
    Written(Written),
}

impl Cell {
    /// Adds it to what is given for a value.
    pub(super) fn add_to(&self, given: &mut RawArgument) {
        match self {
            Cell::Absent => return,
            Cell::Text(text) => given.texts.push(text.clone()),
            Cell::Written(written) => given.json.push(written.clone().data()),
        }
        given.origin = given.origin.and(Origin::Cell);
    }

    /// The text that a template gets.
    ///
    /// # Errors
    ///
    /// Fails if it has no text; `name` is that of its column.
    pub(crate) fn text(&self, name: &str) -> Result<Cow<'_, str>, String> {
        let none = |is: &str| Err(format!("column `{}` {is} in this row", short(name)));
        match self {
            Cell::Absent | Cell::Written(Written::Null) => none("is empty"),
            Cell::Text(text) => Ok(text.into()),
            Cell::Written(Written::Bool(is, None)) => Ok(is.to_string().into()),
            Cell::Written(written) => match written.as_text() {
                Some(text) => Ok(text.into()),
                None => none(&format!("is {}, which cannot be part of a text,", written.kind())),
            },
        }
    }

    /// Whether it would be a look-up in a flag.
    pub(super) fn begins_with(&self, prefix: &str) -> bool {
        match self {
            Cell::Text(text) | Cell::Written(Written::Text(text)) => text.starts_with(prefix),
            _ => false,
        }
    }
}
