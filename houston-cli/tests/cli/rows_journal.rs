//! The journal of a run, and `houston runs`.

use std::path::PathBuf;
use std::process::Command;

use houston_sandbox::WORKSPACE_ID;
use serde_json::Value;

use crate::environment::Ran;
use crate::rows_platform::{Platform, begin, deployments, labels, outcomes, rows, said};

fn words<'a>(file: &'a str, journal: &'a str) -> Vec<&'a str> {
    let fixed = ["--workspace-uuid", WORKSPACE_ID, "--type", "airflow", "--jobs", "1"];
    [&["createDeployment", "--rows", file, "--journal", journal][..], &fixed].concat()
}

fn journal(platform: &Platform) -> String {
    platform.path("j").to_str().unwrap().to_owned()
}

#[test]
fn a_journal_of_another_run_is_refused_and_other_changes_are_told() {
    let platform = Platform::start(&[]);
    let (file, journal) = (platform.file("d.csv", "label\na\nb\n"), journal(&platform));
    assert_eq!(platform.user.run(&words(&file, &journal)).code, 0);
    let other = platform.user.run(&["createWorkspace", "--rows", &file, "--journal", &journal]);
    let file = platform.file("d.csv", "label\na\nc\nd\n");
    let mut changed = words(&file, &journal);
    changed.extend(["--fields", "id"]);
    let changed = platform.user.run(&changed);
    assert_eq!(outcomes(&changed), ["done"; 3], "{changed}");
    insta::assert_snapshot!([said(&platform, &other), said(&platform, &changed)].join("\n\n"), @"
    error: the journal [FOLDER]/j is of another run [journal]
      Its operation is createDeployment, and this run's is createWorkspace.
    Nothing was sent. Name another file with `--journal FILE`.
    [exit: 2]

    journal: [FOLDER]/j
    note: since the journal was begun, --fields changed from (none) to id
    note: resuming the run that started at [TIME]
    3 rows: 3 done
    note: 1 row of the journal is not in the file: removed or changed since. A changed row is a new row
    [exit: 0]
    ");
    assert_eq!(platform.ran("createDeployment").len(), 4);
    assert!(platform.ran("createWorkspace").is_empty());
}

#[test]
fn a_journal_that_cannot_be_used_sends_nothing() {
    let platform = Platform::start(&[]);
    let (file, journal) = (platform.file("d.csv", "label\na\n"), journal(&platform));
    let path = PathBuf::from(&journal);
    assert_eq!(platform.user.run(&words(&file, &journal)).code, 0);
    let good = std::fs::read(&path).unwrap();
    let mut damaged = good.clone();
    let at = damaged.len() / 2;
    damaged[at] ^= 1;
    let mut all = Vec::new();
    for bytes in [&damaged[..], b"label\nx\n", b"{}\n"] {
        std::fs::write(&path, bytes).unwrap();
        all.push(said(&platform, &platform.user.run(&words(&file, &journal))));
    }
    let end = good.iter().position(|byte| *byte == b'\n').unwrap() + 1;
    let second = end + good[end..].iter().position(|byte| *byte == b'\n').unwrap() + 1;
    let removed = [&good[..end], &good[second..]].concat();
    for (bytes, why) in [
        (&good[..50], "the journal ends within its first line: the rest is missing"),
        (&removed, "line 2 of the journal was written as line 3: lines were removed or added"),
    ] {
        std::fs::write(&path, bytes).unwrap();
        for more in [&[][..], &["--dry-run"]] {
            let refused = platform.user.run(&[&words(&file, &journal)[..], more].concat());
            assert_eq!(refused.code, 2, "{refused}");
            assert!(refused.stderr.contains(why), "{refused}");
        }
        assert_eq!(std::fs::read(&path).unwrap(), bytes);
        let removed = platform.user.run(&["runs", "remove", &journal, "--yes"]);
        assert!(removed.code == 0 && removed.stderr.contains(why), "{removed}");
    }
    // A part of the last line is what a kill leaves.
    std::fs::write(&path, &good[..good.len() - 5]).unwrap();
    all.push(said(&platform, &platform.user.run(&words(&file, &journal))));
    std::fs::remove_file(&path).unwrap();
    std::os::unix::fs::symlink("/dev/null", &path).unwrap();
    all.push(said(&platform, &platform.user.run(&words(&file, &journal))));
    let missing = platform.path("no/j").to_str().unwrap().to_owned();
    all.push(said(&platform, &platform.user.run(&words(&file, &missing))));
    insta::assert_snapshot!(all.join("\n\n"), @"
    error: cannot use the journal [FOLDER]/j [journal]
      line 1 of the journal is damaged: its checksum or length is wrong
    Nothing was sent. Rows that it recorded may have run. Name another file with `--journal FILE`, and look before you run them again: `--if-exists check`, for example.
    [exit: 2]

    error: cannot use the journal [FOLDER]/j [journal]
      the file is not a journal of rows
    Nothing was sent. Rows that it recorded may have run. Name another file with `--journal FILE`, and look before you run them again: `--if-exists check`, for example.
    [exit: 2]

    error: cannot use the journal [FOLDER]/j [journal]
      the file is not a journal of rows
    Nothing was sent. Rows that it recorded may have run. Name another file with `--journal FILE`, and look before you run them again: `--if-exists check`, for example.
    [exit: 2]

    journal: [FOLDER]/j
    note: the last line of the journal is incomplete: a run was cut off while it wrote
    note: resuming the run that started at [TIME]
    1 row: 1 exists
    [exit: 0]

    error: cannot use the journal [FOLDER]/j [journal]
      caused by: Too many levels of symbolic links (os error [N])
    Nothing was sent. Name another file with `--journal FILE`.
    [exit: 2]

    error: cannot use the journal [FOLDER]/no/j [journal]
      caused by: No such file or directory (os error [N])
    Nothing was sent. Name another file with `--journal FILE`.
    [exit: 2]
    ");
    assert_eq!(platform.ran("createDeployment").len(), 1);
}

#[test]
fn two_runs_do_not_share_a_journal() {
    let platform = Platform::start(&["createDeployment:*:delay=500ms"]);
    let (file, journal) = (platform.file("d.csv", "label\na\nb\n"), journal(&platform));
    let first = begin(&platform.user, &words(&file, &journal));
    platform.wait_for("createDeployment", 1);
    let second = platform.user.run(&words(&file, &journal));
    insta::assert_snapshot!(said(&platform, &second), @"
    error: another process uses the journal [FOLDER]/j [journal]
    Nothing was sent. Wait until that run has ended, or name another file with `--journal FILE`.
    [exit: 2]
    ");
    assert_eq!(Ran::new(first.wait_with_output().unwrap()).code, 0);
}

#[test]
fn a_device_is_not_a_journal() {
    let platform = Platform::start(&[]);
    let file = platform.file("d.csv", "label\na\nb\n");
    let ran = platform.user.run(&words(&file, "/dev/full"));
    assert_eq!(ran.code, 2, "{ran}");
    assert!(platform.ran("createDeployment").is_empty());
}

/// The system lets the journal grow to 4 KiB, and no further.
#[cfg(unix)]
#[test]
fn a_journal_that_cannot_grow_stops_the_run() {
    let platform = Platform::start(&[]);
    let file = labels(&platform, 200);
    let journal = platform.path("full.journal");
    let words = words(&file, journal.to_str().unwrap());
    let own = platform.user.command(&words);
    let mut limited = Command::new("/bin/sh");
    limited.args(["-c", "trap '' XFSZ; ulimit -f 8; exec \"$0\" \"$@\""]).arg(own.get_program());
    limited.args(&words).env_clear();
    limited.envs(own.get_envs().filter_map(|(name, value)| Some((name, value?))));
    let ran = Ran::new(limited.output().unwrap());
    assert!(ran.stderr.contains("cannot write the journal"), "{ran}");
    assert!(ran.code == 1 || ran.code == 9, "{ran}");
    let sent = platform.ran("createDeployment").len();
    assert!((1..200).contains(&sent), "{sent}");
    // Every row has its line. What was reported as done is in the journal, and the next run goes on.
    let all = outcomes(&ran);
    let done = all.iter().take_while(|outcome| *outcome == "done").count();
    let is_open = |row: &Value| row["outcome"] == "unknown" && row["code"] == "journal";
    let open = rows(&ran).iter().filter(|row| is_open(row)).count();
    let skipped = all.iter().filter(|outcome| *outcome == "skipped").count();
    assert_eq!((all.len(), done + open, done + open + skipped), (200, sent, 200), "{ran}");
    let again = platform.user.run(&words);
    assert_eq!(again.code, 0, "{again}");
    let counts = platform.counts("createDeployment", "label");
    assert!(counts.len() == 200 && counts.values().all(|count| *count == 1), "{counts:?}");
}

/// The run stops in front of the first row that differs, and every row has its line.
#[test]
fn a_file_that_changes_while_its_rows_are_sent_stops_the_run() {
    const ROWS: usize = 60;
    let platform = Platform::start(&["createWorkspace:3:delay=1s"]);
    let text = |label: &str| {
        let filler = "x".repeat(30_000);
        let row = |at| format!("{label}{at},{filler}\n");
        format!("label,description\n{}", (1..=ROWS).map(row).collect::<String>())
    };
    let file = platform.file("w.csv", &text("w"));
    let run = begin(&platform.user, &["createWorkspace", "--rows", &file, "--jobs", "1"]);
    platform.wait_for("createWorkspace", 2);
    platform.file("w.csv", &text("v"));
    let ran = Ran::new(run.wait_with_output().unwrap());
    let numbers: Vec<usize> =
        rows(&ran).iter().map(|row| row["row"].as_u64().unwrap() as usize).collect();
    assert_eq!((ran.code, numbers), (2, (1..=ROWS).collect()), "{}", ran.stderr);
    let sent = platform.ran("createWorkspace").len();
    let expected = |at: usize| if at < sent { "done" } else { "skipped" };
    assert_eq!(outcomes(&ran), (0..ROWS).map(expected).collect::<Vec<_>>());
    assert!(ran.stderr.contains("changed while its rows were sent"), "{}", ran.stderr);
}

#[test]
fn runs_are_listed_shown_and_removed() {
    let platform = Platform::start(&["createDeployment:2:drop-after"]);
    let file = platform.file("d.csv", "label\na\nb\n");
    let run = deployments(&file);
    let user = &platform.user;
    assert_eq!(
        user.line("runs list").stderr,
        "No journals found. Start a run with `--rows` to create one.\n"
    );
    assert_eq!(user.run(&run).code, 9);
    let listed = user.line("runs list");
    let name = listed.stdout.lines().next().unwrap().to_owned();
    assert!(
        name.starts_with("createDeployment-") && listed.stdout.ends_with("  1 done, 1 unknown\n"),
        "{listed}"
    );
    let facts = user.answer(&["runs", "list", "-o", "json"]);
    assert_eq!((&facts[0]["name"], &facts[0]["rows"]["done"]), (&name.as_str().into(), &1.into()));
    let shown = user.answer(&["runs", "show", &name, "-o", "json"]);
    let key = |label: &str| format!("label={label} workspaceUuid={WORKSPACE_ID}");
    let rows: Vec<_> = shown["rows"]
        .as_array()
        .unwrap()
        .iter()
        .map(|row| (&row["line"], &row["key"], &row["outcome"]))
        .collect();
    assert_eq!(
        serde_json::to_value(rows).unwrap(),
        serde_json::json!([[2, key("a"), "done"], [3, key("b"), "unknown"]])
    );
    let text = user.run(&["runs", "show", &name]);
    assert!(
        text.stdout.contains("operation  createDeployment\n")
            && text.stdout.contains("  done      label=a workspaceUuid=ck0"),
        "{text}"
    );
    let refused = user.run(&["runs", "remove", &name]);
    assert_eq!(refused.code, 13, "{refused}");
    assert_eq!(user.run(&["runs", "remove", &name, "--yes"]).code, 0);
    insta::assert_snapshot!(user.run(&["runs", "show", "nothing"]), @"
    ------- stderr -------
    error: journal `nothing` not found [usage]
    `houston runs list` shows all of them.
    [exit: 2]
    ");
    // Without it, the run begins again.
    assert_eq!(outcomes(&user.run(&run)), ["refused", "refused"]);
}
