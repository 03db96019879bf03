//! The form of a schema that the generator, the client and the command line share, and Houston's own schema.
//!
//! [`table`] is the form of any schema, and [`text`] what is done with names and texts of one. The constants are the schema of Houston 0.23 as text, with the facts beside it
//! that a schema cannot state; `README.md` describes the format of each file.

mod houston;
pub mod table;
pub mod text;

pub use houston::{HISTORY, OVERLAY, PERMISSIONS, REFUSALS, SDL};
