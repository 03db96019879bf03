//! A server that follows a script.

use std::io::{Read, Write};
use std::net::{TcpListener, TcpStream};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};
use std::time::Duration;

/// What a server does with a connection.
#[derive(Clone)]
pub(crate) enum Script {
    CloseOnAccept,
    CloseAfterReading,
    /// Reads, and never answers.
    Silent,
    /// Writes this and closes.
    Write(Vec<u8>),
    /// The same, after a while.
    WriteAfter(Duration, Vec<u8>),
    /// Writes this and keeps the connection open without another byte.
    WriteAndStall(Vec<u8>),
    /// Writes this for every request, on one connection.
    KeepAlive(Vec<u8>),
}

pub(crate) struct Server {
    pub(crate) address: String,
    seen: Arc<Mutex<Vec<String>>>,
    connections: Arc<AtomicUsize>,
}

impl Server {
    pub(crate) fn new(script: Script) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let address = listener.local_addr().unwrap().to_string();
        let seen = Arc::new(Mutex::default());
        let connections = Arc::new(AtomicUsize::new(0));
        let server =
            Server { address, seen: Arc::clone(&seen), connections: Arc::clone(&connections) };
        std::thread::spawn(move || {
            for stream in listener.incoming() {
                connections.fetch_add(1, Ordering::SeqCst);
                let (script, seen) = (script.clone(), Arc::clone(&seen));
                std::thread::spawn(move || serve(stream.unwrap(), &script, &seen));
            }
        });
        server
    }

    pub(crate) fn url(&self) -> String {
        format!("http://{}/v1", self.address)
    }

    /// Every request that was read to its end.
    pub(crate) fn seen(&self) -> Vec<String> {
        self.seen.lock().unwrap().clone()
    }

    /// How many connections were made.
    pub(crate) fn connections(&self) -> usize {
        self.connections.load(Ordering::SeqCst)
    }
}

/// The client's end of the connection may go at any time: no result counts here.
fn serve(mut stream: TcpStream, script: &Script, seen: &Mutex<Vec<String>>) {
    if let Script::CloseOnAccept = script {
        return;
    }
    while read_request(&mut stream, seen).is_some() {
        let _ = match script {
            Script::CloseOnAccept | Script::CloseAfterReading => return,
            Script::Silent => stream.read(&mut [0]).map(drop),
            Script::Write(answer) => {
                let _ = stream.write_all(answer);
                return;
            }
            Script::WriteAfter(pause, answer) => {
                std::thread::sleep(*pause);
                stream.write_all(answer)
            }
            Script::WriteAndStall(answer) => {
                stream.write_all(answer).and_then(|()| stream.read(&mut [0]).map(drop))
            }
            Script::KeepAlive(answer) => stream.write_all(answer),
        };
    }
    // What came was no HTTP request.
    let _ = match script {
        Script::Write(answer) => stream.write_all(answer),
        Script::Silent => stream.read(&mut [0]).map(drop),
        _ => Ok(()),
    };
}

/// Reads one request to its end; `None` when the other side closes, or begins with something else.
fn read_request(stream: &mut TcpStream, seen: &Mutex<Vec<String>>) -> Option<()> {
    let mut request = Vec::new();
    let mut buffer = [0; 4096];
    loop {
        let text = String::from_utf8_lossy(&request);
        if let Some((head, body)) = text.split_once("\r\n\r\n") {
            let length = head.lines().find_map(|line| {
                let (name, value) = line.split_once(": ")?;
                name.eq_ignore_ascii_case("content-length").then(|| value.parse::<usize>().unwrap())
            });
            if body.len() >= length.unwrap_or(0) {
                seen.lock().unwrap().push(text.into_owned());
                return Some(());
            }
        }
        match stream.read(&mut buffer) {
            Ok(0) | Err(_) => return None,
            Ok(read) => request.extend_from_slice(&buffer[..read]),
        }
        // The first byte of a TLS handshake.
        if request.starts_with(&[22]) {
            seen.lock().unwrap().push(String::from_utf8_lossy(&request).into_owned());
            return None;
        }
    }
}

/// An HTTP answer; `headers` are lines that end with `\r\n`.
pub(crate) fn http(status: &str, headers: &str, body: impl AsRef<[u8]>) -> Vec<u8> {
    let body = body.as_ref();
    let length = body.len();
    let head = format!("HTTP/1.1 {status}\r\n{headers}Content-Length: {length}\r\n\r\n");
    [head.as_bytes(), body].concat()
}

pub(crate) fn json(status: &str, body: &str) -> Script {
    Script::Write(http(status, "Content-Type: application/json\r\n", body))
}

/// `{"data":{"createDeployment":{"id":"cgzip"}}}`, by Python's `gzip.compress(…, mtime=0)`.
pub(crate) const GZIP: &[u8] = b"\x1f\x8b\x08\x00\x00\x00\x00\x00\x02\x03\xab\x56\x4a\x49\x2c\x49\x54\xb2\xaa\x56\
\x4a\x2e\x4a\x4d\x2c\x49\x75\x49\x2d\xc8\xc9\xaf\xcc\x4d\xcd\x2b\x01\x89\x65\xa6\x28\x59\x29\x25\xa7\x57\
\x65\x16\x28\xd5\xd6\xd6\x02\x00\x87\x68\x03\x74\x2c\x00\x00\x00";

/// `{"data":{"createDeployment":"aaa…"}}` with 100,000 times `a`, in the same way.
pub(crate) fn bomb() -> Vec<u8> {
    let head = b"\x1f\x8b\x08\x00\x00\x00\x00\x00\x02\x03\xed\xc1\xb9\x0d\x80\x30\x10\x00\xb0\x5d\x6e\x8c\
\xd4\x2c\x72\x82\xeb\xf8\x84\xd2\xa0\x28\xbb\xb3\x06\x85\xed\x11\x5b\xf6\x8c\x36\x62\x7d\x2a\x7b\x2d\x75\
\xef\xd7\x7b\xd4\xd9\xa3\x45\x02";
    let tail = b"\xbf\x15\x73\x7e\x96\xdf\xb5\xec\xc0\x86\x01\x00";
    [&head[..], &[0; 164 - 56 - 12], tail].concat()
}
