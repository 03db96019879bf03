//! An embedded Houston: the GraphQL API of Astronomer's platform over a local store.
//!
//! A [`Sandbox`] executes the schema of Houston 0.23 with accounts, roles and permissions. Its errors have Houston's
//! texts and HTTP statuses. It does not run Airflow: a deployment is a row in the store, and its status, logs and
//! metrics are computed from that row and the [`Clock`]. Use it to try requests, and to test programs against a
//! server that behaves like Houston.
//!
//! A new store has one administrator and one workspace. Sign in with [`Sandbox::administrator_token`]; the
//! workspace's id is [`WORKSPACE_ID`].
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
//! // The same sandbox over HTTP, on a free port, until the server is dropped.
//! let server = sandbox.listen().await?;
//! println!("export HOUSTON_URL={}", server.url());
//! # Ok(()) }
//! # tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap().block_on(example()).unwrap();
//! ```
//!
//! # Checking what a program did
//!
//! [`Sandbox::ledger`] lists every operation that was executed. A [`Fault`] makes calls of an operation fail:
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
//! // The client gets no response, but the workspace exists: the client must not retry.
//! assert_eq!(answer.delivery, Delivery::Dropped);
//! let entry = &sandbox.ledger()[0];
//! assert_eq!((entry.operation.as_str(), &entry.refusal), ("createWorkspace", &None));
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! # Seeds
//!
//! A seed lists the objects that a store starts with. Each object has a key, and its id is made from the key: the id
//! of `etl` is `ck00000000000000000000etl`, which is `ck0`, then zeros, then the key, 25 characters in all. Hyphens in
//! the key become zeros. If any line of a seed is invalid, the whole seed is refused, and the error names the line.
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
//!     executor: LocalExecutor           # default: CeleryExecutor
//!     releaseName: lunar-probe-1234     # default: random
//!     variables: { STAGE: test }
//!     secrets: { TOKEN: hunter2 }       # variables whose values are never returned
//!     users: { ada: DEPLOYMENT_ADMIN }
//!     becomes: UNHEALTHY                # the status after each start; default: HEALTHY
//! serviceAccounts:
//!   ci: { label: CI, role: SYSTEM_ADMIN, apiKey: 0123456789abcdef0123456789abcdef }
//!   deployer: { label: Deployer, role: DEPLOYMENT_EDITOR, deployment: etl }
//! invites:
//!   bob: { email: bob@example.com, workspace: data, role: WORKSPACE_EDITOR, token: welcome-bob }
//! settings:                             # unless the store has them: see [`Settings`]
//!   baseDomain: astro.example.com
//!   airflowVersions: [2.1.0, 2.0.2]
//! ")?
//!     .in_memory()?;
//! # Ok::<(), houston_sandbox::Error>(())
//! ```
//!
//! # States
//!
//! The status of a new deployment is `UNKNOWN` for 6 seconds, `DEPLOYING` up to 30 seconds, and then what it `becomes`. A
//! change of its configuration, variables, chart version or cloud role restarts it: it is `DEPLOYING` for 15 seconds. A
//! change of another kind does not. A deployment that becomes `DEPLOYING` or `UNKNOWN` stays there. The fault
//! `createDeployment:1:becomes=UNHEALTHY` sets it for a deployment that a call creates or changes.
//!
//! # Intended differences from the server
//!
//! - A refused request changes nothing: each mutation field is one transaction.
//! - The server checks only the caller's first role binding in an entity, and ignores what else the request names.
//!   The sandbox checks all bindings, and a service account or deployment must belong to the workspace or deployment
//!   that the request names with it.
//! - A deleted deployment is not found again, and its service accounts are deleted. The server still returns it from
//!   some operations.
//! - Every request gets a response. A key whose workspace was deleted is invalid, and its requests are refused; the
//!   server never responds to them. To make a client wait, use the fault `delay`.
//! - Capabilities are computed after a mutation has run, and the value of a field does not depend on its alias or on
//!   the other selected fields.
//! - Where the server fails because an object is missing (`No Node for the model …`, `Cannot destructure property …`),
//!   the sandbox answers `The requested resource was not found`. Errors have no `extensions.exception`.
//! - A document can nest objects at most 40 levels deep.
//! - Syntax errors have apollo-parser's text after `Syntax Error: `. Its parser accepts some documents that the server
//!   refuses: control characters in strings, `\u{1F600}`, and an object field without a value, which it drops.
//! - Conflicting fields, which cannot be merged, are reported only if the document has no other error.
//! - Persisted queries are not supported: a query sent as a hash alone is unknown, even if its text was sent before.
//! - The sandbox checks more than the server: an object must belong to the workspace or deployment that is named with
//!   it, a role must belong to its scope, and the legacy operations require the permissions of the operations that
//!   replaced them. It also refuses a write that the server silently loses.
//! - The confirmation token of an address is shown only to callers who are allowed to confirm the address.
//! - A new service account key is shown only to callers who are allowed to read the account, and the variables of a
//!   deployment only to callers who are allowed to read its variables. The server shows both to every caller that
//!   reaches the object through another object.
//! - Sizes of a deployment that do not fit an `Int` are refused. The server stores them, and then cannot read them.
//! - The sandbox sends no mail and has no billing provider. [`Sandbox::letters`] returns the mails that Houston would
//!   have sent. [`Settings`] are what the operators of a platform configure: [`Builder::setting`] and
//!   [`Sandbox::change_settings`] set them.
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
pub use server::{Page, Pages, Server};
pub use store::letter::{Letter, Purpose};
pub use store::settings::{InvalidSetting, Settings};
