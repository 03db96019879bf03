//! Our own options: before the operation's name always, behind it unless an argument has the name.

use clap::{Arg, ArgAction, ArgMatches, Command};

use crate::failure::Failure;

/// The options of a call.
#[derive(Debug, Default)]
pub(crate) struct Options {
    pub(crate) url: Option<String>,
    pub(crate) base_domain: Option<String>,
    pub(crate) sandbox: bool,
    pub(crate) allow_http: bool,
    pub(crate) dry_run: bool,
    pub(crate) json: bool,
}

const URL: &str = "option:url";
const BASE_DOMAIN: &str = "option:base-domain";
const SANDBOX: &str = "option:sandbox";
const ALLOW_HTTP: &str = "option:allow-http";
const DRY_RUN: &str = "option:dry-run";
const OUTPUT: &str = "option:output";

/// How an answer is written.
pub(crate) fn output() -> Arg {
    Arg::new(OUTPUT)
        .short('o')
        .long("output")
        .value_name("FORMAT")
        .value_parser(["json"])
        .help("How to write the answer")
        .help_heading("Options")
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
        option(ALLOW_HTTP)
            .action(ArgAction::SetTrue)
            .help("Send the token without encryption to a host that is not this machine"),
        option(DRY_RUN)
            .action(ArgAction::SetTrue)
            .help("Show what would be sent, without secrets; needs no platform and no token"),
        output(),
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
        let text = |id: &str| {
            let values =
                places.iter().filter_map(|place| place.try_get_one::<String>(id).ok().flatten());
            let mut values = values.cloned();
            match (values.next(), values.next()) {
                (_, Some(_)) => {
                    let name = id.strip_prefix("option:").unwrap_or(id);
                    Err(Failure::usage(format!("--{name} is given twice")))
                }
                (value, None) => Ok(value),
            }
        };
        let flag = |id: &str| {
            places.iter().any(|place| matches!(place.try_get_one::<bool>(id), Ok(Some(true))))
        };
        let options = Options {
            url: text(URL)?,
            base_domain: text(BASE_DOMAIN)?,
            sandbox: flag(SANDBOX),
            allow_http: flag(ALLOW_HTTP),
            dry_run: flag(DRY_RUN),
            json: text(OUTPUT)?.is_some(),
        };
        let endpoints = [options.url.is_some(), options.base_domain.is_some(), options.sandbox];
        if endpoints.iter().filter(|given| **given).count() > 1 {
            return Err(Failure::usage("--url, --base-domain and --sandbox exclude each other"));
        }
        Ok(options)
    }

    /// Reads the options of a command that calls nobody. Only the way of writing means something to it.
    ///
    /// # Errors
    ///
    /// Those of [`read`](Self::read), and when another one is given: it would be ignored.
    pub(crate) fn offline(places: &[&ArgMatches], command: &str) -> Result<Options, Failure> {
        let options = Options::read(places)?;
        let given = [
            (URL, options.url.is_some()),
            (BASE_DOMAIN, options.base_domain.is_some()),
            (SANDBOX, options.sandbox),
            (ALLOW_HTTP, options.allow_http),
            (DRY_RUN, options.dry_run),
        ];
        match given.into_iter().find(|(_, given)| *given) {
            None => Ok(options),
            Some((id, _)) => {
                let name = id.strip_prefix("option:").unwrap_or(id);
                Err(Failure::usage(format!("--{name} means nothing to `houston {command}`")))
            }
        }
    }
}
