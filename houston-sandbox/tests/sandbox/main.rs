//! Tests of the sandbox through its public interface. They use the network only on this machine.
#![allow(clippy::unwrap_used, reason = "a test may panic")]

mod accounts;
mod bodies;
mod configuration;
mod deployments;
mod faults;
mod hostile;
mod http;
mod introspection;
mod invites;
mod logs;
mod members;
mod permissions;
mod platform;
mod refused;
mod seeds;
mod settings;
mod sign_in;
mod socket;
mod socket_faults;
mod sockets;
mod states;
mod store;
mod story;
mod streams;
mod variables;
mod visibility;

use houston_sandbox::{Request, Response, Sandbox};
use serde_json::{Value, json};

fn sandbox() -> Sandbox {
    Sandbox::in_memory().unwrap()
}

fn post(sandbox: &Sandbox, token: &str, body: impl Into<Vec<u8>>) -> Response {
    sandbox.handle(Request {
        authorization: Some(token.to_owned()).filter(|token| !token.is_empty()),
        content_type: Some("application/json".to_owned()),
        body: body.into(),
    })
}

/// Returns the status and the JSON of an answer. An empty token is not sent.
fn ask(sandbox: &Sandbox, token: &str, query: &str, variables: Value) -> (u16, Value) {
    let body = json!({ "query": query, "variables": variables }).to_string();
    let response = post(sandbox, token, body);
    (response.status, serde_json::from_slice(&response.body).unwrap())
}

/// Returns the `data` of an answer without errors.
fn data(sandbox: &Sandbox, token: &str, query: &str, variables: Value) -> Value {
    let (status, mut answer) = ask(sandbox, token, query, variables);
    assert_eq!((status, &answer["errors"]), (200, &Value::Null), "{query}");
    answer["data"].take()
}

/// Returns message and code of the only error of an answer with status 200.
fn error(sandbox: &Sandbox, token: &str, query: &str, variables: Value) -> (String, String) {
    let (status, answer) = ask(sandbox, token, query, variables);
    assert_eq!(
        (status, answer["errors"].as_array().map_or(0, Vec::len)),
        (200, 1),
        "{query}: {answer}"
    );
    let error = &answer["errors"][0];
    (text(&error["message"]), text(&error["extensions"]["code"]))
}

fn text(value: &Value) -> String {
    value.as_str().unwrap_or_else(|| panic!("not a text: {value}")).to_owned()
}

/// The administrator's token.
fn admin(sandbox: &Sandbox) -> String {
    sandbox.administrator_token().to_owned()
}

/// Creates a system account, and returns its key.
fn system_key(sandbox: &Sandbox, role: &str) -> String {
    let query = "mutation($l: String!, $r: Role!) { createSystemServiceAccount(label: $l, role: $r) { apiKey } }";
    let made = data(sandbox, &admin(sandbox), query, json!({ "l": role, "r": role }));
    text(&made["createSystemServiceAccount"]["apiKey"])
}

/// Creates a deployment in a workspace, and returns its id.
fn deployment(sandbox: &Sandbox, token: &str, workspace: &str, label: &str) -> String {
    let query = "mutation($w: Uuid!, $l: String!) {
        createDeployment(workspaceUuid: $w, type: \"airflow\", label: $l) { id }
    }";
    text(
        &data(sandbox, token, query, json!({ "w": workspace, "l": label }))["createDeployment"]["id"],
    )
}

/// A refusal's message and code.
fn refusal(message: &str, code: &str) -> (String, String) {
    (message.to_owned(), code.to_owned())
}

fn not_found() -> (String, String) {
    refusal("The requested resource was not found", "RESOURCE_NOT_FOUND")
}

fn not_allowed() -> (String, String) {
    refusal("Insufficient permissions.", "INTERNAL_SERVER_ERROR")
}

/// Invites a user who signs up, and returns the user's id and token.
fn user(sandbox: &Sandbox, address: &str) -> (String, String) {
    let invite = "mutation($e: String!) { inviteUser(email: $e) { token } }";
    let invited = data(sandbox, &admin(sandbox), invite, json!({ "e": address }));
    let create = "mutation($e: String!, $i: String) {
        createUser(email: $e, password: \"secret\", inviteToken: $i) { user { id } token { value } }
    }";
    let arguments = json!({ "e": address, "i": invited["inviteUser"]["token"] });
    let made = data(sandbox, "", create, arguments);
    let made = &made["createUser"];
    (text(&made["user"]["id"]), text(&made["token"]["value"]))
}
