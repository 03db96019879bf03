// Made by `cargo xtask codegen --schema tests/schemas/stranger.graphql --out tests/src/stranger`: run it again instead of editing.

//! Scalars: each a type of its own, so that one kind of id is not taken for another.
use ::houston_client::runtime as rt;
rt::opaque_scalar! {
    #[doc = " An identifier: opaque text."] ID
}
