//! Sending a request, and what becomes of the answer.

use std::borrow::Cow;
use std::collections::HashMap;

use houston_client::request::Request;
use houston_client::schema::{Operation, OperationKind, Schema};
use houston_client::{Client, Error, ErrorKind, Outcome};
use serde_json::value::RawValue;

use crate::endpoint::Endpoint;
use crate::environment::{self, TOKEN};
use crate::failure::{Exit, Failure};
use crate::options::Options;
use crate::output;
use crate::pretty::pretty;
use crate::runtime::runtime;
use crate::text::plain;
use crate::{access, sandbox};

/// Sends a request once and shows the value of its field on stdout.
///
/// # Errors
///
/// Whenever the whole result did not come. What came is on stdout all the same.
pub(crate) fn fetch(
    schema: &Schema,
    operation: &Operation,
    request: Request<Box<RawValue>>,
    options: &Options,
) -> Result<(), Failure> {
    let endpoint = Endpoint::of(options)?.ok_or_else(Endpoint::missing)?;
    let (client, caller) = client(&endpoint, options)?;
    match runtime()?.block_on(client.send(request)) {
        Ok(text) => {
            show(operation, text.get())?;
            if text.get() == "null" && operation.kind == OperationKind::Mutation {
                return Err(did_nothing(operation));
            }
            Ok(())
        }
        Err(error) => {
            // That what came is lost is said beside what went wrong, and not in its place.
            if let Some(text) = part(operation, &error)
                && let Err(lost) = show(operation, &text)
            {
                output::note(lost);
            }
            Err(failure(schema, operation, caller, &error))
        }
    }
}

/// A mutation that answers null without an error did not do what it was asked.
fn did_nothing(operation: &Operation) -> Failure {
    let what = format!("{}: the server answered null, without an error", plain(&operation.name));
    Failure::new(Exit::Partial, what)
        .detail("The mutation ran, and most likely did not do what it was asked: look before you run it again.")
}

/// The field's value that came in spite of the error, as the text that came.
fn part<'e>(operation: &Operation, error: &'e Error) -> Option<Cow<'e, str>> {
    let value = error.data()?.get(&*operation.name).filter(|value| !value.is_null())?;
    let text = || {
        let body = error.body()?.trim_start_matches('\u{feff}');
        let data = *fields(body)?.get("data")?;
        fields(data.get())?.get(&*operation.name).copied()
    };
    Some(text().map_or_else(|| value.to_string().into(), |text: &RawValue| text.get().into()))
}

/// The fields of an object, as the texts that came.
fn fields(object: &str) -> Option<HashMap<String, &RawValue>> {
    serde_json::from_str(object).ok()
}

/// Who made the call.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Caller {
    Anonymous,
    SignedIn,
    /// The sandbox's own.
    Administrator,
}

/// A client, and who it signs in.
fn client(endpoint: &Endpoint, options: &Options) -> Result<(Client, Caller), Failure> {
    let url = match endpoint {
        Endpoint::Sandbox => return Ok((sandbox::client()?, Caller::Administrator)),
        Endpoint::Url(url) => url,
    };
    // For what it refuses, and how to put that right.
    endpoint.shown(options)?;
    let builder = Client::builder(url).allow_http(options.allow_http);
    let (builder, caller) = match environment::token()? {
        Some(token) => (builder.token(token), Caller::SignedIn),
        None => (builder, Caller::Anonymous),
    };
    let client = builder.build().map_err(|error| {
        Failure::usage(plain(error.to_string().lines().next().unwrap_or_default()))
    })?;
    Ok((client, caller))
}

/// Writes the field's value, which is JSON text. A new key is the one secret that is meant to be written: it can
/// be read for ten minutes only.
fn show(operation: &Operation, text: &str) -> Result<(), Failure> {
    output::data(pretty(text)).map_err(|mut lost| {
        if operation.kind == OperationKind::Mutation {
            lost.exit = Exit::Partial;
        }
        lost.detail(format!("{} ran: only its answer is lost", plain(&operation.name)))
    })?;
    let has_key = || fields(text)?.get("apiKey").map(|key| key.get().starts_with('"'));
    let is_new = operation.selected.iter().any(|field| field == "apiKey");
    if is_new && has_key() == Some(true) {
        output::note("note: keep apiKey now: the server masks it ten minutes after it was made");
    }
    Ok(())
}

fn exit(operation: &Operation, error: &Error) -> Exit {
    let signed_out =
        matches!(error.refusal_code(), Some("not-allowed" | "login-failed" | "not-confirmed"))
            || matches!(error.status(), Some(401 | 403));
    match error.outcome() {
        _ if error.kind() == ErrorKind::Input => Exit::Usage,
        Outcome::Refused if signed_out => Exit::NotAllowed,
        Outcome::Refused => Exit::Refused,
        Outcome::Done | Outcome::Partial => Exit::Partial,
        Outcome::Unknown if operation.kind == OperationKind::Mutation => Exit::Unknown,
        Outcome::NotSent | Outcome::Unknown => Exit::NotReached,
    }
}

fn failure(schema: &Schema, operation: &Operation, caller: Caller, error: &Error) -> Failure {
    let text = error.to_string();
    let (what, meaning) = text.split_once('\n').unwrap_or((&text, ""));
    let exit = exit(operation, error);
    let mut failure = Failure::new(exit, format!("{}: {}", plain(&operation.name), plain(what)));
    if let [_, more @ ..] = error.errors() {
        for error in more {
            failure = failure.detail(format!("also: {}", plain(&error.to_string())));
        }
    }
    if let Some(source) = std::error::Error::source(error) {
        failure = failure.because(source);
    }
    if !meaning.is_empty() {
        failure = failure.detail(plain(meaning));
    }
    match exit {
        Exit::NotAllowed => not_allowed(schema, operation, caller, error, failure),
        Exit::NotReached if error.kind() == ErrorKind::NotConnected => {
            failure.help(match cfg!(feature = "sandbox") {
                true => {
                    "check the address, and that the platform is up; --sandbox needs no platform"
                }
                false => "check the address, and that the platform is up",
            })
        }
        Exit::Unknown => {
            let finder = operation.finder.as_ref().map(|finder| plain(&finder.query));
            let how = finder
                .map_or(String::new(), |query| format!(": `houston {query}` shows what is there"));
            failure.help(format!("look before you run it again{how}"))
        }
        _ => match error.status() {
            Some(300..=399) => {
                failure.help("redirects are not followed: give the right address with --url")
            }
            _ => failure,
        },
    }
}

/// What a missing permission may mean. A server cannot tell it from a missing token, nor can we.
fn not_allowed(
    schema: &Schema,
    operation: &Operation,
    caller: Caller,
    error: &Error,
    mut failure: Failure,
) -> Failure {
    if matches!(error.refusal_code(), Some("login-failed" | "not-confirmed")) {
        return failure;
    }
    if let Some((first, rest)) = access::lines(schema, operation).split_first() {
        failure = failure.help(format!("{} {first}", plain(&operation.name)));
        failure = rest.iter().fold(failure, Failure::help);
    }
    match caller {
        Caller::Anonymous => failure.help(format!("there was no token: set {TOKEN}")),
        Caller::SignedIn if matches!(error.kind(), ErrorKind::Foreign { .. }) => {
            failure.help("something in front of the API may have said so: check the address, too")
        }
        Caller::SignedIn => failure.help("a wrong or expired token looks the same to the server"),
        Caller::Administrator => failure,
    }
}
