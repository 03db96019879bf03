//! Runs with a journal: what a second run does, and what happens when the journal fails.

use std::time::Duration;

use futures_util::{StreamExt as _, TryStreamExt as _};
use houston_client::rows::{self, Fingerprint, Journal as _, Lines, Past, Record, Report, State};
use jiff::Timestamp;
use serde_json::{Value, json};

use crate::disk::{Accident, Disk};
use crate::worker::{Row, Scripted, row, rows};

type Reports = Vec<Report<String, String>>;

fn open(disk: &Disk) -> Lines<Disk> {
    Lines::open(disk.clone(), json!({ "run": "test" })).unwrap()
}

fn records(disk: &Disk) -> Vec<Record> {
    let mut records = Vec::new();
    Lines::read(disk.clone()).unwrap().records(|record| records.push(record)).unwrap();
    records
}

/// How many ends are recorded.
fn ends(disk: &Disk) -> usize {
    records(disk).into_iter().filter(|record| record.state.is_some()).count()
}

/// One row of each state.
fn of_each_state() -> Vec<Row> {
    let states = [State::Done, State::Partial, State::Refused, State::NotSent, State::Unknown];
    let sent = states.map(|state| Row { state, ..row(state.name()) });
    let decided = [State::Exists, State::Skipped, State::Planned];
    let decided = decided.map(|state| Row { decided: Some(state), ..row(state.name()) });
    sent.into_iter().chain(decided).collect()
}

fn note(past: &Past) -> Option<&Value> {
    match past {
        Past::Open { note, .. } | Past::Ended { note, .. } => note.as_ref(),
        _ => None,
    }
}

#[tokio::test(start_paused = true)]
async fn a_second_run_goes_on_where_the_first_one_stopped() {
    let disk = Disk::default();
    let run = async |retry| {
        let worker = Scripted::default();
        let run = rows::run(&worker, of_each_state()).jobs(1).retry_failed(retry);
        let reports: Reports = run.journal(open(&disk)).start().try_collect().await.unwrap();
        let states: Vec<_> = reports.iter().map(|report| report.state.name()).collect();
        let expected: Vec<_> = of_each_state().into_iter().map(|row| row.name).collect();
        assert_eq!(states, expected);
        for report in &reports {
            assert_eq!(report.is_told, report.output.is_none());
            if report.is_told {
                assert_eq!(note(&report.past), Some(&json!({ "id": report.label })));
            }
        }
        worker.names()
    };
    assert_eq!(run(false).await, ["done", "partial", "refused", "not-sent", "unknown"]);
    assert_eq!(run(false).await, ["unknown"]);
    assert_eq!(run(true).await, ["refused", "not-sent", "unknown"]);
    assert_eq!(run(false).await, ["unknown"]);
}

#[tokio::test(start_paused = true)]
async fn a_row_that_was_sent_for_nothing_runs_again() {
    let disk = Disk::default();
    for state in [State::Skipped, State::Done] {
        let worker = Scripted::default();
        let run = rows::run(&worker, [Row { state, ..row("one") }]).journal(open(&disk));
        let reports: Reports = run.start().try_collect().await.unwrap();
        assert_eq!((reports[0].state, reports[0].is_told), (state, false));
        assert_eq!(worker.names(), ["one"]);
    }
    let states: Vec<_> = records(&disk).into_iter().map(|record| record.state).collect();
    assert_eq!(states, [None, Some(State::Skipped), None, Some(State::Done)]);
}

#[tokio::test]
async fn a_row_of_a_dropped_run_is_open() {
    let disk = Disk::default();
    let worker = Scripted::default();
    let mut slow = rows(3);
    slow[1].takes[1] = Duration::from_secs(60);
    let mut reports = rows::run(&worker, slow).jobs(2).journal(open(&disk)).start();
    assert_eq!(reports.next().await.unwrap().unwrap().row, 1);
    while ends(&disk) < 2 {
        let next = tokio::time::timeout(Duration::from_millis(10), reports.next());
        assert!(next.await.is_err());
    }
    drop(reports);
    let worker = Scripted::default();
    let run = rows::run(&worker, rows(3)).journal(open(&disk));
    let reports: Reports = run.start().try_collect().await.unwrap();
    let told: Vec<bool> = reports.iter().map(|report| report.is_told).collect();
    assert_eq!(told, [true, false, true]);
    let pasts = worker.pasts.borrow();
    let [(name, past @ Past::Open { .. })] = &pasts[..] else { panic!("{pasts:?}") };
    assert_eq!((name.as_str(), note(past)), ("2", Some(&json!({ "for": "2" }))));
}

