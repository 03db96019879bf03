//! Users, and who the caller is.

use serde_json::{Value, json};

use crate::{
    call::{Answer, Read},
    caller::{Identity, Scope},
    store::{Kind, Rows},
};

/// `self`. A service account has no user.
pub(super) fn current(call: &Read<'_>) -> Answer {
    let user = match &call.caller.identity {
        Identity::User(row) => row.clone(),
        Identity::Anonymous | Identity::ServiceAccount(_) => Value::Null,
    };
    let is_admin = call.caller.roles(call.rows, Scope::System)?.hold("SYSTEM_ADMIN");
    Ok(json!({
        "user": user,
        "isAdmin": is_admin,
        "permissions": {},
        "authUserCapabilities": { "canSysAdmin": is_admin },
    }))
}

/// Argument of the search, and the field that it is compared with.
const SEARCH: [(&str, &str); 6] = [
    ("userUuid", "id"),
    ("userId", "id"),
    ("username", "username"),
    ("fullName", "fullName"),
    ("createdAt", "createdAt"),
    ("updatedAt", "updatedAt"),
];

pub(super) fn users(call: &Read<'_>) -> Answer {
    let search = &call.arguments["user"];
    let mut users = match search["email"].as_str() {
        None => call.rows.all(Kind::Users)?,
        Some(address) => call
            .find(Kind::Emails, "address", address)?
            .iter()
            .map(|email| call.row(Kind::Users, email["userId"].as_str().unwrap_or_default()))
            .collect::<Result<_, _>>()?,
    };
    users.retain(|user| {
        SEARCH.iter().all(|(name, field)| search[name].is_null() || search[name] == user[field])
    });
    Ok(users.into())
}
