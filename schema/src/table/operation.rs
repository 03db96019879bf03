//! Operations.

use std::borrow::Cow;

use serde::{Deserialize, Serialize};

use super::argument::Argument;
use super::case::Case;
use super::default::is_default;
use super::question::Question;
use super::type_ref::TypeRef;
use super::types::Field;
use super::watch::Watch;

/// A root field: one query, mutation or subscription.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
#[serde(default, deny_unknown_fields)]
pub struct Operation {
    /// Query, mutation or subscription.
    pub kind: OperationKind,
    /// The field's name in GraphQL.
    pub name: String,
    /// The schema's description, or an empty string.
    #[serde(skip_serializing_if = "is_default")]
    pub description: String,
    /// The domain to which the overlay assigns it, in snake case, or an empty string.
    #[serde(skip_serializing_if = "is_default")]
    pub domain: String,
    /// Arguments: required ones first, then by name.
    #[serde(skip_serializing_if = "is_default")]
    pub arguments: Vec<Argument>,
    /// The result's type, as GraphQL writes it: `[Deployment!]!`.
    pub ty: String,
    /// The reason, if the schema deprecates the operation.
    #[serde(skip_serializing_if = "is_default")]
    pub deprecated: Option<String>,
    /// Its effect on the platform.
    #[serde(skip_serializing_if = "is_default")]
    pub effect: Effect,
    /// Whether running it twice has the same effect as running it once.
    #[serde(skip_serializing_if = "is_default")]
    pub idempotent: bool,
    /// Arguments that identify the object that a create operation creates.
    #[serde(skip_serializing_if = "is_default")]
    pub natural_key: Vec<String>,
    /// The query that shows the operation's effect.
    #[serde(skip_serializing_if = "is_default")]
    pub finder: Option<Finder>,
    /// Why no query shows its effect, as a sentence without a final period, or an empty string.
    #[serde(skip_serializing_if = "is_default")]
    pub unfound: String,
    /// How to merge given items into the existing ones that the finder returns, instead of replacing all of them.
    #[serde(skip_serializing_if = "is_default")]
    pub merge: Option<Merge>,
    /// What is known of the items that it merges, if they are variables.
    #[serde(skip_serializing_if = "is_default")]
    pub variables: Option<Variables>,
    /// Arguments that can be left out, each with another argument and a field of the object that it identifies, which has
    /// the value: `releaseName` with `deploymentUuid.releaseName`.
    #[serde(skip_serializing_if = "is_default")]
    pub filled: Vec<(String, String)>,
    /// How to see how far the work is that it begins, if a query shows that.
    #[serde(skip_serializing_if = "is_default")]
    pub watch: Option<Watch>,
    /// Why nothing can be waited for after it, as a sentence without a final period, or an empty string.
    #[serde(skip_serializing_if = "is_default")]
    pub unwatched: String,
    /// The subscription that goes on where it ends, if its result is a part of such a stream.
    #[serde(skip_serializing_if = "is_default")]
    pub follow: Option<Follow>,
    /// Who may run it.
    #[serde(skip_serializing_if = "is_default")]
    pub access: Access,
    /// One line about surprising behaviour, or an empty string.
    #[serde(skip_serializing_if = "is_default")]
    pub trap: String,
    /// Fields that its default selection adds to the type's own.
    #[serde(skip_serializing_if = "is_default")]
    pub selected: Vec<String>,
    /// Fields that its default selection leaves out of the type's own.
    #[serde(skip_serializing_if = "is_default")]
    pub omitted: Vec<String>,
    /// The only fields that its result still has, if that is known: a deleted row lacks the others, so that they are
    /// null or make the answer fail.
    #[serde(skip_serializing_if = "is_default")]
    pub answers: Option<Vec<String>>,
    /// What a call is known to lose.
    #[serde(skip_serializing_if = "is_default")]
    pub losses: Vec<Loss>,
    /// Paths of arguments, and of keys in them, that the server accepts and does not keep: `type`, or
    /// `config.*.resources.requests`, where `*` stands for any key.
    #[serde(skip_serializing_if = "is_default")]
    pub ignored: Vec<String>,
    /// Arguments that the server stores as a key of another argument, each with the path of that key: `executor` in
    /// `config.executor`. If both are given, the argument wins, and the key is dropped without an error.
    #[serde(skip_serializing_if = "is_default")]
    pub stored_in: Vec<(String, String)>,
    /// The names of its arguments, and of fields of input objects at any depth in them, whose values must not be
    /// shown.
    #[serde(skip_serializing_if = "is_default")]
    pub secrets: Vec<String>,
    /// How a person is asked before it runs, if it removes something that its finder shows.
    #[serde(skip_serializing_if = "is_default")]
    pub question: Option<Question>,
    /// Facts that depend on which arguments are given. The first case that applies counts.
    #[serde(skip_serializing_if = "is_default")]
    pub cases: Vec<Case>,
}