#[tokio::test(start_paused = true)]
async fn equal_rows_are_different_rows() {
    let disk = Disk::default();
    for expected in [vec!["same"; 3], vec!["same"], vec![]] {
        let worker = Scripted::default();
        let equal = if expected.len() == 3 { 3 } else { 4 };
        let run = rows::run(&worker, vec![row("same"); equal]).journal(open(&disk));
        assert_eq!(run.start().count().await, equal);
        assert_eq!(worker.names(), expected);
    }
}

#[tokio::test(start_paused = true)]
async fn rows_that_come_together_are_written_together() {
    let disk = Disk::default();
    disk.state().sync_takes = Duration::from_millis(3);
    let worker = Scripted::default();
    let run = rows::run(&worker, rows(400)).jobs(100).journal(open(&disk));
    assert_eq!(run.start().count().await, 400);
    assert_eq!(records(&disk).len(), 800);
    let syncs = disk.state().syncs;
    assert!(syncs <= 80, "{syncs} syncs");
}

#[tokio::test(start_paused = true)]
async fn rows_are_told_even_after_a_stop() {
    let disk = Disk::default();
    let worker = Scripted::default();
    let run = rows::run(&worker, rows(2)).journal(open(&disk));
    assert_eq!(run.start().count().await, 2);
    let worker = Scripted::default();
    let run = rows::run(&worker, [row("new"), row("1"), row("2")]).journal(open(&disk));
    run.stopper().stop();
    let reports: Reports = run.start().try_collect().await.unwrap();
    let states: Vec<_> = reports.iter().map(|report| report.state).collect();
    assert_eq!(states, [State::Skipped, State::Done, State::Done]);
    assert!(worker.names().is_empty());
}

#[tokio::test(start_paused = true)]
async fn nothing_is_sent_after_a_failure_of_the_journal() {
    for accident in [Accident::Fails, Accident::IsFull(0.0), Accident::IsFull(0.7)] {
        // The header and its sync are the first two.
        for at in 3..20 {
            let is_write = at % 2 == 1;
            if !is_write && !matches!(accident, Accident::Fails) {
                continue;
            }
            let disk = Disk::default();
            let journal = open(&disk);
            disk.state().accident = Some((at, accident));
            let worker = Scripted::default();
            let mut reports = rows::run(&worker, rows(100)).jobs(4).journal(journal).start();
            let mut reported = Vec::new();
            let error = loop {
                match reports.next().await.expect("an error") {
                    Ok(report) => reported.push(report.row),
                    Err(error) => break error,
                }
            };
            assert!(reports.next().await.is_none());
            drop(reports);
            // Neither the failed operation nor another one was tried again.
            assert_eq!(disk.state().operations, at);
            let sent = worker.names();
            let mut sent: Vec<u64> = sent.iter().map(|name| name.parse().unwrap()).collect();
            sent.sort();
            let in_flight: Vec<u64> = error.in_flight().iter().map(|(row, _)| *row).collect();
            let mut known = [reported.clone(), in_flight].concat();
            known.sort();
            assert_eq!(known, sent, "{accident:?} at {at}");
            // The next run opens what is there, and every row that was sent is known.
            disk.state().accident = None;
            let journal = open(&disk);
            let worker = Scripted::default();
            let run = rows::run(&worker, rows(100)).journal(journal);
            let second: Reports = run.start().try_collect().await.unwrap();
            assert_eq!(second.len(), 100);
            let pasts = worker.pasts.borrow();
            let new = pasts.iter().filter(|(_, past)| *past == Past::New);
            let new: Vec<u64> = new.map(|(name, _)| name.parse().unwrap()).collect();
            assert!(sent.iter().all(|row| !new.contains(row)), "{accident:?} at {at}");
            assert!(reported.iter().all(|row| second[*row as usize - 1].is_told));
        }
    }
}

