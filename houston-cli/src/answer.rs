//! Sending a request, and what becomes of the answer.

use std::time::Duration;

use houston_client::object::app_config;
use houston_client::request::Request;
use houston_client::schema::{Operation, OperationKind, Schema};
use houston_client::{Client, Error, ErrorKind, Outcome, query};
use serde_json::value::RawValue;

use crate::caller::{Caller, SignedIn};
use crate::failure::{Exit, Failure};
use crate::options::Options;
use crate::output;
use crate::runtime::wait;
use crate::sent::Sent;
use crate::shown::Shown;
use crate::target::{self, Target};
use crate::text::{plain, short};
use crate::{access, codes, token};

/// Sends a call and shows the value of its field on stdout.
///
/// # Errors
///
/// Whenever the whole result did not come. What came is on stdout all the same.
pub(crate) fn fetch(
    schema: &Schema,
    operation: &Operation,
    request: &Request<Box<RawValue>>,
    shown: &Shown<'_>,
    target: &Target,
    options: &Options,
    sent: &Sent,
) -> Result<(), Failure> {
    // What has no platform to go to can be looked at all the same.
    target.endpoint().map_err(|failure| failure.help("--dry-run shows what would be sent"))?;
    let Caller { client, signed_in } = Caller::new(schema, target, options)?;
    let request = request.clone().with_body();
    let result = wait(operation, async {
        let result = client.send(request.clone()).await;
        let adapted = result.as_ref().err().and_then(|error| request.adapted(error));
        let Some((adapted, lacking)) = adapted else { return result };
        for field in lacking {
            output::note(format_args!("note: the server has no {field}: it is left out"));
        }
        client.send(adapted).await
    })
    .map_err(|stopped| sent.explain(operation, stopped))?;
    match result {
        Ok((text, body)) => {
            shown.done(text.get(), Some(&body))?;
            if text.get() == "null" && operation.kind == OperationKind::Mutation {
                return Err(did_nothing(operation));
            }
            Ok(())
        }
        Err(error) => {
            let failure = failure(schema, operation, &signed_in, &error);
            let failure = sent.explain(operation, failure);
            let failure = match error.drift() {
                Some(_) => drifted(schema, failure, &client),
                None => failure,
            };
            // That what came is lost is said beside what went wrong, and not in its place.
            if let Err(lost) = shown.failed(shown.part(&error).as_deref(), &error, &failure) {
                output::failure(&lost);
            }
            Err(failure)
        }
    }
}

/// Adds which version the server is of, as far as it says, and how to go by its schema.
fn drifted(schema: &Schema, failure: Failure, client: &Client) -> Failure {
    let patient = client.with(houston_client::Options::new().timeout(Duration::from_secs(5)));
    let ask = patient.send(query::app_config().select(app_config::version));
    // Signals are caught by now: this must hear them.
    let version = wait(&Operation::EMPTY, ask).ok().and_then(Result::ok).flatten().flatten();
    let failure = match version {
        Some(version) if schema.version.as_ref().is_some_and(|own| *own == version) => {
            return failure.detail(format!(
                "The server is Houston {}, as the schema here: what it does not know stands in the request.",
                short(&version)
            ));
        }
        Some(version) => failure.detail(format!("The server is Houston {}.", short(&version))),
        None => failure,
    };
    failure.help(
        "`houston schema pull` goes by the server's schema from then on, `houston schema diff` shows what differs",
    )
}

/// A mutation that answers null without an error did not do what it was asked.
fn did_nothing(operation: &Operation) -> Failure {
    let what = format!("{}: the server answered null, without an error", plain(&operation.name));
    Failure::new(Exit::Partial, what)
        .detail("The mutation ran, and most likely did not do what it was asked: look before you run it again.")
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

/// The word for what went wrong, where there is a better one than the exit code's.
fn code(error: &Error) -> Option<&str> {
    let text = error.errors().iter().find_map(|error| codes::of_text(&error.message));
    match (error.refusal_code(), error.status()) {
        (Some(code), _) => Some(code),
        (None, _) if text == Some("role-bindings") => text,
        (None, Some(300..=399)) => Some("redirected"),
        (None, _) if error.drift().is_some() => Some("schema-drift"),
        _ => None,
    }
}

/// Why a call of an operation failed.
pub(crate) fn failure(
    schema: &Schema,
    operation: &Operation,
    caller: &SignedIn,
    error: &Error,
) -> Failure {
    let text = error.to_string();
    let (what, meaning) = text.split_once('\n').unwrap_or((&text, ""));
    let exit = exit(operation, error);
    let mut failure = Failure::new(exit, format!("{}: {}", plain(&operation.name), plain(what)));
    if let Some(code) = code(error) {
        failure = failure.code(code);
    }
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
        _ => match error.status() {
            Some(300..=399) => {
                failure.help("redirects are not followed: give the right address with --url")
            }
            // Most forget the path of the address.
            _ if exit == Exit::Refused && matches!(error.kind(), ErrorKind::Foreign { .. }) => {
                failure
                    .help("check the address: that of the API is https://houston.DOMAIN/v1")
                    .help("`houston doctor` looks at what answers there")
            }
            _ => failure,
        },
    }
}

/// What a missing permission may mean. A server cannot tell it from a missing token, nor can we.
fn not_allowed(
    schema: &Schema,
    operation: &Operation,
    caller: &SignedIn,
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
        SignedIn::No(kept) => {
            failure.help(format!("there was no token: {}", target::sign_in(kept)))
        }
        SignedIn::Yes(..) if matches!(error.kind(), ErrorKind::Foreign { .. }) => {
            failure.help("something in front of the API may have said so: check the address, too")
        }
        SignedIn::Yes(token, source) => {
            let expiry = token::expiry_words(token);
            let expiry = expiry.map_or(String::new(), |expiry| format!(" and {expiry}"));
            failure.help(format!(
                "a wrong or expired token looks the same to the server: the one used is {}, comes from {}{expiry}",
                token::kind(token),
                source.words()
            ))
        }
        SignedIn::Administrator => failure,
    }
}
