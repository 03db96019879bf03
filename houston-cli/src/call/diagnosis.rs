//! Diagnosis of failed calls.

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

/// The code of the known text that the error has.
fn refusal(error: &Error) -> Option<Code> {
    Code::of_word(&error.refusal()?.code)
}

/// The error code, if a more precise one than the exit code's is known.
fn code(error: &Error, exit: Exit) -> Option<Code> {
    match (refusal(error), error.status()) {
        // The row explains the text, but the outcome counts.
        (Some(Code::ServerFault), _) if exit != Exit::Refused => None,
        (Some(code), _) => Some(code),
        (None, Some(300..=399)) => Some(Code::Redirected),
        (None, _) if error.drift().is_some() => Some(Code::SchemaDrift),
        _ => None,
    }
}

/// Turns the error of a call into a failure with a diagnosis.
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
    if let Some(code) = code(error, exit) {
        failure = failure.code(code);
    }
    if let [_, more @ ..] = error.errors() {
        for error in more {
            failure = failure.detail(format!("also: {}", plain(&error.to_string())));
        }
    }
    // A known cause says all that the errors below it say.
    if error.cause().is_none() {
        failure = failure.because_source_of(Arc::clone(error));
    }
    if !meaning.is_empty() {
        failure = failure.detail(plain(meaning));
    }
    if let Some(cause) = error.cause() {
        failure = failure.with_cause(cause);
    }
    if let Some(next) = error.refusal().map(|row| &row.next).filter(|next| !next.is_empty()) {
        failure = failure.help(&**next);
    }
    match exit {
        Exit::NotAllowed => not_allowed(schema, operation, signed_in, error, failure),
        Exit::NotReached if error.cause().is_none() && error.kind() == ErrorKind::NotConnected => {
            failure.help(match cfg!(feature = "sandbox") {
                true => "Check the address and that the platform is running, or try `--sandbox`.",
                false => "Check the address and that the platform is running.",
            })
        }
        _ => match error.status() {
            Some(300..=399) => {
                failure.help("Redirects are not followed. Give the right address with `--url`.")
            }
            // The path of the address is easily forgotten.
            _ if exit == Exit::Refused && matches!(error.kind(), ErrorKind::Foreign { .. }) => {
                failure
                    .help("Check the address: the API is at https://houston.DOMAIN/v1.")
                    .help("`houston doctor` checks the server at this address.")
            }
            _ => failure,
        },
    }
}

/// Adds the possible reasons of a missing permission. The server answers the same for a missing token.
fn not_allowed(
    schema: &Schema,
    operation: &Operation,
    signed_in: &SignedIn,
    error: &Error,
    mut failure: Failure,
) -> Failure {
    // The text says more than that a permission is missing.
    if error.refusal().is_some_and(|row| !row.next.is_empty()) {
        return failure;
    }
    let access = access::lines(schema, operation);
    if !access.is_empty() {
        failure = failure.help(format!("{} {}.", plain(&operation.name), access.join("; ")));
    }
    match signed_in {
        SignedIn::No(kept) => failure.help(format!("There was no token: {}.", sign_in(kept))),
        SignedIn::Yes(..) if matches!(error.kind(), ErrorKind::Foreign { .. }) => failure
            .help("The answer may come from a proxy in front of the API: also check the address."),
        SignedIn::Yes(token, source) => {
            let expiry = token::expiry_words(token);
            let expiry = expiry.map_or(String::new(), |expiry| format!("; it {expiry}"));
            failure.help(format!(
                "The server answers the same for a wrong or expired token. Yours is {}, from {}{expiry}.",
                token::kind(token),
                source.words()
            ))
        }
        SignedIn::Administrator => failure,
    }
}
