//! `cargo xtask regenerate` in a copy of the workspace.

use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};

use crate::peer::{CURRENT, Peer, Ran, SCHEMA, changed, program, workspace, xtask};

/// The files that the command reads and writes.
fn copy(to: &Path) {
    let from = workspace();
    for folder in ["schema", "houston-client/src/generated"] {
        copy_folder(&from.join(folder), &to.join(folder));
    }
    let module = "houston-client/src/generated.rs";
    fs::copy(from.join(module), to.join(module)).unwrap();
}

fn copy_folder(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap();
    for entry in fs::read_dir(from).unwrap() {
        let entry = entry.unwrap();
        let to = to.join(entry.file_name());
        match entry.file_type().unwrap().is_dir() {
            true => copy_folder(&entry.path(), &to),
            false => drop(fs::copy(entry.path(), to).unwrap()),
        }
    }
}

fn regenerate(root: &Path, url: &str) -> Ran {
    let mut command = Command::new(program());
    command
        .args(["regenerate", "--url", url, "--no-check", "--summary"])
        .arg(root.join("summary.md"));
    command.env("CARGO_MANIFEST_DIR", root.join("xtask")).env_remove("HOUSTON_TOKEN");
    command.stdin(Stdio::null()).output().unwrap().into()
}

#[test]
fn a_new_argument_is_named_with_its_builder_and_its_flag() {
    let folder = tempfile::tempdir().unwrap();
    let root = folder.path();
    copy(root);
    let schema =
        changed(root, "  createDeployment(\n", "  createDeployment(\n    region: String!\n");
    let Some(peer) = Peer::start(CURRENT, &schema, &[]) else { return };
    let ran = regenerate(root, &peer.url);
    assert_eq!(ran.code, 0, "{}", ran.stderr);
    let summary = fs::read_to_string(root.join("summary.md")).unwrap();
    assert_eq!(summary.trim_end(), ran.stdout.trim_end());
    for said in [
        "1 breaking, 0 dangerous, 0 safe.",
        "| argument `Mutation.createDeployment(region:)` added and required |  | `String!` | breaking | breaking |",
        "`mutation::create_deployment().region(..)`",
        "`createDeployment --region`",
        "New items without a description\n\n- `Mutation.createDeployment(region:)`",
        "files of generated code changed.",
    ] {
        assert!(summary.contains(said), "{said}\n{summary}");
    }
    let code =
        fs::read_to_string(root.join("houston-client/src/generated/mutation/deployments.rs"));
    assert!(code.unwrap().contains("pub fn region("));
    assert!(fs::read_to_string(root.join(SCHEMA)).unwrap().contains("region: String!"));

    // A second run changes nothing.
    let again = regenerate(root, &peer.url);
    assert_eq!(again.code, 0, "{}", again.stderr);
    assert!(again.stdout.contains("is up to date") && again.stdout.contains("Nothing changed."));
    assert!(again.stdout.contains("The generated code did not change."), "{}", again.stdout);
}

#[test]
fn entries_that_match_nothing_are_named_and_the_code_is_made_without_them() {
    let folder = tempfile::tempdir().unwrap();
    let root = folder.path();
    copy(root);
    let schema = changed(root, "  confirmEmail(", "  confirmAddress(");
    let Some(peer) = Peer::start(CURRENT, &schema, &[]) else { return };
    let ran = regenerate(root, &peer.url);
    assert_eq!(ran.code, 8, "{}", ran.stderr);
    for said in [
        "`schema/overlay.toml:",
        "the schema has no operation `confirmEmail`",
        "New operations, which need an entry in the overlay\n\n- `Mutation.confirmAddress`",
        "The entries that match nothing were ignored.",
    ] {
        assert!(ran.stdout.contains(said), "{said}\n{}", ran.stdout);
    }
    let code =
        fs::read_to_string(root.join("houston-client/src/generated/mutation/sign_in.rs")).unwrap();
    assert!(code.contains("pub fn confirm_address(") && !code.contains("pub fn confirm_email("));
}

#[test]
fn the_module_of_our_own_schema_is_not_written_over_with_another_ones() {
    let ran = xtask(&["codegen", "--dry-run", "--schema", "tests/schemas/fixture.graphql"]);
    assert_ne!(ran.code, 0);
    assert!(ran.stderr.contains("--out src/other"), "{}", ran.stderr);
    assert_eq!(xtask(&["codegen", "--check"]).code, 0);
}
