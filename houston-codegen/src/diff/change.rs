//! One change, and its names in reports.

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
    /// The old type, default or reason, if the change has one.
    pub old: Option<String>,
    /// The new one.
    pub new: Option<String>,
    /// The impact on code that uses the builders.
    pub code: Class,
    /// The impact on command-line calls, which use the server's schema.
    pub commands: Class,
    /// The step that the next release of the generated code needs because of it.
    pub step: Step,
    /// The builder, setter, constant or struct that changes.
    pub rust: String,
    /// The commands and flags that change, as typed after `houston`.
    pub calls: Vec<String>,
    /// The advice for callers.
    pub advice: String,
}

impl Change {
    /// Returns the worse of its two classes.
    pub fn class(&self) -> Class {
        self.code.max(self.commands)
    }
}

/// The impact of a change on calls that were correct before it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Class {
    /// Existing calls keep working, with the same meaning.
    Safe,
    /// Built programs keep working. Their meaning may change, or code needs an edit after regenerating.
    Dangerous,
    /// The server refuses a request, or an answer has a different form.
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

/// The part of the version number that a release with a change increments. Below 1.0, the second part takes the
/// place of the first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Step {
    /// No item of the generated code changes its type or name.
    Patch,
    /// Items are added.
    Minor,
    /// Code that compiled before may no longer compile.
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
    /// It is new and optional.
    Added,
    /// It is new and required.
    RequiredAdded,
    /// It was removed.
    Removed,
    /// It was optional and is now required.
    BecameRequired,
    /// It was required and is now optional.
    BecameOptional,
    /// It has another type: another name, or other lists.
    TypeChanged,
    /// It can now be null.
    Loosened,
    /// It can no longer be null.
    Tightened,
    /// It has another default.
    DefaultChanged,
    /// It is now deprecated.
    Deprecated,
    /// It is no longer deprecated.
    Undeprecated,
    /// A type of another kind now has its name.
    KindChanged,
    /// It now takes exactly one of its fields.
    BecameOneOf,
    /// It now takes any of its fields.
    CeasedOneOf,
    /// Its Rust name changed because another name of the schema took it or released it.
    Renamed,
    /// Something else about it changed.
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
