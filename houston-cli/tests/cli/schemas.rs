//! The schema at run time: from a file, or pulled from a server.

use serde_json::{Value, json};

use crate::environment::Environment;
use crate::server::Server;

const OTHER: &str = r#"
type Query {
  "Every runtime."
  runtimes(clusterId: Id!, limit: Int = 10): [Runtime!]!
  workspaces: [Workspace]
}
type Mutation {
  deleteRuntime(id: Id!): Runtime
  createUser(email: String!, profile: JSON): Runtime
}
type Runtime { id: Id! version: String secret(key: String!): String }
type Workspace { id: Id! label: String }
scalar Id
scalar JSON
"#;

fn with_file(text: &str) -> (Environment, String) {
    let user = Environment::new();
    std::fs::create_dir_all(user.config()).unwrap();
    let path = user.config().join("other.graphql");
    std::fs::write(&path, text).unwrap();
    (user, path.to_str().unwrap().to_owned())
}

#[test]
fn a_schema_of_a_file_is_as_good_as_the_one_that_is_built_in() {
    let (user, path) = with_file(OTHER);
    let names = |words: &[&str]| -> Vec<String> {
        let rows = user.answer(words);
        let name = |row: &Value| row["name"].as_str().unwrap().to_owned();
        rows.as_array().unwrap().iter().map(name).collect()
    };
    let all = ["runtimes", "workspaces", "createUser", "deleteRuntime"];
    assert_eq!(names(&["list", "-o", "json", "--schema", &path]), all);
    assert_eq!(names(&["--schema", &path, "list", "-o", "json"]), all);
    let described = user.run(&["describe", "runtimes", "--schema", &path]);
    assert!(
        described.stdout.contains("clusterId: Id!") && described.stderr.contains("other.graphql")
    );

    let dry = |words: &[&str]| -> Value {
        let ran = user.run(&[words, &["--dry-run", "-o", "json"]].concat());
        assert_eq!(ran.code, 0, "{words:?}: {}", ran.stderr);
        serde_json::from_str(&ran.stdout).unwrap()
    };
    for words in [
        &["--schema", &path, "runtimes", "--cluster-id", "x"][..],
        &["runtimes", "--cluster-id", "x", "--schema", &path],
        &["runtimes", &format!("--schema={path}"), "--cluster-id", "x"],
        &["query", "runtimes", "--schema", &path, "--clusterId", "x"],
    ] {
        let sent = dry(words);
        assert_eq!(sent["variables"], json!({"clusterId": "x"}));
        let document = sent["document"].as_str().unwrap();
        assert!(document.contains("runtimes(clusterId: $clusterId)"), "{document}");
        assert!(document.contains("version") && !document.contains("secret"), "{document}");
    }
    let ran = user.run(&["runtimes", "--schema", &path]);
    assert!(ran.code == 2 && ran.stderr.contains("--cluster-id: missing, clusterId: Id!"));
    // What the overlay knows holds by name; of what it does not know, the name is all there is.
    let ran = user.run(&["deleteRuntime", "--id", "x", "--schema", &path, "--sandbox"]);
    assert_eq!(ran.code, 13, "{}", ran.stderr);
    assert!(user.run(&["describe", "createUser", "--schema", &path]).stdout.contains("create"));
    // An argument wins over the option of its name.
    let sent = dry(&["createUser", "--email", "a", "--profile", "{\"a\":1}", "--schema", &path]);
    assert_eq!(sent["variables"], json!({"email": "a", "profile": {"a": 1}}));
    let ran = user.run(&["createDeployment", "--schema", &path]);
    assert!(ran.code == 2 && ran.stderr.contains("there is no operation or command"));
    let script = user.run(&["completions", "bash", "--schema", &path]).stdout;
    assert!(script.contains("deleteRuntime") && !script.contains("createDeployment"));
}

#[test]
fn what_is_no_schema_is_told_with_its_line() {
    for (text, said) in [
        ("type Query { a: Nope }\n", "line 1: "),
        ("type Query {\n  a: Int\n", "line "),
        ("{\"data\": 1}", "the schema "),
        ("", "the schema cannot be used"),
    ] {
        let (user, path) = with_file(text);
        let ran = user.run(&["list", "--schema", &path]);
        assert_eq!((ran.code, ran.stdout.as_str()), (2, ""), "{text}: {}", ran.stderr);
        assert!(ran.stderr.contains(said), "{text}: {}", ran.stderr);
    }
    let ran = Environment::new().line("list --schema no-such-file");
    assert!(ran.code == 2 && ran.stderr.contains("there is no such file"), "{}", ran.stderr);
}

