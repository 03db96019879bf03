//! `--jq`: a filter for the value of the root field.

mod names;
pub(crate) mod path;

use std::borrow::Cow;

use jaq_core::data::JustLut;
use jaq_core::load::{self, Arena, File, Loader};
use jaq_core::{Ctx, Vars, unwrap_valr};
use jaq_json::Val;
use serde_json::value::RawValue;

use crate::answer::apart::{Program, Task};
use crate::answer::template;
use crate::failure::{Exit, Failure};
use crate::settings::environment;
use crate::terminal::text::short;
pub(crate) use names::Names;
pub(crate) use path::Step;

/// Names of jq that are refused. They end the process or write to stderr.
const REFUSED: [&str; 4] = ["halt", "halt_error", "debug", "stderr"];

/// The native functions of jaq behind these names, and the one that shows the whole environment.
const NATIVE: [&str; 4] = ["halt", "debug_empty", "stderr_empty", "env"];

/// The variable with the environment.
const ENV: &str = "$ENV";

/// What jq has and jaq lacks. `env` is the environment without secrets.
const DEFINITIONS: &str = r#"
    def env: $ENV;
    def _row(of; text): if type != "array" then error("\(of): only a list is a row") end | map(
        if type == "string" then text
        elif . == null then ""
        elif type == "boolean" or type == "number" then tojson
        else error("\(of): a \(type) is not a cell") end);
    def @csv: _row("@csv"; "\"" + (. / "\"" | join("\"\"")) + "\"") | join(",");
    def @tsv: _row("@tsv"; . / "\\" | join("\\\\") | . / "\t" | join("\\t")
        | . / "\n" | join("\\n") | . / "\r" | join("\\r")) | join("\t");
"#;

/// How many bytes a filter may have.
const LONGEST: usize = 8192;

/// A variable of a filter, without `$`, and its text.
pub(crate) type Named = (String, String);

/// A compiled filter.
pub(crate) struct Filter {
    /// The option that gave it.
    option: &'static str,
    compiled: jaq_core::Filter<JustLut<Val>>,
    names: Names,
    text: String,
    named: Vec<Named>,
}

impl std::fmt::Debug for Filter {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.write_str("Filter")
    }
}

impl Filter {
    /// Compiles the filter that an option gives, with variables.
    ///
    /// # Errors
    ///
    /// Fails if the text is not a valid filter. Nothing was sent then.
    pub(crate) fn new(option: &'static str, text: &str, named: &[Named]) -> Result<Self, Failure> {
        let refused = |why: &str| {
            Failure::usage(format!("{option}: `{}` is not a valid filter: {why}", short(text)))
                .help("Write the filter as for jq, such as `.[].label`.")
        };
        // Each byte may be a level of nesting, for which jaq recurses.
        if text.len() > LONGEST {
            return Err(refused(&format!("it is longer than {LONGEST} bytes")));
        }
        let ours = load::parse(DEFINITIONS, |parser| parser.defs()).unwrap_or_default();
        let defs = jaq_core::defs().chain(jaq_std::defs()).chain(jaq_json::defs());
        let defs = defs.filter(|def| !REFUSED.contains(&def.name)).chain(ours);
        let arena = Arena::default();
        let modules =
            Loader::new(defs).load(&arena, File { code: text, path: () }).map_err(|errors| {
                let is_module =
                    |(_, error): &(_, load::Error<_>)| matches!(error, load::Error::Io(_));
                match errors.iter().any(is_module) {
                    true => refused(NO_FILES),
                    false => refused("it has a syntax error"),
                }
            })?;
        load::import(&modules, |_| Err(String::new())).map_err(|_| refused(NO_FILES))?;
        let functions = jaq_core::funs().chain(jaq_std::funs()).chain(jaq_json::funs());
        let functions = functions.filter(|(name, ..)| !NATIVE.contains(name));
        let variables: Vec<String> = named.iter().map(|(name, _)| format!("${name}")).collect();
        let compiled = jaq_core::Compiler::default()
            .with_funs(functions)
            .with_global_vars([ENV].into_iter().chain(variables.iter().map(String::as_str)))
            .compile(modules);
        let (names, text, named) = (names::of(text), text.to_owned(), named.to_vec());
        compiled.map(|compiled| Filter { option, compiled, names, text, named }).map_err(|files| {
            let names: Vec<&str> =
                files.iter().flat_map(|(_, names)| names.iter().map(|(name, _)| *name)).collect();
            match names.iter().find(|name| REFUSED.contains(name)) {
                Some(name) => {
                    refused(&format!("`{name}` is not available: a filter only reads the answer"))
                }
                None => {
                    let names: Vec<String> = names.into_iter().map(short).collect();
                    refused(&format!("unknown function or variable `{}`", names.join("`, `")))
                }
            }
        })
    }

    /// The names of fields in it.
    pub(crate) fn names(&self) -> &Names {
        &self.names
    }

    /// The text that it was made of.
    pub(crate) fn text(&self) -> &str {
        &self.text
    }

