//! What is refused before anything is sent.

use std::io::ErrorKind;
use std::net::TcpListener;

use crate::environment::Environment;

/// Runs a call that has to be refused: nothing on stdout, and nothing sent to the server that it names.
#[track_caller]
fn refused(words: &[&str]) -> String {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    listener.set_nonblocking(true).unwrap();
    let url = format!("http://{}/v1", listener.local_addr().unwrap());
    let ran = Environment::new().set("HOUSTON_URL", &url).set("HOUSTON_TOKEN", "canary").run(words);
    assert_eq!((ran.code, ran.stdout.as_str()), (2, ""), "{words:?}: {}", ran.stderr);
    assert_eq!(
        listener.accept().unwrap_err().kind(),
        ErrorKind::WouldBlock,
        "it was sent: {words:?}"
    );
    assert!(!ran.stderr.contains("canary"));
    ran.stderr
}

#[test]
fn all_that_is_missing_is_named_at_once() {
    insta::assert_snapshot!(
        "missing_and_bad",
        refused(&["createDeployment", "--executor", "Localexecutor"])
    );
    insta::assert_snapshot!("missing", refused(&["workspaceServiceAccount"]));
    // The schema does not ask for this one, the server does.
    let text = refused(&["createServiceAccount", "--label", "a", "--role", "WORKSPACE_VIEWER"]);
    assert!(
        text.contains("--entity-uuid: missing, entityUuid: Uuid (the server wants it)"),
        "{text}"
    );
}

#[test]
fn all_problems_of_a_call_are_named_at_once() {
    insta::assert_snapshot!(refused(&[
        "create-deployment",
        "--label",
        "a",
        "--label",
        "b",
        "--type",
        "airflow",
        "--scheduler.replica",
        "2",
        "--scheduler.resources.limits.cpu",
        "2147483648",
        "--config",
        "{executor: x}",
        "--executor",
        "x",
        "--webserver",
        r#"{"useDefaultAirflowImage": "yes"}"#,
        "--wokers.replicas",
        "1",
    ]));
}

#[test]
fn a_misspelt_name_is_put_right() {
    insta::assert_snapshot!("misspelt_operation", refused(&["creatDeployment"]));
    insta::assert_snapshot!("misspelt_kind", refused(&["query", "createDeploymen"]));
    insta::assert_snapshot!("other_kind", refused(&["query", "create-deployment"]));
    let text = refused(&["mutation", "workspaces"]);
    assert!(text.starts_with("error: `workspaces` is a query, and no mutation\n"), "{text}");
    let text = refused(&["query", "deploymentStatus", "--release-name", "a"]);
    assert!(text.contains("is a subscription, and no query"), "{text}");
    insta::assert_snapshot!(
        "misspelt_mutation",
        refused(&["mutation", "createDeploymen", "--label", "a"])
    );
    insta::assert_snapshot!("misspelt_type", refused(&["describe", "Deploymint"]));
    insta::assert_snapshot!("misspelt_flag", refused(&["createWorkspace", "--labl", "a"]));
    insta::assert_snapshot!("misspelt_camel_flag", refused(&["workspace", "--workspaceUid", "a"]));
    insta::assert_snapshot!("misspelt_command", refused(&["lst"]));
}

#[test]
fn a_value_is_given_once_under_either_name() {
    let text = refused(&["workspace", "--workspaceUuid", "a", "--workspace-uuid", "b"]);
    assert!(text.contains("--workspace-uuid: given twice; one Uuid is wanted"), "{text}");
    let text =
        refused(&["--url", "http://127.0.0.1:1", "workspaces", "--url", "http://127.0.0.1:1"]);
    assert!(text.starts_with("error: --url is given twice\n"), "{text}");
}

