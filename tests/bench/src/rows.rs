//! Many rows: the engine without and with its journal, beside a loop of reqwest with as many requests at a time.

use std::fs::{File, OpenOptions};
use std::io::Write as _;
use std::path::PathBuf;
use std::process::{Command, Stdio};
use std::thread::sleep;
use std::time::{Duration, Instant};

use houston_tests::server::{Script, Server, http};

use crate::turns::{Measured, checked, measure};
use crate::{Result, line, target, workspace};

#[derive(clap::Args)]
pub(crate) struct Arguments {
    /// Number of rows
    #[arg(long, default_value_t = 10_000)]
    rows: u32,
    /// Number of runs, of which the median counts
    #[arg(long, default_value_t = 3)]
    rounds: usize,
    /// Measure an unoptimized build, to try the benchmark itself
    #[arg(long)]
    debug: bool,
}

const JOBS: u32 = 8;

/// The answer to every request.
const ANSWER: &str = r#"{"data":{"createDeployment":{"id":"ckmwutkqhy0000w3x9ekeava4"}}}"#;

/// What curl sends for a row.
const BODY: &str = r#"{"query":"mutation ($label: String!) { createDeployment(workspaceUuid: \"ck0\", type: \"airflow\", label: $label) { id } }","variables":{"label":"LABEL"}}"#;

/// A sync that is injected, in milliseconds.
const INJECTED: u32 = 5;

pub(crate) fn run(arguments: &Arguments) -> Result {
    let bench = &Bench::new(arguments)?;
    let at_once = Server::new(Script::Respond(|_| answer())).url;
    let after_20_ms = Server::new(Script::Respond(|_| {
        sleep(Duration::from_millis(20));
        answer()
    }))
    .url;
    let rows = arguments.rows;
    line(&format!("{rows} rows, {JOBS} at a time, medians of {}", arguments.rounds));

    let engine = || Ok(bench.sends("engine", &at_once, rows));
    let reqwest = || Ok(bench.sends("reqwest", &at_once, rows));
    let houston = || bench.houston(&at_once, rows, false);
    let measured = measure(arguments.rounds, &[&engine, &reqwest, &houston])?;
    compare("at once, without a journal", measured[0], ("reqwest", measured[1]), 1.5);
    compare("the same by houston", measured[2], ("reqwest", measured[1]), 1.5);
    bench.peers(&at_once, "at once")?;

    let url = &after_20_ms;
    let engine = || Ok(bench.sends("engine", url, rows));
    let reqwest = || Ok(bench.sends("reqwest", url, rows));
    let journal = || bench.records(url, 0);
    let slow_journal = || bench.records(url, INJECTED);
    let houston = || bench.houston(url, rows, false);
    let houston_journal = || bench.houston(url, rows, true);
    let commands: [&dyn Fn() -> Result<Command>; 6] =
        [&engine, &reqwest, &journal, &slow_journal, &houston, &houston_journal];
    let measured = measure(arguments.rounds, &commands)?;
    let [engine, floor, journal, slow, houston, houston_journal]: [Measured; 6] =
        measured.try_into().map_err(|_| "a command was not measured")?;
    compare("after 20 ms, without a journal", engine, ("reqwest", floor), 1.1);
    compare("the same by houston", houston, ("reqwest", floor), 1.1);
    let sync = bench.sync()?;
    let waves = rows.div_ceil(JOBS);
    let injected = sync + Duration::from_millis(INJECTED.into());
    for (what, ours, sync) in [
        ("with a journal", journal, sync),
        ("with a journal, by houston", houston_journal, sync),
        ("with an injected sync", slow, injected),
    ] {
        let due = (floor.wall + sync * waves).as_secs_f64() * 1.1;
        line(&format!(
            "after 20 ms, {what}: {:.3} s (due: at most {due:.3} s = 1.1 x (floor {:.3} s + {waves} waves x sync {:.2} ms))",
            ours.wall.as_secs_f64(),
            floor.wall.as_secs_f64(),
            sync.as_secs_f64() * 1e3,
        ));
    }
    bench.memory()?;
    bench.memory_of_houston()
}

/// A line of the report, with `due` as the ratio that is asked for.
fn compare(what: &str, ours: Measured, (peer, theirs): (&str, Measured), due: f64) {
    let (ours, theirs) = (ours.wall.as_secs_f64(), theirs.wall.as_secs_f64());
    let ratio = ours / theirs;
    line(&format!("{what}: {ours:.3} s; {peer} {theirs:.3} s: {ratio:.2} x (due: at most {due})"));
}

fn answer() -> Vec<u8> {
    http("200 OK", "content-type: application/json\r\n", ANSWER)
}

