//! Sends the requests of a call.

use houston_client::request::Request;
use houston_client::schema::Operation;
use houston_client::{Client, Error};
use serde_json::Value;

use crate::answer::pretty::pretty;
use crate::arguments::{MASKED, masked, secret_places};
use crate::call::Call;
use crate::call::watch::Watch;
use crate::settings::token::source::SignedIn;
use crate::terminal::output;
use crate::terminal::text::steady;

impl Call<'_> {
    /// Sends a request of an operation; if the server lacks fields that may be left out, once more without them. Returns
    /// them as well.
    pub(super) async fn adapting<T: 'static>(
        &self,
        (client, signed_in): (&Client, &SignedIn),
        operation: &Operation,
        request: &Request<T>,
    ) -> (Result<T, Error>, Vec<String>) {
        let watch = Watch::of(&self.target, self.options);
        let _told = watch.awaiting();
        let told = |result: Result<T, Error>| result.inspect_err(|error| watch.page(error));
        self.tell_document(signed_in, operation, request);
        let result = told(client.send(request.clone()).await);
        let adapted = result.as_ref().err().and_then(|error| request.adapted(error));
        let Some((adapted, lacking)) = adapted else { return (result, Vec::new()) };
        self.tell_document(signed_in, operation, &adapted);
        (told(client.send(adapted).await), lacking)
    }

    /// With `-vv`, tells the document and the variables without secrets: those that the schema knows, and every copy of them
    /// and of the token.
    pub(super) fn tell_document<T>(
        &self,
        signed_in: &SignedIn,
        operation: &Operation,
        request: &Request<T>,
    ) {
        if !self.options.verbosity.shows_documents() {
            return;
        }
        let variables = request.variables();
        let shown = pretty(&masked(self.schema, operation, variables).to_string());
        let text = format!("{}\n{shown}", request.document());
        let tokens = match signed_in {
            SignedIn::Yes(token, _) => std::slice::from_ref(token),
            _ => &[],
        };
        let text = request.redacted(&text, tokens);
        // What is secret at one place is not shown at another.
        let all = Value::Object(variables.clone());
        let places = secret_places(self.schema, operation, variables);
        let values = places.iter().filter_map(|place| all.pointer(place)?.as_str());
        let text = values.filter(|value| value.len() > 3).fold(text, |text, value| {
            let quoted = Value::from(value).to_string();
            text.replace(value, MASKED).replace(&quoted[1..quoted.len() - 1], MASKED)
        });
        output::told(&steady(&text));
    }
}
