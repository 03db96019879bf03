use houston_client::Client;
use houston_tests::stranger::subscription;

fn send(client: &Client) {
    let _ = client.send(subscription::ticks().every(1));
}

fn main() {}
