//! What became of a merge, and of a mutation whose arguments were looked up.

use houston_sandbox::WORKSPACE_ID;

use crate::environment::{Environment, Ran};
use crate::serve::Serving;

/// A user of a served sandbox with these faults, and the id and release name of a deployment labelled `a`.
fn deployed(faults: &[&str]) -> (Environment, Serving, String, String) {
    let user = Environment::new();
    let faults: Vec<&str> = faults.iter().flat_map(|fault| ["--fault", fault]).collect();
    let served = Serving::start_with(&user, &faults);
    let user = user.set("HOUSTON_URL", &served.url).set("HOUSTON_TOKEN", &served.token());
    let line = format!("createDeployment --type airflow --label a --workspace-uuid {WORKSPACE_ID}");
    assert_eq!(user.line(&line).code, 0);
    let rows = user.answer(&["deployments", "--fields", "id,releaseName"]);
    let text = |name: &str| rows[0][name].as_str().unwrap().to_owned();
    (user, served, text("id"), text("releaseName"))
}

#[test]
fn a_merge_is_looked_for_as_one() {
    let faults =
        ["updateDeploymentVariables:2:drop-after", "updateDeploymentVariables:3:drop-before"];
    let (user, _served, id, name) = deployed(&faults);
    let run = |before: &str, flag: &str, given: &[&str]| -> Ran {
        let line = format!(
            "{before}updateDeploymentVariables {flag} --allow-secret-args --deployment-uuid {id} --release-name {name}"
        );
        let items = given.iter().flat_map(|item| ["--environment-variables", item]);
        user.run(&line.split(' ').chain(items).collect::<Vec<_>>())
    };
    let (a, b, c) = (
        r#"{"key":"A","value":"1","isSecret":false}"#,
        r#"{"key":"B","value":"2","isSecret":false}"#,
        r#"{"key":"C","value":"3","isSecret":false}"#,
    );
    let (other, secret) =
        (r#"{"key":"B","value":"0"}"#, r#"{"key":"S","value":"hidden","isSecret":true}"#);
    assert_eq!(run("", "--yes", &[a, secret]).code, 0);
    for (item, code) in [(b, 0), (c, 4)] {
        let ran = run("", "--merge", &[item]);
        assert_eq!(ran.code, 7, "{}", ran.stderr);
        let next = "`houston reconcile updateDeploymentVariables --merge` with the same arguments";
        assert!(ran.stderr.contains(next), "{}", ran.stderr);
        let ran = run("reconcile ", "--merge", &[item]);
        assert_eq!(ran.code, code, "{item}: {}", ran.stderr);
    }
    for (given, code, said) in [
        (&[b, a][..], 0, "has happened: what was given is there"),
        (&[other], 4, "`B` is not there as it was given"),
        (&[b, c], 4, "`C` is not there as it was given"),
        (&[b, secret], 7, "the values of S are secret"),
        (&[b, other], 2, "two items have the key `B`"),
    ] {
        let ran = run("reconcile ", "--merge", given);
        assert_eq!(ran.code, code, "{given:?}: {}", ran.stderr);
        assert!(ran.stderr.contains(said), "{given:?}: {}", ran.stderr);
        assert!(!ran.stderr.contains("hidden"), "{}", ran.stderr);
    }
    // Without the flag, nothing else may be there.
    assert_eq!(run("reconcile ", "-v", &[b]).code, 4);
    let ran = run("reconcile ", "-v", &[a, b, secret]);
    assert!(ran.code == 7 && ran.stderr.contains("cannot be told"), "{}", ran.stderr);
    let ran = user.line(&format!("reconcile deleteDeployment --merge --deployment-uuid {id}"));
    assert!(ran.code == 2 && ran.stderr.contains("--merge: no flag"), "{}", ran.stderr);
}

#[test]
fn two_items_of_one_key_are_not_merged() {
    let user = Environment::new();
    let twice = r#"[{"key":"A","value":"1"},{"key":"B","value":"1"},{"key":"A","value":"2"}]"#;
    // Nothing is reached there: not even a look-up is sent.
    for id in ["x", "@find:label=a"] {
        let line = format!(
            "updateDeploymentVariables --url http://127.0.0.1:1/v1 --merge --deployment-uuid {id} --release-name n --environment-variables {twice}"
        );
        for line in [format!("{line} --dry-run"), line] {
            let ran = user.line(&line);
            assert_eq!((ran.code, ran.stdout.as_str()), (2, ""), "{line}: {}", ran.stderr);
            assert!(ran.stderr.contains("two items have the key `A`"), "{}", ran.stderr);
        }
    }
}

#[test]
fn what_was_looked_up_is_told_when_nobody_can_look_it_up_again() {
    let (user, _served, id, _) = deployed(&["deleteDeployment:1:drop-after"]);
    let words = format!("@find:label=a,workspaceUuid={WORKSPACE_ID}");
    let ran = user.line(&format!("deleteDeployment --yes --deployment-uuid {words}"));
    assert_eq!(ran.code, 7, "{}", ran.stderr);
    let told = format!("--deployment-uuid {words} was {id}");
    assert!(ran.stderr.contains(&told), "{}", ran.stderr);
    let next = format!("houston reconcile deleteDeployment --deployment-uuid {id}");
    assert!(ran.stderr.contains(&format!("`{next}` does")), "{}", ran.stderr);
    let ran = user.line(next.strip_prefix("houston ").unwrap());
    assert!(ran.code == 0 && ran.stderr.contains("has happened"), "{}", ran.stderr);
}

#[test]
fn what_the_profile_gave_to_the_call_is_given_again() {
    let user = Environment::new();
    let add = format!("profile add p --sandbox --default workspaceUuid={WORKSPACE_ID}");
    assert_eq!(user.line(&add).code, 0);
    let call = "createDeployment --type airflow --label mine --profile p";
    assert_eq!(user.line(&format!("reconcile {call}")).code, 4);
    assert_eq!(user.line(call).code, 0);
    let settled = user.line(&format!("reconcile {call}"));
    assert_eq!(settled.code, 0, "{}", settled.stderr);
}
