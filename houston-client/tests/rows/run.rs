//! Runs without a journal.

use std::time::Duration;

use futures_util::{StreamExt as _, TryStreamExt as _};
use houston_client::rows::{self, Report, State, Stop};
use houston_client::transport::Canned;
use houston_client::{Client, mutation, object};
use tokio::time::Instant;

use crate::worker::{Row, Scripted, row, rows};

type Reports = Vec<Report<String, String>>;

fn states(reports: &Reports) -> String {
    let word =
        |report: &Report<String, String>| format!("{} {}", report.label, report.state.name());
    reports.iter().map(word).collect::<Vec<_>>().join(", ")
}

/// Rows that take longer the earlier they are.
fn ever_faster(count: u64) -> Vec<Row> {
    let mut rows = rows(count);
    for (row, takes) in rows.iter_mut().zip((1..=count).rev()) {
        row.takes[1] = Duration::from_millis(takes);
    }
    rows
}

#[tokio::test(start_paused = true)]
async fn reports_come_in_order_with_as_many_jobs_as_asked() {
    for jobs in [1, 4, 7] {
        let worker = Scripted::default();
        let run = rows::run(&worker, ever_faster(50)).jobs(jobs);
        let reports: Reports = run.start().try_collect().await.unwrap();
        assert_eq!(worker.most.get(), jobs);
        let numbers: Vec<u64> = reports.iter().map(|report| report.row).collect();
        assert_eq!(numbers, (1..=50).collect::<Vec<_>>());
        for report in reports {
            assert_eq!(report.label, report.row.to_string());
            assert_eq!(report.output.unwrap(), format!("output of {}", report.row));
            assert_eq!(report.state, State::Done);
        }
    }
}

#[tokio::test(start_paused = true)]
async fn no_row_starts_far_ahead_of_a_slow_one() {
    let mut rows = rows(100);
    rows[0].takes[1] = Duration::from_secs(60);
    let worker = Scripted::default();
    let mut reports = rows::run(&worker, rows).jobs(2).ahead(10).start();
    let until = tokio::time::timeout(Duration::from_secs(59), reports.next());
    assert!(until.await.is_err());
    assert_eq!(worker.names().len(), 10);
    assert_eq!(reports.count().await, 100);
}

#[tokio::test(start_paused = true)]
async fn outputs_that_wait_have_a_bound() {
    let mut rows = rows(100);
    rows[0].takes[1] = Duration::from_secs(60);
    rows.iter_mut().for_each(|row| row.weight = 4 << 20);
    let worker = Scripted::default();
    let mut reports = rows::run(&worker, rows).jobs(2).start();
    let until = tokio::time::timeout(Duration::from_secs(59), reports.next());
    assert!(until.await.is_err());
    assert_eq!(worker.names().len(), 5);
    assert_eq!(reports.count().await, 100);
}

#[tokio::test(start_paused = true)]
async fn after_so_many_failures_the_rest_is_skipped() {
    let mut rows = rows(6);
    rows[1].state = State::Refused;
    rows[3].decided = Some(State::NotSent);
    let worker = Scripted::default();
    let run = rows::run(&worker, rows).jobs(1).stop_after(2);
    let stopper = run.stopper();
    let reports: Reports = run.start().try_collect().await.unwrap();
    assert_eq!(stopper.stopped(), Some(Stop::Failures));
    assert_eq!(states(&reports), "1 done, 2 refused, 3 done, 4 not-sent, 5 skipped, 6 skipped");
    assert_eq!(worker.names(), ["1", "2", "3"]);
    assert!(reports[4].output.is_none());
}

#[tokio::test(start_paused = true)]
async fn a_row_stops_the_run_and_those_in_flight_end() {
    let mut rows = rows(6);
    rows[1].stop = true;
    rows[2].takes[1] = Duration::from_secs(1);
    // It is prepared while the run stops: it is not sent.
    rows[3].takes[0] = Duration::from_secs(1);
    let worker = Scripted::default();
    let run = rows::run(&worker, rows).jobs(4);
    let stopper = run.stopper();
    let reports: Reports = run.start().try_collect().await.unwrap();
    assert_eq!(stopper.stopped(), Some(Stop::Row));
    assert_eq!(states(&reports), "1 done, 2 done, 3 done, 4 skipped, 5 skipped, 6 skipped");
    assert_eq!(worker.names(), ["1", "2", "3"]);
}

