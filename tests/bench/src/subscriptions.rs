//! Subscriptions: the events of one beside tokio-tungstenite with serde by hand, and the cost of many.

use std::path::PathBuf;
use std::process::Command;

use houston_tests::socket::{Socket, Step, Talk, to};
use wait4::Wait4 as _;

use crate::turns::{checked, measure};
use crate::{Result, line, target, workspace};

#[derive(clap::Args)]
pub(crate) struct Arguments {
    /// Number of events
    #[arg(long, default_value_t = 2_000_000)]
    events: usize,
    /// Number of subscriptions at the same time
    #[arg(long, default_value_t = 1_000)]
    subscriptions: usize,
    /// Number of runs, of which the median counts
    #[arg(long, default_value_t = 5)]
    rounds: usize,
}

/// A line of a log, as Houston sends it for the fields that are selected.
const EVENT: &str = r#"{"type":"data","id":"1","payload":{"data":{"log":{"component":"scheduler","message":"[2026-11-29 12:00:00,000] {scheduler_job.py:155} INFO - Starting the scheduler"}}}}"#;

pub(crate) fn run(arguments: &Arguments) -> Result {
    let program = program()?;
    one(arguments, &program)?;
    many(arguments, &program)
}

/// The example that subscribes, optimized.
fn program() -> Result<PathBuf> {
    let mut build = Command::new("cargo");
    build.args(["build", "--release", "--quiet", "--locked", "-p", "houston-bench"]);
    checked(build.args(["--example", "subscriptions"]).current_dir(workspace()))?;
    Ok(target()?.join("release/examples/subscriptions"))
}

fn one(arguments: &Arguments, program: &PathBuf) -> Result {
    let events = arguments.events;
    let server = Socket::new(Talk::subscribed([
        Step::Flood(events, EVENT.to_owned()),
        to("complete", "null"),
    ]));
    let reads = |how: &'static str| {
        let url = server.url.clone();
        move || {
            let mut command = Command::new(program);
            command.args([how, &url, &events.to_string()]);
            Ok(command)
        }
    };
    let measured = measure(arguments.rounds, &[&reads("client"), &reads("hand")])?;
    let rate = |at: usize| events as f64 / measured[at].wall.as_secs_f64();
    line(&format!(
        "{events} events: {:.0} a second; tokio-tungstenite with serde {:.0} a second: {:.2} x (due: at least 0.9)",
        rate(0),
        rate(1),
        rate(0) / rate(1),
    ));
    Ok(())
}

fn many(arguments: &Arguments, program: &PathBuf) -> Result {
    let number = arguments.subscriptions;
    let server = Socket::new(Talk::subscribed([Step::Flood(10, EVENT.to_owned()), Step::Stay]));
    let mut command = Command::new(program);
    command.args(["many", &server.url, &number.to_string()]);
    let mut child = command.stdout(std::process::Stdio::piped()).spawn()?;
    let mut said = String::new();
    if let Some(mut stdout) = child.stdout.take() {
        std::io::Read::read_to_string(&mut stdout, &mut said)?;
    }
    let used = child.wait4()?;
    let (each, peak) = said.trim().split_once(' ').ok_or("the program failed")?;
    let cpu = used.rusage.utime + used.rusage.stime;
    line(&format!(
        "{number} subscriptions at the same time: {each} KiB each, {peak} MiB in all, {:.2} ms of the processor each",
        cpu.as_secs_f64() * 1e3 / number as f64
    ));
    Ok(())
}
