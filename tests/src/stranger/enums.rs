// Made by `cargo xtask codegen --schema tests/schemas/stranger.graphql --out tests/src/stranger`: run it again instead of editing.

//! Enums. A value that the schema does not have is kept as text.
use ::houston_client::runtime as rt;
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Type {
    /// Newer.
    New,
    #[deprecated(note = "No longer supported")]
    Old,
    CreatedAsc,
    CreatedAsc_3,
    CreatedAsc_2,
    Unrecognized,
    Unrecognized_2,
    Self_2,
    Self_,
    _1,
    Extended,
    /// A value that the schema does not have: read from an answer, or made by `from` of its text, which knows the others.
    Unrecognized_3(rt::String),
}
impl rt::EnumType for Type {
    fn from_name(name: &rt::str) -> Self {
        match name {
            "NEW" => Self::New,
            "OLD" => Self::Old,
            "CREATED_ASC" => Self::CreatedAsc,
            "created_asc" => Self::CreatedAsc_3,
            "createdAsc" => Self::CreatedAsc_2,
            "Unrecognized" => Self::Unrecognized,
            "UNRECOGNIZED" => Self::Unrecognized_2,
            "self" => Self::Self_2,
            "Self" => Self::Self_,
            "_1" => Self::_1,
            "EXTENDED" => Self::Extended,
            other => Self::Unrecognized_3(rt::owned(other)),
        }
    }
    fn name(&self) -> &rt::str {
        match self {
            Self::New => "NEW",
            Self::Old => "OLD",
            Self::CreatedAsc => "CREATED_ASC",
            Self::CreatedAsc_3 => "created_asc",
            Self::CreatedAsc_2 => "createdAsc",
            Self::Unrecognized => "Unrecognized",
            Self::Unrecognized_2 => "UNRECOGNIZED",
            Self::Self_2 => "self",
            Self::Self_ => "Self",
            Self::_1 => "_1",
            Self::Extended => "EXTENDED",
            Self::Unrecognized_3(other) => other,
        }
    }
}
rt::enum_type! {
    Type
}
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Enums {
    Object,
    Input,
    /// A value that the schema does not have: read from an answer, or made by `from` of its text, which knows the others.
    Unrecognized(rt::String),
}
impl rt::EnumType for Enums {
    fn from_name(name: &rt::str) -> Self {
        match name {
            "object" => Self::Object,
            "input" => Self::Input,
            other => Self::Unrecognized(rt::owned(other)),
        }
    }
    fn name(&self) -> &rt::str {
        match self {
            Self::Object => "object",
            Self::Input => "input",
            Self::Unrecognized(other) => other,
        }
    }
}
rt::enum_type! {
    Enums
}
