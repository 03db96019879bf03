//! Fields that cannot be merged: apollo-compiler finds them, and says so in other words.

use apollo_compiler::response::GraphQLError;
use apollo_compiler::validation::DiagnosticList;

/// What apollo-compiler finds wrong with a document, in the words of the server's library.
pub(crate) fn errors(found: &DiagnosticList) -> Vec<GraphQLError> {
    let mut errors: Vec<_> = found
        .iter()
        .map(|error| {
            let mut error = error.unstable_to_json_compat();
            error.message = in_old_words(error.message);
            error
        })
        .collect();
    // Where names differ that library does not go on to compare types.
    let named: Vec<_> = errors
        .iter()
        .filter(|error| !is_of_types(error))
        .map(|error| error.locations.clone())
        .collect();
    errors.retain(|error| !is_of_types(error) || !named.contains(&error.locations));
    errors
}

/// The library does not quote the fields and types that conflict.
fn in_old_words(message: String) -> String {
    match message.split_once("\" conflict because ") {
        Some((fields, reason)) => {
            format!("{fields}\" conflict because {}", reason.replace('"', ""))
        }
        None => message,
    }
}

fn is_of_types(error: &GraphQLError) -> bool {
    error.message.contains(" conflict because they return conflicting types ")
}
