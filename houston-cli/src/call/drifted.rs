//! What is told of a request that the server does not accept.

use std::time::Duration;

use houston_client::object::app_config;
use houston_client::schema::OperationKind;
use houston_client::{Client, query};

use crate::call::{Call, runtime};
use crate::failure::{Exit, Failure, Step};
use crate::schema::follow;
use crate::settings::token::source::SignedIn;
use crate::terminal::text::{plain, short};

impl Call<'_> {
    /// The failure for a document that neither the server nor the schema accepts: it is wrong, whatever the versions.
    pub(super) fn mistaken(&self, error: &houston_client::Error) -> Failure {
        let what = plain(&error.summary());
        Failure::new(Exit::Refused, format!("{}: {what}", self.name()))
            .detail("The server refused the request. Nothing ran.")
            .detail("The document does not match the schema either:")
            .details(&self.misfits)
            .help("Correct the document; without `--unchecked`, it is checked before it is sent.")
    }

    /// Adds the version of the server, if it is known, and how to use its schema. If the schema is followed, it is pulled
    /// again; the call itself is not sent again.
    pub(super) fn drifted(
        &self,
        failure: Failure,
        client: &Client,
        signed_in: &SignedIn,
    ) -> Failure {
        let (target, options) = (&self.target, self.options);
        let called = (self.schema, self.operation);
        let told = follow::after_refusal(target, options, signed_in, called, failure);
        let failure = match told {
            Ok(told) => return told,
            Err(failure) => failure,
        };
        let quiet = houston_client::Options::new().timeout(Duration::from_secs(5)).observe(|_| {});
        let patient = client.with(quiet);
        let ask = patient.send(query::app_config().select(app_config::version));
        // Signals are caught by now, so this has to wait for them as well.
        let version = runtime::wait("appConfig", OperationKind::Query, ask);
        let version = version.ok().and_then(Result::ok).flatten().flatten();
        let failure = match version {
            Some(version) if self.schema.version.as_ref().is_some_and(|own| *own == version) => {
                return failure.detail(format!(
                    "The server is Houston {}, the same version as the schema: the request itself is wrong.",
                    short(&version)
                ));
            }
            Some(version) => failure.detail(format!("The server is Houston {}.", short(&version))),
            None => failure,
        };
        failure.step(Step::Drift)
    }
}
