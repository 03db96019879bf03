//! `houston profile use` and `houston profile remove`.

use clap::Args;
use toml_edit::value;

use crate::call::confirm;
use crate::failure::Failure;
use crate::settings::config::{self, Config};
use crate::settings::credentials;
use crate::settings::options::Confirmation;
use crate::terminal::output;

/// Make a profile the current one
#[derive(Args)]
pub(super) struct Use {
    /// Name of the profile
    name: String,
}

/// Remove a profile, with its token
#[derive(Args)]
pub(super) struct Remove {
    /// Name of the profile
    name: String,
    #[command(flatten)]
    confirmation: Confirmation,
}

pub(super) fn run(choice: Use) -> Result<(), Failure> {
    let name = &*choice.name;
    Config::read()?.profile(name)?;
    config::edit(|document| document["current"] = value(name))?;
    output::note(format_args!("Profile {name} is now the current one."));
    // Other settings override the current profile.
    if let Some((chosen, choice)) = Config::read()?.chosen(None)?.filter(|(other, _)| other != name)
    {
        output::note(format_args!("note: here, {} chooses profile {chosen}", choice.words()));
    }
    Ok(())
}

pub(super) fn remove(removal: Remove) -> Result<(), Failure> {
    let name = &*removal.name;
    let config = Config::read()?;
    if !config.profiles.contains_key(name) {
        // An unknown name has its own error.
        config.profile(name)?;
        return Err(Failure::usage(format!("profile {name} is built in")));
    }
    let removes = format!("profile {name}, with its token");
    confirm::ask_own("profile remove", &removes, false, &removal.confirmation)?;
    credentials::forget(name)?;
    config::edit(|document| {
        config::profiles(document).remove(name);
        if config.current.as_deref() == Some(name) {
            document.remove("current");
        }
    })?;
    output::note(format_args!("Removed profile {name}, with its token."));
    if config.current.as_deref() == Some(name) {
        output::note(
            "There is no current profile now. Choose one with `houston profile use NAME`.",
        );
    }
    Ok(())
}
