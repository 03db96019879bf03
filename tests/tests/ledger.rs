//! Many mutations over a connection that fails at random: the server's ledger tells which ran, and agrees with what the
//! client tells. A caller that sends again after every failure is the control, which must not agree.
//!
//! `HOUSTON_LEDGER` sets how many mutations there are, and `HOUSTON_LEDGER_SEED` the seed.
#![allow(clippy::unwrap_used, clippy::print_stdout, reason = "the helpers of tests are tests")]

use std::collections::HashMap;
use std::future::ready;
use std::ops::Range;
use std::sync::{Arc, Mutex};

use fastrand::Rng;
use futures_util::future::join_all;
use houston_client::transport::{Failure, Message, Pending, Reply, Transport};
use houston_client::{Client, Error, Options, Outcome, Token, mutation, object::workspace};
use houston_sandbox::{Request, Sandbox};
use serde_json::json;

/// Calls of one client: it has a budget of retries.
const CALLS: usize = 40;

/// What happens to an attempt.
#[derive(Clone, Copy, Debug)]
enum Accident {
    NotConnected,
    /// The connection is lost.
    Lost,
    /// Something between client and server answers with this status, and a page or JSON.
    Gateway(u16, bool),
    /// Half of the answer arrives.
    Cut,
    /// The result is missing, with or without an error.
    Nothing(bool),
}

/// A sandbox behind a bad connection.
#[derive(Clone)]
struct Line {
    sandbox: Arc<Sandbox>,
    random: Arc<Mutex<Rng>>,
}

impl Line {
    /// What happens, and whether the server gets the attempt.
    fn accident(&self) -> (Option<Accident>, bool) {
        let mut random = self.random.lock().unwrap();
        let (runs, json) = (random.bool(), random.bool());
        match random.u8(..10) {
            0 => (Some(Accident::NotConnected), false),
            1 => (Some(Accident::Lost), runs),
            2 => {
                // Gateways answer with these before they pass a request on, and with others at any time.
                let before = [401, 403, 404, 413, 429, 429, 429];
                let after = [200, 408, 499, 500, 502, 503, 504];
                let status =
                    if runs { after[random.usize(..7)] } else { before[random.usize(..7)] };
                (Some(Accident::Gateway(status, json && status != 200)), runs)
            }
            3 => (Some(Accident::Gateway([500, 502, 503, 504][random.usize(..4)], json)), runs),
            4 => (Some(Accident::Cut), true),
            5 => (Some(Accident::Nothing(json)), true),
            _ => (None, true),
        }
    }

