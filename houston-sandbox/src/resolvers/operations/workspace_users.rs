//! Users of a workspace.

use super::emails::by_address;
use super::users::matching;
use super::{invites, role_bindings};
use crate::error::refusal::Refusal;
use crate::resolvers::call::{Read, Write};
use crate::resolvers::output::Answer;
use crate::store::{
    Account, Deployment, DeploymentRole, Entity, Invite, RoleBinding, Row, User, Workspace,
};

pub(super) fn workspace_users(call: &Read<'_>) -> Answer {
    Ok(found(call)?.into())
}

pub(super) fn workspace_user(call: &Read<'_>) -> Answer {
    let mut users = found(call)?;
    if users.len() > 1 {
        return Err(Refusal::internal(
            "workspaceUser query unexpectedly returned more than a single user!",
        ));
    }
    Ok(users.pop().ok_or_else(Refusal::not_found)?.into())
}

/// Gives a user a role in a workspace, or invites an address without an account.
///
/// The server gives a second role to a user who has one, and then cannot change either. Here the second one is
/// refused.
pub(super) fn add(call: &Write<'_>) -> Answer {
    let address = call.text("email").to_lowercase();
    let role = call.role("WORKSPACE_", "invalid workspace role")?;
    let workspace = call.row::<Workspace>(call.text("workspaceUuid"))?;
    let deployment_roles = deployment_roles(call, &workspace)?;
    let Some(user) = by_address(call, &address)? else {
        invites::invite_to_workspace(call, &workspace, &address, deployment_roles)?;
        return Ok(workspace.into());
    };
    if !call.bindings_of(&user.id, RoleBinding::WORKSPACE, &workspace.id)?.is_empty() {
        return Err(role_bindings::duplicate());
    }
    call.bind(Account::User(&user.id), role, Entity::Workspace(&workspace.id))?;
    for DeploymentRole { deployment_id, role } in &deployment_roles {
        if !call.bindings_of(&user.id, RoleBinding::DEPLOYMENT, deployment_id)?.is_empty() {
            return Err(role_bindings::duplicate());
        }
        call.bind(Account::User(&user.id), role, Entity::Deployment(deployment_id))?;
    }
    Ok(workspace.into())
}

/// Removes a user's roles in a workspace and in its deployments. Having none is not an error.
pub(super) fn remove(call: &Write<'_>) -> Answer {
    let workspace = call.row::<Workspace>(call.text("workspaceUuid"))?;
    let user = call.text("userUuid");
    let mut bindings = call.bindings_of(user, RoleBinding::WORKSPACE, &workspace.id)?;
    for deployment in call.deployments(Deployment::WORKSPACE, &workspace.id)? {
        bindings.extend(call.bindings_of(user, RoleBinding::DEPLOYMENT, &deployment.id)?);
    }
    for binding in bindings {
        call.rows.remove::<RoleBinding>(&binding.id)?;
    }
    Ok(workspace.into())
}

/// Changes the role of a user, or that of an open invite. The address is case-sensitive.
pub(super) fn update_role(call: &Write<'_>) -> Answer {
    let (address, workspace) = (call.text("email"), call.text("workspaceUuid"));
    let role = call.role("WORKSPACE_", "invalid workspace role")?;
    if let Some(user) = by_address(call, address)?
        && let Some(mut binding) =
            call.bindings_of(&user.id, RoleBinding::WORKSPACE, workspace)?.pop()
    {
        role.clone_into(&mut binding.role);
        call.save(binding)?;
        return Ok(role.into());
    }
    let invites = call.find(Invite::EMAIL, address)?;
    let mut invite = invites
        .into_iter()
        .find(|invite| invite.workspace_id.as_deref() == Some(workspace))
        .ok_or_else(Refusal::not_found)?;
    invite.role = Some(role.to_owned());
    call.save(invite)?;
    Ok(role.into())
}

fn found(call: &Read<'_>) -> Result<Vec<Row<User>>, Refusal> {
    let workspace = call.row::<Workspace>(call.text("workspaceUuid"))?;
    matching(call, call.users_in(RoleBinding::WORKSPACE, &workspace.id)?)
}

/// Reads the argument `deploymentRoles`. A caller who is allowed to give roles in a workspace can give one role in each
/// of its deployments, and none elsewhere.
fn deployment_roles(
    call: &Write<'_>,
    workspace: &Row<Workspace>,
) -> Result<Vec<DeploymentRole>, Refusal> {
    let mut roles: Vec<DeploymentRole> = Vec::new();
    for given in call.arguments["deploymentRoles"].as_array().into_iter().flatten() {
        let text = |field: &str| given[field].as_str().unwrap_or_default().to_owned();
        let new = DeploymentRole { deployment_id: text("deploymentId"), role: text("role") };
        if !new.role.starts_with("DEPLOYMENT_") {
            return Err(Refusal::input("invalid deployment role"));
        }
        if call.deployment(&new.deployment_id)?.workspace_id != workspace.id {
            return Err(Refusal::not_found());
        }
        if roles.iter().any(|one| one.deployment_id == new.deployment_id) {
            return Err(role_bindings::duplicate());
        }
        roles.push(new);
    }
    Ok(roles)
}
