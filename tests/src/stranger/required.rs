// Made by `cargo xtask codegen --schema tests/schemas/stranger.graphql --out tests/src/stranger`: run it again instead of editing.

//! What compile errors say of a required argument that is not set.
use ::houston_client::runtime as rt;
#[diagnostic::on_unimplemented(
    message = "required argument `SELECTION` is not set",
    label = "call `.selection(..)` first",
    note = "the schema declares it non-null without a default"
)]
pub trait selection {}
#[diagnostic::do_not_recommend]
impl selection for rt::Set {}
#[diagnostic::on_unimplemented(
    message = "required argument `Selection` is not set",
    label = "call `.selection_2(..)` first",
    note = "the schema declares it non-null without a default"
)]
pub trait selection_2 {}
#[diagnostic::do_not_recommend]
impl selection_2 for rt::Set {}
#[diagnostic::on_unimplemented(
    message = "required argument `a` is not set",
    label = "call `.a(..)` first",
    note = "the schema declares it non-null without a default"
)]
pub trait a {}
#[diagnostic::do_not_recommend]
impl a for rt::Set {}
#[diagnostic::on_unimplemented(
    message = "required argument `by` is not set",
    label = "call `.by(..)` first",
    note = "the schema declares it non-null without a default"
)]
pub trait by {}
#[diagnostic::do_not_recommend]
impl by for rt::Set {}
#[diagnostic::on_unimplemented(
    message = "required argument `every` is not set",
    label = "call `.every(..)` first",
    note = "the schema declares it non-null without a default"
)]
pub trait every {}
#[diagnostic::do_not_recommend]
impl every for rt::Set {}
#[diagnostic::on_unimplemented(
    message = "required argument `id` is not set",
    label = "call `.id(..)` first",
    note = "the schema declares it non-null without a default"
)]
pub trait id {}
#[diagnostic::do_not_recommend]
impl id for rt::Set {}
#[diagnostic::on_unimplemented(
    message = "required argument `input` is not set",
    label = "call `.input(..)` first",
    note = "the schema declares it non-null without a default"
)]
pub trait input {}
#[diagnostic::do_not_recommend]
impl input for rt::Set {}
#[diagnostic::on_unimplemented(
    message = "required argument `label` is not set",
    label = "call `.label(..)` first",
    note = "the schema declares it non-null without a default"
)]
pub trait label {}
#[diagnostic::do_not_recommend]
impl label for rt::Set {}
#[diagnostic::on_unimplemented(
    message = "required argument `matrix` is not set",
    label = "call `.matrix(..)` first",
    note = "the schema declares it non-null without a default"
)]
pub trait matrix {}
#[diagnostic::do_not_recommend]
impl matrix for rt::Set {}
#[diagnostic::on_unimplemented(
    message = "required argument `name` is not set",
    label = "call `.name(..)` first",
    note = "the schema declares it non-null without a default"
)]
pub trait name {}
#[diagnostic::do_not_recommend]
impl name for rt::Set {}
#[diagnostic::on_unimplemented(
    message = "required argument `object` is not set",
    label = "call `.object(..)` first",
    note = "the schema declares it non-null without a default"
)]
pub trait object {}
#[diagnostic::do_not_recommend]
impl object for rt::Set {}
#[diagnostic::on_unimplemented(
    message = "required argument `required` is not set",
    label = "call `.required(..)` first",
    note = "the schema declares it non-null without a default"
)]
pub trait required {}
#[diagnostic::do_not_recommend]
impl required for rt::Set {}
#[diagnostic::on_unimplemented(
    message = "required argument `row` is not set",
    label = "call `.row(..)` first",
    note = "the schema declares it non-null without a default"
)]
pub trait row {}
#[diagnostic::do_not_recommend]
impl row for rt::Set {}
#[diagnostic::on_unimplemented(
    message = "required argument `rt` is not set",
    label = "call `.rt(..)` first",
    note = "the schema declares it non-null without a default"
)]
pub trait rt_2 {}
#[diagnostic::do_not_recommend]
impl rt_2 for rt::Set {}
#[diagnostic::on_unimplemented(
    message = "required argument `select` is not set",
    label = "call `.select_2(..)` first",
    note = "the schema declares it non-null without a default"
)]
pub trait select_2 {}
#[diagnostic::do_not_recommend]
impl select_2 for rt::Set {}
#[diagnostic::on_unimplemented(
    message = "required argument `selection` is not set",
    label = "call `.selection(..)` first",
    note = "the schema declares it non-null without a default"
)]
pub trait selection_3 {}
#[diagnostic::do_not_recommend]
impl selection_3 for rt::Set {}
#[diagnostic::on_unimplemented(
    message = "required argument `self` is not set",
    label = "call `.self_(..)` first",
    note = "the schema declares it non-null without a default"
)]
pub trait self_ {}
#[diagnostic::do_not_recommend]
impl self_ for rt::Set {}
#[diagnostic::on_unimplemented(
    message = "required argument `time` is not set",
    label = "call `.time(..)` first",
    note = "the schema declares it non-null without a default"
)]
pub trait time {}
#[diagnostic::do_not_recommend]
impl time for rt::Set {}
#[diagnostic::on_unimplemented(
    message = "required argument `type` is not set",
    label = "call `.r#type(..)` first",
    note = "the schema declares it non-null without a default"
)]
pub trait r#type {}
#[diagnostic::do_not_recommend]
impl r#type for rt::Set {}
