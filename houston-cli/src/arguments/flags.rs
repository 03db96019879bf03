//! The flags of an operation: one for each argument, in both spellings.

use clap::{Arg, ArgAction, ArgMatches};
use houston_client::schema::{Argument, Operation, Schema};

use super::problem::Problem;
use super::raw::{Origin, RawArgument};
use super::source::{self, FIND};
use super::variables;
use super::written::Written;
use crate::schema::names::{self, kebab};
use crate::schema::{live, repeats, versions};
use crate::settings::options::{ARGUMENT, decides};
use crate::terminal::suggest::{closest, one_of};
use crate::terminal::text::{plain, short};

/// The headings of arguments in the help.
pub(crate) const REQUIRED: &str = "Required";
pub(crate) const OPTIONAL: &str = "Optional";

/// The most parts that a dotted flag may have: the same depth as for JSON text.
const DEEPEST: usize = 128;

/// Whether a flag of this name is ours, and never an argument's.
pub(crate) fn is_ours(operation: &Operation, name: &str) -> bool {
    decides(name)
        || repeats::has(operation, name)
        || live::has(operation, name)
        || variables::is_flag(operation, name)
}

/// The names of an argument's flag, the shown one first. Empty if all of them are options that decide whether or where
/// something is sent.
fn spellings(operation: &Operation, name: &str) -> Vec<String> {
    names::spellings(operation, name).into_iter().filter(|name| !is_ours(operation, name)).collect()
}

/// How to give an argument: `--label`, or `--argument url` if its flag is an option.
pub(crate) fn shown(operation: &Operation, name: &str) -> String {
    match spellings(operation, name).first() {
        Some(flag) => format!("--{}", plain(flag)),
        None => format!("--{ARGUMENT} {}", plain(name)),
    }
}

/// The arguments that have no flag.
pub(crate) fn without_flag(operation: &Operation) -> impl Iterator<Item = &Argument> {
    let has_none = |argument: &&Argument| spellings(operation, &argument.name).is_empty();
    operation.arguments.iter().filter(has_none)
}

/// The problem of a flag that is an option and an argument.
pub(crate) fn ambiguous(operation: &Operation, name: &str) -> Problem {
    let of = plain(&operation.name);
    let is_it = |argument: &&Argument| argument.name == name || kebab(&argument.name) == name;
    let argument = operation.arguments.iter().find(is_it);
    let argument = argument.map_or_else(|| name.to_owned(), |argument| plain(&argument.name));
    let what = format!(
        "it is an option and an argument of {of}; write the option in front of {of}, and the argument as \
         `--{ARGUMENT} {argument}=VALUE`"
    );
    Problem::at(format!("--{name}"), what)
}

/// Adds the arguments that are given as `NAME=VALUE`.
pub(super) fn pairs(given: &[String], dotted: &mut Vec<(String, String)>) -> Vec<Problem> {
    let mut problems = Vec::new();
    for pair in given {
        match pair.split_once('=') {
            Some((name, value)) => dotted.push((name.to_owned(), value.to_owned())),
            None => problems.push(Problem::at(format!("--{ARGUMENT}"), "expected NAME=VALUE")),
        }
    }
    problems
}

/// Declares a flag for each argument, required ones first as in the table.
pub(crate) fn flags(schema: &Schema, operation: &Operation) -> Vec<Arg> {
    let mut flags: Vec<Arg> = Vec::new();
    for argument in operation.arguments.iter() {
        let mut names = spellings(operation, &argument.name).into_iter();
        let Some(shown) = names.next() else { continue };
        let flag = Arg::new(id(argument))
            .long(shown)
            .aliases(names)
            .value_name(argument.ty.to_string())
            .help(help(schema, operation, argument))
            .help_heading(if argument.required && operation.fills(&argument.name).is_none() {
                REQUIRED
            } else {
                OPTIONAL
            })
            .allow_hyphen_values(true)
            .action(ArgAction::Append);
        flags.push(flag);
    }
    flags
}

