//! The values of options: numbers and times.

use std::fmt::{self, Display};
use std::net::IpAddr;
use std::ops::RangeInclusive;
use std::str::FromStr;
use std::time::Duration;

use jiff::Timestamp;

use super::rows::Shard;

/// Parses a number in a range.
pub(super) fn number<N>(text: &str, range: RangeInclusive<N>) -> Result<N, String>
where
    N: FromStr + PartialOrd + Display,
{
    let number = text.parse().ok().filter(|number| range.contains(number));
    number.ok_or_else(|| format!("expected a number from {} to {}", range.start(), range.end()))
}

/// Parses a number of things, at least one.
pub(crate) fn count(text: &str) -> Result<u64, String> {
    number(text, 1..=u64::MAX)
}

/// Parses a duration such as `500ms`, `10s` or `2m`.
pub(super) fn duration(text: &str) -> Result<Duration, String> {
    match duration_or_zero(text)? {
        Duration::ZERO => Err("expected at least 1ms".to_owned()),
        duration => Ok(duration),
    }
}

/// Parses a duration, which may be none at all.
pub(super) fn duration_or_zero(text: &str) -> Result<Duration, String> {
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
    match milliseconds.ok_or_else(wrong)? {
        milliseconds @ ..=31_536_000_000 => Ok(Duration::from_millis(milliseconds)),
        _ => Err("expected at most a year".to_owned()),
    }
}

/// Parses the time between two looks.
pub(super) fn pause(text: &str) -> Result<Duration, String> {
    const LEAST: Duration = Duration::from_millis(100);
    let pause = duration(text)?;
    if pause < LEAST { Err("expected at least 100ms".to_owned()) } else { Ok(pause) }
}

/// Parses a rate such as `5/s` or `30/m`, and returns the time between two starts.
pub(super) fn rate(text: &str) -> Result<Duration, String> {
    let wrong = || "expected a number from 1 to 100000 and a unit, such as 5/s or 30/m".to_owned();
    let (count, unit) = text.split_once('/').ok_or_else(wrong)?;
    let unit = match unit {
        "s" => Duration::from_secs(1),
        "m" => Duration::from_secs(60),
        _ => return Err(wrong()),
    };
    number(count, 1..=100_000_u32).map(|count| unit / count).map_err(|_| wrong())
}

/// Parses a part such as `2/4`.
pub(super) fn shard(text: &str) -> Result<Shard, String> {
    let wrong = || "expected a part and the number of parts, such as 1/4".to_owned();
    let (index, count) = text.split_once('/').ok_or_else(wrong)?;
    let count = number(count, 1..=100_000).map_err(|_| wrong())?;
    let index = number(index, 1..=count).map_err(|_| wrong())?;
    Ok(Shard { index, count })
}

/// The address of a host and port.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Resolved {
    pub(crate) host: String,
    pub(crate) port: u16,
    pub(crate) address: IpAddr,
}

impl Display for Resolved {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.address {
            IpAddr::V4(address) => write!(formatter, "{}:{}:{address}", self.host, self.port),
            IpAddr::V6(address) => write!(formatter, "{}:{}:[{address}]", self.host, self.port),
        }
    }
}

/// Parses the address of a host and port: `HOST:PORT:ADDRESS`.
pub(super) fn resolved(text: &str) -> Result<Resolved, String> {
    let wrong =
        || "expected a host, a port and an IP address, such as a.example:443:10.0.0.1".to_owned();
    let mut parts = text.splitn(3, ':');
    let mut next = || parts.next().filter(|part| !part.is_empty()).ok_or_else(wrong);
    let (host, port, address) = (next()?, next()?, next()?);
    let address = address.strip_prefix('[').and_then(|it| it.strip_suffix(']')).unwrap_or(address);
    let is_host = |letter: char| letter.is_ascii_alphanumeric() || "-_.".contains(letter);
    if !host.chars().all(is_host) || host.parse::<IpAddr>().is_ok() {
        return Err(wrong());
    }
    let host = host.to_ascii_lowercase();
    let port = port.parse().ok().filter(|port| *port > 0).ok_or_else(wrong)?;
    Ok(Resolved { host, port, address: address.parse().map_err(|_| wrong())? })
}

/// Parses a moment in the past: an RFC 3339 time, or an age such as `10m`.
pub(crate) fn moment(text: &str) -> Result<Timestamp, String> {
    let now = Timestamp::now();
    let age = duration(text).ok().and_then(|age| now.checked_sub(age).ok());
    match text.parse().ok().or(age) {
        Some(moment) if moment > now => Err(format!("it is in the future: now is {now:.0}")),
        Some(moment) => Ok(moment),
        None => {
            Err("expected a time such as 2026-11-28T10:00:00Z, or an age such as 10m".to_owned())
        }
    }
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use jiff::{SignedDuration, Timestamp};

    use super::{duration, moment, rate, resolved, shard};
    use crate::settings::options::Shard;

    #[test]
    fn an_address_of_a_host_is_written_as_for_curl() {
        for (text, read) in [
            ("A.example:443:10.0.0.1", "a.example:443:10.0.0.1"),
            ("a.example:8443:[::1]", "a.example:8443:[::1]"),
            ("a.example:8443:::1", "a.example:8443:[::1]"),
        ] {
            assert_eq!(resolved(text).unwrap().to_string(), read);
        }
        for text in [
            "",
            "a",
            "a:1",
            "a:0:10.0.0.1",
            "a:x:10.0.0.1",
            "a:1:b",
            ":1:10.0.0.1",
            "10.0.0.1:1:10.0.0.2",
            "a b:1:10.0.0.1",
        ] {
            assert!(resolved(text).is_err(), "{text}");
        }
    }

    #[test]
    fn a_moment_is_a_time_or_an_age() {
        assert_eq!(moment("2026-01-02T03:04:05Z"), Ok("2026-01-02T03:04:05Z".parse().unwrap()));
        let age = Timestamp::now().duration_since(moment("10m").unwrap());
        assert!((SignedDuration::from_mins(9)..SignedDuration::from_mins(11)).contains(&age));
        for text in ["", "10", "now", "10:00", "2026-01-02T03:04:05", "9999-01-01T00:00:00Z", "-5m"]
        {
            assert!(moment(text).is_err(), "{text}");
        }
    }

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

    #[test]
    fn a_rate_is_a_time_between_starts() {
        assert_eq!(rate("5/s"), Ok(Duration::from_millis(200)));
        assert_eq!(rate("30/m"), Ok(Duration::from_secs(2)));
        for text in ["", "5", "0/s", "-1/s", "5/h", "/s", "5/", "1.5/s", "5/s/s", "100001/s"] {
            assert!(rate(text).is_err(), "{text}");
        }
    }

    #[test]
    fn a_part_is_one_of_the_parts() {
        assert_eq!(shard("1/1"), Ok(Shard { index: 1, count: 1 }));
        assert_eq!(shard("4/4"), Ok(Shard { index: 4, count: 4 }));
        for text in ["", "1", "0/4", "5/4", "1/0", "a/4", "1/b", "1/2/3", "-1/4"] {
            assert!(shard(text).is_err(), "{text}");
        }
    }
}