#[test]
fn a_schema_is_pulled_and_then_gone_by() {
    let user = Environment::new();
    assert_eq!(user.line("profile add p --sandbox").code, 0);
    let built_in = user.answer(&["list", "-o", "json"]);
    let ran = user.line("schema pull");
    assert_eq!((ran.code, ran.stdout.as_str()), (0, ""), "{}", ran.stderr);
    let about = user.answer(&["schema", "show", "-o", "json"]);
    assert_eq!((&about["origin"], &about["version"]), (&json!("pulled"), &json!("0.23.12")));
    let marked = user.line("list");
    assert!(marked.stderr.contains("Houston 0.23.12, pulled 2"), "{}", marked.stderr);
    let pulled = user.answer(&["list", "-o", "json"]);
    assert_eq!(pulled, built_in);
    // The calls are those that the built-in schema makes.
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
    assert!(ran.code == 0 && ran.stdout.contains("type Deployment {"), "{}", ran.stderr);
    for (words, said) in [
        ("schema use pulled", "no profile of yours is in use"),
        ("schema pull --sandbox", "no profile is in use"),
        ("schema", "Usage: houston schema"),
        ("schema show --depth 1", "unexpected argument '--depth'"),
    ] {
        let ran = user.line(words);
        assert!(ran.code == 2 && ran.stderr.contains(said), "{words}: {}", ran.stderr);
    }
}

#[test]
fn a_schema_that_is_not_had_leaves_the_old_one() {
    let user = Environment::new();
    let off = r#"{"errors":[{"message":"GraphQL introspection is not allowed by Apollo Server, but the query contained __schema or __type. To enable introspection, pass introspection: true to ApolloServer in production","extensions":{"code":"GRAPHQL_VALIDATION_FAILED"}}]}"#;
    assert_eq!(user.line("profile add p --sandbox").code, 0);
    assert_eq!(user.line("schema pull").code, 0);
    let old = user.config_file("schemas/p.graphql");
    let config = user.config_file("config.toml");
    for (status, body, code, said) in [
        ("400 Bad Request", off, 4, "introspection"),
        ("200 OK", "<html>sign in</html>", 4, "a page came back"),
        ("401 Unauthorized", "{}", 3, ""),
        ("200 OK", "{}", 4, ""),
    ] {
        let server = Server::answering(status, body);
        let new = config.replace("sandbox = true", &format!("url = \"{}\"", server.url));
        std::fs::write(user.config().join("config.toml"), new).unwrap();
        let ran = user.line("schema pull");
        assert_eq!((ran.code, ran.stdout.as_str()), (code, ""), "{body}: {}", ran.stderr);
        assert!(
            ran.stderr.contains(said) && ran.stderr.contains("help: "),
            "{body}: {}",
            ran.stderr
        );
        assert_eq!(user.config_file("schemas/p.graphql"), old);
    }
    let new = config.replace("sandbox = true", "url = \"http://127.0.0.1:1/v1\"");
    std::fs::write(user.config().join("config.toml"), new).unwrap();
    assert_eq!(user.line("schema pull").code, 6);
    assert_eq!(user.config_file("schemas/p.graphql"), old);
}

