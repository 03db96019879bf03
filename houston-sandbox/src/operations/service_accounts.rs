//! Service accounts of the system, of workspaces and of deployments.

use serde_json::{Value, json};

use super::texts::update_texts;
use crate::{
    call::{Answer, Call, Read, Write, id, id_alone},
    caller::Scope,
    identifier,
    permission::Permissions,
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

    /// Refuses a role of another scope.
    ///
    /// The server looks at the role in some operations only, and lets a workspace's admin make an account that
    /// administers the system.
    fn require_scope(self, role: &str) -> Result<(), Refusal> {
        let (scope, mismatch) = match self {
            Entity::System => ("SYSTEM_", "Invalid role"),
            Entity::Workspace(_) => ("WORKSPACE_", "Entity and role types don't match"),
            Entity::Deployment(_) => ("DEPLOYMENT_", "Entity and role types don't match"),
        };
        if role.starts_with(scope) { Ok(()) } else { Err(Refusal::input(mismatch)) }
    }

    /// Whether a role binding is one in this entity.
    fn holds(self, binding: &Row) -> bool {
        match self {
            Entity::System => !binding["systemRoleOf"].is_null(),
            Entity::Workspace(id) => binding["workspaceId"] == id,
            Entity::Deployment(id) => binding["deploymentId"] == id,
        }
    }
}

/// The legacy query: accounts of one entity, or one account.
///
/// The server of 0.23 can fail on it. Here it is judged like the queries that took its place.
pub(super) fn service_accounts(call: &Read<'_>) -> Answer {
    let arguments = call.arguments;
    if let Some(id) = arguments["serviceAccountUuid"].as_str() {
        let account = call.row(Kind::ServiceAccounts, id)?;
        require(call, "get", Entity::of(&account))?;
        return Ok(json!([account]));
    }
    let entity =
        legacy(call).ok_or_else(|| Refusal::missing("serviceAccountUuid or entityUuid"))?;
    require(call, "get", entity)?;
    match (entity.id(), arguments["entityUuid"].as_str()) {
        (Some(id), _) => Ok(call.find(Kind::ServiceAccounts, "entityUuid", id)?.into()),
        (None, Some(id)) => Err(no_room_for_the_system(
            "where",
            &format!("{{ system: {{ id: \"{id}\" }} }}"),
            "AND[0].roleBinding",
            "RoleBindingWhereInput",
        )),
        (None, None) => Err(Refusal::missing("serviceAccountUuid or entityUuid")),
    }
}

/// What the arguments of a legacy operation name, if they name anything.
fn legacy<'c, R>(call: &'c Call<'_, R>) -> Option<Entity<'c>> {
    match (call.arguments["entityType"].as_str(), call.arguments["entityUuid"].as_str()) {
        (Some("SYSTEM"), _) => Some(Entity::System),
        (Some("WORKSPACE"), Some(id)) => Some(Entity::Workspace(id)),
        (_, Some(id)) => Some(Entity::Deployment(id)),
        (_, None) => None,
    }
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

/// What the data layer behind the server says of the legacy operations where they are asked for the system.
fn no_room_for_the_system(variable: &str, value: &str, at: &str, ty: &str) -> Refusal {
    Refusal::internal(format!(
        "Variable \"$_v0_{variable}\" got invalid value {value} at \"_v0_{variable}.{at}\"; Field \"system\" is not defined by type {ty}."
    ))
}

/// The legacy mutation for workspaces and deployments; for the system it fails, as on the server.
///
/// The server lets every signed-in account through. Here the permission of the entity's own mutation is asked for.
pub(super) fn create(call: &Write<'_>) -> Answer {
    let entity = legacy(call).ok_or_else(|| Refusal::missing("entityUuid"))?;
    require(call, "create", entity)?;
    if let Entity::System = entity {
        let value =
            format!("{{ role: \"{}\", system: {{ connect: [Object] }} }}", call.text("role"));
        let ty = "RoleBindingCreateWithoutServiceAccountInput";
        return Err(no_room_for_the_system("data", &value, "roleBinding.create", ty));
    }
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
    Ok(id_alone(&account))
}

/// The legacy mutation, judged like [`create`].
pub(super) fn update(call: &Write<'_>) -> Answer {
    let account = call.row(Kind::ServiceAccounts, call.text("serviceAccountUuid"))?;
    require(call, "update", Entity::of(&account))?;
    change(call, account)
}

pub(super) fn update_of_workspace(call: &Write<'_>) -> Answer {
    change(call, owned(call, Entity::Workspace(call.text("workspaceUuid")))?)
}

pub(super) fn update_of_deployment(call: &Write<'_>) -> Answer {
    change(call, owned(call, Entity::Deployment(call.text("deploymentUuid")))?)
}

/// Updates label, category and role of an account.
///
/// The server does not wait for the role to be written, and loses one that it cannot write. Here it is refused, and
/// with it the rest.
fn change(call: &Write<'_>, mut account: Row) -> Answer {
    let payload = &call.arguments["payload"];
    update_texts(&mut account, payload, &["label", "category"])?;
    let entity = Entity::of(&account);
    require_free_label(call, entity, &account)?;
    if let Some(role) = payload.get("role").filter(|role| !role.is_null()) {
        entity.require_scope(role.as_str().unwrap_or_default())?;
        if !Permissions::get().has(role.as_str().unwrap_or_default()) {
            return Err(Refusal::input("Invalid role"));
        }
        let bindings = call.find(Kind::RoleBindings, "serviceAccountId", id(&account))?;
        let mut binding =
            bindings.into_iter().find(|one| entity.holds(one)).ok_or_else(Refusal::not_found)?;
        binding["role"] = role.clone();
        call.save(Kind::RoleBindings, binding)?;
    }
    call.save(Kind::ServiceAccounts, account)
}

/// Labels are unique among the accounts of an entity.
fn require_free_label(call: &Write<'_>, entity: Entity<'_>, account: &Row) -> Result<(), Refusal> {
    let label = account["label"].as_str().unwrap_or_default();
    let namesakes = call.find(Kind::ServiceAccounts, "label", label)?;
    let is_other = |one: &Row| entity.owns(one) && one["id"] != account["id"];
    if namesakes.iter().any(is_other) {
        return Err(Refusal::input(format!(
            "Service Account already exists with the name {label}"
        )));
    }
    Ok(())
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
    call.remove_all(Kind::RoleBindings, "serviceAccountId", id(account))?;
    Ok(call.rows.remove(Kind::ServiceAccounts, id(account))?)
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
    let (mut account, mut binding) = match entity {
        Entity::System => (json!({ "entityType": "DEPLOYMENT", "entityUuid": null }), json!({})),
        Entity::Workspace(id) => {
            call.row(Kind::Workspaces, id)?;
            (
                json!({ "entityType": "WORKSPACE", "entityUuid": id, "workspaceUuid": id }),
                json!({ "workspaceId": id }),
            )
        }
        Entity::Deployment(id) => {
            call.deployment(id)?;
            (
                json!({ "entityType": "DEPLOYMENT", "entityUuid": id, "deploymentUuid": id }),
                json!({ "deploymentId": id }),
            )
        }
    };
    entity.require_scope(role)?;
    account["label"] = label.into();
    require_free_label(call, entity, &account)?;
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
