//! Schemas and their models or errors. To add a case, add a file to `ok` or `err`.

mod render;

use std::collections::BTreeMap;
use std::fs;

use houston_codegen::Source;
use houston_codegen::model::{Model, Sources};
use houston_schema::text::is_invisible;

fn model(name: &str, text: &str) -> Result<Model, String> {
    let sources = Sources::schema(Source::new(name, text));
    Model::new(&sources).map_err(|errors| errors.to_string())
}

#[test]
fn valid_schemas_become_models() {
    insta::glob!("ok/*.graphql", |path| {
        let text = fs::read_to_string(path).unwrap();
        insta::assert_snapshot!(render::model(&model("schema.graphql", &text).unwrap()));
    });
}

#[test]
fn broken_schemas_are_refused_with_place_line_and_expectation() {
    insta::glob!("err/*.graphql", |path| {
        let text = fs::read_to_string(path).unwrap();
        insta::assert_snapshot!(model("schema.graphql", &text).unwrap_err());
    });
}

#[test]
fn what_nests_too_deep_is_refused_with_its_line() {
    for depth in [33, 500, 501, 10_000] {
        let lists = format!("{}Int{}", "[".repeat(depth), "]".repeat(depth));
        let values = format!("{}1{}", "[".repeat(depth), "]".repeat(depth));
        let objects = format!("{}null{}", "{i:".repeat(depth), "}".repeat(depth));
        for deep in [
            format!("type Query {{\n  a: {lists}\n}}"),
            format!("type Query {{ a(\n  x: {lists}): Int\n}}"),
            format!("type Query {{ a: Int }} input I {{\n  i: {lists}\n}}"),
            format!("type Query {{ a: Int }} directive @d(\n  x: {lists}) on FIELD"),
            format!("type Query {{ a(\n  x: Int = {values}): Int\n}}"),
            format!("type Query {{ a:\n Int @deprecated(reason: {objects}) }}"),
        ] {
            let error = model("deep.graphql", &deep).unwrap_err();
            assert!(error.contains("nest deeper than 32 levels"), "{error}");
            assert!(error.contains("--> deep.graphql:2:"), "{error}");
        }
    }
}

#[test]
fn text_that_is_not_utf8_is_refused_with_its_place() {
    let cases: [(&[u8], &str); 4] = [
        (b"type Query {\n  \"caf\xe9\" a: Int\n}", "schema.graphql:2:7"),
        (b"\xff", "schema.graphql:1:1"),
        (b"\xff\xfet\0y\0p\0e\0", "UTF-16"),
        (b"type Query { \xc3\xa4 \xc3", "schema.graphql:1:16"),
    ];
    for (bytes, says) in cases {
        let error = Source::decode("schema.graphql", bytes.to_vec()).unwrap_err().to_string();
        assert!(error.contains(says), "{error}");
    }
    let text = "\u{feff}type Query { a: Int }";
    assert_eq!(Source::decode("", text.into()).unwrap(), text);
    assert!(model("marked.graphql", text).is_ok());
}

#[test]
fn messages_print_no_character_that_changes_what_a_reader_sees() {
    for broken in [
        "type Query {\n  \u{202e}a\u{7}\u{1b}[31m: Int\n}",
        "type Query { a: Int \"\u{202e}\u{9b}\" }",
        "\"\u{200f}\u{feff}\" \u{1b} type Query { a: Int }",
        "type Query { a(x: Int = \"\u{2066}\u{e0041}\" y): Int }",
        "type Query { a: Int @d(x: \"\u{202e}\") @d(x: \u{202e}) }",
        "type Query { a: \u{2028}Int\u{0} }",
    ] {
        let error = model("\u{202e}schema\u{1b}.graphql", broken).unwrap_err();
        let seen = |letter: char| letter == '\n' || !letter.is_control() && !is_invisible(letter);
        assert!(error.chars().all(seen), "{error:?}");
    }
}

#[test]
fn five_thousand_values_are_not_depth() {
    let values: String = (0..5_000).map(|value| format!("V{value} ")).collect();
    let model = model("wide.graphql", &format!("enum Wide {{ {values}}} type Query {{ a: Wide }}"))
        .unwrap();
    assert_eq!(model.type_named("Wide").unwrap().values.len(), 5_000);
}

/// What exists keeps its name or gets another one: no name passes to an item that is added.
#[test]
fn no_name_passes_to_an_item_that_is_added() {
    let old = "type Query { aB(xY: Int, in: I): U } enum E { red } input I { aB: Int }
        type T { aB: Int typename_: Int } union U = T scalar fooBar type r_t { x: Int }
        type Mutation { make: T }";
    let new = "type Query { aB(xY: Int, x_y: Int, in: I): U a_b: Int AB: Int } enum E { red RED Red UNRECOGNIZED }
        input I { aB: Int a_b: Int } type T { aB: Int a_b: Int typename_: Int typename: Int }
        type R_t { x: Int } type t { x: Int } union U = T | t scalar fooBar scalar FooBar type r_t { x: Int }
        type Mutation { make: T makePayload: T }";
    let (old, new) = (names(old), names(new));
    for (item, name) in &new {
        let taken = old.iter().find(|(_, other)| *other == name);
        assert!(taken.is_none_or(|(other, _)| other == item), "{name} was {taken:?}, is {item}");
    }
}

/// The Rust names of a schema, by the items that they stand for.
fn names(schema: &str) -> BTreeMap<String, String> {
    let model = model("schema.graphql", schema).expect("the schema is valid");
    let mut names = BTreeMap::new();
    for operation in &model.operations {
        let (of, field) = (&operation.row.name, &operation.field);
        let kind = operation.row.kind.keyword();
        names.insert(format!("fn {kind} {of}"), format!("{kind}::{}()", field.rust));
        names.insert(format!("builder {kind} {of}"), format!("{kind}::{}", field.builder));
        names.insert(format!("payload {kind} {of}"), format!("{kind}::{}", operation.payload));
        for argument in &field.arguments {
            let name = &argument.row.name;
            names.insert(format!("{of}({name})"), format!("{}.{}", field.builder, argument.setter));
        }
    }
    for ty in &model.types {
        let (of, kind) = (&ty.row.name, ty.row.kind);
        names.insert(format!("type {of}"), format!("{kind:?}::{}", ty.rust));
        names.insert(format!("module {of}"), format!("{kind:?}::{}", ty.module));
        names.insert(format!("{of}.__typename"), format!("{}::{}", ty.module, ty.typename));
        names.insert(format!("{of} unknown"), format!("{}::{}", ty.rust, ty.unknown_variant));
        for field in &ty.fields {
            names.insert(
                format!("{of}.{}", field.row.name),
                format!("{}::{}", ty.module, field.rust),
            );
        }
        for field in &ty.input_fields {
            names.insert(
                format!("{of}.{}", field.row.name),
                format!("{}.{}", ty.rust, field.setter),
            );
        }
        for value in &ty.values {
            names
                .insert(format!("{of}.{}", value.row.name), format!("{}::{}", ty.rust, value.rust));
        }
        for (member, rust) in ty.row.members.iter().zip(&ty.fragments) {
            names.insert(format!("{of} on {member}"), format!("{}::{rust}", ty.module));
        }
    }
    names
}
