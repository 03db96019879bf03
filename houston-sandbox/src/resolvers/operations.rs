//! The operations that the sandbox serves, each with a function in the file of its domain.

mod airflow;
mod billing;
mod configuration;
mod deployment_users;
mod deployments;
mod emails;
mod invites;
mod monitoring;
mod platform;
mod role_bindings;
mod service_accounts;
mod sign_in;
mod texts;
mod users;
mod variables;
mod workspace_users;
mod workspaces;

use crate::resolvers::call::{Read, Write};
use crate::resolvers::output::Answer;
pub(crate) use monitoring::{Span, Stream};

/// How an operation runs. [`Caller::check`](crate::accounts::caller::Caller) checks the permission first.
pub(crate) enum Operation {
    Read(fn(&Read<'_>) -> Answer),
    /// In a separate transaction, which is committed unless the result is a refusal.
    Write(fn(&Write<'_>) -> Answer),
    /// Over a socket only.
    Stream(Stream),
}

/// Returns the operation with this name, if it is served.
pub(crate) fn find(name: &str) -> Option<Operation> {
    use Operation::{Read, Stream, Write};
    Some(match name {
        "airflowRelease" => Read(airflow::release),
        "airflowReleases" => Read(airflow::releases),
        "appConfig" => Read(platform::app_config),
        "deploymentConfig" => Read(platform::deployment_config),
        "updateAvailable" => Read(platform::update_available),

        "authConfig" => Read(sign_in::auth_config),
        "createToken" => Write(sign_in::create_token),
        "confirmEmail" => Write(sign_in::confirm_email),
        "verifyEmail" => Write(sign_in::verify_email),
        "resendConfirmation" => Write(sign_in::resend_confirmation),
        "forgotPassword" => Write(sign_in::forgot_password),
        "resetPassword" => Write(sign_in::reset_password),

        "self" => Read(users::current),
        "users" => Read(users::users),
        "email" => Read(emails::email),
        "createUser" => Write(users::create),
        "updateSelf" => Write(users::update_self),
        "removeUser" => Write(users::remove),

        "invites" => Read(invites::invites),
        "workspaceInvites" => Read(invites::of_workspace),
        "inviteUser" => Write(invites::invite),
        "deleteInviteToken" => Write(invites::delete),

        "workspaceUser" => Read(workspace_users::workspace_user),
        "workspaceUsers" => Read(workspace_users::workspace_users),
        "workspaceAddUser" => Write(workspace_users::add),
        "workspaceRemoveUser" => Write(workspace_users::remove),
        "workspaceUpdateUserRole" => Write(workspace_users::update_role),

        "deploymentUsers" => Read(deployment_users::deployment_users),
        "deploymentAddUserRole" => Write(deployment_users::add_role),
        "deploymentUpdateUserRole" => Write(deployment_users::update_role),
        "deploymentRemoveUserRole" => Write(deployment_users::remove_role),

        "createSystemRoleBinding" => Write(role_bindings::create_system),
        "deleteSystemRoleBinding" => Write(role_bindings::delete_system),

        "workspace" => Read(workspaces::workspace),
        "workspaces" => Read(workspaces::workspaces),
        "createWorkspace" => Write(workspaces::create),
        "updateWorkspace" => Write(workspaces::update),
        "deleteWorkspace" => Write(workspaces::delete),

        "card" => Read(billing::no_provider),
        "addCard" => Write(billing::no_provider),
        "updateCard" => Write(billing::no_provider),
        "suspendWorkspace" => Write(billing::suspend),
        "addCustomerId" => Write(billing::add_customer),
        "extendWorkspaceTrial" => Write(billing::extend_trial),

        "deployment" => Read(deployments::deployment),
        "deployments" => Read(deployments::deployments),
        "workspaceDeployment" => Read(deployments::workspace_deployment),
        "workspaceDeployments" => Read(deployments::workspace_deployments),
        "createDeployment" => Write(deployments::create),
        "updateDeployment" => Write(deployments::update),
        "deleteDeployment" => Write(deployments::delete),
        "deploymentAlertsUpdate" => Write(deployments::update_alerts),
        "updateDeploymentKedaConfig" => Write(deployments::update_keda),
        "updateDeploymentAirflow" => Write(airflow::update),
        "upgradeDeployment" => Write(airflow::upgrade),
        "deploymentVariables" => Read(variables::deployment_variables),
        "updateDeploymentVariables" => Write(variables::update),

        "logs" => Read(monitoring::logs),
        "log" => Stream(monitoring::LOG),
        "metrics" => Stream(monitoring::METRICS),
        "deploymentStatus" => Stream(monitoring::DEPLOYMENT_STATUS),

        "serviceAccounts" => Read(service_accounts::service_accounts),
        "workspaceServiceAccount" => Read(service_accounts::one_of_entity),
        "workspaceServiceAccounts" => Read(service_accounts::all_of_workspace),
        "deploymentServiceAccount" => Read(service_accounts::one_of_entity),
        "deploymentServiceAccounts" => Read(service_accounts::all_of_deployment),
        "createServiceAccount" => Write(service_accounts::create),
        "createSystemServiceAccount" => Write(service_accounts::create_in_entity),
        "createWorkspaceServiceAccount" => Write(service_accounts::create_in_entity),
        "createDeploymentServiceAccount" => Write(service_accounts::create_in_entity),
        "updateServiceAccount" => Write(service_accounts::update),
        "updateWorkspaceServiceAccount" => Write(service_accounts::update_in_entity),
        "updateDeploymentServiceAccount" => Write(service_accounts::update_in_entity),
        "deleteServiceAccount" => Write(service_accounts::delete),
        "deleteSystemServiceAccount" => Write(service_accounts::delete_in_entity),
        "deleteWorkspaceServiceAccount" => Write(service_accounts::delete_in_entity),
        "deleteDeploymentServiceAccount" => Write(service_accounts::delete_in_entity),
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_operation_of_the_schema_is_served() {
        let schema =
            apollo_compiler::Schema::parse(houston_schema::SDL, "houston.graphql").unwrap();
        for root in ["Query", "Mutation", "Subscription"] {
            for name in schema.get_object(root).unwrap().fields.keys() {
                let served = find(name).map(|operation| match operation {
                    Operation::Read(_) => "Query",
                    Operation::Write(_) => "Mutation",
                    Operation::Stream(_) => "Subscription",
                });
                assert_eq!(served, Some(root), "{name}");
            }
        }
    }
}
