//! Passwords, of which the store keeps only hashes.

use std::num::NonZeroU32;

use aws_lc_rs::pbkdf2;
use base64::Engine;
use base64::engine::general_purpose::STANDARD_NO_PAD as BASE64;

use crate::Error;
use crate::store::identifier;

const ALGORITHM: pbkdf2::Algorithm = pbkdf2::PBKDF2_HMAC_SHA512;
const NAME: &str = "pbkdf2-sha512";
const ITERATIONS: NonZeroU32 = NonZeroU32::new(210_000).expect("is not zero");

/// Returns the stored form of a password: `pbkdf2-sha512$iterations$salt$hash`, the last two in base64.
pub(crate) fn hash(password: &str) -> Result<String, Error> {
    let salt: [u8; 16] = identifier::random()?;
    let mut hash = [0; 32];
    pbkdf2::derive(ALGORITHM, ITERATIONS, &salt, password.as_bytes(), &mut hash);
    Ok(format!("{NAME}${ITERATIONS}${}${}", BASE64.encode(salt), BASE64.encode(hash)))
}

/// Whether the password matches its stored form.
pub(crate) fn verify(password: &str, stored: &str) -> bool {
    let mut parts = stored.split('$');
    let mut verified = || {
        parts.next().filter(|name| *name == NAME)?;
        let iterations = parts.next()?.parse().ok()?;
        let salt = BASE64.decode(parts.next()?).ok()?;
        // The length is fixed, since a shorter hash is a prefix of the full one and would match.
        let hash: [u8; 32] = BASE64.decode(parts.next()?).ok()?.try_into().ok()?;
        pbkdf2::verify(ALGORITHM, iterations, &salt, password.as_bytes(), &hash).ok()
    };
    verified().is_some()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn passwords_are_verified_by_their_hash() {
        let stored = hash("correct horse").unwrap();
        assert!(!stored.contains("correct"), "{stored}");
        assert_ne!(hash("correct horse").unwrap(), stored, "the salt is missing");
        assert!(verify("correct horse", &stored));
        let (head, hash) = stored.rsplit_once('$').unwrap();
        let hash = BASE64.decode(hash).unwrap();
        for (password, stored) in [
            ("correct horse ", &*stored),
            ("", &stored),
            ("correct horse", ""),
            ("correct horse", "correct horse"),
            ("correct horse", &stored.replace("pbkdf2-sha512", "plain")),
            ("correct horse", &format!("{head}${}", BASE64.encode(&hash[..16]))),
            ("correct horse", &format!("{head}$")),
        ] {
            assert!(!verify(password, stored), "{password:?} {stored:?}");
        }
    }
}
