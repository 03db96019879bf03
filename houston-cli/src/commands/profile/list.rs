//! `houston profile list`: lists the profiles.

use clap::Args;
use serde_json::Value;

use super::show::facts;
use crate::failure::Failure;
use crate::settings::config::Config;
use crate::settings::credentials;
use crate::settings::options::{Facts, ProfileName};
use crate::terminal::output;
use crate::terminal::text::plain;

/// List every profile; * marks the one that calls use here
#[derive(Args)]
pub(super) struct List {
    #[command(flatten)]
    profile: ProfileName,
    #[command(flatten)]
    output: Facts,
}

pub(super) fn run(list: List) -> Result<(), Failure> {
    let config = Config::read()?;
    let current = config.chosen(list.profile.name.as_deref())?.map(|(name, _)| name);
    let mut rows = Vec::new();
    for (name, profile) in &config.profiles {
        let is_current = current.as_ref() == Some(name);
        rows.push((name, profile, is_current, credentials::kept(name).is_some()));
    }
    if let Some(format) = list.output.format {
        let facts = rows.iter().map(|row| facts(row.0, row.1, row.2, row.3));
        return output::facts(format, &facts.collect::<Value>());
    }
    if rows.is_empty() {
        output::note(
            "No profiles exist. Create one with `houston auth login` or `houston profile add`.",
        );
        return Ok(());
    }
    let width = rows.iter().map(|(name, ..)| name.len()).max().unwrap_or_default();
    let lines = rows.iter().map(|(name, profile, is_current, has_token)| {
        let mark = if *is_current { '*' } else { ' ' };
        let address = plain(&profile.shown());
        let token = match (profile.token_command.is_some(), has_token) {
            (true, _) => ", token from a command",
            (false, true) => ", signed in",
            (false, false) => "",
        };
        format!("{mark} {name:<width$}  {address}{token}")
    });
    output::text(&lines.collect::<Vec<_>>().join("\n"))
}
