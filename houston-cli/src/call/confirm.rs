//! Asking before something is deleted or replaced.

use std::io::IsTerminal;

use houston_client::arguments::Arguments;
use houston_client::schema::{Effect, Operation, OperationKind};
use serde_json::Value;

use crate::call::question::Asked;
use crate::call::{Call, runtime};
use crate::failure::{Exit, Failure};
use crate::settings::options::{Confirmation, Options};
use crate::terminal::text::{plain, short};
use crate::terminal::{output, prompt};

/// Asks for confirmation if the call deletes or replaces something: with the question about its object, or else after
/// a table with the current state, if it is known.
///
/// # Errors
///
/// Fails unless the call is confirmed.
pub(crate) fn ask(call: &Call<'_>, arguments: &Arguments) -> Result<(), Failure> {
    let (operation, options) = (call.operation, call.options);
    if is_confirmed(operation, options) {
        return Ok(());
    }
    let question = match prompt::is_somebody_there() {
        true => runtime::read(call.question(arguments)).and_then(|asked| asked),
        false => Ok(None),
    };
    if let Ok(Some(asked)) = question {
        return ask_about(operation, &asked);
    }
    // What could not be looked up is not looked up once more.
    let is_known = question.is_ok();
    let there = || runtime::read(call.table_of_what_is_there(arguments)).ok().flatten();
    ask_for(operation, options, "", || match is_known.then(there).flatten() {
        Some(text) => {
            output::note("Current state:");
            output::table(&text);
        }
        None => output::note("The current state is not known."),
    })
}

/// Asks for confirmation of an operation in a document, about whose object nothing is known.
///
/// # Errors
///
/// Fails unless the answer is `yes`.
pub(crate) fn ask_blindly(operation: &Operation, options: &Options) -> Result<(), Failure> {
    let unknown = || output::note("The current state is not known.");
    ask_for(operation, options, "", unknown)
}

/// Whether the operation is run without a question.
fn is_confirmed(operation: &Operation, options: &Options) -> bool {
    options.running.confirmation.yes || !operation.is_destructive()
}

/// Asks about the object that goes: for a value of it, or for `y` where little is lost.
fn ask_about(operation: &Operation, asked: &Asked) -> Result<(), Failure> {
    let trap = Some(plain(&operation.trap)).filter(|trap| !trap.is_empty());
    trap.iter().for_each(|trap| output::note(format_args!("Trap: {trap}")));
    asked.with.iter().for_each(output::note);
    let how = match &asked.confirms {
        Some((field, _)) => format!("Type its {} to confirm: ", plain(field)),
        None => "[y/N] ".to_owned(),
    };
    let text = plain(&asked.text);
    let is_short = text.chars().count() + 1 + how.chars().count() < output::asking_width().into();
    let typed = prompt::line(&format!("{text}{}{how}", if is_short { " " } else { "\n" }));
    let is_it = |typed: &str| match &asked.confirms {
        Some((_, value)) => typed == value,
        None => is_yes(typed),
    };
    match typed? {
        Some(typed) if is_it(&typed) => Ok(()),
        typed => {
            let failure = not_confirmed(&plain(&operation.name));
            Err(match typed.zip(asked.confirms.as_ref()) {
                Some((typed, (field, _))) => {
                    let field = plain(field);
                    failure
                        .detail(format!("`{}` is not its {field}", short(&typed)))
                        .help(format!("Type the {field} as it is shown."))
                }
                None => failure,
            })
        }
    }
}

fn is_yes(typed: &str) -> bool {
    ["y", "yes"].contains(&typed.to_lowercase().as_str())
}

fn not_confirmed(name: &str) -> Failure {
    Failure::new(Exit::NotConfirmed, format!("{name} was not confirmed"))
}

/// [`ask`], with more about what it does, and what to tell before the question.
fn ask_for(
    operation: &Operation,
    options: &Options,
    more: &str,
    tell: impl FnOnce(),
) -> Result<(), Failure> {
    if is_confirmed(operation, options) {
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
    let plural = if rows == 1 { "" } else { "s" };
    ask_for(operation, options, &format!(", for {rows} row{plural}"), || {
        output::note(if rows > first.len() as u64 { "The first rows:" } else { "The rows:" });
        first.iter().for_each(|row| output::note(format_args!("  {}", plain(row))));
    })
}

/// Asks before a built-in command removes something from this machine: for `y`, or for `yes` if much is lost.
///
/// # Errors
///
/// Fails unless that is the answer.
pub(crate) fn ask_own(
    command: &str,
    removes: &str,
    is_grave: bool,
    confirmation: &Confirmation,
) -> Result<(), Failure> {
    if confirmation.yes {
        return Ok(());
    }
    let name = format!("`houston {command}`");
    let asked = match !is_grave && prompt::is_somebody_there() {
        true => match prompt::line(&format!("Remove {removes}? [y/N] "))? {
            Some(typed) if is_yes(&typed) => Ok(()),
            _ => Err(not_confirmed(&name)),
        },
        false => yes(&name, &format!("removes {removes}"), None, || ()),
    };
    asked.map_err(|failure| {
        failure.help("Nothing was removed. Add `--yes` to run it without asking.")
    })
}

/// Asks the user to confirm, after printing what `name` does and what `tell` adds.
fn yes(name: &str, does: &str, trap: Option<&str>, tell: impl FnOnce()) -> Result<(), Failure> {
    if !prompt::is_somebody_there() {
        let what = format!("{name} needs confirmation: it {does}");
        return Err(Failure::new(Exit::NotConfirmed, what).details(trap));
    }
    output::note(format_args!("{name} {does}."));
    if let Some(trap) = trap {
        output::note(format_args!("Trap: {trap}"));
    }
    tell();
    match prompt::line("Type `yes` to run it: ")? {
        Some(answer) if answer == "yes" => Ok(()),
        _ => Err(not_confirmed(name)),
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
