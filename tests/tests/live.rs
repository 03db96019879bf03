//! Subscriptions against the sandbox.
#![allow(clippy::unwrap_used, reason = "a test may panic")]

use futures_util::StreamExt as _;
use houston_client::live::Event;
use houston_client::object::deployment_log;
use houston_client::{Client, Token, subscription};
use houston_sandbox::{Sandbox, Server};

const SEED: &str = "workspaces: { data: { label: Data } }\n\
    deployments: { etl: { workspace: data, label: ETL } }\n";

const DEPLOYMENT: &str = "ck00000000000000000000etl";

async fn serve() -> (Server, Client) {
    let sandbox = Sandbox::builder().seed(SEED).unwrap().in_memory().unwrap();
    let server = sandbox.listen().await.unwrap();
    let client = Client::new(server.url(), Token::new(server.token()).unwrap()).unwrap();
    (server, client)
}

#[tokio::test]
async fn a_log_comes_line_by_line() {
    let (server, client) = serve().await;
    let selection = (deployment_log::component, deployment_log::message);
    let log = subscription::log().deployment_uuid(DEPLOYMENT).select(selection);
    let mut log = client.subscribe(log);
    log.started().await.unwrap();
    for _ in 0..3 {
        let Some(Ok(Event::Item(line))) = log.next().await else { panic!("{log:?}") };
        let (component, message) = line.unwrap();
        assert!(component.is_some() && message.is_some());
    }
    drop(log);
    assert_eq!(server.sandbox().ledger()[0].operation, "log");
}
