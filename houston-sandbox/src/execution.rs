//! From a GraphQL request to its answer.

use std::sync::LazyLock;

use apollo_compiler::{
    ExecutableDocument, Schema, executable, introspection,
    parser::Parser,
    request::{RequestError, coerce_variable_values},
    resolvers::Execution,
    response::{GraphQLError, JsonValue},
    validation::{DiagnosticList, Valid},
};
use serde_json::{Map, Value, json};

use crate::{
    Sandbox, coercion, literal,
    refusal::{INTERNAL, Refusal},
    request::Operation,
    root::{Event, Root},
};

static SCHEMA: LazyLock<Valid<Schema>> = LazyLock::new(|| {
    Schema::parse_and_validate(houston_schema::SDL, "houston.graphql")
        .expect("a test reads the embedded schema")
});

/// Runs a request: the HTTP status and the answer's JSON.
pub(crate) fn execute(sandbox: &Sandbox, token: Option<&str>, request: &Operation) -> (u16, Value) {
    match run(sandbox, token, request, None) {
        Ok(answer) => (200, answer),
        Err(refused) => (400, refused),
    }
}

/// Runs a request that came over a socket: a subscription once, for one event. `Err` is the answer to a request that
/// is refused as a whole.
pub(crate) fn execute_over_socket(
    sandbox: &Sandbox,
    token: Option<&str>,
    request: &Operation,
    event: &Event<'_>,
) -> Result<Value, Value> {
    run(sandbox, token, request, Some(event))
}

/// `Err` is the answer to a request that is refused as a whole.
fn run(
    sandbox: &Sandbox,
    token: Option<&str>,
    request: &Operation,
    event: Option<&Event<'_>>,
) -> Result<Value, Value> {
    let schema = &*SCHEMA;
    let document = parse(schema, &request.query)?;
    let operation = select(&document, request.name.as_deref())?;
    let fault =
        |error: RequestError| refused(INTERNAL, [error.to_graphql_error(&document.sources)]);
    introspection::check_max_depth(&document, operation).map_err(fault)?;
    let found = coercion::check_variables(schema, operation, &request.variables);
    if !found.is_empty() {
        let errors = found
            .into_iter()
            .map(|(message, location)| GraphQLError::new(message, location, &document.sources));
        return Err(refused(INTERNAL, errors));
    }
    let variables = request
        .variables
        .iter()
        .map(|(name, value)| (name.as_str().into(), JsonValue::from(value.clone())));
    let variables =
        coerce_variable_values(schema, operation, &variables.collect()).map_err(fault)?;
    let root = Root::new(sandbox, token, operation.operation_type, event);
    let mut document = document.into_inner();
    literal::fill_in(&mut document, schema, &variables);
    // Valid as before: what was put in stands where any value may.
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
        answer.insert("errors".to_owned(), response.errors.iter().map(field_error).collect());
    }
    answer.insert("data".to_owned(), serde_json::to_value(response.data).unwrap_or_default());
    Ok(answer.into())
}

fn parse(schema: &Valid<Schema>, query: &str) -> Result<Valid<ExecutableDocument>, Value> {
    let document = Parser::new().parse_ast(query, "GraphQL request").map_err(|found| {
        // The server's parser stops at the first error.
        let first = found.errors.iter().next().map(|error| {
            let mut error = error.unstable_to_json_compat();
            error.message = error.message.replacen("syntax error: ", "Syntax Error: ", 1);
            error
        });
        refused("GRAPHQL_PARSE_FAILED", first)
    })?;
    let invalid = |errors: DiagnosticList| {
        let errors = errors.iter().map(|error| {
            let mut error = error.unstable_to_json_compat();
            error.message = spell_out(error.message);
            error
        });
        refused("GRAPHQL_VALIDATION_FAILED", errors)
    };
    // In two steps: a field that does not exist is left out of the document, and validation would go on to
    // complain of what is missing then.
    let document = document.to_executable(schema).map_err(|found| invalid(found.errors))?;
    document.validate(schema).map_err(|found| invalid(found.errors))
}

/// The server's library writes `on field "f" of type "T"` where newer ones write `on field "T.f"`.
fn spell_out(message: String) -> String {
    match message
        .split_once("\" on field \"")
        .and_then(|(start, rest)| Some((start, rest.split_once('.')?)))
    {
        Some((start, (ty, field))) if start.starts_with("Unknown argument") => {
            let field = field.trim_end_matches("\".");
            format!("{start}\" on field \"{field}\" of type \"{ty}\".")
        }
        _ => message,
    }
}

/// The operation to run, in the server's words if there is none.
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

/// The answer to a request that is not executed: no `data`, and no paths.
fn refused(code: &str, errors: impl IntoIterator<Item = GraphQLError>) -> Value {
    let errors = errors.into_iter().map(|error| {
        let mut fields = json!({ "message": error.message });
        if !error.locations.is_empty() {
            fields["locations"] = locations(&error);
        }
        fields["extensions"] = json!({ "code": code });
        fields
    });
    json!({ "errors": errors.collect::<Vec<_>>() })
}

fn field_error(error: &GraphQLError) -> Value {
    let (code, message) = Refusal::split(&error.message);
    json!({
        "message": message,
        "locations": locations(error),
        "path": error.path,
        "extensions": { "code": code },
    })
}

fn locations(error: &GraphQLError) -> Value {
    error.locations.iter().map(|at| json!({ "line": at.line, "column": at.column })).collect()
}
