//! What a person sees of a server's and a schema's text, and what a program gets; and what memory leaves behind.
#![cfg(target_os = "linux")]

use std::fs;
use std::process::{Command, Stdio};
use std::time::Duration;

use houston_tests::server::Server;
use serde_json::{Value, json};

use crate::environment::{Environment, Ran};
use crate::terminal::Terminal;

/// Text that steers a terminal, or has letters that are not seen.
const HOSTILE: &str =
    "a\u{1b}[2J\u{9b}2J\u{202e}\u{2028}\u{2029}\u{e0041}\u{e007f}\u{feff}\u{200b}z";

/// What a terminal received.
fn seen(user: &Environment, line: &str) -> String {
    let terminal = Terminal::start(user, line, &[], (200, 50));
    let bytes = std::sync::Arc::clone(&terminal.bytes);
    terminal.end();
    // The last bytes may still be on their way.
    std::thread::sleep(Duration::from_millis(200));
    let bytes = bytes.lock().unwrap().clone();
    String::from_utf8(bytes).unwrap()
}

fn steers(letter: char) -> bool {
    letter.is_control() && !matches!(letter, '\n' | '\r' | '\t')
        || HOSTILE.contains(letter) && !matches!(letter, 'a' | 'z' | '[' | '2' | 'J')
}

fn rows(label: &str) -> String {
    json!({ "data": { "workspaces": [{ "id": "w", "label": label }] } }).to_string()
}

#[test]
fn no_text_steers_a_terminal_in_any_format() {
    let formats = ["json", "yaml", "table", "csv", "ndjson", "raw", "envelope"];
    for body in [rows(HOSTILE), format!("<h1>{HOSTILE}</h1>")] {
        for format in formats {
            let server = Server::answering("200 OK", &body);
            let line = format!("--url {} workspaces --fields id,label -o {format}", server.url);
            let seen = seen(&Environment::new().set("NO_COLOR", "1"), &line);
            // A note that passes is removed by the terminal.
            let seen = seen.replace("\r\u{1b}[K", "");
            assert!(!seen.contains(steers), "{format}: {seen:?}");
            assert!(body.starts_with('<') || seen.contains("[2J"), "{format}: {seen:?}");
        }
    }
    let user = Environment::new().set("NO_COLOR", "1");
    fs::create_dir_all(user.config()).unwrap();
    let path = user.config().join("hostile.graphql");
    let text = format!("\"{}\"\ntype Query {{ a: Int }}\n", HOSTILE.replace('\u{feff}', ""));
    fs::write(&path, &text).unwrap();
    let path = path.to_str().unwrap();
    for words in ["schema show", "describe Query", "skeleton a", "list"] {
        let seen = seen(&user, &format!("{words} --schema {path}"));
        assert!(!seen.contains(steers), "{words}: {seen:?}");
    }
    // A program gets the text as it is.
    let ran = user.run(&["schema", "show", "--schema", path]);
    assert_eq!(ran.stdout, text, "{ran}");
    let body = rows(HOSTILE);
    let server = Server::answering("200 OK", &body);
    let ran = user.run(&["--url", &server.url, "workspaces", "-o", "raw"]);
    assert_eq!(ran.stdout.trim_end(), body);
}

