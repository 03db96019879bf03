//! Introspection JSON and the definitions printed from it: which answers are refused, and which data survives.

use houston_codegen::diff::Report;
use houston_codegen::introspection::{
    Merged, compact_sdl, is_json, merge, parse, sdl, with_comments,
};
use houston_codegen::model::{Model, Sources};
use houston_codegen::parse::syntax::{Directive, Value};
use houston_codegen::{Diagnostics, Source, parse as definitions};

/// An answer with one type that has this field type and this argument default.
fn answer(field: &str, ty: &str, default: &str) -> String {
    format!(
        r#"{{"data": {{"__schema": {{"queryType": {{"name": "Query"}}, "types": [
  {{"kind": "OBJECT", "name": "Query", "fields": [
    {{"name": {field}, "args": [{{"name": "a", "type": {{"kind": "SCALAR", "name": "Int"}}, "defaultValue": {default}}}],
      "type": {ty}}}]}}]}}}}}}"#
    )
}

const INT: &str = r#"{"kind": "SCALAR", "name": "Int"}"#;

#[test]
fn an_answer_of_any_age_is_read() {
    let old = answer("\"x\"", INT, "null");
    assert!(is_json(&old) && is_json("\u{feff} {") && !is_json("type Query { a: Int }"));
    let document = parse(&Source::new("answer.json", &old)).unwrap();
    assert_eq!(sdl(&document), "type Query {\n  x(a: Int): Int\n}\n");
    // Only the `data`, as in files.
    let data = old.replacen(r#"{"data": "#, "", 1);
    let data = data.strip_suffix('}').unwrap();
    assert_eq!(sdl(&parse(&Source::new("answer.json", data)).unwrap()), sdl(&document));
}

#[test]
fn invalid_answers_are_refused_with_their_place() {
    let refused: Vec<String> = [
        "{",
        "{}",
        r#"{"errors": [{"message": "GraphQL introspection is not allowed"}]}"#,
        &answer(r#""x { evil: Int } type Evil""#, INT, "null"),
        &answer("\"\"", INT, "null"),
        &answer("\"x\"", r#"{"kind": "LIST", "ofType": null}"#, "null"),
        &answer(
            "\"x\"",
            &format!(
                r#"{{"kind": "NON_NULL", "ofType": {{"kind": "NON_NULL", "ofType": {INT}}}}}"#
            ),
            "null",
        ),
        &answer("\"x\"", r#"{"kind": "SCALAR", "name": null}"#, "null"),
        &answer("\"x\"", INT, r#""1) evil(b: Int = 2""#),
        &answer("\"x\"", INT, r#""""#),
    ]
    .into_iter()
    .map(|text| parse(&Source::new("answer.json", text)).unwrap_err().to_string())
    .collect();
    insta::assert_snapshot!(refused.join("\n\n----\n\n"));
}

/// Texts that a block string would change, or that would end it, survive printing and reading.
#[test]
fn every_text_survives() {
    let quotes = "\"\"\"";
    let texts = [
        "",
        " ",
        "plain",
        "  indented",
        "trailing  ",
        "two\nlines",
        "\nblank first",
        "blank last\n",
        "  all\n  indented",
        "first\n    second\n  third",
        "first\n\n\nthird",
        "tab\tin it",
        "\tbegins with a tab",
        "ends with a quote\"",
        "\"",
        "ends with a backslash\\",
        "\\",
        quotes,
        "ends with \"\"\"",
        "\\\"\"\" escaped already",
        "a \"\"\" b \\\"\"\" c",
        "carriage\rreturn",
        "windows\r\nline",
        "null\u{0}, bell\u{7}, form\u{c}, back\u{8}, delete\u{7f}, next line\u{85}",
        "right to left \u{202e} and \u{2028}",
        "smile \u{1f600}",
        &"long ".repeat(40),
        &format!("{}\"", "long ".repeat(40)),
        "# no comment",
        "} type Evil { a: Int",
    ];
    for text in texts {
        let source =
            "type Query { a(b: String = \"x\"): Int @deprecated(reason: \"x\") } enum E { V }";
        let mut document = definitions::parse(&Source::new("schema", source)).unwrap();
        let ty = &mut document.types[0];
        ty.description = Some(text.to_owned());
        let field = &mut ty.fields[0];
        field.description = Some(text.to_owned());
        field.arguments[0].description = Some(text.to_owned());
        field.arguments[0].default = Some(Value::String(text.to_owned()));
        let reason = ("reason".to_owned(), Value::String(text.to_owned()));
        field.directives =
            vec![Directive { name: "deprecated".to_owned(), arguments: vec![reason] }];
        document.types[1].values[0].description = Some(text.to_owned());

        for printed in [sdl(&document), compact_sdl(&document)] {
            let again = definitions::parse(&Source::new("printed", &printed))
                .unwrap_or_else(|errors| panic!("{text:?}\n{printed}\n{errors}"));
            let (ty, field) = (&again.types[0], &again.types[0].fields[0]);
            let described = [
                &ty.description,
                &field.description,
                &field.arguments[0].description,
                &again.types[1].values[0].description,
            ];
            for description in described {
                assert_eq!(description.as_deref(), Some(text), "{printed}");
            }
            let value = Value::String(text.to_owned());
            assert_eq!(field.arguments[0].default.as_ref(), Some(&value), "{printed}");
            assert_eq!(field.directives[0].arguments[0].1, value, "{printed}");
        }
    }
}

/// Our file, and a server one version later: in another order, and with only one description.
#[test]
fn texts_of_our_file_are_carried_over() {
    let read = |text: &str| definitions::parse(&Source::new("schema", text)).unwrap();
    let own = read(
        r#"
"Our schema." schema { query: Query }
"Reads." type Query { "B." b("X." x: Int, "Y." y: Int): E "A." a: Int @deprecated(reason: "our reason") }
"Gone." type Gone { a: Int }
"An enum." enum E { "Two." TWO "One." ONE }
"Input." input I { "F." f: Int plain: Int }
"Says who." directive @auth("Which." op: Int) on FIELD_DEFINITION
"#,
    );
    let server = read(
        r#"
directive @auth(op: Int, more: Int) on FIELD_DEFINITION
directive @new on FIELD
input I { plain: Int fresh: Int f: Int }
enum E { ONE NEW TWO }
scalar Fresh
type Query { a: Int @deprecated(reason: "theirs") zero: Int b(y: Int, z: Int, x: Int): E "Their word." c: Int @deprecated(reason: "theirs") }
"#,
    );
    let Merged { document, undescribed } = merge(server.clone(), &own);
    insta::assert_snapshot!(format!("{}\n{}", sdl(&document), undescribed.join("\n")));
    // Nothing of the server's schema is lost.
    let model = |document: &definitions::syntax::Document| {
        let text = sdl(document);
        Model::new(&Sources::schema(Source::new("schema", &text))).unwrap()
    };
    let report = Report::compare(&model(&server), &model(&document), Diagnostics::default());
    assert_eq!(report.text(), "Nothing changed.\n");
}

/// Comments keep their places between new items, and text in a description is not a comment.
#[test]
fn comments_on_lines_of_their_own_are_carried_over() {
    let read = |text: &str| definitions::parse(&Source::new("schema", text)).unwrap();
    let own = r#"# The head, which is
# none of them.

# Roots

type Query {
  # First

  "A."
  a(
    # Of an argument.
    "X."
    x: Int
  ): Int # on a line with something else
  # Second
  gone: Int
  """
  B.
  # no comment
  """
  b: Int
}

# Others

scalar Gone

# Values
enum E {
  # One of them.
  V
}
"#;
    let server = "scalar New enum E { U V } type Query { z: Int a(w: Int x: Int): Int b: Int }";
    let Merged { document, .. } = merge(read(server), &read(own));
    let text = compact_sdl(&document);
    let carried = with_comments(&text, &read(&text), own, &read(own));
    insta::assert_snapshot!(carried);
    // Carrying them over again changes nothing.
    let again = compact_sdl(&merge(read(server), &read(&carried)).document);
    let headed = format!("# head\n\n{carried}");
    assert_eq!(with_comments(&again, &read(&again), &headed, &read(&headed)), carried);
}
