//! The secret that authenticates a request.

use std::borrow::Cow;
use std::fmt;

use secrecy::zeroize::Zeroize as _;
use secrecy::{ExposeSecret as _, SecretString};

/// Replaces a token in a text.
const REDACTED: &str = "Token(…)";

/// A service-account key, or the JWT of a signed-in user.
///
/// It is wiped from memory when dropped and cannot be printed. It is sent unchanged: Houston expects no `Bearer`
/// before it.
#[derive(Clone)]
pub struct Token(SecretString);

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
    /// Creates a token, without the white space around it.
    ///
    /// # Errors
    ///
    /// Fails if the token is empty or contains anything other than visible ASCII. The error does not show the text.
    pub fn new(text: impl Into<String>) -> Result<Self, InvalidToken> {
        let mut text = text.into();
        let trimmed = text.trim();
        let read = match trimmed {
            "" => Err(InvalidToken::Empty),
            token if token.bytes().all(|byte| byte.is_ascii_graphic()) => {
                Ok(Token(SecretString::from(token)))
            }
            _ => Err(InvalidToken::Character),
        };
        text.zeroize();
        read
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

    /// Returns the secret itself, for the one header that it belongs in. The caller is responsible for where it
    /// goes: do not log, show or store it.
    pub fn expose(&self) -> &str {
        self.0.expose_secret()
    }

    /// Returns `text` with every copy of this token replaced, including copies that JSON escapes.
    pub fn redact<'a>(&self, text: &'a str) -> Cow<'a, str> {
        replaced(text, self.expose(), REDACTED)
    }
}

/// Returns `text` with every copy of `secret` replaced, including copies that JSON escapes, once or several times.
pub(crate) fn replaced<'a>(text: &'a str, secret: &str, by: &str) -> Cow<'a, str> {
    let mut text = Cow::Borrowed(text);
    let mut form = secret.to_owned();
    loop {
        if text.contains(&form) {
            text = Cow::Owned(text.replace(&form, by));
        }
        let json = serde_json::Value::from(form.as_str()).to_string();
        // Without the quotes that JSON adds. Trimming quotes would also remove those of the secret.
        let escaped = &json[1..json.len() - 1];
        // The form gets longer each time, until it no longer fits in the text.
        if escaped == form || escaped.len() > text.len() {
            return text;
        }
        form = escaped.to_owned();
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
}

impl fmt::Display for InvalidToken {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(match self {
            InvalidToken::Empty => "the token is empty",
            InvalidToken::Character => {
                "the token contains white space or another character that is not visible ASCII \
                 (if it begins with `Bearer`, leave that out)"
            }
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
        let quoted = Token::new(r#"a"b\c"#).unwrap();
        assert_eq!(quoted.redact(r#"{"x":"a\"b\\c"}"#), r#"{"x":"Token(…)"}"#);
    }
}
