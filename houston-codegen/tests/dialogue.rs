//! The dialogue with a server, with scripted answers: the next query, the result, and every way in which it
//! ends without a schema.

#![allow(clippy::unwrap_used)]

use houston_codegen::introspection::{Dialogue, Edition, Introspected, Refusal, json, sdl};
use houston_codegen::{Source, parse};

const SCHEMA: &str = r#"
directive @auth(permissions: [String], op: Operator = AND) on FIELD_DEFINITION

enum Operator { AND OR @deprecated }
scalar Uuid @specifiedBy(url: "https://example.com/uuid")
type Query {
  appConfig(old: Int = 1 @deprecated(reason: "gone")): AppConfig
  deployments(where: Where): [Deployment!]!
}
type AppConfig { version: String }
type Deployment { id: Uuid! label: String @deprecated(reason: "say \"name\"") }
input Where @oneOf { id: Uuid name: String = "a" }
"#;

fn answer() -> String {
    let document = parse::parse(&Source::new("schema.graphql", SCHEMA)).unwrap();
    serde_json::json!({ "data": json(&document) }).to_string()
}

const VERSION: &str = r#"{"data": {"appConfig": {"version": "0.23.12"}}}"#;

/// Plays answers until the dialogue ends.
fn play(mut dialogue: Dialogue, answers: &[(u16, &str)]) -> Result<Introspected, Refusal> {
    for (status, body) in answers {
        if let Some(introspected) = dialogue.accept(*status, body.as_bytes())? {
            return Ok(introspected);
        }
    }
    panic!("another question: {}", dialogue.next_query())
}

#[test]
fn a_server_of_today_gives_everything_at_once() {
    let dialogue = Dialogue::new();
    for asked in
        ["isOneOf", "specifiedByURL", "isRepeatable", "inputFields(includeDeprecated: true)"]
    {
        assert!(dialogue.next_query().contains(asked), "{asked}");
    }
    let introspected = play(dialogue, &[(200, &answer()), (200, VERSION)]).unwrap();
    assert_eq!(introspected.level.to_string(), "2025");
    assert_eq!(introspected.version.as_deref(), Some("0.23.12"));
    let document = parse::parse(&Source::new("schema.graphql", SCHEMA)).unwrap();
    assert_eq!(json(&introspected.document), json(&document));
    assert!(sdl(&introspected.document).contains("old: Int = 1 @deprecated(reason: \"gone\")"));
}

/// The answer of graphql-js 14.6: all errors at once, with status 400.
#[test]
fn an_old_server_is_asked_again_for_less() {
    let refused = r#"{"errors": [
        {"message": "Cannot query field \"description\" on type \"__Schema\". Did you mean \"subscriptionType\"?"},
        {"message": "Cannot query field \"isRepeatable\" on type \"__Directive\"."},
        {"message": "Unknown argument \"includeDeprecated\" on field \"args\" of type \"__Directive\"."},
        {"message": "Cannot query field \"specifiedByURL\" on type \"__Type\"."},
        {"message": "Cannot query field \"isOneOf\" on type \"__Type\"."},
        {"message": "Unknown argument \"includeDeprecated\" on field \"args\" of type \"__Field\"."},
        {"message": "Unknown argument \"includeDeprecated\" on field \"inputFields\" of type \"__Type\"."},
        {"message": "Cannot query field \"isDeprecated\" on type \"__InputValue\"."},
        {"message": "Cannot query field \"deprecationReason\" on type \"__InputValue\"."}]}"#;
    let mut dialogue = Dialogue::new();
    assert!(dialogue.accept(400, refused.as_bytes()).unwrap().is_none());
    let query = dialogue.next_query().to_owned();
    for newer in ["isOneOf", "specifiedByURL", "isRepeatable", "args(include", "inputFields("] {
        assert!(!query.contains(newer), "{newer}: {query}");
    }
    assert!(query.contains("fields(includeDeprecated: true)"));
    let introspected = play(dialogue, &[(200, &answer()), (200, VERSION)]).unwrap();
    assert_eq!(introspected.level.to_string(), "2018");
}

#[test]
fn a_form_that_was_asked_for_is_not_changed() {
    for edition in Edition::ALL {
        let dialogue = Dialogue::of_edition(edition);
        assert_eq!(dialogue.next_query().contains("isOneOf"), edition == Edition::September2025);
        assert_eq!(dialogue.next_query().contains("isRepeatable"), edition != Edition::June2018);
        let refused = r#"{"errors": [{"message": "Cannot query field \"isOneOf\"."}]}"#;
        let refusal = play(dialogue.clone(), &[(400, refused)]).unwrap_err();
        assert!(matches!(refusal, Refusal::Refused(_)), "{refusal}");
        let introspected = play(dialogue, &[(200, &answer()), (200, VERSION)]).unwrap();
        assert_eq!(introspected.level.edition, edition);
    }
}

