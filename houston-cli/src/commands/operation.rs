//! `houston OPERATION`: one call of the API.

#[cfg(test)]
mod tests;

use clap::Command;
use houston_client::arguments::Arguments;
use houston_client::request::Request;
use houston_client::schema::{Argument, Effect, Operation, OperationKind, Schema};
use jiff::Timestamp;

use crate::answer::fields;
use crate::answer::view::View;
use crate::arguments::{self, Changes, Problem, Sources, Words};
use crate::argv::Argv;
use crate::call::as_rows::AsRows;
use crate::call::attempt::Attempt;
use crate::call::paging::{self, Paging, Wanted};
use crate::call::repeat::Settled;
use crate::call::steps::{Halt, Steps};
use crate::call::{
    Call, Sent, compare, confirm, contradictions, curl, dry_run, merge, repeat, runtime,
};
use crate::commands::builtin;
use crate::failure::stop::Stop;
use crate::failure::{Exit, Failure};
use crate::help;
use crate::live::{self, Live, socket};
use crate::runs;
use crate::settings::options::{self, Options};
use crate::terminal::output;
use crate::terminal::text::{plain, short};
use crate::waiting::begun::{self, Begun, Watched};

/// Runs a call.
pub(crate) fn run(
    schema: &Schema,
    operation: &Operation,
    options: &Options,
    argv: Argv,
) -> Result<(), Stop> {
    let name = plain(&operation.name);
    let refused = |problems| cannot_run(operation, problems);
    let mut command = command(schema, operation);
    if argv.asks_for_help() {
        let text = help::operation::text(schema, operation, &command);
        command = command.override_help(text);
    }
    let words = argv.read(command, &name, (schema, operation), refused)?;
    Ok(call(schema, operation, words, options)?)
}

/// Runs the call with these arguments and options.
fn call(
    schema: &Schema,
    operation: &Operation,
    words: Words,
    options: &Options,
) -> Result<(), Failure> {
    let live = Live::of(operation, &words.matches, options)?;
    let options = match &live {
        Some(_) => &socket::options(&words.matches, options),
        None => {
            begun::check(schema, operation, options)?;
            options
        }
    };
    let changes = Changes::of(&words.matches);
    let wanted = Wanted::of(&words.matches, options)?;
    if options.rows.rows.is_some() {
        return runs::run(schema, operation, words, changes, options);
    }
    let paging = Paging::of(schema, operation);
    let as_rows = options.as_rows.as_deref();
    let as_rows = as_rows.map(|name| AsRows::new(schema, operation, name, options)).transpose()?;
    let selection = match &as_rows {
        Some(rows) => rows.selection.clone(),
        None => fields::chosen(schema, operation, &options.selected)?,
    };
    let view = View::new(operation, options)?.selecting(schema, &selection);
    let view = view.each(live.as_ref().is_some_and(Live::follows));
    view.check()?;
    let mut call = Call::new(schema, operation, options)?;
    call.target.tell(operation);
    call.changes = changes;
    socket::check(&call)?;
    let sources = Sources::of(options, call.defaults());
    let merges = merge::is_asked(&words.matches);
    let steps = Steps { selection: &selection, merges, repeat: repeat::asked(&words.matches) };
    let collected = arguments::collect(operation, words, sources)?;
    let defaulted = collected.defaulted();
    // Problems of other arguments are reported before a look-up is sent.
    let (mut arguments, lookups) =
        collected.read(schema).map_err(|problems| cannot_run(operation, problems))?;
    let is_given = arguments.iter().any(|set| defaulted.iter().all(|own| own.name != set.name))
        || !lookups.is_empty()
        || options.input.is_some();
    if !is_given && needs_some(operation) {
        let what =
            "no arguments were given; `--input` with a file that has `{}` sends it like this";
        return Err(cannot_run(operation, vec![Problem::whole(what)]));
    }
    let wanted = paging.as_ref().zip(wanted);
    if let Some((paging, wanted)) = wanted {
        wanted.check(paging, &mut arguments, &selection)?;
    }
    let problems = contradictions::between(operation, &arguments);
    if !problems.is_empty() {
        return Err(cannot_run(operation, problems));
    }
    let operation = &*compare::with(operation, &arguments);
    let call = call.about(operation);
    steps.repeat.check(operation, merges)?;
    let not_sent = |failure| call.not_sent(failure);
    let prepared = runtime::read(async {
        let found = steps.look_up(&call, &mut arguments, lookups).await?;
        if options.verbosity.is_verbose() || options.running.dry_run {
            say_defaults(&defaulted, &call, &arguments);
        }
        steps.complete(&call, &mut arguments).await.map(|()| found)
    });
    let found = match prepared? {
        Ok(found) => found,
        Err(Halt::Settled(settled)) => return show_settled(settled, &call, &arguments),
        Err(Halt::Failed(failure)) => return Err(not_sent(failure)),
    };
    view.say_what_is_missing();
    let merge = steps.merge(operation);
    steps.tell(operation, &arguments, merge.is_none() && confirm::tell_trap(operation, options));
    let beside = begun::beside(operation, &options.waiting);
    let request = Request::untyped_beside(schema, operation, &arguments, &selection, beside);
    if options.waiting.wait && (options.running.dry_run || options.running.curl) {
        output::note("note: the answer would be printed, and what the call begins waited for");
    }
    if wanted.is_some() && (options.running.dry_run || options.running.curl) {
        output::note("note: this is the request for the first page; the others would follow");
    }
    if options.running.dry_run {
        return dry_run::show(&call, &request);
    }
    if options.running.curl {
        return curl::show(&call, &request);
    }
    if let Some(live) = live {
        return live.run(&call, &arguments, &selection, view.layout());
    }
    if merge.is_none() {
        confirm::ask(&call, &arguments).map_err(not_sent)?;
    }
    let others = arguments.iter().count() > found.len();
    let attempt = Attempt { merge: merge.is_some(), found, others, sent: Timestamp::now() };
    let sent = match wanted {
        Some((paging, wanted)) => call.send_pages(paging, wanted, &arguments, &selection)?,
        None => call.send(&request, &attempt)?,
    };
    if wanted.is_some_and(|(_, wanted)| wanted.streams) {
        return Ok(());
    }
    match runtime::read(steps.after(&call, &arguments, &sent)).flatten() {
        Ok(Some(settled)) => return show_settled(settled, &call, &arguments),
        Err(failure) => return Err(not_sent(failure)),
        Ok(None) => {}
    }
    let id = match &sent {
        Sent::Answered { body, failure: None, .. } => begun::id(operation, &arguments, body),
        _ => None,
    };
    match (as_rows, sent) {
        (Some(rows), Sent::Answered { text, .. }) => rows.show(schema, &arguments, text.get()),
        (Some(_), Sent::Failed { failure, .. }) => Err(failure),
        (None, sent) => {
            let page = match (&sent, &paging) {
                (Sent::Answered { text, .. }, Some(paging)) if wanted.is_none() => {
                    Some((paging, text.clone()))
                }
                _ => None,
            };
            let shown = call.show(sent, &request, &view);
            page.iter().for_each(|(paging, text)| paging.tell(&arguments, text.get()));
            shown
        }
    }?;
    wait(&call, id, true)
}

