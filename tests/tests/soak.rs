//! Logs that are followed for long: a line is lost or doubled only where the stream tells it, and memory stays flat.
//!
//! The test that takes ten minutes is run by hand:
//! `cargo test -p houston-tests --test soak -- --ignored --nocapture`.
#![allow(clippy::unwrap_used, clippy::print_stderr, reason = "a test may panic and report")]

use std::io::{BufRead as _, BufReader, Read as _};
use std::process::{Child, Command, Stdio};
use std::time::Duration;

use futures_util::future::join_all;
use futures_util::{StreamExt as _, future};
use houston_client::live::Event;
use houston_client::object::deployment_log;
use houston_client::{Client, Token, subscription};
use houston_sandbox::{Sandbox, Server};
use jiff::{SignedDuration, Timestamp};
use tokio::sync::watch;
use tokio::time::{Instant, sleep, sleep_until};

const SEED: &str = "workspaces: { data: { label: Data } }\n\
    deployments: { etl: { workspace: data, label: ETL } }\n";

const DEPLOYMENT: &str = "ck00000000000000000000etl";

/// The time between two lines of the sandbox. A line may be lost that it had not sent yet when it was last heard.
const EVERY: SignedDuration = SignedDuration::from_secs(5);

/// What a reader has seen.
#[derive(Debug, Default)]
struct Seen {
    lines: usize,
    gaps: usize,
    /// The number of streams that the server completed.
    ends: usize,
    /// The number of lines that are missing where the stream told a gap or its end.
    missing: usize,
    /// The time of the last line.
    last: Option<Timestamp>,
    /// Since then, the stream was without a connection for this time.
    told: Option<(Timestamp, Timestamp)>,
}

impl Seen {
    /// Takes a line, which must follow the last one, but for those that are missing in the time that was told. The
    /// time counts if the sandbox has the clock of the system.
    fn line(&mut self, time: Timestamp, is_real: bool) {
        let told = self.told.take();
        if let Some(last) = self.last {
            assert!(time > last, "the line of {time} comes after that of {last}");
            let mut next = last + EVERY;
            while next < time {
                let (since, until) = told.unwrap_or_else(|| panic!("no line of {next}: {self:?}"));
                let is_in_it = next + EVERY >= since && next <= until;
                assert!(is_in_it || !is_real, "no line of {next}: told {since} to {until}");
                self.missing += 1;
                next += EVERY;
            }
            assert_eq!(next, time);
        }
        (self.last, self.lines) = (Some(time), self.lines + 1);
    }

    /// Takes a time without a connection.
    fn tell(&mut self, since: Timestamp, lasted: Duration) {
        let until = since + lasted;
        let since = self.told.map_or(since, |(since, _)| since);
        self.told = Some((since, until));
    }
}

/// Follows the log until the sender of this channel is dropped.
async fn follow(client: &Client, mut ended: watch::Receiver<()>, is_real: bool) -> Seen {
    let mut seen = Seen::default();
    loop {
        let since = Timestamp::now();
        let fields = (deployment_log::timestamp, deployment_log::message);
        let log = subscription::log().deployment_uuid(DEPLOYMENT).select(fields);
        let mut events = client.subscribe(log);
        events.started().await.unwrap();
        if seen.ends > 0 {
            seen.tell(since, Timestamp::now().duration_since(since).unsigned_abs());
        }
        loop {
            let event = tokio::select! {
                event = events.next() => event,
                _ = ended.changed() => return seen,
            };
            match event.transpose().unwrap() {
                Some(Event::Item(line)) => {
                    let time = line.unwrap().0.unwrap().to_string();
                    seen.line(time.parse().unwrap(), is_real);
                }
                Some(Event::Gap(gap)) => {
                    seen.gaps += 1;
                    seen.tell(gap.since, gap.lasted);
                }
                Some(other) => panic!("{other:?}"),
                None => break,
            }
        }
        seen.ends += 1;
    }
}

/// A sandbox with this fault.
async fn serve(fault: &str) -> Server {
    let builder = Sandbox::builder().seed(SEED).unwrap().fault(fault.parse().unwrap());
    builder.in_memory().unwrap().listen().await.unwrap()
}

fn client(url: &str, token: &str) -> Client {
    Client::new(url, Token::new(token).unwrap()).unwrap()
}

