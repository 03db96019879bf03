//! An embedded Houston: the GraphQL API of Astronomer's platform over a local store.
//!
//! A [`Sandbox`] executes the schema of Houston 0.23 with accounts, roles and permissions, and answers errors in
//! Houston's own words and HTTP habits. It runs no Airflow: a deployment is a row, and its status, logs and metrics are
//! made up from that row and the [`Clock`]. Use it to try requests, and to
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
//! # What a program really did
//!
//! [`Sandbox::ledger`] names every operation that was executed, and a [`Fault`] makes one go wrong:
//!
//! ```
//! use houston_sandbox::{Delivery, Request, Sandbox};
//!
//! let sandbox = Sandbox::builder().fault("createWorkspace:1:drop-after".parse()?).in_memory()?;
//! let answer = sandbox.handle(Request {
//!     authorization: Some(sandbox.administrator_token().to_owned()),
//!     content_type: Some("application/json".to_owned()),
//!     body: br#"{"query": "mutation { createWorkspace(label: \"Data\") { id } }"}"#.to_vec(),
//! });
//! // The client gets no answer, and the workspace is there: what it must not do is to ask again.
//! assert_eq!(answer.delivery, Delivery::Dropped);
//! let entry = &sandbox.ledger()[0];
//! assert_eq!((entry.operation.as_str(), &entry.refusal), ("createWorkspace", &None));
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! # Seeds
//!
//! A seed names what a store begins with. Keys are readable; the id of what stands under `etl` is
//! `ck00000000000000000000etl`: `ck0`, zeros and the key, its hyphens as zeros, 25 characters in all. A seed that is
//! wrong in one place is refused as a whole, with the line.
//!
//! ```
//! # use houston_sandbox::Sandbox;
//! let sandbox = Sandbox::builder()
//!     .seed("
//! users:
//!   ada: { email: ada@example.com, fullName: Ada, password: lovelace, role: SYSTEM_VIEWER }
//! workspaces:
//!   data:
//!     label: Data
//!     description: Of the data team
//!     users: { ada: WORKSPACE_ADMIN }
//! deployments:
//!   etl:
//!     workspace: data
//!     label: ETL
//!     executor: LocalExecutor           # Celery unless it is said
//!     releaseName: lunar-probe-1234     # drawn unless it is said
//!     variables: { STAGE: test }
//!     secrets: { TOKEN: hunter2 }       # variables whose values no operation shows
//!     users: { ada: DEPLOYMENT_ADMIN }
//! serviceAccounts:
//!   ci: { label: CI, role: SYSTEM_ADMIN, apiKey: 0123456789abcdef0123456789abcdef }
//!   deployer: { label: Deployer, role: DEPLOYMENT_EDITOR, deployment: etl }
//! invites:
//!   bob: { email: bob@example.com, workspace: data, role: WORKSPACE_EDITOR, token: welcome-bob }
//! ")?
//!     .in_memory()?;
//! # Ok::<(), houston_sandbox::Error>(())
//! ```
//!
//! # Where it differs from the server, on purpose
//!
//! - A refused request leaves nothing behind: what a mutation field writes is committed as a whole or not at all.
//! - The server judges a caller by its first binding to an entity and by nothing else that the request names.
//!   Here all bindings count, and a service account or deployment must belong to the entity named beside it.
//! - A deleted deployment is not found again, and its service accounts are gone. The server goes on to answer for it
//!   in places.
//! - Nothing hangs. A key whose workspace is gone is nobody's, and its requests are refused; the server does not answer
//!   them. The fault `delay` makes a client wait.
//! - What somebody may do is answered as of after a mutation, and a field has its value whatever is selected beside it
//!   or by whatever alias.
//! - Where the server stumbles over something that it does not find (`No Node for the model …`, `Cannot destructure
//!   property …`) the answer is `The requested resource was not found`. Errors have no `extensions.exception`.
//! - A document may nest objects 40 deep.
//! - What is no GraphQL is refused in the words of apollo-parser behind `Syntax Error: `. It reads some texts that the
//!   server does not: control characters in strings, `\u{1F600}`, and a field of an object without a value, which it
//!   leaves out.
//! - Where fields of one selection cannot be merged, that is said once nothing else is wrong with the document.
//! - A query that is named by its hash alone is not known, also when it came whole before.
//! - Where the server checks less than it should, the sandbox refuses: what is named beside a workspace or deployment
//!   must belong to it, a role must be of its scope, and the legacy operations ask for the permission of the newer
//!   ones. A write that the server loses without a word is refused as well.
//! - The token of an address that awaits confirmation is shown only to those who may confirm it anyway.
//! - A new key of a service account is readable by those alone who may read the account itself, and the variables of a
//!   deployment by those who may read its variables: the server shows both to whoever reaches the object through
//!   another one.
//! - Sizes of a deployment that no `Int` can hold are refused. The server stores them, and cannot read them again.
//! - The platform sends no mail and bills nobody. What it would have mailed is read from [`Sandbox::letters`]; what
//!   its people configure is set by [`Sandbox::change_settings`].
#![forbid(unsafe_code)]

mod accounts;
mod error;
mod execution;
mod graphql_js;
mod http;
mod platform;
mod resolvers;
mod sandbox;
mod seed;
mod server;
mod store;

pub use error::Error;
pub use http::request::Request;
pub use http::response::{Delivery, Response};
pub use platform::WORKSPACE_ID;
pub use platform::builder::Builder;
pub use platform::clock::Clock;
pub use platform::fault::{Fault, InvalidFault};
pub use platform::ledger::Executed;
pub use sandbox::Sandbox;
pub use server::Server;
pub use store::letter::{Letter, Purpose};
pub use store::settings::Settings;
