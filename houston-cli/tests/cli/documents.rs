//! `query-text`: documents of the user's own; and `reconcile`: what became of a mutation.

use houston_sandbox::WORKSPACE_ID;
use serde_json::{Value, json};

use crate::environment::Environment;
use crate::serve::Serving;
use crate::server::Server;

#[test]
fn a_document_of_ones_own_is_run() {
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
    for (text, words, code, said) in [
        (
            "{ workspaces { lable } }",
            "--sandbox",
            2,
            "-:1:16: type `Workspace` does not have a field `lable`",
        ),
        ("{ workspaces ", "--sandbox", 2, "-:1:"),
        ("", "--sandbox", 2, "syntax error"),
        ("subscription { log(deploymentUuid: \"x\") { id } }", "--sandbox", 2, "cannot be run yet"),
        ("{ a } { b }", "--sandbox", 2, "there is more than one operation"),
        (
            "query($id: Uuid!) { workspace(workspaceUuid: $id) { id } }",
            "--sandbox",
            2,
            "--id: missing, id: Uuid!",
        ),
        (
            "query($n: Int) { authConfig(duration: $n) { publicSignup } }",
            "--sandbox --n x",
            2,
            "--n: ",
        ),
        ("{ workspaces { id } }", "--sandbox --fields id", 2, "--fields and --depth mean nothing"),
        ("{ workspaces { id } }", "--sandbox --nope x", 2, "--nope: no flag of query"),
        (
            "mutation { deleteWorkspace(workspaceUuid: \"x\") { id } }",
            "--sandbox",
            13,
            "takes something away",
        ),
        (
            "mutation { deleteWorkspace(workspaceUuid: \"x\") { id } }",
            "--sandbox --yes",
            4,
            "mutation: ",
        ),
        ("{ workspaces { lable } }", "--sandbox --unchecked", 4, "Cannot query field"),
        ("{ workspaces { id } }", "--url http://127.0.0.1:1/v1 --retries 0", 6, "query: "),
        (
            "mutation M { createWorkspace(label: \"a\") { id } }",
            "--url http://127.0.0.1:1/v1",
            6,
            "M: ",
        ),
    ] {
        let words: Vec<&str> = ["query-text", "-"].into_iter().chain(words.split(' ')).collect();
        let ran = user.with_stdin(&words, text);
        assert_eq!(ran.code, code, "{text}: {}", ran.stderr);
        assert!(ran.stderr.contains(said), "{text}: {}", ran.stderr);
    }
    let ran = user.with_stdin(&["query-text", "-", "--sandbox"], "query A { a } query B { b }");
    assert!(ran.stderr.contains("help: a document holds one query or mutation"), "{}", ran.stderr);
    let ran = user.with_stdin(&["query-text", "-", "--sandbox"], "{ a {");
    let errors: Vec<&str> = ran.stderr.lines().filter(|line| line.contains("R_CURLY")).collect();
    assert_eq!(errors.len(), 1, "{}", ran.stderr);
    assert!(!ran.stderr.contains("help:"), "{}", ran.stderr);
    let ran = user.line("query-text");
    assert!(ran.code == 2 && ran.stderr.contains("the document is missing"), "{}", ran.stderr);
    let ran = user.line("query-text no-such-file");
    assert!(ran.code == 2 && ran.stderr.contains("the file `no-such-file` cannot be read"));
}

