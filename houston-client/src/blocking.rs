//! A client for code without async.
//!
#![cfg_attr(feature = "houston", doc = "```no_run")]
#![cfg_attr(not(feature = "houston"), doc = "```ignore")]
//! use houston_client::{Token, blocking, query};
//!
//! # fn run() -> Result<(), Box<dyn std::error::Error>> {
//! let client = blocking::Client::new("https://houston.example.com/v1", Token::new("…")?)?;
//! for workspace in client.send(query::workspaces())?.into_iter().flatten() {
//!     println!("{}", workspace.id);
//! }
//! # Ok(())
//! # }
//! ```

use std::fmt;
use std::sync::Arc;

use crate::answer::Partial;
use crate::client::ClientBuilder;
use crate::error::Error;
use crate::options::Options;
use crate::request::Operation;
use crate::token::Token;

/// A [`Client`](crate::Client) whose calls wait for their answers.
///
/// It has a thread of its own, which looks after the connections; any number of threads can share it. In async
/// code, use [`Client`](crate::Client) itself, or call this one within `spawn_blocking`.
#[derive(Clone)]
pub struct Client {
    client: crate::Client,
    runtime: Arc<Runtime>,
}

impl Client {
    /// A client of this URL that sends this token.
    ///
    /// # Errors
    ///
    /// Those of [`ClientBuilder::build_blocking`].
    pub fn new(url: impl Into<String>, token: Token) -> Result<Self, Error> {
        Self::builder(url).token(token).build_blocking()
    }

    /// A client of this URL, with defaults to be changed: end with
    /// [`build_blocking`](ClientBuilder::build_blocking).
    pub fn builder(url: impl Into<String>) -> ClientBuilder {
        crate::Client::builder(url)
    }

    /// A client of the platform on this base domain: of `https://houston.<domain>/v1`.
    pub fn for_base_domain(domain: &str) -> ClientBuilder {
        crate::Client::for_base_domain(domain)
    }

    /// The same client, with these options: see [`Client::with`](crate::Client::with).
    #[must_use]
    pub fn with(&self, options: Options) -> Self {
        Client { client: self.client.with(options), runtime: Arc::clone(&self.runtime) }
    }

    /// Sends an operation and waits for its answer: see [`Client::send`](crate::Client::send).
    ///
    /// # Errors
    ///
    /// Whenever the whole result did not come. [`Error::outcome`] then says whether the operation had an
    /// effect.
    ///
    /// # Panics
    ///
    /// In async code, which it would hold up; `spawn_blocking` is fine.
    pub fn send<O: Operation>(&self, operation: O) -> Result<O::Output, Error> {
        self.runtime.get().block_on(self.client.send(operation))
    }

    /// Sends an operation, and takes a part of its answer for better than none: see
    /// [`Client::send_partial`](crate::Client::send_partial).
    ///
    /// # Errors
    ///
    /// When no root field came.
    ///
    /// # Panics
    ///
    /// In async code, as [`send`](Self::send) does.
    pub fn send_partial<O: Operation>(&self, operation: O) -> Result<Partial<O::Partial>, Error> {
        self.runtime.get().block_on(self.client.send_partial(operation))
    }
}

impl fmt::Debug for Client {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.client.fmt(formatter)
    }
}

impl ClientBuilder {
    /// The client for code without async.
    ///
    /// # Errors
    ///
    /// Those of [`build`](Self::build); and when the system does not give what a runtime needs.
    pub fn build_blocking(self) -> Result<Client, Error> {
        let client = self.build()?;
        // A thread of its own looks after the connections between two calls: only so is one that the server
        // has closed meanwhile not used again, which would leave it open whether a mutation ran.
        let mut builder = tokio::runtime::Builder::new_multi_thread();
        let runtime = builder.worker_threads(1).thread_name("houston-client").enable_all().build();
        let runtime =
            runtime.map_err(|error| Error::input("no call can be made", Some(Box::new(error))))?;
        Ok(Client { client, runtime: Arc::new(Runtime(Some(runtime))) })
    }
}

/// A runtime that can be dropped anywhere: in async code, tokio's own panics.
struct Runtime(Option<tokio::runtime::Runtime>);

impl Runtime {
    fn get(&self) -> &tokio::runtime::Runtime {
        self.0.as_ref().expect("it is taken when it is dropped")
    }
}

impl Drop for Runtime {
    fn drop(&mut self) {
        if let Some(runtime) = self.0.take() {
            runtime.shutdown_background();
        }
    }
}
