//! Calls that stay in this process.

use std::sync::Arc;

use houston_client::Token;
use houston_client::transport::http::Http;
use houston_client::transport::{Message, Pending, Reply, Transport};
use houston_sandbox::{Request, Sandbox};

use super::store::{self, Store};
use crate::failure::{Exit, Failure};

/// A transport that ends in this process.
struct Embedded(Sandbox);

impl Transport for Embedded {
    fn send<'a>(&'a self, message: Message<'a>) -> Pending<'a> {
        // Blocking is fine: nothing else runs at the same time.
        let response = self.0.handle(Request {
            authorization: message.token.map(|token| token.header_value().to_owned()),
            content_type: Some("application/json".to_owned()),
            body: message.body.into_bytes(),
        });
        let reply = Reply { status: response.status, body: response.body, ..Reply::default() };
        Box::pin(std::future::ready(Ok(reply)))
    }
}

/// Returns a transport to the sandbox, and its administrator's token.
///
/// # Errors
///
/// Fails if its store cannot be opened.
pub(crate) fn line() -> Result<(Arc<dyn Transport>, Token), Failure> {
    let token = |text: &str| Token::new(text).map_err(broken);
    match store::open(&store::directory()?)? {
        Store::Ours(sandbox) => {
            let token = token(sandbox.administrator_token())?;
            Ok((Arc::new(Embedded(sandbox)), token))
        }
        Store::Served(server) => {
            let http = Http::builder(server.url).build().map_err(broken)?;
            Ok((Arc::new(http), token(&server.token)?))
        }
    }
}

fn broken(error: impl Into<Box<dyn std::error::Error + Send + Sync>>) -> Failure {
    Failure::new(Exit::Internal, "cannot use the sandbox").because(error)
}
