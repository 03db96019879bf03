//! `query-text`: the user's own documents.

use houston_sandbox::WORKSPACE_ID;
use houston_tests::server::Server;
use serde_json::{Value, json};

use crate::environment::Environment;

/// Each row: a document, the data of its answer, and where that does not fit.
#[test]
fn the_answer_to_a_document_has_what_it_selects() {
    for (text, data, due) in [
        (
            "{ one: workspaces { name: label } }",
            r#"{"one":[{"label":"a"}]}"#,
            "/data/one/0/name: it is missing",
        ),
        (
            "{ workspaces { ...F } } fragment F on Workspace { id }",
            r#"{"workspaces":[{}]}"#,
            "/data/workspaces/0/id: it is missing",
        ),
        (
            "mutation { createWorkspace(label: \"a\") { id } }",
            r#"{"createWorkspace":{"id":null}}"#,
            "null at /data/createWorkspace/id",
        ),
        (
            "{ workspaces { id @include(if: false) label @skip(if: true) } }",
            r#"{"workspaces":[{}]}"#,
            "",
        ),
        ("{ workspaces { ... @skip(if: true) { id } } }", r#"{"workspaces":[{}]}"#, ""),
        ("{ workspaces @skip(if: true) { id } }", "{}", ""),
        (
            "{ workspaces { id @include(if: true) } }",
            r#"{"workspaces":[{}]}"#,
            "/data/workspaces/0/id: it is missing",
        ),
        (
            "{ workspaces { __typename id } }",
            r#"{"workspaces":[{"id":"a","__typename":"Workspace"}]}"#,
            "",
        ),
    ] {
        let server = Server::answering("200 OK", &format!(r#"{{"data":{data}}}"#));
        let user = Environment::new().set("HOUSTON_URL", &server.url);
        let ran = user.with_stdin(&["query-text", "-"], text);
        assert_eq!(ran.code, if due.is_empty() { 0 } else { 5 }, "{text} {data}: {ran}");
        assert!(ran.stderr.contains(due), "{text} {data}: {ran}");
    }
}

#[test]
fn a_document_of_the_user_is_run() {
    let user = Environment::new();
    let text = "query Mine($id: Uuid!, $with: Boolean! = true) {\n  all: workspaces { ...Both }\n  \
        workspace(workspaceUuid: $id) { id @include(if: $with) label }\n}\n\
        fragment Both on Workspace { id label }\n";
    let run = |words: &[&str]| {
        let ran = user.with_stdin(&[&["query-text", "-", "--sandbox"], words].concat(), text);
        assert_eq!((ran.code, ran.stderr.as_str()), (0, ""), "{words:?}");
        serde_json::from_str::<Value>(&ran.stdout).unwrap()
    };
    let both = json!({"id": WORKSPACE_ID, "label": "Sandbox"});
    assert_eq!(run(&["--id", WORKSPACE_ID]), json!({"all": [both], "workspace": both}));
    let sent = run(&["--id", "x", "--with", "false", "--dry-run", "-o", "json"]);
    assert_eq!(sent["variables"], json!({"id": "x", "with": false}));
    assert_eq!(sent["document"], text);
    assert_eq!(run(&["--id", WORKSPACE_ID, "--jq", ".all[0].label"]), "Sandbox");
    let raw = run(&["--id", WORKSPACE_ID, "-o", "raw"]);
    assert_eq!(raw["data"]["workspace"], both);
    let path = user.store().with_file_name("variables.yaml");
    std::fs::write(&path, format!("id: {WORKSPACE_ID}\n")).unwrap();
    assert_eq!(run(&["--input", path.to_str().unwrap()])["workspace"], both);
}

#[test]
fn a_document_is_checked_before_it_is_sent() {
    let user = Environment::new();
    let delete = "mutation { deleteWorkspace(workspaceUuid: \"x\") { id } }";
    let workspaces = "{ workspaces { id } }";
    let there = "--url http://127.0.0.1:1/v1 --retries 0";
    let shown = [
        ("{ workspaces { lable } }", "--sandbox"),
        ("{ workspaces ", "--sandbox"),
        ("", "--sandbox"),
        ("subscription { log(deploymentUuid: \"x\") { id } }", "--sandbox"),
        ("{ a } { b }", "--sandbox"),
        ("query A { a } query B { b }", "--sandbox"),
        ("{ a {", "--sandbox"),
        ("query($id: Uuid!) { workspace(workspaceUuid: $id) { id } }", "--sandbox"),
        ("query($n: Int) { authConfig(duration: $n) { publicSignup } }", "--sandbox --n x"),
        (workspaces, "--sandbox --fields id"),
        (workspaces, "--sandbox --nope x"),
        (delete, "--sandbox"),
        (delete, "--sandbox --yes"),
        ("{ workspaces { lable } }", "--sandbox --unchecked"),
        (workspaces, there),
        ("mutation M { createWorkspace(label: \"a\") { id } }", there),
    ]
    .map(|(text, words)| {
        let words: Vec<&str> = ["query-text", "-"].into_iter().chain(words.split(' ')).collect();
        user.with_stdin(&words, text).after(&format!("{}  < {text}", words.join(" ")))
    });
    insta::assert_snapshot!("documents_that_are_not_run", shown.concat());
    let ran = user.run(&["query-text", workspaces]);
    assert!(ran.code == 2 && ran.stderr.contains("pass it on stdin with `-`"), "{ran}");
    insta::assert_snapshot!(user.session(&["query-text", "query-text no-such-file"]), @"
    $ query-text
    ------- stderr -------
    error: the document is missing [usage]
    Nothing was sent. Run `houston query-text FILE`; `-` is stdin.
    [exit: 2]

    $ query-text no-such-file
    ------- stderr -------
    error: cannot read the file `no-such-file`: No such file or directory (os error [N]) [usage]
    Nothing was sent.
    [exit: 2]
    ");
}

#[test]
fn a_mutation_of_a_document_is_not_repeated() {
    let server = Server::answering("502 Bad Gateway", "<html>");
    let user = Environment::new().set("HOUSTON_URL", &server.url);
    let text = "mutation { updateWorkspace(workspaceUuid: \"x\", payload: {label: \"a\"}) { id } }";
    let ran = user.with_stdin(&["query-text", "-", "--retry-idempotent"], text);
    insta::assert_snapshot!(ran, @"
    ------- stderr -------
    error: mutation: HTTP status 502 (Bad Gateway) and a web page instead of a GraphQL answer [outcome-unknown]
      The server may have run the mutation. Check before you send it again.
    The gateway runs, and Houston behind it does not answer: check that the platform is running.
    Check before you run it again.
    [exit: 7]
    ");
    assert!(server.request().contains("updateWorkspace"));
}

#[test]
fn a_secret_stays_one_under_whatever_name() {
    let user = Environment::new();
    let run = |text: &str, words: &str| {
        let words: Vec<&str> = ["query-text", "-"].into_iter().chain(words.split(' ')).collect();
        user.with_stdin(&words, text)
    };
    let text = "mutation($pw: String!, $id: String) { createToken(identity: $id, password: $pw) { token { value } } }";
    let literal = "mutation { createToken(password: \"hidden-word\") { token { value } } }";
    let shown = ["--dry-run", "--curl"].map(|show| {
        let given = run(text, &format!("--id ada --pw hidden-word {show}"));
        let allowed = run(text, &format!("--id ada --pw hidden-word --allow-secret-args {show}"));
        [given, allowed, run(literal, show)].map(|ran| ran.after(show)).concat()
    });
    assert!(!shown.concat().contains("hidden-word"), "{shown:?}");
    insta::assert_snapshot!("secrets_of_documents", shown.concat());
    // For an operation that is not in the schema, the name decides whether to ask.
    let text = "mutation { deleteTeam(id: \"x\") { id } }";
    insta::assert_snapshot!(run(text, "--unchecked --url http://127.0.0.1:1/v1"), @"
    ------- stderr -------
    error: deleteTeam needs confirmation: it deletes something [confirmation-needed]
    Nothing was sent. Add `--yes` to run it without asking.
    [exit: 13]
    ");
    // A variable may have the name of an option that decides what is sent.
    let text = "query($schema: Uuid!, $unchecked: Boolean!) { workspace(workspaceUuid: $schema) { id @skip(if: $unchecked) label } }";
    let ran = run(text, "--schema foo --unchecked true --dry-run -o json");
    assert!(ran.code == 2 && ran.stderr.contains("`--argument schema=VALUE`"), "{ran}");
    let words = "--argument schema=foo --argument unchecked=true --dry-run -o json";
    let ran = run(text, words);
    assert!(ran.code == 0 && ran.stdout.contains("\"schema\": \"foo\""), "{ran}");
}

#[test]
fn a_variable_has_the_shape_of_the_argument_that_it_is_for() {
    let user = Environment::new();
    let text = "mutation($j: JSON!) { updateWorkspace(workspaceUuid: \"x\", payload: $j) { id } }";
    let run = |given: &str| {
        let words = ["query-text", "-", "--sandbox", "--dry-run", "-o", "json", "--j", given];
        user.with_stdin(&words, text)
    };
    for given in ["5", r#"{"lable":"x"}"#, r#"{"label":true}"#, "12345678901234567890"] {
        let ran = run(given);
        assert!(ran.code == 2 && ran.stderr.contains("  --j"), "{given}: {ran}");
    }
    let ran = run(r#"{"label":2024}"#);
    let sent: Value = serde_json::from_str(&ran.stdout).unwrap();
    assert_eq!(sent["variables"], json!({"j": {"label": "2024"}}), "{ran}");
}

#[test]
fn values_of_a_document_are_checked_like_those_of_flags() {
    let user = Environment::new();
    let run = |text: &str, words: &str| {
        let words = format!("query-text - --sandbox --dry-run -o json {words}");
        user.with_stdin(&words.split_whitespace().collect::<Vec<_>>(), text)
    };
    let mut shown = String::new();
    let update = |payload: &str| {
        format!("updateWorkspace(workspaceUuid: \"x\", payload: {payload}) {{ id }}")
    };
    let variables = |items: &str| {
        let ids = "deploymentUuid: \"x\", releaseName: \"r\"";
        format!(
            "mutation {{ updateDeploymentVariables({ids}, environmentVariables: {items}) {{ key }} }}"
        )
    };
    let logs =
        |time: &str| format!("{{ logs(deploymentUuid: \"x\", timestamp: {time}) {{ id }} }}");
    for (text, words) in [
        (format!("mutation {{ {} }}", update("{lable: \"a\"}")), ""),
        (format!("mutation {{ {} }}", update("5")), ""),
        (format!("mutation {{ {} }}", update("{label: 2024}")), ""),
        (format!("mutation {{ {} }}", update("{label: a}")), ""),
        (
            format!(
                "mutation {{ {} ...F }} fragment F on Mutation {{ b: {} }}",
                update("{}"),
                update("[]")
            ),
            "",
        ),
        (format!("mutation($l: Int) {{ {} }}", update("{label: $l}")), "--l 2024"),
        (format!("mutation($l: JSON!) {{ a: {} b: {} }}", update("$l"), update("$l")), "--l 2024"),
        (format!("mutation($l: JSON = 5) {{ {} }}", update("$l")), ""),
        (logs("\"yesterday\""), ""),
        (logs("\"1700000000000\""), ""),
        ("{ workspace(workspaceUuid: \"\") { id } }".to_owned(), ""),
        (variables("[{key: \"A\", value: \"1\"}, {key: \"A\", value: \"2\"}]"), ""),
        (variables("[{key: \"A\"}, {value: \"2\"}]"), ""),
        ("{ workspace(workspaceUuid: \"@find:label=a\") { id } }".to_owned(), ""),
    ] {
        let ran = run(&text, words);
        assert_eq!(ran.code, 2, "{text}: {ran}");
        shown += &format!("$ {text} {words}\n{}\n", ran.stderr.lines().nth(1).unwrap());
        let ran = run(&text, &format!("{words} --unchecked"));
        assert_eq!(ran.code, 0, "{text}: {ran}");
    }
    insta::assert_snapshot!("values_of_documents", shown);
    for (text, words) in [
        (format!("mutation {{ {} }}", update("{label: \"2024\"}")), ""),
        (format!("mutation($l: String) {{ {} }}", update("{label: $l}")), "--l 2024"),
        (format!("mutation($l: String) {{ {} }}", update("{label: $l}")), ""),
        (format!("mutation($l: String) {{ {} }}", update("{label: $l}")), "--l @@env:X"),
        (format!("mutation($p: JSON = {{label: \"a\"}}) {{ {} }}", update("$p")), ""),
        (logs("\"2026-11-28T17:00:00Z\""), ""),
        (logs("1700000000000"), ""),
        (variables("[{key: \"A\"}, {key: \"B\"}]"), ""),
        (
            "mutation { deploymentAlertsUpdate(deploymentUuid: \"x\", alertEmails: \"a@b.c\") { id } }".to_owned(),
            "",
        ),
    ] {
        let ran = run(&text, words);
        assert_eq!(ran.code, 0, "{text}: {ran}");
        let sent: Value = serde_json::from_str(&ran.stdout).unwrap();
        assert_eq!(sent["document"], *text);
    }
}
