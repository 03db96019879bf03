//! The given values of a call, compared with those of an object.

use std::fmt;
use std::mem::discriminant;

use houston_client::arguments::{Argument, Arguments};
use houston_client::schema::{Field, Operation, Schema, Type};
use serde_json::Value;

use crate::terminal::text::{plain, short, words_of};

/// A value that was given, and the field of the object that holds it.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Given<'a> {
    field: &'a Field,
    value: &'a Value,
}

/// A value that is not the given one.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Difference {
    path: String,
    wanted: String,
    found: String,
}

impl fmt::Display for Difference {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Difference { path, wanted, found } = self;
        write!(formatter, "{path} is {found}, and {wanted} was given")
    }
}

/// The given values that a call's own answer shows otherwise.
pub(crate) fn lost(
    schema: &Schema,
    operation: &Operation,
    arguments: &Arguments,
    answer: &Value,
) -> Vec<Difference> {
    let Some(ty) = schema.type_named(operation.type_ref().name()) else { return Vec::new() };
    let given = asked(schema, ty, operation, arguments);
    let shown = given.iter().filter(|given| operation.can_answer(&given.field.name));
    shown.filter_map(|given| given.differences(answer)).flatten().collect()
}

/// The given values to find an object by, of those that an object of this type can show. What the server may replace is
/// not compared, nor what it ignores.
pub(crate) fn given<'a>(
    schema: &Schema,
    ty: &'a Type,
    operation: &Operation,
    arguments: &'a Arguments,
) -> Vec<Given<'a>> {
    let is_kept = |given: &Given<'_>| {
        let name = &given.field.name;
        let mut losses = operation.losses.iter();
        !operation.ignored.contains(name) && !losses.any(|loss| loss.given.as_ref() == Some(name))
    };
    asked(schema, ty, operation, arguments).into_iter().filter(is_kept).collect()
}

/// The given values that an object of this type can show: arguments, and keys of a payload, with the name of a field.
/// Secrets are not compared.
fn asked<'a>(
    schema: &Schema,
    ty: &'a Type,
    operation: &Operation,
    arguments: &'a Arguments,
) -> Vec<Given<'a>> {
    let is_compared = |set: &&Argument| !operation.secrets.iter().any(|name| *name == *set.name);
    let mut given = Vec::new();
    for set in arguments.iter().filter(is_compared) {
        let shape = operation.argument(&set.name).and_then(|argument| argument.shape.as_ref());
        let shape = shape.and_then(|shape| schema.shape_named(shape));
        match (ty.field(&set.name), set.value.as_object()) {
            (Some(field), _) => given.push(Given { field, value: &set.value }),
            (None, Some(object)) => {
                let is_known = |key: &str| {
                    let keys = shape.iter().flat_map(|shape| &shape.input_fields);
                    keys.into_iter().any(|known| known.name == key)
                };
                let known = object.iter().filter(|(key, _)| is_known(key));
                given.extend(
                    known.filter_map(|(key, value)| Some(Given { field: ty.field(key)?, value })),
                );
            }
            (None, None) => {}
        }
    }
    given
}

impl Given<'_> {
    /// The fields to select for the comparison, as for `--fields`.
    pub(crate) fn fields(&self, schema: &Schema) -> Vec<String> {
        paths(schema, self.field, self.value)
    }

    /// The differences from an object's value; `None` if the object does not show it, or shows it in another form.
    pub(crate) fn differences(&self, object: &Value) -> Option<Vec<Difference>> {
        let mut differences = Vec::new();
        let found = object.get(&*self.field.name)?;
        compare(&plain(&self.field.name), self.value, found, &mut differences)?;
        Some(differences)
    }
}

fn paths(schema: &Schema, field: &Field, value: &Value) -> Vec<String> {
    let Some(ty) = schema.type_named(field.type_ref().name()) else { return Vec::new() };
    if ty.kind.is_leaf() {
        return vec![field.name.clone()];
    }
    let keys = value.as_object().into_iter().flatten();
    let below = keys.filter_map(|(key, value)| Some(paths(schema, ty.field(key)?, value)));
    let below: Vec<String> = below.flatten().map(|path| format!("{}.{path}", field.name)).collect();
    // Null was given for the object.
    if below.is_empty() && !ty.fields.is_empty() { vec![field.name.clone()] } else { below }
}

