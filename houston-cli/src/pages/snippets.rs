//! The same call in several languages. All of them have the values of one example.

mod literal;

use askama::Template;
use houston_client::Selection;
use houston_client::arguments::Arguments;
use houston_client::request::Request;
use houston_client::schema::{Operation, OperationKind};
use houston_codegen::example::{Example, placeholder};
use serde_json::value::RawValue;
use serde_json::{Map, Value};

use super::Reference;
use super::frame::written;
use crate::arguments;
use crate::call::curl::{self, Curl};
use crate::commands::builtin;
use crate::failure::Failure;
use crate::schema::Origin;
use crate::schema::names::kebab;
use crate::terminal::text::{plain, word};
use literal::{Language, literal};

/// A call in one language.
pub(super) struct Snippet {
    /// The word for it in addresses and scripts.
    pub(super) id: &'static str,
    pub(super) label: &'static str,
    pub(super) text: String,
}

#[derive(Template)]
#[template(path = "snippets/javascript.txt", escape = "none")]
struct JavaScript<'a> {
    is_live: bool,
    document: &'a str,
    variables: String,
}

#[derive(Template)]
#[template(path = "snippets/python.txt", escape = "none")]
struct Python<'a> {
    is_live: bool,
    document: &'a str,
    variables: String,
}

#[derive(Template)]
#[template(path = "snippets/rust.txt", escape = "none")]
struct Rust {
    is_live: bool,
    is_own: bool,
    modules: String,
    call: String,
}

/// The calls of an operation, and why they lack arguments, if they do.
pub(super) fn of(
    reference: &Reference,
    operation: &Operation,
) -> Result<(Vec<Snippet>, Option<String>), Failure> {
    let schema = &*reference.schema;
    let mut models = reference.model.operations.iter();
    let model = models.find(|one| one.row.name == operation.name && one.row.kind == operation.kind);
    let example = model.and_then(|model| Example::of(&reference.model, model, &placeholder));
    let values = example.as_ref().map(Example::variables).unwrap_or_default();
    let is_live = operation.kind == OperationKind::Subscription;

    let request = request(reference, operation, &values);
    let document = request.document();
    let secrets = curl::secrets(schema, operation, &values);
    let values = Value::Object(values);
    let mut snippets = vec![Snippet {
        id: "cli",
        label: "Command line",
        text: command_line(reference, operation, &values, &secrets),
    }];
    if let Some(example) = &example {
        snippets.push(Snippet { id: "rust", label: "Rust", text: rust(reference, example)? });
    }
    if !is_live {
        let way = ("", "\"$HOUSTON_URL\"", Some("HOUSTON_TOKEN"));
        let text = Curl::new(schema, operation, &request, way).text;
        snippets.push(Snippet { id: "curl", label: "curl", text });
    }
    let variables = literal(&values, &secrets, Language::JavaScript, 0);
    let text = whole(&JavaScript { is_live, document, variables })?;
    snippets.push(Snippet { id: "javascript", label: "JavaScript", text });
    let variables = literal(&values, &secrets, Language::Python, 0);
    let text = whole(&Python { is_live, document, variables })?;
    snippets.push(Snippet { id: "python", label: "Python", text });
    let missing = example.is_none().then(|| {
        format!(
            "The calls lack the required arguments, of which there are many: `houston skeleton {}` writes all of them \
             to a file to fill in.",
            plain(&operation.name)
        )
    });
    Ok((snippets, missing))
}

/// The text of a template, without blank lines at its end.
fn whole(template: &impl Template) -> Result<String, Failure> {
    Ok(written(template)?.trim_end().to_owned())
}

/// The request with these values, which selects the leaves of the result.
fn request(
    reference: &Reference,
    operation: &Operation,
    values: &Map<String, Value>,
) -> Request<Box<RawValue>> {
    let mut given = Arguments::new();
    for argument in &operation.arguments {
        if let Some(value) = values.get(&argument.name) {
            given.set(argument.name.clone(), argument.ty.clone(), value.clone());
        }
    }
    let selection = Selection::by_default(&reference.schema, operation, 1);
    Request::untyped(&reference.schema, operation, &given, &selection)
}

fn rust(reference: &Reference, example: &Example) -> Result<String, Failure> {
    let modules: Vec<&str> = example.modules.iter().map(String::as_str).collect();
    let is_own = reference.origin != Origin::BuiltIn;
    let modules = match modules.as_slice() {
        [one] if is_own => (*one).to_owned(),
        several if is_own => format!("{{{}}}", several.join(", ")),
        several => several.join(", "),
    };
    let is_live = example.kind == OperationKind::Subscription;
    let call = example.rust().replace('\n', "\n    ");
    whole(&Rust { is_live, is_own, modules, call })
}

/// The command, with a flag for each value. Secrets come from the environment.
fn command_line(
    reference: &Reference,
    operation: &Operation,
    values: &Value,
    secrets: &[(String, String)],
) -> String {
    let relaxed = arguments::relaxed(operation);
    let mut words = Vec::new();
    for argument in relaxed.arguments.iter().filter(|argument| argument.required) {
        if let Some(value) = values.get(&argument.name) {
            let flag = arguments::shown(operation, &argument.name);
            flags(&flag, &format!("/{}", argument.name), value, secrets, &mut words);
        }
    }
    let schema = match &reference.origin {
        Origin::File(path) => format!(" --schema {}", word(&plain(&path.to_string_lossy()))),
        _ => String::new(),
    };
    let name = builtin::call(operation);
    let name = name.strip_prefix("houston").unwrap_or(&name);
    let command = format!("houston{schema}{name}");
    let line = words.iter().fold(command.clone(), |line, word| format!("{line} {word}"));
    match line.len() <= LONGEST {
        true => line,
        false => format!("{command} \\\n  {}", words.join(" \\\n  ")),
    }
}

/// The longest command in one line.
const LONGEST: usize = 80;

/// Adds the flags that set a value at a place.
fn flags(
    flag: &str,
    place: &str,
    value: &Value,
    secrets: &[(String, String)],
    words: &mut Vec<String>,
) {
    // `--argument url` takes its value behind `=`.
    let between = if flag.contains(' ') { '=' } else { ' ' };
    let secret = secrets.iter().find(|(secret, _)| secret == place);
    let mut add = |value: &str| words.push(format!("{flag}{between}{value}"));
    match value {
        _ if secret.is_some() => {
            secret.iter().for_each(|(_, name)| add(&format!("@env:{name}")));
        }
        Value::Object(fields) if !fields.is_empty() => {
            for (name, value) in fields {
                let flag = format!("{flag}.{}", kebab(name));
                flags(&flag, &format!("{place}/{name}"), value, secrets, words);
            }
        }
        Value::Array(items) if items.iter().all(|item| !item.is_object() && !item.is_array()) => {
            for (at, item) in items.iter().enumerate() {
                flags(flag, &format!("{place}/{at}"), item, secrets, words);
            }
        }
        Value::String(text) => add(&word(text)),
        value => add(&word(&value.to_string())),
    }
}
