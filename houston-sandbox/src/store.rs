//! Rows as JSON documents in a redb database: one table for each kind of row, and one index over all of them.

use std::{fs, io::ErrorKind, path::Path};

use redb::{
    Database, ReadTransaction, ReadableDatabase, ReadableTable, TableDefinition, WriteTransaction,
    backends::{FileBackend, InMemoryBackend},
};

use crate::{Error, damage::caught, error::Cause, json};

/// A JSON object with the fields of its GraphQL type under their names, and the ids of what it belongs to.
pub(crate) type Row = serde_json::Value;

/// Which table a row lives in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    Users,
    Emails,
    Workspaces,
    Deployments,
    ServiceAccounts,
    RoleBindings,
    /// Passwords, one for each user who has one.
    Credentials,
    Invites,
    /// Mails that a platform with a mail server would have sent.
    Letters,
}

impl Kind {
    const ALL: [Kind; 9] = [
        Kind::Users,
        Kind::Emails,
        Kind::Workspaces,
        Kind::Deployments,
        Kind::ServiceAccounts,
        Kind::RoleBindings,
        Kind::Credentials,
        Kind::Invites,
        Kind::Letters,
    ];

    fn name(self) -> &'static str {
        match self {
            Kind::Users => "users",
            Kind::Emails => "emails",
            Kind::Workspaces => "workspaces",
            Kind::Deployments => "deployments",
            Kind::ServiceAccounts => "service_accounts",
            Kind::RoleBindings => "role_bindings",
            Kind::Credentials => "credentials",
            Kind::Invites => "invites",
            Kind::Letters => "letters",
        }
    }

    /// The fields that rows can be found by.
    fn indexed(self) -> &'static [&'static str] {
        match self {
            Kind::Workspaces | Kind::Letters => &[],
            Kind::Users => &["username"],
            Kind::Emails => &["userId", "address", "token"],
            Kind::Credentials => &["userId", "resetToken"],
            Kind::Invites => &["email", "token", "workspaceId"],
            Kind::Deployments => &["workspaceId", "label", "releaseName"],
            Kind::ServiceAccounts => &["apiKey", "entityUuid", "label"],
            Kind::RoleBindings => {
                // `systemRoleOf` is the account again, in bindings to roles in the system.
                &["userId", "serviceAccountId", "workspaceId", "deploymentId", "systemRoleOf"]
            }
        }
    }

    fn table(self) -> TableDefinition<'static, &'static str, &'static [u8]> {
        TableDefinition::new(self.name())
    }

    /// Where the index's entries for one value of one field begin. The row's id follows.
    fn prefix(self, field: &str, value: &str) -> String {
        format!("{}\0{field}\0{value}\0", self.name())
    }
}

const INDEX: TableDefinition<'static, &str, ()> = TableDefinition::new("index");
const SETTINGS: TableDefinition<'static, &str, &str> = TableDefinition::new("settings");

/// The file of a store, in its directory.
pub(crate) const FILE: &str = "houston.redb";

/// The database. Its library may panic over a damaged file at any step, not only when it is opened.
pub(crate) struct Store(Database);

/// Empties a file whose making was interrupted: redb writes its magic number last, and refuses a file that
/// holds something else. It must be this process' [`turn`], since the database locks its file only later.
fn forget_unfinished(mut file: &fs::File) -> std::io::Result<()> {
    use std::io::Read as _;
    let mut magic = Vec::new();
    file.by_ref().take(9).read_to_end(&mut magic)?;
    if !magic.is_empty() && magic.iter().all(|byte| *byte == 0) {
        file.set_len(0)?;
    }
    Ok(())
}

/// Waits until nobody else opens or removes the store in `dir`, and keeps others from it until the result is dropped.
fn turn(dir: &Path, options: &fs::OpenOptions) -> std::io::Result<fs::File> {
    let file = options.open(dir.join("houston.lock"))?;
    file.lock()?;
    Ok(file)
}

impl Store {
    pub(crate) fn in_memory() -> Result<Store, Error> {
        let backend = InMemoryBackend::new();
        Ok(Store(Database::builder().create_with_backend(backend)?))
    }

