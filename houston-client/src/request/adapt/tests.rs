use std::sync::Mutex;

use houston_schema::row;
use serde_json::json;

use crate::arguments::Arguments;
use crate::client::Client;
use crate::error::ErrorKind;
use crate::options::Options;
use crate::outcome::Outcome;
use crate::request::{Operation, Request, Root, kind};
use crate::schema::{self, TypeKind};
use crate::select::{DefaultSelection, Leaf, List, Nested, One, Select, default_selection};
use crate::selection::Selection;
use crate::transport::{Canned, Received, Reply};

struct Mutation;
struct Scope;

impl Root for Mutation {
    type Kind = kind::Mutation;
}

/// Written as the generator would write it.
#[derive(Debug, PartialEq)]
struct Thing {
    id: String,
    label: Option<String>,
    note: Option<i64>,
    tags: Vec<String>,
}

crate::object_type! { Thing: Scope, [], (
    id: String = "id",
    label: Option<String> = "label",
    note: Option<i64> = "note",
    tags: Vec<String> = "tags"
) }

fn request<X: Select<Scope> + 'static>(selection: X) -> Request<Vec<X::Out>> {
    let mut arguments = Arguments::new();
    arguments.set("label", "String!", "x".into());
    Nested::<Mutation, Scope, List<One>, X>::new("make", arguments, selection).request()
}

/// A server that lacks some fields.
struct Old(Canned);

