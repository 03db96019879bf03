//! The README does what it says.

#![allow(clippy::unwrap_used)]

use std::process::Command;

use houston_tests::build;
use houston_tests::installed::has_program;

const README: &str = include_str!("../../README.md");
const LIVE: &str = include_str!("../../docs/live.md");

/// The blocks of a page with this info string.
fn blocks(page: &str, info: &str) -> Vec<String> {
    let mut blocks = Vec::new();
    let mut block: Option<String> = None;
    for line in page.lines() {
        match &mut block {
            None if line == format!("```{info}") => block = Some(String::new()),
            Some(_) if line == "```" => blocks.extend(block.take()),
            Some(text) => text.extend([line, "\n"]),
            None => {}
        }
    }
    blocks
}

#[test]
fn every_command_runs_as_printed() {
    let houston = build::houston();
    let (readme, live) = (blocks(README, "sh"), blocks(LIVE, "sh"));
    assert!(readme.len() >= 3 && !live.is_empty(), "a page has lost its commands");
    for block in readme.into_iter().chain(live) {
        let words = block.split(|one: char| !one.is_alphanumeric() && one != '-');
        let uses = |program: &str| words.clone().any(|word| word == program);
        if !["curl", "jq"].into_iter().filter(|program| uses(program)).all(has_program) {
            continue;
        }
        let folder = tempfile::tempdir().unwrap();
        let path = std::env::var("PATH").unwrap();
        let path = format!("{}:{path}", houston.parent().unwrap().display());
        let ran = Command::new("bash")
            .args(["-euo", "pipefail", "-c", &block])
            .current_dir(folder.path())
            .env_clear()
            .env("PATH", path)
            .env("HOUSTON_STATE_DIR", folder.path().join("state"))
            .output()
            .unwrap();
        let (stdout, stderr) =
            (String::from_utf8_lossy(&ran.stdout), String::from_utf8_lossy(&ran.stderr));
        assert!(ran.status.success(), "{block}\n{stdout}\n{stderr}");
        assert!(!stdout.is_empty(), "{block}");
    }
}

#[test]
fn the_seed_is_one() {
    let [seed] = &blocks(README, "yaml")[..] else { panic!("the README has one seed") };
    houston_sandbox::Sandbox::builder().seed(seed).unwrap().in_memory().unwrap();
}

#[test]
fn the_set_up_is_two_commands() {
    let setup = blocks(README, "sh setup");
    assert_eq!(setup.len(), 2);
    assert_eq!(setup[1], "cargo xtask ci\n");
    assert!(setup[0].contains(houston_sandbox::WORKSPACE_ID), "{}", setup[0]);
}

/// It also runs as one of these tests.
#[test]
fn the_test_with_a_sandbox_is_as_printed() {
    let (_, printed) = include_str!("with_a_sandbox.rs").split_once("\n\n").unwrap();
    assert!(blocks(README, "rust").iter().any(|block| block == printed));
}
