// Made by `cargo xtask codegen`: run it again instead of editing.

#![allow(
    deprecated,
    dead_code,
    missing_docs,
    non_camel_case_types,
    non_snake_case,
    non_upper_case_globals,
    unreachable_pub,
    unused_imports,
    rustdoc::bare_urls,
    clippy::all,
    clippy::pedantic
)]
pub mod argument;
pub mod enums;
pub mod input;
pub mod mutation;
pub mod object;
pub mod query;
pub mod required;
pub mod scalar;
pub mod subscription;
mod table;
pub use table::{REFUSALS, SCHEMA};
