//! `--as-rows`: what exists, in the form that `--rows` reads.

use houston_sandbox::WORKSPACE_ID;
use serde_json::{Value, json};

use crate::environment::Environment;

/// A user of the sandbox with something of everything, the id of a second workspace, and that of a deployment.
fn filled() -> (Environment, String, String) {
    let user = Environment::new();
    let id = |line: &str| {
        let words: Vec<&str> = line.split(' ').chain(["--jq", ".id", "-o", "value"]).collect();
        let ran = user.run(&words);
        assert_eq!(ran.code, 0, "{ran}");
        ran.stdout.trim().to_owned()
    };
    let workspace = id("--sandbox createWorkspace --label two --description x,y");
    let create =
        format!("--sandbox createDeployment --type airflow --workspace-uuid {WORKSPACE_ID}");
    let deployment = id(&format!(
        "{create} --label a,\"b\" --executor LocalExecutor --workers.replicas 2 --description =1+1 --properties.extra_au 3"
    ));
    id(&format!("{create} --label b --scheduler.resources.limits.cpu 600"));
    id(&format!(
        "--sandbox createWorkspaceServiceAccount --label sa --role WORKSPACE_EDITOR --workspace-uuid {WORKSPACE_ID}"
    ));
    id("--sandbox inviteUser --email i@x.io");
    (user, workspace, deployment)
}

#[test]
fn what_exists_is_written_as_rows_of_its_creation() {
    let (user, workspace, deployment) = filled();
    let lines = [
        "deployments --as-rows createDeployment",
        &format!(
            "workspaceDeployments --workspace-uuid {WORKSPACE_ID} --as-rows createDeployment -o ndjson"
        ),
        &format!("workspaceDeployments --workspace-uuid {workspace} --as-rows createDeployment"),
        "workspaces --as-rows createWorkspace -o json",
        "users --as-rows createUser",
        "users --as-rows createSystemRoleBinding",
        "invites --as-rows inviteUser",
        &format!("workspaceUsers --workspace-uuid {workspace} --as-rows workspaceAddUser"),
        &format!("deploymentUsers --deployment-id {deployment} --as-rows deploymentAddUserRole"),
        &format!(
            "workspaceServiceAccounts --workspace-uuid {WORKSPACE_ID} --as-rows createWorkspaceServiceAccount"
        ),
        &format!(
            "workspaceServiceAccounts --workspace-uuid {WORKSPACE_ID} --as-rows createDeploymentServiceAccount"
        ),
        "deployments --as-rows createWorkspace",
        "deployments --as-rows createDeploymnt",
        "deployments --as-rows createDeployment -o table",
        "deployments --as-rows createDeployment --jq .",
        "deployments --as-rows createDeployment --fields id",
        "deployments --as-rows createDeployment --rows no-such.csv",
        "appConfig --as-rows createDeployment",
        "createWorkspace --label x --as-rows createWorkspace",
    ];
    let lines = lines.map(|line| format!("--sandbox {line}"));
    let shown = user.session(&lines.each_ref().map(String::as_str));
    let named = shown.replace(&workspace, "[ID of two]").replace(&deployment, "[ID of a]");
    insta::assert_snapshot!("as_rows", named);
}

#[test]
fn a_row_creates_the_same_again() {
    let (user, workspace, _) = filled();
    let rows = |of: &str| {
        let words = ["--sandbox", "workspaceDeployments", "--workspace-uuid", of];
        let ran =
            user.run(&[&words[..], &["--as-rows", "createDeployment", "-o", "json"]].concat());
        serde_json::from_str::<Vec<Value>>(&ran.stdout).unwrap()
    };
    let first = rows(WORKSPACE_ID);
    assert_eq!(first.len(), 2);
    for mut row in first.clone() {
        row["workspaceUuid"] = json!(workspace);
        // Without a value, an argument is not given.
        row.as_object_mut().unwrap().retain(|_, value| !value.is_null());
        let words = ["--sandbox", "createDeployment", "--input", "-"];
        let ran = user.with_stdin(&words, &row.to_string());
        assert_eq!((ran.code, &*ran.stderr), (0, ""), "{ran}");
    }
    let expected = first.into_iter().map(|mut row| {
        row["workspaceUuid"] = json!(workspace);
        row
    });
    assert_eq!(rows(&workspace), expected.collect::<Vec<_>>());
}
