//! Options of the program, in the groups that commands use. They are valid in front of the operation's name, and behind
//! it unless an argument has the same name.
//!
//! An option decides whether or where something is sent, unless it is in the group [`YIELDING`]. If an argument has the
//! name of an option that decides, the flag is ambiguous behind the operation's name; a yielding name is the argument's.

use std::path::PathBuf;
use std::time::Duration;

use clap::builder::{PossibleValuesParser, TypedValueParser};
use clap::{ArgAction, Args, ValueEnum, ValueHint};
use jiff::Timestamp;

use super::headings::{INPUT, NETWORK, OTHER, OUTPUT, PLATFORM, RUNNING, SCHEMA};
use super::rows::Rows;
use super::values::{Resolved, duration, number, resolved};
use super::waiting::{Conditions, Waiting};
use crate::answer::fields::{DEEPEST, DEPTH};
use crate::answer::format::Format;
use crate::terminal::text::{plain, word};

/// The group of options that give way to an argument of the same name.
pub(super) const YIELDING: &str = "yielding";

/// The group of the sandbox's administrator, and of the options that give another account.
pub(super) const ADMINISTRATOR: &str = "administrator";

/// The option that sets any argument. It never gives way.
pub(crate) const ARGUMENT: &str = "argument";

/// The settings of a call. Options of one `group` exclude each other; the display order places them in the help.
#[derive(Args, Clone, Debug, Default)]
pub(crate) struct Options {
    #[command(flatten)]
    pub(crate) platform: Platform,
    /// File with arguments, JSON or YAML; flags override it
    #[arg(
        long,
        value_name = "FILE|-",
        value_hint = ValueHint::FilePath,
        display_order = 120,
        group = YIELDING,
        help_heading = INPUT
    )]
    pub(crate) input: Option<String>,
    /// Set this argument to null; can be repeated
    #[arg(id = "null", long, value_name = "NAME", display_order = 121, group = YIELDING, help_heading = INPUT)]
    pub(crate) nulls: Vec<String>,
    /// Set an argument whose flag is also an option; can be repeated
    #[arg(id = ARGUMENT, long, value_name = "NAME=VALUE", display_order = 119, help_heading = INPUT)]
    pub(crate) arguments: Vec<String>,
    /// Allow secrets on the command line, where shell history and `ps` show them
    #[arg(long, display_order = 122, help_heading = INPUT)]
    pub(crate) allow_secret_args: bool,
    /// Output format [default: table on a terminal, json otherwise]
    #[arg(
        id = "output",
        short,
        long,
        value_name = "FORMAT",
        value_enum,
        display_order = 140,
        group = YIELDING,
        help_heading = OUTPUT
    )]
    pub(crate) format: Option<Format>,
    /// With -o csv, mark text that a spreadsheet would take for a formula
    #[arg(long, display_order = 141, group = YIELDING, help_heading = OUTPUT)]
    pub(crate) excel: bool,
    /// With -o value, print an empty line in place of a missing value
    #[arg(long, display_order = 142, group = YIELDING, help_heading = OUTPUT)]
    pub(crate) or_empty: bool,
    /// Filter the answer with jq; with -o value, print raw strings, one per line
    #[arg(long, value_name = "FILTER", display_order = 160, group = YIELDING, help_heading = OUTPUT)]
    pub(crate) jq: Option<String>,
    /// Give filters a variable $NAME with this text; can be repeated
    #[arg(
        id = "arg",
        long,
        num_args = 2,
        value_names = ["NAME", "VALUE"],
        allow_hyphen_values = true,
        action = ArgAction::Append,
        display_order = 161,
        group = YIELDING,
        help_heading = OUTPUT
    )]
    pub(crate) named: Vec<String>,
    /// Write the answer, which is `data`, with this Jinja template
    #[arg(
        long,
        value_name = "TEMPLATE|@FILE",
        display_order = 162,
        group = YIELDING,
        help_heading = OUTPUT
    )]
    pub(crate) template: Option<String>,
    #[command(flatten)]
    pub(crate) network: Network,
    #[command(flatten)]
    pub(crate) repetition: Repetition,
    #[command(flatten)]
    pub(crate) schema: SchemaFile,
    /// Do not ask the platform for its schema; with --dry-run, send no look-ups either
    #[arg(long, display_order = 601, help_heading = SCHEMA)]
    pub(crate) offline: bool,
    #[command(flatten)]
    pub(crate) verbosity: Verbosity,
    /// How it is run; by default if its command has no such options.
    #[arg(skip)]
    pub(crate) running: Running,
    /// Which fields it selects; by default if its command has no such options.
    #[arg(skip)]
    pub(crate) selected: Selected,
    /// What to wait for until something is so; by default nothing.
    #[arg(skip)]
    pub(crate) conditions: Conditions,
    /// What to wait for after it; by default nothing.
    #[arg(skip)]
    pub(crate) waiting: Waiting,
    /// The rows to run it for; by default none.
    #[arg(skip)]
    pub(crate) rows: Rows,
    /// The creation whose rows it writes; by default none.
    #[arg(skip)]
    pub(crate) as_rows: Option<String>,
    /// The URL for subscriptions; none for the one beside that of the API.
    #[arg(skip)]
    pub(crate) socket_url: Option<String>,
    /// When the original call was sent, for `houston reconcile`.
    #[arg(skip)]
    pub(crate) since: Option<Timestamp>,
}

