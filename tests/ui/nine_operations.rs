use houston_client::Client;
use houston_tests::fixture::query::workspaces as one;

fn send(client: &Client) {
    let _ = client.send((one(), one(), one(), one(), one(), one(), one(), one(), one()));
}

fn main() {}
