//! Schemas that a server or a file makes large: what is written of them has a limit, and takes time that grows with the
//! text at most.

use std::time::{Duration, Instant};

use crate::environment::{Environment, Ran};

/// Types that contain each other, as Prisma's `WhereInput`s do.
fn mutual(count: usize) -> String {
    let all = |ty: &str| -> String { (0..count).map(|at| format!("f{at}: {ty}{at} ")).collect() };
    let (inputs, types) = (all("W"), all("T"));
    let pair =
        |at: usize| format!("input W{at} {{ {inputs} id: ID }} type T{at} {{ id: ID {types} }}\n");
    let pairs: String = (0..count).map(pair).collect();
    format!("{pairs} type Query {{ things(where: W0, by: [W1!]!): [T0] }}")
}

/// Each input object and type contains the next one.
fn chain(count: usize) -> String {
    let pair = |at: usize| {
        let next = at + 1;
        format!("input W{at} {{ a: W{next} }} type T{at} {{ id: ID a: T{next} }}\n")
    };
    let pairs: String = (0..count).map(pair).collect();
    format!(
        "{pairs} input W{count} {{ a: ID }} type T{count} {{ id: ID }} type Query {{ things(where: W0, by: [W1!]!): [T0] }}"
    )
}

/// One input object and one type with very many fields of their own types.
fn wide(count: usize) -> String {
    let all = |ty: &str| -> String { (0..count).map(|at| format!("f{at}: {ty} ")).collect() };
    let (inputs, types) = (all("W"), all("T"));
    format!(
        "input W {{ {inputs} }} type T {{ {types} }} type Query {{ things(where: W, by: [W!]!): [T] }}"
    )
}

fn run(schema: &str, words: &str) -> Ran {
    let user = Environment::new();
    std::fs::create_dir_all(user.config()).unwrap();
    let path = user.config().join("large.graphql");
    std::fs::write(&path, schema).unwrap();
    let words: Vec<&str> = words.split(' ').collect();
    let started = Instant::now();
    let ran = user.run(&[&["--schema", path.to_str().unwrap()], &words[..]].concat());
    let took = started.elapsed();
    assert!(took < Duration::from_secs(60), "{words:?}: {took:?}");
    ran
}

/// Without its lines on stdout, of which there are many.
fn notes(ran: &Ran) -> String {
    let is_told = |line: &&str| !line.contains("using the schema");
    let notes: Vec<&str> = ran.stderr.lines().filter(is_told).collect();
    let lines = match ran.stdout.lines().count() {
        // Each option of ours adds some.
        many if many > 2000 => "many".to_owned(),
        count => count.to_string(),
    };
    format!("{lines} lines; {}", notes.join("\n"))
}

#[test]
fn a_document_of_types_that_contain_each_other_ends_and_says_where() {
    let calls = [
        "skeleton things",
        "skeleton things -o json",
        "things --by=[{}] --dry-run",
        "things --by=[{}] --dry-run --depth 10",
        "describe things",
        "things --help",
        "things --id 1 --dry-run",
        "things --where.f0.nope 1 --by=[{}] --dry-run",
    ];
    let schemas =
        [("40 of each other", mutual(40)), ("a chain", chain(1000)), ("wide", wide(12_000))];
    let mut shown = String::new();
    for (name, schema) in &schemas {
        for call in calls {
            let ran = run(schema, call);
            shown += &format!("{name}: {call}: exit {}, {}\n", ran.code, notes(&ran));
        }
    }
    insta::assert_snapshot!(shown);
}

#[test]
fn an_operation_with_too_many_arguments_is_refused() {
    let arguments: String = (0..1001).map(|at| format!("a{at}: Int ")).collect();
    insta::assert_snapshot!(run(&format!("type Query {{ q({arguments}): Int }}"), "list"));
}

/// Names of a schema, of an input and of rows.
#[test]
fn a_misspelled_name_among_very_many_is_told_in_time() {
    let operations: String = (0..3_000).map(|at| format!("operation{at}: Int ")).collect();
    let values: String = (0..3_000).map(|at| format!("V{at} ")).collect();
    let schema = format!(
        "type Query {{ {operations} one(a: E, b: I): Int }} input I {{ c: Int }} enum E {{ {values} }}"
    );
    let user = Environment::new();
    std::fs::create_dir_all(user.config()).unwrap();
    let path = |name: &str| user.config().join(name).to_str().unwrap().to_owned();
    std::fs::write(path("large.graphql"), schema).unwrap();
    let keys: String = (0..20_000).map(|at| format!("\"operatoin{at}\":1,")).collect();
    std::fs::write(path("keys.json"), format!("{{{keys}\"b\":{{{keys}\"c\":1}}}}")).unwrap();
    std::fs::write(path("rows.csv"), format!("{}a\nX\n", "column,".repeat(900))).unwrap();
    let mut shown = String::new();
    for call in [
        "opperation2777",
        "describe opperation2777",
        "skeleton opperation2777",
        "wait opperation2777 --until .",
        "reconcile opperation2777",
        "one --a W2777",
        "one --a V2777000",
        "one --opperation 1",
        "one --input keys.json",
        "one --input keys.json --dry-run --errors json",
        "one --rows rows.csv --dry-run",
    ] {
        let call =
            call.replace("keys.json", &path("keys.json")).replace("rows.csv", &path("rows.csv"));
        let words = format!("--schema {} {call}", path("large.graphql"));
        let started = Instant::now();
        let ran = user.line(&words);
        let took = started.elapsed();
        assert!(took < Duration::from_secs(60), "{call}: {took:?}");
        let lines: Vec<&str> = ran.stderr.lines().collect();
        let first: String = lines[0].chars().take(140).collect();
        let last: Vec<&str> = lines.iter().rev().take(2).rev().copied().collect();
        let last: String = last.join(" / ").chars().take(400).collect();
        assert!(ran.stderr.len() < 12_000, "{call}: {}", ran.stderr.len());
        shown +=
            &format!("{call}\n  exit {}, {} lines: {first}\n  {last}\n", ran.code, lines.len());
    }
    insta::assert_snapshot!(crate::environment::lasting(&shown));
}

/// Types that contain each other, and thousands of names.
#[test]
fn what_is_offered_is_bounded() {
    let values: String = (0..6_000).map(|at| format!("V{at} ")).collect();
    let user = Environment::new();
    std::fs::create_dir_all(user.config()).unwrap();
    let path = user.config().join("large.graphql");
    for (schema, words, lines) in [
        (mutual(40), &["things", "--where."][..], 1..100),
        (mutual(40), &["things", &format!("--where.{}", "f0.".repeat(1_000))], 1..100),
        (mutual(40), &["things", "--fields", &"f0{".repeat(1_000)], 0..1),
        (chain(1000), &["things", "--"], 1..100),
        (
            format!("type Query {{ a(b: E): Int }} enum E {{ {values} }}"),
            &["a", "--b", ""],
            5_000..5_001,
        ),
    ] {
        std::fs::write(&path, schema).unwrap();
        let schema = ["complete", "elvish", "--schema", path.to_str().unwrap()];
        let ran = user.run(&[&schema, words].concat());
        assert!(ran.code == 0 && ran.stderr.is_empty(), "{words:?}: {ran}");
        assert!(lines.contains(&ran.stdout.lines().count()), "{words:?}: {ran}");
    }
}