#[test]
fn a_missing_version_is_not_an_error() {
    let denied = r#"{"errors": [{"message": "You do not have the appropriate permissions for that"}], "data": {"appConfig": null}}"#;
    let evil = r#"{"data": {"appConfig": {"version": "1\ntype Evil { a: Int }"}}}"#;
    for said in [denied, evil, "", "<html>"] {
        let introspected = play(Dialogue::new(), &[(200, &answer()), (200, said)]).unwrap();
        assert_eq!(introspected.version, None, "{said}");
    }
    // A schema without a version is not asked for it.
    let none = answer().replace("appConfig", "appConfiguration");
    assert_eq!(play(Dialogue::new(), &[(200, &none)]).unwrap().version, None);
}

fn schema_of(types: &str) -> String {
    format!(
        r#"{{"data": {{"__schema": {{"queryType": {{"name": "Query"}}, "types": [{types}]}}}}}}"#
    )
}

#[test]
fn every_other_end_has_its_own_cause() {
    let nested = |levels: usize| {
        let (open, close) = (r#"{"kind": "LIST", "ofType": "#.repeat(levels), "}".repeat(levels));
        let ty = format!(r#"{open}{{"kind": "SCALAR", "name": "Int"}}{close}"#);
        schema_of(&format!(
            r#"{{"kind": "OBJECT", "name": "Query", "fields": [{{"name": "a", "type": {ty}}}]}}"#
        ))
    };
    let (deep, deeper) = (nested(40), nested(400));
    let int = r#"{"kind": "SCALAR", "name": "Int"}"#;
    let query = format!(
        r#"{{"kind": "OBJECT", "name": "Query", "fields": [{{"name": "a", "type": {int}}}]}}"#
    );
    let empty_input =
        format!(r#"{query}, {{"kind": "INPUT_OBJECT", "name": "Empty", "inputFields": []}}"#);
    let lists = r#"{"kind": "OBJECT", "name": "Query", "fields": [{"name": "a", "type": {"kind": "LIST", "ofType": {"kind": "LIST", "ofType": null}}}]}"#;
    let twice = format!(
        r#"{{"kind": "OBJECT", "name": "Query", "fields": [{{"name": "a", "type": {int}}}, {{"name": "a", "type": {int}}}]}}"#
    );
    let off = r#"{"errors":[{"message":"GraphQL introspection is not allowed by Apollo Server, but the query contained __schema or __type. To enable introspection, pass introspection: true to ApolloServer in production","extensions":{"code":"GRAPHQL_VALIDATION_FAILED"}}]}"#;
    let refused: Vec<String> = [
        (401, ""),
        (401, "<html>Sign in</html>"),
        (200, r#"{"errors":[{"message":"No","extensions":{"code":"UNAUTHENTICATED"}}],"data":null}"#),
        (403, "nginx"),
        (200, r#"{"errors":[{"message":"You do not have the appropriate permissions for that","extensions":{"code":"FORBIDDEN"}}]}"#),
        (200, "<!DOCTYPE html>\n<html><title>Astronomer</title>\u{1b}[31m"),
        (404, "\u{feff}\n <html>"),
        (400, off),
        (400, r#"{"errors":[{"message":"x","extensions":{"validationErrorCode":"INTROSPECTION_DISABLED"}}]}"#),
        (200, r#"{"data":{"__schema":null}}"#),
        (200, r#"{"errors":[{"message":"Cannot query field \"__schema\" on type \"Query\"."}]}"#),
        (200, ""),
        (302, ""),
        (200, "[]"),
        (200, r#"{"status": "healthy"}"#),
        (200, r#"{"data":{"__schema":"#),
        (200, r#"{"errors":[{"message":"resolver failed"}],"data":{"__schema":{}}}"#),
        (200, &deep),
        (200, &deeper),
        (200, &schema_of(lists)),
        (200, &schema_of(&empty_input)),
        (200, &schema_of(&query.replace("\"a\"", "\"a b\""))),
        (200, &schema_of(&twice)),
        (200, &schema_of(&query.replace("\"Int\"", "\"Missing\""))),
    ]
    .iter()
    .map(|(status, body)| {
        let refusal = play(Dialogue::new(), &[(*status, *body)]).unwrap_err();
        let cause = format!("{refusal:?}");
        let cause = cause.split(['(', ' ']).next().unwrap();
        format!("{cause}: {refusal}\n{}", refusal.next_step())
    })
    .collect();
    insta::assert_snapshot!(refused.join("\n\n----\n\n"));
    let big = vec![b' '; houston_codegen::parse::MAX_BYTES + 1];
    let refusal = Dialogue::new().accept(200, &big).unwrap_err();
    assert_eq!(refusal, Refusal::TooBig);
    assert!(refusal.to_string().contains("64 MiB"), "{refusal}");
}

/// The dialogue ends with a server that refuses every form.
#[test]
fn a_server_that_refuses_everything_is_asked_three_times() {
    let mut dialogue = Dialogue::new();
    let no = r#"{"errors": [{"message": "No."}]}"#.as_bytes();
    let mut asked = 1;
    let refusal = loop {
        match dialogue.accept(400, no) {
            Ok(_) => asked += 1,
            Err(refusal) => break refusal,
        }
    };
    assert_eq!(asked, 3);
    assert!(matches!(refusal, Refusal::Refused(_)));
}
