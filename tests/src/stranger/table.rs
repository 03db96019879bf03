// Made by `cargo xtask codegen --schema tests/schemas/stranger.graphql --out tests/src/stranger`: run it again instead of editing.

//! The schema as a table, and the texts that the server raises before it writes.
use ::houston_client::runtime as rt;
mod all;
/// The schema, with what is known beside it.
pub static SCHEMA: rt::schema::Schema = rt::schema::Schema {
    operations: rt::Borrowed(
        &[
            all::query::foo_bar_2,
            all::query::self_2,
            all::query::__,
            all::query::_1,
            all::query::_id,
            all::query::r#as,
            all::query::deep,
            all::query::foo_bar_3,
            all::query::foo_bar,
            all::query::r#gen,
            all::query::id,
            all::query::label,
            all::query::node,
            all::query::nulls,
            all::query::relay,
            all::query::search,
            all::query::select,
            all::query::selection,
            all::query::self_3,
            all::query::self_,
            all::query::traps,
            all::mutation::change,
            all::mutation::nothing,
            all::mutation::same,
            all::subscription::ticks,
        ],
    ),
    types: rt::Borrowed(
        &[
            all::scalar::Boolean,
            all::object::Cell,
            all::input::CellInput,
            all::object::Client,
            all::input::Cyclic,
            all::scalar::Float,
            all::object::Hit,
            all::scalar::ID,
            all::scalar::Int,
            all::scalar::Moment,
            all::object::Named,
            all::object::Node,
            all::object::Option,
            all::object::Payload,
            all::object::Result,
            all::input::SearchBy,
            all::object::Self_,
            all::scalar::String,
            all::object::String,
            all::object::Tick,
            all::object::Traps,
            all::enums::Type,
            all::object::Vec,
            all::object::Wide,
            all::object::I32,
            all::object::Rt,
        ],
    ),
    roles: rt::Borrowed(&[]),
};
/// Error texts that the server raises before it writes: they prove that nothing happened.
pub static REFUSALS: &[rt::Refusal] = &[];
