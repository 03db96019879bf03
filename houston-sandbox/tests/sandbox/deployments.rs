use houston_sandbox::WORKSPACE_ID;
use serde_json::{Value, json};

use crate::{admin, ask, data, deployment, error, sandbox, text};

pub(crate) const CREATE: &str = "mutation($l: String!, $c: JSON, $e: ExecutorType, $s: Scheduler, $p: JSON, $w: Uuid!) {
    createDeployment(workspaceUuid: $w, type: \"airflow\", label: $l, config: $c, executor: $e, scheduler: $s, properties: $p) {
        id label executor config properties releaseName version airflowVersion alertEmails urls { type url }
        scheduler { replicas { default } resources { limits { cpu memory } requests { cpu } } }
    } }";

pub(crate) const UPDATE: &str = "mutation($d: Uuid!, $p: JSON, $c: JSON) {
    updateDeployment(deploymentUuid: $d, payload: $p, config: $c) { label description version executor config properties }
}";

const DELETE: &str = "mutation($d: Uuid!) { deleteDeployment(deploymentUuid: $d) { id } }";

pub(crate) fn arguments(label: &str, more: Value) -> Value {
    let mut all = json!({ "w": WORKSPACE_ID, "l": label });
    for (name, value) in more.as_object().into_iter().flatten() {
        all[name] = value.clone();
    }
    all
}

#[test]
fn deployment_has_what_its_creator_asked_for() {
    let sandbox = sandbox();
    let more = json!({
        "c": { "executor": "LocalExecutor", "scheduler": { "replicas": 2, "resources": { "limits": { "cpu": 900 } } } },
        "s": { "resources": { "limits": { "memory": 3000 } } },
        "p": { "extra_au": 10, "alert_emails": ["a@b.c"] },
    });
    let made = data(&sandbox, &admin(&sandbox), CREATE, arguments("etl", more));
    let made = &made["createDeployment"];
    let release = text(&made["releaseName"]);
    assert_eq!(release.split('-').count(), 3, "{release}");
    let config = json!({
        "executor": "LocalExecutor",
        "scheduler": { "replicas": 2, "resources": { "limits": { "cpu": 900, "memory": 3000 } } },
    });
    for (field, expected) in [
        ("executor", json!("LocalExecutor")),
        ("config", config),
        ("properties", json!({ "extra_au": 10, "alert_emails": ["a@b.c"] })),
        ("airflowVersion", json!("1.10.15")),
        ("alertEmails", json!(["a@b.c"])),
        (
            "scheduler",
            json!({
                "replicas": { "default": 2 },
                "resources": { "limits": { "cpu": 900, "memory": 3000 }, "requests": { "cpu": 900 } },
            }),
        ),
        (
            "urls",
            json!([{ "type": "airflow", "url": format!("https://deployments.sandbox.localhost/{release}/airflow") }]),
        ),
    ] {
        assert_eq!(made[field], expected, "{field}");
    }
    // The type is required and ignored.
    let other = CREATE.replace("type: \"airflow\"", "type: \"nope\"").replace("id label", "type");
    let other = data(&sandbox, &admin(&sandbox), &other, arguments("other", json!({})));
    assert_eq!(other["createDeployment"]["type"], "airflow");
    let plain = data(&sandbox, &admin(&sandbox), CREATE, arguments("plain", json!({})));
    assert_eq!(plain["createDeployment"]["executor"], "CeleryExecutor");
    assert_eq!(plain["createDeployment"]["properties"], json!({ "alert_emails": [] }));
}

/// A literal of a custom scalar can contain variables with any values.
#[test]
fn variables_count_within_literals() {
    let sandbox = sandbox();
    let query = "mutation($w: Uuid!, $e: String, $v: JSON, $gone: JSON) {
        createDeployment(workspaceUuid: $w, type: \"airflow\", label: \"nested\",
            config: { executor: $e, list: [$v, [$gone]], gone: $gone, deep: { v: $v } }) { config }
    }";
    let value = json!({ "a key": [1, -2.5, null, true, "text"] });
    let variables = json!({ "w": WORKSPACE_ID, "e": "LocalExecutor", "v": value });
    let made = data(&sandbox, &admin(&sandbox), query, variables);
    assert_eq!(
        made["createDeployment"]["config"],
        json!({ "executor": "LocalExecutor", "list": [value, [null]], "deep": { "v": value } })
    );
}

