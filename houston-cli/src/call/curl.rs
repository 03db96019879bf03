//! `--curl`: the call as a curl command for a POSIX shell.

use houston_client::request::Request;
use houston_client::schema::{Access, Operation, Schema};
use houston_client::transport::http::Route;
use serde_json::{Map, Value, json};

use crate::arguments;
use crate::call::Call;
use crate::call::connection::route;
use crate::failure::Failure;
use crate::schema::names::kebab;
use crate::settings::endpoint::Endpoint;
use crate::settings::environment;
use crate::settings::token::source::{self, TokenSource};
use crate::terminal::output;
use crate::terminal::text::quoted;

/// Prints a call as a curl command that goes the same way. The token and secrets are shell variables, for the user to
/// set.
///
/// # Errors
///
/// Fails for the sandbox, which has no address, and where the call itself would refuse its token or proxy.
pub(crate) fn show<T>(call: &Call<'_>, request: &Request<T>) -> Result<(), Failure> {
    let Call { schema, operation, target, options, .. } = call;
    let url = match &target.endpoint {
        Some(Endpoint::Sandbox) => {
            return Err(Failure::usage("--curl needs a server and cannot be used with --sandbox")
                .help("`houston sandbox serve` serves the sandbox on a local address."));
        }
        Some(endpoint) => quoted(&endpoint.shown(target.allow_http)?),
        None => "\"$HOUSTON_URL\"".to_owned(),
    };
    let source = source::source(target, options);
    if let Some(problem) = source.as_ref().and_then(|source| source::problem(target, source)) {
        return Err(problem);
    }
    let token = match source {
        // What anyone may run needs no token.
        None if operation.access == Access::Public => None,
        None | Some(TokenSource::Environment(_)) => Some(environment::TOKEN),
        // HOUSTON_TOKEN may be for another platform than this one.
        Some(_) => Some("HOUSTON_CURL_TOKEN"),
    };
    let connection = connection(call)?;
    let command = Curl::new(schema, operation, request, (&connection, &url, token));
    let from = match &source {
        None | Some(TokenSource::Environment(_)) => String::new(),
        Some(source) => format!(" from {}", source.words()),
    };
    if let Some(token) = token {
        let what = format!("set {token} to the token{from} before you run the command");
        output::note(format_args!("note: {what}"));
    }
    for (is_text, what) in
        [(true, "the text of a JSON string, without the quotes"), (false, "JSON")]
    {
        let names: Vec<&str> = command
            .holes
            .iter()
            .filter(|hole| hole.is_text == is_text)
            .map(|hole| &*hole.name)
            .collect();
        if !names.is_empty() {
            output::note(format_args!("note: set {} to {what}", names.join(", ")));
        }
    }
    output::data(command.text)
}

/// A call as a curl command, with shell variables for the token and for secrets.
pub(crate) struct Curl {
    pub(crate) text: String,
    holes: Vec<Hole>,
}

impl Curl {
    /// The command for a request, with these further options of curl, a word for the URL, and the variable of the token,
    /// if it has one.
    pub(crate) fn new<T>(
        schema: &Schema,
        operation: &Operation,
        request: &Request<T>,
        (connection, url, token): (&str, &str, Option<&str>),
    ) -> Self {
        let variables = request.variables();
        let body = |variables: &Value| {
            json!({ "query": request.document(), "variables": variables }).to_string()
        };
        let whole = body(&json!(variables));
        let mark = (0..).map(|number| format!("hole-{number}")).find(|mark| !whole.contains(mark));
        let mark = mark.expect("a finite text cannot contain every number");
        let secrets = arguments::secret_places(schema, operation, variables);
        let holes = holes(&json!(variables), &secrets);
        let token = token
            .map_or(String::new(), |token| format!("--header \"Authorization: ${token}\" \\\n  "));
        let text = format!(
            "curl --silent --show-error --fail-with-body{connection} {url} \\\n  \
             --header 'Content-Type: application/json' \\\n  \
             {token}--data-binary {}",
            words(&body(&arguments::replaced(variables, &secrets, &mark)), &mark, &holes)
        );
        Curl { text, holes }
    }
}

/// The options of curl for those of the connection.
fn connection(call: &Call<'_>) -> Result<String, Failure> {
    let network = &call.options.network;
    let profile = call.target.profile.as_ref().map(|(_, profile)| profile);
    let trusted = network.ca_cert.as_ref().or_else(|| profile?.ca_cert.as_ref());
    let files = [("--cacert", trusted), ("--cert", network.client_cert.as_ref())];
    let files = files.into_iter().filter_map(|(option, file)| Some((option, file?)));
    let mut words: String = files
        .map(|(option, file)| format!(" {option} {}", quoted(&file.to_string_lossy())))
        .collect();
    for one in &network.resolved {
        words += &format!(" --resolve {}", quoted(&one.to_string()));
    }
    if network.insecure {
        words += " --insecure";
    }
    Ok(words + &way(call)?)
}