impl Old {
    /// `answer` is for every request without these fields.
    fn new(lacks: &[&'static str], answer: serde_json::Value) -> Self {
        let (lacks, answer) = (lacks.to_vec(), answer.to_string());
        Old(Canned::new(move |request| {
            assert_eq!(request.variables()["label"], "x");
            Ok(match refusal(&lacks, &request.document()) {
                Some(refusal) => Reply::new(400, refusal),
                None => Reply::new(200, answer.as_str()),
            })
        }))
    }

    fn client(&self) -> Client {
        client(&self.0)
    }

    fn documents(&self) -> Vec<String> {
        self.0.received().iter().map(Received::document).collect()
    }
}

fn client(canned: &Canned) -> Client {
    let builder = Client::builder("").transport(canned.clone()).adapt_default_selection(true);
    builder.build().unwrap()
}

/// What graphql-js says of fields that it lacks, if the document has one: one error for each position.
fn refusal(lacks: &[&str], document: &str) -> Option<String> {
    let mut errors = Vec::new();
    for (index, line) in document.lines().enumerate() {
        let field = line.trim_start().rsplit(": ").next().unwrap();
        if lacks.contains(&field) {
            let column = line.len() - line.trim_start().len() + 1;
            errors.push(json!({
                "message": format!("Cannot query field \"{field}\" on type \"Thing\". Did you mean \"id\"?"),
                "locations": [{ "line": index + 1, "column": column }],
                "extensions": { "code": "GRAPHQL_VALIDATION_FAILED" },
            }));
        }
    }
    (!errors.is_empty()).then(|| json!({ "errors": errors }).to_string())
}

fn thing() -> DefaultSelection<Thing> {
    default_selection()
}

#[tokio::test]
async fn fields_that_the_server_lacks_are_left_out_and_read_as_null() {
    let answer = json!({ "data": { "make": [
        { "id": "1", "tags": [] }, { "tags": ["t"], "id": "2" },
    ] } });
    let old = Old::new(&["label", "note"], answer);
    let things = old.client().send(request(thing())).await.unwrap();
    let plain = |id: &str, tags: &[&str]| Thing {
        id: id.to_owned(),
        label: None,
        note: None,
        tags: tags.iter().map(|tag| (*tag).to_owned()).collect(),
    };
    assert_eq!(things, [plain("1", &[]), plain("2", &["t"])]);
    let [first, second] = &old.documents()[..] else { panic!("{:?}", old.documents()) };
    assert_eq!(*first, request(thing()).document());
    let expected =
        "mutation make($label: String!) {\n  make(label: $label) {\n    id\n    tags\n  }\n}";
    assert_eq!(second, expected);
}

#[tokio::test]
async fn a_needed_field_that_the_server_lacks_is_left_out() {
    let answer = json!({ "data": { "make": [{ "url": "u", "id": "1" }] } });
    let old = Old::new(&["code"], answer);
    let url = || Leaf::<Scope, String>::new("url").needs(&["code", "id"]);
    assert_eq!(old.client().send(request(url())).await.unwrap(), ["u"]);
    assert!(!old.documents()[1].contains("code"), "{:?}", old.documents());
    // A field that the caller selects is not left out.
    let chosen = request((url(), Leaf::<Scope, String>::new("code")));
    assert!(old.client().send(chosen).await.is_err());
}

#[tokio::test]
async fn what_the_server_has_is_still_read() {
    let answer = json!({ "data": { "make": [{ "note": 7, "id": "1", "tags": [] }] } });
    let old = Old::new(&["label"], answer);
    let [thing] = &old.client().send(request(thing())).await.unwrap()[..] else { panic!() };
    assert_eq!((thing.note, &thing.label), (Some(7), &None));
}

#[tokio::test]
async fn it_is_off_unless_asked_for() {
    let old = Old::new(&["label"], json!({}));
    let client = Client::builder("").transport(old.0.clone()).build().unwrap();
    let error = client.send(request(thing())).await.unwrap_err();
    assert_eq!((error.kind(), error.outcome()), (ErrorKind::GraphQl, Outcome::Refused));
    assert_eq!(old.documents().len(), 1);
    let on = client.with(Options::new().adapt_default_selection(true));
    on.send(request(thing())).await.unwrap_err();
    assert_eq!(old.documents().len(), 3);
    let off = on.with(Options::new().adapt_default_selection(false));
    off.send(request(thing())).await.unwrap_err();
    assert_eq!(old.documents().len(), 4);
}

#[tokio::test]
async fn what_the_caller_asked_for_or_cannot_be_null_is_not_left_out() {
    async fn refused<X: Select<Scope, Out: std::fmt::Debug> + 'static>(
        lacks: &[&'static str],
        selection: X,
    ) {
        let old = Old::new(lacks, json!({ "data": { "make": [] } }));
        let error = old.client().send(request(selection)).await.unwrap_err();
        assert_eq!(error.outcome(), Outcome::Refused, "{error}");
        assert_eq!(old.documents().len(), 1, "{:?}", old.documents());
    }
    type Label = Leaf<Scope, Option<String>>;
    refused(&["id"], thing()).await;
    refused(&["tags"], thing()).await;
    refused(&["label", "tags"], thing()).await;
    refused(&["label"], Label::new("label")).await;
    // Selected twice: once by default, once by the caller.
    refused(&["label"], (thing(), Label::new("label"))).await;
    refused(&["label"], (Label::new("label"), thing())).await;
    refused(&["label", "other"], (thing(), Label::new("other"))).await;
}

#[tokio::test]
async fn an_alias_is_left_out_with_its_field() {
    let answer = json!({ "data": { "make": [
        { "id": "1", "id__2": "1", "label": "b", "tags": [] },
    ] } });
    let old = Old::new(&["note"], answer);
    let request = request((Leaf::<Scope, String>::new("id"), thing()));
    let [(id, thing)] = &old.client().send(request).await.unwrap()[..] else { panic!() };
    assert_eq!((id.as_str(), thing.id.as_str(), thing.note), ("1", "1", None));
    assert_eq!(thing.label.as_deref(), Some("b"));
    let second = old.documents().pop().unwrap();
    assert!(second.contains("\n    id\n    id__2: id\n    label\n    tags\n  }"), "{second}");
}

#[tokio::test]
async fn it_is_adapted_once() {
    // It lacks one more field with each document.
    let lacks = Mutex::new(vec![["note"], ["label"]]);
    let worse = Canned::new(move |request| {
        let lacks = lacks.lock().unwrap().pop().unwrap();
        Ok(Reply::new(400, refusal(&lacks, &request.document()).unwrap()))
    });
    let error = client(&worse).send(request(thing())).await.unwrap_err();
    assert_eq!((error.outcome(), error.attempts()), (Outcome::Refused, 2));
}

#[tokio::test]
async fn a_key_that_is_missing_otherwise_is_an_error() {
    let missing = json!({ "data": { "make": [{ "id": "1", "note": null, "tags": [] }] } });
    let new = Old::new(&[], missing);
    let error = new.client().send(request(thing())).await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Decode);
    // Also in an adapted request, if the field must not be null.
    let old = Old::new(&["note"], json!({ "data": { "make": [{ "id": "1" }] } }));
    let error = old.client().send(request(thing())).await.unwrap_err();
    assert_eq!((error.kind(), error.outcome()), (ErrorKind::Decode, Outcome::Done));
    assert!(error.summary().contains("`tags` was selected"), "{error}");
}

