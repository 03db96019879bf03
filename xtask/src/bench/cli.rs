//! The command line beside curl, and beside a program that does nothing but one call.

use std::io::{Read, Write};
use std::net::{TcpListener, TcpStream};
use std::process::Command;

use super::turns::{Measured, checked, measure, report, version};
use crate::{output, workspace};

const ROUNDS: usize = 101;

/// What `houston createDeployment` sends, but for the document's white space.
const BODY: &str = r#"{"query":"mutation ($workspaceUuid: Uuid!, $type: String!, $label: String!) {\n  createDeployment(workspaceUuid: $workspaceUuid, type: $type, label: $label) {\n    id\n    label\n    releaseName\n  }\n}\n","variables":{"workspaceUuid":"ck0sandbox0workspace00001","type":"airflow","label":"etl"}}"#;

/// The server's answer.
const ANSWER: &str = r#"{"data":{"createDeployment":{"id":"ckmwutkqhy0000w3x9ekeava4","label":"etl","releaseName":"lunar-meteor-7341"}}}"#;

pub(super) fn run() -> Result<(), String> {
    output::line(version("curl")?.lines().next().unwrap_or_default());
    let mut build = Command::new("cargo");
    build.args([
        "build",
        "--release",
        "--quiet",
        "--locked",
        "-p",
        "houston-cli",
        "-p",
        "houston-tests",
    ]);
    checked(
        build.args(["--bin", "houston", "--example", "minimal_call"]).current_dir(workspace()),
    )?;
    let target = target()?;
    let houston = target.join("release/houston");
    let minimal = target.join("release/examples/minimal_call");
    let url = serve().map_err(|error| format!("error: cannot serve: {error}"))?;
    let nowhere = tempfile::tempdir().map_err(|error| format!("error: {error}"))?;
    let ours = |words: &[&str]| {
        let mut command = Command::new(&houston);
        command.env_clear().env("HOUSTON_TOKEN", "token").args(words);
        command.env("HOUSTON_CONFIG_DIR", nowhere.path());
        Ok::<_, String>(command)
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
        measured.try_into().map_err(|_| "error: a command was not measured".to_owned())?;
    report("createDeployment", ours, ("curl", curl), 1.0);
    report("createDeployment", ours, ("a minimal reqwest binary", minimal), 2.0);
    for (what, measured, due) in [
        ("--version", version, ""),
        ("describe createDeployment", describe, " (due: at most 5 ms)"),
        ("list", list, ""),
    ] {
        let milliseconds = measured.wall.as_secs_f64() * 1_000.0;
        output::line(&format!("{what}: {milliseconds:.1} ms, {:.0} MiB{due}", measured.peak_mib));
    }
    Ok(())
}

/// Where cargo builds.
fn target() -> Result<std::path::PathBuf, String> {
    Ok(match std::env::var_os("CARGO_TARGET_DIR") {
        Some(folder) => std::path::absolute(folder).map_err(|error| format!("error: {error}"))?,
        None => workspace().join("target"),
    })
}

/// Gives everybody the same answer, until this process ends.
fn serve() -> std::io::Result<String> {
    let listener = TcpListener::bind("127.0.0.1:0")?;
    let url = format!("http://{}/v1", listener.local_addr()?);
    std::thread::spawn(move || {
        for stream in listener.incoming().flatten() {
            // One that hangs up is none of our business.
            std::thread::spawn(move || drop(answer(stream)));
        }
    });
    Ok(url)
}

fn answer(mut stream: TcpStream) -> std::io::Result<()> {
    let mut request = Vec::new();
    let mut chunk = [0; 8192];
    while !is_whole(&request) {
        match stream.read(&mut chunk)? {
            0 => return Ok(()),
            read => request.extend_from_slice(&chunk[..read]),
        }
    }
    let length = ANSWER.len();
    let head = format!(
        "HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: {length}\r\nconnection: close\r\n\r\n"
    );
    stream.write_all((head + ANSWER).as_bytes())
}

/// Whether a request has come with its body.
fn is_whole(request: &[u8]) -> bool {
    let text = String::from_utf8_lossy(request);
    let Some((head, body)) = text.split_once("\r\n\r\n") else { return false };
    let length = head.lines().find_map(|line| {
        let (name, value) = line.split_once(':')?;
        name.eq_ignore_ascii_case("content-length").then(|| value.trim().parse().ok())?
    });
    body.len() >= length.unwrap_or(0)
}
