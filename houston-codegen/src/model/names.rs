//! Converts GraphQL names to Rust identifiers, one pass for each scope.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

use heck::{ToSnakeCase, ToUpperCamelCase};

use crate::keyword;

/// A name that had to change in Rust.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Renamed {
    /// The schema coordinate: `Type.field(argument)`.
    pub graphql: String,
    /// Its Rust identifier, without `r#`.
    pub rust: String,
    /// The identifier that it would have if that were not a keyword or taken by another name in its scope.
    pub wanted: String,
}

/// Prints the Rust name and the reason.
impl fmt::Display for Renamed {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Renamed { graphql, rust, wanted } = self;
        let why = if keyword::is_no_name(wanted) { "a Rust keyword" } else { "taken" };
        write!(formatter, "`{graphql}` is `{rust}` in Rust: `{wanted}` is {why}")
    }
}

/// Variants of enums.
pub(super) fn variant_case(name: &str) -> String {
    with_underscores(name, ToUpperCamelCase::to_upper_camel_case)
}

/// Type names. A name that follows Rust's convention for types stays unchanged: `JSON`.
pub(super) fn type_case(name: &str) -> String {
    if name.starts_with(|first: char| first.is_ascii_uppercase()) && !name.contains('_') {
        return name.to_owned();
    }
    variant_case(name)
}

/// Functions, fields, constants and modules.
pub(super) fn snake_case(name: &str) -> String {
    with_underscores(name, ToSnakeCase::to_snake_case)
}

/// Keeps leading underscores (`_id` and `id` are two names); a name that would be empty, or no
/// identifier, begins with one.
fn with_underscores(name: &str, convert: impl Fn(&str) -> String) -> String {
    let rest = name.trim_start_matches('_');
    let mut converted = "_".repeat(name.len() - rest.len()) + &convert(rest);
    if converted == "_" || converted.starts_with(|first: char| first.is_ascii_digit()) {
        converted.insert(0, '_');
    }
    converted
}

/// Names that share a namespace.
#[derive(Debug, Default)]
pub(super) struct Scope {
    taken: BTreeSet<String>,
}

impl Scope {
    /// Creates a scope in which these identifiers are already taken.
    pub(super) fn reserving(names: &[&str]) -> Self {
        Scope { taken: names.iter().map(|name| (*name).to_owned()).collect() }
    }

    /// Returns an identifier for each name, in the given order. See [`Self::settle`].
    pub(super) fn assign<'n>(
        &mut self,
        names: impl IntoIterator<Item = &'n str>,
        convert: impl Fn(&str) -> String,
    ) -> Vec<String> {
        self.settle(names.into_iter().map(|name| (convert(name), name)))
    }

    /// Returns an identifier for each wanted one, in the given order. An identifier depends on the item's own name and
    /// on nothing that a schema can add: it is the wanted one, or one that no other item ever gets.
    ///
    /// What the scope already has gets an underscore, as keywords do. Items that want the same identifier all get their
    /// own names behind it, so that none of them is mistaken for another: `red` and `RED` are `Red__red` and `Red__RED`.
    /// A conversion never writes two underscores in the middle. Items that the generator adds have no own name.
    pub(super) fn settle<'n>(
        &mut self,
        wanted: impl IntoIterator<Item = (String, &'n str)>,
    ) -> Vec<String> {
        let free = |(wanted, own)| {
            let mut wanted = without_keyword(wanted);
            while self.taken.contains(&wanted) {
                wanted.push('_');
            }
            (wanted, own)
        };
        let wanted: Vec<(String, &str)> = wanted.into_iter().map(free).collect();
        let mut uses: BTreeMap<&str, usize> = BTreeMap::new();
        wanted.iter().for_each(|(wanted, _)| *uses.entry(wanted).or_default() += 1);
        let name = |(wanted, own): &(String, &str)| match uses[wanted.as_str()] {
            1 => wanted.clone(),
            _ => format!("{wanted}__{own}"),
        };
        let names: Vec<String> = wanted.iter().map(name).collect();
        self.taken.extend(names.iter().cloned());
        names
    }

    /// Takes an identifier.
    pub(super) fn take(&mut self, name: &str) {
        self.taken.insert(name.to_owned());
    }
}

/// Keywords that cannot be raw identifiers get an underscore; others become `r#type`.
fn without_keyword(name: String) -> String {
    if keyword::is_no_name(&name) { name + "_" } else { name }
}

#[cfg(test)]
mod tests {
    use super::{Scope, snake_case, type_case};

    #[test]
    fn case_follows_rust_and_keeps_what_fits() {
        for (graphql, snake, ty) in [
            ("workspaceUuid", "workspace_uuid", "WorkspaceUuid"),
            ("JSON", "json", "JSON"),
            ("SYSTEM_ADMIN", "system_admin", "SystemAdmin"),
            ("LocalExecutor", "local_executor", "LocalExecutor"),
            ("_id", "_id", "_Id"),
            ("_", "__", "__"),
            ("_1st", "_1st", "_1st"),
            ("canUpdateIAM", "can_update_iam", "CanUpdateIam"),
        ] {
            assert_eq!((snake_case(graphql).as_str(), type_case(graphql).as_str()), (snake, ty));
        }
    }

    #[test]
    fn what_is_added_never_gets_the_name_of_another_item() {
        assert_eq!(Scope::default().assign(["fooBar"], snake_case), ["foo_bar"]);
        let both = Scope::default().assign(["fooBar", "foo_bar"], snake_case);
        assert_eq!(both, ["foo_bar__fooBar", "foo_bar__foo_bar"]);
        let three = Scope::default().assign(["FooBar", "foo_bar", "fooBar"], snake_case);
        assert_eq!(three, ["foo_bar__FooBar", "foo_bar__foo_bar", "foo_bar__fooBar"]);
        let own =
            Scope::default().settle([("Payload".to_owned(), ""), ("Payload".to_owned(), "a")]);
        assert_eq!(own, ["Payload__", "Payload__a"]);
    }

    #[test]
    fn keywords_and_names_of_the_generator_get_an_underscore() {
        let names =
            Scope::reserving(&["select"]).assign(["self", "super", "type", "select"], snake_case);
        assert_eq!(names, ["self_", "super_", "type", "select_"]);
        let both = Scope::default().assign(["self", "self_"], snake_case);
        assert_eq!(both, ["self___self", "self___self_"]);
    }
}
