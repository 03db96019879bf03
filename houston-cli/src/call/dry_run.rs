//! `--dry-run`: the request, without sending it.

use houston_client::Outcome;
use houston_client::request::Request;
use houston_client::schema::OperationKind;
use serde_json::{Value, json};

use crate::answer::pretty::pretty;
use crate::arguments::{MASKED, masked};
use crate::call::Call;
use crate::call::watch::{headers, sent};
use crate::failure::Failure;
use crate::settings::endpoint::Endpoint;
use crate::settings::environment;
use crate::settings::token::source;
use crate::terminal::output;
use crate::terminal::text::plain;

/// Prints a request: its endpoint, headers, document and variables, with secrets masked.
pub(crate) fn show<T>(call: &Call<'_>, request: &Request<T>) -> Result<(), Failure> {
    let Call { schema, operation, target, options, .. } = call;
    let url = target.shown()?;
    let source = source::source(target, options);
    if let Some(problem) = source.as_ref().and_then(|source| source::problem(target, source)) {
        let (what, next) = problem.parts();
        let next = if next.is_empty() { next } else { format!(". {next}") };
        output::note(format_args!(
            "note: the call would fail: {}{next}",
            what.trim_end_matches('.')
        ));
    }
    let signs_in = target.endpoint == Some(Endpoint::Sandbox) || source.is_some();
    let is_live = request.kind() == OperationKind::Subscription;
    let names = headers(is_live, signs_in).into_iter();
    let headers: Value = names.map(|name| (name, sent(name))).collect();
    let variables = masked(schema, operation, request.variables());
    if let Some(format) = options.facts() {
        let facts = json!({
            "url": url,
            "headers": headers,
            "document": request.document(),
            "variables": variables,
        });
        return output::facts_with(format, &facts, Outcome::NotSent, None);
    }
    let url = url.as_deref().unwrap_or("(no platform was given)");
    let mut text = match (is_live, &options.socket_url) {
        (false, _) => format!("POST {url}\n"),
        (true, None) => format!("WebSocket of {url}\n"),
        (true, Some(socket)) => format!("WebSocket {}\n", plain(socket)),
    };
    for (name, value) in headers.as_object().into_iter().flatten() {
        text += &format!("{name}: {}\n", value.as_str().unwrap_or_default());
    }
    if signs_in && is_live {
        text += &format!("authorization in the first message: {MASKED}\n");
    }
    if !signs_in {
        let why = match &source::kept_for(target)[..] {
            [] if environment::is_empty(environment::TOKEN) => {
                format!("{} is set but empty", environment::TOKEN)
            }
            [] => format!("{} is not set", environment::TOKEN),
            kept => source::sign_in(kept),
        };
        text += &format!("authorization: (no token: {why})\n");
    }
    let variables = pretty(&variables.to_string());
    output::data(format_args!("{text}\n{}\n\n{variables}", request.document()))
}
