//! Tracing: one span for each call with the feature `tracing`, and nothing without it.
//!
//! It never records variables, tokens, headers, the URL or texts of the server.

#[cfg(not(feature = "tracing"))]
pub(crate) use off::Span;
#[cfg(feature = "tracing")]
pub(crate) use on::Span;

#[cfg(feature = "tracing")]
mod on {
    use std::time::Duration;

    use tracing::field::Empty;
    use tracing::instrument::{Instrument as _, Instrumented};

    use crate::document::Key;
    use crate::outcome::Outcome;
    use crate::schema::OperationKind;

    /// The span of one call.
    pub(crate) struct Span(tracing::Span);

    impl Span {
        pub(crate) fn of(kind: OperationKind, fields: &[Key]) -> Self {
            let span = tracing::debug_span!(
                target: "houston_client",
                "houston_call",
                operation = Empty,
                kind = kind.keyword(),
                attempt = Empty,
                status = Empty,
                outcome = Empty,
            );
            if !span.is_disabled() {
                span.record("operation", fields.join(","));
            }
            Span(span)
        }

        /// Runs a future in this span.
        pub(crate) fn around<F: Future>(&self, future: F) -> Instrumented<F> {
            future.instrument(self.0.clone())
        }

        /// Records an attempt; the first is 1.
        pub(crate) fn attempt(&self, attempt: u32, status: Option<u16>) {
            self.0.record("attempt", attempt);
            if let Some(status) = status {
                self.0.record("status", status);
            }
        }

        /// Reports that the request is retried.
        pub(crate) fn again(&self, outcome: Outcome, wait: Duration) {
            let wait = u64::try_from(wait.as_millis()).unwrap_or(u64::MAX);
            tracing::debug!(target: "houston_client", outcome = outcome.name(), wait_ms = wait, "retrying");
        }

        /// Reports the fields that the server does not have.
        pub(crate) fn adapted(&self, without: &[String]) {
            let without = without.join(", ");
            tracing::warn!(target: "houston_client", without, "the server does not have these fields");
        }

        pub(crate) fn end(&self, outcome: Outcome) {
            self.0.record("outcome", outcome.name());
        }
    }
}

#[cfg(not(feature = "tracing"))]
mod off {
    use std::time::Duration;

    use crate::document::Key;
    use crate::outcome::Outcome;
    use crate::schema::OperationKind;

    pub(crate) struct Span;

    impl Span {
        pub(crate) fn of(_: OperationKind, _: &[Key]) -> Self {
            Span
        }

        pub(crate) fn around<F: Future>(&self, future: F) -> F {
            future
        }

        pub(crate) fn attempt(&self, _: u32, _: Option<u16>) {}

        pub(crate) fn again(&self, _: Outcome, _: Duration) {}

        pub(crate) fn adapted(&self, _: &[String]) {}

        pub(crate) fn end(&self, _: Outcome) {}
    }
}
