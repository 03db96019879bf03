//! Which mutations `houston reconcile` can settle.

use std::path::Path;

use houston_client::SCHEMA;
use houston_client::schema::{Operation, OperationKind};

/// The page has a row for each mutation, and is written by this test with `HOUSTON_WRITE_DOCS=1`.
#[test]
fn every_mutation_has_a_query_or_a_reason() {
    let line = |operation: &Operation| {
        let name = &operation.name;
        let Some(finder) = &operation.finder else {
            assert!(!operation.unfound.is_empty(), "{name}: write `finder` or `unfound`");
            return format!("| `{name}` | none: {} | |\n", operation.unfound);
        };
        let quoted = |names: Vec<String>| {
            let names: Vec<String> = names.iter().map(|name| format!("`{name}`")).collect();
            names.join(", ")
        };
        let asked = finder.arguments.iter().chain(&finder.matches).map(|(_, ours)| ours.clone());
        let mut asked: Vec<String> = asked.collect();
        asked.sort();
        asked.dedup();
        format!("| `{name}` | `{}` | {} |\n", finder.query, quoted(asked))
    };
    let mutations = SCHEMA.operations.iter().filter(|row| row.kind == OperationKind::Mutation);
    let rows: String = mutations.map(line).collect();
    let head = "# Which mutations `houston reconcile` can settle\n\n\
        After exit code 7, `houston reconcile MUTATION` with the same arguments asks one query, and compares what exists \
        with what was given: exit code 0 if the mutation took effect, 4 if it did not, and 7 if that stays unknown. The \
        last column names the arguments that identify the object. Passwords and other secrets are not compared, and \
        values that the server ignores or may replace are not either; the output names what was given and not \
        compared.\n\n\
        The rows follow `finder` and `unfound` in `schema/overlay.toml`. A test writes this page: \
        `HOUSTON_WRITE_DOCS=1 cargo nextest run -p houston-cli reconcilable`.\n\n\
        | mutation | query | identified by |\n|---|---|---|\n";
    let page = format!("{head}{rows}");
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../docs/reconcile.md");
    if std::env::var_os("HOUSTON_WRITE_DOCS").is_some() {
        std::fs::write(&path, &page).unwrap();
    }
    let kept = std::fs::read_to_string(&path).unwrap_or_default();
    assert!(kept == page, "docs/reconcile.md is out of date; run with HOUSTON_WRITE_DOCS=1");
}
