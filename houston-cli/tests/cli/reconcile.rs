//! `reconcile`: whether a mutation took effect.

use houston_sandbox::WORKSPACE_ID;

use crate::environment::Environment;
use crate::serve::Serving;

#[test]
fn what_became_of_a_mutation_is_looked_up() {
    let user = Environment::new();
    let served = Serving::start_with(
        &user,
        &["--fault", "createDeployment:1:drop-after", "--fault", "createDeployment:2:drop-before"],
    );
    let user = user.set("HOUSTON_URL", &served.url).set("HOUSTON_TOKEN", &served.token());
    let arguments = |label: &str| {
        format!("createDeployment --type airflow --label {label} --workspace-uuid {WORKSPACE_ID}")
    };
    let shown = ["ran", "lost"].map(|label| {
        let call = format!("{} --fields label", arguments(label));
        user.session(&[&call, &format!("reconcile {call}")])
    });
    insta::assert_snapshot!(shown.concat(), @r#"
    $ createDeployment --type airflow --label ran --workspace-uuid [WORKSPACE] --fields label
    ------- stderr -------
    error: createDeployment: no complete answer: the connection was closed before the answer was complete [outcome-unknown]
      The server may have run the mutation. Check before you send it again.
    Check before you run it again: with `houston reconcile createDeployment` and the same arguments, or with `houston workspaceDeployments`.
    [exit: 7]

    $ reconcile createDeployment --type airflow --label ran --workspace-uuid [WORKSPACE] --fields label
    [
      {
        "label": "ran"
      }
    ]
    ------- stderr -------
    createDeployment took effect: the object exists; `createdAt` is [TIME], to compare with the time of the call
    [exit: 0]

    $ createDeployment --type airflow --label lost --workspace-uuid [WORKSPACE] --fields label
    ------- stderr -------
    error: createDeployment: no complete answer: the connection was closed before the answer was complete [outcome-unknown]
      The server may have run the mutation. Check before you send it again.
    Check before you run it again: with `houston reconcile createDeployment` and the same arguments, or with `houston workspaceDeployments`.
    [exit: 7]

    $ reconcile createDeployment --type airflow --label lost --workspace-uuid [WORKSPACE] --fields label
    []
    ------- stderr -------
    error: createDeployment did not take effect: no matching object exists: it was not created, or is gone again [not-happened]
    If it was sent just now, the server may still run it: check again before you repeat it.
    [exit: 4]
    "#);
    let id = user.answer(&["deployments", "--fields", "id"])[0]["id"].clone();
    let id = id.as_str().unwrap();
    let shown = user.session(&[
        &format!("reconcile deleteDeployment --fields id --deployment-uuid {id}"),
        "reconcile deleteDeployment --deployment-uuid x",
        "reconcile addCard",
        "reconcile createDeployment",
        "reconcile workspaces",
        "reconcile",
    ]);
    // The token of one platform is not for another.
    let elsewhere = format!("reconcile {} --url http://127.0.0.1:1/v1 --retries 0", arguments("a"));
    let shown = shown + &Environment::new().session(&[&elsewhere]);
    insta::assert_snapshot!("what_became_of_other_mutations", shown);
}

#[test]
fn reconcile_says_no_more_than_it_knows() {
    let user = Environment::new();
    let line = |line: &str| user.line(line);
    let create = format!(
        "--sandbox createDeployment --type airflow --label a --workspace-uuid {WORKSPACE_ID}"
    );
    assert_eq!(line(&create).code, 0);
    let found = format!("@find:label=a,workspaceUuid={WORKSPACE_ID}");
    let shown = user.session(&[
        &format!("--sandbox reconcile deleteDeployment --fields label --deployment-uuid {found}"),
        "--sandbox reconcile deleteDeployment --deployment-uuid @find:label=b",
    ]);
    insta::assert_snapshot!(shown, @r#"
    $ --sandbox reconcile deleteDeployment --fields label --deployment-uuid @find:label=a,workspaceUuid=[WORKSPACE]
    [
      {
        "label": "a"
      }
    ]
    ------- stderr -------
    error: deleteDeployment did not take effect: the object still exists [not-happened]
    If it was sent just now, the server may still run it: check again before you repeat it.
    [exit: 4]

    $ --sandbox reconcile deleteDeployment --deployment-uuid @find:label=b
    ------- stderr -------
    error: cannot tell whether deleteDeployment took effect [outcome-unknown]
      --deployment-uuid: deployments shows no object with label=b; candidate: id=ck[ID] label=a releaseName=[NAME]
    Pass the id in place of `@find:`.
    [exit: 7]
    "#);
    let rows = user.answer(&["--sandbox", "deployments", "--fields", "id,releaseName"]);
    let (id, name) = (rows[0]["id"].as_str().unwrap(), rows[0]["releaseName"].as_str().unwrap());
    let same =
        format!("updateDeploymentVariables --sandbox --deployment-uuid {id} --release-name {name}");
    let one = r#"{"key":"A","value":"1","isSecret":false}"#;
    let given = |given: &str| {
        let line = format!("reconcile {same} --environment-variables {given} --fields key");
        user.line(&line).after(given)
    };
    insta::assert_snapshot!([given("[]"), given(one)].concat(), @r#"
    $ []
    []
    ------- stderr -------
    updateDeploymentVariables took effect: the existing items are the given ones
    [exit: 0]

    $ {"key":"A","value":"1","isSecret":false}
    []
    ------- stderr -------
    error: updateDeploymentVariables did not take effect: `A` is missing or differs from what was given [not-happened]
    If it was sent just now, the server may still run it: check again before you repeat it.
    [exit: 4]
    "#);
    assert_eq!(line(&format!("{same} --yes --environment-variables {one}")).code, 0);
    insta::assert_snapshot!([given("[]"), given(one)].concat(), @r#"
    $ []
    [
      {
        "key": "A"
      }
    ]
    ------- stderr -------
    error: updateDeploymentVariables did not take effect: other items exist [not-happened]
    If it was sent just now, the server may still run it: check again before you repeat it.
    [exit: 4]

    $ {"key":"A","value":"1","isSecret":false}
    [
      {
        "key": "A"
      }
    ]
    ------- stderr -------
    updateDeploymentVariables took effect: the existing items are the given ones
    [exit: 0]
    "#);
    insta::assert_snapshot!(line(&format!("reconcile {same} --fields key")), @r#"
    [
      {
        "key": "A"
      }
    ]
    ------- stderr -------
    error: cannot tell whether updateDeploymentVariables took effect [outcome-unknown]
      the object exists, but none of the given values can be read back
    Compare what exists with what you sent.
    [exit: 7]
    "#);
    let ran = line(&format!("reconcile {create} --dry-run").replace("--sandbox ", ""));
    insta::assert_snapshot!(ran, @"
    ------- stderr -------
    error: `houston reconcile` has no option --dry-run [usage]
    Nothing was sent. See `houston reconcile --help`.
    [exit: 2]
    ");
}
