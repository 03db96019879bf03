//! `houston schema diff`: compares two schemas, and the commands and flags that they lead to.

use std::path::PathBuf;

use clap::Args;
use houston_client::Outcome;
use houston_codegen::diff::{Class, Report};
use houston_codegen::introspection;

use crate::call::connection::Connection;
use crate::call::runtime;
use crate::failure::{Exit, Failure};
use crate::schema::choice::{BUILT_IN, LIVE, PULLED, Place};
use crate::schema::{self, BuiltIn, Origin, introspect};
use crate::settings::options::{Facts, Network, Options, Platform, SchemaFile, Verbosity};
use crate::settings::target::Target;
use crate::terminal::output;
use crate::terminal::text::short;

/// Compare two schemas, and show which commands and flags change
#[derive(Args)]
#[command(after_help = "Exit code 0 if nothing changed, 12 if something changed.")]
pub(super) struct Diff {
    /// built-in, pulled, live or a file [default: the schema that operations use]
    old: Option<String>,
    /// built-in, pulled, live or a file [default: live]
    new: Option<String>,
    #[command(flatten)]
    platform: Platform,
    #[command(flatten)]
    output: Facts,
    #[command(flatten)]
    network: Network,
    #[command(flatten)]
    schema: SchemaFile,
    #[command(flatten)]
    verbosity: Verbosity,
}

pub(super) fn run(built_in: BuiltIn, diff: Diff) -> Result<(), Failure> {
    let Diff { platform, network, schema, verbosity, .. } = diff;
    let options = &Options { network, schema, verbosity, ..platform.into() };
    let old = match diff.old {
        Some(word) => text(&word, options)?,
        None => {
            let origin = schema::of(built_in, options)?.origin;
            (origin.words(), schema::text_of(&origin)?)
        }
    };
    let new = text(diff.new.as_deref().unwrap_or(LIVE), options)?;
    let report = schema::compare((&old.0, &old.1), (&new.0, &new.1))?;
    let drift = report.worst().map(|worst| drift(&report, worst));
    if let Some(format) = diff.output.format {
        output::facts_with(format, &report.json(), Outcome::Done, drift.as_ref())?;
    } else {
        output::note(format_args!("from {}\nto {}", old.0, new.0));
        output::text(report.text().trim_end())?;
    }
    drift.map_or(Ok(()), Err)
}

fn drift(report: &Report, worst: Class) -> Failure {
    let failure = Failure::new(Exit::Drift, format!("the schemas differ: {}", report.summary()));
    failure.help(match worst {
        Class::Safe => "Existing calls keep working. Get what is new with `houston schema pull`.",
        _ => "Use the schema of the platform with `houston schema pull`.",
    })
}

/// The name and the text of the schema that a word names.
fn text(word: &str, options: &Options) -> Result<(String, String), Failure> {
    let origin = match word {
        BUILT_IN => Origin::BuiltIn,
        LIVE => return live(options),
        PULLED => {
            let place = Place::of(&Target::of(options)?);
            let origin = place.as_ref().and_then(schema::pulled_from);
            origin.ok_or_else(|| {
                Failure::usage(match place {
                    Some(place) => format!("no schema was pulled from {}", place.words()),
                    None => "no platform is in use, whose schema was pulled".to_owned(),
                })
                .help("Pull it with `houston schema pull`.")
            })?
        }
        path => Origin::File(PathBuf::from(path)),
    };
    let text = schema::text_of(&origin).map_err(|failure| match origin {
        Origin::File(_) => failure.help(format!(
            "`{}` is not {BUILT_IN}, {PULLED} or {LIVE}, so it was read as a file.",
            short(word)
        )),
        _ => failure,
    })?;
    Ok((origin.words(), text))
}

/// Asks the server for its schema.
fn live(options: &Options) -> Result<(String, String), Failure> {
    let target = Target::of(options)?;
    let connection = Connection::open(&target, options)?;
    let introspected = runtime::read(introspect::ask(&connection))?.map_err(Failure::from)?;
    connection.say_unanswered();
    let version = introspected
        .version
        .as_deref()
        .map_or(String::new(), |version| format!(", Houston {}", short(version)));
    let address = target.shown()?.unwrap_or_default();
    Ok((format!("the schema of {address}{version}"), introspection::sdl(&introspected.document)))
}
