//! Executes GraphQL requests.

pub(crate) mod budget;
mod object;
pub(crate) mod root;
pub(crate) mod subscription;

use std::collections::HashMap;

use apollo_compiler::diagnostic::ToCliReport;
use apollo_compiler::parser::Parser;
use apollo_compiler::request::{RequestError, coerce_variable_values};
use apollo_compiler::resolvers::Execution;
use apollo_compiler::response::{GraphQLError, JsonValue};
use apollo_compiler::validation::Valid;
use apollo_compiler::{ExecutableDocument, Name, executable, introspection};
use serde_json::{Map, Value, json};

use crate::error::refusal::{INTERNAL, Refusal};
use crate::execution::budget::Budget;
use crate::execution::root::{Event, Root};
use crate::graphql_js::{coercion, literal, schema, validation};
use crate::http::request::{Method, Operation};
use crate::platform::Platform;
use crate::platform::fault::Fate;

/// Why a request was not executed.
pub(crate) enum Refused {
    /// Its answer.
    Answer(Value),
    /// A `GET` request can only be a query.
    Method,
}

impl Refused {
    /// The answer to a request that has none of its own as an HTTP response: one of a batch, or one over a socket.
    pub(crate) fn answer(self) -> Value {
        match self {
            Refused::Answer(answer) => answer,
            // Neither is a `GET` request.
            Refused::Method => Value::Null,
        }
    }
}

impl From<Value> for Refused {
    fn from(answer: Value) -> Self {
        Refused::Answer(answer)
    }
}

/// Runs a request. `fate` collects the effects of faults on its response, and `budget` limits the size of its answer.
/// With an `event`, as over a socket, a subscription runs once, for that event.
pub(crate) fn execute(
    platform: &Platform,
    token: Option<&str>,
    request: &Operation,
    fate: &Fate,
    budget: &Budget,
    event: Option<&Event<'_>>,
) -> Result<Value, Refused> {
    if budget.is_spent() {
        return Err(budget.too_large().into());
    }
    let answer = run(platform, token, request, fate, budget, event);
    if budget.is_spent() { Ok(budget.too_large()) } else { answer }
}

fn run(
    platform: &Platform,
    token: Option<&str>,
    request: &Operation,
    fate: &Fate,
    budget: &Budget,
    event: Option<&Event<'_>>,
) -> Result<Value, Refused> {
    let schema = schema::executed(platform.habits.modern_introspection);
    let document = parse(platform, &request.query)?;
    let operation = select(&document, request.name.as_deref())?;
    if request.method == Method::Get && !operation.is_query() {
        return Err(Refused::Method);
    }
    let fault =
        |error: RequestError| refused(INTERNAL, [error.to_graphql_error(&document.sources)]);
    introspection::check_max_depth(&document, operation).map_err(fault)?;
    budget.introspection(schema, &document, operation);
    if budget.is_spent() {
        return Err(budget.too_large().into());
    }
    let found = coercion::check_variables(schema, operation, &request.variables);
    if !found.is_empty() {
        let errors = found
            .into_iter()
            .map(|(message, location)| GraphQLError::new(message, location, &document.sources));
        return Err(refused(INTERNAL, errors).into());
    }
    let variables = request
        .variables
        .iter()
        .map(|(name, value)| (name.as_str().into(), JsonValue::from(value.clone())));
    let variables =
        coerce_variable_values(schema, operation, &variables.collect()).map_err(fault)?;
    let root = Root::new(platform, token, operation.operation_type, fate, budget, event);
    let mut document = document.into_inner();
    literal::fill_in(&mut document, schema, &variables);
    // Still valid: the inserted values are in places that allow any value.
    let document = Valid::assume_valid(document);
    let fault =
        |error: RequestError| refused(INTERNAL, [error.to_graphql_error(&document.sources)]);
    let response = Execution::new(schema, &document)
        .operation_name(request.name.as_deref())
        .map_err(fault)?
        .coerced_variable_values(&variables)
        .enable_schema_introspection(true)
        .execute_sync(&root)
        .map_err(fault)?;

    let mut answer = Map::new();
    if !response.errors.is_empty() {
        let places = aliases(&document);
        let errors = response.errors.iter().map(|error| field_error(error, &places));
        answer.insert("errors".to_owned(), errors.collect());
    }
    answer.insert("data".to_owned(), serde_json::to_value(response.data).unwrap_or_default());
    Ok(answer.into())
}