#[test]
fn cells_are_marked_for_people_alone() {
    let label = "=cmd|' /C calc'!A0";
    let call = "workspaces --fields id,label -o csv";
    let user = Environment::new();
    let ran = |more: &str| {
        let server = Server::answering("200 OK", &rows(label));
        user.line(&format!("--url {} {call}{more}", server.url))
    };
    assert_eq!(ran("").stdout, format!("id,label\nw,{label}\n"));
    assert_eq!(ran(" --excel").stdout, format!("\u{feff}id,label\nw,'{label}\n"));
    let server = Server::answering("200 OK", &rows(label));
    let seen = seen(&user, &format!("--url {} {call}", server.url));
    assert!(seen.contains(&format!("w,'{label}")), "{seen:?}");
    let refused = Environment::new().line("--url http://127.0.0.1:1/v1 workspaces --excel");
    insta::assert_snapshot!(refused, @"
    ------- stderr -------
    error: --excel is for CSV [usage]
    Nothing was sent. Add `-o csv`.
    [exit: 2]
    ");
}

/// The server repeats the token in another form.
#[test]
fn a_token_is_not_shown_in_another_form() {
    const TOKEN: &str = "canary0123456789abcdefcanary0123";
    let with = |by: &str| TOKEN.chars().map(|one| format!("{one}{by}")).collect::<String>();
    let hex =
        |each: &str| TOKEN.bytes().map(|byte| format!("{each}{byte:02x}")).collect::<String>();
    let forms = [
        with("\u{200b}"),
        with("\u{e0041}"),
        with("\u{1b}"),
        with("\r"),
        hex(""),
        hex("%"),
        hex(":"),
        // "Bearer " and the token, in lines.
        "QmVhcmVyIGNhbmFyeTAx\nMjM0NTY3ODlhYmNkZWZj\nYW5hcnkwMTIz".to_owned(),
    ];
    for form in forms {
        let text = json!({
            "data": { "workspaces": [{ "id": "w", "label": form }] },
            "errors": [{ "message": format!("refused: {form}"), "path": ["workspaces", 0, "label"] }],
        });
        for body in [text.to_string(), format!("<html><title>{form}</title>")] {
            for format in ["json", "raw", "envelope", "table"] {
                let server = Server::answering("200 OK", &body);
                let user = Environment::new().set("HOUSTON_TOKEN", TOKEN);
                let call = [
                    "--url",
                    &server.url,
                    "--retries",
                    "0",
                    "workspaces",
                    "--fields",
                    "id,label",
                    "-o",
                    format,
                ];
                for words in [&call[..], &[&call[..], &["--errors", "json"]].concat()] {
                    let shown = user.run(words).all();
                    let left: String = shown.chars().filter(char::is_ascii_alphanumeric).collect();
                    for part in ["canary", "Y2FuYXJ5", "MjM0NTY3", "63616e617279", "YW5hcnkw"] {
                        assert!(!left.contains(part), "{form:?} {words:?}: {shown}");
                    }
                }
            }
        }
    }
}

/// A core dump would have the token.
#[test]
fn memory_is_not_dumped() {
    let listener = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    let url = format!("http://{}/v1", listener.local_addr().unwrap());
    let mut child = Environment::new()
        .set("HOUSTON_TOKEN", "canary")
        .command(&["--url", &url, "--retries", "0", "workspaces"])
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .unwrap();
    // It waits for an answer.
    let _connection = listener.accept().unwrap();
    let path = |name: &str| format!("/proc/{}/{name}", child.id());
    if let Ok(limits) = fs::read_to_string(path("limits")) {
        let line = limits.lines().find(|line| line.starts_with("Max core file size")).unwrap();
        assert!(line.split_whitespace().nth(4) == Some("0"), "{line}");
    }
    let _ = child.kill();
    child.wait().unwrap();
}

/// What the call reads through `/proc` is still there.
#[test]
fn pipes_that_a_shell_makes_are_read() {
    let user = Environment::new();
    let houston = user.command(&[]);
    let script = "printf '{\"label\":\"a\"}' | \"$0\" createWorkspace --input /dev/stdin --dry-run -o json; \
        \"$0\" createWorkspace --label @<(sleep 1; printf b) --dry-run -o json";
    let mut bash = Command::new("bash");
    bash.arg("-c").arg(script).arg(houston.get_program());
    bash.env_clear().env("PATH", std::env::var_os("PATH").unwrap());
    bash.envs(houston.get_envs().filter_map(|(name, value)| Some((name, value?))));
    let ran = Ran::new(bash.output().unwrap());
    let values = serde_json::Deserializer::from_str(&ran.stdout).into_iter::<Value>();
    let labels: Vec<Value> =
        values.map(|value| value.unwrap()["variables"]["label"].clone()).collect();
    assert_eq!(labels, ["a", "b"], "{ran}");
}
