//! The query of the overlay that finds what an operation names or has made.

use houston_client::arguments::Arguments;
use houston_client::request::Request;
use houston_client::schema::{Operation, OperationKind, Schema};
use houston_client::selection::Selection;
use serde_json::Value;

use crate::answer;
use crate::caller::Caller;
use crate::failure::Failure;
use crate::options::Options;
use crate::runtime;
use crate::target::Target;
use crate::text::plain;

/// The query of this name.
pub(crate) fn named<'s>(schema: &'s Schema, name: &str) -> Option<&'s Operation> {
    let is_query = |row: &&Operation| row.kind == OperationKind::Query && row.name == name;
    schema.operations.iter().find(is_query)
}

/// The query that finds what an operation is about, if one is known.
pub(crate) fn query<'s>(schema: &'s Schema, operation: &Operation) -> Option<&'s Operation> {
    named(schema, &operation.finder.as_ref()?.query)
}

/// What the operation's finder finds by its arguments: the rows that match of a list, or else the answer itself.
///
/// # Errors
///
/// When there is no finder, an argument that it needs is not set, or the query fails.
pub(crate) fn look(
    schema: &Schema,
    operation: &Operation,
    arguments: &Arguments,
    selection: &Selection,
    target: &Target,
    options: &Options,
) -> Result<Value, Failure> {
    let name = plain(&operation.name);
    let (Some(finder), Some(query)) = (&operation.finder, query(schema, operation)) else {
        return Err(Failure::usage(format!("no query is known that finds what {name} is about")));
    };
    let value = |ours: &str| Some(arguments.iter().find(|set| set.name == ours)?.value.clone());
    let mut asked = Arguments::new();
    for (theirs, ours) in finder.arguments.iter() {
        match (query.argument(theirs), value(ours)) {
            (Some(argument), Some(value)) => asked.set(theirs.clone(), argument.ty.clone(), value),
            (Some(argument), None) if argument.required => {
                let what = format!("{} needs {} to look", plain(&query.name), plain(ours));
                return Err(Failure::usage(what));
            }
            _ => {}
        }
    }
    let found = send(schema, query, &asked, selection, target, options)?;
    let fits = |row: &Value| {
        let fits = |(theirs, ours): &(_, houston_client::schema::Text)| {
            let theirs: &houston_client::schema::Text = theirs;
            value(ours).is_none_or(|wanted| row[&**theirs] == wanted)
        };
        finder.matches.iter().all(fits)
    };
    Ok(match found {
        Value::Array(rows) => Value::Array(rows.into_iter().filter(fits).collect()),
        other => other,
    })
}

/// The answer to a query that is asked on the way to something else.
///
/// # Errors
///
/// When it fails.
pub(crate) fn send(
    schema: &Schema,
    query: &Operation,
    arguments: &Arguments,
    selection: &Selection,
    target: &Target,
    options: &Options,
) -> Result<Value, Failure> {
    let request = Request::untyped(query, arguments, selection);
    let Caller { client, signed_in } = Caller::new(schema, target, options)?;
    let answer = runtime::read(client.send(request))?
        .map_err(|error| answer::failure(schema, query, &signed_in, &error))?;
    Ok(serde_json::from_str(answer.get()).unwrap_or_default())
}
