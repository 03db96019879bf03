//! Invites to the platform and to workspaces.

use serde_json::{Value, json};

use super::emails::require_free_address;
use crate::{
    call::{Answer, Call, Read, Write, id, id_alone, is_live},
    caller::Scope,
    identifier,
    letter::{self, Purpose},
    refusal::Refusal,
    store::{Kind, Row, Rows},
};

pub(super) fn invites(call: &Read<'_>) -> Answer {
    Ok(matching(call, call.rows.all(Kind::Invites)?).into())
}

pub(super) fn of_workspace(call: &Read<'_>) -> Answer {
    let workspace = call.row(Kind::Workspaces, call.text("workspaceUuid"))?;
    Ok(matching(call, call.find(Kind::Invites, "workspaceId", id(&workspace))?).into())
}

/// Invites somebody to the platform.
pub(super) fn invite(call: &Write<'_>) -> Answer {
    let address = call.text("email").to_lowercase();
    require_free_address(call, &address)?;
    // One to a workspace is enough.
    if !call.find(Kind::Invites, "email", &address)?.is_empty() {
        return Err(already_invited());
    }
    let invite = create(call, json!({ "email": address }))?;
    let mut answer = id_alone(&invite);
    answer["token"] = invite["token"].clone();
    Ok(answer)
}

/// Revokes an invite.
///
/// The server lets every signed-in account revoke any. Here it takes what it takes to send that invite, and an
/// invite to another workspace than the one that is named is not found.
pub(super) fn delete(call: &Write<'_>) -> Answer {
    let wanted = call.arguments["inviteUuid"].as_str();
    let invite = call.row(Kind::Invites, wanted.ok_or_else(|| Refusal::missing("inviteUuid"))?)?;
    match invite["workspaceId"].as_str() {
        Some(workspace) => call.require(&[
            ("workspace.iam.update", Scope::Workspace(workspace)),
            ("system.iam.update", Scope::System),
        ])?,
        None => call.require(&[("system.user.invite", Scope::System)])?,
    }
    let workspace = &call.arguments["workspaceUuid"];
    if !workspace.is_null() && *workspace != invite["workspaceId"] {
        return Err(Refusal::not_found());
    }
    call.rows.remove(Kind::Invites, id(&invite))?;
    Ok(id_alone(&invite))
}

/// Invites somebody to a workspace, with a role there and perhaps in deployments.
pub(super) fn invite_to_workspace(
    call: &Write<'_>,
    workspace: &Row,
    address: &str,
    deployment_roles: &Value,
) -> Result<(), Refusal> {
    let open = call.find(Kind::Invites, "email", address)?;
    if open.iter().any(|invite| invite["workspaceId"] == workspace["id"]) {
        return Err(already_invited());
    }
    let role = call.text("role");
    create(
        call,
        json!({
            "email": address,
            "workspaceId": workspace["id"],
            "role": role,
            "deploymentRoles": deployment_roles,
        }),
    )?;
    Ok(())
}

/// All invites to an address, if the token is that of one of them. They are gone with that.
pub(super) fn redeem(call: &Write<'_>, token: &str, address: &str) -> Result<Vec<Row>, Refusal> {
    let invite = call.find(Kind::Invites, "token", token)?.pop();
    let invite = invite.ok_or_else(|| Refusal::input("Invite token not found"))?;
    if invite["email"] != address {
        return Err(Refusal::coded(
            "INVITE_EMAIL_NOT_MATCH",
            "This email is not associated with the specified invite token",
        ));
    }
    let invites = call.find(Kind::Invites, "email", address)?;
    call.remove_all(Kind::Invites, "email", address)?;
    Ok(invites)
}

/// The invite to the platform, else the oldest.
pub(super) fn first(invites: &[Row]) -> Option<&Row> {
    invites.iter().find(|invite| invite["workspaceId"].is_null()).or(invites.first())
}

/// Gives a new user the roles of an invite, as far as what they are for is still there.
pub(super) fn accept(call: &Write<'_>, invite: &Row, user: &Row) -> Result<(), Refusal> {
    let account = ("userId", id(user));
    let workspace = &invite["workspaceId"];
    if let (Some(role), Some(entity)) = (invite["role"].as_str(), workspace.as_str())
        && call.rows.get(Kind::Workspaces, entity)?.is_some()
    {
        call.bind(account, role, "workspaceId", workspace)?;
    }
    for given in invite["deploymentRoles"].as_array().into_iter().flatten() {
        if let (Some(role), Some(entity)) = (given["role"].as_str(), given["deploymentId"].as_str())
            && call.rows.get(Kind::Deployments, entity)?.is_some_and(|row| is_live(&row))
        {
            call.bind(account, role, "deploymentId", &given["deploymentId"])?;
        }
    }
    Ok(())
}

fn create(call: &Write<'_>, mut invite: Row) -> Answer {
    let token = identifier::key()?;
    let address = invite["email"].as_str().unwrap_or_default().to_owned();
    invite["token"] = token.as_str().into();
    letter::send(call, &address, Purpose::Invite, &token)?;
    call.create(Kind::Invites, invite)
}

fn already_invited() -> Refusal {
    Refusal::coded("USER_ALREADY_INVITED", "User already invited")
}

/// Those of the invites that the argument `invite` asks for. As on the server an id counts alone.
fn matching<R>(call: &Call<'_, R>, mut invites: Vec<Row>) -> Vec<Row> {
    let search = &call.arguments["invite"];
    if let Some(wanted) = search["inviteUuid"].as_str() {
        invites.retain(|invite| invite["id"] == wanted);
    } else if let Some(part) = search["email"].as_str() {
        let part = part.to_lowercase();
        invites.retain(|invite| invite["email"].as_str().is_some_and(|all| all.contains(&part)));
    }
    invites
}
