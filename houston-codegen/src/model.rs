//! The second stage: what the generator and every reader of a schema need, decided once.
//!
//! Names, what is required, default selections, and what the overlay adds are settled here; the emitters
//! only write down what they find.

mod apply;
mod build;
mod names;
mod overlay;
mod secrets;

use serde::Serialize;

use crate::parse::syntax::{Directive, DirectiveDefinition};
pub use crate::parse::syntax::{TypeKind, TypeRef, Value};
use crate::source::{Diagnostic, Diagnostics, Source};
pub use names::Renamed;
pub use overlay::{Effect, Nulls};

/// The texts that a model is made from.
#[derive(Clone, Copy, Debug)]
pub struct Sources<'a> {
    /// The schema, in GraphQL's schema definition language.
    pub schema: Source<'a>,
    /// `overlay.toml`, when there is one.
    pub overlay: Option<Source<'a>>,
    /// `permissions.toml`, when there is one.
    pub permissions: Option<Source<'a>>,
    /// `refusals.toml`, when there is one.
    pub refusals: Option<Source<'a>>,
    /// Whether a schema may define a field, an argument or a value twice: the second one is left out.
    pub allow_duplicates: bool,
}

impl<'a> Sources<'a> {
    /// A schema with nothing beside it.
    pub fn schema(schema: Source<'a>) -> Self {
        Sources {
            schema,
            overlay: None,
            permissions: None,
            refusals: None,
            allow_duplicates: false,
        }
    }
}

/// A schema, with all that is known beside it.
#[derive(Clone, Debug)]
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
    pub roles: Vec<(String, Vec<String>)>,
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
    /// Reads, checks and settles everything.
    ///
    /// # Errors
    ///
    /// Syntax errors, broken rules of the specification, and entries of the other files that match nothing
    /// in the schema, each with its place.
    pub fn new(sources: &Sources<'_>) -> Result<Self, Diagnostics> {
        let (model, stale) = Model::with_stale(sources)?;
        stale.or(model)
    }

    /// As [`new`](Self::new), but entries of the other files that match nothing in the schema are handed back
    /// beside the model, and of no effect: for a schema that is newer than the other files.
    ///
    /// # Errors
    ///
    /// Syntax errors, and broken rules of the specification, each with its place.
    pub fn with_stale(sources: &Sources<'_>) -> Result<(Self, Diagnostics), Diagnostics> {
        let document = crate::parse::parse(&sources.schema)?;
        let duplicates = crate::parse::duplicates(&sources.schema, &document);
        let broken = crate::parse::validate(&sources.schema, &document).err();
        let mut errors = broken.unwrap_or_default();
        if !sources.allow_duplicates {
            errors.0.splice(0..0, duplicates.0.iter().cloned());
        }
        errors.or(())?;
        let mut model = build::model(document);
        let stale = apply::overlay(&mut model, sources)?;
        build::name(&mut model);
        model.duplicates = duplicates.0;
        Ok((model, stale))
    }

    /// The type of this name.
    pub fn type_named(&self, name: &str) -> Option<&Type> {
        let index = self.types.binary_search_by(|ty| ty.name.as_str().cmp(name)).ok()?;
        self.types.get(index)
    }

    /// The fields of the default selection of an operation: leaves of its result's type. Empty for a result
    /// that is a leaf.
    pub fn default_fields<'m>(&'m self, operation: &'m Operation) -> Vec<&'m Field> {
        let Some(ty) = self.type_named(operation.field.ty.name()) else { return Vec::new() };
        let leaf = |field: &&Field| self.is_leaf(&field.ty);
        let wanted = |field: &&Field| {
            (field.selected || operation.selected.contains(&field.name))
                && !operation.omitted.contains(&field.name)
        };
        ty.fields.iter().filter(leaf).filter(wanted).collect()
    }

    /// The fields of a type's own default selection.
    pub fn own_default_fields<'m>(&'m self, ty: &'m Type) -> Vec<&'m Field> {
        ty.fields.iter().filter(|field| field.selected && self.is_leaf(&field.ty)).collect()
    }

    /// Whether values of this type have no fields to select.
    pub fn is_leaf(&self, ty: &TypeRef) -> bool {
        self.type_named(ty.name())
            .is_some_and(|ty| matches!(ty.kind, TypeKind::Scalar | TypeKind::Enum))
    }
}

/// Which root type an operation belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum OperationKind {
    /// Reads.
    Query,
    /// Writes.
    Mutation,
    /// Streams.
    Subscription,
}

impl OperationKind {
    /// The keyword of GraphQL documents: `query`, `mutation` or `subscription`.
    pub fn keyword(self) -> &'static str {
        match self {
            OperationKind::Query => "query",
            OperationKind::Mutation => "mutation",
            OperationKind::Subscription => "subscription",
        }
    }
}

