//! Secrets in the variables of a call.

use houston_client::schema::{Argument, Merge, Operation, Schema, TypeKind};
use serde_json::{Map, Value};

/// The text in place of a value that is not shown.
pub(crate) const MASKED: &str = "***";

/// Variables with [`MASKED`] in place of secret arguments and input fields.
pub(crate) fn masked(
    schema: &Schema,
    operation: &Operation,
    variables: &Map<String, Value>,
) -> Value {
    replaced(variables, &secrets(schema, operation, variables), MASKED)
}

/// Variables with a text at each of these places.
pub(crate) fn replaced(variables: &Map<String, Value>, places: &[String], text: &str) -> Value {
    let mut replaced = Value::Object(variables.clone());
    for place in places {
        if let Some(value) = replaced.pointer_mut(place) {
            *value = text.into();
        }
    }
    replaced
}

/// JSON pointers to the secrets in a call's variables, in the order of the text.
pub(crate) fn secrets(
    schema: &Schema,
    operation: &Operation,
    variables: &Map<String, Value>,
) -> Vec<String> {
    let mut secrets = Secrets { schema, merge: operation.merge.as_ref(), found: Vec::new() };
    secrets.of_fields(&operation.arguments, variables, "", None);
    secrets.found
}

/// Whether an item is marked to show only its key.
pub(super) fn is_hidden(merge: &Merge, item: &Value) -> bool {
    merge.hides.as_ref().is_some_and(|field| item[&**field] == true)
}

struct Secrets<'s> {
    schema: &'s Schema,
    merge: Option<&'s Merge>,
    found: Vec<String>,
}

impl Secrets<'_> {
    /// Finds the secrets of an object. With `hiding`, it is an item that shows only its key.
    fn of_fields(
        &mut self,
        fields: &[Argument],
        values: &Map<String, Value>,
        above: &str,
        hiding: Option<&Merge>,
    ) {
        for (name, value) in values {
            let place = format!("{above}/{}", name.replace('~', "~0").replace('/', "~1"));
            let field = fields.iter().find(|field| field.name == *name);
            let is_shown =
                |merge: &Merge| *name == merge.key || merge.hides.as_deref() == Some(name);
            let is_secret = field.is_some_and(|field| field.secret)
                || hiding.is_some_and(|merge| !is_shown(merge));
            if is_secret && !value.is_null() {
                self.found.push(place);
            } else if let Some(field) = field {
                let is_merged = |merge: &&Merge| above.is_empty() && merge.argument == *name;
                let merge = self.merge.filter(is_merged);
                self.of_value(field.type_ref().name(), value, merge, &place);
            }
        }
    }

    fn of_value(&mut self, ty: &str, value: &Value, merge: Option<&Merge>, place: &str) {
        match value {
            Value::Array(items) => {
                for (index, item) in items.iter().enumerate() {
                    self.of_value(ty, item, merge, &format!("{place}/{index}"));
                }
            }
            Value::Object(values) => {
                let ty = self.schema.type_named(ty).filter(|ty| ty.kind == TypeKind::Input);
                let fields = ty.map_or(&[][..], |ty| &ty.input_fields);
                let hiding = merge.filter(|merge| is_hidden(merge, value));
                self.of_fields(fields, values, place, hiding);
            }
            _ => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use super::masked;
    use crate::schema::fixture::schema;
    use serde_json::json;

    #[test]
    fn secrets_are_masked_at_any_depth() {
        let schema = schema();
        let operation = schema.operation("createThing").unwrap();
        let variables = json!({
            "label": "a",
            "password": "hidden",
            "size": {"key": "hidden", "cpu": 1, "inner": {"key": "hidden"}},
            "sizes": [{"key": "hidden"}, null],
            "config": {"password": "not known to be secret"},
        });
        let shown = masked(&schema, operation, variables.as_object().unwrap());
        let expected = json!({
            "label": "a",
            "password": "***",
            "size": {"key": "***", "cpu": 1, "inner": {"key": "***"}},
            "sizes": [{"key": "***"}, null],
            "config": {"password": "not known to be secret"},
        });
        assert_eq!(shown, expected);
    }
}
