//! Removing the sandbox's store.

use houston_sandbox::Sandbox;

use super::options::Reset;
use crate::call::confirm;
use crate::failure::{Exit, Failure};
use crate::sandbox::{served, store};
use crate::terminal::output;
use crate::terminal::text::plain;

pub(super) fn run(reset: Reset) -> Result<(), Failure> {
    let directory = match reset.store.directory {
        Some(directory) => directory,
        None => store::directory()?,
    };
    let unable = || {
        let what = format!("the sandbox's store in {} cannot be removed", directory.display());
        Failure::new(Exit::NotReached, what)
    };
    if directory.join("houston.redb").exists() {
        let removes = format!("the store in {}, with all that was made in it", directory.display());
        confirm::ask_own("sandbox reset", &plain(&removes), &reset.confirmation)?;
    }
    match Sandbox::reset(&directory) {
        Ok(()) => {}
        Err(error) if error.is_locked() => {
            let failure = unable().because(error);
            return Err(match served::find(&directory) {
                Some(server) => {
                    failure.help(format!("end the process that serves it at {}", server.url))
                }
                None => failure.help("end the process that holds it"),
            });
        }
        Err(error) => return Err(unable().because(error)),
    }
    served::withdraw(&directory);
    served::forget(&directory).map_err(|error| unable().because(error))?;
    output::note(format_args!("The store in {} is gone.", directory.display()));
    Ok(())
}
