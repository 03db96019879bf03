//! A server on loopback that follows a script, whatever it is asked.
#![allow(clippy::unwrap_used, reason = "a test may panic")]

use std::io::{ErrorKind, Read as _, Write as _};
use std::net::{SocketAddr, TcpListener, TcpStream};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Condvar, Mutex};
use std::thread::{self, JoinHandle};
use std::time::Duration;

use socket2::{Domain, Socket, Type};

/// What a server does with a connection.
#[derive(Clone, Debug)]
pub enum Script {
    /// Closes it unread.
    CloseOnAccept,
    /// Reads a request, and closes.
    CloseAfterReading,
    /// Reads, and never answers.
    Silent,
    /// Writes this and closes.
    Write(Vec<u8>),
    /// The same, after a while.
    WriteAfter(Duration, Vec<u8>),
    /// Writes this and keeps the connection open without another byte.
    WriteAndStall(Vec<u8>),
    /// Writes one byte of this after each pause.
    Drip(Duration, Vec<u8>),
    /// Writes this for every request, on one connection.
    KeepAlive(Vec<u8>),
    /// Writes what this makes of every request, on one connection.
    Respond(fn(&str) -> Vec<u8>),
    /// The same, of a server whose answers change.
    Answer(Answers),
}

/// Makes an answer of a request.
#[derive(Clone)]
pub struct Answers(Arc<Answering>);

type Answering = dyn Fn(&str) -> Vec<u8> + Send + Sync;

impl Answers {
    /// Answers with what this makes of every request.
    pub fn new(answer: impl Fn(&str) -> Vec<u8> + Send + Sync + 'static) -> Self {
        Answers(Arc::new(answer))
    }
}

impl std::fmt::Debug for Answers {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.write_str("Answers")
    }
}

/// The requests that were read to their end.
type Seen = Arc<(Mutex<Vec<String>>, Condvar)>;

/// A server on a port of its own.
#[derive(Debug)]
pub struct Server {
    /// Host and port.
    pub address: String,
    /// The address of the API.
    pub url: String,
    seen: Seen,
    connections: Arc<AtomicUsize>,
    accepting: JoinHandle<Vec<JoinHandle<()>>>,
}

impl Server {
    /// A server that does the same with every connection, until the process ends.
    pub fn new(script: Script) -> Self {
        Server::start(std::iter::repeat(script))
    }

    /// A server that follows the next of these with each connection, and then is gone.
    pub fn in_turn(scripts: Vec<Script>) -> Self {
        Server::start(scripts.into_iter())
    }

    /// A server that answers its first request with this status line and body, and then is gone.
    pub fn answering(status: &str, body: &str) -> Self {
        Server::answering_in_turn(&[(status, body)])
    }

    /// A server that answers each request with the next of these, and then is gone.
    pub fn answering_in_turn(answers: &[(&str, &str)]) -> Self {
        let reply = |(status, body): &(&str, &str)| Script::Write(closing(status, body));
        Server::in_turn(answers.iter().map(reply).collect())
    }

    /// A server that answers its first request with these bytes, and then is gone.
    pub fn replying(reply: &str) -> Self {
        Server::in_turn(vec![Script::Write(reply.into())])
    }

    fn start(scripts: impl Iterator<Item = Script> + Send + 'static) -> Self {
        let (listener, address) = listen();
        let (seen, connections) = (Seen::default(), Arc::new(AtomicUsize::new(0)));
        let (of_thread, counted) = (Arc::clone(&seen), Arc::clone(&connections));
        let accepting = thread::spawn(move || {
            let mut serving = Vec::new();
            for script in scripts {
                let stream = listener.accept().unwrap().0;
                counted.fetch_add(1, Ordering::SeqCst);
                let seen = Arc::clone(&of_thread);
                serving.push(thread::spawn(move || serve(stream, &script, &seen)));
            }
            serving
        });
        Server { url: url(&address), address, seen, connections, accepting }
    }

    /// Every request that was read to its end.
    pub fn seen(&self) -> Vec<String> {
        self.seen.0.lock().unwrap().clone()
    }

    /// Waits until so many requests were read.
    pub fn wait_for(&self, requests: usize) {
        let (seen, grown) = &*self.seen;
        drop(grown.wait_while(seen.lock().unwrap(), |seen| seen.len() < requests).unwrap());
    }

    /// How many connections were made.
    pub fn connections(&self) -> usize {
        self.connections.load(Ordering::SeqCst)
    }

    /// Its one request, whole, once it is gone.
    pub fn request(self) -> String {
        let [request] = <[String; 1]>::try_from(self.requests()).unwrap();
        request
    }

    /// Every request, whole, once it is gone.
    pub fn requests(self) -> Vec<String> {
        for serving in self.accepting.join().unwrap() {
            serving.join().unwrap();
        }
        let (seen, _) = &*self.seen;
        std::mem::take(&mut seen.lock().unwrap())
    }
}

/// An address that must not be asked.
#[derive(Debug)]
pub struct Unasked {
    /// The address of an API.
    pub url: String,
    listener: TcpListener,
}

impl Unasked {
    /// Takes a port.
    #[expect(clippy::new_without_default, reason = "it takes a port")]
    pub fn new() -> Self {
        let (listener, address) = listen();
        listener.set_nonblocking(true).unwrap();
        Unasked { url: url(&address), listener }
    }

