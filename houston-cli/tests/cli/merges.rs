//! `reconcile` for merges, and for mutations whose arguments were looked up.

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
    // One ran and one did not, but they look the same.
    let unknown = [b, c].map(|item| {
        let (lost, found) = (run("", "--merge", &[item]), run("reconcile ", "--merge", &[item]));
        format!("{lost}\n{found}\n")
    });
    insta::assert_snapshot!(unknown.concat(), @r#"
    ------- stderr -------
    + isSecret=false key=B value=2
    error: updateDeploymentVariables: no complete answer: the connection was closed before the answer was complete [outcome-unknown]
      The server may have run the mutation. Check before you send it again.
    Check before you run it again: with `houston reconcile updateDeploymentVariables --merge` and the same arguments, or with `houston deploymentVariables`.
    [exit: 7]
    [
      {
        "isSecret": false,
        "key": "A",
        "value": "1"
      },
      {
        "isSecret": false,
        "key": "B",
        "value": "2"
      },
      {
        "isSecret": true,
        "key": "S",
        "value": ""
      }
    ]
    ------- stderr -------
    updateDeploymentVariables took effect: the given items exist
    [exit: 0]
    ------- stderr -------
    + isSecret=false key=C value=3
    error: updateDeploymentVariables: no complete answer: the connection was closed before the answer was complete [outcome-unknown]
      The server may have run the mutation. Check before you send it again.
    Check before you run it again: with `houston reconcile updateDeploymentVariables --merge` and the same arguments, or with `houston deploymentVariables`.
    [exit: 7]
    [
      {
        "isSecret": false,
        "key": "A",
        "value": "1"
      },
      {
        "isSecret": false,
        "key": "B",
        "value": "2"
      },
      {
        "isSecret": true,
        "key": "S",
        "value": ""
      }
    ]
    ------- stderr -------
    error: updateDeploymentVariables did not take effect: `C` is missing or differs from what was given [not-happened]
    If it was sent just now, the server may still run it: check again before you repeat it.
    [exit: 4]
    "#);
    let given: [&[&str]; 5] = [&[b, a], &[other], &[b, c], &[b, secret], &[b, other]];
    let shown = given.map(|given| {
        let ran = run("reconcile ", "--merge", given);
        assert!(!ran.stderr.contains("hidden"), "{ran}");
        ran.after(&given.join(" ").replace("hidden", "***"))
    });
    insta::assert_snapshot!("merges_looked_for", shown.concat());
    // Without the flag, no other items may exist.
    insta::assert_snapshot!(run("reconcile ", "-v", &[b]), @r#"
    [
      {
        "isSecret": false,
        "key": "A",
        "value": "1"
      },
      {
        "isSecret": false,
        "key": "B",
        "value": "2"
      },
      {
        "isSecret": true,
        "key": "S",
        "value": ""
      }
    ]
    ------- stderr -------
    endpoint: http://127.0.0.1:[PORT]/v1, from HOUSTON_URL
    token: from HOUSTON_TOKEN
    > POST http://127.0.0.1:[PORT]/v1
    > accept, content-type, authorization
    < 200 OK in [TIME], [N] bytes
    < content-type, content-length, date
    error: updateDeploymentVariables did not take effect: other items exist [not-happened]
    If it was sent just now, the server may still run it: check again before you repeat it.
    [exit: 4]
    "#);
    insta::assert_snapshot!(run("reconcile ", "-v", &[a, b, secret]), @r#"
    [
      {
        "isSecret": false,
        "key": "A",
        "value": "1"
      },
      {
        "isSecret": false,
        "key": "B",
        "value": "2"
      },
      {
        "isSecret": true,
        "key": "S",
        "value": ""
      }
    ]
    ------- stderr -------
    endpoint: http://127.0.0.1:[PORT]/v1, from HOUSTON_URL
    token: from HOUSTON_TOKEN
    > POST http://127.0.0.1:[PORT]/v1
    > accept, content-type, authorization
    < 200 OK in [TIME], [N] bytes
    < content-type, content-length, date
    error: cannot tell whether updateDeploymentVariables took effect [outcome-unknown]
      everything that can be read is as given, but the values of S are secret and cannot be read
    Running it again with the same values is safe, unless others have changed them since.
    [exit: 7]
    "#);
    let ran = user.line(&format!("reconcile deleteDeployment --merge --deployment-uuid {id}"));
    insta::assert_snapshot!(ran, @"
    ------- stderr -------
    error: reconcile deleteDeployment has an invalid argument [usage]
      --merge: deleteDeployment does not have it: it deletes
    Nothing was sent. See `houston reconcile deleteDeployment --help`.
    [exit: 2]
    ");
}

#[test]
fn two_items_of_one_key_are_refused() {
    let user = Environment::new();
    let twice = r#"[{"key":"A","value":"1"},{"key":"B","value":"1"},{"key":"A","value":"2"}]"#;
    // No server listens there: not even a look-up is sent.
    for (id, merge) in [("x", "--merge"), ("@find:label=a", "--merge"), ("x", "--yes")] {
        let line = format!(
            "updateDeploymentVariables --url http://127.0.0.1:1/v1 {merge} --deployment-uuid {id} --release-name n --environment-variables {twice}"
        );
        let ran = user.line(&line);
        assert_eq!(user.line(&format!("{line} --dry-run")).to_string(), ran.to_string());
        insta::allow_duplicates! {
            insta::assert_snapshot!(ran, @"
            ------- stderr -------
            error: updateDeploymentVariables has an invalid argument [usage]
              --environment-variables: two items have the key `A`; give one for each key
            Nothing was sent. See `houston updateDeploymentVariables --help`.
            [exit: 2]
            ");
        }
    }
}

#[test]
fn a_found_id_is_shown_when_it_cannot_be_looked_up_again() {
    let (user, _served, id, _) = deployed(&["deleteDeployment:1:drop-after"]);
    let words = format!("@find:label=a,workspaceUuid={WORKSPACE_ID}");
    let ran = user.line(&format!("deleteDeployment --yes --deployment-uuid {words}"));
    insta::assert_snapshot!(ran.naming(&id, "[ID of a]"), @"
    ------- stderr -------
    error: deleteDeployment: no complete answer: the connection was closed before the answer was complete [outcome-unknown]
      The server may have run the mutation. Check before you send it again.
      --deployment-uuid @find:label=a,workspaceUuid=[WORKSPACE] was [ID of a]
    Check before you run it again: with `houston reconcile deleteDeployment --deployment-uuid [ID of a]`, or with `houston deployments`.
    [exit: 7]
    ");
    let next = format!("reconcile deleteDeployment --deployment-uuid {id}");
    insta::assert_snapshot!(user.line(&next), @"
    []
    ------- stderr -------
    deleteDeployment has nothing left to do: the object is gone, or was never there
    [exit: 0]
    ");
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
    assert_eq!(settled.code, 0, "{settled}");
}
