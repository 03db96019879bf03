//! The form of a token as users store it.

use houston_client::Token;

/// Reads the text of a token. White space around it is not part of it.
///
/// # Errors
///
/// Fails if the text cannot be a token. The error does not show it.
pub(crate) fn read(text: String) -> Result<Token, String> {
    let is_quote = |letter: char| matches!(letter, '"' | '\'' | '`');
    let trimmed = text.trim();
    // A file for the environment is often read with its quotes.
    if trimmed.starts_with(is_quote) || trimmed.ends_with(is_quote) {
        return Err("the token stands in quotes; remove them".to_owned());
    }
    Token::new(text).map_err(|why| why.to_string())
}

#[cfg(test)]
mod tests {
    use super::read;

    #[test]
    fn quotes_are_not_part_of_a_token() {
        for text in [r#""abc""#, "'abc'", "`abc`", "\"abc\"\n", "\"abc", "abc'", "\""] {
            assert_eq!(
                read(text.to_owned()).unwrap_err(),
                "the token stands in quotes; remove them"
            );
        }
        assert_eq!(read(" abc\n".to_owned()).unwrap().expose(), "abc");
        assert!(read(" ".to_owned()).is_err());
    }
}