#[tokio::test]
async fn an_error_names_what_was_in_flight() {
    let disk = Disk::default();
    let journal = open(&disk);
    disk.state().fails_on = Some("ended");
    let mut two = rows(2);
    two[1].state = State::Refused;
    two[0].takes[1] = Duration::from_millis(200);
    two[1].takes[1] = Duration::from_millis(250);
    let worker = Scripted::default();
    let mut reports = rows::run(&worker, two).jobs(2).journal(journal).start();
    let error = reports.next().await.unwrap().unwrap_err();
    assert_eq!(
        error.to_string(),
        "cannot write the journal; its end is not recorded for row 1 (done), 2 (refused)"
    );
    let source = std::error::Error::source(&error).unwrap().to_string();
    assert_eq!(source, "no storage space");
}

#[tokio::test(start_paused = true)]
async fn the_end_of_a_late_row_is_recorded_when_its_report_was_written() {
    let disk = Disk::default();
    let late = || Row { late: true, ..row("key") };
    // Without `written`, it stays open.
    for expected in [0, 1] {
        let worker = Scripted::default();
        let mut reports = rows::run(&worker, [late()]).journal(open(&disk)).start();
        let mut report = reports.next().await.unwrap().unwrap();
        assert_eq!(report.output.as_deref(), Some("output of key"));
        assert_eq!(ends(&disk), 0);
        if expected == 1 {
            report.written();
        }
        // The end of the stream waits for the record.
        assert!(reports.next().await.is_none());
        assert_eq!(ends(&disk), expected);
    }
    // A failure of that record is an error, and the report came all the same.
    let worker = Scripted::default();
    let fresh = Disk::default();
    let journal = open(&fresh);
    fresh.state().accident = Some((5, Accident::Fails));
    let mut reports = rows::run(&worker, [late()]).journal(journal).start();
    reports.next().await.unwrap().unwrap().written();
    let error = reports.next().await.unwrap().unwrap_err();
    assert_eq!(error.to_string(), "cannot write the journal");
}

#[tokio::test]
async fn the_key_of_a_late_row_is_shown_when_the_journal_fails_for_another() {
    let disk = Disk::default();
    let journal = open(&disk);
    disk.state().fails_on = Some("ended");
    let (mut other, mut key) = (row("other"), Row { late: true, ..row("key") });
    other.takes[1] = Duration::from_millis(200);
    key.takes[1] = Duration::from_millis(250);
    let worker = Scripted::default();
    let mut reports = rows::run(&worker, [other, key]).jobs(2).journal(journal).start();
    let report = reports.next().await.unwrap().unwrap();
    assert_eq!((report.row, report.output.as_deref()), (2, Some("output of key")));
    let error = reports.next().await.unwrap().unwrap_err();
    assert_eq!(error.in_flight(), [(1, Some(State::Done))]);
}

#[test]
fn a_note_of_null_is_a_note() {
    let disk = Disk::default();
    let note =
        |note| Record { row: Fingerprint::of("row"), state: None, at: Timestamp::UNIX_EPOCH, note };
    let written = [note(Some(Value::Null)), note(None)];
    open(&disk).append(&written).unwrap();
    assert_eq!(records(&disk), written);
}

#[tokio::test(start_paused = true)]
async fn a_large_note_is_left_out() {
    let disk = Disk::default();
    let journal = open(&disk);
    let own = Fingerprint::of("row");
    for (size, is_kept) in [(60_000, true), (70_000, false)] {
        let note = Some(json!("x".repeat(size)));
        let record =
            Record { row: own, state: None, at: "2026-11-28T00:00:00Z".parse().unwrap(), note };
        rows::Journal::append(&journal, std::slice::from_ref(&record)).unwrap();
        let (_, past) = rows::Journal::next(&open(&disk), own).unwrap();
        assert_eq!(note_of(&past), record.note.filter(|_| is_kept));
    }
}

fn note_of(past: &Past) -> Option<Value> {
    note(past).cloned()
}