#[test]
fn refused_deployments_leave_nothing_behind() {
    let sandbox = sandbox();
    let token = admin(&sandbox);
    deployment(&sandbox, &token, WORKSPACE_ID, "etl");
    for (label, more, message, code) in [
        ("etl", json!({}), "Workspace already has a deployment named etl", "BAD_USER_INPUT"),
        (
            "a",
            json!({ "c": { "executor": "Nope" } }),
            "Nope is not a valid executor",
            "BAD_USER_INPUT",
        ),
        ("a", json!({ "c": "{}" }), "config is not an object", "BAD_USER_INPUT"),
        (
            "a",
            json!({ "p": { "nope": 1 } }),
            "nope is not a valid deployment property",
            "INTERNAL_SERVER_ERROR",
        ),
        (
            "a",
            json!({ "c": { "scheduler": { "resources": { "limits": { "cpu": 3501 } } } } }),
            "Maximum CPU for pod exceeded",
            "INTERNAL_SERVER_ERROR",
        ),
        (
            "a",
            json!({ "w": "ckdoesnotexist00000000000" }),
            "Insufficient permissions.",
            "INTERNAL_SERVER_ERROR",
        ),
    ] {
        let refusal = error(&sandbox, &token, CREATE, arguments(label, more));
        assert_eq!(refusal, (message.to_owned(), code.to_owned()));
    }
    let listed = data(&sandbox, &token, "{ deployments { label } }", json!({}));
    assert_eq!(listed, json!({ "deployments": [{ "label": "etl" }] }));
}

#[test]
fn each_field_of_a_mutation_is_kept_or_not_by_itself() {
    let sandbox = sandbox();
    let token = admin(&sandbox);
    let create = |alias: &str, label: &str| {
        format!(
            "{alias}: createDeployment(workspaceUuid: \"{WORKSPACE_ID}\", type: \"airflow\", label: \"{label}\") {{ label }} "
        )
    };
    let query =
        format!("mutation {{ {}{}{} }}", create("a", "x"), create("b", "x"), create("c", "y"));
    let (status, answer) = ask(&sandbox, &token, &query, json!({}));
    assert_eq!(status, 200);
    assert_eq!(answer["data"], json!({ "a": { "label": "x" }, "b": null, "c": { "label": "y" } }));
    assert_eq!(answer["errors"][0]["path"], json!(["b"]));
    let listed = data(&sandbox, &token, "{ deployments { label } }", json!({}));
    assert_eq!(listed, json!({ "deployments": [{ "label": "x" }, { "label": "y" }] }));
}

#[test]
fn update_merges_the_configuration_and_replaces_the_properties() {
    let sandbox = sandbox();
    let token = admin(&sandbox);
    let more = json!({ "c": { "a": { "b": 1, "c": 2 } }, "p": { "extra_au": 3, "alert_emails": ["a@b.c"] } });
    let made = data(&sandbox, &token, CREATE, arguments("etl", more));
    let id = text(&made["createDeployment"]["id"]);
    let payload = json!({ "label": "elt", "description": "d", "version": "0.20.0", "releaseName": "mine-all-mine" });
    let changed =
        data(&sandbox, &token, UPDATE, json!({ "d": id, "p": payload, "c": { "a": { "b": 9 } } }));
    assert_eq!(
        changed["updateDeployment"],
        json!({
            "label": "elt",
            "description": "d",
            "version": "0.20.0",
            "executor": "CeleryExecutor",
            "config": { "a": { "b": 9, "c": 2 }, "executor": "CeleryExecutor" },
            "properties": { "alert_emails": ["a@b.c"] },
        })
    );
    let refusal = error(&sandbox, &token, UPDATE, json!({ "d": id, "c": { "executor": "Nope" } }));
    assert_eq!(refusal.0, "Nope is not a valid executor");
    deployment(&sandbox, &token, WORKSPACE_ID, "ml");
    let refusal = error(&sandbox, &token, UPDATE, json!({ "d": id, "p": { "label": "ml" } }));
    assert_eq!(refusal.0, "Workspace already has a deployment named ml");
}

