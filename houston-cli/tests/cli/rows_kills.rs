//! Runs that are killed: the same command goes on, and nothing runs twice.

use std::collections::BTreeSet;
use std::path::Path;
use std::time::{Duration, Instant};

use houston_sandbox::WORKSPACE_ID;
use serde_json::Value;

use crate::environment::{Environment, Ran};
use crate::rows_platform::{Platform, begin, deployments, outcomes, rows};

/// How many runs are killed at random, unless `HOUSTON_ROW_KILLS` says otherwise. Those have a fixed seed, and may take this
/// long in all; other ones have the seed `HOUSTON_ROW_SEED`, or a random one, and all the time that they need.
const KILLS: u32 = 200;
const SEED: u64 = 14;
const BUDGET: Duration = Duration::from_secs(600);

/// What went wrong over all kills.
#[derive(Debug, Default, PartialEq)]
struct Wrong {
    /// Rows that did not run, or are not reported as done.
    lost: usize,
    /// Rows that ran more than once.
    twice: usize,
    /// Rows of a report that the journal does not have.
    without_journal: usize,
    /// Keys that the platform has made, and the file of keys does not have.
    keys: usize,
}

#[expect(clippy::print_stderr, reason = "a test that fails shows what was wrong")]
impl Wrong {
    /// Compares the report of a run with the ledger.
    fn count(&mut self, platform: &Platform, operation: &str, ran: &Ran, labels: &[String]) {
        let counts = platform.counts(operation, "label");
        let is_good = |outcome: &&String| matches!(outcome.as_str(), "done" | "exists");
        let good = outcomes(ran).iter().filter(is_good).count();
        let missing = labels.iter().filter(|label| !counts.contains_key(*label)).count();
        let lost = missing.max(labels.len().saturating_sub(good)).max(usize::from(ran.code != 0));
        let twice = counts.values().filter(|times| **times > 1).count();
        if (lost, twice) != (0, 0) {
            eprintln!("{counts:?}: {ran}");
        }
        self.lost += lost;
        self.twice += twice;
    }

    /// Looks for each row that was reported in the journal: for its end, which has the id of the object, or for its intent if
    /// its answer has a key, which is written before the end is recorded.
    fn count_reported(&mut self, report: &str, journal: &Path) {
        let kept = std::fs::read_to_string(journal).unwrap_or_default();
        // The last line may have been cut off.
        let lines = report.split_inclusive('\n').filter(|line| line.ends_with('\n'));
        for line in lines {
            let row: Value = serde_json::from_str(line).unwrap();
            let is_done = matches!(row["outcome"].as_str(), Some("done" | "exists"));
            let name = if row["data"]["apiKey"].is_string() { "key" } else { "id" };
            if is_done && row[name].as_str().is_none_or(|text| !kept.contains(text)) {
                eprintln!("{line} is not in {kept}");
                self.without_journal += 1;
            }
        }
    }

    /// Looks for the keys of all service accounts.
    fn count_keys(&mut self, platform: &Platform, name: &str) {
        let query = format!(
            "{{ workspaceServiceAccounts(workspaceUuid: \"{WORKSPACE_ID}\") {{ id apiKey }} }}"
        );
        let there = platform.ask(&query);
        let text = |value: &Value| value.as_str().unwrap().to_owned();
        let there = there["workspaceServiceAccounts"].as_array().unwrap().iter();
        let there: BTreeSet<_> =
            there.map(|one| (text(&one["id"]), text(&one["apiKey"]))).collect();
        self.keys += there.difference(&keys(platform, name)).count();
    }
}

/// Kills a run without notice, and returns what it has said.
fn kill(mut run: std::process::Child) -> std::process::Output {
    // It may have ended already.
    let _ = run.kill();
    run.wait_with_output().unwrap()
}

