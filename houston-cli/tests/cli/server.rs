//! A server that gives the answers that it was told, whatever it is asked.

use std::io::{Read, Write};
use std::net::{TcpListener, TcpStream};
use std::thread::JoinHandle;

/// A server on a port of its own.
pub struct Server {
    pub url: String,
    asked: JoinHandle<Vec<String>>,
}

impl Server {
    /// A server that answers its first request with this status line and body, and then is gone.
    pub fn answering(status: &str, body: &str) -> Self {
        Server::answering_in_turn(&[(status, body)])
    }

    /// A server that answers each request with the next of these, and then is gone.
    pub fn answering_in_turn(answers: &[(&str, &str)]) -> Self {
        let reply = |(status, body): &(&str, &str)| {
            format!(
                "HTTP/1.1 {status}\r\nlocation: http://127.0.0.1:1/elsewhere\r\n\
                 content-length: {}\r\nconnection: close\r\n\r\n{body}",
                body.len()
            )
        };
        Server::start(answers.iter().map(reply).collect())
    }

    /// A server that answers its first request with these bytes, and then is gone.
    pub fn replying(reply: &str) -> Self {
        Server::start(vec![reply.to_owned()])
    }

    fn start(replies: Vec<String>) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let url = format!("http://{}/v1", listener.local_addr().unwrap());
        let answer = move |reply: String| answer(listener.accept().unwrap().0, &reply);
        let asked = std::thread::spawn(|| replies.into_iter().map(answer).collect());
        Server { url, asked }
    }

    /// What it was asked: the whole of its one request.
    pub fn request(self) -> String {
        let [request] = <[String; 1]>::try_from(self.requests()).unwrap();
        request
    }

    /// What it was asked: every request, whole.
    pub fn requests(self) -> Vec<String> {
        self.asked.join().unwrap()
    }
}

fn answer(mut stream: TcpStream, reply: &str) -> String {
    let mut request = Vec::new();
    while !is_whole(&request) {
        let mut chunk = [0; 4096];
        let read = stream.read(&mut chunk).unwrap();
        assert_ne!(read, 0, "the request was cut");
        request.extend_from_slice(&chunk[..read]);
    }
    stream.write_all(reply.as_bytes()).unwrap();
    String::from_utf8(request).unwrap()
}

fn is_whole(request: &[u8]) -> bool {
    let text = String::from_utf8_lossy(request).to_lowercase();
    let Some((head, body)) = text.split_once("\r\n\r\n") else {
        return false;
    };
    let length = head.lines().find_map(|line| line.strip_prefix("content-length: "));
    length.is_some_and(|length| body.len() >= length.parse().unwrap())
}
