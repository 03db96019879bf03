//! What requests are executed on: a store, a clock, and the faults and settings of a test.

pub(crate) mod builder;
pub(crate) mod clock;
pub(crate) mod fault;
pub(crate) mod ledger;

use jiff::Timestamp;

use crate::error::Cause;
use crate::platform::builder::{Builder, Habits};
use crate::platform::fault::Faults;
use crate::platform::ledger::Ledger;
use crate::seed::Seed;
use crate::store::{
    Account, Changes, Email, Entity, RoleBinding, Rows, Status, Store, User, Workspace, identifier,
    settings,
};
use crate::{Clock, Error};

/// The id of the workspace in a new store.
pub const WORKSPACE_ID: &str = "ck0sandbox0workspace00001";

/// The shared state of a sandbox.
pub(crate) struct Platform {
    pub(crate) store: Store,
    pub(crate) clock: Clock,
    pub(crate) administrator: Administrator,
    pub(crate) habits: Habits,
    pub(crate) faults: Faults,
    pub(crate) ledger: Ledger,
}

/// The user in a new store, and the token that it signs in with. Both are empty in a store that was created without
/// an administrator.
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
            None => furnish(&changes, clock.now(), choices.empty)?,
        };
        let sown = choices.seed.as_ref().map(Seed::settings).unwrap_or_default();
        settings::choose(&changes, &sown, &choices.settings)?;
        if let Some(seed) = &choices.seed {
            seed.sow(&changes, clock.now())?;
        }
        changes.commit()?;
        let faults = Faults::default();
        for fault in choices.faults {
            faults.add(fault);
        }
        let (habits, ledger) = (choices.habits, Ledger::new(choices.ledger));
        Ok(Platform { store, clock, administrator, habits, faults, ledger })
    }
}

/// Fills a new store with an administrator and a workspace. The administrator has the admin role in the system and in
/// the workspace. An empty store gets neither.
fn furnish(changes: &Changes, now: Timestamp, empty: bool) -> Result<Administrator, Error> {
    changes.create_tables()?;
    changes.set("format", FORMAT)?;
    if empty {
        return Ok(Administrator::default());
    }
    let administrator = Administrator { id: identifier::id(now)?, token: identifier::key()? };
    let id = &administrator.id;
    let user = User {
        username: ADDRESS.to_owned(),
        full_name: Some("Administrator".to_owned()),
        status: Status::Active,
    };
    changes.create(id.clone(), now, user)?;
    let email = Email {
        user_id: id.clone(),
        address: ADDRESS.to_owned(),
        primary: true,
        verified: true,
        token: None,
    };
    changes.create(identifier::id(now)?, now, email)?;
    let workspace = Workspace { label: "Sandbox".to_owned(), active: true, ..Workspace::default() };
    changes.create(WORKSPACE_ID.to_owned(), now, workspace)?;
    for (role, entity) in
        [("SYSTEM_ADMIN", Entity::System), ("WORKSPACE_ADMIN", Entity::Workspace(WORKSPACE_ID))]
    {
        let binding = RoleBinding::new(Account::User(id), role, entity);
        changes.create(identifier::id(now)?, now, binding)?;
    }
    changes.set("administratorId", id)?;
    changes.set("administratorToken", &administrator.token)?;
    Ok(administrator)
}
