//! Rows about one object, or with one look-up.

use serde_json::json;

use crate::rows_platform::{Platform, deployments, outcomes, rows};

/// How many operations of this name the platform ran.
fn count(platform: &Platform, name: &str) -> usize {
    platform.ran(name).len()
}

#[test]
fn rows_that_merge_into_one_object_take_turns() {
    let platform = Platform::start(&[]);
    let made = platform.ask(&format!(
        "mutation {{ createDeployment(workspaceUuid: \"{}\", type: \"airflow\", label: \"a\") {{ id }} }}",
        platform.workspace("w")
    ));
    let id = made["createDeployment"]["id"].as_str().unwrap();
    let variables =
        |at| json!({ "environmentVariables": [{ "key": format!("V{at}"), "value": "1" }] });
    let rows: Vec<String> = (0..24).map(|at| format!("{}\n", variables(at))).collect();
    let file = platform.file("v.ndjson", &rows.concat());
    let words = ["updateDeploymentVariables", "--deployment-uuid", id, "--merge", "--yes"];
    let ran = platform.user.run(&[&words[..], &["--rows", &file, "--jobs", "8"]].concat());
    assert_eq!(ran.code, 0, "{ran}");
    let there = platform.ask("{ deployments { environmentVariables { key } } }");
    let kept = there["deployments"][0]["environmentVariables"].as_array().unwrap().len();
    assert_eq!(kept, 24, "{there}");
}

#[test]
fn a_look_up_that_rows_share_is_asked_once() {
    let platform = Platform::start(&[]);
    platform.workspace("w");
    let labels: Vec<String> = (0..40).map(|at| format!("d{at}\n")).collect();
    let file = platform.file("d.csv", &format!("label\n{}", labels.concat()));
    let words = ["createDeployment", "--type", "airflow", "--workspace-uuid", "@find:label=w"];
    let ran = platform.user.run(&[&words[..], &["--rows", &file, "--jobs", "4"]].concat());
    assert_eq!(outcomes(&ran), ["done"; 40], "{ran}");
    assert_eq!(count(&platform, "createDeployment"), 40);
    // One for each of the rows that start together.
    assert!(count(&platform, "workspaces") <= 4, "{}", count(&platform, "workspaces"));
}

#[test]
fn rows_that_need_the_same_list_share_it() {
    let platform = Platform::start(&[]);
    let labels: Vec<String> = (0..60).map(|at| format!("w{at}\n")).collect();
    let file = platform.file("w.csv", &format!("label\n{}", labels.concat()));
    let words = ["createWorkspace", "--if-exists", "use", "--rows", &file, "--no-journal"];
    for outcome in ["done", "exists"] {
        let before = count(&platform, "workspaces");
        let ran = platform.user.run(&words);
        assert_eq!(outcomes(&ran), [outcome; 60], "{ran}");
        let asked = count(&platform, "workspaces") - before;
        assert!(asked <= 10, "{asked} look-ups for 60 rows");
    }
    assert_eq!(count(&platform, "createWorkspace"), 60);
}

#[cfg(unix)]
#[test]
fn one_file_has_one_run() {
    let platform = Platform::start(&[]);
    let file = platform.file("w.csv", "label\na\n");
    let link = platform.path("link.csv");
    std::os::unix::fs::symlink(&file, &link).unwrap();
    for path in [&*file, link.to_str().unwrap()] {
        assert_eq!(platform.user.run(&["createWorkspace", "--rows", path]).code, 0);
    }
    assert_eq!(count(&platform, "createWorkspace"), 1);
}

/// The answer has what was selected, and the report has the id.
#[test]
fn a_report_has_the_id_whatever_is_selected() {
    let platform = Platform::start(&[]);
    let file = platform.file("d.csv", "label\na\nb\n");
    let words = [&deployments(&file)[..], &["--fields", "label"]].concat();
    let (first, again) = (rows(&platform.user.run(&words)), rows(&platform.user.run(&words)));
    let there = platform.ask("{ deployments { id label } }");
    for (row, again) in first.iter().zip(&again) {
        assert_eq!(row["data"].as_object().map(|data| data.len()), Some(1), "{row}");
        let mut own = there["deployments"].as_array().unwrap().iter();
        let own = own.find(|one| one["label"] == row["data"]["label"]).unwrap();
        assert_eq!((&row["id"], &again["id"]), (&own["id"], &own["id"]), "{row}");
    }
    assert_eq!((first.len(), again.len()), (2, 2));
}
