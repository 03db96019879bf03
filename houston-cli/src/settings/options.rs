//! Our own options, in the groups that commands have them in: before the operation's name always, behind it unless an
//! argument has the name.

mod refused;
mod values;

use std::ffi::OsString;
use std::path::PathBuf;
use std::time::Duration;

use clap::builder::{PossibleValuesParser, TypedValueParser};
use clap::{Arg, ArgAction, Args, Command, ValueEnum};

use crate::answer::fields::{DEEPEST, DEPTH};
use crate::answer::format::Format;
use crate::failure::Failure;
use crate::failure::stop::Stop;
use refused::ADMINISTRATOR;
pub(crate) use refused::{flag, refused};
use values::{duration, number};

/// The options of a call. Those of one `group` exclude each other; where a group stands in help, its order says.
#[derive(Args, Clone, Debug, Default)]
pub(crate) struct Options {
    #[command(flatten)]
    pub(crate) platform: Platform,
    /// Show what would be sent, without secrets; needs no platform and no token
    #[arg(long, group = "shown")]
    pub(crate) dry_run: bool,
    /// Show the same as a curl command, without secrets
    #[arg(long, group = "shown")]
    pub(crate) curl: bool,
    /// A file with arguments, JSON or YAML; flags win over it
    #[arg(long, value_name = "FILE|-")]
    pub(crate) input: Option<String>,
    /// Set this argument to null; can be repeated
    #[arg(id = "null", long, value_name = "NAME")]
    pub(crate) nulls: Vec<String>,
    /// Take secrets from the words of the call, where others can read them
    #[arg(long)]
    pub(crate) allow_secret_args: bool,
    #[command(flatten)]
    pub(crate) confirmation: Confirmation,
    /// How to write the answer; a table on a terminal and JSON elsewhere if it is left out
    #[arg(id = "output", short, long, value_name = "FORMAT", value_enum)]
    pub(crate) format: Option<Format>,
    /// What to ask for, such as id,label,urls.url or 'id urls{type url}'
    #[arg(long, value_name = "FIELDS", group = "selection")]
    pub(crate) fields: Option<String>,
    #[arg(
        long,
        value_name = "N",
        group = "selection",
        value_parser = |text: &str| number(text, 1..=DEEPEST),
        help = format!("How many levels to ask for, without --fields [default: {DEPTH}]"),
    )]
    pub(crate) depth: Option<usize>,
    /// Write what this jq filter makes of the answer; -o value writes it without quotes, a line each
    #[arg(long, value_name = "FILTER")]
    pub(crate) jq: Option<String>,
    #[command(flatten)]
    pub(crate) network: Network,
    #[command(flatten)]
    pub(crate) repetition: Repetition,
    /// Repeat a mutation whose outcome is unknown, if running it twice is as running it once
    #[arg(long)]
    pub(crate) retry_idempotent: bool,
    #[command(flatten)]
    pub(crate) schema: SchemaFile,
    #[command(flatten)]
    pub(crate) verbosity: Verbosity,
}

/// Where a call goes, and what it signs in with.
#[derive(Args, Clone, Debug, Default)]
#[command(next_display_order = 100)]
pub(crate) struct Platform {
    /// The whole address of the API [env: HOUSTON_URL]
    #[arg(long, value_name = "URL", group = "platform")]
    pub(crate) url: Option<String>,
    /// The platform's domain: https://houston.DOMAIN/v1 [env: HOUSTON_BASE_DOMAIN]
    #[arg(long, value_name = "DOMAIN", group = "platform")]
    pub(crate) base_domain: Option<String>,
    /// Ask the embedded Houston, as its administrator; needs no platform and no token
    #[arg(long, groups = ["platform", ADMINISTRATOR], hide = cfg!(not(feature = "sandbox")))]
    pub(crate) sandbox: bool,
    #[command(flatten)]
    pub(crate) profile: ProfileName,
    /// A file that holds the token [env: HOUSTON_TOKEN holds the token itself]
    #[arg(long, value_name = "FILE", groups = ["token", ADMINISTRATOR])]
    pub(crate) token_file: Option<PathBuf>,
    /// Read the token from stdin
    #[arg(long, groups = ["token", ADMINISTRATOR])]
    pub(crate) token_stdin: bool,
    /// Send the token without encryption to a host that is not this machine
    #[arg(long)]
    pub(crate) allow_http: bool,
}

