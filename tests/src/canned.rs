//! What a client makes of one answer.

use houston_client::request::Operation;
use houston_client::transport::Canned;
use houston_client::{Client, Error, Partial};

fn client(answer: &str) -> Result<Client, Error> {
    Client::builder("").transport(Canned::always(answer)).build()
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
