//! Answers by which a server refuses a request, and what an error shows of them.

use houston_client::Selection;
use houston_client::arguments::Arguments;
use houston_client::request::Request;
use houston_client::schema::{Operation, OperationKind, Schema};
use houston_client::{Client, ErrorKind, Outcome};
use houston_schema::row;
use houston_tests::server::{Server, json};

use crate::check::{CANARY, assert_is, fails, plain};
use crate::request::made_for;

#[tokio::test]
async fn an_invalid_request_is_refused() {
    let body = r#"{"errors":[{"message":"Cannot query field \"x\" on type \"Mutation\".",
        "locations":[{"line":1,"column":2}],"extensions":{"code":"GRAPHQL_VALIDATION_FAILED"}}]}"#;
    let error = fails(json("400 Bad Request", body)).await;
    assert_is(&error, ErrorKind::GraphQl, Outcome::Refused);
    assert_eq!((error.status(), error.body()), (Some(400), Some(body)));
    assert_eq!(error.refusal_code(), None);
    let text = "Cannot query field \"x\" on type \"Mutation\". (GRAPHQL_VALIDATION_FAILED)";
    assert_eq!(error.to_string(), text);
    assert_eq!(error.meaning(), "The server refused the mutation. It had no effect.");
    #[cfg(feature = "houston")]
    let version = houston_client::SCHEMA.version.as_deref();
    #[cfg(not(feature = "houston"))]
    let version = None;
    assert_eq!(error.drift().map(|drift| drift.schema.as_deref()), Some(version));
}

/// An error about a request that does not match the server's schema names both versions; no other error does.
#[tokio::test]
async fn drift_names_both_versions() {
    let answer = |message: &str, path: &str| {
        json("400 Bad Request", &format!(r#"{{"errors":[{{"message":"{message}"{path}}}]}}"#))
    };
    for (message, path, is_drift) in [
        (r#"Cannot query field \"x\" on type \"Y\"."#, "", true),
        (r#"Unknown argument \"a\" on field \"f\" of type \"T\"."#, "", true),
        (r#"Unknown type \"DagDeployment\". Did you mean \"Deployment\"?"#, "", true),
        (
            r#"Field \"a\" argument \"b\" of type \"Id!\" is required, but it was not provided."#,
            "",
            true,
        ),
        (r#"Variable \"$u\" of type \"Uuid!\" used in position expecting type \"ID!\"."#, "", true),
        (
            r#"Variable \"$u\" got invalid value { a: 1 }; Field \"a\" is not defined by type U."#,
            "",
            true,
        ),
        (r#"Variable \"$u\" of required type \"Uuid!\" was not provided."#, "", false),
        (r#"Syntax Error: Unexpected }"#, "", false),
        (r#"Cannot query field \"x\" on type \"Y\"."#, r#","path":["createDeployment"]"#, false),
    ] {
        let server = Server::new(answer(message, path));
        let client = || Client::builder(&server.url);
        let made_for = |version: Option<&str>| {
            let version = version.map(str::to_owned);
            let schema = row!(Schema { version, ..Schema::default() });
            made_for(&schema, OperationKind::Mutation)
        };
        for (client, version, expected) in [
            (client(), Some("0.23"), "version 0.23, and the server has another version. Leave out"),
            (
                client().server_version("0.16.6"),
                Some("0.23"),
                "version 0.23, and the server has version 0.16.6. Leave out",
            ),
            (client(), None, "another version, and the server has its own. Leave out"),
        ] {
            let error = client.build().unwrap().send(made_for(version)).await.unwrap_err();
            let said = error.drift().map(ToString::to_string);
            assert_eq!(said.is_some(), is_drift, "{error}");
            assert!(said.is_none_or(|said| said.contains(expected)), "{error}");
        }
    }
}

/// A server quotes values that it rejects. Secret values are cut out of the quotation.
#[tokio::test]
async fn secret_values_that_the_server_quotes_are_not_shown() {
    let operation = row!(Operation {
        kind: OperationKind::Mutation,
        name: "createToken".into(),
        secrets: vec!["password".into()],
        ..Operation::default()
    });
    let mut arguments = Arguments::new();
    let secret = "hunter2 \"\n\t\u{9b}ä";
    arguments.set("identity", "String", "ada".into());
    arguments.set("password", "JSON", serde_json::json!({ "all": [secret, "abc", 7] }));
    let request =
        || Request::untyped(&Schema::default(), &operation, &arguments, &Selection::new());
    let quoted = serde_json::json!(secret).to_string();
    for (status, body) in [
        (
            "400 Bad Request",
            serde_json::json!({ "errors": [{ "message": format!("Expected Int, found {quoted}; abc") }] }),
        ),
        (
            "200 OK",
            serde_json::json!({
                "errors": [{ "message": format!("wrong: {secret}"), "path": ["createToken", secret],
                    "extensions": { "code": secret } }],
                "data": { "createToken": null, "echo": secret },
            }),
        ),
        ("502 Bad Gateway", serde_json::json!(format!("<p>{secret}</p>"))),
    ] {
        let server = Server::new(json(status, &body.to_string()));
        let client = Client::builder(&server.url).retries(0).build().unwrap();
        let error = client.send(request()).await.unwrap_err();
        let errors = format!("{:?}", error.errors());
        let data = error.data().map(ToString::to_string).unwrap_or_default();
        for text in [
            error.to_string(),
            format!("{error:?}"),
            error.body().unwrap().to_owned(),
            errors,
            data,
        ] {
            assert!(!text.contains("hunter2"), "{text}");
        }
        assert!(error.to_string().contains("(secret)"), "{error}");
    }
    // A text of three letters appears everywhere, so it is not cut out.
    let server = Server::new(json("400 Bad Request", r#"{"errors":[{"message":"abc"}]}"#));
    let error = plain(&server).send(request()).await.unwrap_err();
    assert_eq!(error.to_string(), "abc");
}

#[tokio::test]
async fn a_resolver_s_error_is_refused_only_when_known() {
    for (code, outcome, refusal_code) in [
        ("FORBIDDEN", Outcome::Refused, Some("not-allowed")),
        ("INTERNAL_SERVER_ERROR", Outcome::Unknown, None),
    ] {
        let body = format!(
            r#"{{"errors":[{{"message":"no: {CANARY}","path":["createDeployment"],
                "extensions":{{"code":"{code}"}}}}],"data":{{"createDeployment":null}}}}"#
        );
        let error = fails(json("200 OK", &body)).await;
        assert_is(&error, ErrorKind::GraphQl, outcome);
        assert_eq!(error.refusal_code(), refusal_code);
        assert_eq!(error.errors()[0].message, "no: Token(…)");
    }
}
