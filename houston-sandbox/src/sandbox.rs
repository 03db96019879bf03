//! The sandbox: a store, a clock, and the administrator that a new store holds.

use std::{fmt, path::Path};

use serde_json::json;

use crate::{
    Builder, Clock, Error, Fault, Request, Response, WORKSPACE_ID,
    builder::Habits,
    clock,
    error::Cause,
    execution::{self, Outcome},
    fault::{Fate, Faults},
    identifier,
    ledger::Ledger,
    request::{self, Body, Operation},
    store::{Changes, Kind, Row, Rows, Store},
};

/// An embedded Houston. It can be shared by threads; any number of them can live side by side.
pub struct Sandbox {
    store: Store,
    clock: Clock,
    administrator: Administrator,
    habits: Habits,
    faults: Faults,
    ledger: Ledger,
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
        Sandbox::builder().in_memory()
    }

    /// A sandbox over the store in `dir`, `houston.redb`. What is missing is made, readable by its owner alone.
    ///
    /// # Errors
    ///
    /// [`Error::is_locked`] if somebody else has the store open; otherwise if it cannot be read or made.
    pub fn open(dir: &Path) -> Result<Sandbox, Error> {
        Sandbox::builder().open(dir)
    }

    /// Choices for a sandbox that is not the usual one.
    pub fn builder() -> Builder {
        Builder::default()
    }

    /// Removes the store in `dir`. Whatever is opened there next is new.
    ///
    /// # Errors
    ///
    /// [`Error::is_locked`] if somebody has the store open: it is left as it is.
    pub fn reset(dir: &Path) -> Result<(), Error> {
        Store::remove(dir)
    }

    pub(crate) fn with_store(store: Store, choices: &Builder) -> Result<Sandbox, Error> {
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
        let (faults, ledger) = (Faults::default(), Ledger::default());
        Ok(Sandbox { store, clock, administrator, habits: choices.habits, faults, ledger })
    }

    /// The key that signs the administrator in: 32 hexadecimal digits, drawn when the store was made. Empty if it was
    /// made without an administrator.
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
        match request.read() {
            Err(response) => response,
            Ok(Body::One(operation)) => self.answer(request.token(), &operation),
            Ok(Body::Batch(items)) => {
                let fate = Fate::default();
                let answers = items.iter().map(|item| match item {
                    Err(why) => request::no_operation(why),
                    Ok(operation) => {
                        match execution::execute(self, request.token(), operation, &fate) {
                            Outcome::Answered(_, answer) => answer,
                            // What is no answer needs a request over `GET`, of which there is no batch.
                            Outcome::Page(_) => serde_json::Value::Null,
                        }
                    }
                });
                let response = Response::json(200, &answers.collect());
                fate.befall(response)
            }
        }
    }

    /// Answers one request that came as the query part of a URL.
    pub(crate) fn handle_query(&self, token: Option<&str>, query: &str) -> Response {
        match request::read_query(query) {
            Err(response) => response,
            Ok(operation) => self.answer(token, &operation),
        }
    }

    fn answer(&self, token: Option<&str>, operation: &Operation) -> Response {
        let fate = Fate::default();
        let response = match execution::execute(self, token, operation, &fate) {
            Outcome::Answered(status, answer) => Response::json(status, &answer),
            Outcome::Page(response) => response,
        };
        fate.befall(response)
    }

    /// Makes calls go wrong from here on, by one more rule.
    pub fn inject(&self, fault: Fault) {
        self.faults.add(fault);
    }

    pub(crate) fn faults(&self) -> &Faults {
        &self.faults
    }

    pub(crate) fn executed(&self) -> &Ledger {
        &self.ledger
    }

    pub(crate) fn habits(&self) -> Habits {
        self.habits
    }

    pub(crate) fn store(&self) -> &Store {
        &self.store
    }

    /// The administrator's id and token.
    pub(crate) fn administrator(&self) -> (&str, &str) {
        (&self.administrator.id, &self.administrator.token)
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
        return Ok(Administrator { id: String::new(), token: String::new() });
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

const ADDRESS: &str = "admin@sandbox.localhost";

impl fmt::Debug for Sandbox {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        // The token stays out.
        f.debug_struct("Sandbox").field("clock", &self.clock).finish_non_exhaustive()
    }
}
