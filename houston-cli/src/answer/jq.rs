//! `--jq`: a filter for the value of the root field.

mod names;

use std::borrow::Cow;

use jaq_core::data::JustLut;
use jaq_core::load::{Arena, File, Loader};
use jaq_core::{Ctx, Vars, unwrap_valr};
use jaq_json::Val;
use serde_json::value::RawValue;

use crate::failure::{Exit, Failure};
use crate::terminal::text::short;
pub(crate) use names::Names;

/// A compiled filter.
pub(crate) struct Filter {
    compiled: jaq_core::Filter<JustLut<Val>>,
    names: Names,
}

impl std::fmt::Debug for Filter {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.write_str("Filter")
    }
}

impl Filter {
    /// Compiles a filter.
    ///
    /// # Errors
    ///
    /// Fails if the text is not a valid filter. Nothing was sent then.
    pub(crate) fn new(text: &str) -> Result<Self, Failure> {
        let refused = |why: &str| {
            Failure::usage(format!("--jq: `{}` is not a valid filter: {why}", short(text)))
                .help("Nothing was sent. Write the filter as for jq, such as `.[].label`.")
        };
        let defs = jaq_core::defs().chain(jaq_std::defs()).chain(jaq_json::defs());
        let arena = Arena::default();
        let modules = Loader::new(defs)
            .load(&arena, File { code: text, path: () })
            .map_err(|_| refused("it has a syntax error"))?;
        let functions = jaq_core::funs().chain(jaq_std::funs()).chain(jaq_json::funs());
        let compiled = jaq_core::Compiler::default().with_funs(functions).compile(modules);
        let names = names::of(text);
        compiled.map(|compiled| Filter { compiled, names }).map_err(|files| {
            let names: Vec<String> = files
                .iter()
                .flat_map(|(_, undefined)| undefined.iter().map(|(name, _)| short(name)))
                .collect();
            refused(&format!("unknown function or variable `{}`", names.join("`, `")))
        })
    }

    /// The names of fields in it.
    pub(crate) fn names(&self) -> &Names {
        &self.names
    }

    /// Runs the filter on JSON text, and returns each result as JSON text.
    ///
    /// # Errors
    ///
    /// Fails if the filter fails on this input.
    pub(crate) fn run(&self, json: &str) -> Result<Vec<Box<RawValue>>, Failure> {
        let failed = |why: &str| {
            Failure::new(Exit::Partial, "--jq failed on the answer")
                .detail(short(&without_values(why)))
                .help("The call ran. `--jq .` shows the input of the filter.")
        };
        let input = jaq_json::read::parse_single(json.as_bytes())
            .map_err(|error| failed(&error.to_string()))?;
        let context = Ctx::<JustLut<Val>>::new(&self.compiled.lut, Vars::new([]));
        let results = self.compiled.id.run((context, input)).map(unwrap_valr);
        results
            .map(|result| {
                let value = result.map_err(|error| failed(&error.to_string()))?;
                RawValue::from_string(value.to_string())
                    .map_err(|_| failed("a result is not valid JSON"))
            })
            .collect()
    }
}

/// The error text of a filter without the value in it, which may be the whole answer.
fn without_values(text: &str) -> Cow<'_, str> {
    match (text.find(['{', '[']), text.rfind(['}', ']'])) {
        (Some(first), Some(last)) if first < last => {
            format!("{}…{}", &text[..first], &text[last + 1..]).into()
        }
        _ => text.into(),
    }
}

#[cfg(test)]
mod tests {
    use super::Filter;

    #[test]
    fn an_answer_is_not_told_in_an_error() {
        let said = Filter::new(".foo").unwrap().run(r#"[{"a":"x}"},{"a":[1]}]"#).unwrap_err();
        let said = said.to_string();
        assert!(said.contains("cannot index …") && said.contains("foo"), "{said}");
        assert!(!said.contains("1]") && said.contains("--jq ."), "{said}");
    }

    #[test]
    fn results_are_json() {
        let run = |filter: &str| {
            let results = Filter::new(filter).unwrap().run(r#"[{"a":"x"},{"a":1.10}]"#);
            results.map(|all| all.iter().map(|one| one.get().to_owned()).collect::<Vec<_>>())
        };
        assert_eq!(run(".[].a").unwrap(), ["\"x\"", "1.10"]);
        assert_eq!(run("length").unwrap(), ["2"]);
        assert!(run("empty").unwrap().is_empty());
        assert!(
            run(".a").is_err()
                && run("nan").is_ok_and(|all| all[0] == "null") | run("nan").is_err()
        );
        for filter in [".[", "nope", "", "|"] {
            assert!(Filter::new(filter).is_err() || filter.is_empty(), "{filter}");
        }
    }
}
