//! Converts GraphQL names to Rust identifiers, one pass for each scope.

use std::collections::BTreeSet;
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

    /// Returns an identifier for each name, in the given order.
    ///
    /// Names that a conversion leaves alone come first, then the others by name: which of two colliding
    /// names keeps its identifier depends on nothing else. The later one counts on: `name_2`, `name_3`.
    pub(super) fn assign<'n>(
        &mut self,
        names: impl IntoIterator<Item = &'n str>,
        convert: impl Fn(&str) -> String,
    ) -> Vec<String> {
        let names: Vec<&str> = names.into_iter().collect();
        let wanted: Vec<String> = names.iter().map(|name| without_keyword(convert(name))).collect();
        let mut order: Vec<usize> = (0..names.len()).collect();
        order.sort_by_key(|&index| (wanted[index] != names[index], names[index]));
        let mut assigned = vec![String::new(); names.len()];
        for index in order {
            assigned[index] = self.claim(&wanted[index]);
        }
        assigned
    }

    /// The identifier itself, or one with a number if it is taken.
    pub(super) fn claim(&mut self, wanted: &str) -> String {
        let separator = if wanted.ends_with('_') { "" } else { "_" };
        let mut name = wanted.to_owned();
        let mut count = 1;
        while !self.taken.insert(name.clone()) {
            count += 1;
            name = format!("{wanted}{separator}{count}");
        }
        name
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
    fn collisions_are_settled_by_name_in_any_order() {
        let forward = Scope::default().assign(["fooBar", "foo_bar", "FooBar"], snake_case);
        assert_eq!(forward, ["foo_bar_3", "foo_bar", "foo_bar_2"]);
        let backward = Scope::default().assign(["FooBar", "foo_bar", "fooBar"], snake_case);
        assert_eq!(backward, ["foo_bar_2", "foo_bar", "foo_bar_3"]);
    }

    #[test]
    fn keywords_that_cannot_be_raw_get_an_underscore() {
        let names = Scope::default().assign(["self", "self_", "super", "type"], snake_case);
        assert_eq!(names, ["self_2", "self_", "super_", "type"]);
    }
}
