//! `houston doctor`, with everything working and with one broken layer.

use houston_tests::server::{Script, Server, http};
use serde_json::Value;

use crate::authority::Authority;
use crate::environment::{Environment, Ran};
use crate::serve::Serving;

fn layers(ran: &Ran) -> Vec<Value> {
    serde_json::from_str::<Vec<Value>>(&ran.stdout).expect(&ran.stderr)
}

/// The states of all layers in one line.
fn states(ran: &Ran) -> String {
    let state = |layer: &Value| {
        format!("{} {}", layer["layer"].as_str().unwrap(), layer["status"].as_str().unwrap())
    };
    layers(ran).iter().map(state).collect::<Vec<_>>().join(", ")
}

#[track_caller]
fn of<'l>(layers: &'l [Value], name: &str) -> &'l Value {
    layers.iter().find(|layer| layer["layer"] == name).expect(name)
}

/// A server that gives this answer to every request. A connection without a request gets no answer.
fn answering(status: &str, body: &str) -> String {
    let headers = "Location: https://elsewhere.example/\r\nConnection: close\r\n";
    Server::new(Script::Write(http(status, headers, body))).url
}

#[test]
fn a_platform_that_works_is_fine_in_every_layer() {
    let administrator = Environment::new();
    let server = Serving::start(&administrator);
    let user = Environment::new().set("HOUSTON_TOKEN", &server.token());
    let ran = user.run(&["doctor", "--url", &server.url, "-o", "json"]);
    assert_eq!(ran.code, 0, "{ran}");
    assert_eq!(
        states(&ran),
        "configuration ok, schema ok, platform ok, name ok, proxy ok, connection ok, TLS skipped, HTTP ok, \
         GraphQL ok, introspection ok, version ok, clock ok, token ok, account ok, drift ok"
    );
    let layers = layers(&ran);
    assert_eq!(of(&layers, "version")["text"], "Houston 0.23.12");
    assert!(of(&layers, "account")["text"].as_str().unwrap().contains("SYSTEM_ADMIN"));
    assert!(!ran.all().contains(&server.token()));
    let ran = Environment::new().line("doctor --sandbox -o json");
    assert_eq!(ran.code, 0, "{ran}");
    insta::assert_snapshot!(Environment::new().run(&["doctor", "--url", &server.url]), @"
    ok       configuration  0 profiles in [DIR]/config/config.toml
    ok       schema         the built-in schema
    ok       platform       http://127.0.0.1:[PORT]/v1 (from --url)
    ok       name           127.0.0.1 resolves to 127.0.0.1
    ok       proxy          none
    ok       connection     127.0.0.1:[PORT] answers after [TIME]
    skipped  TLS            the address is plain http
    ok       HTTP           status 200 after [TIME]
    ok       GraphQL        it answers
    ok       introspection  the server returns its schema, at the level of 2018
    ok       version        Houston 0.23.12
    ok       clock          within [N] s of the server's clock
    fault    token          no token
                            -> Set HOUSTON_TOKEN, or run `houston auth login`.
    fault    account        self: Insufficient permissions. (INTERNAL_SERVER_ERROR) at self; The server refused the request.
                            -> self needs no permission, only a valid token.
    ok       drift          none: the built-in schema is the same as the server's
    ------- stderr -------
    error: the first check that failed: token [not-allowed]
    Set HOUSTON_TOKEN, or run `houston auth login`.
    [exit: 3]
    ");
}

#[test]
fn the_layer_that_does_not_work_is_named_with_a_next_step() {
    let user = Environment::new();
    insta::assert_snapshot!(user.session(&[
        "doctor",
        "doctor --url http://127.0.0.1:1/v1",
        "doctor --base-domain no-such-host.invalid",
    ]), @"
    $ doctor
    ok       configuration  0 profiles in [DIR]/config/config.toml
    ok       schema         the built-in schema
    fault    platform       no platform was given
                            -> `houston auth login --base-domain DOMAIN` signs in and saves the platform.
    ------- stderr -------
    error: the first check that failed: platform [usage]
    `houston auth login --base-domain DOMAIN` signs in and saves the platform.
    [exit: 2]

    $ doctor --url http://127.0.0.1:1/v1
    ok       configuration  0 profiles in [DIR]/config/config.toml
    ok       schema         the built-in schema
    ok       platform       http://127.0.0.1:1/v1 (from --url)
    ok       name           127.0.0.1 resolves to 127.0.0.1
    ok       proxy          none
    fault    connection     127.0.0.1:1: Connection refused (os error [N])
                            -> Check the address and that the platform is running, or try `--sandbox`.
    skipped  TLS            an earlier check failed
    fault    token          no token
                            -> Set HOUSTON_TOKEN, or run `houston auth login`.
    skipped  HTTP           the platform cannot be reached
    skipped  GraphQL        the platform cannot be reached
    skipped  introspection  the platform cannot be reached
    skipped  version        the platform cannot be reached
    skipped  clock          the platform cannot be reached
    skipped  account        the platform cannot be reached
    skipped  drift          the platform cannot be reached
    ------- stderr -------
    error: the first check that failed: connection [not-reached]
    Check the address and that the platform is running, or try `--sandbox`.
    [exit: 6]

    $ doctor --base-domain no-such-host.invalid
    ok       configuration  0 profiles in [DIR]/config/config.toml
    ok       schema         the built-in schema
    ok       platform       https://houston.no-such-host.invalid/v1 (from --base-domain)
    fault    name           houston.no-such-host.invalid does not resolve: failed to lookup address information: [CAUSE]
                            -> Check the spelling of the domain, the VPN and the name server.
    ok       proxy          none
    skipped  connection     an earlier check failed
    skipped  TLS            an earlier check failed
    fault    token          no token
                            -> Set HOUSTON_TOKEN, or run `houston auth login`.
    skipped  HTTP           the platform cannot be reached
    skipped  GraphQL        the platform cannot be reached
    skipped  introspection  the platform cannot be reached
    skipped  version        the platform cannot be reached
    skipped  clock          the platform cannot be reached
    skipped  account        the platform cannot be reached
    skipped  drift          the platform cannot be reached
    ------- stderr -------
    error: the first check that failed: name [not-reached]
    Check the spelling of the domain, the VPN and the name server.
    [exit: 6]
    ");
    let answers = [
        ("301 Moved Permanently", ""),
        ("502 Bad Gateway", "<html>"),
        ("403 Forbidden", "{}"),
        ("200 OK", "<html>"),
    ];
    let shown = answers.map(|(status, body)| {
        let url = answering(status, body);
        user.run(&["doctor", "--url", &url]).after(&format!("doctor  < {status}"))
    });
    insta::assert_snapshot!("layers_that_do_not_work", shown.concat());
}

#[test]
fn a_broken_configuration_is_one_of_the_findings() {
    let user = Environment::new();
    std::fs::create_dir_all(user.config()).unwrap();
    std::fs::write(user.config().join("config.toml"), "profiles = 1").unwrap();
    let shown = user.session(&["doctor --url http://127.0.0.1:1/v1", "doctor"]);
    insta::assert_snapshot!(shown, @"
    $ doctor --url http://127.0.0.1:1/v1
    fault    configuration  [DIR]/config/config.toml cannot be used; line 1: invalid type: integer `1`, expected a map
                            -> Fix it, or move it out of the way.
    ok       schema         the built-in schema
    ok       platform       http://127.0.0.1:1/v1 (from --url)
    ok       name           127.0.0.1 resolves to 127.0.0.1
    ok       proxy          none
    fault    connection     127.0.0.1:1: Connection refused (os error [N])
                            -> Check the address and that the platform is running, or try `--sandbox`.
    skipped  TLS            an earlier check failed
    fault    token          no token
                            -> Set HOUSTON_TOKEN, or run `houston auth login`.
    skipped  HTTP           the platform cannot be reached
    skipped  GraphQL        the platform cannot be reached
    skipped  introspection  the platform cannot be reached
    skipped  version        the platform cannot be reached
    skipped  clock          the platform cannot be reached
    skipped  account        the platform cannot be reached
    skipped  drift          the platform cannot be reached
    ------- stderr -------
    error: the first check that failed: configuration [usage]
    Fix it, or move it out of the way.
    [exit: 2]

    $ doctor
    fault    configuration  [DIR]/config/config.toml cannot be used; line 1: invalid type: integer `1`, expected a map
                            -> Fix it, or move it out of the way.
    ok       schema         the built-in schema
    fault    platform       [DIR]/config/config.toml cannot be used; line 1: invalid type: integer `1`, expected a map
                            -> Fix it, or move it out of the way.
    ------- stderr -------
    error: the first check that failed: configuration [usage]
    Fix it, or move it out of the way.
    [exit: 2]
    ");
}

#[test]
fn certificates_are_shown_with_their_end() {
    let authority = Authority::new();
    let file = authority.file();
    let user = Environment::new().set("HOUSTON_TOKEN", "e30.eyJleHAiOjE3MDAwMDAwMDB9.x");
    let doctor = |until, words: &[&str]| {
        let server = authority.server(until);
        user.run(&[&["doctor", "-o", "json", "--url", &server.url], words].concat())
    };
    // No client here trusts the authority.
    let ran = doctor(2100, &[]);
    let found = layers(&ran);
    let tls = of(&found, "TLS");
    assert_eq!((ran.code, &tls["status"]), (6, &"fault".into()), "{ran}");
    assert_eq!(
        tls["text"],
        "the certificate of localhost comes from an issuer that is not trusted; \
         CN=Server of a test until 2100-01-01T00:00:00Z; signed by CN=Authority of a test until 4096-01-01T00:00:00Z"
    );
    assert_eq!(
        tls["next"],
        "Trust the platform's own certificate authority with `--ca-cert FILE`."
    );
    assert_eq!(of(&found, "HTTP")["status"], "skipped");
    assert!(ran.stderr.contains("the first check that failed: TLS [tls-failed]"), "{ran}");

    let ran = doctor(2100, &["--ca-cert", file.to_str().unwrap()]);
    let found = layers(&ran);
    assert_eq!(
        of(&found, "TLS")["text"],
        "CN=Server of a test until 2100-01-01T00:00:00Z; signed by CN=Authority of a test until 4096-01-01T00:00:00Z"
    );
    assert_eq!(of(&found, "HTTP")["status"], "ok", "{ran}");
    assert_eq!(of(&found, "clock")["status"], "warning", "{ran}");
    let token = of(&found, "token")["text"].as_str().unwrap();
    assert!(token.ends_with("from HOUSTON_TOKEN, expired at 2023-11-14T22:13:20Z"), "{token}");
    let ran = doctor(2020, &["--ca-cert", file.to_str().unwrap()]);
    let found = layers(&ran);
    let tls = of(&found, "TLS");
    assert_eq!((ran.code, &tls["status"]), (6, &"fault".into()));
    let text = tls["text"].as_str().unwrap();
    assert_eq!(
        text,
        "the certificate of localhost expired at 2020-01-01T00:00:00Z; \
         CN=Server of a test; signed by CN=Authority of a test until 4096-01-01T00:00:00Z"
    );
    // Calls ignore the certificate.
    let ran = doctor(2020, &["--insecure"]);
    let found = layers(&ran);
    assert_eq!(of(&found, "TLS")["status"], "warning", "{ran}");
    assert_eq!(of(&found, "HTTP")["status"], "ok", "{ran}");
}
