//! Servers that answer to hurt: `schema pull`, a first call and `auth login` end, write nothing but their own files, and show
//! nothing that acts.

use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use houston_tests::server::{Answers, Script, Server, Unasked, bomb, http};
use serde_json::{Value, json};

use crate::environment::{Environment, Ran};
use crate::platform::{Peer, introspected};

const JSON: &str = "Content-Type: application/json\r\n";

/// Steers a terminal, is a page of HTML and of the manual, and a command.
const ACTS: &str = "\u{1b}]0;x\u{7}\u{9b}2J\u{202e}\u{e0041}\r\n.sy touch ran\n'sy touch ran\n\\X'x' <script>alert(1)</script> $(touch ran) `touch ran` %s";

fn bytes(body: impl Into<Vec<u8>>) -> Vec<u8> {
    http("200 OK", JSON, body.into())
}

/// A schema with these fields of its root, and more types.
fn schema(fields: &Value, types: &[Value]) -> Value {
    let scalar = |name: &str| json!({ "kind": "SCALAR", "name": name });
    let query = json!({ "kind": "OBJECT", "name": "Query", "fields": fields });
    let own = [query, scalar("Int"), scalar("String"), scalar("Boolean")];
    let types: Vec<Value> = own.into_iter().chain(types.to_vec()).collect();
    json!({ "data": { "__schema": { "queryType": { "name": "Query" }, "types": types } } })
}

fn field(name: &str) -> Value {
    json!({ "name": name, "args": [], "type": { "kind": "SCALAR", "name": "Int" } })
}

/// Every file below a directory, without what differs between runs.
fn files(directory: &Path) -> Vec<String> {
    let mut found = Vec::new();
    let mut open = vec![directory.to_owned()];
    while let Some(directory) = open.pop() {
        for entry in std::fs::read_dir(&directory).into_iter().flatten() {
            let path = entry.unwrap().path();
            if path.is_dir() { open.push(path) } else { found.push(path) }
        }
    }
    let name = |path: PathBuf| path.strip_prefix(directory).unwrap().display().to_string();
    let mut found: Vec<String> = found.into_iter().map(name).collect();
    found.sort();
    found
}

fn state(user: &Environment) -> Vec<String> {
    files(user.schemas().parent().unwrap())
}

/// Runs a call that must end soon and show nothing that acts.
#[track_caller]
fn ends(user: &Environment, words: &[&str]) -> Ran {
    let start = Instant::now();
    let ran = user.run(words);
    assert!(start.elapsed() < Duration::from_secs(100), "{words:?}: {:?}", start.elapsed());
    harmless(&ran, words);
    ran
}

#[track_caller]
fn harmless(ran: &Ran, words: &[&str]) {
    let acts = |letter: char| {
        letter != '\n' && letter.is_control() || "\u{202e}\u{e0041}".contains(letter)
    };
    // Completions have a tab between a name and its description.
    let is_offered = |letter: char| letter == '\t' && words[0] == "complete";
    let shown = ran.all().replace(is_offered, " ");
    assert!(!shown.contains(acts), "{words:?}: {:?}", shown.chars().find(|one| acts(*one)));
}

