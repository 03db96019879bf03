//! Servers that give no schema: the old file stays as it is, and the cause has a code and a text of its own.

use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};

use houston_sandbox::Sandbox;
use houston_tests::server::{self, Script, Server};

use crate::peer::{CURRENT, OF_HOUSTON, Peer, Ran, SCHEMA, program, workspace, xtask};

const OLD: &str = "type Query {\n  old: Int\n}\n";

/// Asks a server, and sees that the old file was not touched and nothing is left beside it. Code and text.
fn refused(url: &str, more: &[&str]) -> String {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("schema.graphql");
    fs::write(&path, OLD).unwrap();
    let mut arguments = vec!["introspect", "--url", url, "--out", path.to_str().unwrap()];
    arguments.extend(more);
    shown(&path, &xtask(&arguments))
}

fn shown(path: &Path, ran: &Ran) -> String {
    assert_ne!(ran.code, 0, "{}", ran.stdout);
    assert_eq!(fs::read_to_string(path).unwrap(), OLD);
    assert_eq!(fs::read_dir(path.parent().unwrap()).unwrap().count(), 1);
    format!("{}\n{}", ran.code, ran.stderr)
}

/// Answers every connection with these bytes, and closes it.
fn serve(answer: Vec<u8>) -> String {
    Server::new(Script::Write(answer)).url
}

fn http(status: &str, body: &str) -> Vec<u8> {
    server::http(status, "connection: close\r\n", body)
}

fn schema_of(types: &str) -> String {
    format!(r#"{{"data":{{"__schema":{{"queryType":{{"name":"Query"}},"types":[{types}]}}}}}}"#)
}

#[test]
fn every_cause_has_a_code_and_a_text_and_the_old_file_stays() {
    let query = r#"{"kind":"OBJECT","name":"Query","fields":[{"name":"a","type":{"kind":"SCALAR","name":"Int"}}]}"#;
    let empty = format!(r#"{query},{{"kind":"INPUT_OBJECT","name":"Empty","inputFields":[]}}"#);
    let no_name = query.replace("\"a\"", "\"a b\"");
    let open = r#"{"kind":"LIST","ofType":"#.repeat(200);
    let deep = query.replace(r#"{"kind":"SCALAR""#, &(open + r#"{"kind":"SCALAR""#));
    let deep = deep.replace("\"Int\"}", &format!("\"Int\"}}{}", "}".repeat(200)));
    let too_big = http("200 OK", &" ".repeat((64 << 20) + 1));
    let mut broken_off = http("200 OK", &schema_of(query));
    broken_off.truncate(broken_off.len() - 40);
    let causes = [
        ("no connection", server::closed(), &[][..]),
        ("no TLS", serve(http("400 Bad Request", "")).replace("http:", "https:"), &[]),
        ("plain http elsewhere", "http://houston.example.com/v1".to_owned(), &[]),
        ("401", serve(http("401 Unauthorized", "")), &[]),
        ("403", serve(http("403 Forbidden", "<html>nginx</html>")), &[]),
        ("a page", serve(http("200 OK", "<!DOCTYPE html><title>Sign in</title>")), &[]),
        ("a page of errors", serve(http("502 Bad Gateway", "<html><h1>502</h1></html>")), &[]),
        ("elsewhere", serve(http("302 Found", "")), &[]),
        ("JSON", serve(http("200 OK", r#"{"status":"healthy"}"#)), &[]),
        ("broken off", serve(broken_off), &[]),
        ("nothing at all", serve(Vec::new()), &[]),
        ("an empty input type", serve(http("200 OK", &schema_of(&empty))), &[]),
        ("no name", serve(http("200 OK", &schema_of(&no_name))), &[]),
        ("too deep", serve(http("200 OK", &schema_of(&deep))), &[]),
        ("too big", serve(too_big), &[]),
        ("no token", serve(Vec::new()), &["--token-file", "/dev/null"]),
        ("no certificate", serve(Vec::new()), &["--ca-cert", "/dev/null"]),
    ];
    let told: Vec<String> = causes
        .iter()
        .map(|(cause, url, more)| {
            let told = refused(url, more);
            let port = url.split(':').nth(2).and_then(|rest| rest.split('/').next());
            let told = port.map_or(told.clone(), |port| told.replace(port, "PORT"));
            // What the system says of it is its own.
            let told: Vec<&str> =
                told.lines().map(|line| line.split(" (os error").next().unwrap()).collect();
            format!("{cause}: {}", told.join("\n"))
        })
        .collect();
    insta::assert_snapshot!(told.join("\n\n"));
}

#[test]
fn introspection_that_is_switched_off_is_said_to_be() {
    for folder in [OF_HOUSTON, CURRENT] {
        let schema = workspace().join(SCHEMA);
        let Some(peer) = Peer::start(folder, &schema, &["--no-introspection"]) else { continue };
        let told = refused(&peer.url, &[]);
        assert!(told.starts_with("22\nerror: introspection is disabled on this server"), "{told}");
        assert!(told.contains("Read the schema from a file instead"), "{told}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn the_sandbox_can_have_it_switched_off_too() {
    let sandbox = Sandbox::builder().introspection(false).in_memory().unwrap();
    let server = sandbox.listen().await.unwrap();
    let url = server.url().to_owned();
    let told = tokio::task::spawn_blocking(move || refused(&url, &[])).await.unwrap();
    assert!(told.starts_with("22\nerror: introspection is disabled on this server"), "{told}");
}

/// A file that may not become as large as the schema, as on a disk that is full.
#[cfg(unix)]
#[tokio::test(flavor = "multi_thread")]
async fn a_full_disk_leaves_the_old_file() {
    let server = Sandbox::start().await.unwrap().listen().await.unwrap();
    let url = server.url().to_owned();
    let ran = tokio::task::spawn_blocking(move || {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("schema.graphql");
        fs::write(&path, OLD).unwrap();
        let limited = "trap '' XFSZ; ulimit -f 16; exec \"$@\"";
        let mut command = Command::new("bash");
        command.args(["-c", limited, "bash"]).arg(program());
        command.args(["introspect", "--url", &url, "--out"]).arg(&path).stdin(Stdio::null());
        let told = shown(&path, &command.output().unwrap().into());
        told.replace(folder.path().to_str().unwrap(), "FOLDER")
    });
    let told = ran.await.unwrap();
    assert!(told.starts_with("26\nerror: cannot write FOLDER/schema.graphql: "), "{told}");
    assert!(told.contains("The old file is unchanged."), "{told}");
}

/// A token goes to the server that was named, and is in no text.
#[test]
fn a_token_is_sent_and_never_shown() {
    let server = Server::in_turn(vec![Script::Write(http("401 Unauthorized", ""))]);
    let folder = tempfile::tempdir().unwrap();
    let token = folder.path().join("token");
    fs::write(&token, "canary-token\n").unwrap();
    let told = refused(&server.url, &["--token-file", token.to_str().unwrap()]);
    assert!(told.starts_with("3\n") && !told.contains("canary"), "{told}");
    assert!(server.request().contains("authorization: canary-token\r\n"));
}
