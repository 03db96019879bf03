//! Sends many rows: with the engine, or with a loop of reqwest. `cargo xtask bench rows` runs it.

#![allow(clippy::print_stdout, reason = "a program that writes its reports")]

use std::error::Error;
use std::io;
use std::path::Path;
use std::time::Duration;

use futures_util::{StreamExt as _, TryStreamExt as _, stream};
use houston_client::rows::{
    self, End, FileStorage, Fingerprint, Lines, Past, Prepared, State, Storage, Worker,
};
use houston_client::{Client, Token, mutation, object};
use reqwest::header::{ACCEPT, AUTHORIZATION, CONTENT_TYPE};
use serde_json::{Value, json};

fn main() -> Result<(), Box<dyn Error>> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [how, url, rows, jobs, journal @ ..] = &arguments[..] else {
        return Err(
            "give: engine, reqwest or idle; a URL, rows, jobs, a journal, milliseconds".into()
        );
    };
    let (rows, jobs) = (rows.parse()?, jobs.parse()?);
    let journal = match journal {
        [path, milliseconds] => {
            let sync = Duration::from_millis(milliseconds.parse()?);
            let file = FileStorage::open(Path::new(path))?;
            Some(Lines::open(Slow { file, sync, is_idle: how == "idle" }, json!({ "rows": rows }))?)
        }
        _ => None,
    };
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
    runtime.block_on(async {
        match how.as_str() {
            "engine" => engine(url, rows, jobs, journal).await,
            "reqwest" => reqwest(url, rows, jobs).await,
            _ => {
                report(rows::run(&Idle, 1..=rows).jobs(jobs), journal).await?;
                let status = std::fs::read_to_string("/proc/self/status")?;
                let peak = status.lines().find(|line| line.starts_with("VmHWM:"));
                println!("{}", peak.unwrap_or_default());
                Ok(())
            }
        }
    })
}

async fn engine(
    url: &str,
    rows: u32,
    jobs: usize,
    journal: Option<Lines<Slow>>,
) -> Result<(), Box<dyn Error>> {
    let client = Client::new(url, Token::new("0123456789abcdef0123456789abcdef")?)?;
    let create = rows::requests(&client, |row: &u32| {
        let create = mutation::create_deployment().label(format!("etl-{row}")).r#type("airflow");
        create.workspace_uuid("ck0").select(object::deployment::id)
    });
    let create = create.note(|id: &String| json!(id));
    report(rows::run(&create, 1..=rows).jobs(jobs), journal).await
}

/// Writes a line for each row.
async fn report<W: Worker<Row = u32>>(
    run: rows::Run<'_, W, std::ops::RangeInclusive<u32>>,
    journal: Option<Lines<Slow>>,
) -> Result<(), Box<dyn Error>> {
    let run = match journal {
        Some(journal) => run.journal(journal),
        None => run,
    };
    let mut reports = run.start();
    while let Some(report) = reports.try_next().await? {
        if report.state != State::Done {
            return Err(format!("row {} is {}", report.row, report.state.name()).into());
        }
        println!("{} {}", report.row, report.state.name());
    }
    Ok(())
}

/// The least that sends the same and reads the answer.
async fn reqwest(url: &str, rows: u32, jobs: usize) -> Result<(), Box<dyn Error>> {
    const DOCUMENT: &str = "mutation createDeployment($label: String!, $type: String!, \
        $workspaceUuid: Uuid!) { createDeployment(label: $label, type: $type, \
        workspaceUuid: $workspaceUuid) { id } }";
    let client = reqwest::Client::builder().tls_certs_only([]).no_proxy().build()?;
    let send = async |row: u32| -> Result<(), Box<dyn Error>> {
        let variables =
            json!({ "label": format!("etl-{row}"), "type": "airflow", "workspaceUuid": "ck0" });
        let body = json!({ "query": DOCUMENT, "variables": variables }).to_string();
        let request = client.post(url).header(CONTENT_TYPE, "application/json");
        let request = request.header(AUTHORIZATION, "0123456789abcdef0123456789abcdef");
        let answer = request.header(ACCEPT, "application/json").body(body).send().await?;
        let answer: Value = serde_json::from_slice(&answer.bytes().await?)?;
        let id = answer.pointer("/data/createDeployment/id").and_then(Value::as_str);
        println!("{row} {}", id.ok_or("an answer has no id")?);
        Ok(())
    };
    let mut sent = stream::iter((1..=rows).map(send)).buffered(jobs);
    while sent.try_next().await?.is_some() {}
    Ok(())
}

/// A file whose syncs take longer by some time, or are left out.
struct Slow {
    file: FileStorage,
    sync: Duration,
    is_idle: bool,
}

impl Storage for Slow {
    fn read_at(&self, offset: u64, buffer: &mut [u8]) -> io::Result<usize> {
        self.file.read_at(offset, buffer)
    }

    fn append(&self, bytes: &[u8]) -> io::Result<()> {
        self.file.append(bytes)
    }

    fn sync(&self) -> io::Result<()> {
        if self.is_idle {
            return Ok(());
        }
        std::thread::sleep(self.sync);
        self.file.sync()
    }

    fn truncate(&self, length: u64) -> io::Result<()> {
        self.file.truncate(length)
    }
}

/// Sends nothing: what is left is the engine.
struct Idle;

impl Worker for Idle {
    type Row = u32;
    type Ready = ();
    type Label = ();
    type Output = ();

    fn fingerprint(&self, row: &u32) -> Fingerprint {
        Fingerprint::of(row.to_le_bytes())
    }

    fn label(&self, _: &u32) {}

    async fn prepare(&self, _: u32, _: &Past) -> Prepared<(), ()> {
        Prepared::Ready { ready: (), note: None }
    }

    async fn send(&self, (): ()) -> End<()> {
        End { note: Some(json!("ckmwutkqhy0000w3x9ekeava4")), ..End::new(State::Done, ()) }
    }
}
