//! The schema table: everything the command line, help and checks need to know about a schema.
//!
//! The generator writes it as JSON beside its code, and makes it as a value of a schema that is met at run time.
//! Types are referred to by name; there are no cycles. A fact that has its usual value is left out of the JSON.

use serde::{Deserialize, Serialize};

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

/// Whether a fact has the value that it has where nothing is said.
fn is_default<T: Default + PartialEq>(value: &T) -> bool {
    *value == T::default()
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

/// What kind of root field an operation is.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
)]
#[serde(rename_all = "kebab-case")]
pub enum OperationKind {
    /// A field of the query root: reads.
    #[default]
    Query,
    /// A field of the mutation root: writes.
    Mutation,
    /// A field of the subscription root: a stream over WebSocket.
    Subscription,
}

impl OperationKind {
    /// All of them.
    pub const ALL: [OperationKind; 3] =
        [OperationKind::Query, OperationKind::Mutation, OperationKind::Subscription];

    /// The name of the root type where a schema does not say another.
    pub const fn usual_root(self) -> &'static str {
        match self {
            OperationKind::Query => "Query",
            OperationKind::Mutation => "Mutation",
            OperationKind::Subscription => "Subscription",
        }
    }

    /// The keyword of GraphQL documents: `query`, `mutation` or `subscription`.
    pub const fn keyword(self) -> &'static str {
        match self {
            OperationKind::Query => "query",
            OperationKind::Mutation => "mutation",
            OperationKind::Subscription => "subscription",
        }
    }
}

/// A root field: one query, mutation or subscription.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Operation {
    /// Query, mutation or subscription.
    pub kind: OperationKind,
    /// The field's name in GraphQL.
    pub name: String,
    /// The schema's description; empty when it has none.
    #[serde(skip_serializing_if = "is_default")]
    pub description: String,
    /// Arguments: required ones first, then by name.
    #[serde(skip_serializing_if = "is_default")]
    pub arguments: Vec<Argument>,
    /// The result's type, as GraphQL writes it: `[Deployment!]!`.
    pub ty: String,
    /// The reason, when the schema deprecates the operation.
    #[serde(skip_serializing_if = "is_default")]
    pub deprecated: Option<String>,
    /// What it does to the platform.
    #[serde(skip_serializing_if = "is_default")]
    pub effect: Effect,
    /// Whether running it twice has the effect of running it once.
    #[serde(skip_serializing_if = "is_default")]
    pub idempotent: bool,
    /// Arguments that identify what a create operation makes.
    #[serde(skip_serializing_if = "is_default")]
    pub natural_key: Vec<String>,
    /// The query that finds what this operation names by its natural key.
    #[serde(skip_serializing_if = "is_default")]
    pub finder: Option<Finder>,
    /// How what is given can be laid over what the finder finds, in place of replacing all of it.
    #[serde(skip_serializing_if = "is_default")]
    pub merge: Option<Merge>,
    /// Who may run it.
    #[serde(skip_serializing_if = "is_default")]
    pub access: Access,
    /// One line on a surprise that it has in store; empty when there is none.
    #[serde(skip_serializing_if = "is_default")]
    pub trap: String,
    /// Fields that its default selection has beyond the type's own.
    #[serde(skip_serializing_if = "is_default")]
    pub selected: Vec<String>,
    /// Fields of the type's default selection that it leaves out.
    #[serde(skip_serializing_if = "is_default")]
    pub omitted: Vec<String>,
    /// The names of its arguments, and of fields of input objects at any depth in them, whose values must not be
    /// shown.
    #[serde(skip_serializing_if = "is_default")]
    pub secrets: Vec<String>,
}

/// An argument of a field, or a field of an input object.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Argument {
    /// Its name in GraphQL.
    pub name: String,
    /// The schema's description; empty when it has none.
    #[serde(skip_serializing_if = "is_default")]
    pub description: String,
    /// Its type, as GraphQL writes it.
    pub ty: String,
    /// The default, as a GraphQL literal.
    #[serde(skip_serializing_if = "is_default")]
    pub default: Option<String>,
    /// The reason, when the schema deprecates it.
    #[serde(skip_serializing_if = "is_default")]
    pub deprecated: Option<String>,
    /// Whether a call must set it: non-null without a default, or known to be wanted by the server.
    #[serde(skip_serializing_if = "is_default")]
    pub required: bool,
    /// Whether its value must not be shown.
    #[serde(skip_serializing_if = "is_default")]
    pub secret: bool,
    /// Queries that list what it names by its `id`: those who know something else of it look there, in this order.
    #[serde(skip_serializing_if = "is_default")]
    pub finders: Vec<String>,
    /// For JSON: the keys that the server looks at; it drops others without a word. Empty where that is not known.
    #[serde(skip_serializing_if = "is_default")]
    pub keys: Vec<String>,
}

