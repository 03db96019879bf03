//! Variables inside literals of custom scalars, such as `payload: { label: $label }`.
//!
//! The executor inserts variables where the schema has a type. Inside a custom scalar it has none, and the executor
//! fails, while the server's library accepts any value.

use apollo_compiler::ast::{FloatValue, IntValue, Type, Value};
use apollo_compiler::executable::{Selection, SelectionSet};
use apollo_compiler::response::{JsonMap, JsonValue};
use apollo_compiler::schema::ExtendedType;
use apollo_compiler::{ExecutableDocument, Name, Node, Schema};

/// Inserts the values of variables into such literals.
pub(crate) fn fill_in(document: &mut ExecutableDocument, schema: &Schema, variables: &JsonMap) {
    let filler = Filler { schema, variables };
    for operation in
        document.operations.anonymous.iter_mut().chain(document.operations.named.values_mut())
    {
        filler.selections(&mut operation.make_mut().selection_set);
    }
    for fragment in document.fragments.values_mut() {
        filler.selections(&mut fragment.make_mut().selection_set);
    }
}

struct Filler<'f> {
    schema: &'f Schema,
    variables: &'f JsonMap,
}

impl Filler<'_> {
    fn selections(&self, set: &mut SelectionSet) {
        for selection in &mut set.selections {
            match selection {
                Selection::Field(field) => {
                    let field = field.make_mut();
                    for argument in &mut field.arguments {
                        let ty = field
                            .definition
                            .argument_by_name(&argument.name)
                            .map(|argument| &*argument.ty);
                        if ty.is_some_and(|ty| self.takes_anything(ty)) {
                            self.value(&mut argument.make_mut().value);
                        }
                    }
                    self.selections(&mut field.selection_set);
                }
                Selection::InlineFragment(fragment) => {
                    self.selections(&mut fragment.make_mut().selection_set)
                }
                Selection::FragmentSpread(_) => {}
            }
        }
    }

    fn takes_anything(&self, ty: &Type) -> bool {
        matches!(
            self.schema.types.get(ty.inner_named_type()),
            Some(ExtendedType::Scalar(scalar)) if !scalar.is_built_in()
        )
    }

    /// The executor inserts a variable that is the whole argument.
    fn value(&self, value: &mut Node<Value>) {
        match value.make_mut() {
            Value::List(items) => {
                for item in items {
                    self.nested(item);
                }
            }
            Value::Object(fields) => {
                // A field whose variable has no value counts as omitted.
                fields.retain(|(_, value)| {
                    value
                        .as_variable()
                        .is_none_or(|name| self.variables.contains_key(name.as_str()))
                });
                for (_, value) in fields {
                    self.nested(value);
                }
            }
            _ => {}
        }
    }

    fn nested(&self, value: &mut Node<Value>) {
        match value.as_variable() {
            Some(name) => {
                *value = self.variables.get(name.as_str()).map_or(Value::Null, literal).into()
            }
            None => self.value(value),
        }
    }
}

fn literal(value: &JsonValue) -> Value {
    match value {
        JsonValue::Null => Value::Null,
        JsonValue::Bool(value) => Value::Boolean(*value),
        JsonValue::Number(number) if number.is_f64() => {
            Value::Float(FloatValue::new_parsed(&number.to_string()))
        }
        JsonValue::Number(number) => Value::Int(IntValue::new_parsed(&number.to_string())),
        JsonValue::String(text) => Value::String(text.as_str().to_owned()),
        JsonValue::Array(items) => {
            Value::List(items.iter().map(|item| literal(item).into()).collect())
        }
        JsonValue::Object(fields) => {
            // JSON keys need not be valid names, and these are not used as names.
            let fields = fields
                .iter()
                .map(|(name, value)| (Name::new_unchecked(name.as_str()), literal(value).into()));
            Value::Object(fields.collect())
        }
    }
}
