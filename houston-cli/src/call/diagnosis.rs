//! Diagnosis of failed calls.

use std::sync::Arc;

use houston_client::answer::GraphQlError;
use houston_client::schema::{Access, Argument, Operation, OperationKind, Proof, Schema};
use houston_client::transport::Cause;
use houston_client::{Error, ErrorKind, Outcome};

use crate::arguments;
use crate::call::advice;
use crate::failure::{Code, Exit, Failure, Step};
use crate::schema::{access, repeats, versions};
use crate::settings::token;
use crate::settings::token::source::{SignedIn, TokenSource, sign_in};
use crate::terminal::text::plain;

fn exit(operation: &Operation, error: &Error) -> Exit {
    let signed_out = match refusal(error) {
        Some(Code::NotAllowed | Code::LoginFailed | Code::NotConfirmed) => true,
        None | Some(Code::ServerFault) => matches!(error.status(), Some(401 | 403)),
        Some(_) => false,
    };
    match error.outcome() {
        _ if error.kind() == ErrorKind::Input => Exit::Usage,
        Outcome::Refused if signed_out => Exit::NotAllowed,
        Outcome::Refused => Exit::Refused,
        Outcome::Done | Outcome::Partial => Exit::Partial,
        Outcome::Unknown if operation.kind == OperationKind::Mutation => Exit::Unknown,
        // An event came, and cannot be used.
        Outcome::Unknown
            if operation.kind == OperationKind::Subscription
                && error.kind() == ErrorKind::GraphQl =>
        {
            Exit::Partial
        }
        Outcome::NotSent | Outcome::Unknown => Exit::NotReached,
    }
}

/// The code of the known text that the error has.
fn refusal(error: &Error) -> Option<Code> {
    Code::of_word(&error.refusal()?.code)
}

