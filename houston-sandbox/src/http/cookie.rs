//! The cookie that holds a browser's token.

use crate::accounts::jwt;

fn name(base_domain: &str) -> String {
    format!("astronomer_{}_auth", base_domain.replace(['.', '-'], "_"))
}

/// Returns the token in a `Cookie` header for a platform with this domain.
pub(crate) fn token<'h>(header: &'h str, base_domain: &str) -> Option<&'h str> {
    let name = name(base_domain);
    let mut pairs = header.split(';').filter_map(|pair| pair.trim().split_once('='));
    pairs.find(|(one, _)| *one == name).map(|(_, token)| token)
}

/// Returns a `Set-Cookie` header that expires with the token.
pub(crate) fn set(token: &str, base_domain: &str) -> String {
    let (name, life) = (name(base_domain), jwt::LIFE);
    format!("{name}={token}; Max-Age={life}; Domain=.{base_domain}; Path=/; Secure")
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
            assert_eq!(token(header, "sandbox.localhost"), found, "{header}");
        }
    }
}