/// Which profile a call uses.
#[derive(Args, Clone, Debug, Default, PartialEq)]
pub(crate) struct ProfileName {
    /// The platform of this profile, see `houston profile` [env: HOUSTON_PROFILE]
    #[arg(id = "profile", long, value_name = "NAME", group = "platform")]
    pub(crate) name: Option<String>,
}

/// Whether something is removed or replaced without asking.
#[derive(Args, Clone, Debug, Default)]
pub(crate) struct Confirmation {
    /// Delete or replace without asking
    #[arg(long)]
    pub(crate) yes: bool,
}

/// How a command of our own writes what it knows.
#[derive(Args, Clone, Debug)]
#[command(next_display_order = 200)]
pub(crate) struct Facts {
    /// How to write it, for programs
    #[arg(id = "output", short, long, value_name = "FORMAT", value_parser = facts())]
    pub(crate) format: Option<Format>,
}

/// How a call waits and trusts, where it says so.
#[derive(Args, Clone, Debug, Default)]
#[command(next_display_order = 300)]
pub(crate) struct Network {
    /// How long a connection may take, such as 500ms [default: 10s]
    #[arg(long, value_name = "TIME", value_parser = duration)]
    pub(crate) connect_timeout: Option<Duration>,
    /// How long the server may be silent [default: 30s]
    #[arg(long, value_name = "TIME", value_parser = duration)]
    pub(crate) idle_timeout: Option<Duration>,
    /// How long the call may take in all, repetitions included [default: 2m]
    #[arg(long, value_name = "TIME", value_parser = duration)]
    pub(crate) timeout: Option<Duration>,
    /// Trust the certificates of this PEM file, too
    #[arg(long, value_name = "FILE", display_order = 500)]
    pub(crate) ca_cert: Option<PathBuf>,
    /// Show the certificate of this PEM file, which holds its key, too
    #[arg(long, value_name = "FILE", display_order = 501)]
    pub(crate) client_cert: Option<PathBuf>,
    /// Trust any certificate: whoever is on the way can read the token
    #[arg(long, display_order = 502)]
    pub(crate) insecure: bool,
}

/// How often a call is repeated, where it says so.
#[derive(Args, Clone, Debug, Default)]
#[command(next_display_order = 400)]
pub(crate) struct Repetition {
    /// How often to repeat what had no effect [default: 3]
    #[arg(long, value_name = "N", value_parser = |text: &str| number(text, 0..=20_u32))]
    pub(crate) retries: Option<u32>,
}

/// A schema to use in place of the one that is built in.
#[derive(Args, Clone, Debug, Default, PartialEq)]
#[command(next_display_order = 600)]
pub(crate) struct SchemaFile {
    /// Use this schema, GraphQL text or introspection JSON, in place of the one that is built in
    #[arg(id = "schema", long, value_name = "FILE")]
    pub(crate) file: Option<PathBuf>,
}

/// Whether a call says where it goes.
#[derive(Args, Clone, Debug, Default)]
#[command(next_display_order = 700)]
pub(crate) struct Verbosity {
    /// Say on stderr where a call goes, with what token and what defaults
    #[arg(short, long)]
    pub(crate) verbose: bool,
}

/// What a command of our own has that needs a schema and no platform.
#[derive(Args, Clone, Debug)]
pub(crate) struct SchemaChoice {
    #[command(flatten)]
    profile: ProfileName,
    #[command(flatten)]
    schema: SchemaFile,
}

impl From<SchemaChoice> for Options {
    fn from(choice: SchemaChoice) -> Self {
        Options { schema: choice.schema, ..choice.profile.into() }
    }
}

impl From<ProfileName> for Options {
    fn from(profile: ProfileName) -> Self {
        Platform { profile, ..Platform::default() }.into()
    }
}

impl From<Platform> for Options {
    fn from(platform: Platform) -> Self {
        Options { platform, ..Options::default() }
    }
}

