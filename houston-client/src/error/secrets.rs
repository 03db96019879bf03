use std::borrow::Cow;

use crate::options::Header;
use crate::request::SecretValues;
use crate::token::{Token, replaced};

/// What stands where the value of a secret argument was cut out of a text.
const REDACTED: &str = "(secret)";

/// What no text may show.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Secrets<'a> {
    pub(crate) token: Option<&'a Token>,
    pub(crate) headers: &'a [Header],
    /// Of arguments: a server quotes what it does not like.
    pub(crate) values: SecretValues<'a>,
}

impl Secrets<'_> {
    /// `text` with every copy of a secret replaced.
    pub(crate) fn redact<'t>(&self, text: &'t str) -> Cow<'t, str> {
        let secrets = self.token.into_iter().chain(self.headers.iter().filter_map(Header::secret));
        let mut text = Cow::Borrowed(text);
        for secret in secrets {
            text = own(secret.redact(&text)).map_or(text, Cow::Owned);
        }
        for value in self.values.texts() {
            text = own(replaced(&text, value, REDACTED)).map_or(text, Cow::Owned);
        }
        text
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.token.is_none()
            && self.headers.iter().all(|header| header.secret().is_none())
            && self.values.texts().is_empty()
    }
}

/// The text, if it is another one.
fn own(text: Cow<'_, str>) -> Option<String> {
    match text {
        Cow::Owned(text) => Some(text),
        Cow::Borrowed(_) => None,
    }
}
