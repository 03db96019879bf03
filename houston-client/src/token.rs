//! The secret that authenticates a request.

use std::borrow::Cow;
use std::fmt;
use std::sync::Arc;

use base64::Engine as _;
use base64::prelude::BASE64_URL_SAFE_NO_PAD;
use jiff::Timestamp;
use secrecy::zeroize::Zeroize as _;
use secrecy::{ExposeSecret as _, SecretString};

use crate::redaction::Redaction;

/// The most bytes of a token: no server takes a header of this size.
const LONGEST: usize = 64 << 10;

/// Replaces a token in a text.
const REDACTED: &str = "Token(…)";

/// A service-account key, or the JWT of a signed-in user.
///
/// It is wiped from memory when its last clone is dropped, and cannot be printed. It is sent unchanged, because Houston
/// expects no scheme; servers that do get one with [`bearer`](Self::bearer) or [`scheme`](Self::scheme).
#[derive(Clone)]
pub struct Token {
    /// The value of the header: the scheme with the space after it, and the secret.
    header: Arc<SecretString>,
    /// The number of bytes before the secret.
    scheme: usize,
}

/// The kind of a [`Token`], judged by its form. Only Houston knows whether the token is valid.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum TokenKind {
    /// The key of a service account: 32 characters without a dot. It does not expire.
    ServiceAccountKey,
    /// A JSON Web Token, which Houston issues to users and which expires after a day. Houston verifies everything
    /// that is not a key as a JWT.
    Jwt,
}

impl Token {
    /// Creates a token, without the white space around it and without the byte order mark of a file.
    ///
    /// # Errors
    ///
    /// Fails if the token is empty or longer than 64 KiB, stands in quotes, or contains anything other than visible ASCII.
    /// The error does not show the text.
    pub fn new(text: impl Into<String>) -> Result<Self, InvalidToken> {
        let mut text = text.into();
        let is_quote = |letter| matches!(letter, '"' | '\'' | '`');
        let read = match text.strip_prefix('\u{feff}').unwrap_or(&text).trim() {
            "" => Err(InvalidToken::Empty),
            // A file for the environment is often read with its quotes.
            token if token.starts_with(is_quote) || token.ends_with(is_quote) => {
                Err(InvalidToken::Quotes)
            }
            token if token.len() > LONGEST => Err(InvalidToken::TooLong),
            token if token.bytes().all(|byte| byte.is_ascii_graphic()) => {
                Ok(Token { header: Arc::new(SecretString::from(token)), scheme: 0 })
            }
            _ => Err(InvalidToken::Character),
        };
        text.zeroize();
        read
    }

    /// Returns the same token for servers that expect `Bearer` in front of it.
    #[must_use]
    pub fn bearer(self) -> Self {
        self.preceded_by("Bearer")
    }

    /// Returns the same token with an authentication scheme in front of it: `token.scheme("Basic")`.
    ///
    /// # Errors
    ///
    /// Fails if this is not the name of a scheme: letters, digits and `-`.
    pub fn scheme(self, name: &str) -> Result<Self, InvalidToken> {
        let fits = |byte: u8| byte.is_ascii_alphanumeric() || byte == b'-';
        match !name.is_empty() && name.bytes().all(fits) {
            true => Ok(self.preceded_by(name)),
            false => Err(InvalidToken::Scheme),
        }
    }

    fn preceded_by(self, scheme: &str) -> Self {
        // Of exactly the right size: a text that grows or shrinks leaves a copy behind.
        let mut header = String::with_capacity(scheme.len() + 1 + self.expose().len());
        header.extend([scheme, " ", self.expose()]);
        Token { header: Arc::new(SecretString::from(header)), scheme: scheme.len() + 1 }
    }

    /// The kind of the token, judged by its form.
    pub fn kind(&self) -> TokenKind {
        let text = self.expose();
        if text.len() == 32 && !text.contains('.') {
            TokenKind::ServiceAccountKey
        } else {
            TokenKind::Jwt
        }
    }

    /// When a user's token ends, according to the token itself: the claim `exp` is not verified. `None` for a key,
    /// which does not end, and for a token without the claim.
    pub fn expiry(&self) -> Option<Timestamp> {
        let payload = self.expose().split('.').nth(1)?.trim_end_matches('=');
        let payload = BASE64_URL_SAFE_NO_PAD.decode(payload).ok()?;
        let payload: serde_json::Value = serde_json::from_slice(&payload).ok()?;
        let seconds = payload.get("exp")?;
        let seconds =
            seconds.as_i64().or_else(|| seconds.as_f64().map(|seconds| seconds as i64))?;
        Timestamp::from_second(seconds).ok()
    }

    /// Returns the secret itself, without a scheme. The caller is responsible for where it goes: do not log, show or
    /// store it.
    pub fn expose(&self) -> &str {
        &self.header_value()[self.scheme..]
    }

    /// Returns the value of the header `Authorization`: the secret, with its scheme if it has one. The caller is
    /// responsible for where it goes.
    pub fn header_value(&self) -> &str {
        self.header.expose_secret()
    }

    /// Returns `text` with every copy of this token replaced: also with escapes, with characters in it that are not shown,
    /// in hex and in Base64, and if a part of it was cut off.
    pub fn redact<'a>(&self, text: &'a str) -> Cow<'a, str> {
        let mut redaction = Redaction::default();
        self.hide(&mut redaction);
        redaction.ready().of(text)
    }

    /// Has this token replaced.
    pub(crate) fn hide(&self, redaction: &mut Redaction) {
        redaction.add(self.expose(), true, REDACTED);
    }
}

