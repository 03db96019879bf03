//! Invites to the platform and to workspaces.

use serde_json::json;

use super::emails::require_free_address;
use crate::error::refusal::Refusal;
use crate::resolvers::call::{Read, Write};
use crate::resolvers::output::{Answer, id_alone};
use crate::store::letter::Purpose;
use crate::store::{
    Account, Deployment, DeploymentRole, Entity, Invite, Row, Rows, Workspace, identifier,
};

pub(super) fn invites(call: &Read<'_>) -> Answer {
    Ok(matching(call, call.rows.all()?).into())
}

pub(super) fn of_workspace(call: &Read<'_>) -> Answer {
    let workspace = call.row::<Workspace>(call.text("workspaceUuid"))?;
    Ok(matching(call, call.find(Invite::WORKSPACE, &workspace.id)?).into())
}

/// Invites a user to the platform.
pub(super) fn invite(call: &Write<'_>) -> Answer {
    let address = call.text("email").to_lowercase();
    require_free_address(call, &address)?;
    // An invite to a workspace also counts.
    if !call.find(Invite::EMAIL, &address)?.is_empty() {
        return Err(already_invited());
    }
    let invite = create(call, Invite { email: address, ..Invite::default() })?;
    // As on the server, other fields are null.
    Ok(json!({ "id": invite.id, "token": invite.token }).into())
}

/// Revokes an invite.
///
/// The server lets every signed-in account revoke any invite. The sandbox requires the permission to send that invite,
/// and the invite must belong to the workspace in the arguments, if they have one.
pub(super) fn delete(call: &Write<'_>) -> Answer {
    let wanted = call.optional("inviteUuid").ok_or_else(|| Refusal::missing("inviteUuid"))?;
    let invite = call.row::<Invite>(wanted)?;
    match &invite.workspace_id {
        Some(workspace) => call.require_in(Entity::Workspace(workspace), "iam.update")?,
        None => call.require(&[("system.user.invite", Entity::System)])?,
    }
    let workspace = &call.arguments["workspaceUuid"];
    if !workspace.is_null() && *workspace != json!(invite.workspace_id) {
        return Err(Refusal::not_found());
    }
    call.rows.remove::<Invite>(&invite.id)?;
    Ok(id_alone(&invite))
}

/// Invites a user to a workspace, with a role in it and optional roles in its deployments.
pub(super) fn invite_to_workspace(
    call: &Write<'_>,
    workspace: &Row<Workspace>,
    address: &str,
    deployment_roles: Vec<DeploymentRole>,
) -> Result<(), Refusal> {
    let open = call.find(Invite::EMAIL, address)?;
    if open.iter().any(|invite| invite.workspace_id.as_ref() == Some(&workspace.id)) {
        return Err(already_invited());
    }
    let invite = Invite {
        email: address.to_owned(),
        workspace_id: Some(workspace.id.clone()),
        role: Some(call.text("role").to_owned()),
        deployment_roles: Some(deployment_roles),
        ..Invite::default()
    };
    create(call, invite)?;
    Ok(())
}

/// Removes and returns all invites to an address, if the token belongs to one of them.
pub(super) fn redeem(
    call: &Write<'_>,
    token: &str,
    address: &str,
) -> Result<Vec<Row<Invite>>, Refusal> {
    let invite = call.find(Invite::TOKEN, token)?.pop();
    let invite = invite.ok_or_else(|| Refusal::input("Invite token not found"))?;
    if invite.email != address {
        return Err(Refusal::coded(
            "INVITE_EMAIL_NOT_MATCH",
            "This email is not associated with the specified invite token",
        ));
    }
    let invites = call.find(Invite::EMAIL, address)?;
    call.remove_all(Invite::EMAIL, address)?;
    Ok(invites)
}

/// The invite to the platform, or else the oldest one.
pub(super) fn first(invites: &[Row<Invite>]) -> Option<&Row<Invite>> {
    invites.iter().find(|invite| invite.workspace_id.is_none()).or(invites.first())
}

/// Gives a new user the roles of an invite in entities that still exist.
pub(super) fn accept(
    call: &Write<'_>,
    invite: &Invite,
    account: Account<'_>,
) -> Result<(), Refusal> {
    if let (Some(role), Some(id)) = (&invite.role, &invite.workspace_id)
        && call.rows.get::<Workspace>(id)?.is_some()
    {
        call.bind(account, role, Entity::Workspace(id))?;
    }
    for DeploymentRole { deployment_id: id, role } in invite.deployment_roles.iter().flatten() {
        if call.rows.get::<Deployment>(id)?.is_some_and(|deployment| deployment.is_live()) {
            call.bind(account, role, Entity::Deployment(id))?;
        }
    }
    Ok(())
}

fn create(call: &Write<'_>, mut invite: Invite) -> Result<Row<Invite>, Refusal> {
    invite.token = identifier::key()?;
    call.send(&invite.email, Purpose::Invite, &invite.token)?;
    call.create(invite)
}

fn already_invited() -> Refusal {
    Refusal::coded("USER_ALREADY_INVITED", "User already invited")
}

/// Returns the invites that match the argument `invite`. As on the server, an id overrides its other fields.
fn matching(call: &Read<'_>, mut invites: Vec<Row<Invite>>) -> Vec<Row<Invite>> {
    let search = &call.arguments["invite"];
    if let Some(wanted) = search["inviteUuid"].as_str() {
        invites.retain(|invite| invite.id == wanted);
    } else if let Some(part) = search["email"].as_str() {
        let part = part.to_lowercase();
        invites.retain(|invite| invite.email.contains(&part));
    }
    invites
}
