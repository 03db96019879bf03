//! The same requests to the sandbox and to Apollo Server 2.14.3 with graphql-js 14.6.0, over the same schema.
//!
//! `tests/apollo/requests.json` holds them, one a line. A request that the two answer differently says why, and one
//! that says so must differ.

use std::{
    io::{BufRead, BufReader},
    process::{Child, Command, Stdio},
};

use serde_json::Value;

use crate::{
    http::{Answer, send},
    is_installed, serve, workspace,
};

/// The server. It ends with the test.
struct Apollo {
    process: Child,
    address: String,
}

impl Apollo {
    fn start() -> Apollo {
        let mut command = Command::new("node");
        command.args(["tests/apollo/server.js", "schema/houston.graphql"]);
        command.current_dir(workspace()).env("NODE_ENV", "production");
        let mut process = command.stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().unwrap();
        let mut port = String::new();
        BufReader::new(process.stdout.take().unwrap()).read_line(&mut port).unwrap();
        Apollo { process, address: format!("127.0.0.1:{}", port.trim()) }
    }
}

impl Drop for Apollo {
    fn drop(&mut self) {
        // It may have ended already.
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

async fn ask(address: &str, request: &Value) -> Answer {
    let text = |name: &str, default: &str| request[name].as_str().unwrap_or(default).to_owned();
    let body = match &request["body"] {
        Value::Object(body) => {
            body["repeat"].as_str().unwrap().repeat(body["times"].as_u64().unwrap() as usize)
        }
        body => body.as_str().unwrap_or_default().to_owned(),
    };
    let headers: Vec<(String, String)> = match &request["headers"] {
        Value::Object(headers) => headers
            .iter()
            .map(|(name, value)| (name.clone(), value.as_str().unwrap().to_owned()))
            .collect(),
        _ => vec![("content-type".to_owned(), "application/json".to_owned())],
    };
    let (method, path) = (text("method", "POST"), text("path", "/v1"));
    let mut answer = send(address, &method, &path, &headers, &body).await;
    answer.body = comparable(&answer);
    answer
}

/// The body, without what the server adds to each error, and a page by its text alone.
fn comparable(answer: &Answer) -> String {
    let Ok(mut json) = serde_json::from_str::<Value>(&answer.body) else {
        let text = answer.body.split('<').filter_map(|part| part.split('>').next_back());
        return text.flat_map(str::split_whitespace).collect::<Vec<_>>().join(" ");
    };
    let answers = match &mut json {
        Value::Array(answers) => answers.iter_mut().collect(),
        one => vec![one],
    };
    for answer in answers {
        let errors = answer.get_mut("errors").and_then(Value::as_array_mut);
        for error in errors.into_iter().flatten() {
            if let Some(extensions) = error["extensions"].as_object_mut() {
                extensions.remove("exception");
            }
        }
    }
    // The order of its fields stays: errors come before data.
    json.to_string()
}

#[tokio::test(flavor = "multi_thread")]
async fn requests_are_answered_as_apollo_server_does() {
    if !is_installed("Apollo Server", "tests/apollo/node_modules/apollo-server-express") {
        return;
    }
    let path = workspace().join("tests/apollo/requests.json");
    let requests: Vec<Value> = serde_json::from_slice(&std::fs::read(path).unwrap()).unwrap();
    let apollo = Apollo::start();
    let server = serve().await;
    let url = server.url();
    let ours = url.strip_prefix("http://").and_then(|rest| rest.strip_suffix("/v1")).unwrap();
    let mut wrong = Vec::new();
    for request in &requests {
        let (theirs, ours) = (ask(&apollo.address, request).await, ask(ours, request).await);
        match request["differs"].as_str() {
            None if theirs != ours => {
                wrong
                    .push(format!("{}\n  server  {theirs:?}\n  sandbox {ours:?}", request["name"]));
            }
            Some(why) if theirs == ours => {
                wrong.push(format!("{}: no longer so: {why}", request["name"]));
            }
            Some(_) => {
                let kind = |answer: &Answer| (answer.status, answer.content_type.clone());
                assert_eq!(kind(&theirs), kind(&ours), "{}", request["name"]);
            }
            None => {}
        }
    }
    assert!(requests.len() >= 60, "{} requests", requests.len());
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
