//! Names of other versions of the platform: which of them has one, and what the others have in its place.

mod unknown;

use std::collections::{HashMap, HashSet};
use std::sync::OnceLock;

use houston_client::schema::{Operation, OperationKind, Schema};
use houston_codegen::Preset;
use houston_codegen::model::{Known, known};
use serde_json::{Value, json};

use crate::failure::{Code, Failure};
use crate::schema::names::kebab;
use crate::schema::{Loaded, Origin};
use crate::terminal::suggest::{closest, one_of};
use crate::terminal::text::{plain, short};

pub(crate) use unknown::told;

/// The names that some versions have and others lack.
fn all() -> &'static [Known] {
    static ALL: OnceLock<Vec<Known>> = OnceLock::new();
    // The file is compiled in, and tests read it.
    ALL.get_or_init(|| known(Preset::Houston).unwrap_or_default())
}

/// The operations of other versions, each with its kind and its name.
pub(crate) fn operations()
-> impl DoubleEndedIterator<Item = (OperationKind, &'static str, &'static Known)> {
    all().iter().filter(|known| known.effect.is_some()).filter_map(|known| {
        let (root, name) = known.name.split_once('.')?;
        let kind = match root {
            "Query" => OperationKind::Query,
            _ => OperationKind::Mutation,
        };
        Some((kind, name, known))
    })
}

/// What is known of an operation of this name.
pub(crate) fn operation(name: &str) -> Option<(OperationKind, &'static Known)> {
    static NAMES: OnceLock<HashMap<String, (OperationKind, &'static Known)>> = OnceLock::new();
    let names = NAMES.get_or_init(|| {
        let spelled = operations().rev().map(|(kind, name, known)| (kebab(name), (kind, known)));
        let exact = operations().rev().map(|(kind, name, known)| (name.to_owned(), (kind, known)));
        // A later entry replaces an earlier one.
        spelled.chain(exact).collect()
    });
    names.get(name).copied()
}

/// The arguments that an operation has in other versions.
pub(crate) fn arguments(operation: &Operation) -> impl Iterator<Item = (&'static str, &Known)> {
    let of = format!("{}.{}(", operation.kind.usual_root(), operation.name);
    all().iter().filter_map(move |known| {
        let name = known.name.strip_prefix(of.as_str())?.strip_suffix(":)")?;
        Some((name, known))
    })
}

/// The fields or values that a type has in other versions.
pub(crate) fn members(ty: &str) -> impl Iterator<Item = (&'static str, &'static Known)> {
    let of = format!("{ty}.");
    all().iter().filter(|known| known.effect.is_none()).filter_map(move |known| {
        let name = known.name.strip_prefix(of.as_str())?;
        (!name.contains('(')).then_some((name, known))
    })
}

/// Behind the message that an operation has no such argument: the versions that have it.
pub(crate) fn argument_hint(operation: &Operation, name: &str) -> Option<String> {
    let is_it = |known: &str| known == name || kebab(known) == name;
    arguments(operation).find(|(known, _)| is_it(known)).map(|(_, known)| hint(known))
}

/// Behind the message that a type has no such field or value: the versions that have it.
pub(crate) fn member_hint(ty: &str, name: &str) -> Option<String> {
    members(ty).find(|(known, _)| *known == name).map(|(_, known)| hint(known))
}

fn hint(known: &Known) -> String {
    format!("; {}", has(known, "it"))
}

/// The versions that have it, and what others have in its place.
fn has(known: &Known, what: &str) -> String {
    let mut hint = format!("{} has {what}", range(known));
    let mut add = |when: &str, other: &Option<String>| {
        if let Some(other) = other {
            hint += &format!(", and {when} versions have `{}`", plain(other));
        }
    };
    add("earlier", &known.before);
    add("later", &known.instead);
    hint
}

/// The versions that have it, in words: `Houston 0.32 and later`.
pub(crate) fn range(known: &Known) -> String {
    match (known.since.as_deref(), known.until.as_deref()) {
        (Some(since), Some(until)) if since == until => format!("Houston {since}"),
        (Some(since), Some(until)) => format!("Houston {since} to {until}"),
        (Some(since), None) => format!("Houston {since} and later"),
        (None, Some(until)) => format!("Houston through {until}"),
        (None, None) => "Houston".to_owned(),
    }
}

/// The lines of a description: the versions that have it, and what the others have.
pub(crate) fn lines(known: &Known) -> Vec<String> {
    let other = |when: String, other: &Option<String>| {
        other.as_ref().map(|other| format!("{when}: {}", plain(other)))
    };
    let since = known.since.as_deref().unwrap_or_default();
    let until = known.until.as_deref().unwrap_or_default();
    let evidence = known.evidence.map(|evidence| evidence.words().to_owned());
    let lines = [
        Some(range(known)),
        other(format!("before {since}"), &known.before),
        other(format!("after {until}"), &known.instead),
        evidence,
    ];
    lines.into_iter().flatten().collect()
}

/// The same for programs.
pub(crate) fn json(known: &Known) -> Value {
    json!({
        "since": known.since,
        "until": known.until,
        "before": known.before,
        "instead": known.instead,
        "evidence": known.evidence.map(houston_codegen::model::Evidence::name),
    })
}

/// Returns `; did you mean …?` with the operations of a schema that are most similar to a name, or with one of other
/// versions if that is more similar than all of them.
pub(crate) fn did_you_mean<'a>(
    schema: &Schema,
    wanted: &str,
    own: impl IntoIterator<Item = &'a str>,
) -> String {
    let own: Vec<&str> = own.into_iter().collect();
    let known: HashSet<&str> =
        schema.operations.iter().map(|row| &*row.name).chain(own.iter().copied()).collect();
    let others = operations().map(|(_, name, _)| name).filter(|name| !known.contains(name));
    let found = closest(wanted, own.iter().copied().chain(others));
    let (found, others): (Vec<&str>, Vec<&str>) =
        found.into_iter().partition(|name| own.contains(name));
    match (&found[..], others.first().and_then(|name| operation(name))) {
        ([], Some((_, known))) => {
            format!("; did you mean `{}`, which {} has?", name_of(known), range(known))
        }
        _ => one_of(&found),
    }
}

