//! `houston`: every operation of Astronomer's Houston API as a command.

#![forbid(unsafe_code)]

mod access;
mod answer;
mod cli;
mod commands;
mod dry_run;
mod endpoint;
mod environment;
mod failure;
#[cfg(test)]
mod fixture;
mod input;
mod names;
mod options;
mod output;
mod own;
mod parse;
mod pretty;
mod runtime;
mod sandbox;
mod stop;
mod suggest;
mod text;

use std::process::ExitCode;

use crate::failure::Exit;
use crate::stop::Stop;

fn main() -> ExitCode {
    let words = std::env::args_os().skip(1).collect();
    // The panic itself is on stderr by then.
    match std::panic::catch_unwind(|| cli::run(&houston_client::SCHEMA, words)) {
        Ok(Ok(())) => ExitCode::SUCCESS,
        Ok(Err(Stop::Said(said))) => {
            // Help that nobody reads any more is no error.
            let _ = said.print();
            if !said.use_stderr() {
                return ExitCode::SUCCESS;
            }
            output::note("Nothing was sent.");
            ExitCode::from(Exit::Usage as u8)
        }
        Ok(Err(Stop::Failed(failure))) => {
            output::note(&failure);
            ExitCode::from(failure.exit as u8)
        }
        Err(_) => ExitCode::from(Exit::Internal as u8),
    }
}
