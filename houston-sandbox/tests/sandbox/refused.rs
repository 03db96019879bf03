use houston_sandbox::WORKSPACE_ID;
use serde_json::{Value, json};

use crate::{admin, ask, data, deployment, post, sandbox};

/// Requests that are refused as a whole get status 400, without data and paths.
#[test]
fn invalid_requests_are_refused_in_the_words_of_the_server() {
    let sandbox = sandbox();
    let (parse, validation, internal) =
        ("GRAPHQL_PARSE_FAILED", "GRAPHQL_VALIDATION_FAILED", "INTERNAL_SERVER_ERROR");
    let id = "query($u: Uuid!) { workspace(workspaceUuid: $u) { id } }";
    let role = "mutation($r: Role!) { createSystemServiceAccount(label: \"x\", role: $r) { id } }";
    let kind = "query($t: EntityType!) { serviceAccounts(entityType: $t) { id } }";
    let variables = "mutation($e: [InputEnvironmentVariable]!) { updateDeploymentVariables(deploymentUuid: \"x\", releaseName: \"x\", environmentVariables: $e) { key } }";
    let search = "query($u: UserSearch) { users(user: $u) { id } }";
    let days =
        "mutation($n: Int!) { extendWorkspaceTrial(workspaceUuid: \"x\", extraDays: $n) { id } }";
    let label = "mutation($l: String!) { createWorkspace(label: $l) { id } }";
    for (query, values, code, message) in [
        (
            "{ workspaces { lable } }",
            json!({}),
            validation,
            "Cannot query field \"lable\" on type \"Workspace\". Did you mean \"label\"?",
        ),
        ("{ nope }", json!({}), validation, "Cannot query field \"nope\" on type \"Query\"."),
        (
            "{ workspace { id } }",
            json!({}),
            validation,
            "Field \"workspace\" argument \"workspaceUuid\" of type \"Uuid!\" is required, but it was not provided.",
        ),
        (
            "query($w: Uuid) { workspaces { id } }",
            json!({}),
            validation,
            "Variable \"$w\" is never used.",
        ),
        (
            "{ workspaces(take: 1) { id } }",
            json!({}),
            validation,
            "Unknown argument \"take\" on field \"workspaces\" of type \"Query\".",
        ),
        ("{ workspaces { id }", json!({}), parse, "Syntax Error: expected R_CURLY, got EOF"),
        (id, json!({}), internal, "Variable \"$u\" of required type \"Uuid!\" was not provided."),
        (
            id,
            json!({ "u": null }),
            internal,
            "Variable \"$u\" of non-null type \"Uuid!\" must not be null.",
        ),
        (
            role,
            json!({ "r": "NOPE" }),
            internal,
            "Variable \"$r\" got invalid value \"NOPE\"; Expected type Role.",
        ),
        (
            kind,
            json!({ "t": "workspace" }),
            internal,
            "Variable \"$t\" got invalid value \"workspace\"; Expected type EntityType. Did you mean WORKSPACE?",
        ),
        (
            kind,
            json!({ "t": 3 }),
            internal,
            "Variable \"$t\" got invalid value 3; Expected type EntityType.",
        ),
        (
            variables,
            json!({ "e": [{ "key": "A", "value": 1 }] }),
            internal,
            "Variable \"$e\" got invalid value 1 at \"e[0].value\"; Expected type String. String cannot represent a non string value: 1",
        ),
        (
            variables,
            json!({ "e": [{ "key": "A", "value": "1", "nope": true }] }),
            internal,
            "Variable \"$e\" got invalid value { key: \"A\", value: \"1\", nope: true } at \"e[0]\"; Field \"nope\" is not defined by type InputEnvironmentVariable.",
        ),
        (
            search,
            json!({ "u": { "nope": 1 } }),
            internal,
            "Variable \"$u\" got invalid value { nope: 1 }; Field \"nope\" is not defined by type UserSearch.",
        ),
        (
            days,
            json!({ "n": 3.5 }),
            internal,
            "Variable \"$n\" got invalid value 3.5; Expected type Int. Int cannot represent non-integer value: 3.5",
        ),
        (
            days,
            json!({ "n": 3000000000u32 }),
            internal,
            "Variable \"$n\" got invalid value 3000000000; Expected type Int. Int cannot represent non 32-bit signed integer value: 3000000000",
        ),
        (
            label,
            json!({ "l": 5 }),
            internal,
            "Variable \"$l\" got invalid value 5; Expected type String. String cannot represent a non string value: 5",
        ),
    ] {
        let (status, answer) = ask(&sandbox, &admin(&sandbox), query, values);
        assert_eq!(status, 400, "{answer}");
        let error = &answer["errors"][0];
        assert_eq!(
            (&error["message"], &error["extensions"]),
            (&json!(message), &json!({ "code": code })),
            "{query}"
        );
        assert!(error["locations"][0]["line"].is_u64(), "{answer}");
        assert_eq!((answer.get("data"), error.get("path")), (None, None));
    }
}