/// Names the fault of the sandbox in a process of its own, whose memory does not count.
const FAULT: &str = "HOUSTON_SOAK_FAULT";

/// Serves a sandbox until the other process ends.
#[tokio::test(flavor = "multi_thread")]
#[ignore = "a part of the test that takes ten minutes"]
async fn serves_the_other_process() {
    let Ok(fault) = std::env::var(FAULT) else { return };
    let server = serve(&fault).await;
    eprintln!("serves {} {}", server.url(), server.token());
    std::io::stdin().read_to_end(&mut Vec::new()).unwrap();
}

/// Starts this program again as a sandbox with this fault. Returns it with its URL and its token.
fn serve_elsewhere(fault: &str) -> (Child, String, String) {
    let mut command = Command::new(std::env::current_exe().unwrap());
    command.args(["--ignored", "--exact", "--nocapture", "serves_the_other_process"]);
    command.env(FAULT, fault).stdin(Stdio::piped()).stdout(Stdio::null()).stderr(Stdio::piped());
    let mut process = command.spawn().unwrap();
    let said = BufReader::new(process.stderr.take().unwrap());
    let line =
        said.lines().find_map(|line| Some(line.unwrap().strip_prefix("serves ")?.to_owned()));
    let (url, token) =
        line.unwrap().split_once(' ').map(|(a, b)| (a.to_owned(), b.to_owned())).unwrap();
    (process, url, token)
}

/// The memory of this process, in KiB.
fn resident() -> usize {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:"));
    line.and_then(|line| line.trim().trim_end_matches(" kB").parse().ok()).unwrap_or(0)
}

/// An hour on the sandbox's clock takes seconds: it is moved on by hand. A log ends after 20 minutes.
#[tokio::test(flavor = "multi_thread")]
async fn an_hour_by_the_clock_of_the_sandbox() {
    // The second and the third connection are cut off after seven minutes.
    let server = serve("/ws:2-3:lasts=7m").await;
    let client = client(&server.url(), server.token());
    let clock = server.sandbox().clock();
    clock.stop();
    let (running, ended) = watch::channel(());
    let moves = async {
        for _ in 0..720 {
            sleep(Duration::from_millis(5)).await;
            clock.advance(EVERY.unsigned_abs());
        }
        sleep(Duration::from_millis(500)).await;
        drop(running);
    };
    let ((), seen) = future::join(moves, follow(&client, ended, false)).await;
    // The clock goes on while the client waits before a connection, a fifth of a second and more.
    assert!(seen.gaps == 2 && seen.ends >= 1 && seen.lines > 400, "{seen:?}");
    assert!((650..=721).contains(&(seen.lines + seen.missing)), "{seen:?}");
}

#[tokio::test]
#[ignore = "takes ten minutes"]
async fn ten_minutes_with_a_disconnect_each_minute() {
    const READERS: usize = 100;
    let (mut process, url, token) = serve_elsewhere("/ws:*:lasts=60s");
    let client = client(&url, &token);
    let start = Instant::now();
    let (running, ended) = watch::channel(());
    let looks = async {
        let mut memory = Vec::new();
        for minute in 1..=10 {
            sleep_until(start + Duration::from_secs(60 * minute)).await;
            memory.push(resident());
            eprintln!("after {minute} minutes: {} KiB", resident());
        }
        drop(running);
        memory
    };
    let readers = join_all((0..READERS).map(|_| follow(&client, ended.clone(), true)));
    let (memory, seen) = future::join(looks, readers).await;
    let sum = |of: fn(&Seen) -> usize| seen.iter().map(of).sum::<usize>();
    let (lines, gaps, missing) =
        (sum(|seen| seen.lines), sum(|seen| seen.gaps), sum(|seen| seen.missing));
    eprintln!("{READERS} readers: {lines} lines, {gaps} gaps, {missing} lines missing and told");
    drop(process.stdin.take());
    process.wait().unwrap();
    assert!(gaps >= READERS * 9, "{gaps}");
    assert!(lines + missing >= READERS * 118, "{lines} and {missing}");
    // The first minutes fill the caches of the allocator.
    let grown = memory.last().unwrap().saturating_sub(memory[1]);
    assert!(grown < 1024, "{grown} KiB more: {memory:?}");
}
