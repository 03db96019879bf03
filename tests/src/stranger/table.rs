// Made by `cargo xtask codegen --schema tests/schemas/stranger.graphql --out tests/src/stranger`: run it again instead of editing.

//! The schema as a table, and the texts that the server raises before it writes.
mod all;
pub use all::*;
use ::houston_client::runtime as rt;
/// The schema, with what is known beside it.
pub static SCHEMA: rt::schema::Schema = rt::schema::Schema {
    version: ::core::option::Option::None,
    operations: rt::Borrowed(
        &[
            query_foo_bar_2,
            query_self_2,
            query___,
            query__1,
            query__id,
            query_as,
            query_deep,
            query_foo_bar_3,
            query_foo_bar,
            query_gen,
            query_id,
            query_label,
            query_node,
            query_nulls,
            query_relay,
            query_search,
            query_select,
            query_selection,
            query_self_3,
            query_self_,
            query_traps,
            mutation_change,
            mutation_nothing,
            mutation_same,
            subscription_ticks,
        ],
    ),
    types: rt::Borrowed(
        &[
            scalar_Boolean,
            object_Cell,
            input_CellInput,
            object_Client,
            input_Cyclic,
            scalar_Float,
            object_Hit,
            scalar_ID,
            scalar_Int,
            scalar_Moment,
            object_Named,
            object_Node,
            object_Option,
            object_Payload,
            object_Result,
            input_SearchBy,
            object_Self_,
            scalar_String,
            object_String,
            object_Tick,
            object_Traps,
            enum_Type,
            object_Vec,
            object_Wide,
            object_I32,
            object_Rt,
        ],
    ),
    roles: rt::Borrowed(&[]),
};
/// Error texts that the server raises before it writes: they prove that nothing happened.
pub static REFUSALS: &[rt::Refusal] = &[];
