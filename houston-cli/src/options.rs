//! Our own options: before the operation's name always, behind it unless an argument has the name.

use std::path::PathBuf;
use std::time::Duration;

use clap::parser::ValueSource;
use clap::{Arg, ArgAction, ArgMatches, Command};

use crate::failure::Failure;
use crate::fields::{DEEPEST, DEPTH};
use crate::format::Format;

/// The options of a call.
#[derive(Debug, Default)]
pub(crate) struct Options {
    pub(crate) url: Option<String>,
    pub(crate) base_domain: Option<String>,
    pub(crate) sandbox: bool,
    pub(crate) profile: Option<String>,
    pub(crate) token_file: Option<PathBuf>,
    pub(crate) token_stdin: bool,
    pub(crate) allow_http: bool,
    /// A schema to use in place of the one that is built in: a file.
    pub(crate) schema: Option<PathBuf>,
    pub(crate) verbose: bool,
    pub(crate) dry_run: bool,
    /// How the answer is written, when the call says so.
    pub(crate) format: Option<Format>,
    pub(crate) fields: Option<String>,
    /// How many levels a default selection shows, when the call says so.
    pub(crate) depth: Option<usize>,
    pub(crate) jq: Option<String>,
    /// A file with the arguments, or `-`.
    pub(crate) input: Option<String>,
    /// Arguments that are null.
    pub(crate) nulls: Vec<String>,
    pub(crate) allow_secret_args: bool,
    pub(crate) yes: bool,
    pub(crate) curl: bool,
    pub(crate) network: Network,
}

/// How a call waits, repeats and trusts, where it says so.
#[derive(Debug, Default)]
pub(crate) struct Network {
    pub(crate) connect_timeout: Option<Duration>,
    pub(crate) idle_timeout: Option<Duration>,
    pub(crate) timeout: Option<Duration>,
    pub(crate) retries: Option<u32>,
    pub(crate) retry_idempotent: bool,
    pub(crate) ca_cert: Option<PathBuf>,
    pub(crate) client_cert: Option<PathBuf>,
    pub(crate) insecure: bool,
}

/// Reads a time such as `500ms`, `10s`, `2m`.
fn duration(text: &str) -> Result<Duration, String> {
    let digits = text.trim_end_matches(|letter: char| letter.is_ascii_alphabetic());
    let wrong = || "give a number and a unit, such as 500ms, 10s, 2m".to_owned();
    let number: u64 = digits.parse().map_err(|_| wrong())?;
    let milliseconds = match &text[digits.len()..] {
        "ms" => Some(number),
        "s" => number.checked_mul(1_000),
        "m" => number.checked_mul(60_000),
        "h" => number.checked_mul(3_600_000),
        _ => None,
    };
    // A year is longer than any call.
    let fits = milliseconds.filter(|milliseconds| (1..=31_536_000_000).contains(milliseconds));
    fits.map(Duration::from_millis).ok_or_else(wrong)
}

const URL: &str = "option:url";
const BASE_DOMAIN: &str = "option:base-domain";
const SANDBOX: &str = "option:sandbox";
const PROFILE: &str = "option:profile";
const TOKEN_FILE: &str = "option:token-file";
const TOKEN_STDIN: &str = "option:token-stdin";
const CLIENT_CERT: &str = "option:client-cert";
const SCHEMA: &str = "option:schema";
const VERBOSE: &str = "option:verbose";
const ALLOW_HTTP: &str = "option:allow-http";
const DRY_RUN: &str = "option:dry-run";
const OUTPUT: &str = "option:output";
const FIELDS: &str = "option:fields";
const DEPTH_OF: &str = "option:depth";
const JQ: &str = "option:jq";
const INPUT: &str = "option:input";
const NULL: &str = "option:null";
const ALLOW_SECRETS: &str = "option:allow-secret-args";
const YES: &str = "option:yes";
const CURL: &str = "option:curl";
const CONNECT_TIMEOUT: &str = "option:connect-timeout";
const IDLE_TIMEOUT: &str = "option:idle-timeout";
const TIMEOUT: &str = "option:timeout";
const RETRIES: &str = "option:retries";
const RETRY_IDEMPOTENT: &str = "option:retry-idempotent";
const CA_CERT: &str = "option:ca-cert";
const INSECURE: &str = "option:insecure";
const ERRORS: &str = "option:errors";

