//! Errors about options: clap's, or clearer ones.

use clap::error::{ContextKind, ContextValue, ErrorKind};
use clap::{ArgGroup, Command};

use crate::failure::Failure;
use crate::failure::stop::Stop;

/// The group of the sandbox's administrator, and of the options that give another account.
pub(super) const ADMINISTRATOR: &str = "administrator";

/// Why the words of a command are refused.
pub(crate) fn refused(error: clap::Error, command: &Command) -> Stop {
    match error.kind() {
        ErrorKind::ArgumentConflict => {
            conflict(&error, command).map_or_else(|| error.into(), Stop::Failed)
        }
        _ => error.into(),
    }
}

/// The failure for two options that exclude each other, or for an option that is given twice.
fn conflict(error: &clap::Error, command: &Command) -> Option<Failure> {
    let (one, other) = (flag(error, ContextKind::InvalidArg)?, flag(error, ContextKind::PriorArg)?);
    if one == other {
        return Some(Failure::usage(format!("{one} was given twice")));
    }
    let names = |group: &ArgGroup| -> Vec<String> {
        let named = |id| command.get_arguments().find(|argument| argument.get_id() == id);
        let long = |id| Some(format!("--{}", named(id)?.get_long()?));
        group.get_args().filter_map(long).collect()
    };
    let groups = command.get_groups().map(|group| (group.get_id().as_str(), names(group)));
    let exclude = groups
        .filter(|(_, names)| names.contains(&one) && names.contains(&other))
        .filter_map(|(group, names)| Some((names.len(), excluded(group, &names)?)));
    let below = || command.get_subcommands().find_map(|command| conflict(error, command));
    exclude.min_by_key(|(count, _)| *count).map(|(_, failure)| failure).or_else(below)
}

/// The failure for several options of one group; none for other groups.
fn excluded(group: &str, names: &[String]) -> Option<Failure> {
    match (group, names) {
        (ADMINISTRATOR, _) => Some(
            Failure::usage("--sandbox signs in as its administrator and does not accept a token")
                .help("`houston sandbox serve` serves a sandbox that accepts tokens."),
        ),
        ("platform" | "token" | "shown" | "selection", [first @ .., last]) => {
            let first = first.join(", ");
            Some(Failure::usage(format!("{first} and {last} cannot be used together")))
        }
        _ => None,
    }
}

/// The flag in an error of clap, without its value.
pub(crate) fn flag(error: &clap::Error, kind: ContextKind) -> Option<String> {
    let text = match error.get(kind)? {
        ContextValue::String(text) => text,
        ContextValue::Strings(texts) => texts.first()?,
        _ => return None,
    };
    text.split([' ', '=']).next().map(str::to_owned)
}
