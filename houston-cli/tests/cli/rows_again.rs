//! Rows that may have run, and objects that are not theirs.

use std::time::Duration;

use houston_sandbox::WORKSPACE_ID;

use crate::rows_platform::{Platform, labels, outcomes, rows};

/// More than the time by which clocks may differ.
const LONGER: Duration = Duration::from_millis(5_200);

fn fault(platform: &Platform, rule: &str) {
    platform.sandbox.inject(rule.parse().unwrap());
}

fn rename(platform: &Platform, id: &str, label: &str) {
    platform.ask(&format!(
        "mutation {{ updateWorkspace(workspaceUuid: \"{id}\", payload: {{label: \"{label}\"}}) {{ id }} }}"
    ));
}

#[test]
fn a_deletion_that_may_have_run_is_not_sent_for_another_object() {
    let platform = Platform::start(&["deleteWorkspace:*:drop-after"]);
    for label in ["etl1", "etl2"] {
        platform.workspace(label);
    }
    let file = labels(&platform, 2);
    let words = ["deleteWorkspace", "--rows", &file, "--workspace-uuid", "@find:label={label}"];
    let words = [&words[..], &["--yes"]].concat();
    assert_eq!(outcomes(&platform.user.run(&words)), ["unknown"; 2]);
    platform.workspace("etl1");
    for more in [&[][..], &["--rerun-unknown"]] {
        let again = platform.user.run(&[&words[..], more].concat());
        assert_eq!((again.code, outcomes(&again)), (0, vec!["done".to_owned(); 2]), "{again}");
    }
    assert_eq!(platform.ran("deleteWorkspace").len(), 2);
}

#[test]
fn a_creation_that_may_have_run_is_looked_up_where_it_was_sent() {
    let platform =
        Platform::start(&["createDeployment:1:drop-after", "createDeployment:2:drop-before"]);
    let ids = ["one", "two"].map(|label| platform.workspace(label));
    let file = platform.file("d.csv", "label,ws\na,one\nb,two\n");
    let words = ["createDeployment", "--rows", &file, "--type", "airflow", "--jobs", "1"];
    let words = [&words[..], &["--workspace-uuid", "@find:label={ws}"]].concat();
    assert_eq!(outcomes(&platform.user.run(&words)), ["unknown"; 2]);
    for (id, label) in ids.iter().zip(["one", "two"]) {
        rename(&platform, id, &format!("{label} of old"));
    }
    let other = platform.workspace("one");
    rename(&platform, &other, "two");
    for more in [&[][..], &["--rerun-unknown"]] {
        let again = platform.user.run(&[&words[..], more].concat());
        assert_eq!(
            (again.code, outcomes(&again)),
            (9, ["exists", "unknown"].map(str::to_owned).to_vec()),
            "{again}"
        );
        let error = rows(&again)[1]["error"].as_str().unwrap().to_owned();
        let error = error.replace(&ids[1], "[OLD]").replace(&other, "[NEW]");
        insta::allow_duplicates! {
            insta::assert_snapshot!(error, @"it may have run in an earlier run, and it is not sent again, because --workspace-uuid was [OLD], and is [NEW] now; `houston runs remove` forgets the run, and a changed row is a new row");
        }
    }
    // The journal still has the first id.
    rename(&platform, &other, "three");
    let none = platform.user.run(&words);
    let error = rows(&none)[1]["error"].as_str().unwrap().replace(&ids[1], "[OLD]");
    assert!(error.contains("because --workspace-uuid was [OLD], and now --workspace-uuid: workspaces shows no object with label=two"), "{error}");
    rename(&platform, &ids[1], "two");
    let last = platform.user.run(&words);
    assert_eq!(
        (last.code, outcomes(&last)),
        (0, ["exists", "done"].map(str::to_owned).to_vec()),
        "{last}"
    );
    assert_eq!(platform.ran("createDeployment").len(), 2);
}

