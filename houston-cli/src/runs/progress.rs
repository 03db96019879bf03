//! How far a run is: counts of outcomes, and a bar on a terminal or a line every few seconds in a log.

use std::cell::{Cell, RefCell};
use std::io::stderr;
use std::rc::Rc;
use std::time::{Duration, Instant};

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};

use super::report::Word;
use crate::terminal::output::{self, Drawing};

/// How often a log gets a line. A row that ended longer ago tells nothing about the time that is left.
const EVERY: Duration = Duration::from_secs(5);

/// How often a bar is drawn again without news: the terminal may have another size.
const REDRAWN: Duration = Duration::from_secs(1);

/// How long a run must last until its pace is known.
const KNOWN: Duration = Duration::from_secs(2);

/// The narrowest terminal with a bar beside the text.
const ROOMY: u16 = 60;

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
    /// It knows the pace also if it is hidden.
    bar: ProgressBar,
    is_seen: bool,
    /// While the bar is on the screen, notes are written through it.
    drawing: RefCell<Option<Drawing>>,
    begun: Instant,
    /// When the last row ended.
    ended: Instant,
    told: Instant,
}

impl Progress {
    /// Begins with none of the rows.
    pub(crate) fn new(rows: u64, waits: bool, waiting: Rc<Cell<u64>>) -> Self {
        let is_seen = output::changes(&stderr()) && !output::is_json();
        let target =
            if is_seen { ProgressDrawTarget::stderr() } else { ProgressDrawTarget::hidden() };
        let bar = ProgressBar::with_draw_target(Some(rows), target);
        let beside = bar.clone();
        let write = move |text: &str| beside.suspend(|| output::written(text));
        let drawing = RefCell::new(is_seen.then(|| Drawing::new(write)));
        let (counts, begun) = (Counts::default(), Instant::now());
        let (ended, told) = (begun, begun);
        // Before the first count, a bar of another look would be drawn.
        style(&bar);
        Progress { counts, rows, waits, waiting, bar, is_seen, drawing, begun, ended, told }
    }

    /// Counts a row that has ended.
    pub(crate) fn add(&mut self, word: Word) {
        self.counts.add(word);
        self.ended = Instant::now();
        self.bar.inc(1);
        match self.wait().is_zero() {
            true => self.tell(),
            false => self.draw(),
        }
    }

    /// Draws the bar again, or writes a line to a log if it is time for one.
    pub(crate) fn tell(&mut self) {
        if !self.wait().is_zero() {
            return;
        }
        self.told = Instant::now();
        match self.is_seen {
            true => self.draw(),
            false => output::note(self.line()),
        }
    }

    /// How long it is until the bar is drawn again, or the next line of a log.
    pub(crate) fn wait(&self) -> Duration {
        let every = if self.is_seen { REDRAWN } else { EVERY };
        every.saturating_sub(self.told.elapsed())
    }

    /// Does something while the bar is not on the screen.
    pub(crate) fn apart<T>(&self, work: impl FnOnce() -> T) -> T {
        self.bar.suspend(work)
    }

    /// Takes the bar away.
    pub(crate) fn end(&self) {
        self.bar.finish_and_clear();
        self.drawing.take();
    }

    /// The summary of the whole run.
    pub(crate) fn summary(&self) -> String {
        let rows = if self.rows == 1 { "row" } else { "rows" };
        let counts = self.counts.words();
        let counts = if counts.is_empty() { counts } else { format!(": {counts}") };
        let took = self.begun.elapsed().as_secs_f64();
        format!("{} {rows}{counts} ({took:.1} s)", self.rows)
    }

    /// Draws the bar as one line that fits the terminal: the end of a text that is longer is cut.
    fn draw(&self) {
        if !self.is_seen {
            return;
        }
        style(&self.bar);
        let some: Vec<_> = self.shown().into_iter().filter(|(_, count)| *count > 0).collect();
        let counts = [worded(&some, " · "), self.pace("   ")];
        let counts: String = counts.iter().map(|text| format!("   {text}")).collect();
        self.bar.set_message(format!("{}/{}{}", self.counts.all(), self.rows, counts.trim_end()));
    }

