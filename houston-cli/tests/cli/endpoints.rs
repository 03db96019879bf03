//! Refused addresses, tokens, certificates and timeouts.

use houston_tests::server::{Script, Server};

use crate::environment::Environment;
use crate::refusals::{all_refused, refused};

#[test]
fn endpoints_exclude_each_other() {
    let calls = [
        "--url http://127.0.0.1:1 workspaces --sandbox",
        "--base-domain a --sandbox workspaces",
        "workspaces --url a --base-domain b",
        "--profile sandbox workspaces --base-domain b",
    ];
    let calls = calls.map(|line| line.split(' ').collect::<Vec<_>>());
    let shown = calls.map(|words| refused(&words).to_string());
    assert!(shown.iter().all(|text| *text == shown[0]), "{shown:?}");
    insta::assert_snapshot!(shown[0], @"
    ------- stderr -------
    error: --url, --base-domain, --sandbox and --profile cannot be used together [usage]
    Nothing was sent.
    [exit: 2]
    ");
}

#[test]
fn an_endpoint_has_to_be_named() {
    insta::assert_snapshot!(Environment::new().run(&["workspaces"]), @"
    ------- stderr -------
    error: no platform was given [usage]
    Nothing was sent. `houston auth login --base-domain DOMAIN` signs in and saves the platform.
    `--base-domain DOMAIN` or HOUSTON_BASE_DOMAIN uses https://houston.DOMAIN/v1.
    `--url URL` or HOUSTON_URL uses any other address.
    `--sandbox` uses the embedded Houston, which needs no platform.
    `houston profile use NAME` chooses a profile from `houston profile list`.
    `--dry-run` shows the request without sending it.
    [exit: 2]
    ");
}

#[test]
fn an_endpoint_has_to_be_safe() {
    let url = |url: &str| refused(&["workspaces", "--url", url]);
    insta::assert_snapshot!(url("http://houston.example.com/v1"), @"
    ------- stderr -------
    error: plain http shows the token to anyone on the network path; use https, or allow http [usage]
      The address comes from --url.
    Nothing was sent. `--allow-http` allows it.
    [exit: 2]
    ");
    let ran = url("https://me:hunter2@127.0.0.1:1/v1");
    assert!(!ran.all().contains("hunter2"));
    insta::assert_snapshot!(ran, @"
    ------- stderr -------
    error: the URL contains a user or password; use a token [usage]
      The address comes from --url.
    Nothing was sent.
    [exit: 2]
    ");
    insta::assert_snapshot!(refused(&["workspaces", "--base-domain", "https://example.com"]), @"
    ------- stderr -------
    error: --base-domain: `https://example.com` is not a valid domain [usage]
    Nothing was sent. Give a domain such as `example.com`, or a whole URL with `--url`.
    [exit: 2]
    ");
}

#[test]
fn a_token_has_to_be_one() {
    let user = Environment::new().set("HOUSTON_TOKEN", "Bearer canary");
    let ran = user.run(&["--url", "http://127.0.0.1:1/v1", "workspaces"]);
    assert!(!ran.all().contains("canary"), "{ran}");
    insta::assert_snapshot!(ran, @"
    ------- stderr -------
    error: HOUSTON_TOKEN cannot be used: the token contains white space or another character that is not visible ASCII (if it begins with `Bearer`, leave that out) [usage]
    Nothing was sent.
    [exit: 2]
    ");
}

#[test]
fn a_token_means_nothing_to_the_sandbox() {
    let calls = [
        &["--sandbox", "workspaces", "--token-stdin"][..],
        &["--sandbox", "workspaces", "--token-file", "x"],
    ];
    insta::assert_snapshot!(all_refused(&calls), @"
    $ --sandbox workspaces --token-stdin
    ------- stderr -------
    error: --sandbox signs in as its administrator and does not accept a token [usage]
    Nothing was sent. `houston sandbox serve` serves a sandbox that accepts tokens.
    [exit: 2]

    $ --sandbox workspaces --token-file x
    ------- stderr -------
    error: --sandbox signs in as its administrator and does not accept a token [usage]
    Nothing was sent. `houston sandbox serve` serves a sandbox that accepts tokens.
    [exit: 2]
    ");
}

#[test]
fn times_and_certificates_are_checked() {
    insta::assert_snapshot!(all_refused(&[
        &["workspaces", "--timeout", "5"],
        &["workspaces", "--ca-cert", "/no/such/file"],
        &["workspaces", "--retries", "x"],
    ]), @"
    $ workspaces --timeout 5
    ------- stderr -------
    error: --timeout: `5` is not a valid TIME: expected a number and a unit, such as 500ms, 10s or 2m [usage]
    Nothing was sent. See `houston workspaces --help`.
    [exit: 2]

    $ workspaces --ca-cert /no/such/file
    ------- stderr -------
    error: --ca-cert: /no/such/file cannot be used [usage]
      caused by: No such file or directory (os error [N])
    Nothing was sent.
    [exit: 2]

    $ workspaces --retries x
    ------- stderr -------
    error: --retries: `x` is not a valid N: expected a number from 0 to 20 [usage]
    Nothing was sent. See `houston workspaces --help`.
    [exit: 2]
    ");
    // The lines of a cause stay separate.
    let file = env!("CARGO_MANIFEST_PATH");
    let ran = refused(&["workspaces", "--ca-cert", file]).naming(file, "[FILE]");
    insta::assert_snapshot!(ran, @"
    ------- stderr -------
    error: --ca-cert: [FILE] cannot be used [usage]
      caused by: the root certificates cannot be read: the PEM text contains no certificate
    Nothing was sent. Give a PEM file. It contains a line `-----BEGIN CERTIFICATE-----`.
    [exit: 2]
    ");
}

#[test]
fn a_call_ends_in_time() {
    // It accepts the connection, but never answers.
    let url = Server::new(Script::Silent).url;
    let shown = ["--timeout", "--idle-timeout"].map(|option| {
        let start = std::time::Instant::now();
        let words = ["--url", &url, option, "200ms", "--retries", "0", "workspaces"];
        let ran = Environment::new().run(&words);
        assert!(start.elapsed().as_secs() < 5, "{option}");
        ran.after(option)
    });
    insta::assert_snapshot!(shown.concat(), @"
    $ --timeout
    ------- stderr -------
    error: workspaces: no complete answer: timed out after [TIME] ms [not-reached]
      The request changes nothing. You can send it again.
    Ask for less with `--fields`, or wait longer with `--timeout`. If the server sends nothing at all, try another token.
    [exit: 6]

    $ --idle-timeout
    ------- stderr -------
    error: workspaces: no complete answer: the server sent nothing for 200 ms [not-reached]
      The request changes nothing.
    Houston does not answer a key whose workspace was deleted, and it answers nothing while its database is down. Try another token.
    `houston doctor` finds out more.
    [exit: 6]
    ");
}
