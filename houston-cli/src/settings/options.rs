//! Options of the program.

mod command;
mod groups;
mod refused;
mod rows;
mod values;

pub(crate) use command::{USAGE, add, add_flag, command, complete, decides, sends};
pub(crate) use groups::{
    ARGUMENT, Confirmation, DocumentOptions, Every, Facts, Network, OperationOptions, Options,
    Platform, ProfileName, ReconcileOptions, Repetition, SchemaChoice, SchemaFile, Selected,
    Verbosity,
};
pub(crate) use refused::{read, refused};
#[allow(unused_imports)]
pub(crate) use rows::{Empty, Rows, RowsFormat, Shard};
pub(crate) use values::moment;
