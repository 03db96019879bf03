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
    assert_eq!(shown(&["help"]), shown(&["--help"]));
    assert_eq!(shown(&["-h"]), shown(&["--help"]));
    assert_eq!(shown(&["--version"]), format!("houston {}\n", env!("CARGO_PKG_VERSION")));
}

#[test]
fn exit_codes_mean_what_the_readme_says() {
    let readme = concat!(env!("CARGO_MANIFEST_DIR"), "/../README.md");
    let readme = std::fs::read_to_string(readme).unwrap();
    let row = |line: &str| {
        let (code, meaning) = line.strip_prefix("| ")?.strip_suffix(" |")?.split_once(" | ")?;
        code.parse::<u8>().ok().map(|code| format!("  {code:<2}  {meaning}"))
    };
    let rows: Vec<String> = readme.lines().filter_map(row).collect();
    assert_eq!(rows.len(), 16);
    let help = shown(&["--help"]);
    let (_, table) = help.split_once("\nExit codes:\n").unwrap();
    assert_eq!(table.trim_end(), rows.join("\n"));
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
    let below = help.split_once("\nCommands:\n").map_or("", |(_, below)| below);
    let below = below.split("\n\n").next().unwrap_or_default();
    let names = below.lines().filter(|line| line.starts_with("  ") && !line.starts_with("   "));
    for name in names.filter_map(|line| line.split_whitespace().next()) {
        tree(&[words, &[name]].concat(), all);
    }
}

/// Shows every change of a flag in review.
#[test]
fn every_help_text_is_as_it_was() {
    let mut own = String::new();
    tree(&[], &mut own);
    insta::assert_snapshot!("tree_of_commands", own);
    // Every operation has the same options, except those whose names its arguments take.
    let options = |help: &str| {
        let (head, rest) = help.split_once("\nOptions:\n").unwrap();
        let (options, rows, tail) = match rest.split_once("\n\nRows:\n") {
            Some((options, rest)) => {
                let (rows, tail) = rest.split_once("\n\n").unwrap();
                (options, rows, tail)
            }
            // A subscription has none.
            None => {
                let (options, tail) = rest.split_once("\n\n").unwrap();
                (options, "", tail)
            }
        };
        let names = options
            .lines()
            .chain(rows.lines())
            .filter_map(|line| line.split_whitespace().find(|word| word.starts_with("--")));
        (format!("{head}\n{tail}"), names.map(str::to_owned).collect::<Vec<_>>())
    };
    let rows: serde_json::Value = serde_json::from_str(&shown(&["list", "-o", "json"])).unwrap();
    let usual = options(&shown(&["workspaces", "--help"])).1;
    let mut all = String::new();
    for row in rows["operations"].as_array().unwrap() {
        let name = row["name"].as_str().unwrap();
        let (help, own) = options(&shown(&[name, "--help"]));
        let lacking: Vec<_> = usual.iter().filter(|name| !own.contains(name)).collect();
        let more: Vec<_> = own.iter().filter(|name| !usual.contains(name)).collect();
        all += &format!(
            "==> houston {name}\n\n{help}\nOptions beyond: {more:?}; taken: {lacking:?}\n\n"
        );
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
fn every_operation_and_type_can_be_described() {
    let rows: serde_json::Value = serde_json::from_str(&shown(&["list", "-o", "json"])).unwrap();
    for row in rows["operations"].as_array().unwrap() {
        let name = row["name"].as_str().unwrap();
        let text = shown(&["describe", name]);
        assert!(text.contains(&format!("{} {name}: ", row["kind"].as_str().unwrap())), "{text}");
    }
}
