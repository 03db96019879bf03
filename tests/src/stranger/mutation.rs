// Made by `cargo xtask codegen --schema tests/schemas/stranger.graphql`: run it again instead of editing.

//! Mutations: a builder for each.
mod all;
pub use all::*;