    /// Whether a connection was made.
    pub fn was_asked(&self) -> bool {
        match self.listener.accept() {
            Err(error) if error.kind() == ErrorKind::WouldBlock => false,
            asked => asked.map(drop).is_ok(),
        }
    }
}

/// An address that refuses connections. Its port stays taken for as long as the process runs, so
/// no server that starts later gets it.
pub fn closed() -> String {
    let socket = Socket::new(Domain::IPV4, Type::STREAM, None).unwrap();
    socket.bind(&SocketAddr::from(([127, 0, 0, 1], 0)).into()).unwrap();
    let address = socket.local_addr().unwrap().as_socket().unwrap();
    std::mem::forget(socket);
    url(&address.to_string())
}

fn listen() -> (TcpListener, String) {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let address = listener.local_addr().unwrap().to_string();
    (listener, address)
}

fn url(address: &str) -> String {
    format!("http://{address}/v1")
}

/// The client's end of the connection may go at any time: no result counts here.
fn serve(mut stream: TcpStream, script: &Script, seen: &Seen) {
    if let Script::CloseOnAccept = script {
        return;
    }
    while let Some(request) = read_request(&mut stream, seen) {
        let _ = match script {
            Script::CloseOnAccept | Script::CloseAfterReading => return,
            Script::Silent => stream.read(&mut [0]).map(drop),
            Script::Write(answer) => {
                let _ = stream.write_all(answer);
                return;
            }
            Script::WriteAfter(pause, answer) => {
                thread::sleep(*pause);
                stream.write_all(answer)
            }
            Script::WriteAndStall(answer) => {
                stream.write_all(answer).and_then(|()| stream.read(&mut [0]).map(drop))
            }
            Script::Drip(pause, answer) => answer.iter().try_for_each(|byte| {
                thread::sleep(*pause);
                stream.write_all(&[*byte])
            }),
            Script::KeepAlive(answer) => stream.write_all(answer),
            Script::Respond(answer) => stream.write_all(&answer(&request)),
            Script::Answer(answers) => stream.write_all(&(answers.0)(&request)),
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
fn read_request(
    stream: &mut TcpStream,
    (seen, grown): &(Mutex<Vec<String>>, Condvar),
) -> Option<String> {
    let mut request = Vec::new();
    let mut buffer = [0; 4096];
    // The first byte of a TLS handshake.
    let is_tls = |request: &[u8]| request.starts_with(&[22]);
    while !is_whole(&request) && !is_tls(&request) {
        match stream.read(&mut buffer) {
            Ok(0) | Err(_) => return None,
            Ok(read) => request.extend_from_slice(&buffer[..read]),
        }
    }
    let text = String::from_utf8_lossy(&request).into_owned();
    seen.lock().unwrap().push(text.clone());
    grown.notify_all();
    (!is_tls(&request)).then_some(text)
}

/// Whether a request has come with its body.
fn is_whole(request: &[u8]) -> bool {
    let text = String::from_utf8_lossy(request);
    let Some((head, body)) = text.split_once("\r\n\r\n") else { return false };
    let length = head.lines().find_map(|line| {
        let (name, value) = line.split_once(": ")?;
        name.eq_ignore_ascii_case("content-length").then(|| value.parse::<usize>().unwrap())
    });
    body.len() >= length.unwrap_or(0)
}

/// An HTTP answer; `headers` are lines that end with `\r\n`.
pub fn http(status: &str, headers: &str, body: impl AsRef<[u8]>) -> Vec<u8> {
    let body = body.as_ref();
    let length = body.len();
    let head = format!("HTTP/1.1 {status}\r\n{headers}Content-Length: {length}\r\n\r\n");
    [head.as_bytes(), body].concat()
}

/// A compressed `{"data":{"createDeployment":{"id":"aaa…"}}}`. Each of these bytes is about 1 KiB of `a`; with 96, there are
/// 100,000, and the end is the right one. By Python's `gzip.compress(…, mtime=0)`.
pub fn bomb(bytes: usize) -> Vec<u8> {
    let head = b"\x1f\x8b\x08\x00\x00\x00\x00\x00\x02\x03\xed\xc8\xbb\x09\x80\x30\x14\x00\xc0\x5d\xde\x18\xa9\x5d\
\xe4\xa1\x29\x04\x7f\x48\x1a\x09\xd9\x5d\xdc\xc2\xe2\xae\xbc\x1e\x4b\xb6\x8c\xd2\x63\xbe\x6b\xb6\
\x3a\xd5\x6b\x3b\x9f\xbd\x1e\xed\xbb\x75\x89\x12\x09";
    let tail = b"\xfc\x56\x8c\x31\x5e\xfc\xa0\x5e\xb3\xc7\x86\x01\x00";
    [&head[..], &vec![0; bytes], tail].concat()
}

/// The last answer on a connection; a redirect leads to where nothing listens.
pub fn closing(status: &str, body: &str) -> Vec<u8> {
    http(status, "Location: http://127.0.0.1:1/elsewhere\r\nConnection: close\r\n", body)
}

/// A script that answers with JSON.
pub fn json(status: &str, body: &str) -> Script {
    Script::Write(http(status, "Content-Type: application/json\r\n", body))
}
