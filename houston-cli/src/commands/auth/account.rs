//! Whose token calls use: what `houston auth status` and `houston whoami` show.

use clap::Args;
use houston_client::{Client, Error};
use serde_json::{Map, Value, json};

use crate::answer::format::Format;
use crate::call::connection::Connection;
use crate::call::identity::{self, Identity};
use crate::call::runtime;
use crate::failure::{Exit, Failure};
use crate::settings::endpoint::Endpoint;
use crate::settings::options::{Facts, Network, Options, Platform, Repetition, Verbosity};
use crate::settings::target::Target;
use crate::settings::token;
use crate::settings::token::source::{SignedIn, sign_in};
use crate::terminal::output;
use crate::terminal::wrap::filled;

/// The options of a command that asks for the account.
#[derive(Args)]
pub(super) struct Asking {
    #[command(flatten)]
    platform: Platform,
    #[command(flatten)]
    output: Facts,
    #[command(flatten)]
    network: Network,
    #[command(flatten)]
    repetition: Repetition,
    #[command(flatten)]
    verbosity: Verbosity,
}

/// The account of the token that calls use, where it is valid, and where the token comes from.
pub(super) struct Account {
    pub(super) identity: Identity,
    pub(super) format: Option<Format>,
    target: Target,
    address: String,
    source: String,
    kind: &'static str,
    expires: Option<String>,
    expires_at: Option<String>,
}

impl Account {
    /// Asks the platform whose token it is.
    ///
    /// # Errors
    ///
    /// Fails without a token, and if the platform does not answer.
    pub(super) fn ask(
        asking: Asking,
        ask: impl AsyncFnOnce(&Client) -> Result<Identity, Error>,
    ) -> Result<Self, Failure> {
        let Asking { platform, output: Facts { format }, network, repetition, verbosity } = asking;
        let options = &Options { network, repetition, verbosity, ..platform.into() };
        let target = Target::of(options)?;
        let address = target.endpoint()?.shown(target.allow_http)?;
        let connection = Connection::open(&target, options)?;
        let client = connection.client()?;
        let (source, kind, expires, expires_at) = match &connection.signed_in {
            SignedIn::No(kept) => return Err(missing(&address, kept)),
            SignedIn::Yes(token, source) => {
                let expires_at = token.expiry().map(|at| at.to_string());
                (source.words(), token::kind(token), token::expiry_words(token), expires_at)
            }
            SignedIn::Administrator => {
                ("the sandbox".to_owned(), "the administrator's token", None, None)
            }
        };
        let asked = {
            let _told = connection.awaiting();
            runtime::read(ask(&client))?
        };
        let identity = asked.map_err(|error| identity::failure(&connection.signed_in, error))?;
        Ok(Account { identity, format, target, address, source, kind, expires, expires_at })
    }

    /// The facts for programs.
    pub(super) fn facts(&self) -> Map<String, Value> {
        let is_sandbox = self.target.endpoint == Some(Endpoint::Sandbox);
        let facts = json!({
            "url": if is_sandbox { None } else { Some(&self.address) },
            "profile": self.target.profile.as_ref().map(|(name, _)| name),
            "token": { "source": self.source, "kind": self.kind, "expiresAt": self.expires_at },
            "user": self.identity.user,
            "isAdmin": self.identity.is_admin,
        });
        match facts {
            Value::Object(facts) => facts,
            _ => Map::new(),
        }
    }

    pub(super) fn platform(&self) -> String {
        format!("platform  {} (from {})", self.address, self.target.named_by)
    }

    pub(super) fn token(&self) -> String {
        format!("token     {}, from {}", self.kind, self.source)
    }

    pub(super) fn expires(&self) -> Option<String> {
        self.expires.as_ref().map(|expires| format!("          {expires}"))
    }
}

/// The failure for a call without a token; `kept` are the profiles that have one for the host, if several do.
pub(super) fn missing(address: &str, kept: &[String]) -> Failure {
    let what = format!("not signed in to {address}: no token");
    Failure::new(Exit::NotAllowed, what).help(sign_in(kept))
}

/// Prints lines of two columns, of which the second begins behind ten others.
pub(super) fn print(lines: Vec<String>) -> Result<(), Failure> {
    let width = output::columns().unwrap_or(usize::MAX);
    let in_column = |line: String| {
        let (head, text) = line.split_at(10);
        filled(text, width, head, &" ".repeat(10))
    };
    let lines: Vec<String> = lines.into_iter().map(in_column).collect();
    output::text(&lines.join("\n"))
}
