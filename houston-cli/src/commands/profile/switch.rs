//! `houston profile use`, which is also `houston auth switch`, and `houston profile remove`.

use clap::Args;
use toml_edit::value;

use crate::call::confirm;
use crate::failure::Failure;
use crate::settings::config::{self, Config};
use crate::settings::credentials;
use crate::settings::options::Confirmation;
use crate::terminal::text::plain;
use crate::terminal::{output, prompt};

/// Make a profile the current one
#[derive(Args)]
pub(crate) struct Use {
    /// Name of the profile [default: ask on the terminal]
    name: Option<String>,
}

/// Remove a profile, with its token
#[derive(Args)]
pub(super) struct Remove {
    /// Name of the profile
    name: String,
    #[command(flatten)]
    confirmation: Confirmation,
}

pub(crate) fn run(choice: Use) -> Result<(), Failure> {
    let config = Config::read()?;
    let name = &*match choice.name {
        Some(name) => name,
        None => asked(&config)?,
    };
    config.profile(name)?;
    config::edit(|document| document["current"] = value(name))?;
    output::note(format_args!("Profile {name} is now the current one."));
    // Other settings override the current profile.
    if let Some((chosen, choice)) = Config::read()?.chosen(None)?.filter(|(other, _)| other != name)
    {
        output::note(format_args!("note: here, {} chooses profile {chosen}", choice.words()));
    }
    Ok(())
}

/// The name of the profile that the user chooses, by its name or number.
fn asked(config: &Config) -> Result<String, Failure> {
    let names: Vec<&String> = config.profiles.keys().collect();
    if names.is_empty() {
        return Err(Failure::usage("no profiles exist")
            .help("Create one with `houston auth login` or `houston profile add`."));
    }
    if !prompt::is_somebody_there() {
        return Err(Failure::usage("the name of the profile is missing")
            .help("`houston profile list` shows the profiles."));
    }
    let width = names.iter().map(|name| name.len()).max().unwrap_or_default();
    for (at, (name, profile)) in config.profiles.iter().enumerate() {
        let mark = if config.current.as_ref() == Some(name) { '*' } else { ' ' };
        let address = plain(&profile.shown());
        output::note(format_args!("{mark} {:>2}  {name:<width$}  {address}", at + 1));
    }
    let Some(typed) = prompt::line("Number or name of the profile: ")? else {
        return Err(Failure::usage("no profile was chosen")
            .help("Type the number or the name of one, or give it in the command."));
    };
    // A name can be a number.
    let is_name = config.profiles.contains_key(&typed);
    let number = typed.parse().ok().filter(|_| !is_name);
    let by_number = number.and_then(|number: usize| names.get(number.checked_sub(1)?));
    Ok(by_number.map_or(typed, |name| (*name).clone()))
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
