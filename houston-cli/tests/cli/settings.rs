//! Profiles that are changed.

use serde_json::json;

use crate::environment::Environment;
use crate::serve::Serving;
use crate::server::Server;

#[test]
fn only_what_is_given_changes() {
    let user = Environment::new();
    let add = "profile add p --base-domain a.example --default workspaceUuid=w --default type=t \
               --token-command true";
    assert_eq!(user.line(add).code, 0);
    std::fs::write(
        user.config().join("config.toml"),
        format!("# mine\n{}", user.config_file("config.toml")),
    )
    .unwrap();
    let change = |words: &str| {
        let ran = user.line(&format!("profile set p {words}"));
        assert_eq!((ran.code, ran.stdout.as_str()), (0, ""), "{words}: {}", ran.stderr);
        user.answer(&["profile", "show", "p", "-o", "json"])
    };
    let shown = change("--default type=u --default label=l");
    assert_eq!(shown["defaults"], json!({ "workspaceUuid": "w", "type": "u", "label": "l" }));
    assert_eq!(shown["url"], "https://houston.a.example/v1");
    assert_eq!(shown["tokenCommand"], true);
    let shown = change("--unset default.type --unset default.label --unset token-command");
    assert_eq!(shown["defaults"], json!({ "workspaceUuid": "w" }));
    assert_eq!(shown["tokenCommand"], false);
    let shown = change("--url http://b.example/v1 --allow-http");
    assert_eq!((&shown["url"], &shown["allowHttp"]), (&json!("http://b.example/v1"), &json!(true)));
    let shown = change("--sandbox --unset allow-http");
    assert_eq!((&shown["url"], &shown["sandbox"]), (&json!(null), &json!(true)));
    assert!(user.config_file("config.toml").starts_with("# mine\n"));
    // However it stands in the file.
    let inline = "profiles = { p = { url = \"https://a.example\" } }\n";
    std::fs::write(user.config().join("config.toml"), inline).unwrap();
    assert_eq!(change("--default a=b --use")["defaults"], json!({ "a": "b" }));
    assert_eq!(change("--url https://b.example --unset default.a")["url"], "https://b.example/");
}

#[test]
fn a_change_that_cannot_be_is_refused_whole() {
    let user = Environment::new();
    let line = "profile add p --url http://a.example --allow-http --default workspaceUuid=w";
    assert_eq!(user.line(line).code, 0);
    let before = user.config_file("config.toml");
    for (line, said) in [
        ("profile set q --sandbox", "there is no profile `q`"),
        ("profile set sandbox --default a=b", "profile sandbox is built in"),
        ("profile set p", "nothing is given that profile p gets"),
        ("profile set p --unset url", "profile p has no `url`"),
        ("profile set p --unset default.workspace", "did you mean `default.workspaceUuid`?"),
        ("profile set p --unset ca-cert", "profile p has no `ca-cert`"),
        ("profile set p --unset allow-http", "--allow-http allows it"),
        ("profile set p --base-domain a/b", "`a/b` is no domain"),
        ("profile set p --default x", "`x` is no NAME=VALUE"),
        ("profile set p --sandbox --url https://a.example", "cannot be used with"),
    ] {
        let ran = user.line(line);
        assert_eq!((ran.code, ran.stdout.as_str()), (2, ""), "{line}: {}", ran.stderr);
        assert!(ran.stderr.contains(said), "{line}: {}", ran.stderr);
        assert_eq!(user.config_file("config.toml"), before, "{line}");
    }
}

#[test]
fn a_token_does_not_go_along_to_another_host() {
    let administrator = Environment::new();
    let server = Serving::start(&administrator);
    let (user, token) = (Environment::new(), server.token());
    let words = ["auth", "login", "--url", &server.url, "--name", "p", "--token-stdin"];
    assert_eq!(user.with_stdin(&words, &token).code, 0);
    let ran = user.line("profile set p --default type=airflow");
    assert!(ran.code == 0 && !ran.stderr.contains("token"), "{}", ran.stderr);
    let elsewhere = Server::answering("200 OK", "{}");
    let ran = user.run(&["profile", "set", "p", "--url", &elsewhere.url]);
    assert!(ran.code == 0 && ran.stderr.contains("is for another host"), "{}", ran.stderr);
    let ran = user.line("workspaces");
    assert!(ran.code == 3 && ran.stderr.contains("houston auth login --profile p"));
    // Back again, it is the one of before.
    assert_eq!(user.run(&["profile", "set", "p", "--url", &server.url]).code, 0);
    assert_eq!(user.line("workspaces").code, 0);
}

#[test]
fn a_default_that_nothing_uses_is_told() {
    let user = Environment::new();
    let ran = user.line("profile add p --sandbox --default workspace-uuid=w --default type=t");
    assert_eq!(ran.code, 0, "{}", ran.stderr);
    let note = "note: no operation has an argument `workspace-uuid`: nothing uses this default; did you mean `workspaceUuid`";
    assert!(ran.stderr.contains(note) && !ran.stderr.contains("`type`"), "{}", ran.stderr);
    let ran = user.line("profile set p --default labl=w");
    assert!(ran.code == 0 && ran.stderr.contains("did you mean `label`"), "{}", ran.stderr);
    // The profile's own schema knows other names.
    std::fs::write(user.config().join("own.graphql"), "type Query { a(labl: ID): Int }").unwrap();
    let config = user.config_file("config.toml");
    let own = user.config().join("own.graphql");
    let named = config
        .replace("sandbox = true\n", &format!("sandbox = true\nschema = \"{}\"\n", own.display()));
    assert_ne!(named, config);
    std::fs::write(user.config().join("config.toml"), named).unwrap();
    let ran = user.line("profile set p --default labl=w");
    assert_eq!((ran.code, ran.stderr.as_str()), (0, "profile p is changed\n"));
    let before = user.config_file("config.toml");
    for line in ["profile set p --default type=", "profile add q --sandbox --default type="] {
        let ran = user.line(line);
        assert!(ran.code == 2 && ran.stderr.contains("`type=` gives no value"), "{}", ran.stderr);
    }
    assert_eq!(user.config_file("config.toml"), before);
}