/// Returns what was given for each argument, in the table's order, and the problems found.
pub(super) fn raw_arguments(
    operation: &Operation,
    matches: &ArgMatches,
    dotted: Vec<(String, String)>,
) -> (Vec<RawArgument>, Vec<Problem>) {
    let texts = |id: &str| {
        let texts = matches.try_get_many::<String>(id).ok().flatten();
        texts.into_iter().flatten().cloned()
    };
    let mut given = vec![RawArgument::default(); operation.arguments.len()];
    let mut problems = Vec::new();
    for (given, argument) in given.iter_mut().zip(operation.arguments.iter()) {
        for text in texts(&id(argument)) {
            if let Err(why) = add(given, text) {
                problems.push(Problem::at(shown(operation, &argument.name), why));
            }
        }
    }
    for (path, text) in dotted {
        if path.split('.').count() > DEEPEST {
            let place = format!("--{}…", plain(path.get(..20).unwrap_or_default()));
            problems
                .push(Problem::at(place, format_args!("nested more than {DEEPEST} levels deep")));
            continue;
        }
        let whole = path.clone();
        let mut path = whole.split('.');
        let first = path.next().unwrap_or_default();
        match names::argument(operation, first) {
            Some(at) => {
                if let Err(why) = add(given[at].at(path), text) {
                    problems.push(Problem::at(format!("--{}", short(&whole)), why));
                }
            }
            None => problems.push(unknown(format!("--{}", short(first)), operation, first)),
        }
    }
    (given, problems)
}

/// Adds the word that is given for a value: a text, its source, or a look-up.
fn add(given: &mut RawArgument, word: String) -> Result<(), String> {
    match word.strip_prefix(FIND) {
        Some(_) if !given.is_empty() => {
            Err(format!("`{FIND}` cannot be combined with another value"))
        }
        Some(words) => {
            given.find = Some(words.to_owned());
            given.origin = Origin::CommandLine;
            Ok(())
        }
        None => {
            given.add(source::resolve(word));
            Ok(())
        }
    }
}

/// Adds an explicit null at each dotted path.
pub(super) fn nulls(
    operation: &Operation,
    given: &mut [RawArgument],
    paths: &[String],
) -> Vec<Problem> {
    let mut problems = Vec::new();
    for whole in paths {
        let mut path = whole.split('.');
        let first = path.next().unwrap_or_default();
        match names::argument(operation, first) {
            Some(at) if whole.len() < 1024 => given[at].at(path).add_json(Written::Null),
            _ => problems.push(unknown("--null".to_owned(), operation, first)),
        }
    }
    problems
}

/// The problem of a name that is not an argument.
pub(super) fn unknown(place: String, operation: &Operation, name: &str) -> Problem {
    let known = operation.arguments.iter().map(|argument| argument.name.as_ref());
    let (named, found) = (short(name), closest(name, known));
    let meant = versions::argument_hint(operation, name).unwrap_or_else(|| one_of(&found));
    let what = format!("{} has no argument `{named}`{meant}", plain(&operation.name));
    let found = found.into_iter().map(|name| shown(operation, name));
    Problem::at(place, what).unknown().meaning(found.collect())
}

/// The id of an argument's flag. Its prefix keeps it apart from the ids of options.
pub(crate) fn id(argument: &Argument) -> String {
    format!("argument:{}", argument.name)
}

fn help(schema: &Schema, operation: &Operation, argument: &Argument) -> String {
    let mut help = plain(&argument.description);
    let mut add = |text: String| {
        help.push_str(if help.is_empty() { "" } else { " " });
        help.push_str(&text);
    };
    if let Some(ty) = schema.type_named(argument.type_ref().name()) {
        const SHOWN: usize = 4;
        let names: Vec<String> = ty.values.iter().map(|value| plain(&value.name)).collect();
        match names.len() {
            0 => {}
            count if count <= SHOWN => add(format!("[{}]", names.join(", "))),
            _ => add(format!("[see `houston describe {}`]", plain(&ty.name))),
        }
    }
    if let Some(default) = &argument.default {
        add(format!("[default: {}]", plain(default)));
    }
    if let Some((from, field)) = operation.fills(&argument.name) {
        add(format!("[default: {} of {}]", plain(field), shown(operation, from)));
    }
    if let Some(reason) = &argument.deprecated {
        add(format!("[deprecated: {}]", plain(reason)));
    }
    help
}
