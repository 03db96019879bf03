//! Workspaces.

use jiff::SignedDuration;

use super::{service_accounts, texts};
use crate::resolvers::call::{Read, Write};
use crate::resolvers::output::{Answer, id_alone};
use crate::store::{Entity, Invite, RoleBinding, Time, Workspace};

/// How long the trial of a new workspace is.
const TRIAL: SignedDuration = SignedDuration::from_hours(14 * 24);

pub(super) fn workspace(call: &Read<'_>) -> Answer {
    Ok(call.row::<Workspace>(call.text("workspaceUuid"))?.into())
}

/// The workspaces in which the caller has a role. A system role does not show others.
pub(super) fn workspaces(call: &Read<'_>) -> Answer {
    let bindings = call.caller.bindings(call.rows)?;
    let ids = bindings.iter().filter_map(|binding| binding.workspace_id.as_deref());
    Ok(call.referred::<Workspace>(ids)?.into())
}

pub(super) fn create(call: &Write<'_>) -> Answer {
    let trial_ends = call.now.saturating_add(TRIAL).unwrap_or(call.now);
    let workspace = call.create(Workspace {
        label: call.text("label").to_owned(),
        description: call.optional("description").map(str::to_owned),
        active: true,
        trial_ends_at: Some(Time(trial_ends)),
        stripe_customer_id: None,
    })?;
    call.bind_caller("WORKSPACE_ADMIN", Entity::Workspace(&workspace.id))?;
    Ok(workspace.into())
}

pub(super) fn update(call: &Write<'_>) -> Answer {
    let mut workspace = call.row::<Workspace>(call.text("workspaceUuid"))?;
    let payload = &call.arguments["payload"];
    texts::update_label(&mut workspace.label, payload)?;
    texts::update(&mut workspace.description, "description", payload)?;
    Ok(call.save(workspace)?.into())
}

/// Removes a workspace with its role bindings, invites and service accounts. As on the server, its deployments stay,
/// without a workspace.
pub(super) fn delete(call: &Write<'_>) -> Answer {
    let id = call.text("workspaceUuid");
    let workspace = call.row::<Workspace>(id)?;
    service_accounts::remove_all_of(call, id)?;
    call.remove_all(RoleBinding::WORKSPACE, id)?;
    call.remove_all(Invite::WORKSPACE, id)?;
    call.rows.remove::<Workspace>(id)?;
    Ok(id_alone(&workspace))
}
