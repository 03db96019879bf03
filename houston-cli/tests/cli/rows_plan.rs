//! What a plan of rows tells, and what is said of rows that failed.

use houston_sandbox::WORKSPACE_ID;
use serde_json::Value;

use crate::rows_platform::{Platform, deployments, labels, outcomes, rows, said};

#[test]
fn a_plan_says_what_exists_already() {
    let platform = Platform::start(&[]);
    let file = labels(&platform, 2);
    assert_eq!(platform.user.run(&deployments(&labels(&platform, 1))).code, 0);
    let file = platform.file("p.csv", &std::fs::read_to_string(file).unwrap().replace("etl2", "n"));
    let plan = platform.user.run(&[&deployments(&file)[..], &["--dry-run"]].concat());
    let refused = rows(&plan);
    assert_eq!((plan.code, outcomes(&plan)), (8, ["refused".to_owned()].to_vec()), "{plan}");
    assert_eq!(refused[0]["code"], "already-exists", "{plan}");
    // The server makes a second workspace of a label.
    let file = platform.file("w.csv", "label\nSandbox\nOther\n");
    let plan = platform.user.run(&["createWorkspace", "--rows", &file, "--dry-run"]);
    assert_eq!((plan.code, outcomes(&plan)), (12, vec!["would-create".to_owned(); 2]), "{plan}");
    let notes = |at: usize| rows(&plan)[at]["notes"].to_string();
    assert!(notes(0).contains("warning: it already exists") && notes(1) == "[]", "{plan}");
    insta::assert_snapshot!(said(&platform, &plan), @"
    2 rows: 2 would-create
    note: a plan does not know whether the server will allow it: permissions and settings, such as closed sign-up, are checked when the rows run
    error: createWorkspace: the plan has 2 to create [would-change]
    To apply the plan, run the same command without `--dry-run`.
    [exit: 12]
    ");
}

#[test]
fn a_plan_says_what_would_change() {
    let platform = Platform::start(&[]);
    let users = platform.user.answer(&["users", "--fields", "emails.address"]);
    let email = users[0]["emails"][0]["address"].as_str().unwrap();
    let role = |role: &str| {
        let file = platform
            .file("r.csv", &format!("email,role,workspaceUuid\n{email},{role},{WORKSPACE_ID}\n"));
        platform.user.run(&["workspaceUpdateUserRole", "--rows", &file, "--dry-run"])
    };
    let (same, other) = (role("WORKSPACE_ADMIN"), role("WORKSPACE_VIEWER"));
    assert_eq!((same.code, outcomes(&same)), (0, vec!["exists".to_owned()]), "{same}");
    assert_eq!((other.code, outcomes(&other)), (12, vec!["would-change".to_owned()]), "{other}");
    let notes = rows(&other)[0]["notes"].clone();
    assert_eq!(notes[0], "role: wanted WORKSPACE_VIEWER, found WORKSPACE_ADMIN", "{other}");
}

#[test]
fn rows_that_failed_before_are_tried_again_only_if_asked() {
    let platform = Platform::start(&[]);
    let file = platform.file("d.csv", "label,workspace\na,Team\n");
    let flags = ["--type", "airflow", "--workspace-uuid", "@find:label={workspace}"];
    let words = [&["createDeployment", "--rows", &file][..], &flags].concat();
    assert_eq!(platform.user.run(&words).code, 8);
    platform.workspace("Team");
    let plan = platform.user.run(&[&words[..], &["--dry-run"]].concat());
    insta::assert_snapshot!(said(&platform, &plan), @"
    1 row: 1 not-sent
    error: createDeployment: 1 of 1 row failed [rows-failed]
      row 1: --workspace-uuid: workspaces shows no object with label=Team [not-found]
      1 row failed in an earlier run, and did not run again.
    Check the ids in the arguments: `houston workspaceDeployments` and `houston workspaces` list the existing objects.
    Fix that, then make the plan again with `--dry-run --retry-failed`: without `--retry-failed`, a plan repeats how these rows failed. No mutation was sent.
    [exit: 8]
    ");
    let plan = platform.user.run(&[&words[..], &["--dry-run", "--retry-failed"]].concat());
    assert_eq!((plan.code, outcomes(&plan)), (12, vec!["would-create".to_owned()]), "{plan}");
    let ran = platform.user.run(&words);
    insta::assert_snapshot!(said(&platform, &ran), @"
    note: resuming the run that started at [TIME]
    1 row: 1 not-sent
    error: createDeployment: 1 of 1 row failed [rows-failed]
      row 1: --workspace-uuid: workspaces shows no object with label=Team [not-found]
      1 row failed in an earlier run, and did not run again.
    Check the ids in the arguments: `houston workspaceDeployments` and `houston workspaces` list the existing objects.
    Fix that, then run the same command again with `--retry-failed`: rows that are done do not run again.
    [exit: 8]
    ");
    let ran = platform.user.run(&[&words[..], &["--retry-failed"]].concat());
    assert_eq!((ran.code, outcomes(&ran)), (0, vec!["done".to_owned()]), "{ran}");
    let list: Value =
        serde_json::from_str(&platform.user.run(&["runs", "list", "-o", "json"]).stdout).unwrap();
    let name = list[0]["name"].as_str().unwrap();
    let shown = platform.user.run(&["runs", "show", name]);
    assert!(shown.code == 0 && !shown.stdout.contains("not-found"), "{shown}");
}

#[test]
fn rows_say_what_single_calls_say() {
    let platform = Platform::start(&[]);
    let file = labels(&platform, 1);
    assert_eq!(platform.user.run(&deployments(&file)).code, 0);
    let again = ["--no-journal", "--if-exists", "check", "--description", "other"];
    let ran = platform.user.run(&[&deployments(&file)[..], &again].concat());
    let error = rows(&ran)[0]["error"].as_str().unwrap().to_owned();
    assert!(error.contains("description: wanted other, found"), "{ran}");
    let ran = platform.user.run(&[&deployments(&file)[..], &["--no-journal"]].concat());
    insta::assert_snapshot!(said(&platform, &ran), @"
    1 row: 1 refused
    error: createDeployment: 1 of 1 row failed [rows-failed]
      row 1: Workspace already has a deployment named etl1 (BAD_USER_INPUT) at createDeployment [already-exists]
    Choose another label, or use the existing Deployment: `houston workspaceDeployments` shows it. An earlier call that failed may have created it.
    `--if-exists use` takes what exists as it is; `--if-exists check` compares it with what is given first.
    Fix that, then run the rows that failed again: without a journal, the same command runs all rows.
    [exit: 8]
    ");
}

#[test]
fn an_invite_is_told_and_is_there_the_second_time() {
    let platform = Platform::start(&[]);
    let file = platform.file(
        "u.csv",
        &format!("email,role,workspaceUuid\nnew@example.com,WORKSPACE_VIEWER,{WORKSPACE_ID}\n"),
    );
    let words = ["workspaceAddUser", "--rows", &file, "--no-journal", "--if-exists", "check"];
    let first = platform.user.run(&words);
    let notes = rows(&first)[0]["notes"].to_string();
    assert_eq!((first.code, outcomes(&first)), (0, vec!["done".to_owned()]), "{first}");
    assert!(notes.contains("an open Invite"), "{first}");
    assert_eq!(rows(&first)[0]["id"], Value::Null, "{first}");
    let second = platform.user.run(&words);
    assert_eq!((second.code, outcomes(&second)), (0, vec!["exists".to_owned()]), "{second}");
    let single = [
        "workspaceAddUser",
        "--email",
        "one@example.com",
        "--role",
        "WORKSPACE_VIEWER",
        "--workspace-uuid",
        WORKSPACE_ID,
    ];
    let ran = platform.user.run(&single);
    assert!(ran.code == 0 && ran.stderr.contains("an open Invite"), "{ran}");
}

#[test]
fn what_is_deleted_is_shown_with_its_label() {
    let platform = Platform::start(&[]);
    let file = platform.file("g.csv", "deploymentUuid,label\nck1,etl1\n");
    let words =
        ["deleteDeployment", "--rows", &file, "--ignore-columns", "label", "--if-absent", "ok"];
    let ran = platform.user.run(&[&words[..], &["--yes"]].concat());
    assert_eq!(rows(&ran)[0]["key"], "deploymentUuid=ck1 label=etl1", "{ran}");
    assert_eq!((ran.code, outcomes(&ran)), (0, vec!["gone".to_owned()]), "{ran}");
}
