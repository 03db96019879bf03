//! `houston doctor`, where everything works and where one layer does not.

use std::io::{Read, Write};
use std::net::TcpListener;

use serde_json::Value;

use crate::environment::{Environment, Ran};
use crate::serve::Serving;
use crate::tls::Authority;

fn layers(ran: &Ran) -> Vec<Value> {
    serde_json::from_str::<Vec<Value>>(&ran.stdout).expect(&ran.stderr)
}

/// Every layer with its state, in one line.
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

/// A server that gives everybody this answer. Who connects only to see whether it is there gets none.
fn answering(status: &str, body: &str) -> String {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let url = format!("http://{}/v1", listener.local_addr().unwrap());
    let reply = format!("HTTP/1.1 {status}\r\ncontent-length: {}\r\n", body.len());
    let reply = reply + "location: https://elsewhere.example/\r\nconnection: close\r\n\r\n" + body;
    std::thread::spawn(move || {
        for stream in listener.incoming() {
            let mut stream = stream.unwrap();
            if stream.read(&mut [0; 16_384]).is_ok_and(|read| read > 0) {
                let _ = stream.write_all(reply.as_bytes());
            }
        }
    });
    url
}

#[test]
fn a_platform_that_works_is_fine_in_every_layer() {
    let administrator = Environment::new();
    let server = Serving::start(&administrator);
    let user = Environment::new().set("HOUSTON_TOKEN", &server.token());
    let ran = user.run(&["doctor", "--url", &server.url, "-o", "json"]);
    assert_eq!(ran.code, 0, "{}", ran.stderr);
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
    assert_eq!(ran.code, 0, "{}", ran.stderr);
    let ran = Environment::new().run(&["doctor", "--url", &server.url]);
    assert_eq!(ran.code, 3, "{}", ran.stderr);
    assert!(ran.stdout.contains("`houston auth login` keeps one"), "{}", ran.stdout);
}

#[test]
fn the_layer_that_does_not_work_is_named_with_a_next_step() {
    let user = Environment::new();
    let ended =
        "HTTP skipped, GraphQL skipped, introspection skipped, version skipped, clock skipped";
    let ran = user.line("doctor -o json --url http://127.0.0.1:1/v1");
    assert_eq!(ran.code, 6);
    assert!(
        states(&ran).contains(&format!(
            "name ok, proxy ok, connection fault, TLS skipped, token fault, {ended}"
        )),
        "{}",
        states(&ran)
    );
    let ran = user.line("doctor -o json --base-domain no-such-host.invalid");
    assert_eq!(ran.code, 6);
    assert!(states(&ran).contains("name fault, proxy skipped, connection skipped, TLS skipped"));
    let ran = user.line("doctor -o json");
    assert_eq!(
        (ran.code, states(&ran).as_str()),
        (2, "configuration ok, schema ok, platform fault")
    );
    for (status, body, code, layer) in [
        ("301 Moved Permanently", "", 4, "HTTP"),
        ("502 Bad Gateway", "<html>", 6, "HTTP"),
        ("403 Forbidden", "{}", 3, "HTTP"),
        ("200 OK", "<html>", 4, "GraphQL"),
    ] {
        let url = answering(status, body);
        let ran = user.run(&["doctor", "-o", "json", "--url", &url]);
        assert_eq!(ran.code, code, "{status}: {}", ran.stdout);
        let layers = layers(&ran);
        let first = layers.iter().find(|layer| layer["status"] == "fault").unwrap();
        assert_eq!(first["layer"], layer, "{status}");
        assert!(first["next"].is_string(), "{status}");
    }
}

#[test]
fn a_broken_configuration_is_one_of_the_findings() {
    let user = Environment::new();
    std::fs::create_dir_all(user.config()).unwrap();
    std::fs::write(user.config().join("config.toml"), "profiles = 1").unwrap();
    let ran = user.line("doctor -o json --url http://127.0.0.1:1/v1");
    assert_eq!(ran.code, 2);
    assert!(states(&ran).starts_with("configuration fault, schema ok, platform ok, name ok"));
    let ran = user.line("doctor -o json");
    assert!(states(&ran).starts_with("configuration fault, schema ok, platform fault"));
}

#[test]
fn certificates_are_shown_with_their_end() {
    let authority = Authority::new();
    let file = authority.file();
    let user = Environment::new().set("HOUSTON_TOKEN", "e30.eyJleHAiOjE3MDAwMDAwMDB9.x");
    let doctor = |until, connections, words: &[&str]| {
        let server = authority.server(until, false, connections);
        let ran = user.run(&[&["doctor", "-o", "json", "--url", &server.url], words].concat());
        drop(server);
        ran
    };
    let ran = doctor(2100, 20, &[]);
    let found = layers(&ran);
    let tls = of(&found, "TLS");
    assert_eq!(tls["status"], "ok");
    assert_eq!(
        tls["text"],
        "CN=Server of a test until 2100-01-01T00:00:00Z; signed by CN=Authority of a test until 4096-01-01T00:00:00Z"
    );
    // Nobody here knows the authority.
    assert_eq!((ran.code, &found[7]["layer"]), (6, &"HTTP".into()));
    assert_eq!(found[7]["next"], "--ca-cert FILE trusts the platform's own authority");

    let ran = doctor(2100, 20, &["--ca-cert", file.to_str().unwrap()]);
    let found = layers(&ran);
    assert_eq!(of(&found, "HTTP")["status"], "ok", "{}", ran.stdout);
    assert_eq!(of(&found, "clock")["status"], "warning", "{}", ran.stdout);
    let token = of(&found, "token")["text"].as_str().unwrap();
    assert!(token.ends_with("from HOUSTON_TOKEN, expired at 2023-11-14T22:13:20Z"), "{token}");
    let ran = doctor(2020, 20, &["--ca-cert", file.to_str().unwrap()]);
    assert_eq!(ran.code, 6);
    let found = layers(&ran);
    assert!(
        of(&found, "TLS")["text"].as_str().unwrap().starts_with("CN=Server of a test has expired")
    );
}
