//! `houston OPERATION`: one call of the API.

use clap::Command;
use houston_client::Selection;
use houston_client::arguments::Arguments;
use houston_client::request::Request;
use houston_client::schema::{Argument, Operation, OperationKind, Scalar, Schema, TypeKind};
use jiff::Timestamp;

use crate::answer::fields::{self, DEPTH};
use crate::answer::view::View;
use crate::arguments::{self, Problem, Sources, Words};
use crate::argv::Argv;
use crate::call::attempt::Attempt;
use crate::call::{
    Call, Sent, confirm, contradictions, curl, dry_run, look_up, losses, merge, repeat, runtime,
};
use crate::commands::builtin;
use crate::failure::Failure;
use crate::failure::stop::Stop;
use crate::schema::access;
use crate::settings::options::{self, OperationOptions, Options};
use crate::terminal::output;
use crate::terminal::text::{plain, short};

/// Runs a call.
pub(crate) fn run(
    schema: &Schema,
    operation: &Operation,
    options: &Options,
    argv: Argv,
) -> Result<(), Stop> {
    let name = plain(&operation.name);
    let refused = |problems| cannot_run(operation, problems);
    let words = argv.read(command(schema, operation), &name, (schema, operation), refused)?;
    Ok(call(schema, operation, words, options)?)
}

/// Runs the call with these arguments and options.
fn call(
    schema: &Schema,
    operation: &Operation,
    words: Words,
    options: &Options,
) -> Result<(), Failure> {
    if operation.kind == OperationKind::Subscription {
        return Err(subscription(schema, operation));
    }
    if options.rows.rows.is_some() {
        return Err(Failure::usage("rows cannot be sent yet"));
    }
    let selection = match &options.selected.fields {
        Some(text) => fields::selection(schema, operation, text)?,
        None => Selection::by_default(schema, operation, options.selected.depth.unwrap_or(DEPTH)),
    };
    let view = View::new(operation, options)?.selecting(schema, &selection);
    view.check()?;
    let call = Call::new(schema, operation, options)?;
    let sources = Sources::of(options, call.defaults());
    let merge = merge::asked(operation, &words.matches);
    let repeat = repeat::asked(&words.matches);
    let collected = arguments::collect(operation, words, sources)?;
    let defaulted = collected.defaulted();
    // Problems of other arguments are reported before a look-up is sent.
    let (mut arguments, lookups) =
        collected.read(schema).map_err(|problems| cannot_run(operation, problems))?;
    let problems = contradictions::between(operation, &arguments);
    if !problems.is_empty() {
        return Err(cannot_run(operation, problems));
    }
    let not_sent = |failure| call.not_sent(failure);
    let is_shown = options.running.dry_run || options.running.curl;
    let found = match runtime::read(look_up::resolve(&call, &mut arguments, lookups))? {
        Ok(found) => found,
        Err(unresolved) => {
            return repeat.unresolved(&call, unresolved).map_err(not_sent)?.show(&call);
        }
    };
    if options.verbosity.verbose || options.running.dry_run {
        say_defaults(&defaulted, &call, &arguments);
    }
    if is_shown {
        let described = repeat.described(operation);
        described.iter().for_each(|what| output::note(format_args!("note: {what}")));
    } else if let Some(settled) =
        runtime::read(repeat.before(&call, &arguments, &selection)).flatten().map_err(not_sent)?
    {
        return settled.show(&call);
    }
    if merge.is_some() && options.running.dry_run {
        output::note(
            "note: existing items would be read first, and kept where nothing is given for them",
        );
    }
    if let Some(merge) = merge.filter(|_| !options.running.dry_run) {
        let laid_over = runtime::read(merge::lay_over(&call, merge, &mut arguments));
        laid_over.flatten().map_err(not_sent)?;
    }
    view.say_what_is_missing();
    // A merge takes nothing away.
    if merge.is_none() {
        // The trap of an operation says what it loses.
        if !confirm::tell_trap(operation, options) {
            losses::tell(operation, &arguments);
        }
        losses::tell_empty_secrets(operation, &arguments, |_| false);
    }
    confirm::tell_empty(operation, &arguments);
    let request = Request::untyped(schema, operation, &arguments, &selection);
    if options.running.dry_run {
        return dry_run::show(&call, &request);
    }
    if options.running.curl {
        return curl::show(&call, &request);
    }
    if merge.is_none() {
        let there = || runtime::read(call.table_of_what_is_there(&arguments)).ok().flatten();
        confirm::ask(operation, options, there).map_err(not_sent)?;
    }
    let others = arguments.iter().count() > found.len();
    let attempt = Attempt { merge: merge.is_some(), found, others, sent: Timestamp::now() };
    let sent = call.send(&request, &attempt)?;
    if let Sent::Failed { failure, .. } = &sent {
        let after = repeat.after(&call, &arguments, &selection, failure);
        if let Some(settled) = runtime::read(after).flatten().map_err(not_sent)? {
            return settled.show(&call);
        }
    }
    call.show(sent, &request, &view)
}

