//! The command line beside curl, and beside a program that does nothing but one call.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use houston_codegen::introspection;
use houston_codegen::parse::syntax::Document;
use houston_tests::server::{Answers, Script, Server, http};
use tempfile::TempDir;

use crate::turns::{Measured, checked, measure, report, version};
use crate::{Result, document, github, line, target, workspace};

const ROUNDS: usize = 101;

/// A call of an operation.
struct Call {
    /// The words behind `houston`.
    words: &'static str,
    /// What it sends, but for the document's white space.
    body: &'static str,
    /// The server's answer.
    answer: &'static str,
}

const BUILT_IN: Call = Call {
    words: "createDeployment --workspace-uuid ck0sandbox0workspace00001 --type airflow --label etl --fields id,label,releaseName",
    body: r#"{"query":"mutation ($workspaceUuid: Uuid!, $type: String!, $label: String!) {\n  createDeployment(workspaceUuid: $workspaceUuid, type: $type, label: $label) {\n    id\n    label\n    releaseName\n  }\n}\n","variables":{"workspaceUuid":"ck0sandbox0workspace00001","type":"airflow","label":"etl"}}"#,
    answer: r#"{"data":{"createDeployment":{"id":"ckmwutkqhy0000w3x9ekeava4","label":"etl","releaseName":"lunar-meteor-7341"}}}"#,
};

const PLATFORM: Call = Call {
    words: "upsertDeployment --workspace-uuid ck0sandbox0workspace00001 --label etl --fields id,label,releaseName",
    body: r#"{"query":"mutation ($workspaceUuid: Uuid, $label: String) {\n  upsertDeployment(workspaceUuid: $workspaceUuid, label: $label) {\n    id\n    label\n    releaseName\n  }\n}\n","variables":{"workspaceUuid":"ck0sandbox0workspace00001","label":"etl"}}"#,
    answer: r#"{"data":{"upsertDeployment":{"id":"ckmwutkqhy0000w3x9ekeava4","label":"etl","releaseName":"lunar-meteor-7341"}}}"#,
};

const GITHUB: Call = Call {
    words: "addStar --input.starrable-id MDEwOlJlcG9zaXRvcnkx --fields starrable.id",
    body: r#"{"query":"mutation ($input: AddStarInput!) {\n  addStar(input: $input) {\n    starrable {\n      id\n    }\n  }\n}\n","variables":{"input":{"starrableId":"MDEwOlJlcG9zaXRvcnkx"}}}"#,
    answer: r#"{"data":{"addStar":{"starrable":{"id":"MDEwOlJlcG9zaXRvcnkx"}}}}"#,
};

/// A server, and the command lines that call it.
struct Peer<'p> {
    call: &'p Call,
    url: String,
    houston: &'p Path,
    /// Where pulled schemas are kept.
    state: TempDir,
}

