//! Subscriptions through the connection of a call.

use houston_client::Outcome;
use houston_client::live::Subscription;
use houston_client::request::Request;
use serde_json::value::RawValue;

use crate::answer::envelope;
use crate::call::Call;
use crate::call::diagnosis::diagnose;
use crate::failure::Failure;

impl Call<'_> {
    /// Subscribes to the events of a request, through the connection of the call.
    ///
    /// # Errors
    ///
    /// Fails if the platform is not set, or the client cannot be created. Nothing was sent then.
    pub(crate) fn subscribe(
        &self,
        request: &Request<Box<RawValue>>,
    ) -> Result<Subscription<Box<RawValue>>, Failure> {
        self.connect()?;
        envelope::reached(Outcome::Unknown);
        let line = self.line()?;
        self.tell_document(&line.signed_in, self.operation, request);
        Ok(line.next().subscribe(request.clone()))
    }

    /// The failure for an error of a subscription.
    pub(crate) fn diagnosed(&self, error: houston_client::Error) -> Failure {
        envelope::reached(error.outcome());
        match self.line() {
            Ok(line) => diagnose(self.schema, self.operation, &line.signed_in, error),
            Err(failure) => failure,
        }
    }
}
