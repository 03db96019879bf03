//! Schemas of servers: pulled, and used from then on.

use houston_tests::server::Server;
use serde_json::json;

use crate::environment::Environment;
use crate::platform::Peer;

#[test]
fn a_pulled_schema_is_used_from_then_on() {
    let user = Environment::following();
    assert_eq!(user.line("profile add p --sandbox").code, 0);
    let built_in = user.answer(&["list", "-o", "json"]);
    let ran = user.line("schema pull");
    insta::assert_snapshot!(ran, @"
    ------- stderr -------
    Stored the schema in [DIR]/schemas/sandbox.schema (Houston 0.23.12, pulled [TIME]).
    Houston 0.23.12: 77 operations, all of them also in 0.23
    [exit: 0]
    ");
    let about = user.answer(&["schema", "show", "-o", "json"]);
    assert_eq!((&about["origin"], &about["version"]), (&json!("pulled"), &json!("0.23.12")));
    insta::assert_snapshot!(user.line("list --grep airflowReleases"), @"
    Platform
      airflowReleases  The available Airflow releases
    ------- stderr -------
    note: using the schema of the sandbox (Houston 0.23.12, pulled [TIME])
    [exit: 0]
    ");
    let pulled = user.answer(&["list", "-o", "json"]);
    assert_eq!(pulled["operations"], built_in["operations"]);
    assert_eq!(pulled["options"], built_in["options"]);
    // The calls are the same as with the built-in schema.
    let dry = |words: &str| user.line(&format!("{words} --dry-run -o json")).stdout;
    let call = "createDeployment --workspace-uuid ck0 --type airflow --label a";
    let with_pulled = dry(call);
    assert_eq!(user.line("schema use built-in").code, 0);
    assert_eq!(user.answer(&["schema", "show", "-o", "json"])["origin"], "built-in");
    let shown = || user.answer(&["profile", "show", "-o", "json"])["schema"].take();
    assert_eq!(shown(), "built-in");
    assert_eq!(dry(call), with_pulled);
    assert_eq!(user.line("schema use pulled").code, 0);
    assert_eq!(shown(), "pulled");
    assert_eq!(user.answer(&["schema", "show", "-o", "json"])["origin"], "pulled");
    assert!(user.line("schema show").stdout.contains("type Deployment {"));
    assert_eq!(user.line("profile remove p --yes").code, 0);
    assert!(!user.config().join("schemas/p.graphql").exists());
    let ran = user.line("schema pull --sandbox --out -");
    assert!(ran.code == 0 && ran.stdout.contains("type Deployment {"), "{ran}");
    insta::assert_snapshot!(user.session(&[
        "schema use pulled",
        "schema pull --sandbox",
        "schema",
        "schema show --depth 1",
    ]), @"
    $ schema use pulled
    ------- stderr -------
    error: none of your profiles is in use, and a schema is chosen for a profile [usage]
    Choose one with `--profile NAME`, or use a schema for one call with `--schema FILE`.
    [exit: 2]

    $ schema pull --sandbox
    ------- stderr -------
    Stored the schema in [DIR]/schemas/sandbox.schema (Houston 0.23.12, pulled [TIME]).
    Houston 0.23.12: 77 operations, all of them also in 0.23
    [exit: 0]

    $ schema
    ------- stderr -------
    Show, pull and choose the schema that operations use

    Usage
      houston schema <COMMAND>

    Commands
      show  Show the schema that operations use, as GraphQL text
      pull  Get the schema of the platform, and use it from now on
      diff  Compare two schemas, and show which commands and flags change
      use   Choose the schema that a profile uses

    Other
      -h, --help  Print help

    A call uses the schema of --schema, HOUSTON_SCHEMA or its profile, in this
    order; or else that of its platform, if it was pulled; or else the built-in one.
    error: a command is missing [usage]
    [exit: 2]

    $ schema show --depth 1
    ------- stderr -------
    error: `houston schema show` has no option --depth [usage]
    See `houston schema show --help`.
    [exit: 2]
    ");
}

#[test]
fn a_schema_that_is_not_had_leaves_the_old_one() {
    let user = Environment::following();
    let off = r#"{"errors":[{"message":"GraphQL introspection is not allowed by Apollo Server, but the query contained __schema or __type. To enable introspection, pass introspection: true to ApolloServer in production","extensions":{"code":"GRAPHQL_VALIDATION_FAILED"}}]}"#;
    assert_eq!(user.line("profile add p --sandbox").code, 0);
    assert_eq!(user.line("schema pull").code, 0);
    let old = user.config_file("schemas/p.graphql");
    let config = user.config_file("config.toml");
    let answers = [
        ("400 Bad Request", off),
        ("200 OK", "<html>sign in</html>"),
        ("401 Unauthorized", "{}"),
        ("200 OK", "{}"),
    ];
    let shown = answers.map(|(status, body)| {
        let server = Server::answering(status, body);
        let new = config.replace("sandbox = true", &format!("url = \"{}\"", server.url));
        std::fs::write(user.config().join("config.toml"), new).unwrap();
        let ran = user.line("schema pull");
        assert_eq!(user.config_file("schemas/p.graphql"), old);
        ran.after(&format!("schema pull  < {status}"))
    });
    insta::assert_snapshot!(shown.concat(), @"
    $ schema pull  < 400 Bad Request
    ------- stderr -------
    error: introspection is disabled on this server (HTTP 400: GraphQL introspection is not allowed by Apollo Server, but the query contained __schema or __type. To enable introspection, pass introspection: true to ApolloServer in production) [refused]
    Try with a token: some servers return their schema to signed-in callers only.
    Read the schema from a file instead, or set `introspection: true` in Apollo Server (for Houston, `apollo.introspection` in its configuration).
    [exit: 4]

    $ schema pull  < 200 OK
    ------- stderr -------
    error: the server answered with a page instead of JSON (HTTP 200: <html>sign in</html>) [refused]
    Check the address (Houston's ends in /v1); a proxy or a sign-in page may be in front of it.
    [exit: 4]

    $ schema pull  < 401 Unauthorized
    ------- stderr -------
    error: introspection requires authentication (HTTP 401: {}) [not-allowed]
    Sign in, or pass a token that has not expired.
    [exit: 3]

    $ schema pull  < 200 OK
    ------- stderr -------
    error: the response is not a GraphQL answer (HTTP 200: {}) [refused]
    Check the address (Houston's ends in /v1).
    [exit: 4]
    ");
    let new = config.replace("sandbox = true", "url = \"http://127.0.0.1:1/v1\"");
    std::fs::write(user.config().join("config.toml"), new).unwrap();
    insta::assert_snapshot!(user.line("schema pull"), @"
    ------- stderr -------
    error: cannot connect to the server: 127.0.0.1:1: Connection refused (os error [N]) [not-reached]
    Check the address and that the platform is running, or try `--sandbox`.
    [exit: 6]
    ");
    assert_eq!(user.config_file("schemas/p.graphql"), old);
}

#[test]
fn another_version_is_named_when_it_refuses() {
    let refusal = r#"{"errors":[{"message":"Unknown argument \"label\" on field \"createWorkspace\" of type \"Mutation\"."}]}"#;
    let version = r#"{"data":{"appConfig":{"version":"0.30.1"}}}"#;
    let server = Server::answering_in_turn(&[("400 Bad Request", refusal), ("200 OK", version)]);
    let user = Environment::new().set("HOUSTON_URL", &server.url);
    let ran = user.line("createWorkspace --label a");
    insta::assert_snapshot!(ran, @r#"
    ------- stderr -------
    error: createWorkspace: Unknown argument "label" on field "createWorkspace" of type "Mutation". [schema-drift]
      The server refused the mutation. It had no effect. The client is built from the schema of version 0.23, and the server has another version. Leave out what the server does not know, or use a client generated from its schema.
      The server is Houston 0.30.1.
    `houston schema diff` shows the differences, `houston schema pull` switches to the server's schema.
    [exit: 4]
    "#);
}

/// A file for others has no text of the server, in which secrets can be, and says which platform it is of.
#[test]
fn a_file_has_names_and_types_the_version_and_the_date() {
    let sdl = r#"
"canary" directive @d("canary" a: Int = 7) on FIELD_DEFINITION
"canary" type Query { "canary" appConfig("canary" a: In = {b: ONE} @deprecated(reason: "canary")): AppConfig @deprecated(reason: "canary") }
type AppConfig { version: String old: Day }
"canary" enum E { "canary" ONE TWO @deprecated(reason: "canary") }
"canary" input In { "canary" b: E = ONE }
"canary" scalar Day @specifiedBy(url: "https://canary.example.com")
"#;
    let peer = Peer::new(sdl, &json!({ "appConfig": null }));
    let user = Environment::new().set("HOUSTON_URL", &peer.server.url);
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("there.graphql");
    let path = path.to_str().unwrap();
    let ran = user.run(&["schema", "pull", "--out", path]);
    assert_eq!(ran.code, 0, "{ran}");
    let file = user.line("schema pull --out -").stdout;
    let written = std::fs::read_to_string(path).unwrap();
    let (first, definitions) = written.split_once('\n').unwrap();
    assert!(first.starts_with("# Introspection 20"), "{first}");
    assert!(first.contains("; platform 2.1.0; 20"), "{first}");
    assert!(first.ends_with("Z. Made by `houston schema pull`."), "{first}");
    for kept in
        ["a: In = {b: ONE}", "): AppConfig @deprecated\n", "  TWO @deprecated\n", "scalar Day\n"]
    {
        assert!(definitions.contains(kept), "{kept}\n{definitions}");
    }
    for text in [&file, &written, &ran.stderr] {
        assert!(!text.contains("canary") && !text.contains("127.0.0.1"), "{text}");
    }
    let shown = user.answer(&["schema", "show", "--schema", path, "-o", "json"]);
    assert_eq!(shown["version"], "2.1.0");
}