/// The answers, each with its name.
fn attacks(elsewhere: &str) -> Vec<(String, Script)> {
    let deep =
        |open: &str, close: &str| format!("{}1{}", open.repeat(50_000), close.repeat(50_000));
    let mut wrapped = json!({ "kind": "SCALAR", "name": "Int" });
    for _ in 0..60 {
        wrapped = json!({ "kind": "LIST", "name": null, "ofType": wrapped });
    }
    let of_type = schema(&json!([{ "name": "a", "args": [], "type": wrapped }]), &[]);
    let values: Vec<Value> = (0..50_000).map(|at| json!({ "name": format!("V{at}") })).collect();
    let values = json!({ "kind": "ENUM", "name": "E", "enumValues": values });
    let of_enum = json!([{ "name": "a", "args": [], "type": { "kind": "ENUM", "name": "E" } }]);
    let location = format!("Location: {elsewhere}\r\n");
    let gzip = format!("{JSON}Content-Encoding: gzip\r\n");
    let whole = [
        ("40 MiB", bytes(vec![b' '; 40 << 20])),
        ("100 MiB in 100 KiB", http("200 OK", &gzip, bomb(100_000))),
        ("no end of the head", [b"HTTP/1.1 200 OK\r\nX: ".to_vec(), vec![b'x'; 4 << 20]].concat()),
        ("deep lists", bytes(deep("[", "]"))),
        ("deep objects", bytes(deep("{\"data\":", "}"))),
        ("deep types", bytes(of_type.to_string())),
        ("many values", bytes(schema(&of_enum, &[values]).to_string())),
        ("redirect", http("302 Found", &location, "")),
        ("redirect that keeps the method", http("307 Temporary Redirect", &location, "")),
    ];
    let mut all: Vec<(String, Script)> =
        whole.map(|(name, answer)| (name.to_owned(), Script::Write(answer))).into();
    let slow = bytes(schema(&json!([field("a")]), &[]).to_string());
    all.push(("slow".to_owned(), Script::Drip(Duration::from_millis(200), slow)));
    let wrong = [
        json!([]),
        json!({ "data": 5 }),
        json!({ "data": { "__schema": null } }),
        json!({ "data": { "__schema": { "queryType": { "name": 5 }, "types": [] } } }),
        json!({ "data": { "__schema": { "queryType": { "name": "Query" }, "types": "x" } } }),
        json!({ "data": { "__schema": { "queryType": { "name": "Query" }, "types": [null, 5] } } }),
        schema(&json!({ "name": "a" }), &[]),
        schema(&json!([{ "name": "a", "args": "x", "type": {} }]), &[]),
        schema(&json!([{ "name": null, "args": [], "type": null }]), &[]),
    ];
    all.extend(
        wrong.iter().enumerate().map(|(at, body)| {
            (format!("wrong types {at}"), Script::Write(bytes(body.to_string())))
        }),
    );
    let long = "x".repeat(1 << 20);
    for name in ["../../x", "a/b", "", "a\u{1b}[2Jb", "a\nb", "-rf", "é", "a\u{200b}b", &long] {
        let body = schema(&json!([field(name)]), &[]).to_string();
        let shown = name.escape_debug().to_string().chars().take(20).collect::<String>();
        all.push((format!("name `{shown}`"), Script::Write(bytes(body))));
    }
    all
}

#[test]
fn a_pull_ends_and_writes_only_its_file() {
    let elsewhere = Unasked::new();
    let mut shown = String::new();
    for (name, script) in attacks(&elsewhere.url) {
        let server = Server::new(script);
        let user = Environment::following().set("HOUSTON_URL", &server.url);
        let user = user.set("HOUSTON_TOKEN", "c4nary-t0ken-0123456789abcdef0123");
        let ran = ends(&user, &["schema", "pull", "--timeout", "10s"]);
        assert!(!ran.all().contains("c4nary"), "{name}: {ran}");
        let first: String =
            ran.stderr.lines().next().unwrap_or_default().chars().take(160).collect();
        // The name of the file depends on the port.
        let first = first.split("/schemas/").next().unwrap_or_default();
        let written = state(&user);
        let of_schema = |path: &String| path.starts_with("schemas/") && path.ends_with(".schema");
        assert!(written.iter().all(of_schema) && written.len() <= 1, "{name}: {written:?}");
        shown += &format!("{name}\n  exit {}, files {}: {first}\n", ran.code, written.len());
    }
    assert!(!elsewhere.was_asked(), "a redirect was followed");
    insta::assert_snapshot!(crate::environment::lasting(&shown));
}

/// A call asks for the schema as well, and may go on with the one that it has.
#[test]
fn a_first_call_ends_as_well() {
    let elsewhere = Unasked::new();
    for (name, script) in attacks(&elsewhere.url) {
        let server = Server::new(script);
        let user = Environment::following().set("HOUSTON_URL", &server.url);
        let user = user.set("HOUSTON_TOKEN", "c4nary-t0ken-0123456789abcdef0123");
        let ran = ends(&user, &["workspaces", "--timeout", "5s", "--retries", "0"]);
        assert!(ran.code != 0 && !ran.all().contains("c4nary"), "{name}: {ran}");
        let written = state(&user);
        let of_schema = |path: &String| path.starts_with("schemas/");
        assert!(written.iter().all(of_schema) && written.len() <= 2, "{name}: {written:?}");
    }
    assert!(!elsewhere.was_asked(), "a redirect was followed");
}