/// A root field.
#[derive(Clone, Debug)]
pub struct Operation {
    /// Which root type it belongs to.
    pub kind: OperationKind,
    /// The field itself.
    pub field: Field,
    /// The Rust name of its default answer, when that is not the type's own.
    pub payload: String,
    /// What it does to the platform.
    pub effect: Effect,
    /// Whether running it twice has the effect of running it once.
    pub idempotent: bool,
    /// Arguments that identify what it makes.
    pub natural_key: Vec<String>,
    /// How to find what it names.
    pub finder: Option<Finder>,
    /// How what is given can be laid over what the finder finds.
    pub merge: Option<Merge>,
    /// Who may run it.
    pub access: Access,
    /// A surprise that it has in store.
    pub trap: String,
    /// Fields that its default selection has beyond the type's own.
    pub selected: Vec<String>,
    /// Fields of the type's default selection that it leaves out.
    pub omitted: Vec<String>,
    /// The names of arguments, and of fields of input objects below them, whose values must not be shown.
    pub secrets: Vec<String>,
    /// How the items of lists in its result are read.
    pub items: Nulls,
    /// How its own result is read.
    pub result: Nulls,
}

/// How to find what an operation names.
#[derive(Clone, Debug)]
pub struct Finder {
    /// The query.
    pub query: String,
    /// The query's argument, and the operation's that fills it.
    pub arguments: Vec<(String, String)>,
    /// The answer's field, and the operation's argument that it must equal.
    pub matches: Vec<(String, String)>,
}

/// How items of an argument are laid over what is there.
#[derive(Clone, Debug)]
pub struct Merge {
    /// The argument: a list of input objects.
    pub argument: String,
    /// The field that tells which one an item is.
    pub key: String,
    /// The field that says of an item that no more than its key may be shown.
    pub hides: Option<String>,
}

/// Who may run an operation.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Access {
    /// Not known.
    Unknown,
    /// Anybody.
    Public,
    /// Anybody who is signed in.
    SignedIn,
    /// Whoever holds one of these permissions.
    AnyOf(Vec<String>),
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
#[derive(Clone, Debug)]
pub struct Type {
    /// What kind of type.
    pub kind: TypeKind,
    /// Its name in GraphQL.
    pub name: String,
    /// Its Rust name.
    pub rust: String,
    /// The module of its fields.
    pub module: String,
    /// The Rust name of an input object's builder with everything set that is required.
    pub ready: String,
    /// Its description.
    pub description: String,
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
    /// Members of a union, or the objects that implement an interface.
    pub members: Vec<String>,
    /// Whether an input object takes exactly one of its fields.
    pub one_of: bool,
    /// How a scalar's values look.
    pub scalar: Scalar,
    /// The Rust name of its `__typename` field.
    pub typename: String,
    /// The Rust names of what selects each of `members`.
    pub fragments: Vec<String>,
    /// The root that it is, if it is one.
    pub root: Option<OperationKind>,
    /// The group that it is filed under.
    pub domain: usize,
}

/// How the values of a scalar look.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Scalar {
    /// Built in: a signed 32-bit number.
    Int,
    /// Built in: a double.
    Float,
    /// Built in: text.
    String,
    /// Built in: true or false.
    Boolean,
    /// Opaque text.
    Opaque,
    /// A point in time.
    DateTime,
    /// Any JSON.
    Json,
    /// A type of the caller's, by its path.
    Rust(String),
}

/// A field of an object, interface or root.
#[derive(Clone, Debug)]
pub struct Field {
    /// Its name in GraphQL.
    pub name: String,
    /// Its Rust name: a constant, a function, a struct's field.
    pub rust: String,
    /// The Rust name of its builder, when it has arguments.
    pub builder: String,
    /// The Rust name of its builder with everything set that is required.
    pub ready: String,
    /// Its description.
    pub description: String,
    /// Its arguments: required ones first, then by name.
    pub arguments: Vec<Argument>,
    /// The type of its result.
    pub ty: TypeRef,
    /// The reason, when it is deprecated.
    pub deprecated: Option<String>,
    /// Directives that are applied to it.
    pub directives: Vec<Directive>,
    /// Whether a default selection has it.
    pub selected: bool,
    /// Whether its value must not be shown.
    pub secret: bool,
    /// How the items of lists in it are read.
    pub items: Nulls,
    /// The group that it is filed under, for root fields.
    pub domain: usize,
}

/// An argument, or a field of an input object.
#[derive(Clone, Debug)]
pub struct Argument {
    /// Its name in GraphQL.
    pub name: String,
    /// The setter `x(value)`.
    pub setter: String,
    /// The setter `x_null()`, for what is optional and nullable.
    pub null_setter: String,
    /// The setter `maybe_x(option)`, for what is optional.
    pub maybe_setter: String,
    /// Its type parameter, when it is required.
    pub parameter: String,
    /// Its description.
    pub description: String,
    /// Its type.
    pub ty: TypeRef,
    /// Its default.
    pub default: Option<Value>,
    /// The reason, when it is deprecated.
    pub deprecated: Option<String>,
    /// Directives that are applied to it.
    pub directives: Vec<Directive>,
    /// Whether a call must set it.
    pub required: bool,
    /// Whether only the overlay says so.
    pub required_by_overlay: bool,
    /// Queries that list what it names by its `id`.
    pub finders: Vec<String>,
    /// For JSON: the keys that the server looks at; it drops others without a word. Empty where that is not known.
    pub keys: Vec<String>,
    /// Whether its value must not be shown.
    pub secret: bool,
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
#[derive(Clone, Debug)]
pub struct EnumValue {
    /// Its name in GraphQL.
    pub name: String,
    /// Its variant.
    pub rust: String,
    /// Its description.
    pub description: String,
    /// The reason, when it is deprecated.
    pub deprecated: Option<String>,
    /// Directives that are applied to it.
    pub directives: Vec<Directive>,
}
