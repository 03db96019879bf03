//! A schema that is read from a file at run time.

use serde_json::{Value, json};

use crate::environment::{Environment, Ran};

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
fn a_schema_file_works_like_the_built_in_schema() {
    let (user, path) = with_file(OTHER);
    let names = |words: &[&str]| -> Vec<String> {
        let rows = user.answer(words);
        let name = |row: &Value| row["name"].as_str().unwrap().to_owned();
        rows["operations"].as_array().unwrap().iter().map(name).collect()
    };
    let all = ["runtimes", "workspaces", "createUser", "deleteRuntime"];
    assert_eq!(names(&["list", "-o", "json", "--schema", &path]), all);
    assert_eq!(names(&["--schema", &path, "list", "-o", "json"]), all);
    let described = user.run(&["describe", "runtimes", "--schema", &path]);
    insta::assert_snapshot!(described, @"
    query runtimes: [Runtime!]!
    houston runtimes

    Every runtime.

    Arguments
      clusterId: Id!  (required)
          Id of the cluster.
      limit: Int = 10

    Effect
      read

    Returns [Runtime!]!, by default
      runtimes {
        id
        version
      }
    ------- stderr -------
    note: using the schema in [DIR]/config/other.graphql
    [exit: 0]
    ");

    let dry = |words: &[&str]| -> Value {
        let ran = user.run(&[words, &["--dry-run", "-o", "json"]].concat());
        assert_eq!(ran.code, 0, "{words:?}: {ran}");
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
    insta::assert_snapshot!(user.run(&["runtimes", "--schema", &path]), @"
    ------- stderr -------
    error: runtimes is missing a required argument [usage]
      --cluster-id: missing (Id!). Id of the cluster.
    Nothing was sent. See `houston runtimes --help`.
    [exit: 2]
    ");
    // Facts of the overlay apply by name; of an unknown operation, only the name is known.
    let ran = user.run(&["deleteRuntime", "--id", "x", "--schema", &path, "--sandbox"]);
    insta::assert_snapshot!(ran, @"
    ------- stderr -------
    error: deleteRuntime needs confirmation: it deletes something [confirmation-needed]
    Nothing was sent. Add `--yes` to run it without asking.
    [exit: 13]
    ");
    assert!(user.run(&["describe", "createUser", "--schema", &path]).stdout.contains("create"));
    // An argument wins over the option of its name.
    let sent = dry(&["createUser", "--email", "a", "--profile", "{\"a\":1}", "--schema", &path]);
    assert_eq!(sent["variables"], json!({"email": "a", "profile": {"a": 1}}));
    insta::assert_snapshot!(user.run(&["createDeployment", "--schema", &path]), @"
    ------- stderr -------
    error: `createDeployment` is a mutation of Houston through 0.37, but not in the schema in [DIR]/config/other.graphql [schema-drift]
    Nothing was sent. If your platform has it, use your platform's schema with `houston schema pull`.
    [exit: 2]
    ");
    let offered = user.run(&["complete", "elvish", "--schema", &path, ""]).stdout;
    assert!(offered.contains("deleteRuntime") && !offered.contains("createDeployment"));
}

/// The schema chosen in front of the name decides which flags behind it are arguments.
#[test]
fn the_schema_in_front_of_a_name_says_what_its_arguments_are() {
    let (user, path) = with_file("type Query { shadow(url: String!): Int }");
    let url = "http://127.0.0.1:1/v1";
    let given = format!("url={url}");
    let words = ["--schema", &path, "shadow", "--argument", &given, "--dry-run", "-o", "json"];
    let ran = user.run(&words);
    assert_eq!(ran.code, 0, "{ran}");
    let sent: Value = serde_json::from_str(&ran.stdout).unwrap();
    assert_eq!((&sent["url"], &sent["variables"]), (&Value::Null, &json!({ "url": url })));
    // An option that decides where something is sent is never an argument silently, whatever chooses the schema.
    let what = "--url: it is an option and an argument of shadow;";
    for words in [
        ["--schema", &path, "shadow", "--url", url, "--dry-run"],
        ["shadow", "--url", url, "--dry-run", "--schema", &path],
    ] {
        let ran = user.run(&words);
        assert!(ran.code == 2 && ran.stderr.contains(what), "{ran}");
    }
    let (user, path) = with_file(
        "type Query { a: Int } type Mutation { restart(dryRun: Boolean, fields: String, token_file: Int): Int }",
    );
    let at = ["--schema", &path, "--url", url, "restart"];
    let ran = user.run(&[&at[..], &["--dry-run"]].concat());
    insta::assert_snapshot!(ran, @"
    ------- stderr -------
    error: restart has an invalid argument [usage]
      --dry-run: it is an option and an argument of restart; write the option in front of restart, and the argument as `--argument dryRun=VALUE`
    Nothing was sent. See `houston restart --help`.
    [exit: 2]
    ");
    let front = ["--schema", &path, "--dry-run", "restart", "-o", "json"];
    let words = ["--dryRun", "--argument", "token-file=1", "--fields", "x"];
    let ran = user.run(&[&front[..], &words].concat());
    let sent: Value = serde_json::from_str(&ran.stdout).unwrap();
    assert_eq!(sent["variables"], json!({"dryRun": true, "fields": "x", "token_file": 1}));
    assert!(ran.stderr.contains("note: --fields is an argument of restart here"), "{ran}");
}

#[test]
fn an_invalid_schema_is_refused_with_its_line() {
    let texts = ["type Query { a: Nope }\n", "type Query {\n  a: Int\n", "{\"data\": 1}", ""];
    let shown = texts.map(|text| {
        // Only the file name: a long path would be cut.
        let (user, _) = with_file(text);
        let mut command = user.command(&["list", "--schema", "other.graphql"]);
        let ran = Ran::new(command.current_dir(user.config()).output().unwrap());
        ran.after(&text.replace('\n', "\\n"))
    });
    insta::assert_snapshot!(shown.concat(), @r#"
    $ type Query { a: Nope }\n
    ------- stderr -------
    error: cannot use other.graphql: the schema is not valid [usage]
      line 1: cannot find type `Nope` in this document
    [exit: 2]

    $ type Query {\n  a: Int\n
    ------- stderr -------
    error: cannot use other.graphql: the schema is not valid [usage]
      line 3: expected `}`, found the end of the file
    [exit: 2]

    $ {"data": 1}
    ------- stderr -------
    error: cannot read the schema other.graphql [usage]
      line 1: invalid type: integer `1`, expected struct Data
    [exit: 2]

    $ 
    ------- stderr -------
    error: cannot use other.graphql: the schema is not valid [usage]
      line 1: Unexpected <EOF>
    [exit: 2]
    "#);
    insta::assert_snapshot!(Environment::new().line("list --schema no-such-file"), @"
    ------- stderr -------
    error: cannot read the schema no-such-file [usage]
      the file does not exist
    [exit: 2]
    ");
}

#[test]
fn changes_are_shown_by_command_and_flag() {
    let user = Environment::new();
    std::fs::create_dir_all(user.config()).unwrap();
    let (old, new) = (user.config().join("old.graphql"), user.config().join("new.graphql"));
    std::fs::write(&old, OTHER).unwrap();
    let text = OTHER.replace("limit: Int = 10", "limit: Int = 10, region: String!");
    std::fs::write(&new, text.replace("deleteRuntime(", "removeRuntime(")).unwrap();
    let (old, new) = (old.to_str().unwrap(), new.to_str().unwrap());
    let ran = user.run(&["schema", "diff", old, new]);
    insta::assert_snapshot!(ran, @"
    2 breaking, 0 dangerous, 1 safe.

    BREAKING
      Mutation.deleteRuntime: operation removed
          schema   Runtime → nothing
          impact   breaking for code, breaking for commands
          Rust     mutation::delete_runtime()
          houston  deleteRuntime
          to do    stop calling it: the server no longer has it
      Query.runtimes(region:): argument added and required
          schema   nothing → String!
          impact   breaking for code, breaking for commands
          Rust     query::runtimes().region(..)
          houston  runtimes --region
          to do    set it: the server refuses every call without it

    SAFE
      Mutation.removeRuntime: operation added
          schema   nothing → Runtime
          impact   safe for code, safe for commands
          Rust     mutation::remove_runtime()
          houston  removeRuntime
          to do    nothing
    ------- stderr -------
    from the schema in [DIR]/config/old.graphql
    to the schema in [DIR]/config/new.graphql
    error: the schemas differ: 2 breaking, 0 dangerous, 1 safe. [schema-drift]
    Use the schema of the platform with `houston schema pull`.
    [exit: 12]
    ");
    let ran = user.run(&["schema", "diff", old, new, "-o", "json"]);
    let facts: Value = serde_json::from_str(&ran.stdout).unwrap();
    assert_eq!((ran.code, &facts["counts"]["breaking"]), (12, &json!(2)));
    let ran = user.run(&["schema", "diff", old, old]);
    assert_eq!((ran.code, ran.stdout.as_str()), (0, "Nothing changed.\n"));
    // Against a server: the sandbox has the built-in schema.
    assert_eq!(user.line("schema diff built-in live --sandbox").code, 0);
    assert_eq!(user.line("schema diff --sandbox").code, 0);
    assert_eq!(user.run(&["schema", "diff", "--schema", old, "--sandbox"]).code, 12);
    insta::assert_snapshot!(user.line("doctor --sandbox -o json --schema"), @"
    ------- stderr -------
    error: --schema needs a value [usage]
    Nothing was sent. See `houston doctor --help`.
    [exit: 2]
    ");
    let ran = user.run(&["doctor", "--sandbox", "-o", "json", "--schema", old]);
    assert!(ran.code == 0 && ran.stdout.contains("differs from the server's: "), "{ran}");
    insta::assert_snapshot!(user.session(&[
        "schema diff --url http://127.0.0.1:1/v1",
        "schema diff no-such-file",
        "schema diff pulled live --sandbox",
        "schema diff",
    ]), @"
    $ schema diff --url http://127.0.0.1:1/v1
    ------- stderr -------
    error: cannot connect to the server: 127.0.0.1:1: Connection refused (os error [N]) [not-reached]
    Check the address and that the platform is running, or try `--sandbox`.
    [exit: 6]

    $ schema diff no-such-file
    ------- stderr -------
    error: cannot read the schema no-such-file [usage]
      the file does not exist
    Nothing was sent. `no-such-file` is not built-in, pulled or live, so it was read as a file.
    [exit: 2]

    $ schema diff pulled live --sandbox
    ------- stderr -------
    error: no schema was pulled from the sandbox [usage]
    Nothing was sent. Pull it with `houston schema pull`.
    [exit: 2]

    $ schema diff
    ------- stderr -------
    error: no platform was given [usage]
    Nothing was sent. `houston auth login --base-domain DOMAIN` signs in and saves the platform.
    `--base-domain DOMAIN` or HOUSTON_BASE_DOMAIN uses https://houston.DOMAIN/v1.
    `--url URL` or HOUSTON_URL uses any other address.
    `--sandbox` uses the embedded Houston, which needs no platform.
    `houston profile use NAME` chooses a profile from `houston profile list`.
    [exit: 2]
    ");
}

#[test]
fn odd_schemas_also_make_commands() {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../tests/schemas/");
    let (user, path) = with_file(
        "type Query { fetch(url: String, schema: String, profile: String): Int both: Int list: Int }\n\
         type Mutation { both: Int updateDeploymentVariables(merge: Boolean): Int foo_bar: Int fooBar: Int }\n",
    );
    for schema in
        [path.as_str(), &format!("{folder}stranger.graphql"), &format!("{folder}fixture.graphql")]
    {
        let ran = user.run(&["list", "-o", "json", "--schema", schema]);
        assert_eq!(ran.code, 0, "{schema}: {ran}");
        let offered = user.run(&["complete", "elvish", "--schema", schema, "query", ""]);
        assert!(offered.stdout.contains('\t') && offered.stderr.is_empty(), "{schema}: {offered}");
        let pages = user.config().join("man");
        let ran = user.run(&["man", pages.to_str().unwrap(), "--schema", schema]);
        assert_eq!(ran.code, 0, "{schema}: {ran}");
    }
    let ran = user.run(&[
        "--schema",
        &path,
        "fetch",
        "--argument",
        "url=a",
        "--argument",
        "schema=b",
        "--profile",
        "c",
        "--dry-run",
        "-o",
        "json",
    ]);
    assert_eq!(ran.code, 0, "{ran}");
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
    assert_eq!(ran.code, 0, "{ran}");
}

/// What stands behind the name is sorted once, by the schema that is used in the end.
#[test]
fn a_schema_that_is_chosen_behind_the_name_decides_alone() {
    let (user, one) = with_file("type Query { thing(timeout: String): Int }");
    let other = user.config().join("two.graphql");
    std::fs::write(&other, "type Query { thing(jq: String): Int }").unwrap();
    let user = user.set("HOUSTON_SCHEMA", &one);
    let run = |words: &[&str]| {
        let behind = ["--dry-run", "-o", "json", "--schema", other.to_str().unwrap()];
        user.run(&[&["thing"], words, &behind].concat())
    };
    let ran = run(&["--timeout", "soon"]);
    assert!(ran.code == 2 && ran.stderr.contains("--timeout"), "{ran}");
    let ran = run(&["--timeout", "5s", "--jq", ".thing"]);
    assert!(ran.code == 0 && ran.stdout.contains("\"jq\": \".thing\""), "{ran}");
    assert!(!ran.stderr.contains("--timeout is an argument"), "{ran}");
}
