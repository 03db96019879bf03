//! The options of each kind of call.

use std::time::Duration;

use clap::Args;
use jiff::Timestamp;

use super::groups::{Options, Running, Selected, YIELDING};
use super::headings::{OUTPUT, RUNNING};
use super::rows::Rows;
use super::values::{duration, moment};
use super::waiting::{Conditions, Patience, Waiting};

/// The options of an operation.
#[derive(Args, Clone, Debug)]
pub(crate) struct OperationOptions {
    #[command(flatten)]
    options: Options,
    #[command(flatten)]
    running: Running,
    #[command(flatten)]
    selected: Selected,
    #[command(flatten)]
    waiting: Waiting,
    #[command(flatten)]
    rows: Rows,
    /// Write what a query lists as rows for --rows of the mutation that creates it, in CSV, JSON or NDJSON
    #[arg(long, value_name = "MUTATION", groups = ["selection", YIELDING], conflicts_with = "rows", display_order = 152, help_heading = OUTPUT)]
    as_rows: Option<String>,
}

impl From<OperationOptions> for Options {
    fn from(given: OperationOptions) -> Self {
        let OperationOptions { options, running, selected, waiting, rows, as_rows } = given;
        Options { running, selected, waiting, rows, as_rows, ..options }
    }
}

/// The options of `houston reconcile`, which only reads.
#[derive(Args, Clone, Debug)]
pub(crate) struct ReconcileOptions {
    #[command(flatten)]
    options: Options,
    #[command(flatten)]
    selected: Selected,
    #[command(flatten)]
    moment: Moment,
    #[command(flatten)]
    _original: Original,
}

/// When the original call was sent.
#[derive(Args, Clone, Debug)]
struct Moment {
    /// Time of the original call, such as 2026-11-28T10:00:00Z or 10m for ten minutes ago: an older object is not its result
    #[arg(long, value_name = "TIME", value_parser = moment, display_order = 150, group = YIELDING, help_heading = RUNNING)]
    since: Option<Timestamp>,
}

/// The options of the original call that say nothing about what it does: they may be repeated.
#[derive(Args, Clone, Debug)]
struct Original {
    #[arg(long, hide = true)]
    yes: bool,
    #[arg(long, hide = true)]
    retry_idempotent: bool,
}

impl From<ReconcileOptions> for Options {
    fn from(ReconcileOptions { options, selected, moment, .. }: ReconcileOptions) -> Self {
        Options { selected, since: moment.since, ..options }
    }
}

/// The options of `houston wait`, which only reads.
#[derive(Args, Clone, Debug)]
pub(crate) struct WaitOptions {
    #[command(flatten)]
    options: Options,
    #[command(flatten)]
    selected: Selected,
    #[command(flatten)]
    conditions: Conditions,
    #[command(flatten)]
    patience: Patience,
}

impl From<WaitOptions> for Options {
    fn from(WaitOptions { options, selected, conditions, patience }: WaitOptions) -> Self {
        let waiting = Waiting { patience, ..Waiting::default() };
        Options { selected, waiting, conditions, ..options }
    }
}

/// The options of `houston query-text`, whose document selects the fields.
#[derive(Args, Clone, Debug)]
pub(crate) struct DocumentOptions {
    #[command(flatten)]
    pub(crate) checks: Checks,
    #[command(flatten)]
    options: Options,
    #[command(flatten)]
    running: Running,
    /// End a subscription after this time
    #[arg(id = "for", long, value_name = "TIME", value_parser = duration, display_order = 750, group = YIELDING, help_heading = RUNNING)]
    most: Option<Duration>,
}

impl From<DocumentOptions> for Options {
    fn from(DocumentOptions { options, running, most, .. }: DocumentOptions) -> Self {
        let waiting =
            Waiting { patience: Patience { most, ..Patience::default() }, ..Waiting::default() };
        Options { running, waiting, ..options }
    }
}

/// Every option of a call.
#[derive(Args, Clone, Debug)]
pub(crate) struct Every {
    #[command(flatten)]
    operation: OperationOptions,
    #[command(flatten)]
    checks: Checks,
    #[command(flatten)]
    moment: Moment,
    #[command(flatten)]
    conditions: Conditions,
}

/// Whether to check a document.
#[derive(Args, Clone, Debug)]
pub(crate) struct Checks {
    /// Send the document even if it does not match the schema
    #[arg(long, help_heading = RUNNING)]
    pub(crate) unchecked: bool,
}
