//! stdout has data or nothing, for every operation.

use houston_client::SCHEMA;
use houston_tests::sample;
use houston_tests::server::Server;
use serde_json::{Value, json};

use crate::environment::{Environment, Ran};
use crate::refusals::refused;

/// A call of every query and mutation, with a value for each required argument.
pub fn every_call() -> Vec<Vec<String>> {
    let user = Environment::new();
    let rows = user.answer(&["list", "-o", "json"]);
    let call = |row: &Value| {
        let mut words = vec![
            row["kind"].as_str().unwrap().to_owned(),
            row["name"].as_str().unwrap().to_owned(),
        ];
        for argument in
            row["arguments"].as_array().unwrap().iter().filter(|row| row["required"] == true)
        {
            let value = sample::word(&SCHEMA, argument["type"].as_str().unwrap());
            words.push(format!("{}={value}", argument["flag"].as_str().unwrap()));
        }
        words
    };
    let rows = rows["operations"].as_array().unwrap().iter();
    rows.filter(|row| row["kind"] != "subscription").map(call).collect()
}

#[track_caller]
fn is_data_or_nothing(ran: &Ran, words: &[&str]) {
    if !ran.stdout.is_empty() {
        let read = serde_json::from_str::<Value>(&ran.stdout);
        assert!(read.is_ok(), "{words:?}: {ran}");
    }
    assert!(ran.code != 1 && ran.code != 101, "{words:?}: {ran}");
    assert!(
        ran.code == 0 || !ran.stderr.is_empty(),
        "{words:?} ends with {} and says nothing",
        ran.code
    );
    let is_object =
        |line: &str| serde_json::from_str::<Value>(line).is_ok_and(|line| line.is_object());
    assert!(ran.stderr.lines().all(is_object), "{words:?}: {ran}");
}

#[test]
fn stdout_is_data_or_empty_for_every_operation() {
    let user = Environment::new();
    let calls = every_call();
    assert!(calls.len() > 70, "{}", calls.len());
    let mut codes = std::collections::BTreeSet::new();
    for format in ["json", "envelope", "raw"] {
        for call in &calls {
            let mut words: Vec<&str> = call.iter().map(String::as_str).collect();
            words.splice(
                0..0,
                ["--sandbox", "--yes", "--allow-secret-args", "--errors", "json", "-o", format],
            );
            let ran = user.run(&words);
            is_data_or_nothing(&ran, &words);
            codes.insert(ran.code);
        }
    }
    assert!(codes.contains(&0) && codes.contains(&4), "{codes:?}");
}

#[test]
fn raw_is_the_body_of_the_server() {
    let body = r#"{ "extensions": {"cost":1.50},  "data":{"workspaces" : [ ]} }"#;
    let server = Server::answering("200 OK", body);
    let ran = Environment::new().run(&["--url", &server.url, "workspaces", "-o", "raw"]);
    assert_eq!((ran.code, ran.stdout.trim_end_matches('\n')), (0, body), "{ran}");
}

