//! Texts that people read: three habits that make them hard to read are refused.

use std::fs;
use std::path::{Path, PathBuf};

/// Endings of the files whose texts are ours: code, docs, schema, and what tests expect of them.
const READ: [&str; 7] = ["rs", "md", "toml", "graphql", "json", "snap", "stderr"];

/// Folders and files that hold no text of ours.
const SKIPPED: [&str; 6] =
    [".git", "target", "node_modules", "package-lock.json", "plain_english.rs", "tsp-output"];

#[test]
fn no_text_needs_a_second_reading() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap();
    let mut files = Vec::new();
    collect(root, &mut files);
    assert!(files.len() > 400, "only {} files were read", files.len());
    let mut found = Vec::new();
    for path in files {
        let Ok(text) = fs::read_to_string(&path) else { continue };
        for (at, line) in text.lines().enumerate() {
            if let Some(habit) = habit(line) {
                let place = path.strip_prefix(root).unwrap().display();
                found.push(format!("{place}:{}: {habit}: {}", at + 1, line.trim()));
            }
        }
    }
    assert!(found.is_empty(), "{} lines to rewrite:\n{}", found.len(), found.join("\n"));
}

#[test]
fn the_habits_are_recognized() {
    for line in [
        "`red` is no Color",
        "these are no names",
        "Also this, too.",
        "it is JSON, too",
        "Nobody knows",
        "for whoever reads it",
        "somebody's token",
    ] {
        assert!(habit(line).is_some(), "{line}");
    }
    for line in [
        "there is no operation of this name",
        "it is no longer there",
        "too long",
        "an answer, too large to read",
        "`is_somebody_there()`",
    ] {
        assert_eq!(habit(line), None, "{line}");
    }
}

/// The habit that a line shows, with what to write instead.
fn habit(line: &str) -> Option<&'static str> {
    let line = line.to_lowercase();
    let words: Vec<&str> = line
        .split(|letter: char| !letter.is_alphanumeric() && letter != '_')
        .filter(|word| !word.is_empty())
        .collect();
    let is_no = |at: usize| {
        matches!(words[at..], ["is" | "are", "no", next, ..] if !matches!(next, "longer" | "more"))
            && !(at > 0 && words[at - 1] == "there")
    };
    if (0..words.len()).any(is_no) {
        return Some("write `is not a valid X` instead of `is no X`");
    }
    let ends_in_too = line.match_indices(", too").any(|(at, found)| {
        let rest = &line[at + found.len()..];
        rest.is_empty() || rest.starts_with(['.', ',', ';', ':', ')', '!', '?', '"', '\\'])
    });
    if ends_in_too {
        return Some("write `also` in front instead of `too` at the end");
    }
    let unnamed = ["nobody", "somebody", "whoever", "nobody's", "somebody's"];
    if words.iter().any(|word| unnamed.contains(word)) {
        return Some("name who acts");
    }
    None
}

fn collect(folder: &Path, files: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).expect("the folder can be read").flatten() {
        let path = entry.path();
        let name = entry.file_name();
        if SKIPPED.iter().any(|skipped| name == *skipped) {
            continue;
        }
        if path.is_dir() {
            collect(&path, files);
        } else if path.extension().is_some_and(|ending| READ.iter().any(|read| ending == *read)) {
            files.push(path);
        }
    }
}
