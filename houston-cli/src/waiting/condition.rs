//! Conditions: jq filters that are true or false of an answer.

use std::cell::RefCell;
use std::time::Duration;

use serde_json::value::RawValue;
use tokio::task::spawn_blocking;

use crate::answer::apart::{Lasting, Program as _};
use crate::answer::jq::Filter;
use crate::failure::{Exit, Failure};
use crate::terminal::text::short;

/// A condition.
pub(crate) struct Condition {
    pub(crate) filter: Filter,
    /// How long the filter may take.
    patience: Duration,
    /// The process that runs it; none before it is needed, or after a failure.
    running: RefCell<Option<Lasting>>,
}

impl Condition {
    /// A condition whose filter may take this long.
    pub(crate) fn new(filter: Filter, patience: Duration) -> Self {
        Condition { filter, patience, running: RefCell::default() }
    }

    /// Whether there are results, and all of them are true.
    ///
    /// # Errors
    ///
    /// See [`results`](Self::results).
    pub(crate) async fn all(&self, json: &str) -> Result<bool, Failure> {
        let results = self.results(json).await?;
        Ok(!results.is_empty() && results.into_iter().all(|is_true| is_true))
    }

    /// Whether a result is true.
    ///
    /// # Errors
    ///
    /// See [`results`](Self::results).
    pub(crate) async fn any(&self, json: &str) -> Result<bool, Failure> {
        Ok(self.results(json).await?.into_iter().any(|is_true| is_true))
    }

    /// The results, which are waited for in another thread: a signal ends the wait.
    async fn filtered(&self, json: &str) -> Result<Vec<Box<RawValue>>, Failure> {
        let kept = self.running.take();
        let mut running = match kept {
            Some(running) => running,
            // In this thread: the system ends the process with the thread that started it.
            None => Lasting::start(&self.filter, self.patience)?,
        };
        let json = json.to_owned();
        let work = spawn_blocking(move || running.run(&json).map(|results| (results, running)));
        let lost = |error| Failure::new(Exit::Internal, "a thread has ended").because(error);
        let (results, running) = work.await.map_err(lost)??;
        self.running.replace(Some(running));
        Ok(results)
    }

    /// The results; null counts as false.
    ///
    /// # Errors
    ///
    /// Fails if the filter fails, unless there is nothing yet that it could read, or if a result is neither true nor false.
    async fn results(&self, json: &str) -> Result<Vec<bool>, Failure> {
        let results = match self.filtered(json).await {
            Err(_) if json == "null" => Vec::new(),
            results => results?,
        };
        let read = |result: Box<RawValue>| match result.get() {
            "true" => Ok(true),
            "false" | "null" => Ok(false),
            other => {
                let option = self.filter.option();
                let what = format!("{option} gives {}, and not true or false", short(other));
                Err(Failure::usage(what)
                    .quiet()
                    .help("Write a condition, such as `.status == \"HEALTHY\"`."))
            }
        };
        results.into_iter().map(read).collect()
    }
}
