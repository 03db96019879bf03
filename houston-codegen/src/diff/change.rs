//! One change, and the words for it.

use serde::Serialize;

/// One change.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Change {
    /// What changed.
    pub element: Element,
    /// How.
    pub delta: Delta,
    /// Its schema coordinate: `Mutation.createDeployment(label:)`.
    pub path: String,
    /// What it was, where that can be said: a type, a default, a reason.
    pub old: Option<String>,
    /// What it is.
    pub new: Option<String>,
    /// What it means for code that uses the builders.
    pub code: Class,
    /// What it means for calls of the command line, which reads the schema that the server has.
    pub commands: Class,
    /// What the next release of the generated code must be on its account.
    pub step: Step,
    /// The builder, setter, constant or struct that changes.
    pub rust: String,
    /// The commands and flags that change, as they are written behind `houston`.
    pub calls: Vec<String>,
    /// What a caller has to do.
    pub advice: String,
}

impl Change {
    /// The worse of its two classes.
    pub fn class(&self) -> Class {
        self.code.max(self.commands)
    }
}

/// What a change means for those who were right before it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Class {
    /// What worked goes on working, and means the same.
    Safe,
    /// What was built goes on working. It may mean something else, or code that is built anew needs an edit.
    Dangerous,
    /// A request is refused, or an answer is not what it was.
    Breaking,
}

impl Class {
    /// Its name.
    pub const fn name(self) -> &'static str {
        match self {
            Class::Safe => "safe",
            Class::Dangerous => "dangerous",
            Class::Breaking => "breaking",
        }
    }
}

/// Which part of a version number a release with a change counts up. Below 1.0 the second part stands for the
/// first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Step {
    /// No item of the generated code changes its type or name.
    Patch,
    /// Items are added.
    Minor,
    /// Code that compiled may not do so any more.
    Major,
}

impl Step {
    /// Its name.
    pub const fn name(self) -> &'static str {
        match self {
            Step::Patch => "patch",
            Step::Minor => "minor",
            Step::Major => "major",
        }
    }
}

/// What changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Element {
    /// A root field.
    Operation,
    /// A type of any kind.
    Type,
    /// A field of an object or interface.
    Field,
    /// An argument of an operation or field.
    Argument,
    /// A field of an input object.
    InputField,
    /// A value of an enum.
    EnumValue,
    /// A member of a union.
    Member,
    /// An interface that a type implements.
    Interface,
    /// A directive.
    Directive,
}

impl Element {
    pub(super) const fn name(self) -> &'static str {
        match self {
            Element::Operation => "operation",
            Element::Type => "type",
            Element::Field => "field",
            Element::Argument => "argument",
            Element::InputField => "input field",
            Element::EnumValue => "enum value",
            Element::Member => "member of a union",
            Element::Interface => "interface",
            Element::Directive => "directive",
        }
    }
}

/// How it changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Delta {
    /// It is new, and need not be used.
    Added,
    /// It is new, and must be given.
    RequiredAdded,
    /// It is gone.
    Removed,
    /// It could be left out, and cannot any more.
    BecameRequired,
    /// It can be left out.
    BecameOptional,
    /// It has another type: another name, or lists where there were none.
    TypeChanged,
    /// Null, which it was not, is among its values.
    Loosened,
    /// Null, which it could be, is not among its values.
    Tightened,
    /// What is taken when it is left out.
    DefaultChanged,
    /// It is about to go.
    Deprecated,
    /// It is no longer about to go.
    Undeprecated,
    /// A type of another kind has its name.
    KindChanged,
    /// It takes exactly one of its fields.
    BecameOneOf,
    /// It takes any of its fields.
    CeasedOneOf,
    /// Another name of the schema took its name in Rust, or gave it back.
    Renamed,
    /// Something else about it.
    Changed,
}

impl Delta {
    pub(super) const fn words(self) -> &'static str {
        match self {
            Delta::Added => "added",
            Delta::RequiredAdded => "added and required",
            Delta::Removed => "removed",
            Delta::BecameRequired => "became required",
            Delta::BecameOptional => "became optional",
            Delta::TypeChanged => "changed its type",
            Delta::Loosened => "can now be null",
            Delta::Tightened => "can no longer be null",
            Delta::DefaultChanged => "changed its default",
            Delta::Deprecated => "is now deprecated",
            Delta::Undeprecated => "is no longer deprecated",
            Delta::KindChanged => "changed its kind",
            Delta::BecameOneOf => "now takes exactly one field",
            Delta::CeasedOneOf => "now takes any of its fields",
            Delta::Renamed => "has a new name in Rust",
            Delta::Changed => "changed",
        }
    }
}
