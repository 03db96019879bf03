//! Values as they were written in JSON or YAML: numbers keep their digits until it is known what is wanted.

use std::borrow::Cow;
use std::fmt;

use houston_client::json::{Duplicates, read};
use serde::de::{Deserialize, Deserializer, MapAccess, SeqAccess, Visitor};
use serde_json::Value;
use serde_saphyr::{MessageFormatter, Spanned};

use super::scan::{is_number, numbers};
use super::source::{for_document, in_document};
use crate::terminal::text::short;

/// A value as it was written.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Written {
    Null,
    /// True or false; the text of YAML, which may be `True`.
    Bool(bool, Option<String>),
    /// A number of JSON.
    Number(String),
    /// A number of YAML without quotes, which may have a notation of its own.
    Plain(String),
    Text(String),
    List(Vec<Written>),
    Object(Vec<(String, Written)>),
}

impl Written {
    /// Reads JSON text.
    ///
    /// # Errors
    ///
    /// Those of [`read`].
    pub(crate) fn json(text: &str) -> Result<Self, serde_json::Error> {
        let numbers = numbers(text);
        let mut readable = Cow::Borrowed(text);
        for (at, number) in &numbers {
            // The parser does not read a number that is too large, and text may be wanted.
            if is_number(number) && number.parse().is_ok_and(f64::is_infinite) {
                let zero = format!("{:<1$}", 0, number.len());
                readable.to_mut().replace_range(*at..at + number.len(), &zero);
            }
        }
        let mut digits = numbers.into_iter().map(|(_, number)| number);
        Ok(with_digits(read(&readable, Duplicates::Refused)?, &mut digits))
    }

    /// Reads a JSON or YAML document.
    ///
    /// # Errors
    ///
    /// Fails with the line if the document is neither.
    pub(super) fn document(text: &str) -> Result<Self, String> {
        let json = text.trim_start().starts_with(['{', '[']).then(|| Written::json(text));
        if let Some(Ok(written)) = json {
            return Ok(written);
        }
        match (yaml(text), json) {
            (Ok(node), _) => Ok(of_node(node, text)),
            // YAML has objects and lists like those of JSON.
            (Err(_), Some(Err(error))) => {
                Err(format!("it begins like JSON: {}", short(&error.to_string())))
            }
            (Err(what), _) => Err(what),
        }
    }

    /// The items of a list in YAML, each with its line.
    ///
    /// # Errors
    ///
    /// Fails with the line if it is not YAML, or not a list.
    pub(crate) fn items(text: &str) -> Result<Vec<(u64, Self)>, String> {
        let Node::List(items) = yaml(text)?.value else {
            return Err("it is not a list; write `- ` in front of each row".to_owned());
        };
        let item = |item: Spanned<Node>| (item.defined.line(), of_node(item, text));
        Ok(items.into_iter().map(item).collect())
    }

    /// The same value as data: no text in it names a source.
    pub(super) fn data(self) -> Self {
        match self {
            Written::Text(text) => Written::Text(for_document(text)),
            Written::List(items) => Written::List(items.into_iter().map(Written::data).collect()),
            Written::Object(fields) => {
                let fields = fields.into_iter().map(|(name, value)| (name, value.data()));
                Written::Object(fields.collect())
            }
            other => other,
        }
    }

    /// Calls `each` with each text in it.
    pub(super) fn each_text(&self, each: &mut dyn FnMut(&str)) {
        match self {
            Written::Text(text) => each(text),
            Written::List(items) => items.iter().for_each(|item| item.each_text(each)),
            Written::Object(fields) => fields.iter().for_each(|(_, field)| field.each_text(each)),
            _ => {}
        }
    }

    /// The text where text is wanted: numbers as they were written, and the words of YAML.
    pub(super) fn as_text(&self) -> Option<&str> {
        match self {
            Written::Text(text) | Written::Number(text) | Written::Plain(text) => Some(text),
            Written::Bool(_, text) => text.as_deref(),
            _ => None,
        }
    }

    /// What kind of value it is, for messages.
    pub(crate) fn kind(&self) -> &'static str {
        match self {
            Written::Null => "null",
            Written::Bool(..) => "true or false",
            Written::Number(_) | Written::Plain(_) => "a number",
            Written::Text(_) => "a string",
            Written::List(_) => "a list",
            Written::Object(_) => "an object",
        }
    }
}

/// Reads YAML.
fn yaml(text: &str) -> Result<Spanned<Node>, String> {
    let options = serde_saphyr::options! {
        strict_booleans: true,
        non_finite_float_policy: serde_saphyr::options::NonFiniteFloatPolicy::PassThrough,
    };
    serde_saphyr::from_str_with_options(text, options).map_err(|error| {
        // The default messages give advice for callers of the library.
        let formatter = serde_saphyr::UserMessageFormatter;
        let message = formatter.format_message(error.without_snippet());
        let at = error.location().map_or(String::new(), |at| format!("line {}: ", at.line()));
        at + &short(&message)
    })
}

/// A value with the digits of its numbers.
fn with_digits<'t>(value: Value, digits: &mut impl Iterator<Item = &'t str>) -> Written {
    match value {
        Value::Null => Written::Null,
        Value::Bool(value) => Written::Bool(value, None),
        Value::Number(number) => {
            Written::Number(digits.next().map_or_else(|| number.to_string(), str::to_owned))
        }
        Value::String(text) => Written::Text(text),
        Value::Array(items) => {
            Written::List(items.into_iter().map(|item| with_digits(item, digits)).collect())
        }
        Value::Object(fields) => {
            let fields = fields.into_iter().map(|(name, value)| (name, with_digits(value, digits)));
            Written::Object(fields.collect())
        }
    }
}

