//! Ids, keys and release names.

use std::sync::atomic::{AtomicU32, Ordering};

use jiff::Timestamp;

use crate::Error;

/// Keeps the ids that one process creates in the same millisecond unique and in order.
static COUNTER: AtomicU32 = AtomicU32::new(0);

/// Returns a new id in the form of a cuid: 25 characters that begin with `ck` and sort by creation time.
pub(crate) fn id(now: Timestamp) -> Result<String, Error> {
    let time = u64::try_from(now.as_millisecond()).unwrap_or_default();
    let count = u64::from(COUNTER.fetch_add(1, Ordering::Relaxed));
    let random = u64::from_le_bytes(random()?);
    Ok(format!("ck{}{}{}", base36(time, 8), base36(count, 4), base36(random, 11)))
}

/// Returns a new service account key: 16 random bytes in lowercase hexadecimal.
pub(crate) fn key() -> Result<String, Error> {
    Ok(format!("{:032x}", u128::from_le_bytes(random()?)))
}

/// Returns a new release name: adjective, noun, four digits.
pub(crate) fn release_name() -> Result<String, Error> {
    let [adjective, noun, high, low] = random()?;
    let digits = 1000 + u16::from_le_bytes([high, low]) % 9000;
    let pick = |words: &[&'static str; 16], byte: u8| words[usize::from(byte % 16)];
    Ok(format!("{}-{}-{digits}", pick(&ADJECTIVES, adjective), pick(&NOUNS, noun)))
}

const ADJECTIVES: [&str; 16] = [
    "amber", "brisk", "calm", "distant", "early", "faint", "gentle", "hollow", "inner", "lunar",
    "mellow", "nimble", "polar", "quiet", "stellar", "vivid",
];

const NOUNS: [&str; 16] = [
    "antenna", "beacon", "comet", "dome", "eclipse", "flare", "gravity", "horizon", "lander",
    "meteor", "nebula", "orbit", "probe", "rover", "spectrum", "zenith",
];

/// Returns random bytes from the system.
pub(crate) fn random<const N: usize>() -> Result<[u8; N], Error> {
    let mut bytes = [0; N];
    getrandom::fill(&mut bytes)?;
    Ok(bytes)
}

/// Returns the last `width` digits of `number` in base 36.
fn base36(mut number: u64, width: usize) -> String {
    let mut digits = vec![b'0'; width];
    for digit in digits.iter_mut().rev() {
        *digit = b"0123456789abcdefghijklmnopqrstuvwxyz"[(number % 36) as usize];
        number /= 36;
    }
    digits.into_iter().map(char::from).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_look_like_cuids_and_sort_by_age() {
        let ids: Vec<String> = (0..1000).map(|_| id(Timestamp::now()).unwrap()).collect();
        assert!(ids.is_sorted());
        for id in ids {
            assert_eq!(id.len(), 25, "{id}");
            assert!(
                id.starts_with("ck")
                    && id.bytes().all(|b| b.is_ascii_digit() || b.is_ascii_lowercase()),
                "{id}"
            );
        }
    }

    #[test]
    fn keys_are_32_hexadecimal_digits() {
        let key = key().unwrap();
        assert!(
            key.len() == 32 && key.bytes().all(|b| matches!(b, b'0'..=b'9' | b'a'..=b'f')),
            "{key}"
        );
    }
}
