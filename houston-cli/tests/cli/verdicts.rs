//! `reconcile`: the verdict and its exit code, whatever the answer is and however it is shown.

use houston_tests::server::Server;
use serde_json::{Value, json};

use crate::environment::{Environment, Ran};

fn reconcile(line: &str, data: &Value) -> Ran {
    let server = Server::answering("200 OK", &json!({ "data": data }).to_string());
    Environment::new().set("HOUSTON_URL", &server.url).line(&format!("reconcile {line}"))
}

const CREATE: &str = "createDeployment --type airflow --label a --workspace-uuid w";
const DELETE: &str = "deleteDeployment --deployment-uuid d1";

fn created(more: &Value) -> Value {
    let mut row = json!({
        "id": "d1", "label": "a", "type": "airflow", "createdAt": "2026-11-28T10:00:00.000Z",
    });
    row.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
    json!({ "workspaceDeployments": [row] })
}

#[test]
fn the_output_does_not_change_the_verdict() {
    let gone = json!({ "deployments": [] });
    let still = json!({ "deployments": [{ "id": "d1", "label": "a", "createdAt": null }] });
    let there = created(&json!({}));
    let other = json!({ "workspaceDeployments": [] });
    let lines = [(DELETE, &gone, 0), (DELETE, &still, 4), (CREATE, &there, 0), (CREATE, &other, 4)];
    for (line, data, code) in lines {
        for output in [
            "--fields id",
            "--fields id -o value",
            "-o value",
            "--jq .nope.x",
            "--jq error",
            "-o csv",
            "-o envelope",
        ] {
            let ran = reconcile(&format!("{line} {output}"), data);
            assert_eq!(ran.code, code, "{line} {output}: {ran}");
        }
    }
    insta::assert_snapshot!(reconcile(&format!("{CREATE} --fields id -o value"), &there), @"
    d1
    ------- stderr -------
    createDeployment took effect: the object exists; `createdAt` is [TIME], to compare with the time of the call
    [exit: 0]
    ");
    insta::assert_snapshot!(reconcile(&format!("{DELETE} -o value"), &gone), @"
    ------- stderr -------
    note: what exists cannot be shown: the answer is not a single value
    deleteDeployment has nothing left to do: the object is gone, or was never there
    [exit: 0]
    ");
    insta::assert_snapshot!(reconcile(&format!("{CREATE} --fields id --jq error"), &there), @"
    ------- stderr -------
    note: what exists cannot be shown: --jq failed on the answer; …
    createDeployment took effect: the object exists; `createdAt` is [TIME], to compare with the time of the call
    [exit: 0]
    ");
}

#[test]
fn an_answer_that_cannot_be_read_is_unknown() {
    let rows = [
        json!(null),
        json!([null]),
        json!("x"),
        json!({}),
        json!([{}]),
        json!([1]),
        json!([[]]),
        json!([{"label": "a"}]),
        json!(7),
        json!(false),
    ];
    for row in rows {
        for (line, query) in [(CREATE, "workspaceDeployments"), (DELETE, "deployments")] {
            let ran = reconcile(&format!("{line} --fields status"), &json!({ query: row.clone() }));
            assert_eq!(ran.code, 7, "{line} {row}: {ran}");
        }
    }
    let lacking = json!({ "workspaceDeployments": [{ "label": "a" }] });
    insta::assert_snapshot!(reconcile(&format!("{CREATE} --fields status"), &lacking), @"
    ------- stderr -------
    error: cannot tell whether createDeployment took effect [outcome-unknown]
      the answer lacks createdAt, which was selected
    See what exists with `houston workspaceDeployments`.
    [exit: 7]
    ");
    for row in [json!([{"id": "d1"}]), json!([{"label": null}])] {
        let ran = reconcile(
            &format!("{CREATE} --fields status"),
            &json!({ "workspaceDeployments": row.clone() }),
        );
        assert_eq!(ran.code, if row[0].get("label").is_some() { 4 } else { 7 }, "{row}: {ran}");
    }
    for row in [json!({}), json!([]), json!("x"), json!({"label": "a"})] {
        let ran = reconcile(
            "deleteWorkspace --workspace-uuid w --fields label",
            &json!({ "workspace": row }),
        );
        assert_eq!(ran.code, 7, "{row}: {ran}");
    }
    let ran = reconcile(
        "deleteWorkspace --workspace-uuid w --fields label",
        &json!({ "workspace": null }),
    );
    insta::assert_snapshot!(ran, @"
        null
        ------- stderr -------
        deleteWorkspace has nothing left to do: the object is gone, or was never there
        [exit: 0]
        ");
}

#[test]
fn the_given_values_are_compared() {
    let sizes = "--executor LocalExecutor --scheduler.replicas 2 --config.executor LocalExecutor";
    let line = format!("{CREATE} {sizes} --release-name mine --fields id");
    let scheduler = |replicas: u8| json!({ "replicas": replicas });
    let config = json!({ "executor": "LocalExecutor", "more": 1 });
    let same = json!({ "executor": "LocalExecutor", "scheduler": scheduler(2), "config": config });
    assert_eq!(reconcile(&line, &created(&same)).code, 0);
    let other =
        json!({ "executor": "CeleryExecutor", "scheduler": scheduler(1), "config": config });
    insta::assert_snapshot!(reconcile(&line, &created(&other)), @r#"
    [
      {
        "id": "d1"
      }
    ]
    ------- stderr -------
    error: createDeployment did not take effect: the object exists with other values: executor is CeleryExecutor, and LocalExecutor was given; scheduler.replicas is 1, and 2 was given [not-happened]
    If it was sent just now, the server may still run it: check again before you repeat it.
    [exit: 4]
    "#);
    let lacking = json!({ "executor": "LocalExecutor", "config": config });
    assert_eq!(reconcile(&line, &created(&lacking)).code, 7);
}

/// Each row: the command line, the query and a row of its answer, and the exit code.
#[test]
fn what_the_server_stores_in_another_form_proves_nothing() {
    let deployment = |more: &str| format!("{CREATE} {more}");
    let replicas = json!({ "replicas": { "default": 2, "limit": 4 } });
    let limits = json!({ "scheduler": { "resources": { "limits": { "cpu": "500m" } } } });
    let sizes = r#"--config {"scheduler":{"resources":{"limits":{"cpu":500}}}}"#;
    let invite = "inviteUser --email Q1@Example.com".to_owned();
    let deployments = "workspaceDeployments";
    for (line, query, mut row, code) in [
        // The server ignores the type.
        (CREATE.replace("airflow", "custom"), deployments, json!({ "type": "airflow" }), 0),
        (deployment("--scheduler.replicas 2"), deployments, json!({ "scheduler": replicas }), 7),
        (deployment(sizes), deployments, json!({ "config": limits }), 7),
        (deployment("--description x"), deployments, json!({ "description": 5 }), 7),
        (deployment("--description Abc"), deployments, json!({ "description": "abc" }), 7),
        (deployment("--description x"), deployments, json!({ "description": "y" }), 4),
        (CREATE.to_owned(), deployments, json!({ "label": "A" }), 7),
        (CREATE.to_owned(), deployments, json!({ "label": 5 }), 7),
        (CREATE.to_owned(), deployments, json!({ "label": "b" }), 4),
        (invite.clone(), "invites", json!({ "email": "q1@example.com" }), 7),
        (invite, "invites", json!({ "email": "q2@example.com" }), 4),
    ] {
        row["createdAt"] = json!("2026-11-28T10:00:00.000Z");
        if let (None, "workspaceDeployments") = (row.get("label"), query) {
            row["label"] = json!("a");
        }
        let ran = reconcile(&format!("{line} --fields id"), &json!({ query: [row] }));
        assert_eq!(ran.code, code, "{line}: {ran}");
    }
}
