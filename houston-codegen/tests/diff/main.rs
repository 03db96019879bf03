//! Pairs of schemas and the changes between them. To add a case, add a file to `cases`.

#![allow(clippy::unwrap_used)]

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use houston_codegen::Source;
use houston_codegen::diff::{Class, Report, Step};
use houston_codegen::model::{Model, Sources};

/// The separator between the two schemas of a case.
const BECOMES: &str = "\n# becomes\n";

fn model(text: &str, overlay: &str) -> (Model, houston_codegen::Diagnostics) {
    let sources = Sources {
        overlay: Some(Source::new("overlay.toml", overlay)),
        ..Sources::schema(Source::new("schema.graphql", text))
    };
    Model::with_stale(&sources).unwrap_or_else(|errors| panic!("{errors}"))
}

fn compare(case: &str, overlay: &str) -> Report {
    let (old, new) = case.split_once(BECOMES).unwrap();
    let (new, stale) = model(new, overlay);
    Report::compare(&model(old, overlay).0, &new, stale)
}

#[test]
fn every_kind_of_change_is_found_and_classed() {
    insta::glob!("cases/*.graphql", |path| {
        let case = fs::read_to_string(path).unwrap();
        let report = compare(&case, "");
        insta::assert_snapshot!(format!("{}\n{:?}", report.text(), report.release()));
    });
}

/// In the opposite direction, the opposite changes are found.
#[test]
fn a_schema_is_the_same_as_itself_and_every_case_differs_both_ways() {
    for (name, case) in cases() {
        let (old, new) = case.split_once(BECOMES).unwrap();
        for one in [old, new] {
            let same = compare(&format!("{one}{BECOMES}{one}"), "");
            assert_eq!((same.changes.len(), same.worst(), same.step()), (0, None, None), "{name}");
            assert_eq!(same.text(), "Nothing changed.\n");
        }
        let there: BTreeSet<_> = paths(&compare(&case, ""));
        let back = paths(&compare(&format!("{new}{BECOMES}{old}"), ""));
        assert_eq!(there, back, "{name}");
    }
}

fn paths(report: &Report) -> BTreeSet<String> {
    report.changes.iter().map(|change| change.path.clone()).collect()
}

fn cases() -> Vec<(String, String)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/diff/cases");
    let files = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    let cases: Vec<_> = files
        .filter(|path| path.extension().is_some_and(|extension| extension == "graphql"))
        .map(|path| (path.display().to_string(), fs::read_to_string(path).unwrap()))
        .collect();
    assert!(cases.len() >= 40, "{}", cases.len());
    cases
}

/// The cases contain every possible pair of element and change.
#[test]
fn the_cases_are_complete() {
    let found: BTreeSet<String> = cases()
        .iter()
        .flat_map(|(_, case)| compare(case, "").changes)
        .map(|change| format!("{:?} {:?}", change.element, change.delta))
        .collect();
    insta::assert_snapshot!(found.into_iter().collect::<Vec<_>>().join("\n"));
}

const OVERLAID: &str = r#"
type Query { things: [Thing!] }
type Mutation { create(name: String, key: ID): Thing! wipe(id: ID): Boolean }
type Thing { tags: [String!]! id: ID! old: Int }

# becomes

type Query { things: [Thing] }
type Mutation { create(name: String!, key: ID): Thing }
type Thing { tags: [String]! id: ID }
"#;

/// Code does not change for values that the overlay treats as never null, or for arguments that it already requires.
#[test]
fn the_overlay_applies_and_its_stale_entries_are_named() {
    let overlay = r#"
[lists]
items = "non-null"
[results]
mutations = "non-null"
[types.Thing]
volatile = ["old"]
[operations.create]
effect = "create"
required = ["name"]
[operations.wipe]
effect = "delete"
"#;
    insta::assert_snapshot!(compare(OVERLAID, overlay).text());
}

/// The struct of an operation's own answer makes way for the builder of another operation, and appears with the overlay.
#[test]
fn a_new_name_of_a_default_answer_is_reported() {
    let case = "type Query { a: Int } type Thing { id: ID! old: Int }
        type Mutation { make: Thing keep: Thing }
        \n# becomes\n
        type Query { a: Int } type Thing { id: ID! old: Int }
        type Mutation { make: Thing makePayload: Thing keep: Thing }";
    let overlay = "[operations.make]\neffect = \"create\"\nanswers = [\"id\"]\n";
    insta::assert_snapshot!(compare(case, overlay).text());
}

#[test]
fn a_report_is_written_for_pull_requests_and_for_programs() {
    let overlay = "[operations.wipe]\neffect = \"delete\"\n";
    let report = compare(OVERLAID, overlay);
    insta::assert_snapshot!("markdown", report.markdown());
    let json = serde_json::to_string_pretty(&report.json()).unwrap();
    insta::assert_snapshot!("json", json);
    assert_eq!((report.worst(), report.step()), (Some(Class::Breaking), Some(Step::Major)));
    // Untrusted text stays in its cell and on its line.
    let hostile = fs::read_to_string("tests/diff/cases/hostile_text.graphql").unwrap();
    insta::assert_snapshot!("hostile_markdown", compare(&hostile, "").markdown());
}

/// A type that no operation returns any more has no struct, unless the overlay gives it one.
#[test]
fn a_struct_that_goes_is_reported() {
    let case =
        "type Query { a: Thing b: Other }\ntype Thing { id: ID! }\ntype Other { thing: Thing }\n
# becomes
type Query { b: Other }\ntype Thing { id: ID! }\ntype Other { thing: Thing }\n";
    insta::assert_snapshot!(compare(case, "structs = \"answered\"").text());
    let report = compare(case, "structs = \"all\"");
    assert_eq!(paths(&report), BTreeSet::from(["Query.a".to_owned()]));
}
