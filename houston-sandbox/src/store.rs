//! Rows as JSON documents in a redb database: one table for each kind of row, and one index over all tables.

mod damage;
pub(crate) mod identifier;
pub(crate) mod json;
pub(crate) mod letter;
mod rows;
pub(crate) mod settings;
mod table;
mod time;

use std::fs;
use std::io::ErrorKind;
use std::path::Path;

use jiff::Timestamp;
use redb::backends::{FileBackend, InMemoryBackend};
use redb::{
    Database, ReadTransaction, ReadableDatabase, ReadableTable, TableDefinition, WriteTransaction,
};

use crate::Error;
use crate::error::Cause;
use crate::store::damage::caught;
use crate::store::letter::Letter;
pub(crate) use rows::{
    Account, Credential, Deployment, DeploymentRole, Email, Entity, Health, Invite, RoleBinding,
    ServiceAccount, Status, User, Variable, Workspace,
};
pub(crate) use table::{Index, Row, Table};
pub(crate) use time::Time;

/// Rows by their ids.
type DocumentTable<'n> = TableDefinition<'n, &'static str, &'static [u8]>;

const fn documents<T: Table>() -> DocumentTable<'static> {
    TableDefinition::new(T::NAME)
}

const TABLES: [&str; 9] = [
    User::NAME,
    Email::NAME,
    Workspace::NAME,
    Deployment::NAME,
    ServiceAccount::NAME,
    RoleBinding::NAME,
    Credential::NAME,
    Invite::NAME,
    Letter::NAME,
];

const INDEX: TableDefinition<'static, &str, ()> = TableDefinition::new("index");
const SETTINGS: TableDefinition<'static, &str, &str> = TableDefinition::new("settings");

/// The file of a store, in its directory.
pub(crate) const FILE: &str = "houston.redb";

/// The database. On a damaged file redb can panic at any step, not only when it opens the file.
pub(crate) struct Store(Database);

/// Empties a file whose creation was interrupted: redb writes its magic number last, and refuses a file with other
/// content. The caller must hold the [`turn`], since redb locks its file only later.
fn forget_unfinished(mut file: &fs::File) -> std::io::Result<()> {
    use std::io::Read as _;
    let mut magic = Vec::new();
    file.by_ref().take(9).read_to_end(&mut magic)?;
    if !magic.is_empty() && magic.iter().all(|byte| *byte == 0) {
        file.set_len(0)?;
    }
    Ok(())
}

/// Waits until no other process opens or removes the store in `dir`, and blocks others until the result is dropped.
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

    /// Opens [`FILE`] in `dir`. A missing directory or file is created, readable only by its owner.
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
        if !file.metadata()?.is_file() {
            return Err(Cause::File(path, "it is not a regular file".to_owned()).into());
        }
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
            Err(other) => Err(Cause::File(path, other.to_string()).into()),
        }
    }

    /// Removes the store in `dir`, unless a process has it open.
    pub(crate) fn remove(dir: &Path) -> Result<(), Error> {
        let path = dir.join(FILE);
        if !path.try_exists()? {
            return Ok(());
        }
        let _turn = turn(dir, fs::OpenOptions::new().write(true).create(true).truncate(false))?;
        // The store stays locked until the file is removed. A damaged store can also be removed.
        let _held = match caught(|| Ok(path.is_file().then(|| Database::builder().open(&path)))) {
            Ok(Some(Err(redb::DatabaseError::DatabaseAlreadyOpen))) => {
                return Err(Cause::Locked(path).into());
            }
            other => other,
        };
        Ok(fs::remove_file(&path)?)
    }

    pub(crate) fn snapshot(&self) -> Result<Snapshot, Error> {
        caught(|| Ok(Snapshot(self.0.begin_read()?)))
    }

    /// Begins a write transaction. Waits until no other one is open.
    pub(crate) fn changes(&self) -> Result<Changes, Error> {
        caught(|| Ok(Changes(self.0.begin_write()?)))
    }
}

/// A view of the store at one moment.
pub(crate) struct Snapshot(ReadTransaction);

/// A write transaction. Without [`Changes::commit`], its changes are discarded.
pub(crate) struct Changes(WriteTransaction);

/// Reads from a snapshot or a write transaction.
pub(crate) trait Rows {
    fn open<K: redb::Key + 'static, V: redb::Value + 'static>(
        &self,
        table: TableDefinition<'_, K, V>,
    ) -> Result<impl ReadableTable<K, V>, redb::TableError>;

