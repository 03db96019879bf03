//! Chooses the command that runs a call. Only that command is built.

#[cfg(test)]
mod properties;
mod tree;

use std::ffi::OsString;

use clap::{ArgMatches, Args, Command, ValueEnum};
use houston_client::schema::{Operation, OperationKind};

use crate::answer::envelope;
use crate::argv::Argv;
use crate::commands::builtin::{Builtin, HELP, call};
use crate::commands::{
    astro, auth, completions, describe, docs, doctor, explain, explore, list, operation, profile,
    query_text, reconcile, runs, sandbox, schema as schema_command, skeleton, wait,
};
use crate::failure::stop::Stop;
use crate::failure::{Failure, said};
use crate::help::{self, topics::Topic};
use crate::schema::{BuiltIn, Loaded, chosen, names, versions};
use crate::settings::options::{self, OperationOptions, Options};
use crate::terminal::text::{plain, short, word};
use crate::terminal::{output, pager};

/// Runs a call, given its words without the program's name.
pub(crate) fn run(schema: BuiltIn, words: Vec<OsString>) -> Result<(), Stop> {
    let is_alone = words.is_empty();
    let mut argv = Argv::scan(words, options::every());
    if argv.value_of("errors", None).is_some_and(|value| value == "json") {
        output::notes_as_json();
    }
    if argv.has("no-pager") {
        pager::switch_off();
    }
    if argv.value_of("output", Some('o')).is_some_and(|value| value == "envelope") {
        let filter = argv.value_of("jq", None);
        envelope::ask(filter.map(|filter| (filter, argv.pairs_of("arg"))));
    }
    // `houston help NAME` is the same as `houston NAME -h`, also if `help` is repeated.
    loop {
        let Some(name) = argv.name() else {
            if is_alone {
                return Ok(output::styled(&help::program::short())?);
            }
            let text = help::program::long(|own| entry(own).command);
            let root = tree::root().override_help(text).no_binary_name(true);
            root.try_get_matches_from(argv.words())?;
            return Err(nothing_to_run("an operation or command").into());
        };
        match Builtin::of(&name) {
            Some(own) => return entry(own).run(schema, own, argv),
            None if argv.helps && Topic::of(&name).is_some() => {
                let text = Topic::of(&name).map_or_else(String::new, Topic::text);
                return Ok(pager::styled(&text)?);
            }
            None if name == HELP => argv.helps = true,
            None => {
                let asks_for_help = argv.helps;
                return by_name(schema, argv, None, &name).map_err(|stop| match stop {
                    Stop::Failed(failure) if asks_for_help && failure.is_about_names() => {
                        Stop::Failed(failure.help("`houston --help` lists the topics of help."))
                    }
                    stop => stop,
                });
            }
        }
    }
}

/// A built-in command.
struct Entry {
    command: Command,
    run: Run,
}

/// Runs a command with its parsed words.
type Runs<T> = Box<dyn FnOnce(BuiltIn, T) -> Result<(), Stop>>;

/// How the words of a built-in command are parsed.
enum Run {
    /// By clap.
    Parsed(Runs<ArgMatches>),
    /// By the operation or other thing that the first word names; the failure is for a missing name.
    Named(Runs<(Argv, String)>, Failure),
}

/// The command of this name. To add one, add its name to [`Builtin`] and a line here.
fn entry(own: Builtin) -> Entry {
    match own {
        Builtin::List => parsed(|schema, list: list::List| list::run(schema, list, tree::root)),
        Builtin::Describe => parsed(describe::run),
        Builtin::Skeleton => parsed(skeleton::run),
        Builtin::Explain => parsed(|_, explain| explain::run(explain)),
        Builtin::Auth => parsed(|_, auth| auth::run(auth)),
        Builtin::Whoami => parsed(|_, whoami| auth::whoami::run(whoami)),
        Builtin::Profile => parsed(|_, profile| profile::run(profile)),
        Builtin::Doctor => parsed(doctor::run),
        Builtin::Schema => parsed(schema_command::run),
        Builtin::Sandbox => parsed(|_, sandbox| sandbox::run(sandbox)),
        Builtin::Query => of_kind(OperationKind::Query),
        Builtin::Mutation => of_kind(OperationKind::Mutation),
        Builtin::Subscription => of_kind(OperationKind::Subscription),
        Builtin::QueryText => named(query_text::command(), query_text::run, query_text::missing()),
        Builtin::Reconcile => named(reconcile::command(), reconcile::run, reconcile::missing()),
        Builtin::Wait => named(wait::command(), wait::run, wait::missing()),
        Builtin::Runs => parsed(|_, runs| runs::run(runs)),
        Builtin::Completions => parsed(|_, completions| completions::run(completions)),
        Builtin::Man => parsed(|schema, man: completions::Man| {
            let tree = tree::tree(schema, &man.schema)?;
            completions::man(man, tree)
        }),
        Builtin::Docs => parsed(docs::run),
        Builtin::Explore => parsed(explore::run),
    }
}

