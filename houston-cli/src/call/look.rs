//! What exists of a call's object: the answer of the query that finds it.

mod within;

use std::slice;

use houston_client::Selection;
use houston_client::arguments::Arguments;
use houston_client::schema::{Finder, Operation};
use serde_json::Value;

use crate::answer::fields;
use crate::answer::format::{self, Format, Screen};
use crate::arguments;
use crate::call::compare;
use crate::call::compare::same::Likeness;
use crate::call::{Call, look_up};
use crate::failure::{Code, Exit, Failure};
use crate::terminal::output;
use crate::terminal::text::plain;

/// What the query showed that finds an operation's object.
#[derive(Debug)]
pub(crate) struct Looked {
    /// The objects that match.
    pub(crate) rows: Vec<Value>,
    /// Whether the query shows no object at all.
    pub(crate) is_empty: bool,
    /// Whether none matches, and one is the same but for upper and lower case.
    is_unclear: bool,
    /// The optional fields that the server lacks, each as `Type.field`.
    pub(crate) lacking: Vec<String>,
}

impl Looked {
    /// The same, if it is clear whether the object exists: servers store some texts in lower case.
    ///
    /// # Errors
    ///
    /// Fails if it is not.
    pub(crate) fn clear(self, query: &Operation) -> Result<Self, Failure> {
        match self.is_unclear {
            true => Err(failed(query, "an object is the same but for upper and lower case")),
            false => Ok(self),
        }
    }

    /// The answer of the query, with only the matching objects and these fields.
    pub(crate) fn shown(&self, query: &Operation, selection: &Selection) -> Value {
        match query.type_ref().item() {
            Some(_) => self.rows.iter().map(|row| selection.of(row)).collect(),
            None => self.rows.first().map_or(Value::Null, |one| selection.of(one)),
        }
    }
}

/// Whether an object is the one that the arguments name, whatever is in its lists: a role that it lacks is not there.
fn is_about(finder: &Finder, arguments: &Arguments, row: &Value) -> bool {
    let is_part = |path: &str| path.contains('.');
    let is_equal = |(theirs, ours): &(String, String)| {
        is_part(theirs) || compare::value_at(arguments, ours) == Some(&row[theirs.as_str()])
    };
    finder.matches.iter().any(|(theirs, _)| is_part(theirs)) && finder.matches.iter().all(is_equal)
}

impl Call<'_> {
    /// Runs the operation's finder with its arguments, and returns what it found.
    ///
    /// # Errors
    ///
    /// Fails if the operation has no finder, a required argument of the finder is not set, or the query fails, or its
    /// answer cannot be read.
    pub(crate) async fn look(
        &self,
        arguments: &Arguments,
        selection: &Selection,
    ) -> Result<Looked, Failure> {
        let (Some(finder), Some(query)) = (&self.operation.finder, self.finder()) else {
            let what = format!("no known query finds the object of {}", self.name());
            return Err(Failure::usage(what));
        };
        // In a list, nothing else tells which object is meant.
        let is_given = |(_, ours): &(String, String)| {
            compare::value_at(arguments, ours).is_some_and(|value| !value.is_null())
        };
        if let (Some(_), Some((_, first))) = (query.type_ref().item(), finder.matches.first())
            && !finder.matches.iter().any(is_given)
        {
            let (query, first) = (plain(&query.name), plain(first));
            return Err(Failure::usage(format!(
                "{query} finds the object by `{first}`, which is not given"
            )));
        }
        let (mut asked, mut known) = (Arguments::new(), arguments.clone());
        let paths = finder.arguments.iter().map(|(_, ours)| ours.as_str());
        let lookups = arguments::through(self.operation, paths, &mut known);
        look_up::resolve(self, &mut known, lookups).await?;
        for (theirs, ours) in finder.arguments.iter() {
            let value = known.value(ours).or_else(|| compare::value_at(arguments, ours));
            match (query.argument(theirs), value) {
                (Some(argument), Some(value)) => {
                    asked.set(theirs.clone(), argument.ty.clone(), value.clone());
                }
                (Some(argument), None) if argument.required => {
                    let what = format!("the query {} needs `{}`", plain(&query.name), plain(ours));
                    return Err(Failure::usage(what));
                }
                _ => {}
            }
        }
        let given = compare::given(self.schema, query, self.operation, arguments);
        let mut whole = selection.clone();
        let identity = given.identity();
        if !identity.is_empty() {
            whole.merge(&fields::selection(self.schema, query, &identity.join(","))?);
        }
        let is_one = query.type_ref().item().is_none();
        let is_named = is_one && !finder.matches.is_empty();
        let answer = match self.asked(query, &asked, &whole).await {
            Err(failure) if failure.exit == Exit::NotAllowed => {
                Some(within::asked(self, query, arguments, &whole, failure).await?)
            }
            // A list would be empty.
            Err(failure) if is_named && failure.is(Code::NotFound) => None,
            asked => Some(asked?),
        };
        let failed = |what| failed(query, what);
        let found = answer.as_ref().map_or(&Value::Null, |answer| &answer.value);
        let rows = match (query.type_ref().item(), found) {
            (Some(_), Value::Array(rows)) => &rows[..],
            (None, Value::Null) => &[],
            (None, one @ Value::Object(_)) => slice::from_ref(one),
            _ => return Err(failed("the answer cannot be read")),
        };
        let merge = self.operation.merge.as_ref().filter(|merge| merge.from.is_none());
        let key = merge.map(|merge| merge.key.as_str());
        let (mut is_unclear, is_empty) = (false, rows.is_empty());
        let mut found = Vec::new();
        for row in rows {
            let has_key = key.is_none_or(|key| row[key].is_string());
            let likeness = given.fits(row).filter(|_| has_key);
            let likeness = likeness.ok_or_else(|| failed("the answer cannot be read"))?;
            is_unclear |= likeness == Likeness::Unclear;
            if likeness == Likeness::Same {
                found.push(row.clone());
            } else if is_one && !is_about(finder, arguments, row) {
                return Err(failed("the answer is another object"));
            }
        }
        is_unclear &= found.is_empty();
        let lacking = answer.map_or(Vec::new(), |answer| answer.lacking.clone());
        Ok(Looked { rows: found, is_empty, is_unclear, lacking })
    }

    /// The result of the operation's finder as a table; none if it fails.
    pub(crate) async fn table_of_what_is_there(&self, arguments: &Arguments) -> Option<String> {
        let selection = Selection::by_default(self.schema, self.finder()?, 1);
        let looked = self.look(arguments, &selection).await.ok()?.clear(self.finder()?).ok()?;
        let found = looked.shown(self.finder()?, &selection);
        let width = Some(output::asking_width());
        let screen = Screen { terminal: true, width, ..Screen::default() };
        format::write(Format::Table, &[&found.to_string()], screen, None).ok()?.text
    }
}

fn failed(query: &Operation, what: &str) -> Failure {
    Failure::new(Exit::Partial, format!("{}: {what}", plain(&query.name)))
}
