//! `houston schema pull`: stores the schema of the profile's server for later calls.

use std::path::PathBuf;

use clap::Args;
use houston_codegen::introspection;
use jiff::Timestamp;

use crate::call::connection::Connection;
use crate::call::runtime;
use crate::failure::{Exit, Failure};
use crate::schema::{self, About, introspect};
use crate::settings::options::{Network, Options, Platform, Verbosity};
use crate::settings::target::Target;
use crate::terminal::output;

/// Get the schema of the profile's server, and use it from now on
#[derive(Args)]
pub(super) struct Pull {
    /// Write it to this file, or to stdout, and leave the profile as it is
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
    if target.profile.is_none() && out.is_none() {
        return Err(Failure::usage(
            "no profile is in use, and a pulled schema is stored for a profile",
        )
        .help("Choose one with `--profile NAME`, or create one with `houston auth login`.")
        .help("To write the schema to a file instead, add `--out FILE`."));
    }
    let connection = Connection::open(&target, options)?;
    let introspected = runtime::read(introspect::ask(&connection))??;
    connection.say_unanswered();
    let date = Timestamp::now().round(jiff::Unit::Second).unwrap_or_else(|_| Timestamp::now());
    let about = About {
        version: introspected.version,
        date: date.to_string(),
        level: introspected.level.to_string(),
    };
    let sdl = introspection::sdl(&introspected.document);
    let path: PathBuf = match (out, &target.profile) {
        // `-` is stdout, as everywhere.
        (Some(path), _) if path.as_os_str() == "-" => return output::data(sdl.trim_end()),
        (Some(path), _) => {
            crate::settings::files::write(path, &sdl).map_err(|error| {
                Failure::new(Exit::Internal, format!("cannot write {}", path.display()))
                    .because(error)
            })?;
            path.clone()
        }
        (None, Some((name, _))) => schema::keep(name, &sdl, &about)?,
        (None, None) => return Ok(()),
    };
    output::note(format_args!("Stored the schema in {} ({}).", path.display(), about.words()));
    if let Some((name, _)) =
        target.profile.as_ref().filter(|(_, profile)| out.is_none() && profile.schema.is_some())
    {
        output::note(format_args!(
            "note: profile {name} uses another schema; change that with `houston schema use pulled`"
        ));
    }
    Ok(())
}
