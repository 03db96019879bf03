//! `User`, its `Email`s, and `AuthUser`.

use serde_json::json;

use super::{Derived, referred, referring};
use crate::{
    call::Read,
    refusal::Refusal,
    store::{Kind, Row},
};

pub(super) fn derive(field: &str, row: &Row, call: &Read<'_>) -> Derived {
    match field {
        "emails" => referring(call, Kind::Emails, "userId", row),
        "profile" => Ok(Some(json!([]))),
        "roleBindings" => referring(call, Kind::RoleBindings, "userId", row),
        _ => Ok(None),
    }
}

pub(super) fn derive_email(field: &str, row: &Row, call: &Read<'_>) -> Derived {
    match field {
        "user" => referred(call, Kind::Users, &row["userId"]),
        _ => Ok(None),
    }
}

pub(super) fn derive_auth_user(field: &str, row: &Row) -> Derived {
    match field {
        // The server's own words: it looks for the user of a service account.
        "token" if row["user"].is_null() => {
            Err(Refusal::internal("Cannot read property 'status' of null"))
        }
        "token" => Err(Refusal::not_served("AuthUser.token")),
        _ => Ok(None),
    }
}
