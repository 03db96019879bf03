//! Sends the same requests to the sandbox and to Apollo Server 2.14.3 with graphql-js 14.6.0, over the same schema.
//!
//! The requests are in `tests/apollo/requests.json`, one a line. A request with different answers names its
//! [`Difference`], and no other difference is allowed.

use std::io::{BufRead, BufReader};
use std::process::{Child, Stdio};

use houston_tests::installed::{is_installed, node, workspace};
use serde::Deserialize;
use serde_json::Value;

use crate::http::{Answer, send};
use crate::serve;

/// An allowed difference between two answers. Status, content type and `Allow` never differ.
#[derive(Clone, Copy, Debug, Deserialize)]
#[serde(rename_all = "kebab-case")]
enum Difference {
    /// For two fields that cannot be merged, the sandbox names only the second place, and the conflicting fields where
    /// the server names the fields around them. The reason and the code are the same.
    Conflict,
    /// A text of the JavaScript engine: the sandbox has that of Houston's Node 12, and this server runs on a newer one.
    Engine,
    /// In production Express shows only the status; the sandbox also shows the error.
    Page,
}

impl Difference {
    fn holds(self, theirs: &Answer, ours: &Answer) -> bool {
        let head =
            |answer: &Answer| (answer.status, answer.content_type.clone(), answer.allow.clone());
        head(theirs) == head(ours)
            && match self {
                Difference::Conflict => conflict(&theirs.body) == conflict(&ours.body),
                Difference::Engine => {
                    let newer = "Cannot read properties of null (reading 'query')";
                    theirs.body.replace(newer, "Cannot read property 'query' of null") == ours.body
                }
                Difference::Page => {
                    let status = match theirs.status {
                        400 => "Bad Request",
                        413 => "Payload Too Large",
                        415 => "Unsupported Media Type",
                        other => panic!("{other}"),
                    };
                    theirs.body == format!("Error {status}") && ours.body.len() > theirs.body.len()
                }
            }
    }
}

/// The reason why fields cannot be merged, the last of the server's places, and the rest of the error.
fn conflict(body: &str) -> (String, Value, Value) {
    let mut answer: Value = serde_json::from_str(body).unwrap();
    let error = &mut answer["errors"][0];
    let text = error["message"].take();
    let (_, reason) = text.as_str().unwrap().rsplit_once(" conflict because ").unwrap();
    let last = error["locations"].as_array_mut().and_then(Vec::pop).unwrap_or_default();
    error["locations"].take();
    (reason.to_owned(), last, answer)
}

/// The server, which is stopped at the end of the test.
struct Apollo {
    process: Child,
    address: String,
}

impl Apollo {
    fn start() -> Apollo {
        let mut command = node();
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
        // It may have stopped already.
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

/// The body, without the server's additions to each error and the text of a syntax error; of a page, only its text.
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
            if error["extensions"]["code"] == "GRAPHQL_PARSE_FAILED" {
                loosen(error);
            }
        }
    }
    // Keeps the order of its fields: errors come before data.
    json.to_string()
}

/// Reduces a syntax error to its kind and line, because each parser has its own texts and columns.
fn loosen(error: &mut Value) {
    let text = error["message"].as_str().unwrap_or_default();
    error["message"] = text.starts_with("Syntax Error: ").into();
    for place in error["locations"].as_array_mut().into_iter().flatten() {
        place["column"].take();
    }
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
        let difference = Option::<Difference>::deserialize(&request["differs"]).unwrap();
        let is_expected = match difference {
            None => theirs == ours,
            Some(difference) => theirs != ours && difference.holds(&theirs, &ours),
        };
        if !is_expected {
            let name = &request["name"];
            wrong
                .push(format!("{name} ({difference:?})\n  server  {theirs:?}\n  sandbox {ours:?}"));
        }
    }
    assert!(requests.len() >= 60, "{} requests", requests.len());
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
