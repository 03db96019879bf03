//! `houston complete SHELL …`: what can stand at the cursor. The scripts of `houston completions` ask it at each TAB.
//!
//! It reads the command line as a call does: with [`Argv`], clap's commands, and the rows of the schema that it needs. It
//! opens no connection. If anything fails, it prints nothing and ends with 0, because its output is a prompt.

mod fields;
mod flags;
mod names;
mod offers;
mod shell;
#[cfg(test)]
mod tests;
mod values;

use std::ffi::OsString;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::process::ExitCode;

use clap::{Command, ValueEnum as _};
use houston_client::schema::{Operation, OperationKind, Schema};

use crate::argv::Argv;
use crate::argv::word::option;
use crate::cli;
use crate::commands::builtin::{Builtin, HELP, is_hidden};
use crate::commands::{operation, reconcile, wait};
use crate::failure::Failure;
use crate::help::topics::Topic;
use crate::schema::{self, BuiltIn, Loaded};
use crate::settings::options::{self, OperationOptions, Options};
use crate::terminal::output;
use flags::At;
use offers::{Offers, Row};
pub(crate) use shell::Shell;

/// The first word of its command line. Only scripts use it.
pub(crate) const NAME: &str = "complete";

/// A command line up to the cursor, without the name of the program.
#[derive(Debug, PartialEq, Eq)]
struct Line {
    before: Vec<String>,
    /// The word at the cursor, which may be empty.
    word: String,
}

/// Prints what can stand at the cursor, for a shell.
pub(crate) fn run(built_in: BuiltIn, words: &[OsString]) -> ExitCode {
    let answer = || {
        let mut words = words.iter().map(|word| word.to_string_lossy().into_owned());
        let shell = Shell::from_str(&words.next()?, false).ok()?;
        let said = shell.read(words.collect())?;
        let offers = output::quietly(|| offers(built_in, &said.line))?;
        Some(shell.answer(&said, &offers))
    };
    if let Ok(Some(text)) = catch_unwind(AssertUnwindSafe(answer))
        && !text.is_empty()
    {
        // The shell may have gone on without it.
        let _ = output::data(text);
    }
    ExitCode::SUCCESS
}

/// What can stand at the cursor; none if nothing is known of it.
fn offers(built_in: BuiltIn, line: &Line) -> Option<Offers> {
    let words = line.before.iter().map(OsString::from).collect();
    let mut argv = Argv::scan(words, options::every());
    let mut helps = false;
    loop {
        let Some(name) = argv.name() else { return program(built_in, line, &argv, helps) };
        match Builtin::of(&name) {
            Some(own) => return own_command(built_in, line, argv, own),
            None if name == HELP => helps = true,
            None => return of_operation(built_in, line, argv, None, &name),
        }
    }
}

/// In front of a name, or at one.
fn program(built_in: BuiltIn, line: &Line, argv: &Argv, helps: bool) -> Option<Offers> {
    let command = options::command::<OperationOptions>();
    if let Some(offers) = At::new(line, &command).flag_or_value() {
        return Some(offers);
    }
    let own = Builtin::value_variants().iter();
    let own = own.filter(|own| own.name().starts_with(&line.word));
    let own = own.map(|own| Row::new(own.name(), &about(&cli::command(*own))));
    let topics = Topic::value_variants().iter().filter(|_| helps);
    let topics = topics.map(|topic| Row::new(topic.name(), topic.about()));
    let help = Row::new(HELP, "Show the help of a command, an operation or a topic");
    let loaded = chosen(built_in, argv).ok();
    let operations = loaded.iter().flat_map(|loaded| {
        let is_seen = |row: &Operation| !is_hidden(&row.name);
        names::operations(&loaded.schema, &line.word, is_seen)
    });
    let rows = operations.chain(own.chain([help]).chain(topics));
    Some(Offers::of(&line.word, rows))
}

/// The kinds of operations that one of our commands names; none if it names none.
const fn kinds(own: Builtin) -> &'static [OperationKind] {
    match own {
        Builtin::Query => &[OperationKind::Query],
        Builtin::Mutation | Builtin::Reconcile => &[OperationKind::Mutation],
        Builtin::Subscription => &[OperationKind::Subscription],
        Builtin::Wait => &[OperationKind::Query, OperationKind::Subscription],
        _ => &[],
    }
}

