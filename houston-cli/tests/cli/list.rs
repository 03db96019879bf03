//! `houston list`.

use std::collections::HashSet;

use serde_json::Value;

use crate::environment::{Environment, Ran};

fn lines(words: &[&str]) -> Vec<String> {
    let ran = Environment::new().run(words);
    assert_eq!(ran.code, 0, "{ran}");
    ran.stdout.lines().map(str::to_owned).collect()
}

#[test]
fn every_operation_has_a_line() {
    insta::assert_snapshot!(lines(&["list"]).join("\n"));
}

#[test]
fn kinds_and_text_narrow_it() {
    let of = |kind: &str| lines(&["list", kind]);
    let (queries, mutations, subscriptions) =
        (of("--queries"), of("--mutations"), of("--subscriptions"));
    let names = |lines: &[String]| -> Vec<String> {
        let names = lines.iter().filter_map(|line| line.strip_prefix("  ")?.split(' ').next());
        let mut names: Vec<String> = names.map(str::to_owned).collect();
        names.sort();
        names
    };
    let all = [&queries[..], &mutations, &subscriptions].concat();
    assert_eq!(names(&all), names(&lines(&["list"])));
    let both = lines(&["list", "--queries", "--subscriptions"]);
    assert_eq!(names(&both), names(&[&queries[..], &subscriptions].concat()));
    let found = Environment::new().line("list --mutations --grep DEPLOYMENT-VAR");
    insta::assert_snapshot!(found, @"
    Configuration
      updateDeploymentVariables  Replaces all variables of a deployment
    [exit: 0]
    ");
}

#[test]
fn more_is_told_on_demand() {
    insta::assert_snapshot!("verbose", lines(&["list", "-v", "variables"]).join("\n"));
}

/// A schema that is not of Houston is listed by kind: the domains of Houston mean nothing there.
#[test]
fn a_strangers_schema_is_listed_by_kind() {
    let stranger = concat!(env!("CARGO_MANIFEST_DIR"), "/../tests/schemas/stranger.graphql");
    let heads: Vec<String> = lines(&["list", "--schema", stranger])
        .into_iter()
        .filter(|line| !line.is_empty() && !line.starts_with(' '))
        .collect();
    assert_eq!(heads, ["Mutations", "Queries", "Subscriptions"]);
}

#[test]
fn nothing_found_is_data_too() {
    let ran = Environment::new().run(&["list", "--grep", "no such thing"]);
    insta::assert_snapshot!(ran, @"
    ------- stderr -------
    no operation matches
    [exit: 0]
    ");
    assert_eq!(
        Environment::new().answer(&["list", "--grep", "no such thing", "-o", "json"])["operations"],
        Value::Array(vec![])
    );
}

#[test]
fn programs_get_all_of_it() {
    let rows = Environment::new().answer(&["list", "-o", "json"]);
    let rows = rows["operations"].as_array().unwrap();
    let names: HashSet<&str> = rows.iter().map(|row| row["name"].as_str().unwrap()).collect();
    let listed = lines(&["list"]).iter().filter(|line| line.starts_with("  ")).count();
    assert_eq!((rows.len(), names.len()), (listed, rows.len()));
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
        assert_eq!(Ran::new(output).to_string(), "[exit: 0]", "{words:?}");
    }
}

#[cfg(target_os = "linux")]
#[test]
fn a_disk_that_is_full_is_an_error() {
    let full = std::fs::OpenOptions::new().write(true).open("/dev/full").unwrap();
    let output = Environment::new().command(&["list"]).stdout(full).output().unwrap();
    insta::assert_snapshot!(Ran::new(output), @"
    ------- stderr -------
    error: cannot write to stdout [internal]
      caused by: No space left on device (os error [N])
    [exit: 1]
    ");
}
