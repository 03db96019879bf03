//! `--as-rows` and `--rows` together: what is written is read.

use houston_sandbox::WORKSPACE_ID;
use serde_json::Value;

use crate::environment::Ran;
use crate::rows_platform::{Platform, outcomes};

/// A platform with something of everything, and the ids of a second workspace and of a deployment.
fn filled() -> (Platform, String, String) {
    let platform = Platform::start(&[]);
    let two = platform.workspace("two");
    let made = |line: &str| {
        let ran = platform.user.line(line);
        assert_eq!(ran.code, 0, "{ran}");
        serde_json::from_str::<Value>(&ran.stdout).unwrap()["id"].as_str().unwrap().to_owned()
    };
    let create =
        format!("createDeployment --type airflow --workspace-uuid {WORKSPACE_ID} --fields id");
    let deployment = made(&format!(
        "{create} --label a,\"b\" --executor LocalExecutor --workers.replicas 2 --description =1+1 --properties.extra_au 3"
    ));
    made(&format!("{create} --label b --scheduler.resources.limits.cpu 600"));
    made(&format!(
        "createWorkspaceServiceAccount --label sa --role WORKSPACE_EDITOR --workspace-uuid {WORKSPACE_ID} --fields id"
    ));
    made(&format!(
        "createDeploymentServiceAccount --label sb --category c --role DEPLOYMENT_EDITOR --deployment-uuid {deployment} --fields id"
    ));
    made("inviteUser --email i@x.io --fields id");
    (platform, two, deployment)
}

/// Writes what a query lists, and gives it to the creation.
fn round(platform: &Platform, query: &str, creation: &str, format: &str, more: &str) -> (Ran, Ran) {
    let written = platform.user.line(&format!("{query} --as-rows {creation} -o {format}"));
    assert_eq!(written.code, 0, "{written}");
    let line =
        format!("{creation} --rows - --rows-format {format} --no-journal --jobs 1 -o ndjson{more}");
    let words: Vec<&str> = line.split(' ').collect();
    let read = platform.user.with_stdin(&words, &written.stdout);
    (written, read)
}

#[test]
fn what_is_written_exists() {
    let (platform, _, deployment) = filled();
    let one = |query: &str, creation: &str, more: &str, count: usize| {
        for format in ["csv", "ndjson", "json"] {
            let more = format!(" --if-exists check{more}");
            let (written, read) = round(&platform, query, creation, format, &more);
            let is_it = (read.code, outcomes(&read)) == (0, vec!["exists".to_owned(); count]);
            assert!(is_it, "{query} {creation}: {written}\n{read}");
        }
    };
    let workspace = format!("--workspace-uuid {WORKSPACE_ID}");
    let password = " --password @env:HOUSTON_TOKEN";
    one("deployments", "createDeployment", "", 2);
    one(&format!("workspaceDeployments {workspace}"), "createDeployment", "", 2);
    one("workspaces", "createWorkspace", "", 2);
    one("users", "createUser", password, 1);
    one("users", "createSystemRoleBinding", "", 1);
    one("invites", "inviteUser", "", 1);
    one(&format!("workspaceUsers {workspace}"), "workspaceAddUser", "", 1);
    let deployment_users = format!("deploymentUsers --deployment-id {deployment}");
    one(&deployment_users, "deploymentAddUserRole", "", 1);
    let accounts = format!("workspaceServiceAccounts {workspace}");
    one(&accounts, "createWorkspaceServiceAccount", "", 1);
    let accounts = format!("deploymentServiceAccounts --deployment-uuid {deployment}");
    one(&accounts, "createDeploymentServiceAccount", "", 1);
    let accounts = format!("serviceAccounts --entity-type WORKSPACE --entity-uuid {WORKSPACE_ID}");
    one(&accounts, "createServiceAccount", "", 1);
}

#[test]
fn what_is_written_is_made_in_another_workspace() {
    let (platform, two, _) = filled();
    let query = format!("workspaceDeployments --workspace-uuid {WORKSPACE_ID}");
    let rows = |of: &str, without: &str| {
        let line = format!(
            "workspaceDeployments --workspace-uuid {of} --as-rows createDeployment -o json"
        );
        platform.user.line(&line).stdout.replace(without, "W")
    };
    let first = rows(WORKSPACE_ID, WORKSPACE_ID);
    let more = " --ignore-columns workspaceUuid --workspace-uuid @find:label=two --if-exists check";
    for (format, outcome) in [("csv", "done"), ("ndjson", "exists"), ("json", "exists")] {
        let (_, read) = round(&platform, &query, "createDeployment", format, more);
        assert_eq!(outcomes(&read), [outcome, outcome], "{read}");
        assert_eq!(rows(&two, &two), first);
    }
    // The workspace is a column of its own.
    let three = platform.workspace("three");
    let csv = platform.user.line(&format!("{query} --as-rows createDeployment")).stdout;
    let csv = csv.replace("workspaceUuid", "workspace").replace(WORKSPACE_ID, "three");
    let file = platform.file("d.csv", &csv);
    let words =
        ["createDeployment", "--rows", &file, "--workspace-uuid", "@find:label={workspace}"];
    let ran = platform.user.run(&[&words[..], &["--jobs", "1"]].concat());
    assert_eq!(outcomes(&ran), ["done", "done"], "{ran}");
    assert_eq!(rows(&three, &three), first);
}
