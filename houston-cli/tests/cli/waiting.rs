//! `--wait` and `houston wait`: each exit code, and what is said.

use std::time::Duration;

use houston_client::SCHEMA;
use houston_tests::sample;
use houston_tests::server::{Script, Server, closed, http};
use serde_json::{Value, json};

use crate::environment::{Environment, Ran};

/// The text of a call, with `[T]` for each time.
pub(crate) fn timeless(text: &str) -> String {
    let mut out = String::new();
    let mut rest = text;
    while let Some(at) = rest.find(|letter: char| letter.is_ascii_digit()) {
        let (before, number) = rest.split_at(at);
        let end = number.find(|letter: char| !letter.is_ascii_digit() && letter != '.');
        let (digits, after) = number.split_at(end.unwrap_or(number.len()));
        let unit = after.strip_prefix(' ').unwrap_or(after);
        let behind = ["ms", "s"].iter().find_map(|name| unit.strip_prefix(name));
        let ends = |behind: &&str| !behind.starts_with(|letter: char| letter.is_alphanumeric());
        out += before;
        match behind.filter(ends).filter(|_| before.ends_with(' ')) {
            Some(behind) => {
                out += "[T]";
                rest = behind;
            }
            None => {
                out += digits;
                rest = after;
            }
        }
    }
    out + rest
}

/// Runs a call against a server that gives these answers in turn. Returns the requests as well.
fn at(answers: &[Value], line: &str) -> (Ran, Vec<String>) {
    let answers: Vec<String> = answers.iter().map(Value::to_string).collect();
    let answers: Vec<(&str, &str)> = answers.iter().map(|body| ("200 OK", &**body)).collect();
    let server = Server::answering_in_turn(&answers);
    let ran = user(&server).line(line);
    (ran, server.requests())
}

pub(crate) fn user(server: &Server) -> Environment {
    Environment::new().set("HOUSTON_URL", &server.url).set("HOUSTON_TOKEN", "t")
}

pub(crate) fn said(line: &str, ran: &Ran) -> String {
    timeless(&ran.after(line))
}

fn made(operation: &str) -> Value {
    json!({ "data": { operation: { "id": "d1", "label": "a", "type": "airflow" } } })
}

/// The answers of the server that shows these states.
fn states(states: &str) -> Vec<Value> {
    let answer = |state: &str| json!({ "data": { "deployment": { "deploymentStatus": { "status": state } } } });
    states.split_whitespace().map(answer).collect()
}

fn refusal(operation: &str, text: &str, code: &str) -> Value {
    let error = json!({ "message": text, "path": [operation], "extensions": { "code": code } });
    json!({ "errors": [error], "data": { operation: null } })
}

pub(crate) const CREATE: &str = "createDeployment --workspace-uuid w --label a --type airflow --fields label --wait --every 100ms";
pub(crate) const UPDATE: &str =
    "updateDeployment --deployment-uuid d1 --payload.label a --fields id --wait --every 100ms";

