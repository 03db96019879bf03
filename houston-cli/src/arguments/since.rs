//! `--since`: the time of the first record, as a time or an age.

use clap::{Arg, ArgMatches};
use houston_client::schema::Operation;
use jiff::Timestamp;

use super::flags::{OPTIONAL, shown};
use super::problem::Problem;
use super::raw::RawArgument;
use crate::settings::options::moment;

const SINCE: &str = "option:since";

/// The flag, if the operation has it.
pub(crate) fn flag(operation: &Operation) -> Option<Arg> {
    operation.follow.as_ref()?;
    let help =
        "Only records since this time, such as 2026-11-28T10:00:00Z, or 10m for ten minutes ago";
    let flag = Arg::new(SINCE).long("since").value_name("TIME").value_parser(moment);
    Some(flag.allow_hyphen_values(true).help(help).help_heading(OPTIONAL))
}

/// Sets the argument that the flag stands for.
pub(super) fn add(
    operation: &Operation,
    matches: &ArgMatches,
    given: &mut [RawArgument],
) -> Option<Problem> {
    let time = matches.try_get_one::<Timestamp>(SINCE).ok()??;
    let argument = &operation.follow.as_ref()?.since;
    let at = operation.arguments.iter().position(|known| known.name == *argument)?;
    if !given[at].is_empty() {
        let other = shown(operation, argument);
        return Some(Problem::at("--since", format_args!("it cannot be used with {other}")));
    }
    given[at] = RawArgument::of_word(time.strftime("%Y-%m-%dT%H:%M:%S%.3fZ").to_string());
    None
}
