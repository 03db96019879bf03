//! `-o envelope`, and what a filter sees.

use houston_tests::server::Server;
use serde_json::{Value, json};

use crate::environment::{Environment, Ran};

fn ran(words: &[&str], body: &Value) -> Ran {
    let server = Server::answering("200 OK", &body.to_string());
    Environment::new().set("HOUSTON_URL", &server.url).run(words)
}

fn refusal() -> Value {
    json!({
        "errors": [{
            "message": "You do not have the appropriate permissions for that",
            "path": ["workspaces"],
            "extensions": { "code": "FORBIDDEN" },
        }],
        "data": { "workspaces": null },
    })
}

fn part() -> Value {
    json!({
        "errors": [{ "message": "no", "path": ["workspaces", 1, "label"] }],
        "data": { "workspaces": [{ "id": "a", "label": "b" }, { "id": "c", "label": null }] },
    })
}

#[test]
fn an_envelope_holds_the_code_and_the_exit_code() {
    let whole = json!({ "data": { "workspaces": [{ "id": "a" }] } });
    let words = ["workspaces", "--fields", "id", "-o", "envelope"];
    for (body, code, exit) in [
        (&whole, json!(null), 0),
        (&refusal(), json!("not-allowed"), 3),
        (&part(), json!("partial"), 5),
    ] {
        let shown = ran(&words, body);
        assert_eq!(shown.code, exit, "{shown}");
        let envelope: Value = serde_json::from_str(&shown.stdout).unwrap();
        assert_eq!(
            (&envelope["code"], &envelope["exit"], &envelope["ok"]),
            (&code, &json!(exit), &json!(exit == 0))
        );
    }
    let envelope: Value = serde_json::from_str(&ran(&words, &part()).stdout).unwrap();
    assert_eq!(envelope["errors"][0]["path"], json!(["workspaces", 1, "label"]));
    let nothing = json!({ "data": { "verifyEmail": null } });
    let words = ["verifyEmail", "--email", "a@example.com", "-o", "envelope"];
    let shown = ran(&words, &nothing);
    let envelope: Value = serde_json::from_str(&shown.stdout).unwrap();
    assert_eq!((shown.code, &envelope["exit"], &envelope["ok"]), (5, &json!(5), &json!(false)));
    let closed = Environment::new().run(&[
        "workspaces",
        "-o",
        "envelope",
        "--url",
        "http://127.0.0.1:1/v1",
        "--retries",
        "0",
    ]);
    let envelope: Value = serde_json::from_str(&closed.stdout).unwrap();
    assert_eq!(
        (closed.code, &envelope["exit"], &envelope["outcome"]),
        (6, &json!(6), &json!("not-sent"))
    );
}

