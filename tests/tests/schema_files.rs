//! The files beside the schema: nothing is missing in them, and nothing in them is out of place.

#![allow(clippy::unwrap_used)]

use std::collections::{BTreeMap, BTreeSet};

use houston_client::SCHEMA;
use houston_client::outcome::{Proof, refusal};
use houston_client::schema::Effect;
use houston_codegen::Preset;
use houston_codegen::model::known;
use serde::Deserialize;

#[derive(Deserialize)]
struct Permissions {
    operations: BTreeMap<String, toml::Value>,
    unknown: BTreeMap<String, String>,
    roles: BTreeMap<String, Vec<String>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Refusals {
    codes: BTreeMap<String, String>,
    refusal: Vec<Text>,
    unproven: Vec<Text>,
    invalid: Vec<Text>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Text {
    text: String,
    #[serde(default)]
    operations: Vec<String>,
    code: String,
    #[serde(default)]
    inner: Vec<String>,
    #[serde(default)]
    next: String,
    source: String,
}

#[test]
fn every_operation_has_an_overlay_entry() {
    let missing: Vec<&str> = SCHEMA
        .operations
        .iter()
        .filter(|operation| operation.effect == Effect::Unknown)
        .map(|operation| operation.name.as_ref())
        .collect();
    assert_eq!(missing, [""; 0]);
}

#[test]
fn every_operation_has_a_permission_or_the_reason_why_none_is_known() {
    let file: Permissions = toml::from_str(houston_schema::PERMISSIONS).unwrap();
    for operation in SCHEMA.operations.iter() {
        let (known, reason) =
            (file.operations.get(&*operation.name), file.unknown.get(&*operation.name));
        assert!(known.is_some() != reason.is_some(), "{}", operation.name);
        assert!(reason.is_none_or(|reason| reason.len() > 10), "{}", operation.name);
        // A permission that no role has is a typo.
        for permission in known.and_then(toml::Value::as_array).into_iter().flatten() {
            let name = permission.as_str().unwrap();
            assert!(file.roles.values().flatten().any(|held| held == name), "{name}");
        }
    }
    assert_eq!(file.operations.len() + file.unknown.len(), SCHEMA.operations.len());
}

/// Texts as a server wrote them, with the word that they are known by.
#[test]
fn texts_that_come_before_the_write_are_known() {
    let known = [
        ("You do not have the appropriate permissions for that", "not-allowed"),
        ("Insufficient permissions.", "not-allowed"),
        ("Insufficient Permissions", "not-allowed"),
        ("AUTH_TOKEN_REFRESH_FAILED", "login-failed"),
        ("Prohibited connection!", "login-failed"),
        ("Invalid password and username combination", "login-failed"),
        ("No password credentials found", "login-failed"),
        ("Invalid token", "login-failed"),
        ("Invalid resetToken", "login-failed"),
        ("Your account is awaiting email confirmation", "not-confirmed"),
        (
            "Public sign ups are disabled, a valid inviteToken is required to login to the platform. Public sign ups can be enabled via configuration change.",
            "signup-closed",
        ),
        ("Public signups are disabled, a valid inviteToken is required", "signup-closed"),
        ("Invite token not found", "invite-refused"),
        ("This email is not associated with the specified invite token", "invite-refused"),
        ("User already invited", "invite-refused"),
        ("User already invited to workspace", "invite-refused"),
        ("Email address in use", "already-exists"),
        ("Email already in use", "already-exists"),
        ("Workspace already has a deployment named Hello World", "already-exists"),
        ("There is already another workspace with this label", "already-exists"),
        ("Service Account already exists with the name ci", "already-exists"),
        ("A duplicate role binding already exists", "already-exists"),
        ("The role binding does not exist for this user", "not-found"),
        ("The requested resource was not found", "not-found"),
        ("Invalid role", "role-refused"),
        ("invalid workspace role", "role-refused"),
        ("Entity and role types don't match", "role-refused"),
        (
            "There are no other system administrators. Please assign another before removing yourself.",
            "last-admin",
        ),
        ("Maximum CPU for pod exceeded", "config-refused"),
        ("Maximum Memory for pod exceeded", "config-refused"),
        ("Minimum Extra AU not met", "config-refused"),
        ("nope is not a valid deployment property", "config-refused"),
        (
            "Invalid Environment Variable Key: A B (use alphanumeric and underscores)",
            "variables-refused",
        ),
        (
            "Invalid Environment Variable Key:  (use alphanumeric and underscores)",
            "variables-refused",
        ),
        (
            "AIRFLOW__CORE__EXECUTOR is set automatically and cannot be overridden",
            "variables-refused",
        ),
        (
            "AIRFLOW__CORE__EXECUTOR and AIRFLOW__CORE__FERNET_KEY are set automatically and cannot be overridden",
            "variables-refused",
        ),
        ("Release name not formatted correctly.", "name-refused"),
        ("base-images is reserved name", "name-refused"),
        ("astronomer-bbbbbbbbbb exceeds max char limit of 63.", "name-refused"),
        ("Workspace is suspended. This is likely an issue with payment.", "billing-refused"),
        ("Workspace is in trial mode. Please add a valid payment method.", "billing-refused"),
        ("A required argument was not sent: serviceAccountUuid or entityUuid", "argument-missing"),
        ("workspaceUser query unexpectedly returned more than a single user!", "ambiguous"),
    ];
    let general = SCHEMA.refusals.iter().filter(|row| row.proves == Proof::Field);
    let general = general.filter(|row| row.operations.is_empty());
    let mut unused: BTreeSet<String> = general.map(|row| row.text.to_string()).collect();
    for (message, code) in known {
        let rows = || SCHEMA.refusals.iter().filter(|row| row.fits(message));
        let row = rows().find(|row| row.operations.is_empty()).or_else(|| rows().next());
        let row = row.unwrap_or_else(|| panic!("{message}"));
        assert_eq!(row.code, code, "{message}");
        assert_eq!(row.proves, Proof::Field, "{message}");
        unused.remove(&*row.text);
    }
    assert_eq!(unused, BTreeSet::new(), "rows that no text here shows to be of use");
}

/// They come while or after something is written: known to be harmless, they would hide what is left behind.
#[test]
fn texts_that_can_come_after_the_write_are_not_known() {
    let after = [
        "Cannot read property 'resources' of null",
        "Cannot read property 'roleBindings' of undefined",
        "Cannot read property 'defaultExtraAu' of undefined",
        "Cannot destructure property 'cpu' of 'EXPR' as it is undefined.",
        "Cannot return null for non-nullable field Invite.createdAt.",
        "No Node for the model User with value ck0 for id found.",
        "A unique constraint would be violated on Deployment. Details: Field name = releaseName",
        "You provided an invalid argument for the where selector on Workspace.",
        "Variable \"$_v0_data\" got invalid value 5 at \"_v0_data.label\"; Expected type String.",
        "13 INTERNAL: failed to validate token",
        "request to http://10.0.0.1:4466/ failed, reason: connect ECONNREFUSED 10.0.0.1:4466",
        "Invalid deployment",
        "AIRFLOW__CORE__EXECUTOR",
        "is set",
    ];
    for message in after {
        let row = refusal(&SCHEMA.refusals, message, &[]);
        assert!(row.is_none_or(|row| row.proves < Proof::Field), "{message}");
    }
}

#[test]
fn every_refusal_has_a_known_code_and_a_reason() {
    let file: Refusals = toml::from_str(houston_schema::REFUSALS).unwrap();
    let rows = || file.refusal.iter().chain(&file.unproven).chain(&file.invalid);
    // Some are about operations that later versions have.
    let is_ours = |row: &&Text| {
        row.operations.is_empty()
            || row.operations.iter().any(|name| SCHEMA.operation(name).is_some())
    };
    assert_eq!(rows().filter(is_ours).count(), SCHEMA.refusals.len());
    assert!(rows().any(|row| !is_ours(&row)));
    let mut unused: BTreeSet<&str> = file.codes.keys().map(String::as_str).collect();
    let mut texts = BTreeSet::new();
    for row in rows() {
        let text = &row.text;
        unused.remove(row.code.as_str());
        // Versions, operations or layers in front, and behind a colon why nothing can have been written.
        let (what, why) = row.source.split_once(": ").unwrap_or_else(|| panic!("{text}"));
        assert!(what.len() > 2 && why.len() > 10, "{text}");
        assert!(row.next.is_empty() || row.next.ends_with('.'), "{text}: {}", row.next);
        // Behind a row for all operations, another one for the same text would never match.
        let names = if row.operations.is_empty() { &[String::new()][..] } else { &row.operations };
        for name in names {
            assert!(!texts.contains(&(text.to_lowercase(), String::new())), "{text}: too late");
            assert!(texts.insert((text.to_lowercase(), name.clone())), "{text}: {name} twice");
        }
    }
    assert_eq!(unused, BTreeSet::new(), "codes of no row");
    for (code, meaning) in &file.codes {
        assert!(meaning.ends_with('.'), "{code}: {meaning}");
    }
}

/// A text that is known from some operations proves nothing in the answer of another one.
#[test]
fn a_refusal_is_proof_for_the_operations_of_its_source() {
    let file: Refusals = toml::from_str(houston_schema::REFUSALS).unwrap();
    let later = known(Preset::Houston).unwrap();
    let is_later = |word: &str| {
        let mut names = later.iter().filter(|known| known.effect.is_some());
        names.any(|known| known.name.split_once('.').is_some_and(|(_, name)| name == word))
    };
    // `deployment` in a sentence is a word.
    let is_operation = |word: &&str| {
        word.contains(char::is_uppercase) && (SCHEMA.operation(word).is_some() || is_later(word))
    };
    for row in &file.refusal {
        let (what, _) = row.source.split_once(": ").unwrap();
        let words = what.split(|letter: char| !letter.is_alphanumeric());
        let mut named: Vec<&str> = words.filter(is_operation).collect();
        if what.contains("create and update of a deployment") {
            named.extend(["createDeployment", "updateDeployment"]);
        }
        for name in &named {
            assert!(row.operations.iter().any(|one| one == name), "{}: {name}", row.text);
        }
        let is_narrow =
            !named.is_empty() || what.contains("creation of") || what.contains("update of");
        assert!(!is_narrow || !row.operations.is_empty(), "{}", row.text);
        // Only texts of the data layer come with the path of its own operation.
        assert!(row.inner.is_empty() || row.text.starts_with("No Node"), "{}", row.text);
    }
}

/// The versions of every operation agree with the schema of 0.23.
#[test]
fn the_versions_of_operations_are_those_of_0_23() {
    let here = version("0.23");
    let mut missing = 0;
    for known in known(Preset::Houston).unwrap() {
        let (since, until) =
            (known.since.as_deref().map(version), known.until.as_deref().map(version));
        let is_in_order =
            since.as_ref().is_none_or(|since| until.as_ref().is_none_or(|until| since <= until));
        assert!(is_in_order, "{}", known.name);
        let Some((_, name)) = known.name.split_once('.').filter(|_| known.effect.is_some()) else {
            continue;
        };
        let is_here =
            since.is_none_or(|since| since <= here) && until.is_none_or(|until| until >= here);
        assert_eq!(SCHEMA.operation(name).is_some(), is_here, "{name}");
        if !is_here {
            assert!(known.description.ends_with('.'), "{name}");
            missing += 1;
        }
    }
    assert_eq!(missing, 48);
}

fn version(text: &str) -> Vec<u32> {
    let parts: Vec<u32> = text.split('.').map(|part| part.parse().unwrap()).collect();
    assert!((2..=3).contains(&parts.len()), "{text}");
    parts
}
