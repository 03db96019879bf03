//! What generated enums and scalars have in common: they are text on the wire.

use std::fmt;

use serde::de::Visitor;

/// An enum of a schema. A value that the schema does not have is kept as text and written back as it came.
pub trait EnumType: Sized {
    /// The value of this name.
    fn from_name(name: &str) -> Self;

    /// The value's name in GraphQL.
    fn name(&self) -> &str;
}

/// Reads text through a function.
#[doc(hidden)]
#[derive(Debug)]
pub struct Text<F>(pub F);

impl<T, F: FnOnce(&str) -> T> Visitor<'_> for Text<F> {
    type Value = T;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("text")
    }

    fn visit_str<E>(self, text: &str) -> Result<T, E> {
        Ok((self.0)(text))
    }
}
