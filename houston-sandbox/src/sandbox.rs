//! The sandbox: a store, a clock, and the administrator that a new store holds.

use std::{fmt, path::Path};

use serde_json::json;

use crate::{
    Clock, Error, Request, Response, WORKSPACE_ID, clock,
    error::Cause,
    execution, identifier,
    request::Body,
    store::{Changes, Kind, Row, Rows, Store},
};

/// An embedded Houston. It can be shared by threads; any number of them can live side by side.
pub struct Sandbox {
    store: Store,
    clock: Clock,
    administrator: Administrator,
}

/// The user that a new store holds, with the key that signs it in.
struct Administrator {
    id: String,
    token: String,
}

/// The version of the store's layout.
const FORMAT: &str = "2";

impl Sandbox {
    /// A sandbox in memory, with a new store.
    ///
    /// # Errors
    ///
    /// If the system gives no random numbers.
    pub async fn start() -> Result<Sandbox, Error> {
        Sandbox::in_memory()
    }

    /// [`Sandbox::start`] for callers that are not asynchronous.
    ///
    /// # Errors
    ///
    /// If the system gives no random numbers.
    pub fn in_memory() -> Result<Sandbox, Error> {
        Sandbox::with_store(Store::in_memory()?)
    }

    /// A sandbox over the store in `dir`, `houston.redb`. What is missing is made, readable by its owner alone.
    ///
    /// # Errors
    ///
    /// [`Error::is_locked`] if somebody else has the store open; otherwise if it cannot be read or made.
    pub fn open(dir: &Path) -> Result<Sandbox, Error> {
        Sandbox::with_store(Store::open(dir)?)
    }

    fn with_store(store: Store) -> Result<Sandbox, Error> {
        let clock = Clock::default();
        let changes = store.changes()?;
        let setting = |name| Ok::<_, Error>(changes.setting(name)?.unwrap_or_default());
        let administrator = match changes.setting("format")?.as_deref() {
            Some(FORMAT) => Administrator {
                id: setting("administratorId")?,
                token: setting("administratorToken")?,
            },
            Some(other) => return Err(Cause::Format(other.to_owned()).into()),
            None => {
                let administrator = furnish(&changes, &clock)?;
                changes.commit()?;
                administrator
            }
        };
        Ok(Sandbox { store, clock, administrator })
    }

    /// The key that signs the administrator in: 32 hexadecimal digits, drawn when the store was made.
    pub fn administrator_token(&self) -> &str {
        &self.administrator.token
    }

    /// The clock, to be put forward by tests.
    pub fn clock(&self) -> &Clock {
        &self.clock
    }

    /// Answers one request, in process. What a mutation changed is on disk when this returns.
    ///
    /// It blocks while another request writes, and for as long as the disk takes.
    pub fn handle(&self, request: Request) -> Response {
        let token = request.token();
        match request.read() {
            Err(response) => response,
            Ok(Body::One(operation)) => {
                let (status, answer) = execution::execute(self, token, &operation);
                Response::json(status, &answer)
            }
            Ok(Body::Batch(operations)) => {
                let answers =
                    operations.iter().map(|operation| execution::execute(self, token, operation).1);
                Response::json(200, &answers.collect())
            }
        }
    }

    pub(crate) fn store(&self) -> &Store {
        &self.store
    }

    /// The administrator's id and token.
    pub(crate) fn administrator(&self) -> (&str, &str) {
        (&self.administrator.id, &self.administrator.token)
    }
}

/// Fills a new store: an administrator, a workspace, and the first as admin of the second and of everything.
fn furnish(changes: &Changes, clock: &Clock) -> Result<Administrator, Error> {
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
    changes.set("format", FORMAT)?;
    Ok(administrator)
}

const ADDRESS: &str = "admin@sandbox.localhost";

impl fmt::Debug for Sandbox {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        // The token stays out.
        f.debug_struct("Sandbox").field("clock", &self.clock).finish_non_exhaustive()
    }
}
