//! One way to the platform for each process, whatever is looked up before something is sent.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::{TcpListener, TcpStream};
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use crate::environment::{Environment, Ran, bare};

/// A server that keeps connections, and counts them.
fn server() -> (String, Arc<AtomicUsize>) {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let url = format!("http://{}/v1", listener.local_addr().unwrap());
    let opened = Arc::new(AtomicUsize::new(0));
    let counter = Arc::clone(&opened);
    std::thread::spawn(move || {
        for stream in listener.incoming() {
            counter.fetch_add(1, Ordering::SeqCst);
            std::thread::spawn(move || while answer(stream.as_ref().unwrap()) {});
        }
    });
    (url, opened)
}

/// Answers one request, if one comes.
fn answer(stream: &TcpStream) -> bool {
    let mut reader = BufReader::new(stream);
    let (mut length, mut line) = (0, String::new());
    while reader.read_line(&mut line).unwrap() > 2 {
        let head = line.to_lowercase();
        length =
            head.strip_prefix("content-length: ").map_or(length, |n| n.trim().parse().unwrap());
        line.clear();
    }
    let mut body = vec![0; length];
    reader.read_exact(&mut body).unwrap();
    let body = String::from_utf8(body).unwrap();
    let data = match () {
        _ if body.contains("updateDeploymentVariables(") => {
            r#"{"updateDeploymentVariables":[{"key":"A"}]}"#
        }
        _ if body.contains("deploymentVariables(") => r#"{"deploymentVariables":[]}"#,
        _ => r#"{"deployments":[{"id":"d","label":"a"}]}"#,
    };
    let text = format!(r#"{{"data":{data}}}"#);
    let head = format!("HTTP/1.1 200 OK\r\ncontent-length: {}\r\n\r\n", text.len());
    let mut stream = stream;
    length > 0 && stream.write_all((head + &text).as_bytes()).is_ok()
}

/// A mutation that looks up an id, and reads what is there.
const CALL: [&str; 7] = [
    "updateDeploymentVariables",
    "--deployment-uuid",
    "@find:label=a",
    "--merge",
    "--environment-variables",
    r#"[{"key":"A","value":"1","isSecret":false}]"#,
    "--release-name",
];

#[test]
fn all_that_a_call_sends_goes_over_one_connection() {
    let (url, opened) = server();
    let ran = Environment::new().run(&[&CALL[..], &["r", "--url", &url, "--insecure"]].concat());
    assert_eq!(ran.code, 0, "{ran}");
    assert_eq!(opened.load(Ordering::SeqCst), 1);
    assert_eq!(ran.stderr.matches("warning: --insecure").count(), 1, "{ran}");
    // What is there is looked at with the connection that looked the id up; nobody says yes.
    let (url, opened) = server();
    let reconcile = [&["reconcile"], &CALL[..], &["r", "--url", &url]].concat();
    let ran = Environment::new().run(&reconcile);
    assert_eq!((ran.code, opened.load(Ordering::SeqCst)), (4, 1), "{ran}");
}

/// Where the environment names no place for the store, each opening says where it is.
#[cfg(unix)]
#[test]
fn the_store_is_opened_once() {
    let temporary = tempfile::tempdir().unwrap();
    let run = |words: &[&str]| {
        let mut command = bare(&[&["--sandbox"], words].concat());
        let ran = Ran::new(command.env("TMPDIR", temporary.path()).output().unwrap());
        assert_eq!(ran.code, 0, "{ran}");
        assert_eq!(ran.stderr.matches("store is in").count(), 1, "{ran}");
        ran.stdout.trim().to_owned()
    };
    let workspace = ["--workspace-uuid", houston_sandbox::WORKSPACE_ID];
    let create = ["createDeployment", "--type", "airflow", "--label", "a"];
    let shown = ["--fields", "releaseName", "-o", "value"];
    let name = run(&[&create[..], &workspace, &shown].concat());
    run(&[&CALL[..], &[&name]].concat());
    run(&[&["reconcile"], &CALL[..], &[&name]].concat());
}
