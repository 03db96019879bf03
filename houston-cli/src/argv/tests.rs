use std::ffi::OsString;

use clap::{Arg, ArgAction, Command};

use super::{Argv, Sorted};
use crate::schema::fixture::schema;

fn sorted(line: &str) -> Sorted {
    let schema = schema();
    let operation = schema.operation("createThing").unwrap();
    let options = Command::new("options")
        .arg(Arg::new("dry-run").long("dry-run").action(ArgAction::SetTrue))
        .arg(Arg::new("output").long("output").short('o'));
    let mut command = options.clone().args(crate::arguments::flags(&schema, operation));
    command.build();
    let argv = Argv::scan(line.split(' ').map(OsString::from).collect(), &options);
    let options = argv.options();
    let mut words = argv.sort(&command, &schema, operation);
    words.declared.extend(options);
    words
}

#[track_caller]
fn is(line: &str, declared: &str, dotted: &[(&str, &str)]) {
    let words = sorted(line);
    let text: Vec<&str> = words.declared.iter().map(|word| word.to_str().unwrap()).collect();
    let parts: Vec<(&str, &str)> =
        words.dotted.iter().map(|(path, value)| (&**path, &**value)).collect();
    assert_eq!((text.join(" ").as_str(), &parts[..]), (declared, dotted), "{line}");
    assert_eq!(words.problems, [], "{line}");
}

#[track_caller]
fn refused(line: &str, declared: &str, problems: &[&str]) {
    let words = sorted(line);
    let text: Vec<&str> = words.declared.iter().map(|word| word.to_str().unwrap()).collect();
    assert_eq!(text.join(" "), declared, "{line}");
    let lines: Vec<String> = words.problems.iter().map(ToString::to_string).collect();
    assert_eq!(lines, problems, "{line}");
    assert!(words.dotted.is_empty(), "{line}");
}

#[test]
fn dotted_flags_are_taken_out() {
    is("--config.executor X", "", &[("config.executor", "X")]);
    is("--a.b=1 --label x", "--label x", &[("a.b", "1")]);
    is("--dry-run --a.b 1", "--dry-run", &[("a.b", "1")]);
}

#[test]
fn a_value_is_split_at_the_first_equals_sign_only() {
    is("--a.b=1=2", "", &[("a.b", "1=2")]);
    is("--a.b 1=2", "", &[("a.b", "1=2")]);
    is("--label=a.b=c", "--label=a.b=c", &[]);
    is("--a.b=", "", &[("a.b", "")]);
}

#[test]
fn a_value_may_begin_with_a_hyphen() {
    is("--label --a.b --c.d 1", "--label --a.b", &[("c.d", "1")]);
    is("--label --no-such-flag", "--label --no-such-flag", &[]);
    is("--label -x --id -1", "--label -x --id -1", &[]);
    is("--a.b --c.d", "", &[("a.b", "--c.d")]);
    is("--a.b --", "", &[("a.b", "--")]);
    is("--label=--dry-run --a.b=--id", "--label=--dry-run", &[("a.b", "--id")]);
}

#[test]
fn a_flag_of_the_call_is_no_value() {
    for (line, declared, flag, next) in [
        ("--label --dry-run", "--dry-run", "--label", "--dry-run"),
        ("--label -o json", "-o json", "--label", "-o"),
        ("--label --output=json", "--output=json", "--label", "--output=…"),
        ("--id --password=hidden", "--password=hidden", "--id", "--password=…"),
        ("--id --label x", "--label x", "--id", "--label"),
        ("--config.a --dry-run", "--dry-run", "--config.a", "--dry-run"),
        ("--output --dry-run", "--dry-run", "--output", "--dry-run"),
    ] {
        let problem = format!(
            "{flag}: a value is missing before `{next}`; if that is the value, write `{flag}={next}`"
        );
        refused(line, declared, &[&problem]);
    }
    let words = sorted("--label --config.a x --id --fooBar");
    assert_eq!((words.problems.len(), words.dotted.len()), (1, 1), "{words:?}");
}

#[test]
fn a_value_that_is_not_there_is_asked_for() {
    refused("--dry-run --label", "--dry-run", &["--label: a value is missing"]);
    refused("--a.b", "", &["--a.b: a value is missing"]);
}

#[test]
fn flags_that_do_not_exist_are_named_with_their_likeliest_spelling() {
    refused(
        "--lable x --label y --EMAIL=z --passwrod hidden --zzz --dry-run -label x -x --cpu 1 --maxMemory 2",
        "--label y --dry-run",
        &[
            "--lable: createThing has no such flag; did you mean `--label`?",
            "--EMAIL: createThing has no such flag; did you mean `--emails`?",
            "--passwrod: createThing has no such flag; did you mean `--password`?",
            "--zzz: createThing has no such flag",
            "-label: createThing has no such flag; did you mean `--label`?",
            "-x: createThing has no such flag",
            "--cpu: createThing has no such flag; did you mean `--size.cpu`?",
            "--maxMemory: createThing has no such flag; did you mean `--size.max-memory`?",
        ],
    );
    let long = format!("--{}", "x".repeat(5000));
    assert!(sorted(&long).problems[0].to_string().len() < 120);
}

#[test]
fn what_can_be_no_flag_stays() {
    is("- -- --c.d 1 --lable", "- -- --c.d 1 --lable", &[]);
    let strays = sorted("a.b --label x y").problems;
    let told = strays.iter().map(ToString::to_string).collect::<Vec<_>>();
    assert!(
        told.iter().all(|one| one.starts_with("unexpected word")) && told.len() == 2,
        "{told:?}"
    );
    is("-1.5 -ojson -o=json", "-1.5 -ojson -o=json", &[]);
}
