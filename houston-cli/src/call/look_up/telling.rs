//! What tells people which object it is.

use houston_client::schema::{Argument, Field, Operation, Schema};
use serde_json::Value;

use crate::answer::fields;
use crate::arguments::{self, FIND};
use crate::failure::Failure;
use crate::terminal::text::{plain, short, words_of};

/// How a look-up is written for an argument of an operation, if one can be looked up.
pub(crate) fn example(schema: &Schema, operation: &Operation) -> Option<String> {
    operation.arguments.iter().find_map(|argument| {
        let look_up = look_up(schema, argument)?;
        Some(format!("{} {look_up}=VALUE", arguments::shown(operation, &argument.name)))
    })
}

/// How the value of an argument is looked up, without the value that is looked for: `@find:label`.
pub(crate) fn look_up(schema: &Schema, argument: &Argument) -> Option<String> {
    look_ups(schema, argument).into_iter().next()
}

/// All ways to look the value of an argument up.
pub(crate) fn look_ups(schema: &Schema, argument: &Argument) -> Vec<String> {
    let query = argument.finders.iter().find(|finder| !finder.contains('.'));
    let query = query.and_then(|query| schema.operation(query));
    let fields = query.map_or(&[][..], |query| fields::of(schema, query));
    let fields = telling(fields).into_iter().filter(|field| *field != "id");
    fields.map(|field| format!("{FIND}{field}")).collect()
}

/// The names of fields that tell people which object it is.
pub(crate) const TELLING: [&str; 6] =
    ["id", "label", "releaseName", "username", "email", "description"];

/// The fields that tell people which object it is.
pub(crate) fn telling(fields: &[Field]) -> Vec<&'static str> {
    let is_there = |name: &&str| fields.iter().any(|field| field.name == **name);
    TELLING.into_iter().filter(is_there).collect()
}

/// Adds the objects that exist, one per line.
pub(crate) fn candidates(mut failure: Failure, rows: &[&Value]) -> Failure {
    const SHOWN: usize = 20;
    for row in rows.iter().take(SHOWN) {
        let fields = row.as_object().into_iter().flatten();
        let shown = fields
            .filter(|(_, value)| !value.is_null() && !value.is_array() && !value.is_object())
            .map(|(name, value)| format!("{}={}", plain(name), short(&words_of(value))));
        failure = failure.detail(format!("candidate: {}", shown.collect::<Vec<_>>().join(" ")));
    }
    if rows.len() > SHOWN {
        failure = failure.detail(format!("and {} more", rows.len() - SHOWN));
    }
    failure
}
