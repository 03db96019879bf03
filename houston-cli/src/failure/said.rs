//! What clap says of words that it refuses, as a failure.

use clap::Error;
use clap::error::{ContextKind, ContextValue, ErrorKind};

use crate::failure::Failure;
use crate::terminal::output;
use crate::terminal::suggest::{did_you_mean, one_of};
use crate::terminal::text::{plain, short};

/// Turns a usage error of clap into a failure in our words. Its next step is the help of the command, such as `auth login`.
pub(crate) fn failure(said: &Error, called: Option<&str>) -> Failure {
    let of = |kind| texts(said, kind);
    let first = |kind| of(kind).into_iter().next().unwrap_or_default();
    let argument = first(ContextKind::InvalidArg);
    let flag = argument.split([' ', '=']).next().unwrap_or_default();
    let flag = flag.trim_matches(['<', '>', '[', ']', '.']);
    let called = usage(said).or_else(|| called.map(|called| format!("houston {called}")));
    let command = called.as_deref().unwrap_or("houston");
    let value = short(&first(ContextKind::InvalidValue));
    let failure = match said.kind() {
        ErrorKind::UnknownArgument if !argument.starts_with('-') => {
            let what = format!("unexpected word `{}`", short(&argument));
            Failure::usage(what).help("A value with white space stands in quotes.")
        }
        ErrorKind::UnknownArgument => {
            let meant = one_of(&of(ContextKind::SuggestedArg));
            Failure::usage(format!("`{command}` has no option {}{meant}", short(flag)))
        }
        ErrorKind::InvalidSubcommand => {
            let meant = one_of(&of(ContextKind::SuggestedSubcommand));
            let name = short(&first(ContextKind::InvalidSubcommand));
            Failure::usage(format!("`{command}` has no command `{name}`{meant}"))
        }
        ErrorKind::MissingSubcommand | ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand => {
            output::note(said.to_string().trim_end());
            return Failure::usage("a command is missing");
        }
        ErrorKind::InvalidValue if value.is_empty() => Failure::usage(format!(
            "{flag} needs a value{}",
            expected(&of(ContextKind::ValidValue))
        )),
        ErrorKind::InvalidValue => {
            let values = of(ContextKind::ValidValue);
            let meant = did_you_mean(&value, values.iter().map(String::as_str));
            let (name, values) = (named(&argument), expected(&values));
            Failure::usage(format!("{flag}: `{value}` is not a valid {name}{meant}{values}"))
        }
        ErrorKind::ValueValidation => {
            let why =
                std::error::Error::source(said).map(|why| format!(": {}", plain(&why.to_string())));
            let (name, why) = (named(&argument), why.unwrap_or_default());
            Failure::usage(format!("{flag}: `{value}` is not a valid {name}{why}"))
        }
        ErrorKind::MissingRequiredArgument => {
            let mut lacks = of(ContextKind::InvalidArg);
            // Words come first, as in the usage.
            lacks.sort_by_key(|argument| argument.contains("--"));
            let lacks: Vec<String> = lacks.iter().map(|argument| needed(argument)).collect();
            Failure::usage(format!("`{command}` needs {}", lacks.join(" and ")))
        }
        ErrorKind::ArgumentConflict => {
            let others = of(ContextKind::PriorArg);
            let other = others.first().map_or("other options", |other| other.as_str());
            Failure::usage(format!("{argument} and {other} cannot be used together"))
        }
        ErrorKind::InvalidUtf8 => Failure::usage("a word of the call is not valid UTF-8"),
        _ => {
            let text = said.to_string();
            let line = text.lines().next().unwrap_or_default();
            Failure::usage(plain(line.strip_prefix("error: ").unwrap_or(line)))
        }
    };
    failure.help(match called {
        Some(called) => format!("See `{called} --help`."),
        None => "See `houston --help`.".to_owned(),
    })
}

/// The texts of one kind that belong to an error.
fn texts(said: &Error, kind: ContextKind) -> Vec<String> {
    match said.get(kind) {
        Some(ContextValue::String(text)) => vec![plain(text)],
        Some(ContextValue::Strings(texts)) => texts.iter().map(|text| plain(text)).collect(),
        _ => Vec::new(),
    }
}

/// The command that was called, from its usage.
fn usage(said: &Error) -> Option<String> {
    let Some(ContextValue::StyledStr(usage)) = said.get(ContextKind::Usage) else { return None };
    let usage = usage.to_string();
    let words = usage.strip_prefix("Usage: ")?.split_whitespace();
    let is_name = |word: &&str| word.starts_with(|first: char| first.is_ascii_alphanumeric());
    Some(words.take_while(is_name).collect::<Vec<_>>().join(" "))
}

/// The values that are taken, behind a sentence.
fn expected(values: &[String]) -> String {
    if values.is_empty() {
        String::new()
    } else {
        format!("; expected one of {}", values.join(", "))
    }
}

/// The name of the value that an option takes, as in its help.
fn named(argument: &str) -> &str {
    let name = argument.split_once('<').and_then(|(_, rest)| rest.split_once('>'));
    name.map_or("value", |(name, _)| name)
}

/// What is missing, as clap writes it: one argument, or a group of which one is needed.
fn needed(argument: &str) -> String {
    match argument.strip_prefix('<').and_then(|rest| rest.strip_suffix('>')) {
        Some(group) if group.contains('|') && group.contains("--") => {
            format!("one of {}", group.split('|').collect::<Vec<_>>().join(", "))
        }
        Some(word) => word.to_owned(),
        None => argument.to_owned(),
    }
}
