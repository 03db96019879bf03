//! `cargo xtask bench`: the program in `tests/bench`, which this one does not link.

use std::ffi::OsString;

use crate::step::cargo;
use houston_codegen::tool::failure::{Exit, Failure};

#[derive(clap::Args)]
#[command(disable_help_flag = true)]
pub(crate) struct Arguments {
    /// What to measure; `--help` lists it
    #[arg(value_name = "WHAT", trailing_var_arg = true, allow_hyphen_values = true)]
    words: Vec<OsString>,
}

pub(crate) fn run(arguments: &Arguments) -> Result<Exit, Failure> {
    let mut bench = cargo("run --quiet --locked -p houston-bench --");
    let status = bench.args(&arguments.words).status();
    let status =
        status.map_err(|error| Failure::failed(format_args!("cannot run cargo: {error}")))?;
    // It has said itself why.
    Ok(if status.success() { Exit::Done } else { Exit::Failed })
}
