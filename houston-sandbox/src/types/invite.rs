//! `Invite`.

use super::Derived;
use crate::store::Row;

pub(super) fn derive(field: &str, row: &Row) -> Derived {
    Ok(match field {
        "uuid" => Some(row["id"].clone()),
        // Invites to the platform have none, and the server shows this one.
        "role" if row["role"].is_null() => Some("WORKSPACE_ADMIN".into()),
        _ => None,
    })
}
