//! The changes between two schemas, and their impact on users of the builders and the command line.
//!
//! Descriptions are not compared: we write our own. Schemas do not contain permissions or a server's rules.

mod affected;
mod change;
mod compare;
mod comparison;
mod fields;
mod input;
mod output;
mod render;
mod types;

pub use change::{Change, Class, Delta, Element, Step};

use serde::Serialize;

use crate::model::Model;
use crate::source::{Diagnostic, Diagnostics};

/// All changes from one schema to another, worst first.
#[derive(Clone, Debug)]
pub struct Report {
    /// The changes: by class, then by path.
    pub changes: Vec<Change>,
    /// Entries of the overlay and its companion files that match nothing in the new schema.
    pub stale: Vec<Diagnostic>,
}

/// The number of changes in each class, by the worse of a change's two classes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Counts {
    /// [`Class::Breaking`]
    pub breaking: usize,
    /// [`Class::Dangerous`]
    pub dangerous: usize,
    /// [`Class::Safe`]
    pub safe: usize,
}

impl Report {
    /// Compares two schemas. `stale` comes from [`Model::with_stale`] for the new one.
    pub fn compare(old: &Model, new: &Model, stale: Diagnostics) -> Self {
        let mut changes = compare::compare(old, new);
        let key = |change: &Change| (std::cmp::Reverse(change.class()), change.path.clone());
        changes.sort_by_cached_key(key);
        Report { changes, stale: stale.0 }
    }

    /// Returns the worst class, for code or for commands, or `None` if nothing changed.
    pub fn worst(&self) -> Option<Class> {
        self.changes.iter().map(Change::class).max()
    }

    /// Returns the step that the next release of the generated code needs, or `None` if nothing changed.
    pub fn step(&self) -> Option<Step> {
        self.changes.iter().map(|change| change.step).max()
    }

    /// Returns the number of changes in each class.
    pub fn counts(&self) -> Counts {
        let of = |class| self.of(class).count();
        Counts {
            breaking: of(Class::Breaking),
            dangerous: of(Class::Dangerous),
            safe: of(Class::Safe),
        }
    }

    fn of(&self, class: Class) -> impl Iterator<Item = &Change> {
        self.changes.iter().filter(move |change| change.class() == class)
    }
}