/// Fifty Deployments in three workspaces from a CSV, killed twice and run again.
#[test]
fn fifty_deployments_survive_two_kills() {
    let platform = Platform::start(&["createDeployment:*:delay=10ms"]);
    let mut file = "label,workspace\n".to_owned();
    let names = ["Data", "Ads", "Shop, and more"];
    let ids = names.map(|name| platform.workspace(name));
    for at in 0..50 {
        file += &format!("etl{at},\"{}\"\n", names[at % 3]);
    }
    let file = platform.file("d.csv", &file);
    let words = [
        "createDeployment",
        "--rows",
        &file,
        "--type",
        "airflow",
        "--workspace-uuid",
        "@find:label={workspace}",
    ];
    for killed in [10, 25] {
        let run = begin(&platform.user, &words);
        platform.wait_for("createDeployment", killed);
        kill(run);
    }
    let ran = platform.user.run(&words);
    assert_eq!(ran.code, 0, "{ran}");
    let report = rows(&ran);
    assert_eq!(report.len(), 50);
    let counts = platform.counts("createDeployment", "label");
    let there = platform.ask("{ deployments { id label workspace { id } } }");
    let there = there["deployments"].as_array().unwrap();
    assert_eq!((counts.len(), there.len()), (50, 50));
    for (at, row) in report.iter().enumerate() {
        let label = format!("etl{at}");
        assert_eq!(counts[&label], 1, "{row}");
        assert!(row["outcome"] == "done" || row["outcome"] == "exists", "{row}");
        let made = there.iter().find(|one| one["id"] == row["id"]).unwrap();
        assert_eq!(
            (&made["label"], &made["workspace"]["id"]),
            (&Value::from(label), &Value::from(&*ids[at % 3]))
        );
        assert_eq!((&row["row"], &row["line"]), (&(at + 1).into(), &(at + 2).into()));
    }
    // Once more: nothing is sent, and the report is the same.
    let before = platform.sandbox.ledger().len();
    let again = platform.user.run(&words);
    assert_eq!((again.code, platform.sandbox.ledger().len()), (0, before), "{again}");
    let ids = |rows: &[Value]| rows.iter().map(|row| row["id"].clone()).collect::<Vec<_>>();
    assert_eq!((outcomes(&again), ids(&rows(&again))), (outcomes(&ran), ids(&report)));
}

/// The keys of a file of `--secrets-out`, by the id of their account.
fn keys(platform: &Platform, name: &str) -> BTreeSet<(String, String)> {
    let text = std::fs::read_to_string(platform.path(name)).unwrap_or_default();
    let lines = text.lines().map(|line| serde_json::from_str::<Value>(line).unwrap());
    let word = |value: &Value| value.as_str().unwrap().to_owned();
    lines.map(|line| (word(&line["id"]), word(&line["apiKey"]))).collect()
}

/// One file of rows, run and killed until it is done. Returns the number of kills. A run takes about `whole`.
fn killed_until_done(random: &mut fastrand::Rng, whole: &mut Duration, wrong: &mut Wrong) -> u32 {
    const ROWS: usize = 12;
    let platform = Platform::start(&[]);
    let accounts = random.bool();
    let labels: Vec<String> = (0..ROWS).map(|at| format!("k{at}")).collect();
    let file = platform.file("rows.csv", &format!("label\n{}\n", labels.join("\n")));
    let out = platform.path("keys").to_str().unwrap().to_owned();
    let journal = platform.path("journal");
    let (operation, own) = match accounts {
        true => {
            ("createWorkspaceServiceAccount", ["--role", "WORKSPACE_EDITOR", "--secrets-out", &out])
        }
        false => ("createDeployment", ["--type", "airflow", "--executor", "LocalExecutor"]),
    };
    let words = [operation, "--rows", &file, "--workspace-uuid", WORKSPACE_ID];
    let words = [&words[..], &["--journal", journal.to_str().unwrap()], &own].concat();
    let mut kills = 0;
    let ran = loop {
        let start = Instant::now();
        let mut run = begin(&platform.user, &words);
        let longest = whole.as_micros() as u64 * 6 / 5;
        let wait = Duration::from_micros(random.u64(5_000..longest.max(10_000)));
        while start.elapsed() < wait && run.try_wait().unwrap().is_none() {
            std::thread::sleep(Duration::from_millis(1));
        }
        let output = kill(run);
        wrong.count_reported(&String::from_utf8_lossy(&output.stdout), &journal);
        if output.status.code().is_some() {
            *whole = (*whole + start.elapsed()) / 2;
            break Ran::new(output);
        }
        kills += 1;
    };
    wrong.count(&platform, operation, &ran, &labels);
    if accounts {
        wrong.count_keys(&platform, "keys");
    }
    kills
}

