// Made by `cargo xtask codegen --schema tests/schemas/stranger.graphql --out tests/src/stranger`: run it again instead of editing.

use ::houston_client::runtime as rt;
/// The schema, with what is known beside it: read when it is first used.
pub static SCHEMA: rt::LazyLock<rt::schema::Schema> = rt::LazyLock::new(|| rt::read_table(
    ::core::include_str!("table.json"),
));
/// Error texts that the server raises before it writes: they prove that nothing happened.
pub static REFUSALS: &[rt::Refusal] = &[];
