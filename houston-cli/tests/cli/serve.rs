//! `houston sandbox serve`: the embedded Houston for other programs.

use std::io::{BufRead, BufReader, Read};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use houston_sandbox::WORKSPACE_ID;

use crate::environment::{Environment, lasting};

/// A serving process. It ends with the test, whatever its result.
pub(crate) struct Serving {
    pub(crate) process: Child,
    pub(crate) url: String,
    /// The text of stderr so far.
    said: String,
}

impl Serving {
    pub(crate) fn start(user: &Environment) -> Self {
        Serving::start_with(user, &[])
    }

    /// Starts it with more arguments of `sandbox serve`.
    pub(crate) fn start_with(user: &Environment, words: &[&str]) -> Self {
        let mut command = user.command(&[&["sandbox", "serve"], words].concat());
        let mut process = command.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
        let mut line = String::new();
        BufReader::new(process.stdout.take().unwrap()).read_line(&mut line).unwrap();
        let url = line
            .strip_prefix("export HOUSTON_URL=")
            .expect("a line for the shell")
            .trim()
            .to_owned();
        let mut said = String::new();
        let mut stderr = BufReader::new(process.stderr.take().unwrap());
        stderr.read_line(&mut said).unwrap();
        stderr.read_line(&mut said).unwrap();
        process.stderr = Some(stderr.into_inner());
        Serving { process, url, said }
    }

    /// The token in the file that it wrote.
    pub(crate) fn token(&self) -> String {
        let path = self.said.split("token is in ").nth(1).unwrap().split(":\n").next().unwrap();
        #[cfg(unix)]
        {
            use std::os::unix::fs::PermissionsExt;
            assert_eq!(std::fs::metadata(path).unwrap().permissions().mode() & 0o777, 0o600);
        }
        std::fs::read_to_string(path).unwrap().trim().to_owned()
    }

    /// Sends a signal, and waits until the process ends.
    fn stop(mut self, signal: &str) -> (Option<i32>, String) {
        let id = self.process.id().to_string();
        assert!(Command::new("kill").args([signal, &id]).status().unwrap().success());
        let status = self.process.wait().unwrap();
        let mut said = String::new();
        self.process.stderr.take().unwrap().read_to_string(&mut said).unwrap();
        (status.code(), said)
    }
}

