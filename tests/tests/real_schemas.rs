//! The generator on schemas of others, as their owners publish them: GitHub's and Shopify's. And on what is known of
//! Houston's lines, with the facts about Houston.
//!
//! `cargo xtask ci` installs them. Without them these tests say that they are skipped, and fail where `CI` is
//! set.

#![allow(clippy::unwrap_used)]

use std::collections::BTreeSet;
use std::fs;
use std::path::PathBuf;
use std::process::Command;

use apollo_compiler::{ExecutableDocument, Schema};
use houston_codegen::emit::{self, Generated, Options};
use houston_codegen::model::{Model, Sources};
use houston_codegen::parse::{self, syntax::Document};
use houston_codegen::{Preset, Source, introspection};
use houston_tests::installed::{is_installed, node, workspace};

const GITHUB: &str = "@octokit/graphql-schema/schema.graphql";

/// The name of the generated module, and the file.
const SCHEMAS: [(&str, &str); 3] = [
    ("github", GITHUB),
    ("storefront", "@shopify/hydrogen-react/storefront.schema.json"),
    ("customer_account", "@shopify/hydrogen-react/customer-account.schema.json"),
];

/// Houston's lines, and the modules for them.
const LINES: [(&str, &str); 5] =
    [("v0_16", "0.16"), ("v0_30", "0.30"), ("v0_37", "0.37"), ("v1_1", "1.1"), ("v2_1", "2.1")];

/// The path and text of a published schema, if it is installed.
fn published(file: &str) -> Option<(PathBuf, String)> {
    let path = format!("tests/schemas/node_modules/{file}");
    is_installed(file, &path).then(|| {
        let path = workspace().join(path);
        let text = fs::read_to_string(&path).unwrap();
        (path, text)
    })
}

fn document(text: &str) -> Document {
    let source = Source::new("schema", text);
    if introspection::is_json(text) { introspection::parse(&source) } else { parse::parse(&source) }
        .unwrap_or_else(|errors| panic!("{errors}"))
}

fn model(text: &str, allow_duplicates: bool) -> Result<Model, String> {
    let sources = Sources { allow_duplicates, ..Sources::schema(Source::new("schema", text)) };
    Model::new(&sources).map_err(|errors| errors.to_string())
}

/// The model of a schema of Houston.
fn of_houston(text: &str) -> Model {
    let preset = Some(Preset::Houston);
    Model::new(&Sources { preset, ..Sources::schema(Source::new("schema", text)) }).unwrap()
}

fn generate(model: &Model, existing: &BTreeSet<String>) -> Generated {
    let options = Options {
        runtime: "::houston_client::runtime",
        command: "cargo xtask codegen",
        examples: None,
        existing,
    };
    emit::emit(model, &options).unwrap()
}

#[test]
fn githubs_schema_is_invalid_and_both_places_are_named() {
    let Some((_, text)) = published(GITHUB) else { return };
    let errors = model(&text, false).unwrap_err();
    assert_eq!(errors.matches("is already defined on line").count(), 2);
    assert_eq!(errors.matches("error: ").count(), 2, "{errors}");
    let allowed = model(&text, true).unwrap();
    let left_out: Vec<String> = allowed.duplicates.iter().map(ToString::to_string).collect();
    assert_eq!(errors, left_out.join("\n\n"));
}

/// Wider than any that is published: an object of 2,000 fields, an enum of 5,000 values; and no mutation.
fn wide() -> String {
    let fields: String = (0..2_000).map(|field| format!("  field{field}: Int\n")).collect();
    let values: String = (0..5_000).map(|value| format!("  VALUE_{value}\n")).collect();
    format!(
        "type Query {{\n  wide: Wide!\n  value: Value\n}}\n\ntype Wide {{\n{fields}}}\n\nenum Value {{\n{values}}}\n"
    )
}