    fn get<T: Table>(&self, id: &str) -> Result<Option<Row<T>>, Error> {
        caught(|| {
            let table = self.open(documents::<T>())?;
            table.get(id)?.map(|document| read(document.value())).transpose()
        })
    }

    /// All rows of a table, oldest first.
    fn all<T: Table>(&self) -> Result<Vec<Row<T>>, Error> {
        caught(|| {
            let table = self.open(documents::<T>())?;
            table.iter()?.map(|entry| read(entry?.1.value())).collect()
        })
    }

    /// The rows with this value in an indexed field, oldest first.
    fn find<T: Table>(&self, index: Index<T>, value: &str) -> Result<Vec<Row<T>>, Error> {
        let prefix = index.prefix(value);
        let ids: Vec<String> = caught(|| {
            let mut ids = Vec::new();
            for entry in self.open(INDEX)?.range(prefix.as_str()..)? {
                let entry = entry?.0;
                let Some(id) = entry.value().strip_prefix(&prefix) else { break };
                ids.push(id.to_owned());
            }
            Ok(ids)
        })?;
        let mut rows = Vec::new();
        for id in ids {
            // A value with a NUL can have the prefix of another value.
            rows.extend(self.get(&id)?.filter(|row: &Row<T>| (index.value)(row) == Some(value)));
        }
        Ok(rows)
    }

    /// A setting of the whole store.
    fn setting(&self, name: &str) -> Result<Option<String>, Error> {
        caught(|| Ok(self.open(SETTINGS)?.get(name)?.map(|value| value.value().to_owned())))
    }
}

impl Rows for Snapshot {
    fn open<K: redb::Key + 'static, V: redb::Value + 'static>(
        &self,
        table: TableDefinition<'_, K, V>,
    ) -> Result<impl ReadableTable<K, V>, redb::TableError> {
        self.0.open_table(table)
    }
}

impl Rows for Changes {
    fn open<K: redb::Key + 'static, V: redb::Value + 'static>(
        &self,
        table: TableDefinition<'_, K, V>,
    ) -> Result<impl ReadableTable<K, V>, redb::TableError> {
        self.0.open_table(table)
    }
}

impl Changes {
    /// Creates the tables, so that a snapshot finds them.
    pub(crate) fn create_tables(&self) -> Result<(), Error> {
        caught(|| {
            for name in TABLES {
                self.0.open_table(DocumentTable::new(name))?;
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

    /// Stores a new row.
    pub(crate) fn create<T: Table>(
        &self,
        id: String,
        now: Timestamp,
        fields: T,
    ) -> Result<Row<T>, Error> {
        let row = Row::new(id, now, fields);
        self.put(&row)?;
        Ok(row)
    }

    /// Stores a row, and replaces an existing row with its id.
    pub(crate) fn put<T: Table>(&self, row: &Row<T>) -> Result<(), Error> {
        self.remove::<T>(&row.id)?;
        let text = serde_json::to_vec(row)?;
        // A row that is nested too deep cannot be read again, and could never be removed.
        serde_json::from_slice::<Row<T>>(&text)?;
        caught(|| {
            self.0.open_table(documents::<T>())?.insert(row.id.as_str(), text.as_slice())?;
            let mut index = self.0.open_table(INDEX)?;
            for entry in row.entries() {
                index.insert(entry.as_str(), ())?;
            }
            Ok(())
        })
    }

    pub(crate) fn remove<T: Table>(&self, id: &str) -> Result<(), Error> {
        let Some(row) = self.get::<T>(id)? else {
            return Ok(());
        };
        caught(|| {
            self.0.open_table(documents::<T>())?.remove(id)?;
            let mut index = self.0.open_table(INDEX)?;
            for entry in row.entries() {
                index.remove(entry.as_str())?;
            }
            Ok(())
        })
    }

    /// Makes the changes durable: from then on they survive a crash.
    pub(crate) fn commit(self) -> Result<(), Error> {
        caught(|| Ok(self.0.commit()?))
    }
}

/// Reads a row that [`Changes::put`] stored.
fn read<T: Table>(document: &[u8]) -> Result<Row<T>, Error> {
    serde_json::from_slice(document).map_err(|error| Cause::Damaged(error.to_string()).into())
}
