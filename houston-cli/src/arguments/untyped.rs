//! Values where any JSON is allowed: there is no type to check, but a number must not change.

use serde_json::{Map, Value};

use super::digits::{kept, unkept};
use super::place::Place;
use super::problem::Problem;
use super::source::in_document;
use super::written::Written;

/// The JSON that is sent, or none. Records each number that would change, with its path.
pub(super) fn value(place: &Place, written: Written, problems: &mut Vec<Problem>) -> Option<Value> {
    Some(match written {
        Written::Null => Value::Null,
        Written::Bool(value, _) => Value::Bool(value),
        Written::Text(text) => match in_document(&text) {
            Ok(text) => Value::from(text),
            Err(what) => {
                problems.push(place.problem(format_args!("the value is {what}")));
                return None;
            }
        },
        Written::Number(text) | Written::Plain(text) => match kept(&text) {
            Some(number) => Value::Number(number),
            None => {
                problems.push(place.bad(&text, unkept(&text)));
                return None;
            }
        },
        Written::List(items) => {
            let mut values = Vec::new();
            for (index, item) in items.into_iter().enumerate() {
                // Read every item, so that every problem is found.
                values.push(value(&place.item(index), item, problems));
            }
            Value::Array(values.into_iter().collect::<Option<_>>()?)
        }
        Written::Object(fields) => {
            let mut values = Vec::new();
            for (name, field) in fields {
                let field = value(&place.part(&name, false), field, problems);
                values.push(field.map(|field| (name, field)));
            }
            Value::Object(values.into_iter().collect::<Option<Map<_, _>>>()?)
        }
    })
}
