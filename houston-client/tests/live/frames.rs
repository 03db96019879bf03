//! Frames: what a server may send, and what breaks the protocol.

use houston_tests::socket::{Step, Talk, tick, to};

use crate::faults::{Row, check, row};

const TEXT: u8 = 1;
const CLOSE: u8 = 8;
const PING: u8 = 9;

/// The last frame of a message, or the only one.
const LAST: u8 = 0x80;

/// A frame of a server, with these first bits.
fn frame(bits: u8, payload: impl AsRef<[u8]>) -> Vec<u8> {
    let payload = payload.as_ref();
    let mut frame = vec![bits];
    match payload.len() {
        0..=125 => frame.push(payload.len() as u8),
        126..=0xffff => {
            frame.push(126);
            frame.extend((payload.len() as u16).to_be_bytes());
        }
        _ => {
            frame.push(127);
            frame.extend((payload.len() as u64).to_be_bytes());
        }
    }
    frame.extend(payload);
    frame
}

/// An event that is a text of this many bytes, in frames of at most so many.
fn large(size: usize, in_frames_of: usize) -> Step {
    let begin = r#"{"id":"1","type":"data","payload":{"data":{"ticks":""#;
    let event = [begin, &"x".repeat(size - begin.len() - 4), r#""}}}"#].concat();
    let mut parts = event.as_bytes().chunks(in_frames_of).enumerate().peekable();
    let mut bytes = Vec::new();
    while let Some((at, part)) = parts.next() {
        let last = if parts.peek().is_none() { LAST } else { 0 };
        bytes.extend(frame(last | if at == 0 { TEXT } else { 0 }, part));
    }
    Step::Raw(bytes)
}

/// Frames that come one by one, and then an event.
fn sent(name: &'static str, frames: &[Vec<u8>], items: &[&'static str]) -> Row {
    let frames = frames.iter().map(|frame| Step::Raw(frame.clone()));
    let talk = Talk::subscribed(frames.chain([tick("2"), to("complete", "null")]));
    row(name, talk, items, 1)
}

