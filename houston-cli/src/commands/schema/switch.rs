//! `houston schema use`: chooses the schema of a profile.

use clap::Args;
use toml_edit::value;

use crate::failure::Failure;
use crate::schema;
use crate::schema::choice::{BUILT_IN, PULLED};
use crate::settings::config;
use crate::settings::options::{Options, ProfileName, SchemaFile};
use crate::settings::target::Target;
use crate::terminal::output;

/// Choose the schema that a profile uses
#[derive(Args)]
pub(super) struct Use {
    /// The built-in schema, the pulled one of the profile's platform, or a file
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
            "none of your profiles is in use, and a schema is chosen for a profile",
        )
        .help(
            "Choose one with `--profile NAME`, or use a schema for one call with `--schema FILE`.",
        ));
    };
    let chosen = match &*choice.which {
        BUILT_IN => Some(BUILT_IN.to_owned()),
        PULLED => None,
        path => {
            let path = std::path::absolute(path).map_err(|error| {
                Failure::usage("cannot find the path of the file").because(error)
            })?;
            // Fail here, and not in the next call, if it cannot be used.
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
    let shown = chosen.as_deref().unwrap_or(PULLED);
    output::note(format_args!("Profile {name} now uses this schema: {shown}"));
    Ok(())
}
