//! `houston runs remove`: removes journals.

use std::fs;

use clap::Args;
use houston_client::rows::{FileStorage, Lines, Unusable};

use super::kept;
use crate::call::confirm;
use crate::failure::{Exit, Failure};
use crate::runs::journal;
use crate::settings::options::Confirmation;
use crate::terminal::output;
use crate::terminal::text::plain;

/// Remove journals; the same command then runs all of its rows again
#[derive(Args)]
pub(super) struct Remove {
    /// Names of journals, as `houston runs list` shows them, or their files
    #[arg(required = true)]
    journals: Vec<String>,
    #[command(flatten)]
    confirmation: Confirmation,
}

pub(super) fn run(remove: Remove) -> Result<(), Failure> {
    let paths = remove.journals.iter().map(|named| kept::path(named));
    let paths = paths.collect::<Result<Vec<_>, _>>()?;
    for path in &paths {
        // Only a journal is removed, also a damaged one, and not while a run uses it.
        match FileStorage::read(path).map_err(Unusable::from).and_then(Lines::read) {
            Ok(_) => {}
            Err(
                damage @ (Unusable::Headless | Unusable::Moved { .. } | Unusable::Damaged { .. }),
            ) => output::note(format_args!("note: {damage}")),
            Err(error) => return Err(journal::unusable(path, &error)),
        }
        FileStorage::open(path).map_err(|error| journal::unusable(path, &error.into()))?;
    }
    let removes = match paths.len() {
        1 => "the journal: the same command then runs all of its rows again".to_owned(),
        count => format!("{count} journals: the same commands then run all of their rows again"),
    };
    confirm::ask_own("runs remove", &removes, true, &remove.confirmation)?;
    for path in &paths {
        let shown = plain(&path.to_string_lossy());
        fs::remove_file(path).map_err(|error| {
            Failure::new(Exit::Internal, format!("cannot remove {shown}")).because(error)
        })?;
        output::note(format_args!("Removed {shown}."));
    }
    Ok(())
}
