//! Facts that a token contains.

pub(crate) mod form;
pub(crate) mod source;

use base64::Engine as _;
use base64::prelude::BASE64_URL_SAFE_NO_PAD;
use houston_client::Token;
use houston_client::token::TokenKind;
use jiff::Timestamp;
use serde_json::Value;

/// The kind of a token, in words.
pub(crate) fn kind(token: &Token) -> &'static str {
    match token.kind() {
        TokenKind::ServiceAccountKey => "a service account key",
        _ if token.expose().split('.').count() == 3 => "a user token (JWT)",
        _ => "neither a service account key nor a user token",
    }
}

/// When a user's token expires, according to the token itself: the claim is not verified. None for a key, which does
/// not expire, and for a token without the claim.
pub(crate) fn expiry(token: &Token) -> Option<Timestamp> {
    let payload = token.expose().split('.').nth(1)?;
    let payload = BASE64_URL_SAFE_NO_PAD.decode(payload.trim_end_matches('=')).ok()?;
    let payload: Value = serde_json::from_slice(&payload).ok()?;
    let seconds = payload.get("exp")?;
    let seconds = seconds.as_i64().or_else(|| seconds.as_f64().map(|seconds| seconds as i64))?;
    Timestamp::from_second(seconds).ok()
}

/// When a token expires, in words; none if that is not known.
pub(crate) fn expiry_words(token: &Token) -> Option<String> {
    let expiry = expiry(token)?;
    let tense = if expiry <= Timestamp::now() { "expired" } else { "expires" };
    Some(format!("{tense} at {expiry}"))
}

#[cfg(test)]
mod tests {
    use houston_client::Token;

    use super::{expiry, expiry_words};

    #[test]
    fn a_token_of_a_user_says_when_it_ends() {
        // {"exp":1700000000}
        let token = Token::new("e30.eyJleHAiOjE3MDAwMDAwMDB9.x").unwrap();
        assert_eq!(expiry_words(&token).unwrap(), "expired at 2023-11-14T22:13:20Z");
        for text in ["0123456789abcdef0123456789abcdef", "a.b.c", "e30.e30.x", "."] {
            assert_eq!(expiry(&Token::new(text).unwrap()), None, "{text}");
        }
    }
}
