//! Turns flags into the values of an operation's arguments. The schema gives their types; nothing is guessed.

use clap::ArgMatches;
use houston_client::arguments::Arguments;
use houston_client::schema::{Argument, Merge, Operation, Schema};
use serde_json::{Map, Value};

mod coerce;
#[cfg(test)]
mod coerce_tests;
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
mod place;
mod problem;
mod raw;
mod scan;
mod secrets;
mod source;
mod time;
mod untyped;
mod variables;
mod written;

pub(crate) use filled::other;
pub(crate) use flags::{ambiguous, flags, id as flag_id, is_ours, shown, without_flag};
pub(crate) use json::{MASKED, masked, replaced, secrets as secret_places};
pub(crate) use literal::{calls as calls_of_document, problems as problems_of_document};
pub(crate) use place::LookUp;
pub(crate) use problem::{Problem, refused};
pub(crate) use source::FIND;
pub(crate) use source::secret;
pub(crate) use variables::{Changes, MERGE, flags as variable_flags, key_problem};

use crate::failure::Failure;
use crate::input;
use crate::settings::options::Options;
use raw::RawArgument;
use written::Written;

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
    problems.extend(flags::pairs(sources.pairs, &mut dotted));
    let (mut given, unknown) = flags::raw_arguments(operation, &matches, dotted);
    problems.extend(unknown);
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
    if problems.is_empty() && given.iter().all(RawArgument::is_read) {
        secrets::ask(operation, &mut given)?;
    }
    let allow_secrets = sources.allow_secrets;
    let (items, removed) = (items.unwrap_or_default(), Changes::of(&matches).removed);
    Ok(Collected { operation, given, items, removed, problems, is_whole, defaulted, allow_secrets })
}

/// What was given for each argument of a call, in the table's order.
#[derive(Clone, Debug)]
pub(crate) struct Collected<'o> {
    operation: &'o Operation,
    given: Vec<RawArgument>,
    /// Variables for the list of the operation's merge, from elsewhere than the command line.
    items: Vec<Value>,
    /// The keys of items to remove.
    removed: Vec<String>,
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
        let hidden = self.operation.merge.as_ref().and_then(|merge| {
            let given = &self.given[self.place(&merge.argument)?];
            (given.literal && !self.allow_secrets).then_some(merge)
        });
        let operation = filled::relaxed(self.operation);
        let read = coerce::read(schema, &operation, self.given, self.problems, self.allow_secrets);
        let (mut arguments, mut lookups) = read?;
        let is_said = |merge: &Merge| {
            let items = arguments.value(&merge.argument).and_then(Value::as_array);
            items.into_iter().flatten().any(|item| json::is_hidden(merge, item))
        };
        if let Some(merge) = hidden.filter(|merge| is_said(merge)) {
            let place = flags::shown(self.operation, &merge.argument);
            return Err(vec![Problem::at(place, source::STAYS)]);
        }
        if let Some(merge) = self.operation.variables.as_ref().and(self.operation.merge.as_ref())
            && let Some(given) = arguments.value(&merge.argument).and_then(Value::as_array)
        {
            let items: Vec<Value> = given.iter().cloned().chain(self.items).collect();
            if let Some(problem) = variables::removed_problem(merge, &items, &self.removed) {
                return Err(vec![problem]);
            }
            arguments.replace(&format!("/{}", merge.argument), items.into());
        }
        filled::fill(self.operation, &mut arguments, &mut lookups);
        Ok((arguments, lookups))
    }

    /// The arguments whose values come from the profile.
    pub(crate) fn defaulted(&self) -> Vec<&'o Argument> {
        self.defaulted.clone()
    }

    fn place(&self, argument: &str) -> Option<usize> {
        self.operation.arguments.iter().position(|known| known.name == argument)
    }
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
