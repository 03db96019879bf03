//! `houston auth status`: shows whose token calls use, without the token.

use clap::Args;
use serde_json::json;

use crate::call::connection::Connection;
use crate::call::{identity, runtime};
use crate::failure::{Exit, Failure};
use crate::settings::endpoint::Endpoint;
use crate::settings::options::{Facts, Network, Options, Platform, Repetition, Verbosity};
use crate::settings::target::Target;
use crate::settings::token;
use crate::settings::token::source::{SignedIn, sign_in};
use crate::terminal::output;
use crate::terminal::wrap::filled;

/// Show who is signed in, and with which token
#[derive(Args)]
pub(super) struct Status {
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

pub(super) fn run(status: Status) -> Result<(), Failure> {
    let Status { platform, output: Facts { format }, network, repetition, verbosity } = status;
    let options = &Options { network, repetition, verbosity, ..platform.into() };
    let target = Target::of(options)?;
    let address = target.endpoint()?.shown(target.allow_http)?;
    let connection = Connection::open(&target, options)?;
    let client = connection.client()?;
    let (source, kind, expires) = match &connection.signed_in {
        SignedIn::No(kept) => {
            return Err(Failure::new(
                Exit::NotAllowed,
                format!("not signed in to {address}: no token"),
            )
            .help(sign_in(kept)));
        }
        SignedIn::Yes(token, source) => {
            (source.words(), token::kind(token), token::expiry_words(token))
        }
        SignedIn::Administrator => ("the sandbox".to_owned(), "the administrator's token", None),
    };
    let asked = {
        let _told = connection.awaiting();
        runtime::read(identity::ask(&client))?
    };
    let identity = asked.map_err(|error| identity::failure(&connection.signed_in, error))?;
    if let Some(format) = format {
        let expires_at = match &connection.signed_in {
            SignedIn::Yes(token, _) => token.expiry().map(|at| at.to_string()),
            _ => None,
        };
        let profile = target.profile.as_ref().map(|(name, _)| name);
        return output::facts(
            format,
            &json!({
                "url": if target.endpoint == Some(Endpoint::Sandbox) { None } else { Some(address) },
                "profile": profile,
                "token": { "source": source, "kind": kind, "expiresAt": expires_at },
                "user": identity.user,
                "isAdmin": identity.is_admin,
                "roles": identity.roles,
            }),
        );
    }
    let mut lines = vec![
        format!("platform  {address} (from {})", target.named_by),
        format!("token     {kind}, from {source}"),
    ];
    lines.extend(expires.map(|expires| format!("          {expires}")));
    let mut account = identity.lines().into_iter();
    lines.extend(account.next().map(|user| format!("account   {user}")));
    lines.extend(account.map(|role| format!("          {role}")));
    let width = output::columns().unwrap_or(usize::MAX);
    // The second column begins behind ten others.
    let in_column = |line: String| {
        let (head, text) = line.split_at(10);
        filled(text, width, head, &" ".repeat(10))
    };
    let lines: Vec<String> = lines.into_iter().map(in_column).collect();
    output::text(&lines.join("\n"))
}