#[test]
fn stdout_is_data_or_empty_whatever_the_server_says() {
    let bodies = [
        ("200 OK", r#"{"data":{"NAME":null},"errors":[{"message":"a","path":["NAME"]}]}"#),
        (
            "200 OK",
            r#"{"data":{"NAME":{"id":"a"}},"errors":[{"message":"a","path":["NAME","x"]}]}"#,
        ),
        ("400 Bad Request", r#"{"errors":[{"message":"a"}]}"#),
        ("502 Bad Gateway", "<h1>Bad Gateway</h1>"),
        ("200 OK", "{}"),
    ];
    for call in every_call().iter().step_by(7) {
        for (status, body) in bodies {
            for format in ["json", "envelope", "raw"] {
                let server = Server::answering(status, &body.replace("NAME", &call[1]));
                let mut words: Vec<&str> = call.iter().map(String::as_str).collect();
                words.splice(
                    0..0,
                    [
                        "--url",
                        &server.url,
                        "--yes",
                        "--allow-secret-args",
                        "--errors",
                        "json",
                        "-o",
                        format,
                    ],
                );
                let ran = Environment::new().run(&words);
                is_data_or_nothing(&ran, &words);
                assert_ne!(ran.code, 0, "{words:?}");
                assert!(
                    format != "envelope" || ran.stdout.contains("\"ok\": false"),
                    "{}",
                    ran.stdout
                );
            }
        }
    }
}

fn asked(words: &[&str], data: &Value) -> (Ran, String) {
    let server = Server::answering("200 OK", &json!({ "data": data }).to_string());
    let ran = Environment::new().set("HOUSTON_URL", &server.url).run(words);
    (ran, server.request())
}

#[test]
fn fields_are_chosen_on_the_server() {
    let data = json!({"workspaceDeployments": [{"id": "a", "urls": [{"type": "flower"}]}]});
    let words = ["workspaceDeployments", "--workspace-uuid", "a", "--fields"];
    for fields in ["id,urls.type", "{id urls{type}}"] {
        let (ran, request) = asked(&[&words[..], &[fields]].concat(), &data);
        assert_eq!((ran.code, ran.stderr.as_str()), (0, ""));
        assert!(
            request.contains(
                "{\\n    id\\n    urls {\\n      type\\n    }\\n    config\\n    releaseName\\n  }"
            ),
            "{request}"
        );
    }
    let ran = Environment::new().run(&[&words[..], &["id,lable", "--dry-run"]].concat());
    insta::assert_snapshot!(ran, @"
    ------- stderr -------
    error: --fields is not valid [usage]
      lable: Deployment has no field `lable`; did you mean `label`?
    Nothing was sent. `houston describe Deployment` shows the fields.
    [exit: 2]
    ");
}

#[test]
fn depth_widens_and_narrows() {
    let shown = |depth: &str| {
        let words = ["workspaces", "--dry-run", "-o", "json", "--depth", depth];
        Environment::new().answer(&words)["document"].as_str().unwrap().to_owned()
    };
    assert!(!shown("1").contains("deploymentCapabilities {"), "{}", shown("1"));
    assert!(shown("3").len() > shown("2").len() && shown("2").len() > shown("1").len());
    insta::assert_snapshot!(Environment::new().line("workspaces --dry-run --depth 0"), @"
    ------- stderr -------
    error: --depth: `0` is not a valid N: expected a number from 1 to 10 [usage]
    Nothing was sent. See `houston workspaces --help`.
    [exit: 2]
    ");
}

#[test]
fn a_filter_sees_the_value_of_the_field() {
    let data = json!({"workspaces": [{"id": "a", "properties": 1}, {"id": "b", "properties": 2}]});
    for (words, stdout) in [
        (&["--jq", ".[].id"][..], "\"a\"\n\"b\"\n"),
        (&["--jq", ".[1].id", "-o", "value"], "b\n"),
        (&["--jq", ".[].id", "-o", "value"], "a\nb\n"),
        (&["--jq", ".[].properties, true", "-o", "value"], "1\n2\ntrue\n"),
        (&["--jq", r#""a\nb""#, "-o", "value"], "a\nb\n"),
        (&["--jq", "map(.properties)", "-o", "ndjson"], "1\n2\n"),
        (&["-o", "csv"], "id,properties\na,1\nb,2\n"),
        (&["-o", "yaml"], "- id: a\n  properties: 1\n- id: b\n  properties: 2\n"),
        (&["-o", "table"], "ID  PROPERTIES\na   1\nb   2\n"),
    ] {
        let (ran, _) =
            asked(&[&["workspaces", "--fields", "id,properties"][..], words].concat(), &data);
        assert_eq!(
            (ran.code, ran.stdout.as_str(), ran.stderr.as_str()),
            (0, stdout, ""),
            "{words:?}"
        );
    }
    let shown = [&["--jq", ".[].id, null"][..], &["--jq", r#""a", "b\nc""#], &["--jq", "empty"]]
        .map(|words| {
            let call = ["workspaces", "--fields", "id,properties", "-o", "value"];
            let (ran, _) = asked(&[&call[..], words].concat(), &data);
            ran.after(&words.join(" "))
        });
    insta::assert_snapshot!(shown.concat(), @r#"
    $ --jq .[].id, null
    ------- stderr -------
    error: result 3 of --jq has no value [partial]
    `--or-empty` prints an empty line in place of a missing value.
    [exit: 5]

    $ --jq "a", "b\nc"
    ------- stderr -------
    error: result 2 of --jq is not a single value on one line [partial]
    Select one value with `--fields` or `--jq`; `-o json` shows the whole answer.
    [exit: 5]

    $ --jq empty
    ------- stderr -------
    error: --jq gave no result, and -o value needs at least one [partial]
    `--or-empty` prints an empty line in place of a missing value.
    [exit: 5]
    "#);
    let ran = Environment::new().line("--url http://127.0.0.1:1/v1 workspaces --jq .[");
    insta::assert_snapshot!(ran, @"
    ------- stderr -------
    error: --jq: `.[` is not a valid filter: it has a syntax error [usage]
    Nothing was sent. Write the filter as for jq, such as `.[].label`.
    [exit: 2]
    ");
}

/// What the schema tells about the answer is known before anything is sent.
#[test]
fn an_output_that_cannot_be_is_refused_before_the_call() {
    for line in [
        "createWorkspace --label a -o value",
        "workspaces -o value",
        "workspaces --fields id,label -o value",
        "workspaces --fields id,label -o value --jq .[0]",
        "workspaces --fields users.emails.address,users.id -o value",
        "createWorkspace --label a --jq .[0].id",
        "createWorkspace --label a --jq .idd",
        "createWorkspace --label a -o value --jq .idd",
        "workspaces --jq .id",
        "workspaces --jq .[].id.x",
        "workspaces --fields id --jq .[].label",
        "deleteDeployment --yes --deployment-uuid @find:label=a --fields idd",
        "deleteDeployment --yes --deployment-uuid @find:label=a --jq .[0]",
    ] {
        refused(&line.split(' ').collect::<Vec<_>>());
    }
    let shown = [
        "createWorkspace --label a --depth 1 -o value",
        "workspaces --fields id,label -o value --jq .[0]",
        "createWorkspace --label a --jq .[0].id",
        "workspaces --fields id,label --jq .id",
        "workspaces --fields id,label --jq .[].idd",
        "workspaces --fields id,label --jq .[].description",
    ]
    .map(|line| refused(&line.split(' ').collect::<Vec<_>>()).after(line));
    insta::assert_snapshot!(shown.concat(), @"
    $ createWorkspace --label a --depth 1 -o value
    ------- stderr -------
    error: -o value prints one value, and several are selected: active, billingEnabled, createdAt, description, id, label, paywallEnabled, properties, stripeCustomerId, trialEndsAt, updatedAt [usage]
    Nothing was sent. Select one with `--fields id`, or read it with `--jq`.
    [exit: 2]

    $ workspaces --fields id,label -o value --jq .[0]
    ------- stderr -------
    error: -o value prints one value, and several are selected: id, label [usage]
    Nothing was sent. Read one of them with `--jq`: add `.id`.
    [exit: 2]

    $ createWorkspace --label a --jq .[0].id
    ------- stderr -------
    error: --jq: `.` is an object, and not a list [usage]
    Nothing was sent. Write a field without an index: `.id`.
    [exit: 2]

    $ workspaces --fields id,label --jq .id
    ------- stderr -------
    error: --jq: `.` is a list, and has no field `id` [usage]
    Nothing was sent. Read its items: `.[].id`.
    [exit: 2]

    $ workspaces --fields id,label --jq .[].idd
    ------- stderr -------
    error: --jq: Workspace has no field `idd`; did you mean `id`? [usage]
    Nothing was sent. Selected: id, label.
    [exit: 2]

    $ workspaces --fields id,label --jq .[].description
    ------- stderr -------
    error: --jq reads description, which is not selected [usage]
    Nothing was sent. Select it, with `--fields` or in the document. Selected: id, label.
    [exit: 2]
    ");
    let data = json!({"workspaces": [{"users": [{"id": "a"}]}]});
    let (ran, _) = asked(&["workspaces", "--fields", "users.id", "-o", "value"], &data);
    assert_eq!((ran.code, &*ran.stdout), (0, "a\n"), "{ran}");
}

/// The refusal of a server that lacks a field of the document.
fn lacks(field: &str, document: &str) -> String {
    let line = document.lines().position(|line| line.trim() == field).unwrap();
    let column = document.lines().nth(line).unwrap().find(field).unwrap() + 1;
    json!({"errors": [{
        "message": format!("Cannot query field \"{field}\" on type \"Deployment\"."),
        "locations": [{"line": line + 1, "column": column}],
    }]})
    .to_string()
}

/// The document of a request, as the server received it.
fn document(request: &str) -> String {
    let (_, body) = request.split_once("\r\n\r\n").unwrap();
    let body: Value = serde_json::from_str(body).unwrap();
    body["query"].as_str().unwrap().to_owned()
}

#[test]
fn a_field_that_the_server_lacks_is_left_out_once() {
    let planned =
        Environment::new().run(&["deployments", "--depth", "1", "--dry-run", "-o", "json"]).stdout;
    let planned: Value = serde_json::from_str(&planned).unwrap();
    let mut row = sample::object(&SCHEMA, "Deployment", &json!({"id": "1"}));
    row.as_object_mut().unwrap().remove("releaseName");
    let good = &json!({"data": {"deployments": [row]}}).to_string();
    let refusal = lacks("releaseName", planned["document"].as_str().unwrap());
    let server = Server::answering_in_turn(&[("400 Bad Request", &refusal), ("200 OK", good)]);
    let words = ["deployments", "--depth", "1", "-o", "json", "--jq", ".[].id"];
    let ran = Environment::new().set("HOUSTON_URL", &server.url).run(&words);
    insta::assert_snapshot!(ran, @r#"
    "1"
    ------- stderr -------
    note: the server has no Deployment.releaseName: it is left out
    [exit: 0]
    "#);
    let documents: Vec<String> = server.requests().iter().map(|asked| document(asked)).collect();
    assert!(documents[0].contains("releaseName") && !documents[1].contains("releaseName"));
    // A second field is not left out: the server is asked only twice.
    let again = lacks("label", &documents[1]);
    let server =
        Server::answering_in_turn(&[("400 Bad Request", &refusal), ("400 Bad Request", &again)]);
    let ran = Environment::new().set("HOUSTON_URL", &server.url).run(&words);
    insta::assert_snapshot!(ran, @r#"
    ------- stderr -------
    note: the server has no Deployment.releaseName: it is left out
    error: deployments: Cannot query field "label" on type "Deployment". [schema-drift]
      The server refused the request. The client is built from the schema of version 0.23, and the server has another version. Leave out what the server does not know, or use a client generated from its schema.
    `houston schema diff` shows the differences, `houston schema pull` switches to the server's schema.
    [exit: 4]
    "#);
    assert_eq!(server.requests().len(), 2);
}

#[test]
fn a_field_that_was_chosen_is_not_left_out() {
    let words = ["deployments", "--fields", "id,releaseName"];
    let refusal = lacks("releaseName", "{\n  deployments {\n    id\n    releaseName\n  }\n}");
    let server = Server::answering("400 Bad Request", &refusal);
    let ran = Environment::new().set("HOUSTON_URL", &server.url).run(&words);
    insta::assert_snapshot!(ran, @r#"
    ------- stderr -------
    error: deployments: Cannot query field "releaseName" on type "Deployment". [schema-drift]
      The server refused the request. The client is built from the schema of version 0.23, and the server has another version. Leave out what the server does not know, or use a client generated from its schema.
    `houston schema diff` shows the differences, `houston schema pull` switches to the server's schema.
    [exit: 4]
    "#);
    let asked = document(&server.request());
    assert_eq!(lacks("releaseName", &asked), refusal, "the place is the document's");
}
