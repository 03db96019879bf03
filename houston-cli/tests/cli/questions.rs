//! Questions before something is deleted, on a terminal.

use houston_sandbox::WORKSPACE_ID;
use serde_json::Value;

use crate::environment::Environment;
use crate::prompts::Terminal;

/// Answers the question of a call, and returns everything that was shown.
fn answered(user: &Environment, call: &str, prompt: &str, keys: &str) -> String {
    // A terminal of this width does not break the lines.
    let commands = format!("stty cols 300 rows 50; houston {call}; echo \"code $?\"");
    let mut terminal = Terminal::start(user, &commands);
    terminal.answer(prompt, keys);
    format!("$ {call}\n{}\n", terminal.end())
}

fn count(user: &Environment, query: &str) -> usize {
    let ran = user.line(&format!("{query} --sandbox --fields id -o json"));
    serde_json::from_str::<Value>(&ran.stdout).unwrap().as_array().map_or(0, Vec::len)
}

fn id(user: &Environment, call: &str) -> String {
    let ran = user.line(&format!("{call} --sandbox --fields id -o value"));
    assert_eq!(ran.code, 0, "{call}: {ran}");
    ran.stdout.trim().to_owned()
}

#[test]
fn a_workspace_is_confirmed_by_its_label() {
    let user = Environment::new();
    let deployment =
        format!("createDeployment --workspace-uuid {WORKSPACE_ID} --type airflow --label");
    for label in ["a", "b", "c"] {
        id(&user, &format!("{deployment} {label}"));
    }
    let call = format!("deleteWorkspace --workspace-uuid {WORKSPACE_ID} --sandbox --fields id");
    let prompt = "Delete workspace \"Sandbox\" (3 Deployments)? Type its label to confirm: ";
    let shown = ["Sandbo\r", "yes\r", "y\r", "\r", "\u{4}", "sandbox\r"].map(|keys| {
        let shown = answered(&user, &call, prompt, keys);
        assert_eq!(count(&user, "workspaces"), 1, "{keys:?}: {shown}");
        assert!(shown.contains("code 13"), "{shown}");
        shown
    });
    insta::assert_snapshot!(shown[0]);
    let shown = answered(&user, &call, prompt, "Sandbox\r");
    assert!(shown.contains("code 0"), "{shown}");
    assert_eq!(count(&user, "workspaces"), 0);
}

#[test]
fn a_deployment_says_what_goes_with_it() {
    let user = Environment::new();
    let create =
        format!("createDeployment --workspace-uuid {WORKSPACE_ID} --type airflow --label ETL");
    let deployment = id(&user, &create);
    let account = format!(
        "createDeploymentServiceAccount --deployment-uuid {deployment} --label ci --role DEPLOYMENT_VIEWER"
    );
    id(&user, &account);
    let call = format!("deleteDeployment --deployment-uuid {deployment} --sandbox --fields label");
    let shown = answered(&user, &call, "Type its label to confirm: ", "ETL\r");
    let release = shown.split("release \"").nth(1).unwrap().split('"').next().unwrap();
    let shown = shown.replace(release, "[NAME]").replace(&deployment, "[ID]");
    insta::assert_snapshot!(shown);
    assert_eq!(count(&user, "deployments"), 0);
}

#[test]
fn a_letter_is_enough_where_little_is_lost() {
    let user = Environment::new();
    let account = format!(
        "createWorkspaceServiceAccount --workspace-uuid {WORKSPACE_ID} --label ci --role WORKSPACE_VIEWER"
    );
    let account = id(&user, &account);
    let call = format!(
        "deleteWorkspaceServiceAccount --workspace-uuid {WORKSPACE_ID} --service-account-uuid {account} --sandbox --fields label"
    );
    let accounts = format!("workspaceServiceAccounts --workspace-uuid {WORKSPACE_ID}");
    let mut all = String::new();
    for (keys, left) in [("\r", 1), ("n\r", 1), ("\u{4}", 1), ("ci\r", 1), ("y\r", 0)] {
        let shown = answered(&user, &call, "[y/N] ", keys);
        assert_eq!(count(&user, &accounts), left, "{keys:?}: {shown}");
        all += &shown;
    }
    insta::assert_snapshot!(all.replace(&account, "[ID]"));
}

#[test]
fn the_question_fits_a_narrow_terminal() {
    let user = Environment::new();
    let call = format!("deleteWorkspace --workspace-uuid {WORKSPACE_ID} --sandbox");
    let commands = format!("stty cols 40 rows 50; houston {call}; echo \"code $?\"");
    let mut terminal = Terminal::start(&user, &commands);
    terminal.answer("Type its label to confirm: ", "no\r");
    let shown = terminal.end();
    assert!(shown.contains("Delete workspace \"Sandbox\"?\nType its label"), "{shown}");
}
