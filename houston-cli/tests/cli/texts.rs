//! What the table of the schema and the table of codes are written out as.

use std::process::Command;

use crate::environment::Environment;

#[track_caller]
fn shown(words: &[&str]) -> String {
    let ran = Environment::new().run(words);
    assert_eq!((ran.code, ran.stderr.as_str()), (0, ""), "{words:?}");
    ran.stdout
}

#[test]
fn a_code_is_explained() {
    insta::assert_snapshot!("explain_not_allowed", shown(&["explain", "not-allowed"]));
    insta::assert_snapshot!(
        "explain_role_bindings",
        shown(&["explain", "Cannot read property 'roleBindings' of undefined"])
    );
    assert_eq!(
        shown(&["explain", "Insufficient permissions."]),
        shown(&["explain", "not-allowed"])
    );
    assert!(shown(&["explain", "7"]).contains("unknown"));
    for word in shown(&["explain"]).lines() {
        assert!(shown(&["explain", word]).starts_with(word), "{word}");
    }
    assert_eq!(Environment::new().run(&["explain", "not-alowed"]).code, 2);
}

#[test]
fn a_skeleton_is_a_document_for_input() {
    insta::assert_snapshot!(
        "skeleton_updateDeploymentVariables",
        shown(&["skeleton", "updateDeploymentVariables"])
    );
    let user = Environment::new();
    let directory = tempfile::tempdir().unwrap();
    for call in crate::outputs::every_call() {
        for format in ["yaml", "json"] {
            let path = directory.path().join("input");
            std::fs::write(&path, shown(&["skeleton", &call[1], "-o", format])).unwrap();
            let ran =
                user.run(&[&call[0], &call[1], "--dry-run", "--input", path.to_str().unwrap()]);
            assert_eq!(ran.code, 0, "{call:?} {format}: {}", ran.stderr);
        }
    }
}

#[test]
fn completions_are_scripts() {
    for shell in ["bash", "zsh", "fish"] {
        let script = shown(&["completions", shell]);
        assert!(
            script.contains("createDeployment") && script.contains("workspace-uuid"),
            "{shell}"
        );
        assert!(!script.contains('\u{1b}'));
    }
    let directory = tempfile::tempdir().unwrap();
    let path = directory.path().join("houston.bash");
    std::fs::write(&path, shown(&["completions", "bash"])).unwrap();
    let line = "source \"$1\"; COMP_WORDS=(houston createDeployment --workspace-u); COMP_CWORD=2; _houston houston --workspace-u createDeployment; echo \"${COMPREPLY[@]}\"";
    let Ok(output) = Command::new("bash").args(["--norc", "-c", line, "bash"]).arg(&path).output()
    else {
        assert!(std::env::var_os("CI").is_none(), "there is no bash");
        return;
    };
    let said = String::from_utf8_lossy(&output.stdout).into_owned()
        + &String::from_utf8_lossy(&output.stderr);
    assert!(said.contains("--workspace-uuid"), "{said}");
}

#[test]
fn there_is_a_page_for_each_command() {
    let directory = tempfile::tempdir().unwrap();
    assert_eq!(shown(&["man", directory.path().to_str().unwrap()]), "");
    let page =
        std::fs::read_to_string(directory.path().join("houston-createDeployment.1")).unwrap();
    assert!(page.contains("workspace"), "{page}");
    assert!(directory.path().join("houston.1").exists());
}
