use houston_client::Client;
use houston_tests::fixture::object::deployment;

fn send(client: &Client) {
    let _ = client.send(deployment::id);
}

fn main() {}
