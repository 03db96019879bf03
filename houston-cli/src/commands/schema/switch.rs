//! `houston schema use`: which schema a profile goes by.

use clap::Args;
use toml_edit::value;

use crate::failure::Failure;
use crate::schema::{self, BUILT_IN, PULLED};
use crate::settings::config;
use crate::settings::options::{Options, ProfileName, SchemaFile};
use crate::settings::target::Target;
use crate::terminal::output;

/// Choose the schema that a profile goes by
#[derive(Args)]
pub(super) struct Use {
    /// The one that is built in, the one that was pulled, or a file
    #[arg(value_name = "built-in|pulled|FILE")]
    which: String,
    #[command(flatten)]
    profile: ProfileName,
}

pub(super) fn run(choice: Use) -> Result<(), Failure> {
    let target = Target::of(&choice.profile.into())?;
    let configured = target.profile.as_ref().filter(|(name, _)| {
        config::Config::read().is_ok_and(|config| config.profiles.contains_key(name))
    });
    let Some((name, _)) = configured else {
        return Err(Failure::usage(
            "no profile of yours is in use, and a schema is chosen for a profile",
        )
        .help("--profile names one; --schema FILE chooses for a call"));
    };
    let pulled = || schema::path(name).is_some_and(|path| path.exists());
    let chosen = match &*choice.which {
        BUILT_IN => Some(BUILT_IN.to_owned()),
        PULLED if !pulled() => {
            return Err(Failure::usage(format!("no schema was pulled for profile {name}"))
                .help(format!("`houston schema pull --profile {name}` does")));
        }
        PULLED => None,
        path => {
            let path = std::path::absolute(path)
                .map_err(|error| Failure::usage("the file cannot be named").because(error))?;
            // What cannot be used is refused here, and not by the next call.
            schema::of(
                &houston_client::SCHEMA,
                &Options { schema: SchemaFile { file: Some(path.clone()) }, ..Options::default() },
            )?;
            Some(path.to_string_lossy().into_owned())
        }
    };
    config::edit(|document| {
        let profile = &mut config::profiles(document)[name];
        match &chosen {
            Some(chosen) => profile["schema"] = value(chosen),
            None => {
                if let Some(profile) = profile.as_table_like_mut() {
                    profile.remove("schema");
                }
            }
        }
    })?;
    output::note(format_args!(
        "profile {name} goes by {}",
        chosen.as_deref().unwrap_or("the schema that was pulled")
    ));
    Ok(())
}
