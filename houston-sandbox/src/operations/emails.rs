//! Addresses of users.

use crate::{
    call::{Answer, Call, Read, Write},
    caller::{Identity, Scope},
    refusal::Refusal,
    store::{Kind, Row, Rows},
};

/// The user whose address this is, letter by letter.
pub(super) fn by_address<R: Rows>(
    call: &Call<'_, R>,
    address: &str,
) -> Result<Option<Row>, Refusal> {
    match call.find(Kind::Emails, "address", address)?.pop() {
        Some(email) => {
            Ok(call.rows.get(Kind::Users, email["userId"].as_str().unwrap_or_default())?)
        }
        None => Ok(None),
    }
}

/// One address: the caller's own, or any for those who may list users.
pub(super) fn email(call: &Read<'_>) -> Answer {
    let wanted = &call.arguments["where"];
    let text = |name: &str| wanted[name].as_str();
    let email = match (text("id"), text("address"), text("token")) {
        (Some(id), _, _) => call.rows.get(Kind::Emails, id)?,
        (None, Some(address), _) => {
            call.find(Kind::Emails, "address", &address.to_lowercase())?.pop()
        }
        (None, None, Some(token)) => call.find(Kind::Emails, "token", token)?.pop(),
        (None, None, None) => return Err(Refusal::missing("id, address or token")),
    };
    let email = email.unwrap_or_default();
    let is_own =
        matches!(&call.caller.identity, Identity::User(user) if user["id"] == email["userId"]);
    if !is_own {
        call.require(&[("system.users.get", Scope::System)])?;
    }
    if email.is_null() { Err(Refusal::not_found()) } else { Ok(email) }
}

pub(super) fn require_free_address(call: &Write<'_>, address: &str) -> Result<(), Refusal> {
    match call.find(Kind::Emails, "address", address)?.pop() {
        Some(_) => Err(address_in_use()),
        None => Ok(()),
    }
}

/// The server says this of a user name that is taken, too.
pub(super) fn address_in_use() -> Refusal {
    Refusal::coded("DUPLICATE_EMAIL", "Email address in use")
}
