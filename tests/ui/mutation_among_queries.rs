use houston_client::Client;
use houston_tests::fixture::object::{deployment, workspace};
use houston_tests::fixture::{mutation, query};

fn send(client: &Client) {
    let _ = client.send((
        query::workspaces().select(workspace::id),
        mutation::create_deployment().label("a").r#type("b").workspace_uuid("c").select(deployment::id),
    ));
}

fn main() {}
