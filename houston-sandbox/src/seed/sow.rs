//! From a seed to rows.

use serde_json::{Value, json};

use super::{
    Entry, Seed,
    document::{Entries, id, optional},
};
use crate::{
    Clock, Error, clock,
    error::Cause,
    identifier,
    operations::airflow,
    password,
    store::{Changes, Kind, Row, Rows},
};
use serde_saphyr::Spanned;

impl Seed {
    /// Stores what the seed names and the store does not have. Nothing of it stays unless the changes are committed.
    pub(crate) fn sow(&self, changes: &Changes, clock: &Clock) -> Result<(), Error> {
        let field = Field { changes, clock };
        let document = &self.0;
        for Entry { key, value: user } in &document.users.0 {
            let address = user.email.value.to_lowercase();
            let row = json!({
                "id": id(&key.value), "username": address, "status": "active",
                "fullName": user.full_name.as_deref().unwrap_or(&key.value),
            });
            if !field.put(Kind::Users, row)? {
                continue;
            }
            if !changes.find(Kind::Emails, "address", &address)?.is_empty() {
                return Err(Cause::Seed(format!(
                    "line {}: somebody else in the store has the address {address}",
                    user.email.referenced.line()
                ))
                .into());
            }
            let user_id = id(&key.value);
            field.add(
                Kind::Emails,
                json!({ "userId": user_id, "address": address, "primary": true, "verified": true }),
            )?;
            if let Some(password) = &user.password {
                let password = password::hash(password)?;
                field.add(Kind::Credentials, json!({ "userId": user_id, "password": password }))?;
            }
            if let Some(role) = &user.role {
                field.add(
                    Kind::RoleBindings,
                    json!({ "userId": user_id, "role": role.value, "systemRoleOf": user_id }),
                )?;
            }
        }
        for Entry { key, value: workspace } in &document.workspaces.0 {
            let row = json!({
                "id": id(&key.value), "label": workspace.label, "active": true,
                "description": optional(workspace.description.as_ref()),
            });
            if field.put(Kind::Workspaces, row)? {
                field.bind(&workspace.users, "workspaceId", &key.value)?;
            }
        }
        for Entry { key, value: deployment } in &document.deployments.0 {
            let release_name = match &deployment.release_name {
                Some(name) => name.value.clone(),
                None => identifier::release_name()?,
            };
            let executor = deployment.executor.as_ref().map(|executor| executor.value.as_str());
            let given = [(&deployment.variables, false), (&deployment.secrets, true)];
            let variables: Vec<Value> = given
                .into_iter()
                .flat_map(|(all, is_secret)| all.iter().map(move |one| (one, is_secret)))
                .map(|((key, value), is_secret)| json!({ "key": key, "value": value, "isSecret": is_secret }))
                .collect();
            let airflow = deployment.airflow_version.as_deref().unwrap_or(airflow::DEFAULT);
            let row = json!({
                "id": id(&key.value),
                "workspaceId": id(&deployment.workspace.value),
                "label": deployment.label.value,
                "description": optional(deployment.description.as_ref()),
                "type": "airflow",
                "releaseName": release_name,
                "version": airflow::CHART,
                "airflowVersion": airflow,
                "desiredAirflowVersion": airflow,
                "config": { "executor": executor.unwrap_or("CeleryExecutor") },
                "properties": {},
                "alertEmails": [],
                "environmentVariables": variables,
            });
            if field.put(Kind::Deployments, row)? {
                field.bind(&deployment.users, "deploymentId", &key.value)?;
            }
        }
        for Entry { key, value: account } in &document.service_accounts.0 {
            let account_id = id(&key.value);
            let place = |key: &Option<Spanned<String>>| key.as_ref().map(|key| id(&key.value));
            let (workspace, deployment) = (place(&account.workspace), place(&account.deployment));
            let api_key = match &account.api_key {
                Some(key) => key.value.clone(),
                None => identifier::key()?,
            };
            let row = json!({
                "id": account_id, "label": account.label,
                "category": optional(account.category.as_ref()), "apiKey": api_key, "active": true,
                "entityType": if workspace.is_some() { "WORKSPACE" } else { "DEPLOYMENT" },
                "entityUuid": workspace.as_ref().or(deployment.as_ref()),
                "workspaceUuid": workspace, "deploymentUuid": deployment,
            });
            if field.put(Kind::ServiceAccounts, row)? {
                let mut binding =
                    json!({ "serviceAccountId": account_id, "role": account.role.value });
                let (place, of) = match (&workspace, &deployment) {
                    (Some(id), _) => ("workspaceId", id),
                    (None, Some(id)) => ("deploymentId", id),
                    (None, None) => ("systemRoleOf", &account_id),
                };
                binding[place] = of.as_str().into();
                field.add(Kind::RoleBindings, binding)?;
            }
        }
        for Entry { key, value: invite } in &document.invites.0 {
            let token = match &invite.token {
                Some(token) => token.value.clone(),
                None => identifier::key()?,
            };
            let role = invite.role.as_ref().map_or("WORKSPACE_VIEWER", |role| role.value.as_str());
            let workspace = invite.workspace.as_ref().map(|key| id(&key.value));
            let row = json!({
                "id": id(&key.value), "email": invite.email.value.to_lowercase(), "token": token,
                "role": workspace.as_ref().map(|_| role), "workspaceId": workspace,
            });
            field.put(Kind::Invites, row)?;
        }
        Ok(())
    }
}

/// Where a seed goes.
struct Field<'f> {
    changes: &'f Changes,
    clock: &'f Clock,
}

impl Field<'_> {
    /// Stores a row that has an id, unless there is one. Whether it was stored.
    fn put(&self, kind: Kind, mut row: Row) -> Result<bool, Error> {
        let now = clock::iso(self.clock.now());
        if self.changes.get(kind, row["id"].as_str().unwrap_or_default())?.is_some() {
            return Ok(false);
        }
        row["createdAt"] = now.as_str().into();
        row["updatedAt"] = now.into();
        self.changes.put(kind, &row)?;
        Ok(true)
    }

    /// Stores a row under a new id.
    fn add(&self, kind: Kind, mut row: Row) -> Result<(), Error> {
        row["id"] = identifier::id(self.clock.now())?.into();
        self.put(kind, row)?;
        Ok(())
    }

    fn bind(&self, users: &Entries<Spanned<String>>, place: &str, key: &str) -> Result<(), Error> {
        for Entry { key: user, value: role } in &users.0 {
            let binding = json!({ "userId": id(&user.value), "role": role.value, place: id(key) });
            self.add(Kind::RoleBindings, binding)?;
        }
        Ok(())
    }
}
