//! Service accounts of the system, of workspaces and of deployments.

use serde_json::{Value, json};

use crate::{
    call::{Answer, Call, Read, Write},
    caller::Scope,
    identifier,
    refusal::Refusal,
    store::{Kind, Row, Rows},
};

/// What an account belongs to.
#[derive(Clone, Copy)]
enum Entity<'a> {
    System,
    Workspace(&'a str),
    Deployment(&'a str),
}

impl<'a> Entity<'a> {
    /// What an account's row says that it belongs to.
    ///
    /// Accounts of the system are stored as the server shows them: of no deployment in particular.
    fn of(account: &'a Row) -> Entity<'a> {
        match account["entityUuid"].as_str() {
            None => Entity::System,
            Some(id) if account["entityType"] == "WORKSPACE" => Entity::Workspace(id),
            Some(id) => Entity::Deployment(id),
        }
    }

    fn id(self) -> Option<&'a str> {
        match self {
            Entity::System => None,
            Entity::Workspace(id) | Entity::Deployment(id) => Some(id),
        }
    }

    fn owns(self, account: &Row) -> bool {
        account["entityUuid"].as_str() == self.id()
    }
}

/// The legacy query: accounts of one entity, or one account, as far as the caller may see them.
pub(super) fn service_accounts(call: &Read<'_>) -> Answer {
    let arguments = call.arguments;
    let accounts =
        match (arguments["serviceAccountUuid"].as_str(), arguments["entityUuid"].as_str()) {
            (Some(id), _) => vec![call.row(Kind::ServiceAccounts, id)?],
            (None, Some(entity)) => call.find(Kind::ServiceAccounts, "entityUuid", entity)?,
            (None, None) => {
                return Err(Refusal::input(
                    "A required argument was not sent: serviceAccountUuid or entityUuid",
                ));
            }
        };
    for account in &accounts {
        require(call, "get", Entity::of(account))?;
    }
    Ok(accounts.into())
}

pub(super) fn of_workspace(call: &Read<'_>) -> Answer {
    owned(call, Entity::Workspace(call.text("workspaceUuid")))
}

pub(super) fn of_deployment(call: &Read<'_>) -> Answer {
    owned(call, Entity::Deployment(call.text("deploymentUuid")))
}

pub(super) fn all_of_workspace(call: &Read<'_>) -> Answer {
    let workspace = call.row(Kind::Workspaces, call.text("workspaceUuid"))?;
    Ok(call
        .find(Kind::ServiceAccounts, "entityUuid", workspace["id"].as_str().unwrap_or_default())?
        .into())
}

pub(super) fn all_of_deployment(call: &Read<'_>) -> Answer {
    let deployment = call.deployment(call.text("deploymentUuid"))?;
    Ok(call
        .find(Kind::ServiceAccounts, "entityUuid", deployment["id"].as_str().unwrap_or_default())?
        .into())
}

/// The legacy mutation for all three kinds of entity.
///
/// The server lets every signed-in account through. Here the permission of the entity's own mutation is asked for.
pub(super) fn create(call: &Write<'_>) -> Answer {
    let id = call.arguments["entityUuid"].as_str();
    let entity = match (call.text("entityType"), id) {
        ("SYSTEM", _) => Entity::System,
        ("WORKSPACE", Some(id)) => Entity::Workspace(id),
        ("DEPLOYMENT", Some(id)) => Entity::Deployment(id),
        _ => {
            return Err(Refusal::input("A required argument was not sent: entityUuid"));
        }
    };
    require(call, "create", entity)?;
    insert(call, entity)
}

pub(super) fn create_system(call: &Write<'_>) -> Answer {
    insert(call, Entity::System)
}

pub(super) fn create_for_workspace(call: &Write<'_>) -> Answer {
    insert(call, Entity::Workspace(call.text("workspaceUuid")))
}

pub(super) fn create_for_deployment(call: &Write<'_>) -> Answer {
    insert(call, Entity::Deployment(call.text("deploymentUuid")))
}

/// The legacy mutation, judged like [`create`].
pub(super) fn delete(call: &Write<'_>) -> Answer {
    let account = call.row(Kind::ServiceAccounts, call.text("serviceAccountUuid"))?;
    require(call, "delete", Entity::of(&account))?;
    remove(call, &account)?;
    Ok(account)
}

pub(super) fn delete_system(call: &Write<'_>) -> Answer {
    delete_owned(call, Entity::System)
}

pub(super) fn delete_of_workspace(call: &Write<'_>) -> Answer {
    delete_owned(call, Entity::Workspace(call.text("workspaceUuid")))
}

pub(super) fn delete_of_deployment(call: &Write<'_>) -> Answer {
    delete_owned(call, Entity::Deployment(call.text("deploymentUuid")))
}

/// Removes an account with its roles.
fn remove(call: &Write<'_>, account: &Row) -> Result<(), Refusal> {
    let id = account["id"].as_str().unwrap_or_default();
    call.remove_all(Kind::RoleBindings, "serviceAccountId", id)?;
    Ok(call.rows.remove(Kind::ServiceAccounts, id)?)
}

/// Removes the accounts of a workspace or deployment.
pub(super) fn remove_all_of(call: &Write<'_>, entity: &str) -> Result<(), Refusal> {
    for account in call.find(Kind::ServiceAccounts, "entityUuid", entity)? {
        remove(call, &account)?;
    }
    Ok(())
}

fn delete_owned(call: &Write<'_>, entity: Entity<'_>) -> Answer {
    let account = owned(call, entity)?;
    remove(call, &account)?;
    Ok(account)
}

/// The account that the arguments name, if it belongs to the entity.
fn owned<R: Rows>(call: &Call<'_, R>, entity: Entity<'_>) -> Answer {
    let account = call.row(Kind::ServiceAccounts, call.text("serviceAccountUuid"))?;
    if entity.owns(&account) { Ok(account) } else { Err(Refusal::not_found()) }
}

/// Stores a new account with a new key and one role.
fn insert(call: &Write<'_>, entity: Entity<'_>) -> Answer {
    let (label, role) = (call.text("label"), call.text("role"));
    // Where the account belongs, and where its role counts.
    let (scope, mismatch, mut account, mut binding) = match entity {
        Entity::System => (
            "SYSTEM_",
            "Invalid role",
            json!({ "entityType": "DEPLOYMENT", "entityUuid": null }),
            json!({}),
        ),
        Entity::Workspace(id) => {
            call.row(Kind::Workspaces, id)?;
            (
                "WORKSPACE_",
                "Entity and role types don't match",
                json!({ "entityType": "WORKSPACE", "entityUuid": id, "workspaceUuid": id }),
                json!({ "workspaceId": id }),
            )
        }
        Entity::Deployment(id) => {
            call.deployment(id)?;
            (
                "DEPLOYMENT_",
                "Entity and role types don't match",
                json!({ "entityType": "DEPLOYMENT", "entityUuid": id, "deploymentUuid": id }),
                json!({ "deploymentId": id }),
            )
        }
    };
    if !role.starts_with(scope) {
        return Err(Refusal::input(mismatch));
    }
    let namesakes = call.find(Kind::ServiceAccounts, "label", label)?;
    if namesakes.iter().any(|namesake| entity.owns(namesake)) {
        return Err(Refusal::input(format!(
            "Service Account already exists with the name {label}"
        )));
    }
    account["label"] = label.into();
    account["category"] = call.arguments["category"].clone();
    account["apiKey"] = identifier::key()?.into();
    account["active"] = true.into();
    let account = call.create(Kind::ServiceAccounts, account)?;
    binding["role"] = role.into();
    binding["serviceAccountId"] = account["id"].clone();
    if entity.id().is_none() {
        binding["systemRoleOf"] = account["id"].clone();
    }
    call.create(Kind::RoleBindings, binding)?;
    Ok(account)
}

/// Refuses unless the caller may do this with the accounts of an entity.
fn require<R: Rows>(call: &Call<'_, R>, verb: &str, entity: Entity<'_>) -> Result<(), Refusal> {
    let system = format!("system.serviceAccounts.{verb}");
    let workspace = format!("workspace.serviceAccounts.{verb}");
    let deployment = format!("deployment.serviceAccounts.{verb}");
    match entity {
        Entity::System => call.require(&[(&system, Scope::System)]),
        Entity::Workspace(id) => {
            call.require(&[(&system, Scope::System), (&workspace, Scope::Workspace(id))])
        }
        Entity::Deployment(id) => {
            let row = call.rows.get(Kind::Deployments, id)?.unwrap_or(Value::Null);
            call.require(&[(&system, Scope::System), (&deployment, Scope::Deployment(&row))])
        }
    }
}