/// The command of this name, with its options.
pub(crate) fn command(own: Builtin) -> Command {
    entry(own).command
}

/// A command that clap parses completely.
fn parsed<A: Args + 'static, E: Into<Stop> + 'static>(
    run: fn(BuiltIn, A) -> Result<(), E>,
) -> Entry {
    let command = options::complete(A::augment_args(Command::new("houston")));
    let run =
        move |schema, matches| run(schema, A::from_arg_matches(&matches)?).map_err(Into::into);
    Entry { command, run: Run::Parsed(Box::new(run)) }
}

/// A command whose first word names what it runs.
fn named(
    command: Command,
    run: impl FnOnce(BuiltIn, Argv, &str) -> Result<(), Stop> + 'static,
    missing: Failure,
) -> Entry {
    let run = move |schema, (argv, name): (Argv, String)| run(schema, argv, &name);
    Entry { command, run: Run::Named(Box::new(run), missing) }
}

/// `houston query NAME …`
fn of_kind(kind: OperationKind) -> Entry {
    let keyword = kind.keyword();
    let command = Command::new(keyword)
        .about(format!("Run a {keyword} by name"))
        .override_usage(format!("houston {keyword} <NAME> [--ARGUMENT VALUE]…"))
        .after_help("`houston list` shows all of them.");
    let run = move |schema, argv, name: &str| by_name(schema, argv, Some(kind), name);
    let missing = nothing_to_run(&format!("the name of a {keyword}"));
    named(options::add::<OperationOptions>(command), run, missing)
}

impl Entry {
    fn run(self, schema: BuiltIn, own: Builtin, mut argv: Argv) -> Result<(), Stop> {
        let mut called = own.name();
        // For clap, options in front of both names of a command move behind them.
        let below = self.command.has_subcommands().then(|| argv.name()).flatten();
        called.extend(below.iter().map(|name| format!(" {name}")));
        let found = below.as_ref().and_then(|name| self.command.find_subcommand(name));
        let sends = options::sends(found.unwrap_or(&self.command));
        self.start(schema, &called, below, argv).map_err(|stop| match stop {
            stop if sends => stop,
            Stop::Clap(refused) if !refused.use_stderr() => Stop::Clap(refused),
            Stop::Clap(refused) => Stop::Failed(said::failure(&refused, Some(&called)).quiet()),
            Stop::Failed(failure) => Stop::Failed(failure.quiet()),
        })
    }

    fn start(
        self,
        schema: BuiltIn,
        called: &str,
        below: Option<String>,
        mut argv: Argv,
    ) -> Result<(), Stop> {
        let own = called.split(' ').next().unwrap_or_default();
        let mut command = self.command.no_binary_name(true).bin_name(format!("houston {own}"));
        if argv.asks_for_help() || command.has_subcommands() {
            command.build();
            help::lay_out(&mut command);
        }
        match self.run {
            Run::Named(run, missing) => match argv.name() {
                Some(name) => run(schema, (argv, name)),
                None => {
                    command.try_get_matches_from(argv.words())?;
                    Err(missing.into())
                }
            },
            Run::Parsed(run) => {
                let front = argv.front().to_vec();
                let words = below.map(OsString::from).into_iter().chain(argv.words());
                let matches = command.try_get_matches_from_mut(words);
                let matches =
                    matches.map_err(|error| options::refused(error, &command, called, &front))?;
                run(schema, matches)
            }
        }
    }
}

fn by_name(
    built_in: BuiltIn,
    argv: Argv,
    kind: Option<OperationKind>,
    name: &str,
) -> Result<(), Stop> {
    let run = |options: &Options, loaded: &Loaded, argv: Argv| {
        let schema = &*loaded.schema;
        let found = names::operations(schema, kind, name);
        let words: Vec<String> = [name.to_owned()].into_iter().chain(argv.bare()).collect();
        // No operation has a word without a flag.
        if kind.is_none()
            && (found.is_empty() || words.len() > 1)
            && let Some(failure) = astro::failure(schema, &words)
        {
            return Err(failure.into());
        }
        match found.as_slice() {
            [one] => operation::run(schema, one, options, argv),
            [] => Err(unknown(loaded, kind, name).about_names(true).into()),
            several => Err(ambiguous(name, several).into()),
        }
    };
    chosen::following::<OperationOptions>(
        built_in,
        name,
        argv,
        |schema| names::operations(schema, kind, name).first().copied(),
        run,
    )
}

