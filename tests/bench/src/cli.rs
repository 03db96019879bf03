//! The command line beside curl, and beside a program that does nothing but one call.

use std::process::Command;

use houston_tests::server::{Script, Server, http};

use crate::turns::{Measured, checked, measure, report, version};
use crate::{Result, line, target, workspace};

const ROUNDS: usize = 101;

/// What `houston createDeployment` sends, but for the document's white space.
const BODY: &str = r#"{"query":"mutation ($workspaceUuid: Uuid!, $type: String!, $label: String!) {\n  createDeployment(workspaceUuid: $workspaceUuid, type: $type, label: $label) {\n    id\n    label\n    releaseName\n  }\n}\n","variables":{"workspaceUuid":"ck0sandbox0workspace00001","type":"airflow","label":"etl"}}"#;

/// The server's answer.
const ANSWER: &str = r#"{"data":{"createDeployment":{"id":"ckmwutkqhy0000w3x9ekeava4","label":"etl","releaseName":"lunar-meteor-7341"}}}"#;

pub(crate) fn run() -> Result {
    line(version("curl")?.lines().next().unwrap_or_default());
    let mut build = Command::new("cargo");
    build.args([
        "build",
        "--release",
        "--quiet",
        "--locked",
        "-p",
        "houston-cli",
        "-p",
        "houston-bench",
    ]);
    checked(
        build.args(["--bin", "houston", "--example", "minimal_call"]).current_dir(workspace()),
    )?;
    let target = target()?;
    let houston = target.join("release/houston");
    let minimal = target.join("release/examples/minimal_call");
    let headers = "content-type: application/json\r\nconnection: close\r\n";
    let url = Server::new(Script::Write(http("200 OK", headers, ANSWER))).url;
    let nowhere = tempfile::tempdir()?;
    let ours = |words: &[&str]| {
        let mut command = Command::new(&houston);
        command.env_clear().env("HOUSTON_TOKEN", "token").args(words);
        command.env("HOUSTON_CONFIG_DIR", nowhere.path());
        Ok(command)
    };
    let call = [
        "createDeployment",
        "--url",
        &url,
        "--workspace-uuid",
        "ck0sandbox0workspace00001",
        "--type",
        "airflow",
        "--label",
        "etl",
        "--fields",
        "id,label,releaseName",
    ];
    let curl = || {
        let mut command = Command::new("curl");
        command.args(["--silent", "--show-error", "--fail-with-body", &url]);
        command.args(["--header", "Content-Type: application/json"]);
        command.args(["--header", "Authorization: token", "--data-binary", BODY]);
        Ok(command)
    };
    let alone = || {
        let mut command = Command::new(&minimal);
        command.args([&url, "token", BODY]);
        Ok(command)
    };
    let measured = measure(
        ROUNDS,
        &[
            &|| ours(&call),
            &curl,
            &alone,
            &|| ours(&["--version"]),
            &|| ours(&["describe", "createDeployment"]),
            &|| ours(&["list"]),
        ],
    )?;
    let [ours, curl, minimal, version, describe, list]: [Measured; 6] =
        measured.try_into().map_err(|_| "a command was not measured")?;
    report("createDeployment", ours, ("curl", curl), 1.0);
    report("createDeployment", ours, ("a minimal reqwest binary", minimal), 2.0);
    for (what, measured, due) in [
        ("--version", version, ""),
        ("describe createDeployment", describe, " (due: at most 5 ms)"),
        ("list", list, ""),
    ] {
        let milliseconds = measured.wall.as_secs_f64() * 1_000.0;
        line(&format!("{what}: {milliseconds:.1} ms, {:.0} MiB{due}", measured.peak_mib));
    }
    Ok(())
}