impl Argument {
    /// Its type, to be taken apart.
    pub fn type_ref(&self) -> TypeRef<'_> {
        TypeRef(&self.ty)
    }
}

/// What an operation does to the platform.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Effect {
    /// Reads only.
    Read,
    /// Makes something new.
    Create,
    /// Changes a part of something.
    Update,
    /// Replaces something whole: what is not given is gone.
    Replace,
    /// Removes something.
    Delete,
    /// Signs in or out.
    Session,
    /// Not known: a mutation that nobody has described.
    #[default]
    #[serde(skip)]
    Unknown,
}

impl Effect {
    /// One lower-case word, as in the overlay.
    pub const fn name(self) -> &'static str {
        match self {
            Effect::Read => "read",
            Effect::Create => "create",
            Effect::Update => "update",
            Effect::Replace => "replace",
            Effect::Delete => "delete",
            Effect::Session => "session",
            Effect::Unknown => "unknown",
        }
    }
}

/// How to find what an operation names.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Finder {
    /// The query to run.
    pub query: String,
    /// The query's argument and the operation's argument that fills it.
    pub arguments: Vec<(String, String)>,
    /// The field of the answer and the operation's argument that it must equal.
    pub matches: Vec<(String, String)>,
}

/// How items of an argument are laid over what is there.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Merge {
    /// The argument: a list of input objects, with the fields of what the finder finds.
    pub argument: String,
    /// The field of an item that tells which one it is.
    pub key: String,
    /// The Boolean field of an item that says that no more than its key may be shown.
    #[serde(skip_serializing_if = "is_default")]
    pub hides: Option<String>,
}

/// Who may run an operation. Advice only: a site may change what its roles may do.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Access {
    /// Not known.
    #[default]
    Unknown,
    /// Anybody, without a token.
    Public,
    /// Anybody who is signed in.
    SignedIn,
    /// Whoever holds one of these permissions.
    AnyOf(Vec<String>),
}

/// A role and the permissions that it holds.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Role {
    /// The value of the schema's role enum.
    pub name: String,
    /// Permissions, as `scope.resource.verb`.
    pub permissions: Vec<String>,
}

/// What kind of type a [`Type`] is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum TypeKind {
    /// A leaf whose values the schema does not describe.
    #[default]
    Scalar,
    /// A leaf with a fixed list of values.
    Enum,
    /// A value made of fields, for arguments.
    Input,
    /// A result made of fields.
    Object,
    /// Fields that several objects share.
    Interface,
    /// One of several objects.
    Union,
}

impl TypeKind {
    /// The keyword of the schema definition language.
    pub const fn keyword(self) -> &'static str {
        match self {
            TypeKind::Scalar => "scalar",
            TypeKind::Enum => "enum",
            TypeKind::Input => "input",
            TypeKind::Object => "type",
            TypeKind::Interface => "interface",
            TypeKind::Union => "union",
        }
    }

    /// Whether values of this kind have no fields to select.
    pub const fn is_leaf(self) -> bool {
        matches!(self, TypeKind::Scalar | TypeKind::Enum)
    }
}

/// A type of the schema.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Type {
    /// Its name in GraphQL.
    pub name: String,
    /// What kind of type it is.
    pub kind: TypeKind,
    /// The schema's description; empty when it has none.
    #[serde(skip_serializing_if = "is_default")]
    pub description: String,
    /// Fields of an object or interface, in the schema's order.
    #[serde(skip_serializing_if = "is_default")]
    pub fields: Vec<Field>,
    /// Fields of an input object: required ones first.
    #[serde(skip_serializing_if = "is_default")]
    pub input_fields: Vec<Argument>,
    /// Values of an enum, in the schema's order.
    #[serde(skip_serializing_if = "is_default")]
    pub values: Vec<EnumValue>,
    /// Members of a union, or the objects that implement an interface.
    #[serde(skip_serializing_if = "is_default")]
    pub members: Vec<String>,
    /// Whether an input object takes exactly one of its fields.
    #[serde(skip_serializing_if = "is_default")]
    pub one_of: bool,
    /// How a scalar's values look; [`Scalar::Json`] for everything that is no scalar.
    #[serde(skip_serializing_if = "is_default")]
    pub scalar: Scalar,
}

