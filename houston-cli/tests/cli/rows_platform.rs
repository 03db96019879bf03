//! A platform for runs over rows, whose ledger a test can read.

use std::collections::BTreeMap;
use std::path::PathBuf;
use std::process::{Child, Stdio};
use std::sync::Arc;
use std::time::{Duration, Instant};

use houston_sandbox::{Executed, Request, Sandbox, WORKSPACE_ID};
use serde_json::{Value, json};
use tempfile::TempDir;

use crate::environment::{Environment, Ran, lasting};

/// A sandbox behind a port, its administrator, and a folder for files.
pub struct Platform {
    pub sandbox: Arc<Sandbox>,
    pub user: Environment,
    url: String,
    folder: TempDir,
}

impl Platform {
    /// Starts one that has these faults.
    pub fn start(faults: &[&str]) -> Self {
        let builder = Sandbox::builder().ledger(1_000_000);
        let builder =
            faults.iter().fold(builder, |builder, rule| builder.fault(rule.parse().unwrap()));
        let sandbox = Arc::new(builder.in_memory().unwrap());
        let (own, (told, url)) = (Arc::clone(&sandbox), std::sync::mpsc::channel());
        // It ends with the process of the test.
        std::thread::spawn(move || {
            let runtime =
                tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
            runtime.block_on(async {
                let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
                told.send(format!("http://{}/v1", listener.local_addr().unwrap())).unwrap();
                own.serve(listener).await.unwrap();
            });
        });
        let url = url.recv().unwrap();
        let user = Environment::new()
            .set("HOUSTON_URL", &url)
            .set("HOUSTON_TOKEN", sandbox.administrator_token());
        Platform { sandbox, user, url, folder: TempDir::new().unwrap() }
    }

    /// Another user, with this token and an own home.
    pub fn user_with(&self, token: &str) -> Environment {
        Environment::new().set("HOUSTON_URL", &self.url).set("HOUSTON_TOKEN", token)
    }

    /// The path of a file.
    pub fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    /// Writes a file, and returns its path.
    pub fn file(&self, name: &str, text: &str) -> String {
        std::fs::write(self.path(name), text).unwrap();
        self.path(name).to_str().unwrap().to_owned()
    }

    /// The data of a document that the administrator sends in this process.
    pub fn ask(&self, document: &str) -> Value {
        let answer = self.sandbox.handle(Request {
            authorization: Some(self.sandbox.administrator_token().to_owned()),
            content_type: Some("application/json".to_owned()),
            body: json!({ "query": document }).to_string().into(),
        });
        let answer: Value = serde_json::from_slice(&answer.body).unwrap();
        assert!(answer["errors"].is_null(), "{answer}");
        answer["data"].clone()
    }

    /// Creates a workspace, and returns its id.
    pub fn workspace(&self, label: &str) -> String {
        let made =
            self.ask(&format!("mutation {{ createWorkspace(label: \"{label}\") {{ id }} }}"));
        made["createWorkspace"]["id"].as_str().unwrap().to_owned()
    }

    /// What the platform has run of an operation, without what it refused.
    pub fn ran(&self, operation: &str) -> Vec<Executed> {
        let all = self.sandbox.ledger().into_iter();
        all.filter(|one| one.operation == operation && one.refusal.is_none()).collect()
    }

    /// How often the platform has run an operation with each value of an argument.
    pub fn counts(&self, operation: &str, argument: &str) -> BTreeMap<String, u32> {
        let mut counts = BTreeMap::new();
        for one in self.ran(operation) {
            *counts.entry(one.arguments[argument].as_str().unwrap().to_owned()).or_default() += 1;
        }
        counts
    }

    /// Waits until the platform has run an operation so often.
    pub fn wait_for(&self, operation: &str, count: usize) {
        let start = Instant::now();
        while self.ran(operation).len() < count {
            assert!(
                start.elapsed() < Duration::from_secs(30),
                "{operation} was not run {count} times"
            );
            std::thread::sleep(Duration::from_millis(1));
        }
    }
}

/// Starts a run that goes on in the background.
pub fn begin(user: &Environment, words: &[&str]) -> Child {
    let mut command = user.command(words);
    command.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap()
}

/// The rows of a report in NDJSON.
pub fn rows(ran: &Ran) -> Vec<Value> {
    ran.stdout.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

/// The outcomes of a report in NDJSON.
pub fn outcomes(ran: &Ran) -> Vec<String> {
    rows(ran).iter().map(|row| row["outcome"].as_str().unwrap().to_owned()).collect()
}

/// The words of a run that creates a Deployment for each label.
pub fn deployments(file: &str) -> Vec<&str> {
    vec![
        "createDeployment",
        "--rows",
        file,
        "--workspace-uuid",
        WORKSPACE_ID,
        "--type",
        "airflow",
        "--jobs",
        "1",
    ]
}

/// A file with these labels.
pub fn labels(platform: &Platform, count: usize) -> String {
    let labels: Vec<String> = (1..=count).map(|at| format!("etl{at}")).collect();
    platform.file("d.csv", &format!("label\n{}\n", labels.join("\n")))
}

/// What stderr says and the exit code, with names for what differs between runs.
pub fn said(platform: &Platform, ran: &Ran) -> String {
    let folder = platform.path("");
    let text = ran.stderr.replace(folder.to_str().unwrap(), "[FOLDER]/");
    let lines = text.lines().filter(|line| !line.contains("/runs/create"));
    let lines = lines.map(|line| match (line.rsplit_once(" ("), line.split_once("started at ")) {
        (Some((line, time)), _) if time.ends_with(" s)") => line.to_owned(),
        (_, Some((line, _))) => format!("{line}started at [TIME]"),
        _ => line.to_owned(),
    });
    let lines: Vec<String> = lines.collect();
    format!("{}\n[exit: {}]", lasting(&lines.join("\n")), ran.code)
}