#[test]
fn a_call_waits_for_what_it_begins() {
    let created = |more: &str| [vec![made("createDeployment")], states(more)].concat();
    let updated = |more: &str| [vec![made("updateDeployment")], states(more)].concat();
    let mut shown = String::new();
    for (line, answers) in [
        (CREATE.to_owned(), created("UNKNOWN DEPLOYING HEALTHY")),
        (CREATE.to_owned(), created("DEPLOYING UNHEALTHY")),
        (UPDATE.to_owned(), updated("HEALTHY DEPLOYING HEALTHY")),
        (format!("{UPDATE} --settle 0s"), updated("HEALTHY")),
        // What has failed before can be repaired.
        (UPDATE.to_owned(), updated("UNHEALTHY UNHEALTHY HEALTHY")),
        (UPDATE.to_owned(), updated("HEALTHY DEPLOYING UNHEALTHY")),
    ] {
        let count = answers.len();
        let (ran, requests) = at(&answers, &line);
        assert_eq!(requests.len(), count, "{line}: {ran}");
        assert!(requests[1].contains(r#""variables":{"where":{"id":"d1"}}"#), "{}", requests[1]);
        shown += &said(&line, &ran);
    }
    insta::assert_snapshot!(shown);
}

/// The answer to the mutation, and always the same state.
pub(crate) fn stuck(request: &str) -> Vec<u8> {
    let body = match request.contains("mutation") {
        true if request.contains("createDeployment") => made("createDeployment"),
        true => made("updateDeployment"),
        false => states("DEPLOYING").remove(0),
    };
    http("200 OK", "Content-Type: application/json\r\n", body.to_string())
}

fn healthy(request: &str) -> Vec<u8> {
    let body = match request.contains("mutation") {
        true => made("updateDeployment"),
        false => states("HEALTHY").remove(0),
    };
    http("200 OK", "Content-Type: application/json\r\n", body.to_string())
}

#[test]
fn time_is_up() {
    let mut shown = String::new();
    for (line, answer) in [
        (format!("{CREATE} --for 1s"), stuck as fn(&str) -> Vec<u8>),
        (format!("{UPDATE} --for 1s"), healthy),
    ] {
        let server = Server::new(Script::Respond(answer));
        shown += &said(&line, &user(&server).line(&line));
    }
    insta::assert_snapshot!(shown, @r#"
    $ createDeployment --workspace-uuid w --label a --type airflow --fields label --wait --every [T] --for [T]
    {
      "label": "a",
      "type": "airflow"
    }
    ------- stderr -------
    after [T]: DEPLOYING
    error: createDeployment: still DEPLOYING after [T] [wait-timed-out]
      createDeployment itself is done. Do not run it again.
    Wait on with `houston wait deployment --where.id=d1 --fields deploymentStatus.status --until '.deploymentStatus.status == "HEALTHY"' --fail-when '.deploymentStatus.status == "UNHEALTHY"'`.
    [exit: 10]

    $ updateDeployment --deployment-uuid d1 --payload.label a --fields id --wait --every [T] --for [T]
    {
      "id": "d1",
      "label": "a",
      "type": "airflow"
    }
    ------- stderr -------
    note: without payload.properties.extra_au, the extra AU of the deployment are reset to 0
    note: through 0.16, the running deployment changes only with sync: true
    after [T]: HEALTHY
    error: updateDeployment: HEALTHY, and no other state in [T]: without a change, it counts after 2m (--settle) [wait-timed-out]
      updateDeployment itself is done. Do not run it again.
    Wait on with `houston wait deployment --where.id=d1 --fields deploymentStatus.status --until '.deploymentStatus.status == "HEALTHY"' --fail-when '.deploymentStatus.status == "UNHEALTHY"'`.
    [exit: 10]
    "#);
}

#[test]
fn a_look_without_an_answer_is_told_and_a_refusal_ends_the_wait() {
    let mut shown = String::new();
    let deny =
        refusal("deployment", "You do not have the appropriate permissions for that", "FORBIDDEN");
    let gone = refusal("deployment", "The requested resource was not found", "RESOURCE_NOT_FOUND");
    for answer in [deny, gone] {
        let (ran, _) =
            at(&[made("createDeployment"), states("DEPLOYING").remove(0), answer], CREATE);
        shown += &said(CREATE, &ran);
    }
    let json =
        |body: Value| Script::Write(http("200 OK", "connection: close\r\n", body.to_string()));
    let bad = || Script::Write(http("502 Bad Gateway", "connection: close\r\n", "<html>"));
    let healthy = states("HEALTHY").remove(0);
    let scripts = vec![json(made("createDeployment")), bad(), bad(), json(healthy)];
    let server = Server::in_turn(scripts);
    let line = format!("{CREATE} --retries 0");
    shown += &said(&line, &user(&server).line(&line));
    // The mutation itself was refused: there is nothing to wait for.
    let label = "Workspace already has a deployment named a";
    let (ran, _) = at(&[refusal("createDeployment", label, "BAD_USER_INPUT")], CREATE);
    assert_eq!(ran.code, 4, "{ran}");
    insta::assert_snapshot!(shown, @r#"
    $ createDeployment --workspace-uuid w --label a --type airflow --fields label --wait --every [T]
    {
      "label": "a",
      "type": "airflow"
    }
    ------- stderr -------
    after [T]: DEPLOYING
    error: deployment: You do not have the appropriate permissions for that (FORBIDDEN) at deployment [not-allowed]
      The server refused the request.
      createDeployment itself is done. Do not run it again.
    Wait on with `houston wait deployment --where.id=d1 --fields deploymentStatus.status --until '.deploymentStatus.status == "HEALTHY"' --fail-when '.deploymentStatus.status == "UNHEALTHY"'`.
    Ask an administrator for a role with this permission: `houston describe deployment` names the roles.
    The server answers the same for a wrong or expired token. Yours is neither a service account key nor a user token, from HOUSTON_TOKEN. Get another with `houston auth login`.
    [exit: 3]

    $ createDeployment --workspace-uuid w --label a --type airflow --fields label --wait --every [T]
    {
      "label": "a",
      "type": "airflow"
    }
    ------- stderr -------
    after [T]: DEPLOYING
    error: deployment: The requested resource was not found (RESOURCE_NOT_FOUND) at deployment [not-found]
      The server refused the request.
      createDeployment itself is done. Do not run it again.
    Wait on with `houston wait deployment --where.id=d1 --fields deploymentStatus.status --until '.deploymentStatus.status == "HEALTHY"' --fail-when '.deploymentStatus.status == "UNHEALTHY"'`.
    [exit: 5]

    $ createDeployment --workspace-uuid w --label a --type airflow --fields label --wait --every [T] --retries 0
    {
      "label": "a",
      "type": "airflow"
    }
    ------- stderr -------
    after [T]: deployment: HTTP status 502 (Bad Gateway) and a web page instead of a GraphQL answer; looking again
    after [T]: HEALTHY
    createDeployment: HEALTHY after [T]
    [exit: 0]
    "#);
}

#[test]
fn what_exists_is_waited_for() {
    let one = sample::object(&SCHEMA, "Deployment", &json!({ "id": "d9", "label": "a" }));
    let exists = json!({ "data": { "workspaceDeployments": [one] } });
    let answers = [vec![exists], states("DEPLOYING HEALTHY")].concat();
    let line = format!("{CREATE} --if-exists use");
    let (ran, requests) = at(&answers, &line);
    assert!(requests[1].contains(r#"{"where":{"id":"d9"}}"#), "{}", requests[1]);
    insta::assert_snapshot!(said(&line, &ran), @r#"
    $ createDeployment --workspace-uuid w --label a --type airflow --fields label --wait --every [T] --if-exists use
    {
      "label": "a"
    }
    ------- stderr -------
    note: createDeployment: it already exists, so nothing was sent
    after [T]: DEPLOYING
    after [T]: HEALTHY
    createDeployment: HEALTHY after [T]
    [exit: 0]
    "#);
}

#[cfg(unix)]
#[test]
fn a_signal_ends_the_wait_and_not_the_call() {
    let server = Server::new(Script::Respond(stuck));
    let user = user(&server);
    for (signal, code) in [("-INT", 130), ("-TERM", 143)] {
        let words: Vec<&str> = CREATE.split(' ').collect();
        let mut command = user.command(&words);
        command.stdout(std::process::Stdio::piped()).stderr(std::process::Stdio::piped());
        let before = server.seen().len();
        let child = command.spawn().unwrap();
        server.wait_for(before + 3);
        let id = child.id().to_string();
        assert!(std::process::Command::new("kill").args([signal, &id]).status().unwrap().success());
        let ran = Ran::new(child.wait_with_output().unwrap());
        assert_eq!(ran.code, code, "{ran}");
        assert!(ran.stdout.contains(r#""label": "a""#), "{ran}");
        if code == 130 {
            insta::assert_snapshot!(said(CREATE, &ran), @r#"
            $ createDeployment --workspace-uuid w --label a --type airflow --fields label --wait --every [T]
            {
              "label": "a",
              "type": "airflow"
            }
            ------- stderr -------
            after [T]: DEPLOYING
            error: createDeployment: stopped by a signal while waiting [stopped]
              createDeployment itself is done. Do not run it again.
            Wait on with `houston wait deployment --where.id=d1 --fields deploymentStatus.status --until '.deploymentStatus.status == "HEALTHY"' --fail-when '.deploymentStatus.status == "UNHEALTHY"'`.
            [exit: 130]
            "#);
        }
    }
}

#[test]
fn the_command_that_waits_on_names_the_same_platform() {
    let server = Server::new(Script::Respond(stuck));
    let folder = tempfile::tempdir().unwrap();
    let token = folder.path().join("token");
    std::fs::write(&token, "t").unwrap();
    let platform = format!("--url {} --token-file {}", server.url, token.display());
    let ran = Environment::new().line(&format!("{platform} {CREATE} --for 1s"));
    assert_eq!(ran.code, 10, "{ran}");
    let on = format!("`houston wait deployment {platform} --where.id=d1 ");
    assert!(ran.stderr.contains(&on), "{ran}");
}

#[test]
fn options_that_do_not_fit_are_refused() {
    let lines = [
        "createToken --identity a --password @env:P --wait",
        "deleteDeployment --deployment-uuid d --wait --yes",
        "workspaces --wait",
        "createDeployment --workspace-uuid w --label a --type airflow --for 3s",
        "updateDeployment --deployment-uuid d --settle 3s",
        "wait",
        "wait workspaces",
        "wait workspacs --until true",
        "wait createDeployment --until true",
        "wait createToken --until true",
        "wait workspaces --until .[",
        "wait workspaces --until .[].lable",
        "wait workspaces --until true --fail-when .label",
        "wait workspaces --until true --every 1ms",
        "wait workspaces --until true --settle 1s",
        "wait workspaceDeployments --until true",
    ];
    let shown: String = lines
        .iter()
        .map(|line| {
            let ran = Environment::new().set("HOUSTON_URL", &closed()).line(line);
            assert_eq!(ran.code, 2, "{line}: {ran}");
            ran.after(line)
        })
        .collect();
    insta::assert_snapshot!(shown);
}

#[test]
fn a_query_is_asked_until_its_answer_is_as_wanted() {
    let list = |states: &str| {
        let rows: Vec<Value> = states
            .split(',')
            .filter(|state| !state.is_empty())
            .map(|state| json!({ "status": state }))
            .collect();
        json!({ "data": { "workspaceDeployments": rows } })
    };
    let wait = "wait workspaceDeployments --workspace-uuid w --fields status --every 100ms";
    let mut shown = String::new();
    for (filters, answers, code) in [
        (r#"--until all(.status=="A")"#, vec![list("B"), list("A,B"), list("A,A")], 0),
        // Of several results, all must be true, and one is enough for a failure.
        (r#"--until .[].status=="A""#, vec![list(""), list("A,B"), list("A,A")], 0),
        (
            r#"--until .[].status=="A" --fail-when .[].status=="C""#,
            vec![list("B"), list("A,C")],
            11,
        ),
        (r#"--until length==1 --fail-when true"#, vec![list("A")], 0),
        (r#"--until .[0].status"#, vec![list("A")], 2),
        (r#"--until all(.label=="A")"#, vec![list("A")], 2),
        (r#"--until .[].status|error"#, vec![list("A")], 5),
        (r#"--until length==2 -o ndjson --jq .[0]"#, vec![list("A"), list("A,B")], 0),
    ] {
        let count = answers.len();
        let line = format!("{wait} {filters}");
        let (ran, requests) = at(&answers, &line);
        assert_eq!((ran.code, requests.len()), (code, count), "{line}: {ran}");
        shown += &said(&line, &ran);
    }
    insta::assert_snapshot!(shown);
}

#[test]
fn a_wait_that_reaches_no_server_says_so() {
    let line = "wait workspaces --until true --for 1s --every 100ms --retries 0";
    let ran = Environment::new().set("HOUSTON_URL", &closed()).line(line);
    insta::assert_snapshot!(said(line, &ran), @"
    $ wait workspaces --until true --for [T] --every [T] --retries 0
    ------- stderr -------
    after [T]: workspaces: cannot connect to the server: 127.0.0.1:[PORT]: Connection refused (os error [N]); looking again
    error: workspaces: cannot connect to the server: 127.0.0.1:[PORT]: Connection refused (os error [N]) [not-reached]
      Nothing was sent.
      No answer came within [T].
    Check the address and that the platform is running, or try `--sandbox`.
    [exit: 6]
    ");
    // Time is up in the middle of a look.
    let server = Server::new(Script::Silent);
    let begun = std::time::Instant::now();
    let ran = user(&server).line(line);
    assert!(begun.elapsed() < Duration::from_secs(15), "{ran}");
    assert_eq!(ran.code, 6, "{ran}");
    // An answer came, and then none.
    let answer = http("200 OK", "connection: close\r\n", r#"{"data":{"workspaces":[]}}"#);
    let server = Server::in_turn(vec![Script::Write(answer), Script::CloseOnAccept]);
    let line = "wait workspaces --until length==1 --for 1s --every 100ms --retries 0";
    let ran = user(&server).line(line);
    insta::assert_snapshot!(said(line, &ran), @"
    $ wait workspaces --until length==1 --for [T] --every [T] --retries 0
    []
    ------- stderr -------
    after [T]: []
    after [T]: workspaces: no complete answer: the connection was closed before the answer was complete; looking again
    after [T]: workspaces: cannot connect to the server: 127.0.0.1:[PORT]: Connection refused (os error [N]); looking again
    error: workspaces: --until is not true after [T] [wait-timed-out]
      The last look failed: workspaces: cannot connect to the server: 127.0.0.1:[PORT]: Connection refused (os error [N])
    The last answer is printed. Wait longer with `--for`.
    [exit: 10]
    ");
}
