//! An embedded Houston: the GraphQL API of Astronomer's platform over a local store.
//!
//! A [`Sandbox`] executes the schema of Houston 0.23 with accounts, roles and permissions, and answers errors in
//! Houston's own words and HTTP habits. It runs no Airflow: a deployment is a row. Use it to try requests, and to
//! test programs against something that behaves like the server.
//!
//! A new store holds one administrator, whose key is [`Sandbox::administrator_token`], and one workspace, whose id
//! is [`WORKSPACE_ID`].
//!
//! ```
//! # async fn example() -> Result<(), houston_sandbox::Error> {
//! use houston_sandbox::{Request, Sandbox};
//!
//! let sandbox = Sandbox::start().await?;
//! let answer = sandbox.handle(Request {
//!     authorization: Some(sandbox.administrator_token().to_owned()),
//!     content_type: Some("application/json".to_owned()),
//!     body: br#"{"query": "{ workspaces { id label } }"}"#.to_vec(),
//! });
//! assert_eq!(answer.status, 200);
//! assert_eq!(
//!     String::from_utf8_lossy(&answer.body).trim(),
//!     r#"{"data":{"workspaces":[{"id":"ck0sandbox0workspace00001","label":"Sandbox"}]}}"#,
//! );
//!
//! // The same over HTTP, on a port of its own, until the server is dropped.
//! let server = sandbox.listen().await?;
//! println!("export HOUSTON_URL={}", server.url());
//! # Ok(()) }
//! # tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap().block_on(example()).unwrap();
//! ```
//!
//! # Where it differs from the server, on purpose
//!
//! - A refused request leaves nothing behind: what a mutation field writes is committed as a whole or not at all.
//! - The server judges a caller by its first binding to an entity and by nothing else that the request names.
//!   Here all bindings count, and a service account or deployment must belong to the entity named beside it.
//! - A deleted deployment is not found again, and its service accounts are gone. The server goes on to answer for it
//!   in places.
//! - A document may nest objects 40 deep.
//! - Operations that are not served yet answer with the code `NOT_IMPLEMENTED`.
#![forbid(unsafe_code)]

mod builder;
mod call;
mod caller;
mod clock;
mod coercion;
mod error;
mod execution;
mod fault;
mod identifier;
mod ledger;
mod literal;
mod object;
mod operations;
mod permission;
mod refusal;
mod request;
mod response;
mod root;
mod sandbox;
mod schema;
mod seed;
mod server;
mod store;
mod suggestion;
mod syntax;
mod types;
mod validation;
mod wire;

pub use builder::Builder;
pub use clock::Clock;
pub use error::Error;
pub use fault::{Fault, InvalidFault};
pub use ledger::Executed;
pub use request::Request;
pub use response::{Delivery, Response};
pub use sandbox::Sandbox;
pub use server::Server;

/// The id of the workspace that a new store holds.
pub const WORKSPACE_ID: &str = "ck0sandbox0workspace00001";
