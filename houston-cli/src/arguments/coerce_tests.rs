//! Which values are sent, and which are refused.

use std::ffi::OsString;

use clap::Command;
use serde_json::{Value, json};

use crate::argv::Argv;
use crate::failure::Failure;
use crate::schema::fixture::schema;

/// The arguments that a call of the fixture's operation would send, or its problems.
pub(super) fn read(operation: &str, line: &[&str]) -> Result<Value, Vec<String>> {
    let schema = schema();
    let operation = schema.operation(operation).unwrap();
    let command = Command::new("houston").args(super::flags(&schema, operation));
    let argv = Argv::scan(line.iter().map(OsString::from).collect(), &Command::new("options"));
    let refused = |_| Failure::usage("refused");
    let words = argv.read(command, "houston", (&schema, operation), refused).unwrap();
    let read = super::read(
        &schema,
        operation,
        words,
        super::Sources { allow_secrets: true, ..super::Sources::default() },
    );
    let lines = |problems: Vec<super::Problem>| problems.iter().map(ToString::to_string).collect();
    read.map(|arguments| arguments.into_object()).map_err(lines)
}

#[track_caller]
fn sent(line: &[&str], expected: Value) {
    assert_eq!(read("createThing", line), Ok(expected), "{line:?}");
}

#[track_caller]
fn refused(line: &[&str], expected: &[&str]) {
    let problems = read("createThing", line).unwrap_err();
    assert_eq!(problems, expected, "{line:?}");
}

#[test]
fn a_string_stays_a_string() {
    for text in ["123", "true", "null", "-x", "--x", "a=b", "", "a@x", "{", r#""q""#] {
        sent(&["--label", text], json!({ "label": text }));
    }
    sent(&["--label=-x"], json!({"label": "-x"}));
    sent(&["--label=a=b"], json!({"label": "a=b"}));
    sent(&["--id", "007"], json!({"id": "007"}));
}

#[test]
fn numbers_and_booleans_are_checked() {
    sent(
        &["--count", "-2147483648", "--ratio", "1e3"],
        json!({"count": -2147483648i64, "ratio": 1e3}),
    );
    sent(&["--sync", "false"], json!({"sync": false}));
    for count in ["2147483648", "1.0", "two", "007", "", " "] {
        assert_eq!(read("createThing", &["--count", count]).unwrap_err().len(), 1, "{count}");
    }
    for ratio in ["NaN", "inf", "1,5", "1e400"] {
        assert_eq!(read("createThing", &["--ratio", ratio]).unwrap_err().len(), 1, "{ratio}");
    }
    refused(
        &["--count", "2147483648", "--sync", "yes"],
        &[
            "--count: `2147483648` is not a valid Int; expected an integer from -2147483648 to 2147483647",
            "--sync: `yes` is not a valid Boolean; expected true or false",
        ],
    );
}

