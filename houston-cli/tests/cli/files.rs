//! Text from files, stdin and the environment: as editors and shells of Windows write it, and when nothing is in it.

use std::path::Path;

use houston_tests::server::Server;
use serde_json::{Value, json};

use crate::authority::Authority;
use crate::environment::Environment;

/// The variables of a dry run with this stdin.
fn variables(user: &Environment, words: &[&str], stdin: &str) -> Value {
    let ran = user.with_stdin(&[words, &["--dry-run", "-o", "json"]].concat(), stdin);
    assert_eq!(ran.code, 0, "{words:?}: {ran}");
    serde_json::from_str::<Value>(&ran.stdout).unwrap()["variables"].take()
}

/// A file in the user's home, and its path.
fn file(user: &Environment, name: &str, bytes: impl AsRef<[u8]>) -> String {
    std::fs::create_dir_all(user.config()).unwrap();
    let path = user.config().join(name);
    std::fs::write(&path, bytes).unwrap();
    path.to_str().unwrap().to_owned()
}

#[test]
fn marks_and_line_ends_of_windows_are_not_part_of_a_text() {
    let user = Environment::new().set("LABEL", "\u{feff}a");
    let json = "\u{feff}{\r\n\"label\": \"a\"\r\n}\r\n";
    let at = |path: &str| format!("@{path}");
    let update = ["updateWorkspace", "--workspace-uuid", "ck0", "--payload"];
    let payload = json!({"workspaceUuid": "ck0", "payload": {"label": "a"}});
    let path = at(&file(&user, "payload.json", json));
    assert_eq!(variables(&user, &[&update[..], &[&path]].concat(), ""), payload);
    assert_eq!(variables(&user, &[&update[..], &["@-"]].concat(), json), payload);
    let create = ["createWorkspace", "--label"];
    let path = at(&file(&user, "label.txt", "\u{feff}a\r\nb\r\n"));
    assert_eq!(variables(&user, &[&create[..], &[&path]].concat(), ""), json!({"label": "a\nb"}));
    let label = json!({"label": "a"});
    assert_eq!(variables(&user, &[&create[..], &["@env:LABEL"]].concat(), ""), label);
    let yaml = "\u{feff}label: a\r\n";
    assert_eq!(variables(&user, &["createWorkspace", "--input", "-"], yaml), label);
    let path = file(&user, "input.json", json);
    assert_eq!(variables(&user, &["createWorkspace", "--input", &path], ""), label);
    let document = "\u{feff}query($label: String) {\r\n  workspaces { label }\r\n}\r\n";
    let ran = user.with_stdin(&["query-text", "-", "--unchecked", "--dry-run"], document);
    assert!(ran.code == 0 && !ran.stdout.contains(['\u{feff}', '\r']), "{ran:?}");
    let path = file(&user, "other.graphql", "\u{feff}type Query {\r\n  a(b: Int): Int\r\n}\r\n");
    assert_eq!(variables(&user, &["--schema", &path, "a", "--b", "1"], ""), json!({"b": 1}));
    let path = file(&user, "seed.yaml", "\u{feff}users:\r\n  ada: { email: unknown }\r\n");
    let ran = user.run(&["sandbox", "serve", "--seed", &path]);
    assert!(ran.stderr.contains("line 2: `unknown` is not a valid address"), "{ran}");
    file(&user, "config.toml", "\u{feff}[profiles.p]\r\nurl = \"https://h/v1\"\r\n");
    let ran = user.line("profile show p");
    assert!(ran.code == 0 && ran.stdout.contains("https://h/v1"), "{ran}");
}

