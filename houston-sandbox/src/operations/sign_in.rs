//! Passwords, tokens, and the confirmation of addresses.

use serde_json::{Value, json};

use super::{emails::by_address, users::auth_user};
use crate::{
    call::{Answer, Read, Write, id},
    identifier,
    letter::{self, Purpose},
    password,
    refusal::Refusal,
    settings::Settings,
    store::{Kind, Row, Rows},
};

pub(super) fn auth_config(call: &Read<'_>) -> Answer {
    Ok(json!({
        "publicSignup": Settings::of(call.rows)?.public_signups,
        "initialSignup": call.rows.all(Kind::Users)?.is_empty(),
        "localEnabled": true,
        "providers": [],
    }))
}

/// Signs in by user name or address, in which capitals count. The state of the account is told to those alone who
/// know the password.
pub(super) fn create_token(call: &Write<'_>) -> Answer {
    let identity = call.text("identity");
    let user = match call.find(Kind::Users, "username", identity)?.pop() {
        Some(user) => user,
        None => by_address(call, identity)?.ok_or_else(Refusal::not_found)?,
    };
    let credential = credential(call, &user)?
        .ok_or_else(|| Refusal::coded("UNAUTHENTICATED", "No password credentials found"))?;
    let stored = credential["password"].as_str().unwrap_or_default();
    if !password::verify(call.text("password"), stored) {
        return Err(Refusal::internal("Invalid password and username combination"));
    }
    if user["status"] != "active" {
        return Err(Refusal::coded(
            "ACCOUNT_NOT_CONFIRMED",
            "Your account is awaiting email confirmation",
        ));
    }
    auth_user(call, user)
}

pub(super) fn confirm_email(call: &Write<'_>) -> Answer {
    let email = call.find(Kind::Emails, "token", call.text("token"))?.pop();
    auth_user(call, confirm(call, email.ok_or_else(|| Refusal::input("Invalid token"))?)?)
}

/// Confirms an address on somebody's behalf. Capitals count.
pub(super) fn verify_email(call: &Write<'_>) -> Answer {
    let email = call.find(Kind::Emails, "address", call.text("email"))?.pop();
    confirm(call, email.ok_or_else(Refusal::not_found)?)?;
    Ok(true.into())
}

/// Whether there is something to confirm.
pub(super) fn resend_confirmation(call: &Write<'_>) -> Answer {
    let address = call.text("email").to_lowercase();
    let found = call.find(Kind::Emails, "address", &address)?.pop();
    let Some(mut email) = found.filter(|email| email["verified"] != true) else {
        return Ok(false.into());
    };
    let token = kept_or_new(&mut email["token"])?;
    call.save(Kind::Emails, email)?;
    letter::send(call, &address, Purpose::Confirmation, &token)?;
    Ok(true.into())
}

/// Does not tell whether there is such a user, and with what sort of sign-in.
pub(super) fn forgot_password(call: &Write<'_>) -> Answer {
    let address = call.text("email").to_lowercase();
    let credential = match by_address(call, &address)? {
        Some(user) => credential(call, &user)?,
        None => None,
    };
    if let Some(mut credential) = credential {
        let token = kept_or_new(&mut credential["resetToken"])?;
        call.save(Kind::Credentials, credential)?;
        letter::send(call, &address, Purpose::PasswordReset, &token)?;
    }
    Ok(true.into())
}

/// Tokens that were issued before stay valid, as on the server.
pub(super) fn reset_password(call: &Write<'_>) -> Answer {
    let found = call.find(Kind::Credentials, "resetToken", call.text("token"))?.pop();
    let mut credential = found.ok_or_else(|| Refusal::input("Invalid resetToken"))?;
    credential["password"] = password::hash(call.text("password"))?.into();
    credential["resetToken"] = Value::Null;
    let credential = call.save(Kind::Credentials, credential)?;
    auth_user(call, call.row(Kind::Users, credential["userId"].as_str().unwrap_or_default())?)
}

/// The stored password of a user who has one.
fn credential(call: &Write<'_>, user: &Row) -> Result<Option<Row>, Refusal> {
    Ok(call.find(Kind::Credentials, "userId", id(user))?.pop())
}

/// Confirms an address, with which its user is active.
fn confirm(call: &Write<'_>, mut email: Row) -> Answer {
    email["verified"] = true.into();
    email["token"] = Value::Null;
    let email = call.save(Kind::Emails, email)?;
    let mut user = call.row(Kind::Users, email["userId"].as_str().unwrap_or_default())?;
    user["status"] = "active".into();
    call.save(Kind::Users, user)
}

/// A mail that is sent again has the token of the first.
fn kept_or_new(token: &mut Value) -> Result<String, Refusal> {
    if token.is_null() {
        *token = identifier::key()?.into();
    }
    Ok(token.as_str().unwrap_or_default().to_owned())
}