/// The failure for a name that no operation has.
fn unknown(loaded: &Loaded, kind: Option<OperationKind>, name: &str) -> Failure {
    let schema = &*loaded.schema;
    if let (Some(kind), [other, ..]) = (kind, names::operations(schema, None, name).as_slice()) {
        return other_kind(kind, other);
    }
    let of_kind = schema.operations.iter().filter(|row| kind.is_none_or(|kind| row.kind == kind));
    let own: Vec<String> = Builtin::value_variants().iter().map(|own| own.name()).collect();
    let own = own.iter().map(String::as_str).chain([HELP]).filter(|_| kind.is_none());
    let meant =
        versions::did_you_mean(schema, name, of_kind.map(|row| row.name.as_ref()).chain(own));
    let what = kind.map_or("operation or command", OperationKind::keyword);
    let unknown = Failure::usage(format!("unknown {what} `{}`{meant}", short(name)));
    let fits = |row: &Operation| {
        kind.is_none_or(|kind| row.kind == kind) && list::matches(name, &row.name, &row.description)
    };
    let unknown = match name.len() > 1 && schema.operations.iter().any(fits) {
        true => {
            unknown.help(format!("`houston list {}` lists all that match.", word(&short(name))))
        }
        false => {
            unknown.help("`houston list` shows all operations, `houston list TEXT` finds some.")
        }
    };
    versions::failure(name, loaded, unknown)
}

/// The failure for a name that several operations have.
fn ambiguous(name: &str, several: &[&Operation]) -> Failure {
    let failure = Failure::usage(format!("`{}` is the name of several operations", short(name)));
    several.iter().fold(failure, |failure, row| {
        failure.help(format!("Run `houston {} {}`.", row.kind.keyword(), row.name))
    })
}

/// The failure for an operation of another kind.
fn other_kind(kind: OperationKind, other: &Operation) -> Failure {
    let (name, is) = (plain(&other.name), other.kind.keyword());
    let failure = Failure::usage(format!("`{name}` is a {is}, not a {}", kind.keyword()));
    failure.help(format!("Run it with `{}`.", call(other)))
}

fn nothing_to_run(what: &str) -> Failure {
    Failure::usage(format!("{what} is missing"))
        .help("`houston list` shows all operations, `houston --help` all commands and options.")
}

#[cfg(test)]
mod tests {
    use std::sync::LazyLock;

    use houston_client::schema::Schema;

    use super::{Stop, run};
    use crate::failure::said::failure;
    use crate::schema::fixture::schema;

    fn said(words: &str) -> String {
        static SCHEMA: LazyLock<Schema> = LazyLock::new(schema);
        match run(&SCHEMA, words.split(' ').map(Into::into).collect()).unwrap_err() {
            Stop::Clap(refused) if refused.use_stderr() => failure(&refused, None).to_string(),
            Stop::Clap(shown) => shown.to_string(),
            Stop::Failed(failure) => failure.to_string(),
        }
    }

    #[test]
    fn an_operation_is_reached_behind_a_command_of_its_name() {
        assert!(said("list --help").contains("List every operation"));
        assert!(said("query list --help").contains("Usage\n  houston query list [OPTIONS]\n"));
    }

    #[test]
    fn a_name_of_two_operations_is_not_guessed() {
        let text = said("both");
        assert!(
            text.contains("`houston query both`") && text.contains("`houston mutation both`"),
            "{text}"
        );
        assert!(said("mutation both --help").contains("Usage\n  houston both [OPTIONS]\n"));
    }

    #[test]
    fn an_option_that_would_be_ignored_is_refused() {
        for (words, option, command) in [
            ("--dry-run list", "--dry-run", "list"),
            ("--url x sandbox serve", "--url", "sandbox serve"),
            ("--schema x explain", "--schema", "explain"),
            ("-o json completions bash", "--output", "completions"),
            ("--schema x completions zsh", "--schema", "completions"),
            ("--url x auth logout", "--url", "auth logout"),
            ("-o json auth login", "--output", "auth login"),
            ("--schema x schema pull", "--schema", "schema pull"),
            ("--retries 1 schema pull", "--retries", "schema pull"),
            ("-o json schema use built-in", "--output", "schema use"),
            ("--retries 1 doctor", "--retries", "doctor"),
            ("--profile x profile remove y", "--profile", "profile remove"),
            ("-o yaml profile add y --sandbox", "--output", "profile add"),
        ] {
            let text = said(words);
            let what = format!("error: `houston {command}` has no option {option} [usage]\n");
            assert!(text.starts_with(&what), "{words}: {text}");
        }
        assert_eq!(said("-o table list"), said("list -o table"));
        // Behind the command's name, clap does not know them.
        for words in ["auth logout --url x", "schema pull -o json", "profile add y --profile x"] {
            assert!(said(words).contains("has no option"), "{words}");
        }
    }
}
