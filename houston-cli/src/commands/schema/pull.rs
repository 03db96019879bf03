//! `houston schema pull`: stores the schema of the platform for later calls.

use std::path::{Path, PathBuf};

use clap::Args;
use houston_codegen::{Source, introspection, parse};

use crate::call::connection::Connection;
use crate::call::runtime;
use crate::failure::{Exit, Failure};
use crate::schema::cache::About;
use crate::schema::choice::{Choice, Place};
use crate::schema::follow::{self, Answer};
use crate::settings::files;
use crate::settings::options::{Network, Options, Platform, Verbosity};
use crate::settings::target::Target;
use crate::terminal::output;
use crate::terminal::text::plain;

/// Get the schema of the platform, and use it from now on
#[derive(Args)]
pub(super) struct Pull {
    /// Write it to this file, or to stdout, and let calls go on with theirs
    #[arg(long, value_name = "FILE|-")]
    out: Option<PathBuf>,
    #[command(flatten)]
    platform: Platform,
    #[command(flatten)]
    network: Network,
    #[command(flatten)]
    verbosity: Verbosity,
}

pub(super) fn run(pull: Pull) -> Result<(), Failure> {
    let Pull { out, platform, network, verbosity } = pull;
    let (out, options) = (out.as_ref(), &Options { network, verbosity, ..platform.into() });
    let target = Target::of(options)?;
    target.endpoint()?;
    let place = Place::of(&target).filter(|_| out.is_none());
    if place.is_none() && out.is_none() {
        target.shown()?;
        return Err(Failure::usage("cannot find a directory for pulled schemas").help(
            "Set HOUSTON_STATE_DIR or HOME, or write the schema to a file with `--out FILE`.",
        ));
    }
    let connection = Connection::open(&target, options)?;
    let answer = runtime::read(follow::ask(&connection))?.map_err(Failure::from)?;
    connection.say_unanswered();
    let stored = |path: &Path| {
        let about = answer.about.words();
        output::note(format_args!("Stored the schema in {} ({about}).", path.display()));
    };
    match (out, &place) {
        // `-` is stdout, as everywhere.
        (Some(path), _) if path.as_os_str() == "-" => {
            return output::data(bare(&answer)?.trim_end());
        }
        (Some(path), _) => {
            files::write(path, &bare(&answer)?).map_err(|error| {
                let what = format!("cannot write {}", path.display());
                Failure::new(Exit::Internal, what).because(error)
            })?;
            stored(path);
        }
        (None, Some(place)) => {
            follow::keep(place, &answer)?;
            stored(&place.path);
        }
        (None, None) => {}
    }
    output::note(answer.words());
    if let Choice::BuiltIn | Choice::File(_) = Choice::of(options)?
        && out.is_none()
    {
        output::note(
            "note: HOUSTON_SCHEMA or the profile chooses another schema; `houston schema use pulled` changes the profile",
        );
    }
    Ok(())
}

/// The schema without its texts, so that it can be shown to others, with the platform's version and the date.
fn bare(answer: &Answer) -> Result<String, Failure> {
    let document = parse::parse(&Source::new("the pulled schema", &answer.sdl))
        .map_err(|errors| Failure::usage(plain(&errors.to_string())))?;
    let About { version, date, level } = &answer.about;
    let heading = introspection::heading(level, version.as_deref().map(plain).as_deref());
    let definitions = introspection::compact_sdl(&introspection::bare(document));
    Ok(format!("{heading}; {date}. Made by `houston schema pull`.\n\n{definitions}"))
}