impl fmt::Debug for Token {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(REDACTED)
    }
}

/// Why a text is not a valid [`Token`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum InvalidToken {
    /// The text contains only white space.
    Empty,
    /// The text contains a character that the header does not allow, or white space inside.
    Character,
    /// The text stands in quotes.
    Quotes,
    /// The text is longer than 64 KiB.
    TooLong,
    /// The scheme is not a name.
    Scheme,
}

impl fmt::Display for InvalidToken {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(match self {
            InvalidToken::Empty => "the token is empty",
            InvalidToken::Character => {
                "the token contains white space or another character that is not visible ASCII \
                 (if it begins with `Bearer`, leave that out)"
            }
            InvalidToken::Quotes => "the token stands in quotes; remove them",
            InvalidToken::TooLong => "the token is longer than 64 KiB",
            InvalidToken::Scheme => "the scheme is not a name such as `Bearer`",
        })
    }
}

impl std::error::Error for InvalidToken {}

#[cfg(test)]
mod tests {
    use super::{InvalidToken, Token, TokenKind};

    #[test]
    fn white_space_around_is_no_part_of_it() {
        assert_eq!(Token::new(" \tabc\r\n").unwrap().expose(), "abc");
        assert_eq!(Token::new("\u{feff}abc\r\n").unwrap().expose(), "abc");
    }

    #[test]
    fn quotes_are_refused() {
        for text in ["\"abc\"", "'abc'", "`abc`", "\"abc\"\n", "\"abc", "abc'", "\""] {
            let error = Token::new(text).unwrap_err();
            assert_eq!(error, InvalidToken::Quotes, "{text}");
            assert_eq!(error.to_string(), "the token stands in quotes; remove them");
        }
    }

    #[test]
    fn a_scheme_is_sent_and_is_not_part_of_the_secret() {
        let bearer = Token::new("canary").unwrap().bearer();
        assert_eq!((bearer.header_value(), bearer.expose()), ("Bearer canary", "canary"));
        assert_eq!(bearer.redact("Bearer canary, canary"), "Bearer Token(…), Token(…)");
        let basic = bearer.scheme("Basic").unwrap();
        assert_eq!((basic.header_value(), basic.expose()), ("Basic canary", "canary"));
        for name in ["", "a b", "Bearer ", "a\r\nb", "\u{e9}"] {
            let error = Token::new("canary").unwrap().scheme(name).unwrap_err();
            assert_eq!(error, InvalidToken::Scheme, "{name}");
        }
    }

    #[test]
    fn a_token_of_a_user_says_when_it_ends() {
        // {"exp":1700000000}
        let token = Token::new("e30.eyJleHAiOjE3MDAwMDAwMDB9.x").unwrap().bearer();
        assert_eq!(token.expiry().unwrap().to_string(), "2023-11-14T22:13:20Z");
        for text in ["0123456789abcdef0123456789abcdef", "a.b.c", "e30.e30.x", "."] {
            assert_eq!(Token::new(text).unwrap().expiry(), None, "{text}");
        }
    }

    #[test]
    fn nothing_but_visible_ascii_is_taken() {
        for text in ["", " \n "] {
            assert_eq!(Token::new(text).unwrap_err(), InvalidToken::Empty);
        }
        for text in ["Bearer canary", "cana\nry", "canary\u{e9}", "cana\0ry"] {
            let error = Token::new(text).unwrap_err();
            assert_eq!(error, InvalidToken::Character, "{text:?}");
            assert!(!format!("{error} {error:?}").contains("cana"));
        }
    }

    #[test]
    fn a_token_has_a_largest_size() {
        assert!(Token::new("a".repeat(64 << 10)).is_ok());
        assert_eq!(Token::new("a".repeat((64 << 10) + 1)).unwrap_err(), InvalidToken::TooLong);
    }

    #[test]
    fn the_kind_is_told_by_the_shape() {
        let key = "0123456789abcdef0123456789abcdef";
        assert_eq!(Token::new(key).unwrap().kind(), TokenKind::ServiceAccountKey);
        assert_eq!(Token::new(&key[1..]).unwrap().kind(), TokenKind::Jwt);
        assert_eq!(Token::new(format!(".{}", &key[1..])).unwrap().kind(), TokenKind::Jwt);
    }

    #[test]
    fn it_is_never_shown() {
        let token = Token::new("canary").unwrap();
        assert_eq!(format!("{token:?} {token:#?}"), "Token(…) Token(…)");
        assert_eq!(token.redact("a canary, canary"), "a Token(…), Token(…)");
        assert_eq!(token.redact("nothing"), "nothing");
        // Inside a word, a very short one is there by chance.
        let short = Token::new("T").unwrap();
        assert_eq!(
            short.redact("UNAUTHENTICATED: T, (T) TT"),
            "UNAUTHENTICATED: Token(…), (Token(…)) TT"
        );
        let quoted = Token::new(r#"a"b\c"#).unwrap();
        assert_eq!(quoted.redact(r#"{"x":"a\"b\\c"}"#), r#"{"x":"Token(…)"}"#);
    }
}
