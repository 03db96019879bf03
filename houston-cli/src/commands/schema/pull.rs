//! `houston schema pull`: stores the schema of the platform for later calls.

use std::path::{Path, PathBuf};

use clap::Args;

use crate::call::connection::Connection;
use crate::call::runtime;
use crate::failure::{Exit, Failure};
use crate::schema::choice::{Choice, Place};
use crate::schema::follow;
use crate::settings::files;
use crate::settings::options::{Network, Options, Platform, Verbosity};
use crate::settings::target::Target;
use crate::terminal::output;

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
        (Some(path), _) if path.as_os_str() == "-" => return output::data(answer.sdl.trim_end()),
        (Some(path), _) => {
            files::write(path, &answer.sdl).map_err(|error| {
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
