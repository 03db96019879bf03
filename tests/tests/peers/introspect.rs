//! What a server says of itself comes back whole.

use std::fs;
use std::path::Path;

use houston_codegen::introspection::json;
use houston_codegen::{Source, parse};
use houston_sandbox::Sandbox;
use serde_json::Value;

use crate::peer::{CURRENT, OF_HOUSTON, Peer, SCHEMA, workspace, xtask};

/// Everything that introspection carries of a file.
fn carried(path: &Path) -> Value {
    let text = fs::read_to_string(path).unwrap();
    let document = parse::parse(&Source::new("schema", &text)).unwrap();
    let mut json = json(&document);
    for list in ["types", "directives"] {
        let list = json["__schema"][list].as_array_mut().unwrap();
        list.sort_by_key(|one| one["name"].as_str().unwrap().to_owned());
        list.iter_mut().for_each(sorted);
    }
    json
}

/// Servers have orders of their own.
fn sorted(ty: &mut Value) {
    for list in ["fields", "inputFields", "args", "enumValues"] {
        if let Some(list) = ty[list].as_array_mut() {
            list.sort_by_key(|one| one["name"].as_str().unwrap().to_owned());
            list.iter_mut().for_each(|one| {
                if let Some(arguments) = one.get_mut("args").and_then(Value::as_array_mut) {
                    arguments.sort_by_key(|one| one["name"].as_str().unwrap().to_owned());
                }
            });
        }
    }
}

/// Asks a server twice: for a new file, and for one that is ours already. The first line of the file.
fn check(url: &str) -> String {
    let folder = tempfile::tempdir().unwrap();
    let (new, ours) = (folder.path().join("new.graphql"), folder.path().join("ours.graphql"));
    fs::copy(workspace().join(SCHEMA), &ours).unwrap();
    let mut lines = Vec::new();
    for path in [&new, &ours] {
        let ran = xtask(&["introspect", "--url", url, "--out", path.to_str().unwrap()]);
        assert_eq!((ran.code, ran.stderr.as_str()), (0, ""));
        assert_eq!(carried(path), carried(&workspace().join(SCHEMA)));
        let text = fs::read_to_string(path).unwrap();
        assert!(!text.contains("127.0.0.1") && !text.contains("localhost"));
        lines.push(text.lines().next().unwrap().to_owned());
    }
    assert_eq!(lines[0], lines[1]);
    // Of our file, nothing but that line is new.
    let original = fs::read_to_string(workspace().join(SCHEMA)).unwrap();
    assert_eq!(fs::read_to_string(&ours).unwrap(), format!("{}\n#\n{original}", lines[0]));
    // An up-to-date file is left as it is.
    let modified = fs::metadata(&ours).unwrap().modified().unwrap();
    let again = xtask(&["introspect", "--url", url, "--out", ours.to_str().unwrap()]);
    assert!(again.stdout.contains("is up to date"), "{}", again.stdout);
    assert_eq!(fs::metadata(&ours).unwrap().modified().unwrap(), modified);
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 2, "something was left behind");
    lines.remove(0)
}

fn schema() -> std::path::PathBuf {
    workspace().join(SCHEMA)
}

#[test]
fn the_server_of_houstons_generation_refuses_what_is_newer_and_gives_all_it_has() {
    let Some(peer) = Peer::start(OF_HOUSTON, &schema(), &[]) else { return };
    let line = check(&peer.url);
    assert!(line.starts_with("# Introspection 2018; platform 0.23.12; 20"), "{line}");
    let forced = xtask(&["introspect", "--url", &peer.url, "--spec", "2025", "--out", "/nowhere"]);
    assert_eq!(forced.code, 4);
    let refused = "the server refused the introspection query (HTTP 400: Cannot query field";
    assert!(forced.stderr.contains(refused), "{}", forced.stderr);
}

#[test]
fn the_current_server_gives_everything() {
    let Some(peer) = Peer::start(CURRENT, &schema(), &[]) else { return };
    let line = check(&peer.url);
    assert!(line.starts_with("# Introspection 2025; platform 0.23.12; 20"), "{line}");
}

/// Deprecated arguments and input fields, `specifiedBy`, `oneOf`, directives, defaults and hard texts.
#[test]
fn every_feature_of_a_schema_comes_back() {
    let traps = workspace().join("tests/schemas/traps.graphql");
    let Some(peer) = Peer::start(CURRENT, &traps, &[]) else { return };
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("new.graphql");
    let ran = xtask(&["introspect", "--url", &peer.url, "--out", path.to_str().unwrap()]);
    assert_eq!((ran.code, ran.stderr.as_str()), (0, ""));
    assert_eq!(carried(&path), carried(&traps));
    let text = fs::read_to_string(&path).unwrap();
    assert!(text.starts_with("# Introspection 2025; platform unknown; 20"), "{text}");
    // One edition is asked for, and nothing of a later one.
    let old = folder.path().join("old.graphql");
    let arguments =
        ["introspect", "--url", &peer.url, "--spec", "2018", "--out", old.to_str().unwrap()];
    assert_eq!(xtask(&arguments).code, 0);
    let text = fs::read_to_string(&old).unwrap();
    assert!(!text.contains("@oneOf") && !text.contains("@specifiedBy"), "{text}");
    assert!(text.contains("# Introspection 2018;"), "{text}");
}

#[tokio::test(flavor = "multi_thread")]
async fn the_sandbox_gives_everything_in_either_of_its_ages() {
    for (modern, level) in [(false, "2018"), (true, "2025 without __Type.isOneOf")] {
        let sandbox = Sandbox::builder().modern_introspection(modern).in_memory().unwrap();
        let server = sandbox.listen().await.unwrap();
        let url = server.url().to_owned();
        let line = tokio::task::spawn_blocking(move || check(&url)).await.unwrap();
        assert!(line.starts_with(&format!("# Introspection {level}; platform 0.23")), "{line}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn our_words_survive() {
    let server = Sandbox::start().await.unwrap().listen().await.unwrap();
    let url = server.url().to_owned();
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("ours.graphql");
    // Ours knows less than the server, and says it in other words.
    fs::write(
        &path,
        "# Our comment.\n\n\"Our word.\"\ntype Query {\n  \"Ours.\"\n  workspaces: [String]\n}\n",
    )
    .unwrap();
    let out = path.to_str().unwrap().to_owned();
    let ran =
        tokio::task::spawn_blocking(move || xtask(&["introspect", "--url", &url, "--out", &out]));
    let ran = ran.await.unwrap();
    assert_eq!((ran.code, ran.stderr.as_str()), (0, ""));
    let text = fs::read_to_string(&path).unwrap();
    for ours in [
        "\n# Our comment.\n",
        "\n\"Our word.\"\ntype Query {\n",
        "  \"Ours.\"\n  workspaces: [Workspace]\n",
    ] {
        assert!(text.contains(ours), "{ours}\n{text}");
    }
}
