//! A typed client for Astronomer's Houston API, generated from its GraphQL schema.

pub mod answer;
pub mod arguments;
pub mod client;
pub mod document;
pub mod error;
pub mod outcome;
pub mod request;
pub mod runtime;
pub mod schema;
pub mod select;
pub mod selection;
pub mod text;
pub mod token;
pub mod transport;

#[cfg(feature = "houston")]
#[rustfmt::skip]
mod generated;

#[cfg(feature = "houston")]
pub use generated::*;

pub use client::{Client, ClientBuilder};
pub use error::{Error, ErrorKind};
pub use outcome::Outcome;
pub use token::Token;
