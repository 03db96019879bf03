// Made by `cargo xtask codegen --schema tests/schemas/stranger.graphql`: run it again instead of editing.

//! Input objects: builders for arguments.
mod all;
pub use all::*;
