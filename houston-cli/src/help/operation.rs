//! The help of an operation.

use clap::{Arg, Command};
use houston_client::schema::{Argument, Operation, Schema, TypeKind, TypeRef};

use super::examples;
use super::{heading, row, section, width};
use crate::arguments;
use crate::call::{look_up, paging};
use crate::commands::builtin;
use crate::schema::access;
use crate::schema::names::kebab;
use crate::settings::options::{HEADINGS, WAITING};
use crate::terminal::text::plain;
use crate::terminal::wrap::filled;

/// The most fields of input objects that are listed.
const MOST_PARTS: usize = 60;

/// The most levels of input objects that are listed.
const MOST_LEVELS: usize = 4;

/// The most levels of JSON whose shape is known.
const LEVELS_OF_JSON: usize = 2;

/// The help of an operation, whose flags and options are those of `command`.
pub(crate) fn text(schema: &Schema, operation: &Operation, command: &Command) -> String {
    let width = width();
    let about = plain(&operation.description);
    let mut parts = Vec::new();
    if !about.is_empty() {
        parts.push(filled(&about, width, "", "") + "\n");
    }
    // A flag stays beside its value.
    let usage = filled(&usage(operation, '\u{a0}'), width, "  ", "      ").replace('\u{a0}', " ");
    parts.push(format!("{}\n{usage}\n", heading("Usage")));
    let mut left = MOST_PARTS;
    for (title, of) in [("Required", arguments::REQUIRED), ("Optional", arguments::OPTIONAL)] {
        let mut rows = Vec::new();
        let flags = command.get_arguments();
        for flag in flags.filter(|flag| flag.get_help_heading() == Some(of)) {
            rows.push(row(flag));
            let is_it =
                |argument: &&Argument| arguments::flag_id(argument) == flag.get_id().as_str();
            if let Some(argument) = operation.arguments.iter().find(is_it) {
                let shown = arguments::shown(operation, &argument.name);
                let levels = if argument.shape.is_some() { LEVELS_OF_JSON } else { MOST_LEVELS };
                rows.extend(parts_of(schema, &shown, argument, levels, &mut left));
            }
        }
        let has_none = arguments::without_flag(operation).filter(|argument| {
            (argument.required && operation.fills(&argument.name).is_none())
                == (title == "Required")
        });
        rows.extend(has_none.map(|argument| {
            let flag = arguments::shown(operation, &argument.name);
            (format!("{flag}=<{}>", plain(&argument.ty)), plain(&argument.description))
        }));
        if !rows.is_empty() {
            parts.push(section(title, &rows, width));
        }
    }
    if left == 0 {
        let more =
            "More fields: `houston describe` with the name of an object's type shows all of them.";
        parts.push(filled(more, width, "", "") + "\n");
    }
    parts.extend(own(command, width));
    parts.push("Options of every operation: `houston help options`\n".to_owned());
    let before = before(schema, operation);
    if !before.is_empty() {
        let lines = before.iter().map(|line| filled(line, width, "  ", "  "));
        let lines: Vec<String> = lines.collect();
        parts.push(format!("{}\n{}\n", heading("Before you run it"), lines.join("\n")));
    }
    let examples = examples::of(schema, operation);
    let examples = examples.iter().map(|example| format!("  {example}"));
    let examples: Vec<String> = examples.collect();
    parts.push(format!("{}\n{}", heading("Examples"), examples.join("\n")));
    parts.join("\n")
}

/// The usage line, with the required arguments, each behind its flag and a space.
pub(crate) fn usage(operation: &Operation, space: char) -> String {
    let operation = &*arguments::relaxed(operation);
    let mut usage = builtin::call(operation);
    for argument in operation.arguments.iter().filter(|argument| argument.required) {
        let flag = arguments::shown(operation, &argument.name);
        // A flag of its own has no space.
        let between = if flag.contains(' ') { '=' } else { space };
        usage += &format!(" {flag}{between}<{}>", plain(&argument.ty));
    }
    usage + " [OPTIONS]"
}