impl Options {
    /// The options, if they fit together.
    ///
    /// # Errors
    ///
    /// When a filter is given for what is not read.
    pub(crate) fn checked(self) -> Result<Self, Failure> {
        match (&self.jq, self.format) {
            (Some(_), Some(Format::Raw)) => {
                Err(Failure::usage("--jq and -o raw exclude each other"))
            }
            _ => Ok(self),
        }
    }

    /// Whether the schema is chosen as by other options.
    pub(crate) fn has_schema_of(&self, other: &Options) -> bool {
        let (one, another) = (&self.platform, &other.platform);
        self.schema == other.schema
            && one.profile == another.profile
            && one.url == another.url
            && one.base_domain == another.base_domain
            && one.sandbox == another.sandbox
    }

    /// How facts are written for programs; none for people.
    pub(crate) fn facts(&self) -> Option<Format> {
        self.format.filter(|format| *format != Format::Table)
    }
}

fn facts() -> impl TypedValueParser<Value = Format> {
    PossibleValuesParser::new(["json", "yaml"]).try_map(|name| Format::from_str(&name, false))
}

/// How errors and notes are written: every command has it. The words of a call are searched for it first, because an
/// error about the words is written that way as well.
fn errors() -> Arg {
    Arg::new("errors")
        .long("errors")
        .value_name("FORMAT")
        .value_parser(["text", "json"])
        .display_order(900)
        .help("How to write errors and notes on stderr: json is one object a line")
}

/// A command with these options and no others.
pub(crate) fn command<A: Args>() -> Command {
    let help = Arg::new("help").short('h').long("help").action(ArgAction::Help).help("Show help");
    let command = Command::new("houston").override_usage(USAGE).no_binary_name(true);
    complete(A::augment_args(command)).disable_help_flag(true).arg(help.display_order(901))
}

/// Adds the option that every command has. One without a value may be given twice.
pub(crate) fn complete(command: Command) -> Command {
    if command.has_subcommands() {
        return command.mut_subcommands(complete);
    }
    command.arg(errors()).mut_args(|option| {
        let id = option.get_id().clone();
        if option.get_action().takes_values() { option } else { option.overrides_with(id) }
    })
}

/// How the program is called.
pub(crate) const USAGE: &str =
    "houston [OPTIONS] <OPERATION> [--ARGUMENT VALUE]…\n       houston [OPTIONS] <COMMAND>";

/// Reads options.
///
/// # Errors
///
/// What clap says about them, and when two exclude each other.
pub(crate) fn read<A: Args>(words: impl IntoIterator<Item = OsString>) -> Result<A, Stop> {
    let mut command = command::<A>();
    let matches = command.try_get_matches_from_mut(words);
    let matches = matches.map_err(|error| refused(error, &command))?;
    Ok(A::from_arg_matches(&matches)?)
}

/// The long name of the option of ours that a flag is.
pub(crate) fn name(flag: &str) -> Option<String> {
    let options = command::<Options>();
    let mut options = options.get_arguments();
    let name = flag.trim_start_matches('-');
    let found = options.find(|option| {
        option.get_long() == Some(name)
            || option.get_short().is_some_and(|short| name.chars().eq([short]))
    })?;
    found.get_long().map(str::to_owned)
}

/// Adds a flag of ours, unless an argument of the command has its name. What then has no other name is left out.
pub(crate) fn add_flag(command: Command, flag: Arg) -> Command {
    let is_taken = command.get_arguments().any(|argument| {
        let aliases = argument.get_aliases().unwrap_or_default();
        aliases.into_iter().chain(argument.get_long()).any(|name| Some(name) == flag.get_long())
    });
    match (is_taken, flag.get_short()) {
        (false, _) => command.arg(flag.help_heading("Options")),
        (true, Some(_)) => command.arg(flag.long(None).help_heading("Options")),
        (true, None) => command,
    }
}

/// Adds options to a command, each unless an argument of the command has its name.
pub(crate) fn add<A: Args>(to: Command) -> Command {
    let options = command::<A>();
    let options = options.get_arguments().cloned();
    options.fold(to.disable_help_flag(true), add_flag)
}
