//! What requests are executed on: a store, a clock, and what tests ask for beside them.

use serde_json::json;

use crate::{
    Clock, Error, WORKSPACE_ID,
    builder::{Builder, Habits},
    clock,
    error::Cause,
    fault::Faults,
    identifier,
    ledger::Ledger,
    store::{Changes, Kind, Row, Rows, Store},
};

/// The inside of a sandbox.
pub(crate) struct Platform {
    pub(crate) store: Store,
    pub(crate) clock: Clock,
    pub(crate) administrator: Administrator,
    pub(crate) habits: Habits,
    pub(crate) faults: Faults,
    pub(crate) ledger: Ledger,
}

/// The user that a new store holds, with the key that signs it in. Both are empty in a store that was made without
/// one.
#[derive(Default)]
pub(crate) struct Administrator {
    pub(crate) id: String,
    pub(crate) token: String,
}

/// The version of the store's layout.
const FORMAT: &str = "2";

const ADDRESS: &str = "admin@sandbox.localhost";

impl Platform {
    pub(crate) fn new(store: Store, choices: Builder) -> Result<Platform, Error> {
        let clock = Clock::default();
        let changes = store.changes()?;
        let setting = |name| Ok::<_, Error>(changes.setting(name)?.unwrap_or_default());
        let administrator = match changes.setting("format")?.as_deref() {
            Some(FORMAT) => Administrator {
                id: setting("administratorId")?,
                token: setting("administratorToken")?,
            },
            Some(other) => return Err(Cause::Format(other.to_owned()).into()),
            None => furnish(&changes, &clock, choices.empty)?,
        };
        if let Some(seed) = &choices.seed {
            seed.sow(&changes, &clock)?;
        }
        changes.commit()?;
        let faults = Faults::default();
        for fault in choices.faults {
            faults.add(fault);
        }
        let (habits, ledger) = (choices.habits, Ledger::default());
        Ok(Platform { store, clock, administrator, habits, faults, ledger })
    }
}

/// Fills a new store: an administrator, a workspace, and the first as admin of the second and of everything. An empty
/// one has neither.
fn furnish(changes: &Changes, clock: &Clock, empty: bool) -> Result<Administrator, Error> {
    let now = clock.now();
    let put = |kind, mut row: Row| {
        if row["id"].is_null() {
            row["id"] = identifier::id(now)?.into();
        }
        row["createdAt"] = clock::iso(now).into();
        row["updatedAt"] = clock::iso(now).into();
        changes.put(kind, &row)
    };

    changes.create_tables()?;
    changes.set("format", FORMAT)?;
    if empty {
        return Ok(Administrator::default());
    }
    let administrator = Administrator { id: identifier::id(now)?, token: identifier::key()? };
    let id = &administrator.id;
    put(
        Kind::Users,
        json!({ "id": id, "username": ADDRESS, "fullName": "Administrator", "status": "active" }),
    )?;
    put(
        Kind::Emails,
        json!({ "userId": id, "address": ADDRESS, "primary": true, "verified": true }),
    )?;
    put(Kind::Workspaces, json!({ "id": WORKSPACE_ID, "label": "Sandbox", "active": true }))?;
    put(Kind::RoleBindings, json!({ "userId": id, "role": "SYSTEM_ADMIN", "systemRoleOf": id }))?;
    put(
        Kind::RoleBindings,
        json!({ "userId": id, "role": "WORKSPACE_ADMIN", "workspaceId": WORKSPACE_ID }),
    )?;
    changes.set("administratorId", id)?;
    changes.set("administratorToken", &administrator.token)?;
    Ok(administrator)
}
