//! Checks of HTTP and GraphQL, and what the platform reports about itself and the caller.

use std::time::Instant;

use houston_client::transport::{Cause, Failure as Lost, Reply};
use houston_codegen::introspection::{self, Introspected};
use houston_schema::text::duration;
use jiff::{SignedDuration, Timestamp};
use serde_json::{Value, json};

use super::certificates::{self, Handshake};
use super::report::{Layer, Report};
use crate::call::connection::Connection;
use crate::call::identity;
use crate::call::lost::lost as failure_of;
use crate::failure::{Exit, Step};
use crate::schema::{self, BuiltIn};
use crate::settings::endpoint::Endpoint;
use crate::settings::environment;
use crate::settings::options::Options;
use crate::settings::target::Target;
use crate::settings::token;
use crate::settings::token::source::{SignedIn, sign_in};
use crate::terminal::text::short;

/// Checks the layers from HTTP to the account.
pub(super) async fn examine(
    target: &Target,
    built_in: BuiltIn,
    options: &Options,
    handshake: Option<Handshake>,
    report: &mut Report,
) {
    let connection = match Connection::open(target, options) {
        Ok(connection) => connection,
        Err(failure) => {
            report.failure(Layer::Token, &failure);
            return report
                .rest_skipped(Layer::Tls..=Layer::Drift, "the call's settings cannot be used");
        }
    };
    let signed_in = &connection.signed_in;
    let started = Instant::now();
    let asked = ask(&connection, "{ __typename }").await;
    let shown = target.shown().ok().flatten().unwrap_or_default();
    match shown.starts_with("https") {
        true => certificates::report(handshake.as_ref(), asked.as_ref().map(drop), report),
        false => report.rest_skipped(Layer::Tls..=Layer::Tls, "the address is plain http"),
    }
    let Some(reply) = http(asked, started, signed_in, report) else {
        return token(signed_in, report);
    };
    let is_graphql = graphql(&connection, &reply, report);
    let mut live = None;
    if is_graphql {
        live = introspect(&connection, report).await;
        version(&connection, report).await;
    }
    clock(&reply, target, report);
    if connection.is_token_unanswered() {
        let step = Step::TokenUnanswered;
        report.fault(Layer::Token, Exit::NotAllowed, step.cause(), step.next());
        report.skipped(Layer::Account, "the server does not answer the token");
    } else {
        token(signed_in, report);
    }
    if is_graphql {
        if !connection.is_token_unanswered() {
            account(&connection, report).await;
        }
        match live {
            Some(live) => drift(&live, built_in, options, report),
            None => report.skipped(Layer::Drift, "the server does not return its schema"),
        }
    }
    report.rest_skipped(Layer::Introspection..=Layer::Drift, "the address does not serve GraphQL");
}

/// Checks the token without the platform.
pub(super) fn own_token(target: &Target, options: &Options, report: &mut Report) {
    match SignedIn::at(target, options) {
        Ok(signed_in) => token(&signed_in, report),
        Err(failure) => report.failure(Layer::Token, &failure),
    }
}

async fn ask(connection: &Connection, document: &str) -> Result<Reply, Lost> {
    connection.send(json!({ "query": document }).to_string()).await
}

fn of_foreign(reply: &Reply) -> Step {
    Step::of_foreign(reply.status, &String::from_utf8_lossy(&reply.body), reply.proxy.is_some())
}

fn http(
    asked: Result<Reply, Lost>,
    started: Instant,
    signed_in: &SignedIn,
    report: &mut Report,
) -> Option<Reply> {
    let lost = match asked {
        Ok(reply) => {
            let took = duration(started.elapsed());
            let status = reply.status;
            let step = of_foreign(&reply);
            let (exit, text) = match (status, &reply.location) {
                (200..=299 | 400, _) => {
                    report.ok(Layer::Http, format!("status {status} after {took}"));
                    return Some(reply);
                }
                (300..=399, location) => {
                    let location = location.as_deref().map(short).unwrap_or_default();
                    (Exit::Refused, format!("status {status}: redirects to {location}"))
                }
                (401 | 403, _) => (
                    Exit::NotAllowed,
                    format!(
                        "status {status}: something in front of the API requires you to sign in"
                    ),
                ),
                _ => (Exit::NotReached, format!("status {status}")),
            };
            let expired = signed_in.expired().filter(|_| status == 401);
            report.fault(
                Layer::Http,
                exit,
                text,
                expired.unwrap_or_else(|| step.next().to_owned()),
            );
            return Some(reply);
        }
        Err(lost) => lost,
    };
    if matches!(lost.cause(), Some(Cause::Tls(_))) {
        // The layer TLS reports it.
        return None;
    }
    let is_known = lost.cause().is_some();
    let failure = failure_of(lost, signed_in);
    report.failure(
        Layer::Http,
        &match is_known {
            true => failure,
            false => failure.help("The connection works, but no answer arrives: check what is between you and the platform."),
        },
    );
    None
}

fn graphql(connection: &Connection, reply: &Reply, report: &mut Report) -> bool {
    let body: Option<Value> = serde_json::from_slice(&reply.body).ok();
    let speaks = body.as_ref().is_some_and(|body| {
        body.get("data").is_some() || body.get("errors").is_some_and(Value::is_array)
    });
    if speaks {
        report.ok(Layer::GraphQl, "it answers");
        return true;
    }
    let step = of_foreign(reply);
    report.fault(Layer::GraphQl, Exit::Refused, reply.described(connection.token()), step.next());
    false
}

