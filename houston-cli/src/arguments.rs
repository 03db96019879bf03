//! From flags to the values of an operation's arguments: typed by the schema, never guessed.

use clap::ArgMatches;
use houston_client::arguments::Arguments;
use houston_client::schema::{Argument, Merge, Operation, Schema};
use serde_json::{Map, Value};

mod coerce;
#[cfg(test)]
mod coerce_tests;
mod document;
mod flags;
mod json;
mod place;
mod problem;
mod raw;
mod secrets;
mod source;

pub(crate) use flags::{flags, id as flag_id};
pub(crate) use json::{MASKED, masked, replaced, secrets as secret_places};
pub(crate) use problem::Problem;
pub(crate) use source::{document, secret, stdin};

use crate::failure::Failure;
use crate::settings::options::Options;
use raw::RawArgument;
use source::FIND;

/// What the words of a call give its operation's arguments.
#[derive(Debug)]
pub(crate) struct Words {
    /// The flags that clap has read.
    pub(crate) matches: ArgMatches,
    /// The paths of dotted flags, each with its value.
    pub(crate) dotted: Vec<(String, String)>,
    /// What is wrong with them.
    pub(crate) problems: Vec<Problem>,
}

/// What a call's options say about its arguments.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Sources<'o> {
    /// A file with the arguments, or `-`.
    pub(crate) document: Option<&'o str>,
    /// Arguments that are null.
    pub(crate) nulls: &'o [String],
    /// Whether secrets may stand in the words of the call.
    pub(crate) allow_secrets: bool,
    /// Values of the profile for arguments that nobody gives, by name.
    pub(crate) defaults: Option<&'o Map<String, Value>>,
}

impl<'o> Sources<'o> {
    /// What the options of a call say, and the profile.
    pub(crate) fn of(options: &'o Options, defaults: Option<&'o Map<String, Value>>) -> Self {
        Sources {
            document: options.input.as_deref(),
            nulls: &options.nulls,
            allow_secrets: options.allow_secret_args,
            defaults,
        }
    }
}

/// Reads the arguments of a call: [`collect`], and what was collected at once.
///
/// # Errors
///
/// All that is wrong with them, one line each, behind the problems that there were before.
#[cfg(test)]
pub(crate) fn read(
    schema: &Schema,
    operation: &Operation,
    words: Words,
    sources: Sources<'_>,
) -> Result<Arguments, Vec<Problem>> {
    let collected = collect(operation, words, sources);
    collected.map_err(|failure| vec![Problem::whole(failure.parts().0)])?.read(schema)
}

/// Takes together what was given for the arguments of a call: by its words, and what is
/// beside them.
///
/// # Errors
///
/// When somebody stopped it, who was asked for a secret.
pub(crate) fn collect<'o>(
    operation: &'o Operation,
    words: Words,
    sources: Sources<'_>,
) -> Result<Collected<'o>, Failure> {
    let Words { matches, dotted, mut problems } = words;
    let (mut given, unknown) = flags::raw_arguments(operation, &matches, dotted);
    problems.extend(unknown);
    problems.extend(flags::nulls(operation, &mut given, sources.nulls));
    let mut is_whole = true;
    if let Some(path) = sources.document {
        let text = source::document(path).map_err(|why| Problem::at("--input", why));
        let read = text.and_then(|text| document::add(operation, &mut given, &text, &mut problems));
        is_whole = read.is_ok();
        problems.extend(read.err());
    }
    let defaulted = match sources.defaults {
        Some(defaults) => add_defaults(operation, &mut given, defaults),
        None => Vec::new(),
    };
    if problems.is_empty() {
        secrets::ask(operation, &mut given)?;
    }
    let allow_secrets = sources.allow_secrets;
    Ok(Collected { operation, given, problems, is_whole, defaulted, allow_secrets })
}

/// What was given for each argument of a call, in the table's order.
#[derive(Clone, Debug)]
pub(crate) struct Collected<'o> {
    operation: &'o Operation,
    given: Vec<RawArgument>,
    problems: Vec<Problem>,
    /// Whether nothing stands in a document that could not be read: what is missing is then not known.
    is_whole: bool,
    /// The arguments that nobody gave, and the profile has values for.
    defaulted: Vec<&'o Argument>,
    allow_secrets: bool,
}

impl<'o> Collected<'o> {
    /// The values, by the schema's types. What has to be looked up stands for itself.
    ///
    /// # Errors
    ///
    /// All that is wrong with them, one line each.
    pub(crate) fn read(mut self, schema: &Schema) -> Result<Arguments, Vec<Problem>> {
        if !self.is_whole {
            return Err(self.problems);
        }
        for given in &mut self.given {
            if let Some(words) = given.find.take() {
                given.texts.push(format!("{FIND}{words}"));
            }
        }
        let hidden = self.operation.merge.as_ref().and_then(|merge| {
            let given = &self.given[self.place(&merge.argument)?];
            (given.literal && !self.allow_secrets).then_some(merge)
        });
        let read =
            coerce::read(schema, self.operation, self.given, self.problems, self.allow_secrets)?;
        let is_said = |merge: &Merge| {
            let items = read.value(&merge.argument).and_then(Value::as_array);
            items.into_iter().flatten().any(|item| json::is_hidden(merge, item))
        };
        match hidden {
            Some(merge) if is_said(merge) => Err(vec![Problem::of(&merge.argument, source::STAYS)]),
            _ => Ok(read),
        }
    }

    /// The arguments that nobody gave, and the profile has values for.
    pub(crate) fn defaulted(&self) -> Vec<&'o Argument> {
        self.defaulted.clone()
    }

    /// The arguments whose values have to be looked up, each with what to look for.
    pub(crate) fn lookups(&self) -> Vec<(&'o Argument, String)> {
        let rows = self.operation.arguments.iter().zip(&self.given);
        rows.filter_map(|(argument, given)| Some((argument, given.find.clone()?))).collect()
    }

    /// The text that was given for an argument, where that is all of it.
    pub(crate) fn text(&self, argument: &str) -> Option<String> {
        let given = &self.given[self.place(argument)?];
        match (&given.texts[..], &given.json[..], &given.find) {
            ([text], [], None) => Some(text.clone()),
            ([], [Value::String(text)], None) => Some(text.clone()),
            _ => None,
        }
    }

    /// Takes what was found for an argument.
    pub(crate) fn found(&mut self, argument: &str, id: String) {
        if let Some(place) = self.place(argument) {
            self.given[place] = RawArgument::text(id);
        }
    }

    fn place(&self, argument: &str) -> Option<usize> {
        self.operation.arguments.iter().position(|known| known.name == argument)
    }
}

/// Gives arguments that nobody else gave what the profile has for them, and says which. A secret is none of them.
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
            // As the flag would be read.
            Value::String(text) => RawArgument::text(text.clone()),
            other => RawArgument::json(other.clone()),
        };
        defaulted.push(argument);
    }
    defaulted
}
