//! The settings of the sandbox's platform.

use houston_sandbox::{Builder, Sandbox, Settings as Values};

use super::options::{Chosen, Settings};
use crate::failure::{Exit, Failure};
use crate::sandbox::store::{self, Store};
use crate::terminal::output;
use crate::terminal::text::short;

pub(super) fn run(options: Settings) -> Result<(), Failure> {
    let choices = chosen(&options.chosen, Sandbox::builder())?;
    let directory = options.store.directory.map_or_else(store::directory, Ok)?;
    // A look at the settings makes no store.
    let is_read = options.chosen.settings.is_empty() && !directory.join("houston.redb").exists();
    let values = match is_read {
        true => Values::default(),
        false => match store::open_as(&directory, &choices)? {
            Store::Ours(sandbox) => of(&sandbox)?,
            Store::Served(server) => {
                let what = format!("the store is served at {}", server.url);
                return Err(Failure::new(Exit::NotReached, what).help(
                    "End that process first, or ask it: `appConfig` and `deploymentConfig` return most settings.",
                ));
            }
        },
    };
    output::data(written(values.list()).join("\n"))
}

/// Adds the settings that the options choose.
///
/// # Errors
///
/// Fails if one of them is not valid.
pub(super) fn chosen(options: &Chosen, choices: Builder) -> Result<Builder, Failure> {
    options.settings.iter().try_fold(choices, |choices, word| {
        let unusable = || Failure::usage(format!("cannot use `--set {}`", short(word)));
        let Some((name, value)) = word.split_once('=') else {
            return Err(unusable().detail("it does not have the form NAME=VALUE"));
        };
        choices.setting(name, value).map_err(|error| {
            unusable().because(error).help("`houston sandbox settings` shows all of them.")
        })
    })
}

/// Notes the settings that differ from the defaults: a store keeps those of earlier processes.
///
/// # Errors
///
/// Fails if the store fails.
pub(super) fn tell(sandbox: &Sandbox) -> Result<(), Failure> {
    let defaults = Values::default().list();
    let mut settings = of(sandbox)?.list();
    settings.retain(|setting| !defaults.contains(setting));
    if !settings.is_empty() {
        output::note(format_args!(
            "Settings of the store that differ from the defaults:\n  {}",
            written(settings).join("\n  ")
        ));
    }
    Ok(())
}

fn of(sandbox: &Sandbox) -> Result<Values, Failure> {
    sandbox.settings().map_err(|error| {
        Failure::new(Exit::Internal, "cannot read the sandbox's settings").because(error)
    })
}

fn written(settings: Vec<(&str, String)>) -> Vec<String> {
    settings.into_iter().map(|(name, value)| format!("{name}={value}")).collect()
}
