mod cells;

use super::Outcome::{Done, NotSent, Partial, Refused, Unknown};
use super::{Event, Known, Outcome, Proof, Refusal, classify, known_error, refusal, worst};
use cells::CELLS;

use crate::answer::Answer;
use crate::document::Key;
use crate::schema::OperationKind::{Mutation, Query, Subscription};
use houston_schema::row;
use std::borrow::Cow::Borrowed;
use std::sync::LazyLock;

fn known(text: &'static str, proves: Proof, code: &'static str) -> Refusal {
    row!(Refusal { text: Borrowed(text), proves, code: Borrowed(code), ..Refusal::default() })
}

static REFUSALS: LazyLock<Vec<Refusal>> = LazyLock::new(|| {
    let node = "No Node for the model * with value * for id found.";
    vec![
        row!(Refusal {
            operations: Borrowed(&[Borrowed("deleteThing"), Borrowed("a")]),
            inner: Borrowed(&[Borrowed("updateThing")]),
            ..known(node, Proof::Field, "not-found")
        }),
        known("Insufficient permissions.", Proof::Field, "not-allowed"),
        known("There are no other system administrators.*", Proof::Field, "last-admin"),
        known("* exceeds max char limit of 63.", Proof::Field, "name-refused"),
        known("No Node for *", Proof::Nothing, "server-fault"),
        known("Cannot query field *", Proof::Request, "schema-drift"),
    ]
});

/// The operations of the fields `a` and `b`.
static KNOWN: LazyLock<Known<'static>> = LazyLock::new(|| Known {
    refusals: &REFUSALS,
    operations: &[Borrowed("deleteThing"), Borrowed("createThing")],
});

const ONE: &[Key] = &[Borrowed("a")];
const TWO: &[Key] = &[Borrowed("a"), Borrowed("b")];

/// Errors without data: one names a field, the other none.
const NO_DATA: &str = r#"{"errors":[{"message":"m","extensions":{"code":"FORBIDDEN"}},
    {"message":"m","path":["a"],"extensions":{"code":"FORBIDDEN"}}]}"#;

fn answer(body: &str) -> Answer {
    Answer::read(body.as_bytes()).unwrap_or_else(|error| panic!("{body}: {error}"))
}

fn with_status(
    kind: crate::schema::OperationKind,
    fields: &[Key],
    status: u16,
    body: &str,
) -> Vec<Outcome> {
    classify(kind, &Event::Answer { status, answer: &answer(body) }, fields, *KNOWN)
}

fn outcomes(kind: crate::schema::OperationKind, fields: &[Key], body: &str) -> Vec<Outcome> {
    with_status(kind, fields, 200, body)
}

#[test]
fn what_the_transport_saw() {
    let mut rows = vec![
        ("no connection", Event::NotConnected, NotSent),
        ("connection lost", Event::Lost, Unknown),
    ];
    let foreign = [
        ("a gateway's 429", 429, Refused),
        ("301", 301, Refused),
        ("302", 302, Refused),
        ("another 3xx", 399, Refused),
        ("400, wrong path", 400, Refused),
        ("401, a sign-in page", 401, Refused),
        ("403", 403, Refused),
        ("404", 404, Refused),
        ("413", 413, Refused),
        ("499: the gateway stopped waiting", 499, Unknown),
        ("408: the gateway gave up waiting", 408, Unknown),
        ("500", 500, Unknown),
        ("502", 502, Unknown),
        ("504", 504, Unknown),
        ("200 that is not a GraphQL answer", 200, Unknown),
        ("204", 204, Unknown),
        ("101", 101, Unknown),
        ("not an HTTP status", 0, Unknown),
        ("not an HTTP status", 999, Unknown),
    ];
    rows.extend(foreign.map(|(cell, status, outcome)| (cell, Event::Foreign { status }, outcome)));
    for (cell, event, outcome) in rows {
        for kind in [Query, Mutation, Subscription] {
            assert_eq!(classify(kind, &event, TWO, *KNOWN), [outcome; 2], "{cell}, {kind:?}");
        }
    }
}

#[test]
fn every_cell_of_the_table() {
    for (cell, body, query, mutation) in CELLS {
        assert_eq!(outcomes(Query, ONE, body), [*query], "query, {cell}: {body}");
        assert_eq!(outcomes(Subscription, ONE, body), [*query], "subscription, {cell}: {body}");
        assert_eq!(outcomes(Mutation, ONE, body), [*mutation], "mutation, {cell}: {body}");
    }
}

