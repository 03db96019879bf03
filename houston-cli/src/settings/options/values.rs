//! The values of options: numbers and times.

use std::fmt::Display;
use std::ops::RangeInclusive;
use std::str::FromStr;
use std::time::Duration;

/// Parses a number in a range.
pub(super) fn number<N>(text: &str, range: RangeInclusive<N>) -> Result<N, String>
where
    N: FromStr + PartialOrd + Display,
{
    let number = text.parse().ok().filter(|number| range.contains(number));
    number.ok_or_else(|| format!("expected a number from {} to {}", range.start(), range.end()))
}

/// Parses a duration such as `500ms`, `10s` or `2m`.
pub(super) fn duration(text: &str) -> Result<Duration, String> {
    let digits = text.trim_end_matches(|letter: char| letter.is_ascii_alphabetic());
    let wrong = || "expected a number and a unit, such as 500ms, 10s or 2m".to_owned();
    let number: u64 = digits.parse().map_err(|_| wrong())?;
    let milliseconds = match &text[digits.len()..] {
        "ms" => Some(number),
        "s" => number.checked_mul(1_000),
        "m" => number.checked_mul(60_000),
        "h" => number.checked_mul(3_600_000),
        _ => None,
    };
    // A year is longer than any call.
    let fits = milliseconds.filter(|milliseconds| (1..=31_536_000_000).contains(milliseconds));
    match (fits, milliseconds) {
        (Some(milliseconds), _) => Ok(Duration::from_millis(milliseconds)),
        (None, Some(0)) => Err("expected at least 1ms".to_owned()),
        (None, Some(_)) => Err("expected at most a year".to_owned()),
        (None, None) => Err(wrong()),
    }
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use super::duration;

    #[test]
    fn a_time_has_a_unit() {
        assert_eq!(duration("500ms"), Ok(Duration::from_millis(500)));
        assert_eq!(duration("2m"), Ok(Duration::from_secs(120)));
        for text in
            ["", "5", "s", "-1s", "1.5s", "0s", "1d", "99999999999999999999s", "9000h", "5 s"]
        {
            assert!(duration(text).is_err(), "{text}");
        }
    }
}
