//! `houston`: every operation of Astronomer's Houston API as a command.

#![forbid(unsafe_code)]

mod access;
mod argv;
mod attempt;
mod builtin;
mod call;
mod cli;
mod commands;
mod config;
mod confirm;
mod credentials;
mod curl;
mod diagnosis;
mod dry_run;
mod endpoint;
mod environment;
mod failure;
mod fields;
mod files;
#[cfg(test)]
mod fixture;
mod format;
mod history;
mod identity;
mod input;
mod introspect;
mod jq;
mod look_up;
mod merge;
mod names;
mod options;
mod output;
mod panics;
mod pretty;
mod prompt;
mod runtime;
mod sandbox;
mod schema;
mod stop;
mod suggest;
mod target;
mod text;
mod token;
mod view;

use std::process::ExitCode;

use crate::failure::Exit;
use crate::stop::Stop;

fn main() -> ExitCode {
    let words: Vec<_> = std::env::args_os().skip(1).collect();
    panics::keep();
    match std::panic::catch_unwind(|| cli::run(&houston_client::SCHEMA, words)) {
        Ok(Ok(())) => ExitCode::SUCCESS,
        Ok(Err(Stop::Clap(said))) => {
            if !said.use_stderr() {
                // Help that nobody reads any more is no error.
                let _ = said.print();
                return ExitCode::SUCCESS;
            }
            output::clap_error(&said);
            ExitCode::from(Exit::Usage as u8)
        }
        Ok(Err(Stop::Failed(failure))) => {
            output::failure(&failure);
            ExitCode::from(failure.exit as u8)
        }
        Err(_) => {
            output::failure(&panics::failure());
            ExitCode::from(Exit::Internal as u8)
        }
    }
}
