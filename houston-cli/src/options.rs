//! Our own options: before the operation's name always, behind it unless an argument has the name.

mod declared;

use std::path::PathBuf;
use std::time::Duration;

use clap::parser::ValueSource;
use clap::{Arg, ArgMatches, Command};

use crate::failure::Failure;
use crate::format::Format;

use declared::*;
pub(crate) use declared::{OUTPUT, PROFILE, RETRIES, SCHEMA, VERBOSE, YES};

/// The options of a call.
#[derive(Debug, Default)]
pub(crate) struct Options {
    pub(crate) platform: Platform,
    pub(crate) dry_run: bool,
    pub(crate) curl: bool,
    /// A file with the arguments, or `-`.
    pub(crate) input: Option<String>,
    /// Arguments that are null.
    pub(crate) nulls: Vec<String>,
    pub(crate) allow_secret_args: bool,
    pub(crate) confirmation: Confirmation,
    /// How the answer is written, when the call says so.
    pub(crate) format: Option<Format>,
    pub(crate) fields: Option<String>,
    /// How many levels a default selection shows, when the call says so.
    pub(crate) depth: Option<usize>,
    pub(crate) jq: Option<String>,
    pub(crate) network: Network,
    pub(crate) repetition: Repetition,
    pub(crate) retry_idempotent: bool,
    pub(crate) schema: SchemaFile,
    pub(crate) verbosity: Verbosity,
}

/// Where a call goes, and what it signs in with.
#[derive(Debug, Default)]
pub(crate) struct Platform {
    pub(crate) url: Option<String>,
    pub(crate) base_domain: Option<String>,
    pub(crate) sandbox: bool,
    pub(crate) profile: ProfileName,
    pub(crate) token_file: Option<PathBuf>,
    pub(crate) token_stdin: bool,
    pub(crate) allow_http: bool,
}

/// Which profile a call uses.
#[derive(Debug, Default)]
pub(crate) struct ProfileName {
    pub(crate) name: Option<String>,
}

/// Whether something is removed or replaced without asking.
#[derive(Debug, Default)]
pub(crate) struct Confirmation {
    pub(crate) yes: bool,
}

/// How a call waits and trusts, where it says so.
#[derive(Debug, Default)]
pub(crate) struct Network {
    pub(crate) connect_timeout: Option<Duration>,
    pub(crate) idle_timeout: Option<Duration>,
    pub(crate) timeout: Option<Duration>,
    pub(crate) ca_cert: Option<PathBuf>,
    pub(crate) client_cert: Option<PathBuf>,
    pub(crate) insecure: bool,
}

/// How often a call is repeated, where it says so.
#[derive(Debug, Default)]
pub(crate) struct Repetition {
    pub(crate) retries: Option<u32>,
}

/// A schema to use in place of the one that is built in.
#[derive(Debug, Default)]
pub(crate) struct SchemaFile {
    pub(crate) file: Option<PathBuf>,
}

/// Whether a call says where it goes.
#[derive(Debug, Default)]
pub(crate) struct Verbosity {
    pub(crate) verbose: bool,
}

/// Adds a flag of ours, unless an argument of the command has its name.
pub(crate) fn add_flag(command: Command, flag: Arg) -> Command {
    let is_taken = command.get_arguments().any(|argument| {
        let aliases = argument.get_aliases().unwrap_or_default();
        aliases.into_iter().chain(argument.get_long()).any(|name| Some(name) == flag.get_long())
    });
    if is_taken { command } else { command.arg(flag) }
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
            platform: Platform {
                url: text(URL)?,
                base_domain: text(BASE_DOMAIN)?,
                sandbox: flag(SANDBOX),
                profile: ProfileName { name: text(PROFILE)? },
                token_file: once(places, TOKEN_FILE)?,
                token_stdin: flag(TOKEN_STDIN),
                allow_http: flag(ALLOW_HTTP),
            },
            schema: SchemaFile { file: once(places, SCHEMA)? },
            verbosity: Verbosity { verbose: flag(VERBOSE) },
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
            confirmation: Confirmation { yes: flag(YES) },
            curl: flag(CURL),
            repetition: Repetition {
                retries: once::<u64>(places, RETRIES)?.and_then(|count| count.try_into().ok()),
            },
            retry_idempotent: flag(RETRY_IDEMPOTENT),
            network: Network {
                connect_timeout: once(places, CONNECT_TIMEOUT)?,
                idle_timeout: once(places, IDLE_TIMEOUT)?,
                timeout: once(places, TIMEOUT)?,
                ca_cert: once(places, CA_CERT)?,
                client_cert: once(places, CLIENT_CERT)?,
                insecure: flag(INSECURE),
            },
        };
        let platform = &options.platform;
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
            platform.url.is_some(),
            platform.base_domain.is_some(),
            platform.sandbox,
            platform.profile.name.is_some(),
        ];
        if endpoints.iter().filter(|given| **given).count() > 1 {
            let what = "--url, --base-domain, --sandbox and --profile exclude each other";
            return Err(Failure::usage(what));
        }
        if platform.token_file.is_some() && platform.token_stdin {
            return Err(Failure::usage("--token-file and --token-stdin exclude each other"));
        }
        if platform.sandbox && (platform.token_file.is_some() || platform.token_stdin) {
            let what = "--sandbox signs in as its administrator, and reads no token";
            return Err(Failure::usage(what)
                .help("`houston sandbox serve` serves one that can be asked with a token"));
        }
        Ok(options)
    }

    /// How facts are written for programs; none for people.
    pub(crate) fn facts(&self) -> Option<Format> {
        self.format.filter(|format| *format != Format::Table)
    }

    /// Reads the options of a command of our own, which has these beside `--errors`.
    ///
    /// # Errors
    ///
    /// Those of [`read`](Self::read), and when another one is given: it would be ignored.
    pub(crate) fn of_own(
        places: &[&ArgMatches],
        command: &str,
        had: &[&[&str]],
    ) -> Result<Options, Failure> {
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
            if id != HELP && !has(had, id) && is_given {
                return Err(ignored(id).help(format!("`houston {command} --help` shows what does")));
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
pub(crate) const LINE: &[&str] = &[
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
    CA_CERT,
    CLIENT_CERT,
    INSECURE,
];

/// Whether a command of our own has an option.
fn has(had: &[&[&str]], id: &str) -> bool {
    id == ERRORS || had.iter().any(|ids| ids.contains(&id))
}

/// Adds to a command of our own the options that it has beside `--errors`.
pub(crate) fn add_own(command: Command, had: &[&[&str]]) -> Command {
    let own = |option: Arg| match option.get_id().as_str() {
        OUTPUT => output_of_facts(),
        _ => option.help_heading(None),
    };
    let options = declared().into_iter().filter(|option| has(had, option.get_id().as_str()));
    command.args(options.map(own))
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
