//! The blocking client.

use std::time::Duration;

use houston_client::blocking::Client;
use houston_client::{ErrorKind, Options, Outcome, Token};
use houston_tests::server::{Script, Server, http};

use crate::C1;
use crate::check::{CANARY, assert_is};
use crate::request::typed;

fn client(server: &Server) -> Client {
    Client::new(&server.url, Token::new(CANARY).unwrap()).unwrap()
}

#[test]
fn it_waits_for_the_answer() {
    let server = Server::new(Script::KeepAlive(http("200 OK", "", C1)));
    let client = client(&server);
    assert_eq!(client.send(typed()).unwrap(), "c1");
    // The thread in the background returns the connection a moment after the answer.
    std::thread::sleep(Duration::from_millis(100));
    assert_eq!(client.with(Options::new().retries(0)).send(typed()).unwrap(), "c1");
    let shown = format!("{client:?}");
    assert!(!shown.contains(CANARY), "{shown}");
    assert_eq!((server.seen().len(), server.connections()), (2, 1));
}

#[test]
fn threads_can_share_it() {
    let server = Server::new(Script::KeepAlive(http("200 OK", "", C1)));
    let client = client(&server);
    std::thread::scope(|scope| {
        for _ in 0..4 {
            scope.spawn(|| (0..10).for_each(|_| assert_eq!(client.send(typed()).unwrap(), "c1")));
        }
    });
    assert_eq!(server.seen().len(), 40);
}

#[test]
fn a_connection_that_the_server_closed_meanwhile_is_not_used() {
    // The server closes it after each answer without notice: a mutation that is sent into it may have run.
    let server = Server::new(Script::Write(http("200 OK", "", C1)));
    let client = client(&server).with(Options::new().retries(0));
    for _ in 0..5 {
        assert_eq!(client.send(typed()).unwrap(), "c1");
        std::thread::sleep(Duration::from_millis(50));
    }
    assert_eq!(server.seen().len(), 5);
}

#[test]
fn it_ends_and_waits_as_the_other_one_does() {
    let server = Server::new(Script::Silent);
    let client = client(&server).with(Options::new().timeout(Duration::from_millis(300)));
    assert_is(&client.send(typed()).unwrap_err(), ErrorKind::Lost, Outcome::Unknown);
    let unreachable = Client::builder("http://127.0.0.1:1/v1").retries(1).build_blocking().unwrap();
    let error = unreachable.send(typed()).unwrap_err();
    assert_is(&error, ErrorKind::NotConnected, Outcome::NotSent);
    assert_eq!(error.attempts(), 2);
}

#[tokio::test]
async fn it_can_be_called_from_spawn_blocking_and_dropped_anywhere() {
    let server = Server::new(Script::KeepAlive(http("200 OK", "", C1)));
    let client = client(&server);
    let called = client.clone();
    let result = tokio::task::spawn_blocking(move || called.send(typed())).await.unwrap();
    assert_eq!(result.unwrap(), "c1");
    drop(client);
}
