//! The client against servers that are not ours: every operation, and what it makes of their errors.

use houston_client::Selection;
use houston_client::arguments::Arguments;
use houston_client::object::deployment;
use houston_client::request::Request;
use houston_client::schema::{Argument, Operation, OperationKind};
use houston_client::{Client, ErrorKind, Outcome, SCHEMA, Token, input, mutation, query};
use houston_tests::{sample, strict};

use crate::peer::{self, CURRENT, OF_HOUSTON, Peer, changed, workspace};

fn client(url: &str) -> Client {
    Client::new(url, Token::new("canary").unwrap()).unwrap()
}

/// An operation with these of its arguments, and its default selection to this depth.
fn request(
    operation: &Operation,
    wanted: impl Fn(&Argument) -> bool,
    depth: usize,
) -> Request<Box<serde_json::value::RawValue>> {
    let mut arguments = Arguments::new();
    for argument in operation.arguments.iter().filter(|argument| wanted(argument)) {
        arguments.set(
            argument.name.clone(),
            argument.ty.clone(),
            sample::value(&SCHEMA, &argument.ty),
        );
    }
    let selection = Selection::by_default(&SCHEMA, operation, depth);
    Request::untyped(&SCHEMA, operation, &arguments, &selection)
}

/// Its documents are those of the typed builders: see `documents.rs`.
#[tokio::test]
async fn every_operation_is_valid_to_the_server_of_houstons_generation() {
    let schema = workspace().join(peer::SCHEMA);
    let Some(peer) = Peer::start(OF_HOUSTON, &schema, &[]) else { return };
    let client = client(&peer.url);
    for operation in SCHEMA.operations.iter() {
        if operation.kind == OperationKind::Subscription {
            continue;
        }
        for request in
            [request(operation, |argument| argument.required, 1), request(operation, |_| true, 2)]
        {
            let answered = client.send(request).await;
            match (&*operation.name, answered) {
                // The server's own refusal, which is not a validation error.
                ("deleteWorkspace", Err(error)) => {
                    assert!(error.to_string().contains("Insufficient permissions."), "{error}");
                }
                (name, answered) => {
                    drop(answered.unwrap_or_else(|error| panic!("{name}: {error}")))
                }
            }
        }
    }
}

/// Every argument and item of that server is non-null: variables must be declared as strictly as their values allow.
#[tokio::test]
async fn every_operation_is_valid_to_a_stricter_server() {
    let directory = tempfile::tempdir().unwrap();
    let path = directory.path().join("strict.graphql");
    std::fs::write(&path, strict::schema(houston_schema::SDL)).unwrap();
    for folder in [OF_HOUSTON, CURRENT] {
        let Some(peer) = Peer::start(folder, &path, &[]) else { continue };
        let client = client(&peer.url);
        for operation in SCHEMA.operations.iter() {
            if operation.kind == OperationKind::Subscription {
                continue;
            }
            let answered = client.send(request(operation, |_| true, 1)).await;
            if let Err(error) = answered {
                let is_known = error.to_string().contains("Insufficient permissions.");
                assert!(is_known, "{}: {error}", operation.name);
            }
        }
    }
}

#[tokio::test]
async fn five_operations_are_answered_by_the_current_server() {
    let schema = workspace().join(peer::SCHEMA);
    let Some(peer) = Peer::start(CURRENT, &schema, &[]) else { return };
    let client = client(&peer.url);
    let config = client.send(query::app_config()).await.unwrap();
    assert_eq!(config.unwrap().version.as_deref(), Some("0.23.12"));
    let workspaces = client.send(query::workspaces()).await.unwrap().unwrap();
    assert_eq!(workspaces.len(), 1);
    let variables = query::deployment_variables().deployment_uuid("ck0");
    client.send(variables).await.unwrap();
    let create = mutation::create_deployment().workspace_uuid("ck0").r#type("airflow").label("etl");
    let id = client.send(create.select(deployment::id)).await.unwrap();
    assert_eq!(id, "ck0mock0000000000000001");
    let variable = input::input_environment_variable().key("A").value("1").is_secret(false);
    let update = mutation::update_deployment_variables()
        .deployment_uuid("ck0")
        .release_name("a-b-1")
        .environment_variables([variable]);
    client.send(update).await.unwrap();
}

/// A refusal that a resolver raised, and a request that the schema of the server does not allow.
#[tokio::test]
async fn errors_of_both_servers_are_read() {
    let folder = tempfile::tempdir().unwrap();
    let older = changed(folder.path(), "  createWorkspace(\n", "  makeWorkspace(\n");
    for folder in [OF_HOUSTON, CURRENT] {
        let Some(peer) = Peer::start(folder, &older, &[]) else { continue };
        let client = client(&peer.url);
        let raised =
            client.send(mutation::delete_workspace().workspace_uuid("ck0")).await.unwrap_err();
        assert_eq!(raised.kind(), ErrorKind::GraphQl, "{raised}");
        assert!(raised.to_string().contains("Insufficient permissions."), "{raised}");
        assert_eq!(raised.errors()[0].code.as_deref(), Some("INTERNAL_SERVER_ERROR"));
        let invalid = client.send(mutation::create_workspace().label("new")).await.unwrap_err();
        assert_eq!(invalid.outcome(), Outcome::Refused, "{invalid}");
        assert!(
            invalid.to_string().contains("Cannot query field \"createWorkspace\""),
            "{invalid}"
        );
    }
}
