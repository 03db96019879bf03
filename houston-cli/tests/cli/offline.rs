//! Commands that need no network, without a network.

use std::process::Command;

use crate::environment::{Environment, Ran};

#[test]
fn offline_commands_work_without_a_network() {
    let unshared = ["unshare", "--net", "--map-root-user"];
    let can = Command::new(unshared[0]).args(&unshared[1..]).arg("true").output();
    if !can.is_ok_and(|output| output.status.success()) {
        assert!(std::env::var_os("CI").is_none(), "no network namespace can be made");
        // Shown with --nocapture when the tests are run by hand.
        #[allow(clippy::print_stderr, reason = "this is where a test says why it is skipped")]
        {
            eprintln!("skipped: no network namespace can be made");
        }
        return;
    }
    let user = Environment::new();
    let directory = tempfile::tempdir().unwrap();
    let directory = directory.path().to_str().unwrap();
    let create =
        "createDeployment --workspace-uuid @find:label=a --type airflow --label a --dry-run";
    for line in [
        "list",
        "list -o json",
        "describe createDeployment",
        "describe Role",
        "skeleton createDeployment",
        "explain",
        "explain 7",
        "completions bash",
        "complete elvish create",
        "complete elvish workspaces --base-domain example.com --fields i",
        &format!("man {directory}"),
        "--help",
        "createDeployment --help",
        create,
        &format!("{create} --base-domain example.com"),
        "workspaces --sandbox",
    ] {
        let words: Vec<&str> = line.split(' ').collect();
        let own = user.command(&words);
        let mut command = Command::new(unshared[0]);
        command.args(&unshared[1..]).arg(own.get_program()).args(own.get_args());
        for (name, value) in own.get_envs() {
            if let Some(value) = value {
                command.env(name, value);
            }
        }
        let ran = Ran::new(command.output().unwrap());
        assert_eq!(ran.code, 0, "{line}: {ran}");
    }
}
