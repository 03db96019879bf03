//! `Workspace`.

use serde_json::{Value, json};

use crate::error::refusal::Refusal;
use crate::resolvers::call::Read;
use crate::resolvers::output::{Derived, Output, Resolve};
use crate::store::{Deployment, Entity, Invite, RoleBinding, Row, ServiceAccount, Workspace};

impl Resolve for Row<Workspace> {
    fn derive(&self, field: &str, call: &Read<'_>) -> Derived {
        Ok(Some(match field {
            "billingEnabled" => false.into(),
            "paywallEnabled" => paywall(self, call).into(),
            "invites" => invite(call, &self.id)?,
            "deployments" => call.deployments(Deployment::WORKSPACE, &self.id)?.into(),
            "properties" => json!({}).into(),
            "roleBindings" => call.find(RoleBinding::WORKSPACE, &self.id)?.into(),
            "serviceAccounts" => call.find(ServiceAccount::ENTITY, &self.id)?.into(),
            "users" => call.users_in(RoleBinding::WORKSPACE, &self.id)?.into(),
            "workspaceCapabilities" => capabilities(call, &self.id)?.into(),
            _ => return Ok(None),
        }))
    }
}

/// Whether the workspace is suspended, or its trial has ended and it has no customer.
fn paywall(workspace: &Workspace, call: &Read<'_>) -> bool {
    let trial_is_over = workspace.trial_ends_at.is_some_and(|ends| ends.0 <= call.now);
    !workspace.active || trial_is_over && workspace.stripe_customer_id.is_none()
}

/// The oldest open invite. It contains a token, so only callers who are allowed to list invites see it.
fn invite(call: &Read<'_>, id: &str) -> Result<Output, Refusal> {
    if call.require_in(Entity::Workspace(id), "invites.get").is_err() {
        return Ok(Output::Json(Value::Null));
    }
    Ok(call.find(Invite::WORKSPACE, id)?.into_iter().next().into())
}

fn capabilities(call: &Read<'_>, id: &str) -> Result<Value, Refusal> {
    let roles = call.caller.roles(call.rows, Entity::Workspace(id))?;
    let may = |permission| roles.may(permission);
    Ok(json!({
        "canCreateDeployment": may("workspace.deployments.create"),
        "canCreateServiceAccount": may("workspace.serviceAccounts.create"),
        "canDeleteServiceAccount": may("workspace.serviceAccounts.delete"),
        "canDeleteUser": may("workspace.iam.update"),
        "canDeleteWorkspace": may("workspace.config.delete"),
        "canInviteUser": may("workspace.iam.update"),
        "canUpdateBilling": may("workspace.billing.update"),
        "canUpdateIAM": may("workspace.iam.update"),
        "canUpdateServiceAccount": may("workspace.serviceAccounts.update"),
        "canUpdateUser": may("workspace.iam.update"),
        "canUpdateWorkspace": may("workspace.config.update"),
    }))
}
