//! Asking before something is deleted or replaced.

use std::io::IsTerminal;

use houston_client::arguments::Arguments;
use houston_client::schema::{Effect, Operation, OperationKind};
use serde_json::Value;

use crate::failure::{Exit, Failure};
use crate::settings::options::{Confirmation, Options};
use crate::terminal::text::plain;
use crate::terminal::{output, prompt};

/// Asks for confirmation if the operation deletes or replaces something, and shows the current state as a table if it
/// is known.
///
/// # Errors
///
/// Fails unless the answer is `yes`.
pub(crate) fn ask(
    operation: &Operation,
    options: &Options,
    there: impl FnOnce() -> Option<String>,
) -> Result<(), Failure> {
    ask_for(operation, options, "", || match there() {
        Some(text) => {
            output::note("Current state:");
            output::table(&text);
        }
        None => output::note("The current state is not known."),
    })
}

/// [`ask`], with more about what it does, and what to tell before the question.
fn ask_for(
    operation: &Operation,
    options: &Options,
    more: &str,
    tell: impl FnOnce(),
) -> Result<(), Failure> {
    if options.running.confirmation.yes || !operation.is_destructive() {
        return Ok(());
    }
    let name = plain(&operation.name);
    let does = match operation.effect {
        Effect::Replace => "replaces the current values",
        _ => "deletes something",
    };
    let trap = Some(plain(&operation.trap)).filter(|trap| !trap.is_empty());
    let refused = |failure: Failure| match &operation.merge {
        Some(merge) if merge.key.is_empty() => failure.help(format!(
            "`--merge` keeps the current values, and adds the {} that you give.",
            plain(&merge.argument)
        )),
        Some(merge) => failure.help(format!(
            "`--merge` keeps the current values, except for the {} that you give.",
            plain(&merge.argument)
        )),
        None => failure,
    };
    let asked = yes(&name, &format!("{does}{more}"), trap.as_deref(), || {
        if operation.merge.is_some() {
            output::note("`--merge` would keep the current values.");
        }
        tell();
    });
    asked.map_err(|failure| refused(failure).help("Add `--yes` to run it without asking."))
}

/// Asks once for confirmation of a run over rows, and shows the first of them.
///
/// # Errors
///
/// Fails unless the answer is `yes`.
pub(crate) fn ask_for_rows(
    operation: &Operation,
    options: &Options,
    rows: u64,
    first: &[String],
) -> Result<(), Failure> {
    ask_for(operation, options, &format!(", for {rows} rows"), || {
        output::note(if rows > first.len() as u64 { "The first rows:" } else { "The rows:" });
        first.iter().for_each(|row| output::note(format_args!("  {}", plain(row))));
    })
}

/// Asks before a built-in command removes something from this machine.
///
/// # Errors
///
/// Fails unless the answer is `yes`.
pub(crate) fn ask_own(
    command: &str,
    removes: &str,
    confirmation: &Confirmation,
) -> Result<(), Failure> {
    if confirmation.yes {
        return Ok(());
    }
    let asked = yes(&format!("`houston {command}`"), &format!("removes {removes}"), None, || ());
    asked.map_err(|failure| {
        failure.help("Nothing was removed. Add `--yes` to run it without asking.")
    })
}

/// Asks the user to confirm, after printing what `name` does and what `tell` adds.
fn yes(name: &str, does: &str, trap: Option<&str>, tell: impl FnOnce()) -> Result<(), Failure> {
    let refused = |what: String| Failure::new(Exit::NotConfirmed, what);
    if !prompt::is_somebody_there() {
        let what = format!("{name} needs confirmation: it {does}");
        return Err(refused(what).details(trap));
    }
    output::note(format_args!("{name} {does}."));
    if let Some(trap) = trap {
        output::note(format_args!("Trap: {trap}"));
    }
    tell();
    match prompt::line("Type `yes` to run it: ") {
        Ok(Some(answer)) if answer == "yes" => Ok(()),
        _ => Err(refused(format!("{name} was not confirmed"))),
    }
}

/// Notes which arguments have nothing in them: objects of an update, and texts.
pub(crate) fn tell_empty(operation: &Operation, arguments: &Arguments) {
    if operation.kind == OperationKind::Mutation {
        for set in arguments.iter() {
            tell_empty_value(operation, plain(&set.name), &set.value);
        }
    }
}

/// Notes that of a value or of the fields in it. An item of a list may be empty to keep a stored value.
fn tell_empty_value(operation: &Operation, name: String, value: &Value) {
    let note = |what: &str| output::note(format_args!("note: {name} {what}"));
    match value {
        Value::Object(fields) if fields.is_empty() && operation.effect == Effect::Update => {
            note("is an empty object, so it sets nothing");
        }
        Value::Object(fields) => {
            for (field, value) in fields {
                tell_empty_value(operation, format!("{name}.{}", plain(field)), value);
            }
        }
        Value::String(text) if text.is_empty() => note("is an empty text"),
        Value::String(text) if text.trim().is_empty() => note("contains only white space"),
        _ => {}
    }
}

/// Prints the trap of an operation that changes something: if the request is only shown, and on a terminal if no
/// question is asked. Returns whether it is told, now or in the question.
pub(crate) fn tell_trap(operation: &Operation, options: &Options) -> bool {
    let (is_shown, asks) =
        (options.running.dry_run || options.running.curl, operation.is_destructive());
    let changes = asks || operation.effect == Effect::Update;
    let is_seen = || !asks && !options.running.confirmation.yes && std::io::stderr().is_terminal();
    let is_told = changes && !operation.trap.is_empty() && (is_shown || is_seen());
    if is_told {
        output::note(format_args!("note: trap: {}", plain(&operation.trap)));
    }
    is_told || asks && !options.running.confirmation.yes && !operation.trap.is_empty()
}
