//! Signing in: where a token comes from, and which host it is stored for.

use houston_sandbox::WORKSPACE_ID;
use houston_tests::server::Server;

use crate::environment::Environment;
use crate::serve::Serving;

/// A user who is signed in to a served sandbox, by a profile named `here`.
fn signed_in(server: &Serving) -> (Environment, String) {
    let (user, token) = (Environment::new(), server.token());
    let words = ["auth", "login", "--url", &server.url, "--name", "here", "--token-stdin"];
    let ran = user.with_stdin(&words, &format!("{token}\n"));
    assert!(!ran.all().contains(&token));
    insta::assert_snapshot!(ran, @"
    ------- stderr -------
    Signed in to http://127.0.0.1:[PORT]/v1: admin@sandbox.localhost, SYSTEM_ADMIN of the platform, 1 other role
    The token is stored in [DIR]/config/credentials.toml, for this host only; profile here uses it.
    [exit: 0]
    ");
    (user, token)
}

#[test]
fn signing_in_tells_its_requests_and_not_the_token() {
    let administrator = Environment::new();
    let server = Serving::start(&administrator);
    let (user, token) = (Environment::new(), server.token());
    let words = ["auth", "login", "--url", &server.url, "--token-stdin", "-vv"];
    let ran = user.with_stdin(&words, &token);
    for told in ["> POST ", "> authorization: ***", "< 200 OK"] {
        assert!(ran.stderr.contains(told), "{ran}");
    }
    assert!(ran.code == 0 && !ran.all().contains(&token), "{ran}");
}

#[test]
fn a_token_is_kept_for_its_host_alone() {
    let administrator = Environment::new();
    let server = Serving::start(&administrator);
    let (user, token) = signed_in(&server);
    let credentials = user.config().join("credentials.toml");
    #[cfg(unix)]
    {
        use std::os::unix::fs::{MetadataExt, PermissionsExt};
        assert_eq!(credentials.metadata().unwrap().mode() & 0o777, 0o600);
        assert_eq!(user.config().metadata().unwrap().mode() & 0o777, 0o700);
        // A file that other users can read is not used.
        let allow = |mode| {
            std::fs::set_permissions(&credentials, std::fs::Permissions::from_mode(mode)).unwrap();
        };
        allow(0o644);
        let shown = user.session(&[
            "workspaces",
            // A call that sends nothing does not need the token.
            "workspaces --fields id --dry-run",
            "workspaces --fields id --curl",
            "profile list",
            "profile show",
        ]);
        assert!(!shown.contains(&token), "{shown}");
        insta::assert_snapshot!(shown, @"
        $ workspaces
        ------- stderr -------
        error: [DIR]/config/credentials.toml cannot be used [usage]
          it contains tokens, and other users can read it
        Nothing was sent. Run `chmod 600 '[DIR]/config/credentials.toml'`.
        [exit: 2]

        $ workspaces --fields id --dry-run
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
        ------- stderr -------
        note: the call would fail: [DIR]/config/credentials.toml cannot be used; it contains tokens, and other users can read it. Run `chmod 600 '[DIR]/config/credentials.toml'`.
        [exit: 0]

        $ workspaces --fields id --curl
        ------- stderr -------
        error: [DIR]/config/credentials.toml cannot be used [usage]
          it contains tokens, and other users can read it
        Nothing was sent. Run `chmod 600 '[DIR]/config/credentials.toml'`.
        [exit: 2]

        $ profile list
        * here  http://127.0.0.1:[PORT]/v1, signed in
        [exit: 0]

        $ profile show
        name: here
        current: true
        url: http://127.0.0.1:[PORT]/v1
        sandbox: false
        tokenCommand: false
        tokenStored: true
        allowHttp: false
        proxy: null
        caCert: null
        schema: built-in
        defaults: {}
        [exit: 0]
        ");
        let unusable =
            user.command(&["workspaces", "--dry-run"]).env("HOUSTON_TOKEN", "a\nb").output();
        assert_eq!(unusable.unwrap().status.code(), Some(0));
        allow(0o600);
    }
    assert!(!user.config_file("config.toml").contains(&token));
    assert_eq!(user.answer(&["workspaces"])[0]["id"], WORKSPACE_ID);
    let status = user.answer(&["auth", "status", "-o", "json"]);
    assert_eq!(status["profile"], "here");
    assert_eq!(status["token"]["source"], "the stored credentials of profile here");
    assert_eq!(status["user"], "admin@sandbox.localhost");
    assert_eq!(status["roles"][0]["role"], "SYSTEM_ADMIN");
    assert!(status["token"]["kind"].is_string());
    let calls = ["auth status", "profile show", "profile list", "profile list -o json"];
    let shown = user.session(&calls);
    assert!(!shown.contains(&token), "{shown}");
    insta::assert_snapshot!("profiles_of_one_who_is_signed_in", shown);

    // The profile now has another host: the token is not sent there.
    let elsewhere = Server::answering("200 OK", "{}");
    let config = user.config().join("config.toml");
    let text = std::fs::read_to_string(&config).unwrap().replace(&server.url, &elsewhere.url);
    std::fs::write(&config, text).unwrap();
    let ran = user.line("workspaces");
    insta::assert_snapshot!(ran.naming(&elsewhere.url.replace("/v1", ""), "[ELSEWHERE]"), @"
    ------- stderr -------
    error: the token stored for profile here belongs to another host [not-allowed]
      It is bound to http://127.0.0.1:[PORT], but the profile uses [ELSEWHERE].
    `houston auth login --profile here` stores a token for this host.
    [exit: 3]
    ");
    // The same with a URL in the call.
    let ran = user.run(&["workspaces", "--url", &elsewhere.url]);
    assert_eq!(ran.code, 6, "{ran}");
    assert!(!elsewhere.request().to_lowercase().contains("authorization"));

    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        let open = std::fs::Permissions::from_mode(0o644);
        std::fs::set_permissions(&credentials, open).unwrap();
    }
    insta::assert_snapshot!(user.line("auth logout"), @"
    ------- stderr -------
    Removed the token of profile here.
    [exit: 0]
    ");
    assert!(!user.config_file("credentials.toml").contains(&token));
}

#[test]
fn a_password_signs_in_and_a_wrong_token_is_not_kept() {
    let administrator = Environment::new();
    let server = Serving::start_with(&administrator, &["--empty"]);
    let made = administrator.set("P", "hidden-password");
    let words = "createUser --email a@example.com --username a --password @env:P";
    let ran =
        made.run(&[&["--url", &server.url], &words.split(' ').collect::<Vec<_>>()[..]].concat());
    assert_eq!(ran.code, 0, "{ran}");

    let user = Environment::new();
    let login = |words: &[&str], stdin: &str| {
        user.with_stdin(&[&["auth", "login", "--url", &server.url], words].concat(), stdin)
    };
    let shown = [
        ("--token-stdin", "wrong"),
        ("", ""),
        ("--identity a@example.com", ""),
        ("--identity a@example.com --password hidden-password", ""),
        ("--identity a@example.com --token-stdin", ""),
        ("--identity a@example.com --password @-", "wrong"),
    ]
    .map(|(line, stdin)| {
        let ran = login(&line.split_terminator(' ').collect::<Vec<_>>(), stdin);
        assert!(!user.config().join("credentials.toml").exists(), "{line}");
        assert!(!ran.all().contains("hidden-password"), "{ran}");
        ran.after(line)
    });
    insta::assert_snapshot!("what_signs_nobody_in", shown.concat());
    let ran = login(&["--identity", "a@example.com", "--password", "@-"], "hidden-password\n");
    assert!(!ran.all().contains("hidden-password"));
    let name = server.url.trim_start_matches("http://").trim_end_matches("/v1").replace(':', "-");
    assert_eq!(user.answer(&["auth", "status", "-o", "json"])["profile"], name);
    let status = user.answer(&["auth", "status", "-o", "json"]);
    assert_eq!(status["user"], "a");
    assert_eq!(status["token"]["kind"], "a user token (JWT)");
    let expiry = status["token"]["expiresAt"].as_str().unwrap();
    insta::assert_snapshot!(ran.naming(expiry, "[TIME]"), @"
    ------- stderr -------
    Signed in to http://127.0.0.1:[PORT]/v1: a, SYSTEM_ADMIN of the platform
    The token is stored in [DIR]/config/credentials.toml, for this host only; profile 127.0.0.1-[PORT] uses it.
    It expires at [TIME].
    [exit: 0]
    ");
}

#[test]
fn a_token_comes_from_where_the_call_says() {
    let user = Environment::new();
    let file = user.config().join("token");
    std::fs::create_dir_all(user.config()).unwrap();
    std::fs::write(&file, "from-file\n").unwrap();
    let file = file.to_str().unwrap();
    let add = "profile add p --token-command";
    let add: Vec<&str> = add.split(' ').chain(["echo from-$((1+1))", "--url"]).collect();
    let sent = |user: &Environment, words: &[&str], stdin: &str| {
        let server = Server::answering("200 OK", r#"{"data":{"workspaces":[]}}"#);
        let config = user.config().join("config.toml");
        let _ = std::fs::remove_file(config);
        let ran = user.run(&[&add[..], &[&server.url]].concat());
        assert_eq!(ran.code, 0, "{ran}");
        let ran = user.with_stdin(&[&["workspaces"], words].concat(), stdin);
        assert_eq!(ran.code, 0, "{words:?}: {ran}");
        let request = server.request();
        let line = request.lines().find_map(|line| line.strip_prefix("authorization: "));
        line.map(str::to_owned)
    };
    assert_eq!(sent(&user, &[], "").as_deref(), Some("from-2"));
    assert_eq!(sent(&user, &["--token-file", file], "").as_deref(), Some("from-file"));
    assert_eq!(sent(&user, &["--token-stdin"], "from-stdin").as_deref(), Some("from-stdin"));
    let user = user.set("HOUSTON_TOKEN", "from-environment");
    assert_eq!(sent(&user, &[], "").as_deref(), Some("from-environment"));
    assert_eq!(sent(&user, &["--token-file", file], "").as_deref(), Some("from-file"));
    insta::assert_snapshot!(user.line("workspaces --token-stdin --token-file x"), @"
    ------- stderr -------
    error: --token-file and --token-stdin cannot be used together [usage]
    Nothing was sent.
    [exit: 2]
    ");
    let words = ["createWorkspace", "--label", "@-", "--token-stdin"];
    insta::assert_snapshot!(user.with_stdin(&words, "x"), @"
    ------- stderr -------
    error: --token-stdin: stdin is already used by another option or argument [usage]
    Nothing was sent.
    [exit: 2]
    ");

    let user = Environment::new();
    let words =
        ["profile", "add", "p", "--url", "http://127.0.0.1:1/v1", "--token-command", "exit 3"];
    assert_eq!(user.run(&words).code, 0);
    insta::assert_snapshot!(user.line("workspaces"), @"
    ------- stderr -------
    error: the token-command of profile p failed: exit status: 3 [not-allowed]
      Nothing was sent.
    Run the command by itself: it must write only the token to stdout.
    [exit: 3]
    ");
    // It does not run for a call that sends nothing.
    assert_eq!(user.line("workspaces --dry-run").code, 0);
}
