//! The values that a document of the user writes: they are checked like those of flags, and are never changed.

use houston_client::arguments::Arguments;
use houston_client::schema::{Operation, Scalar, Schema, TypeKind};
use houston_codegen::document::{Executable, Given, Literal};
use serde_json::Value;

use super::place::Place;
use super::problem::Problem;
use super::read;
use super::source::{FIND, for_document};
use super::written::Written;
use crate::terminal::text::plain;

/// The problems of the values in a document, with the values of its variables.
pub(crate) fn problems(
    schema: &Schema,
    document: &Executable,
    variables: &Arguments,
) -> Vec<Problem> {
    let values = Values { document, variables };
    document.given.iter().flat_map(|given| of_argument(schema, given, &values)).collect()
}

/// The operations that a document calls, each with its key and the values that can be read.
pub(crate) fn calls<'s>(
    schema: &'s Schema,
    document: &Executable,
    variables: &Arguments,
) -> Vec<(String, &'s Operation, Arguments)> {
    let values = Values { document, variables };
    let mut calls: Vec<(String, &Operation, Arguments)> = Vec::new();
    for given in &document.given {
        let Some(row) = schema.operation_of(document.kind, &given.field) else { continue };
        let Some(argument) = row.argument(&given.name) else { continue };
        let Some(written) = values.written(&given.value) else { continue };
        let place = Place::flag(String::new(), argument);
        let Ok((value, _)) = read::check(schema, row, &place, argument, &written, true) else {
            continue;
        };
        if calls.last().is_none_or(|(key, ..)| *key != given.key) {
            calls.push((given.key.clone(), row, Arguments::new()));
        }
        if let Some((_, _, arguments)) = calls.last_mut() {
            arguments.set(given.name.clone(), argument.ty.clone(), value);
        }
    }
    calls
}

fn of_argument(schema: &Schema, given: &Given, values: &Values<'_>) -> Vec<Problem> {
    let operation = schema.operation_of(values.document.kind, &given.field);
    // What the schema does not know is checked against it elsewhere.
    let Some(operation) = operation else { return Vec::new() };
    let Some(argument) = operation.argument(&given.name) else { return Vec::new() };
    let Some(written) = values.written(&given.value) else { return Vec::new() };
    let place = Place::flag(format!("{}.{}", plain(&given.key), plain(&given.name)), argument);
    let has_variables = given.value.has_variables();
    let place = if has_variables { place.hidden() } else { place };
    let ty = schema.type_named(argument.type_ref().name());
    let is_json = ty.is_none_or(|ty| ty.kind == TypeKind::Scalar && ty.scalar == Scalar::Json);
    if is_json && has_name(&given.value) {
        let what = "a name without quotes is not JSON; write it in double quotes";
        return vec![place.problem(what)];
    }
    match read::check(schema, operation, &place, argument, &written, !is_json) {
        Err(problems) => problems,
        Ok((_, lookups)) if !lookups.is_empty() && !has_variables => {
            vec![place.problem(format_args!("`{FIND}` works only in the value of a variable"))]
        }
        Ok(_) if ty.is_some_and(|ty| ty.name == "ID") => Vec::new(),
        Ok((value, _)) => {
            let mut problems = Vec::new();
            compare(&place, &written, &value, &mut problems);
            problems
        }
    }
}

/// Whether a name without quotes is in it.
fn has_name(literal: &Literal) -> bool {
    match literal {
        Literal::Name(_) => true,
        Literal::List(items) => items.iter().any(has_name),
        Literal::Object(fields) => fields.iter().any(|(_, value)| has_name(value)),
        _ => false,
    }
}

/// Records where a value would have to be written in another form.
fn compare(place: &Place, written: &Written, value: &Value, problems: &mut Vec<Problem>) {
    match (written, value) {
        (Written::List(items), Value::Array(values)) => {
            for (index, (item, value)) in items.iter().zip(values).enumerate() {
                compare(&place.item(index), item, value, problems);
            }
        }
        (Written::Object(fields), Value::Object(values)) => {
            for (name, field) in fields {
                if let Some(value) = values.get(name) {
                    compare(&place.part(name, false), field, value, problems);
                }
            }
        }
        (Written::Number(_), Value::String(_)) => {
            problems.push(place.problem("a number is given here; give text, in double quotes"));
        }
        (Written::Text(_), Value::Number(_)) => {
            problems.push(place.problem("text is given here; give a number, without quotes"));
        }
        _ => {}
    }
}

/// The values of variables.
struct Values<'d> {
    document: &'d Executable,
    variables: &'d Arguments,
}

impl Values<'_> {
    /// The value as it is sent. None for a variable without a value.
    fn written(&self, literal: &Literal) -> Option<Written> {
        Some(match literal {
            Literal::Null => Written::Null,
            Literal::Bool(value) => Written::Bool(*value, None),
            Literal::Number(text) => Written::Number(text.clone()),
            Literal::Text(text) | Literal::Name(text) => Written::Text(for_document(text.clone())),
            Literal::List(items) => {
                let items = items.iter().map(|item| self.written(item).unwrap_or(Written::Null));
                Written::List(items.collect())
            }
            Literal::Object(fields) => {
                let fields = fields.iter();
                let fields =
                    fields.filter_map(|(name, value)| Some((name.clone(), self.written(value)?)));
                Written::Object(fields.collect())
            }
            Literal::Variable(name) => {
                return match self.variables.value(name) {
                    Some(value) => Some(Written::from(value.clone()).data()),
                    None => {
                        let mut variables = self.document.variables.iter();
                        let declared = variables.find(|variable| variable.name == *name)?;
                        self.written(declared.default_value.as_ref()?)
                    }
                };
            }
        })
    }
}
