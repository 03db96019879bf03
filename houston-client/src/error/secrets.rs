use std::borrow::Cow;

use crate::options::Header;
use crate::token::Token;

/// What no text may show.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Secrets<'a> {
    pub(crate) token: Option<&'a Token>,
    pub(crate) headers: &'a [Header],
}

impl Secrets<'_> {
    /// `text` with every copy of a secret replaced.
    pub(crate) fn redact<'t>(&self, text: &'t str) -> Cow<'t, str> {
        let secrets = self.token.into_iter().chain(self.headers.iter().filter_map(Header::secret));
        secrets.fold(Cow::Borrowed(text), |text, secret| match secret.redact(&text) {
            Cow::Owned(redacted) => Cow::Owned(redacted),
            Cow::Borrowed(_) => text,
        })
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.token.is_none() && self.headers.iter().all(|header| header.secret().is_none())
    }
}
