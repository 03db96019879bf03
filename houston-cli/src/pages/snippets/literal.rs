//! Values as programs write them.

use serde_json::Value;

/// A language whose literals are those of JSON, but for a few words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Language {
    JavaScript,
    Python,
}

/// A value, with further lines indented by this many spaces. A secret is read from the environment.
pub(super) fn literal(
    value: &Value,
    secrets: &[(String, String)],
    language: Language,
    indent: usize,
) -> String {
    Writer { secrets, language }.value(value, "", indent)
}

struct Writer<'a> {
    /// The places of secrets, each with the name of its environment variable.
    secrets: &'a [(String, String)],
    language: Language,
}

impl Writer<'_> {
    fn value(&self, value: &Value, place: &str, indent: usize) -> String {
        if let Some((_, name)) = self.secrets.iter().find(|(secret, _)| secret == place) {
            return match self.language {
                Language::JavaScript => format!("process.env.{name}"),
                Language::Python => format!("os.environ[\"{name}\"]"),
            };
        }
        let below = indent + self.step();
        match value {
            Value::Object(fields) if !fields.is_empty() => {
                let fields = fields.iter().map(|(name, value)| {
                    let value = self.value(value, &format!("{place}/{name}"), below);
                    format!("{}: {value}", Value::from(name.as_str()))
                });
                self.lines(('{', '}'), fields.collect(), indent)
            }
            Value::Array(items) if !items.is_empty() => {
                let items = items.iter().enumerate();
                let items =
                    items.map(|(at, item)| self.value(item, &format!("{place}/{at}"), below));
                self.lines(('[', ']'), items.collect(), indent)
            }
            Value::Bool(true) if self.language == Language::Python => "True".to_owned(),
            Value::Bool(false) if self.language == Language::Python => "False".to_owned(),
            Value::Null if self.language == Language::Python => "None".to_owned(),
            value => value.to_string(),
        }
    }

    fn step(&self) -> usize {
        match self.language {
            Language::JavaScript => 2,
            Language::Python => 4,
        }
    }

    fn lines(&self, (open, close): (char, char), items: Vec<String>, indent: usize) -> String {
        let (outer, inner) = (" ".repeat(indent), " ".repeat(indent + self.step()));
        let items: String = items.iter().map(|item| format!("{inner}{item},\n")).collect();
        format!("{open}\n{items}{outer}{close}")
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::{Language, literal};

    #[test]
    fn values_are_written_in_each_language() {
        let value = json!({"a": [true, null], "b": {"c": "x\"`${y}"}, "d": {}, "e": "hidden"});
        let secrets = [("/e".to_owned(), "SECRET".to_owned())];
        insta::assert_snapshot!(literal(&value, &secrets, Language::JavaScript, 0), @r#"
        {
          "a": [
            true,
            null,
          ],
          "b": {
            "c": "x\"`${y}",
          },
          "d": {},
          "e": process.env.SECRET,
        }
        "#);
        insta::assert_snapshot!(literal(&value, &secrets, Language::Python, 0), @r#"
        {
            "a": [
                True,
                None,
            ],
            "b": {
                "c": "x\"`${y}",
            },
            "d": {},
            "e": os.environ["SECRET"],
        }
        "#);
    }
}
