//! Facts that a token contains.

mod command;
pub(crate) mod source;

use houston_client::Token;
use houston_client::token::TokenKind;
use jiff::Timestamp;

/// The kind of a token, in words.
pub(crate) fn kind(token: &Token) -> &'static str {
    match token.kind() {
        TokenKind::ServiceAccountKey => "a service account key",
        _ if token.expose().split('.').count() == 3 => "a user token (JWT)",
        _ => "neither a service account key nor a user token",
    }
}

/// When a token expires, in words; none if that is not known.
pub(crate) fn expiry_words(token: &Token) -> Option<String> {
    let expiry = token.expiry()?;
    let tense = if expiry <= Timestamp::now() { "expired" } else { "expires" };
    Some(format!("{tense} at {expiry}"))
}

#[cfg(test)]
mod tests {
    use houston_client::Token;

    use super::expiry_words;

    #[test]
    fn a_token_of_a_user_says_when_it_ends() {
        // {"exp":1700000000}
        let token = Token::new("e30.eyJleHAiOjE3MDAwMDAwMDB9.x").unwrap();
        assert_eq!(expiry_words(&token).unwrap(), "expired at 2023-11-14T22:13:20Z");
        assert_eq!(expiry_words(&Token::new("a.b.c").unwrap()), None);
    }
}
