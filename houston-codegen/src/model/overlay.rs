//! What people know and a schema cannot say: `overlay.toml`, `permissions.toml` and `refusals.toml`.
//!
//! The formats are described in the crate `houston-schema`. Unknown keys are refused, and every name that
//! stands for something of the schema keeps its place, so that a stale entry can be shown with its line.

use std::collections::BTreeMap;

use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use toml::Spanned;

use crate::source::{Diagnostics, Source};

/// A name with its place in the file.
pub(super) type Name = Spanned<String>;

/// `overlay.toml`
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case", default)]
pub(super) struct Overlay {
    /// The version of the server that the schema is of.
    pub(super) version: Option<String>,
    pub(super) lists: Lists,
    pub(super) results: Results,
    pub(super) scalars: BTreeMap<Name, Spanned<String>>,
    pub(super) domains: Vec<Domain>,
    pub(super) types: BTreeMap<Name, TypeEntry>,
    pub(super) operations: BTreeMap<Name, OperationEntry>,
    /// By the name of an argument: queries that list what it names by its `id`.
    pub(super) arguments: BTreeMap<Name, Vec<Name>>,
}

/// How loosely null is meant.
#[derive(Clone, Copy, Debug, Default, Deserialize, PartialEq, Eq)]
#[serde(rename_all = "kebab-case")]
pub enum Nulls {
    /// To the letter.
    #[default]
    AsSchema,
    /// Never null, whatever the schema says: null is an error.
    NonNull,
}

#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub(super) struct Lists {
    pub(super) items: Nulls,
}

#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub(super) struct Results {
    pub(super) mutations: Nulls,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Domain {
    /// The name of files and modules.
    pub(super) name: Name,
    /// Globs over the names of types and operations, in any case.
    #[serde(rename = "match")]
    pub(super) patterns: Vec<String>,
}

#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub(super) struct TypeEntry {
    pub(super) secret: Vec<Name>,
    pub(super) volatile: Vec<Name>,
    pub(super) omit: Vec<Name>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(super) struct OperationEntry {
    pub(super) effect: Effect,
    #[serde(default)]
    pub(super) idempotent: bool,
    #[serde(default)]
    pub(super) natural_key: Vec<Name>,
    pub(super) finder: Option<Finder>,
    #[serde(default)]
    pub(super) required: Vec<Name>,
    #[serde(default)]
    pub(super) secret: Vec<Name>,
    #[serde(default)]
    pub(super) select: Vec<Name>,
    #[serde(default)]
    pub(super) omit: Vec<Name>,
    #[serde(default)]
    pub(super) trap: String,
    pub(super) merge: Option<Merge>,
    /// By the name of an argument that is JSON: the keys that the server looks at.
    #[serde(default)]
    pub(super) keys: BTreeMap<Name, Vec<String>>,
    pub(super) items: Option<Nulls>,
    pub(super) result: Option<Nulls>,
}

/// How what is given can be laid over what the finder finds.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Merge {
    /// The argument: a list of input objects.
    pub(super) argument: Name,
    /// The field of an item that tells which one it is.
    pub(super) key: Name,
    /// The Boolean field that says of an item that no more than its key may be shown.
    pub(super) hides: Option<Name>,
}

/// What an operation does to the platform.
#[derive(Clone, Copy, Debug, Deserialize, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Effect {
    /// Reads only.
    Read,
    /// Makes something new.
    Create,
    /// Changes a part of something.
    Update,
    /// Replaces something whole.
    Replace,
    /// Removes something.
    Delete,
    /// Signs in or out.
    Session,
    /// Not known.
    #[serde(skip_deserializing)]
    Unknown,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Finder {
    pub(super) query: Name,
    #[serde(default)]
    pub(super) arguments: BTreeMap<Name, Name>,
    #[serde(rename = "match", default)]
    pub(super) matches: BTreeMap<Name, Name>,
}

/// `permissions.toml`
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub(super) struct Permissions {
    pub(super) operations: BTreeMap<Name, Access>,
    /// Operations whose permission is not known, and why.
    pub(super) unknown: BTreeMap<Name, String>,
    /// What the sandbox asks for, for some of them.
    pub(super) supposed: BTreeMap<Name, Access>,
    pub(super) roles: BTreeMap<String, Vec<String>>,
}

#[derive(Debug, Deserialize)]
#[serde(untagged, expecting = "expected `public`, `signed-in`, or a list of permissions")]
pub(super) enum Access {
    Everybody(Everybody),
    AnyOf(Vec<String>),
}

#[derive(Debug, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(super) enum Everybody {
    Public,
    SignedIn,
}

/// `refusals.toml`
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub(super) struct Refusals {
    pub(super) refusal: Vec<RefusalEntry>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct RefusalEntry {
    pub(super) text: Option<Name>,
    pub(super) prefix: Option<Name>,
    pub(super) suffix: Option<Name>,
    pub(super) code: Name,
    /// Where the server raises it: for readers of the file.
    #[serde(rename = "source")]
    _source: String,
}

/// Reads one of the files; nothing given is an empty file.
pub(super) fn read<T: DeserializeOwned + Default>(
    source: Option<&Source<'_>>,
) -> Result<T, Diagnostics> {
    let Some(source) = source else { return Ok(T::default()) };
    toml::from_str(source.text).map_err(|error| {
        let offset = error.span().map_or(0, |span| span.start);
        source.error(offset, error.message()).into()
    })
}
