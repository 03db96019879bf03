//! Arguments that are read from the object that another argument identifies.

use std::borrow::Cow;

use houston_client::arguments::Arguments;
use houston_client::schema::{Argument, Operation};
use serde_json::Value;

use super::flags::shown;
use super::pairs::pairs;
use super::place::LookUp;
use super::problem::Problem;
use super::source::FIND;
use super::variables::{self, Changes};

/// The operation, without the requirement of arguments that can be read.
pub(crate) fn relaxed(operation: &Operation) -> Cow<'_, Operation> {
    let is_required = |name: &str| operation.argument(name).is_some_and(|from| from.required);
    let is_filled = |argument: &Argument| {
        operation.fills(&argument.name).is_some_and(|(from, _)| is_required(from))
    };
    if !operation.arguments.iter().any(is_filled) {
        return Cow::Borrowed(operation);
    }
    let mut relaxed = operation.clone();
    for (own, argument) in operation.arguments.iter().zip(&mut relaxed.arguments) {
        argument.required &= !is_filled(own);
    }
    Cow::Owned(relaxed)
}

/// What is added to the arguments that are given.
#[derive(Clone, Debug, Default)]
pub(super) struct Added {
    /// Variables for the list of the operation's merge, from elsewhere than the command line.
    pub(super) items: Vec<Value>,
    /// What happens to items that exist.
    pub(super) changes: Changes,
}

impl Added {
    /// Adds the items, and the look-ups of arguments that can be read.
    ///
    /// # Errors
    ///
    /// Fails if an item is given and removed.
    pub(super) fn complete(
        &self,
        operation: &Operation,
        arguments: &mut Arguments,
        lookups: &mut Vec<LookUp>,
    ) -> Result<(), Problem> {
        if let Some(merge) = operation.variables.as_ref().and(operation.merge.as_ref())
            && let Some(given) = arguments.value(&merge.argument).and_then(Value::as_array)
            && !(self.items.is_empty() && self.changes.removed.is_empty())
        {
            let items: Vec<Value> = given.iter().chain(&self.items).cloned().collect();
            if let Some(problem) = variables::removed_problem(merge, &items, &self.changes.removed)
            {
                return Err(problem);
            }
            arguments.replace(&format!("/{}", merge.argument), items.into());
        }
        fill(operation, arguments, lookups);
        Ok(())
    }
}

/// Adds the look-ups of required arguments that are not given.
fn fill(operation: &Operation, arguments: &mut Arguments, lookups: &mut Vec<LookUp>) {
    for argument in operation.arguments.iter().filter(|argument| argument.required) {
        let Some((from, field)) = operation.fills(&argument.name) else { continue };
        let known = arguments.value(from).and_then(|value| value.as_str());
        let (None, Some(known)) = (arguments.value(&argument.name), known) else { continue };
        let (words, pairs) = match known.strip_prefix(FIND) {
            Some(words) => {
                let same = lookups.iter().find(|lookup| lookup.pointer == format!("/{from}"));
                (words.to_owned(), same.map_or_else(|| pairs(words), |same| same.pairs.clone()))
            }
            None => (format!("id={known}"), Ok(vec![("id".to_owned(), known.to_owned())])),
        };
        let found = format!("{FIND}{words}");
        arguments.set(argument.name.clone(), argument.ty.clone(), found.into());
        lookups.push(LookUp {
            flag: shown(operation, &argument.name),
            pointer: format!("/{}", argument.name),
            finders: operation.argument(from).map_or_else(Vec::new, |from| from.finders.clone()),
            words,
            pairs,
            field: field.to_owned(),
        });
    }
}

/// The look-ups of paths that lead through the object that an argument identifies, such as `deploymentUuid.workspace.id`.
/// Adds an argument of the path's own name for each result.
pub(crate) fn through<'p>(
    operation: &Operation,
    paths: impl Iterator<Item = &'p str>,
    arguments: &mut Arguments,
) -> Vec<LookUp> {
    let mut lookups = Vec::new();
    for path in paths {
        let Some((from, field)) = path.split_once('.') else { continue };
        let Some(of) = operation.argument(from).filter(|of| !of.finders.is_empty()) else {
            continue;
        };
        let Some(id) = arguments.value(from).and_then(Value::as_str).map(str::to_owned) else {
            continue;
        };
        let words = format!("id={id}");
        arguments.set(path.to_owned(), of.ty.clone(), format!("{FIND}{words}").into());
        lookups.push(LookUp {
            flag: shown(operation, from),
            pointer: format!("/{path}"),
            finders: of.finders.clone(),
            words,
            pairs: Ok(vec![("id".to_owned(), id)]),
            field: field.to_owned(),
        });
    }
    lookups
}

/// The arguments that identify another object of the operation, and their look-ups: the argument `of` with this word, and
/// those that are read from the object. `flag` is where the word stands.
pub(crate) fn other(
    operation: &Operation,
    of: &str,
    word: &str,
    flag: &str,
) -> (Arguments, Vec<LookUp>) {
    let (mut other, mut lookups) = (Arguments::new(), Vec::new());
    let Some(of) = operation.argument(of) else { return (other, lookups) };
    other.set(of.name.clone(), of.ty.clone(), word.into());
    fill(operation, &mut other, &mut lookups);
    if let Some(words) = word.strip_prefix(FIND) {
        lookups.push(LookUp {
            flag: String::new(),
            pointer: format!("/{}", of.name),
            finders: of.finders.clone(),
            words: words.to_owned(),
            pairs: pairs(words),
            field: "id".to_owned(),
        });
    }
    lookups.iter_mut().for_each(|lookup| flag.clone_into(&mut lookup.flag));
    (other, lookups)
}
