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
