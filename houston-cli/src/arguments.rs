//! Turns flags into the values of an operation's arguments. The schema gives their types; nothing is guessed.

use clap::ArgMatches;
use houston_client::arguments::Arguments;
use houston_client::schema::{Argument, Merge, Operation, Schema};
use serde_json::{Map, Value};

mod bound;
mod cell;
mod coerce;
#[cfg(test)]
mod coerce_tests;
mod constants;
mod digits;
mod document;
mod env_file;
mod filled;
mod flags;
mod items;
mod json;
mod keys;
mod leaf;
mod literal;
mod pairs;
mod place;
mod problem;
#[cfg(test)]
mod properties;
mod raw;
mod read;
mod scan;
mod secrets;
mod since;
mod source;
mod template;
mod time;
mod untyped;
mod variables;
mod written;

pub(crate) use bound::Bound;
pub(crate) use cell::Cell;
pub(crate) use filled::{other, relaxed, through};
pub(crate) use flags::{
    OPTIONAL, REQUIRED, ambiguous, flags, id as flag_id, is_ours, shown, without_flag,
};
pub(crate) use json::{MASKED, masked, replaced, secrets as secret_places};
pub(crate) use literal::{calls as calls_of_document, problems as problems_of_document};
pub(crate) use place::LookUp;
pub(crate) use problem::{Problem, refused};
pub(crate) use since::flag as since_flag;
pub(crate) use source::FIND;
pub(crate) use source::secret;
pub(crate) use variables::{Changes, MERGE, flags as variable_flags, key_problem};
pub(crate) use written::Written;

use crate::failure::Failure;
use crate::input;
use crate::settings::options::Options;
use filled::Added;
use raw::{Origin, RawArgument};

/// What the command line gives for the arguments of an operation.
#[derive(Debug)]
pub(crate) struct Words {
    /// The flags that clap has parsed.
    pub(crate) matches: ArgMatches,
    /// The paths of dotted flags, each with its value.
    pub(crate) dotted: Vec<(String, String)>,
    /// The problems found so far.
    pub(crate) problems: Vec<Problem>,
}

/// Where a call's arguments come from, other than its flags.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Sources<'o> {
    /// A file with the arguments, or `-` for stdin.
    pub(crate) document: Option<&'o str>,
    /// Arguments as `NAME=VALUE`.
    pub(crate) pairs: &'o [String],
    /// Arguments to set to null.
    pub(crate) nulls: &'o [String],
    /// Whether secrets are allowed on the command line.
    pub(crate) allow_secrets: bool,
    /// The profile's values for arguments that are not given, by name.
    pub(crate) defaults: Option<&'o Map<String, Value>>,
    /// Whether rows give the rest: the user is asked for nothing.
    pub(crate) has_rows: bool,
}

impl<'o> Sources<'o> {
    /// Takes them from the options of a call and the defaults of its profile.
    pub(crate) fn of(options: &'o Options, defaults: Option<&'o Map<String, Value>>) -> Self {
        Sources {
            document: options.input.as_deref(),
            pairs: &options.arguments,
            nulls: &options.nulls,
            allow_secrets: options.allow_secret_args,
            defaults,
            has_rows: options.rows.rows.is_some(),
        }
    }
}

/// Reads the arguments of a call: [`collect`] and [`Collected::read`] in one step.
///
/// # Errors
///
/// Returns every problem, those in `words` first.
#[cfg(test)]
pub(crate) fn read(
    schema: &Schema,
    operation: &Operation,
    words: Words,
    sources: Sources<'_>,
) -> Result<Arguments, Vec<Problem>> {
    let collected = collect(operation, words, sources);
    let collected = collected.map_err(|failure| vec![Problem::whole(failure.parts().0)])?;
    Ok(collected.read(schema)?.0)
}

/// Collects what was given for the arguments of a call: its flags, its document, the defaults of its
/// profile, and answers to prompts.
///
/// # Errors
///
/// Fails if the user stops the prompt for a secret.
pub(crate) fn collect<'o>(
    operation: &'o Operation,
    words: Words,
    sources: Sources<'_>,
) -> Result<Collected<'o>, Failure> {
    let Words { matches, mut dotted, mut problems } = words;
    let items = variables::items(operation, &matches, sources.allow_secrets, &mut problems);
    if sources.has_rows {
        problems.extend(variables::templates(&matches));
    }
    problems.extend(flags::pairs(sources.pairs, &mut dotted));
    let (mut given, unknown) = flags::raw_arguments(operation, &matches, dotted);
    problems.extend(unknown);
    problems.extend(since::add(operation, &matches, &mut given));
    problems.extend(flags::nulls(operation, &mut given, sources.nulls));
    let mut is_whole = true;
    if let Some(path) = sources.document {
        let text = input::document(path).map_err(|why| Problem::at("--input", why));
        let read = text.and_then(|text| document::add(operation, &mut given, &text, &mut problems));
        is_whole = read.is_ok();
        problems.extend(read.err());
    }
    let defaulted = match sources.defaults {
        Some(defaults) => add_defaults(operation, &mut given, defaults),
        None => Vec::new(),
    };
    if let (Some(merge), Some(_)) = (&operation.merge, &items) {
        let at = operation.arguments.iter().position(|known| known.name == merge.argument);
        let list = at.map(|at| &mut given[at]).filter(|list| list.is_empty());
        list.into_iter().for_each(|list| list.add_json(Written::List(Vec::new())));
    }
    if !sources.has_rows && problems.is_empty() && given.iter().all(RawArgument::is_read) {
        secrets::ask(operation, &mut given)?;
    }
    let allow_secrets = sources.allow_secrets;
    let added = Added { items: items.unwrap_or_default(), changes: Changes::of(&matches) };
    Ok(Collected { operation, given, added, problems, is_whole, defaulted, allow_secrets })
}

