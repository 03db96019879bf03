//! Callers who may not ask the query over all objects: a workspace's own administrator.

use houston_sandbox::WORKSPACE_ID;
use serde_json::Value;

use crate::environment::Environment;
use crate::rows_platform::Platform;

/// A workspace's administrator, and the id of its deployment.
fn administrator(platform: &Platform) -> (Environment, String) {
    let account = format!(
        "createWorkspaceServiceAccount --workspace-uuid {WORKSPACE_ID} --label ci --role WORKSPACE_ADMIN"
    );
    let made: Value = serde_json::from_str(&platform.user.line(&account).stdout).unwrap();
    let user = platform.user_with(made["apiKey"].as_str().unwrap());
    let create = format!(
        "createDeployment --type airflow --workspace-uuid {WORKSPACE_ID} --label a --properties.extra_au 3 --fields id"
    );
    let made: Value = serde_json::from_str(&platform.user.line(&create).stdout).unwrap();
    (user, made["id"].as_str().unwrap().to_owned())
}

#[test]
fn a_deployment_is_found_in_its_workspace() {
    let platform = Platform::start(&[]);
    platform.workspace("other");
    let (user, id) = administrator(&platform);
    let lines = [
        "deployments --fields id".to_owned(),
        format!(
            "updateDeployment --deployment-uuid {id} --payload.label b --merge --fields label,properties"
        ),
        format!(
            "deploymentAlertsUpdate --deployment-uuid {id} --alert-emails b@b.c --merge --fields id"
        ),
        format!(
            "reconcile updateDeployment --deployment-uuid {id} --payload.label b --merge --fields label"
        ),
        "updateDeployment --deployment-uuid none --payload.label b --merge".to_owned(),
        format!("deleteDeployment --deployment-uuid {id} --yes --if-absent ok --fields label"),
        format!("deleteDeployment --deployment-uuid {id} --yes --if-absent ok --fields label"),
        format!("reconcile deleteDeployment --deployment-uuid {id} --if-absent ok --yes"),
    ];
    let shown = user.session(&lines.each_ref().map(String::as_str));
    insta::assert_snapshot!("found_in_a_workspace", shown.replace(&id, "[ID]"));
}

/// The flags of the original call may be repeated.
#[test]
fn reconcile_takes_the_flags_of_the_original_call() {
    let platform = Platform::start(&[]);
    let (_, id) = administrator(&platform);
    let create = format!("createDeployment --type airflow --workspace-uuid {WORKSPACE_ID} --label");
    for (line, code) in [
        (format!("{create} a --if-exists check"), 0),
        (format!("{create} a --if-exists use --yes"), 0),
        (format!("{create} b --if-exists fail"), 4),
        (format!("deleteDeployment --deployment-uuid {id} --if-absent ok --yes"), 4),
        (format!("{create} a --if-exists nope"), 2),
        (format!("{create} a --if-absent ok"), 2),
    ] {
        let ran = platform.user.line(&format!("reconcile {line}"));
        assert_eq!(ran.code, code, "{ran}");
    }
    let help = platform.user.line("reconcile createDeployment --help").stdout;
    assert!(!help.contains("--if-exists"), "{help}");
}
