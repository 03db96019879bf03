//! `@find:` and `--merge`: what is looked up before something is sent.

use houston_sandbox::WORKSPACE_ID;
use serde_json::json;

use crate::environment::Environment;
use crate::server::Server;

/// A user with two Deployments in the sandbox: `a` and `b`.
fn with_deployments() -> Environment {
    let user = Environment::new();
    for label in ["a", "b"] {
        let line = format!(
            "--sandbox createDeployment --type airflow --label {label} --workspace-uuid {WORKSPACE_ID}"
        );
        let ran = user.line(&line);
        assert_eq!(ran.code, 0, "{}", ran.stderr);
    }
    user
}

#[test]
fn an_id_is_found_by_what_people_know() {
    let user = with_deployments();
    let found = |line: &str| user.answer(&line.split(' ').collect::<Vec<_>>());
    let rows = found(
        "workspaceDeployments --sandbox --workspace-uuid @find:label=Sandbox --fields id,label",
    );
    assert_eq!((&rows[0]["label"], &rows[1]["label"]), (&json!("a"), &json!("b")));
    let variables = "deploymentVariables --sandbox --deployment-uuid";
    // The query's own arguments: among the words, or from the whole platform.
    let line = format!("{variables} @find:label=b,workspaceUuid={WORKSPACE_ID}");
    assert_eq!(found(&line), json!([]));
    assert_eq!(found(&format!("{variables} @find:label=b -v")), json!([]));
    let ran = user.line(&format!("{variables} @find:label=b -v"));
    let id = rows[1]["id"].as_str().unwrap();
    assert!(
        ran.stderr.ends_with(&format!("note: --deployment-uuid is {id}, by deployments\n")),
        "{}",
        ran.stderr
    );
    // What one finds, another looks in.
    let ran = user.line("workspaceServiceAccount --sandbox --service-account-uuid @find:label=x --workspace-uuid @find:label=Sandbox");
    assert!(
        ran.stderr.contains("nothing that workspaceServiceAccounts lists has label=x"),
        "{}",
        ran.stderr
    );
    // A profile says which workspace is meant.
    let ran = user.line(&format!("profile add p --sandbox --default workspaceUuid={WORKSPACE_ID}"));
    assert_eq!(ran.code, 0, "{}", ran.stderr);
    let ran = user.line("deploymentVariables --deployment-uuid @find:label=a -v");
    assert!(ran.stderr.contains("by workspaceDeployments"), "{}", ran.stderr);
    // It is looked up for what deletes, too, and nothing but it.
    // But the profile does not say where to look for what goes.
    let ran = user.line("deleteDeployment --deployment-uuid @find:label=a --yes --fields id -v");
    assert_eq!(ran.code, 0, "{}", ran.stderr);
    assert!(ran.stderr.contains("by deployments"), "{}", ran.stderr);
    assert_eq!(
        found("workspaceDeployments --workspace-uuid @find:label=Sandbox --fields label"),
        json!([{"label": "b"}])
    );
}

