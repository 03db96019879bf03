//! Signals in the middle of a call.

use houston_tests::server::{Script, Server, http};

use crate::environment::{Environment, Ran};

/// A call that gets a signal after its last request. The earlier requests get these answers.
fn interrupted(words: &str, signal: &str, answers: &[&str]) -> Ran {
    let refuse =
        |answer: &&str| Script::Write(http("400 Bad Request", "connection: close\r\n", answer));
    let scripts = answers.iter().map(refuse).chain([Script::Silent]);
    let server = Server::in_turn(scripts.collect());
    let user = Environment::new().set("HOUSTON_URL", &server.url);
    let mut command = user.command(&words.split(' ').collect::<Vec<_>>());
    command.stdout(std::process::Stdio::piped()).stderr(std::process::Stdio::piped());
    let child = command.spawn().unwrap();
    server.wait_for(answers.len() + 1);
    let id = child.id().to_string();
    assert!(std::process::Command::new("kill").args([signal, &id]).status().unwrap().success());
    // The connection stays open, so the signal ends the call, and not a timeout, of which the shortest is five
    // seconds.
    let signalled = std::time::Instant::now();
    let ran = Ran::new(child.wait_with_output().unwrap());
    assert!(signalled.elapsed().as_secs() < 4, "the signal was not heard");
    ran
}

/// After a signal in the middle of a mutation, it is unknown whether it ran.
#[test]
fn a_signal_ends_a_call_and_says_what_is_known() {
    let shown = [
        ("createWorkspace --label a", "-INT"),
        ("createWorkspace --label b", "-TERM"),
        ("workspaces", "-INT"),
    ]
    .map(|(words, signal)| interrupted(words, signal, &[]).after(&format!("{words}; {signal}")));
    insta::assert_snapshot!(shown.concat(), @"
    $ createWorkspace --label a; -INT
    ------- stderr -------
    error: createWorkspace: stopped by a signal before an answer arrived [outcome-unknown]
      It was sent and may have run.
    Check before you run it again: with `houston reconcile createWorkspace --since [TIME]` and the same arguments, or with `houston workspaces`.
    [exit: 130]

    $ createWorkspace --label b; -TERM
    ------- stderr -------
    error: createWorkspace: stopped by a signal before an answer arrived [outcome-unknown]
      It was sent and may have run.
    Check before you run it again: with `houston reconcile createWorkspace --since [TIME]` and the same arguments, or with `houston workspaces`.
    [exit: 143]

    $ workspaces; -INT
    ------- stderr -------
    error: workspaces: stopped by a signal before an answer arrived [stopped]
    You can repeat a query. Check before you repeat a mutation.
    [exit: 130]
    ");
}

/// A signal also stops a query that is sent to explain an error.
#[test]
fn a_signal_ends_the_question_for_the_version() {
    let drift = r#"{"errors":[{"message":"Unknown argument \"label\" on field \"createWorkspace\" of type \"Mutation\"."}]}"#;
    insta::assert_snapshot!(interrupted("createWorkspace --label a", "-INT", &[drift]), @r#"
    ------- stderr -------
    error: createWorkspace: Unknown argument "label" on field "createWorkspace" of type "Mutation". [schema-drift]
      The server refused the mutation. It had no effect. The client is built from the schema of version 0.23, and the server has another version. Leave out what the server does not know, or use a client generated from its schema.
    `houston schema diff` shows the differences, `houston schema pull` switches to the server's schema.
    [exit: 4]
    "#);
}
