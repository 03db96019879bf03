//! Users, and the caller.

use super::emails::{address_in_use, by_address, require_free_address};
use super::{invites, role_bindings, texts};
use crate::accounts::caller::Caller;
use crate::accounts::password;
use crate::error::refusal::Refusal;
use crate::resolvers::call::{Call, Read, Write};
use crate::resolvers::output::{Answer, Output, id_alone};
use crate::resolvers::types::AuthUser;
use crate::store::letter::Purpose;
use crate::store::settings::Settings;
use crate::store::{
    Account, Credential, Email, Entity, RoleBinding, Row, Rows, Status, Time, User, identifier,
};

/// `self`. A service account has no user.
pub(super) fn current(call: &Read<'_>) -> Answer {
    let user = match call.caller {
        Caller::User(user) => Some(user.clone()),
        Caller::Anonymous | Caller::ServiceAccount(_) => None,
    };
    describe(call, call.caller, user)
}

/// The answer of the operations that sign a user in.
pub(super) fn auth_user(call: &Write<'_>, user: Row<User>) -> Answer {
    describe(call, &Caller::User(user.clone()), Some(user))
}

fn describe<R: Rows>(call: &Call<'_, R>, caller: &Caller, user: Option<Row<User>>) -> Answer {
    let is_admin = caller.roles(call.rows, Entity::System)?.hold("SYSTEM_ADMIN");
    Ok(Output::Object(Box::new(AuthUser { user, is_admin })))
}

pub(super) fn users(call: &Read<'_>) -> Answer {
    Ok(matching(call, call.rows.all()?)?.into())
}

/// Returns the users that match the argument `user`. As on the server, only the first of its fields is used.
pub(super) fn matching<R: Rows>(
    call: &Call<'_, R>,
    mut users: Vec<Row<User>>,
) -> Result<Vec<Row<User>>, Refusal> {
    let search = &call.arguments["user"];
    let text = |name: &str| search[name].as_str();
    if let Some(wanted) = text("userUuid").or(text("userId")) {
        users.retain(|user| user.id == wanted);
    } else if let Some(address) = text("email") {
        let owner = by_address(call, &address.to_lowercase())?.map(|owner| owner.id);
        users.retain(|user| owner.as_ref() == Some(&user.id));
    } else if let Some(part) = text("username") {
        users.retain(|user| user.username.contains(&part.to_lowercase()));
    } else if let Some(part) = text("fullName") {
        users.retain(|user| user.full_name.as_ref().is_some_and(|name| name.contains(part)));
    } else {
        let is_at =
            |field: &str, time: Time| search[field].is_null() || search[field] == time.to_string();
        users.retain(|user| {
            is_at("createdAt", user.created_at) && is_at("updatedAt", user.updated_at)
        });
    }
    Ok(users)
}

/// Signs a user up. The first user of a platform administers it. Later ones need an invite, unless the platform allows
/// public sign-ups. A token redeems all invites to its address.
pub(super) fn create(call: &Write<'_>) -> Answer {
    let settings = Settings::of(call.rows)?;
    let address = call.text("email").to_lowercase();
    let username = call.optional("username").unwrap_or(&address);
    let invites = match call.optional("inviteToken") {
        Some(token) if !token.is_empty() => invites::redeem(call, token, &address)?,
        _ => Vec::new(),
    };
    let is_first = call.rows.all::<User>()?.is_empty();
    if !is_first && !settings.public_signups && invites.is_empty() {
        return Err(Refusal::coded(
            "PUBLIC_SIGNUPS_DISABLED",
            "Public sign ups are disabled, a valid inviteToken is required to login to the platform. Public sign ups can be enabled via configuration change.",
        ));
    }
    require_free_address(call, &address)?;
    if !call.find(User::USERNAME, username)?.is_empty() {
        return Err(address_in_use());
    }

    let is_active = !settings.email_confirmation || !invites.is_empty();
    // An invited user gets the id of the invite, preferably of the one to the platform.
    let id = match invites::first(&invites) {
        Some(invite) => invite.id.clone(),
        None => identifier::id(call.now)?,
    };
    let user = User {
        username: username.to_owned(),
        full_name: call.arguments["profile"]["fullName"].as_str().map(str::to_owned),
        status: if is_active { Status::Active } else { Status::Pending },
    };
    let user = call.rows.create(id, call.now, user)?;
    let token = if is_active { None } else { Some(identifier::key()?) };
    if let Some(token) = &token {
        call.send(&address, Purpose::Confirmation, token)?;
    }
    call.create(Email {
        user_id: user.id.clone(),
        address,
        primary: true,
        verified: is_active,
        token,
    })?;
    call.create(Credential {
        user_id: user.id.clone(),
        password: password::hash(call.text("password"))?,
        reset_token: None,
    })?;
    let account = Account::User(&user.id);
    if is_first {
        call.bind(account, "SYSTEM_ADMIN", Entity::System)?;
    }
    for invite in &invites {
        invites::accept(call, invite, account)?;
    }
    auth_user(call, user)
}

pub(super) fn update_self(call: &Write<'_>) -> Answer {
    let Caller::User(user) = call.caller else {
        return Err(Refusal::not_found());
    };
    let mut user = user.clone();
    texts::update(&mut user.full_name, "fullName", &call.arguments["payload"])?;
    Ok(call.save(user)?.into())
}

/// Removes a user with all their rows, except the service accounts that they created.
pub(super) fn remove(call: &Write<'_>) -> Answer {
    let user = call.row::<User>(call.text("userUuid"))?;
    let account = Account::User(&user.id);
    role_bindings::require_other_administrator(call, |binding| binding.is_of(account))?;
    call.remove_all(Email::USER, &user.id)?;
    call.remove_all(Credential::USER, &user.id)?;
    call.remove_all(RoleBinding::USER, &user.id)?;
    call.rows.remove::<User>(&user.id)?;
    Ok(id_alone(&user))
}
