//! Removes the sandbox's store.

use houston_sandbox::Sandbox;

use super::options::Reset;
use crate::call::confirm;
use crate::failure::{Exit, Failure};
use crate::sandbox::{served, store};
use crate::terminal::output;
use crate::terminal::text::plain;

pub(super) fn run(reset: Reset) -> Result<(), Failure> {
    let directory = reset.store.directory.map_or_else(store::directory, Ok)?;
    let unable = || {
        let what = format!("cannot remove the sandbox's store in {}", directory.display());
        Failure::new(Exit::NotReached, what)
    };
    if directory.join("houston.redb").exists() {
        let removes = format!("the store in {} and everything in it", directory.display());
        confirm::ask_own("sandbox reset", &plain(&removes), true, &reset.confirmation)?;
    }
    match Sandbox::reset(&directory) {
        Ok(()) => {}
        Err(error) if error.is_locked() => {
            let failure = unable().because(error);
            return Err(match served::find(&directory) {
                Some(server) => {
                    failure.help(format!("End the process that serves it at {}.", server.url))
                }
                None => failure.help("End the process that holds it."),
            });
        }
        Err(error) => return Err(unable().because(error)),
    }
    served::withdraw(&directory);
    served::forget(&directory).map_err(|error| unable().because(error))?;
    output::note(format_args!("Removed the store in {}.", directory.display()));
    Ok(())
}
