//! Texts that are generated from the schema and from the table of codes.

use std::collections::BTreeSet;

use serde_json::Value;

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
    insta::assert_snapshot!(shown(&["explain", "7"]), @"
    exit code 7: a mutation may have run; check before you repeat it

    Its usual error code is outcome-unknown

    The mutation was sent, and it may have run.

    Next: Check before you repeat it: run `houston reconcile OPERATION` with the same arguments.
    ");
    for word in shown(&["explain"]).lines() {
        assert!(shown(&["explain", word]).starts_with(word), "{word}");
    }
    insta::assert_snapshot!(Environment::new().line("explain not-alowed"), @"
    ------- stderr -------
    error: unknown code `not-alowed`; did you mean `not-allowed`? [usage]
    List every code with `houston explain`.
    [exit: 2]
    ");
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
            let skeleton = shown(&["skeleton", &call[1], "-o", format]);
            let run = |text: &str| {
                std::fs::write(&path, text).unwrap();
                let path = path.to_str().unwrap();
                user.run(&[&call[0], &call[1], "--dry-run", "--input", path])
            };
            // An id or a time that is not filled in is refused.
            let ran = run(&skeleton);
            let is_empty = ["an id is never empty", "`\"\"` is not a valid DateTime"];
            let is_empty = is_empty.iter().any(|what| ran.stderr.contains(what));
            assert_eq!(ran.code, if is_empty { 2 } else { 0 }, "{call:?} {format}: {ran}");
            let filled = ["At: ", "At\": "].iter().fold(skeleton, |text, name| {
                text.replace(&format!("{name}\"\""), &format!("{name}\"2026-11-28T17:00:00Z\""))
            });
            let ran = run(&filled.replace("\"\"", "\"CK0\""));
            assert_eq!(ran.code, 0, "{call:?} {format}: {ran}");
        }
    }
}

/// The name of every query and mutation, with the flags of its arguments.
fn every_operation() -> Vec<(String, Vec<String>)> {
    let rows = Environment::new().answer(&["list", "-o", "json"]);
    let text = |value: &Value| value.as_str().unwrap().to_owned();
    let rows = rows["operations"].as_array().unwrap().iter();
    let rows = rows.filter(|row| row["kind"] != "subscription");
    rows.map(|row| {
        let flags = row["arguments"].as_array().unwrap().iter().map(|flag| text(&flag["flag"]));
        (text(&row["name"]), flags.collect())
    })
    .collect()
}

#[test]
fn there_is_a_page_for_each_command() {
    let directory = tempfile::tempdir().unwrap();
    assert_eq!(shown(&["man", directory.path().to_str().unwrap()]), "");
    let names = std::fs::read_dir(directory.path()).unwrap();
    let mut names: BTreeSet<String> =
        names.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
    for (name, flags) in every_operation() {
        let file = format!("houston-{name}.1");
        assert!(names.remove(&file), "{file} is missing");
        let page = std::fs::read_to_string(directory.path().join(file)).unwrap();
        let page = page.replace("\\-", "-");
        assert!(page.contains(&format!(".SH NAME\nhouston-{name} - ")), "{page}");
        for flag in flags {
            assert!(page.contains(&format!("\n.TP\n\\fB{flag}\\fR ")), "{flag}: {page}");
        }
    }
    // The rest belong to built-in commands.
    insta::assert_snapshot!(names.into_iter().collect::<Vec<_>>().join("\n"), @"
    houston-auth-login.1
    houston-auth-logout.1
    houston-auth-status.1
    houston-auth-switch.1
    houston-auth-token.1
    houston-auth.1
    houston-completions.1
    houston-deploymentStatus.1
    houston-describe.1
    houston-docs.1
    houston-doctor.1
    houston-explain.1
    houston-explore.1
    houston-list.1
    houston-log.1
    houston-man.1
    houston-metrics.1
    houston-mutation.1
    houston-profile-add.1
    houston-profile-import.1
    houston-profile-list.1
    houston-profile-remove.1
    houston-profile-set.1
    houston-profile-show.1
    houston-profile-use.1
    houston-profile.1
    houston-query-text.1
    houston-query.1
    houston-reconcile.1
    houston-runs-list.1
    houston-runs-merge.1
    houston-runs-remove.1
    houston-runs-show.1
    houston-runs.1
    houston-sandbox-reset.1
    houston-sandbox-serve.1
    houston-sandbox-settings.1
    houston-sandbox.1
    houston-schema-diff.1
    houston-schema-pull.1
    houston-schema-show.1
    houston-schema-use.1
    houston-schema.1
    houston-skeleton.1
    houston-subscription.1
    houston-wait.1
    houston-whoami.1
    houston.1
    ");
}
