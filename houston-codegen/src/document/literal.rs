//! Values as a document writes them.

use apollo_compiler::ast::{Field, Value};

/// A value that a document writes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Literal {
    /// `null`.
    Null,
    /// True or false.
    Bool(bool),
    /// A number, with its digits.
    Number(String),
    /// A text.
    Text(String),
    /// A name without quotes: a value of an enum.
    Name(String),
    /// A variable, without `$`.
    Variable(String),
    /// A list.
    List(Vec<Literal>),
    /// An object, in the order of the document.
    Object(Vec<(String, Literal)>),
}

impl Literal {
    /// Reads a value of the syntax tree.
    pub(super) fn of(value: &Value) -> Self {
        match value {
            Value::Null => Literal::Null,
            Value::Boolean(value) => Literal::Bool(*value),
            Value::Int(number) => Literal::Number(number.as_str().to_owned()),
            Value::Float(number) => Literal::Number(number.as_str().to_owned()),
            Value::String(text) => Literal::Text(text.clone()),
            Value::Enum(name) => Literal::Name(name.to_string()),
            Value::Variable(name) => Literal::Variable(name.to_string()),
            Value::List(items) => Literal::List(items.iter().map(|item| Self::of(item)).collect()),
            Value::Object(fields) => {
                let fields = fields.iter().map(|(name, value)| (name.to_string(), Self::of(value)));
                Literal::Object(fields.collect())
            }
        }
    }

    /// Whether a variable is in it.
    pub fn has_variables(&self) -> bool {
        match self {
            Literal::Variable(_) => true,
            Literal::List(items) => items.iter().any(Self::has_variables),
            Literal::Object(fields) => fields.iter().any(|(_, value)| value.has_variables()),
            _ => false,
        }
    }
}

/// An argument that a document gives to a root field.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Given {
    /// The key of the field in the answer.
    pub key: String,
    /// The name of the field.
    pub field: String,
    /// The name of the argument.
    pub name: String,
    /// Its value.
    pub value: Literal,
}

impl Given {
    /// The arguments of a field.
    pub(super) fn of(field: &Field) -> impl Iterator<Item = Given> {
        field.arguments.iter().map(|argument| Given {
            key: field.response_name().to_string(),
            field: field.name.to_string(),
            name: argument.name.to_string(),
            value: Literal::of(&argument.value),
        })
    }
}
