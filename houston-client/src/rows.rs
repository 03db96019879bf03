//! Many rows in one run: requests in, a stream of reports out.
//!
//! [`run`] takes rows and a [`Worker`], and reports each row in the order of the rows. [`requests`] makes a worker from a
//! function that returns an operation:
//!
#![cfg_attr(all(feature = "houston", feature = "transport"), doc = "```")]
#![cfg_attr(not(all(feature = "houston", feature = "transport")), doc = "```ignore")]
//! use futures_util::TryStreamExt as _;
//! use houston_client::object::deployment;
//! use houston_client::rows::{self, FileStorage, Lines, State};
//! use houston_client::transport::Canned;
//! use houston_client::{Client, mutation};
//! use serde_json::json;
//!
//! # let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
//! # let folder = tempfile::tempdir().unwrap();
//! # let path = folder.path().join("deployments.journal");
//! # runtime.block_on(async {
//! let houston = Canned::always(r#"{"data":{"createDeployment":{"id":"ck1"}}}"#);
//! let client = Client::builder("").transport(houston.clone()).build()?;
//!
//! let create = rows::requests(&client, |label: &String| {
//!     let create = mutation::create_deployment().label(label).r#type("airflow");
//!     create.workspace_uuid("ck0").select(deployment::id)
//! });
//! // The journal keeps the id of each new Deployment.
//! let create = create.note(|id: &String| json!({ "id": id }));
//!
//! for expected in ["done", "done from the journal"] {
//!     let labels = ["etl", "reports", "training"].map(String::from);
//!     let journal = Lines::open(FileStorage::open(&path)?, json!({ "operation": "createDeployment" }))?;
//!     let mut reports = rows::run(&create, labels).jobs(2).stop_after(1).journal(journal).start();
//!     while let Some(report) = reports.try_next().await? {
//!         match (report.state, report.is_told) {
//!             (State::Done, false) => assert_eq!(expected, "done"),
//!             (State::Done, true) => assert_eq!(expected, "done from the journal"),
//!             (state, _) => panic!("row {} is {}", report.row, state.name()),
//!         }
//!     }
//! }
//! // The second run has sent nothing.
//! assert_eq!(houston.received().len(), 3);
//! # Ok::<_, Box<dyn std::error::Error>>(())
//! # }).unwrap();
//! ```
//!
//! # Reports
//!
//! There are as many reports as rows, in the same order, also after a stop. Rows run in the task that polls the stream,
//! [`jobs`](Run::jobs) at the same time. A row that ends before an earlier one waits for it; so many may wait as
//! [`ahead`](Run::ahead) allows.
//!
//! # The journal
//!
//! With a [`Journal`], the same run goes on where an earlier one was stopped, killed, or cut off from its power:
//!
//! - The intent to send a row is durable before the row is sent, and its end is durable before it is reported. Records
//!   that come at the same time are written and made durable together.
//! - A row that the journal knows as done, as there, or as partly done is told again, and nothing is asked. So are rows
//!   that were refused or not sent, without [`Run::retry_failed`].
//! - A row that may have run goes to [`Worker::prepare`] with its [`Past`]. The worker looks whether it ran, or leaves
//!   it unknown. A mutation never runs twice unless the worker decides that.
//! - When the journal fails, for example because the disk is full, nothing more is sent. The run waits for the rows in
//!   flight, and its stream ends with an [`Error`] that names them.
//!
//! A journal knows a row by its [`Fingerprint`]: rows may be added, left out and moved between two runs, and a row that
//! changed is a new row. [`Lines`] keeps records as lines in a [`Storage`], such as a [`FileStorage`].
//!
//! # Following
//!
//! What a row begins may go on after it ran. If [`Worker::send`] ends a row as [`Waiting`](State::Waiting), the journal
//! records that, and [`Worker::follow`] is called until it has ended. A run that was killed meanwhile goes on with
//! [`Run::follow`], and does not send the row again. Rows that are followed are not among the [`jobs`](Run::jobs). They
//! are among the rows that may be [`ahead`](Run::ahead), so that their number has a bound.
//!
//! # Stopping
//!
//! A [`Stopper`], a row's own [`End`] or [`Run::stop_after`] stop a run: rows in flight end, those that are
//! followed as well, and the rest is [`Skipped`](State::Skipped). To stop at once, drop the stream.
//!
//! Without the feature `transport`, a run has no rate.

mod engine;
mod error;
mod fingerprint;
mod job;
mod journal;
mod pace;
mod report;
mod requests;
mod run;
mod stop;
mod worker;

pub use error::Error;
pub use fingerprint::Fingerprint;
pub use journal::{FileStorage, Journal, Lines, Record, Storage, Unusable};
pub use report::Report;
pub use requests::{Requests, requests};
pub use run::{Run, run};
pub use stop::{Stop, Stopper};
pub use worker::{End, Past, Prepared, State, Worker};
