use houston_sandbox::{Request, WORKSPACE_ID};
use serde_json::{Value, json};

use crate::{admin, post, sandbox};

#[test]
fn bodies_that_are_not_requests_get_pages() {
    let sandbox = sandbox();
    let long = format!(
        "{{\"query\": \"{{ appConfig {{ version }} }}\", \"x\": \"{}\"}}",
        "x".repeat(102_400)
    );
    for (body, status, part) in [
        ("{\"query\": ", 400, "SyntaxError"),
        ("\"text\"", 400, "SyntaxError"),
        ("{\"variables\": {}}", 400, "Must provide query string."),
        ("{\"query\": null}", 400, "Must provide query string."),
        ("{\"query\": \"\"}", 400, "Must provide query string."),
        ("{\"query\": 1}", 400, "GraphQL queries must be strings."),
        ("{\"query\": \"{a}\", \"variables\": \"{\"}", 400, "Variables are invalid JSON."),
        ("", 500, "POST body missing"),
        ("{}", 500, "POST body missing"),
        ("[]", 500, "POST body missing"),
        (&long, 413, "request entity too large"),
    ] {
        let response = post(&sandbox, "", body);
        let text = String::from_utf8(response.body).unwrap();
        assert_eq!(
            (response.status, response.content_type),
            (status, "text/html; charset=utf-8"),
            "{text}"
        );
        assert!(text.contains(part), "{text}");
    }
}

#[test]
fn body_of_exactly_the_limit_is_read() {
    let sandbox = sandbox();
    let mut body = json!({ "query": "{ appConfig { version } }" }).to_string();
    body.push_str(&" ".repeat(102_400 - body.len()));
    assert_eq!(post(&sandbox, "", body.clone()).status, 200);
    body.push(' ');
    assert_eq!(post(&sandbox, "", body).status, 413);
}

#[test]
fn content_type_is_looked_at() {
    let sandbox = sandbox();
    for (content_type, status) in [
        (Some("application/json"), 200),
        (Some("Application/JSON; charset=UTF-8"), 200),
        (Some("application/json; charset=latin1"), 415),
        (Some("application/graphql"), 500),
        (None, 500),
    ] {
        let response = sandbox.handle(Request {
            content_type: content_type.map(str::to_owned),
            body: json!({ "query": "{ appConfig { version } }" }).to_string().into(),
            ..Request::default()
        });
        assert_eq!(response.status, status, "{content_type:?}");
    }
}

#[test]
fn batch_is_answered_with_an_array() {
    let body =
        json!([{ "query": "{ appConfig { version } }" }, { "query": "{ nope }" }]).to_string();
    let response = post(&sandbox(), "", body);
    let answers: Value = serde_json::from_slice(&response.body).unwrap();
    assert_eq!(response.status, 200);
    assert_eq!(answers[0], json!({ "data": { "appConfig": { "version": "0.23.12" } } }));
    assert_eq!(answers[1]["errors"][0]["extensions"]["code"], "GRAPHQL_VALIDATION_FAILED");
}

#[test]
fn batch_with_invalid_items() {
    let sandbox = sandbox();
    let body = json!([1, { "query": "" }, { "query": "{ appConfig { version } }" }]).to_string();
    let response = post(&sandbox, "", body);
    let answers: Value = serde_json::from_slice(&response.body).unwrap();
    assert_eq!(response.status, 200);
    let missing = json!({ "errors": [{
        "message": "Must provide query string.",
        "extensions": { "code": "INTERNAL_SERVER_ERROR" },
    }] });
    assert_eq!((&answers[0], &answers[1]), (&missing, &missing));
    assert!(answers[2]["errors"].is_null());
    let response = post(&sandbox, "", "[null]");
    assert_eq!((response.status, response.content_type), (500, "application/json; charset=utf-8"));
    assert!(
        String::from_utf8_lossy(&response.body).contains("Cannot read property 'query' of null")
    );
}

#[test]
fn a_query_that_is_named_by_its_hash_alone_is_not_known() {
    let body = json!({ "extensions": { "persistedQuery": { "version": 1, "sha256Hash": "x" } } });
    let response = post(&sandbox(), "", body.to_string());
    let answer: Value = serde_json::from_slice(&response.body).unwrap();
    assert_eq!(response.status, 200);
    assert_eq!(answer["errors"][0]["message"], "PersistedQueryNotFound");
    assert_eq!(answer["errors"][0]["extensions"]["code"], "PERSISTED_QUERY_NOT_FOUND");
}

#[test]
fn a_byte_order_mark_is_skipped() {
    let body = format!("\u{feff}{}", json!({ "query": "{ appConfig { version } }" }));
    assert_eq!(post(&sandbox(), "", body).status, 200);
}

#[test]
fn variables_may_come_as_text() {
    let query = "query($e: String) { appConfig { version } users(user: { email: $e }) { id } }";
    let body = json!({ "query": query, "variables": "{\"e\": 1}" }).to_string();
    assert_eq!(post(&sandbox(), "", body).status, 400);
}

/// serde_json treats this key as its own, and its value as JSON text.
#[test]
fn a_private_key_of_the_reader_is_a_key_like_others() {
    let sandbox = sandbox();
    let key = "$serde_json::private::RawValue";
    let mut nested = json!([]);
    for _ in 0..12 {
        nested = json!({ key: format!("{}{nested}{}", "[".repeat(100), "]".repeat(100)) });
        if nested.to_string().len() > 40_000 {
            break;
        }
    }
    let wrapped = json!({ key: "{\"query\": \"{ __typename }\"}" }).to_string();
    assert_eq!(post(&sandbox, "", wrapped).status, 400);
    let query = "mutation($w: Uuid!, $c: JSON) {
        createDeployment(workspaceUuid: $w, type: \"airflow\", label: \"etl\", config: $c) { config }
    }";
    let config = json!({ "executor": "LocalExecutor", "labels": { key: "[1]" }, "nested": nested });
    let arguments = json!({ "w": WORKSPACE_ID, "c": config });
    // In variables, in variables that are a text, and in a row that is read again.
    for variables in [arguments.clone(), arguments.to_string().into()] {
        let sandbox = self::sandbox();
        let body = json!({ "query": query, "variables": variables }).to_string();
        let response = post(&sandbox, &admin(&sandbox), body);
        // Not read as JSON here, since this test's serde_json would also treat the key as its own.
        assert!(response.body.starts_with(b"{\"data\""));
        let found = post(&sandbox, &admin(&sandbox), "{\"query\": \"{ deployments { config } }\"}");
        let text = String::from_utf8(found.body).unwrap();
        assert!(text.contains(r#"{"$serde_json::private::RawValue":"[1]"}"#), "{text}");
    }
}
