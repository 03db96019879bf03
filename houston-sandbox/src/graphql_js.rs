//! The behaviour of the server's GraphQL library, where apollo-compiler differs from it.
//!
//! Houston 0.23 uses graphql-js 14.6. Clients, the one in this workspace included, learn what a platform supports from
//! its validation errors, and people read its "Did you mean". So the texts, their order and their places are the
//! server's; `tests/peers` compares them with that library. Everything else about documents and their execution is
//! apollo-compiler's. Syntax errors have apollo-parser's text, because programs do not read it.

pub(crate) mod coercion;
pub(crate) mod literal;
pub(crate) mod schema;
pub(crate) mod suggestion;
pub(crate) mod validation;