/// What was given for each argument of a call, in the table's order.
#[derive(Clone, Debug)]
pub(crate) struct Collected<'o> {
    operation: &'o Operation,
    given: Vec<RawArgument>,
    added: Added,
    problems: Vec<Problem>,
    /// Whether the document could be read. If not, missing arguments are not known.
    is_whole: bool,
    /// The arguments whose values come from the profile.
    defaulted: Vec<&'o Argument>,
    allow_secrets: bool,
}

impl<'o> Collected<'o> {
    /// Returns the values, with the schema's types, and the look-ups that are left to do: where an id has to be looked up,
    /// the value is its `@find:` text.
    ///
    /// # Errors
    ///
    /// Returns every problem.
    pub(crate) fn read(self, schema: &Schema) -> Result<(Arguments, Vec<LookUp>), Vec<Problem>> {
        if !self.is_whole {
            return Err(self.problems);
        }
        let (operation, hidden) = (self.operation, self.hidden());
        let relaxed = filled::relaxed(operation);
        let read = read::call(schema, &relaxed, self.given, self.problems, self.allow_secrets);
        let (mut arguments, mut lookups) = read?;
        match said(operation, hidden, &arguments) {
            Some(problem) => Err(vec![problem]),
            None => {
                let added = self.added.complete(operation, &mut arguments, &mut lookups);
                added.map(|()| (arguments, lookups)).map_err(|problem| vec![problem])
            }
        }
    }

    /// The merge whose hidden items must not stand on the command line, but would.
    fn hidden(&self) -> Option<&'o Merge> {
        let merge = self.operation.merge.as_ref()?;
        let given = &self.given[self.place(&merge.argument)?];
        (given.origin == Origin::CommandLine && !self.allow_secrets).then_some(merge)
    }

    /// The operation that is called.
    pub(crate) fn operation(&self) -> &'o Operation {
        self.operation
    }

    /// Returns the values that are the same in all rows of a run, to which columns can be added.
    ///
    /// # Errors
    ///
    /// Returns every problem.
    pub(crate) fn bind(self, schema: &'o Schema) -> Result<Bound<'o>, Vec<Problem>> {
        let is_default =
            |argument: &Argument| self.defaulted.iter().any(|known| known.name == argument.name);
        let defaults: Vec<bool> = self.operation.arguments.iter().map(is_default).collect();
        let hidden = self.hidden();
        let given = self.given.into_iter().zip(defaults).collect();
        let mut problems = self.problems;
        match Bound::new(schema, self.operation, given, self.added, self.allow_secrets) {
            Ok(bound) => {
                problems.extend(said(self.operation, hidden, &bound.constants()));
                if problems.is_empty() { Ok(bound) } else { Err(problems) }
            }
            Err(more) => Err(problems.into_iter().chain(more).collect()),
        }
    }

    /// The arguments whose values come from the profile.
    pub(crate) fn defaulted(&self) -> Vec<&'o Argument> {
        self.defaulted.clone()
    }

    fn place(&self, argument: &str) -> Option<usize> {
        self.operation.arguments.iter().position(|known| known.name == argument)
    }
}

/// The problem of an item that shows only its key, and stands on the command line.
fn said(operation: &Operation, hidden: Option<&Merge>, arguments: &Arguments) -> Option<Problem> {
    let merge = hidden?;
    let mut items = arguments.value(&merge.argument)?.as_array()?.iter();
    let is_said = items.any(|item| json::is_hidden(merge, item));
    is_said.then(|| Problem::at(flags::shown(operation, &merge.argument), source::STAYS))
}

/// Fills arguments that are not given from the profile's defaults, and returns them. Secrets have no defaults.
fn add_defaults<'o>(
    operation: &'o Operation,
    given: &mut [RawArgument],
    defaults: &Map<String, Value>,
) -> Vec<&'o Argument> {
    let mut defaulted = Vec::new();
    for (argument, given) in operation.arguments.iter().zip(given) {
        let Some(value) = defaults.get(&*argument.name) else { continue };
        if argument.secret || !given.is_empty() {
            continue;
        }
        *given = match value {
            // Read like the text of a flag.
            Value::String(text) => RawArgument::of_word(text.clone()),
            other => RawArgument::json(other.clone().into()),
        };
        defaulted.push(argument);
    }
    defaulted
}
