//! Help, version, and descriptions.

use crate::environment::Environment;

#[track_caller]
fn shown(words: &[&str]) -> String {
    let ran = Environment::new().run(words);
    assert_eq!((ran.code, ran.stderr.as_str()), (0, ""), "{words:?}");
    ran.stdout
}

#[test]
fn the_program_explains_itself() {
    insta::assert_snapshot!("houston", shown(&["--help"]));
    insta::assert_snapshot!("houston_alone", shown(&[]));
    assert_eq!(shown(&["help"]), shown(&["--help"]));
    assert_eq!(shown(&["-h"]), shown(&["--help"]));
    assert_eq!(shown(&["--version"]), format!("houston {}\n", env!("CARGO_PKG_VERSION")));
}

#[test]
fn the_first_steps_can_be_taken() {
    let text = shown(&[]);
    let steps: Vec<&str> =
        text.lines().filter_map(|line| line.strip_prefix("  houston ")).collect();
    assert_eq!(steps.len(), 3);
    let user = Environment::new();
    for step in steps {
        let (step, _) = step.split_once("  ").unwrap();
        let ran = user.line(step);
        assert_eq!(ran.code, 0, "{step}: {ran}");
    }
}

#[test]
fn topics_are_explained() {
    for topic in ["options", "arguments", "output", "workflows", "environment", "exit-codes"] {
        insta::assert_snapshot!(format!("topic_{topic}"), shown(&["help", topic]));
    }
    // Every topic and command of the whole help leads somewhere.
    let help = shown(&["--help"]);
    let (_, topics) = help.split_once("Topics").unwrap();
    for topic in topics.lines().skip(1).filter_map(|line| line.split_whitespace().next()) {
        assert!(!shown(&["help", topic]).is_empty());
    }
}

#[test]
fn exit_codes_mean_what_their_page_says() {
    let page = concat!(env!("CARGO_MANIFEST_DIR"), "/../docs/results.md");
    let page = std::fs::read_to_string(page).unwrap();
    let row = |line: &str| {
        let (code, meaning) = line.strip_prefix("| ")?.strip_suffix(" |")?.split_once(" | ")?;
        code.parse::<u8>().ok().map(|code| format!("  {code:<2}  {meaning}"))
    };
    let rows: Vec<String> = page.lines().filter_map(row).collect();
    assert_eq!(rows.len(), 16);
    let help = shown(&["help", "exit-codes"]);
    // Long meanings are wrapped there.
    let words = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
    let (_, table) = help.split_once("\n\n").unwrap();
    assert_eq!(words(table), words(&rows.join("\n")));
}

#[test]
fn help_may_be_asked_for_often() {
    let many = |last: &[&str]| {
        let words = [&["help"; 20_000][..], last].concat();
        shown(&words)
    };
    assert_eq!(many(&[]), shown(&["--help"]));
    assert_eq!(many(&["list"]), shown(&["list", "--help"]));
    assert_eq!(many(&["--dry-run", "help", "workspaces"]), shown(&["workspaces", "--help"]));
    assert_eq!(shown(&["help", "query", "workspaces"]), shown(&["workspaces", "--help"]));
}

#[test]
fn an_operation_explains_itself() {
    let help = shown(&["createDeployment", "--help"]);
    insta::assert_snapshot!("createDeployment", help);
    assert_eq!(shown(&["create-deployment", "-h"]), help);
    assert_eq!(shown(&["mutation", "createDeployment", "--help"]), help);
    assert_eq!(shown(&["help", "createDeployment"]), help);
    insta::assert_snapshot!("workspaceAddUser", shown(&["workspaceAddUser", "--help"]));
}

#[test]
fn commands_explain_themselves() {
    insta::assert_snapshot!("list", shown(&["list", "--help"]));
    insta::assert_snapshot!("sandbox_serve", shown(&["sandbox", "serve", "--help"]));
    insta::assert_snapshot!("query", shown(&["query", "--help"]));
}

/// The help of a command and of its subcommands.
fn tree(words: &[&str], all: &mut String) {
    let help = shown(&[words, &["--help"]].concat());
    *all += &format!("==> houston {}\n\n{help}\n", words.join(" "));
    let names: Vec<String> = match words {
        [] => commands_of(&help),
        _ => {
            let below = help.split_once("\nCommands\n").map_or("", |(_, below)| below);
            names_of(below.split("\n\n").next().unwrap_or_default())
        }
    };
    for name in names {
        tree(&[words, &[&name]].concat(), all);
    }
}