#[test]
#[rustfmt::skip]
fn several_root_fields() {
    let rows: &[(&str, &str, [Outcome; 2], [Outcome; 2])] = &[
        ("one fails", r#"{"errors":[{"message":"m","path":["b"]}],"data":{"a":{},"b":null}}"#, [Done, Refused], [Done, Unknown]),
        ("one fails, known", r#"{"errors":[{"message":"m","path":["b"],"extensions":{"code":"FORBIDDEN"}}],"data":{"a":null,"b":null}}"#, [Done, Refused], [Done, Refused]),
        ("data null through the other", r#"{"errors":[{"message":"m","path":["a"],"extensions":{"code":"FORBIDDEN"}}],"data":null}"#, [Refused, Refused], [Refused, Unknown]),
        ("data null through the other, which ran", r#"{"errors":[{"message":"m","path":["b","id"]}],"data":null}"#, [Refused, Partial], [Unknown, Partial]),
        ("inner path: the one that is null", r#"{"errors":[{"message":"m","path":["inner","x"]}],"data":{"a":{},"b":null}}"#, [Done, Refused], [Done, Unknown]),
        ("inner path: both are null", r#"{"errors":[{"message":"m","path":["inner"],"extensions":{"code":"FORBIDDEN"}}],"data":{"a":null,"b":null}}"#, [Refused, Refused], [Unknown, Unknown]),
        ("no path: both are null", r#"{"errors":[{"message":"Insufficient permissions"}],"data":{"a":null,"b":null}}"#, [Refused, Refused], [Unknown, Unknown]),
        ("no path: data is null", r#"{"errors":[{"message":"m","extensions":{"code":"FORBIDDEN"}}],"data":null}"#, [Refused, Refused], [Unknown, Unknown]),
        ("no path: one is null", r#"{"errors":[{"message":"m","extensions":{"code":"FORBIDDEN"}}],"data":{"a":{},"b":null}}"#, [Done, Refused], [Done, Unknown]),
        ("each has its own proof", r#"{"errors":[{"message":"Insufficient permissions","path":["a"]},{"message":"m","path":["b"],"extensions":{"code":"FORBIDDEN"}}],"data":{"a":null,"b":null}}"#, [Refused, Refused], [Refused, Refused]),
        ("no data and no path: nothing ran", r#"{"errors":[{"message":"m","extensions":{"code":"UNAUTHENTICATED"}}]}"#, [Refused, Refused], [Refused, Refused]),
        ("the same, no message", r#"{"errors":[{"extensions":{"code":"UNAUTHENTICATED"}}]}"#, [Refused, Refused], [Refused, Refused]),
        ("no data and no path: the text is of one operation", r#"{"errors":[{"message":"No Node for the model A with value b for id found"}]}"#, [Refused, Refused], [Unknown, Unknown]),
        ("no data, an inner path", r#"{"errors":[{"message":"m","path":["inner"],"extensions":{"code":"FORBIDDEN"}}]}"#, [Unknown, Unknown], [Unknown, Unknown]),
        ("inner path: none is null", r#"{"errors":[{"message":"m","path":["inner"]}],"data":{"a":{},"b":{}}}"#, [Partial, Partial], [Partial, Partial]),
        ("an inner error with a known one", r#"{"errors":[{"message":"m","path":["a"],"extensions":{"code":"FORBIDDEN"}},{"message":"m","path":["inner"]}],"data":{"a":null,"b":{}}}"#, [Refused, Done], [Unknown, Done]),
        ("an odd path may name any field", r#"{"errors":[{"message":"m","path":"b"}],"data":{"a":null,"b":{}}}"#, [Refused, Partial], [Unknown, Partial]),
        ("no data, one is known", r#"{"errors":[{"message":"m","path":["a"],"extensions":{"code":"FORBIDDEN"}}]}"#, [Refused, Unknown], [Refused, Unknown]),
        ("no data, one without a path", NO_DATA, [Unknown, Unknown], [Unknown, Unknown]),
        ("one is missing", r#"{"data":{"a":{}}}"#, [Done, Unknown], [Done, Unknown]),
    ];
    for (name, body, query, mutation) in rows {
        assert_eq!(outcomes(Query, TWO, body), query, "query, {name}");
        assert_eq!(outcomes(Mutation, TWO, body), mutation, "mutation, {name}");
    }
    // An error without a path can be meant only for the one field.
    assert_eq!(outcomes(Mutation, ONE, NO_DATA), [Refused]);
}

/// Some of a call's fields ran: the call is not one without effect, and what is unknown stays unknown.
#[test]
fn a_call_has_the_worst_of_its_fields() {
    for (one, other, both) in [
        (Done, Done, Done),
        (Done, Partial, Partial),
        (Done, NotSent, Partial),
        (Done, Refused, Partial),
        (Partial, Refused, Partial),
        (Done, Unknown, Unknown),
        (Partial, Unknown, Unknown),
        (NotSent, Refused, Refused),
        (NotSent, Unknown, Unknown),
        (Refused, Unknown, Unknown),
    ] {
        assert_eq!((worst(&[one, other]), worst(&[other, one])), (both, both), "{one}, {other}");
    }
    assert_eq!(worst(&[]), Unknown);
}

/// Answers with errors alone, by their status: what a gateway can have written proves nothing.
#[test]
fn the_status_decides_where_the_errors_do_not() {
    let bare = r#"{"errors":[{"message":"upstream request timeout"}]}"#;
    let internal = r#"{"errors":[{"message":"m","extensions":{"code":"INTERNAL_SERVER_ERROR"}}]}"#;
    let placed = r#"{"errors":[{"message":"m","locations":[{"line":1,"column":1}]}]}"#;
    let coded = r#"{"errors":[{"message":"m","extensions":{"code":"UNAUTHENTICATED"}}]}"#;
    let text = r#"{"errors":[{"message":"Cannot query field \"x\" on type \"Y\"."}]}"#;
    for (status, bodies, query, mutation) in [
        (200, &[bare, internal][..], Refused, Unknown),
        (201, &[bare, internal], Refused, Unknown),
        (200, &[placed, coded, text], Refused, Refused),
        (302, &[bare, internal, placed, coded, text], Refused, Refused),
        (400, &[bare, internal, placed, coded, text], Refused, Refused),
        (429, &[bare, internal, placed, coded, text], Refused, Refused),
        (408, &[bare, internal, placed], Unknown, Unknown),
        (499, &[bare, internal, placed], Unknown, Unknown),
        (500, &[bare, internal, placed], Unknown, Unknown),
        (502, &[bare, internal, placed], Unknown, Unknown),
        (504, &[bare, internal, placed], Unknown, Unknown),
        (408, &[coded, text], Refused, Refused),
        (500, &[coded, text], Refused, Refused),
        (503, &[coded, text], Refused, Refused),
        (0, &[bare, internal, placed], Unknown, Unknown),
    ] {
        for body in bodies {
            assert_eq!(with_status(Query, TWO, status, body), [query; 2], "{status} {body}");
            assert_eq!(with_status(Mutation, TWO, status, body), [mutation; 2], "{status} {body}");
        }
    }
    // With data, Houston has answered, and the status says nothing.
    let known = r#"{"errors":[{"message":"m","path":["a"],"extensions":{"code":"FORBIDDEN"}}],"data":{"a":null}}"#;
    for status in [200, 400, 500] {
        assert_eq!(with_status(Mutation, ONE, status, known), [Refused]);
    }
}

/// A malformed error in a mutation's answer never makes it done. It makes it refused only if the valid answer was.
#[test]
fn a_malformed_answer_is_never_better() {
    let codes = ["null", r#""FORBIDDEN""#, r#""INTERNAL_SERVER_ERROR""#];
    let texts = [r#""m""#, r#""Insufficient permissions.""#];
    let paths = [r#"["a"]"#, r#"["a","id"]"#, r#"["b"]"#, r#"["inner"]"#, r#"["inner","id"]"#];
    let odd = [
        "7",
        "true",
        r#""a""#,
        "{}",
        r#"[{}]"#,
        r#"[["a"]]"#,
        r#"["a",{}]"#,
        r#"["a",-1]"#,
        r#"[null,"a"]"#,
    ];
    let datas = [
        r#"{"a":null,"b":null}"#,
        r#"{"a":{},"b":null}"#,
        r#"{"a":{},"b":{}}"#,
        "null",
        r#"{"a":null}"#,
        "{}",
        "7",
    ];
    let body = |message: &str, path: &str, code: &str, data: &str| {
        format!(
            r#"{{"errors":[{{"message":{message},"path":{path},"extensions":{{"code":{code}}}}}],"data":{data}}}"#
        )
    };
    let worst = |body: &str| outcomes(Mutation, TWO, body).into_iter().max().unwrap();
    for data in datas {
        for (code, text) in codes.iter().flat_map(|code| texts.map(|text| (code, text))) {
            for path in paths {
                let sound = worst(&body(text, path, code, data));
                assert_ne!(sound, Done, "an error is never done");
                for message in odd {
                    let odd = body(message, path, code, data);
                    assert!(worst(&odd) >= sound, "{odd}: {:?} < {sound:?}", worst(&odd));
                }
                let no_list =
                    body(text, path, code, data).replacen('[', "", 1).replacen("}}]", "}}", 1);
                assert!(worst(&no_list) >= sound, "{no_list}");
            }
            for path in odd {
                let body = body(text, path, code, data);
                let got = worst(&body);
                // An unreadable path may be any of them, including one that proves that the mutation ran.
                assert!(matches!(got, Partial | Unknown), "{body}: {got:?}");
            }
        }
    }
}

#[test]
fn a_known_text_is_compared_without_case_and_final_stop() {
    let code = |message| refusal(&REFUSALS, message, &[]).map(|row| row.code.as_ref());
    for message in
        ["Insufficient permissions.", " insufficient PERMISSIONS ", "Insufficient permissions"]
    {
        assert_eq!(code(message), Some("not-allowed"), "{message}");
    }
    for message in ["Insufficient permissions for that", "Very insufficient permissions", "", "."] {
        assert_eq!(code(message), None, "{message}");
    }
    assert_eq!(code("there are no other system administrators. At all"), Some("last-admin"));
    assert_eq!(code("So there are no other system administrators."), None);
    assert_eq!(code("astronomer-etl exceeds max char limit of 63."), Some("name-refused"));
    assert_eq!(code("astronomer-etl exceeds max char limit of 63, and more"), None);
    for all in ["", "*", "**", " . "] {
        assert!(!known(all, Proof::Field, "all").fits("anything"), "{all}");
        assert!(!known(all, Proof::Field, "all").fits(""), "{all}");
    }
}

#[test]
fn a_row_holds_for_its_operations() {
    let text = "No Node for the model Thing with value ck1 for id found.";
    let code = |operations: &[Key]| refusal(&REFUSALS, text, operations).map(|row| &*row.code);
    assert_eq!(code(&[Borrowed("deleteThing")]), Some("not-found"));
    // An unknown operation may be any of them.
    assert_eq!(code(&[]), Some("server-fault"));
    assert_eq!(code(&[Borrowed("createThing")]), Some("server-fault"));
    let body = |key: &str| {
        format!(
            r#"{{"errors":[{{"message":"{text}","path":["{key}"]}}],"data":{{"a":null,"b":null}}}}"#
        )
    };
    // The name counts, and not the key: a key may be the name of another operation.
    assert_eq!(outcomes(Mutation, TWO, &body("a")), [Refused, Done]);
    assert_eq!(outcomes(Mutation, TWO, &body("b")), [Done, Unknown]);
    // A step of the data layer may be one of any field.
    assert_eq!(outcomes(Mutation, TWO, &body("updateThing")), [Unknown; 2]);
    let nameless = Known { operations: &[], ..*KNOWN };
    let judged = classify(
        Mutation,
        &Event::Answer { status: 200, answer: &answer(&body("a")) },
        TWO,
        nameless,
    );
    assert_eq!(judged, [Unknown, Done]);
    assert_eq!(outcomes(Mutation, ONE, &body("a").replace("a\"]", "a\",\"id\"]")), [Partial]);
}

#[test]
fn the_refusal_code_is_the_first_root_error_s() {
    let code =
        |body: &str| Some(known_error(answer(body).errors(), ONE, *KNOWN)?.code.into_owned());
    let known = r#"{"message":"Insufficient permissions.","path":["a"]}"#;
    let deep = r#"{"message":"m","path":["a","id"],"extensions":{"code":"FORBIDDEN"}}"#;
    assert_eq!(code(&format!(r#"{{"errors":[{known}]}}"#)).as_deref(), Some("not-allowed"));
    assert_eq!(code(&format!(r#"{{"errors":[{deep},{known}]}}"#)).as_deref(), Some("not-allowed"));
    assert_eq!(code(&format!(r#"{{"errors":[{deep}]}}"#)), None);
    assert_eq!(code(&format!(r#"{{"errors":[{{"message":"m"}},{known}]}}"#)), None);
    for name in ["FORBIDDEN", "UNAUTHENTICATED"] {
        let body = format!(r#"{{"errors":[{{"message":"m","extensions":{{"code":"{name}"}}}}]}}"#);
        assert_eq!(code(&body).as_deref(), Some("not-allowed"), "{name}");
    }
    let input = r#"{"errors":[{"message":"m","extensions":{"code":"BAD_USER_INPUT"}}]}"#;
    assert_eq!(code(input), None);
    // A row of one operation is not that of the field beside it.
    for (path, code) in [("a", "not-found"), ("b", "server-fault")] {
        let text = "No Node for the model A with value b for id found";
        let body = format!(r#"{{"errors":[{{"message":"{text}","path":["{path}"]}}]}}"#);
        let error = known_error(answer(&body).errors(), TWO, *KNOWN).unwrap();
        assert_eq!(error.code, code, "{path}");
    }
}

#[test]
fn the_order_and_the_words_are_fixed() {
    let all = [Done, Partial, NotSent, Refused, Unknown];
    assert!(all.is_sorted());
    let names = ["done", "partial", "not-sent", "refused", "unknown"];
    assert_eq!(all.map(Outcome::name), names);
    assert_eq!(all.map(|outcome| outcome.to_string()), names);
}
