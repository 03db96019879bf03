//! Definitions and uses of variables.

use std::collections::HashMap;

use apollo_compiler::Node;
use apollo_compiler::ast::{Definition, OperationDefinition, Value};

use super::Validator;

impl<'d> Validator<'d> {
    /// Finds the uses of variables in fragments, which are needed for operations that come before their fragments.
    pub(super) fn collect_usages(&mut self) {
        let document = self.document;
        for fragment in document.definitions.iter().filter_map(Definition::as_fragment_definition) {
            self.usages.clear();
            self.fragment_body(fragment);
            self.fragment_usages.insert(&fragment.name, std::mem::take(&mut self.usages));
        }
        self.errors.clear();
    }

    pub(super) fn variable_definitions(&mut self, operation: &'d Node<OperationDefinition>) {
        let mut known = HashMap::new();
        for variable in &operation.variables {
            let (name, ty) = (&variable.name, &variable.ty);
            let named = self.schema.types.get(ty.inner_named_type());
            // The library visits the definition, then its name, then its type.
            self.only_one("variable", name, &mut known);
            self.known_type(ty.inner_named_type());
            if let Some(default) = &variable.default_value {
                let known = named.map(|_| &**ty);
                self.value(known, false, default);
            }
            self.directives(&variable.directives);
        }
        self.usages.clear();
    }

    /// Reports the errors that need the whole operation.
    pub(super) fn leave_operation(&mut self, operation: &'d Node<OperationDefinition>) {
        let mut usages = std::mem::take(&mut self.usages);
        for fragment in self.reachable(&operation.selection_set) {
            usages.extend(
                self.fragment_usages.get(fragment.name.as_str()).into_iter().flatten().cloned(),
            );
        }
        let definitions: HashMap<&str, _> =
            operation.variables.iter().map(|one| (one.name.as_str(), one)).collect();
        let name = operation.name.as_ref();
        let place = |preposition: &str| {
            name.map(|name| format!(" {preposition} operation \"{name}\"")).unwrap_or_default()
        };
        for usage in &usages {
            if !definitions.contains_key(usage.name) {
                let text = format!("Variable \"${}\" is not defined{}.", usage.name, place("by"));
                self.report(text, &[usage.place, operation.location()]);
            }
        }
        for variable in &operation.variables {
            if !usages.iter().any(|usage| variable.name == usage.name) {
                let text = format!("Variable \"${}\" is never used{}.", variable.name, place("in"));
                self.report(text, &[variable.location()]);
            }
        }
        for usage in &usages {
            let (Some(variable), Some(expected)) = (definitions.get(usage.name), &usage.ty) else {
                continue;
            };
            let ty = &*variable.ty;
            if !self.schema.types.contains_key(ty.inner_named_type()) {
                continue;
            }
            let stands_in = usage.has_default
                || variable.default_value.as_ref().is_some_and(|value| **value != Value::Null);
            let fits = if expected.is_non_null() && !ty.is_non_null() {
                stands_in && ty.is_assignable_to(&expected.clone().nullable())
            } else {
                ty.is_assignable_to(expected)
            };
            if !fits {
                let text = format!(
                    "Variable \"${}\" of type \"{ty}\" used in position expecting type \"{expected}\".",
                    usage.name
                );
                self.report(text, &[variable.location(), usage.place]);
            }
        }
    }
}
