//! The hosts that need no proxy.

use std::env;
use std::fmt;
use std::net::{IpAddr, Ipv6Addr};

use hyper_util::client::proxy::matcher::Matcher;
use reqwest::Url;

use crate::error::Error;

/// The variable that excludes a URL from proxies.
///
/// # Errors
///
/// Fails if an entry can match nothing: the token must not go to a proxy that was to be avoided.
pub(super) fn excluding(url: &Url) -> Result<Option<&'static str>, Error> {
    let Some((name, text)) = first(["NO_PROXY", "no_proxy"]) else { return Ok(None) };
    let text = text.map_err(|()| InvalidExclusion("it is not valid UTF-8".to_owned()));
    let excludes = text.and_then(|text| excludes(&text, url));
    let unusable =
        |why: InvalidExclusion| Error::input(&format!("{name} cannot be used"), Some(why.into()));
    excludes.map(|is| is.then_some(name)).map_err(unusable)
}

/// Why a list of hosts that need no proxy cannot be used.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct InvalidExclusion(String);

impl fmt::Display for InvalidExclusion {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.0)
    }
}

impl std::error::Error for InvalidExclusion {}

/// Whether a list of hosts names that of a URL. Commas or white space separate the entries: `*` for every host, a
/// domain (`a.example`, `.a.example` or `*.a.example`), an address, or a range of addresses, each with a port or without.
///
/// # Errors
///
/// Fails if an entry is something else.
fn excludes(list: &str, url: &Url) -> Result<bool, InvalidExclusion> {
    let entries = list.split([',', ' ', '\t']).filter(|entry| !entry.is_empty());
    let entries = entries.map(|entry| {
        entry_of(entry).ok_or_else(|| {
            // Its user and password, if it is an address with them, are not shown.
            let entry = entry.rsplit('@').next().unwrap_or_default();
            let why = "is not a host, a domain, an IP address or range, or `*`";
            InvalidExclusion(format!("its entry `{entry}` {why}"))
        })
    });
    let entries: Vec<(&str, Option<u16>)> = entries.collect::<Result<_, _>>()?;
    let port = url.port_or_known_default();
    let hosts = entries.iter().filter(|(_, of)| of.is_none() || *of == port).map(|(host, _)| *host);
    let hosts: Vec<&str> = hosts.collect();
    let Ok(uri) = url.as_str().parse() else { return Ok(false) };
    let matcher = Matcher::builder().all("http://proxy").no(hosts.join(",")).build();
    Ok(hosts.contains(&"*") || matcher.intercept(&uri).is_none())
}

/// The host and the port of an entry; none if it can match nothing.
fn entry_of(entry: &str) -> Option<(&str, Option<u16>)> {
    if let Some(rest) = entry.strip_prefix('[') {
        let (host, port) = rest.split_once(']')?;
        host.parse::<Ipv6Addr>().ok()?;
        return match port.strip_prefix(':') {
            Some(port) => Some((host, Some(port.parse().ok()?))),
            None => port.is_empty().then_some((host, None)),
        };
    }
    if entry.parse::<IpAddr>().is_ok() || is_range(entry) {
        return Some((entry, None));
    }
    let (host, port) = match entry.split_once(':') {
        Some((host, port)) => (host, Some(port.parse().ok()?)),
        None => (entry, None),
    };
    // `*.a.example` is another way to write `.a.example`.
    let host = match host.strip_prefix('*') {
        Some(domain) if domain.starts_with('.') => domain,
        _ => host,
    };
    let host = host.strip_suffix('.').unwrap_or(host);
    let is_part =
        |letter: char| letter.is_ascii_alphanumeric() || matches!(letter, '-' | '_' | '.');
    let is_name = host.chars().all(is_part) && host.chars().any(|letter| letter != '.');
    (host == "*" || is_name).then_some((host, port))
}

/// Whether it is an address with the length of a prefix, such as `10.0.0.0/8`.
fn is_range(entry: &str) -> bool {
    let Some((address, length)) = entry.split_once('/') else { return false };
    match (address.parse(), length.parse::<u8>()) {
        (Ok(IpAddr::V4(_)), Ok(length)) => length <= 32,
        (Ok(IpAddr::V6(_)), Ok(length)) => length <= 128,
        _ => false,
    }
}

/// The first variable that is not empty, and its text.
pub(super) fn first<const N: usize>(
    names: [&'static str; N],
) -> Option<(&'static str, Result<String, ()>)> {
    let set = |name| env::var_os(name).filter(|value| !value.is_empty());
    let (name, value) = names.into_iter().find_map(|name| Some((name, set(name)?)))?;
    Some((name, value.into_string().map_err(drop)))
}

#[cfg(test)]
mod tests {
    use super::excludes;

    #[test]
    fn hosts_without_a_proxy_are_named_in_the_usual_ways() {
        let url = |text: &str| reqwest::Url::parse(text).unwrap();
        for (list, there, is_excluded) in [
            ("a.example", "https://a.example/v1", true),
            ("a.example", "https://b.a.example/v1", true),
            ("a.example", "https://ba.example/v1", false),
            (".a.example", "https://a.example/v1", true),
            ("*.a.example", "https://b.a.example/v1", true),
            ("A.EXAMPLE.", "https://a.example/v1", true),
            ("x,,a.example", "https://a.example/v1", true),
            ("x a.example\ty", "https://a.example/v1", true),
            ("a.example:443", "https://a.example/v1", true),
            ("a.example:443", "https://a.example:8443/v1", false),
            ("*:80", "http://a.example/v1", true),
            ("*", "http://10.0.0.1/v1", true),
            ("10.0.0.0/8", "http://10.1.0.1/v1", true),
            ("10.0.0.1:80", "http://10.0.0.1/v1", true),
            ("10.0.0.1:80", "http://10.0.0.1:81/v1", false),
            ("::1", "http://[::1]/v1", true),
            ("[::1]:80", "http://[::1]/v1", true),
            ("fe80::/10", "http://[fe80::1]/v1", true),
            ("", "http://a.example/v1", false),
            (" , ", "http://a.example/v1", false),
        ] {
            assert_eq!(excludes(list, &url(there)), Ok(is_excluded), "{list} {there}");
        }
        for list in [
            "\"a.example\"",
            "'a.example",
            "http://a.example",
            "a.example;b.example",
            "a*.example",
            "*a.example",
            "a.example:port",
            "a.example:99999",
            "10.0.0.0/33",
            "10.0.0/8",
            "a.example/v1",
            ".",
            "[::1",
            "[a.example]",
            "ä.example",
            "x,user:secret@a.example",
        ] {
            let why = excludes(list, &url("https://a.example/v1")).unwrap_err();
            assert!(!why.to_string().contains("secret"), "{why}");
        }
    }
}
