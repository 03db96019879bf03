//! The answer to a request, and how it is read.
//!
//! An answer with data and no errors is decoded in one pass. Any other answer is read again, leniently, as an
//! [`Answer`], to find its errors and outcomes.

mod decoded;
mod depth;
mod graphql;
mod partial;
pub(crate) mod pointer;
mod reader;

pub(crate) use decoded::{Decoded, decode};
pub(crate) use graphql::Location;
pub use graphql::{Answer, GraphQlError, NotGraphQl, PathSegment};
pub use partial::Partial;
pub(crate) use reader::AnswerReader;
