//! The cookie that holds a browser's token.

use crate::accounts::jwt;
use crate::http::BASE_DOMAIN;

fn name() -> String {
    format!("astronomer_{}_auth", BASE_DOMAIN.replace('.', "_"))
}

/// Returns the token in a `Cookie` header.
pub(crate) fn token(header: &str) -> Option<&str> {
    let name = name();
    let mut pairs = header.split(';').filter_map(|pair| pair.trim().split_once('='));
    pairs.find(|(one, _)| *one == name).map(|(_, token)| token)
}

/// Returns a `Set-Cookie` header that expires with the token.
pub(crate) fn set(token: &str) -> String {
    let (name, life) = (name(), jwt::LIFE);
    format!("{name}={token}; Max-Age={life}; Domain=.{BASE_DOMAIN}; Path=/; Secure")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_token_is_found_among_others() {
        for (header, found) in [
            ("astronomer_sandbox_localhost_auth=x.y", Some("x.y")),
            ("a=b; astronomer_sandbox_localhost_auth=x; c=d", Some("x")),
            ("astronomer_other_auth=x", None),
            ("", None),
        ] {
            assert_eq!(token(header), found, "{header}");
        }
    }
}
