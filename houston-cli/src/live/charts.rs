//! Measurements as charts that change in place, and as lines where a terminal cannot do that.
//!
//! The picture is part of what the terminal prints: it is written again over itself, and the last one stays. Nothing has
//! to be restored at the end, because no mode of the terminal is changed.

mod amount;
mod picture;
mod series;
#[cfg(test)]
mod tests;

use std::io::{self, Write, stdout};
use std::time::Instant;

use houston_client::schema::Type;
use jiff::Timestamp;
use serde_json::Value;
use terminal_size::{Height, Width, terminal_size_of};
use textwrap::core::display_width;

use super::print::{Halt, Show};
use picture::Picture;
use series::Store;

/// Events that are lists of measurements.
pub(super) struct Charts {
    /// The field with the samples.
    samples: String,
    /// Whether the terminal can be written again.
    is_in_place: bool,
    store: Store,
    /// When the last event came.
    came: Instant,
    /// The lines of the picture that the terminal shows, and the size for which it was drawn.
    shown: Vec<String>,
    size: (u16, u16),
}

impl Charts {
    /// The field with the samples of a type, if it has one.
    pub(super) fn field(ty: &Type) -> Option<String> {
        ty.samples.clone()
    }

    pub(super) fn new(samples: String, is_in_place: bool) -> Self {
        let (store, came) = (Store::default(), Instant::now());
        Charts { samples, is_in_place, store, came, shown: Vec::new(), size: (0, 0) }
    }

    /// Writes the picture over the one before.
    fn draw(&mut self, to: &mut dyn Write) -> io::Result<()> {
        let size = size();
        if !Picture::fits(size) {
            return self.erase(to);
        }
        let series = self.store.named();
        // By the server's clock, which can differ from the one here.
        let passed = i64::try_from(self.came.elapsed().as_millis()).unwrap_or(i64::MAX);
        let newest = self.store.newest().map(|newest| newest.saturating_add(passed));
        let now = newest.unwrap_or_else(|| Timestamp::now().as_millisecond());
        let (left_out, span) = (self.store.left_out, self.store.span());
        let lines = Picture { series: &series, left_out, now, span }.lines(size);
        if lines == self.shown && size == self.size {
            return Ok(());
        }
        self.erase(to)?;
        for line in &lines {
            writeln!(to, "{line}")?;
        }
        (self.shown, self.size) = (lines, size);
        Ok(())
    }

    /// Goes back to where the picture begins, and clears the screen from there.
    fn erase(&mut self, to: &mut dyn Write) -> io::Result<()> {
        let (columns, lines) = size();
        // Most terminals break lines again that are too long for a new width.
        let rows = |line: &String| display_width(line).div_ceil(columns.max(1).into()).max(1);
        let up: usize = std::mem::take(&mut self.shown).iter().map(rows).sum();
        match up.min(usize::from(lines.saturating_sub(1))) {
            0 => Ok(()),
            up => write!(to, "\r\x1b[{up}A\x1b[J"),
        }
    }

    /// Writes the last value of each series.
    fn list(&self, to: &mut dyn Write) -> io::Result<()> {
        for series in self.store.named() {
            let Some((time, value)) = series.points.last_key_value() else { continue };
            let time = Timestamp::from_millisecond(*time).unwrap_or_default();
            let value = value.map_or_else(|| "no value".to_owned(), |it| series.unit.write(it));
            writeln!(to, "{}  {}  {value}", time.strftime("%Y-%m-%d %H:%M:%S"), series.name)?;
        }
        match self.store.left_out {
            0 => Ok(()),
            more => writeln!(to, "{more} more series: -o ndjson shows them"),
        }
    }
}

impl Show for Charts {
    fn event(&mut self, event: &str, to: &mut dyn Write) -> Result<(), Halt> {
        let event: Value = serde_json::from_str(event).unwrap_or_default();
        self.store.add(&event, &self.samples);
        self.came = Instant::now();
        if self.is_in_place && Picture::fits(size()) {
            return Ok(self.draw(to)?);
        }
        self.erase(to)?;
        Ok(self.list(to)?)
    }

    fn tick(&mut self, to: &mut dyn Write) -> io::Result<()> {
        match self.is_in_place {
            true => self.draw(to),
            false => Ok(()),
        }
    }

    fn pause(&mut self, to: &mut dyn Write) -> io::Result<()> {
        self.erase(to)
    }

    fn end(&mut self, to: &mut dyn Write) -> io::Result<()> {
        // The last picture stays.
        match self.store.newest() {
            Some(_) => Ok(()),
            None => self.erase(to),
        }
    }
}

/// The columns and lines of the terminal.
fn size() -> (u16, u16) {
    let size = terminal_size_of(stdout());
    size.map_or((0, 0), |(Width(columns), Height(lines))| (columns, lines))
}
