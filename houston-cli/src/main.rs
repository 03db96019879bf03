//! `houston`: every operation of Astronomer's Houston API as a command.

#![forbid(unsafe_code)]
// The doc comments of options are their help texts, where a terminal shows URLs as they are.
#![allow(rustdoc::bare_urls)]

mod answer;
mod arguments;
mod argv;
mod call;
mod cli;
mod commands;
mod failure;
mod input;
mod sandbox;
mod schema;
mod settings;
mod terminal;

use std::process::ExitCode;

use crate::failure::stop::Stop;
use crate::failure::{Exit, panics};
use crate::terminal::output;

fn main() -> ExitCode {
    let words: Vec<_> = std::env::args_os().skip(1).collect();
    panics::keep();
    match std::panic::catch_unwind(|| cli::run(&houston_client::SCHEMA, words)) {
        Ok(Ok(())) => ExitCode::SUCCESS,
        Ok(Err(Stop::Clap(said))) => {
            if !said.use_stderr() {
                // The reader of the help may be gone: that is not an error.
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