#[test]
fn every_bad_variable_is_reported() {
    let query = "query($a: Uuid!, $b: Uuid!) { a: workspace(workspaceUuid: $a) { id } b: workspace(workspaceUuid: $b) { id } }";
    let (status, answer) = ask(&sandbox(), "", query, json!({}));
    assert_eq!((status, answer["errors"].as_array().map_or(0, Vec::len)), (400, 2));
}

#[test]
fn operation_is_chosen_by_name() {
    let sandbox = sandbox();
    let run = |name: Value| {
        let query = "query A { appConfig { version } } query B { appConfig { baseDomain } }";
        let body = json!({ "query": query, "operationName": name }).to_string();
        let response = post(&sandbox, "", body);
        (response.status, serde_json::from_slice::<Value>(&response.body).unwrap())
    };
    assert_eq!(
        run(json!("B")).1["data"],
        json!({ "appConfig": { "baseDomain": "sandbox.localhost" } })
    );
    for (name, message) in [
        (Value::Null, "Must provide operation name if query contains multiple operations."),
        (json!("C"), "Unknown operation named \"C\"."),
    ] {
        let (status, answer) = run(name);
        assert_eq!((status, &answer["errors"][0]["message"]), (400, &json!(message)));
    }
}

#[test]
fn subscription_over_http_is_answered_with_null() {
    let answer = data(&sandbox(), "", "subscription { deploymentStatus { status } }", json!({}));
    assert_eq!(answer, json!({ "deploymentStatus": null }));
}

#[test]
fn errors_come_before_data_and_beside_what_works() {
    let sandbox = sandbox();
    let response = post(
        &sandbox,
        "",
        json!({ "query": "{ appConfig { version } self { isAdmin } }" }).to_string(),
    );
    assert_eq!(
        String::from_utf8(response.body).unwrap().trim_end(),
        "{\"errors\":[{\"message\":\"Insufficient permissions.\",\"locations\":[{\"line\":1,\"column\":25}],\
         \"path\":[\"self\"],\"extensions\":{\"code\":\"INTERNAL_SERVER_ERROR\"}}],\
         \"data\":{\"appConfig\":{\"version\":\"0.23.12\"},\"self\":null}}"
    );
}

/// Rows refer to each other in circles, so a deep document must not end the process.
#[test]
fn deep_documents_are_survived() {
    let sandbox = sandbox();
    let token = admin(&sandbox);
    deployment(&sandbox, &token, WORKSPACE_ID, "etl");
    let run = |query: &str| {
        let (status, answer) = ask(&sandbox, &token, query, json!({}));
        (status, answer["errors"][0]["message"].as_str().unwrap_or("served").to_owned())
    };
    let nested = |levels: usize| {
        let (down, up) = ("deployments { workspace { ".repeat(levels), "} } ".repeat(levels));
        format!("{{ workspaces {{ {down} label {up} }} }}")
    };
    assert_eq!(run(&nested(19)), (200, "served".to_owned()));
    assert_eq!(run(&nested(20)), (200, "the document is nested too deeply".to_owned()));
    assert_eq!(run(&nested(60)), (200, "the document is nested too deeply".to_owned()));
    assert_eq!(run(&nested(1000)), (400, "parser recursion limit reached".to_owned()));

    // The same depth with fragments, each of which is flat.
    let fragments: String = (0..500)
        .map(|n| {
            format!(
                "fragment F{n} on Workspace {{ deployments {{ workspace {{ ...F{} }} }} }} ",
                n + 1
            )
        })
        .collect();
    let query =
        format!("{{ workspaces {{ ...F0 }} }} {fragments} fragment F500 on Workspace {{ label }}");
    assert_eq!(run(&query), (400, "too much recursion".to_owned()));

    let circles = format!(
        "{{ __schema {{ types {{ {} name {} }} }} }}",
        "fields { type { ".repeat(5),
        "} } ".repeat(5)
    );
    assert_eq!(run(&circles).0, 400);
}
