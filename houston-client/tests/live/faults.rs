//! Everything that a server can do wrong, one row each: the stream ends with an error that says what happened, or goes
//! on over a new connection and tells the gap.

use std::time::Duration;

use houston_tests::server::http;
use houston_tests::socket::{Socket, Step, Talk, say, tick, to};

use crate::{client, impatient, items, ticks};

pub(crate) struct Row {
    name: &'static str,
    /// What the server does with each connection; with one alone, it does the same with all of them.
    talks: Vec<Talk>,
    /// The items of the stream.
    items: Vec<&'static str>,
    connections: usize,
}

pub(crate) fn row(
    name: &'static str,
    talk: Talk,
    items: &[&'static str],
    connections: usize,
) -> Row {
    Row { name, talks: vec![talk], items: items.to_vec(), connections }
}

/// A row for a server that refuses the WebSocket.
fn refused(status: &'static str, body: &str, items: &[&'static str], tried: usize) -> Row {
    row(status, Talk::Refuse(http(status, "Connection: close\r\n", body)), items, tried)
}

/// A row for a server that does this once, and a second connection that works.
fn again(name: &'static str, talk: Talk, items: &[&'static str]) -> Row {
    let works = Talk::subscribed([tick("2"), to("complete", "null")]);
    Row { name, talks: vec![talk, works], items: items.to_vec(), connections: 2 }
}

pub(crate) async fn check(rows: Vec<Row>) {
    let mut wrong = String::new();
    for Row { name, talks, items: expected, connections } in rows {
        let server = match <[Talk; 1]>::try_from(talks) {
            Ok([talk]) => Socket::new(talk),
            Err(talks) => Socket::in_turn(talks),
        };
        let mut events = client(&server, impatient).subscribe(ticks());
        let found = items(&mut events, 10).await;
        if found != expected || server.connections() != connections {
            let made = server.connections();
            wrong += &format!("{name}, {made} connections:\n{found:#?}\n");
        }
    }
    assert!(wrong.is_empty(), "{wrong}");
}

/// A frame that announces more bytes than come.
const HALF: [u8; 6] = [0x81, 0x20, b'{', b'"', b't', b'y'];