    /// Opens [`FILE`] in `dir`, making what is missing, for its owner alone.
    pub(crate) fn open(dir: &Path) -> Result<Store, Error> {
        let mut folder = fs::DirBuilder::new();
        let mut file = fs::OpenOptions::new();
        #[cfg(unix)]
        {
            std::os::unix::fs::DirBuilderExt::mode(&mut folder, 0o700);
            std::os::unix::fs::OpenOptionsExt::mode(&mut file, 0o600);
        }
        folder.recursive(true).create(dir)?;
        file.read(true).write(true).create(true).truncate(false);
        let path = dir.join(FILE);
        let _turn = turn(dir, &file)?;
        let file = file.open(&path)?;
        let handle = file.try_clone()?;
        let opened = caught(|| {
            Ok(FileBackend::new(file).and_then(|backend| {
                forget_unfinished(&handle).map_err(redb::StorageError::Io)?;
                Database::builder().create_with_backend(backend)
            }))
        });
        match opened.map_err(|error| error.of_file(path.clone()))? {
            Ok(database) => Ok(Store(database)),
            Err(redb::DatabaseError::DatabaseAlreadyOpen) => Err(Cause::Locked(path).into()),
            Err(redb::DatabaseError::Storage(redb::StorageError::Io(error)))
                if !matches!(error.kind(), ErrorKind::InvalidData | ErrorKind::UnexpectedEof) =>
            {
                Err(error.into())
            }
            Err(other) => Err(Cause::Damaged(Some(path), other.to_string()).into()),
        }
    }

    /// Removes the store in `dir`, unless somebody has it open.
    pub(crate) fn remove(dir: &Path) -> Result<(), Error> {
        let path = dir.join(FILE);
        if !path.try_exists()? {
            return Ok(());
        }
        let _turn = turn(dir, fs::OpenOptions::new().write(true).create(true).truncate(false))?;
        // Held while the file goes. What cannot be read can be removed all the same.
        let _held = match caught(|| Ok(Database::builder().open(&path))) {
            Ok(Err(redb::DatabaseError::DatabaseAlreadyOpen)) => {
                return Err(Cause::Locked(path).into());
            }
            other => other,
        };
        Ok(fs::remove_file(&path)?)
    }

    pub(crate) fn snapshot(&self) -> Result<Snapshot, Error> {
        caught(|| Ok(Snapshot(self.0.begin_read()?)))
    }

    /// Begins a write transaction. Waits for the one that is open, if any.
    pub(crate) fn changes(&self) -> Result<Changes, Error> {
        caught(|| Ok(Changes(self.0.begin_write()?)))
    }
}

/// A view of the store as it was at one moment.
pub(crate) struct Snapshot(ReadTransaction);

/// A write transaction: all of it is kept by [`Changes::commit`], none of it otherwise.
pub(crate) struct Changes(WriteTransaction);

/// What can be asked of a snapshot and of a write transaction alike.
pub(crate) trait Rows {
    fn get(&self, kind: Kind, id: &str) -> Result<Option<Row>, Error>;

    /// All rows of a kind, oldest first.
    fn all(&self, kind: Kind) -> Result<Vec<Row>, Error>;

    fn indexed_ids(&self, prefix: &str) -> Result<Vec<String>, Error>;

    /// What is kept once for the whole store.
    fn setting(&self, name: &str) -> Result<Option<String>, Error>;

    /// The rows whose `field`, one that [`Kind::indexed`] names, has this value, oldest first.
    fn find(&self, kind: Kind, field: &str, value: &str) -> Result<Vec<Row>, Error> {
        debug_assert!(kind.indexed().contains(&field), "{kind:?} has no index over {field}");
        let mut rows = Vec::new();
        for id in self.indexed_ids(&kind.prefix(field, value))? {
            // A value with a NUL in it can share the prefix of another one.
            rows.extend(self.get(kind, &id)?.filter(|row| row[field] == value));
        }
        Ok(rows)
    }
}

impl Rows for Snapshot {
    fn get(&self, kind: Kind, id: &str) -> Result<Option<Row>, Error> {
        caught(|| get(&self.0.open_table(kind.table())?, id))
    }

    fn all(&self, kind: Kind) -> Result<Vec<Row>, Error> {
        caught(|| all(&self.0.open_table(kind.table())?))
    }

    fn indexed_ids(&self, prefix: &str) -> Result<Vec<String>, Error> {
        caught(|| indexed_ids(&self.0.open_table(INDEX)?, prefix))
    }

