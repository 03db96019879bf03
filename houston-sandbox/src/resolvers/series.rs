//! The status, log records and metrics that a running deployment would have.
//!
//! They are computed from the deployment's row and a time, and not stored: the same query returns the same values, and
//! a query finds the records that a stream has sent.

use jiff::{SignedDuration, Timestamp};
use serde_json::{Value, json};

use crate::store::{Deployment, Health, Row, Time};

/// How long the status of a new deployment is unknown.
const UNKNOWN_FOR: SignedDuration = SignedDuration::from_secs(6);

/// How long a new deployment takes to start.
const CREATED_IN: SignedDuration = SignedDuration::from_secs(30);

/// How long a restart takes.
const RESTARTED_IN: SignedDuration = SignedDuration::from_secs(15);

/// The seconds between two log records.
const RECORD_EVERY: i64 = 5;

/// How long log records are kept.
const RECORDS_KEPT: SignedDuration = SignedDuration::from_hours(2 * 24);

/// Returns the status of a deployment: unknown at first, then deploying, then what it becomes, and deploying again after
/// each restart. A deployment that becomes unknown or deploying stays so.
pub(crate) fn status(row: &Row<Deployment>, now: Timestamp) -> Health {
    let since = |time: Time| now.duration_since(time.0);
    let restarts = row
        .restarted_at
        .is_some_and(|time| (SignedDuration::ZERO..RESTARTED_IN).contains(&since(time)));
    let phase = match since(row.created_at) {
        age if age < UNKNOWN_FOR => Health::Unknown,
        age if age < CREATED_IN || restarts => Health::Deploying,
        _ => Health::Healthy,
    };
    phase.min(row.becomes)
}

/// Selects log records.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Filter<'f> {
    /// Only of this component.
    pub(crate) component: Option<&'f str>,
    /// Only with this text, ignoring case.
    pub(crate) search: Option<&'f str>,
    /// Only from this time on.
    pub(crate) from: Option<Timestamp>,
    /// Only after this time.
    pub(crate) after: Option<Timestamp>,
}

/// Returns the newest `most` log records up to now that match the filter, oldest first.
pub(crate) fn records(
    row: &Row<Deployment>,
    filter: Filter<'_>,
    most: usize,
    now: Timestamp,
) -> Vec<Value> {
    let born = row.created_at.0;
    let kept = now.saturating_sub(RECORDS_KEPT).unwrap_or(Timestamp::MIN);
    let earliest = [Some(kept), filter.from, filter.after].into_iter().flatten().max();
    let wanted = |at: Timestamp| {
        earliest.is_none_or(|earliest| at >= earliest)
            && filter.after.is_none_or(|after| at > after)
    };
    let search = filter.search.map(str::to_lowercase);
    let last = now.duration_since(born).as_secs().div_euclid(RECORD_EVERY);
    let mut found: Vec<Value> = (0..=last)
        .rev()
        .map(|index| {
            let at = born.saturating_add(SignedDuration::from_secs(index * RECORD_EVERY));
            (index, at.unwrap_or(Timestamp::MAX))
        })
        .take_while(|(_, at)| wanted(*at))
        .map(|(index, at)| (index, at, author(row, index)))
        .filter(|(.., author)| filter.component.is_none_or(|component| *author == component))
        .map(|(index, at, author)| record(row, index, at, author))
        .filter(|record| {
            let message = record["message"].as_str().unwrap_or_default();
            search.as_ref().is_none_or(|part| message.to_lowercase().contains(part))
        })
        .take(most)
        .collect();
    found.reverse();
    found
}

/// A pseudo-random number that is always the same for a record and a purpose.
fn draw(row: &Row<Deployment>, purpose: &str, index: i64) -> u64 {
    scatter(&[&row.id, purpose, &index.to_string()])
}

/// The component that wrote the record with this index. The first records come from each component in turn.
fn author(row: &Row<Deployment>, index: i64) -> &'static str {
    let components = components(row);
    let first = usize::try_from(index).ok().and_then(|index| components.get(index));
    first.copied().unwrap_or_else(|| pick(&components, draw(row, "author", index)))
}

/// The record with this index. The first ones report the start.
fn record(row: &Row<Deployment>, index: i64, at: Timestamp, component: &str) -> Value {
    let is_first = usize::try_from(index).is_ok_and(|index| index < components(row).len());
    let draw = draw(row, "record", index);
    let number = draw / 7 % 1000;
    let message = match component {
        _ if is_first => format!("Starting the {component}"),
        "scheduler" => match draw % 3 {
            0 => format!("Sending task example_dag.task_{} to the executor", number % 20),
            1 => format!("Loaded {} DAGs in {} ms", 1 + number % 30, 100 + number),
            _ => format!("Scheduler heartbeat, {} tasks queued", number % 12),
        },
        "webserver" => match draw % 2 {
            0 => format!("GET /{}/airflow/home 200 {} ms", row.release_name, 5 + number),
            _ => "GET /health 200".to_owned(),
        },
        _ => match draw % 3 {
            0 => format!("Task example_dag.task_{} received", number % 20),
            1 => {
                format!("Task example_dag.task_{} succeeded in {} s", number % 20, 1 + number % 90)
            }
            _ => format!("Task example_dag.task_{} is up for retry", number % 20),
        },
    };
    json!({
        "id": format!("{draw:016x}"),
        "component": component,
        // The server returns null as well.
        "level": null,
        "message": message,
        "release": row.release_name,
        "timestamp": Time(at),
    })
}

