//! `--curl`: the call as a curl command for a POSIX shell.

use houston_client::request::Request;
use serde_json::{Value, json};

use crate::arguments;
use crate::call::Call;
use crate::failure::Failure;
use crate::schema::names::kebab;
use crate::settings::endpoint::Endpoint;
use crate::terminal::output;
use crate::terminal::text::quoted;

/// Prints a call as a curl command. The token and secrets are shell variables, for the user to set.
///
/// # Errors
///
/// Fails for the sandbox, which has no address.
pub(crate) fn show<T>(call: &Call<'_>, request: &Request<T>) -> Result<(), Failure> {
    let Call { schema, operation, target, .. } = call;
    let url = match &target.endpoint {
        Some(Endpoint::Sandbox) => {
            return Err(Failure::usage("--curl needs a server and cannot be used with --sandbox")
                .help("`houston sandbox serve` serves the sandbox on a local address."));
        }
        Some(endpoint) => quoted(&endpoint.shown(target.allow_http)?),
        None => "\"$HOUSTON_URL\"".to_owned(),
    };
    let variables = request.variables();
    let body = |variables: &Value| {
        json!({ "query": request.document(), "variables": variables }).to_string()
    };
    let whole = body(&json!(variables));
    let mark = (0..).map(|number| format!("hole-{number}")).find(|mark| !whole.contains(mark));
    let mark = mark.expect("a finite text cannot contain every number");
    let secrets = arguments::secret_places(schema, operation, variables);
    let holes: Vec<String> = secrets.iter().map(|place| name(place)).collect();
    output::note("note: set HOUSTON_TOKEN to the token before you run the command");
    if !holes.is_empty() {
        output::note(format_args!(
            "note: set {} to the text of a JSON string, without the quotes",
            holes.join(", ")
        ));
    }
    output::data(format_args!(
        "curl --silent --show-error --fail-with-body {url} \\\n  \
         --header 'Content-Type: application/json' \\\n  \
         --header \"Authorization: $HOUSTON_TOKEN\" \\\n  \
         --data-binary {}",
        words(&body(&arguments::replaced(variables, &secrets, &mark)), &mark, &holes)
    ))
}

/// The shell variable for the value at a place.
fn name(place: &str) -> String {
    let names = place.split('/').filter(|name| name.parse::<usize>().is_err());
    let names: Vec<String> = names.skip(1).map(|name| kebab(name).replace('-', "_")).collect();
    format!("HOUSTON_ARG_{}", names.join("_").to_uppercase())
}

/// Quotes a text for the shell, with a variable for each mark.
fn words(text: &str, mark: &str, holes: &[String]) -> String {
    let holes = holes.iter().map(|name| format!("\"${{{name}}}\"")).chain([String::new()]);
    text.split(mark).zip(holes).map(|(text, hole)| quoted(text) + &hole).collect()
}

#[cfg(test)]
mod tests {
    use super::words;

    #[test]
    fn words_are_safe() {
        let holes = ["A".to_owned()];
        assert_eq!(words(r#"{"p":"hole"}"#, "hole", &holes), r#"'{"p":"'"${A}"'"}'"#);
    }
}