/// How the values of a scalar look.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
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
    /// An identifier: opaque text.
    Opaque,
    /// A point in time, ISO 8601.
    DateTime,
    /// Any JSON.
    #[default]
    Json,
}

/// A field of an object or interface.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Field {
    /// Its name in GraphQL.
    pub name: String,
    /// The schema's description; empty when it has none.
    #[serde(skip_serializing_if = "is_default")]
    pub description: String,
    /// Its type, as GraphQL writes it.
    pub ty: String,
    /// Arguments: required ones first, then by name.
    #[serde(skip_serializing_if = "is_default")]
    pub arguments: Vec<Argument>,
    /// The reason, when the schema deprecates it.
    #[serde(skip_serializing_if = "is_default")]
    pub deprecated: Option<String>,
    /// Whether a default selection has it: it needs no argument, is no secret, and is there in
    /// neighbouring versions of the platform.
    #[serde(skip_serializing_if = "is_default")]
    pub selected: bool,
    /// Whether its value must not be shown.
    #[serde(skip_serializing_if = "is_default")]
    pub secret: bool,
}

impl Field {
    /// Its type, to be taken apart.
    pub fn type_ref(&self) -> TypeRef<'_> {
        TypeRef(&self.ty)
    }
}

/// A value of an enum.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct EnumValue {
    /// Its name in GraphQL.
    pub name: String,
    /// The schema's description; empty when it has none.
    #[serde(skip_serializing_if = "is_default")]
    pub description: String,
    /// The reason, when the schema deprecates it.
    #[serde(skip_serializing_if = "is_default")]
    pub deprecated: Option<String>,
}

impl Operation {
    /// The result's type, to be taken apart.
    pub fn type_ref(&self) -> TypeRef<'_> {
        TypeRef(&self.ty)
    }

    /// Whether something may be gone afterwards. Where the effect is not known, the name says it.
    pub fn is_destructive(&self) -> bool {
        const NAMES: [&str; 5] = ["delete", "remove", "suspend", "reset", "unadopt"];
        let name = self.name.to_lowercase();
        self.kind == OperationKind::Mutation
            && match self.effect {
                Effect::Delete | Effect::Replace => true,
                Effect::Unknown => NAMES.iter().any(|begin| name.starts_with(begin)),
                _ => false,
            }
    }

    /// The argument of this exact name, if there is one.
    pub fn argument(&self, name: &str) -> Option<&Argument> {
        self.arguments.iter().find(|argument| argument.name == name)
    }
}

/// A type reference as GraphQL writes it: a name, lists `[…]` and non-null marks `!` around it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TypeRef<'a>(pub &'a str);

impl<'a> TypeRef<'a> {
    /// The name inside all lists and marks.
    pub fn name(self) -> &'a str {
        self.0.trim_matches(['[', ']', '!'])
    }

    /// Whether null is no value of this type.
    pub fn is_non_null(self) -> bool {
        self.0.ends_with('!')
    }

    /// The type of the items, when it is a list (nullable or not).
    pub fn item(self) -> Option<TypeRef<'a>> {
        let list = self.0.strip_suffix('!').unwrap_or(self.0);
        Some(TypeRef(list.strip_prefix('[')?.strip_suffix(']')?))
    }
}

#[cfg(test)]
mod tests {
    use super::TypeRef;

    #[test]
    fn a_type_reference_is_taken_apart() {
        let lists = TypeRef("[[Deployment!]]!");
        assert_eq!(lists.name(), "Deployment");
        assert!(lists.is_non_null());
        let inner = lists.item().unwrap();
        assert_eq!(inner, TypeRef("[Deployment!]"));
        assert!(!inner.is_non_null());
        assert_eq!(inner.item(), Some(TypeRef("Deployment!")));
        assert_eq!(TypeRef("Deployment!").item(), None);
    }
}
