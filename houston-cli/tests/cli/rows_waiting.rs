//! `--wait` with `--rows`: what each row begins is waited for, also by the run after one that was killed.

use std::time::{Duration, Instant};

use houston_sandbox::WORKSPACE_ID;

use crate::environment::{Ran, lasting};
use crate::rows_platform::{Platform, begin, deployments, labels, outcomes, rows, said};
use crate::waiting::timeless;

/// The words of a run that creates a Deployment for each label, and waits for it.
fn waiting<'f>(file: &'f str, more: &[&'f str]) -> Vec<&'f str> {
    [&deployments(file)[..], &["--wait", "--every", "100ms"], more].concat()
}

/// Ages the platform once it has run so many creations, so that Deployments have become what they will be.
fn age(platform: &Platform, created: usize) {
    platform.wait_for("createDeployment", created);
    platform.sandbox.clock().advance(Duration::from_secs(60));
}

fn ended(run: std::process::Child) -> Ran {
    Ran::new(run.wait_with_output().unwrap())
}

/// A text of each row.
fn texts(ran: &Ran, name: &str) -> Vec<String> {
    rows(ran).iter().map(|row| timeless(&row[name].to_string())).collect()
}

/// What a run has said, without times.
fn told(platform: &Platform, ran: &Ran) -> String {
    timeless(&said(platform, ran))
}

#[test]
fn each_row_has_what_became_of_it() {
    let faults = ["createDeployment:2:becomes=UNHEALTHY", "createDeployment:3:becomes=DEPLOYING"];
    let platform = Platform::start(&faults);
    let file = labels(&platform, 3);
    let run = begin(&platform.user, &waiting(&file, &["--for", "1500ms"]));
    age(&platform, 3);
    let ran = ended(run);
    assert_eq!(outcomes(&ran), ["healthy", "failed", "timeout"], "{ran}");
    insta::assert_snapshot!(told(&platform, &ran), @"
    3 rows: 1 healthy, 1 failed, 1 timeout
    error: createDeployment: 2 of 3 rows failed [rows-failed]
      row 2: UNHEALTHY after [T] [wait-failed]
      row 3: still DEPLOYING after [T] [wait-timed-out]
    wait-failed: See why with `houston logs --deployment-uuid=ck[ID]`.
    Rows that are `failed` or `timeout` ran, and are not sent again. The same command waits on for those that are `timeout`, and with `--retry-failed` also for those that are `failed`.
    [exit: 8]
    ");
    insta::assert_snapshot!(texts(&ran, "error").join("\n"), @r#"
    null
    "UNHEALTHY after [T]"
    "still DEPLOYING after [T]"
    "#);
    insta::assert_snapshot!(lasting(&texts(&ran, "notes").join("\n")), @r#"
    ["HEALTHY after [T]"]
    ["See why with `houston logs --deployment-uuid=ck[ID]`."]
    []
    "#);
    // The same command waits on. Nothing is sent.
    let words = waiting(&file, &["--for", "2s"]);
    let ran = platform.user.run(&words);
    assert_eq!(outcomes(&ran), ["healthy", "failed", "timeout"], "{ran}");
    insta::assert_snapshot!(told(&platform, &ran), @"
    note: resuming the run that started at [TIME]
    3 rows: 1 healthy, 1 failed, 1 timeout
    error: createDeployment: 2 of 3 rows failed [rows-failed]
      row 2: UNHEALTHY after [T] [wait-failed]
      row 3: still DEPLOYING after [T] [wait-timed-out]
    wait-failed: See why with `houston logs --deployment-uuid=ck[ID]`.
    Rows that are `failed` or `timeout` ran, and are not sent again. The same command waits on for those that are `timeout`, and with `--retry-failed` also for those that are `failed`.
    [exit: 8]
    ");
    insta::assert_snapshot!(lasting(&texts(&ran, "notes").join("\n")), @r#"
    ["already done in an earlier run"]
    ["failed in an earlier run; --retry-failed looks at it again","See why with `houston logs --deployment-uuid=ck[ID]`."]
    ["already done in an earlier run: this run only waits"]
    "#);
    let again = [&words[..], &["--retry-failed"]].concat();
    let ran = platform.user.run(&again);
    assert_eq!(outcomes(&ran), ["healthy", "failed", "timeout"], "{ran}");
    assert_eq!(texts(&ran, "attempts"), ["0", "0", "0"]);
    assert_eq!(platform.ran("createDeployment").len(), 3);
    let shown = platform.user.line("runs list");
    assert!(shown.stdout.contains("1 healthy"), "{shown}");
    // Without --wait, they are all done.
    let ran = platform.user.run(&deployments(&file));
    assert_eq!((ran.code, outcomes(&ran)), (0, vec!["done".to_owned(); 3]), "{ran}");
}

#[test]
fn a_run_that_is_killed_while_it_waits_goes_on() {
    let platform = Platform::start(&[]);
    platform.sandbox.clock().stop();
    let file = labels(&platform, 5);
    let words = waiting(&file, &[]);
    let mut run = begin(&platform.user, &words);
    // Each of them has been looked at.
    platform.wait_for("createDeployment", 5);
    platform.wait_for("deployment", platform.ran("deployment").len() + 6);
    run.kill().unwrap();
    run.wait().unwrap();
    let shown = platform.user.line("runs list");
    assert!(shown.stdout.contains("5 waiting"), "{shown}");
    platform.sandbox.clock().advance(Duration::from_secs(60));
    let ran = platform.user.run(&words);
    assert_eq!((ran.code, outcomes(&ran)), (0, vec!["healthy".to_owned(); 5]), "{ran}");
    assert_eq!(platform.counts("createDeployment", "label").values().sum::<u32>(), 5);
    let ids = texts(&ran, "id");
    // Once more: nothing is asked.
    let before = platform.sandbox.ledger().len();
    let ran = platform.user.run(&words);
    assert_eq!((ran.code, outcomes(&ran)), (0, vec!["healthy".to_owned(); 5]), "{ran}");
    assert_eq!((texts(&ran, "id"), platform.sandbox.ledger().len()), (ids, before));
}

#[test]
fn a_run_without_a_wait_is_waited_for_later() {
    let platform = Platform::start(&["createDeployment:2:becomes=UNHEALTHY"]);
    let file = labels(&platform, 2);
    assert_eq!(platform.user.run(&deployments(&file)).code, 0);
    platform.sandbox.clock().advance(Duration::from_secs(60));
    let ran = platform.user.run(&waiting(&file, &[]));
    assert_eq!((ran.code, &outcomes(&ran)[..]), (8, &["healthy".into(), "failed".into()][..]));
    // What exists is waited for as well, and a plan waits for nothing.
    let file = platform.file("e.csv", "label\netl1\netl2\netl3\n");
    let words = waiting(&file, &["--if-exists", "use"]);
    let plan = platform.user.run(&[&words[..], &["--dry-run"]].concat());
    assert_eq!(outcomes(&plan), ["exists", "exists", "would-create"], "{plan}");
    let run = begin(&platform.user, &words);
    age(&platform, 3);
    assert_eq!(outcomes(&ended(run)), ["healthy", "failed", "healthy"]);
    assert_eq!(platform.ran("createDeployment").len(), 3);
}

#[test]
fn rows_that_wait_are_no_jobs_and_share_their_looks() {
    let platform = Platform::start(&[]);
    let file = labels(&platform, 12);
    let begun = Instant::now();
    let run = begin(&platform.user, &waiting(&file, &["--no-journal", "--for", "3s"]));
    // With one job: the first one still waits when the last one is sent.
    platform.wait_for("createDeployment", 12);
    let sent = begun.elapsed();
    let ran = ended(run);
    // One after another, they would wait for 36 s.
    assert!(sent < Duration::from_secs(18), "{sent:?}");
    let (looks, took) = (platform.ran("deployment").len(), begun.elapsed());
    assert!(looks >= 12, "each row looks: {looks}");
    assert!(looks as f64 <= took.as_secs_f64() * 10.0 + 2.0, "{looks} looks in {took:?}");
    assert_eq!((ran.code, outcomes(&ran)), (8, vec!["timeout".to_owned(); 12]), "{ran}");
    assert!(ran.stderr.contains("Do not run them again"), "{ran}");
}

#[test]
fn an_update_waits_for_the_restart_or_for_the_time_without_one() {
    let platform = Platform::start(&[]);
    let file = labels(&platform, 2);
    assert_eq!(platform.user.run(&deployments(&file)).code, 0);
    platform.sandbox.clock().advance(Duration::from_secs(60));
    let there = platform.ask("{ deployments { id } }");
    let ids = there["deployments"].as_array().unwrap().iter().map(|one| &one["id"]);
    let ids: Vec<&str> = ids.map(|id| id.as_str().unwrap()).collect();
    let file =
        format!("deploymentUuid,executor\n{},LocalExecutor\n{},CeleryExecutor\n", ids[0], ids[1]);
    let file = platform.file("u.csv", &file);
    let words = ["updateDeployment", "--rows", &file, "--merge", "--wait", "--every", "100ms"];
    let run = begin(&platform.user, &[&words[..], &["--settle", "1s"]].concat());
    platform.wait_for("updateDeployment", 1);
    std::thread::sleep(Duration::from_millis(300));
    platform.sandbox.clock().advance(Duration::from_secs(60));
    let ran = ended(run);
    assert_eq!((ran.code, outcomes(&ran)), (0, vec!["healthy".to_owned(); 2]), "{ran}");
    insta::assert_snapshot!(texts(&ran, "notes").join("\n"), @r#"
    ["payload.properties.alert_emails stays []","through 0.16, the running deployment changes only with sync: true","HEALTHY after [T], and another state before"]
    ["payload.properties.alert_emails stays []","through 0.16, the running deployment changes only with sync: true","HEALTHY, and no other state in [T]: most likely nothing had to restart"]
    "#);
}

#[cfg(unix)]
#[test]
fn a_signal_ends_the_waits_and_not_the_rows() {
    let platform = Platform::start(&[]);
    platform.sandbox.clock().stop();
    let file = labels(&platform, 2);
    let words = waiting(&file, &[]);
    let run = begin(&platform.user, &words);
    platform.wait_for("deployment", 3);
    let id = run.id().to_string();
    assert!(std::process::Command::new("kill").args(["-INT", &id]).status().unwrap().success());
    let ran = ended(run);
    assert_eq!((ran.code, outcomes(&ran)), (130, vec!["done".to_owned(); 2]), "{ran}");
    insta::assert_snapshot!(told(&platform, &ran), @"
    stopping: rows that are being sent end first, and no row waits any longer; a second signal ends at once
    2 rows: 2 done
    error: createDeployment: stopped by a signal after 2 of 2 rows [stopped]
    Run the same command again: it goes on where this run stopped.
    [exit: 130]
    ");
    insta::assert_snapshot!(texts(&ran, "notes").join("\n"), @r#"
    ["it is done, and its wait was stopped"]
    ["it is done, and its wait was stopped"]
    "#);
    platform.sandbox.clock().advance(Duration::from_secs(60));
    let ran = platform.user.run(&words);
    assert_eq!((ran.code, outcomes(&ran)), (0, vec!["healthy".to_owned(); 2]), "{ran}");
    assert_eq!(platform.ran("createDeployment").len(), 2);
}

#[test]
fn every_format_has_the_outcome_and_so_has_stop_after() {
    let platform = Platform::start(&["createDeployment:*:becomes=UNHEALTHY"]);
    let file = labels(&platform, 3);
    let slow = ["--rate", "1/s", "--stop-after", "1", "-o", "csv"];
    let run = begin(&platform.user, &waiting(&file, &slow));
    age(&platform, 1);
    let ran = ended(run);
    assert_eq!(ran.code, 8, "{ran}");
    let words: Vec<&str> =
        ran.stdout.lines().skip(1).map(|line| line.split(',').nth(3).unwrap()).collect();
    assert_eq!(words, ["failed", "skipped", "skipped"], "{ran}");
    for format in ["table", "json"] {
        let ran = platform.user.run(&waiting(&file, &["--for", "100ms", "-o", format]));
        assert!(ran.stdout.contains("failed"), "{ran}");
    }
    assert_eq!(platform.ran("createDeployment").len(), 3);
}

#[test]
fn a_token_that_ends_while_rows_wait_stops_the_run() {
    let platform = Platform::start(&[]);
    platform.sandbox.clock().stop();
    let made = platform.ask(&format!(
        "mutation {{ createWorkspaceServiceAccount(workspaceUuid: \"{WORKSPACE_ID}\", label: \"ci\", role: WORKSPACE_ADMIN) {{ id apiKey }} }}"
    ));
    let made = &made["createWorkspaceServiceAccount"];
    let user = platform.user_with(made["apiKey"].as_str().unwrap());
    let file = labels(&platform, 2);
    let journal = platform.path("j").to_str().unwrap().to_owned();
    let words = waiting(&file, &["--journal", &journal]);
    let run = begin(&user, &words);
    platform.wait_for("deployment", 3);
    platform.ask(&format!(
        "mutation {{ deleteWorkspaceServiceAccount(workspaceUuid: \"{WORKSPACE_ID}\", serviceAccountUuid: {}) {{ id }} }}",
        made["id"]
    ));
    let ran = ended(run);
    assert_eq!((ran.code, outcomes(&ran)), (3, vec!["partial".to_owned(); 2]), "{ran}");
    insta::assert_snapshot!(told(&platform, &ran), @"
    journal: [FOLDER]/j
    2 rows: 2 partial
    error: self: Insufficient permissions. (INTERNAL_SERVER_ERROR) at self [not-allowed]
      The server refused the request.
      The run stopped: it ran 2 of 2 rows; the report names them.
    The token is wrong or has expired: get another with `houston auth login`. Yours is a service account key, from HOUSTON_TOKEN.
    self needs no permission, only a valid token.
    Run the same command again with a good token: it goes on where this run stopped.
    [exit: 3]
    ");
    platform.sandbox.clock().advance(Duration::from_secs(60));
    let ran = platform.user.run(&words);
    assert_eq!((ran.code, outcomes(&ran)), (0, vec!["healthy".to_owned(); 2]), "{ran}");
    assert_eq!(platform.ran("createDeployment").len(), 2);
}
