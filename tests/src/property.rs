//! What property tests have in common.

use proptest::prelude::{Just, ProptestConfig, Strategy, any, prop_oneof};
use proptest::test_runner::RngSeed;
use proptest::{collection, sample};
use serde_json::Value;

/// The seed of every test, unless the environment names another one.
const SEED: u64 = 17;

/// So many cases, the same on every machine. `PROPTEST_CASES` and `PROPTEST_RNG_SEED` change this; `cargo xtask fuzz` sets
/// both. No file keeps a case that fails: it becomes a test with a name.
pub fn cases(few: u32) -> ProptestConfig {
    let is_set = |name| std::env::var_os(name).is_some();
    // The default reads the environment.
    let mut config = ProptestConfig { failure_persistence: None, ..ProptestConfig::default() };
    if !is_set("PROPTEST_CASES") {
        config.cases = few;
    }
    if !is_set("PROPTEST_RNG_SEED") {
        config.rng_seed = RngSeed::Fixed(SEED);
    }
    config
}

/// Texts that trouble those who show, quote or read them.
#[rustfmt::skip]
const TROUBLE: [&str; 42] = [
    "\"", "'", "\\", "`", "$", "$(id)", "${HOME}", "!", "#", ";", "&", "|", "*", "?", "[", "]", "{", "}", "(", ")", "<",
    ">", ",", "=", ":", "-", "--", "@", "~", " ", "\n", "\r", "\t", "\u{0}", "\u{1b}[31m", "\u{9b}2J", "\u{202e}",
    "\u{200b}", "\u{2028}", "\u{feff}", "\u{e0041}", "é漢🦀",
];

/// Any text, mostly of letters and of what troubles readers.
pub fn text() -> impl Strategy<Value = String> {
    let part = prop_oneof![
        4 => sample::select(&TROUBLE[..]).prop_map(str::to_owned),
        3 => "[a-z0-9]{1,6}",
        1 => any::<char>().prop_map(String::from),
    ];
    collection::vec(part, 0..9).prop_map(|parts| parts.concat())
}

/// A text that is not empty.
pub fn some_text() -> impl Strategy<Value = String> {
    text().prop_map(|text| if text.is_empty() { "x".to_owned() } else { text })
}

/// Any JSON. Its numbers are whole: what is written is exactly what is read.
pub fn json() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        text().prop_map(Value::from),
    ];
    leaf.prop_recursive(3, 12, 4, |inner| {
        let fields = collection::vec((some_text(), inner.clone()), 0..4);
        prop_oneof![
            collection::vec(inner, 0..4).prop_map(Value::from),
            fields.prop_map(|fields| Value::Object(fields.into_iter().collect())),
        ]
    })
}