/// Another account has the label: an older one, or one with another role.
#[test]
fn an_account_of_another_call_is_not_that_of_a_row() {
    let platform = Platform::start(&["createWorkspaceServiceAccount:3:drop-before"]);
    fault(&platform, "createWorkspaceServiceAccount:4:drop-before");
    let make = |label: &str, role: &str| {
        let made = platform.ask(&format!(
            "mutation {{ createWorkspaceServiceAccount(workspaceUuid: \"{WORKSPACE_ID}\", label: \"{label}\", role: {role}) {{ id apiKey }} }}"
        ));
        made["createWorkspaceServiceAccount"]["apiKey"].as_str().unwrap().to_owned()
    };
    let older = make("etl1", "WORKSPACE_VIEWER");
    std::thread::sleep(LONGER);
    let other = make("etl2", "WORKSPACE_ADMIN");
    let file = labels(&platform, 2);
    let words = ["createWorkspaceServiceAccount", "--rows", &file, "--role", "WORKSPACE_VIEWER"];
    let words = [&words[..], &["--workspace-uuid", WORKSPACE_ID, "--jobs", "1"]].concat();
    let first = platform.user.run(&words);
    assert_eq!(outcomes(&first), ["unknown"; 2], "{first}");
    for more in [&[][..], &["--rerun-unknown"]] {
        let again = platform.user.run(&[&words[..], more].concat());
        assert_eq!((again.code, outcomes(&again)), (9, vec!["unknown".to_owned(); 2]), "{again}");
        assert!(!again.all().contains(&older) && !again.all().contains(&other), "{again}");
        let errors = rows(&again).iter().map(|row| row["error"].to_string()).collect::<Vec<_>>();
        let errors = errors.join("\n");
        assert!(
            errors.contains("the object with its key is older: it was created at 20"),
            "{errors}"
        );
        assert!(
            errors
                .contains("has other values: role: wanted WORKSPACE_VIEWER, found WORKSPACE_ADMIN"),
            "{errors}"
        );
    }
    assert_eq!(platform.ran("createWorkspaceServiceAccount").len(), 2);
}

/// What counts is when the row was first sent, and not when a run noted that it is unknown.
#[test]
fn the_time_of_a_row_is_that_of_its_first_attempt() {
    let platform = Platform::start(&["createWorkspace:1:drop-after", "workspaces:1:502"]);
    let file = labels(&platform, 1);
    let words = ["createWorkspace", "--rows", &file];
    assert_eq!(outcomes(&platform.user.run(&words)), ["unknown"]);
    std::thread::sleep(LONGER);
    let failed = platform.user.run(&[&words[..], &["--retries", "0"]].concat());
    assert_eq!(outcomes(&failed), ["unknown"], "{failed}");
    let again = platform.user.run(&[&words[..], &["--rerun-unknown"]].concat());
    assert_eq!((again.code, outcomes(&again)), (0, vec!["exists".to_owned()]), "{again}");
    assert_eq!(platform.ran("createWorkspace").len(), 1);
}

#[test]
fn rows_that_ran_in_part_are_not_to_be_retried_and_another_choice_is_told() {
    let platform = Platform::start(&["createWorkspaceServiceAccount:1:drop-after"]);
    let file = labels(&platform, 1);
    let words = ["createWorkspaceServiceAccount", "--rows", &file, "--role", "WORKSPACE_VIEWER"];
    let words = [&words[..], &["--workspace-uuid", WORKSPACE_ID]].concat();
    assert_eq!(outcomes(&platform.user.run(&words)), ["unknown"]);
    platform.sandbox.clock().advance(Duration::from_secs(11 * 60));
    for more in [&[][..], &["--retry-failed"], &["--if-exists", "use"]] {
        let again = platform.user.run(&[&words[..], more].concat());
        assert_eq!((again.code, outcomes(&again)), (8, vec!["partial".to_owned()]), "{again}");
        let next = "Rows that are `partial` ran, and `--retry-failed` does not run them again: read with a query what their answers lack.";
        assert!(again.stderr.contains(next), "{again}");
        assert!(!again.stderr.contains("same command again"), "{again}");
        let note = "note: since the journal was begun, --if-exists changed from (none) to use\n";
        assert_eq!(again.stderr.contains(note), more.contains(&"use"), "{again}");
    }
}
