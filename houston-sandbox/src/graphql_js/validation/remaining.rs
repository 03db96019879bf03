//! Rules that apollo-compiler checks: its errors, with the texts of the server's library.

use apollo_compiler::diagnostic::ToCliReport;
use apollo_compiler::validation::DiagnosticList;

use super::Invalid;

/// Returns apollo-compiler's errors in a document, with the texts of the server's library.
pub(super) fn errors(found: &DiagnosticList) -> Vec<Invalid> {
    let mut errors: Vec<_> = found
        .iter()
        .map(|error| Invalid {
            message: in_old_words(
                error.error.unstable_compat_message().unwrap_or_else(|| error.error.to_string()),
            ),
            offsets: error.error.location().map(|place| place.offset()).into_iter().collect(),
        })
        .collect();
    // If names differ, that library does not compare types.
    let named: Vec<_> = errors
        .iter()
        .filter(|error| !is_of_types(error))
        .map(|error| error.offsets.clone())
        .collect();
    errors.retain(|error| !is_of_types(error) || !named.contains(&error.offsets));
    errors
}

/// The server's library does not quote the conflicting fields and types, nor a definition that is not executable, and
/// writes the names of most directives without `@`.
fn in_old_words(message: String) -> String {
    if let Some((fields, reason)) = message.split_once("\" conflict because ") {
        return format!("{fields}\" conflict because {}", reason.replace('"', ""));
    }
    if message.ends_with(" definition is not executable.") {
        return message.replace('"', "");
    }
    match message.ends_with(", but it was not provided.") {
        true => message,
        false => message.replace("irective \"@", "irective \""),
    }
}

fn is_of_types(error: &Invalid) -> bool {
    error.message.contains(" conflict because they return conflicting types ")
}