impl<'p> Peer<'p> {
    /// A server that answers with this schema, or has none.
    fn new(call: &'p Call, schema: Option<&Document>, houston: &'p Path) -> Result<Self> {
        let headers = "Content-Type: application/json\r\nConnection: close\r\n";
        let answer = |body: &str| http("200 OK", headers, body);
        let schema = match schema {
            Some(schema) => answer(&format!(r#"{{"data":{}}}"#, introspection::json(schema))),
            None => answer(r#"{"errors":[{"message":"GraphQL introspection is not allowed"}]}"#),
        };
        let version = answer(r#"{"data":{"appConfig":{"version":"2.1.0"}}}"#);
        let done = answer(call.answer);
        let answers = Answers::new(move |request: &str| match request {
            _ if request.contains("__schema") => schema.clone(),
            _ if request.contains("appConfig") => version.clone(),
            _ => done.clone(),
        });
        let url = Server::new(Script::Answer(answers)).url;
        Ok(Peer { call, url, houston, state: tempfile::tempdir()? })
    }

    fn houston(&self, words: &[&str]) -> Result<Command> {
        let mut command = Command::new(self.houston);
        command.env_clear().env("HOUSTON_TOKEN", "token").args(words);
        command.env("HOUSTON_CONFIG_DIR", self.state.path());
        command.env("HOUSTON_STATE_DIR", self.state.path());
        Ok(command)
    }

    fn ours(&self, more: &[&str]) -> Result<Command> {
        let words: Vec<&str> = self.call.words.split(' ').collect();
        self.houston(&[&["--url", &self.url], more, &words[..]].concat())
    }

    /// A call that pulls the schema first.
    fn first(&self) -> Result<Command> {
        fs::remove_dir_all(self.state.path().join("schemas"))?;
        self.ours(&[])
    }

    fn curl(&self) -> Result<Command> {
        let mut command = Command::new("curl");
        command.args(["--silent", "--show-error", "--fail-with-body", &self.url]);
        command.args(["--header", "Content-Type: application/json"]);
        command.args(["--header", "Authorization: token", "--data-binary", self.call.body]);
        Ok(command)
    }

    /// How large the file is that a call reads.
    fn kept(&self) -> Result<u64> {
        let files = fs::read_dir(self.state.path().join("schemas"))?;
        let files: Vec<PathBuf> = files.map(|file| Ok(file?.path())).collect::<Result<_>>()?;
        let schema = files.iter().find(|path| path.extension().is_some_and(|end| end == "schema"));
        Ok(schema.ok_or("no schema was pulled")?.metadata()?.len() >> 10)
    }
}

/// Builds the programs, and returns ours and the minimal one.
fn programs() -> Result<(PathBuf, PathBuf)> {
    let mut build = Command::new("cargo");
    build.args(["build", "--release", "--quiet", "--locked", "-p", "houston-cli"]);
    build.args(["-p", "houston-bench", "--bin", "houston", "--example", "minimal_call"]);
    checked(build.current_dir(workspace()))?;
    let release = target()?.join("release");
    Ok((release.join("houston"), release.join("examples/minimal_call")))
}

pub(crate) fn run() -> Result {
    line(version("curl")?.lines().next().unwrap_or_default());
    let (houston, minimal) = programs()?;
    let built_in = Peer::new(&BUILT_IN, None, &houston)?;
    let alone = || {
        let mut command = Command::new(&minimal);
        command.args([&built_in.url, "token", built_in.call.body]);
        Ok(command)
    };
    let measured = measure(
        ROUNDS,
        &[
            &|| built_in.ours(&["--schema", "built-in"]),
            &|| built_in.curl(),
            &alone,
            &|| built_in.houston(&["--version"]),
            &|| built_in.houston(&["describe", "createDeployment"]),
            &|| built_in.houston(&["list"]),
        ],
    )?;
    let [ours, curl, minimal, version, describe, list]: [Measured; 6] =
        measured.try_into().map_err(|_| "a command was not measured")?;
    report("createDeployment, built-in schema", ours, ("curl", curl), 1.0);
    report("createDeployment, built-in schema", ours, ("a minimal reqwest binary", minimal), 2.0);
    for (what, measured, due) in [
        ("--version", version, ""),
        ("describe createDeployment", describe, " (due: at most 5 ms)"),
        ("list", list, ""),
    ] {
        let milliseconds = measured.wall.as_secs_f64() * 1_000.0;
        line(&format!("{what}: {milliseconds:.1} ms, {:.0} MiB{due}", measured.peak_mib));
    }
    let platform = document(&workspace().join("tests/schemas/lines/2.1.graphql"))?;
    pulled("a platform of 2.1", &Peer::new(&PLATFORM, Some(&platform), &houston)?, 0.6)?;
    pulled("GitHub's schema", &Peer::new(&GITHUB, Some(&github()?), &houston)?, 0.6)
}

/// A call with a schema that was pulled before, and the call that pulls it.
fn pulled(what: &str, peer: &Peer<'_>, due: f64) -> Result {
    let measured = measure(ROUNDS, &[&|| peer.ours(&[]), &|| peer.curl()])?;
    let [warm, curl]: [Measured; 2] =
        measured.try_into().map_err(|_| "a command was not measured")?;
    report(&format!("{what}, {} KiB pulled before", peer.kept()?), warm, ("curl", curl), due);
    let measured = measure(11, &[&|| peer.first(), &|| peer.curl()])?;
    let [first, curl]: [f64; 2] = [0, 1].map(|at| measured[at].wall.as_secs_f64());
    let ratio = first / curl;
    line(&format!("{what}, the call that pulls it: {first:.3} s; curl {curl:.3} s: {ratio:.1} x"));
    Ok(())
}
