//! `houston docs`: the reference as pages, read from the disk and in a browser.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Instant;

use houston_tests::installed::{chromium, is_installed, node, workspace};
use serde_json::json;
use tempfile::TempDir;

use crate::environment::Environment;
use crate::platform::{Peer, answer, introspected};

/// Writes the reference of a schema; of the built-in one without a file.
pub(crate) fn written(schema: Option<&str>) -> (TempDir, PathBuf) {
    let home = TempDir::new().unwrap();
    let user = Environment::new();
    let folder = home.path().join("pages");
    let mut words = vec!["docs", folder.to_str().unwrap()];
    let file = home.path().join("schema.graphql");
    if let Some(schema) = schema {
        fs::write(&file, schema).unwrap();
        words.extend(["--schema", file.to_str().unwrap()]);
    }
    let ran = user.run(&words);
    assert_eq!(ran.code, 0, "{}", ran.stderr);
    assert_eq!(ran.stdout.trim(), folder.join("index.html").to_str().unwrap());
    (home, folder)
}

/// All files with their texts, by their paths.
pub(crate) fn files(folder: &Path) -> BTreeMap<String, String> {
    let mut files = BTreeMap::new();
    let mut open = vec![folder.to_owned()];
    while let Some(next) = open.pop() {
        for entry in fs::read_dir(next).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                open.push(path);
            } else {
                let name = path.strip_prefix(folder).unwrap().to_string_lossy().replace('\\', "/");
                files.insert(name, fs::read_to_string(path).unwrap());
            }
        }
    }
    files
}

/// The values of an attribute in a page.
fn values<'p>(page: &'p str, attribute: &str) -> Vec<&'p str> {
    let begin = format!(" {attribute}=\"");
    page.split(&begin).skip(1).map(|rest| rest.split('"').next().unwrap()).collect()
}

/// Checks that every link leads to a page of the folder, and returns how many there are.
fn check_links(files: &BTreeMap<String, String>) -> usize {
    let ids: BTreeMap<&str, BTreeSet<&str>> = files
        .iter()
        .map(|(path, page)| (path.as_str(), values(page, "id").into_iter().collect()))
        .collect();
    let mut count = 0;
    for (path, page) in files.iter().filter(|(path, _)| path.ends_with(".html")) {
        for link in [values(page, "href"), values(page, "src")].concat() {
            if link == "data:," {
                continue;
            }
            let (file, anchor) = link.split_once('#').unwrap_or((link, ""));
            let mut whole: Vec<&str> = path.split('/').collect();
            whole.pop();
            for part in file.split('/').filter(|part| !part.is_empty()) {
                if part == ".." {
                    whole.pop().map_or_else(|| panic!("{path}: {link}"), drop)
                } else {
                    whole.push(part)
                }
            }
            let target = if file.is_empty() { path.clone() } else { whole.join("/") };
            let known = ids.get(&*target).unwrap_or_else(|| panic!("{path} links to {link}"));
            assert!(anchor.is_empty() || known.contains(anchor), "{path} links to {link}");
            count += 1;
        }
    }
    count
}

#[test]
fn every_operation_and_type_has_a_page_and_no_link_is_dead() {
    let (_home, folder) = written(None);
    let files = files(&folder);
    let schema = &houston_client::SCHEMA;
    let pages = |part: &str| files.keys().filter(|path| path.starts_with(part)).count();
    let operations = pages("queries/") + pages("mutations/") + pages("subscriptions/");
    assert_eq!(operations, schema.operations.len());
    assert_eq!(pages("types/"), schema.types.len() + schema.shapes.len());
    assert!(check_links(&files) > 3000);
    let lower: BTreeSet<String> = files.keys().map(|path| path.to_lowercase()).collect();
    assert_eq!(lower.len(), files.len(), "two files differ by case alone");
    for (path, page) in files.iter().filter(|(path, _)| path.ends_with(".html")) {
        assert!(page.contains("Content-Security-Policy"), "{path}");
        assert!(!page.contains("http://") && !page.contains("https://"), "{path} names an address");
        for attribute in ["onclick", "onload", "style"] {
            assert_eq!(values(page, attribute), Vec::<&str>::new(), "{path}");
        }
    }
    let page = &files["mutations/createDeployment.html"];
    for part in ["workspace.deployments.create", "createDeployment", "required", "Trap."] {
        assert!(page.contains(part), "{part}");
    }
}

#[test]
fn calls_have_the_same_values_in_all_languages() {
    let (_home, folder) = written(None);
    let files = files(&folder);
    let shown = ["createDeployment", "createUser", "serviceAccounts", "log"].map(|name| {
        let calls = crate::docs_calls::calls(&files, name);
        let calls: Vec<String> = calls
            .iter()
            .map(|(language, text)| format!("--- {name}: {language}\n{text}\n"))
            .collect();
        calls.concat()
    });
    insta::assert_snapshot!(shown.concat());
}

