//! `--curl`: the same call as a command for a POSIX shell.

use houston_client::request::Request;
use serde_json::{Value, json};

use crate::call::Call;
use crate::endpoint::Endpoint;
use crate::failure::Failure;
use crate::{input, output};

/// Shows a call as a command. Its token and secrets are variables of the shell, to be set by whoever runs it.
///
/// # Errors
///
/// Where there is no address to be named.
pub(crate) fn show<T>(call: &Call<'_>, request: &Request<T>) -> Result<(), Failure> {
    let Call { schema, operation, target, .. } = call;
    let url = match &target.endpoint {
        Some(Endpoint::Sandbox) => {
            return Err(Failure::usage("--curl needs a server, and --sandbox is none")
                .help("`houston sandbox serve` serves the sandbox"));
        }
        Some(endpoint) => quoted(&endpoint.shown(target.allow_http)?),
        None => "\"$HOUSTON_URL\"".to_owned(),
    };
    let variables = input::masked(schema, operation, request.variables());
    let mut holes = Vec::new();
    let variables = with_holes(&Value::Object(variables), &mut Vec::new(), &mut holes);
    output::note("note: set HOUSTON_TOKEN to the token before you run it");
    if !holes.is_empty() {
        output::note(format_args!(
            "note: set {} to the text of a JSON string, without its quotes",
            holes.join(", ")
        ));
    }
    let body = json!({ "query": request.document(), "variables": variables }).to_string();
    output::data(format_args!(
        "curl --silent --show-error --fail-with-body {url} \\\n  \
         --header 'Content-Type: application/json' \\\n  \
         --header \"Authorization: $HOUSTON_TOKEN\" \\\n  \
         --data-binary {}",
        body_words(&body, &holes)
    ))
}

/// A mark that no value can hold: `masked` has put `***` there, and quotes stand around it.
const MASKED: &str = "***";

/// Masked values become names of holes.
fn with_holes(value: &Value, path: &mut Vec<String>, holes: &mut Vec<String>) -> Value {
    match value {
        Value::String(text) if text == MASKED => {
            let name = format!("HOUSTON_ARG_{}", path.join("_").to_uppercase());
            let mark = format!("\u{0}{}\u{0}", holes.len());
            holes.push(name);
            Value::String(mark)
        }
        Value::Object(fields) => {
            let mut filled = serde_json::Map::new();
            for (name, value) in fields {
                path.push(crate::names::kebab(name).replace('-', "_"));
                filled.insert(name.clone(), with_holes(value, path, holes));
                path.pop();
            }
            Value::Object(filled)
        }
        Value::Array(items) => items.iter().map(|item| with_holes(item, path, holes)).collect(),
        other => other.clone(),
    }
}

/// The body as words of a shell, with its holes.
fn body_words(body: &str, holes: &[String]) -> String {
    let mut rest = body.to_owned();
    let mut words = String::new();
    for (index, name) in holes.iter().enumerate() {
        let mark = format!("\\u0000{index}\\u0000");
        if let Some((before, after)) = rest.split_once(&mark) {
            words += &format!("{}\"${{{name}}}\"", quoted(before));
            rest = after.to_owned();
        }
    }
    words + &quoted(&rest)
}

/// A text as one word of a POSIX shell, whatever it holds.
pub(crate) fn quoted(text: &str) -> String {
    format!("'{}'", text.replace('\'', r"'\''"))
}

#[cfg(test)]
mod tests {
    use super::{body_words, quoted};

    #[test]
    fn words_are_safe() {
        assert_eq!(quoted("a'b$(c)`d`\\"), r"'a'\''b$(c)`d`\'");
        let holes = ["A".to_owned()];
        assert_eq!(body_words(r#"{"p":"\u00000\u0000"}"#, &holes), r#"'{"p":"'"${A}"'"}'"#);
    }
}
