//! The second stage: decides once what the generator and all other readers of a schema need.
//!
//! It settles names, required arguments, default selections and the overlay's additions, so that the emitters
//! only write the result.

mod build;
mod descriptions;
pub(crate) mod module;
mod names;
mod naming;
mod nulls;
mod overlay;
mod secrets;
mod sources;
mod stages;
mod structs;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use houston_schema::row;
use houston_schema::table::{self, OperationKind, Proof, Role, Schema, TypeRef};

use crate::parse::syntax::{Directive, DirectiveDefinition, Value};
use crate::source::Diagnostic;
pub use names::Renamed;
pub use nulls::Nulls;
pub use overlay::{Evidence, Known, known};
pub use sources::Sources;
pub use structs::Structs;

/// A schema, with all further facts about it.
///
/// Its parts contain the rows of the schema table, without their lists, and the Rust names.
#[derive(Clone, Debug, Default)]
pub struct Model {
    /// The server version that the schema belongs to, if the overlay gives it.
    pub version: Option<String>,
    /// Root fields: queries, mutations, subscriptions, each sorted by name.
    pub operations: Vec<Operation>,
    /// All types, sorted by name, including root types and built-in scalars.
    pub types: Vec<Type>,
    /// Shapes of JSON values, sorted by name.
    pub shapes: Vec<table::Type>,
    /// Directives that the schema defines.
    pub directives: Vec<DirectiveDefinition>,
    /// Roles and their permissions.
    pub roles: Vec<Role>,
    /// Known texts of the server's errors, those that prove something first.
    pub refusals: Vec<table::Refusal>,
    /// By name: the codes that these texts may have.
    pub codes: BTreeMap<String, Code>,
    /// The types of required arguments and input fields, each distinct name once.
    pub required: Vec<String>,
    /// The groups of generated items, in the overlay's order.
    pub domains: Vec<String>,
    /// Which types have a struct, if the overlay says it.
    pub structs: Option<Structs>,
    /// Names that had to change in Rust.
    pub renamed: Vec<Renamed>,
    /// Duplicates in the schema, if they are allowed: the second ones are left out.
    pub duplicates: Vec<Diagnostic>,
    /// Entries of the preset that match nothing in the schema, although its version should have what they name.
    pub left_out: Vec<Diagnostic>,
    /// The number of entries of the preset that match nothing because they are about other versions.
    pub of_other_versions: usize,
}

impl Model {
    /// Returns the schema table with complete rows. It has operations instead of root types.
    pub fn table(&self) -> Schema {
        let operation = |Operation { row, field, .. }: &Operation| {
            row!(table::Operation { arguments: field.arguments(), ..row.clone() })
        };
        let types = self.types.iter().filter(|ty| ty.root.is_none());
        row!(Schema {
            version: self.version.clone(),
            operations: self.operations.iter().map(operation).collect(),
            types: types.map(Type::table).collect(),
            shapes: self.shapes.clone().into(),
            roles: self.roles.clone().into(),
            refusals: Arc::new(self.refusals.clone().into()),
            ..Schema::default()
        })
    }

    /// The paths of Rust types that arguments may take, sorted, each once.
    pub fn argument_paths(&self) -> BTreeSet<&str> {
        let of_types = self.types.iter().filter_map(|ty| ty.rust_path.as_deref());
        of_types.chain(self.inputs().filter_map(|input| input.rust_path.as_deref())).collect()
    }

    /// All fields of types, and all operations.
    pub(crate) fn fields(&self) -> impl Iterator<Item = &Field> {
        let fields = self.types.iter().flat_map(|ty| &ty.fields);
        fields.chain(self.operations.iter().map(|operation| &operation.field))
    }

    /// All arguments, and all fields of input objects.
    pub(crate) fn inputs(&self) -> impl Iterator<Item = &Argument> {
        let arguments = self.fields().flat_map(|field| &field.arguments);
        arguments.chain(self.types.iter().flat_map(|ty| &ty.input_fields))
    }

    /// The index of the operation of this kind with exactly this name.
    pub(crate) fn operation_at(&self, kind: OperationKind, name: &str) -> Option<usize> {
        let of = |row: &Operation| (row.row.kind, row.row.name.as_str()).cmp(&(kind, name));
        self.operations.binary_search_by(of).ok()
    }

    /// Returns the type with this name.
    pub fn type_named(&self, name: &str) -> Option<&Type> {
        let index = self.types.binary_search_by(|ty| ty.row.name.as_str().cmp(name)).ok()?;
        self.types.get(index)
    }

    /// The codes of the texts that prove that this operation had no effect, sorted, each once.
    pub fn refusal_codes(&self, operation: &Operation) -> BTreeSet<&str> {
        let name = operation.row.name.as_str();
        let proves = self.refusals.iter().filter(|row| row.proves == Proof::Field);
        let is_of = |row: &&table::Refusal| {
            row.operations.is_empty() || row.operations.iter().any(|one| one == name)
        };
        proves.filter(is_of).map(|row| &*row.code).collect()
    }

