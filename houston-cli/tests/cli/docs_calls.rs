//! The calls on the pages of ten operations run, in every language, against the sandbox.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};

use houston_sandbox::WORKSPACE_ID;
use houston_schema::text::kebab;
use houston_tests::build;
use houston_tests::installed::{has_program, is_installed, node, workspace};

use crate::docs::{files, written};
use crate::environment::Environment;
use crate::serve::Serving;

/// Operations whose calls run.
const RUN: [&str; 10] = [
    "appConfig",
    "self",
    "workspaces",
    "workspaceServiceAccounts",
    "workspaceDeployments",
    "deploymentVariables",
    "createWorkspace",
    "createDeployment",
    "createSystemServiceAccount",
    "createUser",
];

const SEED: &str = "
workspaces:
  data: { label: Data }
deployments:
  etl: { workspace: data, label: ETL, variables: { STAGE: test } }
settings: { publicSignups: true }
";

/// The calls of an operation: the language, and the text as a reader copies it.
pub(crate) fn calls(files: &BTreeMap<String, String>, name: &str) -> Vec<(String, String)> {
    let of = |kind: &str| files.get(&format!("{kind}/{name}.html"));
    let page = ["queries", "mutations", "subscriptions"].into_iter().find_map(of).unwrap();
    let panels = page.split("<div class=\"panel of-").skip(1);
    let call = |panel: &str| {
        let (language, rest) = panel.split_once('"').unwrap();
        let text = rest.split_once("<code>").unwrap().1.split_once("</code>").unwrap().0;
        (language.to_owned(), unescaped(text))
    };
    panels.map(call).collect()
}

/// The text that a browser shows for escaped text.
fn unescaped(text: &str) -> String {
    let mut parts = text.split('&');
    let mut shown = parts.next().unwrap().to_owned();
    for part in parts {
        let (name, rest) = part.split_once(';').unwrap();
        let code = name.strip_prefix('#').and_then(|code| code.parse().ok());
        shown.push(code.and_then(char::from_u32).unwrap_or_else(|| panic!("&{name};")));
        shown.push_str(rest);
    }
    shown
}

/// Puts values in the places of the words in capitals.
fn filled(text: &str, language: &str) -> String {
    let (label, email) = (format!("by-{language}"), format!("{language}@example.com"));
    let values = [
        ("DEPLOYMENT_UUID", "ck00000000000000000000etl"),
        ("WORKSPACE_UUID", WORKSPACE_ID),
        ("LABEL", &label),
        ("EMAIL", &email),
        ("\"PASSWORD\"", "\"moon-landing-1969\""),
    ];
    let text = values.iter().fold(text.to_owned(), |text, (word, value)| text.replace(word, value));
    // Not that of `Content-Type`, which has small letters.
    text.replace("TYPE", "airflow")
}

/// The example of the client with all calls in Rust.
fn in_rust(calls: &[(&str, String)]) -> String {
    let mut text = "//! The calls of the reference in Rust. `HOUSTON_WRITE_DOCS=1` writes this file.\n\n\
         #![allow(clippy::print_stdout, unreachable_pub, reason = \"they are as the pages show them\")]\n\n"
        .to_owned();
    text += "fn main() -> Result<(), Box<dyn std::error::Error>> {\n    \
         match std::env::args().nth(1).as_deref() {\n";
    for (name, _) in calls {
        text += &format!("        Some({name:?}) => {}::main(),\n", module(name));
    }
    text += "        other => Err(format!(\"unknown call {other:?}\").into()),\n    }\n}\n";
    for (name, call) in calls {
        let call = call.replace("async fn main", "pub async fn main");
        let lines = call.lines().map(|line| match line {
            "" => "\n".to_owned(),
            line => format!("    {line}\n"),
        });
        text += &format!(
            "\n#[rustfmt::skip]\nmod {} {{\n{}}}\n",
            module(name),
            lines.collect::<String>()
        );
    }
    text
}

fn module(name: &str) -> String {
    format!("call_{}", kebab(name).replace('-', "_"))
}

