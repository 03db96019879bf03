//! Fields that cannot be merged: apollo-compiler finds them, and its texts are translated.

use apollo_compiler::response::GraphQLError;
use apollo_compiler::validation::DiagnosticList;

/// Returns apollo-compiler's errors in a document, with the texts of the server's library.
pub(crate) fn errors(found: &DiagnosticList) -> Vec<GraphQLError> {
    let mut errors: Vec<_> = found
        .iter()
        .map(|error| {
            let mut error = error.unstable_to_json_compat();
            error.message = in_old_words(error.message);
            error
        })
        .collect();
    // If names differ, that library does not compare types.
    let named: Vec<_> = errors
        .iter()
        .filter(|error| !is_of_types(error))
        .map(|error| error.locations.clone())
        .collect();
    errors.retain(|error| !is_of_types(error) || !named.contains(&error.locations));
    errors
}

/// The server's library does not quote the conflicting fields and types.
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
