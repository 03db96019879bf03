//! Invalid input for every argument of every operation, and random words.

use std::sync::atomic::{AtomicUsize, Ordering};

use serde_json::Value;

use crate::environment::{Environment, Ran};
use crate::outputs::every_call;

/// Runs every case, with a thread for each processor.
fn in_threads<T: Sync>(cases: &[T], run: impl Fn(&T) + Sync) {
    let next = AtomicUsize::new(0);
    let threads = std::thread::available_parallelism().map_or(1, |count| count.get());
    std::thread::scope(|scope| {
        for _ in 0..threads {
            scope.spawn(|| {
                while let Some(case) = cases.get(next.fetch_add(1, Ordering::Relaxed)) {
                    run(case);
                }
            });
        }
    });
}

/// A call with one mistake, and the texts that the error must contain.
struct Bad {
    words: Vec<String>,
    named: Vec<String>,
}

/// Invalid values of a type, each with a text that the error must contain.
fn bad_values(user: &Environment, ty: &str) -> Vec<(String, String)> {
    let named = ty.trim_matches(['[', ']', '!']);
    let known = user.run(&["describe", named, "-o", "json"]);
    let known: Value = serde_json::from_str(&known.stdout).unwrap();
    let pair = |value: &str, said: &str| (value.to_owned(), said.to_owned());
    if ty.starts_with('[') {
        return vec![
            pair("[", "not a valid JSON array"),
            pair("", "to pass an empty list, write `[]`"),
        ];
    }
    match (known["kind"].as_str().unwrap(), named) {
        ("enum", _) => {
            let value = known["values"][0]["name"].as_str().unwrap();
            vec![pair("NOPE", "NOPE"), pair(&format!("{value}X"), value), pair("", named)]
        }
        ("input", _) => vec![
            pair("{", "JSON"),
            pair("5", named),
            pair("[]", named),
            pair(r#"{"nope": 1}"#, "nope"),
            pair(r#"{"a": 1, "a": 2}"#, "a"),
        ],
        (_, "Int") => ["x", "1.5", "2147483648", "-2147483649", "", "0x10", "1e2"]
            .map(|value| pair(value, "Int"))
            .to_vec(),
        (_, "Float") => ["x", "1,5", "NaN"].map(|value| pair(value, "Float")).to_vec(),
        (_, "Boolean") => ["maybe", "1", "TRUE"].map(|value| pair(value, "Boolean")).to_vec(),
        (_, "JSON") => vec![pair("{", "JSON"), pair("[1,", "JSON")],
        _ => vec![
            pair("@no-such-file", "no-such-file"),
            pair("@env:HOUSTON_NO_SUCH", "HOUSTON_NO_SUCH"),
        ],
    }
}

fn bad_calls() -> Vec<Bad> {
    let user = Environment::new();
    let rows = user.answer(&["list", "-o", "json"]);
    let mut cases = Vec::new();
    for call in every_call() {
        let row = rows["operations"]
            .as_array()
            .unwrap()
            .iter()
            .find(|row| row["name"] == *call[1])
            .unwrap();
        let arguments = row["arguments"].as_array().unwrap();
        let text = |argument: &Value, key: &str| argument[key].as_str().unwrap().to_owned();
        let without = |flag: &str| -> Vec<String> {
            call.iter().filter(|word| !word.starts_with(&format!("{flag}="))).cloned().collect()
        };
        for argument in arguments {
            let (flag, ty) = (text(argument, "flag"), text(argument, "type"));
            for (value, said) in bad_values(&user, &ty) {
                let mut words = without(&flag);
                words.push(format!("{flag}={value}"));
                cases.push(Bad { words, named: vec![flag.clone(), said] });
            }
            if argument["required"] == true {
                let named = vec![flag.clone(), format!("missing ({ty}")];
                cases.push(Bad { words: without(&flag), named });
            }
            if ty.ends_with('!') {
                let name = text(argument, "name");
                let words = [without(&flag), vec!["--null".to_owned(), name]].concat();
                cases.push(Bad {
                    words,
                    named: vec![flag.clone(), "null is not a valid".to_owned()],
                });
            }
            if argument["secret"] == true {
                let words = [without(&flag), vec![format!("{flag}=hidden-word")]].concat();
                cases.push(Bad {
                    words,
                    named: vec![flag.clone(), "stays in the shell history".to_owned()],
                });
            }
        }
        let misspelt = [call.clone(), vec!["--no-such-flag".to_owned(), "x".to_owned()]].concat();
        cases.push(Bad {
            words: misspelt,
            named: vec![format!("--no-such-flag: {} has no such flag", call[1])],
        });
        let name = call[1].clone() + "x";
        let misnamed = [vec![name.clone()], call[2..].to_vec()].concat();
        cases.push(Bad { words: misnamed, named: vec![format!("`{name}`"), call[1].clone()] });
    }
    cases
}

#[test]
fn what_is_wrong_is_named_with_its_flag_and_nothing_is_sent() {
    let cases = bad_calls();
    assert!(cases.len() >= 500, "{}", cases.len());
    // No server listens there: a call that sends something exits with 6.
    let user = Environment::new().set("HOUSTON_URL", "http://127.0.0.1:1/v1");
    in_threads(&cases, |Bad { words, named }| {
        let words: Vec<&str> = words.iter().map(String::as_str).chain(["--yes"]).collect();
        let ran = user.run(&words);
        assert_eq!((ran.code, ran.stdout.as_str()), (2, ""), "{words:?}: {ran}");
        assert!(!ran.stderr.contains("hidden-word"), "{words:?}: {ran}");
        for named in named {
            assert!(ran.stderr.contains(named), "{words:?} does not name {named}: {ran}");
        }
    });
}

/// The random words of a call.
fn random_words(random: &mut fastrand::Rng, known: &[String]) -> Vec<String> {
    const ODD: [&str; 34] = [
        "",
        "-",
        "--",
        "---",
        "=",
        "--=",
        "@",
        "@@",
        "@-",
        "@env:",
        "@env:HOME",
        "@find:",
        "@find:a=b",
        "@find:label=x,y",
        "null",
        "true",
        "-1",
        "1e309",
        "{",
        "{}",
        "[]",
        "[[",
        "\"",
        "'",
        "a.b.c",
        "--a.b",
        "--.",
        "--a.",
        "\u{1b}[31m",
        "\u{202e}",
        "\u{feff}",
        "ä",
        "a\nb",
        "\u{0}x",
    ];
    let count = random.usize(0..8);
    let word = |random: &mut fastrand::Rng| match random.u8(0..10) {
        0..=5 => known[random.usize(0..known.len())].clone(),
        6 => format!("{}={}", known[random.usize(0..known.len())], ODD[random.usize(0..ODD.len())]),
        7 => {
            // A known word with one letter changed.
            let mut letters: Vec<char> = known[random.usize(0..known.len())].chars().collect();
            if !letters.is_empty() {
                let at = random.usize(0..letters.len());
                letters[at] = random.alphanumeric();
            }
            letters.into_iter().collect()
        }
        8 => "x".repeat(random.usize(0..5_000)),
        _ => ODD[random.usize(0..ODD.len())].to_owned(),
    };
    // The arguments of a process cannot contain a zero byte.
    (0..count).map(|_| word(random).replace('\0', "")).collect()
}

fn every_word() -> Vec<String> {
    let user = Environment::new();
    let rows = user.answer(&["list", "-o", "json"]);
    let mut words: Vec<String> = Vec::new();
    for row in rows["operations"].as_array().unwrap() {
        words.push(row["name"].as_str().unwrap().to_owned());
        words.push(row["command"].as_str().unwrap().to_owned());
        for argument in row["arguments"].as_array().unwrap() {
            words.push(argument["flag"].as_str().unwrap().to_owned());
        }
    }
    let help = user.run(&["--help"]).stdout + &user.run(&["workspaces", "--help"]).stdout;
    let is_flag = |word: &&str| word.starts_with('-');
    words.extend(help.split_whitespace().filter(is_flag).map(|word| word.replace(',', "")));
    // Without `sandbox`, which would serve and wait, and `man`, which would write to any directory.
    let own = "list describe explain skeleton completions query mutation query-text reconcile auth profile \
               doctor schema help login status logout add use show remove import astro pull diff built-in live";
    words.extend(own.split_whitespace().map(str::to_owned));
    words.sort();
    words.dedup();
    words.retain(|word| word != "--insecure");
    words
}

#[track_caller]
fn is_sound(ran: &Ran, seed: u64, words: &[String]) {
    let shown = || format!("seed {seed}: {words:?}: {ran}");
    assert!([0, 2, 3, 4, 6, 7, 12, 13].contains(&ran.code), "ends with {}: {}", ran.code, shown());
    assert!(!ran.stderr.contains("panicked"), "{}", shown());
    assert!(ran.code == 0 || !ran.stderr.is_empty(), "{}", shown());
    assert!(
        ran.code != 2 || ran.stdout.is_empty() || words.iter().any(|word| word == "doctor"),
        "{}",
        shown()
    );
}

/// 1,000 calls; HOUSTON_ARGUMENTS sets another number.
#[test]
fn random_words_are_refused_or_run() {
    let count = std::env::var("HOUSTON_ARGUMENTS").ok().and_then(|count| count.parse().ok());
    let seeds: Vec<u64> = (0..count.unwrap_or(1_000)).collect();
    let known = every_word();
    in_threads(&seeds, |&seed| {
        let words = random_words(&mut fastrand::Rng::with_seed(seed), &known);
        // Each call has its own home: some words change the configuration.
        let user = Environment::new().set("HOUSTON_URL", "http://127.0.0.1:1/v1");
        let borrowed: Vec<&str> = words.iter().map(String::as_str).collect();
        let mut command = user.command(&borrowed);
        command.current_dir(user.store().parent().unwrap());
        is_sound(&Ran::new(command.output().unwrap()), seed, &words);
    });
}
