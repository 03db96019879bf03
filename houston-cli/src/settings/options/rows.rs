//! Options of a run over many rows: `--rows`, and those that need it.

use std::path::PathBuf;
use std::time::Duration;

use clap::{Args, ValueEnum, ValueHint};

use super::groups::YIELDING;
use super::values::{number, rate, shard};

/// Their heading in the help. All of them but `--rows` need that one.
pub(crate) const HEADING: &str = "Rows";

/// The rows of a run, how they are read, and how they are sent.
#[derive(Args, Clone, Debug, Default)]
#[command(next_help_heading = HEADING, next_display_order = 800)]
pub(crate) struct Rows {
    /// Run the operation once for each row of this file (CSV, NDJSON, JSON or YAML), whose columns are arguments
    #[arg(long, value_name = "FILE|-", value_hint = ValueHint::FilePath, conflicts_with = "curl")]
    pub(crate) rows: Option<String>,
    /// Format of the rows [default: by the name of the file; of stdin, by the first character]
    #[arg(long, value_name = "FORMAT", value_enum, requires = "rows", group = YIELDING)]
    pub(crate) rows_format: Option<RowsFormat>,
    /// Columns that are not arguments
    #[arg(
        long,
        value_name = "A,B",
        value_delimiter = ',',
        requires = "rows",
        group = YIELDING
    )]
    pub(crate) ignore_columns: Vec<String>,
    /// Read an empty cell of CSV as null or as an empty text [default: the argument is not given]
    #[arg(long, value_name = "AS", value_enum, requires = "rows", group = YIELDING)]
    pub(crate) empty: Option<Empty>,
    /// Leave out rows that are not valid, instead of sending nothing
    #[arg(long, requires = "rows")]
    pub(crate) skip_invalid: bool,
    /// File with the secrets of the rows: its columns are the natural key and secret arguments
    #[arg(
        long,
        value_name = "FILE",
        value_hint = ValueHint::FilePath,
        requires = "rows",
        group = YIELDING
    )]
    pub(crate) secrets: Option<String>,
    /// Append new keys to this file (.csv or NDJSON), which only you can read, instead of printing them
    #[arg(long, value_name = "FILE", requires = "rows")]
    pub(crate) secrets_out: Option<PathBuf>,
    /// Number of rows that are sent at the same time [default: 4]
    #[arg(
        long,
        value_name = "N",
        value_parser = |text: &str| number(text, 1..=256_usize),
        requires = "rows",
        group = YIELDING
    )]
    pub(crate) jobs: Option<usize>,
    /// Start at most this many rows in a time, such as 5/s or 30/m
    #[arg(
        long,
        value_name = "N/s",
        value_parser = rate,
        requires = "rows",
        group = YIELDING
    )]
    pub(crate) rate: Option<Duration>,
    /// Stop after this many failures
    #[arg(
        long,
        value_name = "N",
        value_parser = |text: &str| number(text, 1..=u64::MAX),
        requires = "rows"
    )]
    pub(crate) stop_after: Option<u64>,
    /// Take only the rows of part I of N, chosen by their natural keys
    #[arg(long, value_name = "I/N", value_parser = shard, requires = "rows")]
    pub(crate) shard: Option<Shard>,
    /// Keep the journal in this file [default: a file in the state directory]
    #[arg(long, value_name = "FILE", requires = "rows")]
    pub(crate) journal: Option<PathBuf>,
    /// Keep no journal: if the run stops, it cannot go on where it stopped
    #[arg(
        long,
        requires = "rows",
        conflicts_with_all = ["journal", "retry_failed", "rerun_unknown"]
    )]
    pub(crate) no_journal: bool,
    /// Also run rows again that were refused or not sent, as the journal says
    #[arg(long, requires = "rows")]
    pub(crate) retry_failed: bool,
    /// Also run rows again whose outcome is unknown: they may have run before
    #[arg(long, requires = "rows")]
    pub(crate) rerun_unknown: bool,
}

/// The format of rows: CSV with a header, one JSON object on each line, or a list of objects.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum RowsFormat {
    Csv,
    Ndjson,
    Json,
    Yaml,
}

/// What an empty cell of CSV stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum Empty {
    Null,
    Text,
}

/// One of the parts of the rows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Shard {
    /// Its number, from 1.
    pub(crate) index: u32,
    /// The number of parts.
    pub(crate) count: u32,
}