fn check(platform: &Platform, operation: &str, ran: &Ran, labels: &[String]) {
    assert_eq!(ran.code, 0, "{ran}");
    let counts = platform.counts(operation, "label");
    let once = labels.iter().map(|label| (label.clone(), 1)).collect();
    assert_eq!(counts, once, "{ran}");
    let is_good = |outcome: &String| outcome == "done" || outcome == "exists";
    assert!(outcomes(ran).iter().all(is_good) && rows(ran).len() == labels.len(), "{ran}");
}

#[test]
fn a_run_that_is_killed_at_any_time_goes_on() {
    let number = |name: &str| std::env::var(name).ok().map(|text| text.parse::<u64>().unwrap());
    let asked = number("HOUSTON_ROW_KILLS");
    let seed = number("HOUSTON_ROW_SEED");
    let seed = seed.unwrap_or_else(|| asked.map_or(SEED, |_| fastrand::u64(..)));
    eprintln!("HOUSTON_ROW_SEED={seed}");
    let mut random = fastrand::Rng::with_seed(seed);
    let kills = asked.map_or(KILLS, |kills| kills.try_into().unwrap());
    let (start, mut done, mut files) = (Instant::now(), 0, 0);
    let (mut whole, mut wrong) = (Duration::from_millis(200), Wrong::default());
    while done < kills && (asked.is_some() || start.elapsed() < BUDGET) {
        done += killed_until_done(&mut random, &mut whole, &mut wrong);
        files += 1;
        if files % 100 == 0 {
            eprintln!("{done} kills, {files} files, {:?}: {wrong:?}", start.elapsed());
        }
    }
    eprintln!("{done} kills of runs over {files} files: {wrong:?}");
    assert_eq!(wrong, Wrong::default(), "HOUSTON_ROW_SEED={seed}");
}

/// Killed when its journal has been written so often: the same command goes on, whatever the last write was.
#[test]
fn a_run_that_is_killed_at_each_write_goes_on() {
    const ROWS: usize = 6;
    // The header, and two writes for each row.
    for writes in 1..=2 * ROWS + 1 {
        let platform = Platform::start(&["createDeployment:*:delay=10ms"]);
        let labels: Vec<String> = (0..ROWS).map(|at| format!("k{at}")).collect();
        let file = platform.file("rows.csv", &format!("label\n{}\n", labels.join("\n")));
        let journal = platform.path("journal");
        let words = deployments(&file);
        let words = [&words[..], &["--journal", journal.to_str().unwrap()]].concat();
        let mut run = begin(&platform.user, &words);
        let (mut length, mut seen) = (0, 0);
        while seen < writes && run.try_wait().unwrap().is_none() {
            let now = journal.metadata().map_or(0, |file| file.len());
            seen += usize::from(now > length);
            length = now;
        }
        let killed = kill(run);
        if killed.status.code().is_none() {
            let reported = String::from_utf8(killed.stdout).unwrap();
            let kept = std::fs::read_to_string(&journal).unwrap();
            // What is reported is in the journal.
            assert!(reported.lines().count() <= kept.matches("\"done\"").count(), "{kept}");
        }
        check(&platform, "createDeployment", &platform.user.run(&words), &labels);
    }
}

