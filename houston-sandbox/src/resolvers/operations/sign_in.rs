//! Passwords, tokens, and the confirmation of addresses.

use serde_json::json;

use super::emails::by_address;
use super::users::auth_user;
use crate::accounts::password;
use crate::error::refusal::Refusal;
use crate::resolvers::call::{Read, Write};
use crate::resolvers::output::Answer;
use crate::store::letter::Purpose;
use crate::store::settings::Settings;
use crate::store::{Credential, Email, Row, Rows, Status, User, identifier};

pub(super) fn auth_config(call: &Read<'_>) -> Answer {
    Ok(json!({
        "publicSignup": Settings::of(call.rows)?.public_signups,
        "initialSignup": call.rows.all::<User>()?.is_empty(),
        "localEnabled": true,
        "providers": [],
    })
    .into())
}

/// Signs in with a user name or address, which are case-sensitive. Only a caller with the right password learns the
/// state of the account.
pub(super) fn create_token(call: &Write<'_>) -> Answer {
    let identity = call.text("identity");
    let user = match call.find(User::USERNAME, identity)?.pop() {
        Some(user) => user,
        None => by_address(call, identity)?.ok_or_else(Refusal::not_found)?,
    };
    let credential = credential(call, &user.id)?
        .ok_or_else(|| Refusal::coded("UNAUTHENTICATED", "No password credentials found"))?;
    if !password::verify(call.text("password"), &credential.password) {
        return Err(Refusal::internal("Invalid password and username combination"));
    }
    if user.status != Status::Active {
        return Err(Refusal::coded(
            "ACCOUNT_NOT_CONFIRMED",
            "Your account is awaiting email confirmation",
        ));
    }
    auth_user(call, user)
}

pub(super) fn confirm_email(call: &Write<'_>) -> Answer {
    let email = call.find(Email::TOKEN, call.text("token"))?.pop();
    auth_user(call, confirm(call, email.ok_or_else(|| Refusal::input("Invalid token"))?)?)
}

/// Confirms a user's address, which is case-sensitive.
pub(super) fn verify_email(call: &Write<'_>) -> Answer {
    let email = call.find(Email::ADDRESS, call.text("email"))?.pop();
    confirm(call, email.ok_or_else(Refusal::not_found)?)?;
    Ok(true.into())
}

/// Returns whether there is an address to confirm.
pub(super) fn resend_confirmation(call: &Write<'_>) -> Answer {
    let address = call.text("email").to_lowercase();
    let found = call.find(Email::ADDRESS, &address)?.pop();
    let Some(mut email) = found.filter(|email| !email.verified) else {
        return Ok(false.into());
    };
    let token = kept_or_new(&mut email.token)?;
    call.save(email)?;
    call.send(&address, Purpose::Confirmation, &token)?;
    Ok(true.into())
}

/// Does not reveal whether the user exists and has a password.
pub(super) fn forgot_password(call: &Write<'_>) -> Answer {
    let address = call.text("email").to_lowercase();
    let credential = match by_address(call, &address)? {
        Some(user) => credential(call, &user.id)?,
        None => None,
    };
    if let Some(mut credential) = credential {
        let token = kept_or_new(&mut credential.reset_token)?;
        call.save(credential)?;
        call.send(&address, Purpose::PasswordReset, &token)?;
    }
    Ok(true.into())
}

/// As on the server, tokens that were issued before stay valid.
pub(super) fn reset_password(call: &Write<'_>) -> Answer {
    let found = call.find(Credential::RESET_TOKEN, call.text("token"))?.pop();
    let mut credential = found.ok_or_else(|| Refusal::input("Invalid resetToken"))?;
    credential.password = password::hash(call.text("password"))?;
    credential.reset_token = None;
    let credential = call.save(credential)?;
    auth_user(call, call.row(&credential.user_id)?)
}

/// Returns the stored password of a user.
fn credential(call: &Write<'_>, user: &str) -> Result<Option<Row<Credential>>, Refusal> {
    Ok(call.find(Credential::USER, user)?.pop())
}

/// Confirms an address and activates its user.
fn confirm(call: &Write<'_>, mut email: Row<Email>) -> Result<Row<User>, Refusal> {
    email.verified = true;
    email.token = None;
    let email = call.save(email)?;
    let mut user = call.row::<User>(&email.user_id)?;
    user.status = Status::Active;
    call.save(user)
}

/// A repeated mail has the token of the first one.
fn kept_or_new(token: &mut Option<String>) -> Result<String, Refusal> {
    let kept = match token.take() {
        Some(kept) => kept,
        None => identifier::key()?,
    };
    Ok(token.insert(kept).clone())
}
