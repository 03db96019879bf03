//! Errors about options: clap's, or clearer ones.

use std::ffi::OsString;
use std::marker::PhantomData;

use clap::error::{ContextKind, ContextValue, ErrorKind};
use clap::{ArgGroup, Args, Command};

use super::command::{command, every};
use super::groups::ADMINISTRATOR;
use super::rows::HEADING;
use crate::failure::stop::Stop;
use crate::failure::{Failure, said};

/// Reads the options `A` of a command, as often as more words of a call are known.
pub(crate) struct Reader<'c, A> {
    /// The command that they belong to.
    called: &'c str,
    command: Command,
    options: PhantomData<A>,
}

impl<'c, A: Args> Reader<'c, A> {
    pub(crate) fn new(called: &'c str) -> Self {
        Reader { called, command: command::<A>(), options: PhantomData }
    }

    /// Reads these words, and forgets what it has read before.
    ///
    /// # Errors
    ///
    /// Fails if clap refuses the words, or if two options exclude each other.
    pub(crate) fn read(&mut self, words: &[OsString]) -> Result<A, Stop> {
        let matches = self.command.try_get_matches_from_mut(words);
        let matches = matches.map_err(|error| refused(error, &self.command, self.called, words))?;
        Ok(A::from_arg_matches(&matches)?)
    }
}

/// Reads the options of a command; `called` is its name.
///
/// # Errors
///
/// Fails as [`Reader::read`] does.
pub(crate) fn read<A: Args>(called: &str, words: Vec<OsString>) -> Result<A, Stop> {
    Reader::new(called).read(&words)
}

/// Why the words of the command `called` are refused. `options` may contain options that only other commands have.
pub(crate) fn refused(
    error: clap::Error,
    command: &Command,
    called: &str,
    options: &[OsString],
) -> Stop {
    let failure = match error.kind() {
        ErrorKind::ArgumentConflict => conflict(&error, command).or_else(|| pair(&error)),
        ErrorKind::UnknownArgument => misplaced(&error, called, options),
        ErrorKind::MissingRequiredArgument => alone(&error, command, options),
        _ => None,
    };
    match failure {
        Some(failure) => Stop::Failed(failure),
        None if error.use_stderr() => Stop::Failed(said::failure(&error, Some(called))),
        None => error.into(),
    }
}

/// The failure for an option that exists, but not for this command.
fn misplaced(error: &clap::Error, called: &str, options: &[OsString]) -> Option<Failure> {
    let flag = flag(error, ContextKind::InvalidArg)?;
    let is_option = options.iter().any(|word| word.to_string_lossy().starts_with(&flag));
    let name = flag.trim_start_matches('-');
    let option = every().get_arguments().filter(|_| is_option).find(|option| {
        option.get_long() == Some(name)
            || option.get_short().is_some_and(|short| name.chars().eq([short]))
    })?;
    let what = format!("`houston {called}` has no option --{}", option.get_long()?);
    Some(Failure::usage(what).help(format!("See `houston {called} --help`.")))
}

/// The failure for an option about rows that lacks the option that it needs.
fn alone(error: &clap::Error, command: &Command, options: &[OsString]) -> Option<Failure> {
    let lacks = flag(error, ContextKind::InvalidArg)?;
    let words: Vec<_> = options.iter().map(|word| word.to_string_lossy()).collect();
    let is_given = |long: &&str| {
        let name = |word: &str| word.split('=').next()?.strip_prefix("--").map(str::to_owned);
        words.iter().any(|word| name(word).as_deref() == Some(long))
    };
    let rows = command.get_arguments().filter(|option| option.get_help_heading() == Some(HEADING));
    let needs = |long: &&str| lacks == "--rows" && *long != "rows";
    let needs = rows.filter_map(clap::Arg::get_long).filter(needs).find(is_given)?;
    let failure = Failure::usage(format!("--{needs} works only with {lacks}"));
    Some(failure.help("`--rows FILE` runs the operation once for each row of a file."))
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

/// The failure for two options of which one names the other.
fn pair(error: &clap::Error) -> Option<Failure> {
    let (one, other) = (flag(error, ContextKind::InvalidArg)?, flag(error, ContextKind::PriorArg)?);
    Some(Failure::usage(format!("{one} and {other} cannot be used together")))
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
fn flag(error: &clap::Error, kind: ContextKind) -> Option<String> {
    let text = match error.get(kind)? {
        ContextValue::String(text) => text,
        ContextValue::Strings(texts) => texts.first()?,
        _ => return None,
    };
    text.split([' ', '=']).next().map(str::to_owned)
}