/// Behind the name of one of our commands.
fn own_command(built_in: BuiltIn, line: &Line, mut argv: Argv, own: Builtin) -> Option<Offers> {
    let (command, kinds) = (cli::command(own), kinds(own));
    match (argv.name(), command.has_subcommands()) {
        (Some(name), _) if !kinds.is_empty() => {
            of_operation(built_in, line, argv, Some(own), &name)
        }
        (None, _) if !kinds.is_empty() => At::new(line, &command).flag_or_value().or_else(|| {
            let loaded = chosen(built_in, &argv).ok()?;
            let is_of = |row: &Operation| kinds.contains(&row.kind);
            let rows = names::operations(&loaded.schema, &line.word, is_of);
            Some(Offers::of(&line.word, rows))
        }),
        (Some(name), true) => {
            let below = command.find_subcommand(&name)?;
            parsed(built_in, line, &argv, below, &format!("{} {name}", own.name()))
        }
        (None, true) => {
            let row = |one: &Command| Row::new(one.get_name(), &about(one));
            Some(Offers::of(&line.word, command.get_subcommands().map(row)))
        }
        (_, false) => parsed(built_in, line, &argv, &command, &own.name()),
    }
}

/// Behind the whole name of one of our commands that clap parses.
fn parsed(
    built_in: BuiltIn,
    line: &Line,
    argv: &Argv,
    command: &Command,
    path: &str,
) -> Option<Offers> {
    let at = At::new(line, command);
    if let Some(offers) = at.flag_or_value() {
        return Some(offers);
    }
    if path == Builtin::QueryText.name() {
        return Some(Offers::files(&line.word));
    }
    // The words without a flag, behind the name.
    let names = path.split(' ').count();
    let (mut words, mut count) = (line.before.iter(), 0_usize);
    while let Some(word) = words.next() {
        // An option of other commands is an error, and its value no word of this one.
        match option(command, word).or_else(|| option(options::every(), word)) {
            Some((_, values)) => drop(words.by_ref().take(values).count()),
            None => count += usize::from(!word.starts_with('-') || word == "-"),
        }
    }
    let mut positionals = command.get_positionals();
    let count = count.checked_sub(names)?;
    let is_several = |last: &&clap::Arg| last.get_num_args().is_some_and(|n| n.max_values() > 1);
    let last = command.get_positionals().last().filter(is_several);
    let positional = positionals.nth(count).or(last)?;
    let loaded = || chosen(built_in, argv).ok();
    Some(values::of_word(path, positional, loaded, &line.word))
}

/// Behind the name of an operation.
fn of_operation(
    built_in: BuiltIn,
    line: &Line,
    mut argv: Argv,
    own: Option<Builtin>,
    name: &str,
) -> Option<Offers> {
    let kinds = own.map_or(&OperationKind::ALL[..], kinds);
    // As for a call, the options in front of the name choose the schema that says which flags behind it are arguments.
    let front = choice(&argv, false);
    let mut loaded = schema::of(built_in, &front).ok()?;
    argv.shadow(found(&loaded.schema, kinds, name)?);
    let all = choice(&argv, true);
    if !all.has_schema_of(&front) {
        loaded = schema::of(built_in, &all).ok()?;
    }
    let schema = &*loaded.schema;
    let operation = found(schema, kinds, name)?;
    let command = match own {
        Some(Builtin::Wait) => wait::of(schema, operation),
        Some(Builtin::Reconcile) => reconcile::of(schema, operation),
        _ => operation::command(schema, operation),
    };
    At::of(line, &command, schema, operation).flag_or_value()
}

/// The operation of these kinds that a name means.
fn found<'s>(schema: &'s Schema, kinds: &[OperationKind], name: &str) -> Option<&'s Operation> {
    let mut found = schema::names::operations(schema, None, name).into_iter();
    found.find(|row| kinds.contains(&row.kind))
}

/// What a command does.
fn about(command: &Command) -> String {
    command.get_about().map(ToString::to_string).unwrap_or_default()
}

/// The schema that all options choose.
fn chosen(built_in: BuiltIn, argv: &Argv) -> Result<Loaded, Failure> {
    schema::of(built_in, &choice(argv, true))
}

/// The options that choose the schema: in front of the name, and behind it. Others may not be valid yet.
fn choice(argv: &Argv, behind: bool) -> Options {
    const CHOOSING: [&str; 6] =
        ["schema", "profile", "url", "base-domain", "sandbox", "allow-http"];
    let front = Argv::scan(argv.front().to_vec(), options::every());
    let mut words = front.given(&CHOOSING);
    if behind {
        words.extend(argv.given(&CHOOSING));
    }
    options::read::<Options>(NAME, words).unwrap_or_default()
}
