//! `--wait` at a platform: Deployments that become healthy, fail, never move, and restart or do not.

use std::process::Child;
use std::time::Duration;

use houston_sandbox::WORKSPACE_ID;
use houston_tests::server::{Script, Server, closed, http};
use serde_json::json;

use crate::environment::{Environment, Ran};
use crate::rows_platform::{Platform, begin};
use crate::waiting::timeless;

const WAIT: [&str; 5] = ["--wait", "--every", "100ms", "--fields", "label"];

/// Begins to create a Deployment, and waits until its state was asked for.
fn create(platform: &Platform, more: &[&str]) -> Child {
    let own = [
        "createDeployment",
        "--workspace-uuid",
        WORKSPACE_ID,
        "--label",
        "etl",
        "--type",
        "airflow",
    ];
    let run = begin(&platform.user, &[&own[..], &WAIT[..], more].concat());
    platform.wait_for("createDeployment", 1);
    platform.wait_for("deployment", 1);
    run
}

/// What a call said, with its exit code, without ids and times.
fn ended(run: Child) -> (String, i32) {
    let ran = Ran::new(run.wait_with_output().unwrap());
    let said: Vec<String> = timeless(&ran.stderr)
        .lines()
        // Whether a wait takes a second depends on the machine.
        .filter(|line| !line.starts_with("waiting for "))
        .map(|line| {
            ["--where.id=", "--deployment-uuid="].iter().fold(line.to_owned(), |line, flag| {
                let Some((before, after)) = line.split_once(flag) else { return line };
                let id = after.find([' ', '`']).unwrap_or(after.len());
                format!("{before}{flag}[ID]{}", &after[id..])
            })
        })
        .collect();
    assert!(ran.stdout.contains(r#""label": "#), "{ran}");
    (said.join("\n"), ran.code)
}

#[test]
fn a_new_deployment_is_healthy_has_failed_or_never_moves() {
    for (fault, code) in [
        ("createDeployment:1:becomes=HEALTHY", 0),
        ("createDeployment:1:becomes=UNHEALTHY", 11),
        ("createDeployment:1:becomes=UNKNOWN", 10),
    ] {
        let platform = Platform::start(&[fault]);
        let run = create(&platform, &["--for", "1500ms"]);
        platform.sandbox.clock().advance(Duration::from_secs(10));
        platform.wait_for("deployment", platform.ran("deployment").len() + 2);
        platform.sandbox.clock().advance(Duration::from_secs(60));
        let (said, exit) = ended(run);
        assert_eq!(exit, code, "{fault}: {said}");
        assert_eq!(platform.ran("createDeployment").len(), 1);
        match code {
            0 => insta::assert_snapshot!(said, @"
            after [T]: UNKNOWN
            after [T]: DEPLOYING
            after [T]: HEALTHY
            createDeployment: HEALTHY after [T]
            "),
            11 => insta::assert_snapshot!(said, @"
            after [T]: UNKNOWN
            after [T]: DEPLOYING
            after [T]: UNHEALTHY
            error: createDeployment: UNHEALTHY after [T] [wait-failed]
              createDeployment itself is done. Do not run it again.
            See why with `houston logs --deployment-uuid=[ID]`.
            "),
            _ => insta::assert_snapshot!(said, @r#"
            after [T]: UNKNOWN
            error: createDeployment: still UNKNOWN after [T] [wait-timed-out]
              createDeployment itself is done. Do not run it again.
            Wait on with `houston wait deployment --where.id=[ID] --fields deploymentStatus.status --until '.deploymentStatus.status == "HEALTHY"' --fail-when '.deploymentStatus.status == "UNHEALTHY"'`.
            "#),
        }
    }
}

#[test]
fn an_update_waits_for_a_restart_or_until_none_comes() {
    let platform = Platform::start(&[]);
    let run = create(&platform, &[]);
    platform.sandbox.clock().advance(Duration::from_secs(60));
    assert_eq!(ended(run).1, 0);
    let there = platform.ask("{ deployments { id } }");
    let id = there["deployments"][0]["id"].as_str().unwrap().to_owned();
    for (at, change) in
        [["--executor", "LocalExecutor"], ["--payload.label", "etl2"]].iter().enumerate()
    {
        let own = ["updateDeployment", "--deployment-uuid", &id, "--merge", "--settle", "1s"];
        let seen = platform.ran("deployment").len();
        let run = begin(&platform.user, &[&own[..], &change[..], &WAIT[..]].concat());
        platform.wait_for("updateDeployment", at + 1);
        if at == 0 {
            platform.wait_for("deployment", seen + 2);
            platform.sandbox.clock().advance(Duration::from_secs(60));
        }
        let (said, exit) = ended(run);
        assert_eq!(exit, 0, "{said}");
        match at {
            0 => insta::assert_snapshot!(said, @"
            note: payload.properties.alert_emails stays []
            note: through 0.16, the running deployment changes only with sync: true
            after [T]: DEPLOYING
            after [T]: HEALTHY
            updateDeployment: HEALTHY after [T], and another state before
            "),
            _ => insta::assert_snapshot!(said, @"
            note: payload.properties.alert_emails stays []
            note: through 0.16, the running deployment changes only with sync: true
            after [T]: HEALTHY
            updateDeployment: HEALTHY, and no other state in [T]: most likely nothing had to restart
            "),
        }
    }
}

#[test]
fn a_look_that_time_cuts_off_says_so() {
    let made = json!({ "data": { "createDeployment": { "id": "d1", "label": "a" } } });
    let made = http("200 OK", "connection: close\r\n", made.to_string());
    let server = Server::in_turn(vec![Script::Write(made), Script::Silent]);
    let user = Environment::new().set("HOUSTON_URL", &server.url).set("HOUSTON_TOKEN", "t");
    let own = ["createDeployment", "--workspace-uuid", "w", "--label", "a", "--type", "airflow"];
    let run = begin(&user, &[&own[..], &WAIT[..], &["--for", "1s"]].concat());
    let (said, exit) = ended(run);
    assert_eq!(exit, 10, "{said}");
    insta::assert_snapshot!(said, @r#"
    error: createDeployment: no state was seen in [T] [wait-timed-out]
      The last look failed: the server did not answer within [T]
      createDeployment itself is done. Do not run it again.
    Wait on with `houston wait deployment --where.id=[ID] --fields deploymentStatus.status --until '.deploymentStatus.status == "HEALTHY"' --fail-when '.deploymentStatus.status == "UNHEALTHY"'`.
    "#);
}

/// A schema of a platform that has no status.
#[test]
fn a_schema_without_the_state_is_named() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("older.graphql");
    let sdl = std::fs::read_to_string("../schema/houston.graphql").unwrap();
    let older =
        sdl.replace("  \"Health of the deployment.\"\n  deploymentStatus: DeploymentStatus\n", "");
    assert_ne!(older, sdl);
    std::fs::write(&path, older).unwrap();
    let own = ["createDeployment", "--workspace-uuid", "w", "--label", "a", "--type", "airflow"];
    let schema = ["--schema", path.to_str().unwrap()];
    let ran = Environment::new()
        .set("HOUSTON_URL", &closed())
        .run(&[&own[..], &WAIT[..], &schema[..]].concat());
    assert_eq!(ran.code, 2, "{ran}");
    insta::assert_snapshot!(ran.stderr, @"
    error: --wait: createDeployment does not have it: this schema has no `deploymentStatus.status` in a query `deployment` [usage]
    Nothing was sent. Run it without --wait, and wait with a query that shows the state: `houston wait workspaceDeployments … --until FILTER`. If your platform has that query, use its schema: `houston schema pull`.
    ");
}
