//! The schema table: everything the command line, help and checks need to know about a schema.
//!
//! The generator writes it as JSON next to its code; the command line builds it from a schema that it reads at run time.
//! Types are referenced by name, so there cannot be cycles. The JSON leaves out facts that have their usual value.

mod argument;
mod case;
mod default;
mod later;
mod operation;
mod question;
mod refusal;
mod rows;
mod text;
mod type_ref;
mod types;
mod watch;

use std::sync::Arc;

use serde::{Deserialize, Serialize};

pub use argument::Argument;
pub use case::Case;
use default::is_default;
pub use later::Later;
pub use operation::{
    Access, Effect, Finder, Follow, Loss, Merge, Operation, OperationKind, Variables,
};
pub use question::Question;
pub use refusal::{Proof, Refusal, refusal};
pub use rows::{Named, Rows};
pub use type_ref::TypeRef;
pub use types::{Doubt, EnumValue, Field, Scalar, Type, TypeKind};
pub use watch::{Reasons, Watch};

/// A text that differs if the form of the rows does: rows that were written before cannot be read then.
pub const FORM: &str = concat!(
    include_str!("table.rs"),
    include_str!("table/argument.rs"),
    include_str!("table/case.rs"),
    include_str!("table/operation.rs"),
    include_str!("table/question.rs"),
    include_str!("table/refusal.rs"),
    include_str!("table/text.rs"),
    include_str!("table/types.rs"),
    include_str!("table/watch.rs"),
);

/// A schema, with the facts about it that it does not state itself.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Schema {
    /// The server version that the schema belongs to, if known: `0.23`.
    #[serde(skip_serializing_if = "is_default")]
    pub version: Option<String>,
    /// Every field of Query, Mutation and Subscription, in that order, sorted by name.
    pub operations: Rows<Operation>,
    /// Every type except the root types, sorted by name.
    pub types: Rows<Type>,
    /// Shapes of JSON values, sorted by name: enums, and input objects whose fields the server reads. A field `*` stands
    /// for all other keys, if the server takes them. The names contain a hyphen or begin in lower case, so that they
    /// differ from those of types.
    #[serde(default, skip_serializing_if = "is_default")]
    pub shapes: Later<Vec<Type>>,
    /// Roles and their default permissions: an installation may change them.
    pub roles: Later<Vec<Role>>,
    /// Known texts of the server's errors: those that prove that a field had no effect first. Requests share them.
    #[serde(default, skip_serializing_if = "is_default")]
    pub refusals: Arc<Later<Vec<Refusal>>>,
}

impl Schema {
    /// Returns the operation with exactly this name.
    pub fn operation(&self, name: &str) -> Option<&Operation> {
        self.operations.called(|own| own == name).next()
    }

    /// Returns the operation of this kind with exactly this name.
    pub fn operation_of(&self, kind: OperationKind, name: &str) -> Option<&Operation> {
        self.operations.called(|own| own == name).find(|operation| operation.kind == kind)
    }

    /// Returns the type with exactly this name. The table also has the five built-in scalars.
    pub fn type_named(&self, name: &str) -> Option<&Type> {
        self.types.sorted_by_name(name)
    }

    /// Returns the shape or the type with exactly this name.
    pub fn shape_named(&self, name: &str) -> Option<&Type> {
        self.shapes.iter().find(|shape| shape.name == name).or_else(|| self.type_named(name))
    }

    /// Returns the roles that hold one of the permissions that `access` requires, in the table's order.
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
#[non_exhaustive]
pub struct Role {
    /// The value of the schema's role enum.
    pub name: String,
    /// Permissions, as `scope.resource.verb`.
    pub permissions: Vec<String>,
}