/// Runs a call in a new folder. It must succeed.
fn run(what: &str, command: &mut Command, (url, token): (&str, &str)) {
    let folder = tempfile::tempdir().unwrap();
    command.current_dir(folder.path()).stdin(Stdio::null());
    command.env("HOUSTON_URL", url).env("HOUSTON_TOKEN", token);
    command.env("HOUSTON_ARG_PASSWORD", "moon-landing-1969");
    let ran = command.output().unwrap_or_else(|error| panic!("{what}: {error}"));
    let said = [ran.stdout, ran.stderr].map(|said| String::from_utf8_lossy(&said).into_owned());
    assert!(ran.status.success(), "{what}: {}", said.concat());
    assert!(!said[0].trim().is_empty(), "{what}: {}", said.concat());
    assert!(!said[0].contains("\"errors\""), "{what}: {}", said[0]);
}

#[test]
fn every_call_of_ten_operations_runs() {
    let (_home, folder) = written(None);
    let files = files(&folder);
    let user = Environment::new();
    let seed = user.store().with_file_name("seed.yaml");
    fs::write(&seed, SEED).unwrap();
    let server = Serving::start_with(&user, &["--seed", seed.to_str().unwrap()]);
    let token = fs::read_to_string(user.store().join("administrator.token")).unwrap();
    let token = token.trim();

    let all: Vec<(&str, String, String)> = RUN
        .into_iter()
        .flat_map(|name| {
            let calls = calls(&files, name);
            assert_eq!(calls.len(), 5, "{name}");
            calls.into_iter().map(move |(language, text)| {
                let text = filled(&text, &language);
                (name, language, text)
            })
        })
        .collect();
    let rust: Vec<(&str, String)> = all
        .iter()
        .filter(|(_, language, _)| language == "rust")
        .map(|(name, _, text)| (*name, text.clone()))
        .collect();
    let example = workspace().join("houston-client/examples/calls.rs");
    let text = in_rust(&rust);
    if std::env::var_os("HOUSTON_WRITE_DOCS").is_some() {
        fs::write(&example, &text).unwrap();
    }
    assert_eq!(fs::read_to_string(&example).unwrap(), text, "HOUSTON_WRITE_DOCS=1 writes it again");
    let rust = build::example("calls");
    let binaries = Path::new(env!("CARGO_BIN_EXE_houston")).parent().unwrap();
    let path = std::env::var_os("PATH").unwrap_or_default();
    let paths = [binaries.to_owned()].into_iter().chain(std::env::split_paths(&path));
    let path = std::env::join_paths(paths).unwrap();
    let python = workspace().join("target/python/bin/python");
    let (has_curl, has_node) = (has_program("curl"), has_program("node"));
    let has_python = is_installed("gql", "target/python/bin/python");
    let mut ran = BTreeMap::<&str, usize>::new();
    for (name, language, text) in &all {
        let what = format!("{name} in {language}");
        let mut command = match &**language {
            "cli" => {
                let own = user.command(&[]);
                let mut command = Command::new("bash");
                command.args(["-c", text]).env("PATH", &path);
                command.envs(own.get_envs().filter_map(|(name, value)| Some((name, value?))));
                command
            }
            "rust" => {
                let mut command = Command::new(&rust);
                command.arg(name);
                command
            }
            "curl" if has_curl => {
                let mut command = Command::new("bash");
                command.args(["-c", text]);
                command
            }
            "javascript" if has_node => {
                let mut command = node();
                command.args(["--input-type=module", "-e", text]);
                command
            }
            "python" if has_python => {
                let mut command = Command::new(&python);
                command.args(["-c", text]);
                command
            }
            _ => continue,
        };
        run(&what, &mut command, (&server.url, token));
        *ran.entry(language.as_str()).or_default() += 1;
    }
    assert!(ran.values().all(|count| *count == RUN.len()), "{ran:?}");
    // They did what they say.
    let there = Environment::new()
        .set("HOUSTON_URL", &server.url)
        .set("HOUSTON_TOKEN", token)
        .answer(&["workspaces", "-o", "json", "--fields", "label"])
        .to_string();
    for language in ran.keys() {
        assert!(there.contains(&format!("by-{language}")), "{language}: {there}");
    }
}
