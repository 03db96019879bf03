//! Commands with options of the program, and which options give way to arguments.

use std::sync::LazyLock;

use clap::{Arg, ArgAction, ArgGroup, Args, Command};

use super::calls::Every;
use super::groups::YIELDING;
use super::headings::OTHER;

/// The group itself: its options can be used together.
fn yielding() -> ArgGroup {
    ArgGroup::new(YIELDING).multiple(true)
}

/// A command with every option of a call.
pub(crate) fn every() -> &'static Command {
    static EVERY: LazyLock<Command> = LazyLock::new(|| {
        let mut every = command::<Every>();
        every.build();
        every
    });
    &EVERY
}

/// Whether an option of this name decides whether or where something is sent.
pub(crate) fn decides(name: &str) -> bool {
    static NAMES: LazyLock<Vec<String>> = LazyLock::new(|| {
        let every = every();
        let yields = every.get_groups().find(|group| group.get_id() == YIELDING);
        let yields: Vec<_> = yields.into_iter().flat_map(ArgGroup::get_args).collect();
        let decides = every.get_arguments().filter(|option| !yields.contains(&option.get_id()));
        decides.filter_map(Arg::get_long).map(str::to_owned).collect()
    });
    NAMES.iter().any(|known| known == name)
}

/// The format of errors and notes, which every command has. It is read before all other words, because it also applies
/// to errors about them.
fn errors() -> Arg {
    Arg::new("errors")
        .long("errors")
        .value_name("FORMAT")
        .value_parser(["text", "json"])
        .display_order(900)
        .help_heading(OTHER)
        .group(YIELDING)
        .help("Format of errors and notes on stderr; json writes one object per line")
}

/// Whether a long text is printed without a pager, which every command has for its help. It is read in the same way.
fn no_pager() -> Arg {
    Arg::new("no-pager")
        .long("no-pager")
        .action(ArgAction::SetTrue)
        .display_order(899)
        .help_heading(OTHER)
        .group(YIELDING)
        .help("Print long texts without a pager")
}

/// A command with only these options.
pub(crate) fn command<A: Args>() -> Command {
    let help = Arg::new("help").short('h').long("help").action(ArgAction::Help).help("Print help");
    let help = help.group(YIELDING).help_heading(OTHER);
    let command = Command::new("houston").override_usage(USAGE).no_binary_name(true);
    complete(A::augment_args(command)).disable_help_flag(true).arg(help.display_order(901))
}

/// Adds the option that every command has, and allows repeated options that take no value.
pub(crate) fn complete(command: Command) -> Command {
    if command.has_subcommands() {
        return command.mut_subcommands(complete);
    }
    // The heading of the last options does not hold for these.
    let command = command.next_help_heading(None);
    command.group(yielding()).args([no_pager(), errors()]).mut_args(|option| {
        let id = option.get_id().clone();
        let is_once = option.get_action().takes_values();
        // Of options that are counted, each one matters.
        let counts = matches!(option.get_action(), ArgAction::Count);
        if is_once || counts { option } else { option.overrides_with(id) }
    })
}

/// Whether a command sends something: it then has the time limit of a call.
pub(crate) fn sends(command: &Command) -> bool {
    command.get_arguments().any(|option| option.get_long() == Some("timeout"))
}

/// The usage line of the program.
pub(crate) const USAGE: &str =
    "houston [OPTIONS] <OPERATION> [--ARGUMENT VALUE]…\n       houston [OPTIONS] <COMMAND>";

/// Adds an option of the program, unless an argument of the command has its name: then only its short name is left, or
/// nothing.
pub(crate) fn add_flag(command: Command, flag: Arg) -> Command {
    let is_taken = command.get_arguments().any(|argument| {
        let aliases = argument.get_aliases().unwrap_or_default();
        aliases.into_iter().chain(argument.get_long()).any(|name| Some(name) == flag.get_long())
    });
    let heading = flag.get_help_heading().unwrap_or("Options").to_owned();
    let flag = flag.help_heading(heading);
    match (is_taken, flag.get_short()) {
        (false, _) => command.arg(flag),
        (true, Some(_)) => command.arg(flag.long(None)),
        (true, None) => command,
    }
}

/// Adds options to a command, except those whose name an argument of the command has.
pub(crate) fn add<A: Args>(to: Command) -> Command {
    add_if::<A>(to, |_| true)
}

/// The same, for the options that the command has.
pub(crate) fn add_if<A: Args>(to: Command, has: impl Fn(&Arg) -> bool) -> Command {
    let options = command::<A>();
    let options = options.get_arguments().filter(|option| has(option)).cloned();
    options.fold(to.group(yielding()).disable_help_flag(true), add_flag)
}