/// Without its journal, the same command looks first.
#[test]
fn a_run_without_its_journal_finds_what_exists() {
    let platform = Platform::start(&[]);
    let file = platform.file("d.csv", "label\na\nb\n");
    let words = deployments(&file);
    assert_eq!(platform.user.run(&words).code, 0);
    let other: Environment = platform.user_with(platform.sandbox.administrator_token());
    let again = other.run(&[&words[..], &["--if-exists", "check"]].concat());
    assert_eq!((again.code, outcomes(&again)), (0, vec!["exists".to_owned(); 2]), "{again}");
    assert_eq!(platform.ran("createDeployment").len(), 2);
}

/// Killed at each write, cut and sync of its journal, its file of keys and its report, one after another: the system call
/// does not happen.
#[cfg(target_os = "linux")]
#[test]
fn a_run_that_is_killed_at_each_call_of_the_system_goes_on() {
    use std::process::Command;
    const CALLS: &str =
        "write,writev,pwrite64,ftruncate,fsync,fdatasync,?rename,renameat,renameat2";
    const ROWS: usize = 3;
    let folders = std::env::var_os("PATH").unwrap_or_default();
    let folders: Vec<_> = std::env::split_paths(&folders).collect();
    let Some(strace) = folders.iter().map(|folder| folder.join("strace")).find(|at| at.exists())
    else {
        eprintln!("strace is not installed: left out");
        return;
    };
    // The program hides its memory, and with it the paths that it uses, from every other user.
    if std::os::unix::fs::MetadataExt::uid(&std::fs::metadata("/proc/self").unwrap()) != 0 {
        eprintln!("only root can trace the program: left out");
        return;
    }
    let (mut kills, mut wrong) = (0, Wrong::default());
    for name in ["journal", "keys", "report"] {
        for at in 1.. {
            let platform = Platform::start(&[]);
            let labels: Vec<String> = (0..ROWS).map(|at| format!("k{at}")).collect();
            let file = platform.file("rows.csv", &format!("label\n{}\n", labels.join("\n")));
            let path = |name: &str| platform.path(name).to_str().unwrap().to_owned();
            let (journal, out) = (path("journal"), path("keys"));
            let words = ["createWorkspaceServiceAccount", "--rows", &file, "--jobs", "1"];
            let own = ["--workspace-uuid", WORKSPACE_ID, "--role", "WORKSPACE_EDITOR"];
            let files = ["--journal", &journal, "--secrets-out", &out];
            let words = [&words[..], &own, &files].concat();
            let run = platform.user.command(&words);
            let mut traced = Command::new(&strace);
            traced.args(["-f", "-qq", "-o", "/dev/null", "-P", &path(name)]);
            traced.arg("-e").arg(format!("trace={CALLS}"));
            traced.arg("-e").arg(format!("inject={CALLS}:signal=SIGKILL:when={at}"));
            traced.arg("--").arg(run.get_program()).args(run.get_args()).env_clear();
            traced.envs(run.get_envs().filter_map(|(name, value)| Some((name, value?))));
            let report = std::fs::File::create(path("report")).unwrap();
            let ended = traced.stdout(report).output().unwrap();
            let reported = std::fs::read_to_string(path("report")).unwrap();
            wrong.count_reported(&reported, Path::new(&journal));
            let ran = platform.user.run(&words);
            wrong.count(&platform, "createWorkspaceServiceAccount", &ran, &labels);
            wrong.count_keys(&platform, "keys");
            if let Some(code) = ended.status.code() {
                assert_eq!(code, 0, "{}", String::from_utf8_lossy(&ended.stderr));
                assert!(at > ROWS, "{name} was used {at} times");
                break;
            }
            kills += 1;
        }
    }
    eprintln!("{kills} kills: {wrong:?}");
    assert_eq!(wrong, Wrong::default());
}
