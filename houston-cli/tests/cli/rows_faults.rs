//! A run through mixed faults: its report agrees with the platform, row by row.

use std::collections::BTreeMap;

use houston_sandbox::WORKSPACE_ID;
use serde_json::Value;

use crate::environment::Ran;
use crate::rows_platform::{Platform, outcomes, rows};

/// How many rows there are, unless `HOUSTON_ROWS` says otherwise. Two calls of a hundred have a fault.
const ROWS: usize = 400;
const EVERY: usize = 50;

const EFFECTS: [&str; 7] =
    ["drop-before", "502", "drop-after", "truncate", "502-after", "error-after", "delay=50ms"];

/// Runs an operation until every row is done, and returns its first and its last run.
fn run_through_faults(operation: &str, more: &[&str]) -> (Platform, Ran, Ran, usize) {
    let count = std::env::var("HOUSTON_ROWS").map_or(ROWS, |text| text.parse().unwrap());
    let faults = (EVERY..=count).step_by(EVERY).zip(EFFECTS.iter().cycle());
    let faults: Vec<_> =
        faults.map(|(call, effect)| format!("{operation}:{call}:{effect}")).collect();
    let platform = Platform::start(&faults.iter().map(String::as_str).collect::<Vec<_>>());
    let labels: Vec<String> = (0..count).map(|at| format!("r{at}")).collect();
    let file = platform.file("rows.csv", &format!("label\n{}\n", labels.join("\n")));
    let words = [&[operation, "--rows", &file, "--jobs", "8"][..], more].concat();
    let first = platform.user.run(&words);
    assert!(matches!(first.code, 8 | 9), "{}", first.stderr);
    let again = [&words[..], &["--retry-failed", "--rerun-unknown"]].concat();
    let mut last = platform.user.run(&again);
    for _ in 0..3 {
        if last.code != 0 {
            last = platform.user.run(&again);
        }
    }
    assert_eq!(
        (last.code, rows(&last).len(), rows(&first).len()),
        (0, count, count),
        "{}",
        last.stderr
    );
    let attempts: u64 = rows(&first).iter().map(|row| row["attempts"].as_u64().unwrap()).sum();
    assert!(attempts as f64 <= 1.2 * count as f64, "{attempts} requests for {count} rows");
    let ran = platform.counts(operation, "label");
    assert!(ran.len() == count && ran.values().all(|times| *times == 1), "{ran:?}");
    // The look-ups of all runs are among them.
    let executed = platform.sandbox.ledger().len();
    assert!(executed as f64 <= 1.2 * count as f64, "{executed} operations for {count} rows");
    (platform, first, last, count)
}

/// Checks that each row has one object, and that its report has the id of it.
fn check(first: &Ran, last: &Ran, there: &Value, count: usize) {
    let mut ids: BTreeMap<&str, Vec<&Value>> = BTreeMap::new();
    for one in there.as_array().unwrap() {
        ids.entry(one["label"].as_str().unwrap()).or_default().push(&one["id"]);
    }
    for (at, (before, row)) in rows(first).iter().zip(rows(last)).enumerate() {
        let label = format!("r{at}");
        assert_eq!(ids.get(&*label).map(Vec::len), Some(1), "{row}");
        // What ended with an error behind it has no id.
        assert!(row["id"].is_null() || row["id"] == *ids[&*label][0], "{row}");
        let outcome = before["outcome"].as_str().unwrap();
        assert!(matches!(outcome, "done" | "unknown" | "not-sent" | "refused"), "{before}");
    }
    let is_good = |outcome: &String| outcome == "done" || outcome == "exists";
    assert!(outcomes(last).iter().all(is_good), "{last}");
    assert_eq!(ids.keys().filter(|label| label.starts_with('r')).count(), count);
}

#[test]
fn keys_that_are_unique() {
    let more = ["--workspace-uuid", WORKSPACE_ID, "--type", "airflow"];
    let (platform, first, last, count) = run_through_faults("createDeployment", &more);
    let there = platform.ask("{ deployments { id label } }");
    check(&first, &last, &there["deployments"], count);
}

/// The server does not refuse a second workspace of the same label.
#[test]
fn keys_that_are_not_unique() {
    let (platform, first, last, count) = run_through_faults("createWorkspace", &[]);
    let there = platform.ask("{ workspaces { id label } }");
    check(&first, &last, &there["workspaces"], count);
}
