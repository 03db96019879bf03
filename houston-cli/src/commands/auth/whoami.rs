//! `houston whoami`: the account of the token that calls use, asked with one request.

use clap::Args;

use super::account::{self, Account, Asking};
use crate::call::identity;
use crate::failure::{Exit, Failure};
use crate::terminal::output;

/// Show which account calls use, on which platform
#[derive(Args)]
#[command(after_help = "`houston auth status` also shows its roles.")]
pub(crate) struct Whoami {
    #[command(flatten)]
    asking: Asking,
}

pub(crate) fn run(whoami: Whoami) -> Result<(), Failure> {
    let account = Account::ask(whoami.asking, identity::ask_name)?;
    let identity = &account.identity;
    if !identity.is_somebody() {
        let what = "the platform does not say whose token this is";
        return Err(Failure::new(Exit::NotAllowed, what)
            .help("Get another token with `houston auth login`."));
    }
    if let Some(format) = account.format {
        return output::facts(format, &account.facts().into());
    }
    let is_admin = identity.is_admin == Some(true);
    let name = identity.lines().into_iter().next().unwrap_or_default();
    let name = name + if is_admin { ", an administrator of the platform" } else { "" };
    let mut lines = vec![format!("account   {name}"), account.platform(), account.token()];
    lines.extend(account.expires());
    account::print(lines)
}