/// How an answer is written.
fn output() -> Arg {
    Arg::new(OUTPUT)
        .short('o')
        .long("output")
        .value_name("FORMAT")
        .value_parser(Format::ALL.map(|(name, _)| name))
        .help("How to write the answer; a table on a terminal and JSON elsewhere if it is left out")
        .help_heading("Options")
}

/// How a command that calls nobody writes what it knows.
pub(crate) fn output_of_facts() -> Arg {
    Arg::new(OUTPUT)
        .short('o')
        .long("output")
        .value_name("FORMAT")
        .value_parser(["json", "yaml"])
        .help("How to write it, for programs")
}

/// Every option that a call of an operation has.
fn declared() -> Vec<Arg> {
    let option = |id: &'static str| {
        let name = id.strip_prefix("option:").unwrap_or(id);
        Arg::new(id).long(name).help_heading("Options")
    };
    vec![
        option(URL).value_name("URL").help("The whole address of the API [env: HOUSTON_URL]"),
        option(BASE_DOMAIN)
            .value_name("DOMAIN")
            .help("The platform's domain: https://houston.DOMAIN/v1 [env: HOUSTON_BASE_DOMAIN]"),
        option(SANDBOX)
            .action(ArgAction::SetTrue)
            .hide(cfg!(not(feature = "sandbox")))
            .help("Ask the embedded Houston, as its administrator; needs no platform and no token"),
        option(PROFILE)
            .value_name("NAME")
            .help("The platform of this profile, see `houston profile` [env: HOUSTON_PROFILE]"),
        option(TOKEN_FILE)
            .value_name("FILE")
            .value_parser(clap::value_parser!(PathBuf))
            .help("A file that holds the token [env: HOUSTON_TOKEN holds the token itself]"),
        option(TOKEN_STDIN).action(ArgAction::SetTrue).help("Read the token from stdin"),
        option(ALLOW_HTTP)
            .action(ArgAction::SetTrue)
            .help("Send the token without encryption to a host that is not this machine"),
        option(DRY_RUN)
            .action(ArgAction::SetTrue)
            .help("Show what would be sent, without secrets; needs no platform and no token"),
        option(CURL)
            .action(ArgAction::SetTrue)
            .help("Show the same as a curl command, without secrets"),
        option(INPUT)
            .value_name("FILE|-")
            .help("A file with arguments, JSON or YAML; flags win over it"),
        option(NULL)
            .value_name("NAME")
            .action(ArgAction::Append)
            .help("Set this argument to null; can be repeated"),
        option(ALLOW_SECRETS)
            .action(ArgAction::SetTrue)
            .help("Take secrets from the words of the call, where others can read them"),
        option(YES).action(ArgAction::SetTrue).help("Delete or replace without asking"),
        output(),
        option(FIELDS)
            .value_name("FIELDS")
            .help("What to ask for, such as id,label,urls.url or 'id urls{type url}'"),
        option(DEPTH_OF)
            .value_name("N")
            .value_parser(clap::value_parser!(u64).range(1..=DEEPEST as u64))
            .help(format!("How many levels to ask for, without --fields [default: {DEPTH}]")),
        option(JQ).value_name("FILTER").help("Write what this jq filter makes of the answer"),
        option(CONNECT_TIMEOUT)
            .value_name("TIME")
            .value_parser(duration)
            .help("How long a connection may take, such as 500ms [default: 10s]"),
        option(IDLE_TIMEOUT)
            .value_name("TIME")
            .value_parser(duration)
            .help("How long the server may be silent [default: 30s]"),
        option(TIMEOUT)
            .value_name("TIME")
            .value_parser(duration)
            .help("How long the call may take in all, repetitions included [default: 2m]"),
        option(RETRIES)
            .value_name("N")
            .value_parser(clap::value_parser!(u64).range(0..=20))
            .help("How often to repeat what had no effect [default: 3]"),
        option(RETRY_IDEMPOTENT).action(ArgAction::SetTrue).help(
            "Repeat a mutation whose outcome is unknown, if running it twice is as running it once",
        ),
        option(CA_CERT)
            .value_name("FILE")
            .value_parser(clap::value_parser!(PathBuf))
            .help("Trust the certificates of this PEM file, too"),
        option(CLIENT_CERT)
            .value_name("FILE")
            .value_parser(clap::value_parser!(PathBuf))
            .help("Show the certificate of this PEM file, which holds its key, too"),
        option(INSECURE)
            .action(ArgAction::SetTrue)
            .help("Trust any certificate: whoever is on the way can read the token"),
        option(SCHEMA)
            .value_name("FILE")
            .value_parser(clap::value_parser!(PathBuf))
            .help("Use this schema, GraphQL text or introspection JSON, in place of the one that is built in"),
        option(VERBOSE)
            .short('v')
            .action(ArgAction::SetTrue)
            .help("Say on stderr where a call goes, with what token and what defaults"),
        option(ERRORS)
            .value_name("FORMAT")
            .value_parser(["text", "json"])
            .help("How to write errors and notes on stderr: json is one object a line"),
        Arg::new("help")
            .short('h')
            .long("help")
            .action(ArgAction::Help)
            .help("Show help")
            .help_heading("Options"),
    ]
}

