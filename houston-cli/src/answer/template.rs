//! `--template`: a Jinja template for the value of the root field.

use minijinja::{Environment, UndefinedBehavior, Value, context};
use serde_json::Value as Json;

use crate::answer::apart::{Program, Task};
use crate::failure::Failure;
use crate::terminal::text::short;

/// The option that gives one.
pub(crate) const OPTION: &str = "--template";

/// How many bytes a template may have.
pub(crate) const LONGEST: usize = 64 << 10;

/// How many instructions it may run: some seconds.
const FUEL: u64 = 200_000_000;

/// How deep its macros and loops may call themselves.
const DEEPEST: usize = 100;

/// A template that can be parsed.
#[derive(Debug)]
pub(crate) struct Template(String);

/// Templates read no files and no other templates, and a field that is missing is an error.
fn environment() -> Environment<'static> {
    let mut environment = Environment::new();
    environment.set_undefined_behavior(UndefinedBehavior::Strict);
    environment.set_recursion_limit(DEEPEST);
    environment.set_fuel(Some(FUEL));
    environment
}

impl Template {
    /// Checks a template.
    ///
    /// # Errors
    ///
    /// Fails if the text is not a valid template. Nothing was sent then.
    pub(crate) fn new(text: &str) -> Result<Self, Failure> {
        let refused = |why: String| {
            Failure::usage(format!("{OPTION} is not valid: {why}")).help(
                "Write it as for Jinja, such as '{% for row in data %}{{ row.label }} {% endfor %}'.",
            )
        };
        if text.len() > LONGEST {
            return Err(refused(format!("it is longer than {} kB", LONGEST >> 10)));
        }
        match environment().template_from_str(text) {
            Ok(_) => Ok(Template(text.to_owned())),
            Err(error) => Err(refused(short(&error.to_string()))),
        }
    }

    /// The text for a JSON value, which the template reads as `data`.
    ///
    /// # Errors
    ///
    /// Returns why the template fails on this value.
    pub(crate) fn render(&self, json: &str) -> Result<String, String> {
        let data: Json = serde_json::from_str(json).map_err(|error| error.to_string())?;
        let data = context! { data => value(data) };
        environment().render_str(&self.0, data).map_err(|error| error.to_string())
    }
}

/// A JSON value for a template.
fn value(json: Json) -> Value {
    match json {
        Json::Null => Value::from(()),
        Json::Bool(is_true) => Value::from(is_true),
        Json::Number(number) => match (number.as_i64(), number.as_u64(), number.as_f64()) {
            (Some(number), ..) => Value::from(number),
            (_, Some(number), _) => Value::from(number),
            (.., number) => Value::from(number.unwrap_or(f64::NAN)),
        },
        Json::String(text) => Value::from(text),
        Json::Array(items) => Value::from(items.into_iter().map(value).collect::<Vec<_>>()),
        Json::Object(fields) => {
            Value::from_pairs(fields.into_iter().map(|(name, field)| (name, value(field))))
        }
    }
}

impl Program for Template {
    fn option(&self) -> &'static str {
        OPTION
    }

    fn task(&self) -> Task {
        Task::Template { text: self.0.clone() }
    }
}

#[cfg(test)]
mod tests {
    use super::Template;

    fn rendered(text: &str) -> Result<String, String> {
        Template::new(text).unwrap().render(r#"[{"z":"<b>","a":1.5},{"z":null,"a":[1,2]}]"#)
    }

    #[test]
    fn a_template_reads_the_answer() {
        let rows = "{% for row in data %}{{ row.z }}={{ row.a }};{% endfor %}";
        assert_eq!(rendered(rows).unwrap(), "<b>=1.5;None=[1, 2];");
        assert_eq!(rendered("{{ data | length }}").unwrap(), "2");
        assert_eq!(
            rendered("{{ data[0] | tojson }}").unwrap(),
            r#"{"z": "\u003cb\u003e", "a": 1.5}"#
        );
        assert!(rendered("{{ data[0].nope }}").unwrap_err().contains("undefined"));
        assert!(rendered("{{ nope }}").unwrap_err().contains("undefined"));
    }

    #[test]
    fn a_template_reads_no_files_and_has_limits() {
        for text in [
            "{% include 'a' %}",
            "{% extends 'a' %}",
            "{% import 'a' as b %}",
            "{% from 'a' import b %}",
            "{% for %}",
            "{{ a",
            &"a".repeat(100_000),
            &format!("{{{{ {}1{} }}}}", "(".repeat(10_000), ")".repeat(10_000)),
        ] {
            let refused = Template::new(text).unwrap_err().to_string();
            assert!(refused.contains("Nothing was sent"), "{refused}");
        }
        let endless = "{% macro again() %}{{ again() }}{% endmacro %}{{ again() }}";
        assert!(rendered(endless).unwrap_err().contains("recursion"));
        assert!(rendered("{{ range(100000000) | list | length }}").is_err());
    }
}
