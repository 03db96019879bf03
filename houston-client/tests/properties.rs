//! Properties of answers: what is decoded is what was sent, no outcome is better than the answer proves, and no text has a
//! secret.
#![cfg(all(feature = "houston", feature = "transport"))]
#![allow(clippy::unwrap_used, reason = "the helpers of tests are tests")]

use std::borrow::Cow;

use houston_client::answer::Answer;
use houston_client::outcome::{Event, Known, classify};
use houston_client::request::{Operation as _, Request};
use houston_client::schema::OperationKind;
use houston_client::transport::{Canned, Failure, Reply};
use houston_client::{Client, Error, Outcome, SCHEMA, Token, mutation, query};
use houston_tests::property::{cases, json, some_text, text};
use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;
use proptest::sample::{Index, select};
use serde_json::{Value, json};

/// The root fields of the tests.
const FIELDS: [&str; 3] = ["createWorkspace", "deleteWorkspace", "updateWorkspace"];

/// What a server may send for a root field.
fn value() -> impl Strategy<Value = Option<Value>> {
    prop_oneof![Just(None), Just(Some(Value::Null)), Just(Some(json!({ "id": "ck1" })))]
}

fn path() -> impl Strategy<Value = Option<Value>> {
    let root = select(&["createWorkspace", "deleteWorkspace", "findOne", ""][..]);
    prop_oneof![
        Just(None),
        root.clone().prop_map(|root| Some(json!([root]))),
        root.prop_map(|root| Some(json!([root, "id"]))),
        json().prop_map(Some),
    ]
}

/// An error of a text and code that prove nothing.
fn vague() -> impl Strategy<Value = Value> {
    let code = select(&["INTERNAL_SERVER_ERROR", "", "NEW_CODE"][..]);
    ("[a-z]{3,9} zz", path(), option::of(code)).prop_map(|(message, path, code)| {
        let mut error = json!({ "message": message });
        path.into_iter().for_each(|path| error["path"] = path);
        code.into_iter().for_each(|code| error["extensions"] = json!({ "code": code }));
        error
    })
}

/// Any error, also one that proves that nothing happened.
fn error() -> impl Strategy<Value = Value> {
    let texts: Vec<String> = SCHEMA.refusals.iter().map(|row| row.text.to_string()).collect();
    let codes = select(&["FORBIDDEN", "GRAPHQL_VALIDATION_FAILED", "BAD_USER_INPUT"][..]);
    let known = (select(texts), path(), option::of(codes)).prop_map(|(message, path, code)| {
        json!({ "message": message, "path": path, "extensions": { "code": code } })
    });
    prop_oneof![vague(), known, json()]
}

fn answer(values: &[Option<Value>], whole: Option<Value>, errors: Option<&[Value]>) -> Value {
    let fields = FIELDS.iter().zip(values);
    let fields = fields.filter_map(|(name, value)| Some(((*name).to_owned(), value.clone()?)));
    let data = whole.unwrap_or_else(|| Value::Object(fields.collect()));
    let mut answer = json!({ "data": data });
    errors.into_iter().for_each(|errors| answer["errors"] = errors.into());
    answer
}

/// The outcomes of a mutation with one field, or three.
fn outcomes(count: usize, status: u16, answer: &Value) -> Vec<Outcome> {
    let read = Answer::read(answer.to_string().as_bytes()).unwrap();
    let operations: Vec<Cow<'static, str>> =
        FIELDS[..count].iter().map(|one| (*one).into()).collect();
    let fields: Vec<_> = FIELDS[..count].iter().map(|one| (*one).into()).collect();
    let known = Known { refusals: &SCHEMA.refusals, operations: &operations };
    let event = Event::Answer { status, answer: &read };
    classify(OperationKind::Mutation, &event, &fields, known)
}

/// Everything that an error shows.
fn shown(error: &Error) -> String {
    let texts = (error.body(), error.errors(), error.data(), error.data_text());
    let causes = (error.cause(), error.refusal(), error.retry_after(), error.pointer());
    format!("{error} {error:?} {} {texts:?} {causes:?}", error.summary())
}

fn send<T>(request: &Request<T>, token: &str, reply: Result<Reply, Failure>) -> Result<T, Error> {
    let client = Client::builder("").token(Token::new(token).unwrap()).retries(0);
    let client = client.transport(Canned::in_order([reply])).build().unwrap();
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
    runtime.block_on(client.send(request.clone()))
}

