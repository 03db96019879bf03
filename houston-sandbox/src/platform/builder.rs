//! Options for a new sandbox.

use crate::seed::Seed;
use crate::store::settings::{self, Chosen};
use crate::{Error, Fault, InvalidSetting};

/// Options for a new [`Sandbox`](crate::Sandbox).
///
/// ```
/// # fn main() -> Result<(), Box<dyn std::error::Error>> {
/// let sandbox = houston_sandbox::Sandbox::builder()
///     .seed("workspaces: { data: { label: Data } }")?
///     .fault("createDeployment:1:drop-after".parse()?)
///     .in_memory()?;
/// # Ok(()) }
/// ```
#[derive(Clone, Debug, Default)]
#[must_use]
pub struct Builder {
    pub(crate) habits: Habits,
    pub(crate) empty: bool,
    pub(crate) seed: Option<Seed>,
    pub(crate) faults: Vec<Fault>,
    pub(crate) settings: Chosen,
    /// `None` for the usual limit.
    pub(crate) ledger: Option<usize>,
}

/// How one server differs from another, apart from its schema.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Habits {
    pub(crate) introspection: bool,
    pub(crate) modern_introspection: bool,
}

impl Default for Habits {
    fn default() -> Self {
        // Houston's generation of 0.23 runs graphql-js 14.
        Habits { introspection: true, modern_introspection: false }
    }
}

impl Builder {
    /// Sets whether requests can query `__schema` and `__type`. The default is `true`.
    pub fn introspection(mut self, allowed: bool) -> Self {
        self.habits.introspection = allowed;
        self
    }

    /// Sets whether introspection has the fields that graphql-js 14 lacks: `isRepeatable`, `specifiedByURL`, the
    /// schema's description, and `includeDeprecated` on arguments and input fields. The default is `false`, as in
    /// Houston 0.23.
    #[doc(hidden)]
    pub fn modern_introspection(mut self, modern: bool) -> Self {
        self.habits.modern_introspection = modern;
        self
    }

    /// Creates a new store without users and workspaces. The first user that `createUser` creates becomes the
    /// administrator. An existing store is not changed.
    pub fn empty(mut self) -> Self {
        self.empty = true;
        self
    }

    /// Adds users, workspaces, deployments, service accounts, invites and settings from YAML: see [seeds](crate#seeds).
    ///
    /// # Errors
    ///
    /// Returns an error that names the line if the seed is invalid.
    pub fn seed(mut self, yaml: &str) -> Result<Self, Error> {
        self.seed = Some(Seed::read(yaml)?);
        Ok(self)
    }

    /// Sets one of the [`Settings`](crate::Settings) by its name: `baseDomain` to `astro.example.com`. A list has commas. The
    /// store keeps it, and later sandboxes on this store have it as well.
    ///
    /// # Errors
    ///
    /// Returns an error if the name is unknown, or if the setting cannot have this value.
    pub fn setting(mut self, name: &str, value: &str) -> Result<Self, InvalidSetting> {
        let value = settings::read(name, &value.into())?;
        self.settings.insert(name.to_owned(), value);
        Ok(self)
    }

    /// Adds a rule that makes calls fail.
    pub fn fault(mut self, fault: Fault) -> Self {
        self.faults.push(fault);
        self
    }

    /// Sets how many executed operations [`Sandbox::ledger`](crate::Sandbox::ledger) keeps: the last 10,000 by default.
    pub fn ledger(mut self, operations: usize) -> Self {
        self.ledger = Some(operations);
        self
    }
}
