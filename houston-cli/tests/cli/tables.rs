//! Tables on a terminal, and the columns of CSV and TSV.

use houston_tests::server::{Script, Server, http};
use serde_json::{Value, json};

use crate::environment::{Environment, Ran};
use crate::terminal::Terminal;

fn rows() -> Value {
    let row = |label: &str, release: &str, description: &str| {
        json!({
            "id": "ckmx0b8pni0004091zlxqgk4w",
            "config": { "executor": "CeleryExecutor" },
            "createdAt": "2026-11-24T10:33:47.123Z",
            "description": description,
            "label": label,
            "properties": null,
            "releaseName": release,
            "status": null,
            "type": "airflow",
            "updatedAt": "2026-11-28T11:11:00Z",
            "version": "0.19.0",
            "urls": [{ "url": "https://a.example.com" }, { "url": "https://b.example.com" }],
            "workspace": { "id": "w", "label": "Data" },
        })
    };
    let long = "Loads what the night has left, and tells who has to look at it in the morning";
    json!([row("ETL", "lunar-probe-1234", long), row("週報 🚀", "distant-comet-6834", "")])
}

/// A schema of another version: facts count for it by name.
const SCHEMA: &str = "scalar DateTime scalar JSON scalar Uuid
    type Query { workspaceDeployments(workspaceUuid: Uuid!): [Deployment] }
    type Deployment { config: JSON createdAt: DateTime description: String id: String label: String
        properties: JSON releaseName: String status: String type: String updatedAt: DateTime
        urls: [DeploymentUrl] version: String workspace: Workspace }
    type DeploymentUrl { url: String }
    type Workspace { id: String label: String }";

/// A user of a server with this schema.
fn user(server: &Server) -> Environment {
    let user = Environment::new().set("HOUSTON_URL", &server.url);
    std::fs::create_dir_all(user.config()).unwrap();
    let schema = user.config().join("schema.graphql");
    std::fs::write(&schema, SCHEMA).unwrap();
    user.set("HOUSTON_SCHEMA", schema.to_str().unwrap())
}

fn server(rows: &Value) -> Server {
    let body = json!({ "data": { "workspaceDeployments": rows } }).to_string();
    Server::new(Script::KeepAlive(http("200 OK", "", body)))
}

/// What a terminal shows of a call.
fn screen(line: &str, columns: u16) -> String {
    let server = server(&rows());
    let user = user(&server);
    let line = format!("workspaceDeployments --workspace-uuid w{line}");
    let (status, screen) = Terminal::start(&user, &line, &[], (columns, 40)).end();
    assert_eq!(status.code(), Some(0), "{screen}");
    screen.trim_end().to_owned()
}

