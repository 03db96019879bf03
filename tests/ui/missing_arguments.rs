use houston_client::Client;
use houston_tests::fixture::{mutation, object::deployment};

fn send(client: &Client) {
    let _ = client.send(mutation::create_deployment().r#type("airflow").description("nightly"));
}

fn select() {
    let _ = mutation::create_deployment().r#type("airflow").select(deployment::id);
}

fn main() {}
