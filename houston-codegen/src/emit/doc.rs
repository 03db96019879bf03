//! Turns text of the schema into harmless documentation.

use houston_schema::text::{is_invisible, turns_text};
use proc_macro2::TokenStream;
use quote::quote;

/// One `#[doc]` attribute for each line of a description.
pub(super) fn attributes(text: &str) -> TokenStream {
    let lines = lines(text);
    let lines = lines.iter().map(|line| format!(" {line}"));
    quote!(#(#[doc = #lines])*)
}

/// Paragraphs; empty ones are left out.
pub(super) fn paragraphs(paragraphs: &[&str]) -> TokenStream {
    let mut tokens = TokenStream::new();
    for paragraph in paragraphs.iter().filter(|paragraph| !paragraph.trim().is_empty()) {
        if !tokens.is_empty() {
            tokens.extend(quote!(#[doc = ""]));
        }
        tokens.extend(attributes(paragraph));
    }
    tokens
}

/// `#[deprecated]` with its reason, which rustdoc also reads as Markdown.
pub(super) fn deprecated(reason: Option<&str>) -> Option<TokenStream> {
    let note = lines(reason?).join(" ");
    Some(quote!(#[deprecated(note = #note)]))
}

/// A signature or name as inline code.
pub(super) fn code(text: &str) -> String {
    format!("`{}`", clean(text).replace('`', "'"))
}

/// The lines of a text as harmless Markdown: nothing in it starts a doc test (a fence, or an indent behind a list's
/// marker or at the beginning of a line), places HTML, or makes a link; and no character in it reorders what a reader
/// sees, which rustc denies in comments.
fn lines(text: &str) -> Vec<String> {
    let words = |line| clean(line).split_whitespace().collect::<Vec<_>>().join(" ");
    text.lines().map(|line| markdown(&words(line))).collect()
}

/// Makes control and direction characters visible.
fn clean(text: &str) -> String {
    let mut cleaned = String::with_capacity(text.len());
    for character in text.chars() {
        match character {
            turning if turns_text(turning) => {
                cleaned.push_str(&format!("U+{:04X}", u32::from(turning)));
            }
            unseen if unseen.is_control() || is_invisible(unseen) => cleaned.push(' '),
            other => cleaned.push(other),
        }
    }
    cleaned
}

/// Escapes characters that Markdown interprets. Code spans stay if a line has only pairs of single
/// backticks.
fn markdown(line: &str) -> String {
    let spans = !line.contains("``") && line.matches('`').count().is_multiple_of(2);
    let mut escaped = String::with_capacity(line.len());
    let mut in_code = false;
    let number = line.chars().take_while(char::is_ascii_digit).count();
    for (index, character) in line.chars().enumerate() {
        match character {
            '.' | ')' if index == number && number > 0 => escaped.push('\\'),
            '`' if spans => in_code = !in_code,
            _ if in_code => {}
            '`' | '\\' | '<' | '>' | '[' | ']' | '*' | '&' | '|' | '~' => escaped.push('\\'),
            // These would begin a heading, a list or a rule.
            '#' | '-' | '+' | '=' | '_' if index == 0 => escaped.push('\\'),
            _ => {}
        }
        escaped.push(character);
    }
    escaped
}

#[cfg(test)]
mod tests {
    use quote::quote;

    use super::{code, deprecated, lines, paragraphs};

    #[test]
    fn texts_become_attributes() {
        let docs = quote!(#[doc = " a"] #[doc = " b"] #[doc = ""] #[doc = " c"]);
        assert_eq!(paragraphs(&["a\nb", " ", "c"]).to_string(), docs.to_string());
        assert!(deprecated(None).is_none());
        let note = deprecated(Some("use\nthe other")).map(|note| note.to_string());
        assert_eq!(note, Some(quote!(#[deprecated(note = "use the other")]).to_string()));
        assert_eq!(code("a `b`\u{0}"), "`a 'b' `");
    }

    #[test]
    fn nothing_in_a_description_acts() {
        for (hostile, harmless) in [
            ("```\nfn main() {}\n```", vec!["\\`\\`\\`", "fn main() {}", "\\`\\`\\`"]),
            ("~~~", vec!["\\~\\~\\~"]),
            ("a\n\n    std::process::exit(1)", vec!["a", "", "std::process::exit(1)"]),
            ("a\n\n\tcode", vec!["a", "", "code"]),
            ("<script>x</script>", vec!["\\<script\\>x\\</script\\>"]),
            ("[x](javascript:1) [Y]", vec!["\\[x\\](javascript:1) \\[Y\\]"]),
            ("send `airflow`, not `<T>`", vec!["send `airflow`, not `<T>`"]),
            ("`a ``b` <x>", vec!["\\`a \\`\\`b\\` \\<x\\>"]),
            ("odd ` <x>", vec!["odd \\` \\<x\\>"]),
            ("a\u{202e}b\u{0}c\rd", vec!["aU+202Eb c d"]),
            ("*/ \"# }", vec!["\\*/ \"# }"]),
            ("# heading", vec!["\\# heading"]),
            ("- a\n\n      code", vec!["\\- a", "", "code"]),
            ("* a\n    - b\n\n            code", vec!["\\* a", "\\- b", "", "code"]),
            ("1.      code", vec!["1\\. code"]),
            ("12)\t\t code\n1.5 and 3)", vec!["12\\) code", "1\\.5 and 3)"]),
            ("-      code", vec!["\\- code"]),
            (".5 and ) so", vec![".5 and ) so"]),
            (">     code", vec!["\\> code"]),
            ("a\u{a0}\u{2003}\u{3000}b", vec!["a b"]),
        ] {
            assert_eq!(lines(hostile), harmless, "{hostile:?}");
        }
    }
}
