//! `houston list -o json`: the whole tool as data.

use std::collections::BTreeSet;

use serde_json::Value;

use crate::environment::Environment;

fn facts() -> Value {
    Environment::new().answer(&["list", "-o", "json"])
}

fn rows<'f>(facts: &'f Value, key: &str) -> impl Iterator<Item = &'f Value> {
    facts[key].as_array().unwrap().iter()
}

fn text<'f>(row: &'f Value, key: &str) -> &'f str {
    row[key].as_str().unwrap_or_default()
}

/// A value that an option takes.
fn sample(option: &Value) -> Vec<String> {
    if let Some(values) = option["values"].as_array() {
        return vec![values[0].as_str().unwrap().to_owned()];
    }
    let value = |name: &str| match name {
        "N" | "PORT" | "DAYS" => "1",
        "TIME" => "1m",
        "N/s" => "1/s",
        "I/N" => "1/2",
        "URL" | "ADDRESS" => "http://127.0.0.1:1/v1",
        _ => "x",
    };
    text(option, "value").split_whitespace().map(|name| value(name).to_owned()).collect()
}

/// The words of calls of each command, with an option.
fn calls(facts: &Value) -> Vec<Vec<String>> {
    let mut calls = Vec::new();
    for option in rows(facts, "options") {
        for command in rows(option, "commands").filter_map(Value::as_str) {
            let words: Vec<String> = match command {
                "OPERATION" => {
                    let name = text(option, "name");
                    let has = |row: &&Value| {
                        let own = rows(row, "options").any(|own| own == name);
                        let is_own = own || !is_own(facts, name);
                        is_own && rows(row, "lacks").all(|lack| lack != name)
                    };
                    let row = rows(facts, "operations").find(has);
                    vec![text(row.unwrap_or_else(|| panic!("{name}")), "name").to_owned()]
                }
                command => command.split(' ').map(str::to_owned).collect(),
            };
            let option = [text(option, "name").to_owned()].into_iter().chain(sample(option));
            calls.push(words.into_iter().chain(option).collect());
        }
    }
    calls
}

/// Whether an option is that of some operations.
fn is_own(facts: &Value, name: &str) -> bool {
    rows(facts, "operations").any(|row| rows(row, "options").any(|own| own == name))
}

#[test]
fn each_option_is_accepted() {
    let facts = facts();
    let calls = calls(&facts);
    assert!(calls.len() > 300, "{}", calls.len());
    let user = Environment::new();
    let next = std::sync::atomic::AtomicUsize::new(0);
    std::thread::scope(|scope| {
        for _ in 0..4 {
            scope.spawn(|| {
                while let Some(call) =
                    calls.get(next.fetch_add(1, std::sync::atomic::Ordering::SeqCst))
                {
                    if call[1..].contains(&"--help".to_owned()) {
                        continue;
                    }
                    let mut words: Vec<&str> = call.iter().map(String::as_str).collect();
                    words.push("--help");
                    let ran = user.run(&words);
                    let is_known = ran.code == 0 && ran.stdout.contains("Usage:");
                    // A value of a known option may not fit.
                    let is_unknown = ["unexpected argument", "has no option", "no such flag"];
                    let is_unknown = is_unknown.iter().any(|text| ran.stderr.contains(text));
                    let is_value = ran.stderr.contains("invalid value");
                    assert!(is_known || !is_unknown && !is_value, "{call:?}: {ran}");
                }
            });
        }
    });
}

/// What the binary refuses is not in the list: an option of each command that it does not have.
#[test]
fn an_option_of_other_commands_is_refused() {
    let facts = facts();
    let user = Environment::new();
    for command in ["list", "auth login", "schema pull", "runs list"] {
        let has = |option: &Value| rows(option, "commands").any(|known| known == command);
        let lacks = rows(&facts, "options").find(|option| {
            let name = text(option, "name");
            rows(&facts, "options").filter(|other| text(other, "name") == name).all(|it| !has(it))
        });
        let name = text(lacks.unwrap(), "name");
        let line = format!("{command} {name} --help");
        let ran = user.line(&line);
        assert_eq!(ran.code, 2, "{line}: {ran}");
    }
}

#[test]
fn all_of_the_tool_is_there() {
    let facts = facts();
    assert_eq!((&facts["v"], text(&facts, "version")), (&1.into(), env!("CARGO_PKG_VERSION")));
    let names = |key: &str| -> BTreeSet<String> {
        rows(&facts, key).map(|row| text(row, "name").to_owned()).collect()
    };
    let commands = names("commands");
    for command in ["list", "auth login", "schema pull", "runs merge", "query", "wait"] {
        assert!(commands.contains(command), "{commands:?}");
    }
    assert!(names("enums").contains("ExecutorType") && names("operations").len() > 70);
    let option =
        |name: &str| rows(&facts, "options").find(|row| text(row, "name") == name).unwrap().clone();
    assert_eq!(option("--url")["env"], serde_json::json!(["HOUSTON_URL"]));
    assert_eq!(option("--proxy")["env"], serde_json::json!(["HTTPS_PROXY", "ALL_PROXY"]));
    assert_eq!(option("--timeout")["default"], "2m");
    assert_eq!(
        (text(&option("--arg"), "value"), &option("--arg")["repeats"]),
        ("NAME VALUE", &true.into())
    );
    assert!(rows(&option("--output"), "values").any(|value| value == "template"));
    let codes: BTreeSet<&str> = rows(&facts, "errorCodes").map(|row| text(row, "code")).collect();
    let exits: Vec<&Value> = rows(&facts, "exitCodes").collect();
    assert_eq!((exits[0]["exit"].as_u64(), exits.len() > 10), (Some(0), true));
    for code in exits.iter().flat_map(|row| rows(row, "codes")) {
        assert!(codes.contains(code.as_str().unwrap()), "{code}");
    }
    let find =
        |name: &str| rows(&facts, "operations").find(|row| text(row, "name") == name).unwrap();
    let has = |row: &Value, key: &str, name: &str| rows(row, key).any(|known| known == name);
    assert!(has(find("createDeployment"), "options", "--if-exists"));
    assert!(has(find("updateDeploymentVariables"), "options", "--merge"));
    assert!(has(find("workspaces"), "lacks", "--wait"));
    assert!(!has(find("createDeployment"), "lacks", "--wait"));
    assert!(has(find("createUser"), "lacks", "--profile"));
}

/// The page describes each field.
#[test]
fn the_page_has_every_field() {
    let page = include_str!("../../../docs/tool.md");
    fn keys(value: &Value, found: &mut BTreeSet<String>) {
        match value {
            Value::Object(fields) => fields.iter().for_each(|(key, value)| {
                found.insert(key.clone());
                keys(value, found);
            }),
            Value::Array(items) => items.iter().for_each(|item| keys(item, found)),
            _ => {}
        }
    }
    let mut found = BTreeSet::new();
    keys(&facts(), &mut found);
    keys(&Environment::new().answer(&["list", "--all-versions", "-o", "json"]), &mut found);
    for key in found {
        assert!(page.contains(&format!("`{key}`")), "docs/tool.md lacks `{key}`");
    }
}
