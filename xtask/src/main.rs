//! The commands of houston's maintainers: `cargo xtask help` lists them.

#![forbid(unsafe_code)]

mod bench;
mod ci;
mod codegen;
mod diff;
mod dist;
mod fuzz;
mod introspect;
mod mutants;
mod regenerate;
mod site;
mod step;
mod workspace;

use std::process::ExitCode;

use clap::{Parser, Subcommand};
use houston_codegen::tool::failure::Exit;
use houston_codegen::tool::output;
use mimalloc::MiMalloc;

/// As `houston-codegen` has it, for the generator.
#[global_allocator]
static ALLOCATOR: MiMalloc = MiMalloc;

#[derive(Parser)]
#[command(name = "cargo xtask", about)]
struct Arguments {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Generate the builders and the table of a schema
    Codegen(codegen::Arguments),
    /// Fetch a server's schema, and keep our descriptions
    Introspect(introspect::Arguments),
    /// Compare two schemas: what changed for code and commands, and what to do
    Diff(diff::Arguments),
    /// Introspect, compare, generate and check, in one run
    Regenerate(regenerate::Arguments),
    /// Measure speed beside comparable tools, in one run
    Bench(bench::Arguments),
    /// Test properties with other seeds and many cases
    Fuzz(fuzz::Arguments),
    /// Change safety-critical code place by place, and tell what no test notices
    Mutants(mutants::Arguments),
    /// Write the guides and the reference as pages, for GitHub Pages
    Site(site::Arguments),
    /// Make what people install: archive, deb, rpm, wheel, checksums and a list of what is inside
    Dist(dist::Arguments),
    /// Install the tools that the tests need, and run every check
    Ci,
}

fn main() -> ExitCode {
    let result = match Arguments::parse().command {
        Command::Codegen(arguments) => codegen::run(&arguments),
        Command::Introspect(arguments) => introspect::run(&arguments),
        Command::Diff(arguments) => diff::run(&arguments),
        Command::Regenerate(arguments) => regenerate::run(&arguments),
        Command::Bench(arguments) => bench::run(&arguments),
        Command::Fuzz(arguments) => fuzz::run(&arguments),
        Command::Mutants(arguments) => mutants::run(&arguments),
        Command::Site(arguments) => site::run(&arguments),
        Command::Dist(arguments) => dist::run(&arguments),
        Command::Ci => ci::run(),
    };
    let exit: Exit = result.unwrap_or_else(|failure| {
        output::error(&failure.to_string());
        failure.exit
    });
    ExitCode::from(exit as u8)
}
