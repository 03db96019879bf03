//! The tables of the store, and the fields of their rows.

use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

use super::table::{Index, Table, table};
use crate::store::letter::Letter;
use crate::store::settings::Settings;
use crate::store::{Time, json};

#[derive(Clone, Debug, Default, Deserialize, Serialize)]
#[serde(rename_all = "camelCase", default)]
pub(crate) struct User {
    pub(crate) username: String,
    pub(crate) full_name: Option<String>,
    pub(crate) status: Status,
}

table!(User in "users" {
    USERNAME "username" |user| Some(&user.username);
});

/// Whether the address of a user is confirmed.
#[derive(Clone, Copy, Debug, Default, Deserialize, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub(crate) enum Status {
    #[default]
    Pending,
    Active,
}

#[derive(Clone, Debug, Default, Deserialize, Serialize)]
#[serde(rename_all = "camelCase", default)]
pub(crate) struct Email {
    pub(crate) user_id: String,
    pub(crate) address: String,
    pub(crate) primary: bool,
    pub(crate) verified: bool,
    /// The token that confirms the address.
    pub(crate) token: Option<String>,
}

table!(Email in "emails" {
    USER "userId" |email| Some(&email.user_id);
    ADDRESS "address" |email| Some(&email.address);
    TOKEN "token" |email| email.token.as_deref();
});

/// The password of a user.
#[derive(Clone, Debug, Default, Deserialize, Serialize)]
#[serde(rename_all = "camelCase", default)]
pub(crate) struct Credential {
    pub(crate) user_id: String,
    /// Its hash.
    pub(crate) password: String,
    pub(crate) reset_token: Option<String>,
}

table!(Credential in "credentials" {
    USER "userId" |credential| Some(&credential.user_id);
    RESET_TOKEN "resetToken" |credential| credential.reset_token.as_deref();
});

#[derive(Clone, Debug, Default, Deserialize, Serialize)]
#[serde(rename_all = "camelCase", default)]
pub(crate) struct Workspace {
    pub(crate) label: String,
    pub(crate) description: Option<String>,
    pub(crate) active: bool,
    pub(crate) trial_ends_at: Option<Time>,
    pub(crate) stripe_customer_id: Option<String>,
}

table!(Workspace in "workspaces" {});

#[derive(Clone, Debug, Default, Deserialize, Serialize)]
#[serde(rename_all = "camelCase", default)]
pub(crate) struct Deployment {
    pub(crate) workspace_id: String,
    pub(crate) label: String,
    pub(crate) description: Option<String>,
    #[serde(rename = "type")]
    pub(crate) ty: String,
    pub(crate) release_name: String,
    /// The version of Airflow's chart.
    pub(crate) version: Option<String>,
    pub(crate) airflow_version: String,
    /// Equal to `airflow_version` unless an upgrade is pending.
    pub(crate) desired_airflow_version: String,
    pub(crate) cloud_role: Option<String>,
    /// An object; the platform uses its fields `executor`, `scheduler`, `webserver` and `workers`.
    #[serde(deserialize_with = "json::deserialize")]
    pub(crate) config: Value,
    /// An object with `extra_au` and `component_version`.
    #[serde(deserialize_with = "json::deserialize")]
    pub(crate) properties: Value,
    pub(crate) alert_emails: Vec<String>,
    pub(crate) environment_variables: Vec<Variable>,
    pub(crate) deleted_at: Option<Time>,
    /// When a change last restarted its pods.
    pub(crate) restarted_at: Option<Time>,
    /// The status that it reaches at the end of each start.
    pub(crate) becomes: Health,
}

/// A status of a deployment, a `DeploymentStatusType`, in the order of a start.
#[derive(Clone, Copy, Debug, Default, Deserialize, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "UPPERCASE")]
pub(crate) enum Health {
    Unknown,
    Deploying,
    Unhealthy,
    #[default]
    Healthy,
}

table!(Deployment in "deployments" {
    WORKSPACE "workspaceId" |deployment| Some(&deployment.workspace_id);
    LABEL "label" |deployment| Some(&deployment.label);
    RELEASE_NAME "releaseName" |deployment| Some(&deployment.release_name);
});

