//! The examples of the client: those that run, against a sandbox, and those in the documentation, which doc tests
//! compile.

#![allow(clippy::unwrap_used)]

use std::collections::BTreeMap;
use std::fs;
use std::process::Command;

use houston_client::object::{deployment, workspace};
use houston_client::{Client, SCHEMA, Token, query};
use houston_sandbox::Sandbox;
use houston_tests::build;

#[tokio::test(flavor = "multi_thread")]
async fn automation_makes_what_it_prints() {
    let server = Sandbox::start().await.unwrap().listen().await.unwrap();
    let (url, token) = (server.url().to_owned(), server.token().to_owned());
    let program = build::example("automation");
    let (program_url, program_token) = (url.clone(), token.clone());
    let ran = tokio::task::spawn_blocking(move || {
        Command::new(program)
            .env_clear()
            .env("HOUSTON_URL", program_url)
            .env("HOUSTON_TOKEN", program_token)
            .output()
            .unwrap()
    });
    let ran = ran.await.unwrap();
    let stdout = String::from_utf8(ran.stdout).unwrap();
    assert!(ran.status.success(), "{stdout}{}", String::from_utf8_lossy(&ran.stderr));
    let lines: Vec<(&str, &str)> =
        stdout.lines().map(|line| line.split_once(' ').unwrap()).collect();

    let administrator = Client::new(url, Token::new(token).unwrap()).unwrap();
    let made = query::deployments().select((
        deployment::id,
        deployment::label,
        deployment::release_name,
        deployment::executor,
        deployment::workspace.of(workspace::label),
    ));
    let made = administrator.send(made).await.unwrap().unwrap();
    assert_eq!(made.len(), 1);
    let (id, label, release_name, executor, workspace) = made.into_iter().next().unwrap();
    let (label, release_name) = (label.unwrap(), release_name.unwrap());
    assert_eq!(lines, [("id", id.as_str()), ("label", &label), ("releaseName", &release_name)]);
    assert_eq!(executor, Some(houston_client::enums::ExecutorType::LocalExecutor));
    assert_eq!(workspace, Some(Some("Automation".to_owned())));
}

#[test]
fn every_operation_has_an_example_on_its_function_and_on_its_type() {
    let mut with_example: BTreeMap<String, usize> = BTreeMap::new();
    for kind in ["query", "mutation", "subscription"] {
        let folder =
            format!("{}/../houston-client/src/generated/{kind}", env!("CARGO_MANIFEST_DIR"));
        for file in fs::read_dir(folder).unwrap() {
            let text = fs::read_to_string(file.unwrap().path()).unwrap();
            for docs in text.split("\n/// GraphQL: `").skip(1) {
                let name = docs.split(['(', ':']).next().unwrap();
                let docs = docs.split("\npub ").next().unwrap();
                let call = format!("let operation = {kind}::");
                assert!(docs.contains("```no_run") && docs.contains(&call), "{name}: {docs}");
                *with_example.entry(format!("{kind} {name}")).or_default() += 1;
            }
        }
    }
    let operations = SCHEMA.operations.iter();
    let expected: BTreeMap<String, usize> = operations
        .map(|operation| (format!("{} {}", operation.kind.keyword(), operation.name), 2))
        .collect();
    assert_eq!(with_example, expected);
    assert_eq!(expected.len(), 77);
}
