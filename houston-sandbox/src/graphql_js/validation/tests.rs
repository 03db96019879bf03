//! Invalid documents, and the errors of a server with graphql-js 14.6.

use apollo_compiler::parser::Parser;

use super::{place, validate};
use crate::platform::builder::Habits;

/// Each error with its places, as `text @ line:column, …`.
fn errors(query: &str, introspection: bool) -> Vec<String> {
    let document = Parser::new().parse_ast(query, "query").unwrap();
    let habits = Habits { introspection, modern_introspection: false };
    let invalid = validate(&document, query, habits).err().unwrap_or_default();
    invalid
        .into_iter()
        .map(|error| {
            let places = error.offsets.iter().map(|offset| {
                let (line, column) = place(query, *offset);
                format!("{line}:{column}")
            });
            format!("{} @ {}", error.message, places.collect::<Vec<_>>().join(", "))
        })
        .collect()
}

#[test]
fn errors_are_found_in_the_order_and_words_of_the_server() {
    for (query, expected) in [
        ("{ workspaces { id } }", &[][..]),
        (
            "{ workspaces { lable nope } foo }",
            &[
                "Cannot query field \"lable\" on type \"Workspace\". Did you mean \"label\"? @ 1:16",
                "Cannot query field \"nope\" on type \"Workspace\". @ 1:22",
                "Cannot query field \"foo\" on type \"Query\". @ 1:29",
            ][..],
        ),
        (
            "query A { workspaces { id } } query A { workspace { nope } }",
            &[
                "There can be only one operation named \"A\". @ 1:7, 1:37",
                "Cannot query field \"nope\" on type \"Workspace\". @ 1:53",
                "Field \"workspace\" argument \"workspaceUuid\" of type \"Uuid!\" is required, but it was not provided. @ 1:41",
            ],
        ),
        (
            "query($d: DagDeploymentConfig) { workspaces { id } }",
            &[
                "Unknown type \"DagDeploymentConfig\". Did you mean \"DeploymentConfig\", \"DeploymentLog\", \"DeploymentRoles\", \"DeploymentMetric\", or \"Deployment\"? @ 1:11",
                "Variable \"$d\" is never used. @ 1:7",
            ],
        ),
        (
            "query Q { workspace(workspaceUuid: $w) { id } }",
            &["Variable \"$w\" is not defined by operation \"Q\". @ 1:36, 1:1"],
        ),
        (
            "{ workspaces }",
            &[
                "Field \"workspaces\" of type \"[Workspace]\" must have a selection of subfields. Did you mean \"workspaces { ... }\"? @ 1:3",
            ],
        ),
        (
            "{ workspaces { id { x } } }",
            &[
                "Field \"id\" must not have a selection since type \"String!\" has no subfields. @ 1:19",
            ],
        ),
        (
            "{ serviceAccounts(entityType: \"WORKSPACE\") { id } }",
            &[
                "Expected type EntityType!, found \"WORKSPACE\". Did you mean the enum value WORKSPACE? @ 1:31",
            ],
        ),
        (
            "{ serviceAccounts(entityType: CLUSTER) { id } }",
            &["Expected type EntityType, found CLUSTER. @ 1:31"],
        ),
        (
            "{ serviceAccounts(entityType: [WORKSPACE]) { id } }",
            &[
                "Expected type EntityType, found [WORKSPACE]. Did you mean the enum value WORKSPACE? @ 1:31",
            ],
        ),
        (
            "{ users(user: [{ nope: 1 }]) { id } a: users(user: { email: [\"x\", 1] }) { id } }",
            &[
                "Expected type UserSearch, found [{nope: 1}]. @ 1:15",
                "Expected type String, found [\"x\", 1]. @ 1:61",
            ],
        ),
        (
            "mutation { createWorkspace(label: null) { id } }",
            &["Expected type String!, found null. @ 1:35"],
        ),
        (
            "query($w: String!, $w: Uuid) { workspace(workspaceUuid: $w) { id } }",
            &[
                "There can be only one variable named \"w\". @ 1:8, 1:21",
                "Variable \"$w\" of type \"Uuid\" used in position expecting type \"Uuid!\". @ 1:20, 1:57",
            ],
        ),
        (
            "{ workspaces { ...F ...G ...H } } fragment F on User { id } fragment H on Workspace { ...H }",
            &[
                "Fragment \"F\" cannot be spread here as objects of type \"Workspace\" can never be of type \"User\". @ 1:16",
                "Unknown fragment \"G\". @ 1:24",
                "Cannot spread fragment \"H\" within itself. @ 1:87",
            ],
        ),
        (
            "{ workspaces { id } } fragment F on Workspace { ...G } fragment G on Workspace { ...F }",
            &[
                "Cannot spread fragment \"F\" within itself via G. @ 1:49, 1:82",
                "Fragment \"F\" is never used. @ 1:23",
                "Fragment \"G\" is never used. @ 1:56",
            ],
        ),
        (
            "query @skip(if: true) { workspaces @foo @skip { id } }",
            &[
                "Directive \"skip\" may not be used on QUERY. @ 1:7",
                "Unknown directive \"foo\". @ 1:36",
                "Directive \"@skip\" argument \"if\" of type \"Boolean!\" is required, but it was not provided. @ 1:41",
            ],
        ),
        (
            "{ users(user: {nope: 1, email: 2, email: \"x\"}, user: 1) { id } }",
            &[
                "Field \"nope\" is not defined by type UserSearch. @ 1:16",
                "Expected type String, found 2. @ 1:32",
                "There can be only one input field named \"email\". @ 1:25, 1:35",
                "There can be only one argument named \"user\". @ 1:9, 1:48",
                "Expected type UserSearch, found 1. @ 1:54",
            ],
        ),
        (
            "type X { a: Int } query { workspaces { id } }",
            &["The X definition is not executable. @ 1:1"],
        ),
        (
            "{ workspaces { id } } query B { workspaces { id } }",
            &["This anonymous operation must be the only defined operation. @ 1:1"],
        ),
        (
            "{ __schema { description } __type(name: \"X\") { isOneOf specifiedByURL inputFields(includeDeprecated: true) { isDeprecated } } }",
            &[
                "Cannot query field \"description\" on type \"__Schema\". Did you mean \"subscriptionType\"? @ 1:14",
                "Cannot query field \"isOneOf\" on type \"__Type\". @ 1:48",
                "Cannot query field \"specifiedByURL\" on type \"__Type\". @ 1:56",
                "Unknown argument \"includeDeprecated\" on field \"inputFields\" of type \"__Type\". @ 1:83",
                "Cannot query field \"isDeprecated\" on type \"__InputValue\". @ 1:110",
            ],
        ),
    ] {
        assert_eq!(errors(query, true), expected, "{query}");
    }
}

#[test]
fn introspection_can_be_forbidden() {
    let found = errors("{ __schema { types { name } } __typename }", false);
    assert_eq!(found.len(), 1, "{found:?}");
    assert!(
        found[0].starts_with(
            "GraphQL introspection is not allowed by Apollo Server, but the query contained __schema or __type."
        ),
        "{found:?}"
    );
}

#[test]
fn places_are_counted_as_in_javascript() {
    let source = "a\r\nb\rc\n\u{1f680}x";
    let places: Vec<_> =
        ["a", "b", "c", "x"].iter().map(|c| place(source, source.find(c).unwrap())).collect();
    assert_eq!(places, [(1, 1), (2, 1), (3, 1), (4, 3)]);
}