/// The error code, if a more precise one than the exit code's is known. All of them say that nothing changed: of a call
/// that ran, or may have, the text is only explained.
fn code(error: &Error, exit: Exit) -> Option<Code> {
    match (refusal(error), error.status()) {
        _ if !matches!(exit, Exit::Refused | Exit::NotAllowed) => None,
        (Some(Code::ServerFault), _) if exit == Exit::NotAllowed => None,
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
    let exit = exit(operation, error);
    let what = format!("{}: {}", plain(&operation.name), plain(&error.summary()));
    let mut failure = Failure::new(exit, what);
    if let Some(code) = code(error, exit) {
        failure = failure.code(code);
    }
    if let [_, more @ ..] = error.errors() {
        let also = more.iter().map(|error| format!("also: {}", plain(&error.to_string())));
        failure = failure.details(also);
    }
    // A known cause, and a page of a gateway, say all that the errors below them say.
    let is_told = error.cause().is_some() || matches!(error.kind(), ErrorKind::Foreign { .. });
    if !is_told {
        failure = failure.because_source_of(Arc::clone(error));
    }
    let drift = error.drift().map(|drift| format!(" {drift}")).unwrap_or_default();
    // A usage error says by itself that nothing was sent.
    if exit != Exit::Usage {
        failure = failure.detail(plain(&format!("{}{drift}", error.meaning())));
    }
    if exit == Exit::Refused {
        let mut told: Vec<String> =
            error.errors().iter().filter_map(|error| versions::told(&error.message)).collect();
        told.dedup();
        failure = failure.details(told);
    }
    if let Some(cause) = error.cause() {
        failure = failure.with_cause(cause);
    }
    failure = failure.through(error.proxy(), error.cause());
    if let Some(row) = error.refusal() {
        let code = Code::of_word(&row.code);
        let of_code =
            code.map(|code| advice::of(operation, code).unwrap_or(code.next().to_owned()));
        // The step of a refusal supposes that nothing happened.
        let is_step = row.proves == Proof::Nothing || error.outcome() == Outcome::Refused;
        failure = match (is_step, row.next.is_empty(), of_code) {
            (true, false, _) => failure.help(&*row.next),
            // The step of its code follows.
            (true, true, _) | (_, true, None) => failure,
            (false, false, _) => failure.detail(format!("Known about this text: {}", row.next)),
            (false, true, Some(next)) => failure.detail(format!("Known about this text: {next}")),
        };
    }
    let failure = match error.kind() {
        ErrorKind::Foreign { status } => {
            let (body, proxy) = (error.body().unwrap_or_default(), error.proxy());
            let step = Step::of_foreign(status, body, proxy.is_some());
            let failure = match error.retry_after().and_then(wait) {
                Some(wait) if step == Step::TooMany && exit != Exit::Unknown => {
                    failure.help(format!("The gateway limits how often you may call: {wait}"))
                }
                _ => failure.step(step),
            };
            match step {
                Step::NotFound | Step::SignInPage | Step::NotGraphQl => {
                    failure.help("`houston doctor` checks the server at this address.")
                }
                _ => failure,
            }
        }
        _ => failure,
    };
    // These are texts of the sandbox itself, about its files.
    let is_store = |error: &GraphQlError| error.message.starts_with("the sandbox's store");
    let failure = match signed_in {
        SignedIn::Administrator if error.errors().iter().any(is_store) => {
            failure.step(Step::StoreFails)
        }
        _ => failure,
    };
    let failure = match exit {
        Exit::NotAllowed => not_allowed(schema, operation, signed_in, error, failure),
        Exit::Usage | Exit::Unknown => failure,
        _ => failure.advise(|code| advice::of(operation, code)),
    };
    let is_there =
        [Code::AlreadyExists, Code::InviteRefused].into_iter().any(|code| failure.is(code));
    let failure = match is_there && exit == Exit::Refused && repeats::if_exists(operation).is_ok() {
        true => failure.help(repeats::IF_EXISTS),
        false => failure,
    };
    let is_of_token = exit == Exit::NotAllowed
        || error.status() == Some(401)
        || matches!(error.cause(), Some(Cause::Silent(_) | Cause::Late(_)))
        || refusal(error) == Some(Code::LoginFailed);
    if is_of_token { signed_in.tell_expiry(failure) } else { failure }
}

/// The time that a gateway asks to wait, in a sentence: seconds or a date.
fn wait(header: &str) -> Option<String> {
    match header.parse::<u32>() {
        Ok(seconds) => Some(format!("wait {seconds} s, then try again.")),
        Err(_) => httpdate::parse_http_date(header)
            .ok()
            .map(|_| format!("wait until {}, then try again.", plain(header))),
    }
}

/// The arguments that may name an object that does not exist: the server answers the same for them.
fn ids(operation: &Operation) -> Option<String> {
    let named = |argument: &&Argument| !argument.finders.is_empty();
    let flags = operation.arguments.iter().filter(named);
    let flags: Vec<String> = flags
        .map(|argument| format!("`{}`", arguments::shown(operation, &argument.name)))
        .collect();
    (!flags.is_empty()).then(|| {
        format!(
            "The server gives the same answer if the object does not exist: check {}.",
            flags.join(" and ")
        )
    })
}

/// Adds the possible reasons of a missing permission. The server answers the same for a missing token.
fn not_allowed(
    schema: &Schema,
    operation: &Operation,
    signed_in: &SignedIn,
    error: &Error,
    mut failure: Failure,
) -> Failure {
    let is_expired = signed_in.expired().is_some();
    // The text says more than that a permission is missing, and nothing here is about the operation.
    let is_told = error.refusal().is_some_and(|row| !row.next.is_empty());
    if is_told || operation.access == Access::Public {
        return failure;
    }
    let access = access::lines(schema, operation);
    let is_foreign = matches!(error.kind(), ErrorKind::Foreign { .. });
    // A gateway knows nothing about the operation.
    if !access.is_empty() && !is_foreign {
        failure = failure.help(format!("{} {}.", plain(&operation.name), access.join("; ")));
    }
    let needs = matches!(operation.access, Access::AnyOf(_) | Access::Unknown);
    if matches!(signed_in, SignedIn::Yes(..)) && !is_expired && !is_foreign {
        let step = needs.then(|| advice::about(operation, Step::Permission.next()));
        failure = step.into_iter().chain(ids(operation)).fold(failure, Failure::help);
    }
    match signed_in {
        SignedIn::Yes(..) if is_expired => failure,
        SignedIn::No(kept) => failure.help(format!("There was no token: {}.", sign_in(kept))),
        SignedIn::Yes(..) if is_foreign => failure,
        SignedIn::Yes(token, source) => {
            let expiry = token::expiry_words(token);
            let expiry = expiry.map_or(String::new(), |expiry| format!("; it {expiry}"));
            let yours = format!("{}, from {}{expiry}", token::kind(token), source.words());
            let failure = match needs {
                true => failure.help(format!(
                    "The server answers the same for a wrong or expired token. Yours is {yours}. Get another with `houston auth login`."
                )),
                // Every valid token is enough.
                false => failure.first(format!(
                    "The token is wrong or has expired: get another with `houston auth login`. Yours is {yours}."
                )),
            };
            match source {
                TokenSource::Environment(Some(own)) => failure.help(format!(
                    "HOUSTON_TOKEN takes the place of the token from {}: unset it to use that one.",
                    own.words()
                )),
                _ => failure,
            }
        }
        SignedIn::Administrator => failure,
    }
}
