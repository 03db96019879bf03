//! The sandbox: a program's handle on a platform.

use std::fmt;
use std::path::Path;

use crate::error::Cause;
use crate::execution::Refused;
use crate::execution::budget::Budget;
use crate::http::request;
use crate::http::request::{Body, Operation};
use crate::platform::Platform;
use crate::platform::fault::Fate;
use crate::store::{Rows, Store};
use crate::{
    Builder, Clock, Error, Executed, Fault, Letter, Request, Response, Settings, execution, store,
};

/// An embedded Houston. Threads can share it, and a process can have any number of sandboxes.
pub struct Sandbox(Platform);

impl Sandbox {
    /// Creates a sandbox in memory, with a new store.
    ///
    /// # Errors
    ///
    /// Fails if the system's random source fails.
    pub async fn start() -> Result<Sandbox, Error> {
        Sandbox::in_memory()
    }

    /// Creates a sandbox in memory, as [`Sandbox::start`] does, without `async`.
    ///
    /// # Errors
    ///
    /// Fails if the system's random source fails.
    pub fn in_memory() -> Result<Sandbox, Error> {
        Sandbox::builder().in_memory()
    }

    /// Opens the store `houston.redb` in `dir`. A missing directory or store is created, readable only by its owner.
    ///
    /// # Errors
    ///
    /// Fails with [`Error::is_locked`] if another process or `Sandbox` has the store open, and otherwise if the store
    /// cannot be read or created.
    pub fn open(dir: &Path) -> Result<Sandbox, Error> {
        Sandbox::builder().open(dir)
    }

    /// Returns the options for a new sandbox.
    pub fn builder() -> Builder {
        Builder::default()
    }

    /// Removes the store in `dir`. The next sandbox that opens there gets a new store.
    ///
    /// # Errors
    ///
    /// Fails with [`Error::is_locked`] if a process has the store open. The store is then unchanged.
    pub fn reset(dir: &Path) -> Result<(), Error> {
        Store::remove(dir)
    }

    /// Returns the administrator's token: 32 hexadecimal digits, random for each store. It is empty if the store was
    /// created without an administrator.
    pub fn administrator_token(&self) -> &str {
        &self.0.administrator.token
    }

    /// Returns the clock, which tests can advance.
    pub fn clock(&self) -> &Clock {
        &self.0.clock
    }

    /// Handles one request, in process. The changes of a mutation are on disk when this returns.
    ///
    /// Blocks while another request writes, and while it waits for the disk.
    pub fn handle(&self, request: Request) -> Response {
        self.handle_within(request, &Budget::new())
    }

    pub(crate) fn handle_within(&self, request: Request, budget: &Budget) -> Response {
        match request.read() {
            Err(response) => response,
            Ok(Body::One(operation)) => self.answer(request.token(), &operation, budget),
            Ok(Body::Batch(items)) => {
                let (fate, token) = (Fate::default(), request.token());
                let answers = items.iter().map(|item| match item {
                    Err(why) => request::no_operation(why),
                    Ok(operation) => {
                        execution::execute(&self.0, token, operation, &fate, budget, None)
                            .unwrap_or_else(|refused| budget.value(refused.answer()))
                    }
                });
                let response = Response::json(200, &answers.collect());
                fate.befall(response)
            }
        }
    }

    /// Handles one `GET` request, from the query part of its URL.
    pub(crate) fn handle_query(
        &self,
        token: Option<&str>,
        query: &str,
        budget: &Budget,
    ) -> Response {
        match request::read_query(query) {
            Err(response) => response,
            Ok(operation) => self.answer(token, &operation, budget),
        }
    }

    fn answer(&self, token: Option<&str>, operation: &Operation, budget: &Budget) -> Response {
        let fate = Fate::default();
        let answer = execution::execute(&self.0, token, operation, &fate, budget, None);
        let response = match answer {
            Ok(answer) => Response::json(200, &answer),
            Err(Refused::Answer(answer)) => Response::json(400, &answer),
            Err(Refused::Method) => {
                Response::text(405, "GET supports only query operation").allowing("POST")
            }
        };
        fate.befall(response)
    }

    /// Adds a rule that makes later calls fail.
    pub fn inject(&self, fault: Fault) {
        self.0.faults.add(fault);
    }

    /// Returns every operation that was executed, in order, so that a test can check what a program did. The last
    /// 10,000 are kept, in memory only.
    pub fn ledger(&self) -> Vec<Executed> {
        self.0.ledger.entries()
    }

    /// Returns the mails that Houston would have sent, oldest first.
    ///
    /// # Errors
    ///
    /// Fails if the store fails.
    pub fn letters(&self) -> Result<Vec<Letter>, Error> {
        let letters = self.0.store.snapshot()?.all()?;
        Ok(letters.into_iter().map(|letter| letter.fields).collect())
    }

    /// Returns the current settings.
    ///
    /// # Errors
    ///
    /// Fails if the store fails.
    pub fn settings(&self) -> Result<Settings, Error> {
        Settings::of(&self.0.store.snapshot()?)
    }

    /// Sets all settings, for later requests. They are kept in the store.
    ///
    /// # Errors
    ///
    /// Fails if a value is not valid, or if the store fails.
    pub fn change_settings(&self, settings: Settings) -> Result<(), Error> {
        settings.check().map_err(|error| Cause::Setting(error.to_string()))?;
        let changes = self.0.store.changes()?;
        settings.set(&changes)?;
        changes.commit()
    }

    pub(crate) fn platform(&self) -> &Platform {
        &self.0
    }
}

impl Builder {
    /// Creates a sandbox in memory, with a new store.
    ///
    /// # Errors
    ///
    /// Fails if the system's random source fails, or if a seed conflicts with the store.
    pub fn in_memory(self) -> Result<Sandbox, Error> {
        Ok(Sandbox(Platform::new(Store::in_memory()?, self)?))
    }

    /// Opens the store in `dir`, as [`Sandbox::open`] does. Entries of a seed that the store already has are left
    /// unchanged.
    ///
    /// # Errors
    ///
    /// Fails like [`Sandbox::open`], or if a seed conflicts with the store.
    pub fn open(self, dir: &Path) -> Result<Sandbox, Error> {
        let platform = Platform::new(Store::open(dir)?, self);
        Ok(Sandbox(platform.map_err(|error| error.of_file(dir.join(store::FILE)))?))
    }
}

impl fmt::Debug for Sandbox {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        // The token is secret.
        formatter.debug_struct("Sandbox").field("clock", &self.0.clock).finish_non_exhaustive()
    }
}
