//! Measures the requests per second of a sandbox over HTTP, and its memory, for different numbers of deployments.
//!
//! `cargo run --release --package houston-sandbox --example load`
#![allow(clippy::print_stdout, reason = "it prints its measurements")]

use std::error::Error;
use std::fmt::Write as _;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::time::{Duration, Instant};

use houston_sandbox::Sandbox;

const CLIENTS: usize = 4;
const SECONDS: u64 = 3;

#[tokio::main]
async fn main() -> Result<(), Box<dyn Error>> {
    println!("deployments  memory MiB  one/s  list of 1/s  create/s");
    for count in [1, 1_000, 10_000] {
        let mut seed = "workspaces: { big: { label: Big }, small: { label: Small } }\n\
                        serviceAccounts: { load: { label: Load, role: SYSTEM_ADMIN, apiKey: 0123456789abcdef0123456789abcdef } }\n\
                        deployments:\n  d0: { workspace: small, label: d0 }\n"
            .to_owned();
        for number in 1..count {
            writeln!(seed, "  d{number}: {{ workspace: big, label: d{number} }}")?;
        }
        let dir = std::env::temp_dir().join(format!("houston-load-{}", std::process::id()));
        let server = Sandbox::builder().seed(&seed)?.open(&dir)?.listen().await?;
        let url = server.url();
        let mut rates = Vec::new();
        let small = format!("ck0{:0>22}", "small");
        for query in [
            format!(
                "{{ deployment(where: {{ id: \\\"ck0{:0>22}\\\" }}) {{ id label releaseName config }} }}",
                "d0"
            ),
            format!(
                "{{ workspaceDeployments(workspaceUuid: \\\"{small}\\\") {{ id label releaseName config }} }}"
            ),
            "mutation { createWorkspace(label: \\\"x\\\") { id } }".to_owned(),
        ] {
            let url = url.clone();
            rates.push(tokio::task::spawn_blocking(move || rate(&url, &query)).await?);
        }
        let (one, list, create) = (rates[0], rates[1], rates[2]);
        println!("{count:>11}  {:>10}  {one:>5.0}  {list:>11.0}  {create:>8.0}", memory());
        drop(server);
        std::fs::remove_dir_all(dir)?;
    }
    Ok(())
}

/// Returns the requests per second of several clients that keep their connections.
fn rate(url: &str, query: &str) -> f64 {
    let host = url.trim_start_matches("http://").trim_end_matches("/v1");
    let body = format!("{{\"query\": \"{query}\"}}");
    let request = format!(
        "POST /v1 HTTP/1.1\r\nhost: {host}\r\nauthorization: 0123456789abcdef0123456789abcdef\r\n\
         content-type: application/json\r\ncontent-length: {}\r\n\r\n{body}",
        body.len()
    );
    let start = Instant::now();
    let end = start + Duration::from_secs(SECONDS);
    let done: usize = std::thread::scope(|scope| {
        let client = || {
            let stream = TcpStream::connect(host).expect("the server listens");
            stream.set_nodelay(true).expect("a socket");
            let mut stream = BufReader::new(stream);
            let mut done = 0;
            while Instant::now() < end {
                stream.get_mut().write_all(request.as_bytes()).expect("it is read");
                let answer = answer(&mut stream);
                assert!(answer.starts_with("{\"data\""), "{answer}");
                done += 1;
            }
            done
        };
        let clients: Vec<_> = (0..CLIENTS).map(|_| scope.spawn(client)).collect();
        clients.into_iter().map(|client| client.join().expect("it ran")).sum()
    });
    done as f64 / start.elapsed().as_secs_f64()
}

fn answer(stream: &mut BufReader<TcpStream>) -> String {
    let mut length = 0;
    loop {
        let mut line = String::new();
        stream.read_line(&mut line).expect("a line");
        if let Some(value) = line.to_ascii_lowercase().strip_prefix("content-length: ") {
            length = value.trim().parse().expect("a number");
        }
        if line == "\r\n" {
            break;
        }
    }
    let mut body = vec![0; length];
    stream.read_exact(&mut body).expect("a body");
    String::from_utf8_lossy(&body).into_owned()
}

/// Returns the memory of the process in MiB, or an empty text if the system does not report it.
fn memory() -> String {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:"));
    let kib = line.and_then(|line| line.split_whitespace().next()?.parse::<u64>().ok());
    kib.map(|kib| (kib / 1024).to_string()).unwrap_or_default()
}