/// The failure for a subscription, with the queries that return what it sends.
fn subscription(schema: &Schema, operation: &Operation) -> Failure {
    let name = plain(&operation.name);
    let what = format!("{name} is a subscription, and only queries and mutations can be run");
    let is_same = |row: &&Operation| {
        row.kind == OperationKind::Query && row.type_ref().name() == operation.type_ref().name()
    };
    let same: Vec<String> = schema
        .operations
        .iter()
        .filter(is_same)
        .map(|row| format!("`houston {}`", plain(&row.name)))
        .collect();
    Failure::usage(what).help(match same.is_empty() {
        true => format!("See what it returns with `houston describe {name}`."),
        false => format!("Ask for the same data with {}.", same.join(" or ")),
    })
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

fn cannot_run(operation: &Operation, problems: Vec<Problem>) -> Failure {
    arguments::refused(&plain(&operation.name), &builtin::call(operation), problems)
}

/// The operation's command, with a flag for each argument.
pub(crate) fn command(schema: &Schema, operation: &Operation) -> Command {
    let name = plain(&operation.name);
    let mut after = Vec::new();
    let has_parts = |argument: &Argument| {
        let ty = schema.type_named(argument.type_ref().name());
        ty.is_some_and(|ty| {
            ty.kind == TypeKind::Input || ty.scalar == Scalar::Json && ty.values.is_empty()
        })
    };
    if let Some(argument) = operation.arguments.iter().find(|argument| has_parts(argument)) {
        let flag = arguments::shown(operation, &argument.name);
        after.push(match argument.type_ref().item() {
            Some(_) => format!(
                "Add an object to a list with {flag} NAME=VALUE,NAME=VALUE, repeat the flag for more, or pass JSON.\n"
            ),
            None => format!(
                "Set one field of an object with {flag}.NAME VALUE, repeat a flag to build a list, or pass JSON.\n"
            ),
        });
    }
    for argument in arguments::without_flag(operation) {
        let flag = arguments::shown(operation, &argument.name);
        after.push(format!("{flag}=<{}>: {}\n", plain(&argument.ty), plain(&argument.description)));
    }
    if let Some(reason) = &operation.deprecated {
        after.push(format!("Deprecated: {}", plain(reason)));
    }
    if !operation.trap.is_empty() {
        after.push(format!("Trap: {}", plain(&operation.trap)));
    }
    if let Some((first, rest)) = access::lines(schema, operation).split_first() {
        after.push(format!("It {first}."));
        after.extend(
            rest.iter().map(|line| format!("Roles{}.", line.strip_prefix("roles").unwrap_or(line))),
        );
    }
    after.push(format!("See what it returns with `houston describe {name}`."));
    let command = Command::new(name.clone())
        .about(plain(&operation.description))
        .override_usage(usage(operation))
        .after_help(after.join("\n"))
        .args(arguments::flags(schema, operation));
    let command = repeat::add_flags(command, operation);
    options::add::<OperationOptions>(merge::add_flag(command, operation, |items| {
        format!("Keep existing {items}, except those that are given")
    }))
}

/// The usage line, with the required arguments.
fn usage(operation: &Operation) -> String {
    let mut usage = builtin::call(operation);
    let (required, rest): (Vec<_>, Vec<_>) =
        operation.arguments.iter().partition(|argument| argument.required);
    for argument in required {
        let flag = arguments::shown(operation, &argument.name);
        // A flag of its own has no space.
        let between = if flag.contains(' ') { '=' } else { ' ' };
        usage += &format!(" {flag}{between}<{}>", plain(&argument.ty));
    }
    if rest.is_empty() { usage } else { usage + " [--ARGUMENT VALUE]…" }
}

#[cfg(test)]
mod tests {
    use clap::error::ErrorKind;
    use houston_client::schema::Operation;

    use super::command;
    use crate::arguments::{self, Sources, Words};
    use crate::argv::Argv;
    use crate::failure::Failure;
    use crate::failure::stop::Stop;
    use crate::schema::fixture::{self, schema};
    use crate::settings::options::{self, OperationOptions, Options};

    /// The options and the words of a line behind the name of an operation.
    fn read(operation: &Operation, line: &str) -> Result<(Options, Words), Stop> {
        let words = line.split(' ').map(Into::into).collect();
        let mut argv = Argv::scan(words, &options::command::<OperationOptions>());
        argv.shadow(operation);
        let options: OperationOptions = options::read("shadow", argv.options())?;
        let refused = |_| Failure::usage("refused");
        let command = command(&schema(), operation);
        Ok((options.into(), argv.read(command, "shadow", (&schema(), operation), refused)?))
    }

    #[test]
    fn an_argument_wins_over_an_option_that_yields() {
        let schema = schema();
        let operation = schema.operation("shadow").unwrap();
        let line = "--output b --help c --set.path g --fooBar h --FooBar i --dryRun e -o json \
                    --argument url=a --argument sandbox=f=f --argument set.other=1";
        let (options, words) = read(operation, line).unwrap();
        assert!(
            options.format == Some(crate::answer::format::Format::Json)
                && !options.running.dry_run
                && !options.platform.sandbox
                && options.platform.url.is_none()
        );
        let sources = Sources::of(&options, None);
        let arguments = arguments::read(&schema, operation, words, sources);
        let expected = serde_json::json!({
            "url": "a", "output": "b", "help": "c", "set": {"path": "g", "other": 1}, "dryRun": "e",
            "sandbox": "f=f", "fooBar": "h", "FooBar": "i",
        });
        assert_eq!(arguments.unwrap().into_object(), expected);
    }

    /// Every option, against a mutation with arguments of all their names.
    #[test]
    fn an_option_that_decides_is_never_shadowed() {
        let mut every = options::command::<options::Every>();
        every.build();
        let camel = |name: &str| {
            let mut words = name.split('-').map(str::to_owned);
            let first = words.next().unwrap();
            words.fold(first, |name, word| name + &word[..1].to_uppercase() + &word[1..])
        };
        let longs: Vec<&str> = every.get_arguments().filter_map(clap::Arg::get_long).collect();
        for spelled in [camel, |name: &str| name.replace('-', "_")] {
            let arguments = longs.iter().map(|name| fixture::argument(&spelled(name), "JSON"));
            let operation = houston_schema::row!(Operation {
                kind: houston_client::schema::OperationKind::Mutation,
                name: "shadow".into(),
                arguments: arguments.collect(),
                ty: "String".into(),
                ..Operation::default()
            });
            let mut decides = Vec::new();
            for name in &longs {
                let exact = spelled(name);
                let expected = serde_json::json!({ &exact: "x=y" });
                let sent = |line: &str| {
                    let (options, words) = read(&operation, line)?;
                    let sources = Sources::of(&options, None);
                    let read = arguments::read(&schema(), &operation, words, sources);
                    let read = read.map(houston_client::arguments::Arguments::into_object);
                    read.map_err(|problems| Stop::from(Failure::usage("x").details(problems)))
                };
                // Any argument can be given by the one option that is always ours.
                let line = format!("--argument {exact}=x=y");
                assert_eq!(sent(&line).unwrap(), expected, "{name}");
                if exact != *name {
                    assert_eq!(sent(&format!("--{exact} x=y")).unwrap(), expected, "{name}");
                }
                match sent(&format!("--{name} x=y")) {
                    Ok(sent) => assert_eq!(sent, expected, "{name}"),
                    Err(_) => decides.push(*name),
                }
                let (flag, pair) = (format!("--{name}"), format!("--argument {exact}="));
                let help = help(&operation);
                assert!(help.contains(&flag) || help.contains(&pair), "{name} has no help");
            }
            let expected = [
                "unchecked",
                "url",
                "base-domain",
                "sandbox",
                "token-file",
                "token-stdin",
                "allow-http",
                "argument",
                "allow-secret-args",
                "proxy",
                "ca-cert",
                "client-cert",
                "insecure",
                "schema",
                "dry-run",
                "curl",
                "yes",
                "retry-idempotent",
                "rows",
                "skip-invalid",
                "secrets-out",
                "stop-after",
                "shard",
                "journal",
                "no-journal",
                "retry-failed",
                "rerun-unknown",
                "offline",
            ];
            decides.sort_unstable();
            let mut expected = expected.to_vec();
            expected.sort_unstable();
            assert_eq!(decides, expected);
        }
    }

    fn help(operation: &Operation) -> String {
        command(&schema(), operation).render_long_help().to_string()
    }

    #[test]
    fn arguments_of_similar_names_have_their_own_flags() {
        let named = |names: &[&str]| {
            houston_schema::row!(Operation {
                name: "shadow".into(),
                arguments: names.iter().map(|name| fixture::argument(name, "String")).collect(),
                ..Operation::default()
            })
        };
        for (names, flags) in [
            (&["userId", "UserId"][..], &["--userId", "--UserId"][..]),
            (&["userId", "user_id", "teamID"], &["--userId", "--user_id", "--team-id"]),
            (&["url_", "URL", "uRL"], &["--url_", "--URL", "--u-rl"]),
            (&["with_under_score"], &["--with-under-score"]),
            (&["withUnderScore", "with_under_score"], &["--withUnderScore", "--with_under_score"]),
            (&["name", "Name", "NAME"], &["--name", "--Name", "--NAME"]),
            (&["dryRun", "dry_run"], &["--dryRun", "--dry_run"]),
            (&["merge", "argument"], &["--merge", "--argument argument"]),
        ] {
            let operation = named(names);
            let shown: Vec<String> =
                names.iter().map(|name| arguments::shown(&operation, name)).collect();
            assert_eq!(shown, flags, "{names:?}");
            let line: Vec<String> = shown
                .iter()
                .zip(names)
                .map(|(flag, name)| {
                    format!("{flag}{}{name}", if flag.contains(' ') { "=" } else { " " })
                })
                .collect();
            let (options, words) = read(&operation, &line.join(" ")).unwrap();
            let sources = Sources::of(&options, None);
            let read =
                arguments::read(&schema(), &operation, words, sources).unwrap().into_object();
            for name in names {
                assert_eq!(read[name], *name, "{line:?}");
            }
        }
        // A name that could be two is neither.
        let operation = named(&["userId", "UserId"]);
        let (_, words) = read(&operation, "--userId a --user-id b").unwrap();
        let problem = words.problems[0].to_string();
        assert!(problem.contains("did you mean `--userId` or `--UserId`?"), "{problem}");
        let (_, words) = read(&operation, "--user-id.x b").unwrap();
        assert!(arguments::read(&schema(), &operation, words, Sources::default()).is_err());
    }

    #[test]
    fn help_is_there_under_its_short_name() {
        let schema = schema();
        let stop = read(schema.operation("shadow").unwrap(), "-h").unwrap_err();
        let Stop::Clap(said) = stop else { panic!("{stop:?}") };
        assert_eq!(said.kind(), ErrorKind::DisplayHelp);
    }

    #[test]
    fn no_flag_is_hidden() {
        let schema = schema();
        let command = command(&schema, schema.operation("shadow").unwrap());
        let hidden = |argument: &&clap::Arg| argument.is_hide_set();
        let is_sandbox = |argument: &clap::Arg| argument.get_long() == Some("sandbox");
        assert!(command.get_arguments().filter(hidden).all(is_sandbox));
    }
}
