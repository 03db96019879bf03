//! Code for a schema in which every name is chosen to trouble Rust does what it says.

#![allow(clippy::unwrap_used)]

use std::net::IpAddr;
use std::num::NonZeroU16;

use apollo_compiler::{ExecutableDocument, Schema};
use houston_client::arguments::{Arguments, Null};
use houston_client::request::{Operation, Request};
use houston_client::schema::Scalar;
use houston_client::{Outcome, Selection};
use houston_tests::canned::answer;
use houston_tests::stranger::{RefusalCode, SCHEMA, enums, input, mutation, object, query};
use serde_json::{Value, json};

const SDL: &str = include_str!("../schemas/stranger.graphql");

#[test]
fn every_default_document_is_valid() {
    let with_one_of = format!("{SDL}\ndirective @oneOf on INPUT_OBJECT");
    let schema = Schema::parse_and_validate(with_one_of, "stranger.graphql").unwrap();
    assert!(!SCHEMA.operations.is_empty());
    for operation in SCHEMA.operations.iter() {
        let mut arguments = Arguments::new();
        for argument in operation.arguments.iter() {
            arguments.set(argument.name.clone(), argument.ty.clone(), Value::Null);
        }
        for depth in 1..=3 {
            let selection = Selection::by_default(&SCHEMA, operation, depth);
            let request = Request::untyped(&SCHEMA, operation, &arguments, &selection);
            let valid =
                ExecutableDocument::parse_and_validate(&schema, request.document(), "document");
            valid.unwrap_or_else(|broken| panic!("{}\n{broken}", request.document()));
        }
    }
}

#[test]
fn graphql_names_survive_whatever_they_are_called_in_rust() {
    let request = query::self___self()
        .self_("s")
        .r#type(enums::Type::Self___self)
        .super_(1)
        .crate_(Null)
        .request();
    assert!(request.document().starts_with("query self("), "{}", request.document());
    let expected = json!({"self": "s", "type": "self", "super": 1, "crate": null});
    assert_eq!(Value::Object(request.variables().clone()), expected);
    assert_eq!(query::foo_bar__fooBar().request().fields(), ["fooBar"]);
    assert_eq!(query::foo_bar__foo_bar().request().fields(), ["foo_bar"]);
    assert_eq!(query::foo_bar__FooBar().request().fields(), ["FooBar"]);
}

#[test]
fn input_objects_nest_cycle_and_choose_one() {
    let request = mutation::change()
        .input(
            input::cyclic()
                .name("outer")
                .cyclic(input::cyclic().name("inner"))
                .cells([[input::cell_input().row(1)], [input::cell_input().row(2).column(Null)]])
                .by(input::SearchBy::cell(input::cell_input().row(3))),
        )
        .request();
    let expected = json!({"input": {
        "name": "outer",
        "cyclic": {"name": "inner"},
        "cells": [[{"row": 1}], [{"row": 2, "column": null}]],
        "by": {"cell": {"row": 3}},
    }});
    assert_eq!(Value::Object(request.variables().clone()), expected);
}

#[test]
fn enums_keep_what_they_do_not_know_beside_a_value_of_that_name() {
    for name in [
        "NEW",
        "CREATED_ASC",
        "created_asc",
        "createdAsc",
        "Unrecognized",
        "UNRECOGNIZED",
        "self",
        "Self",
        "_1",
        "never seen",
    ] {
        let value = enums::Type::from(name);
        assert_eq!(value.as_str(), name);
        let known = name != "never seen";
        assert_eq!(!matches!(value, enums::Type::Unrecognized__(_)), known, "{name}");
        assert_eq!(name.parse() == Ok(value.clone()), known, "{name}");
        assert_eq!(enums::Type::ALL.contains(&value), known, "{name}");
    }
    assert_eq!(enums::Enums::ALL, [enums::Enums::Object, enums::Enums::Input, enums::Enums::ALL_]);
    for (text, shown) in [
        ("output", "`Enums` has no value `output`: use one of object, input, a_l_l"),
        ("", "`Enums` has no value ``: use one of object, input, a_l_l"),
        ("INPUT ", "`Enums` has no value `INPUT `: use one of object, input, a_l_l"),
        ("\u{202e}\n", "`Enums` has no value `\\u{202e}\\n`: use one of object, input, a_l_l"),
    ] {
        assert_eq!(text.parse::<enums::Enums>().unwrap_err().to_string(), shown);
    }
    let long = "x".repeat(1000).parse::<enums::Enums>().unwrap_err().to_string();
    assert!(long.len() < 150, "{long}");
}

