use std::fmt;
use std::time::Duration;

use super::journal::{Record, Writer};
use super::worker::{Past, State};

/// What happened to one row.
#[non_exhaustive]
pub struct Report<L, O> {
    /// The number of the row, from 1.
    pub row: u64,
    /// The worker's label.
    pub label: L,
    /// How it ended.
    pub state: State,
    /// What the worker returned; `None` for a row that this run did not prepare.
    pub output: Option<O>,
    /// What the journal knew of the row before this run.
    pub past: Past,
    /// Whether this run did nothing with the row, because an earlier one ended it: see `past`.
    pub is_told: bool,
    /// The time from its preparation to its end.
    pub took: Duration,
    /// What makes the end of a late row durable.
    pub(super) late: Option<(Writer, Record)>,
}

impl<L, O> Report<L, O> {
    /// Whether the end of the row is not recorded yet, and will be after [`written`](Self::written).
    pub fn is_late(&self) -> bool {
        self.late.is_some()
    }

    /// Tells a run that this report is where it must be: the journal may now record the end of a row that is
    /// [`late`](super::End::late). It does nothing for other rows. If the journal fails, the run's stream says so.
    pub fn written(&mut self) {
        if let Some((writer, record)) = self.late.take() {
            drop(writer.append(Some(record)));
        }
    }
}

/// Omits the output, which may hold a secret.
impl<L: fmt::Debug, O> fmt::Debug for Report<L, O> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut report = formatter.debug_struct("Report");
        report.field("row", &self.row).field("label", &self.label).field("state", &self.state);
        report.field("past", &self.past).field("took", &self.took).finish_non_exhaustive()
    }
}
