//! Which types have a struct of their default selection.

use std::collections::BTreeSet;

use serde::Deserialize;

use super::Model;
use super::module::Module;

/// Which types have a struct of their default selection. A type without one is the name of its fields' scope.
#[derive(Clone, Copy, Debug, Deserialize, PartialEq, Eq)]
#[serde(rename_all = "kebab-case")]
pub enum Structs {
    /// All types with fields.
    All,
    /// Types that an operation returns.
    Answered,
}

/// A schema with more types than this has structs for types that an operation returns: those of all types took a
/// third of the time that the compiler needed for GitHub's module.
const MOST: usize = 300;

/// Decides it for all types. Root types always have a struct.
pub(super) fn decide(model: &mut Model) {
    let answered: BTreeSet<&str> =
        model.operations.iter().map(|operation| operation.row.type_ref().name()).collect();
    let with_fields = model.types.iter().filter(|ty| Module::of(ty.row.kind) == Module::Object);
    let by_default = if with_fields.count() > MOST { Structs::Answered } else { Structs::All };
    let is_all = model.structs.unwrap_or(by_default) == Structs::All;
    for ty in &mut model.types {
        let is_needed = is_all || ty.root.is_some() || answered.contains(&*ty.row.name);
        ty.has_struct = is_needed && Module::of(ty.row.kind) == Module::Object;
    }
}