/// The flags and options that this operation has, and others lack; and those of many rows and of waiting.
fn own(command: &Command, width: usize) -> Vec<String> {
    let is_own = |flag: &Arg| {
        let heading = flag.get_help_heading().unwrap_or_default();
        let is_argument = [arguments::REQUIRED, arguments::OPTIONAL].contains(&heading);
        let is_usual = HEADINGS.contains(&heading) && heading != WAITING;
        !is_argument && (!is_usual || flag.get_id() == "rows")
    };
    let flags = command.get_arguments().filter(|flag| is_own(flag) && !flag.is_hide_set());
    let (pages, others): (Vec<&Arg>, Vec<&Arg>) =
        flags.partition(|flag| flag.get_help_heading() == Some(paging::HEADING));
    let title = "Repeating, waiting and many rows (`houston help workflows`)";
    let sections = [(paging::HEADING, pages), (title, others)].into_iter();
    let sections = sections.filter(|(_, flags)| !flags.is_empty());
    let rows = |flags: Vec<&Arg>| flags.into_iter().map(row).collect::<Vec<_>>();
    sections.map(|(title, flags)| section(title, &rows(flags), width)).collect()
}

/// The flags of the fields of an input object, and of the objects in it.
fn parts_of(
    schema: &Schema,
    flag: &str,
    argument: &Argument,
    levels: usize,
    left: &mut usize,
) -> Vec<(String, String)> {
    let ty = argument.value_type();
    let ty = TypeRef(&ty);
    let of = schema.shape_named(ty.name()).filter(|of| of.kind == TypeKind::Input);
    let (Some(of), Some(levels)) = (of, levels.checked_sub(1)) else { return Vec::new() };
    let mut rows = Vec::new();
    if ty.item().is_some() {
        const SHOWN: usize = 4;
        let fields = of.input_fields.iter().filter(|field| field.name != "*");
        let names = fields.map(|field| format!("{}=…", plain(&field.name)));
        let names: Vec<String> = names.take(SHOWN).collect();
        return vec![(
            format!("{flag} {}", names.join(",")),
            "Adds one object; repeat the flag for more.".to_owned(),
        )];
    }
    for field in of.input_fields.iter().filter(|field| field.name != "*") {
        let Some(rest) = left.checked_sub(1) else { break };
        *left = rest;
        let flag = format!("{flag}.{}", kebab(&plain(&field.name)));
        let below = parts_of(schema, &flag, field, levels, left);
        if below.is_empty() {
            let row = (format!("{flag} <{}>", taken(schema, field)), plain(&field.description));
            rows.push(row);
        }
        rows.extend(below);
    }
    rows
}

/// What a field takes: its type, the values of a shape, or JSON for another shape.
fn taken(schema: &Schema, field: &Argument) -> String {
    let name = field.type_ref().name();
    match schema.shapes.iter().find(|shape| shape.name == name) {
        None => plain(&field.ty),
        Some(shape) if shape.values.is_empty() => "JSON".to_owned(),
        Some(shape) => {
            let values: Vec<String> = shape.values.iter().map(|value| plain(&value.name)).collect();
            values.join("|")
        }
    }
}

/// What to know before a call.
fn before(schema: &Schema, operation: &Operation) -> Vec<String> {
    let name = plain(&operation.name);
    let mut lines = Vec::new();
    if let Some(reason) = &operation.deprecated {
        lines.push(format!("Deprecated: {}", plain(reason)));
    }
    if !operation.trap.is_empty() {
        lines.push(format!("{}.", plain(&operation.trap)));
    }
    if let Some((first, rest)) = access::lines(schema, operation).split_first() {
        lines.push(format!("It {first}."));
        let rest = rest.iter().map(|line| line.strip_prefix("roles").unwrap_or(line));
        lines.extend(rest.map(|line| format!("Roles{line}.")));
    }
    if let Some(words) = look_up::telling::example(schema, operation) {
        lines.push(format!("`{words}` looks an id up."));
    }
    lines.push(format!("`houston describe {name}` shows what it returns."));
    lines
}