#[test]
fn what_people_look_for_comes_first_and_fits() {
    insta::assert_snapshot!(screen("", 80), @"
    LABEL    RELEASE NAME        VERSION  ID                         TYPE
    ETL      lunar-probe-1234    0.19.0   ckmx0b8pni0004091zlxqgk4w  airflow
    週報 🚀  distant-comet-6834  0.19.0   ckmx0b8pni0004091zlxqgk4w  airflow
    2 deployments. 6 more columns: `-o json` or `--fields`.
    ");
    insta::assert_snapshot!(screen("", 140), @"
    LABEL    RELEASE NAME        VERSION  ID                         CREATED           DESCRIPTION                               TYPE
    ETL      lunar-probe-1234    0.19.0   ckmx0b8pni0004091zlxqgk4w  2026-11-24 10:33  Loads what the night has left, and tell…  airflow
    週報 🚀  distant-comet-6834  0.19.0   ckmx0b8pni0004091zlxqgk4w  2026-11-24 10:33                                            airflow
    2 deployments. 4 more columns: `-o json` or `--fields`.
    ");
    insta::assert_snapshot!(screen("", 30), @"
    LABEL    RELEASE NAME
    ETL      lunar-probe-1234
    週報 🚀  distant-comet-6834
    2 deployments. 9 more columns:
      `-o json` or `--fields`.
    ");
}

#[test]
fn what_was_asked_for_is_shown() {
    insta::assert_snapshot!(screen(" --fields id,urls.url,status,workspace.label", 60), @"
    ID                         URLS URL                                      STATUS  WORKSPACE LABEL
    ckmx0b8pni0004091zlxqgk4w  https://a.example.com, https://b.example.com          Data
    ckmx0b8pni0004091zlxqgk4w  https://a.example.com, https://b.example.com          Data
    2 deployments.
    ");
}

fn written(line: &str, rows: &Value) -> Ran {
    let server = server(rows);
    let user = user(&server);
    user.line(&format!("workspaceDeployments --workspace-uuid w {line}"))
}

#[test]
fn columns_of_csv_and_tsv_are_those_of_the_selection() {
    let fields = "--fields id,urls.url,workspace.label,properties,createdAt -o";
    let odd = json!([
        { "id": "a\tb\\c\n", "urls": null, "workspace": null, "properties": { "a": [1] }, "createdAt": null },
        null,
        { "id": "", "urls": [], "workspace": { "label": "x,\"y\"" }, "properties": 1.50, "createdAt": null },
    ]);
    let head = |text: &str| text.lines().next().unwrap_or_default().to_owned();
    for (format, heads) in [
        ("csv", "id,urls.url,workspace.label,properties,createdAt"),
        ("tsv", "id\turls.url\tworkspace.label\tproperties\tcreatedAt"),
    ] {
        for rows in [&rows(), &odd, &json!([]), &json!([null])] {
            let ran = written(&format!("{fields} {format}"), rows);
            assert_eq!((ran.code, head(&ran.stdout)), (0, heads.to_owned()), "{ran}");
        }
    }
    // Of the default selection as well.
    let heads = |rows: &Value| head(&written("-o csv", rows).stdout);
    assert_eq!(heads(&json!([])), heads(&rows()));
    assert!(heads(&json!([])).starts_with("config,createdAt,"), "{}", heads(&json!([])));
    insta::assert_snapshot!(written(&format!("{fields} csv"), &odd), @r#"
    id,urls.url,workspace.label,properties,createdAt
    "a	b\c
    ",,,"{""a"":[1]}",
    ,,,,
    ,[],"x,""y""",1.5,
    [exit: 0]
    "#);
    insta::assert_snapshot!(written(&format!("{fields} tsv"), &odd), @r#"
    id	urls.url	workspace.label	properties	createdAt
    a\tb\\c\n			{"a":[1]}	
    				
    	[]	x,"y"	1.5	
    [exit: 0]
    "#);
    insta::assert_snapshot!(written("--fields id,urls.url -o csv", &rows()), @r#"
    id,urls.url
    ck[ID],"[""https://a.example.com"",""https://b.example.com""]"
    ck[ID],"[""https://a.example.com"",""https://b.example.com""]"
    [exit: 0]
    "#);
}

/// A row of nulls costs little, and a cell for each column of it would cost much.
#[test]
fn cells_grow_with_the_answer() {
    let nulls: Value = std::iter::repeat_n(Value::Null, 2_000_000).collect();
    let ran = written("-o csv", &nulls);
    assert_eq!((ran.code, ran.stdout.as_str()), (5, ""));
    assert!(ran.stderr.contains("most cells would be empty"), "{}", ran.stderr);
}

#[test]
fn a_missing_value_can_be_an_empty_line() {
    for (line, stdout) in [
        ("--fields id --or-empty", "\n"),
        ("--fields id --jq .[].id --or-empty", "\n"),
        ("--fields id --jq .[0].id --or-empty", "\n"),
    ] {
        let ran = written(&format!("{line} -o value"), &json!([]));
        assert_eq!((ran.code, ran.stdout.as_str(), ran.stderr.as_str()), (0, stdout, ""), "{line}");
    }
    let both = json!([{ "id": "a" }, { "id": null }]);
    let ran = written("--fields id --jq .[].id -o value --or-empty", &both);
    assert_eq!((ran.code, ran.stdout.as_str()), (0, "a\n\n"), "{ran}");
    for (line, code) in [
        ("--fields id --or-empty", 2),
        ("--fields id -o value", 5),
        ("--fields id,label -o value --or-empty", 2),
    ] {
        assert_eq!(written(line, &json!([])).code, code, "{line}");
    }
}

#[test]
fn a_schema_of_others_has_a_rule() {
    let folder = tempfile::TempDir::new().unwrap();
    let file = folder.path().join("schema.graphql");
    let schema = "type Query { ships: [Ship] } type Ship { built: String mass: Int crew: [Crew] \
                  id: ID state: String name: String } type Crew { name: String }";
    std::fs::write(&file, schema).unwrap();
    let ships = r#"{"data":{"ships":[{"built":"2020","mass":7,"crew":[{"name":"Ada"},{"name":"Bo"}],"id":"s1","state":"READY","name":"Comet"}]}}"#;
    let server = Server::new(Script::KeepAlive(http("200 OK", "", ships)));
    let user = Environment::new().set("HOUSTON_URL", &server.url);
    let line = format!("ships --schema {}", file.display());
    let (_, screen) = Terminal::start(&user, &line, &[], (80, 20)).end();
    insta::assert_snapshot!(screen.trim_end(), @"
    NAME   STATE  ID  BUILT  MASS  CREW
    Comet  READY  s1  2020   7     Ada, Bo
    1 ship.
    ");
}

/// HOUSTON_FORCE_TTY: the output is that of a terminal, wherever it goes.
#[test]
fn output_can_be_that_of_a_terminal_in_a_pipe() {
    let body = json!({ "data": { "workspaceDeployments": rows() } }).to_string();
    let server = Server::new(Script::KeepAlive(http("200 OK", "", &body)));
    let user = user(&server);
    let line = "workspaceDeployments --workspace-uuid w";
    let (_, screen) = Terminal::start(&user, line, &[], (90, 40)).end();
    let ran = Ran::new(
        user.command(&line.split(' ').collect::<Vec<_>>())
            .env("HOUSTON_FORCE_TTY", "90")
            .output()
            .unwrap(),
    );
    assert!(ran.stdout.starts_with("LABEL"), "{ran}");
    for row in ran.stdout.lines() {
        assert!(screen.contains(row.trim_end()), "{row}: {screen}");
    }
    let help = |variables: &[(&str, &str)]| {
        let mut command = user.command(&["--help"]);
        let ran = command.env("HOUSTON_FORCE_TTY", "60").envs(variables.iter().copied());
        Ran::new(ran.output().unwrap()).stdout
    };
    assert!(help(&[]).contains("\u{1b}[1m"), "{}", help(&[]));
    assert!(!help(&[("NO_COLOR", "1")]).contains('\u{1b}'));
    assert!(user.line("--help").stdout.chars().all(|letter| letter != '\u{1b}'));
}