/// `cargo check` on the code for all, and each operation's default document held against its schema.
#[test]
fn code_for_real_schemas_compiles_and_its_documents_are_valid() {
    let root = workspace().join("target/real-schemas");
    let source = root.join("src");
    if source.exists() {
        fs::remove_dir_all(&source).unwrap();
    }
    fs::create_dir_all(&source).unwrap();
    let mut schemas = Vec::new();
    let mut texts = vec![("wide", wide())];
    for (name, file) in SCHEMAS {
        let Some((_, text)) = published(file) else { return };
        texts.push((name, introspection::sdl(&document(&text))));
    }
    for (name, line) in LINES {
        let path = workspace().join(format!("tests/schemas/lines/{line}.graphql"));
        texts.push((name, fs::read_to_string(path).unwrap()));
    }
    for (name, sdl) in texts {
        let is_of_houston = LINES.iter().any(|(line, _)| *line == name);
        let model = if is_of_houston { of_houston(&sdl) } else { model(&sdl, false).unwrap() };
        let generated = generate(&model, &BTreeSet::new());
        let write = |path: PathBuf, text: &str| {
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(path, text).unwrap();
        };
        write(source.join(format!("{name}.rs")), &generated.root);
        for (path, text) in &generated.files {
            write(source.join(name).join(path), text);
        }
        let schema = Schema::parse_and_validate(&sdl, "schema.graphql").unwrap();
        schemas.push((name, schema, model.operations.len()));
    }
    let modules = schemas.iter().map(|(name, ..)| format!("pub mod {name};\n"));
    let modules: String = modules.collect();
    fs::write(source.join("lib.rs"), modules + "pub mod story;\n").unwrap();
    fs::write(source.join("story.rs"), include_str!("real_schemas/story.rs.txt")).unwrap();
    fs::write(source.join("main.rs"), include_str!("real_schemas/print_documents.rs.txt")).unwrap();
    fs::write(root.join("Cargo.toml"), include_str!("real_schemas/Cargo.toml.txt")).unwrap();
    fs::copy(workspace().join("Cargo.lock"), root.join("Cargo.lock")).unwrap();

    let run = Command::new(env!("CARGO"))
        .args(["run", "--quiet", "--offline", "--target-dir", "target"])
        .current_dir(&root)
        .output()
        .unwrap();
    assert!(run.status.success(), "{}", String::from_utf8_lossy(&run.stderr));
    let printed = String::from_utf8(run.stdout).unwrap();
    for (name, schema, operations) in schemas {
        let marker = format!("\u{0}{name}\n");
        let documents: Vec<&str> = printed
            .split('\u{0}')
            .filter_map(|part| part.strip_prefix(marker.trim_start_matches('\u{0}')))
            .collect();
        assert_eq!(documents.len(), 2 * operations, "{name}: each at two depths");
        for document in documents {
            let valid = ExecutableDocument::parse_and_validate(&schema, document, "document");
            valid.unwrap_or_else(|broken| panic!("{document}\n{broken}"));
        }
    }
}

/// What we print from introspection's JSON is what graphql-js prints, but for the spaces that it leaves on empty
/// lines.
#[test]
fn definitions_from_json_are_those_of_graphql_js() {
    for (name, file) in SCHEMAS.into_iter().filter(|(_, file)| file.ends_with(".json")) {
        let Some((path, text)) = published(file) else { return };
        let script = workspace().join("tests/schemas/print.js");
        let theirs = node().arg(script).arg(path).output().unwrap();
        assert!(theirs.status.success(), "{}", String::from_utf8_lossy(&theirs.stderr));
        let (theirs, ours) = (String::from_utf8(theirs.stdout).unwrap(), document(&text));
        let ours = introspection::sdl(&ours);
        let theirs: Vec<&str> = theirs.lines().map(str::trim_end).collect();
        let ours: Vec<&str> = ours.lines().map(str::trim_end).collect();
        let differs = ours.iter().zip(&theirs).position(|(ours, theirs)| ours != theirs);
        if let Some(line) = differs {
            assert_eq!(ours[line], theirs[line], "{name}, line {}", line + 1);
        }
        assert_eq!(ours.len(), theirs.len(), "{name}");
    }
}

/// The order of types, arguments, input fields and root fields carries no meaning; and files that are there
/// already make no difference.
#[test]
fn the_same_schema_makes_the_same_code() {
    for (name, file) in SCHEMAS {
        let Some((_, text)) = published(file) else { return };
        let mut document = document(&text);
        let (first, nothing) = (introspection::sdl(&document), BTreeSet::new());
        let generated = generate(&model(&first, false).unwrap(), &nothing);
        document.types.reverse();
        document.directives.reverse();
        let roots: Vec<String> = document.roots.iter().map(|(_, root)| root.text.clone()).collect();
        for ty in &mut document.types {
            ty.input_fields.reverse();
            ty.fields.iter_mut().for_each(|field| field.arguments.reverse());
            if roots.contains(&ty.name.text) || ["Query", "Mutation"].contains(&&*ty.name.text) {
                ty.fields.reverse();
            }
        }
        let shuffled = model(&introspection::sdl(&document), false).unwrap();
        assert!(generate(&shuffled, &nothing) == generated, "{name}");
        let existing = generated.files.keys().cloned().collect();
        assert!(generate(&shuffled, &existing) == generated, "{name}");
    }
}
