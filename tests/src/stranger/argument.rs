// Made by `cargo xtask codegen --schema tests/schemas/stranger.graphql --out tests/src/stranger`: run it again instead of editing.

//! Names of required arguments, for the types of builders.
use ::houston_client::runtime as rt;
#[derive(Clone, Debug)]
pub enum selection {}
#[derive(Clone, Debug)]
pub enum selection_2 {}
#[derive(Clone, Debug)]
pub enum a {}
#[derive(Clone, Debug)]
pub enum by {}
#[derive(Clone, Debug)]
pub enum every {}
#[derive(Clone, Debug)]
pub enum id {}
#[derive(Clone, Debug)]
pub enum input {}
#[derive(Clone, Debug)]
pub enum label {}
#[derive(Clone, Debug)]
pub enum matrix {}
#[derive(Clone, Debug)]
pub enum name {}
#[derive(Clone, Debug)]
pub enum object {}
#[derive(Clone, Debug)]
pub enum required {}
#[derive(Clone, Debug)]
pub enum row {}
#[derive(Clone, Debug)]
pub enum rt_2 {}
#[derive(Clone, Debug)]
pub enum select_2 {}
#[derive(Clone, Debug)]
pub enum selection_3 {}
#[derive(Clone, Debug)]
pub enum self_ {}
#[derive(Clone, Debug)]
pub enum time {}
#[derive(Clone, Debug)]
pub enum r#type {}
