//! The sandbox: what a program holds of a platform.

use std::fmt;
use std::path::Path;

use crate::execution::Outcome;
use crate::http::request;
use crate::http::request::{Body, Operation};
use crate::platform::Platform;
use crate::platform::fault::Fate;
use crate::store::{Rows, Store};
use crate::{
    Builder, Clock, Error, Executed, Fault, Letter, Request, Response, Settings, execution, store,
};

/// An embedded Houston. It can be shared by threads; any number of them can live side by side.
pub struct Sandbox(Platform);

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

    /// The key that signs the administrator in: 32 hexadecimal digits, drawn when the store was made. Empty if it was
    /// made without an administrator.
    pub fn administrator_token(&self) -> &str {
        &self.0.administrator.token
    }

    /// The clock, to be put forward by tests.
    pub fn clock(&self) -> &Clock {
        &self.0.clock
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
                        match execution::execute(&self.0, request.token(), operation, &fate) {
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
        let response = match execution::execute(&self.0, token, operation, &fate) {
            Outcome::Answered(status, answer) => Response::json(status, &answer),
            Outcome::Page(response) => response,
        };
        fate.befall(response)
    }

    /// Makes calls go wrong from here on, by one more rule.
    pub fn inject(&self, fault: Fault) {
        self.0.faults.add(fault);
    }

    /// Every operation that was executed, in order: what a test asks to learn what a program really did. The last
    /// 10,000 are kept, in memory alone.
    pub fn ledger(&self) -> Vec<Executed> {
        self.0.ledger.entries()
    }

    /// The mails that were to be sent, oldest first.
    ///
    /// # Errors
    ///
    /// If the store fails.
    pub fn letters(&self) -> Result<Vec<Letter>, Error> {
        let letters = self.0.store.snapshot()?.all()?;
        Ok(letters.into_iter().map(|letter| letter.fields).collect())
    }

    /// The switches as they are.
    ///
    /// # Errors
    ///
    /// If the store fails.
    pub fn settings(&self) -> Result<Settings, Error> {
        Settings::of(&self.0.store.snapshot()?)
    }

    /// Sets all switches, for the requests that follow. They are kept in the store.
    ///
    /// # Errors
    ///
    /// If the store fails.
    pub fn change_settings(&self, settings: Settings) -> Result<(), Error> {
        let changes = self.0.store.changes()?;
        settings.set(&changes)?;
        changes.commit()
    }

    pub(crate) fn platform(&self) -> &Platform {
        &self.0
    }
}

impl Builder {
    /// A sandbox in memory, with a new store.
    ///
    /// # Errors
    ///
    /// If the system gives no random numbers, or a seed does not fit.
    pub fn in_memory(self) -> Result<Sandbox, Error> {
        Ok(Sandbox(Platform::new(Store::in_memory()?, self)?))
    }

    /// A sandbox over the store in `dir`, as [`Sandbox::open`] makes it. What a seed names and the store has is left
    /// as it is.
    ///
    /// # Errors
    ///
    /// Those of [`Sandbox::open`], or if a seed does not fit.
    pub fn open(self, dir: &Path) -> Result<Sandbox, Error> {
        let platform = Platform::new(Store::open(dir)?, self);
        Ok(Sandbox(platform.map_err(|error| error.of_file(dir.join(store::FILE)))?))
    }
}

impl fmt::Debug for Sandbox {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        // The token stays out.
        formatter.debug_struct("Sandbox").field("clock", &self.0.clock).finish_non_exhaustive()
    }
}
