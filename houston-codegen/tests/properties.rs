//! Properties of every schema: definitions and introspection give the same model, and the Rust that is generated has no
//! text of the schema outside literals.
#![allow(clippy::unwrap_used, reason = "the helpers of tests are tests")]

#[path = "properties/schema.rs"]
mod schema;

use std::collections::BTreeSet;

use houston_codegen::diff::Report;
use houston_codegen::emit::{self, Generated};
use houston_codegen::introspection;
use houston_codegen::model::{Model, Sources};
use houston_codegen::{Diagnostics, Source, parse};
use houston_tests::property::cases;
use proc_macro2::{TokenStream, TokenTree};
use proptest::prelude::*;
use schema::{MARK, schema};

fn model(text: &str) -> Result<Model, Diagnostics> {
    Model::new(&Sources::schema(Source::new("schema.graphql", text)))
}

/// The model of a text that is a schema.
fn valid(text: &str) -> Result<Model, TestCaseError> {
    model(text).map_err(|errors| TestCaseError::fail(format!("{text}\n{errors}")))
}

fn generated(model: &Model) -> Generated {
    let existing = BTreeSet::new();
    let options = emit::Options {
        runtime: "::houston_client::runtime",
        command: "the test",
        examples: Some("my_crate::api"),
        existing: &existing,
    };
    emit::emit(model, &options).unwrap()
}

/// The files of Rust.
fn rust(generated: &Generated) -> impl Iterator<Item = &String> {
    let files = generated.files.iter().filter(|(path, _)| path.ends_with(".rs"));
    files.map(|(_, text)| text).chain([&generated.root])
}

/// Calls this with everything that is not a literal.
fn each_word(tokens: TokenStream, each: &mut dyn FnMut(&str)) {
    for token in tokens {
        match token {
            TokenTree::Group(group) => each_word(group.stream(), each),
            TokenTree::Literal(_) => {}
            other => each(&other.to_string()),
        }
    }
}

/// The Rust of a schema is Rust, and no word or comment of it has a part of a description, a reason or a default.
fn assert_rust(text: &str, model: &Model) -> Result<(), TestCaseError> {
    for file in rust(&generated(model)) {
        let parsed = syn::parse_file(file);
        prop_assert!(parsed.is_ok(), "{text}\n{file}\n{:?}", parsed.err());
        let mut marked = Vec::new();
        each_word(file.parse().unwrap(), &mut |word| {
            marked.extend(word.contains(MARK).then(|| word.to_owned()));
        });
        let comments = file.lines().map(str::trim_start).filter(|line| line.starts_with("//"));
        let comments = comments.filter(|line| !line.starts_with("///") && line.contains(MARK));
        marked.extend(comments.map(str::to_owned));
        prop_assert!(marked.is_empty(), "{marked:?}\n{text}\n{file}");
    }
    Ok(())
}

proptest! {
    #![proptest_config(cases(24))]

    #[test]
    fn definitions_and_introspection_give_the_same_model(document in schema()) {
        let text = introspection::sdl(&document);
        let ours = valid(&text)?;
        let compact = introspection::compact_sdl(&document);
        let answer = serde_json::json!({ "data": introspection::json(&document) }).to_string();
        let answered = introspection::parse(&Source::new("answer.json", &answer)).unwrap();
        for other in [compact, introspection::sdl(&answered)] {
            let theirs = valid(&other)?;
            let report = Report::compare(&ours, &theirs, Diagnostics::default());
            prop_assert_eq!(report.text(), "Nothing changed.\n", "{}\n{}", text, other);
            prop_assert!(ours.table() == theirs.table(), "{text}\n{other}");
        }
        prop_assert_eq!(introspection::json(&answered), introspection::json(&document));
    }

    #[test]
    fn the_rust_of_a_schema_is_rust_and_has_its_texts_in_literals_alone(document in schema()) {
        let text = introspection::sdl(&document);
        assert_rust(&text, &valid(&text)?)?;
    }

    /// A part of the text is gone, is there twice, or is another text.
    #[test]
    fn a_damaged_schema_is_a_schema_or_is_refused(
        document in schema(),
        from: prop::sample::Index,
        count in 0..40_usize,
        change in prop_oneof![
            Just(None),
            Just(Some(String::new())),
            houston_tests::property::text().prop_map(Some),
        ],
        of_json: bool,
    ) {
        let mut text = match of_json {
            true => introspection::json(&document).to_string(),
            false => introspection::sdl(&document),
        };
        let near = |at: usize| (at..).find(|at| text.is_char_boundary(*at)).unwrap();
        let from = near(from.index(text.len()));
        let to = near((from + count).min(text.len()));
        let twice = text[from..to].repeat(2);
        text.replace_range(from..to, &change.unwrap_or(twice));
        let text = match of_json {
            true => match introspection::parse(&Source::new("answer.json", &text)) {
                Ok(document) => introspection::sdl(&document),
                Err(_) => return Ok(()),
            },
            false => text,
        };
        // What is read from an answer, or from a text, can be printed and read.
        if let Ok(read) = parse::parse(&Source::new("schema.graphql", &text)) {
            let printed = introspection::sdl(&read);
            prop_assert!(parse::parse(&Source::new("printed", &printed)).is_ok(), "{text}\n{printed}");
        }
        if let Ok(model) = model(&text) {
            assert_rust(&text, &model)?;
        }
    }

    #[test]
    fn any_text_is_a_schema_or_is_refused(text in houston_tests::property::text()) {
        let _ = model(&text);
        let _ = introspection::parse(&Source::new("answer.json", &text));
    }
}
