//! From the words of a call to the command that runs it. Only that command is built.

use std::collections::HashSet;
use std::ffi::OsString;

use clap::{Arg, ArgAction, ArgMatches, Command};
use houston_client::schema::{Operation, OperationKind, Schema};

use crate::commands::{
    auth, completions, describe, doctor, explain, list, operation, profile, query_text, reconcile,
    sandbox, schema as schema_command, skeleton,
};
use crate::failure::{Code, Exit, Failure};
use crate::history;
use crate::input;
use crate::names;
use crate::options::{self, Options};
use crate::own::{OWN, call, is_hidden};
use crate::parse::{parse, split};
use crate::schema;
use crate::stop::Stop;
use crate::suggest::did_you_mean;
use crate::text::{plain, short};

/// Runs a call: its words without the program's name.
pub(crate) fn run(schema: &'static Schema, words: Vec<OsString>) -> Result<(), Stop> {
    let mut words = words.into_iter();
    let mut root = root();
    // Builds the help flag and the version flag, which are options before a name, too.
    root.build();
    // `houston help NAME` is the same as `houston NAME -h`, however often it says so.
    let mut helps = false;
    let (before, name) = loop {
        let (mut head, name) = split(&root, &mut words);
        if helps && name.is_none() {
            head.push("-h".into());
        }
        let before = root.try_get_matches_from_mut(head)?;
        match name {
            Some(name) if name == "help" => helps = true,
            name => break (before, name),
        }
    };
    let Some(name) = name else {
        return Err(nothing_to_run("an operation or a command").into());
    };
    let words = words.chain(helps.then(|| "-h".into()));
    match name.as_str() {
        "list" => list::run(schema, &before, parse(list::command(), "list", words)?),
        "describe" => {
            describe::run(schema, &before, parse(describe::command(), "describe", words)?)
        }
        "explain" => explain::run(&before, parse(explain::command(), "explain", words)?),
        "skeleton" => {
            skeleton::run(schema, &before, parse(skeleton::command(), "skeleton", words)?)
        }
        "completions" => {
            let matches = parse(completions::command(), "completions", words)?;
            completions::run(|options| whole(schema, options), &before, matches)
        }
        "man" => {
            let matches = parse(completions::man_command(), "man", words)?;
            completions::man(|options| whole(schema, options), &before, matches)
        }
        "auth" => auth::run(&before, parse(auth::command(), "auth", words)?),
        "schema" => {
            schema_command::run(schema, &before, parse(schema_command::command(), "schema", words)?)
        }
        "query-text" => query_text::run(schema, &before, words),
        "reconcile" => reconcile::run(schema, &before, words),
        "doctor" => doctor::run(schema, &before, parse(doctor::command(), "doctor", words)?),
        "profile" => profile::run(&before, parse(profile::command(), "profile", words)?),
        "sandbox" => sandbox::run(&before, parse(sandbox::command(), "sandbox", words)?),
        "query" => of_kind(schema, &before, OperationKind::Query, words),
        "mutation" => of_kind(schema, &before, OperationKind::Mutation, words),
        name => by_name(schema, &[&before], None, name, words),
    }
}

/// `houston query NAME …`, with options in front of the name.
fn of_kind(
    schema: &'static Schema,
    before: &ArgMatches,
    kind: OperationKind,
    mut words: impl Iterator<Item = OsString>,
) -> Result<(), Stop> {
    let keyword = kind.keyword();
    let command = Command::new(keyword)
        .about(format!("Run a {keyword} by its name"))
        .override_usage(format!("houston {keyword} <NAME> [--ARGUMENT VALUE]…"))
        .after_help("`houston list` names all of them.");
    let mut command = options::add(command);
    command.build();
    let (head, name) = split(&command, &mut words);
    let between = parse(command, keyword, head)?;
    let Some(name) = name else {
        return Err(nothing_to_run(&format!("the name of a {keyword}")).into());
    };
    by_name(schema, &[before, &between], Some(kind), &name, words)
}

fn by_name(
    built_in: &'static Schema,
    before: &[&ArgMatches],
    kind: Option<OperationKind>,
    name: &str,
    words: impl Iterator<Item = OsString>,
) -> Result<(), Stop> {
    let words: Vec<OsString> = words.collect();
    let options = Options::read(before)?;
    let loaded = schema::chosen(built_in, options, &words, |schema| {
        names::operations(schema, kind, name).first().copied()
    })?;
    let schema = &*loaded.schema;
    match names::operations(schema, kind, name).as_slice() {
        [one] => operation::run(schema, one, before, words),
        [] => {
            if let (Some(kind), [other, ..]) =
                (kind, names::operations(schema, None, name).as_slice())
            {
                return Err(other_kind(kind, other).into());
            }
            let of_kind =
                schema.operations.iter().filter(|row| kind.is_none_or(|kind| row.kind == kind));
            let own = OWN.into_iter().filter(|_| kind.is_none());
            let meant = did_you_mean(name, of_kind.map(|row| row.name.as_ref()).chain(own));
            let what = kind.map_or("operation or command", OperationKind::keyword);
            if let Some(failure) = history::failure(name, &loaded) {
                return Err(failure.into());
            }
            let name = short(name);
            let failure = Failure::usage(format!("there is no {what} `{name}`{meant}"));
            Err(failure.help("`houston list --grep TEXT` finds operations").into())
        }
        several => {
            let mut failure =
                Failure::usage(format!("`{}` is the name of several operations", short(name)));
            for row in several {
                failure = failure.help(format!("`houston {} {}`", row.kind.keyword(), row.name));
            }
            Err(failure.into())
        }
    }
}

