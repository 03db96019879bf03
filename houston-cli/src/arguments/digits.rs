//! Numbers as they are written, and whether their digits change on the way.

use houston_client::json::{Duplicates, read};
use serde_json::{Number, Value};

/// A word where any JSON is allowed. It is a number only if the server would print it the same way: `1.10`, `2.0` and
/// `007` stay strings.
pub(super) fn word(text: &str) -> Value {
    match text {
        "true" => Value::Bool(true),
        "false" => Value::Bool(false),
        "null" => Value::Null,
        _ => match number(text) {
            Some(number) if is_printed_so(&number, text) => Value::Number(number),
            _ => Value::String(text.to_owned()),
        },
    }
}

/// Whether JavaScript, which the server is written in, prints the number like this.
fn is_printed_so(number: &Number, text: &str) -> bool {
    const LARGEST: u64 = (1 << 53) - 1;
    let is_exact = match number.as_i64() {
        Some(whole) => whole.unsigned_abs() <= LARGEST,
        None => number.as_f64().is_some_and(|number| number.fract() != 0.0),
    };
    is_exact && number.to_string() == text
}

/// A number in JSON notation, if the server, which holds numbers as doubles, does not change its digits.
pub(super) fn number(text: &str) -> Option<Number> {
    let number: Number = match read(text, Duplicates::Refused).ok()? {
        Value::Number(number) => number,
        _ => return None,
    };
    let held = format!("{:e}", number.as_f64()?);
    (decimal(text)? == decimal(&held)?).then_some(number)
}

/// A decimal number as its sign, its digits without zeros at both ends, and the exponent of the last digit.
fn decimal(text: &str) -> Option<(bool, String, i64)> {
    let (mantissa, exponent) = match text.split_once(['e', 'E']) {
        Some((mantissa, exponent)) => (mantissa, exponent.parse().ok()?),
        None => (text, 0_i64),
    };
    let (whole, fraction) = mantissa.split_once('.').unwrap_or((mantissa, ""));
    let digits = format!("{}{fraction}", whole.trim_start_matches('-'));
    let digits = digits.trim_start_matches('0');
    let shortest = digits.trim_end_matches('0');
    if shortest.is_empty() {
        return Some((false, String::new(), 0));
    }
    let zeros = i64::try_from(digits.len() - shortest.len()).ok()?;
    let places = i64::try_from(fraction.len()).ok()?;
    let exponent = exponent.checked_add(zeros)?.checked_sub(places)?;
    Some((whole.starts_with('-'), shortest.to_owned(), exponent))
}

/// The numbers of valid JSON text, in their order.
pub(super) fn numbers(text: &str) -> Vec<&str> {
    let mut numbers = Vec::new();
    let mut rest = text;
    while let Some(at) = rest.find(|letter: char| matches!(letter, '"' | '-' | '0'..='9')) {
        rest = &rest[at..];
        if let Some(string) = rest.strip_prefix('"') {
            let mut is_escaped = false;
            let end = string.find(|letter: char| {
                let ends = letter == '"' && !is_escaped;
                is_escaped = letter == '\\' && !is_escaped;
                ends
            });
            rest = end.map_or("", |end| &string[end + 1..]);
        } else {
            let is_part = |letter: char| matches!(letter, '+' | '-' | '.' | 'e' | 'E' | '0'..='9');
            let end = rest.find(|letter| !is_part(letter)).unwrap_or(rest.len());
            numbers.push(&rest[..end]);
            rest = &rest[end..];
        }
    }
    numbers
}

#[cfg(test)]
mod tests {
    use super::{number, word};
    use serde_json::json;

    #[test]
    fn a_word_is_a_number_only_where_nothing_is_guessed() {
        for (text, value) in [
            ("LocalExecutor", json!("LocalExecutor")),
            ("1.10", json!("1.10")),
            ("2.0", json!("2.0")),
            ("9007199254740991", json!(9007199254740991u64)),
            ("9007199254740993", json!("9007199254740993")),
            ("18446744073709551615", json!("18446744073709551615")),
            ("007", json!("007")),
            ("1e3", json!("1e3")),
            ("-0", json!("-0")),
            ("12345678901234567890123", json!("12345678901234567890123")),
            ("2", json!(2)),
            ("-2.5", json!(-2.5)),
            (" 2", json!(" 2")),
            ("true", json!(true)),
            ("True", json!("True")),
            ("null", json!(null)),
            ("", json!("")),
            ("a=b", json!("a=b")),
        ] {
            assert_eq!(word(text), value, "{text}");
        }
    }

    #[test]
    fn a_number_is_sent_only_if_its_digits_stay() {
        for text in
            ["0", "-0", "1.10", "1e3", "0.1", "-2.50e-7", "9007199254740992", "1e21", "1E+2"]
        {
            assert!(number(text).is_some(), "{text}");
        }
        for text in [
            "9007199254740993",
            "18446744073709551615",
            "12345678901234567890",
            "3.14159265358979323846",
            "1e-400",
            "1e400",
            "0.1000000000000000055511151231257827",
            "1e9223372036854775807",
            "08",
            ".5",
            "0x1",
        ] {
            assert_eq!(number(text), None, "{text}");
        }
    }
}
