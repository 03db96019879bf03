//! The command of an operation: its flags and its options.

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
    let every = options::every();
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
            "resolve",
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
    let (schema, mut command) = (schema(), command(&schema(), operation));
    crate::help::operation::text(&schema, operation, &command)
        + &command.render_long_help().to_string()
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
        let read = arguments::read(&schema(), &operation, words, sources).unwrap().into_object();
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
