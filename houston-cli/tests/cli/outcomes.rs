//! Outcomes of calls: refused, unknown or never sent.

use houston_tests::server::{Server, closed};
use serde_json::json;

use crate::answers::{KEY, MUTATION, QUERY, shown};
use crate::environment::Environment;

const CREATE: [&str; 9] = [
    "createDeployment",
    "--workspace-uuid",
    "w",
    "--type",
    "airflow",
    "--label",
    "a",
    "--fields",
    "id,label",
];

/// What a gateway can have written does not prove that the server refused anything.
#[test]
fn errors_without_data_prove_a_refusal_only_where_a_server_wrote_them() {
    let bare = r#"{"errors":[{"message":"Gateway Timeout"}]}"#;
    let coded = r#"{"errors":[{"message":"m","extensions":{"code":"INTERNAL_SERVER_ERROR"}}]}"#;
    let context = r#"{"errors":[{"message":"Context creation failed: boom","extensions":{"code":"INTERNAL_SERVER_ERROR"}}]}"#;
    let variable = r#"{"errors":[{"message":"Variable \"$u\" got invalid value 1.","extensions":{"code":"INTERNAL_SERVER_ERROR"}}]}"#;
    let mut codes = Vec::new();
    for (body, status, code) in [
        (bare, "200 OK", 7),
        (bare, "408 Request Timeout", 7),
        (bare, "499 Closed", 7),
        (bare, "500 Internal Server Error", 7),
        (bare, "504 Gateway Timeout", 7),
        (bare, "400 Bad Request", 4),
        (coded, "200 OK", 7),
        (coded, "500 Internal Server Error", 7),
        (coded, "400 Bad Request", 4),
        (context, "500 Internal Server Error", 4),
        (variable, "400 Bad Request", 4),
    ] {
        let ran = shown(&CREATE, status, body);
        codes.push((status, ran.code, code));
    }
    assert!(codes.iter().all(|(_, got, due)| got == due), "{codes:?}");
}