/// The components of a deployment that write records.
fn components(row: &Row<Deployment>) -> Vec<&'static str> {
    let mut components = vec!["scheduler", "webserver"];
    if row.executor() == "CeleryExecutor" {
        components.push("worker");
    }
    components
}

/// The time range and the interval of samples, in seconds.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Window {
    since: i64,
    step: i64,
}

impl Window {
    /// Reads the arguments as seconds, because the server's unit is not documented. Limits the samples to 1000.
    pub(crate) fn new(since: Option<i64>, step: Option<i64>) -> Window {
        let since = since.unwrap_or(3600).clamp(0, 366 * 24 * 3600);
        let step = step.unwrap_or(60).max(1).max(since / 1000);
        Window { since, step }
    }
}

/// Returns the series of a group, each a `Metric`: a label, and samples in the form of Prometheus.
pub(crate) fn metrics(
    row: &Row<Deployment>,
    group: &str,
    window: Window,
    now: Timestamp,
) -> Vec<Value> {
    series(row, group)
        .iter()
        .map(|series| {
            let samples: Vec<Value> = times(row, window, now)
                .map(|at| json!([at.as_second(), value(row, group, series, at).to_string()]))
                .collect();
            let release = &row.release_name;
            json!({
                "label": series.label,
                "result": [{ "metric": { "release": release }, "values": samples }],
            })
        })
        .collect()
}

/// A measurement and its range.
struct Series {
    label: &'static str,
    least: u64,
    most: u64,
}

/// The series of a group, which is a `MetricType`.
fn series(row: &Row<Deployment>, group: &str) -> Vec<Series> {
    let new = |label, least, most| Series { label, least, most };
    // One pod of the default size for each component.
    let pods = components(row).len() as u64;
    let (cpu, memory) = (500 * pods, 1920 * pods);
    match group {
        "DEPLOYMENT_STATUS" => components(row).into_iter().map(|label| new(label, 1, 1)).collect(),
        "DEPLOYMENT_TASKS" => vec![new("success", 0, 40), new("failed", 0, 3), new("queued", 0, 8)],
        "DEPLOYMENT_DATABASE" => vec![new("connections", 2, 5 * pods)],
        "DEPLOYMENT_SCHEDULER" => vec![new("heartbeat", 10, 12)],
        "DEPLOYMENT_QUOTAS" => {
            vec![new("cpu", cpu, cpu), new("memory", memory, memory), new("pods", pods, pods)]
        }
        "DEPLOYMENT_USAGE" => {
            vec![
                new("cpu", cpu / 10, cpu),
                new("memory", memory / 4, memory),
                new("pods", pods, pods),
            ]
        }
        _ => Vec::new(),
    }
}

/// The times of samples: multiples of the step, so that overlapping windows agree, from the deployment's creation on.
fn times(row: &Row<Deployment>, window: Window, now: Timestamp) -> impl Iterator<Item = Timestamp> {
    let born = row.created_at.0.as_second();
    let start = born.max(now.as_second() - window.since);
    let first = (start + window.step - 1).div_euclid(window.step) * window.step;
    (first..=now.as_second())
        .step_by(usize::try_from(window.step).unwrap_or(1))
        .filter_map(|second| Timestamp::from_second(second).ok())
}

fn value(row: &Row<Deployment>, group: &str, series: &Series, at: Timestamp) -> u64 {
    // The row has only the last change, so earlier times count as healthy.
    let up = row.created_at.0.saturating_add(CREATED_IN).is_ok_and(|up| at >= up);
    if group != "DEPLOYMENT_QUOTAS" && !up {
        return 0;
    }
    let draw = scatter(&[&row.id, group, series.label, &at.as_second().to_string()]);
    series.least + draw % (series.most - series.least + 1)
}

fn pick<'p>(words: &[&'p str], draw: u64) -> &'p str {
    // Cannot overflow: the remainder is smaller than the length.
    words[(draw % words.len() as u64) as usize]
}

