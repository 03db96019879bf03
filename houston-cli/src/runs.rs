//! Runs over rows: checked rows in, their reports out.

mod causes;
mod end;
pub(crate) mod journal;
pub(crate) mod keys;
mod looks;
mod note;
pub(crate) mod place;
mod plan;
pub(crate) mod progress;
mod ready;
pub(crate) mod report;
mod rest;
mod send;
mod settle;
mod told;
mod turns;
mod watch;
mod work;

use std::cell::RefCell;

use houston_client::rows as engine;
use houston_client::schema::{Operation, Schema};

use crate::answer::fields;
use crate::answer::view::View;
use crate::arguments::{self, Changes, Sources, Words};
use crate::call::steps::Steps;
use crate::call::{Call, confirm, merge, repeat, runtime};
use crate::failure::Failure;
use crate::rows::Checked;
use crate::settings::options::Options;
use crate::terminal::output;
use keys::{Keys, KeysFile};
use looks::Looks;
use report::{FORMATS, Writer};
use send::Sink;
use settle::Settling;
use turns::Turns;
use watch::Watch;
use work::Work;

/// The number of rows that are shown before a run is confirmed.
const SHOWN: usize = 5;

/// Runs an operation once for each row of a file. Of a plan, only the report is made.
///
/// # Errors
///
/// Fails before anything is sent if an option does not fit, a row is not valid, the rows were not confirmed, or the journal
/// cannot be used. Afterwards, it fails unless every row is done.
pub(crate) fn run(
    schema: &Schema,
    operation: &Operation,
    words: Words,
    changes: Changes,
    options: &Options,
) -> Result<(), Failure> {
    let rows = &options.rows;
    let is_plan = options.running.dry_run;
    // Of a plan, look-ups are done.
    let mut options = options.clone();
    options.running.dry_run = is_plan && options.offline;
    let options = &options;
    fits(options)?;
    let selection = fields::chosen(schema, operation, &options.selected)?;
    let mut call = Call::new(schema, operation, options)?.sharing();
    call.target.tell(operation);
    call.changes = changes;
    let call = &call;
    let merges = merge::is_asked(&words.matches);
    let repeat = repeat::asked(&words.matches);
    let collected = arguments::collect(operation, words, Sources::of(options, call.defaults()))?;
    let constants = collected.constants();
    let checked = Checked::read(schema, collected, rows)?;
    let first = checked.first(SHOWN)?;
    let keys = Keys::of(schema, operation, &selection);
    if checked.invalid() > 0 {
        let (invalid, all) = (checked.invalid(), checked.len());
        output::note(format_args!("note: {invalid} of {all} rows are not valid and are left out"));
    }
    if checked.len() == 0 {
        Writer::new(options, keys.names(), &[])?.end()?;
        output::note("0 rows");
        return Ok(());
    }
    View::new(operation, options)?.selecting(schema, &selection).say_what_is_missing();
    confirm::tell_trap(operation, options);
    // Rows that cannot be repeated like this are left out, unless all are like that.
    let tested: Vec<_> = checked.operations().map(|(one, _)| repeat.check(&one, merges)).collect();
    if tested.iter().all(Result::is_err) {
        tested.into_iter().collect::<Result<(), _>>()?;
    }
    if !merges && !is_plan {
        let asked = checked.operations().find(|(operation, _)| operation.is_destructive());
        if let Some((operation, count)) = asked {
            confirm::ask_for_rows(&operation, options, count, &first)?;
        }
    }
    if !options.running.dry_run {
        call.connect()?;
    }
    if !keys.names().is_empty() && rows.secrets_out.is_none() && !is_plan && report::is_lost() {
        let what =
            "the answers have keys, and stdout is closed or /dev/null: the keys would be lost";
        return Err(Failure::usage(what).help(
            "Keep them with `--secrets-out FILE`, or leave them out of the answers with `--fields id`.",
        ));
    }
    let keys_file = rows.secrets_out.as_deref().map(|path| KeysFile::open(path, &keys));
    let keys_file = keys_file.transpose()?.map(RefCell::new);
    let shown = if keys_file.is_some() { Vec::new() } else { keys.names() };
    let journal = journal::open(call, &constants, merges, repeat, is_plan)?;
    let kept = journal.as_ref().map_or(0, journal::Journal::rows);
    let waits = options.waiting.wait && !is_plan;
    if options.waiting.wait && is_plan {
        output::note("note: the run would wait for what each row begins");
    }
    let work = Work {
        call,
        steps: Steps { selection: &selection, merges, repeat },
        settling: Settling {
            keys: &keys,
            keys_file: keys_file.as_ref(),
            rerun_unknown: rows.rerun_unknown,
        },
        is_plan,
        watch: Watch::default(),
        turns: Turns::default(),
        looks: Looks::new(waits),
    };
    let unread = RefCell::new(None);
    let read =
        checked.rows()?.map_while(|row| row.map_err(|failure| unread.replace(Some(failure))).ok());
    let run = engine::run(&work, read).jobs(rows.jobs.unwrap_or(4)).retry_failed(rows.retry_failed);
    let run = rows.stop_after.into_iter().fold(run, engine::Run::stop_after);
    let run = run.follow(waits);
    let run = rows.rate.into_iter().fold(run, engine::Run::every);
    let run = journal.into_iter().fold(run, engine::Run::journal);
    let stopper = run.stopper();
    let writer = Writer::new(options, shown, &first)?;
    let sink = Sink::new(writer, checked.len(), &keys, keys_file.as_ref(), (call, &work.looks));
    let drained = runtime::read(async { sink.drain(run.start(), &stopper, &checked).await })?;
    end::judge(call, drained, &stopper, is_plan, kept, unread.take().or_else(|| work.watch.why()))
}

/// Checks that the options fit a report.
fn fits(options: &Options) -> Result<(), Failure> {
    if options.jq.is_some() {
        return Err(Failure::usage("--jq and --rows cannot be used together")
            .help("Filter the report: `houston … --rows FILE -o ndjson | jq FILTER`."));
    }
    match options.format {
        Some(format) if !FORMATS.contains(&format) => {
            Err(Failure::usage("a report of rows cannot have this format")
                .help("Choose `-o table`, `-o ndjson`, `-o json` or `-o csv`."))
        }
        _ => Ok(()),
    }
}
