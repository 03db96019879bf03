//! The operations that the sandbox serves: a line each, and a function in the file of its domain.

mod deployments;
mod platform;
mod role_bindings;
mod service_accounts;
mod users;
mod workspaces;

use crate::call::{Answer, Read, Write};

/// How an operation is run. The caller's permission is checked before, by [`Caller::check`](crate::caller::Caller).
pub(crate) enum Operation {
    Read(fn(&Read<'_>) -> Answer),
    /// Within a transaction of its own, which is kept if the answer is not a refusal.
    Write(fn(&Write<'_>) -> Answer),
}

/// The operation of this name, unless it is not served.
pub(crate) fn find(name: &str) -> Option<Operation> {
    use Operation::{Read, Write};
    Some(match name {
        "appConfig" => Read(platform::app_config),

        "self" => Read(users::current),
        "users" => Read(users::users),
        "createSystemRoleBinding" => Write(role_bindings::create_system),
        "deleteSystemRoleBinding" => Write(role_bindings::delete_system),

        "workspace" => Read(workspaces::workspace),
        "workspaces" => Read(workspaces::workspaces),
        "createWorkspace" => Write(workspaces::create),
        "updateWorkspace" => Write(workspaces::update),
        "deleteWorkspace" => Write(workspaces::delete),

        "deployment" => Read(deployments::deployment),
        "deployments" => Read(deployments::deployments),
        "workspaceDeployment" => Read(deployments::workspace_deployment),
        "workspaceDeployments" => Read(deployments::workspace_deployments),
        "createDeployment" => Write(deployments::create),
        "updateDeployment" => Write(deployments::update),
        "deleteDeployment" => Write(deployments::delete),

        "serviceAccounts" => Read(service_accounts::service_accounts),
        "workspaceServiceAccount" => Read(service_accounts::of_workspace),
        "workspaceServiceAccounts" => Read(service_accounts::all_of_workspace),
        "deploymentServiceAccount" => Read(service_accounts::of_deployment),
        "deploymentServiceAccounts" => Read(service_accounts::all_of_deployment),
        "createServiceAccount" => Write(service_accounts::create),
        "createSystemServiceAccount" => Write(service_accounts::create_system),
        "createWorkspaceServiceAccount" => Write(service_accounts::create_for_workspace),
        "createDeploymentServiceAccount" => Write(service_accounts::create_for_deployment),
        "deleteServiceAccount" => Write(service_accounts::delete),
        "deleteSystemServiceAccount" => Write(service_accounts::delete_system),
        "deleteWorkspaceServiceAccount" => Write(service_accounts::delete_of_workspace),
        "deleteDeploymentServiceAccount" => Write(service_accounts::delete_of_deployment),
        _ => return None,
    })
}
