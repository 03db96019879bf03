//! The tokens that a client sends.

use std::fmt;
#[cfg(feature = "transport")]
use std::{pin::Pin, time::Duration};

use crate::token::Token;
#[cfg(feature = "transport")]
use crate::transport::BoxError;

/// Where a client's token comes from.
pub(super) enum Tokens {
    /// Requests are anonymous.
    None,
    /// The same token for every request.
    Fixed(Token),
    #[cfg(feature = "transport")]
    Source(Source),
}

/// A function that returns a token, and the last one that it returned.
#[cfg(feature = "transport")]
pub(super) struct Source {
    ask: Box<Ask>,
    /// Locked while the source is asked, so that it is asked once for all calls that wait.
    last: tokio::sync::Mutex<Option<Token>>,
}

#[cfg(feature = "transport")]
type Ask = dyn Fn() -> Pin<Box<dyn Future<Output = Result<Token, BoxError>> + Send>> + Send + Sync;

/// A source is asked this long before its token ends: the clocks of client and server may differ.
#[cfg(feature = "transport")]
const EARLY: Duration = Duration::from_secs(30);

#[cfg(feature = "transport")]
impl Source {
    pub(super) fn new<F, E>(ask: impl Fn() -> F + Send + Sync + 'static) -> Self
    where
        F: Future<Output = Result<Token, E>> + Send + 'static,
        E: Into<BoxError> + 'static,
    {
        let ask = move || {
            let asked = ask();
            Box::pin(async { asked.await.map_err(Into::into) }) as Pin<Box<_>>
        };
        Source { ask: Box::new(ask), last: tokio::sync::Mutex::default() }
    }

    /// Returns the last token, or a new one if the last one has ended or is the refused one; and whether the source
    /// was asked for it.
    pub(super) async fn token(&self, refused: Option<&Token>) -> Result<(Token, bool), BoxError> {
        let mut last = self.last.lock().await;
        let soon = jiff::Timestamp::now() + EARLY;
        let is_good = |token: &&Token| {
            token.expiry().is_none_or(|end| end > soon)
                && refused.is_none_or(|refused| refused.expose() != token.expose())
        };
        if let Some(token) = last.as_ref().filter(is_good) {
            return Ok((token.clone(), false));
        }
        let token = (self.ask)().await?;
        *last = Some(token.clone());
        Ok((token, true))
    }
}

impl fmt::Debug for Tokens {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(match self {
            Tokens::None => "none",
            Tokens::Fixed(_) => "fixed",
            #[cfg(feature = "transport")]
            Tokens::Source(_) => "source",
        })
    }
}

#[cfg(test)]
#[cfg(all(feature = "houston", feature = "transport"))]
mod tests;