/// Errors of an answer are told as far as they fit a screen.
#[test]
fn very_many_and_very_long_errors_are_told_in_short() {
    let error =
        |at: usize| json!({ "message": format!("{ACTS} {at}"), "path": ["workspaces", at] });
    let many: Vec<Value> = (0..50_000).map(error).collect();
    let long =
        json!([{ "message": ACTS.repeat(20_000), "extensions": { "code": ACTS.repeat(9) } }]);
    let deep = json!([{ "message": "a", "path": vec!["x"; 50_000] }]);
    for errors in [Value::from(many), long, deep] {
        let body = json!({ "data": { "workspaces": [] }, "errors": errors });
        let server = Server::new(Script::Write(bytes(body.to_string())));
        let user = Environment::new().set("HOUSTON_URL", &server.url);
        for format in ["table", "value"] {
            let ran = ends(&user, &["workspaces", "-o", format, "--retries", "0"]);
            assert!(ran.code != 0 && ran.all().len() < 20_000, "{}", ran.all().len());
        }
    }
}

/// A schema whose every text acts. What it says is shown in help, descriptions, completions and the manual.
#[test]
fn no_text_of_a_pulled_schema_acts() {
    let text = |text: &str| serde_json::to_string(text).unwrap();
    let acts = text(ACTS);
    let sdl = format!(
        "type Query {{ {acts} evil({acts} a: E = A @deprecated(reason: {acts}) {acts} b: I): T @deprecated(reason: {acts}) }}
         {acts} type T {{ {acts} id: Int {acts} label: String }} {acts} input I {{ {acts} c: Int }}
         {acts} enum E {{ {acts} A {acts} B @deprecated(reason: {acts}) }}"
    );
    let answer = json!({ "data": { "evil": { "id": 1, "label": ACTS } } });
    let peer = Peer::answering(introspected(&sdl), bytes(answer.to_string()));
    let user = Environment::following().set("HOUSTON_URL", &peer.server.url);
    let folder = tempfile::tempdir().unwrap();
    let pages = folder.path().join("pages");
    let pages = pages.to_str().unwrap();
    for words in [
        &["schema", "pull"][..],
        &["list"],
        &["describe", "evil"],
        &["describe", "T"],
        &["describe", "I"],
        &["describe", "E"],
        &["evil", "--help"],
        &["skeleton", "evil"],
        &["evil", "-o", "json"],
        &["evil", "--dry-run"],
        &["man", pages],
        &["complete", "zsh", "e"],
        &["complete", "fish", "evil", "--"],
        &["complete", "elvish", "evil", "--a", ""],
        &["complete", "elvish", "evil", "--fields", ""],
        &["schema", "diff", "built-in", "pulled"],
    ] {
        let ran = ends(&user, words);
        assert!(ran.code == 0 || words[1] == "diff", "{words:?}: {ran}");
    }
    // For people, the answer is a table; its texts are those of the server.
    harmless(&user.run(&["evil", "-o", "table"]), &["evil"]);
    let written = files(folder.path());
    assert!(written.contains(&"pages/houston-evil.1".to_owned()), "{written:?}");
    let is_page = |path: &String| path.starts_with("pages/houston") && path.ends_with(".1");
    assert!(written.iter().all(is_page), "{written:?}");
    for page in written {
        let page = std::fs::read_to_string(folder.path().join(&page)).unwrap();
        let requests =
            page.lines().filter(|line| line.starts_with(".sy") || line.starts_with("'sy"));
        assert_eq!(requests.count(), 0, "{page}");
        assert!(!page.contains(['\u{1b}', '\u{9b}', '\u{7}']), "{page}");
    }
}

