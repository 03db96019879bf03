//! One field to resolve, with all that its resolver may look at.

use jiff::Timestamp;
use serde_json::Value;

use crate::{
    caller::{Caller, Scope},
    clock, identifier,
    refusal::Refusal,
    store::{Changes, Kind, Row, Rows, Snapshot},
};

/// What a resolver gets. `R` is what it works on: a snapshot, or the changes of a mutation.
pub(crate) struct Call<'c, R> {
    /// The one time of all that the field does.
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

/// The value of a field as JSON, rows for objects; the schema says what type it has.
pub(crate) type Answer = Result<Value, Refusal>;

impl<R: Rows> Call<'_, R> {
    /// An argument's text. Empty if it is missing or, where the schema lets any JSON pass, no text: no id is empty.
    pub(crate) fn text(&self, argument: &str) -> &str {
        self.arguments[argument].as_str().unwrap_or_default()
    }

    /// The row with this id, or the refusal that it was not found.
    pub(crate) fn row(&self, kind: Kind, id: &str) -> Result<Row, Refusal> {
        self.rows.get(kind, id)?.ok_or_else(Refusal::not_found)
    }

    pub(crate) fn find(&self, kind: Kind, field: &str, value: &str) -> Result<Vec<Row>, Refusal> {
        Ok(self.rows.find(kind, field, value)?)
    }

    /// The deployment with this id, if it is not deleted.
    pub(crate) fn deployment(&self, id: &str) -> Result<Row, Refusal> {
        Some(self.row(Kind::Deployments, id)?).filter(is_live).ok_or_else(Refusal::not_found)
    }

    /// The bindings that give a user a role in what `field` names.
    pub(crate) fn bindings_of(
        &self,
        user: &str,
        field: &str,
        entity: &str,
    ) -> Result<Vec<Row>, Refusal> {
        let mut bindings = self.find(Kind::RoleBindings, field, entity)?;
        bindings.retain(|binding| binding["userId"] == user);
        Ok(bindings)
    }

    /// The deployments of a workspace that are not deleted.
    pub(crate) fn deployments_of(&self, workspace: &str) -> Result<Vec<Row>, Refusal> {
        let mut rows = self.find(Kind::Deployments, "workspaceId", workspace)?;
        rows.retain(is_live);
        Ok(rows)
    }

    /// Refuses unless one of the permissions is had in its scope.
    pub(crate) fn require(&self, any: &[(&str, Scope<'_>)]) -> Result<(), Refusal> {
        for (permission, scope) in any {
            if self.caller.roles(self.rows, *scope)?.may(permission) {
                return Ok(());
            }
        }
        Err(Refusal::not_allowed())
    }
}

impl Write<'_> {
    /// Stores a new row made of these fields, an id unless it is among them, and the present time.
    pub(crate) fn create(&self, kind: Kind, mut row: Row) -> Answer {
        if row["id"].is_null() {
            row["id"] = identifier::id(self.now)?.into();
        }
        row["createdAt"] = clock::iso(self.now).into();
        self.save(kind, row)
    }

    /// Stores a row with a new `updatedAt`.
    pub(crate) fn save(&self, kind: Kind, mut row: Row) -> Answer {
        row["updatedAt"] = clock::iso(self.now).into();
        self.rows.put(kind, &row)?;
        Ok(row)
    }

    /// Gives the caller a role in what `field` (`workspaceId`, `deploymentId`) names, beside the roles that it has.
    pub(crate) fn bind_caller(&self, role: &str, field: &str, id: &Value) -> Result<(), Refusal> {
        let account = self.caller.identity.binding().ok_or_else(Refusal::not_allowed)?;
        self.bind(account, role, field, id)?;
        Ok(())
    }

    /// Gives an account, named by a field of role bindings and its id, a role in what `field` names.
    pub(crate) fn bind(
        &self,
        (account, id): (&str, &str),
        role: &str,
        field: &str,
        entity: &Value,
    ) -> Answer {
        self.create(
            Kind::RoleBindings,
            serde_json::json!({ "role": role, account: id, field: entity }),
        )
    }

    /// Removes all rows whose `field` has this value.
    pub(crate) fn remove_all(&self, kind: Kind, field: &str, value: &str) -> Result<(), Refusal> {
        for row in self.find(kind, field, value)? {
            self.rows.remove(kind, id(&row))?;
        }
        Ok(())
    }
}

/// A row's id.
pub(crate) fn id(row: &Row) -> &str {
    row["id"].as_str().unwrap_or_default()
}

/// The answer of an operation that tells no more than the id of what it worked on. Other fields are null, and those
/// that must not be null fail, although the operation has done its work: so does the server.
pub(crate) fn id_alone(row: &Row) -> Row {
    serde_json::json!({ "id": row["id"], ID_ALONE: true })
}

/// Marks a row that [`id_alone`] made. No field of the schema has this name.
pub(crate) const ID_ALONE: &str = "idAlone";

/// Whether a deployment is not deleted.
pub(crate) fn is_live(deployment: &Row) -> bool {
    deployment["deletedAt"].is_null()
}
