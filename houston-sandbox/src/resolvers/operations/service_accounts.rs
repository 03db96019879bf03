//! Service accounts of the system, of workspaces and of deployments.

use super::texts;
use crate::accounts::permission::Permissions;
use crate::error::refusal::Refusal;
use crate::resolvers::call::{Call, Read, Write};
use crate::resolvers::output::{Answer, id_alone};
use crate::store::{
    Account, Entity, RoleBinding, Row, Rows, ServiceAccount, Workspace, identifier,
};

impl<'e> Entity<'e> {
    fn id(self) -> Option<&'e str> {
        match self {
            Entity::System => None,
            Entity::Workspace(id) | Entity::Deployment(id) => Some(id),
        }
    }

    fn owns(self, account: &ServiceAccount) -> bool {
        account.entity_uuid.as_deref() == self.id()
    }

    /// Refuses a role of another scope.
    ///
    /// The server checks the role only in some operations, and lets a workspace's admin create an account that
    /// administers the system.
    fn require_scope(self, role: &str) -> Result<(), Refusal> {
        let (scope, mismatch) = match self {
            Entity::System => ("SYSTEM_", "Invalid role"),
            Entity::Workspace(_) => ("WORKSPACE_", "Entity and role types don't match"),
            Entity::Deployment(_) => ("DEPLOYMENT_", "Entity and role types don't match"),
        };
        if role.starts_with(scope) { Ok(()) } else { Err(Refusal::input(mismatch)) }
    }
}

/// The legacy query: the accounts of one entity, or one account.
///
/// In 0.23 the server can fail on it. The sandbox checks it like the queries that replaced it.
pub(super) fn service_accounts(call: &Read<'_>) -> Answer {
    if let Some(id) = call.optional("serviceAccountUuid") {
        let account = call.row::<ServiceAccount>(id)?;
        call.require_in(account.entity(), "serviceAccounts.get")?;
        return Ok(vec![account].into());
    }
    let entity =
        legacy(call).ok_or_else(|| Refusal::missing("serviceAccountUuid or entityUuid"))?;
    call.require_in(entity, "serviceAccounts.get")?;
    match (entity.id(), call.optional("entityUuid")) {
        (Some(id), _) => Ok(call.find(ServiceAccount::ENTITY, id)?.into()),
        (None, Some(id)) => Err(no_room_for_the_system(
            "where",
            &format!("{{ system: {{ id: \"{id}\" }} }}"),
            "AND[0].roleBinding",
            "RoleBindingWhereInput",
        )),
        (None, None) => Err(Refusal::missing("serviceAccountUuid or entityUuid")),
    }
}

/// Returns the entity in the arguments of a legacy operation.
fn legacy<'c, R: Rows>(call: &'c Call<'_, R>) -> Option<Entity<'c>> {
    match (call.optional("entityType"), call.optional("entityUuid")) {
        (Some("SYSTEM"), _) => Some(Entity::System),
        (Some("WORKSPACE"), Some(id)) => Some(Entity::Workspace(id)),
        (_, Some(id)) => Some(Entity::Deployment(id)),
        (_, None) => None,
    }
}

pub(super) fn one_of_entity(call: &Read<'_>) -> Answer {
    Ok(owned(call)?.into())
}

pub(super) fn all_of_workspace(call: &Read<'_>) -> Answer {
    let workspace = call.row::<Workspace>(call.text("workspaceUuid"))?;
    Ok(call.find(ServiceAccount::ENTITY, &workspace.id)?.into())
}

pub(super) fn all_of_deployment(call: &Read<'_>) -> Answer {
    let deployment = call.deployment(call.text("deploymentUuid"))?;
    Ok(call.find(ServiceAccount::ENTITY, &deployment.id)?.into())
}

/// The error of the server's data layer for a legacy operation on the system.
fn no_room_for_the_system(variable: &str, value: &str, at: &str, ty: &str) -> Refusal {
    Refusal::internal(format!(
        "Variable \"$_v0_{variable}\" got invalid value {value} at \"_v0_{variable}.{at}\"; Field \"system\" is not defined by type {ty}."
    ))
}

/// The legacy mutation for workspaces and deployments. As on the server, it fails for the system.
///
/// The server lets every signed-in account run it. The sandbox requires the permission of the entity's own mutation.
pub(super) fn create(call: &Write<'_>) -> Answer {
    let entity = legacy(call).ok_or_else(|| Refusal::missing("entityUuid"))?;
    call.require_in(entity, "serviceAccounts.create")?;
    if let Entity::System = entity {
        let value =
            format!("{{ role: \"{}\", system: {{ connect: [Object] }} }}", call.text("role"));
        let ty = "RoleBindingCreateWithoutServiceAccountInput";
        return Err(no_room_for_the_system("data", &value, "roleBinding.create", ty));
    }
    insert(call, entity)
}