    /// Returns the fields of an operation's default selection: leaves of its result's type. Empty if the result
    /// is a leaf.
    pub fn default_fields<'m>(&'m self, operation: &'m Operation) -> Vec<&'m Field> {
        let Operation { row, .. } = operation;
        let Some(ty) = self.type_named(row.type_ref().name()) else { return Vec::new() };
        let leaf = |field: &&Field| self.is_leaf(field.row.type_ref());
        ty.fields.iter().filter(leaf).filter(|field| row.selects(&field.row)).collect()
    }

    /// Returns the fields of a type's own default selection.
    pub fn own_default_fields<'m>(&'m self, ty: &'m Type) -> Vec<&'m Field> {
        let selected = |field: &&Field| field.row.selected && self.is_leaf(field.row.type_ref());
        ty.fields.iter().filter(selected).collect()
    }

    /// Whether the default answer of an operation is a struct for it alone, and not the struct of its result's type.
    pub fn has_own_answer(&self, operation: &Operation, ty: &Type) -> bool {
        fn names<'m>(fields: &'m [&'m Field]) -> impl Iterator<Item = &'m String> {
            fields.iter().map(|field| &field.row.name)
        }
        let (own, fields) = (self.own_default_fields(ty), self.default_fields(operation));
        !names(&own).eq(names(&fields))
    }

    /// Whether values of this type have no fields to select.
    pub fn is_leaf(&self, ty: TypeRef<'_>) -> bool {
        self.type_named(ty.name()).is_some_and(|ty| ty.row.kind.is_leaf())
    }
}

/// A code of the server's errors.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Code {
    /// Its variant in Rust.
    pub rust: String,
    /// What an error with this code means, in whole sentences.
    pub meaning: String,
}

/// A root field.
#[derive(Clone, Debug)]
pub struct Operation {
    /// Its row in the schema table.
    pub row: table::Operation,
    /// The field of the root type.
    pub field: Field,
    /// The Rust name of its default answer, if that is not the type's own.
    pub payload: String,
    /// How null as its result is read.
    pub result: Nulls,
}

/// A type.
#[derive(Clone, Debug, Default)]
pub struct Type {
    /// Its row in the schema table.
    pub row: table::Type,
    /// Its Rust name.
    pub rust: String,
    /// The module of its fields.
    pub module: String,
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
    /// The variant for values that are not in the schema.
    pub unknown_variant: String,
    /// The path of the Rust type of a scalar or enum, if the overlay names one.
    pub rust_path: Option<String>,
    /// The Rust name of its `__typename` field.
    pub typename: String,
    /// The Rust names of the items that select each of its members.
    pub fragments: Vec<String>,
    /// The kind of operation, if it is a root type.
    pub root: Option<OperationKind>,
    /// Whether it has a struct of its default selection.
    pub has_struct: bool,
    /// Its group.
    pub domain: usize,
}

impl Type {
    fn table(&self) -> table::Type {
        let field = |field: &Field| {
            row!(table::Field { arguments: field.arguments(), ..field.row.clone() })
        };
        row!(table::Type {
            fields: self.fields.iter().map(field).collect(),
            input_fields: self.input_fields.iter().map(|field| field.row.clone()).collect(),
            values: self.values.iter().map(|value| value.row.clone()).collect(),
            ..self.row.clone()
        })
    }
}

/// A field of an object, interface or root.
#[derive(Clone, Debug, Default)]
pub struct Field {
    /// Its row in the schema table.
    pub row: table::Field,
    /// The Rust name of its constant, function and struct field.
    pub rust: String,
    /// The Rust name of its builder, if it has arguments.
    pub builder: String,
    /// Its arguments: required ones first, then by name.
    pub arguments: Vec<Argument>,
    /// How null among the items of its lists is read.
    pub items: Nulls,
    /// The path of the Rust type of its values, if the overlay names one for it alone.
    pub rust_path: Option<String>,
    /// Its group, for root fields.
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
    /// Its row in the schema table.
    pub row: table::Argument,
    /// The setter `x(value)`.
    pub setter: String,
    /// Its type parameter, if it is required.
    pub parameter: String,
    /// Its type in the module `required`, if it is required: that of its parameter as long as it is not set.
    pub unset: String,
    /// The path of the Rust type of its values, if the overlay names one for it alone.
    pub rust_path: Option<String>,
    /// Its default, for comparisons.
    pub default: Option<Value>,
}

/// A value of an enum.
#[derive(Clone, Debug, Default)]
pub struct EnumValue {
    /// Its row in the schema table.
    pub row: table::EnumValue,
    /// Its variant.
    pub rust: String,
}