/// The variables of the environment that curl reads.
const PROXIES: [&str; 5] = ["http_proxy", "HTTPS_PROXY", "https_proxy", "ALL_PROXY", "all_proxy"];

/// The options of curl for the same way to the server, whatever the environment says.
fn way(call: &Call<'_>) -> Result<String, Failure> {
    if call.target.endpoint.is_none() {
        return Ok(String::new());
    }
    let is_set = |names: &[&str]| names.iter().any(|name| environment::is_set(name));
    Ok(match route(&call.target, call.options)?.0 {
        Route::Proxy(proxy) => {
            if proxy.has_account() {
                output::note("note: give the user and password of the proxy with --proxy-user");
            }
            let all = if is_set(&["NO_PROXY", "no_proxy"]) { " --noproxy ''" } else { "" };
            format!(" --proxy {}{all}", quoted(&proxy.address))
        }
        _ if is_set(&PROXIES) => " --noproxy '*'".to_owned(),
        _ => String::new(),
    })
}

/// The places of secrets in the variables of a call, each with the name of the environment variable for it.
pub(crate) fn secrets(
    schema: &Schema,
    operation: &Operation,
    variables: &Map<String, Value>,
) -> Vec<(String, String)> {
    let places = arguments::secret_places(schema, operation, variables);
    let holes = holes(&json!(variables), &places).into_iter().map(|hole| hole.name);
    places.iter().cloned().zip(holes).collect()
}

/// A shell variable in place of a secret.
struct Hole {
    name: String,
    /// Whether it is inside the quotes of a JSON string.
    is_text: bool,
}

/// The shell variables for the secrets at these places, each with its own name.
fn holes(variables: &Value, places: &[String]) -> Vec<Hole> {
    let mut holes: Vec<Hole> = Vec::new();
    for place in places {
        let is_text = variables.pointer(place).is_some_and(Value::is_string);
        let parts: Vec<String> = place.split('/').skip(1).map(kebab).collect();
        let fits = |letter: char| if letter.is_ascii_alphanumeric() { letter } else { '_' };
        let name: String = parts.join("_").to_uppercase().chars().map(fits).collect();
        let name = format!("HOUSTON_ARG_{name}");
        let is_free = |name: &String| holes.iter().all(|hole| hole.name != *name);
        let mut names = (2..).map(|number| format!("{name}_{number}"));
        let name = if is_free(&name) { name } else { names.find(is_free).unwrap_or(name) };
        holes.push(Hole { name, is_text });
    }
    holes
}

/// Quotes a text for the shell, with a variable for each mark.
fn words(text: &str, mark: &str, holes: &[Hole]) -> String {
    let mut parts = text.split(mark);
    let mut before = parts.next().unwrap_or_default();
    let mut words = String::new();
    for (hole, after) in holes.iter().zip(parts) {
        let (start, rest) = match hole.is_text {
            true => (before, after),
            false => (
                before.strip_suffix('"').unwrap_or(before),
                after.strip_prefix('"').unwrap_or(after),
            ),
        };
        words += &format!("{}\"${{{}}}\"", quoted(start), hole.name);
        before = rest;
    }
    words + &quoted(before)
}

#[cfg(test)]
mod properties;

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::{holes, words};

    #[test]
    fn words_are_safe_and_each_hole_has_its_own_name() {
        let variables = json!({"aB": "x", "a_b": "y", "n": 5, "l": [{"k": "z"}]});
        let places = ["/aB", "/a_b", "/n", "/l/0/k"].map(str::to_owned);
        let holes = holes(&variables, &places);
        let names: Vec<&str> = holes.iter().map(|hole| &*hole.name).collect();
        assert_eq!(
            names,
            ["HOUSTON_ARG_A_B", "HOUSTON_ARG_A_B_2", "HOUSTON_ARG_N", "HOUSTON_ARG_L_0_K"]
        );
        let text = r#"{"a":"hole","b":"hole","n":"hole","k":"hole"}"#;
        assert_eq!(
            words(text, "hole", &holes),
            r#"'{"a":"'"${HOUSTON_ARG_A_B}"'","b":"'"${HOUSTON_ARG_A_B_2}"'","n":'"${HOUSTON_ARG_N}"',"k":"'"${HOUSTON_ARG_L_0_K}"'"}'"#
        );
    }
}
