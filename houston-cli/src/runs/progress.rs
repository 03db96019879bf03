//! How far a run is: counts of outcomes, and a bar on a terminal or a line every few seconds in a log.

use std::cell::Cell;
use std::io::{self, IsTerminal};
use std::rc::Rc;
use std::time::{Duration, Instant};

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};

use super::report::Word;
use crate::terminal::output;

/// How often a log gets a line.
const EVERY: Duration = Duration::from_secs(5);

/// How many rows ended in each way.
#[derive(Clone, Debug, Default)]
pub(crate) struct Counts([u64; Word::ALL.len()]);

impl Counts {
    pub(crate) fn add(&mut self, word: Word) {
        self.0[word as usize] += 1;
    }

    pub(crate) fn of(&self, words: &[Word]) -> u64 {
        words.iter().map(|word| self.0[*word as usize]).sum()
    }

    pub(crate) fn all(&self) -> u64 {
        self.0.iter().sum()
    }

    /// The counts that are not zero: `47 done, 1 exists, 2 refused`.
    pub(crate) fn words(&self) -> String {
        let some = Word::ALL.iter().filter(|(word, _)| self.of(&[*word]) > 0);
        let some = some.map(|(word, name)| format!("{} {name}", self.of(&[*word])));
        some.collect::<Vec<_>>().join(", ")
    }
}

/// Shows how far a run is.
#[derive(Debug)]
pub(crate) struct Progress {
    pub(crate) counts: Counts,
    pub(crate) rows: u64,
    /// Whether rows wait for what they begin. Such a run has no pace from which its end could be told.
    waits: bool,
    /// How many rows wait.
    waiting: Rc<Cell<u64>>,
    bar: Option<ProgressBar>,
    begun: Instant,
    told: Instant,
}

impl Progress {
    /// Begins with none of the rows.
    pub(crate) fn new(rows: u64, waits: bool, waiting: Rc<Cell<u64>>) -> Self {
        let is_seen = io::stderr().is_terminal() && !output::is_json();
        let bar = is_seen.then(|| {
            let bar = ProgressBar::with_draw_target(Some(rows), ProgressDrawTarget::stderr());
            let pace = if waits { "" } else { "   {per_sec:.0}   {eta} left" };
            let style = format!(" rows  {{bar:20}}  {{pos}}/{{len}}   {{wide_msg}}{pace}");
            match ProgressStyle::with_template(&style) {
                Ok(style) => bar.with_style(style.progress_chars("██░")),
                Err(_) => bar,
            }
        });
        let now = Instant::now();
        Progress { counts: Counts::default(), rows, waits, waiting, bar, begun: now, told: now }
    }

    /// Counts a row that has ended.
    pub(crate) fn add(&mut self, word: Word) {
        self.counts.add(word);
        if let Some(bar) = &self.bar {
            bar.set_message(self.message());
            bar.inc(1);
        }
        self.tell();
    }

    /// Writes a line to a log if it is time for one.
    pub(crate) fn tell(&mut self) {
        if !self.wait().is_zero() {
            return;
        }
        self.told = Instant::now();
        match &self.bar {
            Some(bar) => bar.set_message(self.message()),
            None => output::note(self.line()),
        }
    }

    /// How long it is until the next line of a log.
    pub(crate) fn wait(&self) -> Duration {
        EVERY.saturating_sub(self.told.elapsed())
    }

    /// Does something while the bar is not on the screen.
    pub(crate) fn apart<T>(&self, work: impl FnOnce() -> T) -> T {
        match &self.bar {
            Some(bar) => bar.suspend(work),
            None => work(),
        }
    }

    /// Takes the bar away.
    pub(crate) fn end(&self) {
        self.bar.iter().for_each(ProgressBar::finish_and_clear);
    }

    /// The summary of the whole run.
    pub(crate) fn summary(&self) -> String {
        let rows = if self.rows == 1 { "row" } else { "rows" };
        let counts = self.counts.words();
        let counts = if counts.is_empty() { counts } else { format!(": {counts}") };
        let took = self.begun.elapsed().as_secs_f64();
        format!("{} {rows}{counts} ({took:.1} s)", self.rows)
    }

    fn message(&self) -> String {
        let count = |words: &[Word]| self.counts.of(words);
        let (done, planned) = (
            count(&[Word::Done, Word::Healthy]),
            count(&[Word::WouldCreate, Word::WouldChange, Word::WouldDelete, Word::WouldRead]),
        );
        let failed = count(&Word::FAILED);
        let exists = count(&[Word::Exists, Word::Gone]);
        let unknown = count(&[Word::Unknown]);
        let planned = if planned > 0 { format!(" · planned {planned}") } else { String::new() };
        let waiting = match self.waits {
            true => format!(" · waiting {}", self.waiting.get()),
            false => String::new(),
        };
        format!(
            "done {done}{planned}{waiting} · exists {exists} · failed {failed} · unknown {unknown}"
        )
    }

    fn line(&self) -> String {
        let ended = self.counts.all();
        let took = self.begun.elapsed().as_secs_f64();
        let rate = ended as f64 / took.max(0.001);
        let left = (self.rows.saturating_sub(ended)) as f64 / rate.max(0.001);
        let pace = match ended {
            0 => String::new(),
            _ if self.waits => String::new(),
            _ => format!("; {rate:.0} rows/s, {left:.0} s left"),
        };
        format!("{ended} of {} rows, {}{pace}", self.rows, self.message().replace(" · ", ", "))
    }
}

#[cfg(test)]
mod tests {
    use std::rc::Rc;

    use super::{Counts, Progress, Word};

    #[test]
    fn words_have_the_order_of_their_numbers() {
        for (at, (word, _)) in Word::ALL.iter().enumerate() {
            assert_eq!(*word as usize, at, "{word:?}");
        }
    }

    #[test]
    fn counts_are_told_without_zeros() {
        let mut counts = Counts::default();
        for word in [Word::Refused, Word::Done, Word::Done] {
            counts.add(word);
        }
        assert_eq!(counts.words(), "2 done, 1 refused");
        assert_eq!((counts.all(), counts.of(&[Word::Unknown])), (3, 0));
    }

    #[test]
    fn a_line_of_a_log_has_all_of_the_bar() {
        let mut progress = Progress::new(4, false, Rc::default());
        assert_eq!(progress.line(), "0 of 4 rows, done 0, exists 0, failed 0, unknown 0");
        progress.counts.add(Word::Done);
        progress.counts.add(Word::NotSent);
        let line = progress.line();
        let begins = "2 of 4 rows, done 1, exists 0, failed 1, unknown 0; ";
        assert!(line.starts_with(begins), "{line}");
        assert!(progress.summary().starts_with("4 rows: 1 done, 1 not-sent ("));
    }

    #[test]
    fn rows_that_wait_tell_nothing_about_the_time_that_is_left() {
        let mut progress = Progress::new(30, true, Rc::new(29.into()));
        progress.counts.add(Word::Healthy);
        let line = "1 of 30 rows, done 1, waiting 29, exists 0, failed 0, unknown 0";
        assert_eq!(progress.line(), line);
    }
}
