//! Rows that an earlier run may have sent, and new keys.

use std::time::Duration;

use houston_sandbox::WORKSPACE_ID;
use serde_json::Value;

use crate::rows_platform::{Platform, deployments, labels, outcomes, rows, said};

#[test]
fn a_row_that_may_have_run_is_looked_up_by_the_next_run() {
    let faults = ["createDeployment:2:drop-after", "createDeployment:3:drop-before"];
    let platform = Platform::start(&faults);
    let file = labels(&platform, 4);
    let words = deployments(&file);
    let first = platform.user.run(&words);
    assert_eq!(outcomes(&first), ["done", "unknown", "unknown", "done"], "{first}");
    insta::assert_snapshot!(said(&platform, &first), @"
    4 rows: 2 done, 2 unknown
    error: createDeployment: 2 rows may have run [rows-unknown]
      2 rows, first row 2: no complete answer: the connection was closed before the answer was complete [outcome-unknown]
    Run the same command again: it looks up what those rows did. What cannot be looked up runs again with `--rerun-unknown`.
    [exit: 9]
    ");
    let second = platform.user.run(&words);
    assert_eq!(
        (second.code, outcomes(&second)),
        (0, ["done", "exists", "done", "done"].map(str::to_owned).to_vec()),
        "{second}"
    );
    assert!(platform.counts("createDeployment", "label").values().all(|count| *count == 1));
    assert_eq!(platform.counts("createDeployment", "label").len(), 4);
}

#[test]
fn what_cannot_be_looked_up_runs_again_only_if_asked() {
    let platform = Platform::start(&["createSystemServiceAccount:1:drop-after"]);
    let file = platform.file("a.csv", "label\nci\n");
    let words = ["createSystemServiceAccount", "--rows", &file, "--role", "SYSTEM_VIEWER"];
    let mut said = Vec::new();
    for _ in 0..2 {
        let ran = platform.user.run(&words);
        assert_eq!((ran.code, outcomes(&ran)), (9, vec!["unknown".to_owned()]), "{ran}");
        said.push(rows(&ran)[0]["error"].as_str().unwrap().to_owned());
    }
    assert_eq!(
        said[1],
        "it may have run in an earlier run, and no query shows what it did; if it ran, its key is lost: replace it"
    );
    assert_eq!(platform.ran("createSystemServiceAccount").len(), 1);
    // Labels are unique: the server refuses the second one. The first one may be older than the row.
    let again = platform.user.run(&[&words[..], &["--rerun-unknown"]].concat());
    assert_eq!((again.code, outcomes(&again)), (9, vec!["unknown".to_owned()]), "{again}");
    assert_eq!(
        rows(&again)[0]["error"],
        "it may have run in an earlier run, and the server has its object; no query shows whether that is the row's; if it is, its key is lost: replace it"
    );
    assert_eq!(platform.ran("createSystemServiceAccount").len(), 1);
}

/// Labels of workspaces are not unique: an older one is not the row's.
#[test]
fn an_older_object_is_not_that_of_a_row() {
    let platform = Platform::start(&[]);
    platform.workspace("etl1");
    for fault in ["1:drop-after", "2:drop-after", "3:drop-before"] {
        platform.sandbox.inject(format!("createWorkspace:{fault}").parse().unwrap());
    }
    let file = labels(&platform, 3);
    let words = ["createWorkspace", "--rows", &file, "--jobs", "1"];
    let user = &platform.user;
    assert_eq!(outcomes(&user.run(&words)), ["unknown"; 3]);
    // Both were created within the seconds by which clocks may differ.
    let again = user.run(&words);
    assert_eq!(
        (again.code, outcomes(&again)),
        (9, ["unknown", "exists", "unknown"].map(str::to_owned).to_vec()),
        "{again}"
    );
    let rerun = user.run(&[&words[..], &["--rerun-unknown"]].concat());
    assert_eq!(
        (rerun.code, outcomes(&rerun)),
        (0, ["done", "exists", "done"].map(str::to_owned).to_vec()),
        "{rerun}"
    );
    let reasons: Vec<_> = rows(&again).iter().map(|row| row["error"].clone()).collect();
    insta::assert_snapshot!(serde_json::to_string_pretty(&reasons).unwrap(), @r#"
    [
      "it may have run in an earlier run, and several objects have its key",
      null,
      "it may have run in an earlier run, and its object was not found, which proves nothing"
    ]
    "#);
}

#[test]
fn a_key_is_read_again_within_ten_minutes() {
    let accounts = |platform: &Platform, more: &[&str]| {
        let file = labels(platform, 2);
        let words = [
            "createWorkspaceServiceAccount",
            "--rows",
            &file,
            "--workspace-uuid",
            WORKSPACE_ID,
            "--role",
            "WORKSPACE_VIEWER",
            "--jobs",
            "1",
        ];
        platform.user.run(&[&words[..], more].concat())
    };
    let platform = Platform::start(&["createWorkspaceServiceAccount:1:drop-after"]);
    assert_eq!(outcomes(&accounts(&platform, &[])), ["unknown", "done"]);
    let again = accounts(&platform, &[]);
    assert_eq!((again.code, outcomes(&again)), (0, vec!["done".to_owned(); 2]), "{again}");
    let key = rows(&again)[0]["data"]["apiKey"].as_str().unwrap().to_owned();
    assert!(key.len() > 16 && !key.contains('*'), "{again}");
    for kept in std::fs::read_dir(platform.user.runs()).unwrap() {
        let text = std::fs::read_to_string(kept.unwrap().path()).unwrap();
        assert!(!text.contains(&key) && text.contains("label=etl1"), "{text}");
    }
    let platform = Platform::start(&["createWorkspaceServiceAccount:1:drop-after"]);
    assert_eq!(outcomes(&accounts(&platform, &[])), ["unknown", "done"]);
    platform.sandbox.clock().advance(Duration::from_secs(11 * 60));
    let late = accounts(&platform, &[]);
    assert_eq!(
        (late.code, outcomes(&late)),
        (8, ["partial", "done"].map(str::to_owned).to_vec()),
        "{late}"
    );
    assert_eq!(rows(&late)[0]["error"], "made, but its key was not shown: replace it");
    assert_eq!(platform.ran("createWorkspaceServiceAccount").len(), 2);
}

#[test]
fn keys_go_to_a_file_of_their_own() {
    let platform = Platform::start(&[]);
    let file = labels(&platform, 2);
    let out = platform.path("keys").to_str().unwrap().to_owned();
    let words = [
        "createWorkspaceServiceAccount",
        "--rows",
        &file,
        "--workspace-uuid",
        WORKSPACE_ID,
        "--role",
        "WORKSPACE_VIEWER",
    ];
    let ran = platform.user.run(&[&words[..], &["--secrets-out", &out]].concat());
    let written = std::fs::read_to_string(&out).unwrap();
    assert_eq!((ran.code, written.lines().count()), (0, 2), "{ran}");
    for (row, line) in rows(&ran).iter().zip(written.lines()) {
        let line: Value = serde_json::from_str(line).unwrap();
        assert_eq!(
            (&row["data"]["apiKey"], &row["id"], &row["key"]),
            (&"***".into(), &line["id"], &line["key"])
        );
        assert!(!ran.all().contains(line["apiKey"].as_str().unwrap()));
    }
    std::fs::set_permissions(&out, std::os::unix::fs::PermissionsExt::from_mode(0o644)).unwrap();
    let refused =
        platform.user.run(&[&words[..], &["--secrets-out", &out, "--no-journal"]].concat());
    insta::assert_snapshot!(said(&platform, &refused), @"
    error: --secrets-out: cannot use [FOLDER]/keys [usage]
      other users can read it
    Nothing was sent. Run `chmod 600 [FOLDER]/keys`, or name another file.
    [exit: 2]
    ");
    // Without such a file, a table and CSV have a column for them.
    let other = platform.file("e.csv", "label\nx\n");
    let words = [
        "createWorkspaceServiceAccount",
        "--rows",
        &other,
        "--workspace-uuid",
        WORKSPACE_ID,
        "--role",
        "WORKSPACE_VIEWER",
    ];
    let ran = platform.user.run(&[&words[..], &["-o", "csv"]].concat());
    assert!(
        ran.stdout
            .starts_with("row,line,key,outcome,id,attempts,milliseconds,error,code,notes,apiKey\n"),
        "{ran}"
    );
    assert!(ran.stdout.lines().nth(1).unwrap().rsplit(',').next().unwrap().len() > 16, "{ran}");
}