#[test]
fn deleted_deployment_is_gone_and_its_label_is_free() {
    let sandbox = sandbox();
    let token = admin(&sandbox);
    let id = deployment(&sandbox, &token, WORKSPACE_ID, "etl");
    let key = "mutation($d: Uuid!) { createDeploymentServiceAccount(deploymentUuid: $d, label: \"ci\", role: DEPLOYMENT_ADMIN) { apiKey } }";
    let made = data(&sandbox, &token, key, json!({ "d": id }));
    let key = text(&made["createDeploymentServiceAccount"]["apiKey"]);
    data(&sandbox, &key, "{ self { isAdmin } }", json!({}));
    let find = "query($d: String) { deployment(where: { id: $d }) { label releaseName } }";
    let found = data(&sandbox, &token, find, json!({ "d": id }));
    let release = text(&found["deployment"]["releaseName"]);
    let by_name = "query($r: String!, $w: Uuid!) {
        workspaceDeployment(workspaceUuid: $w, releaseName: $r) { id }
        workspaceDeployments(workspaceUuid: $w, releaseName: $r) { id }
    }";
    let arguments = json!({ "r": release, "w": WORKSPACE_ID });
    assert_eq!(
        data(&sandbox, &token, by_name, arguments.clone()),
        json!({ "workspaceDeployment": { "id": id }, "workspaceDeployments": [{ "id": id }] })
    );

    // It is not found in another workspace.
    let other = "mutation { createWorkspace(label: \"other\") { id } }";
    let other = data(&sandbox, &token, other, json!({}))["createWorkspace"]["id"].take();
    let elsewhere = json!({ "r": release, "w": other });
    assert_eq!(
        ask(&sandbox, &token, by_name, elsewhere).1["data"],
        json!({ "workspaceDeployment": null, "workspaceDeployments": [] })
    );

    assert_eq!(
        data(&sandbox, &token, DELETE, json!({ "d": id })),
        json!({ "deleteDeployment": { "id": id } })
    );
    let gone = ("The requested resource was not found".to_owned(), "RESOURCE_NOT_FOUND".to_owned());
    assert_eq!(error(&sandbox, &token, find, json!({ "d": id })), gone);
    let (_, found) = ask(&sandbox, &token, by_name, arguments);
    assert_eq!(found["errors"][0]["extensions"]["code"], gone.1);
    assert_eq!(found["data"], json!({ "workspaceDeployment": null, "workspaceDeployments": [] }));
    assert_eq!(error(&sandbox, &token, DELETE, json!({ "d": id })), gone);
    assert_eq!(
        data(&sandbox, &token, "{ workspaces { deployments { id } } }", json!({})),
        json!({ "workspaces": [{ "deployments": [] }, { "deployments": [] }] })
    );
    assert_eq!(
        error(&sandbox, &key, "{ self { isAdmin } }", json!({})).0,
        "Insufficient permissions."
    );
    assert_ne!(deployment(&sandbox, &token, WORKSPACE_ID, "etl"), id);
}

#[test]
fn alerts_are_replaced_and_answered_with_the_id_alone() {
    let sandbox = sandbox();
    let token = admin(&sandbox);
    let id = deployment(&sandbox, &token, WORKSPACE_ID, "etl");
    let update = "mutation($d: Uuid!, $e: [String]) { deploymentAlertsUpdate(deploymentUuid: $d, alertEmails: $e) { id label urls { url } } }";
    let read = "query($d: String) { deployment(where: { id: $d }) { alertEmails } }";
    for (sent, expected) in [
        (json!(["a@b.c", "d@e.f"]), json!(["a@b.c", "d@e.f"])),
        (json!(["g@h.i"]), json!(["g@h.i"])),
        (Value::Null, json!(["g@h.i"])),
        (json!([]), json!([])),
    ] {
        assert_eq!(
            data(&sandbox, &token, update, json!({ "d": id, "e": sent })),
            json!({ "deploymentAlertsUpdate": { "id": id, "label": null, "urls": null } })
        );
        let found = data(&sandbox, &token, read, json!({ "d": id }));
        assert_eq!(found["deployment"]["alertEmails"], expected, "{sent}");
    }
    assert_eq!(
        error(&sandbox, &token, update, json!({ "d": id, "e": [null] })).0,
        "addresses for alerts are not a list of texts"
    );
    let whole = "mutation($d: Uuid!) { deploymentAlertsUpdate(deploymentUuid: $d, alertEmails: [\"x\"]) { createdAt } }";
    assert_eq!(
        error(&sandbox, &token, whole, json!({ "d": id })).0,
        "Cannot return null for non-nullable field Deployment.createdAt."
    );
    let found = data(&sandbox, &token, read, json!({ "d": id }));
    assert_eq!(found["deployment"]["alertEmails"], json!(["x"]));
}

#[test]
fn autoscaling_is_switched_in_the_configuration() {
    let sandbox = sandbox();
    let token = admin(&sandbox);
    let id = deployment(&sandbox, &token, WORKSPACE_ID, "etl");
    let update = "mutation($d: Uuid!, $s: Boolean!) { updateDeploymentKedaConfig(deploymentUuid: $d, state: $s) { config } }";
    for state in [true, false] {
        assert_eq!(
            data(&sandbox, &token, update, json!({ "d": id, "s": state })),
            json!({ "updateDeploymentKedaConfig": {
                "config": { "executor": "CeleryExecutor", "workers": { "keda": { "enabled": state } } },
            } })
        );
    }
}
