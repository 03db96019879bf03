//! The first stage: turns the text of a schema into [`syntax`].

mod lower;
mod rules;
pub mod syntax;

use apollo_compiler::ast::Definition;
use apollo_compiler::diagnostic::ToCliReport as _;
use apollo_parser::Parser;

use crate::source::{Diagnostics, Source};

/// The maximum size of a schema, in bytes. GitHub's has 1.2 MB.
pub const MAX_BYTES: usize = 64 * 1024 * 1024;

/// The maximum depth of lists and of values. Schemas need less, and each level costs the generator and rustc a
/// recursion.
const MAX_DEPTH: usize = 32;

/// Reads a document of the schema definition language.
///
/// # Errors
///
/// Fails with every syntax error and its place, if the text is larger than 64 MiB, or if it has executable definitions.
pub fn parse(source: &Source<'_>) -> Result<syntax::Document, Diagnostics> {
    if source.text.len() > MAX_BYTES {
        return Err(source.error(0, "the schema is larger than 64 MiB").into());
    }
    let tree = Parser::new(source.text).recursion_limit(MAX_DEPTH).parse();
    // Only the first error is useful: after it, the parser often reports errors that do not exist.
    if let Some(error) = tree.errors().next() {
        return Err(source.error(error.index(), syntax_error(error)).into());
    }
    lower::document(source, &tree.document())
}

/// The parser's message, with punctuation marks instead of their internal names.
fn syntax_error(error: &apollo_parser::Error) -> String {
    const PUNCTUATION: [(&str, &str); 7] = [
        ("L_PAREN", "`(`"),
        ("R_PAREN", "`)`"),
        ("L_CURLY", "`{`"),
        ("R_CURLY", "`}`"),
        ("L_BRACK", "`[`"),
        ("R_BRACK", "`]`"),
        ("got EOF", "found the end of the file"),
    ];
    if error.is_limit() {
        return format!("lists or objects nest deeper than {MAX_DEPTH} levels");
    }
    let mut message = error.message().trim_end_matches('.').to_owned();
    for (name, written) in PUNCTUATION {
        message = message.replace(name, written);
    }
    match message.split_once(", got ") {
        Some((expected, found)) => format!("{expected}, found `{found}`"),
        None => match error.data().lines().next() {
            Some(found) if !message.contains("found") && found != "EOF" => {
                format!("{message}, found `{found}`")
            }
            _ => message,
        },
    }
}

/// Checks a schema against the rules of the specification, ignoring duplicate definitions.
///
/// # Errors
///
/// Fails with every broken rule and its place.
pub fn validate(source: &Source<'_>, document: &syntax::Document) -> Result<(), Diagnostics> {
    broken(source, document, checked(source)).into_result()
}

/// What apollo-compiler finds wrong with a text that has no syntax errors: offsets and messages. It needs the text alone,
/// so that another thread can do it while the text is read.
pub(crate) fn checked(source: &Source<'_>) -> Vec<(usize, String)> {
    if source.text.len() > MAX_BYTES {
        return Vec::new();
    }
    let mut parser = apollo_compiler::parser::Parser::new().recursion_limit(MAX_DEPTH);
    // `parse` reports syntax errors.
    let Ok(document) = parser.parse_ast(source.text, source.name) else { return Vec::new() };
    let mut builder = apollo_compiler::Schema::builder().add_ast(&document);
    let is_one_of = |definition: &Definition| match definition {
        Definition::DirectiveDefinition(directive) => directive.name == "oneOf",
        _ => false,
    };
    // The specification of September 2025 builds it in, but apollo-compiler does not know it yet.
    if !document.definitions.iter().any(is_one_of) {
        builder = builder.parse("directive @oneOf on INPUT_OBJECT", "built in");
    }
    let broken = match builder.build() {
        Ok(schema) => schema.validate().err().map(|broken| broken.errors),
        Err(broken) => Some(broken.errors),
    };
    let errors = broken.iter().flat_map(|errors| errors.iter());
    errors
        .map(|error| {
            let offset = error.error.location().map_or(0, |place| place.offset());
            (offset, error.error.to_string())
        })
        .collect()
}

/// The broken rules of a document: those that were [`checked`], and our own.
pub(crate) fn broken(
    source: &Source<'_>,
    document: &syntax::Document,
    checked: Vec<(usize, String)>,
) -> Diagnostics {
    let is_left_out =
        |offset: &usize| document.duplicates.iter().any(|one| one.range.contains(offset));
    let checked = checked.into_iter().filter(|(offset, _)| !is_left_out(offset));
    let errors = checked.map(|(offset, message)| source.error(offset, message));
    Diagnostics(errors.chain(rules::broken(source, document)).collect())
}

/// Returns the duplicate definitions of a schema, each with both places.
pub fn duplicates(source: &Source<'_>, document: &syntax::Document) -> Diagnostics {
    let errors = document.duplicates.iter().map(|syntax::Duplicate { name, first, .. }| {
        let first = source.error(*first, "").line;
        let message = format!("`{}` is already defined on line {first}", name.text);
        source.error(name.offset, message)
    });
    Diagnostics(errors.collect())
}
