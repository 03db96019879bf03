//! `houston runs merge`: the journals and the reports of shards.

use houston_sandbox::WORKSPACE_ID;

use crate::environment::Ran;
use crate::rows_platform::{Platform, labels, outcomes, rows, said};

/// A run of one shard with its journal in a file, or of the whole with this one.
fn run(platform: &Platform, file: &str, journal: &str, more: &[&str]) -> Ran {
    let journal = platform.path(journal).to_str().unwrap().to_owned();
    let fixed = [
        "--rows",
        file,
        "--workspace-uuid",
        WORKSPACE_ID,
        "--type",
        "airflow",
        "--journal",
        &journal,
    ];
    platform.user.run(&[&["createDeployment"][..], &fixed, more].concat())
}

/// The words of a merge of these files.
fn merge(platform: &Platform, out: Option<&str>, files: &[&str]) -> Ran {
    let path = |name: &&str| platform.path(name).to_str().unwrap().to_owned();
    let files: Vec<String> = files.iter().map(path).collect();
    let out = out.map(|name| format!("--out={}", path(&name)));
    let words = ["runs", "merge"].into_iter().map(str::to_owned).chain(out).chain(files);
    let words: Vec<String> = words.collect();
    platform.user.run(&words.iter().map(String::as_str).collect::<Vec<_>>())
}

#[test]
fn shards_become_one_run() {
    const ROWS: usize = 12;
    let platform = Platform::start(&[]);
    let file = labels(&platform, ROWS);
    let mut count = 0;
    for (shard, journal) in [("1/3", "1"), ("2/3", "2"), ("3/3", "3")] {
        for format in ["ndjson", "csv"] {
            let ran = run(&platform, &file, journal, &["--shard", shard, "-o", format]);
            assert_eq!(ran.code, 0, "{ran}");
            count += if format == "ndjson" { rows(&ran).len() } else { 0 };
            std::fs::write(platform.path(&format!("{journal}.{format}")), &ran.stdout).unwrap();
        }
    }
    // Each row is in one of the parts.
    assert_eq!((count, platform.ran("createDeployment").len()), (ROWS, ROWS));
    let report = merge(&platform, None, &["3.ndjson", "1.ndjson", "2.ndjson"]);
    let numbers: Vec<_> = rows(&report).iter().map(|row| row["row"].as_u64().unwrap()).collect();
    assert_eq!(numbers, (1..=ROWS as u64).collect::<Vec<_>>());
    assert_eq!(merge(&platform, Some("all.csv"), &["1.csv", "2.csv", "3.csv"]).code, 0);
    let csv = std::fs::read_to_string(platform.path("all.csv")).unwrap();
    assert!(csv.starts_with("row,line,key,outcome,") && csv.lines().count() == ROWS + 1, "{csv}");
    // The whole goes on from all parts: nothing is left to do.
    let partial = merge(&platform, Some("some"), &["1", "3"]);
    let merged = merge(&platform, Some("all"), &["1", "2", "3"]);
    let before = platform.sandbox.ledger().len();
    let whole = run(&platform, &file, "all", &[]);
    assert_eq!((whole.code, platform.sandbox.ledger().len()), (0, before), "{whole}");
    assert_eq!(outcomes(&whole), vec!["done"; ROWS]);
    insta::assert_snapshot!([&partial, &merged, &whole].map(|ran| said(&platform, ran)).join("\n\n"), @"
    note: the journal of shard 2/3 is missing
    Merged 2 journals with 9 rows into [FOLDER]/some.
    [exit: 0]

    Merged 3 journals with 12 rows into [FOLDER]/all.
    [exit: 0]

    journal: [FOLDER]/all
    note: resuming the run that started at [TIME]
    12 rows: 12 done
    note: an earlier run did all of these rows, so nothing was sent. A job that does the same rows every night passes `--no-journal`
    [exit: 0]
    ");
}

#[test]
fn what_does_not_belong_together_is_not_merged() {
    let platform = Platform::start(&[]);
    let (file, other) = (labels(&platform, 2), platform.file("e.csv", "label\nx\n"));
    for (file, journal) in [(&file, "1"), (&other, "2")] {
        let ran = run(&platform, file, journal, &[]);
        std::fs::write(platform.path(&format!("{journal}.ndjson")), &ran.stdout).unwrap();
    }
    std::fs::write(platform.path("d.ndjson"), "{\"id\":\"x\"}\n").unwrap();
    std::fs::write(platform.path("f.csv"), "id,label\nx,y\n").unwrap();
    let all = [
        merge(&platform, Some("all"), &["1", "2"]),
        merge(&platform, Some("all"), &["1", "1"]),
        merge(&platform, None, &["1"]),
        merge(&platform, Some("1"), &["1"]),
        merge(&platform, None, &["1.ndjson", "1.ndjson"]),
        merge(&platform, None, &["1", "1.ndjson"]),
        merge(&platform, None, &["d.ndjson"]),
        merge(&platform, None, &["f.csv"]),
        merge(&platform, None, &["none"]),
    ];
    assert!(!platform.path("all").exists());
    insta::assert_snapshot!(all.map(|ran| said(&platform, &ran)).join("\n\n"), @"
    error: [FOLDER]/2 is a journal of another run [journal]
      rows: [FOLDER]/e.csv, and the first journal has [FOLDER]/d.csv
    [exit: 2]

    error: [FOLDER]/1 has rows that another journal has as well [journal]
    [exit: 2]

    error: the merged journal needs a file [usage]
    Name it with `--out FILE`.
    [exit: 2]

    error: [FOLDER]/1 is a journal already [usage]
    Name another file with `--out FILE`.
    [exit: 2]

    error: row 1 is in [FOLDER]/1.ndjson and in [FOLDER]/1.ndjson [usage]
    [exit: 2]

    error: journals and reports cannot be merged into one [usage]
    Merge the journals first, and then the reports.
    [exit: 2]

    error: [FOLDER]/d.ndjson is not a report of rows: line 1 has no row number [usage]
    `-o ndjson` and `-o csv` write reports that can be merged.
    [exit: 2]

    error: [FOLDER]/f.csv is not a report of rows: line 1 has no row number [usage]
    `-o ndjson` and `-o csv` write reports that can be merged.
    [exit: 2]

    error: cannot read [FOLDER]/none [usage]
      caused by: No such file or directory (os error [N])
    [exit: 2]
    ");
}