    /// The counts that are shown while rows run. Those of a plan or of rows that wait are left out if they are zero.
    fn shown(&self) -> Vec<(&'static str, u64)> {
        const PLANNED: [Word; 4] =
            [Word::WouldCreate, Word::WouldChange, Word::WouldDelete, Word::WouldRead];
        let count = |words: &[Word]| self.counts.of(words);
        let all = [
            ("done", count(&[Word::Done, Word::Healthy])),
            ("planned", count(&PLANNED)),
            ("waiting", self.waiting.get()),
            ("exists", count(&[Word::Exists, Word::Gone])),
            ("failed", count(&Word::FAILED)),
            ("unknown", count(&[Word::Unknown])),
        ];
        let is_rare = |name: &str| match name {
            "planned" => true,
            "waiting" => !self.waits,
            _ => false,
        };
        all.into_iter().filter(|(name, count)| *count > 0 || !is_rare(name)).collect()
    }

    /// How fast rows ended in the last seconds, and how long the others take at this pace; empty if that is not known.
    fn pace(&self, between: &str) -> String {
        let is_known = self.counts.all() > 0
            && !self.waits
            && self.begun.elapsed() >= KNOWN
            && self.ended.elapsed() < EVERY;
        let rate = self.bar.per_sec();
        if !is_known || rate <= 0.0 {
            return String::new();
        }
        let left = self.rows.saturating_sub(self.counts.all()) as f64 / rate;
        let left = match left {
            ..120.0 => format!("{left:.0} s left"),
            ..7200.0 => format!("{:.0} min left", left / 60.0),
            _ => format!("{:.0} h left", left / 3600.0),
        };
        let places = usize::from(rate < 10.0);
        format!("{rate:.places$} rows/s{between}{left}")
    }

    fn line(&self) -> String {
        let counts = worded(&self.shown(), ", ");
        let pace = match self.pace(", ") {
            pace if pace.is_empty() => pace,
            pace => format!("; {pace}"),
        };
        format!("{} of {} rows, {counts}{pace}", self.counts.all(), self.rows)
    }
}

/// Gives a bar its look, as far as the terminal has room.
fn style(bar: &ProgressBar) {
    let template = match output::asking_width() {
        ROOMY.. => " rows  {bar:20}  {wide_msg}",
        _ => " {wide_msg}",
    };
    if let Ok(style) = ProgressStyle::with_template(template) {
        bar.set_style(style.progress_chars("██░"));
    }
}

fn worded(counts: &[(&str, u64)], between: &str) -> String {
    let words = counts.iter().map(|(name, count)| format!("{name} {count}"));
    words.collect::<Vec<_>>().join(between)
}

#[cfg(test)]
mod tests {
    use std::rc::Rc;

    use super::{Counts, EVERY, KNOWN, Progress, Word};

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
        progress.add(Word::Done);
        progress.add(Word::NotSent);
        // The pace is not known yet.
        assert_eq!(progress.line(), "2 of 4 rows, done 1, exists 0, failed 1, unknown 0");
        progress.begun -= KNOWN;
        let line = progress.line();
        let begins = "2 of 4 rows, done 1, exists 0, failed 1, unknown 0; ";
        assert!(line.starts_with(begins) && line.ends_with(" left"), "{line}");
        // A row that ended long ago tells nothing about the time that is left.
        progress.ended -= EVERY;
        assert_eq!(progress.line(), "2 of 4 rows, done 1, exists 0, failed 1, unknown 0");
        assert!(progress.summary().starts_with("4 rows: 1 done, 1 not-sent ("));
    }

    #[test]
    fn rows_that_wait_tell_nothing_about_the_time_that_is_left() {
        let mut progress = Progress::new(30, true, Rc::new(29.into()));
        progress.add(Word::Healthy);
        progress.begun -= KNOWN;
        let line = "1 of 30 rows, done 1, waiting 29, exists 0, failed 0, unknown 0";
        assert_eq!(progress.line(), line);
    }
}
