//! Faults, and what ran in spite of them.

use std::time::{Duration, Instant};

use houston_sandbox::{Delivery, Sandbox, WORKSPACE_ID};
use serde_json::{Value, json};

use crate::http::{address, send};
use crate::{admin, ask, data, error, post, system_key};

fn faulty(rule: &str) -> Sandbox {
    Sandbox::builder().fault(rule.parse().unwrap()).in_memory().unwrap()
}

const CREATE: &str = "mutation { createWorkspace(label: \"Data\") { id } }";

fn labels(sandbox: &Sandbox) -> Value {
    let found = data(sandbox, &admin(sandbox), "{ workspaces { label } }", json!({}));
    found["workspaces"].as_array().unwrap().iter().map(|row| row["label"].clone()).collect()
}

#[test]
fn effects_come_before_or_after_the_call() {
    for (effect, status, delivery, ran) in [
        ("drop-before", 200, Delivery::Dropped, false),
        ("drop-after", 200, Delivery::Dropped, true),
        ("502", 502, Delivery::Whole, false),
        ("502-after", 502, Delivery::Whole, true),
        ("truncate", 200, Delivery::Truncated, true),
        ("error-after", 200, Delivery::Whole, true),
        ("null", 200, Delivery::Whole, true),
        ("401", 401, Delivery::Whole, false),
        ("503", 503, Delivery::Whole, false),
        ("200-after", 200, Delivery::Whole, true),
        ("hang", 200, Delivery::Held, false),
        ("close=1011", 200, Delivery::Dropped, false),
    ] {
        let sandbox = faulty(&format!("createWorkspace:2:{effect}"));
        let body = json!({ "query": CREATE }).to_string();
        assert_eq!(post(&sandbox, &admin(&sandbox), body.clone()).delivery, Delivery::Whole);
        let response = post(&sandbox, &admin(&sandbox), body.clone());
        assert_eq!((response.status, response.delivery), (status, delivery), "{effect}");
        let count = labels(&sandbox).as_array().unwrap().len();
        assert_eq!(count, if ran { 3 } else { 2 }, "{effect}");
        let created =
            sandbox.ledger().iter().filter(|entry| entry.operation == "createWorkspace").count();
        assert_eq!(created, if ran { 2 } else { 1 }, "{effect}");
        assert_eq!(post(&sandbox, &admin(&sandbox), body).status, 200, "it holds for one call");
    }
}

#[test]
fn an_error_after_the_write_leaves_the_row() {
    let sandbox = faulty("createWorkspace:1:error-after");
    let (text, code) = error(&sandbox, &admin(&sandbox), CREATE, json!({}));
    assert_eq!(
        (text.as_str(), code.as_str()),
        ("13 INTERNAL: failed to validate token", "INTERNAL_SERVER_ERROR")
    );
    assert_eq!(labels(&sandbox), json!(["Sandbox", "Data"]));
}

#[test]
fn fields_after_a_stopped_call_do_not_run() {
    let sandbox = faulty("createWorkspace:2:drop-before");
    let query = "mutation { a: createWorkspace(label: \"a\") { id } b: createWorkspace(label: \"b\") { id } c: createWorkspace(label: \"c\") { id } }";
    let response = post(&sandbox, &admin(&sandbox), json!({ "query": query }).to_string());
    assert_eq!(response.delivery, Delivery::Dropped);
    assert_eq!(labels(&sandbox), json!(["Sandbox", "a"]));
}

#[test]
fn answers_can_be_late() {
    let sandbox = faulty("workspaces:1:delay=300ms");
    for slow in [true, false] {
        let start = Instant::now();
        labels(&sandbox);
        assert_eq!(start.elapsed() >= Duration::from_millis(300), slow);
    }
}

