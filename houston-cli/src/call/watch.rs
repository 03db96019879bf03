//! What is told of requests while they are under way: each repetition; with `-v`, each request and each answer as well.

use std::time::Duration;

use houston_client::delivery::Delivery;
use houston_client::schema::OperationKind;
use houston_client::transport::{Failure as Lost, Reply};
use houston_client::{Error, ErrorKind};
use houston_schema::text::duration;
use http::StatusCode;
use serde::de::IgnoredAny;

use crate::arguments::MASKED;
use crate::settings::endpoint::Endpoint;
use crate::settings::options::Options;
use crate::settings::target::Target;
use crate::terminal::awaiting::{self, Awaiting};
use crate::terminal::output;
use crate::terminal::text::{plain, steady};

/// Whom requests go to, and what is told of them.
#[derive(Clone, Debug)]
pub(crate) struct Watch {
    address: String,
    /// The address of subscriptions, if an option gives it.
    socket: Option<String>,
    is_sandbox: bool,
    is_verbose: bool,
    /// Whether the values of headers are told as well, and what came in place of an answer.
    shows_more: bool,
}

impl Watch {
    /// Of requests to a target.
    pub(crate) fn of(target: &Target, options: &Options) -> Self {
        Watch {
            address: target.shown().ok().flatten().unwrap_or_default(),
            socket: options.socket_url.clone(),
            is_sandbox: target.endpoint == Some(Endpoint::Sandbox),
            is_verbose: options.verbosity.is_verbose(),
            shows_more: options.verbosity.shows_documents(),
        }
    }

    /// Whom they go to, as people name it: the domain of the platform, or a host with its port.
    fn whom(&self) -> String {
        if self.is_sandbox {
            return "the sandbox".to_owned();
        }
        let host = self.address.split_once("://").map_or(&*self.address, |(_, rest)| rest);
        let host = host.split('/').next().unwrap_or_default();
        host.strip_prefix("houston.").unwrap_or(host).to_owned()
    }

    /// Tells that an answer is waited for, until it is dropped.
    pub(crate) fn awaiting(&self) -> Awaiting {
        Awaiting::begin(&self.whom())
    }

    /// Tells what happens to a request.
    pub(crate) fn tell(&self, delivery: &Delivery<'_>) {
        if matches!(delivery, Delivery::Sending { .. } | Delivery::Retrying { .. }) {
            awaiting::again();
        }
        match delivery {
            Delivery::Retrying { error, attempt, most, wait } => {
                self.page(error);
                let (why, wait) = (cause(error), wait.as_secs_f64().max(0.1));
                output::note(format_args!("{why}, attempt {attempt} of {most} in {wait:.1} s"));
            }
            Delivery::Sending { attempt, most, signed_in, kind } => {
                let is_live = *kind == OperationKind::Subscription;
                self.sending(is_live, *signed_in, Some((*attempt, *most)));
            }
            Delivery::Answered { reply, took } => self.answered(reply, *took),
            Delivery::Connected { took } => {
                self.say(|| format!("< {} in {}", status(101), duration(*took)));
            }
            Delivery::Lost { failure, took } => self.lost(failure, *took),
            _ => {}
        }
    }

    /// Tells that a request is sent.
    pub(crate) fn sending(&self, is_live: bool, signed_in: bool, attempt: Option<(u32, u32)>) {
        let address = &self.address;
        let line = match (is_live, &self.socket) {
            (false, _) => format!("> POST {address}"),
            (true, None) => format!("> WebSocket of {address}"),
            (true, Some(socket)) => format!("> WebSocket {}", plain(socket)),
        };
        let attempt = attempt.filter(|(attempt, _)| *attempt > 1);
        let attempt = attempt.map(|(attempt, most)| format!(" (attempt {attempt} of {most})"));
        self.say(|| line + &attempt.unwrap_or_default());
        let names = headers(is_live, signed_in);
        match self.shows_more {
            true => {
                names.iter().for_each(|name| output::told(&format!("> {name}: {}", sent(name))))
            }
            false => self.say(|| format!("> {}", names.join(", "))),
        }
    }

    /// Tells what became of a request.
    pub(crate) fn sent(&self, sent: &Result<Reply, Lost>, took: Duration) {
        match sent {
            Ok(reply) => self.answered(reply, took),
            Err(failure) => self.lost(failure, took),
        }
    }

    /// Tells an answer.
    fn answered(&self, reply: &Reply, took: Duration) {
        let bytes = reply.body.len();
        self.say(|| format!("< {} in {}, {bytes} bytes", status(reply.status), duration(took)));
        if self.shows_more {
            for (name, value) in reply.header_names.masked() {
                output::told(&format!("< {}: {}", plain(name), plain(&value)));
            }
            return;
        }
        let names: Vec<String> = reply.header_names.iter().map(plain).collect();
        if !names.is_empty() {
            self.say(|| format!("< {}", names.join(", ")));
        }
    }

    /// With `-vv`, tells what came in place of a GraphQL answer: the error has the beginning of it, without secrets. JSON
    /// can be an answer that was cut or wrapped, which may have keys: it is told only if it is whole and the status says
    /// that it is an error.
    pub(crate) fn page(&self, error: &Error) {
        let (ErrorKind::Foreign { status }, Some(page)) = (error.kind(), error.body()) else {
            return;
        };
        let is_json = page.trim_start().starts_with(['{', '[', '"', '\u{feff}']);
        let is_error = status >= 400 && serde_json::from_str::<IgnoredAny>(page).is_ok();
        if self.shows_more && !page.trim().is_empty() && (!is_json || is_error) {
            let lines = steady(page);
            let lines = lines.lines().map(|line| format!("< {line}")).collect::<Vec<_>>();
            output::told(&lines.join("\n"));
        }
    }

    /// Tells that no answer arrived.
    fn lost(&self, failure: &Lost, took: Duration) {
        let what = match failure {
            Lost::NotConnected(_) => "no connection",
            _ => "no answer",
        };
        self.say(|| format!("< {what} after {}", duration(took)));
    }

    fn say(&self, line: impl FnOnce() -> String) {
        if self.is_verbose {
            output::told(&line());
        }
    }
}

/// The names of the headers of a request. Those of the connection itself are left out.
pub(crate) fn headers(is_live: bool, signed_in: bool) -> Vec<&'static str> {
    match (is_live, signed_in) {
        // A subscription has its token in the first message.
        (true, _) => vec!["sec-websocket-protocol"],
        (false, true) => vec!["accept", "content-type", "authorization"],
        (false, false) => vec!["accept", "content-type"],
    }
}

/// The value of a header of a request, as far as it may be shown.
pub(crate) fn sent(name: &str) -> &'static str {
    match name {
        "authorization" => MASKED,
        "sec-websocket-protocol" => "graphql-ws, graphql-transport-ws",
        _ => "application/json",
    }
}

/// A status with its name.
fn status(status: u16) -> String {
    StatusCode::from_u16(status).map_or_else(|_| status.to_string(), |status| status.to_string())
}

/// Why a request is sent again, in short.
fn cause(error: &Error) -> String {
    match error.kind() {
        // A page with a status that says all is well: the summary tells what is wrong with it.
        ErrorKind::Foreign { status: code } if code >= 300 => status(code),
        _ => plain(&error.summary()),
    }
}
