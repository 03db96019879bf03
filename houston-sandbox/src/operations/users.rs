//! Users, and who the caller is.

use serde_json::{Value, json};

use super::{
    emails::{address_in_use, by_address, require_free_address},
    invites, role_bindings,
    texts::update_texts,
};
use crate::{
    call::{Answer, Call, Read, Write, id, id_alone},
    caller::{Caller, Identity, Scope},
    identifier,
    letter::{self, Purpose},
    password,
    refusal::Refusal,
    settings::Settings,
    store::{Kind, Row, Rows},
};

/// `self`. A service account has no user.
pub(super) fn current(call: &Read<'_>) -> Answer {
    let user = match &call.caller.identity {
        Identity::User(row) => row.clone(),
        Identity::Anonymous | Identity::ServiceAccount(_) => Value::Null,
    };
    describe(call, call.caller, user)
}

/// What the operations answer that sign a user in.
pub(super) fn auth_user(call: &Write<'_>, user: Row) -> Answer {
    describe(call, &Caller { identity: Identity::User(user.clone()) }, user)
}

fn describe<R: Rows>(call: &Call<'_, R>, caller: &Caller, user: Row) -> Answer {
    let is_admin = caller.roles(call.rows, Scope::System)?.hold("SYSTEM_ADMIN");
    Ok(json!({
        "user": user,
        "isAdmin": is_admin,
        "permissions": {},
        "authUserCapabilities": { "canSysAdmin": is_admin },
    }))
}

pub(super) fn users(call: &Read<'_>) -> Answer {
    Ok(matching(call, call.rows.all(Kind::Users)?)?.into())
}

/// Those of the users that the argument `user` asks for. As on the server the first of its fields counts alone.
pub(super) fn matching<R: Rows>(
    call: &Call<'_, R>,
    mut users: Vec<Row>,
) -> Result<Vec<Row>, Refusal> {
    let search = &call.arguments["user"];
    let text = |name: &str| search[name].as_str();
    let contains = |user: &Row, field: &str, part: &str| {
        user[field].as_str().is_some_and(|whole| whole.contains(part))
    };
    if let Some(wanted) = text("userUuid").or(text("userId")) {
        users.retain(|user| user["id"] == wanted);
    } else if let Some(address) = text("email") {
        let owner = by_address(call, &address.to_lowercase())?.unwrap_or_default();
        users.retain(|user| user["id"] == owner["id"]);
    } else if let Some(part) = text("username") {
        users.retain(|user| contains(user, "username", &part.to_lowercase()));
    } else if let Some(part) = text("fullName") {
        users.retain(|user| contains(user, "fullName", part));
    } else {
        for field in ["createdAt", "updatedAt"] {
            users.retain(|user| search[field].is_null() || search[field] == user[field]);
        }
    }
    Ok(users)
}

/// Signs a user up. The first of a platform administers it; those who follow need an invite unless the platform is
/// open to everybody. All invites to the address are taken up with the one whose token is sent.
pub(super) fn create(call: &Write<'_>) -> Answer {
    let settings = Settings::of(call.rows)?;
    let address = call.text("email").to_lowercase();
    let username = call.arguments["username"].as_str().unwrap_or(&address);
    let invites = match call.arguments["inviteToken"].as_str() {
        Some(token) if !token.is_empty() => invites::redeem(call, token, &address)?,
        _ => Vec::new(),
    };
    let is_first = call.rows.all(Kind::Users)?.is_empty();
    if !is_first && !settings.public_signups && invites.is_empty() {
        return Err(Refusal::coded(
            "PUBLIC_SIGNUPS_DISABLED",
            "Public sign ups are disabled, a valid inviteToken is required to login to the platform. Public sign ups can be enabled via configuration change.",
        ));
    }
    require_free_address(call, &address)?;
    if !call.find(Kind::Users, "username", username)?.is_empty() {
        return Err(address_in_use());
    }

    let is_active = !settings.email_confirmation || !invites.is_empty();
    let user = call.create(
        Kind::Users,
        json!({
            // A user who was invited has the id of the invite, that to the platform first.
            "id": invites::first(&invites).map(id),
            "username": username,
            "fullName": call.arguments["profile"]["fullName"].as_str(),
            "status": if is_active { "active" } else { "pending" },
        }),
    )?;
    let token = if is_active { None } else { Some(identifier::key()?) };
    call.create(
        Kind::Emails,
        json!({
            "userId": user["id"],
            "address": address,
            "primary": true,
            "verified": is_active,
            "token": token,
        }),
    )?;
    if let Some(token) = token {
        letter::send(call, &address, Purpose::Confirmation, &token)?;
    }
    call.create(
        Kind::Credentials,
        json!({ "userId": user["id"], "password": password::hash(call.text("password"))? }),
    )?;
    if is_first {
        role_bindings::bind_system(call, &user, "SYSTEM_ADMIN")?;
    }
    for invite in &invites {
        invites::accept(call, invite, &user)?;
    }
    auth_user(call, user)
}

pub(super) fn update_self(call: &Write<'_>) -> Answer {
    let Identity::User(user) = &call.caller.identity else {
        return Err(Refusal::not_found());
    };
    let mut user = user.clone();
    update_texts(&mut user, &call.arguments["payload"], &["fullName"])?;
    call.save(Kind::Users, user)
}

/// Removes a user with everything that is theirs, but not the service accounts that they made.
pub(super) fn remove(call: &Write<'_>) -> Answer {
    let user = call.row(Kind::Users, call.text("userUuid"))?;
    let user_id = id(&user);
    role_bindings::require_other_administrator(call, |binding| binding["userId"] == user_id)?;
    for kind in [Kind::Emails, Kind::Credentials, Kind::RoleBindings] {
        call.remove_all(kind, "userId", user_id)?;
    }
    call.rows.remove(Kind::Users, user_id)?;
    Ok(id_alone(&user))
}