#[test]
fn only_the_plain_refusal_is_read() {
    let asked = request(thing());
    let line = asked.document().lines().position(|line| line.trim() == "label").unwrap() + 1;
    let good = json!({
        "message": "Cannot query field \"label\" on type \"Thing\".",
        "locations": [{ "line": line, "column": 5 }],
    });
    let adapted = |body: serde_json::Value| {
        let error = asked.read(400, body.to_string()).unwrap_err();
        asked.adapted(&error).map(|(_, names)| names)
    };
    assert_eq!(adapted(json!({ "errors": [good] })), Some(vec!["Thing.label".to_owned()]));
    let but = |key: &str, value: serde_json::Value| {
        let mut bad = good.clone();
        bad[key] = value;
        bad
    };
    for bad in [
        but("locations", json!([])),
        but("locations", json!(null)),
        but("locations", json!([{ "line": line, "column": 5 }, { "line": 1, "column": 1 }])),
        but("locations", json!([{ "line": line + 1, "column": 5 }])),
        but("locations", json!([{ "line": 0, "column": 0 }])),
        but("locations", json!([{ "line": 1, "column": 1 }])),
        but("locations", json!([{ "line": 999, "column": 5 }])),
        but("locations", json!([{ "line": line, "column": usize::MAX }])),
        but("path", json!(["make"])),
        but("message", json!("Cannot query field \"tags\" on type \"Thing\".")),
        but("message", json!("Cannot query field \"label\".")),
        but("message", json!("Cannot query field \"\" on type \"\".")),
        but("message", json!("Unknown argument \"label\" on field \"make\".")),
    ] {
        assert_eq!(adapted(json!({ "errors": [bad] })), None, "{bad}");
        assert_eq!(adapted(json!({ "errors": [good, bad] })), None, "{bad}");
    }
    assert_eq!(adapted(json!({ "errors": [] })), None);
    assert_eq!(adapted(json!({ "errors": [good], "data": { "make": null } })), None);
}

/// The untyped default selection is adapted like the typed one, including nested fields. A field that was added by
/// hand is not left out.
#[test]
fn untyped_selections_are_adapted() {
    let field = |name: &'static str, ty: &'static str| {
        row!(schema::Field {
            name: name.into(),
            ty: ty.into(),
            selected: true,
            ..schema::Field::default()
        })
    };
    let scalar =
        |name: &'static str| row!(schema::Type { name: name.into(), ..schema::Type::default() });
    let object = |name: &'static str, fields: Vec<schema::Field>| {
        row!(schema::Type {
            name: name.into(),
            kind: TypeKind::Object,
            fields,
            ..schema::Type::default()
        })
    };
    let schema = row!(schema::Schema {
        types: vec![
            scalar("Int"),
            object("Part", vec![field("id", "Int!"), field("note", "Int")]),
            object("Thing", vec![field("id", "Int!"), field("note", "Int"), field("part", "Part")]),
        ]
        .into(),
        ..schema::Schema::default()
    });
    let operation = row!(schema::Operation {
        name: "thing".into(),
        ty: "Thing".into(),
        ..schema::Operation::default()
    });
    let mut selection = Selection::by_default(&schema, &operation, 2);
    selection.add("extra", Selection::new());
    let request = Request::untyped(&schema, &operation, &Arguments::new(), &selection);
    let without = |places: &[(&str, &str, usize, usize)]| {
        let error = |(field, ty, line, column): &(&str, &str, usize, usize)| {
            json!({
                "message": format!("Cannot query field \"{field}\" on type \"{ty}\"."),
                "locations": [{ "line": line, "column": column }],
            })
        };
        let errors: Vec<_> = places.iter().map(error).collect();
        let refused = request.read(400, json!({ "errors": errors }).to_string()).unwrap_err();
        let (adapted, lacking) = request.adapted(&refused)?;
        let words: Vec<&str> = adapted.document().split_whitespace().collect();
        Some((words.join(" "), lacking))
    };
    let document = "query thing {\n  thing {\n    id\n    note\n    part {\n      id\n      note\n    }\n    extra\n  }\n}";
    assert_eq!(request.document(), document);
    let (left, lacking) = without(&[("note", "Part", 7, 7)]).unwrap();
    assert_eq!(left, "query thing { thing { id note part { id } extra } }");
    assert_eq!(lacking, ["Part.note"]);
    // A field inside an object that is left out is left out with it, even if the server names both.
    let (left, _) =
        without(&[("part", "Thing", 5, 5), ("note", "Part", 7, 7), ("note", "Thing", 4, 5)])
            .unwrap();
    assert_eq!(left, "query thing { thing { id extra } }");
    assert!(without(&[("extra", "Thing", 9, 5)]).is_none());
    assert!(without(&[("id", "Part", 6, 7)]).is_none());
    assert!(without(&[("note", "Thing", 4, 5), ("extra", "Thing", 9, 5)]).is_none());
}