/// The names in a part of help.
fn names_of(part: &str) -> Vec<String> {
    let lines = part.lines().filter(|line| line.starts_with("  ") && !line.starts_with("   "));
    lines.filter_map(|line| line.split_whitespace().next()).map(str::to_owned).collect()
}

/// The commands of the program: what stands between its usage and its options.
fn commands_of(help: &str) -> Vec<String> {
    let (_, commands) = help.split_once("\nFind operations\n").unwrap();
    let (commands, _) = commands.split_once("\nOptions, ").unwrap();
    names_of(commands)
}

/// Shows every change of a flag in review.
#[test]
fn every_help_text_is_as_it_was() {
    let mut own = String::new();
    tree(&[], &mut own);
    insta::assert_snapshot!("tree_of_commands", own);
    let rows: serde_json::Value = serde_json::from_str(&shown(&["list", "-o", "json"])).unwrap();
    let mut all = String::new();
    for row in rows["operations"].as_array().unwrap() {
        let name = row["name"].as_str().unwrap();
        all += &format!("==> houston {name}\n\n{}\n", shown(&[name, "--help"]));
    }
    insta::assert_snapshot!("tree_of_operations", all);
}

#[test]
fn an_operation_is_described() {
    let text = shown(&["describe", "updateDeploymentVariables"]);
    insta::assert_snapshot!("describe_updateDeploymentVariables", text);
    assert_eq!(shown(&["describe", "update-deployment-variables"]), text);
    let json = shown(&["describe", "createSystemServiceAccount", "-o", "json"]);
    insta::assert_snapshot!("describe_createSystemServiceAccount_json", json);
}

#[test]
fn a_type_is_described() {
    for name in ["Deployment", "InputEnvironmentVariable", "Role", "DateTime"] {
        insta::assert_snapshot!(format!("describe_{name}"), shown(&["describe", name]));
    }
    let json: serde_json::Value =
        serde_json::from_str(&shown(&["-o", "json", "describe", "ExecutorType"])).unwrap();
    assert_eq!(json["kind"], "enum");
    assert_eq!(json["values"][0]["name"], "LocalExecutor");
}

#[test]
fn a_part_is_described() {
    for (name, words) in [
        ("field", "Deployment.label"),
        ("nested_field", "Deployment.workspace.label"),
        ("argument", "createDeployment.label"),
        ("argument_in_kebab_case", "create-deployment.workspace-uuid"),
        ("nested_argument", "createDeployment.scheduler.replicas"),
        ("field_of_a_result", "deployments.urls"),
        ("value", "ExecutorType.CeleryExecutor"),
    ] {
        insta::assert_snapshot!(format!("part_{name}"), shown(&["describe", words]));
    }
    let json: serde_json::Value =
        serde_json::from_str(&shown(&["describe", "createDeployment.label", "-o", "json"]))
            .unwrap();
    assert_eq!((&json["name"], &json["required"]), (&"label".into(), &true.into()));
    insta::assert_snapshot!(crate::refusals::all_refused(&[
        &["describe", "Deployment.lable"],
        &["describe", "createDeployment.lable"],
        &["describe", "Deployment.label.x"],
        &["describe", "ExecutorType.Celery"],
        &["describe", "Nope.label"],
    ]));
}

#[test]
fn a_description_has_as_many_levels_as_are_wanted() {
    insta::assert_snapshot!("describe_depth", shown(&["describe", "Deployment", "--depth", "2"]));
    let usual = shown(&["describe", "workspaces"]);
    let deep = shown(&["describe", "workspaces", "--depth", "3"]);
    let flat = shown(&["describe", "workspaces", "--depth", "1"]);
    let lines = |text: &str| text.lines().count();
    assert!(lines(&flat) < lines(&usual) && lines(&usual) < lines(&deep));
}

#[test]
fn every_operation_and_type_can_be_described() {
    let rows: serde_json::Value = serde_json::from_str(&shown(&["list", "-o", "json"])).unwrap();
    for row in rows["operations"].as_array().unwrap() {
        let name = row["name"].as_str().unwrap();
        let text = shown(&["describe", name]);
        assert!(text.contains(&format!("{} {name}: ", row["kind"].as_str().unwrap())), "{text}");
    }
}
