//! Runs a filter or a template in a child of the same binary, with limits.
//!
//! jaq has no limits of its own, and a thread cannot be stopped. A program that recurses without end, or takes all
//! memory, ends only the child.

mod lasting;

use std::io::{self, Read, Write};
use std::process::{Child, Command, ExitCode, Stdio};
use std::sync::mpsc;
use std::time::{Duration, Instant};

use houston_schema::text::duration;
use serde::{Deserialize, Serialize};
use serde_json::value::RawValue;

use super::jq::{Filter, Named, failed};
use super::template::{self, Template};
use crate::failure::Failure;
use crate::terminal::awaiting::Awaiting;
pub(crate) use lasting::Lasting;

/// The first word of the child's command line. It is not a command of the user's.
pub(crate) const NAME: &str = "__filter";

/// How many bytes of results are read.
const LONGEST: u64 = 64 << 20;

/// How many bytes of memory the child may use.
#[cfg(unix)]
const MEMORY: u64 = 2 << 30;

/// What the option gives, in words.
fn words(option: &str) -> &'static str {
    if option == template::OPTION { "the template" } else { "the filter" }
}

/// Why a child ended by itself.
fn too_much(option: &str) -> String {
    format!("{} used too much memory, or recursed too deeply", words(option))
}

fn too_late(option: &str, patience: Duration) -> String {
    format!("{} did not end within {}", words(option), duration(patience))
}

fn too_long() -> String {
    format!("its results are larger than {} MiB", LONGEST >> 20)
}

/// What a child does with JSON text.
#[derive(Clone, Debug, Deserialize, Serialize)]
pub(crate) enum Task {
    Jq {
        text: String,
        named: Vec<Named>,
    },
    /// Its result is a JSON string.
    Template {
        text: String,
    },
}

/// Something that a child can run.
pub(crate) trait Program: Send {
    /// The option that gave it.
    fn option(&self) -> &'static str;

    /// What the child does.
    fn task(&self) -> Task;
}

/// A task that is ready to run.
enum Compiled {
    Filter(Filter),
    Template(Template),
}

impl Compiled {
    fn of(task: &str) -> Result<Self, String> {
        match serde_json::from_str(task).map_err(|error| error.to_string())? {
            Task::Jq { text, named } => Filter::new("--jq", &text, &named).map(Compiled::Filter),
            Task::Template { text } => Template::new(&text).map(Compiled::Template),
        }
        .map_err(|failure| failure.to_string())
    }

    /// Runs it on JSON text, and passes on each result as JSON text.
    fn each(
        &self,
        json: &str,
        each: impl FnMut(Box<RawValue>) -> Result<(), String>,
    ) -> Result<(), String> {
        match self {
            Compiled::Filter(filter) => filter.each(json, each),
            Compiled::Template(template) => {
                let text = template.render(json)?;
                let text = serde_json::value::to_raw_value(&text);
                text.map_err(|error| error.to_string()).and_then(each)
            }
        }
    }
}

/// The command that runs a program in a child, for so long.
fn command(program: &dyn Program, patience: Duration) -> io::Result<Command> {
    let mut command = Command::new(std::env::current_exe()?);
    let seconds = patience.as_secs().saturating_add(1).to_string();
    command.args([NAME, &seconds, &serde_json::to_string(&program.task())?]);
    Ok(command)
}

/// Runs the program on JSON text, and returns each result as JSON text.
///
/// # Errors
///
/// Fails if the program fails on this input, crashes, or takes too much time or memory.
pub(crate) fn run(
    program: &dyn Program,
    json: &str,
    patience: Duration,
) -> Result<Vec<Box<RawValue>>, Failure> {
    let _told = Awaiting::begin(program.option());
    ran(program, json, patience).map_err(|why| failed(program.option(), &why))
}

fn ran(
    program: &dyn Program,
    json: &str,
    patience: Duration,
) -> Result<Vec<Box<RawValue>>, String> {
    let until = Instant::now() + patience;
    let command = command(program, patience);
    let mut child = command
        .map_err(|error| error.to_string())?
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .map_err(|error| error.to_string())?;
    let ended = results(&mut child, json.to_owned(), until);
    // It has ended, or must not go on.
    let _ = child.kill();
    let status = child.wait().map_err(|error| error.to_string())?;
    let (results, errors) = ended.ok_or_else(|| too_late(program.option(), patience))?;
    if results.len() as u64 > LONGEST {
        return Err(too_long());
    }
    match status.code() {
        Some(0) => {}
        Some(1) => return Err(String::from_utf8_lossy(&errors).into_owned()),
        _ => return Err(too_much(program.option())),
    }
    let text = String::from_utf8(results).map_err(|_| "a result is not text".to_owned())?;
    let result = |line: &str| RawValue::from_string(line.to_owned());
    let results = text.lines().map(result).collect::<Result<_, _>>();
    results.map_err(|_| "a result is not valid JSON".to_owned())
}

