//! Users of a deployment.

use super::{emails::by_address, role_bindings, users::matching, workspace_users::with_role_in};
use crate::{
    call::{Answer, Read, Write, id},
    refusal::Refusal,
    store::{Kind, Row},
};

/// The users who have a role of their own in a deployment: those of its workspace are not among them.
pub(super) fn deployment_users(call: &Read<'_>) -> Answer {
    let deployment = call.deployment(call.text("deploymentId"))?;
    Ok(matching(call, with_role_in(call, "deploymentId", id(&deployment))?)?.into())
}

pub(super) fn add_role(call: &Write<'_>) -> Answer {
    let role = deployment_role(call)?;
    let (deployment, user) = named(call)?;
    if !call.bindings_of(id(&user), "deploymentId", id(&deployment))?.is_empty() {
        return Err(role_bindings::duplicate());
    }
    call.bind(("userId", id(&user)), role, "deploymentId", &deployment["id"])
}

pub(super) fn update_role(call: &Write<'_>) -> Answer {
    let role = deployment_role(call)?;
    let mut binding = binding(call)?;
    binding["role"] = role.into();
    call.save(Kind::RoleBindings, binding)
}

pub(super) fn remove_role(call: &Write<'_>) -> Answer {
    let binding = binding(call)?;
    call.rows.remove(Kind::RoleBindings, id(&binding))?;
    Ok(binding)
}

fn binding(call: &Write<'_>) -> Answer {
    let (deployment, user) = named(call)?;
    let found = call.bindings_of(id(&user), "deploymentId", id(&deployment))?.pop();
    found.ok_or_else(role_bindings::absent)
}

/// The deployment and the user that the arguments name. An id must be that of the user with the address.
fn named(call: &Write<'_>) -> Result<(Row, Row), Refusal> {
    let deployment = call.deployment(call.text("deploymentId"))?;
    let user = by_address(call, &call.text("email").to_lowercase())?;
    let wanted = &call.arguments["userId"];
    let user = user.filter(|user| wanted.is_null() || user["id"] == *wanted);
    Ok((deployment, user.ok_or_else(Refusal::not_found)?))
}

fn deployment_role<'c>(call: &'c Write<'_>) -> Result<&'c str, Refusal> {
    let role = call.text("role");
    if role.starts_with("DEPLOYMENT_") {
        Ok(role)
    } else {
        Err(Refusal::input("invalid deployment role"))
    }
}
