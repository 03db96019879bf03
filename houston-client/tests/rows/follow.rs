//! Rows whose effects go on after they ran.

use std::time::Duration;

use futures_util::{FutureExt as _, StreamExt as _, TryStreamExt as _};
use houston_client::rows::{self, Lines, Report, State, Stop};
use serde_json::json;
use tokio::time::Instant;

use crate::disk::Disk;
use crate::worker::{Row, Scripted, row, rows};

type Reports = Vec<Report<String, String>>;

fn open(disk: &Disk) -> Lines<Disk> {
    Lines::open(disk.clone(), json!({ "run": "test" })).unwrap()
}

/// The states in the journal, in order; an intent has none.
fn recorded(disk: &Disk) -> Vec<Option<State>> {
    let mut states = Vec::new();
    Lines::read(disk.clone()).unwrap().records(|record| states.push(record.state)).unwrap();
    states
}

/// So many rows that are followed for a minute.
fn followed(count: u64) -> Vec<Row> {
    rows(count).into_iter().map(|row| Row { state: State::Waiting, ..row }).collect()
}

/// Polls a run for some time, and returns what it reported.
async fn polled(
    reports: &mut (
             impl futures_util::Stream<Item = Result<Report<String, String>, rows::Error>> + Unpin
         ),
    time: Duration,
) -> Reports {
    let mut came = Vec::new();
    let end = Instant::now() + time;
    while let Ok(Some(report)) = tokio::time::timeout_at(end, reports.next()).await {
        came.push(report.unwrap());
    }
    came
}

#[tokio::test(start_paused = true)]
async fn a_row_that_is_followed_is_not_one_of_the_jobs() {
    let worker = Scripted::default();
    let begun = Instant::now();
    let run = rows::run(&worker, followed(100)).jobs(2);
    let reports: Reports = run.start().try_collect().await.unwrap();
    assert_eq!(worker.most.get(), 2);
    // One hundred rows in pairs, and a minute.
    assert_eq!(begun.elapsed().as_millis(), 50 * 20 + 60_000);
    for report in reports {
        assert_eq!(report.state, State::Reached);
    }
}

#[tokio::test(start_paused = true)]
async fn so_many_rows_are_followed_as_may_be_ahead() {
    let worker = Scripted::default();
    let mut reports = rows::run(&worker, followed(100)).jobs(4).ahead(10).start();
    assert!(polled(&mut reports, Duration::from_secs(59)).await.is_empty());
    assert_eq!(worker.names().len(), 10);
    assert_eq!(reports.count().await, 100);
    // Their outputs count as well.
    let mut large = followed(100);
    large.iter_mut().for_each(|row| row.weight = 4 << 20);
    let worker = Scripted::default();
    let mut reports = rows::run(&worker, large).jobs(2).start();
    assert!(polled(&mut reports, Duration::from_secs(59)).await.is_empty());
    assert_eq!(worker.names().len(), 5);
    assert_eq!(reports.count().await, 100);
}

#[tokio::test]
async fn a_row_is_recorded_before_it_is_followed_and_not_sent_again() {
    let disk = Disk::default();
    let worker = Scripted::default();
    let mut reports = rows::run(&worker, followed(1)).journal(open(&disk)).start();
    while recorded(&disk) != [None, Some(State::Waiting)] {
        assert!(polled(&mut reports, Duration::from_millis(10)).await.is_empty());
    }
    drop(reports);
    // A run that follows nothing tells that it is done.
    let worker = Scripted::default();
    let run = rows::run(&worker, followed(1)).journal(open(&disk));
    let reports: Reports = run.start().try_collect().await.unwrap();
    assert_eq!((reports[0].state, reports[0].is_told), (State::Done, true));
    // A run that follows goes on with it. What went on for too long is followed again, and what failed if that is asked.
    for (then, retry, follows) in [
        (State::Waiting, false, true),
        (State::Failed, false, true),
        (State::Reached, false, false),
        (State::Reached, true, true),
        (State::Waiting, true, false),
    ] {
        let worker = Scripted::default();
        let row = Row { follow: (Duration::from_millis(1), then), ..followed(1).remove(0) };
        let run = rows::run(&worker, [row]).follow(true).retry_failed(retry);
        let reports: Reports = run.journal(open(&disk)).start().try_collect().await.unwrap();
        assert!(worker.names().is_empty());
        assert_eq!(reports[0].is_told, !follows, "{then:?}");
        if follows {
            assert_eq!(reports[0].state, then);
            assert_eq!(recorded(&disk).last(), Some(&Some(then)));
        }
    }
    assert_eq!(recorded(&disk).last(), Some(&Some(State::Reached)));
}

#[tokio::test(start_paused = true)]
async fn a_stop_ends_no_row_that_is_followed() {
    let mut rows = followed(3);
    rows[0].follow.1 = State::Failed;
    rows[1].follow.1 = State::Waiting;
    rows[2].state = State::Refused;
    rows.push(row("4"));
    let worker = Scripted::default();
    let run = rows::run(&worker, rows).jobs(1).stop_after(1);
    let stopper = run.stopper();
    let reports: Reports = run.start().try_collect().await.unwrap();
    assert_eq!(stopper.stopped(), Some(Stop::Failures));
    let states: Vec<_> = reports.iter().map(|report| report.state).collect();
    assert_eq!(states, [State::Failed, State::Waiting, State::Refused, State::Skipped]);
}

#[tokio::test(start_paused = true)]
async fn a_late_row_stays_open_while_it_is_followed() {
    let disk = Disk::default();
    let worker = Scripted::default();
    let late = Row { late: true, ..followed(1).remove(0) };
    let mut reports = rows::run(&worker, [late]).journal(open(&disk)).start();
    let mut report = reports.next().await.unwrap().unwrap();
    assert_eq!(recorded(&disk), [None]);
    report.written();
    assert!(reports.next().await.is_none());
    assert_eq!(recorded(&disk), [None, Some(State::Reached)]);
}

#[tokio::test]
async fn a_journal_that_fails_ends_the_run_at_once() {
    let disk = Disk::default();
    let journal = open(&disk);
    disk.state().fails_on = Some("refused");
    let hour = Duration::from_secs(3600);
    let first = Row { follow: (hour, State::Reached), ..followed(1).remove(0) };
    let second = Row { state: State::Refused, ..row("2") };
    let worker = Scripted::default();
    let mut reports =
        rows::run(&worker, [first, second, row("3")]).jobs(1).journal(journal).start();
    let error = reports.next().await.unwrap().unwrap_err();
    assert_eq!(error.in_flight(), [(1, Some(State::Waiting)), (2, Some(State::Refused))]);
    assert!(reports.next().now_or_never().unwrap().is_none());
    assert_eq!(worker.names(), ["1", "2"]);
    // That a row waits could not be recorded.
    let disk = Disk::default();
    let journal = open(&disk);
    disk.state().fails_on = Some("waiting");
    let worker = Scripted::default();
    let mut reports = rows::run(&worker, followed(2)).jobs(1).journal(journal).start();
    let error = reports.next().await.unwrap().unwrap_err();
    assert_eq!(error.in_flight().first(), Some(&(1, Some(State::Waiting))));
}