#[test]
fn what_changed_is_told_by_command_and_flag() {
    let user = Environment::new();
    std::fs::create_dir_all(user.config()).unwrap();
    let (old, new) = (user.config().join("old.graphql"), user.config().join("new.graphql"));
    std::fs::write(&old, OTHER).unwrap();
    let text = OTHER.replace("limit: Int = 10", "limit: Int = 10, region: String!");
    std::fs::write(&new, text.replace("deleteRuntime(", "removeRuntime(")).unwrap();
    let (old, new) = (old.to_str().unwrap(), new.to_str().unwrap());
    let ran = user.run(&["schema", "diff", old, new]);
    assert_eq!(ran.code, 12, "{}", ran.stderr);
    assert!(ran.stdout.contains("runtimes --region") && ran.stdout.contains("deleteRuntime"));
    assert!(ran.stderr.contains("error: the schemas differ: 2 breaking"), "{}", ran.stderr);
    let ran = user.run(&["schema", "diff", old, new, "-o", "json"]);
    let facts: Value = serde_json::from_str(&ran.stdout).unwrap();
    assert_eq!((ran.code, &facts["counts"]["breaking"]), (12, &json!(2)));
    let ran = user.run(&["schema", "diff", old, old]);
    assert_eq!((ran.code, ran.stdout.as_str()), (0, "Nothing changed.\n"));
    // Against a server: what is built in is what the sandbox has.
    assert_eq!(user.line("schema diff built-in live --sandbox").code, 0);
    assert_eq!(user.line("schema diff --sandbox").code, 0);
    assert_eq!(user.run(&["schema", "diff", "--schema", old, "--sandbox"]).code, 12);
    let ran = user.line("doctor --sandbox -o json --schema");
    assert_eq!(ran.code, 2);
    let ran = user.run(&["doctor", "--sandbox", "-o", "json", "--schema", old]);
    assert!(ran.code == 0 && ran.stdout.contains("differs from the server's: "), "{}", ran.stdout);
    for (words, code, said) in [
        ("schema diff --url http://127.0.0.1:1/v1", 6, "cannot be reached"),
        ("schema diff no-such-file", 2, "`no-such-file` is none of built-in, pulled and live"),
        ("schema diff pulled live --sandbox", 2, "no schema was pulled"),
        ("schema diff", 2, "no platform to talk to was named"),
    ] {
        let ran = user.line(words);
        assert!(
            ran.code == code && ran.stderr.contains(said),
            "{words}: {} {}",
            ran.code,
            ran.stderr
        );
    }
}

#[test]
fn another_version_is_named_when_it_refuses() {
    let refusal = r#"{"errors":[{"message":"Unknown argument \"label\" on field \"createWorkspace\" of type \"Mutation\"."}]}"#;
    let version = r#"{"data":{"appConfig":{"version":"0.30.1"}}}"#;
    let server = Server::answering_in_turn(&[("400 Bad Request", refusal), ("200 OK", version)]);
    let user = Environment::new().set("HOUSTON_URL", &server.url);
    let ran = user.line("createWorkspace --label a");
    assert_eq!((ran.code, ran.stdout.as_str()), (4, ""));
    insta::assert_snapshot!(ran.stderr);
}

#[test]
fn odd_schemas_make_commands_all_the_same() {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../tests/schemas/");
    let (user, path) = with_file(
        "type Query { fetch(url: String, schema: String, profile: String): Int both: Int list: Int }\n\
         type Mutation { both: Int updateDeploymentVariables(merge: Boolean): Int foo_bar: Int fooBar: Int }\n",
    );
    for schema in
        [path.as_str(), &format!("{folder}stranger.graphql"), &format!("{folder}fixture.graphql")]
    {
        for line in ["completions bash", "completions zsh", "completions fish", "list -o json"] {
            let words: Vec<&str> = line.split(' ').chain(["--schema", schema]).collect();
            let ran = user.run(&words);
            assert_eq!(ran.code, 0, "{line} {schema}: {}", ran.stderr);
        }
        let pages = user.config().join("man");
        let ran = user.run(&["man", pages.to_str().unwrap(), "--schema", schema]);
        assert_eq!(ran.code, 0, "{schema}: {}", ran.stderr);
    }
    let ran = user.run(&[
        "--schema",
        &path,
        "fetch",
        "--url",
        "a",
        "--schema",
        "b",
        "--profile",
        "c",
        "--dry-run",
        "-o",
        "json",
    ]);
    assert_eq!(ran.code, 0, "{}", ran.stderr);
    let sent: Value = serde_json::from_str(&ran.stdout).unwrap();
    assert_eq!(sent["variables"], json!({"url": "a", "schema": "b", "profile": "c"}));
    let ran = user.run(&[
        "--schema",
        &path,
        "updateDeploymentVariables",
        "--merge",
        "--dry-run",
        "-o",
        "json",
    ]);
    assert_eq!(ran.code, 0, "{}", ran.stderr);
}
