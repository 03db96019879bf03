//! `reconcile`: what a verdict rests on, and how the envelope says it.

use houston_client::SCHEMA;
use houston_tests::sample;
use houston_tests::server::Server;
use serde_json::{Value, json};

use crate::environment::Environment;

const CREATED: &str = "2026-01-02T10:00:00.000Z";

fn object(query: &str, row: &Value) -> Value {
    sample::object(&SCHEMA, SCHEMA.operation(query).unwrap().type_ref().name(), row)
}

/// Each row: the command line, the answer, the exit code, the outcome, and a part of what is said.
#[test]
fn a_verdict_rests_on_what_the_server_keeps_unique_and_shows() {
    let workspace = |times: &[&str]| {
        let rows = times.iter().map(|time| {
            object("workspaces", &json!({ "id": "w1", "label": "a", "createdAt": time }))
        });
        json!({ "data": { "workspaces": rows.collect::<Vec<_>>() } })
    };
    let deployment = |more: Value| {
        let mut row = json!({ "id": "d1", "label": "a", "createdAt": CREATED });
        row.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
        let row = object("deployments", &row);
        json!({ "data": { "workspaceDeployments": [row], "deployments": [row] } })
    };
    let refused =
        |text: &str| json!({ "data": null, "errors": [{ "message": text, "path": ["x"] }] });
    let gone = refused("The requested resource was not found");
    let hidden = refused("You do not have the appropriate permissions to do that");
    let none = json!({ "data": { "workspaceUsers": [] } });
    let create = |more: &str| format!("createWorkspace --label a{more}");
    let deploy =
        |more: &str| format!("createDeployment --workspace-uuid w --type airflow --label a{more}");
    let member =
        |name: &str| format!("{name} --workspace-uuid w --email a@b.c --role WORKSPACE_EDITOR");
    let later = "2026-01-02T11:00:00Z";
    for (line, answer, code, outcome, said) in [
        (create(""), workspace(&[CREATED]), 7, "unknown", "can be older than the call"),
        (create(" --since 2026-01-02T09:59:59Z"), workspace(&[CREATED]), 0, "done", "took effect"),
        (
            create(" --since 2026-01-02T10:00:03Z"),
            workspace(&[CREATED]),
            7,
            "unknown",
            "can be older",
        ),
        (create(&format!(" --since {later}")), workspace(&[CREATED]), 4, "refused", "is older"),
        (create(" --since 10m"), workspace(&[CREATED]), 4, "refused", "is older"),
        (
            create(" --since 2026-01-02T09:00:00Z"),
            workspace(&[CREATED, CREATED]),
            7,
            "unknown",
            "several",
        ),
        (
            create(&format!(" --since {later}")),
            workspace(&[CREATED, "2026-01-02T12:00:00Z"]),
            0,
            "done",
            "",
        ),
        (create(""), workspace(&[]), 4, "refused", "no matching object"),
        (create(" --since 10m"), workspace(&[]), 4, "refused", "no matching object"),
        (create(" --since tomorrow"), workspace(&[]), 2, "unknown", "expected a time"),
        (member("workspaceAddUser"), none.clone(), 7, "unknown", "workspaceInvites"),
        (member("workspaceUpdateUserRole"), none.clone(), 7, "unknown", "workspaceInvites"),
        (
            format!("{} --since 1h", member("workspaceAddUser")),
            none.clone(),
            2,
            "unknown",
            "--since",
        ),
        ("workspaceRemoveUser --workspace-uuid w --user-uuid u".to_owned(), none, 0, "done", ""),
        ("deleteWorkspace --workspace-uuid w".to_owned(), gone.clone(), 0, "done", "nothing left"),
        (
            "deleteWorkspace --workspace-uuid w".to_owned(),
            hidden.clone(),
            7,
            "unknown",
            "permissions",
        ),
        ("updateSelf --payload.full-name x".to_owned(), gone, 7, "unknown", "not found"),
        (create(""), hidden, 7, "unknown", "permissions"),
        (deploy(""), deployment(json!({})), 0, "done", "took effect"),
        (
            deploy(" --description x"),
            deployment(json!({ "description": "y" })),
            7,
            "unknown",
            "description is y",
        ),
        (
            deploy(&format!(" --since {later} --description x")),
            deployment(json!({ "description": "y" })),
            4,
            "refused",
            "is older",
        ),
        (
            "updateDeployment --deployment-uuid d1 --payload.label a --null executor".to_owned(),
            deployment(json!({})),
            0,
            "done",
            "executor was not compared",
        ),
        (
            "updateDeployment --deployment-uuid d1 --config {}".to_owned(),
            deployment(json!({})),
            7,
            "unknown",
            "none of the given values",
        ),
        (
            r#"updateDeployment --deployment-uuid d1 --payload {"properties":{}}"#.to_owned(),
            deployment(json!({})),
            7,
            "unknown",
            "none of the given values",
        ),
        (
            "updateDeploymentAirflow --deployment-uuid d1 --desired-airflow-version 2.0.0"
                .to_owned(),
            deployment(json!({ "desiredAirflowVersion": "1.10.10" })),
            7,
            "unknown",
            "another call has changed",
        ),
    ] {
        let server = Server::answering("200 OK", &answer.to_string());
        let ran = Environment::new()
            .set("HOUSTON_URL", &server.url)
            .line(&format!("reconcile {line} -o envelope"));
        let envelope: Value = serde_json::from_str(&ran.stdout).unwrap_or_default();
        let is_said =
            ran.code == code && envelope["exit"] == code && envelope["outcome"] == outcome;
        assert!(is_said && ran.stderr.contains(said), "{line}: {ran}");
    }
}

/// The error names the time of the call where only that can settle it.
#[test]
fn the_next_step_has_the_time_of_the_call() {
    let server = Server::answering("502 Bad Gateway", "");
    let user = Environment::new().set("HOUSTON_URL", &server.url);
    let ran = user.line("createWorkspace --label a");
    let said = "`houston reconcile createWorkspace --since 20";
    assert!(ran.code == 7 && ran.stderr.contains(said), "{ran}");
}
