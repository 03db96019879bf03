//! `--resolve`: the address of a host.

use houston_client::transport::http::{Http, HttpBuilder, Route};

use super::{proxy, unusable};
use crate::failure::Failure;
use crate::settings::endpoint::Endpoint;
use crate::settings::options::Options;
use crate::settings::target::Target;
use crate::terminal::output;

/// The addresses that `--resolve` gives to the host of a target, in words.
///
/// # Errors
///
/// Fails if the address cannot be used.
pub(super) fn resolved(target: &Target, options: &Options) -> Result<Option<String>, Failure> {
    let Some(Endpoint::Url(url)) = &target.endpoint else { return Ok(None) };
    let addresses = routed(url, target, options).resolved().map_err(|error| unusable(&error))?;
    let words: Vec<String> = addresses.iter().map(ToString::to_string).collect();
    Ok((!words.is_empty()).then(|| words.join(", ")))
}

/// Checks that `--resolve` has an effect: a proxy would resolve the name by itself, and a call to another host or port
/// would not use it.
///
/// # Errors
///
/// Fails if the call goes through a proxy.
pub(super) fn check_resolved(
    target: &Target,
    options: &Options,
    route: &Route,
) -> Result<(), Failure> {
    let Some(first) = options.network.resolved.first() else { return Ok(()) };
    if let Route::Proxy(proxy) = route {
        let what = "--resolve cannot be used with a proxy: it resolves names by itself";
        return Err(Failure::usage(what)
            .detail(format!("The call goes through the proxy {}.", proxy.address))
            .help("Set NO_PROXY to the host to go there directly."));
    }
    if resolved(target, options)?.is_none() {
        let address = target.shown()?.unwrap_or_default();
        output::note(format_args!(
            "note: --resolve {first} is not used: the call goes to {address}"
        ));
    }
    Ok(())
}

/// HTTP to an address, through the proxy of the call.
pub(super) fn routed(url: &str, target: &Target, options: &Options) -> HttpBuilder {
    let http = Http::builder(url).allow_http(target.allow_http);
    let given = options.network.resolved.iter();
    let http = given.fold(http, |http, one| http.resolve(&*one.host, one.port, one.address));
    match proxy(target, options) {
        Some((_, proxy)) => http.proxy(proxy),
        None => http,
    }
}
