//! A typed client for Astronomer's Houston API, generated from its GraphQL schema.
//!

#![forbid(unsafe_code)]
#![cfg_attr(
    feature = "houston",
    doc = "Every operation has a builder in [`query`], [`mutation`] or [`subscription`]."
)]
#![cfg_attr(
    not(feature = "houston"),
    doc = "Every operation has a builder in the generated `query`, `mutation` or `subscription`."
)]
//! Set the required arguments in any order; a missing one is a compile error that names the method to call.
//! [`Client::send`] takes the builder. The answer is a plain struct of the type's own fields, or exactly the fields
//! that you selected.
//!
//! # Connect, call, choose fields
//!
#![cfg_attr(feature = "houston", doc = "```no_run")]
#![cfg_attr(not(feature = "houston"), doc = "```ignore")]
//! use houston_client::enums::ExecutorType;
//! use houston_client::object::{deployment, deployment_url, workspace};
//! use houston_client::{Client, Error, Token, mutation, query};
//!
//! # async fn run() -> Result<(), Box<dyn std::error::Error>> {
//! let client = Client::for_base_domain("astro.example.com").token(Token::new("0123456789abcdef0123456789abcdef")?).build()?;
//!
//! // The default selection: a struct.
//! let created = client
//!     .send(mutation::create_workspace().label("Data"))
//!     .await?;
//! println!("{} {:?}", created.id, created.label);
//!
//! // Exactly these fields, as a tuple. An argument that is not set is not sent.
//! let (id, urls) = client
//!     .send(
//!         mutation::create_deployment()
//!             .workspace_uuid(created.id)
//!             .r#type("airflow")
//!             .label("etl")
//!             .executor(ExecutorType::LocalExecutor)
//!             .select((
//!                 deployment::id,
//!                 deployment::urls.of((deployment_url::r#type, deployment_url::url)),
//!             )),
//!     )
//!     .await?;
//! println!("{id} {urls:?}");
//!
//! // A query may return null.
//! let label = client.send(query::workspace().workspace_uuid("ck…").select(workspace::label)).await?;
//! println!("{:?}", label.flatten());
//! # Ok(())
//! # }
//! ```
//!
//! # Absent, null, and a value
//!
//! An argument that is not set is not sent. Every argument has one setter. `.description("text")` sends a value, and
//! `.description(option)` sends the value of `Some` and nothing for `None`. [`Null`] sends null:
//! `.description(Null)`. A required argument takes neither an `Option` nor `Null`. The items of a list do the same
//! where the schema allows null among them: `.alert_emails(vec![Some("a@example.com"), None])`. An enum value that
//! the schema does not know is created from its text: `ExecutorType::from("NewExecutor")`.
//!
//! # Several operations in one request
//!
//! Up to eight operations of one root in a tuple, or any number of one type in a `Vec`, are one document and one round
//! trip: see [`Operation`](request::Operation). [`Client::send_partial`] tells the outcome of each.
//!
//! # Many rows
//!
//! [`rows`] sends one operation for each row of a list, several at the same time, and reports every row in order. With
//! a journal, the same run goes on where an earlier one was stopped or killed, and no mutation runs twice.
//!
//! # Live data
//!
#![cfg_attr(
    feature = "subscriptions",
    doc = "[`Client::subscribe`] returns the events of a subscription as a stream, over a WebSocket."
)]
#![cfg_attr(
    not(feature = "subscriptions"),
    doc = "With the feature `subscriptions`, `Client::subscribe` returns the events of a subscription as a stream, over a WebSocket."
)]
//! It makes a new connection when one is lost, and tells the gap.
//!
//! # Errors, retries and deadlines
//!
//! The text of an [`Error`] is one line; [`summary`](Error::summary) adds the cause, and [`meaning`](Error::meaning) what
//! it means for the caller. The [`Outcome`] tells whether the call had an effect. A query is [retried](Client#retries) if no
//! answer arrived. A mutation is retried only if it certainly did not run, unless you ask for more.
//! [`Client::with`] sets [`Options`] for one request, such as [`Options::timeout`], one deadline for the call and its
//! retries.
//!
//! # Tokens
//!
//! [`Client::from_env`](Client) reads the platform and the token as the command line does.
//! [`Options::token`] sets the token of one call, and a builder's `token_source` asks a function of yours: again when
//! a token has ended or is refused. Houston expects the bare token; [`Token::bearer`] is for servers that expect a scheme.
//!
//! # Testing
//!
//! - [`transport::Canned`] is a server inside the test: it records the requests and gives your answers.
//! - Generated structs have an empty [`Default`], their fields can be set, and they read JSON in which nullable keys
//!   are missing. `serde_json` writes them back as the server would.
//! - [`Request::read`](request::Request::read) reads the text of an answer without a client.
//! - The crate `houston-sandbox`, or `houston sandbox serve`, is an embedded Houston with its rules, permissions and
//!   error texts: a client reaches it like any other server.
//!
#![cfg_attr(feature = "houston", doc = "```")]
#![cfg_attr(not(feature = "houston"), doc = "```ignore")]
//! use houston_client::object::Workspace;
//! use houston_client::transport::Canned;
//! use houston_client::{Client, Error, query};
//!
//! async fn labels(client: &Client) -> Result<Vec<String>, Error> {
//!     let workspaces = client.send(query::workspaces()).await?.unwrap_or_default();
//!     Ok(workspaces.into_iter().filter_map(|workspace| workspace.label).collect())
//! }
//!
//! # let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
//! # runtime.block_on(async {
//! let mut data = Workspace::default();
//! data.label = Some("Data".into());
//! let answer = serde_json::json!({ "data": { "workspaces": [data, Workspace::default()] } });
//! let client = Client::builder("").transport(Canned::always(answer)).build()?;
//! assert_eq!(labels(&client).await?, ["Data"]);
//! # Ok::<_, Error>(())
//! # }).unwrap();
//! ```
//!
//! # Another schema
//!
//! The program `houston-codegen` and its function for build scripts write the same module for any GraphQL schema. It
//! needs this crate with `default-features = false` and the feature `transport`, and the same [`Client`] sends its
//! operations. With `--examples my_crate::api`, its documentation has examples as well.
//!
//! # Features
//!
//! - `houston` (default): the generated code for Houston. Without it, the crate is the runtime for code generated
//!   from another schema.
//! - `transport` (default): HTTP with reqwest. Without it, provide a [`transport::Transport`], or send requests
//!   yourself and read the answers with [`Request::read`](request::Request::read).
//! - `subscriptions`: the events of subscriptions as a stream, with tokio-tungstenite.
//! - `blocking`: a blocking client, for code without async.
//! - `tracing`: a span `houston_call` for each call, with the operation, its kind, the attempt, the HTTP status and
//!   the outcome. It records nothing that could be a secret.

mod added;
pub mod answer;
pub mod arguments;
#[cfg(feature = "blocking")]
pub mod blocking;
pub mod client;
pub mod delivery;
pub mod document;
pub mod environment;
pub mod error;
mod expected;
pub mod header;
pub mod json;
#[cfg(feature = "subscriptions")]
pub mod live;
pub mod options;
pub mod outcome;
mod redaction;
pub mod request;
mod retry;
pub mod rows;
pub mod runtime;
mod secrets;
pub mod select;
mod selection;
mod status;
pub mod text;
pub mod token;
mod trace;
pub mod transport;

#[cfg(feature = "houston")]
#[rustfmt::skip]
mod generated;

#[cfg(feature = "houston")]
pub use generated::*;

pub use houston_schema::table as schema;

pub use answer::Partial;
pub use arguments::Null;
pub use client::{Client, ClientBuilder};
pub use error::{Drift, Error, ErrorKind};
pub use expected::Expected;
pub use options::Options;
pub use outcome::Outcome;
pub use selection::Selection;
pub use token::Token;
pub use transport::BoxError;