struct Bench<'a> {
    arguments: &'a Arguments,
    /// The program that sends rows: `examples/rows.rs`.
    program: PathBuf,
    /// The command line.
    houston: PathBuf,
    folder: tempfile::TempDir,
}

impl<'a> Bench<'a> {
    fn new(arguments: &'a Arguments) -> Result<Self> {
        let (profile, folder) =
            if arguments.debug { ("dev", "debug") } else { ("release", "release") };
        let mut build = Command::new("cargo");
        build.args(["build", "--profile", profile, "--quiet", "--locked", "-p", "houston-bench"]);
        checked(build.args(["--example", "rows"]).current_dir(workspace()))?;
        let mut build = Command::new("cargo");
        build.args(["build", "--profile", profile, "--quiet", "--locked", "-p", "houston-cli"]);
        checked(build.args(["--bin", "houston"]).current_dir(workspace()))?;
        let program = target()?.join(folder).join("examples/rows");
        let houston = target()?.join(folder).join("houston");
        // On the disk that cargo uses: the system's temporary folder may be memory.
        let target = target()?.join("bench");
        std::fs::create_dir_all(&target)?;
        Ok(Bench { arguments, program, houston, folder: tempfile::tempdir_in(target)? })
    }

    /// The program, which sends all rows.
    fn sends(&self, how: &str, url: &str, rows: u32) -> Command {
        let mut command = Command::new(&self.program);
        command.args([how, url, &rows.to_string(), &JOBS.to_string()]);
        command
    }

    /// The same with a new journal, whose syncs take longer by so many milliseconds.
    fn records(&self, url: &str, milliseconds: u32) -> Result<Command> {
        let path = self.folder.path().join("rows.journal");
        if path.exists() {
            std::fs::remove_file(&path)?;
        }
        let mut command = self.sends("engine", url, self.arguments.rows);
        command.arg(path).arg(milliseconds.to_string());
        Ok(command)
    }

    /// `houston createDeployment --rows` over as many rows, with a new journal or with none.
    fn houston(&self, url: &str, rows: u32, has_journal: bool) -> Result<Command> {
        let (file, journal) = (self.labels(rows)?, self.folder.path().join("houston.journal"));
        if journal.exists() {
            std::fs::remove_file(&journal)?;
        }
        let mut command = Command::new(&self.houston);
        command.arg("createDeployment").arg("--rows").arg(file);
        command.args(["--type", "airflow", "--workspace-uuid", "ck0", "--fields", "id"]);
        command.args(["--jobs", &JOBS.to_string(), "-o", "csv"]);
        match has_journal {
            true => command.arg("--journal").arg(journal),
            false => command.arg("--no-journal"),
        };
        command.env("HOUSTON_URL", url).env("HOUSTON_TOKEN", "0123456789abcdef0123456789abcdef");
        command.env("HOUSTON_STATE_DIR", self.folder.path());
        command.env("HOUSTON_CONFIG_DIR", self.folder.path());
        Ok(command)
    }

    /// A CSV file with so many labels.
    fn labels(&self, rows: u32) -> Result<PathBuf> {
        let path = self.folder.path().join(format!("{rows}.csv"));
        if !path.exists() {
            let mut labels = "label\n".to_owned();
            (1..=rows).for_each(|row| labels += &format!("etl-{row}\n"));
            std::fs::write(&path, labels)?;
        }
        Ok(path)
    }

    /// The highest memory of `houston` over rows of which nothing is sent.
    fn memory_of_houston(&self) -> Result {
        let mut least: Option<(u32, f64)> = None;
        for rows in [1_000, 10_000, 100_000, 1_000_000] {
            let mut plan = self.houston("http://127.0.0.1:9/v1", rows, false)?;
            plan.args(["--dry-run", "--offline"]).stdout(Stdio::null()).stderr(Stdio::null());
            let started = Instant::now();
            let mut plan = plan.spawn()?;
            let status = format!("/proc/{}/status", plan.id());
            let mut peak = 0.0_f64;
            // The system's own mark only rises, so the last one that is read counts.
            while plan.try_wait()?.is_none() {
                let said = std::fs::read_to_string(&status).unwrap_or_default();
                let mark = said.lines().find_map(|line| line.strip_prefix("VmHWM:"));
                let kib = mark.and_then(|kib| kib.trim().strip_suffix(" kB")?.parse::<f64>().ok());
                peak = peak.max(kib.unwrap_or_default());
                sleep(Duration::from_millis(1));
            }
            let wall = started.elapsed().as_secs_f64();
            let (base, base_peak) = *least.get_or_insert((rows, peak));
            let each = (peak - base_peak) * 1024.0 / f64::from(rows - base).max(1.0);
            line(&format!(
                "memory, a plan of houston with {rows} rows: {:.1} MiB in {wall:.1} s, {each:.1} bytes a row (due: at most 64 MiB)",
                peak / 1024.0
            ));
        }
        Ok(())
    }

