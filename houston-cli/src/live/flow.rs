//! Events on their way to the printer: counted, and none of them twice.

use std::ops::ControlFlow;

use serde_json::value::RawValue;

use super::print::Sender;
use super::seen::Seen;
use crate::failure::Failure;
use crate::terminal::awaiting::Awaiting;
use crate::terminal::output::Drawing;

/// Where events go.
pub(super) struct Flow {
    pub(super) sender: Sender,
    /// The records that were shown, if they can be told apart.
    pub(super) seen: Option<Seen>,
    /// How many events are left until enough were shown.
    pub(super) left: Option<u64>,
    /// How many were shown.
    pub(super) shown: u64,
    /// Whether the server has taken the subscription.
    pub(super) started: bool,
    /// Until then, it is told that the server is waited for.
    pub(super) awaiting: Option<Awaiting>,
    /// From then on, notes are written by the printer.
    pub(super) drawing: Option<Drawing>,
    /// The error of the last event that came in part: the call ends with it.
    pub(super) partial: Option<Failure>,
}

/// Whether to go on; if not, with the end of the whole.
pub(super) type Step<T = ()> = ControlFlow<Result<(), Failure>, T>;

impl Flow {
    /// The server has taken the subscription.
    pub(super) fn start(&mut self) {
        self.started = true;
        self.awaiting = None;
        self.drawing = self.drawing.take().or_else(|| self.sender.drawing());
    }

    /// Shows an event, unless it was shown before.
    pub(super) async fn event(&mut self, text: Box<RawValue>) -> Step {
        if self.seen.as_mut().is_some_and(|seen| !seen.is_new(text.get())) {
            tokio::task::consume_budget().await;
            return ControlFlow::Continue(());
        }
        self.sender.event(text).await;
        self.shown += 1;
        self.left = self.left.map(|left| left.saturating_sub(1));
        if self.left == Some(0) { ControlFlow::Break(Ok(())) } else { ControlFlow::Continue(()) }
    }

    /// The next events come from another source.
    pub(super) fn turn(&mut self) {
        self.seen.iter_mut().for_each(Seen::turn);
    }
}
