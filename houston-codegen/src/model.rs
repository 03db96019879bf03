//! The second stage: what the generator and every reader of a schema need, decided once.
//!
//! Names, what is required, default selections, and what the overlay adds are settled here; the emitters
//! only write down what they find.

mod build;
pub(crate) mod module;
mod names;
mod naming;
mod nulls;
mod overlay;
mod secrets;
mod sources;
mod stages;

use houston_schema::table::{self, OperationKind, Role, Schema, TypeRef};

use crate::parse::syntax::{Directive, DirectiveDefinition, Value};
use crate::source::Diagnostic;
pub use names::Renamed;
pub use nulls::Nulls;
pub use sources::Sources;

/// A schema, with all that is known beside it.
///
/// Its parts hold the rows of the schema table, without the lists in them, and the Rust names.
#[derive(Clone, Debug, Default)]
pub struct Model {
    /// The version of the server that the schema is of, where the overlay tells it.
    pub version: Option<String>,
    /// Root fields: queries, mutations, subscriptions, each by name.
    pub operations: Vec<Operation>,
    /// All types by name, root types and built-in scalars among them.
    pub types: Vec<Type>,
    /// Directives that the schema defines.
    pub directives: Vec<DirectiveDefinition>,
    /// Roles and their permissions.
    pub roles: Vec<Role>,
    /// Texts that the server raises before it writes.
    pub refusals: Vec<Refusal>,
    /// Required arguments and input fields, each distinct name once.
    pub required: Vec<Required>,
    /// The groups that generated items are filed under, in the overlay's order.
    pub domains: Vec<String>,
    /// Names that could not be carried over as they are.
    pub renamed: Vec<Renamed>,
    /// What the schema has twice, where that was allowed: the second ones are left out.
    pub duplicates: Vec<Diagnostic>,
}

impl Model {
    /// The schema table: every row whole. Root types are not in it: they are the operations.
    pub fn table(&self) -> Schema {
        let operation = |Operation { row, field, .. }: &Operation| table::Operation {
            arguments: field.arguments(),
            ..row.clone()
        };
        let types = self.types.iter().filter(|ty| ty.root.is_none());
        Schema {
            version: self.version.clone(),
            operations: self.operations.iter().map(operation).collect(),
            types: types.map(Type::table).collect(),
            roles: self.roles.clone(),
        }
    }

    /// The type of this name.
    pub fn type_named(&self, name: &str) -> Option<&Type> {
        let index = self.types.binary_search_by(|ty| ty.row.name.as_str().cmp(name)).ok()?;
        self.types.get(index)
    }

    /// The fields of the default selection of an operation: leaves of its result's type. Empty for a result
    /// that is a leaf.
    pub fn default_fields<'m>(&'m self, operation: &'m Operation) -> Vec<&'m Field> {
        let Operation { row, .. } = operation;
        let Some(ty) = self.type_named(row.type_ref().name()) else { return Vec::new() };
        let leaf = |field: &&Field| self.is_leaf(field.row.type_ref());
        let wanted = |Field { row: field, .. }: &&Field| {
            (field.selected || row.selected.contains(&field.name))
                && !row.omitted.contains(&field.name)
        };
        ty.fields.iter().filter(leaf).filter(wanted).collect()
    }

    /// The fields of a type's own default selection.
    pub fn own_default_fields<'m>(&'m self, ty: &'m Type) -> Vec<&'m Field> {
        let selected = |field: &&Field| field.row.selected && self.is_leaf(field.row.type_ref());
        ty.fields.iter().filter(selected).collect()
    }

    /// Whether values of this type have no fields to select.
    pub fn is_leaf(&self, ty: TypeRef<'_>) -> bool {
        self.type_named(ty.name()).is_some_and(|ty| ty.row.kind.is_leaf())
    }
}

/// A root field.
#[derive(Clone, Debug)]
pub struct Operation {
    /// What the table says of it.
    pub row: table::Operation,
    /// The field of the root type.
    pub field: Field,
    /// The Rust name of its default answer, when that is not the type's own.
    pub payload: String,
    /// How its own result is read.
    pub result: Nulls,
}

