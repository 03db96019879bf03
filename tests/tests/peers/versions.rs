//! The command line against servers of other versions: which operations work, and what the others say.

use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};

use houston_client::SCHEMA;
use houston_client::schema::{Operation, OperationKind};
use houston_tests::{build, sample};
use serde_json::{Value, json};

use crate::peer::{OF_HOUSTON, Peer, Ran, workspace};

/// The command line, in a home of its own.
struct User<'u> {
    program: &'u Path,
    home: &'u Path,
    url: &'u str,
}

impl User<'_> {
    fn run(&self, words: &[String]) -> Ran {
        let mut command = Command::new(self.program);
        command.env_clear().env("HOUSTON_CONFIG_DIR", self.home).env("HOUSTON_TOKEN", "canary");
        command.env("HOUSTON_STATE_DIR", self.home);
        command.args(words).stdin(Stdio::null());
        command.output().unwrap().into()
    }

    /// A call by the schema that is built in.
    fn call(&self, operation: &Operation) -> Ran {
        let mut words = vec![operation.kind.keyword().to_owned(), operation.name.to_string()];
        let options = ["--schema", "built-in", "--url", self.url, "--yes", "--allow-secret-args"];
        words.extend(options.into_iter().chain(["-o", "json"]).map(str::to_owned));
        for argument in operation.arguments.iter().filter(|argument| argument.required) {
            let value = match &operation.merge {
                // Each item has its key, although the schema does not say so.
                Some(merge) if merge.argument == argument.name && !merge.key.is_empty() => {
                    json!([{ &*merge.key: "A" }]).to_string()
                }
                _ => sample::word(&SCHEMA, &argument.ty),
            };
            words.push(format!("--{}={value}", argument.name));
        }
        self.run(&words)
    }
}

/// How a call ended, in a line.
fn ended(ran: &Ran) -> String {
    let first = ran.stderr.lines().find(|line| line.starts_with("error: ")).unwrap_or_default();
    let notes = ran.stderr.lines().filter_map(|line| line.strip_prefix("note: the server has no "));
    let left_out: Vec<&str> = notes.map(|note| note.trim_end_matches(": it is left out")).collect();
    let (first, code) = first.trim_end_matches(']').rsplit_once(" [").unwrap_or((first, ""));
    match (ran.code, left_out.is_empty()) {
        (0, true) => "works".to_owned(),
        (0, false) => format!("works without {}", left_out.join(", ")),
        (exit, _) => {
            let (_, what) = first.split_once(": ").unwrap_or_default();
            let (_, what) = what.split_once(": ").unwrap_or(("", what));
            format!("exit {exit}, {code}: {what}")
        }
    }
}

/// Every operation against a server of this line; then, with its schema pulled, every one of its own.
fn against(line: &str) -> Option<String> {
    let folder = tempfile::tempdir().unwrap();
    let schema = workspace().join(format!("tests/schemas/lines/{line}.graphql"));
    let peer = Peer::start(OF_HOUSTON, &schema, &[])?;
    let program = build::houston();
    let user = User { program: &program, home: folder.path(), url: &peer.url };
    let operations =
        || SCHEMA.operations.iter().filter(|row| row.kind != OperationKind::Subscription);
    let mut lines: Vec<String> = Vec::new();
    for operation in operations() {
        let ran = user.call(operation);
        assert!([0, 3, 4, 5].contains(&ran.code), "{}: {}", operation.name, ran.stderr);
        if ran.code == 4 {
            // Nothing ran, and both versions and the way on are named.
            assert!(ran.stdout.is_empty());
            for said in [
                "built from the schema of version 0.23",
                "The server is Houston 0.23.12",
                "schema pull",
            ] {
                assert!(ran.stderr.contains(said), "{}: {}", operation.name, ran.stderr);
            }
        }
        let ended = ended(&ran);
        if ended != "works" {
            lines.push(format!("{}: {ended}", operation.name));
        }
    }
    // Its own schema, pulled: every operation of the server can be called then.
    let words = |line: &str| line.split(' ').map(str::to_owned).collect::<Vec<_>>();
    let ran = user.run(&words(&format!("profile add there --url {}", peer.url)));
    assert_eq!(ran.code, 0, "{}", ran.stderr);
    let ran = user.run(&words("schema pull"));
    assert_eq!(ran.code, 0, "{}", ran.stderr);
    let rows: Value = serde_json::from_str(&user.run(&words("list -o json")).stdout).unwrap();
    let rows = rows["operations"].as_array().unwrap();
    for row in rows.iter().filter(|row| row["kind"] != "subscription") {
        let name = row["name"].as_str().unwrap();
        let skeleton = user.run(&words(&format!("skeleton {name} --required -o json")));
        let mut given: Value = serde_json::from_str(&skeleton.stdout).unwrap();
        filled(&mut given);
        let input = folder.path().join("input.json");
        fs::write(&input, given.to_string()).unwrap();
        let call = format!(
            "{} {name} --yes -o json --input {}",
            row["kind"].as_str().unwrap(),
            input.display()
        );
        let ran = user.run(&words(&call));
        assert!([0, 3].contains(&ran.code), "{name} by its own schema: {}", ran.stderr);
    }
    let count = rows.len();
    lines.push(format!("every other operation works; by the pulled schema, all {count} work"));
    Some(lines.join("\n"))
}

/// What a skeleton leaves open.
fn filled(value: &mut Value) {
    match value {
        Value::String(text) if text.is_empty() => *value = json!("CK0"),
        Value::Object(fields) => fields.iter_mut().for_each(|(name, value)| match value {
            Value::String(text) if text.is_empty() && name.ends_with("At") => {
                *value = json!("2026-11-28T17:00:00Z");
            }
            // The release name is read from the deployment that the server shows.
            Value::String(text) if text.is_empty() && name == "deploymentUuid" => {
                *value = json!("ck0mock0000000000000001");
            }
            value => filled(value),
        }),
        Value::Array(items) => items.iter_mut().for_each(filled),
        _ => {}
    }
}

#[test]
fn a_server_of_0_16_is_served_as_far_as_it_goes() {
    if let Some(text) = against("0.16") {
        insta::assert_snapshot!(text);
    }
}

#[test]
fn a_server_of_2_1_is_served_as_far_as_it_goes() {
    if let Some(text) = against("2.1") {
        insta::assert_snapshot!(text);
    }
}
