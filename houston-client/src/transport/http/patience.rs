use std::io;
use std::time::Duration;

use tokio::time::{Instant, timeout_at};

use super::tls;
use crate::transport::cause::{Cause, Fault, Tls, TlsFault};
use crate::transport::{BoxError, Failure};

/// The timeouts of a call: one timer instead of the several that reqwest would run.
pub(super) struct Patience {
    whole: Duration,
    /// `None` if the end is too far away to be represented.
    end: Option<Instant>,
    silence: Option<Duration>,
    /// Whether the client has a certificate to show.
    identified: bool,
}

impl Patience {
    /// Starts now, with `whole` as the timeout of the call, and `silence` as the longest time without data from the
    /// server.
    pub(super) fn new(whole: Duration, silence: Option<Duration>, identified: bool) -> Self {
        Patience { whole, end: Instant::now().checked_add(whole), silence, identified }
    }

    /// Waits for a step of the call. A step that timed out may have reached the server.
    pub(super) async fn wait<T>(
        &self,
        step: impl Future<Output = Result<T, reqwest::Error>>,
    ) -> Result<T, Failure> {
        let silent = self.silence.and_then(|silence| Instant::now().checked_add(silence));
        let result = match [self.end, silent].into_iter().flatten().min() {
            None => step.await,
            Some(until) => timeout_at(until, step).await.map_err(|_| {
                let silence = self.silence.filter(|_| silent == Some(until));
                let cause = silence.map_or(Cause::Late(self.whole), Cause::Silent);
                Failure::Lost(Box::new(Fault::from(cause)))
            })?,
        };
        result.map_err(|error| failure(error, self.identified))
    }
}

/// Only a connect error of reqwest proves that no connection was established: name, TCP, proxy or TLS. A server that
/// refuses a client certificate proves that it did not read the request.
fn failure(error: reqwest::Error, identified: bool) -> Failure {
    let cause = cause(&error, identified);
    let is_refused = matches!(
        &cause,
        Some(Cause::Tls(Tls {
            fault: TlsFault::ClientCertificateWanted | TlsFault::ClientCertificateRefused(_),
            ..
        }))
    );
    let is_unsent = error.is_connect() || is_refused;
    let shown = match cause {
        Some(cause) => Box::new(Fault::new(cause, Some(show(error)))),
        None => show(error),
    };
    if is_unsent { Failure::NotConnected(shown) } else { Failure::Lost(shown) }
}

fn cause(error: &reqwest::Error, identified: bool) -> Option<Cause> {
    if let Some(tls) = tls::fault(error, identified) {
        return Some(Cause::Tls(tls));
    }
    let is_cut = tls::find::<io::Error>(error)
        .is_some_and(|error| error.kind() == io::ErrorKind::UnexpectedEof);
    if error.is_connect() && is_cut {
        let fault = TlsFault::Closed;
        return Some(Cause::Tls(Tls { fault, host: None, certificate: None }));
    }
    tls::find::<hyper::Error>(error).filter(|error| error.is_parse()).map(|_| Cause::NotHttp)
}

/// Removes the query, which may contain secrets.
fn show(mut error: reqwest::Error) -> BoxError {
    if let Some(url) = error.url_mut() {
        url.set_query(None);
    }
    Box::new(error)
}
