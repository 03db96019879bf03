//! `User` and its `Email`s.

use serde_json::{Value, json};

use super::{Derived, referred, referring};
use crate::{
    call::Read,
    caller::Scope,
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
        // Whoever has it can sign in as that user. The server shows it to everybody who sees the user.
        "token" => {
            let may = call.caller.roles(call.rows, Scope::System)?.may("system.user.verifyEmail");
            Ok(if may { None } else { Some(Value::Null) })
        }
        _ => Ok(None),
    }
}