#[test]
fn a_list_is_checked() {
    let call = [
        "updateDeploymentVariables",
        "--deployment-uuid",
        "a",
        "--release-name",
        "b",
        "--environment-variables",
    ];
    let with = |value: &str| refused(&[&call[..], &[value]].concat());
    let text = with(r#"{"key": "A", "valu": "1"}"#);
    assert!(text.contains("--environment-variables[0].valu: InputEnvironmentVariable has no field `valu`; did you mean `value`?"), "{text}");
    let text = with("[{]");
    assert!(text.contains("--environment-variables: no JSON array: "), "{text}");
}

#[test]
fn endpoints_exclude_each_other() {
    for words in [
        "--url http://127.0.0.1:1 workspaces --sandbox",
        "--base-domain a --sandbox workspaces",
        "workspaces --url a --base-domain b",
        "--profile sandbox workspaces --base-domain b",
    ] {
        let text = refused(&words.split(' ').collect::<Vec<_>>());
        assert_eq!(
            text,
            "error: --url, --base-domain, --sandbox and --profile exclude each other\n\
             code: usage (`houston explain usage`)\n"
        );
    }
}

#[test]
fn an_endpoint_has_to_be_named() {
    let ran = Environment::new().run(&["workspaces"]);
    assert_eq!((ran.code, ran.stdout.as_str()), (2, ""));
    insta::assert_snapshot!(ran.stderr);
}

#[test]
fn an_endpoint_has_to_be_safe() {
    insta::assert_snapshot!(refused(&["workspaces", "--url", "http://houston.example.com/v1"]));
    let text = refused(&["workspaces", "--url", "https://me:hunter2@127.0.0.1:1/v1"]);
    assert!(text.contains("holds a user or password") && !text.contains("hunter2"), "{text}");
    let text = refused(&["workspaces", "--base-domain", "https://example.com"]);
    assert!(text.contains("--base-domain: `https://example.com` is no domain"), "{text}");
}

#[test]
fn a_token_has_to_be_one() {
    let user = Environment::new().set("HOUSTON_TOKEN", "Bearer canary");
    let ran = user.run(&["--url", "http://127.0.0.1:1/v1", "workspaces"]);
    assert_eq!((ran.code, ran.stdout.as_str()), (2, ""), "{}", ran.stderr);
    assert!(ran.stderr.starts_with("error: HOUSTON_TOKEN cannot be used: "), "{}", ran.stderr);
    assert!(!ran.stderr.contains("canary"), "{}", ran.stderr);
}

#[test]
fn a_subscription_cannot_be_run_yet() {
    insta::assert_snapshot!(refused(&["deploymentStatus", "--release-name", "a"]));
}

#[test]
fn a_call_needs_a_name() {
    insta::assert_snapshot!("no_name", refused(&[]));
    insta::assert_snapshot!("no_mutation", refused(&["mutation", "--dry-run"]));
    assert!(refused(&["workspaces", "stray"]).contains("unexpected argument 'stray'"));
    assert!(refused(&["--no-such-option", "workspaces"]).contains("'--no-such-option'"));
    for value in [&["--passwrod=hunter2"][..], &["--passwrod", "hunter2"]] {
        let text = refused(&[&["createToken", "--identity", "me"], value].concat());
        assert!(text.contains("`--password`") && !text.contains("hunter2"), "{text}");
    }
    let text = refused(&["createWorkspace", "--label", "a", "--label.b"]);
    assert!(text.contains("--label.b: a value is missing\n"), "{text}");
}

#[test]
fn a_forgotten_value_does_not_take_the_next_flag() {
    let call = ["createWorkspace", "--label", "x", "--description"];
    insta::assert_snapshot!(refused(&[&call[..], &["--dry-run"]].concat()));
    for next in ["--label", "-o", "--output=json", "--label.a", "--allow-http"] {
        refused(&[&call[..], &[next]].concat());
    }
    // What is told of an argument is told once.
    for words in [&["createWorkspace", "--label"][..], &["createWorkspace", "--label", "@nope"]] {
        let text = refused(words);
        assert!(text.contains("cannot be run\n  --label: "), "{text}");
    }
    // Nor is help what a script wants whose value happens to be this.
    for words in [
        &["createWorkspace", "--label", "--help"][..],
        &["createWorkspace", "--label", "-h"],
        &["createWorkspace", "--label", "x", "--profile", "--help"],
        &["createDeployment", "--config.executor", "--help"],
        &["createWorkspace", "--lable", "--help"],
        &["reconcile", "createWorkspace", "--label", "--help"],
        &["--profile", "--help", "workspaces"],
        &["--profile", "--version", "workspaces"],
        &["profile", "add", "p", "--url", "--help"],
        &["auth", "login", "--name", "--help"],
        &["schema", "pull", "--out", "--help"],
        &["sandbox", "serve", "--store", "--help"],
    ] {
        refused(words);
    }
    let words = ["query-text", "-", "--id", "--help"];
    let document = "query($id: Uuid!) { workspace(workspaceUuid: $id) { id } }";
    let ran = Environment::new().with_stdin(&words, document);
    assert!(ran.code == 2 && ran.stderr.contains("`--id=--help`"), "{}", ran.all());
    let call = [&call[..3], &["--dry-run"]].concat();
    for value in [
        &["--description=--dry-run"][..],
        &["--description=--help"],
        &["--description", "--no-such-flag"],
    ] {
        let ran = Environment::new().run(&[&call[..], value].concat());
        assert_eq!(ran.code, 0, "{}", ran.stderr);
    }
}

#[test]
fn misspelt_and_missing_flags_are_named_together() {
    insta::assert_snapshot!(refused(&["createDeployment", "--lable", "x", "--typ=y", "stray"]));
    insta::assert_snapshot!(
        "misspelt_and_missing",
        refused(&["createDeployment", "--lable", "x", "--executor", "y", "--set-path", "z"])
    );
}

#[test]
fn a_document_that_cannot_be_read_is_all_that_is_told() {
    let user = Environment::new();
    let words = ["createDeployment", "--input", "-", "--dry-run", "--executor", "LocalExecutor"];
    for (document, said) in [
        ("label: a\nlabel: b\n", "neither JSON nor YAML: line 2: duplicate mapping key `label`"),
        ("label: [a\n", "neither JSON nor YAML: "),
        ("- a\n", "no object with the arguments' names"),
    ] {
        let ran = user.with_stdin(&words, document);
        let text = format!("error: createDeployment cannot be run\n  --input: {said}",);
        assert!(ran.code == 2 && ran.stderr.starts_with(&text), "{}", ran.stderr);
        // What is missing is not known, and what a library can do is no help.
        assert!(
            !ran.stderr.contains("missing") && !ran.stderr.contains("Policy"),
            "{}",
            ran.stderr
        );
    }
    let ran = user.line("createDeployment --input no-such-file");
    assert!(!ran.stderr.contains("missing") && !ran.stderr.contains("@@"), "{}", ran.stderr);
}

#[test]
fn an_operation_of_another_version_is_known_wherever_it_is_named() {
    for command in ["", "query ", "describe ", "skeleton "] {
        let text = refused(&format!("{command}availableNamespaces").split(' ').collect::<Vec<_>>());
        let said = "error: `availableNamespaces` is a query of Houston 0.25.8 and later";
        assert!(
            text.starts_with(said) && text.contains("houston schema pull"),
            "{command}: {text}"
        );
    }
}

#[test]
fn a_token_means_nothing_to_the_sandbox() {
    for option in [&["--token-stdin"][..], &["--token-file", "x"]] {
        let text = refused(&[&["--sandbox", "workspaces"], option].concat());
        assert!(text.contains("reads no token"), "{text}");
    }
}

#[test]
fn a_secret_that_is_missing_is_given_elsewhere() {
    let text = refused(&["createUser", "--email", "a"]);
    assert!(text.contains("It is secret: give @FILE, @- or @env:NAME"), "{text}");
}

#[test]
fn whatever_is_refused_was_not_sent() {
    for words in [
        &["workspaces", "stray"][..],
        &["workspaces", "-z"],
        &["workspaces", "--output", "xml"],
        &["workspaces", "--no-such-flag"],
        &["--no-such-flag", "workspaces"],
        &["query", "--no-such-flag", "workspaces"],
    ] {
        let text = refused(words).to_lowercase();
        assert!(text.contains("nothing was sent"), "{text}");
    }
}

#[test]
fn long_words_are_cut() {
    let long = "x".repeat(5_000);
    let flag = format!("--{long}");
    let (long, flag) = (long.as_str(), flag.as_str());
    for words in [
        &[long][..],
        &["query", long],
        &["help", long],
        &["describe", long],
        &[flag, "workspaces"],
        &["workspaces", long],
        &["workspaces", flag],
        &["workspaces", &format!("-{long}")],
        &["workspaces", "-o", long],
        &["workspaces", "--sandbox", &format!("{flag}.a=1")],
        &["list", flag],
        &["list", "a", long],
        &["sandbox", long],
        &["workspaces", "--base-domain", &format!("{long}/")],
        &["workspaces", "--url", long],
        &["createWorkspace", "--label", "a", "--label", "b", &format!("--label.{long}=1")],
    ] {
        let text = refused(words);
        assert!(text.len() < 1_500 && !text.contains(&long[..100]), "{text}");
    }
    let text = refused(&["workspaces", "a\u{1b}[31m\u{9b}2J"]);
    assert!(!text.contains(['\u{1b}', '\u{9b}']), "{text}");
}

#[test]
fn a_key_that_is_given_twice_is_named() {
    let text = refused(&[
        "createDeployment",
        "--label=a",
        "--type=a",
        "--workspace-uuid=a",
        "--scheduler",
        r#"{"replicas":1,"replicas":2}"#,
    ]);
    assert!(text.contains("`replicas` is there twice"), "{text}");
}

#[test]
fn times_and_certificates_are_checked() {
    let text = refused(&["workspaces", "--timeout", "5"]);
    assert!(text.contains("such as 500ms, 10s, 2m"), "{text}");
    let text = refused(&["workspaces", "--ca-cert", "/no/such/file"]);
    assert!(text.starts_with("error: --ca-cert: /no/such/file cannot be used\n"), "{text}");
    // What a cause says in several lines stays in several.
    let text = refused(&["workspaces", "--ca-cert", env!("CARGO_MANIFEST_PATH")]);
    assert!(text.contains("in the PEM text\n  Nothing was sent.\n"), "{text}");
    assert!(refused(&["workspaces", "--retries", "x"]).contains("--retries"));
}

#[test]
fn a_call_ends_in_time() {
    // It takes the connection, and never answers.
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let url = format!("http://{}/v1", listener.local_addr().unwrap());
    for option in ["--timeout", "--idle-timeout"] {
        let start = std::time::Instant::now();
        let words = ["--url", &url, option, "200ms", "--retries", "0", "workspaces"];
        let ran = Environment::new().run(&words);
        assert_eq!((ran.code, ran.stdout.as_str()), (6, ""), "{}", ran.stderr);
        assert!(start.elapsed().as_secs() < 5, "{option}");
    }
}

#[test]
fn a_key_that_the_server_would_drop_is_refused() {
    for (words, said) in [
        (
            &["updateDeployment", "--deployment-uuid", "x", "--payload.labl", "a"][..],
            "--payload.labl: updateDeployment looks at label, description, version, properties, and drops every other key; did you mean `label`?",
        ),
        (
            &["updateSelf", "--payload", r#"{"fullName": "a", "name": "b"}"#],
            "--payload.name: updateSelf looks at fullName, and drops every other key",
        ),
    ] {
        let text = refused(words);
        assert!(text.contains(said), "{text}");
    }
    // Of other JSON, nobody knows all keys.
    let words =
        "createDeployment --workspace-uuid x --type airflow --label a --config.any 1 --dry-run";
    assert_eq!(Environment::new().line(words).code, 0);
}

#[test]
fn an_object_that_shows_nothing_by_itself_is_asked_for_field_by_field() {
    let text = refused(&["self", "--fields", "token"]);
    assert!(text.contains("token: say which of its fields: ") && text.contains("value"), "{text}");
    let user = Environment::new();
    assert_eq!(user.run(&["self", "--fields", "token.value", "--dry-run"]).code, 0);
}
