//! Asking before something is deleted or replaced.

use std::io::IsTerminal;

use houston_client::schema::{Effect, Operation};

use crate::failure::{Exit, Failure};
use crate::settings::options::{Confirmation, Options};
use crate::terminal::text::plain;
use crate::terminal::{output, prompt};

/// Asks, if the operation deletes or replaces, and shows what is there, as a table, where that can be told.
///
/// # Errors
///
/// When nobody says yes. The end of the input is no yes.
pub(crate) fn ask(
    operation: &Operation,
    options: &Options,
    there: impl FnOnce() -> Option<String>,
) -> Result<(), Failure> {
    if options.confirmation.yes || !operation.is_destructive() {
        return Ok(());
    }
    let name = plain(&operation.name);
    let does = match operation.effect {
        Effect::Replace => "replaces what is there",
        _ => "takes something away",
    };
    let trap = Some(plain(&operation.trap)).filter(|trap| !trap.is_empty());
    let refused = |failure: Failure| match &operation.merge {
        Some(merge) => failure.help(format!(
            "--merge keeps what is there, but for the {} that are given",
            plain(&merge.argument)
        )),
        None => failure,
    };
    let asked = yes(&name, does, trap.as_deref(), || {
        if operation.merge.is_some() {
            output::note("--merge would keep what is there.");
        }
        match there() {
            Some(text) => {
                output::note("What is there now:");
                output::table(&text);
            }
            None => output::note("Cannot tell what will go."),
        }
    });
    asked.map_err(|failure| refused(failure).help("--yes runs it without asking; nothing was sent"))
}

/// Asks before a command of our own removes something of this machine.
///
/// # Errors
///
/// As [`ask`].
pub(crate) fn ask_own(
    command: &str,
    removes: &str,
    confirmation: &Confirmation,
) -> Result<(), Failure> {
    if confirmation.yes {
        return Ok(());
    }
    let asked = yes(&format!("`houston {command}`"), &format!("removes {removes}"), None, || ());
    asked.map_err(|failure| failure.help("--yes runs it without asking; nothing was removed"))
}

/// Whether whoever sits at the terminal says yes to what `name` does, once it was said what that is and `tell` has
/// told more.
fn yes(name: &str, does: &str, trap: Option<&str>, tell: impl FnOnce()) -> Result<(), Failure> {
    let refused = |what: String| Failure::new(Exit::NotConfirmed, what);
    if !prompt::is_somebody_there() {
        let what = format!("{name} {does}, and nobody is there to be asked");
        return Err(refused(what).details(trap));
    }
    output::note(format_args!("{name} {does}."));
    if let Some(trap) = trap {
        output::note(format_args!("Trap: {trap}"));
    }
    tell();
    match prompt::line("Run it? Only `yes` does: ") {
        Ok(Some(answer)) if answer == "yes" => Ok(()),
        _ => Err(refused(format!("{name} was not confirmed"))),
    }
}

/// Says the trap of what changes something that is there: wherever it is only shown, and on a terminal where nothing
/// is asked.
pub(crate) fn tell_trap(operation: &Operation, options: &Options) {
    let (is_shown, asks) = (options.dry_run || options.curl, operation.is_destructive());
    let changes = asks || operation.effect == Effect::Update;
    let is_seen = || !asks && !options.confirmation.yes && std::io::stderr().is_terminal();
    if changes && !operation.trap.is_empty() && (is_shown || is_seen()) {
        output::note(format_args!("note: trap: {}", plain(&operation.trap)));
    }
}