#[test]
fn refusal_codes_have_a_name_and_a_meaning() {
    const MEANING: &str = RefusalCode::NotNow.meaning();
    assert_eq!(MEANING, "The stranger does not change now. Nothing changed.");
    assert_eq!(RefusalCode::ALL, [RefusalCode::Broken, RefusalCode::NotNow]);
    for code in RefusalCode::ALL {
        assert_eq!(code.to_string().parse(), Ok(*code));
    }
    let error = "not-allowed".parse::<RefusalCode>().unwrap_err().to_string();
    assert_eq!(error, "`RefusalCode` has no value `not-allowed`: use one of broken, not-now");
    let page = include_str!("../src/stranger/mutation/all.rs");
    assert_eq!(page.matches("Codes of its refusals (`RefusalCode`): `not-now`.").count(), 2);
}

#[test]
fn a_type_without_leaves_answers_its_name_and_a_wide_one_all_its_leaves() {
    let hits = query::search().by(input::SearchBy::id("x")).request();
    assert!(hits.document().contains("__typename"), "{}", hits.document());
    let wide = <object::Wide as houston_client::select::Object>::KEYS;
    assert_eq!(wide.len(), 20);
    assert_eq!(wide[19], "f19");
}

/// The request knows the facts of its own schema, and no client is told them.
#[tokio::test]
async fn a_client_knows_the_errors_the_version_and_the_secrets_of_any_schema() {
    let change = || mutation::change().input(input::cyclic().name("hush hush"));
    let error = |name: &str, message: &str| {
        let errors = json!([{"message": message, "path": [name]}]);
        json!({"data": null, "errors": errors}).to_string()
    };
    let refused = answer(change(), &error("change", "Not now, dear")).await.unwrap_err();
    assert_eq!((refused.outcome(), refused.refusal_code()), (Outcome::Refused, Some("not-now")));
    assert_eq!(RefusalCode::of(&refused), Some(RefusalCode::NotNow));
    let broken = answer(change(), &error("change", "It broke")).await.unwrap_err();
    assert_eq!((broken.outcome(), broken.refusal_code()), (Outcome::Unknown, None));
    assert_eq!(RefusalCode::of(&broken), None);
    assert_eq!(broken.refusal().unwrap().code, RefusalCode::Broken.as_str());
    // The row holds for another operation, and the texts of Houston for another server.
    let same = || mutation::same().id("1").select(object::node::id);
    for message in ["Not now, dear", "Insufficient permissions"] {
        let error = answer(same(), &error("same", message)).await.unwrap_err();
        assert_eq!((error.outcome(), error.refusal()), (Outcome::Unknown, None), "{message}");
    }
    let message = "Cannot query field \"x\" on type \"Y\". \"hush hush\"";
    let drift = json!({"errors": [{"message": message, "locations": [{"line": 1, "column": 1}]}]});
    let drift = answer(change(), &drift.to_string()).await.unwrap_err();
    assert_eq!(drift.drift().unwrap().schema.as_deref(), Some("9.1"));
    assert!(!drift.to_string().contains("hush"), "{drift}");
    assert!(change().request().idempotent() && !same().request().idempotent());

    // The same holds for an operation that is known at run time, and for a document that the caller wrote.
    let operation = SCHEMA.operation("change").unwrap();
    let request = Request::untyped(&SCHEMA, operation, &Arguments::new(), &Selection::new());
    let refused = request.read(200, error("change", "Not now, dear")).unwrap_err();
    assert_eq!((refused.outcome(), refused.refusal_code()), (Outcome::Refused, Some("not-now")));
    let (fields, text) = ([("a".into(), "change".into())], "mutation { a: change }");
    let none = serde_json::Map::new();
    let request = Request::verbatim(&SCHEMA, operation.kind, text, fields, none, [""; 0]);
    let refused = request.read(200, error("a", "Not now, dear")).unwrap_err();
    assert_eq!((refused.outcome(), refused.refusal_code()), (Outcome::Refused, Some("not-now")));
}

