use houston_client::Client;
use houston_tests::fixture::{mutation, query};

fn send(client: &Client) {
    let _ = client.send((query::workspaces(), query::workspaces()));
    let _ = client.send((
        mutation::create_deployment().label("a").r#type("b").workspace_uuid("c"),
        mutation::create_deployment().label("a"),
    ));
}

fn main() {}