#[test]
fn none_or_several_are_an_error_and_nothing_is_sent() {
    let user = with_deployments();
    for (line, said) in [
        (
            "deleteDeployment --sandbox --yes --deployment-uuid @find:label=c",
            "--deployment-uuid: nothing that deployments lists has label=c\n  there is id=",
        ),
        (
            "deleteDeployment --sandbox --yes --deployment-uuid @find:type=airflow",
            "--deployment-uuid: 2 of what deployments lists have type=airflow\n  there is id=",
        ),
        (
            "createDeployment --sandbox --type airflow --label x --workspace-uuid @find:lable=x",
            "--workspace-uuid: what workspaces lists has no field `lable`; did you mean `label`?",
        ),
        (
            "createDeployment --sandbox --type airflow --label x --workspace-uuid @find:label",
            "`@find:label` is no look-up; write @find:label=NAME",
        ),
        (
            "createDeployment --sandbox --type airflow --label @find:a=b --workspace-uuid x",
            "--label: no query is known that lists what it names",
        ),
        (
            "createDeployment --sandbox --type airflow --label x --workspace-uuid @find:label=a --workspace-uuid y",
            "--workspace-uuid: ",
        ),
        (
            "createDeployment --sandbox --type airflow --label x --workspace-uuid x --config.executor @find:a=b",
            "--config.executor: only an argument as a whole is looked up",
        ),
        (
            "deleteServiceAccount --sandbox --yes --service-account-uuid @find:label=x",
            "workspaceServiceAccounts has to look in one workspaceUuid: give --workspace-uuid",
        ),
        (
            "workspaceUsers --sandbox --workspace-uuid @find:users=x",
            "what workspaces lists has no field `users`",
        ),
    ] {
        let ran = user.line(line);
        assert_eq!((ran.code, ran.stdout.as_str()), (2, ""), "{line}: {}", ran.stderr);
        assert!(ran.stderr.contains(said), "{line}: {}", ran.stderr);
    }
    let ran = user.line("--sandbox deployments --fields label -o csv");
    assert_eq!(ran.stdout, "label\na\nb\n");
    // What is wrong with the rest is told before anything is asked.
    let server = Server::answering("200 OK", r#"{"data":{"workspaces":[]}}"#);
    let ran =
        user.run(&["createDeployment", "--url", &server.url, "--workspace-uuid", "@find:label=x"]);
    assert!(ran.code == 2 && ran.stderr.contains("--label: missing"), "{}", ran.stderr);
    // One that fails is told as what it is.
    let line = "createDeployment --type airflow --label x --workspace-uuid @find:label=x";
    let ran = user.line(&format!("{line} --url http://127.0.0.1:1/v1 --retries 0"));
    assert_eq!(ran.code, 6, "{}", ran.stderr);
    assert!(ran.stderr.contains("it was to find --workspace-uuid; createDeployment was not sent"));
    let ran =
        user.run(&[&line.split(' ').collect::<Vec<_>>()[..], &["--url", &server.url]].concat());
    assert_eq!(ran.code, 2, "{}", ran.stderr);
    assert!(server.request().contains("workspaces"));
    // A dry run asks nobody.
    let ran = user.line(&format!("{line} --dry-run -o json"));
    assert!(
        ran.code == 0
            && ran.stderr.contains("note: workspaceUuid would be looked up: @find:label=x")
    );
    // It tells all the same what cannot be looked up.
    let ran = user.line(&format!("{line} --dry-run").replace("@find:label", "@find:labl"));
    assert_eq!((ran.code, ran.stdout.as_str()), (2, ""), "{}", ran.stderr);
    assert!(ran.stderr.contains("no field `labl`; did you mean `label`?"), "{}", ran.stderr);
}

#[test]
fn variables_are_laid_over_those_that_are_there() {
    let user = with_deployments();
    let rows = user.answer(&["--sandbox", "deployments", "--fields", "id,releaseName"]);
    let (id, name) = (rows[0]["id"].as_str().unwrap(), rows[0]["releaseName"].as_str().unwrap());
    let update = |words: &[&str]| {
        let call = [
            "--sandbox",
            "updateDeploymentVariables",
            "--deployment-uuid",
            id,
            "--release-name",
            name,
        ];
        let ran = user.run(&[&call, words].concat());
        assert_eq!(ran.code, 0, "{}", ran.stderr);
        ran
    };
    let list = r#"[{"key":"A","value":"1","isSecret":false},{"key":"S","value":"hidden","isSecret":true}]"#;
    // What an item says is secret is no word of a call, and is not shown.
    let call = ["updateDeploymentVariables", "--deployment-uuid", id, "--release-name", name];
    let ran = user.run(&[&call[..], &["--environment-variables", list, "--dry-run"]].concat());
    assert!(ran.code == 2 && ran.stderr.contains("stays in the history"), "{}", ran.stderr);
    let elsewhere = ["--environment-variables", "@-", "--dry-run", "-o", "json"];
    let ran = user.with_stdin(&[&call[..], &elsewhere].concat(), list);
    assert!(
        ran.code == 0 && !ran.all().contains("hidden") && ran.stdout.contains("***"),
        "{}",
        ran.all()
    );
    let broken = ["--environment-variables", "@-", "--dry-run"];
    let ran = user.with_stdin(&[&call[..], &broken].concat(), "not-to-be-shown");
    assert!(ran.code == 2 && !ran.all().contains("not-to-be-shown"), "{}", ran.all());
    let ran = user.run(&[&call[..], &["--environment-variables", r#"{"key":"A"}"#]].concat());
    assert!(ran.code == 13 && ran.stderr.contains("--merge keeps what is there"), "{}", ran.stderr);
    update(&["--environment-variables", list, "--yes", "--allow-secret-args"]);
    let ran = update(&[
        "--merge",
        "--allow-secret-args",
        "--environment-variables",
        r#"{"key":"A","value":"2"}"#,
        "--environment-variables",
        r#"{"key":"B","value":"3"}"#,
        "--environment-variables",
        r#"{"key":"S","value":"hidden, too"}"#,
    ]);
    insta::assert_snapshot!(ran.stderr);
    let ran = user.line(&format!("--sandbox deploymentVariables --deployment-uuid {id} -o csv"));
    assert_eq!(ran.stdout, "isSecret,key,value\nfalse,A,2\nfalse,B,3\ntrue,S,\n");
    let ran = update(&["--merge", "--environment-variables", r#"{"key":"B","value":"3"}"#]);
    assert_eq!(ran.stderr, "nothing changes\n");
    // What cannot be read is not written over.
    let call = format!(
        "updateDeploymentVariables --merge --deployment-uuid {id} --release-name {name} --environment-variables []"
    );
    let ran = user.line(&format!("{call} --url http://127.0.0.1:1/v1 --retries 0"));
    assert_eq!((ran.code, ran.stdout.as_str()), (6, ""), "{}", ran.stderr);
    assert!(ran.stderr.contains("updateDeploymentVariables was not sent"), "{}", ran.stderr);
    let ran = user.line(&format!("{call} --dry-run"));
    assert!(ran.code == 0 && ran.stderr.contains("would be read first"), "{}", ran.stderr);
    let ran = user.line(&format!("--sandbox updateDeployment --merge --deployment-uuid {id}"));
    assert!(ran.code == 2 && ran.stderr.contains("--merge: no flag of updateDeployment"));
}
