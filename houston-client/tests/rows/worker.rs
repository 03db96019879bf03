//! A worker that does what its rows say, and remembers it.

use std::cell::{Cell, RefCell};
use std::collections::HashMap;
use std::time::Duration;

use houston_client::rows::{End, Fingerprint, Past, Prepared, State, Worker};
use serde_json::json;
use tokio::time::{Instant, sleep};

/// A row: how it ends.
#[derive(Clone, Debug)]
pub(crate) struct Row {
    pub(crate) name: String,
    /// How long its preparation takes, and how long it is sent.
    pub(crate) takes: [Duration; 2],
    /// The end of its preparation, if it is not sent.
    pub(crate) decided: Option<State>,
    pub(crate) state: State,
    pub(crate) stop: bool,
    pub(crate) weight: usize,
    pub(crate) late: bool,
    /// How long it is followed, and how it ends then.
    pub(crate) follow: (Duration, State),
}

pub(crate) fn row(name: impl ToString) -> Row {
    Row {
        name: name.to_string(),
        takes: [Duration::ZERO, Duration::from_millis(20)],
        decided: None,
        state: State::Done,
        stop: false,
        weight: 0,
        late: false,
        follow: (Duration::from_secs(60), State::Reached),
    }
}

/// So many rows, named by their numbers.
pub(crate) fn rows(count: u64) -> Vec<Row> {
    (1..=count).map(row).collect()
}

#[derive(Default)]
pub(crate) struct Scripted {
    running: Cell<usize>,
    /// The largest number of rows at the same time.
    pub(crate) most: Cell<usize>,
    /// The names of the rows that were sent, and when.
    pub(crate) sent: RefCell<Vec<(String, Instant)>>,
    /// What was known of each row that was prepared.
    pub(crate) pasts: RefCell<Vec<(String, Past)>>,
    /// How rows are followed, by their outputs.
    follows: RefCell<HashMap<String, (Duration, State)>>,
}

impl Scripted {
    pub(crate) fn names(&self) -> Vec<String> {
        self.sent.borrow().iter().map(|(name, _)| name.clone()).collect()
    }

    fn end(&self, row: &Row, state: State) -> End<String> {
        self.running.set(self.running.get() - 1);
        let output = format!("output of {}", row.name);
        self.follows.borrow_mut().insert(output.clone(), row.follow);
        let mut end = End::new(state, output);
        end.note = Some(json!({ "id": row.name }));
        end.stop = row.stop;
        end.weight = row.weight;
        end.late = row.late;
        end
    }
}

impl Worker for Scripted {
    type Row = Row;
    type Ready = Row;
    type Label = String;
    type Output = String;

    fn fingerprint(&self, row: &Row) -> Fingerprint {
        Fingerprint::of(&row.name)
    }

    fn label(&self, row: &Row) -> String {
        row.name.clone()
    }

    async fn prepare(&self, row: Row, past: &Past) -> Prepared<Row, String> {
        self.running.set(self.running.get() + 1);
        self.most.set(self.most.get().max(self.running.get()));
        self.pasts.borrow_mut().push((row.name.clone(), past.clone()));
        if !row.takes[0].is_zero() {
            sleep(row.takes[0]).await;
        }
        let ran = [State::Done, State::Waiting, State::Failed];
        let has_run = matches!(past, Past::Ended { state, .. } if ran.contains(state));
        match row.decided.or(has_run.then_some(row.state)) {
            Some(state) => Prepared::Decided(self.end(&row, state)),
            None => Prepared::Ready { note: Some(json!({ "for": row.name })), ready: row },
        }
    }

    async fn send(&self, row: Row) -> End<String> {
        self.sent.borrow_mut().push((row.name.clone(), Instant::now()));
        if !row.takes[1].is_zero() {
            sleep(row.takes[1]).await;
        }
        self.end(&row, row.state)
    }

    async fn follow(&self, waiting: End<String>) -> End<String> {
        let (time, state) = self.follows.borrow()[waiting.output.as_ref().unwrap()];
        sleep(time).await;
        End { state, ..waiting }
    }
}
