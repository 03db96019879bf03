//! Where a call goes.

use crate::environment::{self, BASE_DOMAIN, URL};
use crate::failure::Failure;
use crate::options::Options;

/// Where a call goes.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Endpoint {
    /// A server, by its whole address.
    Url(String),
    /// The embedded Houston, in process.
    Sandbox,
}

impl Endpoint {
    /// What the options name, or else the environment; none where nothing does. With `--sandbox` the
    /// environment is not looked at.
    ///
    /// # Errors
    ///
    /// For a domain that is none, and a variable that cannot be read.
    pub(crate) fn of(options: &Options) -> Result<Option<Endpoint>, Failure> {
        if options.sandbox {
            return Ok(Some(Endpoint::Sandbox));
        }
        let read = |name| {
            environment::text(name).map_err(|name| Failure::usage(format!("{name} is no UTF-8")))
        };
        let given = (options.url.clone(), options.base_domain.as_deref());
        let url = match given {
            (Some(url), _) => Some(url),
            (None, Some(domain)) => Some(in_domain(domain, "--base-domain")?),
            (None, None) => match read(URL)? {
                Some(url) => Some(url),
                None => {
                    read(BASE_DOMAIN)?.map(|domain| in_domain(&domain, BASE_DOMAIN)).transpose()?
                }
            },
        };
        Ok(url.map(Endpoint::Url))
    }

    /// The failure that no endpoint was given, with the ways to give one.
    pub(crate) fn missing() -> Failure {
        Failure::usage("no platform to talk to was named")
            .help("--base-domain DOMAIN, or HOUSTON_BASE_DOMAIN, for https://houston.DOMAIN/v1")
            .help("--url URL, or HOUSTON_URL, for any other address")
            .help("--sandbox for the embedded Houston, which needs no platform")
            .help("--dry-run shows what would be sent")
    }

    /// The endpoint as it may be shown: a URL without what may be secret in it.
    pub(crate) fn shown(&self) -> String {
        match self {
            Endpoint::Sandbox => "sandbox".to_owned(),
            Endpoint::Url(url) => {
                let plain = crate::output::plain(url);
                let shown = plain.split(['?', '#']).next().unwrap_or_default();
                match shown
                    .split_once("://")
                    .and_then(|(scheme, rest)| Some((scheme, rest.rsplit_once('@')?.1)))
                {
                    Some((scheme, rest)) => format!("{scheme}://{rest}"),
                    None => shown.to_owned(),
                }
            }
        }
    }
}

fn in_domain(domain: &str, source: &str) -> Result<String, Failure> {
    let is_part =
        |letter: char| letter.is_ascii_alphanumeric() || matches!(letter, '-' | '.' | '_' | ':');
    let domain = domain.strip_suffix('.').unwrap_or(domain);
    if domain.is_empty() || domain.starts_with('.') || !domain.chars().all(is_part) {
        let shown = crate::output::plain(domain);
        return Err(Failure::usage(format!("{source}: `{shown}` is no domain"))
            .help("give a domain such as example.com, or a whole address with --url"));
    }
    Ok(format!("https://houston.{domain}/v1"))
}

#[cfg(test)]
mod tests {
    use super::{Endpoint, in_domain};

    #[test]
    fn a_domain_becomes_an_address() {
        assert_eq!(in_domain("example.com", "").unwrap(), "https://houston.example.com/v1");
        assert_eq!(
            in_domain("localtest.me:8443.", "").unwrap(),
            "https://houston.localtest.me:8443/v1"
        );
        for domain in ["", ".", "https://example.com", "a@b", "a/b", "a b", "a?b", "ä.de"] {
            assert!(in_domain(domain, "").is_err(), "{domain}");
        }
    }

    #[test]
    fn an_address_is_shown_without_secrets() {
        for (url, shown) in [
            ("https://a.example/v1", "https://a.example/v1"),
            ("https://me:hidden@a.example/v1?token=hidden#x", "https://a.example/v1"),
            ("\u{1b}[31mhttps://a", "[31mhttps://a"),
        ] {
            assert_eq!(Endpoint::Url(url.to_owned()).shown(), shown);
        }
    }
}
