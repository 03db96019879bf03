//! Addresses of users.

use crate::accounts::caller::Caller;
use crate::error::refusal::Refusal;
use crate::resolvers::call::{Call, Read, Write};
use crate::resolvers::output::Answer;
use crate::store::{Email, Entity, Row, Rows, User};

/// Returns the user with exactly this address.
pub(super) fn by_address<R: Rows>(
    call: &Call<'_, R>,
    address: &str,
) -> Result<Option<Row<User>>, Refusal> {
    match call.find(Email::ADDRESS, address)?.pop() {
        Some(email) => Ok(call.rows.get(&email.user_id)?),
        None => Ok(None),
    }
}

/// Returns an address: the caller's own, or any for callers who are allowed to list users.
pub(super) fn email(call: &Read<'_>) -> Answer {
    let wanted = &call.arguments["where"];
    let text = |name: &str| wanted[name].as_str();
    let email = match (text("id"), text("address"), text("token")) {
        (Some(id), _, _) => call.rows.get(id)?,
        (None, Some(address), _) => call.find(Email::ADDRESS, &address.to_lowercase())?.pop(),
        (None, None, Some(token)) => call.find(Email::TOKEN, token)?.pop(),
        (None, None, None) => return Err(Refusal::missing("id, address or token")),
    };
    let is_own =
        |email: &Row<Email>| matches!(call.caller, Caller::User(user) if user.id == email.user_id);
    if !email.as_ref().is_some_and(is_own) {
        call.require(&[("system.users.get", Entity::System)])?;
    }
    Ok(email.ok_or_else(Refusal::not_found)?.into())
}

pub(super) fn require_free_address(call: &Write<'_>, address: &str) -> Result<(), Refusal> {
    match call.find(Email::ADDRESS, address)?.pop() {
        Some(_) => Err(address_in_use()),
        None => Ok(()),
    }
}

/// The server has the same error for a user name that is taken.
pub(super) fn address_in_use() -> Refusal {
    Refusal::coded("DUPLICATE_EMAIL", "Email address in use")
}
