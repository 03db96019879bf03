//! Changes to profiles.

use houston_tests::server::Server;
use serde_json::json;

use crate::environment::Environment;
use crate::serve::Serving;

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
        assert_eq!((ran.code, ran.stdout.as_str()), (0, ""), "{words}: {ran}");
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
    // In every form of the file.
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
    let shown = [
        "profile set q --sandbox",
        "profile set sandbox --default a=b",
        "profile set p",
        "profile set p --unset url",
        "profile set p --unset default.workspace",
        "profile set p --unset ca-cert",
        "profile set p --unset allow-http",
        "profile set p --base-domain a/b",
        "profile set p --default x",
        "profile set p --sandbox --url https://a.example",
    ]
    .map(|line| {
        let ran = user.line(line);
        assert_eq!(user.config_file("config.toml"), before, "{line}");
        ran.after(line)
    });
    insta::assert_snapshot!(shown.concat());
}

#[test]
fn a_token_does_not_go_along_to_another_host() {
    let administrator = Environment::new();
    let server = Serving::start(&administrator);
    let (user, token) = (Environment::new(), server.token());
    let words = ["auth", "login", "--url", &server.url, "--name", "p", "--token-stdin"];
    assert_eq!(user.with_stdin(&words, &token).code, 0);
    let elsewhere = Server::answering("200 OK", "{}");
    let url = format!("profile set p --url {}", elsewhere.url);
    let shown = user.session(&["profile set p --default type=airflow", &url, "workspaces"]);
    insta::assert_snapshot!(shown, @"
    $ profile set p --default type=airflow
    ------- stderr -------
    Changed profile p.
    [exit: 0]

    $ profile set p --url http://127.0.0.1:[PORT]/v1
    ------- stderr -------
    Changed profile p.
    note: its stored token is for another host and is not sent to this one; sign in with `houston auth login --profile p`
    [exit: 0]

    $ workspaces
    ------- stderr -------
    error: the token stored for profile p belongs to another host [not-allowed]
      It is bound to http://127.0.0.1:[PORT], but the profile uses http://127.0.0.1:[PORT].
    `houston auth login --profile p` stores a token for this host.
    [exit: 3]
    ");
    // Back at the first host, the token is used again.
    assert_eq!(user.run(&["profile", "set", "p", "--url", &server.url]).code, 0);
    assert_eq!(user.line("workspaces").code, 0);
}

#[test]
fn an_unused_default_is_reported() {
    let user = Environment::following();
    insta::assert_snapshot!(user.session(&[
        "profile add p --sandbox --default workspace-uuid=w --default type=t",
        "profile set p --default labl=w",
    ]), @"
    $ profile add p --sandbox --default workspace-uuid=w --default type=t
    ------- stderr -------
    Created profile p, which is now the current one.
    note: no operation has an argument `workspace-uuid`, so nothing uses this default; did you mean `workspaceUuid`?
    [exit: 0]

    $ profile set p --default labl=w
    ------- stderr -------
    Changed profile p.
    note: no operation has an argument `labl`, so nothing uses this default; did you mean `label`?
    [exit: 0]
    ");
    // The profile's own schema has other names.
    std::fs::write(user.config().join("own.graphql"), "type Query { a(labl: ID): Int }").unwrap();
    let config = user.config_file("config.toml");
    let own = user.config().join("own.graphql");
    let named = config
        .replace("sandbox = true\n", &format!("sandbox = true\nschema = \"{}\"\n", own.display()));
    assert_ne!(named, config);
    std::fs::write(user.config().join("config.toml"), named).unwrap();
    let ran = user.line("profile set p --default labl=w");
    assert_eq!((ran.code, ran.stderr.as_str()), (0, "Changed profile p.\n"));
    let before = user.config_file("config.toml");
    insta::assert_snapshot!(user.session(&[
        "profile set p --default type=",
        "profile add q --sandbox --default type=",
    ]), @"
    $ profile set p --default type=
    ------- stderr -------
    error: --default: `type=` has no value [usage]
    Write type=VALUE, or remove the default with `houston profile set NAME --unset default.type`.
    [exit: 2]

    $ profile add q --sandbox --default type=
    ------- stderr -------
    error: --default: `type=` has no value [usage]
    Write type=VALUE, or remove the default with `houston profile set NAME --unset default.type`.
    [exit: 2]
    ");
    assert_eq!(user.config_file("config.toml"), before);
}
