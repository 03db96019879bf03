//! Asking before something is deleted or replaced.

use std::io::{IsTerminal, Write};

use houston_client::arguments::Arguments;
use houston_client::schema::{Effect, Operation, OperationKind, Schema};

use crate::failure::{Exit, Failure};
use crate::format::{self, Format, Screen};
use crate::options::Options;
use crate::target::Target;
use crate::text::plain;
use crate::{finder, output};

/// Asks, if the operation deletes or replaces, and says what will go.
///
/// # Errors
///
/// When nobody says yes. The end of the input is no yes.
pub(crate) fn ask(
    schema: &Schema,
    operation: &Operation,
    arguments: &Arguments,
    target: &Target,
    options: &Options,
) -> Result<(), Failure> {
    if options.yes || !takes_away(operation) {
        return Ok(());
    }
    let name = plain(&operation.name);
    let refused = |what: String| {
        let failure = Failure::new(Exit::NotConfirmed, what);
        let failure = match &operation.merge {
            Some(merge) => failure.help(format!(
                "--merge keeps what is there, but for the {} that are given",
                plain(&merge.argument)
            )),
            None => failure,
        };
        failure.help("--yes runs it without asking; nothing was sent")
    };
    let does = match operation.effect {
        Effect::Replace => "replaces what is there",
        _ => "takes something away",
    };
    if !std::io::stdin().is_terminal() || !std::io::stderr().is_terminal() {
        let failure = refused(format!("{name} {does}, and nobody is there to be asked"));
        return Err(if operation.trap.is_empty() {
            failure
        } else {
            failure.detail(plain(&operation.trap))
        });
    }
    output::note(format_args!("{name} {does}."));
    if !operation.trap.is_empty() {
        output::note(format_args!("Trap: {}", plain(&operation.trap)));
    }
    if operation.merge.is_some() {
        output::note("--merge would keep what is there.");
    }
    match found(schema, operation, arguments, target, options) {
        Some(text) => {
            output::note("What is there now:");
            output::table(&text);
        }
        None => output::note("It cannot be told what will go."),
    }
    let mut stderr = std::io::stderr();
    let _ = write!(stderr, "Run it? Only `yes` does: ").and_then(|()| stderr.flush());
    let mut answer = String::new();
    let read = std::io::stdin().read_line(&mut answer);
    match (read, answer.trim()) {
        (Ok(1..), "yes") => Ok(()),
        _ => Err(refused(format!("{name} was not confirmed"))),
    }
}

/// Whether something may be gone afterwards.
pub(crate) fn takes_away(operation: &Operation) -> bool {
    const NAMES: [&str; 5] = ["delete", "remove", "suspend", "reset", "unadopt"];
    let by_name = || NAMES.iter().any(|name| operation.name.to_lowercase().starts_with(name));
    operation.kind == OperationKind::Mutation
        && match operation.effect {
            Effect::Delete | Effect::Replace => true,
            Effect::Unknown => by_name(),
            _ => false,
        }
}

/// What the operation's finder finds, as a table; none when that cannot be told.
fn found(
    schema: &Schema,
    operation: &Operation,
    arguments: &Arguments,
    target: &Target,
    options: &Options,
) -> Option<String> {
    let query = finder::query(schema, operation)?;
    let selection = schema.default_selection(query, 1);
    let found = finder::look(schema, operation, arguments, &selection, target, options).ok()?;
    let width = Some(output::asking_width());
    let screen = Screen { terminal: true, width, chosen: false };
    format::write(Format::Table, &[&found.to_string()], screen).ok()?.text
}
