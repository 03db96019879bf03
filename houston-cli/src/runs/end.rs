//! How a run ended: its summary, and its exit code.

use houston_client::rows::{Stop, Stopper};

use super::report::Word;
use super::send::Drained;
use crate::call::Call;
use crate::failure::{Code, Exit, Failure};
use crate::terminal::output;

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
    let Drained { progress, causes, signal, known, told: from_journal, broken } = drained;
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
    let told = |failure: Failure| failure.details(causes.told());
    if let Some(failure) = broken {
        return Err(may_have_run(failure));
    }
    if let Some(exit) = signal {
        let failure = Failure::new(exit, format!("{name}: stopped by a signal after {ran}"));
        return Err(may_have_run(failure)
            .help("Run the same command again: it goes on where this run stopped."));
    }
    let failed = counts.of(&Word::FAILED) + counts.of(&[Word::Skipped]);
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
        let mut failure = told(Failure::new(Exit::RowsFailed, what));
        if causes.left > 0 {
            let left = rows(causes.left);
            let line = format!("{left} failed in an earlier run, and did not run again.");
            failure = failure.detail(line);
        }
        let mut failure = causes.next(call).into_iter().fold(failure, Failure::help);
        let partial = counts.of(&[Word::Partial]);
        if partial > 0 {
            failure = failure.help(PARTIAL);
        }
        let waited = counts.of(&[Word::Failed, Word::Timeout]);
        if waited > 0 {
            failure = failure.help(match call.options.rows.no_journal {
                true => WAITED_ONCE,
                false => WAITED,
            });
        }
        if partial + waited == failed {
            return Err(failure);
        }
        return Err(failure.help(match (is_plan, call.options.rows.no_journal) {
            (true, _) if causes.left > 0 => PLAN_AGAIN,
            (true, _) => "Fix that, then make the plan again. No mutation was sent.",
            (false, true) => NO_JOURNAL,
            (false, false) => Code::RowsFailed.next(),
        }));
    }
    let would = [
        (Word::WouldCreate, "to create"),
        (Word::WouldChange, "to change"),
        (Word::WouldDelete, "to delete"),
    ];
    let would = would.map(|(word, what)| (counts.of(&[word]), what));
    let would = would.iter().filter(|(count, _)| *count > 0);
    let would: Vec<String> = would.map(|(count, what)| format!("{count} {what}")).collect();
    if !would.is_empty() {
        output::note(super::plan::UNKNOWN);
        let what = format!("{name}: the plan has {}", would.join(", "));
        return Err(Failure::new(Exit::Drift, what).code(Code::WouldChange));
    }
    if from_journal == progress.rows {
        output::note(NOTHING_LEFT);
    }
    Ok(())
}

/// What is said after a plan in which rows are told from the journal.
const PLAN_AGAIN: &str = "Fix that, then make the plan again with `--dry-run --retry-failed`: without `--retry-failed`, \
    a plan repeats how these rows failed. No mutation was sent.";

/// What is said after rows that ran in part.
const PARTIAL: &str = "Rows that are `partial` ran, and `--retry-failed` does not run them again: read with a query what their answers lack.";

/// What is said after rows that ran, and whose effects have failed or take longer.
const WAITED: &str = "Rows that are `failed` or `timeout` ran, and are not sent again. The same command waits on for those that are `timeout`, \
    and with `--retry-failed` also for those that are `failed`.";

/// The same without a journal.
const WAITED_ONCE: &str = "Rows that are `failed` or `timeout` ran. Do not run them again: without a journal, the same command would send them.";

/// What is said if the journal has the end of every row.
const NOTHING_LEFT: &str = "note: an earlier run did all of these rows, so nothing was sent. A job that does the same rows every night passes `--no-journal`";

/// What is said after a failure without a journal.
const NO_JOURNAL: &str = "Fix that, then run the rows that failed again: without a journal, the same command runs all rows.";

fn rows(count: u64) -> String {
    if count == 1 { "1 row".to_owned() } else { format!("{count} rows") }
}
