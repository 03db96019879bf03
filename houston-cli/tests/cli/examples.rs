//! The examples at the end of each operation's help.

use std::collections::BTreeMap;
use std::process::{Command, Stdio};

use crate::environment::{Environment, Ran};

/// The examples in a help text.
fn examples(help: &str) -> Vec<String> {
    let (_, examples) = help.split_once("\nExamples\n").unwrap();
    examples.lines().map(|line| line.trim().to_owned()).collect()
}

/// Runs an example in a shell, as a plan.
fn run(user: &Environment, example: &str, schema: Option<&str>) -> Ran {
    let houston = user.command(&[]);
    let mut shell = Command::new("/bin/sh");
    let schema = schema.map_or(String::new(), |path| format!(" --schema {path}"));
    let words = example.strip_prefix("houston ").unwrap();
    let line = format!("{}{schema} {words} --dry-run --offline", env!("CARGO_BIN_EXE_houston"));
    shell.env_clear().envs(houston.get_envs().filter_map(|(name, value)| Some((name, value?))));
    shell.env("PASSWORD", "hidden").env("TOKEN", "hidden");
    shell.current_dir(user.config().parent().unwrap());
    Ran::new(shell.args(["-c", &line]).stdin(Stdio::null()).output().unwrap())
}

/// Each example is a call that could be sent, or says which file is missing.
fn all_run(schema: Option<&str>) -> BTreeMap<String, Vec<String>> {
    let user = Environment::new();
    let list = match schema {
        Some(path) => user.answer(&["list", "-o", "json", "--schema", path]),
        None => user.answer(&["list", "-o", "json"]),
    };
    let (mut all, mut wrong) = (BTreeMap::new(), String::new());
    for row in list["operations"].as_array().unwrap() {
        let (kind, name) = (row["kind"].as_str().unwrap(), row["name"].as_str().unwrap());
        let schema = schema.map(|path| ["--schema", path]);
        let schema = schema.as_ref().map_or(&[][..], |schema| &schema[..]);
        let help = user.run(&[schema, &[kind, name, "--help"]].concat());
        let examples = examples(&help.stdout);
        assert_eq!(examples.len(), 2, "{name}: {help}");
        for example in &examples {
            let ran = run(&user, example, schema.get(1).copied());
            let is_missing = example.contains(" --rows rows.csv")
                && ran.code == 2
                && ran.stderr.contains("rows.csv");
            if ran.code != 0 && !is_missing {
                wrong += &ran.after(example);
            }
        }
        all.insert(format!("{kind} {name}"), examples);
    }
    assert!(wrong.is_empty(), "{wrong}");
    all
}

#[test]
fn the_examples_of_every_operation_run() {
    let all = all_run(None);
    let lines: Vec<String> = all.into_values().flatten().collect();
    insta::assert_snapshot!(lines.join("\n"));
}

#[test]
fn the_examples_of_a_strangers_schema_run() {
    let root = concat!(env!("CARGO_MANIFEST_DIR"), "/../tests/schemas");
    let stranger = format!("{root}/stranger.graphql");
    let all = all_run(Some(&stranger));
    assert!(!all.is_empty());
}