#[tokio::test]
async fn frames_that_are_in_order() {
    let event = r#"{"id":"1","type":"data","payload":{"data":{"ticks":"ä"}}}"#;
    let (head, tail) = event.as_bytes().split_at(event.find('ä').unwrap() + 1);
    let parts = [frame(TEXT, head), frame(LAST, tail)];
    let [first, last] = parts.clone();
    let seen = &[r#"{"ticks":"ä"}"#, r#"{"ticks":2}"#, "end"];
    let bytes: Vec<_> = [&first[..], &last].concat().iter().map(|byte| vec![*byte]).collect();
    check(vec![
        sent("a character in two frames", &parts, seen),
        sent("byte by byte", &bytes, seen),
        sent(
            "a ping between the frames",
            &[first.clone(), frame(LAST | PING, "?"), last.clone()],
            seen,
        ),
        sent("empty frames", &[first, frame(0, ""), frame(0, ""), last], seen),
        sent("a pong that was not asked for", &[frame(LAST | 10, "!")], &[r#"{"ticks":2}"#, "end"]),
    ])
    .await;
}

#[tokio::test]
async fn frames_that_break_the_protocol() {
    let event = r#"{"id":"1","type":"data","payload":{"data":{"ticks":1}}}"#;
    let bad = |name, bytes: Vec<u8>, error| {
        let talk = Talk::subscribed([tick("1"), Step::Raw(bytes), Step::Stay]);
        row(name, talk, &[r#"{"ticks":1}"#, error, "end"], 1)
    };
    check(vec![
        bad("masked", vec![0x81, 0x80, 1, 2, 3, 4], "unknown: the subscription was interrupted: the server does not follow the protocol: WebSocket protocol error: Received a masked frame from server"),
        bad("compressed, unasked", frame(LAST | 0x40 | TEXT, event), "unknown: the subscription was interrupted: the server does not follow the protocol: WebSocket protocol error: Reserved bits are non-zero"),
        bad("reserved bits", frame(LAST | 0x20 | TEXT, event), "unknown: the subscription was interrupted: the server does not follow the protocol: WebSocket protocol error: Reserved bits are non-zero"),
        bad("an unknown kind", frame(LAST | 3, event), "unknown: the subscription was interrupted: the server does not follow the protocol: WebSocket protocol error: Encountered invalid opcode: 3"),
        bad("an unknown control frame", frame(LAST | 11, ""), "unknown: the subscription was interrupted: the server does not follow the protocol: WebSocket protocol error: Encountered invalid opcode: 11"),
        bad("the end of no message", frame(LAST, event), "unknown: the subscription was interrupted: the server does not follow the protocol: WebSocket protocol error: Continue frame but nothing to continue"),
        bad("a message in a message", [frame(TEXT, "{"), frame(LAST | TEXT, event)].concat(), "unknown: the subscription was interrupted: the server does not follow the protocol: WebSocket protocol error: While waiting for more fragments received: TEXT"),
        bad("a ping in parts", frame(PING, ""), "unknown: the subscription was interrupted: the server does not follow the protocol: WebSocket protocol error: Fragmented control frame"),
        bad("a long ping", frame(LAST | PING, [0; 126]), "unknown: the subscription was interrupted: the server does not follow the protocol: WebSocket protocol error: Control frame too big (payload must be 125 bytes or less)"),
        bad("a long close", frame(LAST | CLOSE, [3, 232].repeat(63)), "unknown: the subscription was interrupted: the server does not follow the protocol: WebSocket protocol error: Control frame too big (payload must be 125 bytes or less)"),
        bad("half a close code", frame(LAST | CLOSE, [3]), "unknown: the subscription was interrupted: the server does not follow the protocol: WebSocket protocol error: Invalid close sequence"),
        bad("a close code that is reserved", frame(LAST | CLOSE, 1006_u16.to_be_bytes()), "unknown: the subscription was interrupted: the server does not follow the protocol: it closed the connection with a code that must not be sent"),
        bad("a close code that is too small", frame(LAST | CLOSE, 7_u16.to_be_bytes()), "unknown: the subscription was interrupted: the server does not follow the protocol: it closed the connection with a code that must not be sent"),
        bad("a reason that is not UTF-8", frame(LAST | CLOSE, [3, 243, 0xff]), "unknown: the subscription was interrupted: the server does not follow the protocol: UTF-8 encoding error: invalid utf-8 sequence of 1 bytes from index 0"),
        bad("text that is not UTF-8", frame(LAST | TEXT, [0xff]), "unknown: the subscription was interrupted: the server does not follow the protocol: UTF-8 encoding error: invalid utf-8 sequence of 1 bytes from index 0"),
        bad("half a character", frame(LAST | TEXT, [b'"', 0xc3]), "unknown: the subscription was interrupted: the server does not follow the protocol: UTF-8 encoding error: incomplete utf-8 byte sequence from index 1"),
        bad("33 MiB in a frame", frame(LAST | TEXT, vec![b' '; 33 << 20]), "unknown: the subscription was interrupted: the answer is larger than 32 MiB"),
        bad("more bytes than exist", vec![LAST | TEXT, 127, 0x7f, 255, 255, 255, 255, 255, 255, 255], "unknown: the subscription was interrupted: the answer is larger than 32 MiB"),
        bad("33 MiB in many frames", [frame(TEXT, "")].into_iter().chain(vec![frame(0, vec![b' '; 1 << 20]); 33]).flatten().collect(), "unknown: the subscription was interrupted: the answer is larger than 32 MiB"),
    ])
    .await;
}

#[tokio::test]
async fn a_message_may_have_32_mebibytes() {
    for frames in [1 << 20, 32 << 20] {
        let large = large(32 << 20, frames);
        let talk = Talk::subscribed([large, tick("2"), to("complete", "null")]);
        let server = houston_tests::socket::Socket::new(talk);
        let mut events = crate::client(&server, |http| http).subscribe(crate::ticks());
        let found = crate::items(&mut events, 4).await;
        assert_eq!(found[0].len(), (32 << 20) - 44);
        assert_eq!(found[1..], [r#"{"ticks":2}"#, "end"]);
    }
}
