//! The lines of the list, by domain.

use std::collections::{BTreeMap, HashSet};

use anstyle::Style;
use houston_client::SCHEMA;
use houston_client::schema::{Argument, Operation, OperationKind, Schema};

use super::Listed;
use crate::arguments;
use crate::commands::builtin::{call, is_hidden};
use crate::schema::versions;
use crate::terminal::text::plain;
use crate::terminal::wrap::{cut, filled};

/// How operations are listed.
pub(super) struct Lines<'s> {
    pub(super) schema: &'s Schema,
    /// Whether whole descriptions and arguments are shown.
    pub(super) verbose: bool,
    /// Whether the versions are shown that have each operation.
    pub(super) all_versions: bool,
}

impl Lines<'_> {
    /// The text of the list, on a terminal of this width; none for other readers, for whom no line is cut.
    pub(super) fn text(&self, listed: &[Listed<'_>], width: Option<usize>) -> String {
        /// The most columns before the descriptions.
        const LONGEST: usize = 40;
        let has_domains = is_of_houston(self.schema);
        let mut groups: BTreeMap<String, Vec<Listed<'_>>> = BTreeMap::new();
        for one in listed {
            groups.entry(heading(*one, has_domains)).or_default().push(*one);
        }
        let longest = listed.iter().map(|one| plain(one.name()).chars().count()).max();
        let at = (longest.unwrap_or_default() + 4).min(LONGEST);
        let bold = Style::new().bold();
        let of_group = |(heading, listed): (&String, &Vec<Listed<'_>>)| {
            let lines: Vec<String> = listed.iter().map(|one| self.line(*one, at, width)).collect();
            format!("{bold}{heading}{bold:#}\n{}", lines.join("\n"))
        };
        groups.iter().map(of_group).collect::<Vec<_>>().join("\n\n")
    }

    /// The line of an operation, whose description begins in a column; with its arguments on lines of their own.
    fn line(&self, listed: Listed<'_>, at: usize, width: Option<usize>) -> String {
        let description = match listed {
            Listed::Here(operation) => plain(&operation.description),
            Listed::Elsewhere(_, _, known) => plain(&known.description),
        };
        let says = if self.verbose { description.as_str() } else { first_sentence(&description) };
        let text = self.marks(listed) + says;
        let name = format!("  {:<1$}  ", plain(listed.name()), at.saturating_sub(4));
        let (begins, space) = (name.chars().count(), " ".repeat(at));
        let width = width.unwrap_or(usize::MAX);
        if !self.verbose {
            let text = cut(&text, width.saturating_sub(begins));
            return format!("{name}{text}").trim_end().to_owned();
        }
        let mut lines = filled(&text, width, &name, &space);
        if let Listed::Here(operation) = listed {
            let arguments = arguments_of(operation);
            if !arguments.is_empty() {
                lines += &format!("\n{}", filled(&arguments, width, &space, &space));
            }
        }
        lines.trim_end().to_owned()
    }

    /// What stands in front of a description: what people have to know first.
    fn marks(&self, listed: Listed<'_>) -> String {
        let mut marks = Vec::new();
        if let Listed::Here(operation) = listed {
            if is_hidden(&operation.name) {
                marks.push(format!("run it as `{}`", call(operation)));
            }
            if operation.deprecated.is_some() {
                marks.push("deprecated".to_owned());
            }
        }
        if self.all_versions {
            marks.extend(listed.known().map(versions::range));
        }
        if matches!(listed, Listed::Elsewhere(..)) {
            marks.push("not in this schema".to_owned());
        }
        if marks.is_empty() { String::new() } else { format!("({}) ", marks.join("; ")) }
    }
}

/// Whether the schema is one of Houston's: at least half of its operations are. Only these have the domains of the
/// overlay.
fn is_of_houston(schema: &Schema) -> bool {
    let ours: HashSet<&str> = SCHEMA.operations.names().collect();
    let is_known = |name: &&str| ours.contains(name) || versions::operation(name).is_some();
    schema.operations.names().filter(is_known).count() * 2 >= schema.operations.len()
}

/// The group of an operation: its domain, or its kind.
fn heading(listed: Listed<'_>, has_domains: bool) -> String {
    let domain = match listed {
        Listed::Here(operation) => plain(&operation.domain.replace('_', " ")),
        Listed::Elsewhere(..) => "other versions".to_owned(),
    };
    if has_domains && !domain.is_empty() {
        let (first, rest) = domain.split_at(domain.chars().next().map_or(0, char::len_utf8));
        return first.to_uppercase() + rest;
    }
    match listed.kind() {
        OperationKind::Query => "Queries",
        OperationKind::Mutation => "Mutations",
        OperationKind::Subscription => "Subscriptions",
    }
    .to_owned()
}

/// The arguments of an operation; `!` marks those that are required.
fn arguments_of(operation: &Operation) -> String {
    let operation = &*arguments::relaxed(operation);
    let mark = |argument: &Argument| {
        let mark = if argument.required { "!" } else { "" };
        format!("{}{mark}", plain(&argument.name))
    };
    operation.arguments.iter().map(mark).collect::<Vec<_>>().join(", ")
}

/// A description up to the end of its first sentence.
fn first_sentence(text: &str) -> &str {
    match text.split_once(". ") {
        Some((first, _)) => first,
        None => text.strip_suffix('.').unwrap_or(text),
    }
}
