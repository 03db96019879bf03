//! Fields, inline fragments and directives.

use apollo_compiler::Node;
use apollo_compiler::ast::{Argument, Directive, Field, InputValueDefinition, Selection};
use apollo_compiler::parser::SourceSpan;
use apollo_compiler::schema::ExtendedType;

use super::{Validator, types};
use crate::graphql_js::suggestion;

impl<'d> Validator<'d> {
    /// `parent` is the type of the selections, if it is known.
    pub(super) fn selections(&mut self, parent: Option<&'d str>, selections: &'d [Selection]) {
        for selection in selections {
            match selection {
                Selection::Field(field) => self.field(parent, field),
                Selection::FragmentSpread(spread) => {
                    let name = &spread.fragment_name;
                    match self.fragments.get(name.as_str()).copied() {
                        None => {
                            self.report(
                                format!("Unknown fragment \"{name}\"."),
                                &[name.location()],
                            );
                        }
                        Some(fragment) => {
                            let condition = self.composite(&fragment.type_condition);
                            let whose = format!("Fragment \"{name}\"");
                            self.possible(&whose, parent, condition, spread.location());
                        }
                    }
                    self.directives(&spread.directives);
                }
                Selection::InlineFragment(fragment) => {
                    let condition = match &fragment.type_condition {
                        None => parent,
                        Some(name) => self.composite(name),
                    };
                    self.possible("Fragment", parent, condition, fragment.location());
                    if let Some(name) = &fragment.type_condition {
                        self.known_type(name);
                    }
                    self.directives(&fragment.directives);
                    self.selections(condition, &fragment.selection_set);
                }
            }
        }
    }

    fn possible(
        &mut self,
        whose: &str,
        parent: Option<&str>,
        condition: Option<&str>,
        place: Option<SourceSpan>,
    ) {
        if let (Some(parent), Some(condition)) = (parent, condition)
            && !types::overlap(self.schema, parent, condition)
        {
            let text = format!(
                "{whose} cannot be spread here as objects of type \"{parent}\" can never be of type \"{condition}\"."
            );
            self.report(text, &[place]);
        }
    }

    fn field(&mut self, parent: Option<&'d str>, field: &'d Node<Field>) {
        let schema = self.schema;
        let name = &field.name;
        let definition = parent.and_then(|parent| schema.type_field(parent, name).ok());
        if let Some(definition) = definition {
            let ty = &definition.ty;
            let named = schema.types.get(ty.inner_named_type());
            let is_leaf = named.is_some_and(ExtendedType::is_leaf);
            match field.selection_set.first() {
                Some(first) if is_leaf => {
                    let text = format!(
                        "Field \"{name}\" must not have a selection since type \"{ty}\" has no subfields."
                    );
                    let brace = first
                        .location()
                        .and_then(|span| self.source.get(..span.offset())?.rfind('{'));
                    self.errors
                        .push(super::Invalid { message: text, offsets: Vec::from_iter(brace) });
                }
                None if !is_leaf => {
                    let text = format!(
                        "Field \"{name}\" of type \"{ty}\" must have a selection of subfields. Did you mean \"{name} {{ ... }}\"?"
                    );
                    self.report(text, &[field.location()]);
                }
                _ => {}
            }
        }
        if let (Some(parent), None) = (parent, definition) {
            let known = match schema.types.get(parent) {
                Some(ExtendedType::Object(object)) => Some(&object.fields),
                Some(ExtendedType::Interface(interface)) => Some(&interface.fields),
                _ => None,
            };
            let known = known.into_iter().flat_map(|fields| fields.keys().map(|one| one.as_str()));
            let meant = suggestion::quoted(name, known);
            let text = format!("Cannot query field \"{name}\" on type \"{parent}\".{meant}");
            self.report(text, &[field.location()]);
        }
        if !self.may_introspect && matches!(name.as_str(), "__schema" | "__type") {
            let text = "GraphQL introspection is not allowed by Apollo Server, but the query contained __schema or \
                        __type. To enable introspection, pass introspection: true to ApolloServer in production";
            self.report(text.to_owned(), &[field.location()]);
        }
        let whose = || format!("field \"{name}\" of type \"{}\"", parent.unwrap_or_default());
        let taken = definition.map(|definition| definition.arguments.as_slice());
        self.arguments(whose, taken, &field.arguments);
        self.directives(&field.directives);
        let inner =
            definition.and_then(|definition| self.composite(definition.ty.inner_named_type()));
        self.selections(inner, &field.selection_set);
        for required in taken.into_iter().flatten().filter(|one| one.is_required()) {
            if !field.arguments.iter().any(|argument| argument.name == required.name) {
                let text = format!(
                    "Field \"{name}\" argument \"{}\" of type \"{}\" is required, but it was not provided.",
                    required.name, required.ty
                );
                self.report(text, &[field.location()]);
            }
        }
    }

    /// Checks the arguments of directives.
    pub(super) fn directives(&mut self, directives: &'d [Node<Directive>]) {
        let schema = self.schema;
        for directive in directives {
            let name = &directive.name;
            let definition = schema.directive_definitions.get(name);
            let taken = definition.map(|definition| definition.arguments.as_slice());
            self.arguments(|| format!("directive \"@{name}\""), taken, &directive.arguments);
        }
    }

    fn arguments(
        &mut self,
        whose: impl Fn() -> String,
        taken: Option<&'d [Node<InputValueDefinition>]>,
        arguments: &'d [Node<Argument>],
    ) {
        for (index, argument) in arguments.iter().enumerate() {
            let name = &argument.name;
            let definition = taken.and_then(|taken| taken.iter().find(|one| one.name == *name));
            if let (Some(taken), None) = (taken, definition) {
                let whose = whose();
                let meant = suggestion::quoted(name, taken.iter().map(|one| one.name.as_str()));
                let text = format!("Unknown argument \"{name}\" on {whose}.{meant}");
                self.report(text, &[argument.location()]);
            }
            if let Some(first) = arguments[..index].iter().find(|first| first.name == *name) {
                let text = format!("There can be only one argument named \"{name}\".");
                self.report(text, &[first.name.location(), name.location()]);
            }
            let ty = definition.map(|definition| (*definition.ty).clone());
            let has_default =
                definition.is_some_and(|definition| definition.default_value.is_some());
            self.value(ty.as_ref(), has_default, &argument.value);
        }
    }
}
