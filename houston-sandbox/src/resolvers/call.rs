//! The call of a resolver: a field with its arguments, caller and rows.

use jiff::Timestamp;
use serde_json::Value;

use crate::accounts::caller::Caller;
use crate::error::refusal::Refusal;
use crate::store::letter::{Letter, Purpose};
use crate::store::{
    Account, Changes, Deployment, Entity, Index, RoleBinding, Row, Rows, Snapshot, Table, Time,
    User, identifier,
};

/// The input of a resolver. `R` is a snapshot or the changes of a mutation.
pub(crate) struct Call<'c, R> {
    /// The time of everything that the field does.
    pub(crate) now: Timestamp,
    pub(crate) rows: &'c R,
    pub(crate) caller: &'c Caller,
    /// The field's arguments, coerced: an object.
    pub(crate) arguments: &'c Value,
}

/// The call of a query's field, or of any field below the root.
pub(crate) type Read<'c> = Call<'c, Snapshot>;

/// The call of a mutation's field.
pub(crate) type Write<'c> = Call<'c, Changes>;

impl<R: Rows> Call<'_, R> {
    /// Returns an argument's text, or an empty one if the argument is missing or not a text. An id is never empty.
    pub(crate) fn text(&self, argument: &str) -> &str {
        self.optional(argument).unwrap_or_default()
    }

    /// Returns an argument's text, if it has one.
    pub(crate) fn optional(&self, argument: &str) -> Option<&str> {
        self.arguments[argument].as_str()
    }

    /// Returns the row with this id, or the refusal that it was not found.
    pub(crate) fn row<T: Table>(&self, id: &str) -> Result<Row<T>, Refusal> {
        self.rows.get(id)?.ok_or_else(Refusal::not_found)
    }

    pub(crate) fn find<T: Table>(
        &self,
        index: Index<T>,
        value: &str,
    ) -> Result<Vec<Row<T>>, Refusal> {
        Ok(self.rows.find(index, value)?)
    }

    /// Returns the deployment with this id, unless it is deleted.
    pub(crate) fn deployment(&self, id: &str) -> Result<Row<Deployment>, Refusal> {
        Some(self.row(id)?)
            .filter(|row: &Row<Deployment>| row.is_live())
            .ok_or_else(Refusal::not_found)
    }

    /// Returns the deployments with this value in an indexed field, except deleted ones.
    pub(crate) fn deployments(
        &self,
        index: Index<Deployment>,
        value: &str,
    ) -> Result<Vec<Row<Deployment>>, Refusal> {
        let mut rows = self.find(index, value)?;
        rows.retain(|row| row.is_live());
        Ok(rows)
    }

    /// Returns a user's bindings in an entity, which is a value of an indexed field.
    pub(crate) fn bindings_of(
        &self,
        user: &str,
        index: Index<RoleBinding>,
        entity: &str,
    ) -> Result<Vec<Row<RoleBinding>>, Refusal> {
        let mut bindings = self.find(index, entity)?;
        bindings.retain(|binding| binding.is_of(Account::User(user)));
        Ok(bindings)
    }

    /// Returns the users with a role in an entity, which is a value of an indexed field.
    pub(crate) fn users_in(
        &self,
        index: Index<RoleBinding>,
        entity: &str,
    ) -> Result<Vec<Row<User>>, Refusal> {
        let bindings = self.find(index, entity)?;
        self.referred(bindings.iter().filter_map(|binding| binding.user_id.as_deref()))
    }

    /// Returns the rows with these ids, each once. Missing rows are skipped.
    pub(crate) fn referred<'i, T: Table>(
        &self,
        ids: impl Iterator<Item = &'i str>,
    ) -> Result<Vec<Row<T>>, Refusal> {
        let mut rows: Vec<Row<T>> = Vec::new();
        for id in ids {
            if !rows.iter().any(|row| row.id == id) {
                rows.extend(self.rows.get(id)?);
            }
        }
        Ok(rows)
    }

    /// Returns the argument `role`, or refuses a role of another scope.
    pub(crate) fn role(&self, scope: &str, mismatch: &str) -> Result<&str, Refusal> {
        let role = Some(self.text("role")).filter(|role| role.starts_with(scope));
        role.ok_or_else(|| Refusal::input(mismatch))
    }

    /// Refuses unless the caller has a permission in an entity or for the whole system.
    pub(crate) fn require_in(&self, entity: Entity<'_>, permission: &str) -> Result<(), Refusal> {
        let kind = match entity {
            Entity::System => "system",
            Entity::Workspace(_) => "workspace",
            Entity::Deployment(_) => "deployment",
        };
        let system = format!("system.{permission}");
        self.require(&[(&system, Entity::System), (&format!("{kind}.{permission}"), entity)])
    }

    /// Refuses unless the caller has one of the permissions in its entity.
    pub(crate) fn require(&self, any: &[(&str, Entity<'_>)]) -> Result<(), Refusal> {
        for (permission, entity) in any {
            if self.caller.roles(self.rows, *entity)?.may(permission) {
                return Ok(());
            }
        }
        Err(Refusal::not_allowed())
    }
}

impl Write<'_> {
    /// Stores a new row under a new id.
    pub(crate) fn create<T: Table>(&self, fields: T) -> Result<Row<T>, Refusal> {
        Ok(self.rows.create(identifier::id(self.now)?, self.now, fields)?)
    }

    /// Stores a row with a new `updatedAt`.
    pub(crate) fn save<T: Table>(&self, mut row: Row<T>) -> Result<Row<T>, Refusal> {
        row.updated_at = Time(self.now);
        self.rows.put(&row)?;
        Ok(row)
    }

    /// Stores a deployment like [`save`](Self::save). Its pods restart if the change is one of theirs.
    pub(crate) fn roll_out(&self, mut row: Row<Deployment>) -> Result<Row<Deployment>, Refusal> {
        if row.has_other_pods(&*self.row::<Deployment>(&row.id)?) {
            row.restarted_at = Some(Time(self.now));
        }
        self.save(row)
    }

    /// Gives the caller another role, in an entity.
    pub(crate) fn bind_caller(&self, role: &str, entity: Entity<'_>) -> Result<(), Refusal> {
        let account = self.caller.account().ok_or_else(Refusal::not_allowed)?;
        self.bind(account, role, entity)?;
        Ok(())
    }

    /// Gives an account a role in an entity.
    pub(crate) fn bind(
        &self,
        account: Account<'_>,
        role: &str,
        entity: Entity<'_>,
    ) -> Result<Row<RoleBinding>, Refusal> {
        self.create(RoleBinding::new(account, role, entity))
    }

    /// Removes all rows with this value in an indexed field.
    pub(crate) fn remove_all<T: Table>(&self, index: Index<T>, value: &str) -> Result<(), Refusal> {
        for row in self.find(index, value)? {
            self.rows.remove::<T>(&row.id)?;
        }
        Ok(())
    }

    /// Keeps a mail for [`Sandbox::letters`](crate::Sandbox::letters).
    pub(crate) fn send(&self, to: &str, purpose: Purpose, token: &str) -> Result<(), Refusal> {
        self.create(Letter { to: to.to_owned(), purpose, token: token.to_owned() })?;
        Ok(())
    }
}
