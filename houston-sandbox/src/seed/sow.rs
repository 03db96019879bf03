//! Stores the rows of a seed.

use jiff::Timestamp;
use serde_json::json;
use serde_saphyr::Spanned;

use super::document::{Document, Entries, id};
use super::{Seed, document};
use crate::Error;
use crate::accounts::password;
use crate::error::Cause;
use crate::store::settings::Settings;
use crate::store::{
    Account, Changes, Credential, Deployment, Email, Entity, Invite, RoleBinding, Rows,
    ServiceAccount, Status, Table, User, Variable, Workspace, identifier,
};

impl Seed {
    /// Stores the entries of the seed that the store lacks. The caller commits the changes.
    pub(crate) fn sow(&self, changes: &Changes, now: Timestamp) -> Result<(), Error> {
        let field = Field { changes, now };
        let Document { users, workspaces, deployments, service_accounts, invites, .. } = &self.0;
        for (key, value) in &users.0 {
            field.user(&id(&key.value), &key.value, value)?;
        }
        for (key, workspace) in &workspaces.0 {
            let id = id(&key.value);
            let row = Workspace {
                label: workspace.label.clone(),
                description: workspace.description.clone(),
                active: true,
                ..Workspace::default()
            };
            if field.put(&id, row)? {
                field.bind(&workspace.users, Entity::Workspace(&id))?;
            }
        }
        for (key, value) in &deployments.0 {
            field.deployment(&id(&key.value), value)?;
        }
        for (key, value) in &service_accounts.0 {
            field.service_account(&id(&key.value), value)?;
        }
        for (key, invite) in &invites.0 {
            let workspace_id = invite.workspace.as_ref().map(|key| id(&key.value));
            let role = invite.role.as_ref().map_or("WORKSPACE_VIEWER", |role| role.value.as_str());
            let row = Invite {
                email: invite.email.value.to_lowercase(),
                token: given_or(invite.token.as_ref(), identifier::key)?,
                role: workspace_id.as_ref().map(|_| role.to_owned()),
                workspace_id,
                deployment_roles: None,
            };
            field.put(&id(&key.value), row)?;
        }
        Ok(())
    }
}

/// Returns the seed's value, or a random one if it has none.
fn given_or(
    given: Option<&Spanned<String>>,
    draw: fn() -> Result<String, Error>,
) -> Result<String, Error> {
    given.map_or_else(draw, |given| Ok(given.value.clone()))
}

/// The store that a seed is written to.
struct Field<'f> {
    changes: &'f Changes,
    now: Timestamp,
}

impl Field<'_> {
    fn user(&self, id: &str, key: &str, user: &document::User) -> Result<(), Error> {
        let address = user.email.value.to_lowercase();
        let row = User {
            username: address.clone(),
            full_name: Some(user.full_name.as_deref().unwrap_or(key).to_owned()),
            status: Status::Active,
        };
        if !self.put(id, row)? {
            return Ok(());
        }
        if !self.changes.find(Email::ADDRESS, &address)?.is_empty() {
            return Err(Cause::Seed(format!(
                "line {}: another user in the store already has the address `{address}`",
                user.email.referenced.line()
            ))
            .into());
        }
        let user_id = id.to_owned();
        self.add(Email { user_id, address, primary: true, verified: true, token: None })?;
        if let Some(password) = &user.password {
            let (user_id, password) = (id.to_owned(), password::hash(password)?);
            self.add(Credential { user_id, password, reset_token: None })?;
        }
        if let Some(role) = &user.role {
            self.add(RoleBinding::new(Account::User(id), &role.value, Entity::System))?;
        }
        Ok(())
    }

    fn deployment(&self, id: &str, deployment: &document::Deployment) -> Result<(), Error> {
        let executor = deployment.executor.as_ref().map(|executor| executor.value.as_str());
        let variables = [(&deployment.variables, false), (&deployment.secrets, true)];
        let variables = variables.into_iter().flat_map(|(all, is_secret)| {
            let all = all.iter().map(|(key, value)| (key.clone(), value.clone()));
            all.map(move |(key, value)| Variable { key, value, is_secret })
        });
        let name = given_or(deployment.release_name.as_ref(), identifier::release_name)?;
        let row = Deployment {
            workspace_id: document::id(&deployment.workspace.value),
            label: deployment.label.value.clone(),
            description: deployment.description.clone(),
            config: json!({ "executor": executor.unwrap_or("CeleryExecutor") }),
            environment_variables: variables.collect(),
            becomes: deployment.becomes,
            ..Deployment::new(
                &Settings::of(self.changes)?,
                name,
                None,
                deployment.airflow_version.as_deref(),
            )
        };
        if self.put(id, row)? {
            self.bind(&deployment.users, Entity::Deployment(id))?;
        }
        Ok(())
    }

    fn service_account(&self, id: &str, account: &document::ServiceAccount) -> Result<(), Error> {
        let place =
            |key: &Option<Spanned<String>>| key.as_ref().map(|key| document::id(&key.value));
        let (workspace, deployment) = (place(&account.workspace), place(&account.deployment));
        let entity = match (&workspace, &deployment) {
            (Some(id), _) => Entity::Workspace(id),
            (None, Some(id)) => Entity::Deployment(id),
            (None, None) => Entity::System,
        };
        let row = ServiceAccount {
            label: account.label.clone(),
            category: account.category.clone(),
            api_key: given_or(account.api_key.as_ref(), identifier::key)?,
            ..ServiceAccount::of(entity)
        };
        if self.put(id, row)? {
            let account_id = Account::ServiceAccount(id);
            self.add(RoleBinding::new(account_id, &account.role.value, entity))?;
        }
        Ok(())
    }

    /// Stores a row unless its id exists, and returns whether it was stored.
    fn put<T: Table>(&self, id: &str, fields: T) -> Result<bool, Error> {
        if self.changes.get::<T>(id)?.is_some() {
            return Ok(false);
        }
        self.changes.create(id.to_owned(), self.now, fields)?;
        Ok(true)
    }

    /// Stores a row under a new id.
    fn add<T: Table>(&self, fields: T) -> Result<(), Error> {
        self.changes.create(identifier::id(self.now)?, self.now, fields)?;
        Ok(())
    }

    fn bind(&self, users: &Entries<Spanned<String>>, entity: Entity<'_>) -> Result<(), Error> {
        for (key, role) in &users.0 {
            let user = id(&key.value);
            self.add(RoleBinding::new(Account::User(&user), &role.value, entity))?;
        }
        Ok(())
    }
}
