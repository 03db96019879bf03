// Made by `cargo xtask codegen --schema tests/schemas/stranger.graphql --out tests/src/stranger`: run it again instead of editing.

//! Queries: a builder for each.
mod all;
pub use all::*;
