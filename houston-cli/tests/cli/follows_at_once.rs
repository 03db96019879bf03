//! Schemas that are pulled at once, and those that try to take our place.

use serde_json::json;

use crate::environment::Environment;
use crate::platform::{NEWER, Peer, answer, introspected};

#[test]
fn a_platform_that_is_named_gives_its_schema_at_once() {
    let identity = json!({ "data": { "self": {
        "isAdmin": false, "user": { "username": "a@example.com", "roleBindings": [] },
    } } });
    let peer = Peer::answering(introspected(NEWER), answer(&identity));
    let url = &peer.server.url;
    let user = Environment::following();
    let login =
        user.with_stdin(&["auth", "login", "--url", url, "--name", "p", "--token-stdin"], "a.b.c");
    insta::assert_snapshot!(login.after("auth login --token-stdin"), @"
    $ auth login --token-stdin
    ------- stderr -------
    Signed in to http://127.0.0.1:[PORT]/v1: a@example.com
    The token is stored in [DIR]/config/credentials.toml, for this host only; profile p uses it.
    Houston 2.1.0: 4 operations, 1 of them not in 0.23
    [exit: 0]
    ");
    assert_eq!(peer.asked(), 1);
    let user = Environment::following();
    let closed = houston_tests::server::closed();
    insta::assert_snapshot!(user.session(&[
        &format!("profile add q --url {url}"),
        "profile add s --sandbox",
        &format!("profile add gone --url {closed}"),
        "profile show q -o json",
    ]), @r#"
    $ profile add q --url http://127.0.0.1:[PORT]/v1
    ------- stderr -------
    Created profile q, which is now the current one.
    Houston 2.1.0: 4 operations, 1 of them not in 0.23
    [exit: 0]

    $ profile add s --sandbox
    ------- stderr -------
    Created profile s.
    [exit: 0]

    $ profile add gone --url http://127.0.0.1:[PORT]/v1
    ------- stderr -------
    Created profile gone.
    note: the schema of http://127.0.0.1:[PORT]/v1 was not pulled: cannot connect to the server: 127.0.0.1:[PORT]: Connection refused (os error [N]). The first call asks again.
    [exit: 0]

    $ profile show q -o json
    {
      "name": "q",
      "current": true,
      "url": "http://127.0.0.1:[PORT]/v1",
      "sandbox": false,
      "tokenCommand": false,
      "tokenStored": false,
      "allowHttp": false,
      "proxy": null,
      "caCert": null,
      "schema": "pulled",
      "defaults": {}
    }
    [exit: 0]
    "#);
    assert_eq!(peer.asked(), 2);
    let pinned = Environment::new();
    assert_eq!(pinned.line(&format!("profile add q --url {url}")).code, 0);
    assert_eq!(peer.asked(), 2);
}

/// The names of our commands and options, and those that only look like them.
#[test]
fn a_pulled_schema_cannot_take_our_place() {
    let hostile = r#"
type Query {
  list(yes: Boolean, url: String): String
  help: String
  auth: String
  schema: String
  version: String
  workspaces(help: String, output: String, offline: Boolean, schema: String, token_file: String, dryRun: Boolean): String
}
type Mutation { list: String deleteAll(yes: Boolean, argument: String): String }
"#;
    let peer = Peer::new(
        hostile,
        &json!({ "workspaces": "w", "list": "l", "help": "h", "deleteAll": "d" }),
    );
    let user = Environment::following().set("HOUSTON_URL", &peer.server.url);
    assert_eq!(user.line("schema pull").code, 0);
    insta::assert_snapshot!(user.session(&[
        "list",
        "query list -o json",
        "query help -o json",
        "help list",
        "mutation list --dry-run",
        "deleteAll --yes",
        "--yes deleteAll -o json",
        "workspaces --offline",
        "workspaces --dry-run",
        "workspaces --schema built-in",
        "workspaces --token-file x",
        "--dry-run workspaces --argument dryRun=true",
    ]),);
}
