//! The secret that a request is signed with.

use std::borrow::Cow;
use std::fmt;

use secrecy::zeroize::Zeroize as _;
use secrecy::{ExposeSecret as _, SecretString};

/// What stands where a token was cut out of a text.
const REDACTED: &str = "Token(…)";

/// A service-account key, or the JWT of a signed-in user.
///
/// It is wiped from memory when dropped, cannot be printed, and is sent as it is: Houston wants no `Bearer`
/// before it.
#[derive(Clone)]
pub struct Token(SecretString);

/// What a [`Token`] looks like. Only Houston knows what it is worth.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum TokenKind {
    /// The key of a service account: 32 characters without a dot. It does not expire.
    ServiceAccountKey,
    /// A JSON Web Token, as Houston gives to users: it lives for a day. Houston verifies everything that is no
    /// key as one.
    Jwt,
}

impl Token {
    /// A token, without the white space around it.
    ///
    /// # Errors
    ///
    /// When nothing is left, or something else than visible ASCII. The error does not show the text.
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

    /// What the token looks like.
    pub fn kind(&self) -> TokenKind {
        let text = self.expose();
        if text.len() == 32 && !text.contains('.') {
            TokenKind::ServiceAccountKey
        } else {
            TokenKind::Jwt
        }
    }

    /// The secret itself, for the one header that it belongs in. Whoever calls this answers for where it goes:
    /// nothing that is logged, shown or stored.
    pub fn expose(&self) -> &str {
        self.0.expose_secret()
    }

    /// `text` with every copy of this token replaced, also where JSON escapes it.
    pub fn redact<'a>(&self, text: &'a str) -> Cow<'a, str> {
        replaced(text, self.expose(), REDACTED)
    }
}

/// `text` with every copy of `secret` replaced, also where JSON escapes it, and in a quotation within JSON.
pub(crate) fn replaced<'a>(text: &'a str, secret: &str, by: &str) -> Cow<'a, str> {
    let mut text = Cow::Borrowed(text);
    let mut form = secret.to_owned();
    loop {
        if text.contains(&form) {
            text = Cow::Owned(text.replace(&form, by));
        }
        let json = serde_json::Value::from(form.as_str()).to_string();
        // Without the quotes around it, of which a secret may have more.
        let escaped = &json[1..json.len() - 1];
        // Each time it gets longer, until it is too long for the text.
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

/// Why a text is no [`Token`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum InvalidToken {
    /// There is nothing but white space.
    Empty,
    /// There is something that cannot stand in the header, or white space inside.
    Character,
}

impl fmt::Display for InvalidToken {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(match self {
            InvalidToken::Empty => "the token is empty",
            InvalidToken::Character => {
                "the token holds white space or something else that is no visible ASCII \
                 (leave out `Bearer`, if it is there)"
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
