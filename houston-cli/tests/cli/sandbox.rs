//! The embedded Houston, in process.

use std::process::Stdio;
use std::time::{Duration, Instant};

use houston_sandbox::{Sandbox, WORKSPACE_ID};

use crate::environment::{Environment, Ran, bare};

#[test]
fn a_deployment_is_made_and_found_again() {
    let user = Environment::new();
    let workspace = user.answer(&["--sandbox", "createWorkspace", "--label", "Data"]);
    let id = workspace["id"].as_str().unwrap();
    let made = user.answer(&[
        "createDeployment",
        "--sandbox",
        "--workspace-uuid",
        id,
        "--type",
        "airflow",
        "--label",
        "ETL",
        "--config.executor",
        "LocalExecutor",
    ]);
    assert_eq!(made["label"], "ETL");
    let found = user.answer(&["--sandbox", "workspace-deployments", "--workspaceUuid", id]);
    assert_eq!(found.as_array().unwrap().len(), 1);
    assert_eq!(found[0]["id"], made["id"]);
    assert_eq!(found[0]["config"]["executor"], "LocalExecutor");
    let again = user.run(&[
        "--sandbox",
        "createDeployment",
        "--workspace-uuid",
        id,
        "--type",
        "airflow",
        "--label",
        "ETL",
    ]);
    insta::assert_snapshot!(again, @"
    ------- stderr -------
    error: createDeployment: Workspace already has a deployment named ETL (BAD_USER_INPUT) at createDeployment [already-exists]
      The server refused the mutation. It had no effect.
    Choose another label, or use the existing Deployment: `houston workspaceDeployments` shows it. An earlier call that failed may have created it.
    `--if-exists use` takes what exists as it is; `--if-exists check` compares it with what is given first.
    [exit: 4]
    ");
}

#[test]
fn a_new_store_holds_a_workspace() {
    let found =
        Environment::new().answer(&["--sandbox", "workspace", "--workspace-uuid", WORKSPACE_ID]);
    assert_eq!(found["label"], "Sandbox");
}

#[test]
fn a_new_key_is_shown_once_with_a_warning() {
    let user = Environment::new();
    let ran = user.run(&[
        "--sandbox",
        "createSystemServiceAccount",
        "--label",
        "a",
        "--role",
        "SYSTEM_ADMIN",
        "--fields",
        "apiKey,label",
    ]);
    let made: serde_json::Value = serde_json::from_str(&ran.stdout).unwrap();
    let key = made["apiKey"].as_str().unwrap();
    assert_eq!(key.len(), 32);
    insta::assert_snapshot!(ran.naming(key, "[KEY]"), @r#"
    {
      "apiKey": "[KEY]",
      "label": "a"
    }
    ------- stderr -------
    note: save apiKey now: the server masks it ten minutes after it was created
    [exit: 0]
    "#);
}

#[test]
fn the_users_own_platform_is_not_looked_at() {
    // Each of these would cause an error if it were read.
    let user = Environment::new()
        .set("HOUSTON_TOKEN", "no token: canary")
        .set("HOUSTON_URL", "no URL: canary")
        .set("HOUSTON_BASE_DOMAIN", "no domain: canary");
    let elsewhere = user.run(&["workspaces"]);
    assert!(!elsewhere.all().contains("no token: canary"));
    insta::assert_snapshot!(elsewhere, @"
    ------- stderr -------
    error: the URL does not begin with `https://` or `http://` [usage]
      The address comes from HOUSTON_URL.
    Nothing was sent.
    [exit: 2]
    ");
    let ran = user.run(&["--sandbox", "workspaces"]);
    assert_eq!((ran.code, ran.stderr.as_str()), (0, ""));
    assert!(!ran.all().contains("canary"));
}

#[test]
fn calls_at_the_same_time_wait_for_each_other() {
    let user = Environment::new();
    let labels = ["a", "b", "c", "d"];
    let calls = labels.map(|label| {
        let mut command = user.command(&["--sandbox", "createWorkspace", "--label", label]);
        command.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap()
    });
    for call in calls {
        let ran = Ran::new(call.wait_with_output().unwrap());
        assert_eq!((ran.code, ran.stderr.as_str()), (0, ""));
    }
    let found = user.answer(&["--sandbox", "workspaces"]);
    let mut found: Vec<_> =
        found.as_array().unwrap().iter().map(|row| row["label"].as_str().unwrap()).collect();
    found.sort_unstable();
    assert_eq!(found, ["Sandbox", "a", "b", "c", "d"]);
}

#[test]
fn waiting_for_a_held_store_ends() {
    let user = Environment::new();
    let held = Sandbox::open(&user.store()).unwrap();
    let start = Instant::now();
    let ran = user.run(&["--sandbox", "workspaces"]);
    insta::assert_snapshot!(ran, @"
    ------- stderr -------
    error: another process has the sandbox's store [DIR]/sandbox/houston.redb open [not-reached]
      gave up after 5 seconds
    End the process that holds it, or set HOUSTON_STATE_DIR to use another store.
    [exit: 6]
    ");
    assert!((Duration::from_secs(5)..Duration::from_secs(15)).contains(&start.elapsed()));
    drop(held);
    user.answer(&["--sandbox", "workspaces"]);
}

#[cfg(unix)]
#[test]
fn an_empty_environment_will_do() {
    use std::os::unix::fs::PermissionsExt;
    let temporary = tempfile::tempdir().unwrap();
    let run = || {
        Ran::new(
            bare(&["--sandbox", "workspaces", "--fields", "id"])
                .env("TMPDIR", temporary.path())
                .output()
                .unwrap(),
        )
    };
    let ran = run();
    let state = std::fs::read_dir(temporary.path()).unwrap().next().unwrap().unwrap().path();
    let ran = ran.naming(state.file_name().unwrap().to_str().unwrap(), "[STATE]");
    insta::assert_snapshot!(ran, @r#"
    [
      {
        "id": "[WORKSPACE]"
      }
    ]
    ------- stderr -------
    note: without HOME, the sandbox's store is in [DIR]/[STATE]
    [exit: 0]
    "#);
    assert_eq!(state.metadata().unwrap().permissions().mode() & 0o777, 0o700);

    std::fs::set_permissions(&state, PermissionsExt::from_mode(0o755)).unwrap();
    let ran = run().naming(state.file_name().unwrap().to_str().unwrap(), "[STATE]");
    insta::assert_snapshot!(ran, @"
    ------- stderr -------
    error: no directory for the sandbox's store: cannot use [DIR]/[STATE] [not-reached]
      it is not a directory that only you can access
    Set HOME or HOUSTON_STATE_DIR.
    [exit: 6]
    ");
}

#[test]
fn the_store_is_where_the_environment_says() {
    let home = tempfile::tempdir().unwrap();
    let at = |name: &str| home.path().join(name);
    let run = |name: &str, value: &std::path::Path| {
        let mut command = bare(&["--sandbox", "workspaces"]);
        command.env("HOME", at("home")).env(name, value);
        assert_eq!(Ran::new(command.output().unwrap()).code, 0);
    };
    for (name, value, store) in [
        ("HOME", at("home"), at("home/.local/state/houston")),
        ("XDG_STATE_HOME", at("xdg"), at("xdg/houston")),
        ("HOUSTON_STATE_DIR", at("own"), at("own")),
    ] {
        run(name, &value);
        assert!(store.join("sandbox/houston.redb").exists(), "{name}");
        std::fs::remove_dir_all(store).unwrap();
    }
}

#[test]
fn a_store_that_cannot_be_made_is_not_reached() {
    let file = tempfile::NamedTempFile::new().unwrap();
    let mut command = bare(&["--sandbox", "workspaces"]);
    let ran = Ran::new(command.env("HOUSTON_STATE_DIR", file.path()).output().unwrap());
    insta::assert_snapshot!(ran.naming(file.path().to_str().unwrap(), "[FILE]"), @"
    ------- stderr -------
    error: cannot open the sandbox's store in [FILE]/sandbox [not-reached]
      caused by: the sandbox's file or socket failed
      caused by: Not a directory (os error [N])
    Check the directory, or set HOUSTON_STATE_DIR to use another store. `houston sandbox reset` makes a new one.
    [exit: 6]
    ");
}

#[cfg(target_os = "linux")]
#[test]
fn an_answer_that_cannot_be_written_was_an_answer() {
    let user = Environment::new();
    let full = std::fs::OpenOptions::new().write(true).open("/dev/full").unwrap();
    let words = ["--sandbox", "createWorkspace", "--label", "Data", "--fields", "label"];
    let mut command = user.command(&words);
    let ran = Ran::new(command.stdout(full).output().unwrap());
    insta::assert_snapshot!(ran, @r#"
    ------- stderr -------
    error: cannot write to stdout [partial]
      caused by: No space left on device (os error [N])
      createWorkspace ran. Do not run it again.
      Its answer: {"label":"Data"}
    Do not repeat a mutation. Read the result with a query, or select less with `--fields`.
    [exit: 5]
    "#);
    assert_eq!(user.answer(&["--sandbox", "workspaces"]).as_array().unwrap().len(), 2);
}

#[cfg(target_os = "linux")]
#[test]
fn a_store_that_cannot_grow_is_named() {
    let user = Environment::new();
    assert_eq!(user.line("--sandbox workspaces").code, 0);
    // No file may grow beyond the size of a new store, in blocks of 512 bytes.
    let limit =
        "trap '' XFSZ; ulimit -f 146; exec \"$0\" --sandbox createWorkspace --fields id --label";
    let call = user.command(&[]);
    let label = "a".repeat(100_000);
    let mut shell = std::process::Command::new("sh");
    shell.args(["-c", &format!("{limit} \"$1\"")]).arg(call.get_program()).arg(&label);
    shell.env_clear().envs(call.get_envs().filter_map(|(name, value)| Some((name, value?))));
    let ran = Ran::new(shell.output().unwrap());
    insta::assert_snapshot!(ran, @"
    ------- stderr -------
    error: createWorkspace: the sandbox's store failed: I/O error: File too large (os error [N]) (INTERNAL_SERVER_ERROR) at createWorkspace [outcome-unknown]
      The server may have run the mutation. Check before you send it again.
    Check the free space and the permissions of the store's directory, or set HOUSTON_STATE_DIR to use another store.
    Check before you run it again: with `houston reconcile createWorkspace --sandbox --since [TIME]` and the same arguments, or with `houston workspaces --sandbox`.
    [exit: 7]
    ");
}
