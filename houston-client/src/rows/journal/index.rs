//! What a journal knows of each row, in 20 bytes a row.

use std::collections::HashMap;

use super::Fingerprint;
use crate::rows::worker::State;

/// The place of a row's last record, in six bytes; its state; and whether this run has met it.
type Value = [u8; 8];

/// The states in a byte, from 1 on: 0 is a row without a record.
const STATES: [Option<State>; 11] = [
    None,
    Some(State::Done),
    Some(State::Exists),
    Some(State::Partial),
    Some(State::Refused),
    Some(State::NotSent),
    Some(State::Unknown),
    Some(State::Skipped),
    Some(State::Waiting),
    Some(State::Reached),
    Some(State::Failed),
];

/// The byte that tells whether this run has met the row.
const MET: usize = 7;

/// Entries in order, and a small part that is not yet among them.
#[derive(Default)]
pub(super) struct Index {
    sorted: Vec<(Fingerprint, Value)>,
    recent: HashMap<Fingerprint, Value>,
}

impl Index {
    /// Sets the last record of a row: where it is, and its state; `None` if the row is about to be sent.
    pub(super) fn set(&mut self, row: Fingerprint, offset: u64, state: Option<State>) {
        let Some(code) = STATES.iter().position(|known| *known == state) else { return };
        let [.., a, b, c, d, e, f] = offset.to_be_bytes();
        *self.value(row) = [a, b, c, d, e, f, u8::try_from(code + 1).unwrap_or_default(), 0];
    }

    /// How many rows it has.
    pub(super) fn len(&self) -> usize {
        self.sorted.len() + self.recent.len()
    }

    /// Returns the place and the state of the last record of the next row with this fingerprint, if there is one, and
    /// the fingerprint of its own. Equal rows are met in the order of their numbers, so that those which were met are
    /// the first ones.
    pub(super) fn next(
        &mut self,
        given: Fingerprint,
    ) -> (Fingerprint, Option<(u64, Option<State>)>) {
        let mut beyond = 1;
        if self.is_met(given) {
            while self.is_met(given.nth(beyond)) {
                beyond *= 2;
            }
        } else {
            beyond = 0;
        }
        let mut met = beyond / 2;
        while met + 1 < beyond {
            let middle = met + (beyond - met) / 2;
            *(if self.is_met(given.nth(middle)) { &mut met } else { &mut beyond }) = middle;
        }
        let own = given.nth(beyond);
        let value = self.value(own);
        value[MET] = 1;
        let [a, b, c, d, e, f, code, _] = *value;
        let state = usize::from(code).checked_sub(1).and_then(|code| STATES.get(code));
        let offset = u64::from_be_bytes([0, 0, a, b, c, d, e, f]);
        (own, state.map(|state| (offset, *state)))
    }

    fn is_met(&self, row: Fingerprint) -> bool {
        match self.find(row) {
            Ok(at) => self.sorted[at].1[MET] == 1,
            Err(_) => self.recent.get(&row).is_some_and(|value| value[MET] == 1),
        }
    }

    fn find(&self, row: Fingerprint) -> Result<usize, usize> {
        self.sorted.binary_search_by(|(entry, _)| entry.cmp(&row))
    }

    /// The value of a row, which is added if it is not there.
    fn value(&mut self, row: Fingerprint) -> &mut Value {
        if self.recent.len() > 1_024.max(self.sorted.len() / 16) {
            self.sort();
        }
        match self.find(row) {
            Ok(at) => &mut self.sorted[at].1,
            Err(_) => self.recent.entry(row).or_default(),
        }
    }

    /// Moves the recent entries among the sorted ones, without another copy of these.
    fn sort(&mut self) {
        let mut recent: Vec<(Fingerprint, Value)> = self.recent.drain().collect();
        recent.sort_unstable();
        let mut from = self.sorted.len();
        self.sorted.reserve_exact(recent.len());
        self.sorted.extend_from_slice(&recent);
        let mut to = self.sorted.len();
        while let Some(last) = recent.last() {
            to -= 1;
            if from > 0 && self.sorted[from - 1].0 > last.0 {
                from -= 1;
                self.sorted[to] = self.sorted[from];
            } else {
                self.sorted[to] = *last;
                recent.pop();
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_row_has_its_last_record_and_is_met_once() {
        let mut index = Index::default();
        let name = |row: u64| Fingerprint::of(row.to_le_bytes());
        for row in 0..10_000 {
            index.set(name(row), row, None);
            if row % 3 == 0 {
                index.set(name(row), (1 << 40) + row, Some(State::Unknown));
            }
        }
        assert_eq!(index.len(), 10_000);
        // The others take more than 20 bytes each.
        assert!(index.recent.len() <= 1_025, "{}", index.recent.len());
        for row in (0..10_010).rev() {
            let (own, found) = index.next(name(row));
            assert_eq!(own, name(row));
            assert_eq!(
                found,
                match row {
                    10_000.. => None,
                    row if row % 3 == 0 => Some(((1 << 40) + row, Some(State::Unknown))),
                    row => Some((row, None)),
                }
            );
        }
    }

    #[test]
    fn equal_rows_are_counted() {
        let mut index = Index::default();
        let row = Fingerprint::of("row");
        index.set(row.nth(2), 7, Some(State::Done));
        for count in 0..3_000 {
            let (own, found) = index.next(row);
            assert_eq!(own, row.nth(count));
            assert_eq!(found.is_some(), count == 2);
        }
    }
}
