//! A default value, which introspection returns as a GraphQL literal in a string.

use crate::parse::syntax;
use crate::source::Source;

/// Reads exactly one literal.
pub(super) fn value(text: &str) -> Result<syntax::Value, String> {
    let schema = format!("input I {{ field: T = {text}\n}}");
    // Any further text would become a second field, definition or directive.
    let parsed = crate::parse::parse(&Source::new("default", &schema)).ok();
    let value = parsed.and_then(|mut document| {
        let alone = document.types.len() == 1
            && document.directives.is_empty()
            && document.roots.is_empty()
            && document.duplicates.is_empty();
        let mut fields = document.types.pop().filter(|_| alone)?.input_fields;
        let field = fields.pop().filter(|field| fields.is_empty() && field.directives.is_empty());
        field?.default
    });
    value.ok_or_else(|| format!("expected a GraphQL value, found `{text}`"))
}

#[cfg(test)]
mod tests {
    use super::value;

    #[test]
    fn exactly_one_literal_is_read() {
        for good in ["1", "-1.5e3", "\"a\\\"b\"", "[1, [2]]", "{a: {b: RED}}", "null", "true", "[]"]
        {
            assert_eq!(value(good).unwrap().to_string(), good);
        }
        for bad in [
            "",
            "1 2: T",
            "1 b: T",
            "1 @x",
            "1 } type Q { a: Int",
            "1 } extend input I { b: T",
            "1 } schema { query: Q",
            "1 } directive @x on FIELD input J { a: Int = 1",
            "1 field: T = 2",
            "$x",
            "#",
        ] {
            assert!(value(bad).is_err(), "{bad}");
        }
    }
}
