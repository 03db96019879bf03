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
        let (client, signed_in) = self.client()?;
        self.tell_document(signed_in, self.operation, request);
        Ok(client.subscribe(request.clone()))
    }

    /// The failure for an error of a subscription.
    pub(crate) fn diagnosed(&self, error: houston_client::Error) -> Failure {
        envelope::reached(error.outcome());
        match self.client() {
            Ok((_, signed_in)) => diagnose(self.schema, self.operation, signed_in, error),
            Err(failure) => failure,
        }
    }
}
