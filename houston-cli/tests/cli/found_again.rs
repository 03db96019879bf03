//! Words that are almost right: parts of names, words of the astro CLI, ids without their flag.

use crate::environment::Environment;
use crate::refusals::{all_refused, refused};

#[test]
fn a_part_of_a_name_finds_it() {
    let shown = all_refused(&[
        &["createDep"],
        &["dep"],
        &["user-add"],
        &["variables"],
        &["createworkspace"],
        &["xyz"],
        &["query", "wor"],
        &["describe", "Dep"],
        &["createDeployment", "--lab", "x", "--workspace", "y"],
    ]);
    insta::assert_snapshot!(shown);
    // The next step finds what it promises.
    let ran = Environment::new().line("list dep");
    assert!(ran.code == 0 && ran.stdout.contains("createDeployment"), "{ran}");
}

#[test]
fn the_words_of_the_astro_cli_are_answered_with_the_command() {
    insta::assert_snapshot!(all_refused(&[
        &["deployment", "list"],
        &["deployment", "variable", "update", "ckx", "--key", "A"],
        &["login", "astro.example.com"],
        &["workspace", "switch", "ckx"],
        &["context", "list"],
        &["workspace", "user", "add", "--email", "a@example.com"],
    ]));
    // They are for people who run operations, not for operations with a kind in front.
    assert!(refused(&["query", "workspace", "list"]).stderr.contains("unexpected word `list`"));
}

#[test]
fn a_word_without_a_flag_is_shown_with_its_flag() {
    insta::assert_snapshot!(all_refused(&[
        &["deployment", "ck0123"],
        &["deleteDeployment", "ck0123"],
        &["workspaceServiceAccount", "ck0123"],
        &["workspaceServiceAccount", "--workspace-uuid", "a", "ck0123"],
        &["createWorkspace", "--label", "My", "workspace"],
        &["workspaces", "ck0123"],
        &["createToken", "--identity", "me", "hunter2"],
        &["list", "--grep", "a", "b", "c"],
    ]));
}

#[test]
fn a_misspelt_flag_is_reported_once() {
    insta::assert_snapshot!(all_refused(&[
        &["createDeployment", "--lable", "x", "--type", "airflow"],
        &["workspace", "--workspaceId", "x"],
        &["createDeployment", "--lable", "x", "--typ", "airflow", "--workspace", "y"],
    ]));
}

#[test]
fn a_wrong_key_is_answered_with_the_keys_that_exist() {
    let call = ["createDeployment", "--label=a", "--type=airflow", "--workspace-uuid=x"];
    let with = |more: &[&str]| refused(&[&call[..], more].concat()).after(&more.join(" "));
    let shown = [
        with(&["--scheduler.replica", "2"]),
        with(&["--scheduler.nope", "2"]),
        with(&["--webserver", r#"{"resources": {"limit": {}}}"#]),
        with(&["--properties.extra", "2"]),
    ];
    insta::assert_snapshot!(shown.concat());
}

#[test]
fn every_error_of_a_command_is_told_in_one_manner() {
    insta::assert_snapshot!(Environment::new().session(&[
        "profile add",
        "profile add p",
        "profile add p --sandbox --url http://localhost",
        "profile nope",
        "list --nope",
        "list --query",
        "list -o xml",
        "list -o",
        "describe",
        "describe Deployment --depth 11",
        "workspaces -o xml",
        "workspaces --timeout soon",
        "auth login --password @env:A",
        "completions tcsh",
        "schema",
    ]));
}
