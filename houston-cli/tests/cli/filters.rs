//! Filters that crash, do not end, or try to reach out: a mutation that ran never looks as if it had not.

use std::process::Stdio;
use std::time::{Duration, Instant};

use houston_tests::server::Server;

use crate::answers::{MUTATION, QUERY};
use crate::environment::{Environment, Ran};
use crate::refusals::refused;

const ANSWER: &str = r#"{"data":{"createWorkspace":{"id":"ck1","apiKey":"0123"}}}"#;

fn filtered(words: &[&str], options: &[&str]) -> Ran {
    let body = ANSWER.replace("createWorkspace", words[0]);
    let server = Server::answering("200 OK", &body);
    let user = Environment::new().set("HOUSTON_URL", &server.url);
    user.run(&[words, options].concat())
}

/// Not all of them crash, but all of them fail.
const CRASHES: [&str; 6] = [
    "def f: 1+f; f",
    "def f: [f]; f",
    "[range(1e10)]",
    "[limit(1e10; repeat(1))]",
    r#"reduce range(100) as $i ("a"; . + .)"#,
    "error(\"x\")",
];

#[test]
fn a_filter_that_crashes_does_not_hide_that_a_mutation_ran() {
    for filter in CRASHES {
        let ran = filtered(&MUTATION, &["--timeout", "3s", "--jq", filter]);
        assert_eq!(ran.code, 5, "{filter}: {ran}");
        assert_eq!(ran.stdout, "{\"id\":\"ck1\",\"apiKey\":\"0123\"}\n", "{filter}: {ran}");
        assert!(ran.stderr.contains("createWorkspace ran."), "{filter}: {ran}");
    }
    insta::assert_snapshot!(filtered(&MUTATION, &["--jq", "def f: 1+f; f"]), @r#"
    {"id":"ck1","apiKey":"0123"}
    ------- stderr -------
    error: --jq failed on the answer [partial]
      the filter used too much memory, or recursed too deeply
      createWorkspace ran. Do not run it again.
      Its whole answer was printed as JSON.
    The call ran. `--jq .` shows the input of the filter.
    [exit: 5]
    "#);
}

#[test]
fn a_filter_that_does_not_end_is_stopped() {
    for filter in ["def f: f; f", "last(repeat(1))", "[repeat(1)] | length"] {
        let start = Instant::now();
        for words in [&MUTATION[..], &QUERY[..]] {
            let ran = filtered(words, &["--timeout", "1s", "--jq", filter]);
            assert_eq!(ran.code, 5, "{filter}: {ran}");
        }
        assert!(start.elapsed() < Duration::from_secs(8), "{filter}: {:?}", start.elapsed());
    }
}

#[test]
fn a_deep_filter_is_read() {
    for (open, close) in [("(", ")"), ("[", "]"), ("if 1 then ", " end")] {
        let count = 8000 / (open.len() + close.len());
        let filter = format!("{}1{}", open.repeat(count), close.repeat(count));
        let ran = filtered(&MUTATION, &["--jq", &filter]);
        assert!(matches!(ran.code, 0 | 5), "{open}: {ran}");
    }
}

#[test]
fn results_have_a_limit() {
    let ran = filtered(&MUTATION, &["--jq", "repeat(\"0123456789\" * 1000)"]);
    assert_eq!(ran.code, 5, "{ran}");
    assert!(ran.stderr.contains("larger than 64 MiB"), "{ran}");
}

#[test]
fn what_cannot_be_shown_is_printed_as_json() {
    // An object is not one scalar.
    let ran = filtered(&MUTATION, &["-o", "value", "--jq", "{id, apiKey}"]);
    assert_eq!(
        (ran.code, ran.stdout.as_str()),
        (5, "{\"id\":\"ck1\",\"apiKey\":\"0123\"}\n"),
        "{ran}"
    );
}

#[test]
fn a_filter_that_reaches_out_is_refused_before_anything_is_sent() {
    for filter in [
        r#"import "a" as a; ."#,
        r#"import "/etc/passwd" as $a; $a"#,
        r#"include "a"; ."#,
        "halt",
        "halt_error",
        "halt(3)",
        "debug",
        "stderr",
        "input",
        "$__prog_args",
    ] {
        refused(&[&MUTATION[..], &["--jq", filter]].concat());
    }
    refused(&["workspaces", "--jq", &"[".repeat(8193)]);
    insta::assert_snapshot!(refused(&["workspaces", "--jq", "halt"]), @"
    ------- stderr -------
    error: --jq: `halt` is not a valid filter: `halt` is not available: a filter only reads the answer [usage]
    Nothing was sent. Write the filter as for jq, such as `.[].label`.
    [exit: 2]
    ");
    insta::assert_snapshot!(refused(&["workspaces", "--jq", r#"import "a" as $a; ."#]), @r#"
    ------- stderr -------
    error: --jq: `import "a" as $a; .` is not a valid filter: `import` and `include` are not available here: a filter reads no files [usage]
    Nothing was sent. Write the filter as for jq, such as `.[].label`.
    [exit: 2]
    "#);
}

/// Once the answer is here, a signal ends the process as usual, and the filter with it.
#[cfg(unix)]
#[test]
fn a_signal_after_the_answer_ends_the_process() {
    use std::os::unix::process::ExitStatusExt;

    for (signal, number) in [("-INT", 2), ("-TERM", 15)] {
        let server = Server::answering("200 OK", ANSWER);
        let user = Environment::new().set("HOUSTON_URL", &server.url);
        let mut command = user.command(&[&MUTATION[..], &["--jq", "def f: f; f"]].concat());
        command.stdout(Stdio::piped()).stderr(Stdio::piped());
        let child = command.spawn().unwrap();
        server.wait_for(1);
        let id = child.id().to_string();
        std::thread::sleep(Duration::from_millis(500));
        let start = Instant::now();
        assert!(std::process::Command::new("kill").args([signal, &id]).status().unwrap().success());
        let output = child.wait_with_output().unwrap();
        assert_eq!(output.status.signal(), Some(number), "{output:?}");
        assert!(start.elapsed() < Duration::from_secs(3), "{:?}", start.elapsed());
    }
}
