//! What came back for a request, and what is made of it.
//!
//! An answer that is data alone is decoded in one pass. Every other one is read once more, leniently, as an
//! [`Answer`], so that its errors and outcomes can be told.

mod decoded;
mod graphql;
mod partial;
pub(crate) mod pointer;
mod reader;

pub(crate) use decoded::{Decoded, decode};
pub(crate) use graphql::Location;
pub use graphql::{Answer, GraphQlError, NotGraphQl, PathSegment};
pub use partial::Partial;
pub(crate) use reader::{AnswerReader, REFUSALS, VERSIONS};
