//! An example as text, for readers. `emit` writes examples that are compiled.

use std::fmt;

use super::{Call, Example, Given, Value};
use crate::keyword::ident;

/// The longest line of a call that stays on one line.
const LONGEST: usize = 80;

impl Example {
    /// The call in Rust, with lines that are indented below the first.
    pub fn rust(&self) -> String {
        let Call { module, function, given } = &self.call;
        let call = format!("{}::{}()", ident(module), ident(function));
        let setters: Vec<String> = given.iter().map(|given| format!(".{given}")).collect();
        let one = format!("{call}{}", setters.concat());
        match one.len() <= LONGEST {
            true => one,
            false => format!("{call}\n    {}", setters.join("\n    ")),
        }
    }
}

impl fmt::Display for Call {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(to, "{}::{}()", ident(&self.module), ident(&self.function))?;
        self.given.iter().try_for_each(|given| write!(to, ".{given}"))
    }
}

impl fmt::Display for Given {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(to, "{}({})", ident(&self.setter), self.value)
    }
}

impl fmt::Display for Value {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Value::Object(call) => call.fmt(to),
            Value::OneOf { module, ty, given } => {
                write!(to, "{}::{}::{given}", ident(module), ident(ty))
            }
            Value::Enum { module, ty, variant, .. } => {
                write!(to, "{}::{}::{}", ident(module), ident(ty), ident(variant))
            }
            Value::List(item) => write!(to, "[{item}]"),
            Value::Plain(value) if value.is_object() => write!(to, "serde_json::json!({value})"),
            Value::Plain(value) => value.fmt(to),
            Value::Text(text) => write!(to, "{text:?}"),
        }
    }
}
