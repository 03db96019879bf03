//! How a run ended: its summary, and its exit code.

use houston_client::rows::{Stop, Stopper};

use super::report::Word;
use super::send::Drained;
use crate::call::Call;
use crate::failure::{Code, Exit, Failure};
use crate::terminal::output;

/// The most causes that are told.
const TOLD: usize = 10;

/// Tells how a run ended. The journal had so many rows before; `why` is why it stopped by itself.
///
/// # Errors
///
/// Fails unless every row is done, or exists, and a plan changes nothing.
pub(super) fn judge(
    call: &Call<'_>,
    drained: Drained,
    stopper: &Stopper,
    is_plan: bool,
    kept: usize,
    why: Option<Failure>,
) -> Result<(), Failure> {
    let Drained { progress, causes, signal, known, broken } = drained;
    let counts = &progress.counts;
    output::note(progress.summary());
    let gone = kept.saturating_sub(known);
    if gone > 0 && broken.is_none() && call.options.rows.shard.is_none() {
        let (rows, are) = (rows(gone as u64), if gone == 1 { "is" } else { "are" });
        output::note(format_args!(
            "note: {rows} of the journal {are} not in the file: removed or changed since. A changed row is a new row"
        ));
    }
    let name = call.name();
    let ran = format!("{} of {} rows", counts.all() - counts.of(&[Word::Skipped]), progress.rows);
    let unknown = counts.of(&[Word::Unknown]);
    let may_have_run = |failure: Failure| match unknown {
        0 => failure,
        count => failure.detail(format!("{} may have run; the report names them.", rows(count))),
    };
    let told = |failure: Failure| {
        let more = causes.len().saturating_sub(TOLD);
        let failure = failure.details(causes.iter().take(TOLD));
        if more > 0 { failure.detail(format!("and {more} more causes")) } else { failure }
    };
    if let Some(failure) = broken {
        return Err(may_have_run(failure));
    }
    if let Some(exit) = signal {
        let failure = Failure::new(exit, format!("{name}: stopped by a signal after {ran}"));
        return Err(may_have_run(failure)
            .help("Run the same command again: it goes on where this run stopped."));
    }
    let failed =
        counts.of(&[Word::Refused, Word::Partial, Word::NotSent, Word::Differs, Word::Skipped]);
    if unknown > 0 {
        let what = format!("{name}: {} may have run", rows(unknown));
        let failure = told(Failure::new(Exit::RowsUnknown, what));
        return Err(why
            .iter()
            .fold(failure, |failure, why| failure.detail(format!("It stopped: {}", why.told()))));
    }
    if let Some(why) = why {
        // Rows that ended were sent, or may have been.
        let why = if counts.of(&[Word::Skipped]) < counts.all() { why.quiet() } else { why };
        let stopped = why.detail(format!("The run stopped: it ran {ran}; the report names them."));
        return Err(match stopped.exit {
            Exit::NotAllowed => stopped.help(
                "Run the same command again with a good token: it goes on where this run stopped.",
            ),
            _ => stopped,
        });
    }
    if failed > 0 {
        let what = match stopper.stopped() {
            Some(Stop::Failures) => format!(
                "{name}: stopped after {} failed",
                rows(failed - counts.of(&[Word::Skipped]))
            ),
            _ => format!("{name}: {} of {} failed", failed, rows(progress.rows)),
        };
        let failure = told(Failure::new(Exit::RowsFailed, what));
        return Err(match (is_plan, call.options.rows.no_journal) {
            (true, _) => {
                failure.help("Remove the cause, then make the plan again. No mutation was sent.")
            }
            (false, true) => failure.help("Remove the cause, then run the rows again that failed."),
            (false, false) => failure,
        });
    }
    let would = counts.of(&[Word::WouldCreate, Word::WouldChange, Word::WouldDelete]);
    if would > 0 {
        let what = format!("{name}: {} would change something", rows(would));
        return Err(Failure::new(Exit::Drift, what).code(Code::WouldChange));
    }
    Ok(())
}

fn rows(count: u64) -> String {
    if count == 1 { "1 row".to_owned() } else { format!("{count} rows") }
}
