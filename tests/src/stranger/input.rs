// Made by `cargo xtask codegen --schema tests/schemas/stranger.graphql --out tests/src/stranger`: run it again instead of editing.

//! Input objects: builders for arguments.
mod all;
pub use all::*;
