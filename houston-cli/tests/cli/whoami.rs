//! `houston whoami`, `auth token` and `auth switch`.

use houston_tests::server::Server;

use crate::environment::{Environment, Ran};
use crate::serve::Serving;

fn sign_in(user: &Environment, server: &Serving, name: &str) {
    let words = ["auth", "login", "--url", &server.url, "--name", name, "--token-stdin"];
    assert_eq!(user.with_stdin(&words, &server.token()).code, 0);
}

#[test]
fn the_account_is_shown_with_its_platform_and_its_token() {
    let administrator = Environment::new();
    let server = Serving::start(&administrator);
    let user = Environment::new();
    insta::assert_snapshot!(user.line("whoami"), @"
    ------- stderr -------
    error: no platform was given [usage]
    Nothing was sent. `houston auth login --base-domain DOMAIN` signs in and saves the platform.
    `--base-domain DOMAIN` or HOUSTON_BASE_DOMAIN uses https://houston.DOMAIN/v1.
    `--url URL` or HOUSTON_URL uses any other address.
    `--sandbox` uses the embedded Houston, which needs no platform.
    `houston profile use NAME` chooses a profile from `houston profile list`.
    [exit: 2]
    ");
    sign_in(&user, &server, "here");
    let shown = user.session(&["whoami", "whoami -o yaml", "whoami --sandbox"]);
    assert!(!shown.contains(&server.token()));
    insta::assert_snapshot!(shown, @"
    $ whoami
    account   admin@sandbox.localhost, an administrator of the platform
    platform  http://127.0.0.1:[PORT]/v1 (from profile here (the configuration))
    token     a service account key, from the stored credentials of profile here
    [exit: 0]

    $ whoami -o yaml
    url: http://127.0.0.1:[PORT]/v1
    profile: here
    token:
      source: the stored credentials of profile here
      kind: a service account key
      expiresAt: null
    user: admin@sandbox.localhost
    isAdmin: true
    [exit: 0]

    $ whoami --sandbox
    account   admin@sandbox.localhost, an administrator of the platform
    platform  sandbox (from --sandbox)
    token     the administrator's token, from the sandbox
    [exit: 0]
    ");
    let key =
        user.answer(&["createSystemServiceAccount", "--label", "ci", "--role", "SYSTEM_ADMIN"]);
    let user = user.set("HOUSTON_TOKEN", key["apiKey"].as_str().unwrap());
    insta::assert_snapshot!(user.line("whoami"), @"
    account   a service account, an administrator of the platform
    platform  http://127.0.0.1:[PORT]/v1 (from profile here (the configuration))
    token     a service account key, from HOUSTON_TOKEN
    [exit: 0]
    ");
    let user = Environment::new().set("HOUSTON_URL", &server.url).set("HOUSTON_TOKEN", "wrong");
    insta::assert_snapshot!(user.line("whoami"), @"
    ------- stderr -------
    error: self: Insufficient permissions. (INTERNAL_SERVER_ERROR) at self [not-allowed]
      The server refused the request.
    The token is wrong or has expired: get another with `houston auth login`. Yours is neither a service account key nor a user token, from HOUSTON_TOKEN.
    self needs no permission, only a valid token.
    [exit: 3]
    ");
}

#[test]
fn one_request_is_enough() {
    for (answer, shown) in [
        (
            r#"{"data":{"self":{"isAdmin":false,"user":{"username":"a@example.com"}}}}"#,
            "account   a@example.com\n",
        ),
        (r#"{"data":{"self":{"isAdmin":false,"user":null}}}"#, "account   a service account\n"),
        (
            r#"{"data":{"self":{"isAdmin":true,"user":null}},"errors":[{"message":"x","path":["self","user"]}]}"#,
            "account   a service account, an administrator of the platform\n",
        ),
    ] {
        let server = Server::answering("200 OK", answer);
        let user = Environment::new().set("HOUSTON_URL", &server.url).set("HOUSTON_TOKEN", "t");
        let ran = user.line("whoami");
        assert!(ran.code == 0 && ran.stdout.starts_with(shown), "{ran}");
        assert_eq!(server.requests().len(), 1);
    }
    let server = Server::answering("200 OK", r#"{"data":{"self":null}}"#);
    let user = Environment::new().set("HOUSTON_URL", &server.url).set("HOUSTON_TOKEN", "t");
    insta::assert_snapshot!(user.line("whoami"), @"
    ------- stderr -------
    error: the platform does not say whose token this is [not-allowed]
    Get another token with `houston auth login`.
    [exit: 3]
    ");
}

#[test]
fn the_token_that_calls_use_is_printed_alone() {
    let administrator = Environment::new();
    let server = Serving::start(&administrator);
    let user = Environment::new();
    insta::assert_snapshot!(user.session(&["auth token", "auth token --sandbox"]), @"
    $ auth token
    ------- stderr -------
    error: no platform was given [usage]
    `houston auth login --base-domain DOMAIN` signs in and saves the platform.
    `--base-domain DOMAIN` or HOUSTON_BASE_DOMAIN uses https://houston.DOMAIN/v1.
    `--url URL` or HOUSTON_URL uses any other address.
    `--sandbox` uses the embedded Houston, which needs no platform.
    `houston profile use NAME` chooses a profile from `houston profile list`.
    [exit: 2]

    $ auth token --sandbox
    ------- stderr -------
    error: the sandbox needs no token: calls act as its administrator [usage]
    `houston sandbox serve` says where the token of a served sandbox is.
    [exit: 2]
    ");
    sign_in(&user, &server, "here");
    let ran = user.line("auth token");
    assert_eq!((ran.code, &*ran.stdout, &*ran.stderr), (0, &*format!("{}\n", server.token()), ""));
    // It works for another program.
    let token = ran.stdout.trim().to_owned();
    let other = Environment::new().set("HOUSTON_URL", &server.url).set("HOUSTON_TOKEN", &token);
    assert_eq!(other.line("workspaces").code, 0);
    // Not for another host, and by the rules of every call.
    let elsewhere = user.line("auth token --url http://127.0.0.1:1/v1");
    assert!(elsewhere.code == 3 && !elsewhere.all().contains(&token), "{elsewhere}");
    let at = |words: &[&str], variables: &[(&str, &str)]| {
        let mut command = user.command(words);
        Ran::new(command.envs(variables.iter().copied()).output().unwrap())
    };
    assert_eq!(at(&["auth", "token"], &[("HOUSTON_TOKEN", "mine")]).stdout, "mine\n");
    let named = [("HOUSTON_TOKEN", "mine"), ("HOUSTON_PROFILE", "here")];
    insta::assert_snapshot!(at(&["auth", "token"], &named).naming(&token, "[TOKEN]"), @"
    [TOKEN]
    ------- stderr -------
    note: HOUSTON_TOKEN is not used: profile here (HOUSTON_PROFILE) has its own token
    [exit: 0]
    ");
    // {"exp":1700000000}
    let expired = [("HOUSTON_TOKEN", "e30.eyJleHAiOjE3MDAwMDAwMDB9.x")];
    insta::assert_snapshot!(at(&["auth", "token"], &expired), @"
    e30.eyJleHAiOjE3MDAwMDAwMDB9.x
    ------- stderr -------
    note: Your token, from HOUSTON_TOKEN, expired at 2023-11-14T22:13:20Z. Sign in again with `houston auth login`. A user's token is valid for a day; automation needs the key of a service account.
    [exit: 0]
    ");
}

#[test]
fn a_profile_becomes_the_current_one_by_its_name() {
    let user = Environment::new();
    insta::assert_snapshot!(user.session(&["auth switch", "profile use"]), @"
    $ auth switch
    ------- stderr -------
    error: no profiles exist [usage]
    Create one with `houston auth login` or `houston profile add`.
    [exit: 2]

    $ profile use
    ------- stderr -------
    error: no profiles exist [usage]
    Create one with `houston auth login` or `houston profile add`.
    [exit: 2]
    ");
    for name in ["one", "two", "3"] {
        let add = ["profile", "add", name, "--url", "http://127.0.0.1:1/v1"];
        assert_eq!(user.run(&add).code, 0);
    }
    let calls = ["auth switch two", "auth switch", "auth switch nope"];
    insta::assert_snapshot!(user.session(&calls), @"
    $ auth switch two
    ------- stderr -------
    Profile two is now the current one.
    [exit: 0]

    $ auth switch
    ------- stderr -------
    error: the name of the profile is missing [usage]
    `houston profile list` shows the profiles.
    [exit: 2]

    $ auth switch nope
    ------- stderr -------
    error: unknown profile `nope` [usage]
    `houston profile list` shows the profiles, `houston profile add` creates one.
    [exit: 2]
    ");
    assert!(user.config_file("config.toml").contains("current = \"two\""));
}

#[cfg(target_os = "linux")]
#[test]
fn a_profile_is_chosen_from_a_list_on_a_terminal() {
    use crate::prompts::Terminal;

    let user = Environment::new();
    for name in ["one", "two", "1"] {
        let add = ["profile", "add", name, "--url", "http://127.0.0.1:1/v1"];
        assert_eq!(user.run(&add).code, 0);
    }
    let current = |keys: &str| {
        let mut terminal = Terminal::start(&user, "houston auth switch; echo \"code $?\"");
        terminal.answer("of the profile: ", keys);
        let shown = terminal.end();
        let text = user.config_file("config.toml");
        let line = text.lines().find(|line| line.starts_with("current")).unwrap_or_default();
        format!("{shown}{line}\n\n")
    };
    let shown = ["3\r", "one\r", "1\r", "4\r", "\r", "\u{4}"].map(current).concat();
    insta::assert_snapshot!(shown, @r#"
       1  1    http://127.0.0.1:1/v1
    *  2  one  http://127.0.0.1:1/v1
       3  two  http://127.0.0.1:1/v1
    Number or name of the profile: 3
    Profile two is now the current one.
    code 0
    current = "two"

       1  1    http://127.0.0.1:1/v1
       2  one  http://127.0.0.1:1/v1
    *  3  two  http://127.0.0.1:1/v1
    Number or name of the profile: one
    Profile one is now the current one.
    code 0
    current = "one"

       1  1    http://127.0.0.1:1/v1
    *  2  one  http://127.0.0.1:1/v1
       3  two  http://127.0.0.1:1/v1
    Number or name of the profile: 1
    Profile 1 is now the current one.
    code 0
    current = "1"

    *  1  1    http://127.0.0.1:1/v1
       2  one  http://127.0.0.1:1/v1
       3  two  http://127.0.0.1:1/v1
    Number or name of the profile: 4
    error: unknown profile `4` [usage]
    `houston profile list` shows the profiles, `houston profile add` creates one.
    code 2
    current = "1"

    *  1  1    http://127.0.0.1:1/v1
       2  one  http://127.0.0.1:1/v1
       3  two  http://127.0.0.1:1/v1
    Number or name of the profile:
    error: no profile was chosen [usage]
    Type the number or the name of one, or give it in the command.
    code 2
    current = "1"

    *  1  1    http://127.0.0.1:1/v1
       2  one  http://127.0.0.1:1/v1
       3  two  http://127.0.0.1:1/v1
    Number or name of the profile:
    error: no profile was chosen [usage]
    Type the number or the name of one, or give it in the command.
    code 2
    current = "1"
    "#);
}

#[cfg(not(feature = "keyring"))]
#[test]
fn a_program_without_the_keyring_says_so() {
    let administrator = Environment::new();
    let server = Serving::start(&administrator);
    let user = Environment::new();
    let words = ["auth", "login", "--url", &server.url, "--token-stdin", "--store", "keyring"];
    let ran = user.with_stdin(&words, &server.token());
    insta::assert_snapshot!(ran, @"
    ------- stderr -------
    error: this houston was built without the system keyring [usage]
      It is asked for the token of profile 127.0.0.1-[PORT] for http://127.0.0.1:[PORT].
    Nothing was sent. The released packages have it, and `cargo install houston-cli --features keyring`; `houston auth login --store file` stores the token in a file.
    [exit: 2]
    ");
    assert_eq!(user.config_file("credentials.toml"), "");
}
