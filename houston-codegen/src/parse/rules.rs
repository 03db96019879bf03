//! Rules of the specification that apollo-compiler does not check.

use std::collections::HashMap;

use super::syntax::{Document, InputValue, Name, TypeRef, Value};
use crate::source::{Diagnostic, Source};

/// Returns everything that breaks one of these rules.
pub(super) fn broken(source: &Source<'_>, document: &Document) -> Vec<Diagnostic> {
    let mut inputs: HashMap<&str, HashMap<&str, &TypeRef>> = HashMap::new();
    for ty in &document.types {
        let fields = ty.input_fields.iter().map(|field| (field.name.text.as_str(), &field.ty));
        inputs.entry(&ty.name.text).or_default().extend(fields);
    }
    let mut rules = Rules { source, inputs, broken: Vec::new() };
    for ty in &document.types {
        for field in &ty.fields {
            rules.ty(&field.name, &field.ty);
            rules.values(&field.arguments);
        }
        rules.values(&ty.input_fields);
        if let Some(member) = ty.members.iter().find(|member| is_introspection(member)) {
            rules.introspection(&ty.name, member);
        }
    }
    for directive in &document.directives {
        rules.values(&directive.arguments);
    }
    rules.broken
}

struct Rules<'d> {
    source: &'d Source<'d>,
    /// The types of the fields of input objects.
    inputs: HashMap<&'d str, HashMap<&'d str, &'d TypeRef>>,
    broken: Vec<Diagnostic>,
}

impl Rules<'_> {
    fn values(&mut self, values: &[InputValue]) {
        for InputValue { name, ty, default, .. } in values {
            self.ty(name, ty);
            let Some(default) = default else { continue };
            if let Some((path, wanted)) = self.null(ty, default) {
                let message = format!(
                    "the default of `{}` is null{path}, but the type `{wanted}` does not allow null",
                    name.text
                );
                self.broken.push(self.source.error(name.offset, message));
            }
        }
    }

    /// The place of a null whose type does not allow it, and that type
    /// ([section 3.6.1](https://spec.graphql.org/October2021/#sec-Field-Arguments.Type-Validation)).
    fn null(&self, ty: &TypeRef, value: &Value) -> Option<(String, String)> {
        match (ty, value) {
            (TypeRef::NonNull(_), Value::Null) => Some((String::new(), ty.to_string())),
            (TypeRef::NonNull(ty), value) => self.null(ty, value),
            (TypeRef::List(item), Value::List(values)) => {
                values.iter().enumerate().find_map(|(index, value)| {
                    within(&format!("item {index}"), self.null(item, value))
                })
            }
            // A single value counts as a list of one.
            (TypeRef::List(item), value) if *value != Value::Null => self.null(item, value),
            (TypeRef::Named(name), Value::Object(fields)) => {
                let types = self.inputs.get(name.as_str())?;
                fields.iter().find_map(|(name, value)| {
                    let ty = types.get(name.as_str())?;
                    within(&format!("field `{name}`"), self.null(ty, value))
                })
            }
            _ => None,
        }
    }

    fn ty(&mut self, name: &Name, ty: &TypeRef) {
        if is_introspection(ty.name()) {
            self.introspection(name, ty.name());
        }
    }

    fn introspection(&mut self, name: &Name, ty: &str) {
        let message = format!(
            "`{}` names `{ty}`, which is reserved for introspection: names that begin with `__` belong to the specification",
            name.text
        );
        self.broken.push(self.source.error(name.offset, message));
    }
}

fn is_introspection(name: &str) -> bool {
    name.starts_with("__")
}

/// Adds one step to the path.
fn within(step: &str, found: Option<(String, String)>) -> Option<(String, String)> {
    found.map(|(path, ty)| (format!(" in {step}{path}"), ty))
}