#[test]
fn only_pages_of_an_earlier_run_are_replaced_or_removed() {
    let (home, folder) = written(Some("type Query { one: Int two: Int } type Other { a: Int }"));
    let schema = home.path().join("schema.graphql");
    let run = |text: &str| {
        fs::write(&schema, text).unwrap();
        let words = ["docs", folder.to_str().unwrap(), "--schema", schema.to_str().unwrap()];
        let ran = Environment::new().run(&words);
        (ran.code, ran.stderr.replace(home.path().to_str().unwrap(), "HOME"))
    };
    let note = folder.join("queries/note.txt");
    fs::write(&note, "ours").unwrap();
    fs::write(folder.join("queries/two.html"), "changed by hand").unwrap();
    let before = files(&folder);
    assert_eq!(run("type Query { one: Int }").0, 0);
    let after = files(&folder);
    let gone: Vec<&String> = before.keys().filter(|path| !after.contains_key(*path)).collect();
    assert_eq!(gone, ["types/Other.html"], "what was changed or written by others stays");

    // A file of others in the place of a page: nothing changes.
    let before = files(&folder);
    fs::create_dir_all(folder.join("mutations")).unwrap();
    fs::write(folder.join("mutations/create.html"), "of others").unwrap();
    let (code, said) = run("type Query { one: Int three: Int } type Mutation { create: Int }");
    assert_eq!(code, 2, "{said}");
    insta::assert_snapshot!(said, @r#"
    note: using the schema in HOME/schema.graphql
    error: `houston docs` did not write HOME/pages/mutations/create.html, and does not replace it [usage]
    Choose another directory than HOME/pages, or remove it from there.
    "#);
    fs::remove_dir_all(folder.join("mutations")).unwrap();
    assert_eq!(files(&folder), before);

    // A schema that cannot be read: nothing changes.
    assert_ne!(run("type Query {").0, 0);
    assert_eq!(files(&folder), before);
}

#[cfg(unix)]
#[test]
fn links_in_the_directory_are_not_followed() {
    use std::os::unix::fs::symlink;
    let (home, folder) = written(Some("type Query { one: Int }"));
    let outside = home.path().join("outside");
    fs::create_dir(&outside).unwrap();
    fs::write(outside.join("index.html"), "of others").unwrap();
    let again = || {
        let schema = home.path().join("schema.graphql");
        let words = ["docs", folder.to_str().unwrap(), "--schema", schema.to_str().unwrap()];
        Environment::new().run(&words)
    };
    // A page that is a link: the link is replaced.
    fs::remove_file(folder.join("index.html")).unwrap();
    symlink(outside.join("index.html"), folder.join("index.html")).unwrap();
    assert_eq!(again().code, 0);
    assert_eq!(fs::read_to_string(outside.join("index.html")).unwrap(), "of others");
    assert!(folder.join("index.html").symlink_metadata().unwrap().is_file());
    // A folder that is a link: refused.
    fs::rename(folder.join("queries"), home.path().join("queries")).unwrap();
    symlink(&outside, folder.join("queries")).unwrap();
    let ran = again();
    assert_eq!(ran.code, 2, "{}", ran.stderr);
    assert_eq!(fs::read_dir(&outside).unwrap().count(), 1);
    // A list of files that names others: they stay.
    fs::remove_file(folder.join("queries")).unwrap();
    let list = folder.join(".houston-docs.json");
    let digest = "4a1e67f2fe1d1cc7b31d0ca2ec441da4778203a036a77da10344c85e24ff0f92";
    fs::write(&list, format!(r#"{{"../outside/index.html":"{digest}"}}"#)).unwrap();
    again();
    assert_eq!(fs::read_to_string(outside.join("index.html")).unwrap(), "of others");
}

/// A schema whose texts try to be markup and code.
const HOSTILE: &str = r#"
    """</script><script>hacked = 1</script><img src=x onerror="hacked = 2">"""
    type Query {
      "`${hacked = 3}` \" ' --> <!-- {{ 7 * 7 }} {% raw %} javascript:hacked=4"
      evil(
        "<svg onload=hacked=5>" a: String! = "</textarea><script>hacked = 6</script>"
        b: Evil
        c: EvilInput = { a: "\"><script>hacked = 7</script>" }
      ): Evil @deprecated(reason: "<iframe srcdoc='<script>parent.hacked = 8</script>'>")
      Evil: Int
    }
    "</code></pre><script>hacked = 9</script>"
    enum Evil { "<b onclick=hacked=10>" A B @deprecated(reason: "<script>") }
    input EvilInput { "`<script>` and `<b onclick=hacked=11>`" a: String }
    "<style>*{display:none}</style>" type evil { EVIL: Int }
    type Mutation { evil: Int constructor: Int }
"#;

#[test]
fn texts_of_a_schema_are_texts() {
    let (_home, folder) = written(Some(HOSTILE));
    let files = files(&folder);
    check_links(&files);
    for (path, page) in files.iter().filter(|(path, _)| path.ends_with(".html")) {
        assert_eq!(page.matches("<script").count(), 2, "{path}");
        for markup in ["<img", "<svg", "<iframe", "<style", "<b onclick"] {
            assert!(!page.contains(markup), "{path} has {markup}");
        }
    }
    assert!(!files["assets/index.js"].contains('<'));
    // What is quoted in a text is code, and no more than that.
    let code = "<code>&#60;script&#62;</code> and <code>&#60;b onclick=hacked=11&#62;</code>";
    assert!(files.values().any(|page| page.contains(code)));
}

/// Runs a story in Chromium, if there is one.
fn story(name: &str, folders: &[&Path]) {
    if !is_installed("playwright-core", "tests/browser/node_modules/playwright-core") {
        return;
    }
    let Some(chromium) = chromium() else { return };
    let mut story = node();
    story.arg(workspace().join("tests/browser").join(name)).args(folders);
    let ran = story.env("CHROMIUM", chromium).output().unwrap();
    let said = [ran.stdout, ran.stderr].map(|said| String::from_utf8(said).unwrap()).concat();
    assert!(ran.status.success(), "{said}");
}

#[test]
fn a_browser_finds_reads_and_copies() {
    let (_home, folder) = written(None);
    story("reference.js", &[&folder]);
}

/// The schema comes from a file, or from a platform that is asked for it, with more that only a server can send.
#[test]
fn a_browser_runs_nothing_of_a_hostile_schema() {
    let (_home, of_file) = written(Some(HOSTILE));
    let turned = "\u{202e}\u{2028}\u{e0041} </script><script>hacked = 11</script>";
    let long = "</pre><script>hacked = 13</script>".repeat(300_000);
    let sdl = format!(
        r#"{HOSTILE} "{turned}" scalar Link @specifiedBy(url: "javascript:hacked=12")
        "{turned}" type Subscription {{ "{turned}" link("{long}" a: Link = "{turned}"): Link }}"#
    );
    let peer = Peer::answering(introspected(&sdl), answer(&json!({ "data": null })));
    let user = Environment::following().set("HOUSTON_URL", &peer.server.url);
    let folder = user.config().join("pages");
    fs::create_dir_all(user.config()).unwrap();
    for words in [&["schema", "pull"][..], &["docs", folder.to_str().unwrap()]] {
        let ran = user.run(words);
        assert_eq!(ran.code, 0, "{words:?}: {}", ran.stderr);
    }
    let ran = user.run(&["explore", "--no-browser"]);
    assert_eq!(ran.code, 0, "{}", ran.stderr);
    let explored = Path::new(ran.stdout.trim()).parent().unwrap();
    for folder in [&*folder, explored] {
        let files = files(folder);
        check_links(&files);
        let bytes: usize = files.values().map(String::len).sum();
        assert!(files.contains_key("subscriptions/link.html"), "{:?}", files.keys());
        assert!(bytes < 200_000_000, "{bytes}");
    }
    story("hostile.js", &[&of_file, &folder, explored]);
}

#[test]
fn the_reference_of_a_large_schema_is_bounded() {
    const GITHUB: &str = "tests/schemas/node_modules/@octokit/graphql-schema/schema.graphql";
    if !is_installed("GitHub's schema", GITHUB) {
        return;
    }
    let text = fs::read_to_string(workspace().join(GITHUB)).unwrap();
    let started = Instant::now();
    let (_home, folder) = written(Some(&text));
    let took = started.elapsed();
    let files = files(&folder);
    let bytes: usize = files.values().map(String::len).sum();
    let largest = files.iter().max_by_key(|(_, text)| text.len()).unwrap();
    let said = format!(
        "{} files, {} kB in {took:?}; the largest is {} with {} kB",
        files.len(),
        bytes / 1000,
        largest.0,
        largest.1.len() / 1000
    );
    check_links(&files);
    assert!(bytes < 40_000_000 && largest.1.len() < 1_000_000, "{said}");
    assert!(took.as_secs() < 60, "{said}");
}

#[test]
fn the_help_says_where_to_begin() {
    let ran = Environment::new().run(&["docs", "--help"]);
    assert!(ran.stdout.contains("open DIR/index.html"), "{}", ran.stdout);
    let missing = Environment::new().run(&["docs"]);
    assert_eq!(missing.code, 2);
    let mut command = Command::new(env!("CARGO_BIN_EXE_houston"));
    let file = command.args(["docs", "/dev/null/pages"]).env_clear().output().unwrap();
    assert_eq!(file.status.code(), Some(2), "{}", String::from_utf8_lossy(&file.stderr));
}
