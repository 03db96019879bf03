//! `houston`: every operation of Astronomer's Houston API as a command.

// The doc comments of options are their help texts, where a terminal shows URLs as they are.
#![allow(rustdoc::bare_urls)]

mod answer;
mod arguments;
mod argv;
mod call;
mod cli;
mod commands;
mod complete;
mod failure;
mod help;
mod input;
mod live;
mod pages;
mod rows;
mod runs;
mod sandbox;
mod schema;
mod settings;
mod terminal;
mod waiting;

use std::ffi::OsString;
use std::process::ExitCode;

use crate::answer::{apart, envelope};
use crate::failure::stop::Stop;
use crate::failure::{Failure, panics, said};
use crate::terminal::{output, pager};

/// The size of the stack where a filter is read: jaq recurses for each level of it.
const DEEP: usize = 256 << 20;

/// The options that give a filter.
const FILTERS: [&str; 3] = ["--jq", "--until", "--fail-when"];

fn main() -> ExitCode {
    let words: Vec<_> = std::env::args_os().skip(1).collect();
    panics::keep();
    keep_memory();
    if words.first().is_some_and(|word| word == complete::NAME) {
        return complete::run(&houston_client::SCHEMA, &words[1..]);
    }
    let is_child = words.first().is_some_and(|word| word == apart::NAME);
    let gives_filter = |word: &OsString| {
        let word = word.to_string_lossy();
        FILTERS.iter().any(|option| word.starts_with(option))
    };
    let has_filter = words.iter().any(gives_filter);
    if !is_child && !has_filter {
        return run(words);
    }
    let work = move || if is_child { apart::serve(&words[1..]) } else { run(words) };
    let thread = std::thread::Builder::new().stack_size(DEEP).spawn(work);
    let ended = thread.map_err(drop).and_then(|thread| thread.join().map_err(drop));
    ended.unwrap_or_else(|()| ended_by(&panics::failure()))
}

/// Keeps the memory of this process, which has tokens, out of core dumps and from other processes of the user.
#[cfg(unix)]
fn keep_memory() {
    use rustix::process::{Resource, Rlimit, getrlimit, setrlimit};
    // A command that prints a token may raise it again for itself.
    let none = Rlimit { current: Some(0), ..getrlimit(Resource::Core) };
    // Where this is not possible, the call goes on.
    let _ = setrlimit(Resource::Core, none);
    // A pipe takes core dumps whatever their limit is.
    #[cfg(target_os = "linux")]
    let _ = rustix::process::set_dumpable_behavior(rustix::process::DumpableBehavior::NotDumpable);
}

#[cfg(not(unix))]
fn keep_memory() {}

fn run(words: Vec<OsString>) -> ExitCode {
    match std::panic::catch_unwind(|| cli::run(&houston_client::SCHEMA, words)) {
        Ok(Ok(())) => ExitCode::SUCCESS,
        Ok(Err(Stop::Clap(refused))) => {
            if !refused.use_stderr() {
                let text = refused.render().ansi().to_string();
                let is_shown = pager::shows(&text);
                // The reader of the help may be gone: that is not an error.
                let text = text.strip_suffix('\n').unwrap_or(&text);
                let _ = if is_shown { Ok(()) } else { output::styled(text) };
                return ExitCode::SUCCESS;
            }
            ended_by(&said::failure(&refused, None))
        }
        Ok(Err(Stop::Failed(failure))) => ended_by(&failure),
        Err(_) => ended_by(&panics::failure()),
    }
}

fn ended_by(failure: &Failure) -> ExitCode {
    envelope::close(failure);
    output::failure(failure);
    ExitCode::from(failure.exit as u8)
}
