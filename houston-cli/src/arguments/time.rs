//! Times: RFC 3339, or milliseconds since 1970.
//!
//! Through 0.16, the server does not check them. Where it cannot read one, it answers as if none were given.

use jiff::Timestamp;
use serde_json::Value;

use super::digits::number;

/// The least number that is taken for milliseconds: a day in 1973. Smaller ones are seconds in most cases.
const LEAST: u64 = 100_000_000_000;

/// A time as it is sent: the text as it was written, or a number.
///
/// # Errors
///
/// Fails with what is expected.
pub(super) fn of_text(text: &str) -> Result<Value, &'static str> {
    const FORM: &str = "expected a time with its offset such as `2026-11-28T17:00:00Z` (RFC 3339), or the milliseconds \
                        since 1970";
    if is_rfc_3339(text) && text.parse::<Timestamp>().is_ok() {
        return Ok(Value::from(text));
    }
    match number(text).filter(|number| number.is_i64()) {
        Some(number) if number.as_i64().is_some_and(|number| number.unsigned_abs() >= LEAST) => {
            Ok(Value::Number(number))
        }
        Some(_) => Err("a number is milliseconds since 1970, and this one looks like seconds: \
                        write 000 behind it, or a time such as `2026-11-28T17:00:00Z` (RFC 3339)"),
        None => Err(FORM),
    }
}

/// Whether a text has the form of RFC 3339 in the letter case that every server reads. Leap seconds are not among the
/// times that the server knows.
fn is_rfc_3339(text: &str) -> bool {
    const FORM: &[u8] = b"0000-00-00T00:00:00";
    let fits = |(form, byte): (&u8, &u8)| match form {
        b'0' => byte.is_ascii_digit(),
        _ => byte == form,
    };
    let Some((begin, rest)) = text.as_bytes().split_at_checked(FORM.len()) else { return false };
    let rest = match rest.strip_prefix(b".") {
        Some(fraction) => {
            let end = fraction.iter().position(|byte| !byte.is_ascii_digit());
            let (digits, rest) = fraction.split_at(end.unwrap_or(fraction.len()));
            if digits.is_empty() { fraction } else { rest }
        }
        None => rest,
    };
    let is_offset = match rest {
        [b'Z'] => true,
        [b'+' | b'-', offset @ ..] => offset.len() == 5 && b"00:00".iter().zip(offset).all(fits),
        _ => false,
    };
    FORM.iter().zip(begin).all(fits) && !begin.ends_with(b":60") && is_offset
}

#[cfg(test)]
mod tests {
    use super::of_text;
    use serde_json::json;

    #[test]
    fn a_time_has_an_offset_or_is_a_number() {
        for text in [
            "2026-11-28T17:00:00Z",
            "2026-11-28T17:00:00.5Z",
            "2026-11-28T17:00:00.929000001Z",
            "2026-11-28T17:00:00+05:30",
            "2026-11-28T17:00:00-08:00",
            "0001-01-01T00:00:00Z",
            "1970-01-01T00:00:00Z",
        ] {
            assert_eq!(of_text(text), Ok(json!(text)), "{text}");
        }
        for milliseconds in [1_700_000_000_000_i64, -100_000_000_000] {
            assert_eq!(of_text(&milliseconds.to_string()), Ok(json!(milliseconds)));
        }
        for text in [
            "",
            " ",
            "yesterday",
            "1h",
            "-1h",
            "now",
            "null",
            "2026-13-45T00:00:00Z",
            "2026-02-29T00:00:00Z",
            "2026-11-28T24:00:00Z",
            "2026-11-28T23:59:60Z",
            "2026-11-28 17:00:00",
            "2026-11-28 17:00:00Z",
            "2026-11-28T17:00:00",
            "2026-11-28T17:00Z",
            "2026-11-28",
            "20261128T170000Z",
            "2026-11-28T17:00:00.Z",
            "2026-11-28T17:00:00,5Z",
            "2026-11-28t17:00:00z",
            "2026-11-28T17:00:00+0530",
            "2026-11-28T17:00:00+05",
            "2026-11-28T17:00:00+99:00",
            "2026-11-28T17:00:00Z[UTC]",
            " 2026-11-28T17:00:00Z",
            "Sat, 28 Nov 2026 17:00:00 GMT",
            "1700000000",
            "0",
            "1700000000000.5",
            "1.7e12",
            "01700000000000",
            "９",
        ] {
            assert!(of_text(text).is_err(), "{text}");
        }
    }
}
