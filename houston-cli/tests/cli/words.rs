//! Invalid command lines: too few words, too many, too long, or in the wrong order.

use crate::environment::Environment;
use crate::refusals::{all_refused, refused};

#[test]
fn a_call_needs_a_name() {
    insta::assert_snapshot!(refused(&["--dry-run"]), @"
    ------- stderr -------
    error: an operation or command is missing [usage]
    Nothing was sent. `houston list` shows all operations, `houston --help` all commands and options.
    [exit: 2]
    ");
    insta::assert_snapshot!(refused(&["mutation", "--dry-run"]), @"
    ------- stderr -------
    error: the name of a mutation is missing [usage]
    Nothing was sent. `houston list` shows all operations, `houston --help` all commands and options.
    [exit: 2]
    ");
    insta::assert_snapshot!(refused(&["workspaces", "stray"]), @"
    ------- stderr -------
    error: workspaces has an invalid argument [usage]
      unexpected word `stray`: workspaces takes flags only
    Nothing was sent. See `houston workspaces --help`.
    [exit: 2]
    ");
    insta::assert_snapshot!(refused(&["--no-such-option", "workspaces"]), @"
    ------- stderr -------
    error: `houston` has no option --no-such-option [usage]
    Nothing was sent. See `houston --help`.
    [exit: 2]
    ");
    let shown = [&["--passwrod=hunter2"][..], &["--passwrod", "hunter2"]]
        .map(|value| refused(&[&["createToken", "--identity", "me"], value].concat()).to_string());
    assert!(shown.iter().all(|text| !text.contains("hunter2")), "{shown:?}");
    assert_eq!(shown[0], shown[1]);
    insta::assert_snapshot!(shown[0], @"
    ------- stderr -------
    error: createToken has an invalid argument [usage]
      --passwrod: createToken has no such flag; did you mean `--password`?
    Nothing was sent. See `houston createToken --help`.
    [exit: 2]
    ");
    insta::assert_snapshot!(refused(&["createWorkspace", "--label", "a", "--label.b"]), @"
    ------- stderr -------
    error: createWorkspace has an invalid argument [usage]
      --label.b: a value is missing
    Nothing was sent. See `houston createWorkspace --help`.
    [exit: 2]
    ");
}

#[test]
fn a_forgotten_value_does_not_take_the_next_flag() {
    let call = ["createWorkspace", "--label", "x", "--description"];
    let shown = ["--dry-run", "--label", "-o", "--output=json", "--label.a", "--allow-http"]
        .map(|next| refused(&[&call[..], &[next]].concat()).after(&format!("… {next}")));
    insta::assert_snapshot!(shown.concat());
    // An argument's problem is reported once.
    let calls = [&["createWorkspace", "--label"][..], &["createWorkspace", "--label", "@nope"]];
    insta::assert_snapshot!(all_refused(&calls), @"
    $ createWorkspace --label
    ------- stderr -------
    error: createWorkspace has an invalid argument [usage]
      --label: a value is missing
    Nothing was sent. See `houston createWorkspace --help`.
    [exit: 2]

    $ createWorkspace --label @nope
    ------- stderr -------
    error: createWorkspace has an invalid argument [usage]
      --label: cannot read the file `nope`: No such file or directory (os error [N]); to pass text that begins with `@`, write `@@…`
    Nothing was sent. See `houston createWorkspace --help`.
    [exit: 2]
    ");
    // A script whose value is missing before `--help` does not want help.
    insta::assert_snapshot!(
        "help_as_a_value",
        all_refused(&[
            &["createWorkspace", "--label", "--help"],
            &["createWorkspace", "--label", "-h"],
            &["createWorkspace", "--label", "x", "--profile", "--help"],
            &["createDeployment", "--config.executor", "--help"],
            &["createWorkspace", "--lable", "--help"],
            &["reconcile", "createWorkspace", "--label", "--help"],
            &["--profile", "--help", "workspaces"],
            &["--profile", "--version", "workspaces"],
            &["profile", "add", "p", "--url", "--help"],
            &["auth", "login", "--name", "--help"],
            &["schema", "pull", "--out", "--help"],
            &["sandbox", "serve", "--store", "--help"],
        ])
    );
    let words = ["query-text", "-", "--id", "--help"];
    let document = "query($id: Uuid!) { workspace(workspaceUuid: $id) { id } }";
    insta::assert_snapshot!(Environment::new().with_stdin(&words, document), @"
    ------- stderr -------
    error: the variables do not match the document [usage]
      --id: a value is missing before `--help`; if that is the value, write `--id=--help`
    Nothing was sent.
    [exit: 2]
    ");
    let call = [&call[..3], &["--dry-run"]].concat();
    for value in [
        &["--description=--dry-run"][..],
        &["--description=--help"],
        &["--description", "--no-such-flag"],
    ] {
        let ran = Environment::new().run(&[&call[..], value].concat());
        assert_eq!(ran.code, 0, "{ran}");
    }
}

#[test]
fn misspelt_and_missing_flags_are_named_together() {
    insta::assert_snapshot!(refused(&["createDeployment", "--lable", "x", "--typ=y", "stray"]), @"
    ------- stderr -------
    error: createDeployment has 3 invalid arguments [usage]
      --lable: createDeployment has no such flag; did you mean `--label`?
      --typ: createDeployment has no such flag; did you mean `--type`?
      unexpected word `stray`: a value stands behind its flag, as in `--workspace-uuid stray`
    Nothing was sent. See `houston createDeployment --help`.
    [exit: 2]
    ");
    insta::assert_snapshot!(refused(&["createDeployment", "--lable", "x", "--executor", "y", "--set-path", "z"]), @"
    ------- stderr -------
    error: createDeployment has 5 missing or invalid arguments [usage]
      --lable: createDeployment has no such flag; did you mean `--label`?
      --set-path: createDeployment has no such flag
      --executor: `y` is not a valid ExecutorType; expected one of LocalExecutor, CeleryExecutor, KubernetesExecutor
      --type: missing (String!). Required, but the server ignores the value. Send `airflow`.
      --workspace-uuid: missing (Uuid!). Id of the workspace. You need permission to create deployments in it. Find it with `houston workspaces`, or use `@find:FIELD=VALUE`.
    Nothing was sent. See `houston createDeployment --help`.
    [exit: 2]
    ");
}

#[test]
fn whatever_is_refused_was_not_sent() {
    let shown = all_refused(&[
        &["workspaces", "stray"],
        &["workspaces", "-z"],
        &["workspaces", "--output", "xml"],
        &["workspaces", "--no-such-flag"],
        &["--no-such-flag", "workspaces"],
        &["query", "--no-such-flag", "workspaces"],
    ]);
    insta::assert_snapshot!(shown);
}

#[test]
fn long_words_are_cut() {
    let long = "x".repeat(5_000);
    let flag = format!("--{long}");
    let (long, flag) = (long.as_str(), flag.as_str());
    let calls = [
        &[long][..],
        &["query", long],
        &["help", long],
        &["describe", long],
        &[flag, "workspaces"],
        &["workspaces", long],
        &["workspaces", flag],
        &["workspaces", &format!("-{long}")],
        &["workspaces", "-o", long],
        &["workspaces", "--sandbox", &format!("{flag}.a=1")],
        &["list", flag],
        &["list", "a", long],
        &["sandbox", long],
        &["workspaces", "--base-domain", &format!("{long}/")],
        &["workspaces", "--url", long],
        &["createWorkspace", "--label", "a", "--label", "b", &format!("--label.{long}=1")],
    ];
    let shown = all_refused(&calls).replace(long, "LONG");
    insta::assert_snapshot!("long_words", shown);
    let ran = refused(&["workspaces", "a\u{1b}[31m\u{9b}2J"]);
    assert!(!ran.all().contains(['\u{1b}', '\u{9b}']), "{ran}");
    insta::assert_snapshot!(ran, @"
    ------- stderr -------
    error: workspaces has an invalid argument [usage]
      unexpected word `a[31m2J`: workspaces takes flags only
    Nothing was sent. See `houston workspaces --help`.
    [exit: 2]
    ");
}

#[test]
fn the_value_that_was_meant_is_suggested() {
    for (line, said) in [
        ("workspaces -o jsn", "is not a valid FORMAT; did you mean `json`?; expected one of"),
        ("auth status -o yml", "did you mean `yaml`?"),
        ("completions bahs", "did you mean `bash`?"),
    ] {
        let shown = refused(&line.split(' ').collect::<Vec<_>>());
        assert!(shown.stderr.contains(said), "{line}: {shown}");
    }
}
