//! A server on loopback that follows a script over a WebSocket, whatever it is told.
#![allow(clippy::unwrap_used, reason = "a test may panic")]

use std::io::{Read as _, Write as _};
use std::net::{Shutdown, TcpListener, TcpStream};
use std::sync::{Arc, Condvar, Mutex};
use std::thread;
use std::time::Duration;

use tokio_tungstenite::tungstenite::handshake::server::{Request, Response};
use tokio_tungstenite::tungstenite::protocol::WebSocketConfig;
use tokio_tungstenite::tungstenite::protocol::frame::coding::{Data, OpCode};
use tokio_tungstenite::tungstenite::protocol::frame::{CloseFrame, Frame};
use tokio_tungstenite::tungstenite::{Message, WebSocket, accept_hdr_with_config};

/// What a server does with a connection.
#[derive(Clone, Debug)]
pub enum Talk {
    /// Answers the request for a WebSocket with these bytes, and closes.
    Refuse(Vec<u8>),
    /// Reads the request, and never answers.
    Mute,
    /// Accepts it with this sub-protocol, if there is one, and takes these steps. Then closes without a frame.
    Accept(Option<&'static str>, Vec<Step>),
    /// Accepts it with an extension.
    Extend,
}

/// A step of a script.
#[derive(Clone, Debug)]
pub enum Step {
    /// Reads up to a message of this type.
    Hear(&'static str),
    /// Sends a text.
    Say(String),
    /// Sends a text so many times.
    Flood(usize, String),
    /// Sends a message of bytes.
    SayBytes(Vec<u8>),
    /// Sends bytes that need not be a frame.
    Raw(Vec<u8>),
    /// Closes with this code and reason, and waits for the client.
    Close(u16, &'static str),
    /// Closes with a frame that has no code, and waits for the client.
    CloseBare,
    /// Pauses.
    Rest(Duration),
    /// Reads nothing and sends nothing until the client goes.
    Sleep,
    /// Answers pings until the client goes.
    Stay,
}

impl Talk {
    /// Accepts the older sub-protocol and the subscription, and takes these steps.
    pub fn subscribed(steps: impl IntoIterator<Item = Step>) -> Self {
        let begin = [Step::Hear("connection_init"), say("connection_ack"), Step::Hear("start")];
        Talk::Accept(Some("graphql-ws"), begin.into_iter().chain(steps).collect())
    }
}

/// A message with a type alone.
pub fn say(kind: &str) -> Step {
    Step::Say(format!(r#"{{"type":"{kind}"}}"#))
}

/// A message for the client's operation: a type and a payload.
pub fn to(kind: &str, payload: &str) -> Step {
    Step::Say(format!(r#"{{"id":"1","type":"{kind}","payload":{payload}}}"#))
}

/// An event with this value of the field `ticks`.
pub fn tick(value: &str) -> Step {
    to("data", &format!(r#"{{"data":{{"ticks":{value}}}}}"#))
}

/// What a client said: the heads of its requests, its texts, and `close 1000` or `gone` at the end of a connection.
type Seen = Arc<(Mutex<Vec<String>>, Condvar)>;

/// A server on a port of its own.
#[derive(Debug)]
pub struct Socket {
    /// The address of the API.
    pub url: String,
    seen: Seen,
}

impl Socket {
    /// A server that does the same with every connection, until the process ends.
    pub fn new(talk: Talk) -> Self {
        Socket::start(std::iter::repeat(talk))
    }

    /// A server that does the next of these with each connection, and then is gone.
    pub fn in_turn(talks: impl IntoIterator<Item = Talk>) -> Self {
        Socket::start(talks.into_iter().collect::<Vec<_>>().into_iter())
    }

    fn start(talks: impl Iterator<Item = Talk> + Send + 'static) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let url = format!("http://{}/v1", listener.local_addr().unwrap());
        let seen = Seen::default();
        let of_thread = Arc::clone(&seen);
        thread::spawn(move || {
            for talk in talks {
                let stream = listener.accept().unwrap().0;
                let seen = Arc::clone(&of_thread);
                thread::spawn(move || serve(stream, talk, &seen));
            }
        });
        Socket { url, seen }
    }

    /// Everything that was seen.
    pub fn seen(&self) -> Vec<String> {
        self.seen.0.lock().unwrap().clone()
    }

    /// The number of connections that were made.
    pub fn connections(&self) -> usize {
        self.seen().iter().filter(|seen| seen.starts_with("GET ")).count()
    }

    /// Waits until this was seen.
    pub fn wait_for(&self, text: &str) {
        let (seen, grown) = &*self.seen;
        let is_missing = |seen: &mut Vec<String>| !seen.iter().any(|seen| seen == text);
        drop(grown.wait_while(seen.lock().unwrap(), is_missing).unwrap());
    }
}

fn see((seen, grown): &(Mutex<Vec<String>>, Condvar), text: String) {
    seen.lock().unwrap().push(text);
    grown.notify_all();
}

fn serve(mut stream: TcpStream, talk: Talk, seen: &Seen) {
    let (protocol, extension, steps) = match talk {
        Talk::Accept(protocol, steps) => (protocol, None, steps),
        Talk::Extend => (Some("graphql-ws"), Some("permessage-deflate"), vec![Step::Stay]),
        other => {
            let mut head = Vec::new();
            let mut byte = [0];
            while !head.ends_with(b"\r\n\r\n") && stream.read_exact(&mut byte).is_ok() {
                head.extend(byte);
            }
            see(seen, String::from_utf8_lossy(&head).into_owned());
            let _ = match other {
                Talk::Refuse(answer) => stream.write_all(&answer),
                _ => stream.read(&mut byte).map(drop),
            };
            return;
        }
    };
    let config = WebSocketConfig::default().max_frame_size(None).max_message_size(None);
    #[expect(clippy::result_large_err, reason = "the library's")]
    let choose = |request: &Request, mut response: Response| {
        let mut head = format!("GET {}\r\n", request.uri());
        for (name, value) in request.headers() {
            head += &format!("{name}: {}\r\n", value.to_str().unwrap());
        }
        see(seen, head);
        for (name, value) in
            [("sec-websocket-protocol", protocol), ("sec-websocket-extensions", extension)]
        {
            if let Some(value) = value {
                response.headers_mut().insert(name, value.parse().unwrap());
            }
        }
        Ok(response)
    };
    let Ok(mut socket) = accept_hdr_with_config(stream, choose, Some(config)) else { return };
    for step in steps {
        if take(&mut socket, step, seen).is_none() {
            return;
        }
    }
    // What is left unread would destroy what was sent.
    let _ = socket.get_mut().shutdown(Shutdown::Write);
    while read(&mut socket, seen).is_some() {}
}

/// Takes a step; none if the client has gone. The client may go at any time.
fn take(socket: &mut WebSocket<TcpStream>, step: Step, seen: &Seen) -> Option<()> {
    match step {
        Step::Hear(kind) => loop {
            let text = read(socket, seen)?;
            if text.contains(&format!(r#""type":"{kind}""#)) {
                return Some(());
            }
        },
        Step::Say(text) => socket.send(Message::text(text)).ok(),
        Step::Flood(times, text) => {
            let mut frame = Vec::new();
            let message = Frame::message(text, OpCode::Data(Data::Text), true);
            message.format(&mut frame).unwrap();
            // Many frames in one write, so that the reader is the slower one.
            let many = frame.repeat(1000.min(times));
            (0..times).step_by(1000).try_for_each(|at| {
                let bytes = frame.len() * 1000.min(times - at);
                socket.get_mut().write_all(&many[..bytes]).ok()
            })
        }
        Step::SayBytes(bytes) => socket.send(Message::binary(bytes)).ok(),
        Step::Raw(bytes) => socket.get_mut().write_all(&bytes).ok(),
        Step::Close(code, reason) => {
            let frame = CloseFrame { code: code.into(), reason: reason.into() };
            socket.close(Some(frame)).ok()?;
            while read(socket, seen).is_some() {}
            None
        }
        Step::CloseBare => {
            socket.close(None).ok()?;
            while read(socket, seen).is_some() {}
            None
        }
        Step::Rest(time) => {
            thread::sleep(time);
            Some(())
        }
        Step::Sleep => {
            // Ends when the other side goes, whatever it has sent before.
            let _ = socket.get_mut().read_to_end(&mut Vec::new());
            see(seen, "gone".to_owned());
            None
        }
        Step::Stay => {
            while read(socket, seen).is_some() {}
            None
        }
    }
}

/// Reads a text; none at the end of the connection. Pings are answered meanwhile.
fn read(socket: &mut WebSocket<TcpStream>, seen: &Seen) -> Option<String> {
    loop {
        match socket.read() {
            Ok(Message::Text(text)) => {
                see(seen, text.as_str().to_owned());
                return Some(text.as_str().to_owned());
            }
            Ok(Message::Close(frame)) => {
                let code = frame.map_or(1005, |frame| frame.code.into());
                see(seen, format!("close {code}"));
            }
            Ok(_) => {}
            Err(_) => {
                see(seen, "gone".to_owned());
                return None;
            }
        }
    }
}
