//! Calls that stay in this process.

use std::path::PathBuf;
use std::sync::Arc;

use houston_client::Token;
use houston_client::transport::http::Http;
use houston_client::transport::{
    Failure as Lost, Message, Opening, Pending, Reply, Transport, Upgrade, Upgrading,
};
use houston_sandbox::{Request, Sandbox};
use tokio::net::TcpListener;
use tokio::sync::OnceCell;

use super::served::{self, Served};
use super::store::{self, Store};
use crate::failure::{Exit, Failure};

/// A transport that ends in this process.
struct Embedded {
    sandbox: Arc<Sandbox>,
    directory: PathBuf,
    /// The sandbox behind a port, for WebSockets.
    served: OnceCell<Http>,
}

impl Transport for Embedded {
    fn send<'a>(&'a self, message: Message<'a>) -> Pending<'a> {
        // Blocking is fine: nothing else runs at the same time.
        let response = self.sandbox.handle(Request {
            authorization: message.token.map(|token| token.header_value().to_owned()),
            content_type: Some("application/json".to_owned()),
            body: message.body.into_bytes(),
        });
        let reply = Reply { status: response.status, body: response.body, ..Reply::default() };
        Box::pin(std::future::ready(Ok(reply)))
    }

    fn upgrade<'a>(&'a self, opening: Opening<'a>) -> Upgrading<'a> {
        Box::pin(async move { self.open(opening).await })
    }
}

impl Embedded {
    async fn open(&self, opening: Opening<'_>) -> Result<Upgrade, Lost> {
        let served = self.served.get_or_try_init(|| self.serve()).await;
        served.map_err(Lost::NotConnected)?.upgrade(opening).await
    }

    /// Serves the sandbox on a free port. The store is held for as long as that lasts, so other calls find the port.
    async fn serve(&self) -> Result<Http, Box<dyn std::error::Error + Send + Sync>> {
        let listener = TcpListener::bind(("127.0.0.1", 0)).await?;
        let url = format!("http://{}/v1", listener.local_addr()?);
        tokio::spawn(Arc::clone(&self.sandbox).serve(listener));
        let token = self.sandbox.administrator_token().to_owned();
        served::announce(&self.directory, &Served { url: url.clone(), token })?;
        Ok(Http::builder(url).build()?)
    }
}

impl Drop for Embedded {
    fn drop(&mut self) {
        if self.served.initialized() {
            served::withdraw(&self.directory);
        }
    }
}

/// Returns a transport to the sandbox, and its administrator's token.
///
/// # Errors
///
/// Fails if its store cannot be opened.
pub(crate) fn line() -> Result<(Arc<dyn Transport>, Token), Failure> {
    let token = |text: &str| Token::new(text).map_err(broken);
    let directory = store::directory()?;
    match store::open(&directory)? {
        Store::Ours(sandbox) => {
            let token = token(sandbox.administrator_token())?;
            let (sandbox, served) = (Arc::new(sandbox), OnceCell::new());
            Ok((Arc::new(Embedded { sandbox, directory, served }), token))
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
