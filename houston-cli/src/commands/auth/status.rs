//! `houston auth status`: shows whose token calls use, without the token.

use clap::Args;

use super::account::{self, Account, Asking};
use crate::call::identity;
use crate::failure::Failure;
use crate::terminal::output;

/// Show who is signed in, and with which token
#[derive(Args)]
pub(super) struct Status {
    #[command(flatten)]
    asking: Asking,
}

pub(super) fn run(status: Status) -> Result<(), Failure> {
    let account = Account::ask(status.asking, identity::ask)?;
    if let Some(format) = account.format {
        let mut facts = account.facts();
        facts.insert("roles".to_owned(), account.identity.roles.clone().into());
        return output::facts(format, &facts.into());
    }
    let mut lines = vec![account.platform(), account.token()];
    lines.extend(account.expires());
    let mut names = account.identity.lines().into_iter();
    lines.extend(names.next().map(|user| format!("account   {user}")));
    lines.extend(names.map(|role| format!("          {role}")));
    account::print(lines)
}
