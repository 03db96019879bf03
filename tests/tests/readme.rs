//! The README and the guides do what they say.

#![allow(clippy::unwrap_used)]

use std::fs;
use std::process::Command;

use houston_tests::build;
use houston_tests::installed::{has_program, workspace};

const README: &str = include_str!("../../README.md");

/// The guides with commands that run as printed, as the README's do.
const GUIDES: [&str; 4] = [
    include_str!("../../docs/commands.md"),
    include_str!("../../docs/live.md"),
    include_str!("../../docs/platform.md"),
    include_str!("../../docs/sandbox.md"),
];

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
    let pages = [README].into_iter().chain(GUIDES).map(|page| blocks(page, "sh"));
    let pages: Vec<Vec<String>> = pages.collect();
    assert!(pages.iter().all(|page| !page.is_empty()), "a page has lost its commands");
    for block in pages.into_iter().flatten() {
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
fn the_seeds_are_seeds() {
    let seeds = blocks(include_str!("../../docs/sandbox.md"), "yaml");
    assert_eq!(seeds.len(), 2);
    for seed in seeds {
        houston_sandbox::Sandbox::builder().seed(&seed).unwrap().in_memory().unwrap();
    }
}

#[test]
fn every_link_leads_to_a_file() {
    let pages = ["ARCHITECTURE.md", "CHANGELOG.md", "CONTRIBUTING.md", "README.md", "SECURITY.md"];
    let pages = pages.map(|page| workspace().join(page)).into_iter();
    let guides = fs::read_dir(workspace().join("docs")).unwrap().map(|entry| entry.unwrap().path());
    let mut count = 0;
    for page in pages.chain(guides).chain([workspace().join("schema/README.md")]) {
        let text = fs::read_to_string(&page).unwrap();
        for link in text.split("](").skip(1).filter_map(|rest| rest.split(')').next()) {
            if link.starts_with("https://") {
                continue;
            }
            let (file, heading) = link.split_once('#').unwrap_or((link, ""));
            let file = if file.is_empty() { page.clone() } else { page.with_file_name(file) };
            assert!(file.exists(), "{}: {link}", page.display());
            let is_heading = |line: &str| line.starts_with('#') && anchor(line) == heading;
            if !heading.is_empty() {
                let text = fs::read_to_string(&file).unwrap();
                assert!(text.lines().any(is_heading), "{}: {link}", page.display());
            }
            count += 1;
        }
    }
    assert!(count > 30, "{count}");
}

/// The name that GitHub gives a heading.
fn anchor(heading: &str) -> String {
    let words = heading.trim_start_matches('#').trim().to_lowercase();
    let kept = words.chars().filter(|one| one.is_alphanumeric() || [' ', '-', '_'].contains(one));
    kept.map(|one| if one == ' ' { '-' } else { one }).collect()
}

#[test]
fn the_readme_is_short() {
    assert!(README.lines().count() <= 200);
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
    assert!(blocks(GUIDES[3], "rust").iter().any(|block| block == printed));
}
