//! Tokens in the system keyring: GNOME Keyring, on a bus of its own.

use std::os::unix::net::UnixListener;
use std::time::{Duration, Instant};

use tempfile::TempDir;

use crate::desktop::{Session, signal};
use crate::environment::{Environment, Ran};
use crate::serve::Serving;

fn sign_in(user: &Environment, server: &Serving, words: &[&str]) -> Ran {
    let all = ["auth", "login", "--url", &server.url, "--name", "here", "--token-stdin"];
    user.with_stdin(&[&all, words].concat(), &server.token())
}

#[test]
fn a_token_is_kept_in_the_keyring_alone() {
    let Some(mut session) = Session::with_keyring() else { return };
    let administrator = Environment::new();
    let server = Serving::start(&administrator);
    let user = session.user();
    let token = server.token();
    insta::assert_snapshot!(sign_in(&user, &server, &["--store", "keyring"]), @"
    ------- stderr -------
    Signed in to http://127.0.0.1:[PORT]/v1: admin@sandbox.localhost, SYSTEM_ADMIN of the platform, 1 other role
    The token is stored in the system keyring, for this host only; profile here uses it.
    [exit: 0]
    ");
    assert_eq!(session.found(&server), token);
    let credentials = user.config_file("credentials.toml");
    let origin = server.url.trim_end_matches("/v1");
    assert_eq!(credentials, format!("[here]\norigin = \"{origin}\"\nstore = \"keyring\"\n"));
    let calls = ["workspaces --fields label -v", "auth status", "workspaces --fields id --curl"];
    let shown = user.session(&calls);
    assert!(!shown.contains(&token), "{shown}");
    insta::assert_snapshot!(shown, @r#"
    $ workspaces --fields label -v
    [
      {
        "label": "Sandbox"
      }
    ]
    ------- stderr -------
    endpoint: http://127.0.0.1:[PORT]/v1, from profile here (the configuration)
    token: from the credentials of profile here in the system keyring
    > POST http://127.0.0.1:[PORT]/v1
    > accept, content-type, authorization
    < 200 OK in [TIME], [N] bytes
    < content-type, content-length, date
    [exit: 0]

    $ auth status
    platform  http://127.0.0.1:[PORT]/v1 (from profile here (the configuration))
    token     a service account key, from the credentials of profile here in the system keyring
    account   admin@sandbox.localhost
              SYSTEM_ADMIN of the platform
              WORKSPACE_ADMIN of workspace Sandbox ([WORKSPACE])
    [exit: 0]

    $ workspaces --fields id --curl
    curl --silent --show-error --fail-with-body 'http://127.0.0.1:[PORT]/v1' \
      --header 'Content-Type: application/json' \
      --header "Authorization: $HOUSTON_CURL_TOKEN" \
      --data-binary '{"query":"query workspaces {\n  workspaces {\n    id\n  }\n}","variables":{}}'
    ------- stderr -------
    note: set HOUSTON_CURL_TOKEN to the token from the credentials of profile here in the system keyring before you run the command
    [exit: 0]
    "#);
    let doctor = user.line("doctor");
    let source = "from the credentials of profile here in the system keyring";
    assert!(doctor.code == 0 && doctor.stdout.contains(source), "{doctor}");
    assert_eq!(user.line("auth token").stdout, format!("{token}\n"));
    // It stays where it is.
    let again = sign_in(&user, &server, &[]);
    assert!(again.stderr.contains("stored in the system keyring"), "{again}");
    // It is moved, and then removed.
    assert_eq!(sign_in(&user, &server, &["--store", "file"]).code, 0);
    assert_eq!(session.found(&server), "");
    assert!(user.config_file("credentials.toml").contains(&token));
    assert_eq!(sign_in(&user, &server, &["--store", "keyring"]).code, 0);
    assert!(!user.config_file("credentials.toml").contains(&token));
    assert_eq!(user.line("workspaces").code, 0);
    insta::assert_snapshot!(user.line("auth logout"), @"
    ------- stderr -------
    Removed the token of profile here.
    [exit: 0]
    ");
    assert_eq!(session.found(&server), "");
    assert_eq!(user.config_file("credentials.toml"), "");
    // With its profile, it goes as well.
    assert_eq!(sign_in(&user, &server, &["--store", "keyring"]).code, 0);
    assert_eq!(user.line("profile remove here --yes").code, 0);
    assert_eq!(session.found(&server), "");
}

#[test]
fn a_changed_file_does_not_send_a_token_of_the_keyring_elsewhere() {
    let Some(session) = Session::with_keyring() else { return };
    let administrator = Environment::new();
    let server = Serving::start(&administrator);
    let user = session.user();
    assert_eq!(sign_in(&user, &server, &["--store", "keyring"]).code, 0);
    let elsewhere =
        houston_tests::server::Server::answering("200 OK", r#"{"data":{"workspaces":[]}}"#);
    for name in ["config.toml", "credentials.toml"] {
        let (here, there) = (&server.url, &elsewhere.url);
        let (here, there) = (here.trim_end_matches("/v1"), there.trim_end_matches("/v1"));
        let text = user.config_file(name).replace(here, there);
        std::fs::write(user.config().join(name), text).unwrap();
    }
    let ran = user.line("workspaces");
    insta::assert_snapshot!(ran, @"
    ------- stderr -------
    error: the system keyring has no token for profile here and http://127.0.0.1:[PORT] [not-allowed]
    Sign in again with `houston auth login --store keyring`.
    [exit: 3]
    ");
    assert!(elsewhere.seen().is_empty());
}

#[test]
fn a_locked_keyring_is_told() {
    let Some(mut session) = Session::with_keyring() else { return };
    let administrator = Environment::new();
    let server = Serving::start(&administrator);
    let user = session.user();
    assert_eq!(sign_in(&user, &server, &["--store", "keyring"]).code, 0);
    let locked = session.line(
        "dbus-send --session --print-reply --dest=org.freedesktop.secrets /org/freedesktop/secrets \
         org.freedesktop.Secret.Service.Lock \
         array:objpath:/org/freedesktop/secrets/collection/login | grep -c collection/login",
    );
    assert_eq!(locked, "1");
    let shown = user.session(&["workspaces --timeout 20s", "auth logout"]);
    insta::assert_snapshot!(shown, @"
    $ workspaces --timeout 20s
    ------- stderr -------
    error: the system keyring is locked, and was not unlocked [not-allowed]
      caused by: Couldn't access platform storage: SS error: prompt dismissed
    Unlock the keyring: sign in to your desktop, or open the keyring's app. Then run the command again.
    [exit: 3]

    $ auth logout
    ------- stderr -------
    error: the system keyring is locked, and was not unlocked [not-allowed]
      caused by: Couldn't access platform storage: SS error: prompt dismissed
    Unlock the keyring: sign in to your desktop, or open the keyring's app. Then run the command again.
    To leave the token in the system keyring, remove the part [here] of [DIR]/config/credentials.toml.
    [exit: 3]
    ");
    // What sends nothing asks no keyring.
    assert_eq!(user.line("workspaces --dry-run").code, 0);
    assert_eq!(user.line("profile list").code, 0);
    assert!(user.config_file("credentials.toml").contains("keyring"));
    insta::assert_snapshot!(sign_in(&user, &server, &["--store", "keyring", "--timeout", "20s"]), @"
    ------- stderr -------
    error: the system keyring is locked, and was not unlocked [not-allowed]
      caused by: Couldn't access platform storage: SS error: prompt dismissed
    Unlock the keyring: sign in to your desktop, or open the keyring's app. Then run the command again.
    [exit: 3]
    ");
}

#[test]
fn a_keyring_that_is_stopped_is_not_waited_for() {
    let Some(session) = Session::with_keyring() else { return };
    let administrator = Environment::new();
    let server = Serving::start(&administrator);
    let user = session.user();
    assert_eq!(sign_in(&user, &server, &["--store", "keyring"]).code, 0);
    let process = session.keyring.clone().unwrap();
    signal(&process, "-STOP");
    let ran = user.line("workspaces --timeout 1s");
    signal(&process, "-CONT");
    insta::assert_snapshot!(ran, @"
    ------- stderr -------
    error: the system keyring does not answer within 1 s [not-allowed]
    Start a keyring service on the bus of your session, such as GNOME Keyring, KWallet or KeePassXC. `houston auth login --store file` stores the token in a file instead, and HOUSTON_TOKEN needs neither.
    [exit: 3]
    ");
    assert_eq!(user.line("workspaces").code, 0);
}

#[test]
fn a_bus_without_a_keyring_is_told_before_anything_is_asked() {
    let Some(session) = Session::start() else { return };
    let administrator = Environment::new();
    let server = Serving::start(&administrator);
    let user = session.user();
    insta::assert_snapshot!(sign_in(&user, &server, &["--store", "keyring"]), @"
    ------- stderr -------
    error: the system keyring cannot be reached [not-allowed]
      caused by: Platform failure: zbus error: org.freedesktop.DBus.Error.ServiceUnknown: The name org.freedesktop.secrets was not provided by any .service files
    Start a keyring service on the bus of your session, such as GNOME Keyring, KWallet or KeePassXC. `houston auth login --store file` stores the token in a file instead, and HOUSTON_TOKEN needs neither.
    [exit: 3]
    ");
    // Nothing was stored in the file in its place.
    assert_eq!(user.config_file("credentials.toml"), "");
    assert_eq!(user.config_file("config.toml"), "");
}

/// Keeps a user's token in a keyring that is not there now.
fn kept(user: Environment, server: &Serving) -> Environment {
    assert_eq!(sign_in(&user, server, &["--store", "file"]).code, 0);
    let file = user.config().join("credentials.toml");
    let text = user.config_file("credentials.toml");
    let text: String = text
        .lines()
        .filter(|line| !line.starts_with("token"))
        .map(|line| format!("{line}\n"))
        .collect();
    std::fs::write(file, text + "store = \"keyring\"\n").unwrap();
    user
}

#[test]
fn without_a_bus_it_is_told_at_once_and_the_file_is_not_used() {
    let administrator = Environment::new();
    let server = Serving::start(&administrator);
    let directory = TempDir::new().unwrap();
    // Not that of the person who runs the tests.
    let user = || Environment::new().set("XDG_RUNTIME_DIR", directory.path().to_str().unwrap());
    let ran = sign_in(&user(), &server, &["--store", "keyring"]);
    insta::assert_snapshot!(ran, @"
    ------- stderr -------
    error: the system keyring cannot be reached [not-allowed]
      caused by: Platform failure: zbus error: Failed to connect to address `unix:path=[DIR]/bus`: No such file or directory (os error [N])
    Start a keyring service on the bus of your session, such as GNOME Keyring, KWallet or KeePassXC. `houston auth login --store file` stores the token in a file instead, and HOUSTON_TOKEN needs neither.
    [exit: 3]
    ");
    let user = kept(user(), &server);
    let shown = user.session(&["workspaces", "auth status", "auth logout", "profile list"]);
    insta::assert_snapshot!(shown, @"
    $ workspaces
    ------- stderr -------
    error: the system keyring cannot be reached [not-allowed]
      caused by: Platform failure: zbus error: Failed to connect to address `unix:path=[DIR]/bus`: No such file or directory (os error [N])
    Start a keyring service on the bus of your session, such as GNOME Keyring, KWallet or KeePassXC. `houston auth login --store file` stores the token in a file instead, and HOUSTON_TOKEN needs neither.
    [exit: 3]

    $ auth status
    ------- stderr -------
    error: the system keyring cannot be reached [not-allowed]
      caused by: Platform failure: zbus error: Failed to connect to address `unix:path=[DIR]/bus`: No such file or directory (os error [N])
    Start a keyring service on the bus of your session, such as GNOME Keyring, KWallet or KeePassXC. `houston auth login --store file` stores the token in a file instead, and HOUSTON_TOKEN needs neither.
    [exit: 3]

    $ auth logout
    ------- stderr -------
    error: the system keyring cannot be reached [not-allowed]
      caused by: Platform failure: zbus error: Failed to connect to address `unix:path=[DIR]/bus`: No such file or directory (os error [N])
    Start a keyring service on the bus of your session, such as GNOME Keyring, KWallet or KeePassXC. `houston auth login --store file` stores the token in a file instead, and HOUSTON_TOKEN needs neither.
    To leave the token in the system keyring, remove the part [here] of [DIR]/config/credentials.toml.
    [exit: 3]

    $ profile list
    * here  http://127.0.0.1:[PORT]/v1, signed in
    [exit: 0]
    ");
    let doctor = user.line("doctor");
    assert!(
        doctor.code == 3 && doctor.stderr.ends_with("HOUSTON_TOKEN needs neither.\n"),
        "{doctor}"
    );
    // Another source needs no keyring.
    let other = user
        .command(&["workspaces"])
        .env("HOUSTON_URL", &server.url)
        .env("HOUSTON_TOKEN", server.token())
        .output();
    assert_eq!(Ran::new(other.unwrap()).code, 0);
}

#[test]
fn a_bus_that_never_answers_is_not_waited_for() {
    let directory = TempDir::new().unwrap();
    let path = directory.path().join("bus");
    let bus = UnixListener::bind(&path).unwrap();
    bus.set_nonblocking(true).unwrap();
    let administrator = Environment::new();
    let server = Serving::start(&administrator);
    let address = format!("unix:path={}", path.display());
    let user = || Environment::new().set("DBUS_SESSION_BUS_ADDRESS", &address);
    // A token in the file needs no bus, and none is asked.
    let other = user();
    assert_eq!(sign_in(&other, &server, &[]).code, 0);
    assert_eq!(other.line("workspaces").code, 0);
    assert_eq!(other.line("auth logout").code, 0);
    assert!(bus.accept().is_err());
    let user = kept(user(), &server);
    let begun = Instant::now();
    let ran = user.line("workspaces");
    assert!(begun.elapsed() < Duration::from_secs(30), "{:?}", begun.elapsed());
    insta::assert_snapshot!(ran, @"
    ------- stderr -------
    error: the system keyring does not answer within 5 s [not-allowed]
    Start a keyring service on the bus of your session, such as GNOME Keyring, KWallet or KeePassXC. `houston auth login --store file` stores the token in a file instead, and HOUSTON_TOKEN needs neither.
    [exit: 3]
    ");
    assert!(bus.accept().is_ok());
    insta::assert_snapshot!(user.line("workspaces --timeout 500ms"), @"
    ------- stderr -------
    error: the system keyring does not answer within 500 ms [not-allowed]
    Start a keyring service on the bus of your session, such as GNOME Keyring, KWallet or KeePassXC. `houston auth login --store file` stores the token in a file instead, and HOUSTON_TOKEN needs neither.
    [exit: 3]
    ");
}
