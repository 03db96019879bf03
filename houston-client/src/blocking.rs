//! A blocking client, for code without async.
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

use futures_util::StreamExt as _;

use crate::answer::Partial;
use crate::client::ClientBuilder;
use crate::error::Error;
#[cfg(feature = "subscriptions")]
use crate::live::Event;
use crate::options::Options;
use crate::request::Operation;
#[cfg(feature = "subscriptions")]
use crate::request::Streamed;
use crate::token::Token;

/// A [`Client`](crate::Client) whose calls block until the answer arrives.
///
/// It runs one background thread, which manages the connections. Any number of threads can share the client. In
/// async code, use [`Client`](crate::Client) itself, or call this one within `spawn_blocking`.
#[derive(Clone)]
pub struct Client {
    client: crate::Client,
    runtime: Arc<Runtime>,
}

impl Client {
    /// Creates a client for this URL that sends this token.
    ///
    /// # Errors
    ///
    /// Fails like [`ClientBuilder::build_blocking`].
    pub fn new(url: impl Into<String>, token: Token) -> Result<Self, Error> {
        Self::builder(url).token(token).build_blocking()
    }

    /// Returns a builder for a client of this URL. Finish it with
    /// [`build_blocking`](ClientBuilder::build_blocking).
    pub fn builder(url: impl Into<String>) -> ClientBuilder {
        crate::Client::builder(url)
    }

    /// Returns a builder for a client of the platform on this base domain: `https://houston.<domain>/v1`.
    pub fn for_base_domain(domain: &str) -> ClientBuilder {
        crate::Client::for_base_domain(domain)
    }

    /// Creates a client from the environment; see [`Client::from_env`](crate::Client::from_env).
    ///
    /// # Errors
    ///
    /// Fails like [`ClientBuilder::from_env`] and [`ClientBuilder::build_blocking`].
    pub fn from_env() -> Result<Self, Error> {
        ClientBuilder::from_env()?.build_blocking()
    }

    /// Returns the same client with these options; see [`Client::with`](crate::Client::with).
    #[must_use]
    pub fn with(&self, options: Options) -> Self {
        Client { client: self.client.with(options), runtime: Arc::clone(&self.runtime) }
    }

    /// Sends an operation and waits for its answer; see [`Client::send`](crate::Client::send).
    ///
    /// # Errors
    ///
    /// Fails if the whole result did not arrive. [`Error::outcome`] tells whether the operation had an effect.
    ///
    /// # Panics
    ///
    /// Panics in async code, which the call would block; `spawn_blocking` is fine.
    pub fn send<O: Operation>(&self, operation: O) -> Result<O::Output, Error> {
        self.runtime.get().block_on(self.client.send(operation))
    }

    /// Returns the answers of an operation page by page; see [`Client::pages`](crate::Client::pages).
    ///
    /// # Errors
    ///
    /// An item fails like that of [`Client::pages`](crate::Client::pages).
    ///
    /// # Panics
    ///
    /// The iterator panics in async code, as [`send`](Self::send) does.
    pub fn pages<O, K, F, N>(
        &self,
        operation: F,
        next: N,
    ) -> impl Iterator<Item = Result<O::Output, Error>> + use<O, K, F, N>
    where
        O: Operation,
        K: PartialEq + Clone,
        F: FnMut(Option<K>) -> O,
        N: FnMut(&O::Output) -> Option<K>,
    {
        let mut pages = Box::pin(self.client.pages(operation, next));
        let runtime = Arc::clone(&self.runtime);
        std::iter::from_fn(move || runtime.get().block_on(pages.next()))
    }

    /// Sends an operation and accepts a partial answer; see [`Client::send_partial`](crate::Client::send_partial).
    ///
    /// # Errors
    ///
    /// Fails if no root field arrived.
    ///
    /// # Panics
    ///
    /// Panics in async code, as [`send`](Self::send) does.
    pub fn send_partial<O: Operation>(&self, operation: O) -> Result<Partial<O::Partial>, Error> {
        self.runtime.get().block_on(self.client.send_partial(operation))
    }
}

#[cfg(feature = "subscriptions")]
impl Client {
    /// Subscribes to events, which come from an iterator that waits for each; see
    /// [`Client::subscribe`](crate::Client::subscribe).
    ///
    /// # Errors
    ///
    /// An item fails like that of [`Client::subscribe`](crate::Client::subscribe).
    ///
    /// # Panics
    ///
    /// The iterator panics in async code, as [`send`](Self::send) does.
    pub fn subscribe<S: Streamed>(&self, operation: S) -> Subscription<S::Output>
    where
        S::Output: Send + 'static,
    {
        let events = Some(self.client.subscribe(operation));
        Subscription { events, runtime: Arc::clone(&self.runtime) }
    }
}

/// The events of a subscription, as an iterator. Dropping it tells the server to stop, and closes the connection.
#[cfg(feature = "subscriptions")]
#[must_use = "nothing is sent before the first event is asked for"]
#[derive(Debug)]
pub struct Subscription<T> {
    /// None only while it is dropped.
    events: Option<crate::live::Subscription<T>>,
    runtime: Arc<Runtime>,
}

#[cfg(feature = "subscriptions")]
impl<T> Iterator for Subscription<T> {
    type Item = Result<Event<T>, Error>;

    fn next(&mut self) -> Option<Self::Item> {
        self.runtime.get().block_on(self.events.as_mut()?.next())
    }
}

#[cfg(feature = "subscriptions")]
impl<T> Drop for Subscription<T> {
    fn drop(&mut self) {
        // The connection says goodbye in the background of this runtime.
        let _runtime = self.runtime.get().enter();
        drop(self.events.take());
    }
}

impl fmt::Debug for Client {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.client.fmt(formatter)
    }
}

impl ClientBuilder {
    /// Builds the blocking client.
    ///
    /// # Errors
    ///
    /// Fails like [`build`](Self::build), and if the system cannot start a runtime.
    pub fn build_blocking(self) -> Result<Client, Error> {
        let client = self.build()?;
        // A background thread watches the connections between two calls, so that one that the server has closed is
        // not used again: the outcome of a mutation that is sent into it would be unknown.
        let mut builder = tokio::runtime::Builder::new_multi_thread();
        let runtime = builder.worker_threads(1).thread_name("houston-client").enable_all().build();
        let runtime = runtime
            .map_err(|error| Error::input("cannot start a runtime", Some(Box::new(error))))?;
        Ok(Client { client, runtime: Arc::new(Runtime(Some(runtime))) })
    }
}

impl fmt::Debug for Runtime {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("Runtime")
    }
}

/// A runtime that can be dropped anywhere: tokio's own panics if it is dropped in async code.
struct Runtime(Option<tokio::runtime::Runtime>);

impl Runtime {
    fn get(&self) -> &tokio::runtime::Runtime {
        self.0.as_ref().expect("the runtime is taken only when it is dropped")
    }
}

impl Drop for Runtime {
    fn drop(&mut self) {
        if let Some(runtime) = self.0.take() {
            runtime.shutdown_background();
        }
    }
}
