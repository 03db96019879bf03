//! The options of a call, as clap knows them.

use std::ops::RangeInclusive;
use std::path::PathBuf;
use std::time::Duration;

use clap::{Arg, ArgAction};

use crate::fields::{DEEPEST, DEPTH};
use crate::format::Format;

pub(super) const URL: &str = "option:url";
pub(super) const BASE_DOMAIN: &str = "option:base-domain";
pub(super) const SANDBOX: &str = "option:sandbox";
pub(crate) const PROFILE: &str = "option:profile";
pub(super) const TOKEN_FILE: &str = "option:token-file";
pub(super) const TOKEN_STDIN: &str = "option:token-stdin";
pub(super) const CLIENT_CERT: &str = "option:client-cert";
pub(crate) const SCHEMA: &str = "option:schema";
pub(crate) const VERBOSE: &str = "option:verbose";
pub(super) const ALLOW_HTTP: &str = "option:allow-http";
pub(super) const DRY_RUN: &str = "option:dry-run";
pub(crate) const OUTPUT: &str = "option:output";
pub(super) const FIELDS: &str = "option:fields";
pub(super) const DEPTH_OF: &str = "option:depth";
pub(super) const JQ: &str = "option:jq";
pub(super) const INPUT: &str = "option:input";
pub(super) const NULL: &str = "option:null";
pub(super) const ALLOW_SECRETS: &str = "option:allow-secret-args";
pub(crate) const YES: &str = "option:yes";
pub(super) const CURL: &str = "option:curl";
pub(super) const CONNECT_TIMEOUT: &str = "option:connect-timeout";
pub(super) const IDLE_TIMEOUT: &str = "option:idle-timeout";
pub(super) const TIMEOUT: &str = "option:timeout";
pub(crate) const RETRIES: &str = "option:retries";
pub(super) const RETRY_IDEMPOTENT: &str = "option:retry-idempotent";
pub(super) const CA_CERT: &str = "option:ca-cert";
pub(super) const INSECURE: &str = "option:insecure";
pub(super) const ERRORS: &str = "option:errors";

pub(super) const HELP: &str = "help";

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

/// How a command of our own writes what it knows.
pub(super) fn output_of_facts() -> Arg {
    Arg::new(OUTPUT)
        .short('o')
        .long("output")
        .value_name("FORMAT")
        .value_parser(["json", "yaml"])
        .help("How to write it, for programs")
}

/// Every option that a call of an operation has.
pub(super) fn declared() -> Vec<Arg> {
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
            .value_parser(|text: &str| number(text, 1..=DEEPEST as u64))
            .help(format!("How many levels to ask for, without --fields [default: {DEPTH}]")),
        option(JQ).value_name("FILTER").help("Write what this jq filter makes of the answer; -o value writes it without quotes, a line each"),
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
            .value_parser(|text: &str| number(text, 0..=20))
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
        Arg::new(HELP)
            .short('h')
            .long("help")
            .action(ArgAction::Help)
            .help("Show help")
            .help_heading("Options"),
    ]
}

/// Reads a number of a range.
fn number(text: &str, range: RangeInclusive<u64>) -> Result<u64, String> {
    let number = text.parse().ok().filter(|number| range.contains(number));
    number.ok_or_else(|| format!("give a number from {} to {}", range.start(), range.end()))
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
    match (fits, milliseconds) {
        (Some(milliseconds), _) => Ok(Duration::from_millis(milliseconds)),
        (None, Some(0)) => Err("no call ends in no time: give 1ms at least".to_owned()),
        (None, Some(_)) => Err("give a year at most".to_owned()),
        (None, None) => Err(wrong()),
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
