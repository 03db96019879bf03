//! Acknowledged mutations survive, whenever the server is killed.

use std::collections::BTreeSet;
use std::io::{Read, Write};
use std::net::TcpStream;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

use houston_sandbox::{Request, Sandbox, WORKSPACE_ID};

use crate::environment::Environment;
use crate::serve::Serving;

/// How often the server is killed, unless `HOUSTON_KILLS` says otherwise, and how long that may take in all.
const KILLS: u32 = 5;
const BUDGET: Duration = Duration::from_secs(300);

/// Creates a deployment, and returns whether it was acknowledged.
fn create(url: &str, token: &str, label: &str) -> bool {
    let host = url.strip_prefix("http://").unwrap().strip_suffix("/v1").unwrap();
    let query = format!(
        "mutation {{ createDeployment(workspaceUuid: \\\"{WORKSPACE_ID}\\\", type: \\\"airflow\\\", label: \\\"{label}\\\") {{ label }} }}"
    );
    let body = format!("{{\"query\": \"{query}\"}}");
    let request = format!(
        "POST /v1 HTTP/1.1\r\nhost: {host}\r\nconnection: close\r\nauthorization: {token}\r\n\
         content-type: application/json\r\ncontent-length: {}\r\n\r\n{body}",
        body.len()
    );
    let mut answer = String::new();
    let read = TcpStream::connect(host).and_then(|mut stream| {
        stream.write_all(request.as_bytes())?;
        stream.read_to_string(&mut answer)
    });
    read.is_ok()
        && answer.ends_with(&format!(
            "{{\"data\":{{\"createDeployment\":{{\"label\":\"{label}\"}}}}}}\n"
        ))
}

#[test]
fn acknowledged_mutations_survive_kills() {
    let kills = std::env::var("HOUSTON_KILLS").map_or(KILLS, |text| text.parse().unwrap());
    let seed = fastrand::u64(..);
    eprintln!("seed {seed}");
    let mut random = fastrand::Rng::with_seed(seed);
    let user = Environment::new();
    let start = Instant::now();
    let mut acknowledged = BTreeSet::new();
    let mut done = 0;
    while done < kills && start.elapsed() < BUDGET {
        let mut server = Serving::start(&user);
        let (url, token) = (server.url.clone(), server.token());
        let begun = Arc::new(AtomicBool::new(false));
        let writers: Vec<_> = (0..2)
            .map(|writer| {
                let (url, token, begun) = (url.clone(), token.clone(), Arc::clone(&begun));
                std::thread::spawn(move || {
                    let labels = (0..).map(|count| format!("k{done}w{writer}n{count}"));
                    let mut done = Vec::new();
                    for label in labels.take_while(|label| create(&url, &token, label)) {
                        done.push(label);
                        begun.store(true, Ordering::Relaxed);
                    }
                    done
                })
            })
            .collect();
        // Most servers are killed during writes, the rest at any moment after the start.
        let deadline = Instant::now() + Duration::from_secs(10);
        let waits = random.u8(0..4) > 0;
        while waits && !begun.load(Ordering::Relaxed) && Instant::now() < deadline {
            std::thread::sleep(Duration::from_millis(1));
        }
        std::thread::sleep(Duration::from_micros(random.u64(0..80_000)));
        // SIGKILL: nothing in the process can prepare for it.
        server.process.kill().unwrap();
        server.process.wait().unwrap();
        for writer in writers {
            acknowledged.extend(writer.join().unwrap());
        }
        done += 1;
    }
    let sandbox = Sandbox::open(&user.store()).unwrap();
    let query = format!(
        "{{ workspaceDeployments(workspaceUuid: \"{WORKSPACE_ID}\") {{ label roleBindings {{ role }} }} }}"
    );
    let answer = sandbox.handle(Request {
        authorization: Some(sandbox.administrator_token().to_owned()),
        content_type: Some("application/json".to_owned()),
        body: serde_json::json!({ "query": query }).to_string().into(),
    });
    let answer: serde_json::Value = serde_json::from_slice(&answer.body).unwrap();
    let found = answer["data"]["workspaceDeployments"].as_array().unwrap();
    let labels: BTreeSet<String> =
        found.iter().map(|row| row["label"].as_str().unwrap().to_owned()).collect();
    let lost: Vec<_> = acknowledged.difference(&labels).collect();
    assert!(lost.is_empty(), "lost: {lost:?}, seed {seed}");
    // A deployment and its creator's role are written together.
    for row in found {
        assert_eq!(row["roleBindings"].as_array().map(Vec::len), Some(1), "half there: {row}");
    }
    eprintln!("{done} kills, {} acknowledged, {} found", acknowledged.len(), labels.len());
    assert!(kills < 5 || !acknowledged.is_empty(), "nothing was ever acknowledged");
}
