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
    assert_eq!((again.code, again.stdout.as_str()), (4, ""), "{}", again.stderr);
    assert!(again.stderr.contains("already has a deployment named ETL"), "{}", again.stderr);
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
    ]);
    assert_eq!(ran.code, 0, "{}", ran.stderr);
    let made: serde_json::Value = serde_json::from_str(&ran.stdout).unwrap();
    assert_eq!(made["apiKey"].as_str().unwrap().len(), 32);
    assert_eq!(ran.stderr.lines().count(), 1, "{}", ran.stderr);
    assert!(ran.stderr.contains("masks it ten minutes"), "{}", ran.stderr);
}

#[test]
fn the_users_own_platform_is_not_looked_at() {
    // Each of these would be an error, if it were read.
    let user = Environment::new()
        .set("HOUSTON_TOKEN", "no token: canary")
        .set("HOUSTON_URL", "no URL: canary")
        .set("HOUSTON_BASE_DOMAIN", "no domain: canary");
    let elsewhere = user.run(&["workspaces"]);
    assert_eq!(elsewhere.code, 2, "{}", elsewhere.all());
    assert!(!elsewhere.all().contains("no token: canary"));
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
fn a_store_that_somebody_keeps_is_not_waited_for_without_end() {
    let user = Environment::new();
    let held = Sandbox::open(&user.store()).unwrap();
    let start = Instant::now();
    let ran = user.run(&["--sandbox", "workspaces"]);
    assert_eq!((ran.code, ran.stdout.as_str()), (6, ""), "{}", ran.stderr);
    assert!(ran.stderr.contains("held by another process"), "{}", ran.stderr);
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
            bare(&["--sandbox", "workspaces"]).env("TMPDIR", temporary.path()).output().unwrap(),
        )
    };
    let ran = run();
    assert_eq!(ran.code, 0, "{}", ran.stderr);
    assert!(ran.stdout.contains(WORKSPACE_ID));
    let state = std::fs::read_dir(temporary.path()).unwrap().next().unwrap().unwrap().path();
    assert!(ran.stderr.contains(state.to_str().unwrap()), "{}", ran.stderr);
    assert_eq!(state.metadata().unwrap().permissions().mode() & 0o777, 0o700);

    std::fs::set_permissions(&state, PermissionsExt::from_mode(0o755)).unwrap();
    let ran = run();
    assert_eq!((ran.code, ran.stdout.as_str()), (6, ""));
    assert!(ran.stderr.contains("not a directory that only you can look into"), "{}", ran.stderr);
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
    assert_eq!((ran.code, ran.stdout.as_str()), (6, ""));
    assert!(ran.stderr.contains(file.path().to_str().unwrap()), "{}", ran.stderr);
}

#[cfg(target_os = "linux")]
#[test]
fn an_answer_that_cannot_be_written_was_an_answer() {
    let user = Environment::new();
    let full = std::fs::OpenOptions::new().write(true).open("/dev/full").unwrap();
    let mut command = user.command(&["--sandbox", "createWorkspace", "--label", "Data"]);
    let ran = Ran::new(command.stdout(full).output().unwrap());
    assert_eq!(ran.code, 5);
    assert!(ran.stderr.contains("createWorkspace ran: only its answer is lost"), "{}", ran.stderr);
    assert_eq!(user.answer(&["--sandbox", "workspaces"]).as_array().unwrap().len(), 2);
}