#[test]
fn a_mutation_of_a_document_is_not_repeated() {
    let server = Server::answering("502 Bad Gateway", "<html>");
    let user = Environment::new().set("HOUSTON_URL", &server.url);
    let text = "mutation { updateWorkspace(workspaceUuid: \"x\", payload: {label: \"a\"}) { id } }";
    let ran = user.with_stdin(&["query-text", "-", "--retry-idempotent"], text);
    assert_eq!((ran.code, ran.stdout.as_str()), (7, ""), "{}", ran.stderr);
    assert!(server.request().contains("updateWorkspace"));
}

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
    for (label, code, said) in [
        ("ran", 0, "createDeployment has happened: what it makes is there"),
        ("lost", 4, "createDeployment has not happened: nothing that it would have made is there"),
    ] {
        let ran = user.line(&arguments(label));
        assert_eq!((ran.code, ran.stdout.as_str()), (7, ""), "{}", ran.stderr);
        assert!(
            ran.stderr.contains("`houston reconcile createDeployment` with the same arguments")
        );
        let ran = user.line(&format!("reconcile {}", arguments(label)));
        assert_eq!(ran.code, code, "{}", ran.stderr);
        assert!(ran.stderr.contains(said), "{}", ran.stderr);
        let rows: Value = serde_json::from_str(&ran.stdout).unwrap();
        assert_eq!(rows.as_array().unwrap().len(), usize::from(code == 0));
    }
    let id = user.answer(&["deployments", "--fields", "id"])[0]["id"].clone();
    let id = id.as_str().unwrap();
    for (line, code, said) in [
        (
            format!("reconcile deleteDeployment --deployment-uuid {id}"),
            4,
            "what it removes is there",
        ),
        (
            "reconcile deleteDeployment --deployment-uuid x".to_owned(),
            0,
            "has happened: what it removes is not there",
        ),
        ("reconcile addCard".to_owned(), 7, "whether addCard ran cannot be told"),
        ("reconcile createDeployment".to_owned(), 2, "--label: missing"),
        ("reconcile workspaces".to_owned(), 2, "there is no mutation `workspaces`"),
        ("reconcile".to_owned(), 2, "the name of a mutation is missing"),
        (
            format!("reconcile {} --url http://127.0.0.1:1/v1 --retries 0", arguments("a")),
            7,
            "cannot be told",
        ),
    ] {
        let ran = user.line(&line);
        assert_eq!(ran.code, code, "{line}: {}", ran.stderr);
        assert!(ran.stderr.contains(said), "{line}: {}", ran.stderr);
    }
}

#[test]
fn a_secret_stays_one_under_whatever_name() {
    let user = Environment::new();
    let run = |text: &str, words: &str| {
        let words: Vec<&str> = ["query-text", "-"].into_iter().chain(words.split(' ')).collect();
        user.with_stdin(&words, text)
    };
    let text = "mutation($pw: String!, $id: String) { createToken(identity: $id, password: $pw) { token { value } } }";
    for show in ["--dry-run", "--curl"] {
        let ran = run(text, &format!("--id ada --pw hidden-word {show}"));
        assert!(
            ran.code == 2 && ran.stderr.contains("--pw: a secret in the words"),
            "{}",
            ran.stderr
        );
        assert!(!ran.all().contains("hidden-word"));
        let ran = run(text, &format!("--id ada --pw hidden-word --allow-secret-args {show}"));
        assert!(ran.code == 0 && !ran.all().contains("hidden-word"), "{}", ran.all());
        let literal = "mutation { createToken(password: \"hidden-word\") { token { value } } }";
        let ran = run(literal, show);
        assert!(ran.code == 2 && ran.stderr.contains("give it as a variable"), "{}", ran.stderr);
        assert!(!ran.all().contains("hidden-word"));
    }
    // What no schema knows is asked about by its name.
    let ran =
        run("mutation { deleteTeam(id: \"x\") { id } }", "--unchecked --url http://127.0.0.1:1/v1");
    assert_eq!(ran.code, 13, "{}", ran.stderr);
    // A variable wins over an option of its name.
    let text = "query($schema: Uuid!, $unchecked: Boolean!) { workspace(workspaceUuid: $schema) { id @skip(if: $unchecked) label } }";
    let ran = run(text, "--schema foo --unchecked true --dry-run -o json");
    assert!(ran.code == 0 && ran.stdout.contains("\"schema\": \"foo\""), "{}", ran.all());
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
    let ran = line(&format!("--sandbox reconcile deleteDeployment --deployment-uuid {found}"));
    assert!(ran.code == 4 && ran.stderr.contains("what it removes is there"), "{}", ran.stderr);
    let ran = line("--sandbox reconcile deleteDeployment --deployment-uuid @find:label=b");
    assert!(ran.code == 7 && ran.stderr.contains("cannot be told"), "{}", ran.stderr);
    let rows = user.answer(&["--sandbox", "deployments", "--fields", "id,releaseName"]);
    let (id, name) = (rows[0]["id"].as_str().unwrap(), rows[0]["releaseName"].as_str().unwrap());
    let same =
        format!("updateDeploymentVariables --sandbox --deployment-uuid {id} --release-name {name}");
    let one = r#"{"key":"A","value":"1","isSecret":false}"#;
    for (given, code) in [("[]", 0), (one, 4)] {
        let ran = line(&format!("reconcile {same} --environment-variables {given}"));
        assert_eq!(ran.code, code, "{given}: {}", ran.stderr);
    }
    assert_eq!(line(&format!("{same} --yes --environment-variables {one}")).code, 0);
    for (given, code) in [("[]", 4), (one, 0)] {
        let ran = line(&format!("reconcile {same} --environment-variables {given} --fields key"));
        assert_eq!(ran.code, code, "{given}: {}", ran.stderr);
    }
    assert_eq!(line(&format!("reconcile {same}")).code, 7);
    let ran = line(&format!("reconcile {create} --dry-run").replace("--sandbox ", ""));
    assert!(ran.code == 2 && ran.stderr.contains("--dry-run means nothing"), "{}", ran.stderr);
}