/// How to run a call that may change something.
#[derive(Args, Clone, Debug, Default)]
#[command(next_help_heading = RUNNING)]
pub(crate) struct Running {
    /// Print the request without sending it, with secrets masked; needs no platform or token
    #[arg(long, group = "shown", display_order = 110)]
    pub(crate) dry_run: bool,
    /// Print the call as a curl command, without secrets
    #[arg(long, group = "shown", display_order = 111)]
    pub(crate) curl: bool,
    #[command(flatten, next_display_order = 130)]
    pub(crate) confirmation: Confirmation,
    /// Also retry idempotent mutations whose outcome is unknown
    #[arg(long, display_order = 410, help_heading = RUNNING)]
    pub(crate) retry_idempotent: bool,
}

/// Which fields to select.
#[derive(Args, Clone, Debug, Default)]
#[command(next_help_heading = OUTPUT, next_display_order = 150)]
pub(crate) struct Selected {
    /// Fields to select, such as id,label,urls.url or 'id urls{type url}'
    #[arg(long, value_name = "FIELDS", groups = ["selection", YIELDING])]
    pub(crate) fields: Option<String>,
    #[arg(
        long,
        value_name = "N",
        groups = ["selection", YIELDING],
        value_parser = |text: &str| number(text, 1..=DEEPEST),
        help = format!("Depth of the default selection, if --fields is not given [default: {DEPTH}]"),
    )]
    pub(crate) depth: Option<usize>,
}

/// The platform of a call, and its token.
#[derive(Args, Clone, Debug, Default)]
#[command(next_help_heading = PLATFORM, next_display_order = 100)]
pub(crate) struct Platform {
    /// URL of the API [env: HOUSTON_URL]
    #[arg(long, value_name = "URL", group = "platform")]
    pub(crate) url: Option<String>,
    /// Domain of the platform, for https://houston.DOMAIN/v1 [env: HOUSTON_BASE_DOMAIN]
    #[arg(long, value_name = "DOMAIN", group = "platform")]
    pub(crate) base_domain: Option<String>,
    /// Use the embedded Houston, as its administrator; needs no platform or token
    #[arg(long, groups = ["platform", ADMINISTRATOR], hide = cfg!(not(feature = "sandbox")))]
    pub(crate) sandbox: bool,
    #[command(flatten)]
    pub(crate) profile: ProfileName,
    /// File that contains the token [env: HOUSTON_TOKEN contains the token itself]
    #[arg(long, value_name = "FILE", groups = ["token", ADMINISTRATOR])]
    pub(crate) token_file: Option<PathBuf>,
    /// Read the token from stdin
    #[arg(long, groups = ["token", ADMINISTRATOR])]
    pub(crate) token_stdin: bool,
    /// Allow http:// to other machines; the token is sent without encryption
    #[arg(long, help_heading = PLATFORM)]
    pub(crate) allow_http: bool,
}

impl Platform {
    /// The options that were given, for a command that uses the same platform and token. A token on stdin is gone.
    pub(crate) fn words(&self) -> String {
        let token_file = self.token_file.as_ref().map(|path| path.to_string_lossy());
        let values = [
            ("url", self.url.as_deref()),
            ("base-domain", self.base_domain.as_deref()),
            ("profile", self.profile.name.as_deref()),
            ("token-file", token_file.as_deref()),
        ];
        let given = values.into_iter().filter_map(|(name, value)| Some((name, value?)));
        let mut words: String =
            given.map(|(name, value)| format!(" --{name} {}", word(&plain(value)))).collect();
        for (name, is_given) in [("sandbox", self.sandbox), ("allow-http", self.allow_http)] {
            if is_given {
                words += &format!(" --{name}");
            }
        }
        words
    }
}

/// The profile of a call.
#[derive(Args, Clone, Debug, Default, PartialEq)]
#[command(next_help_heading = PLATFORM)]
pub(crate) struct ProfileName {
    /// Profile to use, see `houston profile` [env: HOUSTON_PROFILE]
    #[arg(id = "profile", long, value_name = "NAME", groups = ["platform", YIELDING])]
    pub(crate) name: Option<String>,
}