    fn reply(&self, message: &Message<'_>) -> Result<Reply, Failure> {
        let (accident, runs) = self.accident();
        let mut body = Vec::new();
        if runs {
            let authorization = message.token.map(|token| token.header_value().to_owned());
            let content_type = Some("application/json".to_owned());
            let request =
                Request { authorization, content_type, body: message.body.clone().into() };
            body = self.sandbox.handle(request).body;
        }
        let nothing = |errors| json!({ "data": { "createWorkspace": null }, "errors": errors });
        // A refusal has no result to lose, so it arrives unchanged.
        let is_refusal = String::from_utf8_lossy(&body).contains("\"errors\"");
        match accident.filter(|accident| !(is_refusal && matches!(accident, Accident::Nothing(_))))
        {
            None => Ok(Reply::new(200, body)),
            Some(Accident::NotConnected) => Err(Failure::NotConnected("refused".into())),
            Some(Accident::Lost) => Err(Failure::Lost("reset".into())),
            Some(Accident::Gateway(status, true)) => {
                Ok(Reply::new(status, r#"{"errors":[{"message":"upstream connect error"}]}"#))
            }
            Some(Accident::Gateway(status, false)) => {
                Ok(Reply::new(status, "<html>gateway</html>"))
            }
            Some(Accident::Cut) => Ok(Reply::new(200, &body[..body.len() / 2])),
            Some(Accident::Nothing(true)) => {
                let error = json!([{ "message": "13 INTERNAL: stream removed", "path": ["createWorkspace"] }]);
                Ok(Reply::new(200, nothing(error).to_string()))
            }
            Some(Accident::Nothing(false)) => Ok(Reply::new(200, nothing(json!(null)).to_string())),
        }
    }
}

impl Transport for Line {
    fn send<'a>(&'a self, message: Message<'a>) -> Pending<'a> {
        Box::pin(ready(self.reply(&message)))
    }
}

/// What was told, and what the ledger says about it.
#[derive(Debug, Default)]
struct Tally {
    mutations: usize,
    attempts: u32,
    twice: usize,
    /// Told as done, and did not run; or told as without effect, and ran.
    untrue: usize,
    /// By the outcome: how many there were, and how many of them ran.
    told: HashMap<Outcome, (usize, usize)>,
}

impl Tally {
    fn add(&mut self, outcome: Outcome, ran: usize) {
        self.mutations += 1;
        self.twice += usize::from(ran > 1);
        let is_true = match outcome {
            Outcome::Done | Outcome::Partial => ran > 0,
            Outcome::NotSent | Outcome::Refused => ran == 0,
            Outcome::Unknown => true,
        };
        self.untrue += usize::from(!is_true);
        let (told, of_them) = self.told.entry(outcome).or_default();
        *told += 1;
        *of_them += usize::from(ran > 0);
    }
}

fn outcome(result: &Result<String, Error>) -> Outcome {
    result.as_ref().map_or_else(Error::outcome, |_| Outcome::Done)
}

/// Sends the mutations with these numbers through one client. Returns their outcomes, and how many attempts there were.
async fn calls(
    line: Line,
    token: Token,
    numbers: Range<usize>,
    mut random: Rng,
    naive: bool,
) -> (Vec<Outcome>, u32) {
    let (mut outcomes, mut attempts) = (Vec::new(), 0);
    let client = Client::builder("").token(token).transport(line);
    let client = client.retries(if naive { 0 } else { 3 }).build().unwrap();
    for number in numbers {
        let mut options = Options::new().retry_idempotent(random.bool());
        if random.u8(..12) == 0 {
            options = options.token(Token::new("0123456789abcdef0123456789abcdef").unwrap());
        }
        let client = client.with(options);
        let label = format!("m{number}");
        let create = || mutation::create_workspace().label(label.as_str()).select(workspace::id);
        let mut result = client.send(create()).await;
        attempts += result.as_ref().map_or_else(Error::attempts, |_| 1);
        for _ in 0..if naive { 3 } else { 0 } {
            if result.is_err() {
                result = client.send(create()).await;
                attempts += 1;
            }
        }
        outcomes.push(outcome(&result));
    }
    (outcomes, attempts)
}

/// Sends so many mutations. A naive caller has the retries of its own.
async fn send(count: usize, seed: u64, naive: bool) -> Tally {
    let sandbox = Sandbox::builder().ledger(count * 8).in_memory().unwrap();
    let token = Token::new(sandbox.administrator_token()).unwrap();
    let line =
        Line { sandbox: Arc::new(sandbox), random: Arc::new(Mutex::new(Rng::with_seed(seed))) };
    let clients = (0..count).step_by(CALLS).map(|first| {
        let (line, token) = (line.clone(), token.clone());
        calls(
            line,
            token,
            first..count.min(first + CALLS),
            Rng::with_seed(!seed ^ first as u64),
            naive,
        )
    });
    let mut tally = Tally::default();
    let mut outcomes = Vec::new();
    for (of_client, attempts) in join_all(clients).await {
        outcomes.extend(of_client);
        tally.attempts += attempts;
    }
    let mut ran: HashMap<String, usize> = HashMap::new();
    for entry in line.sandbox.ledger().into_iter().filter(|entry| entry.refusal.is_none()) {
        *ran.entry(entry.arguments["label"].as_str().unwrap().to_owned()).or_default() += 1;
    }
    for (at, outcome) in outcomes.into_iter().enumerate() {
        tally.add(outcome, ran.get(&format!("m{at}")).copied().unwrap_or_default());
    }
    tally
}

/// The number and the seed of the environment, or these.
fn asked(count: usize, seed: u64) -> (usize, u64) {
    let number = |name: &str| Some(std::env::var(name).ok()?.parse().unwrap());
    let count = number("HOUSTON_LEDGER").map_or(count, |count: u64| count as usize);
    (count, number("HOUSTON_LEDGER_SEED").unwrap_or(seed))
}

#[tokio::test]
async fn what_is_told_agrees_with_the_ledger_and_nothing_runs_twice() {
    let (count, seed) = asked(400, 17);
    let tally = send(count, seed, false).await;
    println!("seed {seed}: {tally:?}");
    assert_eq!((tally.mutations, tally.twice, tally.untrue), (count, 0, 0), "{tally:?}");
    // These outcomes came up, and attempts were made again.
    let told = |outcome| tally.told.get(&outcome).copied().unwrap_or_default();
    for outcome in [Outcome::Done, Outcome::Refused, Outcome::Unknown] {
        assert!(told(outcome).0 > 0, "{outcome}: {tally:?}");
    }
    let (unknown, ran) = told(Outcome::Unknown);
    assert!(0 < ran && ran < unknown && tally.attempts > count as u32, "{tally:?}");
}

/// The control: the test above can fail.
#[tokio::test]
async fn a_caller_that_sends_again_after_every_failure_runs_mutations_twice() {
    let (count, seed) = asked(400, 17);
    let tally = send(count, seed, true).await;
    println!("naive, seed {seed}: {tally:?}");
    assert!(tally.twice > count / 100 && tally.untrue > 0, "{tally:?}");
}