pub(super) fn create_in_entity(call: &Write<'_>) -> Answer {
    insert(call, named(call))
}

/// The legacy mutation, checked like [`create`].
pub(super) fn delete(call: &Write<'_>) -> Answer {
    let account = call.row::<ServiceAccount>(call.text("serviceAccountUuid"))?;
    call.require_in(account.entity(), "serviceAccounts.delete")?;
    remove(call, &account)?;
    Ok(id_alone(&account))
}

/// The legacy mutation, checked like [`create`].
pub(super) fn update(call: &Write<'_>) -> Answer {
    let account = call.row::<ServiceAccount>(call.text("serviceAccountUuid"))?;
    call.require_in(account.entity(), "serviceAccounts.update")?;
    change(call, account)
}

pub(super) fn update_in_entity(call: &Write<'_>) -> Answer {
    change(call, owned(call)?)
}

/// Updates label, category and role of an account.
///
/// The server does not wait until the role is written, and loses a role that it cannot write. The sandbox refuses the
/// whole update.
fn change(call: &Write<'_>, mut account: Row<ServiceAccount>) -> Answer {
    let payload = &call.arguments["payload"];
    texts::update_label(&mut account.label, payload)?;
    texts::update(&mut account.category, "category", payload)?;
    let entity = account.entity();
    require_free_label(call, entity, &account.label, &account.id)?;
    if let Some(role) = payload.get("role").filter(|role| !role.is_null()) {
        let role = role.as_str().unwrap_or_default();
        entity.require_scope(role)?;
        if !Permissions::get().has(role) {
            return Err(Refusal::input("Invalid role"));
        }
        let bindings = call.find(RoleBinding::SERVICE_ACCOUNT, &account.id)?;
        let mut binding =
            bindings.into_iter().find(|one| one.is_in(entity)).ok_or_else(Refusal::not_found)?;
        role.clone_into(&mut binding.role);
        call.save(binding)?;
    }
    Ok(call.save(account)?.into())
}

/// Labels are unique among the accounts of an entity. `but` is the id of the account itself.
fn require_free_label(
    call: &Write<'_>,
    entity: Entity<'_>,
    label: &str,
    but: &str,
) -> Result<(), Refusal> {
    let namesakes = call.find(ServiceAccount::LABEL, label)?;
    if namesakes.iter().any(|one| entity.owns(one) && one.id != but) {
        return Err(Refusal::input(format!(
            "Service Account already exists with the name {label}"
        )));
    }
    Ok(())
}

pub(super) fn delete_in_entity(call: &Write<'_>) -> Answer {
    let account = owned(call)?;
    remove(call, &account)?;
    Ok(account.into())
}

/// Removes an account and its roles.
fn remove(call: &Write<'_>, account: &Row<ServiceAccount>) -> Result<(), Refusal> {
    call.remove_all(RoleBinding::SERVICE_ACCOUNT, &account.id)?;
    Ok(call.rows.remove::<ServiceAccount>(&account.id)?)
}

/// Removes the accounts of a workspace or deployment.
pub(super) fn remove_all_of(call: &Write<'_>, entity: &str) -> Result<(), Refusal> {
    for account in call.find(ServiceAccount::ENTITY, entity)? {
        remove(call, &account)?;
    }
    Ok(())
}

/// Returns the entity in the arguments of an operation that is not legacy: the one that the operation is about.
fn named<'c, R: Rows>(call: &'c Call<'_, R>) -> Entity<'c> {
    let workspace = call.optional("workspaceUuid").map(Entity::Workspace);
    let deployment = call.optional("deploymentUuid").map(Entity::Deployment);
    workspace.or(deployment).unwrap_or(Entity::System)
}

/// Returns the account in the arguments, if it belongs to the entity in them.
fn owned<R: Rows>(call: &Call<'_, R>) -> Result<Row<ServiceAccount>, Refusal> {
    let account = call.row::<ServiceAccount>(call.text("serviceAccountUuid"))?;
    if named(call).owns(&account) { Ok(account) } else { Err(Refusal::not_found()) }
}

/// Stores a new account with a new key and one role.
fn insert(call: &Write<'_>, entity: Entity<'_>) -> Answer {
    let (label, role) = (call.text("label"), call.text("role"));
    match entity {
        Entity::System => {}
        Entity::Workspace(id) => drop(call.row::<Workspace>(id)?),
        Entity::Deployment(id) => drop(call.deployment(id)?),
    }
    entity.require_scope(role)?;
    require_free_label(call, entity, label, "")?;
    let account = call.create(ServiceAccount {
        label: label.to_owned(),
        category: call.optional("category").map(str::to_owned),
        api_key: identifier::key()?,
        ..ServiceAccount::of(entity)
    })?;
    call.bind(Account::ServiceAccount(&account.id), role, entity)?;
    Ok(account.into())
}
