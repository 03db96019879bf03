// Made by `cargo xtask codegen --schema tests/schemas/stranger.graphql --out tests/src/stranger`: run it again instead of editing.

//! Results: for each type a struct for its default selection, and a module of its fields.
mod all__c;
mod all__tr;
pub use all__c::*;
pub use all__tr::*;
