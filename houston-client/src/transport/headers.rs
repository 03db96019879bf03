//! The headers of an answer.

use std::fmt;

/// What stands in place of a value that may be a secret.
const MASKED: &str = "***";

/// The headers whose values are known to be no secrets.
const SHOWN: [&str; 25] = [
    "age",
    "allow",
    "alt-svc",
    "cache-control",
    "cf-ray",
    "connection",
    "content-encoding",
    "content-language",
    "content-length",
    "content-type",
    "date",
    "expires",
    "keep-alive",
    "last-modified",
    "location",
    "retry-after",
    "server",
    "strict-transport-security",
    "transfer-encoding",
    "vary",
    "via",
    "x-cache",
    "x-correlation-id",
    "x-powered-by",
    "x-request-id",
];

/// A longer word of their values may be a token all the same.
const LONGEST: usize = 40;

/// The names of the headers of a [`Reply`](super::Reply), as far as the transport tells them.
#[derive(Clone, Default)]
pub struct HeaderNames {
    #[cfg(feature = "transport")]
    pub(crate) headers: reqwest::header::HeaderMap,
}

impl HeaderNames {
    /// The names, in lower case, each once.
    pub fn iter(&self) -> impl Iterator<Item = &str> {
        #[cfg(feature = "transport")]
        let names = self.headers.keys().map(|name| name.as_str());
        #[cfg(not(feature = "transport"))]
        let names = std::iter::empty();
        names
    }

    /// Each header with its value, or `***` for one that may be a secret: of all but well-known headers, and of these if the
    /// value has a long word, as tokens are. The query of an address is left out.
    pub fn masked(&self) -> impl Iterator<Item = (&str, String)> {
        #[cfg(feature = "transport")]
        let all = self.headers.iter().map(|(name, value)| {
            let text = value.to_str().ok().filter(|_| !value.is_sensitive());
            (name.as_str(), text.map_or(MASKED.to_owned(), |text| masked(name.as_str(), text)))
        });
        #[cfg(not(feature = "transport"))]
        let all = std::iter::empty();
        all
    }
}

/// Omits the values, which may contain secrets.
impl fmt::Debug for HeaderNames {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.debug_list().entries(self.iter()).finish()
    }
}

/// The value of a header that may be shown.
#[cfg_attr(not(feature = "transport"), expect(dead_code))]
fn masked(name: &str, value: &str) -> String {
    let is_word = |letter: char| letter.is_ascii_alphanumeric() || "-_.~+=".contains(letter);
    let is_long = value.split(|letter| !is_word(letter)).any(|word| word.len() > LONGEST);
    if is_long || !SHOWN.contains(&name) {
        return MASKED.to_owned();
    }
    match value.split_once('?') {
        Some((address, _)) if address.contains('/') => format!("{address}?{MASKED}"),
        _ => value.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::masked;

    #[test]
    fn a_value_that_may_be_a_secret_is_not_shown() {
        let token = "eyJhbGciOiJIUzI1NiJ9.eyJpZCI6ImNhbmFyeSJ9.c2lnbmF0dXJl";
        for (name, value, shown) in [
            ("content-type", "text/html; charset=utf-8", "text/html; charset=utf-8"),
            ("date", "Sat, 28 Nov 2026 10:00:00 GMT", "Sat, 28 Nov 2026 10:00:00 GMT"),
            (
                "x-request-id",
                "0b1c2d3e-0b1c-4d3e-8b1c-0b1c2d3e4f5a",
                "0b1c2d3e-0b1c-4d3e-8b1c-0b1c2d3e4f5a",
            ),
            ("location", "https://sso.example/login?state=canary", "https://sso.example/login?***"),
            ("set-cookie", "a=canary", "***"),
            ("www-authenticate", "Bearer realm=canary", "***"),
            ("proxy-authorization", "Basic canary", "***"),
            ("x-api-key", "canary", "***"),
            ("x-echo", "canary", "***"),
            ("server", token, "***"),
            (
                "location",
                "https://sso.example/eyJhbGciOiJIUzI1NiJ9.eyJpZCI6ImNhbmFyeSJ9.c2lnbmF0dXJl",
                "***",
            ),
        ] {
            assert_eq!(masked(name, value), shown, "{name}");
        }
    }
}