impl From<Value> for Written {
    fn from(value: Value) -> Self {
        with_digits(value, &mut std::iter::empty())
    }
}

/// A value of YAML, with the places of its parts.
enum Node {
    Null,
    Bool(bool),
    Number(String),
    Text(String),
    List(Vec<Spanned<Node>>),
    Object(Vec<(String, Spanned<Node>)>),
}

/// The value with its scalars as they are written in the text.
fn of_node(node: Spanned<Node>, text: &str) -> Written {
    let span = node.defined.span();
    let written = || {
        let (start, len) = (span.byte_offset()?, span.byte_len()?);
        let start = usize::try_from(start).ok()?;
        let written = text.get(start..start.checked_add(usize::try_from(len).ok()?)?)?.trim();
        let is_word = !written.is_empty() && !written.contains(char::is_whitespace);
        is_word.then(|| written.to_owned())
    };
    match node.value {
        Node::Null => Written::Null,
        Node::Bool(value) => Written::Bool(value, written().or_else(|| Some(value.to_string()))),
        Node::Number(number) => Written::Plain(written().unwrap_or(number)),
        Node::Text(text) => Written::Text(text),
        Node::List(items) => {
            Written::List(items.into_iter().map(|item| of_node(item, text)).collect())
        }
        Node::Object(fields) => {
            let fields = fields.into_iter().map(|(name, value)| (name, of_node(value, text)));
            Written::Object(fields.collect())
        }
    }
}

impl<'de> Deserialize<'de> for Node {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(Nodes)
    }
}

struct Nodes;

impl<'de> Visitor<'de> for Nodes {
    type Value = Node;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("any value")
    }

    fn visit_unit<E>(self) -> Result<Node, E> {
        Ok(Node::Null)
    }

    fn visit_bool<E>(self, value: bool) -> Result<Node, E> {
        Ok(Node::Bool(value))
    }

    fn visit_i64<E>(self, value: i64) -> Result<Node, E> {
        Ok(Node::Number(value.to_string()))
    }

    fn visit_u64<E>(self, value: u64) -> Result<Node, E> {
        Ok(Node::Number(value.to_string()))
    }

    fn visit_f64<E>(self, value: f64) -> Result<Node, E> {
        Ok(Node::Number(value.to_string()))
    }

    fn visit_str<E>(self, value: &str) -> Result<Node, E> {
        Ok(Node::Text(value.to_owned()))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<Node, A::Error> {
        let mut list = Vec::new();
        while let Some(item) = items.next_element()? {
            list.push(item);
        }
        Ok(Node::List(list))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut fields: A) -> Result<Node, A::Error> {
        let mut object = Vec::new();
        while let Some(field) = fields.next_entry()? {
            object.push(field);
        }
        Ok(Node::Object(object))
    }
}

/// JSON for messages, with numbers as they were written.
impl fmt::Display for Written {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Written::Null => formatter.write_str("null"),
            Written::Bool(value, _) => value.fmt(formatter),
            Written::Number(text) | Written::Plain(text) => formatter.write_str(text),
            // Behind a source, a secret was meant.
            Written::Text(text) if in_document(text).is_err() => formatter.write_str("\"@…\""),
            Written::Text(text) => Value::from(text.as_str()).fmt(formatter),
            Written::List(_) => formatter.write_str("[…]"),
            Written::Object(_) => formatter.write_str("{…}"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Written;

    #[test]
    fn json_keeps_its_digits() {
        let text = r#"{"a\"1": [1.10, -0e1, "2\\"], "b": {"3": 12345678901234567890}, "c": 1}"#;
        let written = Written::json(text).unwrap();
        let number = |text: &str| Written::Number(text.to_owned());
        let list = vec![number("1.10"), number("-0e1"), Written::Text("2\\".to_owned())];
        let inner = Written::Object(vec![("3".to_owned(), number("12345678901234567890"))]);
        let expected = [("a\"1", Written::List(list)), ("b", inner), ("c", number("1"))];
        let expected = expected.map(|(name, value)| (name.to_owned(), value));
        assert_eq!(written, Written::Object(expected.to_vec()));
    }

    #[test]
    fn what_begins_like_json_is_json_or_yaml() {
        for text in ["{a: 1}", "{'a': 1,}", "[a, 'b']", "{\"a\": 1}"] {
            assert!(Written::document(text).is_ok(), "{text}");
        }
        for text in ["{\"a\": 1", "{\"a\": 1\n\"b\": }", "[1 2", "{\"a\": 1} x"] {
            let error = Written::document(text).unwrap_err();
            assert!(
                error.starts_with("it begins like JSON: ") && error.contains(" at line "),
                "{error}"
            );
        }
        assert!(!Written::document("a: [").unwrap_err().contains("JSON"));
    }

    #[test]
    fn yaml_keeps_its_digits_and_words() {
        for text in [
            "020222070707",
            "08",
            "1234e3",
            "12345678901234567890",
            "123456789012345678901234567890",
            "1.10",
            "-0",
            "0x1F",
            "0o17",
            "1_000",
            "NO",
            "on",
            "Yes",
            "true",
            "True",
            "1e999",
            ".inf",
            "2021-04-02",
            "12:30:45",
        ] {
            for yaml in [
                format!("a: {text}"),
                format!("é: x\na:   {text}   # 1"),
                format!("b: &x {text}\na: *x"),
                format!("{{b: [1, 2], a: {text}}}"),
                format!("base: &x {{a: {text}}}\n<<: *x"),
            ] {
                let Written::Object(fields) = Written::document(&yaml).unwrap() else {
                    panic!("{yaml}")
                };
                let (_, value) = fields.iter().find(|(name, _)| name == "a").unwrap();
                assert_eq!(value.as_text(), Some(text), "{yaml}");
            }
        }
    }
}
