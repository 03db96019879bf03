//! Help, in one layout for the program, its commands and the operations. clap decides when it is shown.

pub(crate) mod examples;
pub(crate) mod operation;
pub(crate) mod program;
pub(crate) mod topics;

use anstyle::Style;
use clap::{Arg, Command};

use crate::settings::options::{HEADINGS, OTHER};
use crate::terminal::output;
use crate::terminal::wrap::{filled, in_columns};

/// The width of help that no terminal shows.
const USUAL: usize = 80;

/// The most columns of a line: longer ones are hard to read.
const LONGEST: usize = 100;

/// The width of help.
fn width() -> usize {
    output::columns().map_or(USUAL, |columns| columns.min(LONGEST))
}

/// A heading.
fn heading(text: &str) -> String {
    let bold = Style::new().bold();
    format!("{bold}{text}{bold:#}")
}

/// A part of help: its heading, and rows in two columns.
fn section(title: &str, rows: &[(String, String)], width: usize) -> String {
    format!("{}\n{}\n", heading(title), in_columns(rows, width).join("\n"))
}

/// Gives a command and all below it help in this layout. The command is built.
pub(crate) fn lay_out(command: &mut Command) {
    command.get_subcommands_mut().for_each(lay_out);
    let text = of(command);
    *command = std::mem::take(command).override_help(text);
}

/// The help of a command that is built.
pub(crate) fn of(command: &mut Command) -> String {
    let width = width();
    let mut parts = Vec::new();
    let about = command.get_about().map(ToString::to_string).unwrap_or_default();
    if !about.is_empty() {
        parts.push(format!("{}\n", filled(&about, width, "", "")));
    }
    parts.push(usage(command, width));
    let below = command.get_subcommands().filter(|below| !below.is_hide_set());
    let below: Vec<(String, String)> = below
        .map(|below| {
            let about = below.get_about().map(ToString::to_string).unwrap_or_default();
            (below.get_name().to_owned(), about)
        })
        .collect();
    if !below.is_empty() {
        parts.push(section("Commands", &below, width));
    }
    parts.extend(sections(command, width));
    if let Some(after) = command.get_after_help().map(ToString::to_string) {
        let after = after.split('\n').map(|line| match line.starts_with(' ') {
            true => line.to_owned(),
            false => filled(line, width, "", ""),
        });
        parts.push(after.collect::<Vec<_>>().join("\n") + "\n");
    }
    parts.join("\n")
}

/// The usage of a command.
fn usage(command: &mut Command, width: usize) -> String {
    let text = command.render_usage().to_string();
    let text = text.strip_prefix("Usage:").unwrap_or(&text).trim();
    let lines = text.lines().map(|line| filled(line.trim(), width, "  ", "      "));
    format!("{}\n{}\n", heading("Usage"), lines.collect::<Vec<_>>().join("\n"))
}

/// The arguments and options of a command, by their headings.
fn sections(command: &Command, width: usize) -> Vec<String> {
    let mut headings: Vec<&str> = vec![""];
    for option in command.get_arguments().filter(|option| !option.is_hide_set()) {
        let heading = heading_of(option);
        if !headings.contains(&heading) {
            headings.push(heading);
        }
    }
    // Headings of one command alone come first, in the order of its options.
    headings.sort_by_key(|heading| HEADINGS.iter().position(|known| known == heading));
    let of = |heading: &str| {
        let has = |option: &&Arg| heading_of(option) == heading && !option.is_hide_set();
        let mut options: Vec<&Arg> = command.get_arguments().filter(has).collect();
        options.sort_by_key(|option| option.get_display_order());
        let rows: Vec<(String, String)> = options.into_iter().map(row).collect();
        let heading = if heading.is_empty() { "Words" } else { heading };
        (!rows.is_empty()).then(|| section(heading, &rows, width))
    };
    headings.into_iter().filter_map(of).collect()
}

/// The heading of an argument or option; none for one that is a word.
fn heading_of(option: &Arg) -> &str {
    match option.get_help_heading() {
        _ if option.is_positional() => "",
        // clap's own ones.
        _ if matches!(option.get_id().as_str(), "help" | "version") => OTHER,
        Some(heading) => heading,
        None => "Options",
    }
}

/// An option, and what it does.
fn row(option: &Arg) -> (String, String) {
    let mut name = match (option.get_short(), option.get_long()) {
        (Some(short), Some(long)) => format!("-{short}, --{long}"),
        (None, Some(long)) => format!("--{long}"),
        (Some(short), None) => format!("-{short}"),
        (None, None) => String::new(),
    };
    let values = option.get_value_names().unwrap_or_default();
    let takes_value = option.get_action().takes_values();
    for value in values.iter().filter(|_| takes_value) {
        let before = if name.is_empty() { "" } else { " " };
        name += &format!("{before}<{value}>");
    }
    if takes_value && values.is_empty() {
        name += &format!("<{}>", option.get_id().as_str().to_uppercase());
    }
    let mut help = option.get_help().map(ToString::to_string).unwrap_or_default();
    let values = option.get_possible_values();
    if takes_value && !values.is_empty() && !option.is_hide_possible_values_set() {
        let values: Vec<&str> = values.iter().map(clap::builder::PossibleValue::get_name).collect();
        help += &format!(" ({})", values.join(", "));
    }
    (name, help)
}