/// The error code says the same as the exit code, whatever text the server gives.
#[test]
fn the_code_of_a_call_that_may_have_run_is_not_that_of_a_refusal() {
    let told = |errors: serde_json::Value, data: serde_json::Value| {
        let body = json!({ "errors": errors, "data": data }).to_string();
        shown(&CREATE, "200 OK", &body).to_string()
    };
    let refused = json!({"message": "Minimum Extra AU not met", "path": ["createDeployment"]});
    let limit = json!({"message": "Maximum CPU for pod exceeded", "path": ["createDeployment"]});
    let other = json!({"message": "boom", "path": ["createDeployment"]});
    let foreign = json!({"message": "Maximum CPU for pod exceeded", "path": ["other"]});
    let drift = json!({"message": "Cannot query field \"x\" on type \"Y\"."});
    let taken = json!({"message": "Workspace already has a deployment named a"});
    let null = json!({"createDeployment": null});
    let whole = json!({"createDeployment": {"id": "1", "label": "a"}});
    insta::assert_snapshot!([
        told(json!([limit]), whole.clone()),
        told(json!([taken]), whole),
        told(json!([limit, other]), null.clone()),
        told(json!([foreign]), null.clone()),
        told(json!([refused]), null.clone()),
        told(json!([drift]), null),
    ].join("\n"), @r#"
    {
      "id": "1",
      "label": "a"
    }
    ------- stderr -------
    error: createDeployment: Maximum CPU for pod exceeded at createDeployment [partial]
      The server ran the mutation, and reported an error beside its result. Do not send it again.
      Known about this text: `houston deploymentConfig` shows the limits.
    Do not repeat a mutation. Read the result with a query, or select less with `--fields`.
    [exit: 5]
    {
      "id": "1",
      "label": "a"
    }
    ------- stderr -------
    error: createDeployment: Workspace already has a deployment named a [partial]
      The server ran the mutation, and reported an error beside its result. Do not send it again.
      Known about this text: Choose another label, or use the existing Deployment: `houston workspaceDeployments` shows it. An earlier call that failed may have created it.
    Do not repeat a mutation. Read the result with a query, or select less with `--fields`.
    [exit: 5]
    ------- stderr -------
    error: createDeployment: Maximum CPU for pod exceeded at createDeployment (and 1 more) [outcome-unknown]
      also: boom at createDeployment
      The server may have run the mutation. Check before you send it again.
      Known about this text: `houston deploymentConfig` shows the limits.
    Check before you run it again: with `houston reconcile createDeployment` and the same arguments, or with `houston workspaceDeployments`.
    [exit: 7]
    ------- stderr -------
    error: createDeployment: Maximum CPU for pod exceeded at other [outcome-unknown]
      The server may have run the mutation. Check before you send it again.
      Known about this text: `houston deploymentConfig` shows the limits.
    Check before you run it again: with `houston reconcile createDeployment` and the same arguments, or with `houston workspaceDeployments`.
    [exit: 7]
    ------- stderr -------
    error: createDeployment: Minimum Extra AU not met at createDeployment [outcome-unknown]
      The server may have run the mutation. Check before you send it again.
    Check before you run it again: with `houston reconcile createDeployment` and the same arguments, or with `houston workspaceDeployments`.
    [exit: 7]
    ------- stderr -------
    error: createDeployment: Cannot query field "x" on type "Y". [outcome-unknown]
      The server may have run the mutation. Check before you send it again.
      Known about this text: `houston schema diff` shows the differences, and `houston schema pull` switches to the server's schema. Or select fields that the server has with `--fields`.
    Check before you run it again: with `houston reconcile createDeployment` and the same arguments, or with `houston workspaceDeployments`.
    [exit: 7]
    "#);
}

#[test]
fn what_the_server_refuses_has_a_next_step() {
    let refused = |words: &[&str], message: &str| {
        let body = json!({
            "errors": [{"message": message, "path": [words[0]]}],
            "data": {words[0]: null},
        });
        let json = [&["--errors", "json"], words].concat();
        let told = shown(words, "200 OK", &body.to_string());
        format!("{told}\n{}", shown(&json, "200 OK", &body.to_string()))
    };
    insta::assert_snapshot!(refused(&CREATE, "Workspace already has a deployment named a"), @r#"
    ------- stderr -------
    error: createDeployment: Workspace already has a deployment named a at createDeployment [already-exists]
      The server refused the mutation. It had no effect.
    Choose another label, or use the existing Deployment: `houston workspaceDeployments` shows it. An earlier call that failed may have created it.
    `--if-exists use` takes what exists as it is; `--if-exists check` compares it with what is given first.
    [exit: 4]
    ------- stderr -------
    {"error":"createDeployment: Workspace already has a deployment named a at createDeployment","code":"already-exists","exit":4,"details":["The server refused the mutation. It had no effect."],"help":["Choose another label, or use the existing Deployment: `houston workspaceDeployments` shows it. An earlier call that failed may have created it.","`--if-exists use` takes what exists as it is; `--if-exists check` compares it with what is given first."]}
    [exit: 4]
    "#);
    insta::assert_snapshot!(refused(&MUTATION, "The requested resource was not found"), @r#"
    ------- stderr -------
    error: createWorkspace: The requested resource was not found at createWorkspace [not-found]
      The server refused the mutation. It had no effect.
    Check the ids in the arguments: `houston workspaces` lists the existing objects.
    [exit: 4]
    ------- stderr -------
    {"error":"createWorkspace: The requested resource was not found at createWorkspace","code":"not-found","exit":4,"details":["The server refused the mutation. It had no effect."],"help":["Check the ids in the arguments: `houston workspaces` lists the existing objects."]}
    [exit: 4]
    "#);
}

/// It ran, and a script that goes on with the answer would go on with nothing.
#[test]
fn an_answer_without_what_was_selected_ends_with_5() {
    for (line, data, due) in [
        (
            "createWorkspace --label x --fields id,label",
            r#"{"label":"x"}"#,
            "/data/createWorkspace/id: it is missing",
        ),
        (
            "createWorkspace --label x --fields id,label",
            r#"{"id":null,"label":"x"}"#,
            "null at /data/createWorkspace/id",
        ),
        ("createWorkspace --label x --fields id", "{}", "/data/createWorkspace/id: it is missing"),
        (
            "createWorkspace --label x --fields id",
            r#""x""#,
            "/data/createWorkspace: it is not an object",
        ),
        (
            "createWorkspace --label x --fields id",
            r#"{"id":5}"#,
            "/data/createWorkspace/id: it is not text",
        ),
        ("workspaces --fields id", r#""x""#, "/data/workspaces: it is not a list"),
        ("workspaces --fields id", r#"[{"id":"1"},{}]"#, "/data/workspaces/1/id: it is missing"),
        ("workspaces --fields id", r#"[{"id":"1"},7]"#, "/data/workspaces/1: it is not an object"),
        ("workspaces --fields id,description", r#"[null,{"id":"1","description":null}]"#, ""),
        ("workspaces --fields id", "[]", ""),
        ("workspaces --fields id", "null", ""),
    ] {
        let words: Vec<&str> = line.split(' ').collect();
        let body = format!(r#"{{"data":{{"{}":{data}}}}}"#, words[0]);
        for format in ["json", "envelope"] {
            let ran = shown(&[&words[..], &["-o", format]].concat(), "200 OK", &body);
            assert_eq!(ran.code, if due.is_empty() { 0 } else { 5 }, "{line} {data}: {ran}");
            assert!(ran.stderr.contains(due), "{line} {data}: {ran}");
            let mutation = ran.stderr.to_lowercase().contains("mutation");
            assert_eq!(mutation, !due.is_empty() && line.starts_with("create"), "{line}: {ran}");
        }
    }
}

#[test]
fn a_refusal_had_no_effect() {
    let body = r#"{"errors":[{"message":"Unknown argument \"x\"","extensions":{"code":"GRAPHQL_VALIDATION_FAILED"}}]}"#;
    insta::assert_snapshot!(shown(&MUTATION, "400 Bad Request", body), @r#"
    ------- stderr -------
    error: createWorkspace: Unknown argument "x" (GRAPHQL_VALIDATION_FAILED) [schema-drift]
      The server refused the mutation. It had no effect. The client is built from the schema of version 0.23, and the server has another version. Leave out what the server does not know, or use a client generated from its schema.
    `houston schema diff` shows the differences, `houston schema pull` switches to the server's schema.
    [exit: 4]
    "#);
    insta::assert_snapshot!(shown(&MUTATION, "302 Found", ""), @"
    ------- stderr -------
    error: createWorkspace: HTTP status 302, a redirect to http://127.0.0.1:1/elsewhere [redirected]
      The server refused the mutation. It had no effect.
    Redirects are not followed. Give the right address with `--url`.
    [exit: 4]
    ");
}

#[test]
fn an_unknown_outcome_is_said_to_be_one() {
    let error = r#"{"errors":[{"message":"boom","path":["createWorkspace"]}],"data":{"createWorkspace":null}}"#;
    insta::assert_snapshot!(shown(&MUTATION, "200 OK", error), @"
    ------- stderr -------
    error: createWorkspace: boom at createWorkspace [outcome-unknown]
      The server may have run the mutation. Check before you send it again.
    Check before you run it again: with `houston reconcile createWorkspace --since [TIME]` and the same arguments, or with `houston workspaces`.
    [exit: 7]
    ");
    insta::assert_snapshot!(shown(&MUTATION, "502 Bad Gateway", "<h1>Bad Gateway</h1>"), @"
    ------- stderr -------
    error: createWorkspace: HTTP status 502 (Bad Gateway) and a web page instead of a GraphQL answer [outcome-unknown]
      The server may have run the mutation. Check before you send it again.
    The gateway runs, and Houston behind it does not answer: check that the platform is running.
    Check before you run it again: with `houston reconcile createWorkspace --since [TIME]` and the same arguments, or with `houston workspaces`.
    [exit: 7]
    ");
    insta::assert_snapshot!(shown(&MUTATION, "200 OK", ""), @"
    ------- stderr -------
    error: createWorkspace: HTTP status 200 and no body instead of a GraphQL answer [outcome-unknown]
      The server may have run the mutation. Check before you send it again.
    Check the address: the API is at https://houston.DOMAIN/v1.
    `houston doctor` checks the server at this address.
    Check before you run it again: with `houston reconcile createWorkspace --since [TIME]` and the same arguments, or with `houston workspaces`.
    [exit: 7]
    ");
    insta::assert_snapshot!(shown(&QUERY, "502 Bad Gateway", "<h1>Bad Gateway</h1>"), @"
    ------- stderr -------
    502 Bad Gateway, attempt 2 of 4 in [TIME] s
    cannot connect to the server: 127.0.0.1:[PORT]: Connection refused (os error [N]), attempt 3 of 4 in [TIME] s
    cannot connect to the server: 127.0.0.1:[PORT]: Connection refused (os error [N]), attempt 4 of 4 in [TIME] s
    error: workspaces: cannot connect to the server: 127.0.0.1:[PORT]: Connection refused (os error [N]) (after 4 attempts) [not-reached]
      The request changes nothing. You can send it again.
    Check the address and that the platform is running, or try `--sandbox`.
    [exit: 6]
    ");
}

#[test]
fn an_answer_that_is_cut_leaves_a_mutation_unknown() {
    let cut = |words: &[&str]| {
        let server = Server::replying("HTTP/1.1 200 OK\r\ncontent-length: 99\r\n\r\n{\"data\":");
        let ran = Environment::new().set("HOUSTON_URL", &server.url).run(words);
        server.request();
        ran
    };
    insta::assert_snapshot!(cut(&MUTATION), @"
    ------- stderr -------
    error: createWorkspace: no complete answer: the connection was closed before the answer was complete [outcome-unknown]
      The server may have run the mutation. Check before you send it again.
    Check before you run it again: with `houston reconcile createWorkspace --since [TIME]` and the same arguments, or with `houston workspaces`.
    [exit: 7]
    ");
    insta::assert_snapshot!(cut(&QUERY), @"
    ------- stderr -------
    no complete answer: the connection was closed before the answer was complete, attempt 2 of 4 in [TIME] s
    cannot connect to the server: 127.0.0.1:[PORT]: Connection refused (os error [N]), attempt 3 of 4 in [TIME] s
    cannot connect to the server: 127.0.0.1:[PORT]: Connection refused (os error [N]), attempt 4 of 4 in [TIME] s
    error: workspaces: cannot connect to the server: 127.0.0.1:[PORT]: Connection refused (os error [N]) (after 4 attempts) [not-reached]
      The request changes nothing. You can send it again.
    Check the address and that the platform is running, or try `--sandbox`.
    [exit: 6]
    ");
}

#[test]
fn a_server_that_is_not_there_was_sent_nothing() {
    let url = closed();
    let words = [&["--url", url.as_str()], &MUTATION[..]].concat();
    insta::assert_snapshot!(Environment::new().set("HOUSTON_TOKEN", KEY).run(&words), @"
    ------- stderr -------
    cannot connect to the server: 127.0.0.1:[PORT]: Connection refused (os error [N]), attempt 2 of 4 in [TIME] s
    cannot connect to the server: 127.0.0.1:[PORT]: Connection refused (os error [N]), attempt 3 of 4 in [TIME] s
    cannot connect to the server: 127.0.0.1:[PORT]: Connection refused (os error [N]), attempt 4 of 4 in [TIME] s
    error: createWorkspace: cannot connect to the server: 127.0.0.1:[PORT]: Connection refused (os error [N]) (after 4 attempts) [not-reached]
      Nothing was sent.
    Check the address and that the platform is running, or try `--sandbox`.
    [exit: 6]
    ");
}

/// What a server answers without data is judged by its code.
#[test]
fn a_caller_who_is_not_known_is_told_so() {
    let mut codes = Vec::new();
    for body in [
        r#"{"errors":[{"message":"m","path":["workspaces"],"extensions":{"code":"UNAUTHENTICATED"}}]}"#,
        r#"{"errors":[{"message":"m","extensions":{"code":"UNAUTHENTICATED"}}]}"#,
        r#"{"errors":[{"extensions":{"code":"UNAUTHENTICATED"}}]}"#,
        r#"{"errors":[{"message":"m","extensions":{"code":"FORBIDDEN"}}],"data":null}"#,
    ] {
        for status in ["200 OK", "400 Bad Request", "500 Internal Server Error"] {
            codes.push(shown(&QUERY, status, body).code);
            codes.push(
                shown(&MUTATION, status, &body.replace("workspaces", "createWorkspace")).code,
            );
        }
    }
    assert_eq!(codes, [3; 24]);
}

/// Texts of a running server that end a mutation before it writes, and some that do not.
#[test]
fn a_mutation_is_refused_only_where_nothing_can_have_been_written() {
    let told = |words: &str, path: &str, text: &str| {
        let words: Vec<&str> = words.split(' ').collect();
        let code = json!({"code": "INTERNAL_SERVER_ERROR"});
        let error = json!({"message": text, "path": [path], "extensions": code});
        let body = json!({"errors": [error], "data": {words[0]: null}}).to_string();
        shown(&words, "200 OK", &body).after(&words.join(" "))
    };
    let create = "createDeployment --workspace-uuid w --type airflow --label a";
    let told = [
        told(
            "createWorkspace --label a",
            "createWorkspace",
            "No Node for the model User with value ck1 for id found.",
        ),
        told(
            "upgradeDeployment --deployment-uuid x --version 1",
            "updateDeployment",
            "No Node for the model Deployment with value x for id found.",
        ),
        told(create, "createDeployment", "Cannot read property 'defaultExtraAu' of undefined"),
        told(create, "createDeployment", "Cannot read property 'resources' of null"),
        told(create, "createDeployment", "No Node for the model User with value ck1 for id found."),
        told("inviteUser --email a@b.c", "inviteUser", "User already invited"),
        told("confirmEmail --token x --allow-secret-args", "confirmEmail", "Invalid token"),
    ];
    insta::assert_snapshot!(told.concat(), @"
    $ createWorkspace --label a
    ------- stderr -------
    error: createWorkspace: No Node for the model User with value ck1 for id found. (INTERNAL_SERVER_ERROR) at createWorkspace [not-allowed]
      The server refused the mutation. It had no effect.
    Through version 0.20, a service account cannot create a workspace: the server gives the first role to a user. Use the token of a user.
    [exit: 3]

    $ upgradeDeployment --deployment-uuid x --version 1
    ------- stderr -------
    error: upgradeDeployment: No Node for the model Deployment with value x for id found. (INTERNAL_SERVER_ERROR) at updateDeployment [not-found]
      The server refused the mutation. It had no effect.
    No Deployment has this id. `houston workspaceDeployments` lists the Deployments of a workspace.
    [exit: 4]

    $ createDeployment --workspace-uuid w --type airflow --label a
    ------- stderr -------
    error: createDeployment: Cannot read property 'defaultExtraAu' of undefined (INTERNAL_SERVER_ERROR) at createDeployment [config-refused]
      The server refused the mutation. It had no effect.
    The server does not know this executor. Use LocalExecutor, CeleryExecutor or KubernetesExecutor.
    [exit: 4]

    $ createDeployment --workspace-uuid w --type airflow --label a
    ------- stderr -------
    error: createDeployment: Cannot read property 'resources' of null (INTERNAL_SERVER_ERROR) at createDeployment [outcome-unknown]
      The server may have run the mutation. Check before you send it again.
    Do not send null inside `config`. The Deployment is stored all the same: `houston workspaceDeployments` shows it. Delete it before you create it again.
    Check before you run it again: with `houston reconcile createDeployment` and the same arguments, or with `houston workspaceDeployments`.
    [exit: 7]

    $ createDeployment --workspace-uuid w --type airflow --label a
    ------- stderr -------
    error: createDeployment: No Node for the model User with value ck1 for id found. (INTERNAL_SERVER_ERROR) at createDeployment [outcome-unknown]
      The server may have run the mutation. Check before you send it again.
    An object that the call names does not exist. Check the ids in your arguments.
    Check before you run it again: with `houston reconcile createDeployment` and the same arguments, or with `houston workspaceDeployments`.
    [exit: 7]

    $ inviteUser --email a@b.c
    ------- stderr -------
    error: inviteUser: User already invited (INTERNAL_SERVER_ERROR) at inviteUser [invite-refused]
      The server refused the mutation. It had no effect.
    The invitation is open: the user can accept it. `houston invites` lists open invitations, and `houston deleteInviteToken` withdraws one.
    `--if-exists use` takes what exists as it is; `--if-exists check` compares it with what is given first.
    [exit: 4]

    $ confirmEmail --token x --allow-secret-args
    ------- stderr -------
    error: confirmEmail: Invalid token (INTERNAL_SERVER_ERROR) at confirmEmail [login-failed]
      The server refused the mutation. It had no effect.
    The token of the email is wrong, or it was used before. `houston resendConfirmation` sends a new email.
    [exit: 3]
    ");
}
