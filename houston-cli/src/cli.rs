//! Chooses the command that runs a call. Only that command is built.

#[cfg(test)]
mod properties;

use std::collections::HashSet;
use std::ffi::OsString;

use clap::{Arg, ArgAction, ArgMatches, Args, Command, ValueEnum};
use houston_client::schema::{Argument, Operation, OperationKind, Schema};

use crate::answer::envelope;
use crate::arguments;
use crate::argv::Argv;
use crate::commands::builtin::{Builtin, HELP, call, is_hidden};
use crate::commands::{
    auth, completions, describe, docs, doctor, explain, explore, list, operation, profile,
    query_text, reconcile, runs, sandbox, schema as schema_command, skeleton, wait,
};
use crate::failure::stop::Stop;
use crate::failure::{Code, Exit, Failure};
use crate::schema::{self, Loaded, chosen, names, versions};
use crate::settings::ORDER;
use crate::settings::options::{self, Every, OperationOptions, Options, SchemaChoice};
use crate::terminal::output;
use crate::terminal::text::{plain, short};

/// Runs a call, given its words without the program's name.
pub(crate) fn run(schema: &'static Schema, words: Vec<OsString>) -> Result<(), Stop> {
    let mut argv = Argv::scan(words, &options::command::<Every>());
    if argv.value_of("errors", None).is_some_and(|value| value == "json") {
        output::notes_as_json();
    }
    if argv.value_of("output", Some('o')).is_some_and(|value| value == "envelope") {
        let filter = argv.value_of("jq", None);
        envelope::ask(filter.map(|filter| (filter, argv.pairs_of("arg"))));
    }
    // `houston help NAME` is the same as `houston NAME -h`, also if `help` is repeated.
    loop {
        let Some(name) = argv.name() else {
            root().no_binary_name(true).try_get_matches_from(argv.words())?;
            return Err(nothing_to_run("an operation or command").into());
        };
        match Builtin::of(&name) {
            Some(own) => return entry(own).run(schema, own, argv),
            None if name == HELP => argv.helps = true,
            None => return by_name(schema, argv, None, &name),
        }
    }
}

/// A built-in command.
struct Entry {
    command: Command,
    run: Run,
}

/// Runs a command with its parsed words.
type Runs<T> = Box<dyn FnOnce(&'static Schema, T) -> Result<(), Stop>>;

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
        Builtin::List => parsed(|schema, list: list::List| list::run(schema, list, root)),
        Builtin::Describe => parsed(describe::run),
        Builtin::Skeleton => parsed(skeleton::run),
        Builtin::Explain => parsed(|_, explain| explain::run(explain)),
        Builtin::Auth => parsed(|_, auth| auth::run(auth)),
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
        Builtin::Completions => parsed(|schema, completions: completions::Completions| {
            let tree = tree(schema, &completions.schema)?;
            completions::run(completions, tree)
        }),
        Builtin::Man => parsed(|schema, man: completions::Man| {
            let tree = tree(schema, &man.schema)?;
            completions::man(man, tree)
        }),
        Builtin::Docs => parsed(docs::run),
        Builtin::Explore => parsed(explore::run),
    }
}