/// A call that is sent a signal once its last request has come: all but that one are answered with these.
#[cfg(unix)]
fn interrupted(words: &str, signal: &str, answers: &[&str]) -> crate::environment::Ran {
    use std::io::{Read, Write};
    let listener = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    let url = format!("http://{}/v1", listener.local_addr().unwrap());
    let user = Environment::new().set("HOUSTON_URL", &url);
    let mut command = user.command(&words.split(' ').collect::<Vec<_>>());
    command.stdout(std::process::Stdio::piped()).stderr(std::process::Stdio::piped());
    let child = command.spawn().unwrap();
    for answer in answers {
        let mut stream = listener.accept().unwrap().0;
        assert!(stream.read(&mut [0; 8192]).unwrap() > 0);
        let head = "HTTP/1.1 400 Bad Request\r\nconnection: close\r\ncontent-length: ";
        stream.write_all(format!("{head}{}\r\n\r\n{answer}", answer.len()).as_bytes()).unwrap();
    }
    let mut last = listener.accept().unwrap().0;
    assert!(last.read(&mut [0; 8192]).unwrap() > 0);
    let id = child.id().to_string();
    assert!(std::process::Command::new("kill").args([signal, &id]).status().unwrap().success());
    // The connection stands until the end: it is the signal that ends the call, and no limit of time, of which the
    // shortest is five seconds.
    let signalled = std::time::Instant::now();
    let ran = crate::environment::Ran::new(child.wait_with_output().unwrap());
    assert!(signalled.elapsed().as_secs() < 4, "the signal was not heard");
    drop(last);
    ran
}

/// A signal in the middle of a mutation: nobody can tell whether it ran.
#[cfg(unix)]
#[test]
fn a_signal_ends_a_call_and_says_what_is_known() {
    for (words, signal, code, said) in [
        ("createWorkspace --label a", "-INT", 130, "nobody can tell whether it ran"),
        ("createWorkspace --label b", "-TERM", 143, "nobody can tell whether it ran"),
        ("workspaces", "-INT", 130, "workspaces: stopped by a signal"),
    ] {
        let ran = interrupted(words, signal, &[]);
        assert_eq!((ran.code, ran.stdout.as_str()), (code, ""), "{words}: {}", ran.stderr);
        assert!(ran.stderr.contains(said), "{words}: {}", ran.stderr);
    }
}

/// What is asked on the way to an error hears signals, too.
#[cfg(unix)]
#[test]
fn a_signal_ends_the_question_for_the_version() {
    let drift = r#"{"errors":[{"message":"Unknown argument \"label\" on field \"createWorkspace\" of type \"Mutation\"."}]}"#;
    let ran = interrupted("createWorkspace --label a", "-INT", &[drift]);
    assert!(ran.code == 4 && ran.stderr.contains("Unknown argument"), "{}", ran.stderr);
}
