//! Operations.

use serde::{Deserialize, Serialize};

use super::argument::Argument;
use super::default::is_default;
use super::type_ref::TypeRef;

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