/// Types of other crates are sent and read: for a scalar, one argument, one input field and one field.
#[tokio::test]
async fn values_have_the_rust_types_that_the_overlay_names() {
    let (home, port) = (IpAddr::from([127, 0, 0, 1]), NonZeroU16::new(8080).unwrap());
    let weight = serde_json::Number::from_f64(0.5).unwrap();
    let peer =
        query::peer().address(home).among(vec![Some(&home), None]).port(Some(port)).peer(
            input::peer_input().port(Null).address(home).others([home]).weight(weight.clone()),
        );
    let expected = json!({
        "address": "127.0.0.1",
        "among": ["127.0.0.1", null],
        "port": 8080,
        "peer": {"port": null, "address": "127.0.0.1", "others": ["127.0.0.1"], "weight": 0.5},
    });
    assert_eq!(Value::Object(peer.clone().request().variables().clone()), expected);
    let text = r#"{"data":{"peer":{"address":"::1","port":443,"weights":[0.5,null],"label":null,"since":"soon"}}}"#;
    let read = answer(peer.clone(), text).await.unwrap().unwrap();
    assert_eq!((read.address, read.port), ("::1".parse().unwrap(), NonZeroU16::new(443)));
    assert_eq!(read.weights, Some(vec![Some(weight), None]));
    let error = answer(peer, &text.replace("443", "0")).await.unwrap_err();
    assert_eq!(error.pointer(), Some("/data/peer/port"));
    assert_eq!(answer(query::port(), r#"{"data":{"port":1}}"#).await.unwrap(), NonZeroU16::MIN);
    // The format of the scalar is a fact of its own.
    assert_eq!(SCHEMA.type_named("Address").unwrap().scalar, Scalar::Opaque);
}

#[tokio::test]
async fn members_of_unions_and_interfaces_are_read_by_type_and_unknown_ones_survive() {
    use object::{hit, node};
    let search = query::search().by(input::SearchBy::name("x")).select((
        hit::typename,
        hit::on_self.of((object::self_::id, object::self_::name)),
        hit::on_option.of(object::option::value),
        hit::on_wide.of(object::wide::f00),
    ));
    let request = search.request();
    insta::assert_snapshot!(request.document(), @r"
    query search($by: SearchBy!) {
      search(by: $by) {
        __typename
        ... on Self {
          __typename__2: __typename
          id
          name
        }
        ... on Option {
          __typename__3: __typename
          value
        }
        ... on Wide {
          __typename__4: __typename
          f00
        }
      }
    }
    ");
    let text = r#"{"data":{"search":[
        {"__typename":"Self","__typename__2":"Self","id":"1","name":null},
        {"__typename":"Option","__typename__3":"Option","value":7},
        {"__typename":"Client"},
        {"__typename":"NeverSeen"}]}}"#;
    let hits = answer(request, text).await.unwrap();
    let hits = hits.unwrap();
    assert_eq!(hits[0], ("Self".to_owned(), Some(("1".into(), None)), None, None));
    assert_eq!(hits[1], ("Option".to_owned(), None, Some(Some(7)), None));
    assert_eq!(hits[2], ("Client".to_owned(), None, None, None));
    assert_eq!(hits[3].0, "NeverSeen");

    // A field of the interface beside the same field of a member: two keys of one object.
    let node = query::node().id("1").select((node::id, node::on_self.of(object::self_::id)));
    let text = r#"{"data":{"node":{"id":"1","__typename":"Self","id__2":"1"}}}"#;
    assert_eq!(answer(node, text).await.unwrap(), Some(("1".into(), Some("1".into()))));
}
