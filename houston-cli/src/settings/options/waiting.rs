//! Options of waiting: for what a call begins, and until something is so.

use std::time::Duration;

use clap::Args;

use super::groups::YIELDING;
use super::values::{duration, duration_or_zero, pause};

/// Their heading in the help.
pub(crate) const HEADING: &str = "Waiting";

/// How long to wait, and how often to look.
#[derive(Args, Clone, Debug, Default)]
#[command(next_help_heading = HEADING, next_display_order = 780)]
pub(crate) struct Patience {
    /// Wait at most this long [default: 10m]
    #[arg(id = "for", long, value_name = "TIME", value_parser = duration, group = YIELDING)]
    pub(crate) most: Option<Duration>,
    /// Time between two looks [default: 5s]
    #[arg(long, value_name = "TIME", value_parser = pause, group = YIELDING)]
    pub(crate) every: Option<Duration>,
}

/// Whether to wait for what a call begins.
#[derive(Args, Clone, Debug, Default)]
#[command(next_help_heading = HEADING, next_display_order = 770)]
pub(crate) struct Waiting {
    /// After the call, wait until what it begins is done: exit code 0 if it is, 11 if it failed, 10 if time is up
    #[arg(long, group = YIELDING)]
    pub(crate) wait: bool,
    /// After an update: a state that stays this long without a change counts [default: 2m]
    #[arg(long, value_name = "TIME", value_parser = duration_or_zero, group = YIELDING)]
    pub(crate) settle: Option<Duration>,
    #[command(flatten)]
    pub(crate) patience: Patience,
}

/// What to wait for, as filters of an answer.
#[derive(Args, Clone, Debug, Default)]
#[command(next_help_heading = HEADING, next_display_order = 760)]
pub(crate) struct Conditions {
    /// Wait until this jq filter of the answer is true
    #[arg(long, value_name = "FILTER", group = YIELDING)]
    pub(crate) until: Option<String>,
    /// Stop waiting when this jq filter of the answer is true: exit code 11
    #[arg(long, value_name = "FILTER", group = YIELDING)]
    pub(crate) fail_when: Option<String>,
}
