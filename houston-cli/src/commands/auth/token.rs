//! `houston auth token`: prints the token that calls use.

use clap::Args;

use super::account::missing;
use crate::failure::Failure;
use crate::settings::endpoint::Endpoint;
use crate::settings::options::{Options, Platform};
use crate::settings::target::Target;
use crate::settings::token::source::{self, SignedIn};
use crate::terminal::output;

/// Print the token that calls use
#[derive(Args)]
#[command(after_help = "\
It is printed as it is, also on a terminal. In a header: `Authorization: $(houston auth token)`. \
A stored token is printed for its own host only.")]
pub(super) struct Token {
    #[command(flatten)]
    platform: Platform,
}

/// A person who types this command asks for the token itself, as with `gh auth token`: a terminal gets it without a
/// question, because `houston auth token | cat` would have it as well.
pub(super) fn run(token: Token) -> Result<(), Failure> {
    let options = &Options::from(token.platform);
    let target = Target::of(options)?;
    let address = target.endpoint()?.shown(target.allow_http)?;
    if target.endpoint == Some(Endpoint::Sandbox) {
        return Err(Failure::usage("the sandbox needs no token: calls act as its administrator")
            .help("`houston sandbox serve` says where the token of a served sandbox is."));
    }
    let signed_in = SignedIn::at(&target, options)?;
    if let Some(expired) = signed_in.expired() {
        output::note(format_args!("note: {expired}"));
    }
    match signed_in {
        SignedIn::Yes(token, source) => {
            source::tell_unused(&target, options, &source);
            output::data(token.expose())
        }
        SignedIn::No(kept) => Err(missing(&address, &kept)),
        SignedIn::Administrator => Err(missing(&address, &[])),
    }
}
