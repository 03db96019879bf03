//! `houston auth logout`: forgets a stored token.

use clap::Args;

use crate::failure::Failure;
use crate::settings::credentials;
use crate::settings::options::ProfileName;
use crate::settings::target::Target;
use crate::settings::token::source::{TokenSource, source};
use crate::terminal::output;

/// Forget the token that is kept for a profile; it stays valid until it expires
#[derive(Args)]
pub(super) struct Logout {
    #[command(flatten)]
    profile: ProfileName,
}

pub(super) fn run(logout: Logout) -> Result<(), Failure> {
    let options = logout.profile.into();
    let target = Target::of(&options)?;
    let Some((name, _)) = &target.profile else {
        return Err(Failure::usage("no profile is in use, and tokens are kept for profiles")
            .help("--profile names one; `houston profile list` shows them"));
    };
    match credentials::forget(name)? {
        true => output::note(format_args!("the token of profile {name} is forgotten")),
        false => output::note(format_args!("no token was kept for profile {name}")),
    }
    if let Some(source @ (TokenSource::Environment | TokenSource::Command(_))) =
        source(&target, &options)
    {
        output::note(format_args!("note: calls still find a token in {}", source.words()));
    }
    Ok(())
}