/// Adds the options to a command. A name that an argument of the command has is left to it: what then has no
/// other name is left out.
pub(crate) fn add(command: Command) -> Command {
    let is_taken = |option: &Arg| {
        command.get_arguments().any(|argument| {
            let aliases = argument.get_aliases().unwrap_or_default();
            aliases
                .into_iter()
                .chain(argument.get_long())
                .any(|name| Some(name) == option.get_long())
        })
    };
    let left = |option: Arg| match (is_taken(&option), option.get_short()) {
        (false, _) => Some(option),
        (true, Some(_)) => Some(option.long(None)),
        (true, None) => None,
    };
    let options: Vec<Arg> = declared().into_iter().filter_map(left).collect();
    command.disable_help_flag(true).args(options)
}

impl Options {
    /// Reads the options before and behind the command's name.
    ///
    /// # Errors
    ///
    /// When one that takes a value is given twice, or two exclude each other.
    pub(crate) fn read(places: &[&ArgMatches]) -> Result<Options, Failure> {
        let text = |id| once::<String>(places, id);
        let number = |id| {
            let number = once::<u64>(places, id)?;
            Ok::<_, Failure>(number.map(|number| usize::try_from(number).unwrap_or(usize::MAX)))
        };
        let flag = |id: &str| {
            places.iter().any(|place| matches!(place.try_get_one::<bool>(id), Ok(Some(true))))
        };
        let options = Options {
            url: text(URL)?,
            base_domain: text(BASE_DOMAIN)?,
            sandbox: flag(SANDBOX),
            profile: text(PROFILE)?,
            token_file: once(places, TOKEN_FILE)?,
            token_stdin: flag(TOKEN_STDIN),
            schema: once(places, SCHEMA)?,
            verbose: flag(VERBOSE),
            allow_http: flag(ALLOW_HTTP),
            dry_run: flag(DRY_RUN),
            format: text(OUTPUT)?.and_then(|name| {
                Format::ALL
                    .into_iter()
                    .find_map(|(known, format)| (known == name).then_some(format))
            }),
            fields: text(FIELDS)?,
            depth: number(DEPTH_OF)?,
            jq: text(JQ)?,
            input: text(INPUT)?,
            nulls: places
                .iter()
                .filter_map(|place| place.try_get_many::<String>(NULL).ok().flatten())
                .flatten()
                .cloned()
                .collect(),
            allow_secret_args: flag(ALLOW_SECRETS),
            yes: flag(YES),
            curl: flag(CURL),
            network: Network {
                connect_timeout: once(places, CONNECT_TIMEOUT)?,
                idle_timeout: once(places, IDLE_TIMEOUT)?,
                timeout: once(places, TIMEOUT)?,
                retries: once::<u64>(places, RETRIES)?.and_then(|count| count.try_into().ok()),
                retry_idempotent: flag(RETRY_IDEMPOTENT),
                ca_cert: once(places, CA_CERT)?,
                client_cert: once(places, CLIENT_CERT)?,
                insecure: flag(INSECURE),
            },
        };
        if options.dry_run && options.curl {
            return Err(Failure::usage("--dry-run and --curl exclude each other"));
        }
        if options.fields.is_some() && options.depth.is_some() {
            return Err(Failure::usage("--fields and --depth exclude each other"));
        }
        if options.jq.is_some() && options.format == Some(Format::Raw) {
            return Err(Failure::usage("--jq and -o raw exclude each other"));
        }
        let endpoints = [
            options.url.is_some(),
            options.base_domain.is_some(),
            options.sandbox,
            options.profile.is_some(),
        ];
        if endpoints.iter().filter(|given| **given).count() > 1 {
            let what = "--url, --base-domain, --sandbox and --profile exclude each other";
            return Err(Failure::usage(what));
        }
        if options.token_file.is_some() && options.token_stdin {
            return Err(Failure::usage("--token-file and --token-stdin exclude each other"));
        }
        Ok(options)
    }

