//! What the server's GraphQL library does, where apollo-compiler does it in another way.
//!
//! Houston 0.23 answers with graphql-js 14.6: clients, the one beside this crate included, tell apart what a platform
//! knows by the texts of its validation, and people read its "Did you mean". So these texts, their order and their
//! places are the server's; `tests/peers` compares them with that library. All else about documents and their
//! execution is apollo-compiler's. What is said of a syntax error is apollo-parser's: no program reads it.

pub(crate) mod coercion;
pub(crate) mod conflict;
pub(crate) mod literal;
pub(crate) mod schema;
mod suggestion;
pub(crate) mod validation;