/// A text that the server raises before it writes.
#[derive(Clone, Debug)]
pub struct Refusal {
    /// The text, or the part of it that does not vary.
    pub text: String,
    /// How much of a message it is.
    pub part: Part,
    /// The word that stands for it.
    pub code: String,
}

/// How much of a message a known text is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// All of it.
    Whole,
    /// Its beginning.
    Beginning,
    /// Its end.
    End,
}

/// A type.
#[derive(Clone, Debug, Default)]
pub struct Type {
    /// What the table says of it.
    pub row: table::Type,
    /// Its Rust name.
    pub rust: String,
    /// The module of its fields.
    pub module: String,
    /// The Rust name of an input object's builder with everything set that is required.
    pub ready: String,
    /// Directives that are applied to it.
    pub directives: Vec<Directive>,
    /// Interfaces that it implements.
    pub implements: Vec<String>,
    /// Fields of an object or interface, in the schema's order.
    pub fields: Vec<Field>,
    /// Fields of an input object: required ones first, then by name.
    pub input_fields: Vec<Argument>,
    /// Values of an enum, in the schema's order.
    pub values: Vec<EnumValue>,
    /// The variant that keeps a value which the schema does not have.
    pub unknown_variant: String,
    /// The path of the caller's Rust type for a scalar, where the overlay names one.
    pub rust_path: Option<String>,
    /// The Rust name of its `__typename` field.
    pub typename: String,
    /// The Rust names of what selects each of its members.
    pub fragments: Vec<String>,
    /// The root that it is, if it is one.
    pub root: Option<OperationKind>,
    /// The group that it is filed under.
    pub domain: usize,
}

impl Type {
    fn table(&self) -> table::Type {
        let field =
            |field: &Field| table::Field { arguments: field.arguments(), ..field.row.clone() };
        table::Type {
            fields: self.fields.iter().map(field).collect(),
            input_fields: self.input_fields.iter().map(|field| field.row.clone()).collect(),
            values: self.values.iter().map(|value| value.row.clone()).collect(),
            ..self.row.clone()
        }
    }
}

/// A field of an object, interface or root.
#[derive(Clone, Debug, Default)]
pub struct Field {
    /// What the table says of it.
    pub row: table::Field,
    /// Its Rust name: a constant, a function, a struct's field.
    pub rust: String,
    /// The Rust name of its builder, when it has arguments.
    pub builder: String,
    /// The Rust name of its builder with everything set that is required.
    pub ready: String,
    /// Its arguments: required ones first, then by name.
    pub arguments: Vec<Argument>,
    /// How the items of lists in it are read.
    pub items: Nulls,
    /// The group that it is filed under, for root fields.
    pub domain: usize,
}

impl Field {
    fn arguments(&self) -> Vec<table::Argument> {
        self.arguments.iter().map(|argument| argument.row.clone()).collect()
    }
}

/// An argument, or a field of an input object.
#[derive(Clone, Debug, Default)]
pub struct Argument {
    /// What the table says of it.
    pub row: table::Argument,
    /// The setter `x(value)`.
    pub setter: String,
    /// The setter `x_null()`, for what is optional and nullable.
    pub null_setter: String,
    /// The setter `maybe_x(option)`, for what is optional.
    pub maybe_setter: String,
    /// Its type parameter, when it is required.
    pub parameter: String,
    /// The Rust name of its trait, when it is required.
    pub required_trait: String,
    /// Its default, to be compared.
    pub default: Option<Value>,
    /// Whether only the overlay says that it is required.
    pub required_by_overlay: bool,
}

/// A distinct required argument: what a compile error says when it is missing.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Required {
    /// Its name in GraphQL.
    pub name: String,
    /// The call that sets it.
    pub setter: String,
    /// Whether only the overlay says so.
    pub by_overlay: bool,
    /// The Rust name of its trait.
    pub rust: String,
}

/// A value of an enum.
#[derive(Clone, Debug, Default)]
pub struct EnumValue {
    /// What the table says of it.
    pub row: table::EnumValue,
    /// Its variant.
    pub rust: String,
}
