//! Versions of the server: in which of them a name exists, and how that is known.

use std::collections::BTreeSet;
use std::fmt;

use houston_schema::table::{Effect, OperationKind};
use serde::Deserialize;

use super::stale::Name;
use super::{Overlay, read};
use crate::preset::Preset;
use crate::source::{Diagnostics, Source};

/// What is known of a name across the versions of a server.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct Known {
    /// Its schema coordinate: `Mutation.createTeam`, `Mutation.createDeployment(executor:)`, `Team`, `Team.name` or
    /// `Role.CLUSTER_ADMIN`.
    pub name: String,
    /// The first version that is known to have it.
    pub since: Option<String>,
    /// The last version that is known to have it.
    pub until: Option<String>,
    /// What versions before `since` have in its place.
    pub before: Option<String>,
    /// What versions after `until` have in its place.
    pub instead: Option<String>,
    /// How it is known; none if it is in a whole schema.
    pub evidence: Option<Evidence>,
    /// What it is, in a sentence, or an empty string.
    pub description: String,
    /// What an operation does to the platform.
    pub effect: Option<Effect>,
    /// What a caller of it should read first, or an empty string.
    pub trap: String,
    /// The arguments of an operation whose values the server ignores.
    pub ignored: Vec<String>,
}

/// How a name of another version is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Evidence {
    /// Its declaration was read.
    Exact,
    /// Public clients send it.
    Seen,
    /// Public documentation names it.
    Docs,
    /// Drafts and design notes name it.
    Draft,
}

impl Evidence {
    /// The word for it in the overlay.
    pub const fn name(self) -> &'static str {
        match self {
            Evidence::Exact => "exact",
            Evidence::Seen => "seen",
            Evidence::Docs => "docs",
            Evidence::Draft => "draft",
        }
    }

    /// How it is known, in words.
    pub const fn words(self) -> &'static str {
        match self {
            Evidence::Exact => "its declaration was read",
            Evidence::Seen => "public clients send it",
            Evidence::Docs => "public documentation names it",
            Evidence::Draft => "only drafts name it",
        }
    }
}

/// A version, as numbers that can be compared.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
#[serde(try_from = "String")]
pub(super) struct Version(Vec<u32>);

impl TryFrom<String> for Version {
    type Error = &'static str;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        let parts: Result<Vec<u32>, _> = text.split('.').map(str::parse).collect();
        let parts = parts.ok().filter(|parts| (2..=3).contains(&parts.len()));
        parts.map(Version).ok_or("expected a version of two or three numbers, such as `0.25.8`")
    }
}

impl Version {
    /// The version that a server reports, without what stands behind its numbers: `2.1.0-rc.1`.
    fn reported(text: &str) -> Option<Self> {
        let numbers =
            text.split(|letter: char| letter != '.' && !letter.is_ascii_digit()).next()?;
        let numbers = numbers.split('.').map_while(|part| part.parse().ok());
        let numbers: Vec<u32> = numbers.take(3).collect();
        (numbers.len() > 1).then_some(Version(numbers))
    }
}

impl fmt::Display for Version {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let parts: Vec<String> = self.0.iter().map(u32::to_string).collect();
        formatter.write_str(&parts.join("."))
    }
}

/// The versions that have a name.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Range<'r> {
    pub(super) since: Option<&'r Version>,
    pub(super) until: Option<&'r Version>,
}

impl Range<'_> {
    /// Whether a schema of this version should have the name. Of an unknown version, only what every version has is
    /// expected.
    fn has(self, version: Option<&Version>) -> bool {
        let Some(version) = version else { return self.since.is_none() && self.until.is_none() };
        // 0.37.7 is a version of 0.37.
        let of = |until: &Version| version.0.iter().take(until.0.len()).le(&until.0);
        self.since.is_none_or(|since| since <= version) && self.until.is_none_or(of)
    }
}

/// `[names]`: what is known of a type, a field, an argument or a value.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub(super) struct NameEntry {
    since: Option<Version>,
    until: Option<Version>,
    before: Option<String>,
    instead: Option<String>,
    evidence: Option<Evidence>,
    pub(super) says: String,
}

impl NameEntry {
    fn range(&self) -> Range<'_> {
        Range { since: self.since.as_ref(), until: self.until.as_ref() }
    }
}

/// The names that a schema need not have, because its version may lack them: operations, types and other coordinates.
pub(super) fn others(overlay: &Overlay, version: Option<&str>) -> BTreeSet<String> {
    let version = version.and_then(Version::reported);
    let operations = overlay.operations.iter().map(|(name, entry)| (name, entry.range()));
    let names = overlay.names.iter().map(|(name, entry)| (name, entry.range()));
    let all = operations.chain(names).filter(|(_, range)| !range.has(version.as_ref()));
    all.map(|(name, _): (&Name, _)| name.get_ref().clone()).collect()
}

/// What a preset knows of names that some versions of its server have and others lack.
///
/// # Errors
///
/// Fails if its overlay cannot be read.
pub fn known(preset: Preset) -> Result<Vec<Known>, Diagnostics> {
    let Preset::Houston = preset;
    let source = Source::new("houston/overlay.toml", houston_schema::OVERLAY);
    let overlay: Overlay = read(Some(&source))?;
    let text = |version: Option<&Version>| version.map(ToString::to_string);
    let operations = overlay.operations.iter().map(|(name, entry)| {
        let kind = match entry.effect {
            Effect::Read => OperationKind::Query,
            _ => OperationKind::Mutation,
        };
        Known {
            name: format!("{}.{}", kind.usual_root(), name.get_ref()),
            since: text(entry.range().since),
            until: text(entry.range().until),
            before: entry.before.clone(),
            instead: entry.instead.clone(),
            evidence: entry.evidence,
            description: entry.description.clone(),
            effect: Some(entry.effect),
            trap: entry.trap.clone(),
            ignored: entry.ignored.iter().map(|name| name.get_ref().clone()).collect(),
        }
    });
    let names = overlay.names.iter().map(|(name, entry)| Known {
        name: name.get_ref().clone(),
        since: text(entry.since.as_ref()),
        until: text(entry.until.as_ref()),
        before: entry.before.clone(),
        instead: entry.instead.clone(),
        evidence: entry.evidence,
        description: entry.says.clone(),
        ..Known::default()
    });
    let all = operations.chain(names);
    Ok(all.filter(|known| known.since.is_some() || known.until.is_some()).collect())
}