    /// How facts are written for programs; none for people.
    pub(crate) fn facts(&self) -> Option<Format> {
        self.format.filter(|format| *format != Format::Table)
    }

    /// Reads the options of a command of our own that calls nobody.
    ///
    /// # Errors
    ///
    /// Those of [`read`](Self::read), and when another one is given than the command has: it would be ignored.
    pub(crate) fn offline(places: &[&ArgMatches], command: &str) -> Result<Options, Failure> {
        Options::of_own(places, command, &[OUTPUT, ERRORS, SCHEMA, PROFILE])
    }

    /// Reads the options of a command of our own that calls the platform.
    ///
    /// # Errors
    ///
    /// As [`offline`](Self::offline).
    pub(crate) fn online(places: &[&ArgMatches], command: &str) -> Result<Options, Failure> {
        Options::of_own(places, command, &ONLINE)
    }

    fn of_own(places: &[&ArgMatches], command: &str, had: &[&str]) -> Result<Options, Failure> {
        let ignored = |id: &str| {
            Failure::usage(format!("--{} means nothing to `houston {command}`", name(id)))
        };
        for option in declared() {
            let id = option.get_id().as_str();
            let given = |place: &&&ArgMatches| {
                matches!(place.try_contains_id(id), Ok(true))
                    && place.value_source(id) == Some(ValueSource::CommandLine)
            };
            let is_given = places.iter().any(|place| given(&place));
            if id != "help" && !had.contains(&id) && is_given {
                return Err(ignored(id));
            }
        }
        let options = Options::read(places)?;
        match options.format {
            None | Some(Format::Json | Format::Yaml | Format::Table) => Ok(options),
            Some(_) => Err(ignored(OUTPUT).help("-o json and -o yaml do")),
        }
    }
}

/// What a command of our own has that calls the platform.
const ONLINE: [&str; 18] = [
    URL,
    BASE_DOMAIN,
    SANDBOX,
    PROFILE,
    TOKEN_FILE,
    TOKEN_STDIN,
    ALLOW_HTTP,
    CONNECT_TIMEOUT,
    IDLE_TIMEOUT,
    TIMEOUT,
    RETRIES,
    CA_CERT,
    CLIENT_CERT,
    INSECURE,
    SCHEMA,
    VERBOSE,
    OUTPUT,
    ERRORS,
];

/// Adds to a command of our own what chooses the schema.
pub(crate) fn add_schema(command: Command) -> Command {
    let chooses = |option: &Arg| [SCHEMA, PROFILE].contains(&option.get_id().as_str());
    command.args(declared().into_iter().filter(chooses).map(|option| option.help_heading(None)))
}

/// Adds to a command of our own that calls nobody what it has.
pub(crate) fn add_offline(command: Command) -> Command {
    add_schema(command).arg(output_of_facts())
}

/// Adds to a command of our own the options of calls.
pub(crate) fn add_online(command: Command) -> Command {
    let has = |option: &Arg| {
        let id = option.get_id().as_str();
        ONLINE.contains(&id) && id != OUTPUT || id == "help"
    };
    command
        .disable_help_flag(true)
        .args(declared().into_iter().filter(has))
        .arg(output_of_facts().help_heading("Options"))
}

/// An option's name, without hyphens.
fn name(id: &str) -> &str {
    id.strip_prefix("option:").unwrap_or(id)
}

/// The value of an option that is given once, in one of the places.
fn once<T: Clone + Send + Sync + 'static>(
    places: &[&ArgMatches],
    id: &str,
) -> Result<Option<T>, Failure> {
    let values = places.iter().filter_map(|place| place.try_get_one::<T>(id).ok().flatten());
    let mut values = values.cloned();
    match (values.next(), values.next()) {
        (_, Some(_)) => Err(Failure::usage(format!("--{} is given twice", name(id)))),
        (value, None) => Ok(value),
    }
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use super::duration;

    #[test]
    fn a_time_has_a_unit() {
        assert_eq!(duration("500ms"), Ok(Duration::from_millis(500)));
        assert_eq!(duration("2m"), Ok(Duration::from_secs(120)));
        for text in
            ["", "5", "s", "-1s", "1.5s", "0s", "1d", "99999999999999999999s", "9000h", "5 s"]
        {
            assert!(duration(text).is_err(), "{text}");
        }
    }
}