/// Prints what exists in place of a call that has nothing to do, and waits for it.
fn show_settled(settled: Settled, call: &Call<'_>, arguments: &Arguments) -> Result<(), Failure> {
    let id = match &settled {
        Settled::Exists { id, .. } => begun::id(call.operation, arguments, "").or(id.clone()),
        Settled::Gone { .. } => None,
    };
    settled.show(call)?;
    wait(call, id, false)
}

/// Waits for what a call has begun, if that was asked for.
fn wait(call: &Call<'_>, id: Option<String>, is_sent: bool) -> Result<(), Failure> {
    if !call.options.waiting.wait {
        return Ok(());
    }
    let watched = id.map(|id| Watched::new(call.operation, id, is_sent));
    match watched.and_then(|watched| Begun::of(call, call.operation, watched)) {
        Some(begun) => begun::alone(call, &begun),
        None => Err(Failure::new(
            Exit::Partial,
            format!("{}: its answer has no id, so that it cannot be waited for", call.name()),
        )),
    }
}

/// Notes which values come from the profile.
fn say_defaults(defaulted: &[&Argument], call: &Call<'_>, arguments: &Arguments) {
    let Some((profile, _)) = &call.target.profile else { return };
    for argument in defaulted {
        if let Some(set) = arguments.iter().find(|set| set.name == argument.name) {
            let (name, value) = (plain(&argument.name), short(&set.value.to_string()));
            output::note(format_args!("note: {name} is {value}, a default of profile {profile}"));
        }
    }
}

/// Whether it does nothing that is wanted without an argument, although its schema requires none.
fn needs_some(operation: &Operation) -> bool {
    operation.kind == OperationKind::Mutation
        && operation.effect != Effect::Unknown
        && !operation.arguments.is_empty()
}

fn cannot_run(operation: &Operation, problems: Vec<Problem>) -> Failure {
    arguments::refused(&plain(&operation.name), &builtin::call(operation), problems)
}

/// The operation's command, with a flag for each argument.
pub(crate) fn command(schema: &Schema, operation: &Operation) -> Command {
    let name = plain(&operation.name);
    let command = Command::new(name)
        .about(plain(&operation.description))
        .override_usage(help::operation::usage(operation, ' '))
        .args(arguments::flags(schema, operation));
    let command = repeat::add_flags(command, operation, false);
    let command = arguments::since_flag(operation).into_iter().fold(command, options::add_flag);
    let command = merge::add_flag(command, operation, |items| {
        format!("Keep existing {items}, except those that are given")
    });
    let command = paging::add_flags(command, schema, operation);
    live::add_options(live::add_flags(command, operation), operation)
}