async fn introspect(connection: &Connection, report: &mut Report) -> Option<Introspected> {
    match crate::schema::introspect::ask(connection).await {
        Ok(introspected) => {
            report.ok(
                Layer::Introspection,
                format!("the server returns its schema, at the level of {}", introspected.level),
            );
            Some(introspected)
        }
        Err(missed) => {
            let (text, next) = missed.failure.parts();
            report.warning(Layer::Introspection, text, next);
            None
        }
    }
}

async fn version(connection: &Connection, report: &mut Report) {
    let reply = ask(connection, "{ appConfig { version } }").await.ok();
    let body: Option<Value> = reply.and_then(|reply| serde_json::from_slice(&reply.body).ok());
    let version = body.as_ref().and_then(|body| body.pointer("/data/appConfig/version")?.as_str());
    match version {
        Some(version) => report.ok(Layer::Version, format!("Houston {}", short(version))),
        None => report.warning(
            Layer::Version,
            "the server does not report its version",
            "It may be another API.",
        ),
    }
}

fn clock(reply: &Reply, target: &Target, report: &mut Report) {
    let date = reply.date.as_deref().and_then(|date| httpdate::parse_http_date(date).ok());
    let date = date.and_then(|date| Timestamp::try_from(date).ok());
    let Some(date) = date else {
        let why = match target.endpoint {
            Some(Endpoint::Sandbox) => "the sandbox uses this machine's clock",
            _ => "the server does not report its time",
        };
        return report.skipped(Layer::Clock, why);
    };
    let apart = Timestamp::now().duration_since(date);
    let seconds = apart.as_secs();
    if apart.abs() > SignedDuration::from_secs(60) {
        report.warning(
            Layer::Clock,
            format!(
                "this machine's clock is {} s {} the server's",
                seconds.abs(),
                if seconds > 0 { "ahead of" } else { "behind" }
            ),
            "Set the clock: tokens seem to expire early or late.",
        );
    } else {
        report.ok(Layer::Clock, format!("within {} s of the server's clock", seconds.abs().max(1)));
    }
}

fn token(signed_in: &SignedIn, report: &mut Report) {
    match signed_in {
        SignedIn::Administrator => {
            report.ok(Layer::Token, "the token of the sandbox's administrator")
        }
        SignedIn::No(kept) => {
            let next = match &kept[..] {
                [] if environment::is_empty(environment::TOKEN) => {
                    Step::TokenEmpty.next().to_owned()
                }
                [] => Step::TokenMissing.next().to_owned(),
                kept => sign_in(kept),
            };
            report.fault(Layer::Token, Exit::NotAllowed, "no token", next);
        }
        SignedIn::Yes(token, source) => {
            let expiry = token::expiry_words(token);
            let text = format!(
                "{}, from {}{}",
                token::kind(token),
                source.words(),
                expiry.map_or(String::new(), |expiry| format!(", {expiry}"))
            );
            match token.expiry() {
                Some(expiry) if expiry <= Timestamp::now() => {
                    report.fault(Layer::Token, Exit::NotAllowed, text, Step::TokenExpired.next());
                }
                _ => report.ok(Layer::Token, text),
            }
        }
    }
}

async fn account(connection: &Connection, report: &mut Report) {
    let client = match connection.client() {
        Ok(client) => client.with(houston_client::Options::new().retries(0)),
        Err(failure) => return report.failure(Layer::Account, &failure),
    };
    match identity::ask(&client).await {
        Ok(identity) if identity.is_somebody() => {
            report.ok(Layer::Account, identity.line());
        }
        Ok(_) => report.fault(
            Layer::Account,
            Exit::NotAllowed,
            "the platform does not say whose token this is",
            "Get another token with `houston auth login`.",
        ),
        Err(error) => {
            report.failure(Layer::Account, &identity::failure(&connection.signed_in, error))
        }
    }
}

/// Compares the schema that operations use with the server's.
fn drift(live: &Introspected, built_in: BuiltIn, options: &Options, report: &mut Report) {
    let live = introspection::sdl(&live.document);
    let compared = schema::of(built_in, options).and_then(|loaded| {
        let text = schema::text_of(&loaded.origin)?;
        let report = schema::compare((&loaded.origin.words(), &text), ("the server's", &live))?;
        Ok((loaded.origin, report))
    });
    match compared {
        Err(failure) => report.failure(Layer::Drift, &failure),
        Ok((origin, found)) if found.worst().is_none() => {
            report
                .ok(Layer::Drift, format!("none: {} is the same as the server's", origin.words()));
        }
        Ok((origin, found)) => {
            let counts = found.counts();
            report.warning(
                Layer::Drift,
                format!(
                    "{} differs from the server's: {} breaking, {} dangerous, {} safe",
                    origin.words(),
                    counts.breaking,
                    counts.dangerous,
                    counts.safe
                ),
                "See the differences with `houston schema diff`, or use the server's schema with `houston schema pull`.",
            );
        }
    }
}