impl Operation {
    /// The result's type as a [`TypeRef`].
    pub fn type_ref(&self) -> TypeRef<'_> {
        TypeRef(&self.ty)
    }

    /// The operation with the facts of a call. `is_given` tells whether an argument has a value that is not empty.
    pub fn with(&self, is_given: impl Fn(&str) -> bool) -> Cow<'_, Operation> {
        match self.cases.iter().find(|case| case.applies(&is_given)) {
            Some(case) => Cow::Owned(self.of(case)),
            None => Cow::Borrowed(self),
        }
    }

    /// The operation with the facts of one of its cases.
    pub fn of(&self, case: &Case) -> Operation {
        let Case { effect, idempotent, natural_key, finder, unfound, losses, .. } = case.clone();
        Operation {
            effect,
            idempotent,
            natural_key,
            finder,
            unfound,
            losses,
            cases: Vec::new(),
            ..self.clone()
        }
    }

    /// Whether its default selection has this field of its result.
    pub fn selects(&self, field: &Field) -> bool {
        (field.selected || self.selected.contains(&field.name))
            && !self.omitted.contains(&field.name)
            && self.can_answer(&field.name)
    }

    /// Whether its result can have this field.
    pub fn can_answer(&self, field: &str) -> bool {
        let Some(answers) = &self.answers else { return true };
        field == "__typename" || answers.iter().any(|name| name == field)
    }

    /// Whether it may remove something. If the effect is not known, the name decides.
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

    /// Whether the server drops the value at this path: an argument, and keys in it.
    pub fn ignores(&self, path: &[&str]) -> bool {
        self.ignored.iter().any(|ignored| {
            let names: Vec<&str> = ignored.split('.').collect();
            let is_same = |(ignored, given): (&&str, &&str)| *ignored == "*" || ignored == given;
            names.len() == path.len() && names.iter().zip(path).all(is_same)
        })
    }

    /// The argument, and the field of the object that it identifies, which fill an argument that is not given.
    pub fn fills(&self, argument: &str) -> Option<(&str, &str)> {
        let (_, from) = self.filled.iter().find(|(filled, _)| filled == argument)?;
        from.split_once('.')
    }

    /// Returns the argument with exactly this name.
    pub fn argument(&self, name: &str) -> Option<&Argument> {
        self.arguments.iter().find(|argument| argument.name == name)
    }
}

/// The kind of an operation: which root type it is a field of.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
)]
#[serde(rename_all = "kebab-case")]
pub enum OperationKind {
    /// A field of the query root, which reads.
    #[default]
    Query,
    /// A field of the mutation root, which writes.
    Mutation,
    /// A field of the subscription root, which streams over WebSocket.
    Subscription,
}

impl OperationKind {
    /// All kinds.
    pub const ALL: [OperationKind; 3] =
        [OperationKind::Query, OperationKind::Mutation, OperationKind::Subscription];

    /// The default name of the root type.
    pub const fn usual_root(self) -> &'static str {
        match self {
            OperationKind::Query => "Query",
            OperationKind::Mutation => "Mutation",
            OperationKind::Subscription => "Subscription",
        }
    }

    /// The keyword in GraphQL documents: `query`, `mutation` or `subscription`.
    pub const fn keyword(self) -> &'static str {
        match self {
            OperationKind::Query => "query",
            OperationKind::Mutation => "mutation",
            OperationKind::Subscription => "subscription",
        }
    }
}