#[tokio::test]
async fn the_upgrade_is_refused() {
    check(vec![
        refused("401 Unauthorized", "", &["refused: HTTP status 401 (Unauthorized) and no body instead of a WebSocket", "end"], 1),
        refused("403 Forbidden", "<html><title>Blocked</title></html>", &["refused: HTTP status 403 (Forbidden) and the web page `Blocked` instead of a WebSocket", "end"], 1),
        refused("404 Not Found", "Cannot GET /ws", &["refused: HTTP status 404 (Not Found) and other text instead of a WebSocket: Cannot GET /ws", "end"], 1),
        refused("502 Bad Gateway", "", &["unknown: HTTP status 502 (Bad Gateway) and no body instead of a WebSocket (after 2 attempts)", "end"], 2),
        refused("503 Service Unavailable", "", &["unknown: HTTP status 503 (Service Unavailable) and no body instead of a WebSocket (after 2 attempts)", "end"], 2),
        refused("400 Bad Request", "no websockets here", &["refused: HTTP status 400 (Bad Request) and other text instead of a WebSocket: no websockets here", "end"], 1),
        refused("426 Upgrade Required", "", &["refused: HTTP status 426 and no body instead of a WebSocket", "end"], 1),
        refused("501 Not Implemented", "", &["unknown: HTTP status 501 (Not Implemented) and no body instead of a WebSocket (after 2 attempts)", "end"], 2),
        // A proxy that does not know WebSockets passes the request on as an ordinary one.
        refused("200 OK", "<html><title>Houston</title></html>", &["refused: HTTP status 200 and the web page `Houston` instead of a WebSocket", "end"], 1),
        refused("200 OK", r#"{"data":{"ticks":1}}"#, &[r#"refused: HTTP status 200 and other text instead of a WebSocket: {"data":{"ticks":1}}"#, "end"], 1),
        row("301", Talk::Refuse(http("301 Moved", "Location: http://127.0.0.1:1/x\r\n", "")), &["refused: HTTP status 301, a redirect to http://127.0.0.1:1/x", "end"], 1),
        row("not HTTP", Talk::Refuse(b"\x00\x01".to_vec()), &["unknown: the subscription was interrupted: the answer is not HTTP", "end"], 1),
        row("nothing", Talk::Refuse(Vec::new()), &["unknown: the subscription was interrupted: the connection was closed before the answer was complete (after 2 attempts)", "end"], 2),
        row("mute", Talk::Mute, &["unknown: the subscription was interrupted: the server sent nothing for 200 ms", "end"], 1),
        row("an extension", Talk::Extend, &["unknown: the subscription was interrupted: the server does not follow the protocol: it chose the extension `permessage-deflate`, which was not offered", "end"], 1),
        row("another key", Talk::Refuse(b"HTTP/1.1 101 Switching Protocols\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Accept: x\r\n\r\n".to_vec()), &["unknown: the subscription was interrupted: the server does not follow the protocol: its answer does not fit the request for a WebSocket", "end"], 1),
    ])
    .await;
}

#[tokio::test]
async fn the_server_ends_it_before_an_event() {
    let init = || Step::Hear("connection_init");
    let prohibited = r#"{"message":"Prohibited connection!"}"#;
    let before = |steps: Vec<Step>| Talk::Accept(Some("graphql-ws"), steps);
    check(vec![
        row("another sub-protocol", Talk::Accept(Some("mqtt"), vec![Step::Stay]), &["unknown: the subscription was interrupted: the server does not follow the protocol: it chose the sub-protocol `mqtt`, which was not offered", "end"], 1),
        row(
            "prohibited",
            before(vec![init(), to("connection_error", prohibited), Step::Close(1011, "")]),
            &["refused: Prohibited connection! [login-failed]", "end"],
            1,
        ),
        row("prohibited without a reason", before(vec![init(), say("connection_error")]), &["refused: the server refuses the connection without a reason", "end"], 1),
        row("1002 at once", before(vec![Step::Close(1002, "")]), &["refused: the subscription was interrupted: the server closed the connection with the code 1002", "end"], 1),
        row("1011 at once", before(vec![init(), Step::Close(1011, "oops")]), &["unknown: the subscription was interrupted: the server closed the connection with the code 1011: oops (after 2 attempts)", "end"], 2),
        row("4400", before(vec![init(), Step::Close(4400, "Bad request")]), &["refused: the subscription was interrupted: the server closed the connection with the code 4400: Bad request", "end"], 1),
        row("4401", before(vec![init(), Step::Close(4401, "Unauthorized")]), &["refused: Unauthorized (UNAUTHENTICATED) [not-allowed]", "end"], 1),
        row("4403", before(vec![init(), Step::Close(4403, "Forbidden")]), &["refused: Forbidden (FORBIDDEN) [not-allowed]", "end"], 1),
        row("4406", before(vec![init(), Step::Close(4406, "")]), &["refused: the subscription was interrupted: the server closed the connection with the code 4406", "end"], 1),
        row("4408", before(vec![Step::Close(4408, "Connection initialisation timeout")]), &["unknown: the subscription was interrupted: the server closed the connection with the code 4408: Connection initialisation timeout (after 2 attempts)", "end"], 2),
        row(
            "4429",
            before(vec![init(), Step::Close(4429, "Too many initialisation requests")]),
            &["refused: the subscription was interrupted: the server closed the connection with the code 4429: Too many initialisation requests", "end"],
            1,
        ),
        row("no close frame", before(vec![init()]), &["unknown: the subscription was interrupted: the connection was cut off (after 2 attempts)", "end"], 2),
        row("no acknowledgement", before(vec![init(), Step::Stay]), &["unknown: the subscription was interrupted: the server sent nothing for 200 ms", "end"], 1),
        row("not JSON", before(vec![init(), Step::Say("<html>".to_owned())]), &["unknown: the subscription was interrupted: the server does not follow the protocol: a message cannot be read: expected value at line 1 column 1", "end"], 1),
        row("bytes", before(vec![init(), Step::SayBytes(vec![0xff])]), &["unknown: the subscription was interrupted: the server does not follow the protocol: invalid utf-8 sequence of 1 bytes from index 0", "end"], 1),
        row("dead after the start", Talk::subscribed([Step::Sleep]), &["unknown: the subscription was interrupted: the server sent nothing for 200 ms", "end"], 1),
        row("closed after the start", Talk::subscribed([Step::Close(1011, "")]), &["unknown: the subscription was interrupted: the server closed the connection with the code 1011 (after 2 attempts)", "end"], 2),
        row(
            "syntax error",
            Talk::subscribed([to("error", r#"{"message":"Syntax Error: no"}"#), Step::Stay]),
            &["refused: Syntax Error: no", "end"],
            1,
        ),
        row(
            "error of the newer kind",
            Talk::subscribed([to("error", r#"[{"message":"a"},{"message":"b"}]"#), Step::Stay]),
            &["refused: a (and 1 more)", "end"],
            1,
        ),
        row("error without errors", Talk::subscribed([to("error", "[]"), Step::Stay]), &["refused: the answer contains neither data nor errors", "end"], 1),
        row("error that is odd", Talk::subscribed([to("error", "7"), Step::Stay]), &["refused: 7", "end"], 1),
        row("token in the reason", before(vec![init(), Step::Close(4400, crate::CANARY)]), &["refused: the subscription was interrupted: the server closed the connection with the code 4400: Token(…)", "end"], 1),
    ])
    .await;
}

#[tokio::test]
async fn the_server_ends_it_after_an_event() {
    let after = |steps: Vec<Step>| Talk::subscribed([tick("1")].into_iter().chain(steps));
    check(vec![
        again("1011", after(vec![Step::Close(1011, "")]), &[r#"{"ticks":1}"#, "gap: the subscription was interrupted: the server closed the connection with the code 1011", r#"{"ticks":2}"#, "end"]),
        again("1001", after(vec![Step::Close(1001, "going away")]), &[r#"{"ticks":1}"#, "gap: the subscription was interrupted: the server closed the connection with the code 1001: going away", r#"{"ticks":2}"#, "end"]),
        again("1000 without complete", after(vec![Step::Close(1000, "")]), &[r#"{"ticks":1}"#, "gap: the subscription was interrupted: the server closed the connection with the code 1000", r#"{"ticks":2}"#, "end"]),
        again("1012", after(vec![Step::Close(1012, "restart")]), &[r#"{"ticks":1}"#, "gap: the subscription was interrupted: the server closed the connection with the code 1012: restart", r#"{"ticks":2}"#, "end"]),
        again("4500", after(vec![Step::Close(4500, "")]), &[r#"{"ticks":1}"#, "gap: the subscription was interrupted: the server closed the connection with the code 4500", r#"{"ticks":2}"#, "end"]),
        again("close without a code", after(vec![Step::CloseBare]), &[r#"{"ticks":1}"#, "gap: the subscription was interrupted: the server closed the connection", r#"{"ticks":2}"#, "end"]),
        again("no close frame", after(vec![]), &[r#"{"ticks":1}"#, "gap: the subscription was interrupted: the connection was cut off", r#"{"ticks":2}"#, "end"]),
        again("cut in a frame", after(vec![Step::Raw(HALF.to_vec())]), &[r#"{"ticks":1}"#, "gap: the subscription was interrupted: the connection was cut off", r#"{"ticks":2}"#, "end"]),
        again("dead", after(vec![Step::Sleep]), &[r#"{"ticks":1}"#, "gap: the subscription was interrupted: the server sent nothing for 200 ms", r#"{"ticks":2}"#, "end"]),
        row("1002", after(vec![Step::Close(1002, "")]), &[r#"{"ticks":1}"#, "refused: the subscription was interrupted: the server closed the connection with the code 1002", "end"], 1),
        row("1008", after(vec![Step::Close(1008, "policy")]), &[r#"{"ticks":1}"#, "refused: the subscription was interrupted: the server closed the connection with the code 1008: policy", "end"], 1),
        row("4401", after(vec![Step::Close(4401, "Unauthorized")]), &[r#"{"ticks":1}"#, "refused: Unauthorized (UNAUTHENTICATED) [not-allowed]", "end"], 1),
        row("4403", after(vec![Step::Close(4403, "")]), &[r#"{"ticks":1}"#, "refused: the server refuses the token (FORBIDDEN) [not-allowed]", "end"], 1),
        row("4409", after(vec![Step::Close(4409, "Subscriber for 1 already exists")]), &[r#"{"ticks":1}"#, "refused: the subscription was interrupted: the server closed the connection with the code 4409: Subscriber for 1 already exists", "end"], 1),
        row(
            "connection_error",
            after(vec![to("connection_error", r#"{"message":"Prohibited connection!"}"#)]),
            &[r#"{"ticks":1}"#, "refused: Prohibited connection! [login-failed]", "end"],
            1,
        ),
        row("not JSON", after(vec![Step::Say("{".to_owned())]), &[r#"{"ticks":1}"#, "unknown: the subscription was interrupted: the server does not follow the protocol: a message cannot be read: EOF while parsing an object at line 1 column 1", "end"], 1),
    ])
    .await;
}

#[tokio::test]
async fn the_server_goes_on() {
    let events = |steps: Vec<Step>| Talk::subscribed(steps);
    let done = || to("complete", "null");
    let forbidden = r#"{"errors":[{"message":"Insufficient permissions.","path":["ticks"],"extensions":{"code":"FORBIDDEN"}}],"data":{"ticks":null}}"#;
    let deep = format!("{}{}", "[".repeat(200), "]".repeat(200));
    check(vec![
        row("complete at once", events(vec![done()]), &["end"], 1),
        row("null", events(vec![tick("null"), to("data", r#"{"data":null}"#), done()]), &[r#"{"ticks":null}"#, "unknown: the answer contains neither data nor errors", "end"], 1),
        row("an error for each event", events(vec![to("data", forbidden), to("data", forbidden), done()]), &["refused: Insufficient permissions. (FORBIDDEN) at ticks [not-allowed]", "refused: Insufficient permissions. (FORBIDDEN) at ticks [not-allowed]", "end"], 1),
        row("partial", events(vec![to("data", r#"{"data":{"ticks":1},"errors":[{"message":"part","path":["ticks","x"]}]}"#), done()]), &["partial: part at ticks.x", "end"], 1),
        row("refused by validation", events(vec![to("data", r#"{"errors":[{"message":"Cannot query field \"ticks\" on type \"Subscription\".","locations":[{"line":1,"column":1}],"extensions":{"code":"INTERNAL_SERVER_ERROR"}}]}"#), done()]), &[r#"refused: Cannot query field "ticks" on type "Subscription". (INTERNAL_SERVER_ERROR)"#, "end"], 1),
        row("odd payloads", events(vec![to("data", "7"), to("data", "{}"), Step::Say(r#"{"id":"1","type":"data"}"#.to_owned()), done()]), &["unknown: the answer contains neither data nor errors", "unknown: the answer contains neither data nor errors", "unknown: the answer contains neither data nor errors", "end"], 1),
        row("too deep", events(vec![tick(&deep), tick("2"), done()]), &["unknown: the subscription was interrupted: the answer is nested deeper than 127 levels", r#"{"ticks":2}"#, "end"], 1),
        row("foreign ids", events(vec![
            Step::Say(r#"{"id":"2","type":"data","payload":{"data":{"ticks":9}}}"#.to_owned()),
            Step::Say(r#"{"id":"2","type":"error","payload":{"message":"no"}}"#.to_owned()),
            Step::Say(r#"{"id":"2","type":"complete"}"#.to_owned()),
            tick("1"),
            done(),
        ]), &[r#"{"ticks":1}"#, "end"], 1),
        row("more after the payload", events(vec![Step::Say(r#"{"id":"1","type":"data","payload":{"data":{"ticks":1}},"more":{}}"#.to_owned()), done()]), &[r#"{"ticks":1}"#, "end"], 1),
        row("no id", events(vec![Step::Say(r#"{"type":"data","payload":{"data":{"ticks":1}}}"#.to_owned()), done()]), &[r#"{"ticks":1}"#, "end"], 1),
        row("signs of life", events(vec![say("ka"), say("pong"), say("new"), Step::Raw(vec![0x89, 0]), tick("1"), done()]), &[r#"{"ticks":1}"#, "end"], 1),
        row("silent, but alive", events(vec![Step::Rest(Duration::from_millis(150)), tick("1"), done()]), &[r#"{"ticks":1}"#, "end"], 1),
        row("bytes that are text", events(vec![Step::SayBytes(br#"{"id":"1","type":"data","payload":{"data":{"ticks":1}}}"#.to_vec()), done()]), &[r#"{"ticks":1}"#, "end"], 1),
        row("not asked for a sub-protocol", Talk::Accept(None, vec![Step::Hear("connection_init"), say("connection_ack"), Step::Hear("start"), tick("1"), done()]), &[r#"{"ticks":1}"#, "end"], 1),
        row("the newer sub-protocol", Talk::Accept(Some("graphql-transport-ws"), vec![
            Step::Hear("connection_init"),
            say("ping"),
            Step::Hear("pong"),
            say("connection_ack"),
            Step::Hear("subscribe"),
            say("ping"),
            Step::Hear("pong"),
            to("next", r#"{"data":{"ticks":1}}"#),
            Step::Say(r#"{"id":"1","type":"complete"}"#.to_owned()),
        ]), &[r#"{"ticks":1}"#, "end"], 1),
    ])
    .await;
}