impl Deployment {
    /// Creates a deployment with these versions or those of the settings.
    pub(crate) fn new(
        settings: &Settings,
        release_name: String,
        version: Option<&str>,
        airflow_version: Option<&str>,
    ) -> Deployment {
        let airflow_version = airflow_version.unwrap_or(settings.airflow_version());
        Deployment {
            ty: "airflow".to_owned(),
            release_name,
            version: Some(version.unwrap_or(&settings.chart_version).to_owned()),
            airflow_version: airflow_version.to_owned(),
            desired_airflow_version: airflow_version.to_owned(),
            config: json!({}),
            properties: json!({}),
            ..Deployment::default()
        }
    }

    /// Whether it is not deleted.
    pub(crate) fn is_live(&self) -> bool {
        self.deleted_at.is_none()
    }

    /// Whether its pods differ from those of another, so that a change from one to the other restarts them. Texts, alerts
    /// and quotas are not part of a pod.
    pub(crate) fn has_other_pods(&self, other: &Deployment) -> bool {
        self.config != other.config
            || self.environment_variables != other.environment_variables
            || self.version != other.version
            || self.cloud_role != other.cloud_role
    }

    pub(crate) fn executor(&self) -> &str {
        self.config["executor"].as_str().unwrap_or_default()
    }
}

/// An environment variable of a deployment.
#[derive(Clone, Debug, Default, Deserialize, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase", default)]
pub(crate) struct Variable {
    pub(crate) key: String,
    pub(crate) value: String,
    pub(crate) is_secret: bool,
}

#[derive(Clone, Debug, Default, Deserialize, Serialize)]
#[serde(rename_all = "camelCase", default)]
pub(crate) struct ServiceAccount {
    pub(crate) label: String,
    pub(crate) category: Option<String>,
    pub(crate) api_key: String,
    pub(crate) active: bool,
    /// `WORKSPACE` or `DEPLOYMENT`. Accounts of the system are stored as the server shows them: `DEPLOYMENT`, without
    /// an id.
    pub(crate) entity_type: String,
    pub(crate) entity_uuid: Option<String>,
    pub(crate) workspace_uuid: Option<String>,
    pub(crate) deployment_uuid: Option<String>,
}

table!(ServiceAccount in "service_accounts" {
    API_KEY "apiKey" |account| Some(&account.api_key);
    ENTITY "entityUuid" |account| account.entity_uuid.as_deref();
    LABEL "label" |account| Some(&account.label);
});

impl ServiceAccount {
    /// Creates an active account of an entity, with all other fields empty.
    pub(crate) fn of(entity: Entity<'_>) -> ServiceAccount {
        let (workspace, deployment) = match entity {
            Entity::System => (None, None),
            Entity::Workspace(id) => (Some(id.to_owned()), None),
            Entity::Deployment(id) => (None, Some(id.to_owned())),
        };
        ServiceAccount {
            active: true,
            entity_type: if workspace.is_some() { "WORKSPACE" } else { "DEPLOYMENT" }.to_owned(),
            entity_uuid: workspace.clone().or(deployment.clone()),
            workspace_uuid: workspace,
            deployment_uuid: deployment,
            ..ServiceAccount::default()
        }
    }

    /// The entity that it belongs to.
    pub(crate) fn entity(&self) -> Entity<'_> {
        match self.entity_uuid.as_deref() {
            None => Entity::System,
            Some(id) if self.entity_type == "WORKSPACE" => Entity::Workspace(id),
            Some(id) => Entity::Deployment(id),
        }
    }
}

