//! The endpoint of a call.

use houston_client::client::url_of_base_domain;
use houston_client::transport::http::Http;

use crate::failure::Failure;
use crate::terminal::text::{plain, short};

/// The endpoint of a call.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Endpoint {
    /// A server, by its URL.
    Url(String),
    /// The embedded Houston, in process.
    Sandbox,
}

impl Endpoint {
    /// The failure for a missing endpoint, with the ways to give one.
    pub(crate) fn missing() -> Failure {
        let failure = Failure::usage("no platform was given")
            .help("`houston auth login --base-domain DOMAIN` signs in and saves the platform.")
            .help("`--base-domain DOMAIN` or HOUSTON_BASE_DOMAIN uses https://houston.DOMAIN/v1.")
            .help("`--url URL` or HOUSTON_URL uses any other address.");
        let failure = match cfg!(feature = "sandbox") {
            true => failure.help("`--sandbox` uses the embedded Houston, which needs no platform."),
            false => failure,
        };
        failure.help("`houston profile use NAME` chooses a profile from `houston profile list`.")
    }

    /// The endpoint without secrets.
    ///
    /// # Errors
    ///
    /// Fails if the URL cannot be called.
    pub(crate) fn shown(&self, allow_http: bool) -> Result<String, Failure> {
        let Endpoint::Url(url) = self else {
            return Ok("sandbox".to_owned());
        };
        let checked = |allow| Http::builder(url).allow_http(allow).endpoint();
        checked(allow_http).map_err(|error| {
            let failure = Failure::usage(plain(&error.summary()));
            if checked(true).is_ok() { failure.help("`--allow-http` allows it.") } else { failure }
        })
    }
}

pub(crate) fn in_domain(domain: &str, source: &str) -> Result<String, Failure> {
    url_of_base_domain(domain).map_err(|_| {
        Failure::usage(format!("{source}: `{}` is not a valid domain", short(domain)))
            .help("Give a domain such as `example.com`, or a whole URL with `--url`.")
    })
}

/// Scheme, host and port of a checked address: a token is bound to them.
pub(crate) fn origin(address: &str) -> &str {
    let host = address.find("://").map_or(0, |at| at + "://".len());
    let end = address[host..].find('/').map_or(address.len(), |at| host + at);
    &address[..end]
}

#[cfg(test)]
mod tests {
    use super::{Endpoint, in_domain, origin};

    fn shown(url: &str) -> Result<String, String> {
        let shown = Endpoint::Url(url.to_owned()).shown(false);
        shown.map_err(|failure| failure.to_string())
    }

    #[test]
    fn a_domain_becomes_an_address() {
        assert_eq!(in_domain("example.com", "").unwrap(), "https://houston.example.com/v1");
        assert_eq!(
            in_domain("localtest.me:8443.", "").unwrap(),
            "https://houston.localtest.me:8443/v1"
        );
        for domain in ["", ".", "https://example.com", "a@b", "a/b", "a b", "a?b"] {
            assert!(in_domain(domain, "").is_err(), "{domain}");
        }
    }

    #[test]
    fn an_origin_has_no_path() {
        assert_eq!(origin("https://a.example:8443/v1"), "https://a.example:8443");
        assert_eq!(origin("https://a.example"), "https://a.example");
    }

    #[test]
    fn an_address_is_shown_without_secrets() {
        assert_eq!(shown("https://a.example/v1?token=hidden#x").unwrap(), "https://a.example/v1");
        assert_eq!(shown("https:\\\\a.example\\v1").unwrap(), "https://a.example/v1");
        for url in [
            "https://me:hidden@a.example/v1",
            "https:/me:hidden@a.example/v1",
            "https:me:hidden@a.example/v1",
            "https:\\\\me:hidden@a.example/v1",
            "https://me:hid?hidden@a.example/v1",
            "me:hidden@a.example/v1",
            "//me:hidden@a.example/v1",
            "http://me:hidden@a.example/v1",
        ] {
            let failure = shown(url).unwrap_err();
            assert!(!failure.contains("hidden") && !failure.contains("allow"), "{url}: {failure}");
        }
        assert!(shown("HTTP://a.example/v1").unwrap_err().contains("`--allow-http` allows it."));
    }
}
