//! `houston list`.

use std::collections::HashSet;

use serde_json::Value;

use crate::environment::Environment;

fn lines(words: &[&str]) -> Vec<String> {
    let ran = Environment::new().run(words);
    assert_eq!(ran.code, 0, "{}", ran.stderr);
    ran.stdout.lines().map(str::to_owned).collect()
}

#[test]
fn every_operation_has_a_line() {
    let all = lines(&["list"]);
    assert_eq!(all.len(), 77);
    insta::assert_snapshot!(all.join("\n"));
}

#[test]
fn kinds_and_text_narrow_it() {
    let count = |words: &[&str]| lines(words).len();
    let kinds = [["list", "--queries"], ["list", "--mutations"], ["list", "--subscriptions"]];
    assert_eq!(kinds.map(|words| count(&words)), [28, 46, 3]);
    assert_eq!(count(&["list", "--queries", "--subscriptions"]), 31);
    let found = lines(&["list", "--mutations", "--grep", "DEPLOYMENT-VAR"]);
    assert_eq!(found.len(), 1, "{found:?}");
    assert!(found[0].contains(
        "updateDeploymentVariables(deploymentUuid!, environmentVariables!, releaseName!)"
    ));
}

#[test]
fn nothing_found_is_data_too() {
    let ran = Environment::new().run(&["list", "--grep", "no such thing"]);
    assert_eq!(
        (ran.code, ran.stdout.as_str(), ran.stderr.as_str()),
        (0, "", "no operation fits\n")
    );
    assert_eq!(
        Environment::new().answer(&["list", "--grep", "no such thing", "-o", "json"]),
        Value::Array(vec![])
    );
}

#[test]
fn programs_get_all_of_it() {
    let rows = Environment::new().answer(&["list", "-o", "json"]);
    let rows = rows.as_array().unwrap();
    let names: HashSet<&str> = rows.iter().map(|row| row["name"].as_str().unwrap()).collect();
    assert_eq!((rows.len(), names.len()), (77, 77));
    let row = rows.iter().find(|row| row["name"] == "workspaceAddUser").unwrap();
    assert_eq!(row["command"], "workspace-add-user");
    let role =
        row["arguments"].as_array().unwrap().iter().find(|row| row["name"] == "role").unwrap();
    assert_eq!(role["type"], "Role!");
    assert_eq!(role["required"], false);
    assert_eq!(role["default"], "WORKSPACE_VIEWER");
    assert_eq!(
        rows.iter().find(|row| row["name"] == "deleteDeployment").unwrap()["effect"],
        "delete"
    );
}

#[test]
fn a_reader_that_goes_away_is_no_error() {
    let (reader, writer) = std::io::pipe().unwrap();
    drop(reader);
    for words in [&["list"][..], &["--help"], &["list", "-o", "json"], &["describe", "Role"]] {
        let mut command = Environment::new().command(words);
        let output =
            command.stdout(writer.try_clone().unwrap()).stderr(std::process::Stdio::piped());
        let output = output.spawn().unwrap().wait_with_output().unwrap();
        assert_eq!(output.status.code(), Some(0), "{words:?}");
        assert_eq!(String::from_utf8(output.stderr).unwrap(), "");
    }
}

#[cfg(target_os = "linux")]
#[test]
fn a_disk_that_is_full_is_an_error() {
    let full = std::fs::OpenOptions::new().write(true).open("/dev/full").unwrap();
    let output = Environment::new().command(&["list"]).stdout(full).output().unwrap();
    assert_eq!(output.status.code(), Some(1));
    assert!(
        String::from_utf8(output.stderr).unwrap().starts_with("error: stdout cannot be written\n")
    );
}
