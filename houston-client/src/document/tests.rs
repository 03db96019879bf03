//! Fields that others need beside them.

use serde_json::json;

use crate::request::{Operation, Root, kind};
use crate::select::{Edge, Fragment, Leaf, List, Nested, One};

struct Query;
struct Pet;
struct Dog;
struct Cat;
struct Toy;

impl Root for Query {
    type Kind = kind::Query;
}

type Pets<X> = Nested<Query, Pet, List<One>, X>;

const URL: Leaf<Pet, String> = Leaf::new("url").needs(&["name", "id"]);
const NAME: Leaf<Pet, String> = Leaf::new("name");
const TOYS: Edge<Pet, Toy, List<One>> = Edge::new("toys").needs(&["id"]);
const COLOUR: Leaf<Toy, String> = Leaf::new("colour").needs(&["code"]);
const DOG: Fragment<Pet, Dog> = Fragment::new("Dog");
const CAT: Fragment<Pet, Cat> = Fragment::new("Cat");
const DOGS_URL: Leaf<Dog, String> = Leaf::new("dogUrl").needs(&["name"]);
const CATS_NAME: Leaf<Cat, String> = Leaf::new("name");

fn pets<X>(selection: X) -> Pets<X>
where
    X: crate::select::Select<Pet>,
{
    Nested::new("pets", crate::arguments::Arguments::new(), selection)
}

fn lines(document: &str) -> String {
    document.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The type that a variable is declared with, and the argument's type and value.
#[test]
fn variables_are_declared_as_strictly_as_their_values_allow() {
    let rows = [
        ("String!", "String", json!("a")),
        ("String!", "String!", json!("a")),
        ("String", "String", json!(null)),
        ("String!", "String!", json!(null)),
        ("[String!]!", "[String]", json!(["a", "b"])),
        ("[String!]!", "[String]", json!([])),
        ("[String]!", "[String]", json!(["a", null])),
        ("[String!]!", "[String!]", json!(["a"])),
        ("[String!]", "[String]", json!(null)),
        ("[String!]!", "[String]", json!("a")),
        ("[[Int!]!]!", "[[Int]]", json!([[1], []])),
        ("[[Int]!]!", "[[Int]]", json!([[1], [null]])),
        ("[[Int!]]!", "[[Int]]", json!([[1], null])),
        ("[[Int!]!]!", "[[Int]]", json!(7)),
        ("Thing!", "Thing", json!({"a": null})),
        ("JSON!", "JSON", json!([null])),
    ];
    for (declared, ty, value) in rows {
        let mut arguments = crate::arguments::Arguments::new();
        arguments.set("a", ty, value.clone());
        let pets: Pets<_> = Nested::new("pets", arguments, NAME);
        let document = pets.request().document().to_owned();
        let expected = format!("query pets($a: {declared}) {{");
        assert!(document.starts_with(&expected), "{ty} {value}: {document}");
    }
}

#[test]
fn needed_fields_are_added_once_and_at_the_end() {
    let request = pets((URL, TOYS.of((COLOUR, COLOUR)), URL)).request();
    assert_eq!(
        lines(request.document()),
        "query pets { pets { url toys { colour colour__2: colour code } url__2: url id name } }"
    );
    let request = pets((URL, NAME)).request();
    assert_eq!(lines(request.document()), "query pets { pets { url name id } }");
    let read = request.read(200, r#"{"data":{"pets":[{"url":"u","name":"n","id":7}]}}"#);
    assert_eq!(read.unwrap(), [("u".to_owned(), "n".to_owned())]);
}

#[test]
fn a_fragment_has_its_own_needs() {
    let request = pets((CAT.of(CATS_NAME), DOG.of(DOGS_URL))).request();
    assert_eq!(
        lines(request.document()),
        "query pets { pets { ... on Cat { __typename name } ... on Dog { __typename__2: __typename dogUrl name } } }"
    );
    let body = r#"{"data":{"pets":[{"__typename__2":"Dog","dogUrl":"u","name":"n"}]}}"#;
    assert_eq!(request.read(200, body).unwrap(), [(None, Some("u".to_owned()))]);
}

#[test]
fn a_part_of_an_answer_has_only_what_was_selected() {
    let request = pets((URL, TOYS.of(COLOUR))).request();
    let body = r#"{"errors":[{"message":"no","path":["pets",0,"url"]}],
        "data":{"pets":[{"url":null,"id":1,"name":"n","toys":[{"colour":"red","code":1.50}]}]}}"#;
    let error = request.read(200, body).unwrap_err();
    let kept = json!({"pets": [{"url": null, "toys": [{"colour": "red"}]}]});
    assert_eq!(error.data(), Some(&kept));
    let text = error.field_text("pets").unwrap();
    assert_eq!(text, r#"[{"url":null,"toys":[{"colour":"red"}]}]"#);
    assert!(error.body().is_some_and(|body| body.contains("1.50")));
}
