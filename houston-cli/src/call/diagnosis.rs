//! Why a call of an operation failed.

use std::sync::Arc;

use houston_client::schema::{Operation, OperationKind, Schema};
use houston_client::{Error, ErrorKind, Outcome};

use crate::failure::{Code, Exit, Failure};
use crate::schema::access;
use crate::settings::token;
use crate::settings::token::source::{SignedIn, sign_in};
use crate::terminal::text::plain;

fn exit(operation: &Operation, error: &Error) -> Exit {
    let refused =
        matches!(refusal(error), Some(Code::NotAllowed | Code::LoginFailed | Code::NotConfirmed));
    let signed_out = refused || matches!(error.status(), Some(401 | 403));
    match error.outcome() {
        _ if error.kind() == ErrorKind::Input => Exit::Usage,
        Outcome::Refused if signed_out => Exit::NotAllowed,
        Outcome::Refused => Exit::Refused,
        Outcome::Done | Outcome::Partial => Exit::Partial,
        Outcome::Unknown if operation.kind == OperationKind::Mutation => Exit::Unknown,
        Outcome::NotSent | Outcome::Unknown => Exit::NotReached,
    }
}

/// Why the server refused, where that is known.
fn refusal(error: &Error) -> Option<Code> {
    Code::of_word(error.refusal_code()?)
}

/// The kind of failure, where there is a better one than the exit code's.
fn code(error: &Error) -> Option<Code> {
    let text = error.errors().iter().find_map(|error| Code::of_text(&error.message));
    match (refusal(error), error.status()) {
        (Some(code), _) => Some(code),
        (None, _) if text == Some(Code::RoleBindings) => text,
        (None, Some(300..=399)) => Some(Code::Redirected),
        (None, _) if error.drift().is_some() => Some(Code::SchemaDrift),
        _ => None,
    }
}

/// Why a call of an operation failed.
pub(crate) fn diagnose(
    schema: &Schema,
    operation: &Operation,
    signed_in: &SignedIn,
    error: impl Into<Arc<Error>>,
) -> Failure {
    let error: Arc<Error> = error.into();
    let error = &error;
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
    failure = failure.because_source_of(Arc::clone(error));
    if !meaning.is_empty() {
        failure = failure.detail(plain(meaning));
    }
    match exit {
        Exit::NotAllowed => not_allowed(schema, operation, signed_in, error, failure),
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
    signed_in: &SignedIn,
    error: &Error,
    mut failure: Failure,
) -> Failure {
    if matches!(refusal(error), Some(Code::LoginFailed | Code::NotConfirmed)) {
        return failure;
    }
    if let Some((first, rest)) = access::lines(schema, operation).split_first() {
        failure = failure.help(format!("{} {first}", plain(&operation.name)));
        failure = rest.iter().fold(failure, Failure::help);
    }
    match signed_in {
        SignedIn::No(kept) => failure.help(format!("there was no token: {}", sign_in(kept))),
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
