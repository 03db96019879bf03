//! Numbers as they are written, and whether their digits change on the way.

use houston_client::json::{Duplicates, read};
use serde_json::{Number, Value};

use super::scan::is_number;
use super::written::Written;

/// A word where any JSON is allowed: a number in JSON notation is one. `007` is text.
pub(super) fn word(text: &str) -> Written {
    match text {
        "true" | "false" => Written::Bool(text == "true", None),
        "null" => Written::Null,
        _ if is_number(text) => Written::Number(text.to_owned()),
        _ => Written::Text(text.to_owned()),
    }
}

/// A number that is sent with the characters that were written.
pub(super) fn kept(text: &str) -> Option<Number> {
    number(text).filter(|number| number.to_string() == text)
}

/// What is wrong with a number that would be sent with other characters, where text can be meant.
pub(super) fn unkept(text: &str) -> String {
    match number(text) {
        Some(number) => format!(
            "a number that would be sent as {number}; write it so, or in double quotes for text"
        ),
        None if is_number(text) => format!("{}; write it in double quotes for text", changed(text)),
        None => "a number of YAML and not of JSON; write it in double quotes for text".to_owned(),
    }
}

/// What is wrong with a number whose digits would change.
pub(super) fn changed(text: &str) -> String {
    match text.parse::<f64>().unwrap_or_default() {
        held if held.is_infinite() => "a number that is larger than a number can be".to_owned(),
        held => {
            format!("a number with more digits than a number holds; it would arrive as {held}")
        }
    }
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

#[cfg(test)]
mod tests {
    use super::{Written, kept, number, unkept, word};
    use serde_json::{Value, json};

    #[test]
    fn a_word_is_a_number_if_json_says_so() {
        for (text, sent) in [
            ("LocalExecutor", Some(json!("LocalExecutor"))),
            ("1.0", Some(json!(1.0))),
            ("2", Some(json!(2))),
            ("-2.5", Some(json!(-2.5))),
            ("9007199254740991", Some(json!(9007199254740991u64))),
            ("1.10", None),
            ("1e3", None),
            ("1e400", None),
            ("-0", None),
            ("9007199254740993", None),
            ("18446744073709551615", None),
            ("12345678901234567890123", None),
            ("007", Some(json!("007"))),
            (".5", Some(json!(".5"))),
            ("1.", Some(json!("1."))),
            ("+1", Some(json!("+1"))),
            ("0x1", Some(json!("0x1"))),
            ("-", Some(json!("-"))),
            ("1e", Some(json!("1e"))),
            (" 2", Some(json!(" 2"))),
            ("true", Some(json!(true))),
            ("True", Some(json!("True"))),
            ("null", Some(json!(null))),
            ("", Some(json!(""))),
            ("a=b", Some(json!("a=b"))),
        ] {
            let read = match word(text) {
                Written::Number(text) => kept(&text).map(Value::Number),
                Written::Text(text) => Some(Value::String(text)),
                Written::Bool(is, _) => Some(Value::Bool(is)),
                _ => Some(Value::Null),
            };
            assert_eq!(read, sent, "{text}");
        }
        for (text, why) in [
            (
                "1.10",
                "a number that would be sent as 1.1; write it so, or in double quotes for text",
            ),
            (
                "1e400",
                "a number that is larger than a number can be; write it in double quotes for text",
            ),
            ("08", "a number of YAML and not of JSON; write it in double quotes for text"),
        ] {
            assert_eq!(unkept(text), why);
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
