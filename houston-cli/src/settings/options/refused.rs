//! What clap says about options, in words of ours where they say more.

use clap::error::{ContextKind, ContextValue, ErrorKind};
use clap::{ArgGroup, Command};

use crate::failure::Failure;
use crate::failure::stop::Stop;

/// The group of the sandbox's account, and of what would give another one.
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

/// The failure that two options exclude each other, or that one is given twice.
fn conflict(error: &clap::Error, command: &Command) -> Option<Failure> {
    let (one, other) = (flag(error, ContextKind::InvalidArg)?, flag(error, ContextKind::PriorArg)?);
    if one == other {
        return Some(Failure::usage(format!("{one} is given twice")));
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

/// The failure that more than one option of a group is given; none for a group that excludes nothing, and for what is
/// no group of options of a call.
fn excluded(group: &str, names: &[String]) -> Option<Failure> {
    match (group, names) {
        (ADMINISTRATOR, _) => Some(
            Failure::usage("--sandbox signs in as its administrator, and reads no token")
                .help("`houston sandbox serve` serves one that can be asked with a token"),
        ),
        ("platform" | "token" | "shown" | "selection", [first @ .., last]) => {
            let first = first.join(", ");
            Some(Failure::usage(format!("{first} and {last} exclude each other")))
        }
        _ => None,
    }
}

/// The flag that clap names, without its value.
pub(crate) fn flag(error: &clap::Error, kind: ContextKind) -> Option<String> {
    let text = match error.get(kind)? {
        ContextValue::String(text) => text,
        ContextValue::Strings(texts) => texts.first()?,
        _ => return None,
    };
    text.split([' ', '=']).next().map(str::to_owned)
}