/// A pseudo-random number that is the same for the same texts, on every machine and in every version: FNV-1a.
fn scatter(texts: &[&str]) -> u64 {
    let mut hash = 0xcbf2_9ce4_8422_2325_u64;
    for byte in texts.iter().flat_map(|text| text.bytes().chain([0])) {
        hash = (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
    }
    // FNV-1a mixes the low bits poorly.
    hash ^ (hash >> 29)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn row() -> Row<Deployment> {
        let deployment = Deployment {
            release_name: "calm-comet-1234".to_owned(),
            config: json!({ "executor": "CeleryExecutor" }),
            ..Deployment::default()
        };
        let mut row = Row::new("ck1".to_owned(), at("02T12:00:00"), deployment);
        row.restarted_at = Some(Time(at("02T13:00:00")));
        row
    }

    fn at(text: &str) -> Timestamp {
        format!("2021-04-{text}Z").parse().unwrap()
    }

    #[test]
    fn the_status_follows_from_the_times_of_the_row() {
        let states = [
            ("02T12:00:00", Health::Unknown),
            ("02T12:00:05.999", Health::Unknown),
            ("02T12:00:06", Health::Deploying),
            ("02T12:00:29.999", Health::Deploying),
            ("02T12:00:30", Health::Healthy),
            ("02T13:00:00", Health::Deploying),
            ("02T13:00:15", Health::Healthy),
            ("12T12:00:00", Health::Healthy),
        ];
        for becomes in [Health::Unknown, Health::Deploying, Health::Unhealthy, Health::Healthy] {
            let mut row = row();
            row.becomes = becomes;
            for (time, state) in states {
                // A start goes as far as it can.
                assert_eq!(status(&row, at(time)), state.min(becomes), "{becomes:?} at {time}");
            }
        }
    }

    #[test]
    fn records_are_the_same_for_every_query() {
        let all = records(&row(), Filter::default(), 10_000, at("02T13:00:00"));
        assert_eq!(all.len(), 721);
        assert!(all.is_sorted_by_key(|record| record["timestamp"].as_str().unwrap().to_owned()));
        assert_eq!(all[0]["timestamp"], "2021-04-02T12:00:00.000Z");
        assert_eq!(all[2]["message"], "Starting the worker");
        // A later query returns the same records.
        let later = records(&row(), Filter::default(), 800, at("02T14:00:00"));
        assert_eq!(later.len(), 800);
        assert_eq!(later[..80], all[641..]);
        // Two parts together are the same records.
        let middle = at("02T12:30:02");
        let first = records(&row(), Filter::default(), 10_000, middle);
        let after = Filter { after: Some(middle), ..Filter::default() };
        let second = records(&row(), after, 10_000, at("02T13:00:00"));
        assert_eq!([first, second].concat(), all);
    }

    #[test]
    fn records_are_filtered_and_kept_for_two_days() {
        let now = at("30T12:00:00");
        let worker = Filter { component: Some("worker"), ..Filter::default() };
        let found = records(&row(), worker, 800, now);
        assert_eq!(found.len(), 800);
        assert!(found.iter().all(|record| record["component"] == "worker"));
        let health = Filter { search: Some("get /HEALTH"), ..Filter::default() };
        let found = records(&row(), health, 800, now);
        assert!(
            !found.is_empty() && found.iter().all(|record| record["message"] == "GET /health 200")
        );
        let from = Filter { from: Some(at("30T11:59:00")), ..Filter::default() };
        assert_eq!(records(&row(), from, 800, now).len(), 13);
        let all = records(&row(), Filter::default(), usize::MAX, now);
        assert_eq!(all.len(), 2 * 24 * 720 + 1);
        let absent = Filter { component: Some("flower"), ..Filter::default() };
        assert_eq!(records(&row(), absent, 800, now), Vec::<Value>::new());
    }

    #[test]
    fn samples_of_windows_that_overlap_agree() {
        let window = Window::new(Some(600), Some(60));
        let samples = |now| {
            let all = metrics(&row(), "DEPLOYMENT_USAGE", window, now);
            assert_eq!(all.len(), 3);
            all[0]["result"][0]["values"].as_array().unwrap().clone()
        };
        let (early, late) = (samples(at("02T13:00:10")), samples(at("02T13:05:50")));
        assert_eq!((early.len(), late.len()), (10, 10));
        assert_eq!(early[5..], late[..5]);
        // Usage is within the quota, and zero before the start.
        assert!(early.iter().all(|sample| {
            let used: u64 = sample[1].as_str().unwrap().parse().unwrap();
            (150..=1500).contains(&used)
        }));
        assert_eq!(samples(at("02T12:00:10"))[0][1], "0");
        assert_eq!(samples(at("02T11:00:00")), Vec::<Value>::new());
        assert_eq!(metrics(&row(), "NOPE", window, at("02T13:00:00")), Vec::<Value>::new());
        let many = Window::new(Some(i64::MAX), Some(-1));
        assert!(
            metrics(&row(), "DEPLOYMENT_STATUS", many, at("30T12:00:00"))[0]["result"][0]["values"]
                .as_array()
                .unwrap()
                .len()
                <= 1001
        );
    }
}
