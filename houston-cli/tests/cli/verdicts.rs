//! `reconcile`: the verdict and its exit code, whatever the answer is and however it is shown.

use houston_client::SCHEMA;
use houston_tests::sample;
use houston_tests::server::Server;
use serde_json::{Value, json};

use crate::environment::{Environment, Ran};

fn reconcile(line: &str, data: &Value) -> Ran {
    let server = Server::answering("200 OK", &json!({ "data": data }).to_string());
    Environment::new().set("HOUSTON_URL", &server.url).line(&format!("reconcile {line}"))
}

const CREATE: &str = "createDeployment --type airflow --label a --workspace-uuid w";
const DELETE: &str = "deleteDeployment --deployment-uuid d1";

fn deployment(given: &Value) -> Value {
    sample::object(&SCHEMA, "Deployment", given)
}

fn created(more: &Value) -> Value {
    let mut row = json!({
        "id": "d1", "label": "a", "type": "airflow", "createdAt": "2026-11-28T10:00:00.000Z",
    });
    row.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
    json!({ "workspaceDeployments": [deployment(&row)] })
}

#[test]
fn the_output_does_not_change_the_verdict() {
    let gone = json!({ "deployments": [] });
    let still = json!({ "deployments": [deployment(&json!({ "id": "d1", "label": "a" }))] });
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
    note: what exists cannot be shown: the answer has no value
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
      workspaceDeployments: the answer does not match the request at /data/workspaceDeployments/0/status: it is missing; The server ran the request.
    See what exists with `houston workspaceDeployments`.
    [exit: 7]
    ");
    // Without a label, it is another object.
    let other = json!({ "workspaceDeployments": [deployment(&json!({ "label": null }))] });
    assert_eq!(reconcile(&format!("{CREATE} --fields status"), &other).code, 4);
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
    let sizes = "--executor LocalExecutor --workers.replicas 2 --config.executor LocalExecutor";
    let line = format!("{CREATE} {sizes} --release-name mine --fields id");
    let workers = |replicas: u8| json!({ "replicas": replicas });
    let config = json!({ "executor": "LocalExecutor", "more": 1 });
    let same = json!({ "executor": "LocalExecutor", "workers": workers(2), "config": config });
    assert_eq!(reconcile(&line, &created(&same)).code, 0);
    let other = json!({ "executor": "CeleryExecutor", "workers": workers(1), "config": config });
    insta::assert_snapshot!(reconcile(&line, &created(&other)), @r#"
    [
      {
        "id": "d1"
      }
    ]
    ------- stderr -------
    error: cannot tell whether createDeployment took effect [outcome-unknown]
      the object exists with other values: executor is CeleryExecutor, and LocalExecutor was given; workers.replicas is 1, and 2 was given
    It can be older, or another call has changed it since: compare its createdAt with the time of the call.
    [exit: 7]
    "#);
    let mut lacking = created(&same);
    lacking["workspaceDeployments"][0].as_object_mut().unwrap().remove("workers");
    assert_eq!(reconcile(&line, &lacking).code, 7);
}

/// Each row: the command line, the query and a row of its answer, the exit code, and a part of what is said.
#[test]
fn values_are_compared_as_the_server_stores_them() {
    let deployment = |more: &str| format!("{CREATE} {more}");
    let update = |more: &str| format!("updateDeployment --deployment-uuid d1 {more}");
    let account = |role: &str| {
        format!("createWorkspaceServiceAccount --workspace-uuid w --label a --role {role}")
    };
    let replicas = |number: u8, config: Value| {
        let limits = json!({ "default": number, "limit": 4 });
        json!({ "config": config, "scheduler": { "replicas": limits } })
    };
    let stored = |number: u8| json!({ "scheduler": { "replicas": number } });
    let sizes = |cpu: Value| {
        let resources =
            json!({ "limits": { "cpu": cpu, "memory": "1920Mi" }, "requests": { "cpu": "1m" } });
        json!({ "config": { "scheduler": { "resources": resources } } })
    };
    let given = r#"--config {"scheduler":{"resources":{"limits":{"cpu":500,"memory":1920},"requests":{"cpu":400}}}}"#;
    let role = |role: &str| json!({ "roleBindings": [{ "role": role }] });
    let emails = |emails: &[&str]| json!({ "alertEmails": emails });
    let (deployments, accounts) = ("workspaceDeployments", "workspaceServiceAccounts");
    let member =
        |role: &str| format!("workspaceAddUser --workspace-uuid w --email Ada@X.org --role {role}");
    let user = |bindings: Value| json!({ "emails": [{ "address": "ada@x.org" }], "roleBindings": bindings });
    let binding = |of: &str, role: &str| json!({ "workspace": { "id": of }, "role": role });
    let elsewhere =
        json!([binding("w2", "WORKSPACE_ADMIN"), { "workspace": null, "role": "USER" }]);
    let here = json!([binding("w2", "WORKSPACE_ADMIN"), binding("w", "WORKSPACE_EDITOR")]);
    for (line, query, mut row, code, said) in [
        (
            deployment("--scheduler.replicas 2"),
            deployments,
            replicas(2, stored(2)),
            0,
            "took effect: the object exists",
        ),
        (
            deployment("--scheduler.replicas 2"),
            deployments,
            replicas(1, stored(1)),
            7,
            "scheduler.replicas is 1, and 2 was given",
        ),
        (
            deployment("--scheduler.replicas 2"),
            deployments,
            replicas(2, json!({})),
            0,
            "; scheduler.replicas was not compared",
        ),
        (
            deployment("--release-name foo-bar"),
            deployments,
            json!({ "releaseName": "x" }),
            0,
            "; releaseName was not compared",
        ),
        (deployment(given), deployments, sizes(json!("500m")), 0, "took effect"),
        (deployment(given), deployments, sizes(json!("600m")), 7, "cpu is 600m, and 500 was given"),
        (deployment(given), deployments, sizes(json!([500])), 7, "in another form"),
        (
            CREATE.replace("airflow", "custom"),
            deployments,
            json!({ "type": "airflow" }),
            0,
            "the object exists;",
        ),
        (deployment("--description x"), deployments, json!({ "description": 5 }), 7, "cannot tell"),
        (
            deployment("--description Abc"),
            deployments,
            json!({ "description": "abc" }),
            7,
            "in another form",
        ),
        (
            deployment("--description x"),
            deployments,
            json!({ "description": "y" }),
            7,
            "description is y",
        ),
        (
            CREATE.to_owned(),
            deployments,
            json!({ "label": "A" }),
            7,
            "but for upper and lower case",
        ),
        (CREATE.to_owned(), deployments, json!({ "label": 5 }), 7, "cannot tell"),
        (CREATE.to_owned(), deployments, json!({ "label": "b" }), 4, "no matching object"),
        (
            "inviteUser --email Q1@Example.com".to_owned(),
            "invites",
            json!({ "email": "q1@example.com" }),
            0,
            "took effect",
        ),
        (
            "inviteUser --email q1@example.com".to_owned(),
            "invites",
            json!({ "email": "Q1@example.com" }),
            0,
            "took effect",
        ),
        (
            "inviteUser --email q2@example.com".to_owned(),
            "invites",
            json!({ "email": "q1@example.com" }),
            4,
            "no matching object",
        ),
        (
            account("WORKSPACE_ADMIN"),
            accounts,
            role("WORKSPACE_ADMIN"),
            0,
            "took effect: the object exists;",
        ),
        (
            account("WORKSPACE_ADMIN"),
            accounts,
            role("WORKSPACE_EDITOR"),
            7,
            "role is WORKSPACE_EDITOR, and WORKSPACE_ADMIN was given",
        ),
        (account("WORKSPACE_ADMIN"), accounts, json!({ "roleBindings": [] }), 7, "role is empty"),
        (account("WORKSPACE_ADMIN"), accounts, json!({ "roleBindings": null }), 7, "cannot tell"),
        (
            update("--payload.label a"),
            "deployments",
            json!({}),
            0,
            "the object has the given values",
        ),
        (
            update("--payload.label b"),
            "deployments",
            json!({}),
            4,
            "payload.label is a, and b was given",
        ),
        (
            update("--sync true"),
            "deployments",
            json!({}),
            7,
            "none of the given values can be read back",
        ),
        (
            update("--cloud-role x"),
            "deployments",
            json!({}),
            7,
            "none of the given values can be read back",
        ),
        (
            update("--payload.label a --cloud-role x"),
            "deployments",
            json!({}),
            0,
            "; cloudRole was not compared",
        ),
        (
            "deploymentAlertsUpdate --deployment-uuid d1 --alert-emails b@c.d,a@b.c".to_owned(),
            "deployments",
            emails(&["a@b.c", "b@c.d"]),
            0,
            "the object has the given values",
        ),
        (
            "deploymentAlertsUpdate --deployment-uuid d1 --alert-emails a@b.c".to_owned(),
            "deployments",
            emails(&["x@b.c"]),
            4,
            "alertEmails is",
        ),
        (
            "deploymentAlertsUpdate --deployment-uuid d1 --alert-emails a@b.c".to_owned(),
            "deployments",
            emails(&["A@b.c"]),
            7,
            "in another form",
        ),
        (
            member("WORKSPACE_EDITOR"),
            "workspaceUsers",
            user(here.clone()),
            0,
            "took effect: the object exists",
        ),
        (
            member("WORKSPACE_ADMIN"),
            "workspaceUsers",
            user(here.clone()),
            7,
            "role is WORKSPACE_EDITOR",
        ),
        (member("WORKSPACE_ADMIN"), "workspaceUsers", user(elsewhere), 7, "workspaceInvites"),
        (member("WORKSPACE_ADMIN"), "workspaceUsers", user(json!(null)), 7, "cannot tell"),
        (
            member("WORKSPACE_ADMIN").replace("AddUser", "UpdateUserRole"),
            "workspaceUsers",
            user(here),
            4,
            "role is WORKSPACE_EDITOR",
        ),
    ] {
        row["createdAt"] = json!("2026-11-28T10:00:00.000Z");
        row["id"] = json!("d1");
        if row.get("label").is_none() {
            row["label"] = json!("a");
        }
        let ty = SCHEMA.operation(query).unwrap().type_ref().name();
        let row = sample::object(&SCHEMA, ty, &row);
        let ran = reconcile(&format!("{line} --fields id"), &json!({ query: [row] }));
        let shown = ran.to_string();
        assert!(ran.code == code && shown.contains(said), "{line}: {shown}");
    }
}