#[test]
fn digits_arrive_as_they_were_written() {
    // Where text is wanted, also from JSON.
    for digits in ["12345678901234567890", "1.10", "1e3", "0.1000000000000000055511151231257827"] {
        sent(&["--emails", &format!("[{digits}]")], json!({"emails": [digits]}));
        let size = format!(r#"{{"cpu": 1, "key": {digits}}}"#);
        sent(&["--size", &size], json!({"size": {"cpu": 1, "key": digits}}));
    }
    sent(&["--where", r#"{"id": 20222070707}"#], json!({"where": {"id": "20222070707"}}));
    // Elsewhere they are refused if they would change.
    for words in [
        ["--config", r#"{"a": 1.0, "b": [2, 0.5]}"#],
        ["--config", " { \"a\": 1.0, \"b\": [2, 0.5] } "],
    ] {
        sent(&words, json!({"config": {"a": 1.0, "b": [2, 0.5]}}));
    }
    sent(&["--config.a", "1.0"], json!({"config": {"a": 1.0}}));
    sent(&["--config.a", r#""1.10""#], json!({"config": {"a": "1.10"}}));
    sent(&["--emails", "[1e400]"], json!({"emails": ["1e400"]}));
    refused(
        &["--config", r#"[1.10, {"b": 1e3}, 1e400, 1.0]"#],
        &[
            "--config[0]: `1.10` is a number that would be sent as 1.1; write it so, or in double quotes for text",
            "--config[1].b: `1e3` is a number that would be sent as 1000.0; write it so, or in double quotes for text",
            "--config[2]: `1e400` is a number that is larger than a number can be; write it in double quotes for text",
        ],
    );
    let changed = "is a number with more digits than a number holds; it would arrive as";
    let quote = "; write it in double quotes for text";
    refused(
        &["--config", r#"{"a": 9007199254740993}"#],
        &[&format!("--config.a: `9007199254740993` {changed} 9007199254740992{quote}")],
    );
    refused(
        &["--config.a", "[3.14159265358979323846]"],
        &[&format!("--config.a[0]: `3.14159265358979323846` {changed} 3.141592653589793{quote}")],
    );
    refused(
        &["--ratio", "9007199254740993", "--size", r#"{"cpu": 1, "extra": 12345678901234567890}"#],
        &[
            &format!("--ratio: `9007199254740993` {changed} 9007199254740992"),
            &format!("--size.extra: `12345678901234567890` {changed} 12345678901234567000{quote}"),
        ],
    );
}

#[test]
fn enum_values_are_exact() {
    sent(&["--color", "RED"], json!({"color": "RED"}));
    refused(&["--color", "red"], &["--color: `red` is not a valid Color; did you mean `RED`?"]);
    refused(
        &["--color", "x"],
        &["--color: `x` is not a valid Color; expected one of RED, GREEN, BLUE"],
    );
}

#[test]
fn a_scalar_is_given_once() {
    refused(
        &["--label", "a", "--label", "b"],
        &["--label: given more than once; expected one String"],
    );
    refused(
        &["--config", "a", "--config", "b"],
        &["--config: given more than once; expected one JSON value"],
    );
    refused(
        &["--config.a", "1", "--config.a", "1"],
        &["--config.a: given more than once; expected one JSON value"],
    );
    refused(
        &["--size.cpu", "1", "--size.cpu", "2"],
        &["--size.cpu: given more than once; expected one Int"],
    );
}

#[test]
fn json_is_put_together_from_text_and_dots() {
    sent(
        &["--config", r#"{"a": {"b": 1}}"#, "--config.a.c", "1.5", "--config.d-e", "2"],
        json!({"config": {"a": {"b": 1, "c": 1.5}, "d-e": 2}}),
    );
    sent(&["--config", "[1]"], json!({"config": [1]}));
    sent(&["--config", "word"], json!({"config": "word"}));
    refused(
        &["--config", r#"{"a": 1}"#, "--config.a", "2"],
        &["--config.a: given more than once; expected one JSON value"],
    );
    refused(
        &["--config", r#"{"a": 1}"#, "--config.a.b", "2"],
        &["--config.a: `b` sets a field of an object, but the value is a number"],
    );
    refused(&["--config..a", "1"], &["--config.: a name between two dots is empty"]);
    let malformed = read("createThing", &["--config", "{a: 1}"]).unwrap_err();
    assert!(
        malformed[0].starts_with("--config: starts like JSON, but is not valid JSON: "),
        "{malformed:?}"
    );
}

#[test]
fn json_means_what_it_says() {
    let key = "$serde_json::private::RawValue";
    let mut config = serde_json::Map::new();
    config.insert(key.to_owned(), "[1, 2]".into());
    sent(&["--config", &format!(r#"{{"{key}": "[1, 2]"}}"#)], json!({ "config": config }));
    refused(
        &["--size", r#"{"cpu": 1, "cpu": 2}"#],
        &[
            "--size: starts like JSON, but is not valid JSON: duplicate key `cpu` at line 1 column 20",
        ],
    );
    for flag in ["--count", "--ratio"] {
        assert!(read("createThing", &[flag, &format!(r#"{{"{key}": "5"}}"#)]).is_err(), "{flag}");
    }
    let list = read("createThing", &["--emails", r#"[{"a": 1, "a": 2}]"#]).unwrap_err();
    assert!(list[0].starts_with("--emails: not a valid JSON array: duplicate key `a`"), "{list:?}");
    let steered = "{\"a\u{9b}\": 1, \"a\u{9b}\": 2}";
    assert!(!read("createThing", &["--config", steered]).unwrap_err()[0].contains('\u{9b}'));
}

#[test]
fn long_words_are_cut() {
    let long = "x".repeat(5000);
    for (flag, value) in [
        (format!("--size.{long}"), "1".to_owned()),
        (format!("--{long}.a"), "1".to_owned()),
        ("--size".to_owned(), format!(r#"{{"{long}": 1}}"#)),
        ("--size".to_owned(), long.clone()),
        ("--color".to_owned(), long.clone()),
        ("--config".to_owned(), format!(r#"{{"{long}": 1, "{long}": 1}}"#)),
        (format!("--config.{long}."), "1".to_owned()),
        (format!("--config{}", ".long-and-longer".repeat(100) + "."), "1".to_owned()),
    ] {
        for problem in read("createThing", &[&flag, &value]).unwrap_err() {
            assert!(problem.len() < 400, "{problem}");
        }
    }
}

#[test]
fn input_objects_are_checked_to_the_bottom() {
    sent(
        &[
            "--size",
            r#"{"cpu": 1, "inner": {"cpu": 2}}"#,
            "--size.inner.max-memory",
            "3",
            "--size.maxMemory",
            "4",
        ],
        json!({"size": {"cpu": 1, "inner": {"cpu": 2, "maxMemory": 3}, "maxMemory": 4}}),
    );
    sent(
        &[
            "--size.cpu",
            "1",
            "--size.extra.any-thing",
            "1.0",
            "--size.tags",
            "a",
            "--size.tags",
            "b",
        ],
        json!({"size": {"cpu": 1, "extra": {"any-thing": 1.0}, "tags": ["a", "b"]}}),
    );
    refused(
        &["--size", r#"{"max-memory": 1, "cpu": "1", "inner": 5}"#, "--size.colour", "RED"],
        &[
            "--size.max-memory: Size has no field `max-memory`; did you mean `maxMemory`? Its fields are cpu, maxMemory, color, key, inner, extra, tags",
            "--size.colour: Size has no field `colour`; did you mean `color`? Its fields are cpu, maxMemory, color, key, inner, extra, tags",
            "--size.cpu: `\"1\"` is not a valid Int; expected an integer from -2147483648 to 2147483647",
            "--size.inner: a number is not a Size object",
        ],
    );
    refused(&["--size.maxMemory", "1"], &["--size.cpu: missing (Int!)"]);
    refused(
        &["--size", "big"],
        &["--size: `big` is not a valid Size; pass a JSON object, or set its fields with flags"],
    );
    refused(&["--size", r#"{"cpu": null}"#], &["--size.cpu: null is not a valid Int!"]);
    refused(&["--label.x", "1"], &["--label.x: String has no fields"]);
    refused(
        &["--lable.x", "1"],
        &["--lable: createThing has no argument `lable`; did you mean `label`?"],
    );
}

#[test]
fn one_of_takes_one_field() {
    sent(&["--where.id", "a"], json!({"where": {"id": "a"}}));
    refused(&["--where.id", "a", "--where.name", "b"], &["--where: Key takes exactly one field"]);
    refused(&["--where", "{}"], &["--where: Key takes exactly one field"]);
}

#[test]
fn a_list_is_a_repeated_flag_or_an_array() {
    sent(&["--emails", "a", "--emails", "b"], json!({"emails": ["a", "b"]}));
    sent(&["--emails", "1"], json!({"emails": ["1"]}));
    sent(
        &["--emails", "a@b.c,d@e.f\ng", "--emails", "h"],
        json!({"emails": ["a@b.c", "d@e.f", "g", "h"]}),
    );
    sent(&["--emails", r#""a,b",c"#], json!({"emails": ["a,b", "c"]}));
    for words in [["--emails", ""], ["--emails", " \n"], ["--sizes", ""], ["--grid", ""]] {
        let place = words[0];
        let what = "an empty text is not a list; to pass an empty list, write `[]`";
        refused(&words, &[&format!("{place}: {what}")]);
    }
    refused(
        &["--size.cpu", "1", "--size.tags", ""],
        &["--size.tags: an empty text is not a list; to pass an empty list, write `[]`"],
    );
    sent(&["--emails", r#""""#], json!({"emails": [""]}));
    sent(&["--emails", "# two\n- a@b.c\n- 1.10\n"], json!({"emails": ["a@b.c", "1.10"]}));
    sent(&["--emails", "# two\n[a, 'b']"], json!({"emails": ["a", "b"]}));
    sent(&["--sizes", "- cpu: 1\n  tags: [a]\n"], json!({"sizes": [{"cpu": 1, "tags": ["a"]}]}));
    sent(&["--sizes", "cpu=1\n# none\ncpu=2"], json!({"sizes": [{"cpu": 1}, {"cpu": 2}]}));
    assert!(read("createThing", &["--sizes", "# none"]).is_err());
    sent(&["--grid", "1,2", "--grid", "3"], json!({"grid": [[1, 2], [3]]}));
    sent(
        &["--size.cpu", "1", "--size.tags", "a,b"],
        json!({"size": {"cpu": 1, "tags": ["a", "b"]}}),
    );
    sent(
        &["--sizes", "cpu=1,color=RED,key=a", "--sizes", r#"{"cpu": 2}"#],
        json!({"sizes": [{"cpu": 1, "color": "RED", "key": "a"}, {"cpu": 2}]}),
    );
    sent(&["--size", "cpu=1", "--size.key", "a"], json!({"size": {"cpu": 1, "key": "a"}}));
    sent(&["--emails", r#"["a", null]"#], json!({"emails": ["a", null]}));
    sent(&["--emails", "[]"], json!({"emails": []}));
    sent(&["--grid", "[[1, 2], []]"], json!({"grid": [[1, 2], []]}));
    sent(
        &["--sizes", r#"{"cpu": 1}"#, "--sizes", r#"{"cpu": 2}"#],
        json!({"sizes": [{"cpu": 1}, {"cpu": 2}]}),
    );
    let how = "repeat the flag for each item, or pass one JSON array";
    refused(
        &["--emails", "[{}, true]"],
        &[
            "--emails[0]: `{…}` is not a valid String; expected a string in quotes",
            "--emails[1]: `true` is not a valid String; expected a string in quotes",
        ],
    );
    refused(
        &["--emails", "[a]"],
        &[&format!("--emails: not a valid JSON array: expected value at line 1 column 2; {how}")],
    );
    refused(
        &["--emails", "[]", "--emails", "a"],
        &[&format!("--emails: a JSON array cannot be combined with other values; {how}")],
    );
    refused(&["--emails.0", "a"], &[&format!("--emails.0: [String] is a list; {how}")]);
    refused(
        &["--grid", "[[null], 1]"],
        &["--grid[0][0]: null is not a valid Int!", "--grid[1]: a number is not a list ([Int!])"],
    );
    refused(&["--sizes", r#"{"cpu": 1}"#, "--sizes", "{}"], &["--sizes[1].cpu: missing (Int!)"]);
}

#[test]
fn all_that_is_missing_is_named_at_once_and_last() {
    assert_eq!(
        read("needsMuch", &["--id", "a", "--id", "b"]).unwrap_err(),
        [
            "--id: given more than once; expected one Uuid",
            "--label: missing (String!)",
            "--payload: missing (JSON!)",
        ],
    );
    assert_eq!(
        read("needsMuch", &["--label", "a", "--payload", "null"]).unwrap_err(),
        ["--payload: null is not a valid JSON!"],
    );
    assert_eq!(
        read("needsMuch", &["--label", "a", "--payload", "{}"]),
        Ok(json!({"label": "a", "payload": {}}))
    );
}

#[test]
fn a_secret_is_not_shown_in_a_problem() {
    let lines = read("createThing", &["--size", r#"{"cpu": 1, "key": [12345]}"#]).unwrap_err();
    assert_eq!(lines, ["--size.key: the value is not a valid String; expected a string in quotes"]);
}

#[test]
fn a_path_does_not_go_down_without_end() {
    let deepest = format!("--config{}", ".a".repeat(127));
    assert!(read("createThing", &[&deepest, "1"]).is_ok());
    for depth in [128, 50_000] {
        let path = format!("--config{}", ".a".repeat(depth));
        refused(&[&path, "1"], &["--config.a.a.a.a.a.a.a…: nested more than 128 levels deep"]);
    }
}
