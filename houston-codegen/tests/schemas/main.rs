//! Schemas and their models or errors. To add a case, add a file to `ok` or `err`.

mod render;

use std::fs;

use houston_codegen::Source;
use houston_codegen::model::{Model, Sources};

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
fn more_than_the_parser_nests_is_refused() {
    let deep = format!("type Query {{ a: {}Int{} }}", "[".repeat(5_000), "]".repeat(5_000));
    let error = model("deep.graphql", &deep).unwrap_err();
    assert!(error.contains("limit"), "{error}");
}

#[test]
fn five_thousand_values_are_not_depth() {
    let values: String = (0..5_000).map(|value| format!("V{value} ")).collect();
    let model = model("wide.graphql", &format!("enum Wide {{ {values}}} type Query {{ a: Wide }}"))
        .unwrap();
    assert_eq!(model.type_named("Wide").unwrap().values.len(), 5_000);
}