/// How deep a document can nest: later steps recurse over it, also on a small stack.
const NESTING: usize = 300;

/// Reads and validates a document.
///
/// Validation errors have the texts and places of the server's library; syntax errors have apollo-parser's text.
fn parse(platform: &Platform, query: &str) -> Result<Valid<ExecutableDocument>, Value> {
    let document = Parser::new()
        .recursion_limit(NESTING)
        .parse_ast(query, "GraphQL request")
        .map_err(|found| {
            // The server's library stops at the first error.
            let first = found.errors.iter().next().map(|error| {
                let offset = error.error.location().map(|span| span.offset());
                let text = error.error.to_string().replacen("syntax error", "Syntax Error", 1);
                (text, Vec::from_iter(offset))
            });
            refused_at("GRAPHQL_PARSE_FAILED", query, first.into_iter().collect())
        })?;
    validation::validate(&document, query, platform.habits).map_err(|invalid| {
        let errors = invalid.into_iter().map(|error| (error.message, error.offsets)).collect();
        refused_at("GRAPHQL_VALIDATION_FAILED", query, errors)
    })
}

/// Returns the operation to run, or the server's error if there is none.
fn select<'d>(
    document: &'d ExecutableDocument,
    name: Option<&str>,
) -> Result<&'d executable::Operation, Value> {
    document.operations.get(name).map(|operation| &**operation).map_err(|_| {
        let message = match name {
            Some(name) => format!("Unknown operation named \"{name}\"."),
            None if document.operations.is_empty() => "Must provide an operation.".to_owned(),
            None => "Must provide operation name if query contains multiple operations.".to_owned(),
        };
        refused(INTERNAL, [GraphQLError::new(message, None, &document.sources)])
    })
}

/// The answer to a request that is not executed: without `data` and paths.
fn refused(code: &str, errors: impl IntoIterator<Item = GraphQLError>) -> Value {
    let place = |error: &GraphQLError| {
        error.locations.iter().map(|at| (at.line, at.column)).collect::<Vec<_>>()
    };
    refusals(code, errors.into_iter().map(|error| (place(&error), error.message)))
}

/// Like [`refused`], with places as byte offsets in the document.
fn refused_at(code: &str, document: &str, errors: Vec<(String, Vec<usize>)>) -> Value {
    let place = |offset| validation::place(document, offset);
    let errors = errors.into_iter();
    refusals(code, errors.map(|(text, at)| (at.into_iter().map(place).collect(), text)))
}

fn refusals(code: &str, errors: impl Iterator<Item = (Vec<(usize, usize)>, String)>) -> Value {
    let errors = errors.map(|(places, message)| {
        let mut fields = json!({ "message": message });
        if !places.is_empty() {
            let place = |(line, column)| json!({ "line": line, "column": column });
            fields["locations"] = places.into_iter().map(place).collect();
        }
        fields["extensions"] = json!({ "code": code });
        fields
    });
    json!({ "errors": errors.collect::<Vec<_>>() })
}

/// Maps the place of an aliased field's name to the place of its alias: the executor reports the first, the server's
/// library the second.
fn aliases(document: &ExecutableDocument) -> HashMap<(usize, usize), (usize, usize)> {
    let place = |name: &Name| {
        let at = name.line_column_range(&document.sources)?.start;
        Some((at.line, at.column))
    };
    let fields = document.operations.iter().flat_map(|operation| operation.all_fields(document));
    fields.filter_map(|field| Some((place(&field.name)?, place(field.alias.as_ref()?)?))).collect()
}

fn field_error(error: &GraphQLError, aliases: &HashMap<(usize, usize), (usize, usize)>) -> Value {
    let (code, message) = Refusal::split(&error.message);
    let places = error.locations.iter().map(|at| {
        let named = (at.line, at.column);
        let (line, column) = aliases.get(&named).copied().unwrap_or(named);
        json!({ "line": line, "column": column })
    });
    json!({
        "message": message,
        "locations": places.collect::<Vec<_>>(),
        "path": error.path,
        "extensions": { "code": code },
    })
}