/// Adds the differences. An object may have more keys than were given, and lists are compared without their order.
/// `None` if the values cannot be compared.
fn compare(path: &str, wanted: &Value, found: &Value, to: &mut Vec<Difference>) -> Option<()> {
    match (wanted, found) {
        (Value::Object(wanted), Value::Object(found)) => {
            for (key, value) in wanted {
                let path = format!("{path}.{}", short(key));
                compare(&path, value, found.get(key).unwrap_or(&Value::Null), to)?;
            }
        }
        _ if is_same(wanted, found) => {}
        _ if !is_comparable(wanted, found) => return None,
        _ => {
            let shown = |value: &Value| match value {
                value if has_no_value(value) && !value.is_boolean() && !value.is_number() => {
                    "empty".to_owned()
                }
                value => short(&words_of(value)),
            };
            to.push(Difference {
                path: path.to_owned(),
                wanted: shown(wanted),
                found: shown(found),
            });
        }
    }
    Some(())
}

/// Whether two values can prove that one is not the other. Servers show some values in another form than they take
/// them (sizes, addresses in lower case).
fn is_comparable(wanted: &Value, found: &Value) -> bool {
    match (wanted, found) {
        (Value::String(wanted), Value::String(found)) => !wanted.eq_ignore_ascii_case(found),
        (Value::Null, _) | (_, Value::Null) => true,
        (wanted, found) => discriminant(wanted) == discriminant(found),
    }
}

fn is_same(wanted: &Value, found: &Value) -> bool {
    match (wanted, found) {
        (Value::Array(wanted), Value::Array(found)) => {
            let is_in = |list: &[Value], one: &Value| list.iter().any(|other| is_same(one, other));
            wanted.len() == found.len()
                && wanted.iter().all(|one| is_in(found, one))
                && found.iter().all(|one| is_in(wanted, one))
        }
        (Value::Number(wanted), Value::Number(found)) => {
            wanted == found || wanted.as_f64() == found.as_f64()
        }
        // Servers leave out what has no value.
        (one, Value::Null) | (Value::Null, one) => has_no_value(one),
        (wanted, found) => wanted == found,
    }
}

fn has_no_value(value: &Value) -> bool {
    match value {
        Value::Null | Value::Bool(false) => true,
        Value::Number(number) => number.as_f64() == Some(0.0),
        Value::String(text) => text.is_empty(),
        Value::Array(items) => items.is_empty(),
        Value::Object(fields) => fields.values().all(has_no_value),
        Value::Bool(true) => false,
    }
}

#[cfg(test)]
mod tests {
    use houston_client::SCHEMA;
    use houston_client::arguments::Arguments;
    use serde_json::{Value, json};

    use super::given;

    fn compared(operation: &str, arguments: Value, object: &Value) -> (Vec<String>, Vec<String>) {
        let operation = SCHEMA.operation(operation).unwrap();
        let mut set = Arguments::new();
        for (name, value) in arguments.as_object().unwrap() {
            set.set(name.clone(), "T", value.clone());
        }
        let ty = SCHEMA.type_named("Deployment").unwrap();
        let given = given(&SCHEMA, ty, operation, &set);
        let fields = given.iter().flat_map(|one| one.fields(&SCHEMA)).collect();
        let differences = given.iter().filter_map(|one| one.differences(object)).flatten();
        (fields, differences.map(|one| one.to_string()).collect())
    }

    #[test]
    fn only_what_was_given_is_compared() {
        let arguments = json!({
            "label": "a",
            "releaseName": "b",
            "workspaceUuid": "w",
            "executor": "LocalExecutor",
            "scheduler": {"replicas": 2, "resources": {"limits": {"cpu": "1"}}},
            "config": {"executor": "LocalExecutor"},
            "properties": {"extra_au": 0, "alert_emails": ["x", "y"]},
        });
        let object = json!({
            "label": "a",
            "releaseName": "c",
            "executor": "CeleryExecutor",
            "scheduler": {"replicas": 1, "resources": {"limits": {"cpu": "1", "memory": "2"}}},
            "config": {"executor": "CeleryExecutor", "x": 1},
            "properties": {"alert_emails": ["y", "x"]},
        });
        let (fields, differences) = compared("createDeployment", arguments, &object);
        insta::assert_debug_snapshot!((fields.join(" "), differences), @r#"
        (
            "label executor scheduler.replicas scheduler.resources.limits.cpu config properties",
            [
                "executor is CeleryExecutor, and LocalExecutor was given",
                "scheduler.replicas is 1, and 2 was given",
                "config.executor is CeleryExecutor, and LocalExecutor was given",
            ],
        )
        "#);
    }

    #[test]
    fn keys_of_a_payload_are_compared() {
        let payload = json!({"payload": {"label": "a", "description": "", "nope": 1}});
        let same = json!({"label": "a", "description": null});
        assert_eq!(compared("updateDeployment", payload.clone(), &same).1, [""; 0]);
        let other = compared("updateDeployment", payload, &json!({"label": "b"}));
        assert_eq!(other.0, ["label", "description"]);
        assert_eq!(other.1, ["label is b, and a was given"]);
    }
}
