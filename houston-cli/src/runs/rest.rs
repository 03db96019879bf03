//! Rows that a run could not report, because its journal failed or its file changed: a report has a line for every row.

use serde_json::Value;

use super::report::{Line, Word};
use crate::failure::Code;
use crate::rows::{Checked, Row};

/// What is said of a row whose end could not be recorded.
const OPEN: &str = "it may have run: the journal failed before its end was recorded";

/// Which rows have no report, by their places in the run, from 1.
#[derive(Debug, Default)]
pub(super) struct Rest {
    /// The last row that was reported.
    last: u64,
    /// Rows in front of it that were not.
    between: Vec<u64>,
    /// Those that may have run, if that is known.
    open: Option<Vec<u64>>,
}

impl Rest {
    /// Remembers that a row was reported. Rows come in their order.
    pub(super) fn reported(&mut self, place: u64) {
        self.between.extend(self.last + 1..place);
        self.last = place;
    }

    /// Remembers which rows may have run: none of a run that has ended by itself.
    pub(super) fn open(&mut self, places: impl IntoIterator<Item = u64>) {
        self.open = Some(places.into_iter().collect());
    }

    fn has(&self, place: u64) -> bool {
        place > self.last || self.between.contains(&place)
    }

    /// The lines of the rows without a report; none if it is not known whether they ran.
    pub(super) fn lines<'l>(
        &'l self,
        checked: &'l Checked<'_>,
    ) -> Box<dyn Iterator<Item = Line> + 'l> {
        if self.open.is_none() {
            return Box::new(std::iter::empty());
        }
        let places = (1..=checked.len()).filter(|place| self.has(*place));
        match checked.rows() {
            Ok(rows) => {
                let rows = rows.map_while(Result::ok).zip(1..);
                let rows = rows.filter(|(_, place)| self.has(*place));
                Box::new(rows.map(|(Row { number, line, key, .. }, place)| {
                    self.line(place, (number, line, key))
                }))
            }
            // The file is another one now: of its rows, only the numbers are known.
            Err(_) if !checked.is_part() => {
                Box::new(places.map(|place| self.line(place, (place, 0, String::new()))))
            }
            Err(_) => Box::new(std::iter::empty()),
        }
    }

    fn line(&self, place: u64, (row, line, key): (u64, u64, String)) -> Line {
        let is_open = self.open.iter().flatten().any(|open| *open == place);
        Line {
            row,
            line,
            key,
            outcome: if is_open { Word::Unknown } else { Word::Skipped },
            id: None,
            attempts: 0,
            milliseconds: 0,
            error: is_open.then(|| OPEN.to_owned()),
            code: is_open.then(|| Code::Journal.word().to_owned()),
            notes: Vec::new(),
            data: Value::Null,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Rest;

    #[test]
    fn rows_without_a_report_are_known_by_the_gaps() {
        let mut rest = Rest::default();
        [1, 2, 5, 6].into_iter().for_each(|place| rest.reported(place));
        let left: Vec<u64> = (1..9).filter(|place| rest.has(*place)).collect();
        assert_eq!(left, [3, 4, 7, 8]);
    }
}
