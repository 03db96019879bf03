//! `houston-codegen`: typed Rust code from a GraphQL schema.

use std::process::ExitCode;

fn main() -> ExitCode {
    ExitCode::from(houston_codegen::tool::commands::run() as u8)
}
