//! The flags of an operation: one for each argument, in both spellings.

use std::collections::HashSet;

use clap::{Arg, ArgAction, ArgMatches};
use houston_client::schema::{Argument, Operation, Schema};

use super::problem::Problem;
use super::raw::RawArgument;
use super::source::{self, FIND, LITERAL};
use super::written::Written;
use crate::schema::names::{self, kebab};
use crate::terminal::suggest::did_you_mean;
use crate::terminal::text::{plain, short};

/// The most parts that a dotted flag may have: the same depth as for JSON text.
const DEEPEST: usize = 128;

/// Declares a flag for each argument, required ones first as in the table.
pub(crate) fn flags(schema: &Schema, operation: &Operation) -> Vec<Arg> {
    let mut taken: HashSet<String> =
        operation.arguments.iter().map(|argument| argument.name.to_string()).collect();
    let mut flags: Vec<Arg> = Vec::new();
    for argument in operation.arguments.iter() {
        let exact = argument.name.to_string();
        let spelled = kebab(&exact);
        let flag = Arg::new(id(argument))
            .value_name(argument.ty.to_string())
            .help(help(schema, argument))
            .help_heading(if argument.required { "Required arguments" } else { "Arguments" })
            .allow_hyphen_values(true)
            .action(ArgAction::Append);
        // Arguments with the same name in kebab-case keep their exact names.
        flags.push(match spelled == exact || !taken.insert(spelled.clone()) {
            true => flag.long(exact),
            false => flag.long(spelled).alias(exact),
        });
    }
    flags
}

/// Returns what was given for each argument, in the table's order, and the problems found.
pub(super) fn raw_arguments(
    operation: &Operation,
    matches: &ArgMatches,
    dotted: Vec<(String, String)>,
) -> (Vec<RawArgument>, Vec<Problem>) {
    let texts = |id: &str| matches.get_many::<String>(id).into_iter().flatten().cloned();
    let mut given = vec![RawArgument::default(); operation.arguments.len()];
    let mut problems = Vec::new();
    for (given, argument) in given.iter_mut().zip(operation.arguments.iter()) {
        for text in texts(&id(argument)) {
            if let Some(words) = text.strip_prefix(FIND) {
                let what = match (argument.finders.is_empty(), given.is_empty()) {
                    (true, _) => format!("`{FIND}` is not supported here; {LITERAL}"),
                    (false, false) => format!("`{FIND}` cannot be combined with another value"),
                    (false, true) => {
                        given.find = Some(words.to_owned());
                        continue;
                    }
                };
                problems.push(Problem::of(&argument.name, what));
                continue;
            }
            match source::resolve(text) {
                Ok(text) => given.add(text),
                Err(why) => problems.push(Problem::of(&argument.name, why)),
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
            Some(at) => match source::resolve(text) {
                Ok(text) => given[at].at(path).add(text),
                Err(why) => problems.push(Problem::at(format!("--{}", short(&whole)), why)),
            },
            None => problems.push(unknown(format!("--{}", short(first)), operation, first)),
        }
    }
    (given, problems)
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
    let (shown, meant) = (short(name), did_you_mean(name, known));
    Problem::at(place, format_args!("{} has no argument `{shown}`{meant}", plain(&operation.name)))
}

/// The id of an argument's flag. Its prefix keeps it apart from the ids of options.
pub(crate) fn id(argument: &Argument) -> String {
    format!("argument:{}", argument.name)
}

fn help(schema: &Schema, argument: &Argument) -> String {
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
    if let Some(reason) = &argument.deprecated {
        add(format!("[deprecated: {}]", plain(reason)));
    }
    help
}