    fn setting(&self, name: &str) -> Result<Option<String>, Error> {
        caught(|| setting(&self.0.open_table(SETTINGS)?, name))
    }
}

impl Rows for Changes {
    fn get(&self, kind: Kind, id: &str) -> Result<Option<Row>, Error> {
        caught(|| get(&self.0.open_table(kind.table())?, id))
    }

    fn all(&self, kind: Kind) -> Result<Vec<Row>, Error> {
        caught(|| all(&self.0.open_table(kind.table())?))
    }

    fn indexed_ids(&self, prefix: &str) -> Result<Vec<String>, Error> {
        caught(|| indexed_ids(&self.0.open_table(INDEX)?, prefix))
    }

    fn setting(&self, name: &str) -> Result<Option<String>, Error> {
        caught(|| setting(&self.0.open_table(SETTINGS)?, name))
    }
}

impl Changes {
    /// Makes the tables, so that a snapshot finds them.
    pub(crate) fn create_tables(&self) -> Result<(), Error> {
        caught(|| {
            for kind in Kind::ALL {
                self.0.open_table(kind.table())?;
            }
            self.0.open_table(INDEX)?;
            Ok(())
        })
    }

    pub(crate) fn set(&self, name: &str, value: &str) -> Result<(), Error> {
        caught(|| {
            self.0.open_table(SETTINGS)?.insert(name, value)?;
            Ok(())
        })
    }

    /// Stores a row under its `id`, in place of the one that is there.
    pub(crate) fn put(&self, kind: Kind, row: &Row) -> Result<(), Error> {
        let id = row["id"].as_str().unwrap_or_default();
        self.remove(kind, id)?;
        let text = serde_json::to_vec(row)?;
        // A row that is nested too deep to be read again would be in the way for ever.
        json::read(&text)?;
        caught(|| {
            self.0.open_table(kind.table())?.insert(id, text.as_slice())?;
            let mut index = self.0.open_table(INDEX)?;
            for entry in entries(kind, row) {
                index.insert(entry.as_str(), ())?;
            }
            Ok(())
        })
    }

    pub(crate) fn remove(&self, kind: Kind, id: &str) -> Result<(), Error> {
        let Some(row) = self.get(kind, id)? else {
            return Ok(());
        };
        caught(|| {
            self.0.open_table(kind.table())?.remove(id)?;
            let mut index = self.0.open_table(INDEX)?;
            for entry in entries(kind, &row) {
                index.remove(entry.as_str())?;
            }
            Ok(())
        })
    }

    /// Makes the changes durable: they survive a crash from here on.
    pub(crate) fn commit(self) -> Result<(), Error> {
        caught(|| Ok(self.0.commit()?))
    }
}

fn entries(kind: Kind, row: &Row) -> impl Iterator<Item = String> {
    let id = row["id"].as_str().unwrap_or_default();
    kind.indexed()
        .iter()
        .filter_map(move |field| Some(kind.prefix(field, row[*field].as_str()?) + id))
}

fn get(
    table: &impl ReadableTable<&'static str, &'static [u8]>,
    id: &str,
) -> Result<Option<Row>, Error> {
    let Some(document) = table.get(id)? else {
        return Ok(None);
    };
    Ok(Some(read(document.value())?))
}

fn all(table: &impl ReadableTable<&'static str, &'static [u8]>) -> Result<Vec<Row>, Error> {
    table.iter()?.map(|entry| read(entry?.1.value())).collect()
}

/// Reads what [`Changes::put`] has stored.
fn read(document: &[u8]) -> Result<Row, Error> {
    json::read(document).map_err(|error| Cause::Damaged(None, error.to_string()).into())
}

fn setting(
    table: &impl ReadableTable<&'static str, &'static str>,
    name: &str,
) -> Result<Option<String>, Error> {
    Ok(table.get(name)?.map(|value| value.value().to_owned()))
}

fn indexed_ids(
    table: &impl ReadableTable<&'static str, ()>,
    prefix: &str,
) -> Result<Vec<String>, Error> {
    let mut ids = Vec::new();
    for entry in table.range(prefix..)? {
        let entry = entry?.0;
        match entry.value().strip_prefix(prefix) {
            Some(id) => ids.push(id.to_owned()),
            None => break,
        }
    }
    Ok(ids)
}
