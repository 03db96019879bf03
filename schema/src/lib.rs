//! The schema model that the generator, the client and the command line share, and Houston's own schema.
//!
//! [`table`] models any schema, and [`text`] has functions for its names and texts. The constants are the schema of
//! Houston 0.23 and the files with facts that a schema cannot state; `README.md` describes the format of each file.

#![forbid(unsafe_code)]

mod houston;
mod permission;
mod row;
pub mod table;
pub mod text;

pub use houston::{OVERLAY, PERMISSIONS, REFUSALS, SDL};
pub use permission::{Rule, Word};
