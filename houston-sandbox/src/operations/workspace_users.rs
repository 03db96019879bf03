//! Users of a workspace.

use serde_json::Value;

use super::{emails::by_address, invites, role_bindings, users::matching};
use crate::{
    call::{Answer, Read, Write, id},
    refusal::Refusal,
    store::{Kind, Row, Rows},
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
    users.pop().ok_or_else(Refusal::not_found)
}

/// Gives a user a role in a workspace, or invites whoever has no account yet.
///
/// The server gives a second role to a user who has one, and cannot change either of them after that. Here the
/// second is refused.
pub(super) fn add(call: &Write<'_>) -> Answer {
    let address = call.text("email").to_lowercase();
    let (role, deployment_roles) = (workspace_role(call)?, &call.arguments["deploymentRoles"]);
    let workspace = call.row(Kind::Workspaces, call.text("workspaceUuid"))?;
    require_own_deployments(call, &workspace, deployment_roles)?;
    let Some(user) = by_address(call, &address)? else {
        invites::invite_to_workspace(call, &workspace, &address, deployment_roles)?;
        return Ok(workspace);
    };
    let user = id(&user);
    if !call.bindings_of(user, "workspaceId", id(&workspace))?.is_empty() {
        return Err(role_bindings::duplicate());
    }
    call.bind(("userId", user), role, "workspaceId", &workspace["id"])?;
    for given in deployment_roles.as_array().into_iter().flatten() {
        let (role, deployment) =
            (given["role"].as_str().unwrap_or_default(), &given["deploymentId"]);
        let deployment_id = deployment.as_str().unwrap_or_default();
        if !call.bindings_of(user, "deploymentId", deployment_id)?.is_empty() {
            return Err(role_bindings::duplicate());
        }
        call.bind(("userId", user), role, "deploymentId", deployment)?;
    }
    Ok(workspace)
}

/// Takes a user's roles in a workspace and in its deployments. It is not an error if there are none.
pub(super) fn remove(call: &Write<'_>) -> Answer {
    let workspace = call.row(Kind::Workspaces, call.text("workspaceUuid"))?;
    let user = call.text("userUuid");
    let mut bindings = call.bindings_of(user, "workspaceId", id(&workspace))?;
    for deployment in call.deployments_of(id(&workspace))? {
        bindings.extend(call.bindings_of(user, "deploymentId", id(&deployment))?);
    }
    for binding in bindings {
        call.rows.remove(Kind::RoleBindings, id(&binding))?;
    }
    Ok(workspace)
}

/// Changes the role of a user, or that of an open invite. Capitals in the address count.
pub(super) fn update_role(call: &Write<'_>) -> Answer {
    let (address, workspace) = (call.text("email"), call.text("workspaceUuid"));
    let role = workspace_role(call)?;
    if let Some(user) = by_address(call, address)?
        && let Some(mut binding) = call.bindings_of(id(&user), "workspaceId", workspace)?.pop()
    {
        binding["role"] = role.into();
        call.save(Kind::RoleBindings, binding)?;
        return Ok(role.into());
    }
    let invites = call.find(Kind::Invites, "email", address)?;
    let mut invite = invites
        .into_iter()
        .find(|invite| invite["workspaceId"] == workspace)
        .ok_or_else(Refusal::not_found)?;
    invite["role"] = role.into();
    call.save(Kind::Invites, invite)?;
    Ok(role.into())
}

fn found(call: &Read<'_>) -> Result<Vec<Row>, Refusal> {
    let workspace = call.row(Kind::Workspaces, call.text("workspaceUuid"))?;
    matching(call, with_role_in(call, "workspaceId", id(&workspace))?)
}

/// The users who have a role in what a field of role bindings names.
pub(super) fn with_role_in(
    call: &Read<'_>,
    field: &str,
    entity: &str,
) -> Result<Vec<Row>, Refusal> {
    let mut users: Vec<Row> = Vec::new();
    for binding in call.find(Kind::RoleBindings, field, entity)? {
        let Some(user) = binding["userId"].as_str() else {
            continue;
        };
        if !users.iter().any(|one| one["id"] == user) {
            users.extend(call.rows.get(Kind::Users, user)?);
        }
    }
    Ok(users)
}

fn workspace_role<'c>(call: &'c Write<'_>) -> Result<&'c str, Refusal> {
    let role = call.text("role");
    if role.starts_with("WORKSPACE_") {
        Ok(role)
    } else {
        Err(Refusal::input("invalid workspace role"))
    }
}

/// Whoever may give roles in a workspace may do so in its deployments, once in each, and in no others.
fn require_own_deployments(
    call: &Write<'_>,
    workspace: &Row,
    roles: &Value,
) -> Result<(), Refusal> {
    let roles = roles.as_array().map(Vec::as_slice).unwrap_or_default();
    for (index, given) in roles.iter().enumerate() {
        if !given["role"].as_str().is_some_and(|role| role.starts_with("DEPLOYMENT_")) {
            return Err(Refusal::input("invalid deployment role"));
        }
        let deployment = call.deployment(given["deploymentId"].as_str().unwrap_or_default())?;
        if deployment["workspaceId"] != workspace["id"] {
            return Err(Refusal::not_found());
        }
        if roles[..index].iter().any(|one| one["deploymentId"] == given["deploymentId"]) {
            return Err(role_bindings::duplicate());
        }
    }
    Ok(())
}