#[test]
fn tokens_and_certificates_may_have_a_mark() {
    let user = Environment::new();
    let path = file(&user, "token", "\u{feff}abc\r\n");
    for (words, stdin) in
        [(["--token-file", &path], ""), (["--token-stdin", "-v"], "\u{feff}abc\r\n")]
    {
        let server = Server::answering("200 OK", r#"{"data":{"workspaces":[]}}"#);
        let call = [&["workspaces", "--url", &server.url][..], &words].concat();
        let ran = user.with_stdin(&call, stdin);
        assert_eq!(ran.code, 0, "{ran}");
        assert!(server.request().contains("authorization: abc\r\n"));
    }
    for (token, code) in [
        ("\u{feff}abc", 0),
        ("abc\r\n", 0),
        ("\"abc\"", 2),
        ("'abc'\r\n", 2),
        ("\u{feff}\"abc\"", 2),
    ] {
        let server = Server::answering("200 OK", r#"{"data":{"workspaces":[]}}"#);
        let ran = Environment::new().set("HOUSTON_TOKEN", token).run(&[
            "workspaces",
            "--url",
            &server.url,
        ]);
        assert_eq!(ran.code, code, "{token:?}: {ran}");
        match code {
            0 => assert!(server.request().contains("authorization: abc\r\n")),
            _ => assert!(ran.stderr.contains("the token stands in quotes; remove them"), "{ran}"),
        }
    }
    let path = file(&user, "quoted", "\"abc\"\n");
    let ran = user.run(&["workspaces", "--url", "http://127.0.0.1:1/v1", "--token-file", &path]);
    assert!(ran.code == 2 && ran.stderr.contains("the token stands in quotes"), "{ran}");
    let authority = std::fs::read_to_string(Authority::new().file()).unwrap();
    let path = file(&user, "ca.pem", format!("\u{feff}{}", authority.replace('\n', "\r\n")));
    let call =
        ["workspaces", "--url", "https://127.0.0.1:1/v1", "--retries", "0", "--ca-cert", &path];
    let ran = user.run(&call);
    assert_eq!(ran.code, 6, "{ran}");
}

#[test]
fn what_is_not_text_is_refused() {
    let user = Environment::new();
    let utf16: Vec<u8> = "\u{feff}{}".encode_utf16().flat_map(u16::to_le_bytes).collect();
    for (bytes, why) in [
        (utf16, "it is UTF-16 text: save it as UTF-8"),
        (b"a\0b".to_vec(), "it contains a zero byte, so it is not text"),
        (b"\xe4".to_vec(), "it is not valid UTF-8"),
    ] {
        let path = file(&user, "bad", bytes);
        for words in [
            ["createWorkspace", "--label", &format!("@{path}")],
            ["createWorkspace", "--input", &path],
            ["--sandbox", "query-text", &path],
            ["workspaces", "--schema", &path],
        ] {
            let ran = user.run(&words);
            assert!(ran.code == 2 && ran.stderr.contains(why), "{words:?}: {ran}");
        }
    }
    if Path::new("/dev/zero").exists() {
        let ran = user.line("createWorkspace --label @/dev/zero");
        assert!(ran.code == 2 && ran.stderr.contains("it is larger than 64 MiB"), "{ran}");
    }
}

#[test]
fn nothing_is_not_a_value() {
    let user = Environment::new().set("EMPTY", "").set("BLANK", " \t");
    let empty = file(&user, "empty", "");
    let line = file(&user, "line", "\u{feff}\r\n\r\n");
    let alerts = ["deploymentAlertsUpdate", "--deployment-uuid", "ck0", "--yes"];
    for (words, stdin, what) in [
        (&["createWorkspace", "--label", "@-"][..], "", "stdin is empty"),
        (&["createWorkspace", "--label", "@-"], "\n", "stdin contains only white space"),
        (&["createWorkspace", "--label", "@env:EMPTY"], "", "variable `EMPTY` is empty"),
        (&["createWorkspace", "--label", "@env:BLANK"], "", "variable `BLANK` contains only white"),
        (&["createWorkspace", "--label", &format!("@{empty}")], "", "is empty; to pass an empty"),
        (&["createWorkspace", "--label", &format!("@{line}")], "", "contains only white space"),
        (
            &[&alerts[..], &["--alert-emails", "@-"]].concat(),
            "",
            "--alert-emails: stdin is empty; to pass an empty list, write `[]`\n",
        ),
        (
            &["createDeployment", "--properties.alert_emails", &format!("@{line}")],
            "",
            "contains only white space; to pass an empty list, write `[]`\n",
        ),
        (
            &["workspace", "--workspace-uuid", "@-"],
            "",
            "stdin is empty; check the command that should have written it\n",
        ),
        (
            &["updateDeployment", "--deployment-uuid", "a", "--sync", "@-"],
            "",
            "--sync: stdin is empty; check the command",
        ),
        (
            &["updateWorkspace", "--workspace-uuid", "a", "--payload", "@env:EMPTY"],
            "",
            "is empty; check the command that should have written it\n",
        ),
        (
            &["updateWorkspace", "--workspace-uuid", "a", "--payload.label", "@-"],
            "",
            "updateWorkspace has an invalid argument [usage]\n  --payload.label: stdin is empty; to pass an empty text, write `''`\n",
        ),
        (&["createWorkspace", "--label", "a", "--input", "-"], "", "--input: stdin is empty"),
        (&["createWorkspace", "--label", "a", "--input", &line], "", "contains only white space"),
        (
            &["createWorkspace", "--label", "a", "--input", "-"],
            "null\n",
            "--input: expected an object",
        ),
        (
            &["createWorkspace", "--label", "a", "--input", "-"],
            "---\n",
            "--input: expected an object",
        ),
        (&["query-text", "-"], "", "stdin is empty"),
        (&["workspaces", "--token-stdin"], "", "the token is empty"),
        (&["sandbox", "serve", "--seed", &empty], "", "the file is empty"),
        (&["--schema", &empty, "workspaces"], "", "the schema is not valid"),
    ] {
        let at = [&["--url", "http://127.0.0.1:1/v1"][..], words].concat();
        let at = if words[0] == "sandbox" { words } else { &at };
        let ran = user.with_stdin(at, stdin);
        assert!(ran.code == 2 && ran.stderr.contains(what), "{words:?}: {ran}");
    }
    // On the command line, nothing is a text. A skeleton may have only comments.
    assert_eq!(variables(&user, &["createWorkspace", "--label", ""], ""), json!({"label": ""}));
    let words = ["createWorkspace", "--label=", "--input", "-"];
    assert_eq!(variables(&user, &words, "# label: a\n"), json!({"label": ""}));
}

#[test]
fn an_id_is_never_empty() {
    let user = Environment::new().set("HOUSTON_URL", "http://127.0.0.1:1/v1");
    for id in ["", " ", "null", "undefined", "ck0 ", "ck0\n", "ck0\r", "\u{feff}ck0", "ck0\u{200b}"]
    {
        let json = serde_json::to_string(id).unwrap();
        for (words, stdin) in [
            (&["deleteWorkspace", "--yes", "--workspace-uuid", id][..], ""),
            (
                &["deleteWorkspace", "--yes", "--input", "-"],
                &*format!(r#"{{"workspaceUuid":{json}}}"#),
            ),
            (&["createSystemRoleBinding", "--role", "SYSTEM_ADMIN", "--user-id", id], ""),
            (&["users", "--user.userId", id], ""),
        ] {
            let ran = user.with_stdin(words, stdin);
            assert!(ran.code == 2 && ran.stderr.contains("Nothing was sent."), "{words:?}: {ran}");
        }
    }
    let ran = user.run(&["deleteWorkspace", "--yes", "--workspace-uuid", "ck0\u{200b}"]);
    assert!(ran.stderr.contains("and this one contains U+200B"), "{ran}");
    insta::assert_snapshot!(user.run(&["deleteWorkspace", "--yes", "--workspace-uuid", ""]), @"
    ------- stderr -------
    error: deleteWorkspace has an invalid argument [usage]
      --workspace-uuid: `` is not a valid Uuid; an id is never empty
    Nothing was sent. See `houston deleteWorkspace --help`.
    [exit: 2]
    ");
    insta::assert_snapshot!(user.run(&["deleteWorkspace", "--yes", "--workspace-uuid", "null"]), @"
    ------- stderr -------
    error: deleteWorkspace has an invalid argument [usage]
      --workspace-uuid: `null` is not a valid Uuid; programs print a missing value like this
    Nothing was sent. See `houston deleteWorkspace --help`.
    [exit: 2]
    ");
    insta::assert_snapshot!(user.run(&["deleteWorkspace", "--yes", "--workspace-uuid", "a "]), @"
    ------- stderr -------
    error: deleteWorkspace has an invalid argument [usage]
      --workspace-uuid: `a ` is not a valid Uuid; an id has no white space or invisible characters
    Nothing was sent. See `houston deleteWorkspace --help`.
    [exit: 2]
    ");
}