/// A command that clap parses completely.
fn parsed<A: Args + 'static, E: Into<Stop> + 'static>(
    run: fn(&'static Schema, A) -> Result<(), E>,
) -> Entry {
    let command = options::complete(A::augment_args(Command::new("houston")));
    let run =
        move |schema, matches| run(schema, A::from_arg_matches(&matches)?).map_err(Into::into);
    Entry { command, run: Run::Parsed(Box::new(run)) }
}

/// A command whose first word names what it runs.
fn named(
    command: Command,
    run: impl FnOnce(&'static Schema, Argv, &str) -> Result<(), Stop> + 'static,
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
    fn run(self, schema: &'static Schema, own: Builtin, mut argv: Argv) -> Result<(), Stop> {
        let mut called = own.name();
        // For clap, options in front of both names of a command move behind them.
        let below = self.command.has_subcommands().then(|| argv.name()).flatten();
        called.extend(below.iter().map(|name| format!(" {name}")));
        let found = below.as_ref().and_then(|name| self.command.find_subcommand(name));
        let sends = options::sends(found.unwrap_or(&self.command));
        self.start(schema, &called, below, argv).map_err(|stop| match stop {
            stop if sends => stop,
            Stop::Clap(said) if !said.use_stderr() => Stop::Clap(said),
            Stop::Clap(said) => Stop::Failed(output::clap_failure(&said).quiet()),
            Stop::Failed(failure) => Stop::Failed(failure.quiet()),
        })
    }

    fn start(
        self,
        schema: &'static Schema,
        called: &str,
        below: Option<String>,
        mut argv: Argv,
    ) -> Result<(), Stop> {
        let own = called.split(' ').next().unwrap_or_default();
        let mut command = self.command.no_binary_name(true).bin_name(format!("houston {own}"));
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
    built_in: &'static Schema,
    argv: Argv,
    kind: Option<OperationKind>,
    name: &str,
) -> Result<(), Stop> {
    let run = |options: &Options, loaded: &Loaded, argv| {
        let schema = &*loaded.schema;
        match names::operations(schema, kind, name).as_slice() {
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
    let unknown = Failure::usage(format!("unknown {what} `{}`{meant}", short(name)))
        .help("`houston list --grep TEXT` finds operations.");
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

fn root() -> Command {
    let version = Arg::new("version").short('V').long("version").action(ArgAction::Version);
    let root = Command::new("houston")
        .version(env!("CARGO_PKG_VERSION"))
        .about("Every operation of Astronomer's Houston API as a command")
        .override_usage(options::USAGE)
        .disable_help_subcommand(true)
        .disable_version_flag(true)
        .arg(version.help("Print the version").help_heading("Options"))
        .after_help(after_help());
    let commands = Builtin::value_variants().iter().map(|own| entry(*own).command.name(own.name()));
    options::add::<OperationOptions>(root.subcommands(commands))
}

/// The most operations that completions and the manual have, and the most values of an enum in them: each operation repeats
/// all options, and each argument the values of its enum.
const MOST_OPERATIONS: usize = 1_000;
const MOST_VALUES: usize = 100;

/// The program with every operation of a schema, for completions and manual pages.
fn tree(built_in: &'static Schema, choice: &SchemaChoice) -> Result<Command, Failure> {
    let loaded = schema::of(built_in, &choice.clone().into())?;
    let schema = &*loaded.schema;
    let operations = schema.operations.get(..MOST_OPERATIONS).unwrap_or(&schema.operations);
    if operations.len() < schema.operations.len() {
        let all = schema.operations.len();
        output::note(format_args!("note: only the first {MOST_OPERATIONS} of {all} operations"));
    }
    let runs = |row: &&Operation| !is_hidden(&row.name);
    // Operations can share a name, also in kebab-case: each word is added once.
    let mut taken: HashSet<String> = operations.iter().map(|row| plain(&row.name)).collect();
    let mut named = HashSet::new();
    let operation = |row: &Operation| {
        let name = plain(&row.name);
        let command = values(schema, row, operation::command(schema, row));
        let spelled = names::kebab(&name);
        let command = match taken.insert(spelled.clone()) {
            true => command.visible_alias(spelled),
            false => command,
        };
        named.insert(name).then_some(command)
    };
    let names: Vec<String> = operations.iter().map(|row| plain(&row.name)).collect();
    let types = schema.types.iter().map(|ty| plain(&ty.name));
    let known: Vec<String> = names.iter().cloned().chain(types).collect();
    let one_of = |names: Vec<String>| {
        move |name: Arg| name.value_parser(clap::builder::PossibleValuesParser::new(names))
    };
    let words = Code::ALL.iter().map(|code| code.word().to_owned()).collect();
    let tree = root()
        .mut_subcommand("describe", |command| command.mut_arg("name", one_of(known)))
        .mut_subcommand("skeleton", |command| command.mut_arg("name", one_of(names)))
        .mut_subcommand("explain", |command| command.mut_arg("code", one_of(words)))
        .subcommands(operations.iter().filter(runs).filter_map(operation));
    Ok(tree)
}

/// The command of an operation with the values of its enums, for completions and manual pages.
fn values(schema: &Schema, operation: &Operation, command: Command) -> Command {
    let has_none: Vec<&Argument> = arguments::without_flag(operation).collect();
    let has_flag = |argument: &Argument| !has_none.contains(&argument);
    operation.arguments.iter().fold(command, |command, argument| {
        match schema.type_named(argument.type_ref().name()) {
            Some(ty) if (1..=MOST_VALUES).contains(&ty.values.len()) && has_flag(argument) => {
                let names: Vec<String> = ty.values.iter().map(|value| plain(&value.name)).collect();
                command.mut_arg(arguments::flag_id(argument), |flag| {
                    flag.value_parser(clap::builder::PossibleValuesParser::new(names))
                })
            }
            _ => command,
        }
    })
}

fn after_help() -> String {
    let mut text =
        "An operation has the same name as in the API, also in kebab-case: createDeployment\n\
         or create-deployment. `houston list` shows all operations, and\n\
         `houston createDeployment --help` shows the arguments of one.\n\n\
         Environment:\n  \
         HOUSTON_TOKEN        User token or service account key\n  \
         HOUSTON_URL          URL of the API\n  \
         HOUSTON_BASE_DOMAIN  Domain of the platform\n  \
         HOUSTON_PROFILE      Profile to use\n  \
         HOUSTON_SCHEMA       Schema to use: built-in, or a file [default: the platform's]\n  \
         HOUSTON_CONFIG_DIR   Directory of the configuration\n  \
         HOUSTON_STATE_DIR    Directory of schemas, journals and the sandbox's store\n  \
         HOUSTON_SAFE_DIRECTORIES\n                       Directories whose files are obeyed, although others can write them\n"
            .to_owned();
    text += &format!("\n{ORDER}\n\nExit codes:");
    for (code, meaning) in Exit::MEANINGS {
        text += &format!("\n  {code:<2}  {meaning}");
    }
    text
}

#[cfg(test)]
mod tests {
    use super::{Stop, run};
    use crate::schema::fixture::schema;

    fn said(words: &str) -> String {
        match run(Box::leak(Box::new(schema())), words.split(' ').map(Into::into).collect())
            .unwrap_err()
        {
            Stop::Clap(said) => said.to_string(),
            Stop::Failed(failure) => failure.to_string(),
        }
    }

    #[test]
    fn an_operation_is_reached_behind_a_command_of_its_name() {
        assert!(said("list --help").contains("List every operation"));
        assert!(said("query list --help").contains("Usage: houston query list\n"));
    }

    #[test]
    fn a_name_of_two_operations_is_not_guessed() {
        let text = said("both");
        assert!(
            text.contains("`houston query both`") && text.contains("`houston mutation both`"),
            "{text}"
        );
        assert!(said("mutation both --help").contains("Usage: houston both\n"));
    }

    #[test]
    fn an_option_that_would_be_ignored_is_refused() {
        for (words, option, command) in [
            ("--dry-run list", "--dry-run", "list"),
            ("--url x sandbox serve", "--url", "sandbox serve"),
            ("--schema x explain", "--schema", "explain"),
            ("-o json completions bash", "--output", "completions"),
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
            assert!(said(words).starts_with("error: unexpected argument"), "{words}");
        }
    }
}