/// What a service account belongs to, or where a role applies.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Entity<'e> {
    System,
    /// The workspace with this id.
    Workspace(&'e str),
    /// The deployment with this id.
    Deployment(&'e str),
}

/// The owner of a role: the user or the service account with this id.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Account<'a> {
    User(&'a str),
    ServiceAccount(&'a str),
}

impl<'a> Account<'a> {
    pub(crate) fn id(self) -> &'a str {
        match self {
            Account::User(id) | Account::ServiceAccount(id) => id,
        }
    }
}

/// One role of one account in one entity.
#[derive(Clone, Debug, Default, Deserialize, Serialize)]
#[serde(rename_all = "camelCase", default)]
pub(crate) struct RoleBinding {
    pub(crate) role: String,
    pub(crate) user_id: Option<String>,
    pub(crate) service_account_id: Option<String>,
    pub(crate) workspace_id: Option<String>,
    pub(crate) deployment_id: Option<String>,
    /// The account's id again, if the role is a system role.
    pub(crate) system_role_of: Option<String>,
}

table!(RoleBinding in "role_bindings" {
    USER "userId" |binding| binding.user_id.as_deref();
    SERVICE_ACCOUNT "serviceAccountId" |binding| binding.service_account_id.as_deref();
    WORKSPACE "workspaceId" |binding| binding.workspace_id.as_deref();
    DEPLOYMENT "deploymentId" |binding| binding.deployment_id.as_deref();
    SYSTEM "systemRoleOf" |binding| binding.system_role_of.as_deref();
});

impl RoleBinding {
    pub(crate) fn new(account: Account<'_>, role: &str, entity: Entity<'_>) -> RoleBinding {
        let mut binding = RoleBinding { role: role.to_owned(), ..RoleBinding::default() };
        match account {
            Account::User(id) => binding.user_id = Some(id.to_owned()),
            Account::ServiceAccount(id) => binding.service_account_id = Some(id.to_owned()),
        }
        match entity {
            Entity::System => binding.system_role_of = Some(account.id().to_owned()),
            Entity::Workspace(id) => binding.workspace_id = Some(id.to_owned()),
            Entity::Deployment(id) => binding.deployment_id = Some(id.to_owned()),
        }
        binding
    }

    /// Whether the role belongs to this account.
    pub(crate) fn is_of(&self, account: Account<'_>) -> bool {
        match account {
            Account::User(id) => self.user_id.as_deref() == Some(id),
            Account::ServiceAccount(id) => self.service_account_id.as_deref() == Some(id),
        }
    }

    /// Whether the role applies in this entity.
    pub(crate) fn is_in(&self, entity: Entity<'_>) -> bool {
        match entity {
            Entity::System => self.system_role_of.is_some(),
            Entity::Workspace(id) => self.workspace_id.as_deref() == Some(id),
            Entity::Deployment(id) => self.deployment_id.as_deref() == Some(id),
        }
    }
}

#[derive(Clone, Debug, Default, Deserialize, Serialize)]
#[serde(rename_all = "camelCase", default)]
pub(crate) struct Invite {
    pub(crate) email: String,
    pub(crate) token: String,
    /// Without a workspace, the invite is to the platform.
    pub(crate) workspace_id: Option<String>,
    /// The role in the workspace.
    pub(crate) role: Option<String>,
    pub(crate) deployment_roles: Option<Vec<DeploymentRole>>,
}

table!(Invite in "invites" {
    EMAIL "email" |invite| Some(&invite.email);
    TOKEN "token" |invite| Some(&invite.token);
    WORKSPACE "workspaceId" |invite| invite.workspace_id.as_deref();
});

/// A role in a deployment that comes with an invite.
#[derive(Clone, Debug, Default, Deserialize, Serialize)]
#[serde(rename_all = "camelCase", default)]
pub(crate) struct DeploymentRole {
    pub(crate) deployment_id: String,
    pub(crate) role: String,
}

table!(Letter in "letters" {});

#[cfg(test)]
mod tests {
    use super::super::Row;
    use super::*;

    #[test]
    fn a_row_can_have_more_or_fewer_fields() {
        let text = r#"{"id":"ck1","more":[1],"label":"etl","config":{"$serde_json::private::RawValue":"[1]","x":1.5}}"#;
        let row: Row<Deployment> = serde_json::from_str(text).unwrap();
        assert_eq!((row.id.as_str(), row.label.as_str(), row.is_live()), ("ck1", "etl", true));
        assert_eq!(row.created_at.to_string(), "1970-01-01T00:00:00.000Z");
        // A configuration can have serde_json's private keys.
        assert_eq!(row.config["$serde_json::private::RawValue"], "[1]");
        assert_eq!(row.config["x"], 1.5);
    }
}
