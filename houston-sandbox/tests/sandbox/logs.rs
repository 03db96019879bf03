//! The query `logs`.

use std::time::Duration;

use houston_sandbox::{Sandbox, WORKSPACE_ID};
use serde_json::{Value, json};

use crate::{admin, data, deployment, error, sandbox, system_key, text};

const LOGS: &str = "query($d: Uuid!, $c: String, $s: String, $t: DateTime) {
    logs(deploymentUuid: $d, component: $c, search: $s, timestamp: $t) {
      id component level message release timestamp } }";

/// Returns a sandbox with a deployment that has run for two hours, and the deployment's id.
fn running() -> (Sandbox, String) {
    let sandbox = sandbox();
    sandbox.clock().stop();
    let id = deployment(&sandbox, &admin(&sandbox), WORKSPACE_ID, "etl");
    sandbox.clock().advance(Duration::from_secs(2 * 3600));
    (sandbox, id)
}

fn logs(sandbox: &Sandbox, id: &str, more: Value) -> Vec<Value> {
    let mut variables = json!({ "d": id });
    variables.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
    data(sandbox, &admin(sandbox), LOGS, variables)["logs"].as_array().unwrap().clone()
}

#[test]
fn records_are_the_800_newest_oldest_first() {
    let (sandbox, id) = running();
    let all = logs(&sandbox, &id, json!({}));
    assert_eq!(all.len(), 800);
    assert!(all.is_sorted_by_key(|record| text(&record["timestamp"])));
    assert!(all.iter().all(|record| record["level"].is_null()));
    assert_eq!(logs(&sandbox, &id, json!({})), all);
    // After a new record, the oldest one is not listed.
    sandbox.clock().advance(Duration::from_secs(5));
    let later = logs(&sandbox, &id, json!({}));
    assert_eq!((later.len(), &later[..799]), (800, &all[1..]));
}

#[test]
fn records_can_be_searched() {
    let (sandbox, id) = running();
    let workers = logs(&sandbox, &id, json!({ "c": "worker" }));
    assert!(!workers.is_empty() && workers.iter().all(|record| record["component"] == "worker"));
    let found = logs(&sandbox, &id, json!({ "s": "HEARTBEAT", "c": "scheduler" }));
    assert!(!found.is_empty());
    assert!(found.iter().all(|record| text(&record["message"]).contains("heartbeat")));
    assert_eq!(logs(&sandbox, &id, json!({ "c": "scheduler", "s": "GET /" })), [Value::Null; 0]);
    // Empty texts do not filter.
    assert_eq!(logs(&sandbox, &id, json!({ "c": "", "s": "" })).len(), 800);
}

#[test]
fn a_time_can_be_a_text_or_milliseconds() {
    let (sandbox, id) = running();
    let all = logs(&sandbox, &id, json!({}));
    let from = text(&all[790]["timestamp"]);
    assert_eq!(logs(&sandbox, &id, json!({ "t": from })), all[790..]);
    // An invalid time counts as none.
    assert_eq!(logs(&sandbox, &id, json!({ "t": "yesterday" })), all);
    assert_eq!(logs(&sandbox, &id, json!({ "t": null })), all);
    assert_eq!(logs(&sandbox, &id, json!({ "t": 0 })), all);
    assert_eq!(logs(&sandbox, &id, json!({ "t": 99_999_999_999_999_i64 })), [Value::Null; 0]);
}

#[test]
fn logs_need_a_permission_and_a_deployment() {
    let (sandbox, id) = running();
    let refused = |token: &str, id: &str| error(&sandbox, token, LOGS, json!({ "d": id })).0;
    assert_eq!(refused("", &id), "Insufficient permissions.");
    assert_eq!(refused(&system_key(&sandbox, "SYSTEM_VIEWER"), &id), "Insufficient permissions.");
    assert_eq!(refused(&admin(&sandbox), "ck0"), "The requested resource was not found");
}
