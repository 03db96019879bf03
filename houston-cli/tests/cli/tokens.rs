//! Stored tokens, and calls that use them without a profile.

use houston_tests::server::Server;

use crate::environment::{Environment, Ran};
use crate::serve::Serving;

fn sign_in(user: &Environment, server: &Serving, name: &str) -> Ran {
    let words = ["auth", "login", "--url", &server.url, "--name", name, "--token-stdin"];
    let ran = user.with_stdin(&words, &server.token());
    assert_eq!(ran.code, 0, "{ran}");
    ran
}

#[test]
fn a_stored_token_is_used_for_its_host_however_it_is_named() {
    let administrator = Environment::new();
    let server = Serving::start(&administrator);
    let user = Environment::new();
    sign_in(&user, &server, "here");
    let token = server.token();
    // No profile is in use: only the address names the host.
    let config = user.config_file("config.toml").replace("current = \"here\"\n", "");
    std::fs::write(user.config().join("config.toml"), config).unwrap();
    let at = |url: &str, words: &[&str]| {
        Ran::new(user.command(words).env("HOUSTON_URL", url).output().unwrap())
    };
    let source = "the stored credentials of profile here";
    let shown = ["workspaces --fields label", "auth status", "workspaces --fields label -v"]
        .map(|line| at(&server.url, &line.split(' ').collect::<Vec<_>>()).after(line));
    assert!(!shown.concat().contains(&token), "{shown:?}");
    insta::assert_snapshot!(shown.concat(), @r#"
    $ workspaces --fields label
    [
      {
        "label": "Sandbox"
      }
    ]
    [exit: 0]

    $ auth status
    platform  http://127.0.0.1:[PORT]/v1 (from HOUSTON_URL)
    token     a service account key, from the stored credentials of profile here
    account   admin@sandbox.localhost
              SYSTEM_ADMIN of the platform
              WORKSPACE_ADMIN of workspace Sandbox ([WORKSPACE])
    [exit: 0]

    $ workspaces --fields label -v
    [
      {
        "label": "Sandbox"
      }
    ]
    ------- stderr -------
    endpoint: http://127.0.0.1:[PORT]/v1, from HOUSTON_URL
    token: from the stored credentials of profile here
    > POST http://127.0.0.1:[PORT]/v1
    > accept, content-type, authorization
    < 200 OK in [TIME], [N] bytes
    < content-type, content-length, date
    [exit: 0]
    "#);
    let doctor = at(&server.url, &["doctor"]);
    assert!(doctor.code == 0 && doctor.stdout.contains(source), "{doctor}");
    assert!(!doctor.all().contains(&token));
    let ran = user.run(&["--url", &server.url, "workspaces", "--fields", "id", "--dry-run"]);
    insta::assert_snapshot!(ran, @"
    POST http://127.0.0.1:[PORT]/v1
    accept: application/json
    content-type: application/json
    authorization: ***

    query workspaces {
      workspaces {
        id
      }
    }

    {}
    [exit: 0]
    ");
    let ran = user.run(&["--url", &server.url, "workspaces"]);
    assert_eq!(ran.code, 0, "{ran}");

    // Another port, host or scheme is another origin.
    let elsewhere = Server::answering("200 OK", r#"{"data":{"workspaces":[]}}"#);
    assert_eq!(at(&elsewhere.url, &["workspaces"]).code, 0);
    assert!(!elsewhere.request().to_lowercase().contains("authorization"));
    for url in [
        server.url.replace("127.0.0.1", "localhost"),
        server.url.replace("http:", "https:"),
        format!("{}0", server.url.trim_end_matches("/v1")),
    ] {
        let ran = at(&url, &["workspaces", "--dry-run"]);
        assert!(!ran.stdout.contains("authorization: ***"), "{url}: {ran}");
    }
    // The token of the call wins.
    let ran = at(&server.url, &["workspaces", "--token-file", "/dev/null"]);
    insta::assert_snapshot!(ran, @"
    ------- stderr -------
    error: the token cannot be used: the token is empty [usage]
      It comes from --token-file /dev/null.
    Nothing was sent.
    [exit: 2]
    ");
    let given = Server::answering("200 OK", r#"{"data":{"workspaces":[]}}"#);
    let bound = user
        .config_file("credentials.toml")
        .replace(server.url.trim_end_matches("/v1"), given.url.trim_end_matches("/v1"));
    std::fs::write(user.config().join("credentials.toml"), bound).unwrap();
    let mut call = user.command(&["workspaces", "--url", &given.url]);
    let ran = Ran::new(call.env("HOUSTON_TOKEN", "mine").output().unwrap());
    assert_eq!(ran.code, 0, "{ran}");
    assert!(given.request().contains("authorization: mine\r\n"));
}

#[test]
fn of_several_stored_tokens_none_is_guessed() {
    let administrator = Environment::new();
    let server = Serving::start(&administrator);
    let user = Environment::new();
    sign_in(&user, &server, "one");
    let ran = sign_in(&user, &server, "two");
    insta::assert_snapshot!(ran, @"
    ------- stderr -------
    Signed in to http://127.0.0.1:[PORT]/v1: admin@sandbox.localhost, SYSTEM_ADMIN of the platform, 1 other role
    The token is stored in [DIR]/config/credentials.toml, for this host only; profile two uses it.
    note: calls still go to http://127.0.0.1:[PORT]/v1 (from profile one (the configuration)); change that with `houston profile use two`
    [exit: 0]
    ");
    let calls = [
        "workspaces",
        "auth status",
        "workspaces --fields id -v",
        "workspaces --fields id --dry-run",
    ];
    let lines = calls.map(|line| format!("{line} --url {}", server.url));
    insta::assert_snapshot!(user.session(&lines.each_ref().map(String::as_str)), @"
    $ workspaces --url http://127.0.0.1:[PORT]/v1
    ------- stderr -------
    error: workspaces: Insufficient permissions. (INTERNAL_SERVER_ERROR) at workspaces [not-allowed]
      The server refused the request.
    workspaces needs no permission, only a valid token.
    There was no token: several profiles have a token for this host (one, two); choose one, for example with `--profile one` instead of the address.
    [exit: 3]

    $ auth status --url http://127.0.0.1:[PORT]/v1
    ------- stderr -------
    error: not signed in to http://127.0.0.1:[PORT]/v1: no token [not-allowed]
    several profiles have a token for this host (one, two); choose one, for example with `--profile one` instead of the address
    [exit: 3]

    $ workspaces --fields id -v --url http://127.0.0.1:[PORT]/v1
    ------- stderr -------
    endpoint: http://127.0.0.1:[PORT]/v1, from --url
    token: none; several profiles have a token for this host (one, two); choose one, for example with `--profile one` instead of the address
    > POST http://127.0.0.1:[PORT]/v1
    > accept, content-type
    < 200 OK in [TIME], [N] bytes
    < content-type, content-length, date
    error: workspaces: Insufficient permissions. (INTERNAL_SERVER_ERROR) at workspaces [not-allowed]
      The server refused the request.
    workspaces needs no permission, only a valid token.
    There was no token: several profiles have a token for this host (one, two); choose one, for example with `--profile one` instead of the address.
    [exit: 3]

    $ workspaces --fields id --dry-run --url http://127.0.0.1:[PORT]/v1
    POST http://127.0.0.1:[PORT]/v1
    accept: application/json
    content-type: application/json
    authorization: (no token: several profiles have a token for this host (one, two); choose one, for example with `--profile one` instead of the address)

    query workspaces {
      workspaces {
        id
      }
    }

    {}
    [exit: 0]
    ");
    let said = "several profiles have a token for this host (one, two); choose one";
    let doctor = user.run(&["doctor", "--url", &server.url]);
    assert!(doctor.code == 3 && doctor.stdout.contains(said), "{doctor}");
    assert_eq!(user.line("workspaces --profile two").code, 0);
    // No note if calls go there anyway.
    assert!(!sign_in(&user, &server, "one").stderr.contains("note: calls still go"));
    let user = user.set("HOUSTON_PROFILE", "one");
    insta::assert_snapshot!(sign_in(&user, &server, "three"), @"
    ------- stderr -------
    Signed in to http://127.0.0.1:[PORT]/v1: admin@sandbox.localhost, SYSTEM_ADMIN of the platform, 1 other role
    The token is stored in [DIR]/config/credentials.toml, for this host only; profile three uses it.
    note: calls still go to http://127.0.0.1:[PORT]/v1 (from profile one (HOUSTON_PROFILE)); use this one with `--profile three`
    [exit: 0]
    ");
}

#[test]
fn a_wrong_token_says_where_it_came_from_and_what_it_replaces() {
    let administrator = Environment::new();
    let server = Serving::start(&administrator);
    let user = Environment::new();
    sign_in(&user, &server, "one");
    let user = user.set("HOUSTON_TOKEN", "wrong");
    let ran = user.line("workspaces");
    insta::assert_snapshot!(ran, @"
    ------- stderr -------
    error: workspaces: Insufficient permissions. (INTERNAL_SERVER_ERROR) at workspaces [not-allowed]
      The server refused the request.
    The token is wrong or has expired: get another with `houston auth login`. Yours is neither a service account key nor a user token, from HOUSTON_TOKEN.
    workspaces needs no permission, only a valid token.
    HOUSTON_TOKEN takes the place of the token from the stored credentials of profile one: unset it to use that one.
    [exit: 3]
    ");
    let doctor = user.line("doctor");
    let next =
        "-> The token is wrong or has expired: get another with `houston auth login`. Yours is ";
    assert!(doctor.code == 3 && doctor.stdout.contains(next), "{doctor}");
    assert!(!doctor.all().contains("`houston doctor`"), "{doctor}");
}

/// A command for a token ends with its call, and so do the processes that it started.
#[cfg(unix)]
#[test]
fn a_token_command_has_a_time_limit_and_a_cap() {
    use std::time::{Duration, Instant};

    let directory = tempfile::tempdir().unwrap();
    let mark = directory.path().join("mark");
    let late = format!("(sleep 3; touch {}) & sleep 60; echo x", mark.display());
    for (command, why) in [
        (&*late, "it does not end within 1 s"),
        ("sleep 60 & echo x", "a process that it started does not close stdout within 1 s"),
        ("yes", "it writes more than 64 kB"),
        ("exit 3", "exit status: 3"),
    ] {
        let user = Environment::new();
        let add = ["profile", "add", "p", "--url", "http://127.0.0.1:1/v1", "--token-command"];
        assert_eq!(user.run(&[&add[..], &[command]].concat()).code, 0);
        let start = Instant::now();
        let ran = user.run(&["workspaces", "--timeout", "1s"]);
        let first = ran.stderr.lines().next().unwrap_or_default();
        let expected = format!("error: the token-command of profile p failed: {why} [not-allowed]");
        assert_eq!((ran.code, first), (3, &*expected), "{ran}");
        assert!(start.elapsed() < Duration::from_secs(5), "{:?}", start.elapsed());
    }
    std::thread::sleep(Duration::from_secs(3));
    assert!(!mark.exists());
}

#[test]
#[cfg(unix)]
fn a_file_that_others_can_read_is_told_and_used() {
    use std::fs::{Permissions, set_permissions, write};
    use std::os::unix::fs::PermissionsExt as _;

    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("token");
    write(&path, "abc").unwrap();
    let file = path.to_str().unwrap();
    for (mode, is_told) in [(0o600, false), (0o400, false), (0o640, true), (0o444, true)] {
        set_permissions(&path, Permissions::from_mode(mode)).unwrap();
        let server = Server::answering("200 OK", r#"{"data":{"workspaces":[]}}"#);
        let user = Environment::new().set("HOUSTON_URL", &server.url);
        let ran = user.run(&["workspaces", "--token-file", file]);
        let note = format!(
            "note: --token-file: other users can read {file}: `chmod 600 {file}` keeps it to you\n"
        );
        assert_eq!((ran.code, &*ran.stderr), (0, if is_told { &*note } else { "" }), "{mode:o}");
    }
}
