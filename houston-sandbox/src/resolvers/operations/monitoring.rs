//! Logs, metrics and the live status of deployments: a query and three streams.

use std::time::Duration;

use jiff::Timestamp;
use serde_json::{Value, json};

use crate::error::refusal::Refusal;
use crate::resolvers::call::Read;
use crate::resolvers::output::Answer;
use crate::resolvers::series;
use crate::resolvers::series::{Filter, Window};
use crate::store::Deployment;

/// The maximum number of log records in one answer.
const MOST_RECORDS: usize = 800;

/// A subscription.
pub(crate) struct Stream {
    /// The time between two polls, and before the first one.
    pub(crate) interval: Duration,
    /// The time after which the server ends it.
    pub(crate) life: Duration,
    /// Returns the field's value for each new event. Permissions are checked for each event.
    pub(crate) events: fn(&Read<'_>, &Span) -> Result<Vec<Value>, Refusal>,
}

/// The time range of a poll.
pub(crate) struct Span {
    /// Exclusive.
    pub(crate) after: Timestamp,
    /// Inclusive.
    pub(crate) until: Timestamp,
}

const MINUTE: u64 = 60;

pub(super) const LOG: Stream = Stream {
    interval: Duration::from_secs(1),
    life: Duration::from_secs(20 * MINUTE),
    events: new_records,
};

pub(super) const METRICS: Stream = Stream {
    interval: Duration::from_secs(30),
    life: Duration::from_secs(20 * MINUTE),
    events: measurements,
};

/// By default the server polls once a minute, and every 5 seconds with generated data, as here.
pub(super) const DEPLOYMENT_STATUS: Stream = Stream {
    interval: Duration::from_secs(5),
    life: Duration::from_secs(24 * 60 * MINUTE),
    events: status,
};

/// Returns the newest records, oldest first.
pub(super) fn logs(call: &Read<'_>) -> Answer {
    let deployment = call.deployment(call.text("deploymentUuid"))?;
    let filter = Filter { from: moment(&call.arguments["timestamp"]), ..filter(call) };
    Ok(series::records(&deployment, filter, MOST_RECORDS, call.now).into())
}

/// Returns the records since the last poll. The argument `timestamp` is ignored.
fn new_records(call: &Read<'_>, span: &Span) -> Result<Vec<Value>, Refusal> {
    let deployment = call.deployment(call.text("deploymentUuid"))?;
    let filter = Filter { after: Some(span.after), ..filter(call) };
    Ok(series::records(&deployment, filter, MOST_RECORDS, span.until))
}

fn filter<'c>(call: &Read<'c>) -> Filter<'c> {
    let given = |name: &str| call.arguments[name].as_str().filter(|text| !text.is_empty());
    Filter { component: given("component"), search: given("search"), from: None, after: None }
}

/// Reads a time like the server: a text, or milliseconds since the epoch. An invalid time counts as none.
fn moment(argument: &Value) -> Option<Timestamp> {
    match argument {
        Value::String(text) => text.parse().ok(),
        other => Timestamp::from_millisecond(other.as_i64()?).ok(),
    }
}

/// Returns one event with all series of the requested groups. Without a group it is empty.
fn measurements(call: &Read<'_>, span: &Span) -> Result<Vec<Value>, Refusal> {
    let deployment = call.deployment(call.text("deploymentUuid"))?;
    let window = Window::new(call.arguments["since"].as_i64(), call.arguments["step"].as_i64());
    let groups = call.arguments["metricType"].as_array().into_iter().flatten();
    let series: Vec<Value> = groups
        .filter_map(Value::as_str)
        .flat_map(|group| series::metrics(&deployment, group, window, span.until))
        .collect();
    Ok(vec![series.into()])
}

/// Returns the status of the deployment with this release name, even if it has not changed.
fn status(call: &Read<'_>, span: &Span) -> Result<Vec<Value>, Refusal> {
    let mut found = call.deployments(Deployment::RELEASE_NAME, call.text("releaseName"))?;
    let deployment = found.pop().ok_or_else(Refusal::not_found)?;
    Ok(vec![json!({ "status": series::status(&deployment, span.until) })])
}
