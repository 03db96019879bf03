//! Introspection: of graphql-js 14, of newer generations, and switched off.

use houston_sandbox::Sandbox;
use serde_json::{Value, json};

use crate::{ask, data};

/// Every difference of newer introspection, with the error of graphql-js 14.
const NEWER: [(&str, &str); 8] = [
    (
        "{ __schema { description } }",
        "Cannot query field \"description\" on type \"__Schema\". Did you mean \"subscriptionType\"?",
    ),
    (
        "{ __type(name: \"Uuid\") { specifiedByURL } }",
        "Cannot query field \"specifiedByURL\" on type \"__Type\".",
    ),
    (
        "{ __schema { directives { isRepeatable } } }",
        "Cannot query field \"isRepeatable\" on type \"__Directive\".",
    ),
    (
        "{ __schema { directives { args(includeDeprecated: true) { name } } } }",
        "Unknown argument \"includeDeprecated\" on field \"args\" of type \"__Directive\".",
    ),
    (
        "{ __type(name: \"Query\") { fields { args(includeDeprecated: true) { name } } } }",
        "Unknown argument \"includeDeprecated\" on field \"args\" of type \"__Field\".",
    ),
    (
        "{ __type(name: \"UserSearch\") { inputFields(includeDeprecated: true) { name } } }",
        "Unknown argument \"includeDeprecated\" on field \"inputFields\" of type \"__Type\".",
    ),
    (
        "{ __type(name: \"UserSearch\") { inputFields { isDeprecated } } }",
        "Cannot query field \"isDeprecated\" on type \"__InputValue\".",
    ),
    (
        "{ __type(name: \"UserSearch\") { isOneOf } }",
        "Cannot query field \"isOneOf\" on type \"__Type\".",
    ),
];

fn message(answer: &Value) -> &str {
    answer["errors"][0]["message"].as_str().unwrap_or_default()
}

#[test]
fn newer_introspection_is_refused_unless_it_is_chosen() {
    let classic = Sandbox::in_memory().unwrap();
    let modern = Sandbox::builder().modern_introspection(true).in_memory().unwrap();
    for (query, expected) in NEWER {
        let (status, answer) = ask(&classic, "", query, json!({}));
        assert_eq!((status, message(&answer)), (400, expected), "{query}");
        // This field is newer than the sandbox's own library.
        if !query.contains("isOneOf") {
            data(&modern, "", query, json!({}));
        }
    }
}

#[test]
fn old_introspection_shows_no_newer_directives() {
    let query = "{ __schema { directives { name args { name } } } }";
    let found = data(&Sandbox::in_memory().unwrap(), "", query, json!({}));
    let names: Vec<&str> = found["__schema"]["directives"]
        .as_array()
        .unwrap()
        .iter()
        .map(|directive| directive["name"].as_str().unwrap())
        .collect();
    for name in ["skip", "include", "deprecated"] {
        assert!(names.contains(&name), "{names:?}");
    }
    assert!(!names.contains(&"specifiedBy"), "{names:?}");
}

#[test]
fn introspection_can_be_switched_off() {
    let sandbox = Sandbox::builder().introspection(false).in_memory().unwrap();
    for query in ["{ __schema { types { name } } }", "{ __type(name: \"Query\") { name } }"] {
        let (status, answer) = ask(&sandbox, "", query, json!({}));
        assert_eq!(status, 400);
        assert_eq!(
            message(&answer),
            "GraphQL introspection is not allowed by Apollo Server, but the query contained __schema or __type. To \
             enable introspection, pass introspection: true to ApolloServer in production"
        );
        assert_eq!(answer["errors"][0]["extensions"]["code"], "GRAPHQL_VALIDATION_FAILED");
    }
    data(&sandbox, "", "{ __typename appConfig { version } }", json!({}));
}