impl Drop for Serving {
    fn drop(&mut self) {
        // It may have ended already.
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

fn at(server: &Serving, token: &str) -> Environment {
    Environment::new().set("HOUSTON_URL", &server.url).set("HOUSTON_TOKEN", token)
}

#[test]
fn a_service_account_makes_a_workspace_and_a_deployment() {
    let user = Environment::new();
    let server = Serving::start(&user);
    let token = server.token();
    assert!(!server.said.contains(&token));

    let administrator = at(&server, &token);
    let account = administrator.answer(&[
        "createSystemServiceAccount",
        "--label",
        "ci",
        "--role",
        "SYSTEM_ADMIN",
    ]);
    let robot = at(&server, account["apiKey"].as_str().unwrap());
    let workspace = robot.answer(&["createWorkspace", "--label", "Data"]);
    let id = workspace["id"].as_str().unwrap();
    let made = robot.answer(&[
        "createDeployment",
        "--workspace-uuid",
        id,
        "--type",
        "airflow",
        "--label",
        "ETL",
        "--config.executor",
        "LocalExecutor",
    ]);
    let found = robot.answer(&["workspaceDeployments", "--workspace-uuid", id]);
    assert_eq!(found[0]["id"], made["id"]);
    assert_eq!(found[0]["config"]["executor"], "LocalExecutor");
    assert_eq!(found.as_array().unwrap().len(), 1);
}

#[test]
fn a_refused_caller_sees_the_missing_permission() {
    let user = Environment::new();
    let server = Serving::start(&user);
    let administrator = at(&server, &server.token());
    let account = administrator.answer(&[
        "createWorkspaceServiceAccount",
        "--workspace-uuid",
        WORKSPACE_ID,
        "--label",
        "a",
        "--role",
        "WORKSPACE_VIEWER",
    ]);
    let call =
        ["createDeployment", "--workspace-uuid", WORKSPACE_ID, "--type", "airflow", "--label", "a"];
    let viewer = at(&server, account["apiKey"].as_str().unwrap()).run(&call);
    insta::assert_snapshot!(viewer, @"
    ------- stderr -------
    error: createDeployment: Insufficient permissions. (INTERNAL_SERVER_ERROR) at createDeployment [not-allowed]
      The server refused the mutation. It had no effect.
    createDeployment needs the permission workspace.deployments.create; roles that have it by default: WORKSPACE_ADMIN, WORKSPACE_EDITOR.
    Ask an administrator for a role with this permission: `houston describe createDeployment` names the roles.
    The server gives the same answer if the object does not exist: check `--workspace-uuid`.
    The server answers the same for a wrong or expired token. Yours is a service account key, from HOUSTON_TOKEN. Get another with `houston auth login`.
    [exit: 3]
    ");
    let anonymous = Environment::new().set("HOUSTON_URL", &server.url).run(&call);
    insta::assert_snapshot!(anonymous, @"
    ------- stderr -------
    error: createDeployment: Insufficient permissions. (INTERNAL_SERVER_ERROR) at createDeployment [not-allowed]
      The server refused the mutation. It had no effect.
    createDeployment needs the permission workspace.deployments.create; roles that have it by default: WORKSPACE_ADMIN, WORKSPACE_EDITOR.
    There was no token: set HOUSTON_TOKEN, or run `houston auth login`.
    [exit: 3]
    ");
}

#[test]
fn calls_in_process_go_to_the_server_that_has_the_store() {
    let user = Environment::new();
    let server = Serving::start(&user);
    let start = Instant::now();
    user.answer(&["--sandbox", "createWorkspace", "--label", "Data"]);
    assert!(start.elapsed() < Duration::from_secs(4), "it waited for the store");
    let found = at(&server, &server.token()).answer(&["workspaces"]);
    assert_eq!(found.as_array().unwrap().len(), 2);

    let second = user.run(&["sandbox", "serve"]);
    insta::assert_snapshot!(second.naming(&server.url, "[URL]"), @"
    ------- stderr -------
    error: the store is already served at [URL] [not-reached]
    Serve another one with `--store DIR`.
    [exit: 6]
    ");
}

#[test]
fn it_ends_cleanly_when_it_is_told_to() {
    let user = Environment::new();
    for signal in ["-INT", "-TERM"] {
        let server = Serving::start(&user);
        assert!(user.store().join("server.url").exists());
        assert_eq!(server.stop(signal), (Some(0), String::new()), "{signal}");
        assert!(!user.store().join("server.url").exists());
        user.answer(&["--sandbox", "workspaces"]);
    }
}

#[test]
fn a_server_that_was_killed_is_not_looked_for() {
    let user = Environment::new();
    Serving::start(&user).stop("-KILL");
    assert!(user.store().join("server.url").exists());
    user.answer(&["--sandbox", "workspaces"]);
    assert!(!user.store().join("server.url").exists());
}

#[test]
fn port_and_store_can_be_chosen() {
    let user = Environment::new();
    let taken = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    let port = taken.local_addr().unwrap().port().to_string();
    let store = tempfile::tempdir().unwrap();
    let elsewhere = store.path().to_str().unwrap();
    let ran = user.run(&["sandbox", "serve", "--port", &port, "--store", elsewhere]);
    insta::assert_snapshot!(ran.naming(&port, "[PORT]"), @"
    ------- stderr -------
    error: cannot listen on port [PORT] [usage]
      caused by: Address already in use (os error [N])
    Use another port with `--port N`; `--port 0` takes a free one.
    [exit: 2]
    ");
    assert!(store.path().join("houston.redb").exists() && !user.store().exists());
}

#[test]
fn a_call_can_go_wrong_on_request() {
    let user = Environment::new();
    let server = Serving::start_with(&user, &["--fault", "createWorkspace:1:drop-after"]);
    let administrator = at(&server, &server.token());
    let ran = administrator.run(&["createWorkspace", "--label", "Data"]);
    insta::assert_snapshot!(ran, @"
    ------- stderr -------
    error: createWorkspace: no complete answer: the connection was closed before the answer was complete [outcome-unknown]
      The server may have run the mutation. Check before you send it again.
    Check before you run it again: with `houston reconcile createWorkspace --since [TIME]` and the same arguments, or with `houston workspaces`.
    [exit: 7]
    ");
    // It did run: the exit code means that it may have.
    assert_eq!(administrator.answer(&["workspaces"]).as_array().unwrap().len(), 2);
    administrator.answer(&["createWorkspace", "--label", "More"]);
}

#[test]
fn a_seed_is_served() {
    let user = Environment::new();
    let file = user.store().with_extension("yaml");
    std::fs::create_dir_all(file.parent().unwrap()).unwrap();
    std::fs::write(
        &file,
        "serviceAccounts:\n  ci: { label: CI, role: SYSTEM_ADMIN, apiKey: 0123456789abcdef0123456789abcdef }\n",
    )
    .unwrap();
    let server = Serving::start_with(&user, &["--seed", file.to_str().unwrap()]);
    let robot = at(&server, "0123456789abcdef0123456789abcdef");
    robot.answer(&["createWorkspace", "--label", "Data"]);

    std::fs::write(&file, "users:\n  ada: { email: unknown }\n").unwrap();
    let other = Environment::new();
    let ran = other.run(&["sandbox", "serve", "--seed", file.to_str().unwrap()]);
    insta::assert_snapshot!(ran, @"
    ------- stderr -------
    error: cannot use the seed [DIR]/sandbox.yaml [usage]
      caused by: the seed is invalid: line 2: `unknown` is not a valid address
    [exit: 2]
    ");
    assert!(!other.store().exists(), "a store was made");
}

#[test]
fn an_empty_platform_is_a_new_one() {
    let user = Environment::new();
    let server = Serving::start_with(&user, &["--empty"]);
    insta::assert_snapshot!(lasting(&server.said), @"
    The platform is empty and has no administrator:
      the first user that is created becomes one
    ");
    server.stop("-INT");
    let ran = user.run(&["sandbox", "serve", "--empty"]);
    insta::assert_snapshot!(ran, @"
    ------- stderr -------
    error: --empty needs a new store, but there is one in [DIR]/sandbox [usage]
    Remove it with `houston sandbox reset`, or use another one with `--store DIR`.
    [exit: 2]
    ");
}

#[test]
fn a_store_is_removed_unless_it_is_served() {
    let user = Environment::new();
    let server = Serving::start(&user);
    let first = server.token();
    let ran = user.run(&["sandbox", "reset", "--yes"]);
    insta::assert_snapshot!(ran.naming(&server.url, "[URL]"), @"
    ------- stderr -------
    error: cannot remove the sandbox's store in [DIR]/sandbox [not-reached]
      caused by: another process has the sandbox's store [DIR]/sandbox/houston.redb open
    End the process that serves it at [URL].
    [exit: 6]
    ");
    at(&server, &first).answer(&["workspaces"]);
    server.stop("-INT");
    let ran = user.run(&["sandbox", "reset", "--yes"]);
    assert_eq!((ran.code, ran.stdout.as_str()), (0, ""), "{ran}");
    assert!(!user.store().join("houston.redb").exists());
    assert!(!user.store().join("administrator.token").exists());
    assert_ne!(Serving::start(&user).token(), first);
}

#[test]
fn a_fault_that_means_nothing_is_refused() {
    let user = Environment::new();
    insta::assert_snapshot!(user.session(&[
        "sandbox serve --fault createDeploymnet:1:502",
        "sandbox serve --fault workspaces",
    ]), @"
    $ sandbox serve --fault createDeploymnet:1:502
    ------- stderr -------
    error: `createDeploymnet:1:502` is not a valid fault [usage]
      caused by: unknown operation `createDeploymnet`
    See the grammar with `houston sandbox serve --help`.
    [exit: 2]

    $ sandbox serve --fault workspaces
    ------- stderr -------
    error: `workspaces` is not a valid fault [usage]
      caused by: `workspaces` does not have the form OPERATION:CALLS:EFFECT
    See the grammar with `houston sandbox serve --help`.
    [exit: 2]
    ");
}

#[test]
fn an_idempotent_mutation_is_repeated_when_asked() {
    let user = Environment::new();
    for (option, code) in [(None, 7), (Some("--retry-idempotent"), 0)] {
        let served = Serving::start_with(&user, &["--fault", "updateWorkspace:1:drop-after"]);
        let call = "updateWorkspace --payload.label b --workspace-uuid";
        let words: Vec<&str> = call.split(' ').chain([WORKSPACE_ID]).chain(option).collect();
        let ran = at(&served, &served.token()).run(&words);
        assert_eq!(ran.code, code, "{option:?}: {ran}");
    }
}