/// Whether to remove or replace without asking.
#[derive(Args, Clone, Debug, Default)]
#[command(next_help_heading = RUNNING)]
pub(crate) struct Confirmation {
    /// Do not ask before deleting or replacing
    #[arg(long)]
    pub(crate) yes: bool,
}

/// The output format of a built-in command.
#[derive(Args, Clone, Debug)]
#[command(next_help_heading = OUTPUT, next_display_order = 200)]
pub(crate) struct Facts {
    /// Output format for programs
    #[arg(id = "output", short, long, value_name = "FORMAT", value_parser = facts())]
    pub(crate) format: Option<Format>,
}

/// Timeouts and certificates of a call.
#[derive(Args, Clone, Debug, Default)]
#[command(next_help_heading = NETWORK, next_display_order = 300)]
pub(crate) struct Network {
    /// Timeout for connecting, such as 500ms [default: 10s]
    #[arg(long, value_name = "TIME", value_parser = duration, group = YIELDING)]
    pub(crate) connect_timeout: Option<Duration>,
    /// Timeout while the server sends nothing [default: 30s]
    #[arg(long, value_name = "TIME", value_parser = duration, group = YIELDING)]
    pub(crate) idle_timeout: Option<Duration>,
    /// Timeout for the whole call, including retries [default: 2m]
    #[arg(long, value_name = "TIME", value_parser = duration, group = YIELDING)]
    pub(crate) timeout: Option<Duration>,
    /// Proxy to use, such as http://HOST:PORT or socks5h://HOST:PORT, except for the hosts in NO_PROXY
    /// [env: HTTPS_PROXY, ALL_PROXY]
    #[arg(long, value_name = "URL", display_order = 499)]
    pub(crate) proxy: Option<String>,
    /// Connect to this address for a host and port, whatever the name resolves to; can be repeated
    #[arg(id = "resolve", long, value_name = "HOST:PORT:ADDRESS", value_parser = resolved, display_order = 498)]
    pub(crate) resolved: Vec<Resolved>,
    /// Also trust the certificates in this PEM file
    #[arg(long, value_name = "FILE", display_order = 500)]
    pub(crate) ca_cert: Option<PathBuf>,
    /// Client certificate and key, in one PEM file
    #[arg(long, value_name = "FILE", display_order = 501)]
    pub(crate) client_cert: Option<PathBuf>,
    /// Do not verify certificates: anyone on the network path can read the token
    #[arg(long, display_order = 502)]
    pub(crate) insecure: bool,
}

/// Retries of a call.
#[derive(Args, Clone, Debug, Default)]
#[command(next_help_heading = NETWORK, next_display_order = 400)]
pub(crate) struct Repetition {
    /// Maximum number of retries; only requests that had no effect are retried [default: 3]
    #[arg(
        long,
        value_name = "N",
        value_parser = |text: &str| number(text, 0..=20_u32),
        group = YIELDING,
    )]
    pub(crate) retries: Option<u32>,
}

/// The schema to use instead of that of the platform.
#[derive(Args, Clone, Debug, Default, PartialEq)]
#[command(next_help_heading = SCHEMA, next_display_order = 600)]
pub(crate) struct SchemaFile {
    /// Use this schema (GraphQL text, introspection JSON, or built-in) instead of the platform's [env: HOUSTON_SCHEMA]
    #[arg(id = "schema", long, value_name = "FILE")]
    pub(crate) file: Option<PathBuf>,
}

/// Whether a call prints its settings.
#[derive(Args, Clone, Debug, Default)]
#[command(next_help_heading = OTHER, next_display_order = 700)]
pub(crate) struct Verbosity {
    /// Print settings, requests, statuses and header names to stderr; -vv also header values, documents, variables and
    /// pages in place of an answer, without secrets
    #[arg(id = "verbose", short, long, action = ArgAction::Count, group = YIELDING)]
    level: u8,
}

impl Verbosity {
    /// Whether settings and requests are told.
    pub(crate) fn is_verbose(&self) -> bool {
        self.level > 0
    }

    /// Whether documents and variables are told as well.
    pub(crate) fn shows_documents(&self) -> bool {
        self.level > 1
    }
}

/// Options of a built-in command that needs a schema and no platform.
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
    /// Whether other options choose the same schema.
    pub(crate) fn has_schema_of(&self, other: &Options) -> bool {
        let (one, another) = (&self.platform, &other.platform);
        self.schema == other.schema
            && one.profile == another.profile
            && one.url == another.url
            && one.base_domain == another.base_domain
            && one.sandbox == another.sandbox
    }
}

fn facts() -> impl TypedValueParser<Value = Format> {
    PossibleValuesParser::new(["json", "yaml", "envelope"])
        .try_map(|name| Format::from_str(&name, false))
}
