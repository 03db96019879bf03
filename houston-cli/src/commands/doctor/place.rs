//! The host and port of a platform.

/// A host, its port and its protocol.
pub(super) struct Place {
    pub(super) host: String,
    pub(super) port: u16,
    pub(super) is_https: bool,
}

impl Place {
    /// The place that an address names.
    pub(super) fn of(uri: &http::Uri) -> Option<Place> {
        let is_https = uri.scheme_str() == Some("https");
        let port = uri.port_u16().unwrap_or(if is_https { 443 } else { 80 });
        let host = uri.host()?.trim_start_matches('[').trim_end_matches(']').to_owned();
        Some(Place { host, port, is_https })
    }
}

#[cfg(test)]
mod tests {
    use super::Place;

    #[test]
    fn a_place_has_the_default_port() {
        for (uri, host, port) in [
            ("https://a.example/v1", "a.example", 443),
            ("http://127.0.0.1/v1", "127.0.0.1", 80),
            ("https://[::1]:8443/v1", "::1", 8443),
        ] {
            let place = Place::of(&uri.parse().unwrap()).unwrap();
            assert_eq!((place.host.as_str(), place.port), (host, port), "{uri}");
        }
    }
}