/// Each row: a command line, the code, the exit code, and the outcome.
#[test]
fn a_failure_before_the_call_has_an_envelope() {
    let refused = json!({ "errors": [{ "message": "no", "path": ["deployments"] }], "data": null });
    for (line, code, exit, outcome) in [
        ("workspaces --nope", "usage", 2, "not-sent"),
        ("nope", "usage", 2, "not-sent"),
        ("workspaces --fields nope", "usage", 2, "not-sent"),
        ("workspaces --jq halt", "usage", 2, "not-sent"),
        ("workspaces --token-file /nope", "usage", 2, "not-sent"),
        ("query-text /nope.graphql", "usage", 2, "not-sent"),
        ("deleteDeployment --deployment-uuid a", "confirmation-needed", 13, "not-sent"),
        ("deleteDeployment --yes --deployment-uuid @find:label=a", "refused", 4, "not-sent"),
        ("deployments", "refused", 4, "refused"),
    ] {
        for (option, filter) in [("-o envelope", ""), ("--output=envelope", " --jq=.exit,.ok")] {
            if line.contains("--jq") && !filter.is_empty() {
                continue;
            }
            let line = format!("{line} {option}{filter} --errors json");
            let shown = ran(&line.split(' ').collect::<Vec<_>>(), &refused);
            assert_eq!(shown.code, exit, "{line}: {shown}");
            let last = shown.stderr.lines().last().unwrap();
            let failure: Value = serde_json::from_str(last).unwrap();
            assert_eq!((&failure["code"], &failure["exit"]), (&json!(code), &json!(exit)));
            if filter.is_empty() {
                let envelope: Value = serde_json::from_str(&shown.stdout).unwrap();
                assert_eq!(envelope["code"], code, "{line}: {shown}");
                assert_eq!(envelope["exit"], exit, "{line}: {shown}");
                assert_eq!(envelope["outcome"], outcome, "{line}: {shown}");
                assert_eq!((&envelope["data"], &envelope["ok"]), (&json!(null), &json!(false)));
            } else {
                assert_eq!(shown.stdout, format!("{exit}\nfalse\n"), "{line}: {shown}");
            }
        }
    }
    insta::assert_snapshot!(ran(&["workspaces", "--fields", "nope", "-oenvelope"], &refused), @r#"
    {
      "v": 1,
      "ok": false,
      "outcome": "not-sent",
      "code": "usage",
      "exit": 2,
      "data": null,
      "errors": [
        {
          "error": "--fields is not valid",
          "code": "usage",
          "exit": 2,
          "details": [
            "nope: Workspace has no field `nope`"
          ],
          "help": [
            "Nothing was sent. `houston describe Workspace` shows the fields."
          ]
        }
      ]
    }
    ------- stderr -------
    error: --fields is not valid [usage]
      nope: Workspace has no field `nope`
    Nothing was sent. `houston describe Workspace` shows the fields.
    [exit: 2]
    "#);
}

#[test]
fn a_filter_gets_the_envelope_on_success_and_on_refusal() {
    let whole = json!({ "data": { "workspaces": [{ "id": "a" }] } });
    for (body, expected) in
        [(&whole, "0\nnull\n[{\"id\":\"a\"}]\n"), (&refusal(), "3\n\"not-allowed\"\nnull\n")]
    {
        let words = ["workspaces", "--fields", "id", "-o", "envelope", "--jq"];
        let shown = ran(&[&words[..], &[".exit, .code, .data"]].concat(), body);
        assert_eq!(
            shown.stdout.split_whitespace().collect::<String>(),
            expected.split_whitespace().collect::<String>(),
            "{shown}"
        );
    }
}

#[test]
fn a_filter_reads_what_an_envelope_has() {
    let body = json!({ "data": { "workspaces": [{ "id": "a", "label": "b" }] } });
    let with = |filter: &str| {
        let words = ["workspaces", "--fields", "id,label", "-o", "envelope", "--jq", filter];
        ran(&words, &body)
    };
    for filter in [".data[].id", ".data[0].label", ".exit", ".errors[0].code", ".nope?", ".[]"] {
        assert_eq!(with(filter).code, 0, "{filter}: {}", with(filter));
    }
    for (filter, error) in [
        (".id", "--jq: the envelope has no field `id`"),
        (".[0].id", "--jq: the envelope is not a list"),
        (".data.id", "--jq: `.data` is a list, and has no field `id`"),
        (".data[].lable", "--jq: Workspace has no field `lable`; did you mean `label`?"),
        (".data[].createdAt", "--jq reads createdAt, which is not selected"),
    ] {
        let ran = with(filter);
        let first = ran.stderr.lines().next().unwrap();
        assert_eq!((ran.code, first), (2, &*format!("error: {error} [usage]")), "{filter}: {ran}");
    }
}

#[test]
fn a_refused_document_has_no_data() {
    let text =
        "mutation { createDeployment(type: \"a\", label: \"b\", workspaceUuid: \"c\") { id } }";
    let mut body = refusal();
    body["data"] = json!({ "createDeployment": null });
    body["errors"][0]["path"] = json!(["createDeployment"]);
    let server = Server::answering("200 OK", &body.to_string());
    let user = Environment::new().set("HOUSTON_URL", &server.url);
    let shown = user.with_stdin(&["query-text", "-"], text);
    assert_eq!((shown.code, shown.stdout.as_str()), (3, ""), "{shown}");
    let both = "query { workspaces { id } users { id } }";
    body["data"] = json!({ "workspaces": [{ "id": "a" }], "users": null });
    body["errors"][0]["path"] = json!(["users"]);
    let server = Server::answering("200 OK", &body.to_string());
    let user = Environment::new().set("HOUSTON_URL", &server.url);
    let shown = user.with_stdin(&["query-text", "-", "-o", "ndjson"], both);
    assert_eq!(shown.stdout, "{\"workspaces\":[{\"id\":\"a\"}],\"users\":null}\n", "{shown}");
}

#[test]
fn a_filter_that_reads_what_is_not_selected_is_told() {
    let rows = json!([{ "id": "a", "config": { "executor": "x" } }]);
    let body = json!({ "data": { "deployments": rows } });
    let said = |filter: &str| {
        let words = ["deployments", "--fields", "id,config", "--jq", filter];
        ran(&words, &body).stderr
    };
    insta::assert_snapshot!(said(".[].status"), @"
    error: --jq reads status, which is not selected [usage]
    Nothing was sent. Select it, with `--fields` or in the document. Selected: id, config.
    ");
    for filter in
        [".[].id", ".[].config.executor", "map({status: .id} | .status)", "length", ".[] | {id}"]
    {
        assert_eq!(said(filter), "", "{filter}");
    }
    for filter in [
        "map(.status)",
        ".[].status?",
        "map(select(.status == \"up\"))",
        ".[] | {id, label}",
        "map(.[\"label\"])",
    ] {
        assert!(said(filter).starts_with("note: --jq reads "), "{filter}");
    }
    let server = Server::answering("200 OK", &body.to_string());
    let user = Environment::new().set("HOUSTON_URL", &server.url);
    let shown = user.with_stdin(
        &["query-text", "-", "--jq", ".deployments[].label"],
        "{ deployments { id config } }",
    );
    insta::assert_snapshot!(shown, @"
    ------- stderr -------
    error: --jq reads label, which is not selected [usage]
    Nothing was sent. Select it, with `--fields` or in the document. Selected: id, config.
    [exit: 2]
    ");
}

#[test]
fn a_skeleton_that_is_filled_in_sets_no_optional_argument() {
    let user = Environment::new();
    let shown = user.line("skeleton createDeployment -o json");
    insta::assert_snapshot!(shown, @r#"
    {
      "label": "",
      "type": "",
      "workspaceUuid": ""
    }
    [exit: 0]
    "#);
    insta::assert_snapshot!(user.line("skeleton updateDeploymentVariables -o json"), @r#"
    {
      "deploymentUuid": "",
      "environmentVariables": [
        {
          "isSecret": false,
          "key": "",
          "value": ""
        }
      ]
    }
    [exit: 0]
    "#);
}

/// What a built-in command prints for programs has the same envelope as an answer.
#[test]
fn facts_have_an_envelope() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("other.graphql");
    std::fs::write(&path, "type Query { workspaces: [String] }").unwrap();
    let other = path.to_str().unwrap();
    let refused = json!({ "errors": [{ "message": "no" }] });
    for (words, code, exit, outcome) in [
        (&["explain", "7"][..], json!(null), 0, "done"),
        (&["profile", "list"], json!(null), 0, "done"),
        (&["describe", "Deployment.label"], json!(null), 0, "done"),
        (&["skeleton", "createWorkspace"], json!(null), 0, "done"),
        (&["schema", "diff", "built-in", other], json!("schema-drift"), 12, "done"),
        (&["doctor", "--url", "http://localhost:1/v1"], json!("not-reached"), 6, "done"),
        (&["workspaces", "--dry-run"], json!(null), 0, "not-sent"),
        (&["explain", "nope"], json!("usage"), 2, "not-sent"),
    ] {
        let shown = ran(&[words, &["-o", "envelope"]].concat(), &refused);
        assert_eq!(shown.code, exit, "{words:?}: {shown}");
        let envelope: Value = serde_json::from_str(&shown.stdout).unwrap();
        let (is_ok, v) = (exit == 0, json!(1));
        assert_eq!((&envelope["v"], &envelope["ok"]), (&v, &json!(is_ok)), "{words:?}: {shown}");
        assert_eq!((&envelope["code"], &envelope["exit"]), (&code, &json!(exit)), "{shown}");
        assert_eq!(envelope["outcome"], outcome, "{words:?}: {shown}");
        assert_eq!(envelope["data"].is_null(), exit == 2, "{words:?}: {shown}");
        assert_eq!(envelope["errors"].as_array().unwrap().len(), usize::from(!is_ok), "{shown}");
    }
}
