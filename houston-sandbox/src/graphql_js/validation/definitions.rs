//! Operations and fragments.

use std::collections::{HashMap, HashSet};

use apollo_compiler::Node;
use apollo_compiler::ast::{Definition, FragmentDefinition, OperationDefinition};
use apollo_compiler::parser::SourceSpan;

use super::{Validator, types};
use crate::graphql_js::suggestion;

/// The name of a spread fragment, and the place of the spread.
type Spread<'d> = (&'d str, Option<SourceSpan>);

impl<'d> Validator<'d> {
    pub(super) fn definitions(&mut self) {
        let document = self.document;
        let mut operations = HashMap::new();
        let mut fragments = HashMap::new();
        let mut visited = Vec::new();
        for definition in &document.definitions {
            match definition {
                Definition::OperationDefinition(operation) => {
                    if let Some(name) = &operation.name {
                        self.only_one("operation", name, &mut operations);
                    }
                    self.operation(operation);
                }
                Definition::FragmentDefinition(fragment) => {
                    self.only_one("fragment", &fragment.name, &mut fragments);
                    self.cycles(fragment, &mut visited);
                    self.fragment_body(fragment);
                }
                _ => {}
            }
        }
        self.unused_fragments();
    }

    pub(super) fn only_one(
        &mut self,
        what: &str,
        name: &'d apollo_compiler::Name,
        known: &mut HashMap<&'d str, Option<SourceSpan>>,
    ) {
        match known.get(name.as_str()) {
            Some(first) => {
                let text = format!("There can be only one {what} named \"{name}\".");
                self.report(text, &[*first, name.location()]);
            }
            None => {
                known.insert(name, name.location());
            }
        }
    }

    fn operation(&mut self, operation: &'d Node<OperationDefinition>) {
        self.usages.clear();
        self.variable_definitions(operation);
        self.directives(&operation.directives);
        let root = self.schema.root_operation(operation.operation_type);
        self.selections(root.map(|root| root.as_str()), &operation.selection_set);
        self.leave_operation(operation);
    }

    pub(super) fn fragment_body(&mut self, fragment: &'d Node<FragmentDefinition>) {
        self.known_type(&fragment.type_condition);
        self.directives(&fragment.directives);
        let parent = self.composite(&fragment.type_condition);
        self.selections(parent, &fragment.selection_set);
    }

    /// Reports an unknown type.
    pub(super) fn known_type(&mut self, name: &apollo_compiler::Name) {
        if !self.schema.types.contains_key(name) {
            let meant = suggestion::quoted(name, types::names(self.schema).into_iter());
            self.report(format!("Unknown type \"{name}\".{meant}"), &[name.location()]);
        }
    }

    /// Returns the name if its type can have selections.
    pub(super) fn composite(&self, name: &'d str) -> Option<&'d str> {
        self.schema.types.get(name).filter(|ty| types::is_composite(ty)).map(|_| name)
    }

    /// Reports a fragment that spreads itself, directly or through others.
    fn cycles(&mut self, from: &'d Node<FragmentDefinition>, visited: &mut Vec<&'d str>) {
        let mut path: Vec<Spread<'d>> = Vec::new();
        // For each fragment on the way: its name, its spreads, and the number of visited ones.
        let mut way: Vec<(&'d str, Vec<Spread<'d>>, usize)> = Vec::new();
        if visited.contains(&from.name.as_str()) {
            return;
        }
        visited.push(&from.name);
        way.push((&from.name, spreads(&from.selection_set), 0));
        while let Some((_, found, done)) = way.last_mut() {
            let Some(&(name, place)) = found.get(*done) else {
                way.pop();
                path.pop();
                continue;
            };
            *done += 1;
            path.push((name, place));
            if let Some(index) = way.iter().position(|(on_way, ..)| *on_way == name) {
                let cycle = &path[index..];
                let via: Vec<&str> =
                    cycle[..cycle.len() - 1].iter().map(|(name, _)| *name).collect();
                let via = match via.as_slice() {
                    [] => String::new(),
                    names => format!(" via {}", names.join(", ")),
                };
                let places: Vec<_> = cycle.iter().map(|(_, place)| *place).collect();
                let text = format!("Cannot spread fragment \"{name}\" within itself{via}.");
                self.report(text, &places);
                path.pop();
            } else if let Some(next) = self.fragments.get(name).copied()
                && !visited.contains(&name)
            {
                visited.push(name);
                way.push((name, spreads(&next.selection_set), 0));
            } else {
                path.pop();
            }
        }
    }

    /// Returns the fragments that selections use, directly or through others.
    pub(super) fn reachable(
        &self,
        selections: &'d [apollo_compiler::ast::Selection],
    ) -> Vec<&'d Node<FragmentDefinition>> {
        let mut found: Vec<&'d Node<FragmentDefinition>> = Vec::new();
        let mut names = HashSet::new();
        let mut waiting = vec![selections];
        while let Some(set) = waiting.pop() {
            for (name, _) in spreads(set) {
                if names.insert(name)
                    && let Some(fragment) = self.fragments.get(name).copied()
                {
                    found.push(fragment);
                    waiting.push(&fragment.selection_set);
                }
            }
        }
        found
    }

    fn unused_fragments(&mut self) {
        let definitions = self.document.definitions.iter();
        let operations = definitions.clone().filter_map(Definition::as_operation_definition);
        let reached = operations.flat_map(|operation| self.reachable(&operation.selection_set));
        let used: HashSet<&str> = reached.map(|fragment| fragment.name.as_str()).collect();
        for fragment in definitions.filter_map(Definition::as_fragment_definition) {
            if !used.contains(fragment.name.as_str()) {
                let text = format!("Fragment \"{}\" is never used.", fragment.name);
                self.report(text, &[fragment.location()]);
            }
        }
    }
}

/// Returns the direct spreads in selections.
fn spreads(selections: &[apollo_compiler::ast::Selection]) -> Vec<Spread<'_>> {
    use apollo_compiler::ast::Selection;
    let mut found = Vec::new();
    let mut waiting = vec![selections];
    while let Some(set) = waiting.pop() {
        for selection in set {
            match selection {
                Selection::FragmentSpread(spread) => {
                    found.push((spread.fragment_name.as_str(), spread.location()));
                }
                Selection::Field(field) => waiting.push(&field.selection_set),
                Selection::InlineFragment(fragment) => waiting.push(&fragment.selection_set),
            }
        }
    }
    found
}