/// The failure that the operation is none of this kind.
fn other_kind(kind: OperationKind, other: &Operation) -> Failure {
    let (name, is) = (plain(&other.name), other.kind.keyword());
    let failure = Failure::usage(format!("`{name}` is a {is}, and no {}", kind.keyword()));
    match other.kind {
        OperationKind::Subscription => {
            failure.help(format!("`houston describe {name}` shows what it would give"))
        }
        _ => failure.help(format!("`{}` runs it", call(other))),
    }
}

fn nothing_to_run(what: &str) -> Failure {
    Failure::usage(format!("{what} is missing"))
        .help("`houston list` names every operation, `houston --help` every command and option")
}

fn root() -> Command {
    let run = |kind: &'static str| Command::new(kind).about(format!("Run a {kind} by its name"));
    let root = Command::new("houston")
        .version(env!("CARGO_PKG_VERSION"))
        .about("Every operation of Astronomer's Houston API as a command")
        .override_usage(
            "houston [OPTIONS] <OPERATION> [--ARGUMENT VALUE]…\n       houston [OPTIONS] <COMMAND>",
        )
        .no_binary_name(true)
        .disable_help_subcommand(true)
        .disable_version_flag(true)
        .arg(
            Arg::new("version")
                .short('V')
                .long("version")
                .action(ArgAction::Version)
                .help("Show the version")
                .help_heading("Options"),
        )
        .subcommands([list::command(), describe::command(), skeleton::command()])
        .subcommand(explain::command())
        .subcommands([auth::command(), profile::command(), doctor::command()])
        .subcommand(schema_command::command())
        .subcommand(sandbox::command().hide(cfg!(not(feature = "sandbox"))))
        .subcommands([run("query"), run("mutation"), query_text::command(), reconcile::command()])
        .subcommands([completions::command(), completions::man_command()])
        .after_help(after_help());
    options::add(root)
}

/// [`tree`], of the schema that the options ask for.
fn whole(built_in: &'static Schema, options: &Options) -> Result<Command, Failure> {
    Ok(tree(&schema::of(built_in, options)?.schema))
}

/// The program with every operation, for those who read all of it.
fn tree(schema: &Schema) -> Command {
    let runs = |row: &&Operation| row.kind != OperationKind::Subscription && !is_hidden(&row.name);
    // Two may have one name, or one the other's in kebab-case: each word is there once.
    let mut taken: HashSet<String> = schema.operations.iter().map(|row| plain(&row.name)).collect();
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
    let names: Vec<String> = schema.operations.iter().map(|row| plain(&row.name)).collect();
    let types = schema.types.iter().map(|ty| plain(&ty.name));
    let known: Vec<String> = names.iter().cloned().chain(types).collect();
    let one_of = |names: Vec<String>| {
        move |name: Arg| name.value_parser(clap::builder::PossibleValuesParser::new(names))
    };
    let words = Code::ALL.iter().map(|code| code.word().to_owned()).collect();
    root()
        .mut_subcommand("describe", |command| command.mut_arg("name", one_of(known)))
        .mut_subcommand("skeleton", |command| command.mut_arg("name", one_of(names)))
        .mut_subcommand("explain", |command| command.mut_arg("code", one_of(words)))
        .subcommands(schema.operations.iter().filter(runs).filter_map(operation))
}

/// The command of an operation, with the values of its enums: for whoever shows or completes them.
fn values(schema: &Schema, operation: &Operation, command: Command) -> Command {
    operation.arguments.iter().fold(command, |command, argument| {
        match schema.type_named(argument.type_ref().name()) {
            Some(ty) if !ty.values.is_empty() => {
                let names: Vec<String> = ty.values.iter().map(|value| plain(&value.name)).collect();
                command.mut_arg(input::flag_id(argument), |flag| {
                    flag.value_parser(clap::builder::PossibleValuesParser::new(names))
                })
            }
            _ => command,
        }
    })
}

fn after_help() -> String {
    let mut text =
        "An operation has the name that it has in the API, or that name in kebab-case:\n\
         createDeployment or create-deployment. `houston list` names all of them, and\n\
         `houston createDeployment --help` shows the arguments of one.\n\n\
         Environment:\n  \
         HOUSTON_TOKEN        Token or service account key to sign in with\n  \
         HOUSTON_URL          The whole address of the API\n  \
         HOUSTON_BASE_DOMAIN  The platform's domain\n  \
         HOUSTON_PROFILE      The profile to use\n  \
         HOUSTON_CONFIG_DIR   Where the configuration is kept\n"
            .to_owned();
    if cfg!(feature = "sandbox") {
        text += "  HOUSTON_STATE_DIR    Where the sandbox keeps its store\n";
    }
    text += "\nExit codes:";
    for (code, meaning) in Exit::MEANINGS {
        text += &format!("\n  {code:<2}  {meaning}");
    }
    text
}

#[cfg(test)]
mod tests {
    use super::{Stop, run};
    use crate::fixture::schema;

    fn said(words: &str) -> String {
        match run(Box::leak(Box::new(schema())), words.split(' ').map(Into::into).collect())
            .unwrap_err()
        {
            Stop::Said(said) => said.to_string(),
            Stop::Failed(failure) => failure.to_string(),
        }
    }

    #[test]
    fn an_operation_is_reached_behind_a_command_of_its_name() {
        assert!(said("list --help").contains("Name every operation"));
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
            let what = format!("error: {option} means nothing to `houston {command}`\n");
            assert!(text.starts_with(&what), "{words}: {text}");
        }
        // Behind the command's name, they are not even known.
        for words in ["auth logout --url x", "schema pull -o json", "profile add y --profile x"] {
            assert!(said(words).starts_with("error: unexpected argument"), "{words}");
        }
    }
}
