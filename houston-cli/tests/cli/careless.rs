//! Empty variables and directories that cannot be written.

use serde_json::json;

use crate::environment::Environment;
use crate::platform::{NEWER, Peer};

#[test]
fn an_empty_variable_is_no_name() {
    let user = Environment::new();
    let ran = user.line("--sandbox deleteWorkspace --workspace-uuid @find:label= --yes");
    assert!(ran.code == 2 && ran.stderr.contains("`@find:label=` has an empty value"), "{ran}");
    assert_eq!(user.line("profile add p --sandbox").code, 0);
    let user = user.set("HOUSTON_URL", "");
    let ran = user.line("workspaces --fields id -o json");
    assert_eq!((ran.code, &*ran.stderr), (0, "note: HOUSTON_URL is set but empty\n"), "{ran}");
    // A profile that is named is meant.
    let ran = user.line("workspaces --profile p --fields id");
    assert!(ran.code == 0 && ran.stderr.is_empty(), "{ran}");
}

#[test]
fn a_configuration_that_cannot_be_written_names_the_way_out() {
    let user = Environment::new().set("HOUSTON_CONFIG_DIR", "/proc/houston");
    let ran = user.line("profile add p --sandbox");
    assert!(ran.code == 2 && ran.stderr.contains("Set HOUSTON_CONFIG_DIR"), "{ran}");
}

#[test]
fn a_schema_that_cannot_be_kept_stops_no_call() {
    let peer = Peer::new(NEWER, &json!({ "workspaces": [] }));
    let user = Environment::following().set("HOUSTON_URL", &peer.server.url);
    let call = || user.line("workspaces --fields id");
    assert_eq!(call().code, 0);
    let kept = std::fs::read_dir(user.schemas()).unwrap().map(|entry| entry.unwrap().path());
    let kept = kept.filter(|path| path.extension().is_some_and(|end| end == "schema"));
    for path in kept {
        std::fs::remove_file(&path).unwrap();
        std::fs::create_dir_all(path.join("in the way")).unwrap();
    }
    let ran = call();
    assert!(ran.code == 0 && ran.stderr.contains("cannot be kept"), "{ran}");
    assert!(ran.stderr.contains("Set HOUSTON_STATE_DIR"), "{ran}");
}