#[tokio::test(start_paused = true)]
async fn a_stopper_drains() {
    let worker = Scripted::default();
    let run = rows::run(&worker, rows(9)).jobs(2);
    let stopper = run.stopper();
    let mut reports = run.start();
    assert_eq!(reports.next().await.unwrap().unwrap().row, 1);
    stopper.stop();
    stopper.stop();
    let rest: Reports = reports.try_collect().await.unwrap();
    assert_eq!(stopper.stopped(), Some(Stop::Asked));
    assert_eq!(rest.len(), 8);
    let sent = worker.names().len();
    assert!(sent <= 4, "{sent} rows were sent");
    assert!(rest[sent - 1..].iter().all(|report| report.state == State::Skipped));
}

#[tokio::test(start_paused = true)]
async fn rows_start_at_equal_distances() {
    for (rate, distance) in [(10, 100), (250, 4)] {
        let worker = Scripted::default();
        let run = rows::run(&worker, rows(40)).jobs(8);
        let started = Instant::now();
        let run = run.every(Duration::from_secs(1) / rate);
        assert_eq!(run.start().count().await, 40);
        let sent = worker.sent.borrow();
        for (at, (_, when)) in sent.iter().enumerate() {
            let due = Duration::from_millis(distance * at as u64);
            let real = when.duration_since(started);
            let late = real.saturating_sub(due);
            assert!(real >= due && late < Duration::from_millis(3), "row {at} at {real:?}");
        }
    }
}

#[tokio::test(start_paused = true)]
async fn a_stop_ends_the_wait_for_the_next_start() {
    let worker = Scripted::default();
    let run = rows::run(&worker, rows(3)).every(Duration::from_secs(1));
    let (stopper, started) = (run.stopper(), Instant::now());
    let stop = async {
        tokio::time::sleep(Duration::from_millis(100)).await;
        stopper.stop();
    };
    let (reports, ()) = tokio::join!(run.start().try_collect::<Reports>(), stop);
    assert_eq!(states(&reports.unwrap()), "1 done, 2 skipped, 3 skipped");
    assert!(started.elapsed() < Duration::from_millis(200));
}

#[tokio::test(start_paused = true)]
async fn a_dropped_run_sends_nothing_more() {
    let worker = Scripted::default();
    let mut reports = rows::run(&worker, rows(9)).jobs(2).start();
    reports.next().await;
    drop(reports);
    let sent = worker.names().len();
    tokio::time::sleep(Duration::from_secs(1)).await;
    assert_eq!(worker.names().len(), sent);
}

#[tokio::test]
async fn a_run_of_requests_can_be_spawned() {
    let canned = Canned::always(r#"{"data":{"createWorkspace":{"id":"ck1"}}}"#);
    let client = Client::builder("").transport(canned.clone()).build().unwrap();
    let task = tokio::spawn(async move {
        let create = rows::requests(&client, |label: &String| {
            mutation::create_workspace().label(label).select(object::workspace::id)
        });
        let labels = ["one", "two"].map(String::from);
        let reports: Vec<_> = rows::run(&create, labels).start().try_collect().await.unwrap();
        reports.into_iter().map(|report| report.output.unwrap().unwrap()).collect::<Vec<_>>()
    });
    assert_eq!(task.await.unwrap(), ["ck1", "ck1"]);
    assert_eq!(canned.received()[1].variables()["label"], "two");
}

#[tokio::test]
async fn no_rows_are_no_reports() {
    let worker = Scripted::default();
    assert_eq!(rows::run(&worker, []).start().count().await, 0);
}

#[tokio::test(start_paused = true)]
async fn what_is_planned_is_not_a_failure() {
    let mut rows = vec![row("one"), row("two")];
    rows[0].decided = Some(State::Planned);
    rows[1].decided = Some(State::Exists);
    let worker = Scripted::default();
    let run = rows::run(&worker, rows).stop_after(1);
    let reports: Reports = run.start().try_collect().await.unwrap();
    assert_eq!(states(&reports), "one planned, two exists");
    assert!(worker.names().is_empty());
}
