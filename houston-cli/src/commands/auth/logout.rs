//! `houston auth logout`: removes a stored token.

use clap::Args;

use crate::failure::Failure;
use crate::settings::credentials;
use crate::settings::options::ProfileName;
use crate::settings::target::Target;
use crate::settings::token::source::{TokenSource, source};
use crate::terminal::output;

/// Remove the stored token of a profile; it stays valid until it expires
#[derive(Args)]
pub(super) struct Logout {
    #[command(flatten)]
    profile: ProfileName,
}

pub(super) fn run(logout: Logout) -> Result<(), Failure> {
    let options = logout.profile.into();
    let target = Target::of(&options)?;
    let Some((name, _)) = &target.profile else {
        return Err(Failure::usage("no profile is in use, and tokens are stored for profiles")
            .help("Choose one with `--profile NAME`; see them with `houston profile list`."));
    };
    match credentials::forget(name)? {
        true => output::note(format_args!("Removed the token of profile {name}.")),
        false => output::note(format_args!("Profile {name} has no stored token.")),
    }
    if let Some(source @ (TokenSource::Environment(_) | TokenSource::Command(_))) =
        source(&target, &options)
    {
        output::note(format_args!("note: calls still use the token from {}", source.words()));
    }
    Ok(())
}
