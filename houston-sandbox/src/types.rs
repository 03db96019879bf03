//! Fields that are derived rather than stored, a file for each type that has some.

mod deployment;
mod invite;
mod role_binding;
mod service_account;
mod user;
mod workspace;

pub(crate) use deployment::variables;
use serde_json::Value;

use crate::{
    call::{ID_ALONE, Read},
    refusal::Refusal,
    store::{Kind, Row, Rows},
};

/// The domain that the sandbox's platform would have.
pub(crate) const BASE_DOMAIN: &str = "sandbox.localhost";

/// A derived field's value, or nothing where the row's own field of that name counts.
type Derived = Result<Option<Value>, Refusal>;

/// Derives a field of an object, if it is one that is derived.
pub(crate) fn derive(ty: &str, field: &str, row: &Row, call: &Read<'_>) -> Derived {
    if row[ID_ALONE] == true {
        return Ok(None);
    }
    match ty {
        "Deployment" => deployment::derive(field, row, call),
        "Email" => user::derive_email(field, row, call),
        "Invite" => invite::derive(field, row),
        "RoleBinding" => role_binding::derive(field, row, call),
        "ServiceAccount" => service_account::derive(field, row, call),
        "User" => user::derive(field, row, call),
        "Workspace" => workspace::derive(field, row, call),
        _ => Ok(None),
    }
}

/// The row that a field with an id in it refers to, or null: what it refers to may be deleted.
fn referred(call: &Read<'_>, kind: Kind, id: &Value) -> Derived {
    match id.as_str() {
        Some(id) => Ok(Some(call.rows.get(kind, id)?.unwrap_or_default())),
        None => Ok(Some(Value::Null)),
    }
}

/// The rows that refer to this one in `field`.
fn referring(call: &Read<'_>, kind: Kind, field: &str, row: &Row) -> Derived {
    Ok(Some(call.find(kind, field, row["id"].as_str().unwrap_or_default())?.into()))
}
