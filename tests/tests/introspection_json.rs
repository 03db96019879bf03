//! From definitions to introspection's JSON and back, on every schema at hand, and beside graphql-js.
//!
//! `cargo xtask ci` installs graphql-js and the schemas of others. Without them these tests say that they are skipped,
//! and fail where `CI` is set.

#![allow(clippy::unwrap_used)]

use std::fs;

use houston_codegen::parse::{self, syntax::Document};
use houston_codegen::{Source, introspection};
use houston_tests::installed::{is_installed, node, workspace};

const OWN: [&str; 4] = [
    "schema/houston.graphql",
    "tests/schemas/fixture.graphql",
    "tests/schemas/stranger.graphql",
    "tests/schemas/traps.graphql",
];
/// Where the schemas of others are installed.
const MODULES: &str = "tests/schemas/node_modules";

const PUBLISHED: [&str; 3] = [
    "@octokit/graphql-schema/schema.graphql",
    "@shopify/hydrogen-react/storefront.schema.json",
    "@shopify/hydrogen-react/customer-account.schema.json",
];

/// Ours, and those of others if they are installed.
fn schemas() -> Vec<(&'static str, Document)> {
    let own = OWN.into_iter().map(|name| (name, name.to_owned()));
    let others = PUBLISHED.into_iter().map(|name| (name, format!("{MODULES}/{name}")));
    own.chain(others)
        .filter(|(name, path)| is_installed(name, path))
        .map(|(name, path)| (name, document(&fs::read_to_string(workspace().join(path)).unwrap())))
        .collect()
}

fn document(text: &str) -> Document {
    let source = Source::new("schema", text);
    if introspection::is_json(text) { introspection::parse(&source) } else { parse::parse(&source) }
        .unwrap_or_else(|errors| panic!("{errors}"))
}

#[test]
fn definitions_survive_json_and_json_survives_definitions() {
    for (name, document) in schemas() {
        let json = introspection::json(&document);
        let text = serde_json::json!({ "data": json }).to_string();
        let read = introspection::parse(&Source::new(name, &text)).unwrap();
        // Introspection has no extensions, and of applied directives those of the specification alone: printed once,
        // nothing else is there.
        let printed = introspection::sdl(&read);
        let again = parse::parse(&Source::new(name, &printed)).unwrap();
        assert_eq!(introspection::json(&again), json, "{name}");
        assert_eq!(introspection::sdl(&again), printed, "{name}");
        parse::validate(&Source::new(name, &printed), &again)
            .unwrap_or_else(|errors| panic!("{name}\n{errors}"));
        assert!(json["__schema"]["types"].as_array().unwrap().len() > 5, "{name}");
    }
}

#[test]
fn json_from_definitions_is_that_of_graphql_js() {
    if !is_installed("graphql-js", &format!("{MODULES}/graphql")) {
        return;
    }
    let folder = tempfile::tempdir().unwrap();
    for (name, document) in schemas() {
        // What a schema has twice, graphql-js refuses: it is left out of what we print.
        let definitions = folder.path().join("schema.graphql");
        fs::write(&definitions, introspection::sdl(&document)).unwrap();
        let answer = folder.path().join("answer.json");
        fs::write(&answer, introspection::json(&document).to_string()).unwrap();
        let script = workspace().join("tests/schemas/json.js");
        let ran = node().arg(script).args([definitions, answer]).output().unwrap();
        assert!(ran.status.success(), "{name}: {}", String::from_utf8_lossy(&ran.stderr));
    }
}
