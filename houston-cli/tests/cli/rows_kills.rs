//! Runs that are killed: the same command goes on, and nothing runs twice.

use std::collections::BTreeSet;
use std::time::{Duration, Instant};

use houston_sandbox::WORKSPACE_ID;
use serde_json::Value;

use crate::environment::{Environment, Ran};
use crate::rows_platform::{Platform, begin, deployments, outcomes, rows};

/// How many runs are killed at random, unless `HOUSTON_ROW_KILLS` says otherwise, and how long that may take in all.
const KILLS: u32 = 120;
const BUDGET: Duration = Duration::from_secs(600);

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

/// One file of rows, run and killed until it is done. Returns the number of kills.
fn killed_until_done(random: &mut fastrand::Rng) -> u32 {
    const ROWS: usize = 12;
    let platform = Platform::start(&[]);
    let accounts = random.bool();
    let labels: Vec<String> = (0..ROWS).map(|at| format!("k{at}")).collect();
    let file = platform.file("rows.csv", &format!("label\n{}\n", labels.join("\n")));
    let out = platform.path("keys").to_str().unwrap().to_owned();
    let (operation, own) = match accounts {
        true => {
            ("createWorkspaceServiceAccount", ["--role", "WORKSPACE_EDITOR", "--secrets-out", &out])
        }
        false => ("createDeployment", ["--type", "airflow", "--executor", "LocalExecutor"]),
    };
    let words =
        [&[operation, "--rows", &file, "--workspace-uuid", WORKSPACE_ID][..], &own].concat();
    let mut kills = 0;
    let ran = loop {
        let start = Instant::now();
        let run = begin(&platform.user, &words);
        let wait = Duration::from_micros(random.u64(5_000..200_000));
        while start.elapsed() < wait {
            std::thread::sleep(Duration::from_millis(1));
        }
        let output = kill(run);
        if output.status.code().is_some() {
            break Ran::new(output);
        }
        kills += 1;
    };
    check(&platform, operation, &ran, &labels);
    if accounts {
        let query = format!(
            "{{ workspaceServiceAccounts(workspaceUuid: \"{WORKSPACE_ID}\") {{ id apiKey }} }}"
        );
        let there = platform.ask(&query);
        let there = there["workspaceServiceAccounts"].as_array().unwrap();
        let text = |value: &Value| value.as_str().unwrap().to_owned();
        let there: BTreeSet<_> =
            there.iter().map(|one| (text(&one["id"]), text(&one["apiKey"]))).collect();
        assert_eq!(keys(&platform, "keys"), there, "a key is lost");
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
    let kills = std::env::var("HOUSTON_ROW_KILLS").map_or(KILLS, |text| text.parse().unwrap());
    let seed = fastrand::u64(..);
    eprintln!("seed {seed}");
    let mut random = fastrand::Rng::with_seed(seed);
    let (start, mut done, mut files) = (Instant::now(), 0, 0);
    while done < kills && start.elapsed() < BUDGET {
        done += killed_until_done(&mut random);
        files += 1;
    }
    eprintln!("{done} kills of runs over {files} files");
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