    /// The median time of an append of one wave and its sync, with nothing else.
    fn sync(&self) -> Result<Duration> {
        let path = self.folder.path().join("sync");
        let mut file = OpenOptions::new().create(true).append(true).open(path)?;
        let mut times = Vec::new();
        for _ in 0..300 {
            let started = Instant::now();
            file.write_all(&[b'x'; 1_500])?;
            file.sync_data()?;
            times.push(started.elapsed());
        }
        times.sort();
        Ok(times[times.len() / 2])
    }

    /// Tools that people have, with a tenth of the rows.
    fn peers(&self, url: &str, what: &str) -> Result {
        let rows = (self.arguments.rows / 10).max(1);
        let mut labels = String::new();
        (1..=rows).for_each(|row| labels += &format!("etl-{row}\n"));
        let path = self.folder.path().join("labels");
        std::fs::write(&path, labels)?;
        let from = |mut command: Command| -> Result<Command> {
            command.stdin(Stdio::from(File::open(&path)?));
            Ok(command)
        };
        let xargs = || {
            let mut command = Command::new("xargs");
            command.args(["-P", &JOBS.to_string(), "-I", "LABEL", "curl", "--silent", "--output"]);
            command.args(["/dev/null", "--header", "Content-Type: application/json"]);
            command.args(["--header", "Authorization: token", "--data-binary", BODY, url]);
            from(command)
        };
        let python = || {
            let mut command = Command::new("python3");
            command.args(["-c", PYTHON, url, &JOBS.to_string()]);
            from(command)
        };
        let ours = || Ok(self.sends("engine", url, rows));
        let has_gql = Command::new("python3").args(["-c", "import gql, aiohttp"]).output();
        let has_gql = has_gql.is_ok_and(|output| output.status.success());
        let mut commands: Vec<&dyn Fn() -> Result<Command>> = vec![&ours, &xargs];
        let mut names = vec!["xargs -P8 curl"];
        if has_gql {
            commands.push(&python);
            names.push("Python gql");
        } else {
            line("Python's gql is left out: `python3 -m pip install gql aiohttp` installs it");
        }
        let measured = measure(1, &commands)?;
        for (name, theirs) in names.iter().zip(&measured[1..]) {
            compare(&format!("{rows} rows, {what}"), measured[0], (name, *theirs), 1.0);
        }
        Ok(())
    }

    /// The highest memory of runs that differ in the number of their rows alone.
    fn memory(&self) -> Result {
        for (what, is_resumed) in [("first run", false), ("second run", true)] {
            let mut least: Option<(u32, f64)> = None;
            for rows in [1_000, 10_000, 100_000, 1_000_000] {
                let path = self.folder.path().join(rows.to_string());
                if !is_resumed && path.exists() {
                    std::fs::remove_file(&path)?;
                }
                // Rows that send nothing, with a journal that is not synced.
                let mut idle = self.sends("idle", "-", rows);
                let started = Instant::now();
                let output = idle.arg(&path).arg("0").output()?;
                let wall = started.elapsed().as_secs_f64();
                // The system counts the memory of this process for its children: they tell their own.
                let said = String::from_utf8_lossy(&output.stdout).into_owned();
                let told = said.lines().last().and_then(|line| line.strip_prefix("VmHWM:"));
                let told = told.and_then(|kib| kib.trim().strip_suffix(" kB")?.parse::<f64>().ok());
                let peak = told.ok_or("the program does not tell its memory")?;
                let (base, base_peak) = *least.get_or_insert((rows, peak));
                let each = (peak - base_peak) * 1024.0 / f64::from(rows - base).max(1.0);
                line(&format!(
                    "memory, {what} with {rows} rows: {:.1} MiB in {wall:.1} s, {each:.1} bytes a row (due: at most 64 MiB, 32 bytes)",
                    peak / 1024.0
                ));
            }
        }
        Ok(())
    }
}

/// As many requests at a time with Python's gql, as its manual shows it.
const PYTHON: &str = r#"
import asyncio, sys
from gql import Client, gql
from gql.transport.aiohttp import AIOHTTPTransport

create = gql('mutation ($label: String!) { createDeployment(workspaceUuid: "ck0", type: "airflow", label: $label) { id } }')

async def main():
    transport = AIOHTTPTransport(url=sys.argv[1], headers={"Authorization": "token"})
    labels = iter(sys.stdin.read().split())
    async with Client(transport=transport) as session:
        async def work():
            for label in labels:
                create.variable_values = {"label": label}
                await session.execute(create)
        await asyncio.gather(*(work() for _ in range(int(sys.argv[2]))))

asyncio.run(main())
"#;