proptest! {
    #![proptest_config(cases(256))]

    #[test]
    fn data_is_what_was_sent(data in json(), more in json()) {
        let body = json!({ "extensions": more, "data": data }).to_string();
        let read = Answer::read(body.as_bytes()).unwrap();
        prop_assert_eq!(read.data(), Some(&data));
        prop_assert!(read.errors().is_empty());
    }

    #[test]
    fn any_body_is_an_answer_or_is_refused(
        data in json(),
        errors in vec(error(), 0..3),
        at: Index,
        count in 0..20_usize,
        change in text(),
        status in prop_oneof![Just(200_u16), 100..600_u16],
    ) {
        let mut body = json!({ "data": { "createWorkspace": data }, "errors": errors }).to_string();
        let near = |at: usize| (at..).find(|at| body.is_char_boundary(*at)).unwrap();
        let from = near(at.index(body.len()));
        let to = near((from + count).min(body.len()));
        body.replace_range(from..to, &change);
        let _ = Answer::read(body.as_bytes());
        let request = mutation::create_workspace().label("x").request();
        let _ = send(&request, "canary0123", Ok(Reply::new(status, body)));
    }

    #[test]
    fn what_is_decoded_is_what_was_sent(
        rows in vec((text(), option::of(text()), option::of(json()), option::of(any::<bool>())), 0..4),
    ) {
        let rows: Vec<Value> = rows
            .into_iter()
            .map(|(id, text, properties, is)| {
                json!({
                    "active": is, "billingEnabled": is, "createdAt": "2021-04-02T12:15:36.929Z", "description": text,
                    "id": id, "label": text, "paywallEnabled": null, "properties": properties,
                    "stripeCustomerId": text, "trialEndsAt": null, "updatedAt": id,
                })
            })
            .collect();
        let body = json!({ "data": { "workspaces": rows } }).to_string();
        let read = send(&query::workspaces().request(), "canary0123", Ok(Reply::new(200, body)));
        prop_assert_eq!(serde_json::to_value(read.unwrap()).unwrap(), json!(rows));
    }

    #[test]
    fn a_mutation_is_refused_only_by_proof(
        values in vec(value(), 3),
        whole in option::of(Just(Value::Null)),
        errors in vec(vague(), 0..4),
        count in select(&[1_usize, 3][..]),
        status in 200..300_u16,
    ) {
        let answer = answer(&values[..count], whole.clone(), Some(&errors));
        for (outcome, value) in outcomes(count, status, &answer).into_iter().zip(&values) {
            prop_assert!(!matches!(outcome, Outcome::Refused | Outcome::NotSent), "{answer}");
            match (&whole, value) {
                (None, Some(value)) if !value.is_null() => {
                    prop_assert!(matches!(outcome, Outcome::Done | Outcome::Partial), "{answer}");
                }
                (None, None) => prop_assert_eq!(outcome, Outcome::Unknown, "{}", answer),
                // It ran if an error is inside its result.
                (Some(_), _) => prop_assert!(matches!(outcome, Outcome::Unknown | Outcome::Partial)),
                _ => {}
            }
        }
    }

    /// More errors never make it likelier that nothing happened.
    #[test]
    fn a_vague_error_proves_nothing(
        values in vec(value(), 3),
        whole in option::of(Just(Value::Null)),
        errors in vec(error(), 0..3),
        more in vague(),
        at: Index,
        status in prop_oneof![Just(200_u16), 200..600_u16],
    ) {
        let before = outcomes(3, status, &answer(&values, whole.clone(), Some(&errors)));
        let mut all = errors;
        all.insert(at.index(all.len() + 1), more);
        let answer = answer(&values, whole, Some(&all));
        for (before, after) in before.into_iter().zip(outcomes(3, status, &answer)) {
            if after == Outcome::Refused {
                prop_assert_eq!(before, after, "{}", answer);
            }
        }
    }

    #[test]
    fn no_text_of_an_error_has_the_token(
        secret in "[!-&(-~]{4,30}",
        parts in vec(prop_oneof![text(), Just("TOKEN".to_owned()), Just("JSON".to_owned())], 0..6),
        header in some_text(),
        status in prop_oneof![Just(200_u16), 100..600_u16],
        kind in 0..4,
    ) {
        // It begins and ends with what a token may begin and end with.
        let token = format!("c4nary{secret}z");
        let twice = Value::from(token.as_str()).to_string();
        let text = parts.concat().replace("TOKEN", &token).replace("JSON", &twice[1..twice.len() - 1]);
        let reply = match kind {
            0 => Err(Failure::Lost(text.clone().into())),
            1 => Ok(Reply::new(status, text.clone())),
            2 => Ok(Reply::new(status, json!({ "errors": [{ "message": text }], "data": { "x": text } }).to_string())),
            _ => Ok(Reply::new(status, json!({ "data": { "createWorkspace": { "id": text, "label": [text] } } }).to_string())),
        };
        let reply = reply.map(|mut reply: Reply| {
            reply.retry_after = Some(format!("{header}{token}"));
            reply.location = Some(format!("https://{token}.example/{token}"));
            reply
        });
        let request = mutation::create_workspace().label("x").request();
        if let Err(error) = send(&request, &token, reply) {
            let shown = shown(&error);
            prop_assert!(!shown.contains(&token), "{shown}");
            prop_assert!(!shown.contains(&twice[1..twice.len() - 1]), "{shown}");
        }
    }
}
