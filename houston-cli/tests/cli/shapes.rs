//! JSON arguments of a known shape, and digits in documents.

use serde_json::{Value, json};

use crate::environment::Environment;

/// The variables of a dry run with this stdin.
fn variables(words: &[&str], stdin: &str) -> Value {
    let ran = Environment::new().with_stdin(&[words, &["--dry-run", "-o", "json"]].concat(), stdin);
    assert_eq!(ran.code, 0, "{words:?}: {ran}");
    serde_json::from_str::<Value>(&ran.stdout).unwrap()["variables"].take()
}

/// Calls with a JSON argument of a known shape.
const UPDATE_WORKSPACE: [&str; 3] = ["updateWorkspace", "--workspace-uuid", "ck0"];
const UPDATE: [&str; 3] = ["updateDeployment", "--deployment-uuid", "ck0"];
const CREATE: [&str; 4] =
    ["createDeployment", "--workspace-uuid=ck0", "--label=a", "--type=airflow"];
const ACCOUNT: [&str; 5] =
    ["updateWorkspaceServiceAccount", "--workspace-uuid", "ck0", "--service-account-uuid", "ck1"];

#[test]
fn values_of_a_known_shape_have_its_types() {
    for (call, words, argument, expected) in [
        (&UPDATE_WORKSPACE[..], "--payload.label 2024", "payload", json!({"label": "2024"})),
        (&UPDATE_WORKSPACE, r#"--payload {"label":2024}"#, "payload", json!({"label": "2024"})),
        (&UPDATE_WORKSPACE, "--payload.label null", "payload", json!({"label": "null"})),
        (
            &UPDATE_WORKSPACE,
            "--payload.description true",
            "payload",
            json!({"description": "true"}),
        ),
        (
            &UPDATE_WORKSPACE,
            r#"--payload {"description":null}"#,
            "payload",
            json!({"description": null}),
        ),
        (&UPDATE, "--payload.version 1.10", "payload", json!({"version": "1.10"})),
        (
            &UPDATE,
            "--payload.properties.extra_au 10 --payload.properties.alert_emails a@b.c",
            "payload",
            json!({"properties": {"extra_au": 10, "alert_emails": ["a@b.c"]}}),
        ),
        (
            &CREATE,
            "--properties.component_version 2",
            "properties",
            json!({"component_version": "2"}),
        ),
        (
            &CREATE,
            "--properties.alert_emails a@b.c",
            "properties",
            json!({"alert_emails": ["a@b.c"]}),
        ),
        (
            &CREATE,
            r#"--properties.alert_emails ["a@b.c"]"#,
            "properties",
            json!({"alert_emails": ["a@b.c"]}),
        ),
        (
            &CREATE,
            "--config.executor LocalExecutor",
            "config",
            json!({"executor": "LocalExecutor"}),
        ),
        (
            &CREATE,
            "--config.scheduler.replicas 2 --config.workers.resources.limits.cpu 400m --config.any.key 1",
            "config",
            json!({"scheduler": {"replicas": 2}, "workers": {"resources": {"limits": {"cpu": "400m"}}}, "any": {"key": 1}}),
        ),
        (
            &CREATE,
            "--config.flower.replica 1 --config.workers.maxReplicas 3 --config.workers.resources.limits.gpu 1",
            "config",
            json!({"flower": {"replica": 1}, "workers": {"maxReplicas": 3, "resources": {"limits": {"gpu": 1}}}}),
        ),
        (&ACCOUNT, "--payload.role WORKSPACE_ADMIN", "payload", json!({"role": "WORKSPACE_ADMIN"})),
        (
            &["createUser", "--email=a", "--password=b", "--allow-secret-args"],
            "--profile.fullName 7",
            "profile",
            json!({"fullName": "7"}),
        ),
    ] {
        let words: Vec<&str> = call.iter().copied().chain(words.split(' ')).collect();
        assert_eq!(variables(&words, "")[argument], expected, "{words:?}");
    }
}

#[test]
fn values_of_another_shape_are_refused_before_anything_is_sent() {
    let user = Environment::new().set("HOUSTON_URL", "http://127.0.0.1:1/v1");
    let mut shown = String::new();
    for (call, words) in [
        (&UPDATE_WORKSPACE[..], "--payload 5"),
        (&UPDATE_WORKSPACE, "--payload []"),
        (&UPDATE_WORKSPACE, "--payload null"),
        (&UPDATE_WORKSPACE, "--payload "),
        (&UPDATE_WORKSPACE, r#"--payload "{}""#),
        (&UPDATE_WORKSPACE, r#"--payload {"label":true}"#),
        (&UPDATE_WORKSPACE, "--payload.label.x 1"),
        (&UPDATE, "--payload text"),
        (&UPDATE, r#"--payload {"label":null}"#),
        (&UPDATE, r#"--payload {"properties":{"extra_au":null}}"#),
        (&UPDATE, "--payload.properties 5"),
        (&UPDATE, "--payload.properties.extra_au many"),
        (&UPDATE, r#"--payload {"properties":{"alert_emails":"a@b.c"}}"#),
        (&UPDATE, r#"--payload {"properties":{"extra_a":1}}"#),
        (&UPDATE, "--config LocalExecutor"),
        (&CREATE, "--config.executor Local"),
        (&CREATE, r#"--config {"scheduler":null}"#),
        (&CREATE, r#"--config {"scheduler":{"resources":{"limits":5}}}"#),
        (&CREATE, "--config.workers.replicas 1.5"),
        (&CREATE, "--config.executr LocalExecutor"),
        (&CREATE, "--config.Executor LocalExecutor"),
        (&CREATE, r#"--config {"scheduler":{"replica":2}}"#),
        (&CREATE, r#"--config {"workers":{"resources":{"limit":{"cpu":1}}}}"#),
        (&CREATE, "--config.workers.resources.limits.cpus 2"),
        (&["logs", "--deployment-uuid=ck0"], "--timestamp yesterday"),
        (&["logs", "--deployment-uuid=ck0"], "--timestamp "),
        (&["logs", "--deployment-uuid=ck0"], "--timestamp 2026-13-45T00:00:00Z"),
        (&["logs", "--deployment-uuid=ck0"], "--timestamp 1700000000"),
        (&CREATE, "--properties.extra_au 010"),
        (&ACCOUNT, "--payload.role ADMIN"),
        (&["updateSelf"], "--payload x"),
        (&["createUser", "--email=a"], "--profile x"),
    ] {
        let words: Vec<&str> = call.iter().copied().chain(words.split(' ')).collect();
        let ran = user.run(&words);
        assert_eq!(ran.code, 2, "{words:?}: {ran}");
        let lines =
            ran.stderr.lines().filter(|line| line.starts_with("  ") || line.contains("Nothing"));
        shown += &format!("$ {}\n{}\n", words.join(" "), lines.collect::<Vec<_>>().join("\n"));
    }
    insta::assert_snapshot!(shown);
}

#[test]
fn digits_of_a_document_arrive_as_they_were_written() {
    let words = ["createWorkspace", "--input", "-"];
    for text in [
        "020222070707",
        "08",
        "1234e3",
        "12345678901234567890",
        "123456789012345678901234567890",
        "1.10",
        "NO",
        "on",
        "yes",
        "0x1F",
        "1_000",
        "2021-04-02",
        "True",
    ] {
        let yaml = format!("label: {text}\ndescription: '{text}'\n");
        let expected = json!({"label": text, "description": text});
        assert_eq!(variables(&words, &yaml), expected);
        assert_eq!(
            variables(&["createWorkspace", "--label", text, "--description", text], ""),
            expected
        );
    }
    let json = r#"{"label": 12345678901234567890, "description": 1.10}"#;
    let expected = json!({"label": "12345678901234567890", "description": "1.10"});
    assert_eq!(variables(&words, json), expected);
    // Where any JSON is allowed, a number is one in every notation, and is not changed.
    let create = [&CREATE[..], &["--input", "-"]].concat();
    let yaml = "config: {a: 1.0, b: '1.10', c: 0.5, e: 2, f: NO, g: true, h: '2', i: ~}";
    assert_eq!(
        variables(&create, yaml)["config"].to_string(),
        r#"{"a":1.0,"b":"1.10","c":0.5,"e":2,"f":"NO","g":true,"h":"2","i":null}"#
    );
    for document in [
        r#"{"config":{"bar":1.0,"u":2}}"#,
        r#"{"config":{"bar":1.0,"u":2,}}"#,
        "{'config':{'bar':1.0,'u':2}}",
        "config: {bar: 1.0, u: 2}",
        "config:\n  bar: 1.0\n  u: 2\n",
    ] {
        let config = variables(&create, document)["config"].to_string();
        assert_eq!(config, r#"{"bar":1.0,"u":2}"#, "{document}");
    }
    let words = [&CREATE[..], &["--config", r#"{"bar":1.0}"#, "--config.u", "2"]].concat();
    assert_eq!(variables(&words, "")["config"].to_string(), r#"{"bar":1.0,"u":2}"#);
    let words = [&CREATE[..], &["--config.bar", "1.0"]].concat();
    assert_eq!(variables(&words, "")["config"].to_string(), r#"{"bar":1.0}"#);
    // A key whose type is text takes the digits, in every notation.
    for payload in [r#"{"label":1e400}"#, r#"{"label":1e400,}"#, "label: 1e400"] {
        let document = format!("payload:\n  {payload}\n");
        let words = [&UPDATE_WORKSPACE[..], &["--input", "-"]].concat();
        assert_eq!(variables(&words, &document)["payload"], json!({"label": "1e400"}));
    }
    let words = [&UPDATE_WORKSPACE[..], &["--payload", r#"{"label":1e400}"#]].concat();
    assert_eq!(variables(&words, "")["payload"], json!({"label": "1e400"}));
    // Where a number is wanted, other notations are refused.
    let user = Environment::new();
    let update = ["updateDeployment", "--deployment-uuid", "ck0", "--input", "-", "--dry-run"];
    for yaml in [
        "workers: {replicas: 010}",
        "workers: {replicas: 0x10}",
        "workers: {replicas: 1e2}",
        "workers: {replicas: 99999999999999999999}",
        "sync: yes",
        "sync: on",
        "config: {executor: NO}",
        r#"{"config": {"a": 12345678901234567890}}"#,
        r#"{"config": {"a": 1.10}}"#,
        r#"{"config": {"a": 1e400}}"#,
        "config: {a: 1.10}",
        "config: {a: 08}",
        "config: {a: 1e3}",
        "config: {a: 0x1F}",
        "config: {a: -0}",
        "config: {a: 1_000}",
        "config: {a: .inf}",
        "config: {a: 100000000000000000000}",
        "config: {a: 12345678901234567890}",
    ] {
        let ran = user.with_stdin(&update, yaml);
        assert_eq!(ran.code, 2, "{yaml}: {ran}");
    }
    let ran = user.with_stdin(&update, r#"{"config": {"a": {"b": [9007199254740993]}}}"#);
    insta::assert_snapshot!(ran, @"
    ------- stderr -------
    error: updateDeployment has an invalid argument [usage]
      --config.a.b[0]: `9007199254740993` is a number with more digits than a number holds; it would arrive as 9007199254740992; write it in double quotes for text
    Nothing was sent. See `houston updateDeployment --help`.
    [exit: 2]
    ");
}

#[test]
fn lists_are_built_from_flags_and_files() {
    let alerts = ["deploymentAlertsUpdate", "--deployment-uuid", "ck0", "--alert-emails"];
    let emails = |words: &[&str], stdin: &str| {
        variables(&[&alerts[..], words].concat(), stdin)["alertEmails"].take()
    };
    let two = json!(["a@b.c", "d@e.f"]);
    assert_eq!(emails(&["a@b.c,d@e.f"], ""), two);
    assert_eq!(emails(&["a@b.c", "--alert-emails", "d@e.f"], ""), two);
    assert_eq!(emails(&["@-"], "a@b.c\nd@e.f\n"), two);
    assert_eq!(emails(&["@-"], "\u{feff}a@b.c\r\n\"d@e.f\"\r\n\r\n"), two);
    assert_eq!(emails(&["@-"], r#"["a@b.c","d@e.f"]"#), two);
    assert_eq!(emails(&["@-"], "# both\n\na@b.c\n  # or\nd@e.f\n"), two);
    assert_eq!(emails(&["@-"], "# both\n- a@b.c\n- d@e.f\n"), two);
    assert_eq!(emails(&["[]"], ""), json!([]));
    let user = Environment::new();
    let mut shown = String::new();
    for given in [
        "a@b.c;d@e.f",
        "a@b.c d@e.f",
        "a@b.c,,d@e.f",
        "a@b.c,",
        "\"a@b.c",
        "[a@b.c]",
        "",
        " ",
        "null",
        "{\"a\":1}",
        "\"a,b\"@c.d,x@y.z",
        "a@b.c,@list",
        "# none",
    ] {
        let ran = user.run(&[&alerts[..], &[given]].concat());
        assert_eq!(ran.code, 2, "{given}: {ran}");
        shown += &format!("$ {given}\n{}\n", ran.stderr.lines().nth(1).unwrap());
    }
    insta::assert_snapshot!(shown, @r#"
    $ a@b.c;d@e.f
      --alert-emails: an item looks like several addresses; separate them with commas; repeat the flag for each item, or pass one JSON array
    $ a@b.c d@e.f
      --alert-emails: an item looks like several addresses; separate them with commas; repeat the flag for each item, or pass one JSON array
    $ a@b.c,,d@e.f
      --alert-emails: an item between commas is empty; repeat the flag for each item, or pass one JSON array
    $ a@b.c,
      --alert-emails: an item between commas is empty; repeat the flag for each item, or pass one JSON array
    $ "a@b.c
      --alert-emails: a double quote has no end; repeat the flag for each item, or pass one JSON array
    $ [a@b.c]
      --alert-emails: not a valid JSON array: expected value at line 1 column 2; repeat the flag for each item, or pass one JSON array
    $ 
      --alert-emails: an empty text is not a list; to pass an empty list, write `[]`
    $  
      --alert-emails: an empty text is not a list; to pass an empty list, write `[]`
    $ null
      --alert-emails: programs print a missing value as `null`; put the text in double quotes; repeat the flag for each item, or pass one JSON array
    $ {"a":1}
      --alert-emails: an item looks like an object; put the text in double quotes; repeat the flag for each item, or pass one JSON array
    $ "a,b"@c.d,x@y.z
      --alert-emails: text stands behind a closing double quote; write two for one inside a quoted text; repeat the flag for each item, or pass one JSON array
    $ a@b.c,@list
      --alert-emails: `@` is read only for a whole argument; put an item that begins with it in double quotes; repeat the flag for each item, or pass one JSON array
    $ # none
      --alert-emails: only comments are in it; put an item that begins with `#` in double quotes; repeat the flag for each item, or pass one JSON array
    "#);
    let update = ["updateDeploymentVariables", "--deployment-uuid=ck0", "--release-name=r"];
    let variable = |words: &[&str], stdin: &str| {
        variables(&[&update[..], words].concat(), stdin)["environmentVariables"].take()
    };
    let expected =
        json!([{"key": "A", "value": "1,2=3"}, {"key": "B", "value": "a,b", "isSecret": false}]);
    let flag = "--environment-variables";
    let words = [flag, "key=A,\"value=1,2=3\"", flag, "key=B,value=a,b,is-secret=false"];
    assert_eq!(variable(&words, ""), expected);
    assert_eq!(
        variable(&[flag, "@-"], "key=A,value=1,2=3\r\nkey=B,value=a,b,isSecret=false\r\n"),
        expected
    );
    let mut shown = String::new();
    for given in [
        "A=1",
        "key=A,valeu=1",
        "key=A,value=x,sslmode=off",
        "key=A,value=@daily",
        "key=A,key=B",
        "key=A;value=1",
        "key=A,value=\"\"",
        "value=1",
        "key=,value=1",
        "{}",
        "",
        "A",
    ] {
        let ran = user.run(&[&update[..], &[flag, given]].concat());
        assert_eq!(ran.code, 2, "{given}: {ran}");
        shown += &format!("$ {given}\n{}\n", ran.stderr.lines().nth(1).unwrap());
    }
    insta::assert_snapshot!(shown, @r#"
    $ A=1
      --environment-variables[0]: `A` is not a field; write isSecret=…,key=…,value=… in any order, or pass JSON
    $ key=A,valeu=1
      --environment-variables[0]: `valeu` is not a field; if it is part of a value, put the whole pair of that value in double quotes
    $ key=A,value=x,sslmode=off
      --environment-variables[0]: `sslmode` is not a field; if it is part of a value, put the whole pair of that value in double quotes
    $ key=A,value=@daily
      --environment-variables[0]: `@` is read only for a whole argument: pass JSON from a file, or write `value=@@…` for a text that begins with `@`
    $ key=A,key=B
      --environment-variables[0]: `key` is given twice; if it is part of a value, put the whole pair of that value in double quotes
    $ key=A;value=1
      --environment-variables[0]: `value=` does not stand behind a comma; if it is part of a value, put the whole pair of that value in double quotes
    $ key=A,value=""
      --environment-variables[0]: the value of `value` stands in quotes, which would be sent; write `value=…` without them, put the whole pair in double quotes, or pass JSON
    $ value=1
      --environment-variables[0]: key is missing or empty; give each item its key
    $ key=,value=1
      --environment-variables[0]: key is missing or empty; give each item its key
    $ {}
      --environment-variables[0]: key is missing or empty; give each item its key
    $ 
      --environment-variables: an empty text is not a list; to pass an empty list, write `[]`
    $ A
      --environment-variables[0]: `A` is not a valid InputEnvironmentVariable; pass NAME=VALUE,… or a JSON object for each item
    "#);
    let ran = user.with_stdin(&[&update[..], &[flag, "@-"]].concat(), "canary=x");
    assert!(ran.code == 2 && !ran.all().contains("canary"), "{ran}");
    let ran = user.run(&[&update[..], &[flag, "[\"x\"]"]].concat());
    assert!(ran.stderr.contains("a string is not an InputEnvironmentVariable object"), "{ran}");
    let ran = user.run(&[&CREATE[..], &["--config", "foo=1"]].concat());
    let what = "--config: `foo` is not a field; pass JSON, or set it with a flag of its own";
    assert!(ran.stderr.contains(what), "{ran}");
    let ran = user.line("profile add p --url https://h/v1 --default workspaceUuid=\u{a0}");
    assert!(ran.code == 2 && ran.stderr.contains("has no value"), "{ran}");
    // A secret stays off the command line, also in a pair.
    let ran =
        user.run(&[&update[..], &[flag, "key=A,value=canary,isSecret=true", "--dry-run"]].concat());
    assert!(ran.code == 2 && !ran.all().contains("canary"), "{ran}");
}
