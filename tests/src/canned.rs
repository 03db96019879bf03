//! A server that answers everything with one text.

use houston_client::request::Operation;
use houston_client::transport::{Message, Pending, Reply, Transport};
use houston_client::{Client, Error, Partial};

struct Canned(String);

impl Transport for Canned {
    fn send<'a>(&'a self, _: Message<'a>) -> Pending<'a> {
        let body = self.0.clone().into_bytes();
        Box::pin(async move { Ok(Reply { status: 200, body, ..Reply::default() }) })
    }
}

fn client(answer: &str) -> Result<Client, Error> {
    Client::builder("").transport(Canned(answer.to_owned())).build()
}

/// What `operation` makes of this answer.
///
/// # Errors
///
/// Those of the client.
pub async fn answer<O: Operation>(operation: O, answer: &str) -> Result<O::Output, Error> {
    client(answer)?.send(operation).await
}

/// What `operation` makes of a part of its answer.
///
/// # Errors
///
/// Those of the client.
pub async fn partial<O: Operation>(
    operation: O,
    answer: &str,
) -> Result<Partial<O::Partial>, Error> {
    client(answer)?.send_partial(operation).await
}
