//! `cargo xtask diff`: what it reads, and how it ends.

use std::fs;

use houston_codegen::{Source, introspection, parse};
use houston_sandbox::Sandbox;

use crate::peer::{SCHEMA, changed, workspace, xtask};

#[test]
fn the_exit_code_says_whether_there_is_drift() {
    let folder = tempfile::tempdir().unwrap();
    let new = changed(folder.path(), "type Query {", "type Query {\n  added: Int\n");
    let new = new.to_str().unwrap();
    let run = |more: &[&str]| xtask(&[&["diff", SCHEMA, new], more].concat());
    let same = xtask(&["diff", SCHEMA, SCHEMA]);
    assert_eq!((same.code, same.stdout.as_str()), (0, "Nothing changed.\n"));
    let drift = run(&[]);
    assert_eq!(drift.code, 12);
    assert!(drift.stdout.contains("  Query.added: operation added\n"), "{}", drift.stdout);
    assert_eq!(run(&["--fail-on", "dangerous"]).code, 0);
    assert_eq!(run(&["--fail-on", "breaking"]).code, 0);
    assert!(run(&["--format", "markdown"]).stdout.contains("| operation `Query.added` added |"));
    let json: serde_json::Value = serde_json::from_str(&run(&["--format", "json"]).stdout).unwrap();
    assert_eq!(json["changes"][0]["path"], "Query.added");
    // The other way round it breaks.
    assert_eq!(xtask(&["diff", new, SCHEMA, "--fail-on", "breaking"]).code, 12);
    let missing = xtask(&["diff", SCHEMA, "nowhere.graphql"]);
    assert_eq!(missing.code, 1);
    assert!(missing.stderr.contains("cannot read nowhere.graphql"), "{}", missing.stderr);
    fs::write(folder.path().join("none.graphql"), "type {").unwrap();
    let none = xtask(&["diff", SCHEMA, folder.path().join("none.graphql").to_str().unwrap()]);
    assert_eq!(none.code, 1);
    assert!(
        none.stderr.contains("expected a name") || none.stderr.contains("expected a Name"),
        "{}",
        none.stderr
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn it_reads_definitions_json_and_servers() {
    let server = Sandbox::start().await.unwrap().listen().await.unwrap();
    let url = server.url().to_owned();
    tokio::task::spawn_blocking(move || {
        let folder = tempfile::tempdir().unwrap();
        let text = fs::read_to_string(workspace().join(SCHEMA)).unwrap();
        let document = parse::parse(&Source::new(SCHEMA, &text)).unwrap();
        let json = folder.path().join("answer.json");
        fs::write(&json, introspection::json(&document).to_string()).unwrap();
        let json = json.to_str().unwrap();
        for (old, new) in [(SCHEMA, json), (json, url.as_str()), (url.as_str(), SCHEMA)] {
            let ran = xtask(&["diff", old, new]);
            assert_eq!(
                (ran.code, ran.stdout.as_str()),
                (0, "Nothing changed.\n"),
                "{}",
                ran.stderr
            );
        }
    })
    .await
    .unwrap();
}

#[test]
fn a_token_goes_to_one_server() {
    let (one, other) = ("https://houston.one.example/v1", "https://houston.other.example/v1");
    let folder = tempfile::tempdir().unwrap();
    let token = folder.path().join("token");
    fs::write(&token, "canary").unwrap();
    let ran = xtask(&["diff", one, other, "--token-file", token.to_str().unwrap()]);
    assert_eq!(ran.code, 2);
    assert!(ran.stderr.starts_with("error: one token would go to two servers\n"), "{}", ran.stderr);
}

#[test]
fn entries_of_the_overlay_that_went_stale_are_named() {
    let folder = tempfile::tempdir().unwrap();
    let new = changed(folder.path(), "  confirmEmail(", "  confirmAddress(");
    let ran = xtask(&["diff", SCHEMA, new.to_str().unwrap()]);
    assert_eq!(ran.code, 12);
    assert!(ran.stdout.contains("Mutation.confirmEmail: operation removed"), "{}", ran.stdout);
    for file in ["schema/overlay.toml", "schema/permissions.toml"] {
        let stale = ran.stdout.lines().find(|line| line.trim_start().starts_with(file));
        let stale = stale.unwrap_or_else(|| panic!("{}", ran.stdout));
        assert!(stale.ends_with(": the schema has no operation `confirmEmail`"), "{stale}");
    }
}
