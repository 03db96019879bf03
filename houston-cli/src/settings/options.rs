//! Options of the program.

mod answer;
mod calls;
mod command;
mod groups;
mod headings;
mod refused;
mod rows;
mod values;
mod waiting;

pub(crate) use calls::{DocumentOptions, OperationOptions, ReconcileOptions, WaitOptions};
pub(crate) use command::{USAGE, add, add_flag, add_if, command, complete, decides, every, sends};
pub(crate) use groups::{
    ARGUMENT, Confirmation, Facts, Network, Options, Platform, ProfileName, Repetition,
    SchemaChoice, SchemaFile, Selected, Verbosity,
};
pub(crate) use headings::{HEADINGS, OTHER};
pub(crate) use refused::{Reader, read, refused};
#[allow(unused_imports)]
pub(crate) use rows::{Empty, HEADING as ROWS, Rows, RowsFormat, Shard};
pub(crate) use values::{count, moment};
pub(crate) use waiting::{HEADING as WAITING, Patience, Waiting};
