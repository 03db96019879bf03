//! Users of a deployment.

use super::emails::by_address;
use super::role_bindings;
use super::users::matching;
use crate::error::refusal::Refusal;
use crate::resolvers::call::{Read, Write};
use crate::resolvers::output::Answer;
use crate::store::{Account, Deployment, Entity, RoleBinding, Row, User};

/// The users with a role in the deployment itself, not those with a role in its workspace only.
pub(super) fn deployment_users(call: &Read<'_>) -> Answer {
    let deployment = call.deployment(call.text("deploymentId"))?;
    Ok(matching(call, call.users_in(RoleBinding::DEPLOYMENT, &deployment.id)?)?.into())
}

pub(super) fn add_role(call: &Write<'_>) -> Answer {
    let role = call.role("DEPLOYMENT_", "invalid deployment role")?;
    let (deployment, user) = named(call)?;
    if !call.bindings_of(&user.id, RoleBinding::DEPLOYMENT, &deployment.id)?.is_empty() {
        return Err(role_bindings::duplicate());
    }
    Ok(call.bind(Account::User(&user.id), role, Entity::Deployment(&deployment.id))?.into())
}

pub(super) fn update_role(call: &Write<'_>) -> Answer {
    let role = call.role("DEPLOYMENT_", "invalid deployment role")?;
    let mut binding = binding(call)?;
    role.clone_into(&mut binding.role);
    Ok(call.save(binding)?.into())
}

pub(super) fn remove_role(call: &Write<'_>) -> Answer {
    let binding = binding(call)?;
    call.rows.remove::<RoleBinding>(&binding.id)?;
    Ok(binding.into())
}

fn binding(call: &Write<'_>) -> Result<Row<RoleBinding>, Refusal> {
    let (deployment, user) = named(call)?;
    let found = call.bindings_of(&user.id, RoleBinding::DEPLOYMENT, &deployment.id)?.pop();
    found.ok_or_else(role_bindings::absent)
}

/// Returns the deployment and the user in the arguments. The id and the address must belong to the same user.
fn named(call: &Write<'_>) -> Result<(Row<Deployment>, Row<User>), Refusal> {
    let deployment = call.deployment(call.text("deploymentId"))?;
    let user = by_address(call, &call.text("email").to_lowercase())?;
    let wanted = &call.arguments["userId"];
    let user = user.filter(|user| wanted.is_null() || user.id == *wanted);
    Ok((deployment, user.ok_or_else(Refusal::not_found)?))
}
