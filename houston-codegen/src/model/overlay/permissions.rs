//! Who may run an operation.

use std::collections::BTreeMap;

use houston_schema::table::{Access, Role};
use houston_schema::{Rule, Word, row};
use serde::Deserialize;

use super::super::Model;
use super::stale::{Name, Stale};

/// `permissions.toml`
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub(super) struct Permissions {
    operations: BTreeMap<Name, Rule>,
    /// Operations whose permission is unknown, and why.
    unknown: BTreeMap<Name, String>,
    /// The permissions that the sandbox requires for some of them.
    supposed: BTreeMap<Name, Rule>,
    /// Those of operations that only later versions have.
    later: BTreeMap<Name, Rule>,
    roles: BTreeMap<String, Vec<String>>,
}

impl Permissions {
    /// Records who may run each operation, and the roles.
    pub(super) fn lay_over(self, model: &mut Model, stale: &mut Stale<'_>) {
        for (name, allowed) in self.operations.into_iter().chain(self.later) {
            let Some(index) = stale.operation(model, &name) else { continue };
            model.operations[index].row.access = match allowed {
                Rule::Word(Word::Public) => Access::Public,
                Rule::Word(Word::SignedIn) => Access::SignedIn,
                Rule::AnyOf(any) => Access::AnyOf(any),
            };
        }
        for name in self.unknown.keys().chain(self.supposed.keys()) {
            let Some(index) = stale.operation(model, name) else { continue };
            if model.operations[index].row.access != Access::Unknown {
                stale.refuse(
                    name,
                    format!("`{}` already has a permission under `[operations]`", name.get_ref()),
                );
            }
        }
        let role = |(name, permissions)| row!(Role { name, permissions, ..Role::default() });
        model.roles.retain(|role| !self.roles.contains_key(&role.name));
        model.roles.extend(self.roles.into_iter().map(role));
    }
}