    /// Runs the filter on JSON text, and passes on each result as JSON text.
    ///
    /// # Errors
    ///
    /// Returns why the filter fails on this input, or the error of `each`.
    pub(crate) fn each(
        &self,
        json: &str,
        mut each: impl FnMut(Box<RawValue>) -> Result<(), String>,
    ) -> Result<(), String> {
        let input =
            jaq_json::read::parse_single(json.as_bytes()).map_err(|error| error.to_string())?;
        let environment = environment::shown().map(|(name, value)| (name.into(), value.into()));
        let named = self.named.iter().map(|(_, text)| Val::from(text.clone()));
        let variables = [Val::obj(environment.collect())].into_iter().chain(named);
        let context = Ctx::<JustLut<Val>>::new(&self.compiled.lut, Vars::new(variables));
        for result in self.compiled.id.run((context, input)).map(unwrap_valr) {
            let result = result.map_err(|error| error.to_string())?.to_string();
            // NaN and infinity are not.
            each(RawValue::from_string(result).map_err(|_| "a result is not valid JSON")?)?;
        }
        Ok(())
    }
}

impl Program for Filter {
    fn option(&self) -> &'static str {
        self.option
    }

    fn task(&self) -> Task {
        Task::Jq { text: self.text.clone(), named: self.named.clone() }
    }
}

const NO_FILES: &str = "`import` and `include` are not available here: a filter reads no files";

/// The failure of a filter on the answer of a call.
pub(crate) fn failed(option: &str, why: &str) -> Failure {
    Failure::new(Exit::Partial, format!("{option} failed on the answer"))
        .detail(short(&without_values(why)))
        .help(match option {
            template::OPTION => "The call ran. `-o json` shows what the template reads as `data`.",
            _ => "The call ran. `--jq .` shows the input of the filter.",
        })
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
    use super::{Filter, failed};
    use crate::failure::Failure;

    fn run(filter: &str, json: &str) -> Result<Vec<String>, Failure> {
        let mut results = Vec::new();
        let filter = Filter::new("--jq", filter, &[]).unwrap();
        let done = filter.each(json, |result| {
            results.push(result.get().to_owned());
            Ok(())
        });
        done.map(|()| results).map_err(|why| failed("--jq", &why))
    }

    #[test]
    fn an_answer_is_not_told_in_an_error() {
        let said = run(".foo", r#"[{"a":"x}"},{"a":[1]}]"#).unwrap_err();
        let said = said.to_string();
        assert!(said.contains("cannot index …") && said.contains("foo"), "{said}");
        assert!(!said.contains("1]") && said.contains("--jq ."), "{said}");
    }

    #[test]
    fn a_filter_reads_no_files_and_ends_nothing() {
        for filter in [
            r#"import "a" as a; ."#,
            r#"import "a" as $a; ."#,
            r#"include "a"; ."#,
            "halt",
            "halt(0)",
            "halt_error",
            "halt_error(1)",
            "debug",
            "debug(1)",
            "stderr",
            "$__prog_args",
            "$name",
            "input",
            "inputs",
            "input_filename",
            "def f: halt; 1",
            "if false then halt else . end",
        ] {
            let refused = Filter::new("--jq", filter, &[]).unwrap_err().to_string();
            assert!(refused.contains("Nothing was sent"), "{filter}: {refused}");
        }
    }

    #[test]
    fn rows_are_csv_and_tsv() {
        let json = r#"[["a\"b,c",1.10,null,true,"d\te\\f\n"],["x"],[]]"#;
        let csv = run(".[] | @csv", json).unwrap();
        assert_eq!(csv[..], [r#""\"a\"\"b,c\",1.10,,true,\"d\te\\f\n\"""#, r#""\"x\"""#, r#""""#]);
        let tsv = run(".[0] | @tsv", json).unwrap();
        assert_eq!(tsv[..], [r#""a\"b,c\t1.10\t\ttrue\td\\te\\\\f\\n""#]);
        for filter in [".[0][0] | @csv", "[[1]] | @tsv", "[{}] | @csv"] {
            let said = run(filter, json).unwrap_err().to_string();
            assert!(said.contains("is a row") || said.contains("is not a cell"), "{said}");
        }
    }

    #[test]
    fn a_filter_has_variables() {
        let named = [("name".to_owned(), "a\"b".to_owned()), ("n".to_owned(), "1".to_owned())];
        let filter = Filter::new("--jq", "[$name, $n, ($ENV | type), (env == $ENV), .]", &named);
        let mut results = Vec::new();
        let done = filter.unwrap().each("0", |result| {
            results.push(result.get().to_owned());
            Ok(())
        });
        assert_eq!((done, &*results[0]), (Ok(()), r#"["a\"b","1","object",true,0]"#));
        assert!(Filter::new("--jq", "$other", &named).is_err());
    }

    #[test]
    fn results_are_json() {
        let run = |filter: &str| run(filter, r#"[{"a":"x"},{"a":1.10}]"#);
        assert_eq!(run(".[].a").unwrap(), ["\"x\"", "1.10"]);
        assert_eq!(run("length").unwrap(), ["2"]);
        assert!(run("empty").unwrap().is_empty());
        assert!(
            run(".a").is_err()
                && run("nan").is_ok_and(|all| all[0] == "null") | run("nan").is_err()
        );
        for filter in [".[", "nope", "", "|"] {
            assert!(Filter::new("--jq", filter, &[]).is_err() || filter.is_empty(), "{filter}");
        }
    }
}
