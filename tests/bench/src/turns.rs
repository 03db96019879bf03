//! Commands, run in turn.

use std::process::Command;
use std::time::{Duration, Instant};

use wait4::Wait4;

use crate::Result;

/// The median time and the highest memory of one of several commands.
#[derive(Clone, Copy)]
pub(crate) struct Measured {
    pub(crate) wall: Duration,
    pub(crate) peak_mib: f64,
}

/// Runs each command once unmeasured, then all in turn, `rounds` times.
///
/// A command is made anew for each run, by a function that also does what must come before it.
pub(crate) fn measure(
    rounds: usize,
    commands: &[&dyn Fn() -> Result<Command>],
) -> Result<Vec<Measured>> {
    for command in commands {
        run(&mut command()?)?;
    }
    let mut runs: Vec<Vec<Measured>> = vec![Vec::new(); commands.len()];
    for _ in 0..rounds {
        for (command, runs) in commands.iter().zip(&mut runs) {
            runs.push(run(&mut command()?)?);
        }
    }
    let median = |mut runs: Vec<Measured>| {
        runs.sort_by_key(|run| run.wall);
        let peak_mib = runs.iter().map(|run| run.peak_mib).fold(0.0, f64::max);
        runs.get(rounds / 2).map(|run| Measured { peak_mib, ..*run })
    };
    runs.into_iter().map(|runs| median(runs).ok_or_else(|| "no round was run".into())).collect()
}

fn run(command: &mut Command) -> Result<Measured> {
    let text = format!("{command:?}");
    command.stdout(std::process::Stdio::null()).stderr(std::process::Stdio::null());
    let started = Instant::now();
    let used = command.spawn().and_then(|mut child| child.wait4());
    let wall = started.elapsed();
    let used = used.map_err(|error| format!("{text}: {error}"))?;
    if !used.status.success() {
        return Err(format!("{text}: {}", used.status).into());
    }
    Ok(Measured { wall, peak_mib: used.rusage.maxrss as f64 / (1024.0 * 1024.0) })
}

/// Runs a command that must succeed, with its output shown.
pub(crate) fn checked(command: &mut Command) -> Result {
    let status = command.status().map_err(|error| format!("{command:?}: {error}"))?;
    if status.success() { Ok(()) } else { Err(format!("{command:?}: {status}").into()) }
}

pub(crate) fn version(program: &str) -> Result<String> {
    let said = Command::new(program).arg("--version").output();
    let said = said.map_err(|error| format!("cannot run {program}: {error}"))?;
    Ok(String::from_utf8_lossy(&said.stdout).trim().to_owned())
}

/// A line of the report. `due` is the ratio that is asked for.
pub(crate) fn report(what: &str, ours: Measured, (peer, theirs): (&str, Measured), due: f64) {
    let ratio = ours.wall.as_secs_f64() / theirs.wall.as_secs_f64();
    crate::line(&format!(
        "{what}: {:.3} s, {:.0} MiB; {peer} {:.3} s, {:.0} MiB: {ratio:.2} x (due: at most {due})",
        ours.wall.as_secs_f64(),
        ours.peak_mib,
        theirs.wall.as_secs_f64(),
        theirs.peak_mib,
    ));
}