/// What is in the directory stays in it: links are replaced, and nothing behind them is written.
#[cfg(unix)]
#[test]
fn the_manual_does_not_follow_links() {
    use std::os::unix::fs::symlink;
    let (user, folder) = (Environment::new(), tempfile::tempdir().unwrap());
    let path = |name: &str| folder.path().join(name);
    std::fs::create_dir_all(path("pages")).unwrap();
    std::fs::create_dir_all(path("outside/folder")).unwrap();
    std::fs::write(path("outside/file"), "old").unwrap();
    symlink(path("outside/file"), path("pages/houston.1")).unwrap();
    symlink(path("outside/none"), path("pages/houston-list.1")).unwrap();
    symlink(path("outside/folder"), path("pages/houston-workspaces.1")).unwrap();
    symlink("/dev/null", path("pages/houston-man.1")).unwrap();
    symlink(path("pages"), path("by-link")).unwrap();
    for directory in ["pages", "by-link"] {
        let ran = user.run(&["man", path(directory).to_str().unwrap()]);
        assert_eq!(ran.code, 0, "{ran}");
        assert_eq!(files(&path("outside")), ["file"]);
        assert_eq!(std::fs::read_to_string(path("outside/file")).unwrap(), "old");
        let of_links = |entry: &std::fs::DirEntry| entry.file_type().unwrap().is_symlink();
        let links = std::fs::read_dir(path("pages")).unwrap().flatten().filter(of_links);
        assert_eq!(links.count(), 0);
    }
    // A directory is not replaced, and nothing of the new pages is left.
    std::fs::remove_file(path("pages/houston.1")).unwrap();
    std::fs::create_dir(path("pages/houston.1")).unwrap();
    let ran = user.run(&["man", path("pages").to_str().unwrap()]);
    assert!(ran.code == 2 && ran.stderr.contains("cannot write the manual"), "{ran}");
    let hidden = std::fs::read_dir(path("pages")).unwrap().flatten();
    assert_eq!(hidden.filter(|one| one.file_name().to_string_lossy().starts_with('.')).count(), 0);
}

/// The token is stored only if the platform answers for it, and nothing of its answer becomes a file's name or content.
#[test]
fn a_sign_in_stores_the_token_and_nothing_else() {
    let elsewhere = Unasked::new();
    let roles: Vec<Value> = (0..10_000)
        .map(|at| json!({ "role": ACTS, "workspace": { "id": at.to_string(), "label": "../../x" }, "deployment": null }))
        .collect();
    let user = json!({ "username": ACTS, "roleBindings": roles });
    let account = json!({ "data": { "self": { "isAdmin": true, "user": user } } }).to_string();
    let issued = |token: &str| {
        json!({ "data": { "createToken": { "token": { "value": token } } } }).to_string()
    };
    let location = format!("Location: {}\r\n", elsewhere.url);
    let long = "x".repeat(2 << 20);
    let mut shown = String::new();
    for (name, sign_in, rest) in [
        ("an account with many roles", bytes(issued("t0ken-0123456789")), bytes(account.clone())),
        ("a token with a line break", bytes(issued("t0ken\nx: y")), bytes(account.clone())),
        ("a token with TOML", bytes(issued("\"\n[other]\norigin = \"x\"")), bytes(account.clone())),
        ("a long token", bytes(issued(&long)), bytes(account.clone())),
        ("40 MiB", bytes(vec![b' '; 40 << 20]), bytes(account.clone())),
        ("redirect", http("307 Temporary Redirect", &location, ""), bytes(account)),
        ("redirect behind it", bytes(issued("t0ken-0123456789")), http("302 Found", &location, "")),
        ("a number", bytes("{\"data\":{\"createToken\":5}}"), bytes("5")),
    ] {
        let answers = Answers::new(move |request| match request.contains("createToken") {
            true => sign_in.clone(),
            false => rest.clone(),
        });
        let server = Server::new(Script::Answer(answers));
        let user = Environment::new();
        let words = ["auth", "login", "--url", &server.url, "--identity", "me", "--password", "@-"];
        let more = ["--name", "p", "--timeout", "20s", "--retries", "0"];
        let ran = user.with_stdin(&[&words[..], &more].concat(), "hunter2-hunter2");
        harmless(&ran, &words);
        assert!(!ran.all().contains("hunter2") && !ran.all().contains("t0ken"), "{name}: {ran}");
        let lines = ran.stderr.lines().count();
        assert!(lines < 70, "{name}: {lines}");
        let stored = user.config_file("credentials.toml");
        let entries = stored.lines().filter(|line| line.starts_with('[')).count();
        assert_eq!(entries, usize::from(ran.code == 0), "{name}: {stored}");
        let first = ran.stderr.lines().next().unwrap_or_default();
        let first = first.replace(&server.address, "[ADDRESS]");
        let first: String = first.chars().take(160).collect();
        shown += &format!("{name}\n  exit {}, {:?}: {first}\n", ran.code, state(&user));
    }
    assert!(!elsewhere.was_asked(), "a redirect was followed");
    insta::assert_snapshot!(crate::environment::lasting(&shown));
}
