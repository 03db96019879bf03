//! `cargo xtask fuzz`: the property tests with other seeds and many cases. `cargo xtask ci` runs a few with fixed seeds.

use std::collections::hash_map::RandomState;
use std::hash::BuildHasher as _;
use std::time::{Duration, Instant};

use clap::builder::PossibleValuesParser;

use crate::step::{cargo, step};
use houston_codegen::tool::failure::{Exit, Failure};
use houston_codegen::tool::output;

/// What is tested, where, and how many cases there are in a round of about a minute.
const TARGETS: [(&str, &str, u32); 12] = [
    ("schemas", "-p houston-codegen --test properties", 600),
    ("answers", "-p houston-client --test properties", 10_000),
    ("journals", "-p houston-client --test rows properties", 10_000),
    (
        "messages",
        "-p houston-client --features subscriptions --lib live::protocol::properties",
        50_000,
    ),
    ("frames", "-p houston-client --features subscriptions --lib live::wire::properties", 10_000),
    ("rows", "-p houston-cli --bin houston rows::properties", 10_000),
    ("env-files", "-p houston-cli --bin houston arguments::env_file::properties", 50_000),
    ("options", "-p houston-cli --bin houston argv::properties", 5_000),
    ("names", "-p houston-cli --bin houston cli::properties", 50),
    ("flags", "-p houston-cli --bin houston arguments::properties", 3_000),
    ("curl", "-p houston-cli --bin houston call::curl::properties", 3_000),
    ("texts", "-p houston-cli --bin houston terminal::text::properties", 3_000),
];

#[derive(clap::Args)]
pub(crate) struct Arguments {
    /// For how many minutes; a round that has begun ends
    #[arg(long, value_name = "N", default_value_t = 10)]
    minutes: u64,
    /// How many cases each test has in a round
    #[arg(long, value_name = "N")]
    cases: Option<u32>,
    /// The seed of the only round, to repeat one
    #[arg(long, value_name = "N")]
    seed: Option<u64>,
    /// What to test; everything by default
    #[arg(value_name = "TARGET", value_parser = PossibleValuesParser::new(TARGETS.map(|target| target.0)))]
    target: Option<String>,
}

pub(crate) fn run(arguments: &Arguments) -> Result<Exit, Failure> {
    let is_meant = |name: &str| arguments.target.as_ref().is_none_or(|target| target == name);
    let targets: Vec<_> = TARGETS.into_iter().filter(|target| is_meant(target.0)).collect();
    let (started, minutes) = (Instant::now(), Duration::from_secs(arguments.minutes * 60));
    let mut done = 0;
    loop {
        for (name, words, cases) in &targets {
            // The standard library seeds its hashers at random.
            let seed = arguments.seed.unwrap_or_else(|| RandomState::new().hash_one(done));
            let cases = arguments.cases.unwrap_or(*cases);
            let mut test = cargo(&format!("test --quiet --locked {words}"));
            test.env("PROPTEST_RNG_SEED", seed.to_string());
            test.env("PROPTEST_CASES", cases.to_string());
            step(&format!("{name}, {cases} cases with --seed {seed}"), test).map_err(|failure| {
                Failure::failed(format_args!(
                    "{failure}\nTo repeat it: cargo xtask fuzz --seed {seed} --cases {cases} {name}\n\
                     Keep the case that it shows as a test with a name, beside the others of that text."
                ))
            })?;
            done += 1;
            if started.elapsed() > minutes {
                break;
            }
        }
        if arguments.seed.is_some() || started.elapsed() > minutes {
            break;
        }
    }
    output::line(&format!(
        "\nnothing was found; rounds: {done}, seconds: {}",
        started.elapsed().as_secs()
    ));
    Ok(Exit::Done)
}
