//! `SECURITY.md` names tests that exist.
#![allow(clippy::unwrap_used, reason = "the helpers of tests are tests")]

use std::collections::HashSet;
use std::fs;
use std::path::Path;

use houston_tests::installed::workspace;

const PAGE: &str = include_str!("../../SECURITY.md");

/// The functions in the files of a folder.
fn functions(folder: &Path, found: &mut HashSet<String>) {
    for entry in fs::read_dir(folder).unwrap().flatten() {
        let path = entry.path();
        if path.is_dir() {
            if !["target", "node_modules", "generated"]
                .iter()
                .any(|skipped| path.ends_with(skipped))
            {
                functions(&path, found);
            }
        } else if path.extension().is_some_and(|ending| ending == "rs") {
            let text = fs::read_to_string(&path).unwrap();
            let names = text.split("fn ").skip(1).filter_map(|rest| rest.split('(').next());
            found.extend(names.map(str::to_owned));
        }
    }
}

#[test]
fn every_test_that_the_page_names_exists() {
    let mut found = HashSet::new();
    for folder in ["houston-cli", "houston-client", "houston-codegen", "houston-sandbox", "tests"] {
        functions(&workspace().join(folder), &mut found);
    }
    let code = PAGE.split('`').skip(1).step_by(2);
    let is_name = |word: &&str| {
        word.matches('_').count() > 1
            && word.chars().all(|one| one.is_lowercase() || one == '_' || one.is_numeric())
    };
    let named: Vec<&str> = code.filter(is_name).collect();
    assert!(named.len() > 40, "{named:?}");
    let missing: Vec<&&str> = named.iter().filter(|name| !found.contains(**name)).collect();
    assert!(missing.is_empty(), "{missing:?}");
    assert!(include_str!("../../README.md").contains("](SECURITY.md)"));
}