/// What the child writes to stdout and stderr, if it closes both in time.
fn results(child: &mut Child, json: String, until: Instant) -> Option<(Vec<u8>, Vec<u8>)> {
    if let Some(mut stdin) = child.stdin.take() {
        // A filter that fails at once does not read all of it.
        std::thread::spawn(move || drop(stdin.write_all(json.as_bytes())));
    }
    let stdout = reader(child.stdout.take()?, LONGEST + 1);
    let stderr = reader(child.stderr.take()?, 4096);
    let left = || until.saturating_duration_since(Instant::now());
    let results = stdout.recv_timeout(left()).ok()?;
    if results.len() as u64 > LONGEST {
        return Some((results, Vec::new()));
    }
    Some((results, stderr.recv_timeout(left()).ok()?))
}

fn reader(from: impl Read + Send + 'static, limit: u64) -> mpsc::Receiver<Vec<u8>> {
    let (sender, receiver) = mpsc::channel();
    std::thread::spawn(move || {
        let mut read = Vec::new();
        let _ = from.take(limit).read_to_end(&mut read);
        let _ = sender.send(read);
    });
    receiver
}

/// The child: runs its task on stdin, and writes each result as a line; or runs it on each line of stdin.
pub(crate) fn serve(words: &[std::ffi::OsString]) -> ExitCode {
    let word = |at: usize| words.get(at).map(|word| word.to_string_lossy().into_owned());
    let seconds = word(0).and_then(|seconds| seconds.parse().ok()).unwrap_or(1);
    limit();
    allow(seconds);
    let ran = Compiled::of(&word(1).unwrap_or_default()).and_then(|program| {
        if word(2).is_some_and(|last| last == lasting::LINES) {
            return Ok(lasting::serve(&program, || allow(seconds)));
        }
        let mut json = String::new();
        io::stdin().read_to_string(&mut json).map_err(|error| error.to_string())?;
        let mut stdout = io::BufWriter::new(io::stdout().lock());
        program.each(&json, |result| {
            writeln!(stdout, "{result}").map_err(|error| error.to_string())
        })?;
        stdout.flush().map_err(|error| error.to_string())?;
        Ok(ExitCode::SUCCESS)
    });
    ran.unwrap_or_else(|why| {
        let _ = io::stderr().write_all(why.as_bytes());
        ExitCode::from(1)
    })
}

/// Limits this process, and ends it with its parent.
#[cfg(unix)]
fn limit() {
    use rustix::process::{Resource, Rlimit, getrlimit, setrlimit};

    for (resource, most) in [(Resource::As, MEMORY), (Resource::Core, 0), (Resource::Fsize, 0)] {
        let most = getrlimit(resource).maximum.map_or(most, |maximum| maximum.min(most));
        // Where a limit is not known, the deadline of the parent remains.
        let _ = setrlimit(resource, Rlimit { current: Some(most), maximum: Some(most) });
    }
    #[cfg(target_os = "linux")]
    let _ = rustix::process::set_parent_process_death_signal(Some(rustix::process::Signal::KILL));
}

/// Allows this process to compute for so many seconds from now on.
#[cfg(unix)]
fn allow(seconds: u64) {
    use rustix::process::{Resource, Rlimit, getrlimit, setrlimit};
    use rustix::time::{ClockId, clock_gettime};

    let used = clock_gettime(ClockId::ProcessCPUTime).tv_sec;
    let most = seconds.saturating_add(u64::try_from(used).unwrap_or_default());
    let maximum = getrlimit(Resource::Cpu).maximum;
    let most = maximum.map_or(most, |maximum| maximum.min(most));
    let _ = setrlimit(Resource::Cpu, Rlimit { current: Some(most), maximum });
}

#[cfg(not(unix))]
fn limit() {}

#[cfg(not(unix))]
fn allow(_: u64) {}
