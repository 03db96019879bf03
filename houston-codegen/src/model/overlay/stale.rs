//! Entries that match nothing in the schema.

use std::collections::BTreeSet;

use houston_schema::table::{Operation, OperationKind};
use toml::Spanned;

use super::super::{Argument, Model};
use super::Whose;
use crate::source::{Diagnostics, Source};

/// A name and its place in the file.
pub(super) type Name = Spanned<String>;

/// Entries that match nothing.
pub(super) struct Stale<'a> {
    pub(super) source: Option<Source<'a>>,
    pub(super) whose: Whose,
    pub(super) errors: Diagnostics,
    /// Names that other versions have, so that nothing is wrong if this schema lacks them.
    pub(super) others: BTreeSet<String>,
    /// How often such a name was lacking.
    pub(super) elsewhere: usize,
}

impl Stale<'_> {
    pub(super) fn refuse(&mut self, name: &Name, message: String) {
        // Entries exist only if there is a file.
        let source = self.source.unwrap_or(Source::new("", ""));
        self.errors.0.push(source.error(name.span().start, message));
    }

    /// Refuses a name that the schema lacks, unless other versions have one of these coordinates.
    pub(super) fn lacks(&mut self, name: &Name, coordinates: &[&str], message: String) {
        match coordinates.iter().any(|one| self.others.contains(*one)) {
            true => self.elsewhere += 1,
            false => self.refuse(name, message),
        }
    }

    /// The index of an entry's operation: `name`, or `mutation.name` if a query has the same name.
    pub(super) fn operation(&mut self, model: &Model, name: &Name) -> Option<usize> {
        let text = name.get_ref().as_str();
        let (kind, plain) = match text.split_once('.') {
            Some((kind, plain)) => (Some(kind), plain),
            None => (None, text),
        };
        let kinds = OperationKind::ALL.into_iter();
        let kinds = kinds.filter(|one| kind.is_none_or(|kind| kind == one.keyword()));
        let found: Vec<usize> = kinds.filter_map(|kind| model.operation_at(kind, plain)).collect();
        match found[..] {
            [one] => return Some(one),
            [] => self.lacks(name, &[plain], format!("the schema has no operation `{text}`")),
            _ => {
                let kinds = found.iter().map(|index| model.operations[*index].row.kind.keyword());
                let names: Vec<String> = kinds.map(|kind| format!("`{kind}.{text}`")).collect();
                let message = format!(
                    "the schema has more than one operation `{text}`: use {}",
                    names.join(" or ")
                );
                self.refuse(name, message);
            }
        }
        None
    }

    /// Whether a path begins with one of these arguments; if not, refuses it.
    pub(super) fn is_path(&mut self, path: &Name, arguments: &[String], of: &str) -> bool {
        let argument = path.get_ref().split('.').next().unwrap_or_default();
        let is_known = arguments.iter().any(|known| known == argument);
        if !is_known {
            self.lacks_argument(path, argument, of);
        }
        is_known
    }

    fn lacks_argument(&mut self, name: &Name, argument: &str, of: &str) {
        let (own, every) = (of.trim_matches('`'), format!("({argument}:)"));
        let [query, mutation] = ["Query", "Mutation"].map(|root| format!("{root}.{own}{every}"));
        let message = format!("{of} has no argument `{argument}`");
        self.lacks(name, &[&every, &query, &mutation], message);
    }

    /// Returns the names that are in `known`, and refuses the others.
    pub(super) fn known(
        &mut self,
        names: &[Name],
        known: &[String],
        what: &str,
        of: &str,
    ) -> Vec<String> {
        let is_known = |name: &&Name| known.contains(name.get_ref());
        for name in names.iter().filter(|name| !is_known(name)) {
            let text = name.get_ref();
            let message = format!("{of} has no {what} `{text}`");
            match what {
                "argument" => self.lacks_argument(name, text, of),
                "operation" => self.lacks(name, &[text], message),
                _ => self.lacks(name, &[&format!("{}.{text}", of.trim_matches('`'))], message),
            }
        }
        names.iter().filter(is_known).map(|name| name.get_ref().clone()).collect()
    }
}

impl Stale<'_> {
    /// Whether other versions have the field of a result to which a path leads at once.
    pub(super) fn has(&self, query: &Operation, path: &str) -> bool {
        let first = path.split('.').next().unwrap_or_default();
        self.others.contains(&format!("{}.{first}", query.type_ref().name()))
    }
}

/// The names of arguments.
pub(super) fn names(arguments: &[Argument]) -> Vec<String> {
    arguments.iter().map(|argument| argument.row.name.clone()).collect()
}