/// The failure for an operation that only other versions of the platform have; `unknown` if none of them has it.
pub(crate) fn failure(name: &str, loaded: &Loaded, unknown: Failure) -> Failure {
    let Some((kind, known)) = operation(name) else { return unknown };
    let origin = loaded.origin.words();
    let what = format!(
        "`{}` is a {} of {}, but not in {origin}",
        short(name),
        kind.keyword(),
        range(known)
    );
    let failure = Failure::usage(what).code(Code::SchemaDrift);
    let failure = match known.description.as_str() {
        "" => failure,
        says => failure.detail(plain(says)),
    };
    match (&loaded.origin, in_its_place(&loaded.schema, name_of(known))) {
        (Origin::Pulled(..), Some(next)) => failure.help(next),
        (_, next) => next.into_iter().fold(failure, Failure::help).help(
            "If your platform has it, use your platform's schema with `houston schema pull`.",
        ),
    }
}

/// The name of an operation.
fn name_of(known: &Known) -> &str {
    known.name.split_once('.').map_or("", |(_, name)| name)
}

/// The next step for an operation that a schema lacks, if it has others in its place.
pub(crate) fn in_its_place(schema: &Schema, operation: &str) -> Option<String> {
    let (_, known) = self::operation(operation)?;
    let names = [&known.before, &known.instead].into_iter().flatten();
    let names = names.flat_map(|names| names.split(" or "));
    let is_there = |name: &&str| schema.operation(name).is_some();
    let names: Vec<String> =
        names.filter(is_there).map(|name| format!("`{}`", plain(name))).collect();
    (!names.is_empty()).then(|| format!("Use {} in its place.", names.join(" or ")))
}

#[cfg(test)]
mod tests {
    use houston_client::SCHEMA;
    use houston_client::schema::OperationKind;

    use super::{all, argument_hint, did_you_mean, member_hint, operation, operations, range};

    #[test]
    fn operations_of_other_versions_are_known() {
        let words = |name: &str| operation(name).map(|(kind, known)| (kind, range(known)));
        let update = words("updateUser").unwrap();
        assert_eq!(update, (OperationKind::Mutation, "Houston through 0.15".to_owned()));
        assert_eq!(words("paginated-teams").unwrap().1, "Houston 0.28 and later");
        assert_eq!(words("nope"), None);
        let missing = operations().filter(|(_, name, _)| SCHEMA.operation(name).is_none());
        assert!(missing.count() >= 47);
    }

    #[test]
    fn what_other_versions_have_is_told() {
        let create = SCHEMA.operation("createDeployment").unwrap();
        let hint = |name: &str| argument_hint(create, name).unwrap_or_default();
        assert_eq!(
            hint("executor"),
            "; Houston 0.23 and later has it, and earlier versions have `--config.executor`"
        );
        assert_eq!(hint("dag-deployment"), "; Houston 0.25.1 and later has it");
        assert_eq!(hint("nope"), "");
        let field = member_hint("Deployment", "uuid").unwrap();
        assert_eq!(field, "; Houston through 0.15 has it, and later versions have `id`");
        assert!(member_hint("Role", "CLUSTER_ADMIN").is_some());
        let own = || SCHEMA.operations.iter().map(|row| &*row.name);
        assert_eq!(
            did_you_mean(&SCHEMA, "upsertDeploymnt", own()),
            "; did you mean `upsertDeployment`, which Houston 0.32 and later has?"
        );
        assert_eq!(
            did_you_mean(&SCHEMA, "createDeploymnt", own()),
            "; did you mean `createDeployment`?"
        );
    }

    /// What is said to be in place of another name is one of the schema or of another version.
    #[test]
    fn names_in_place_of_others_exist() {
        let is_operation =
            |name: &str| SCHEMA.operation(name).is_some() || operation(name).is_some();
        for known in all() {
            let others = [&known.before, &known.instead].into_iter().flatten();
            for other in others.flat_map(|names| names.split(" or ")) {
                let is_flag = other.starts_with("--") && known.name.contains('(');
                let ty = known.name.split('.').next().unwrap();
                let is_field = SCHEMA.type_named(ty).is_some_and(|ty| ty.field(other).is_some())
                    || super::members(ty).any(|(name, _)| name == other);
                assert!(is_flag || is_field || is_operation(other), "{}: {other}", known.name);
            }
            // Of 0.28 and later, only parts are known.
            let is_later = known.since.as_deref().is_some_and(|since| {
                let parts: Vec<u32> = since.split('.').map(|part| part.parse().unwrap()).collect();
                parts > vec![0, 24]
            });
            let is_described = known.name.starts_with('(');
            assert_eq!(known.evidence.is_some(), is_later && !is_described, "{}", known.name);
        }
    }
}
