//! `cargo xtask mutants`: changes one place of a file after another, and tells which changes no test notices. It needs
//! `cargo install cargo-mutants --locked`, and takes hours.

use std::ffi::OsString;

use clap::builder::PossibleValuesParser;

use crate::step::cargo;
use houston_codegen::tool::failure::{Exit, Failure};

/// What decides about safety: its files, and the tests of its crate that must notice a change.
const TARGETS: [(&str, &[&str], &str); 5] = [
    ("retry", &["houston-client/src/retry.rs", "houston-client/src/retry/budget.rs"], "--lib"),
    ("outcome", &["houston-client/src/outcome.rs"], "--lib --test properties"),
    (
        "redaction",
        &[
            "houston-client/src/redaction.rs",
            "houston-client/src/redaction/view.rs",
            "houston-client/src/secrets.rs",
            "houston-client/src/token.rs",
        ],
        "--lib --test properties --test transport",
    ),
    (
        "journal",
        &["houston-client/src/rows/journal.rs", "houston-client/src/rows/journal/*.rs"],
        "--lib --test rows",
    ),
    ("docs", &["houston-codegen/src/emit/doc.rs"], "--lib --test properties"),
];

#[derive(clap::Args)]
pub(crate) struct Arguments {
    /// Which files to change
    #[arg(value_name = "TARGET", value_parser = PossibleValuesParser::new(TARGETS.map(|target| target.0)))]
    target: String,
    /// More options of cargo-mutants, such as `--in-place`
    #[arg(value_name = "OPTION", last = true)]
    options: Vec<OsString>,
}

pub(crate) fn run(arguments: &Arguments) -> Result<Exit, Failure> {
    let target = TARGETS.iter().find(|target| target.0 == arguments.target);
    let (_, files, tests) = target.ok_or_else(|| Failure::failed("unknown target"))?;
    let mut mutants = cargo("mutants --no-shuffle --cargo-arg=--locked");
    // A mutant takes seconds then, most of which are its tests.
    mutants.env("CARGO_PROFILE_DEV_DEBUG", "0");
    mutants.args(files.iter().flat_map(|file| ["--file", file]));
    if files.iter().any(|file| file.starts_with("houston-client")) {
        mutants.args(["--features", "subscriptions"]);
    }
    // For the builds as well: the words behind `--` choose only what runs.
    mutants.args(tests.split(' ').map(|word| format!("--cargo-arg={word}")));
    let status = mutants.args(&arguments.options).status();
    let status =
        status.map_err(|error| Failure::failed(format_args!("cannot run cargo: {error}")))?;
    // It has said itself what was not noticed.
    Ok(if status.success() { Exit::Done } else { Exit::Failed })
}
