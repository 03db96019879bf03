//! Roles of users in the system.

use serde_json::json;

use crate::{
    call::{Answer, Write},
    refusal::Refusal,
    store::{Kind, Row, Rows},
};

pub(super) fn create_system(call: &Write<'_>) -> Answer {
    let role = system_role(call)?;
    let user = call.row(Kind::Users, call.text("userId"))?;
    if binding(call, role)?.is_some() {
        return Err(Refusal::input("A duplicate role binding already exists"));
    }
    call.create(
        Kind::RoleBindings,
        json!({ "role": role, "userId": user["id"], "systemRoleOf": user["id"] }),
    )
}

/// Takes a role away, unless nobody would be left to give it back. Service accounts count as somebody.
pub(super) fn delete_system(call: &Write<'_>) -> Answer {
    let role = system_role(call)?;
    let binding = binding(call, role)?
        .ok_or_else(|| Refusal::input("The role binding does not exist for this user"))?;
    let others = call.rows.all(Kind::RoleBindings)?;
    let is_other_admin =
        |other: &Row| other["role"] == "SYSTEM_ADMIN" && other["id"] != binding["id"];
    if role == "SYSTEM_ADMIN" && !others.iter().any(is_other_admin) {
        return Err(Refusal::internal(
            "There are no other system administrators. Please assign another before removing yourself.",
        ));
    }
    call.rows.remove(Kind::RoleBindings, binding["id"].as_str().unwrap_or_default())?;
    Ok(binding)
}

fn system_role<'c>(call: &'c Write<'_>) -> Result<&'c str, Refusal> {
    let role = call.text("role");
    if role.starts_with("SYSTEM_") { Ok(role) } else { Err(Refusal::input("Invalid role")) }
}

/// The binding of the user that the arguments name to a role in the system.
fn binding(call: &Write<'_>, role: &str) -> Result<Option<Row>, Refusal> {
    let bindings = call.find(Kind::RoleBindings, "userId", call.text("userId"))?;
    Ok(bindings.into_iter().find(|binding| binding["role"] == role))
}
