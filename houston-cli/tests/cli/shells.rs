//! Completions and pages of the manual in real programs: no text of a schema runs there.
#![cfg(unix)]

use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};

#[cfg(target_os = "linux")]
use crate::completions::each;
use crate::environment::Environment;

/// Descriptions that would create the file `ran`, if a program took them for code.
const TEXTS: [&str; 9] = [
    "$(touch ran)",
    "`touch ran`",
    "'; touch ran; '",
    r#"\"; touch ran; \""#,
    "]:x:($(touch ran))",
    r"\\' $(touch ran) \\\\' (touch ran)",
    "a' (touch ran) 'b (touch ran)",
    "${x:-$(touch ran)}",
    "{a,b};touch ran #",
];

fn schema() -> String {
    let all = TEXTS.join(" ");
    let lines = "\"\"\"\na\n.sy touch ran\n'sy touch ran\n\\X'x' \\n(.g\n.pso touch ran\n\"\"\"";
    let each: String = TEXTS
        .iter()
        .enumerate()
        .map(|(at, text)| format!("\"{text}\" a{at}: E = A @deprecated(reason: \"{text}\")\n"))
        .collect();
    format!(
        "{lines} type Query {{ \"{all}\" evil({each} \"{all}\" last: String): Int @deprecated(reason: \"{all}\") }}
        \"{all}\" enum E {{ \"{all}\" A \"{all}\" B @deprecated(reason: \"{all}\") }}"
    )
}

/// Runs a program in a directory; none if it is not installed.
fn ran(directory: &Path, words: &[&str]) -> Option<String> {
    let mut command = Command::new(words[0]);
    command.args(&words[1..]).current_dir(directory).stdin(Stdio::null());
    let output = command.output().ok()?;
    Some(String::from_utf8_lossy(&[output.stdout, output.stderr].concat()).into_owned())
}

/// The lines at whose end TAB is pressed: texts of the schema are shown, and what was typed is read.
#[cfg(target_os = "linux")]
const LINES: [&str; 12] = [
    "houston ",
    "houston ev",
    "houston evil ",
    "houston evil --",
    "houston evil --a0 ",
    "houston evil --a0=",
    "houston evil --fields ",
    "houston describe E.",
    "houston evil --last \"$(touch ran)\" --a0 ",
    "houston evil --last '`touch ran`' --",
    "houston evil --last $(touch ran",
    "houston --schema `touch ran` ev",
];

#[cfg(target_os = "linux")]
#[test]
fn no_text_runs_at_a_press_of_tab() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("schema.graphql");
    fs::write(&path, schema()).unwrap();
    let user = Environment::new().set("HOUSTON_SCHEMA", path.to_str().unwrap());
    each(&user, |mut shell| {
        for line in LINES {
            let line = shell.tab(line);
            let screen = shell.screen();
            assert!(!shell.folder.path().join("ran").exists(), "{line}: {screen}");
        }
        assert_eq!(shell.tab("houston ev").replace(' ', ""), "houstonevil|");
    });
}

#[test]
fn no_text_of_a_schema_runs_in_the_manual() {
    let user = Environment::new();
    let folder = tempfile::tempdir().unwrap();
    let path = |name: &str| folder.path().join(name);
    fs::write(path("schema.graphql"), schema()).unwrap();
    let pages = path("pages");
    let schema = path("schema.graphql");
    let words = ["man", pages.to_str().unwrap(), "--schema", schema.to_str().unwrap()];
    assert_eq!(user.run(&words).code, 0);
    for words in [
        &["groff", "-U", "-man", "-Tutf8", "pages/houston-evil.1"][..],
        &["man", "-l", "pages/houston-evil.1"],
    ] {
        // They may not be installed.
        if let Some(told) = ran(folder.path(), words) {
            assert!(!path("ran").exists(), "{words:?}: {told}");
        }
    }
}

/// Names of a schema reach a shell as they are, so no other names are taken.
#[test]
fn a_name_is_a_name() {
    let user = Environment::new();
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("schema.json");
    let ty = |ty: &str| format!(r#"{{"kind":"SCALAR","name":"{ty}"}}"#);
    for name in ["$(touch ran)", "`id`", "a b", "a'b", "-x", "a;b", "a\\nb", "\u{e9}"] {
        for (operation, argument, value) in [(name, "a", "A"), ("e", name, "A"), ("e", "a", name)] {
            let json = format!(
                r#"{{"data":{{"__schema":{{"queryType":{{"name":"Query"}},"types":[
                {{"kind":"OBJECT","name":"Query","fields":[{{"name":"{operation}","type":{int},
                "args":[{{"name":"{argument}","type":{{"kind":"ENUM","name":"E"}}}}]}}]}},
                {{"kind":"ENUM","name":"E","enumValues":[{{"name":"{value}"}}]}},{int},{boolean},{string}]}}}}}}"#,
                int = ty("Int"),
                boolean = ty("Boolean"),
                string = ty("String"),
            );
            fs::write(&path, json).unwrap();
            let schema = ["--schema", path.to_str().unwrap()];
            let ran = user.run(&[&["list"], &schema[..]].concat());
            assert!(ran.code == 2 && ran.stdout.is_empty(), "{name}: {ran}");
            let words = ["complete", "elvish", schema[0], schema[1], "query", ""];
            assert!(user.run(&words).all().is_empty(), "{name}");
        }
    }
}
