//! How a sandbox is made that is not the usual one.

use crate::seed::Seed;
use crate::{Error, Fault};

/// Choices for a new [`Sandbox`](crate::Sandbox).
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
}

/// What differs from server to server, apart from its schema.
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
    /// Whether requests may ask for `__schema` and `__type`. They may, unless this says no.
    pub fn introspection(mut self, allowed: bool) -> Self {
        self.habits.introspection = allowed;
        self
    }

    /// Whether introspection has what graphql-js 14 does not know: `isRepeatable`, `specifiedByURL`, the schema's
    /// description, `includeDeprecated` on arguments and input fields. It has not, as in Houston 0.23, unless this
    /// says so.
    #[doc(hidden)]
    pub fn modern_introspection(mut self, modern: bool) -> Self {
        self.habits.modern_introspection = modern;
        self
    }

    /// A new store is a fresh platform, without users and workspaces and without an administrator: the first
    /// `createUser` becomes it. A store that exists is left as it is.
    pub fn empty(mut self) -> Self {
        self.empty = true;
        self
    }

    /// Users, workspaces, deployments and service accounts to begin with, in YAML: see [the crate's page](crate#seeds).
    ///
    /// # Errors
    ///
    /// If the text is no seed, with its line.
    pub fn seed(mut self, yaml: &str) -> Result<Self, Error> {
        self.seed = Some(Seed::read(yaml)?);
        Ok(self)
    }

    /// Adds a rule by which calls go wrong.
    pub fn fault(mut self, fault: Fault) -> Self {
        self.faults.push(fault);
        self
    }
}
