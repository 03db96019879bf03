//! The schema table: everything the command line, help and checks need to know about a schema.
//!
//! The generator writes it as JSON beside its code, and makes it as a value of a schema that is met at run time.
//! Types are referred to by name; there are no cycles. A fact that has its usual value is left out of the JSON.

mod argument;
mod default;
mod operation;
mod type_ref;
mod types;

use serde::{Deserialize, Serialize};

pub use argument::Argument;
use default::is_default;
pub use operation::{Access, Effect, Finder, Merge, Operation, OperationKind};
pub use type_ref::TypeRef;
pub use types::{EnumValue, Field, Scalar, Type, TypeKind};

/// A schema with what is known beside it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Schema {
    /// The version of the server that the schema is of, where it is known: `0.23`.
    #[serde(skip_serializing_if = "is_default")]
    pub version: Option<String>,
    /// Every field of Query, Mutation and Subscription: in that order, each by name.
    pub operations: Vec<Operation>,
    /// Every type but the root types, by name.
    pub types: Vec<Type>,
    /// Roles with their permissions, as shipped by default: a site may change them.
    pub roles: Vec<Role>,
}

impl Schema {
    /// The operation of this exact name, if there is one.
    pub fn operation(&self, name: &str) -> Option<&Operation> {
        self.operations.iter().find(|operation| operation.name == name)
    }

    /// The type of this exact name, if there is one. The five built-in scalars are in the table, too.
    pub fn type_named(&self, name: &str) -> Option<&Type> {
        let at = self.types.binary_search_by(|ty| ty.name.as_str().cmp(name)).ok()?;
        self.types.get(at)
    }

    /// The roles that hold one of the permissions that `access` asks for, in the table's order.
    pub fn roles_with<'a>(&'a self, access: &'a Access) -> impl Iterator<Item = &'a Role> {
        let wanted = match access {
            Access::AnyOf(permissions) => permissions.as_slice(),
            _ => &[],
        };
        self.roles.iter().filter(|role| role.permissions.iter().any(|held| wanted.contains(held)))
    }
}

/// A role and the permissions that it holds.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Role {
    /// The value of the schema's role enum.
    pub name: String,
    /// Permissions, as `scope.resource.verb`.
    pub permissions: Vec<String>,
}