#[test]
fn a_service_account_can_lose_its_role_as_on_the_old_server() {
    let sandbox = faulty("createWorkspace:*:repoint-binding");
    let key = system_key(&sandbox, "SYSTEM_ADMIN");
    let made = data(&sandbox, &key, CREATE, json!({}));
    let (text, _) = error(&sandbox, &key, "{ users { id } }", json!({}));
    assert_eq!(text, "Insufficient permissions.");
    // It keeps its role in the object that it created.
    let query = "mutation($w: Uuid!) { createDeployment(workspaceUuid: $w, type: \"airflow\", label: \"etl\") { id } }";
    data(&sandbox, &key, query, json!({ "w": made["createWorkspace"]["id"] }));
    // Users keep all their roles.
    data(&sandbox, &admin(&sandbox), CREATE, json!({}));
    data(&sandbox, &admin(&sandbox), "{ users { id } }", json!({}));
}

#[test]
fn the_legacy_query_can_fail_as_on_the_old_server() {
    let sandbox = Sandbox::in_memory().unwrap();
    sandbox.inject("serviceAccounts:*:no-bindings".parse().unwrap());
    let query = "query($w: Uuid) { serviceAccounts(entityType: WORKSPACE, entityUuid: $w) { id } }";
    let (text, code) = error(&sandbox, &admin(&sandbox), query, json!({ "w": WORKSPACE_ID }));
    assert_eq!(text, "Cannot read property 'roleBindings' of undefined");
    assert_eq!(code, "INTERNAL_SERVER_ERROR");
}

#[test]
fn the_ledger_names_what_was_executed() {
    let sandbox = Sandbox::in_memory().unwrap();
    ask(&sandbox, &admin(&sandbox), CREATE, json!({}));
    ask(&sandbox, "", CREATE, json!({}));
    ask(&sandbox, "", "{ nope }", json!({}));
    let entries: Vec<_> = sandbox
        .ledger()
        .into_iter()
        .map(|entry| (entry.operation, entry.arguments, entry.account.is_some(), entry.refusal))
        .collect();
    let create = |is_known, refusal: Option<&str>| {
        let name = "createWorkspace".to_owned();
        (name, json!({ "label": "Data" }), is_known, refusal.map(str::to_owned))
    };
    assert_eq!(entries, [create(true, None), create(false, Some("Insufficient permissions."))]);
}

#[test]
fn the_ledger_keeps_as_many_as_asked() {
    let sandbox = Sandbox::builder().ledger(2).in_memory().unwrap();
    for label in ["one", "two", "three"] {
        let create = format!("mutation {{ createWorkspace(label: \"{label}\") {{ id }} }}");
        ask(&sandbox, &admin(&sandbox), &create, json!({}));
    }
    let labels: Vec<_> = sandbox.ledger().into_iter().map(|it| it.arguments).collect();
    assert_eq!(labels, [json!({ "label": "two" }), json!({ "label": "three" })]);
}

#[tokio::test]
async fn connections_end_as_the_rule_says() {
    let sandbox = faulty("workspaces:1:drop-after");
    sandbox.inject("workspaces:2:truncate".parse().unwrap());
    sandbox.inject("workspaces:3:502".parse().unwrap());
    let server = sandbox.listen().await.unwrap();
    let url = server.url();
    let headers =
        format!("authorization: {}\r\ncontent-type: application/json\r\n", server.token());
    let body = "{\"query\": \"{ workspaces { id label } }\"}";
    let dropped = tokio::spawn({
        let (url, headers) = (url.clone(), headers.clone());
        async move { send(address(&url), "POST", "/v1", &headers, body).await }
    });
    assert!(dropped.await.unwrap_err().is_panic(), "there was an answer");
    let (head, half) = send(address(&url), "POST", "/v1", &headers, body).await;
    let length: usize =
        head.split("content-length: ").nth(1).unwrap().lines().next().unwrap().parse().unwrap();
    assert_eq!(half.len(), length / 2, "{half}");
    let (head, page) = send(address(&url), "POST", "/v1", &headers, body).await;
    assert!(head.starts_with("http/1.1 502") && head.contains("text/html"), "{head}");
    assert!(page.contains("502 Bad Gateway"), "{page}");
    let (head, _) = send(address(&url), "POST", "/v1", &headers, body).await;
    assert!(head.starts_with("http/1.1 200"), "{head}");
}
