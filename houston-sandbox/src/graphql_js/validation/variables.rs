//! Variables: how they are defined, and where they are used.

use std::collections::HashMap;

use apollo_compiler::Node;
use apollo_compiler::ast::{Definition, OperationDefinition, Value};
use apollo_compiler::parser::SourceSpan;

use super::{Validator, types};

impl<'d> Validator<'d> {
    /// Finds the uses of variables in fragments, which operations are judged by before the fragments are met.
    pub(super) fn collect_usages(&mut self) {
        let document = self.document;
        for definition in &document.definitions {
            if let Definition::FragmentDefinition(fragment) = definition {
                self.usages.clear();
                self.fragment_body(fragment);
                self.fragment_usages.insert(&fragment.name, std::mem::take(&mut self.usages));
            }
        }
        self.errors.clear();
    }

    pub(super) fn variable_definitions(&mut self, operation: &'d Node<OperationDefinition>) {
        let mut known: HashMap<&str, Option<SourceSpan>> = HashMap::new();
        for variable in &operation.variables {
            let (name, ty) = (&variable.name, &variable.ty);
            let named = self.schema.types.get(ty.inner_named_type());
            if named.is_some_and(|named| !types::is_input(named)) {
                let text = format!("Variable \"${name}\" cannot be non-input type \"{ty}\".");
                self.report(text, &[ty.location()]);
            }
            // Its name is met after the definition, and its type after that.
            match known.get(name.as_str()) {
                Some(first) => {
                    let text = format!("There can be only one variable named \"{name}\".");
                    self.report(text, &[*first, name.location()]);
                }
                None => {
                    known.insert(name, name.location());
                }
            }
            self.known_type(ty.inner_named_type());
            if let Some(default) = &variable.default_value {
                let known = named.map(|_| &**ty);
                self.value(known, false, default);
            }
            self.directives(&variable.directives, "VARIABLE_DEFINITION");
        }
        self.usages.clear();
    }

    /// What can be said once all of an operation has been seen.
    pub(super) fn leave_operation(&mut self, operation: &'d Node<OperationDefinition>) {
        let mut usages = std::mem::take(&mut self.usages);
        for fragment in self.reachable(&operation.selection_set) {
            usages.extend(
                self.fragment_usages.get(fragment.name.as_str()).into_iter().flatten().cloned(),
            );
        }
        let definitions: HashMap<&str, _> =
            operation.variables.iter().map(|one| (one.name.as_str(), one)).collect();
        for usage in &usages {
            if !definitions.contains_key(usage.name) {
                let by = operation
                    .name
                    .as_ref()
                    .map(|name| format!(" by operation \"{name}\""))
                    .unwrap_or_default();
                let text = format!("Variable \"${}\" is not defined{by}.", usage.name);
                self.report(text, &[usage.place, operation.location()]);
            }
        }
        for variable in &operation.variables {
            if !usages.iter().any(|usage| variable.name == usage.name) {
                let within = operation
                    .name
                    .as_ref()
                    .map(|name| format!(" in operation \"{name}\""))
                    .unwrap_or_default();
                let text = format!("Variable \"${}\" is never used{within}.", variable.name);
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
                stands_in && types::is_sub_type(ty, &expected.clone().nullable())
            } else {
                types::is_sub_type(ty, expected)
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
