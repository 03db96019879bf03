//! New keys, and where they go.

use std::process::Stdio;

use houston_sandbox::WORKSPACE_ID;

use crate::environment::Ran;
use crate::rows_platform::{Platform, outcomes};

/// The words of a run that creates service accounts.
fn words<'w>(file: &'w str, more: &[&'w str]) -> Vec<&'w str> {
    let words = ["createWorkspaceServiceAccount", "--rows", file, "--workspace-uuid", WORKSPACE_ID];
    [&words[..], &["--role", "WORKSPACE_VIEWER"], more].concat()
}

#[test]
fn keys_are_not_made_if_they_would_be_lost() {
    let platform = Platform::start(&[]);
    let file = platform.file("k.csv", "label\na\nb\n");
    let words = words(&file, &[]);
    let closed = |redirect: &str| {
        let mut command = std::process::Command::new("sh");
        let program = platform.user.command(&words);
        let script = format!("exec \"$0\" \"$@\" {redirect}");
        command.args(["-c", &script]).arg(program.get_program()).args(program.get_args());
        let set = program.get_envs().filter_map(|(name, value)| Some((name, value?)));
        command.env_clear().envs(set).stdin(Stdio::null());
        Ran::new(command.output().unwrap())
    };
    for redirect in [">&-", ">/dev/null"] {
        let ran = closed(redirect);
        assert_eq!(ran.code, 2, "{ran}");
        assert!(
            ran.stderr.contains("the keys would be lost") && ran.stderr.contains("--secrets-out")
        );
    }
    assert!(platform.ran("createWorkspaceServiceAccount").is_empty());
    // Keys that go elsewhere, and answers without keys, need no stdout.
    let out = platform.path("keys.csv").to_str().unwrap().to_owned();
    let kept = platform.user.run(&[&words[..], &["--secrets-out", &out]].concat());
    assert_eq!(outcomes(&kept), ["done", "done"], "{kept}");
    let keys = std::fs::read_to_string(&out).unwrap();
    let lines: Vec<&str> = keys.lines().collect();
    assert_eq!((lines.len(), lines[0]), (3, "row,key,id,apiKey"), "{keys}");
    assert!(lines[1].starts_with("1,label=a workspaceUuid="), "{keys}");
}
