//! `-o template`, and variables of filters.

use houston_tests::server::{Script, Server, http};

use crate::environment::{Environment, Ran};

const BODY: &str =
    r#"{"data":{"workspaces":[{"id":"a","label":"<Data>"},{"id":"b","label":null}]}}"#;

fn user() -> Environment {
    let server = Server::new(Script::KeepAlive(http("200 OK", "", BODY)));
    Environment::new().set("HOUSTON_URL", &server.url)
}

fn ran(words: &[&str]) -> Ran {
    user().run(&[&["workspaces", "--fields", "id,label"], words].concat())
}

#[test]
fn a_template_writes_the_answer() {
    let rows = "{% for row in data %}{{ row.id }}: {{ row.label or \"-\" }}\n{% endfor %}";
    let folder = tempfile::TempDir::new().unwrap();
    let file = folder.path().join("rows.j2");
    std::fs::write(&file, rows).unwrap();
    let of_file = format!("@{}", file.display());
    for words in [
        &["--template", rows][..],
        &["--template", rows, "-o", "template"],
        &["-o", "template", "--template", &of_file],
    ] {
        let ran = ran(words);
        let expected = (0, "a: <Data>\nb: -\n\n", "");
        assert_eq!((ran.code, ran.stdout.as_str(), ran.stderr.as_str()), expected, "{words:?}");
    }
    insta::assert_snapshot!(ran(&["--template", "{{ data[0].nope }}"]), @"
    ------- stderr -------
    error: --template failed on the answer [partial]
      undefined value (in <string>:1)
    The call ran. `-o json` shows what the template reads as `data`.
    [exit: 5]
    ");
}

#[test]
fn a_template_that_is_not_valid_sends_nothing() {
    for words in [
        &["--template", "{% for %}"][..],
        &["--template", "{% include '/etc/passwd' %}"],
        &["--template", "@/none/such"],
        &["--template", "x", "-o", "json"],
        &["--template", "x", "--jq", "."],
        &["-o", "template"],
    ] {
        let ran = ran(words);
        assert_eq!((ran.code, ran.stdout.as_str()), (2, ""), "{words:?}: {ran}");
        assert!(ran.stderr.contains("Nothing was sent"), "{ran}");
    }
}

#[test]
fn a_template_has_limits() {
    let long = "{% for a in range(99999) %}{% for b in range(99999) %}{% endfor %}{% endfor %}";
    let large = "{% for a in range(99999) %}{{ 'x' * 1000000 }}{% endfor %}";
    for text in [long, large] {
        let ran = ran(&["--timeout", "3s", "--template", text]);
        assert_eq!((ran.code, ran.stdout.as_str()), (5, ""), "{ran}");
        assert!(ran.stderr.contains("--template failed on the answer"), "{ran}");
    }
}

#[test]
fn filters_have_variables_and_formats() {
    let quoted = r#".[] | select(.id == $id) | [.id, .label, $note] | @csv"#;
    let given = ["--arg", "id", "a", "--arg", "note", "--x", "-o", "value", "--jq"];
    assert_eq!(ran(&[&given[..], &[quoted]].concat()).stdout, "\"a\",\"<Data>\",\"--x\"\n");
    let tsv = ["-o", "value", "--jq", ".[] | [.id, .label] | @tsv"];
    assert_eq!(ran(&tsv).stdout, "a\t<Data>\nb\t\n");
    // The envelope of a failure has the variables of its filter as well.
    let filter = ["--fields", "nope", "-o", "envelope", "--arg", "a", "1", "--jq", "[$a, .code]"];
    let failed = user().run(&[&["workspaces"], &filter[..]].concat());
    assert_eq!((failed.code, failed.stdout.as_str()), (2, "[\n  \"1\",\n  \"usage\"\n]\n"));
    for words in [
        &["--arg", "1a", "x", "--jq", "."][..],
        &["--arg", "ENV", "x", "--jq", "."],
        &["--arg", "a", "x", "--arg", "a", "y", "--jq", "."],
        &["--jq", ".", "--arg", "a"],
        &["--arg", "a", "--jq", "."],
        &["--jq", "$b", "--arg", "a", "x"],
    ] {
        let ran = ran(words);
        assert_eq!((ran.code, ran.stdout.as_str()), (2, ""), "{words:?}: {ran}");
    }
}

#[test]
fn filters_read_the_environment_without_secrets() {
    let user = user()
        .set("HOUSTON_TOKEN", "canary-1")
        .set("WHO", "ada")
        .set("COPY", "x canary-1")
        .set("db_password", "canary-2")
        .set("HTTPS_PROXY", "http://me:canary-3@127.0.0.1:1");
    let jq = |filter| user.run(&["workspaces", "--fields", "id", "-o", "value", "--jq", filter]);
    assert_eq!(jq("$ENV.WHO").stdout, "ada\n");
    for all in ["$ENV | tojson", "env | tojson"] {
        let ran = jq(all);
        assert_eq!(ran.code, 0, "{ran}");
        assert!(ran.stdout.contains("\"WHO\":\"ada\"") && !ran.stdout.contains("canary"), "{ran}");
    }
}
