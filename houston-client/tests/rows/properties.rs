//! Properties of journals: what was written in front of a damage is read, and nothing else.

use std::collections::BTreeMap;

use houston_client::rows::{Fingerprint, Journal as _, Lines, Past, Record, State};
use houston_tests::property::{cases, json};
use jiff::Timestamp;
use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;
use proptest::sample::{Index, select};

use crate::disk::Disk;

/// What was written together, in order.
type Groups = Vec<Vec<Record>>;

fn record() -> impl Strategy<Value = Record> {
    let states = [
        State::Done,
        State::Exists,
        State::Partial,
        State::Refused,
        State::NotSent,
        State::Unknown,
        State::Skipped,
        State::Waiting,
        State::Reached,
        State::Failed,
    ];
    let parts = (
        0..5_u8,
        option::of(select(states.to_vec())),
        0..4_000_000_000_000_i64,
        option::of(json()),
    );
    parts.prop_map(|(row, state, at, note)| {
        let at = Timestamp::from_millisecond(at).unwrap();
        Record { row: Fingerprint::of([row]), state, at, note }
    })
}

fn groups() -> impl Strategy<Value = Groups> {
    vec(vec(record(), 0..4), 0..6)
}

/// The bytes of a journal, and where each of its lines ends.
fn written(header: &serde_json::Value, groups: &Groups) -> (Vec<u8>, Vec<usize>) {
    let disk = Disk::default();
    let lines = Lines::open(disk.clone(), header.clone()).unwrap();
    let mut ends = vec![disk.state().written.len()];
    for group in groups {
        lines.append(group).unwrap();
        ends.push(disk.state().written.len());
    }
    let bytes = disk.state().written.clone();
    (bytes, ends)
}

fn disk(bytes: &[u8]) -> Disk {
    let disk = Disk::default();
    disk.state().written = bytes.to_vec();
    disk
}

fn records(disk: &Disk) -> Option<Vec<Record>> {
    let mut records = Vec::new();
    let lines = Lines::read(disk.clone()).ok()?;
    lines.records(|record| records.push(record)).unwrap();
    Some(records)
}

/// The records of the lines that end up to here.
fn before(groups: &Groups, ends: &[usize], end: usize) -> Vec<Record> {
    let whole = groups.iter().zip(&ends[1..]).filter(|(_, at)| **at <= end);
    whole.flat_map(|(group, _)| group.clone()).collect()
}

proptest! {
    #![proptest_config(cases(96))]

    #[test]
    fn a_journal_that_is_cut_has_its_beginning_and_goes_on(
        header in json(),
        groups in groups(),
        more in vec(record(), 0..3),
        cut: Index,
        zeros in 0..3_usize,
    ) {
        let (bytes, ends) = written(&header, &groups);
        let cut = cut.index(bytes.len() + 1);
        // A disk may have zeros where nothing was written.
        let torn = disk(&[&bytes[..cut], &vec![0; zeros * 300]].concat());
        if cut < ends[0] {
            let is_empty = cut == 0 && zeros == 0;
            let opened = Lines::open(torn.clone(), header);
            prop_assert_eq!(opened.is_ok(), is_empty);
            return Ok(());
        }
        let mut expected = before(&groups, &ends, cut);
        prop_assert_eq!(records(&torn), Some(expected.clone()));
        let lines = Lines::open(torn.clone(), "another".into()).unwrap();
        prop_assert_eq!(lines.header(), &header);
        lines.append(&more).unwrap();
        lines.sync().unwrap();
        expected.extend(more);
        prop_assert_eq!(records(&torn), Some(expected.clone()));
        let mut last = BTreeMap::new();
        for record in expected {
            last.insert(record.row, record);
        }
        let lines = Lines::open(torn, header).unwrap();
        for row in (0..6_u8).map(|row| Fingerprint::of([row])) {
            let (own, past) = lines.next(row).unwrap();
            prop_assert_eq!(own, row);
            let found = match past {
                Past::Open { at, note } => Some(Record { row, state: None, at, note }),
                Past::Ended { state, at, note } => Some(Record { row, state: Some(state), at, note }),
                _ => None,
            };
            prop_assert_eq!(found.as_ref(), last.get(&row));
        }
    }

    /// Bytes are changed, gone, there twice or moved. An error leaves the journal as it is.
    #[test]
    fn a_damaged_journal_has_its_beginning_or_is_refused(
        groups in groups(),
        from: Index,
        count in 0..200_usize,
        to: Index,
        change in prop_oneof![Just(None), vec(any::<u8>(), 0..4).prop_map(Some)],
    ) {
        let (bytes, _) = written(&"the run".into(), &groups);
        let from = from.index(bytes.len());
        let part: Vec<u8> = bytes[from..].iter().take(count).copied().collect();
        let mut damaged = bytes.clone();
        damaged.drain(from..from + part.len());
        let to = to.index(damaged.len() + 1);
        damaged.splice(to..to, change.unwrap_or(part));
        let disk = disk(&damaged);
        let all: Vec<Record> = groups.concat();
        match records(&disk) {
            Some(found) => prop_assert!(all.starts_with(&found), "{found:?}"),
            None => {
                prop_assert!(Lines::open(disk.clone(), "new".into()).is_err());
                prop_assert_eq!(&disk.state().written, &damaged);
            }
        }
    }

    #[test]
    fn any_bytes_are_a_journal_or_are_refused(bytes in vec(any::<u8>(), 0..200)) {
        let disk = disk(&bytes);
        if Lines::open(disk.clone(), "new".into()).is_err() {
            prop_assert_eq!(&disk.state().written, &bytes);
        }
    }
}