/// The effect of an operation on the platform.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Effect {
    /// Reads only.
    Read,
    /// Creates something.
    Create,
    /// Changes parts of something.
    Update,
    /// Replaces something as a whole: omitted values are lost.
    Replace,
    /// Removes something.
    Delete,
    /// Signs in or out.
    Session,
    /// Unknown: a mutation that the overlay does not describe.
    #[default]
    #[serde(skip)]
    Unknown,
}

impl Effect {
    /// Returns the word for it, in lower case, as in the overlay.
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

/// How to find an operation's object.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Finder {
    /// The query to run.
    pub query: String,
    /// The query's arguments, each with the operation's argument that fills it.
    pub arguments: Vec<(String, String)>,
    /// The paths of the answer's fields, each with the operation's argument that it must equal. Paths through the same
    /// list speak of the same item of it.
    pub matches: Vec<(String, String)>,
    /// The paths of the answer's fields, each with the path of an argument, or of a key in it, whose value it shows
    /// under another name.
    #[serde(default, skip_serializing_if = "is_default")]
    pub shows: Vec<(String, String)>,
    /// Whether the server refuses a second object with the same values of `matches`. Otherwise an object that matches can
    /// be older than a call that creates one.
    #[serde(default, skip_serializing_if = "is_default")]
    pub unique: bool,
    /// Where the effect is if the query does not show it, as a sentence without a final period, or an empty string: then
    /// a result without the object proves nothing.
    #[serde(default, skip_serializing_if = "is_default")]
    pub elsewhere: String,
    /// How to find what the operation creates in place of the object: an invite, if the user has no account.
    #[serde(default, skip_serializing_if = "is_default")]
    pub or: Option<Box<Finder>>,
}

/// What a call loses, and when.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
#[serde(default, deny_unknown_fields)]
pub struct Loss {
    /// The argument whose value may be replaced, or replaces what exists: the loss is possible if it is given.
    #[serde(skip_serializing_if = "is_default")]
    pub given: Option<String>,
    /// The path of an argument or of a key in it, with dots: the loss is possible if it is not given.
    #[serde(skip_serializing_if = "is_default")]
    pub missing: Option<String>,
    /// What is lost, as one sentence without a final period.
    pub says: String,
}

/// How to lay what is given over what exists, so that the rest stays.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
#[serde(default)]
pub struct Merge {
    /// The path of the argument, or of a key in it: a list of input objects with a key, a list of values, or an object.
    pub argument: String,
    /// The field that identifies an item of a list of input objects, or an empty string.
    #[serde(skip_serializing_if = "is_default")]
    pub key: String,
    /// The Boolean field that marks an item of which only the key may be shown.
    #[serde(skip_serializing_if = "is_default")]
    pub hides: Option<String>,
    /// Whether a hidden value that is written as an empty one stays as it is.
    #[serde(skip_serializing_if = "is_default")]
    pub keeps: bool,
    /// The path of what exists in the finder's object, or none if the finder's results are the items.
    #[serde(skip_serializing_if = "is_default")]
    pub from: Option<String>,
}

/// What is known of the items of [`Merge`] if each of them is a variable.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
#[serde(default, deny_unknown_fields)]
pub struct Variables {
    /// The field with an item's value.
    pub value: String,
    /// The argument that identifies the object that has the variables.
    pub of: String,
    /// The letters that a key may have. It begins with none that is a digit, and is not made of underscores alone.
    pub letters: String,
    /// The keys that the server refuses, because it sets them.
    #[serde(skip_serializing_if = "is_default")]
    pub reserved: Vec<String>,
}

/// How the result of a query goes on.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
#[serde(default, deny_unknown_fields)]
pub struct Follow {
    /// The subscription, whose events are of the same type as the items of the result. Arguments of one name mean the
    /// same.
    pub subscription: String,
    /// The query's argument with the time of the first item.
    pub since: String,
}

/// Who may run an operation. Only a hint: an installation may change the permissions of its roles.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Access {
    /// Unknown.
    #[default]
    Unknown,
    /// Everyone, without a token.
    Public,
    /// Every signed-in user.
    SignedIn,
    /// Users with one of these permissions.
    AnyOf(Vec<String>),
}
