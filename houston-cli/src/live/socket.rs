//! `--ws-url`: the URL for subscriptions.

use clap::{Arg, ArgMatches};

use super::HEADING;
use crate::call::Call;
use crate::failure::Failure;
use crate::settings::endpoint::Endpoint;
use crate::settings::options::Options;
use crate::terminal::text::plain;

const ID: &str = "option:ws-url";

/// The flag.
pub(crate) fn flag() -> Arg {
    let help = "URL for subscriptions, on the host of the API [default: /ws beside /v1]";
    Arg::new(ID).long("ws-url").value_name("URL").help(help).help_heading(HEADING)
}

/// Whether the flag was given.
pub(super) fn is_given(matches: &ArgMatches) -> bool {
    of(matches).is_some()
}

fn of(matches: &ArgMatches) -> Option<String> {
    matches.try_get_one(ID).ok().flatten().cloned()
}

/// The options of a call, with the URL that the flag gives.
pub(crate) fn options(matches: &ArgMatches, options: &Options) -> Options {
    Options { socket_url: of(matches), ..options.clone() }
}

/// Checks that the URL for subscriptions is on the host of the API.
///
/// # Errors
///
/// Fails if it is not: the token would go to another host.
pub(crate) fn check(call: &Call<'_>) -> Result<(), Failure> {
    let (socket, url) = match (&call.options.socket_url, &call.target.endpoint) {
        (Some(socket), Some(Endpoint::Url(url))) => (socket, url),
        (Some(_), Some(Endpoint::Sandbox)) => {
            return Err(Failure::usage("--ws-url cannot be used with --sandbox"));
        }
        _ => return Ok(()),
    };
    let read = |text: &str| -> Option<(String, String)> {
        let uri: http::Uri = text.parse().ok()?;
        Some((uri.scheme_str()?.to_ascii_lowercase(), uri.host()?.to_ascii_lowercase()))
    };
    let help = "Give a URL such as wss://HOST/ws, with the host of the API.";
    match (read(socket), read(url)) {
        (Some((scheme, host)), Some((_, of_api))) if scheme == "ws" || scheme == "wss" => {
            if host == of_api {
                return Ok(());
            }
            let what = format!("--ws-url is not on the host of the API, {}", plain(url));
            let failure = Failure::usage(what).detail("The token would go to another host.");
            Err(failure.help(help))
        }
        _ => Err(Failure::usage("--ws-url is not the URL of a WebSocket").help(help)),
    }
}
