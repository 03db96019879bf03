//! Several operations in one request, and one operation page by page.

use futures_util::StreamExt as _;

use crate::arguments::Arguments;
use crate::client::Client;
use crate::error::ErrorKind;
use crate::outcome::Outcome;
use crate::request::{Operation as _, Root, kind};
use crate::select::{Leaf, List, Nested, One, Opt};
use crate::transport::{Canned, Reply};

struct Mutation;
struct Query;
struct Item;

impl Root for Mutation {
    type Kind = kind::Mutation;
}

impl Root for Query {
    type Kind = kind::Query;
}

fn make(label: &str) -> Nested<Mutation, Item, One, Leaf<Item, String>> {
    let mut arguments = Arguments::new();
    arguments.set("label", "String!", label.into());
    Nested::new("make", arguments, Leaf::new("id"))
}

fn client(canned: &Canned) -> Client {
    Client::builder("").transport(canned.clone()).retries(0).build().unwrap()
}

#[tokio::test]
async fn a_list_of_operations_is_one_request() {
    let canned =
        Canned::always(r#"{"data":{"make__3":{"id":"3"},"make":{"id":"1"},"make__2":{"id":"2"}}}"#);
    let made = client(&canned).send(vec![make("a"), make("b"), make("c")]).await.unwrap();
    assert_eq!(made, ["1", "2", "3"]);
    let [request] = &canned.received()[..] else { panic!("{canned:?}") };
    assert_eq!(
        request.variables(),
        serde_json::json!({"label": "a", "label__2": "b", "label__3": "c"})
    );
    let expected =
        "mutation make_make__2_make__3($label: String!, $label__2: String!, $label__3: String!) {
  make(label: $label) {
    id
  }
  make__2: make(label: $label__2) {
    id
  }
  make__3: make(label: $label__3) {
    id
  }
}";
    assert_eq!(request.document(), expected);

    let missing = Canned::always(r#"{"data":{"make":{"id":"1"}}}"#);
    let error = client(&missing).send(vec![make("a"), make("b")]).await.unwrap_err();
    assert!(error.summary().contains("`make__2` was selected"), "{}", error.summary());
}

#[tokio::test]
async fn each_operation_of_a_list_has_its_outcome() {
    let canned = Canned::always(
        r#"{"errors":[{"message":"no","path":["make__2"],"extensions":{"code":"FORBIDDEN"}}],
            "data":{"make":{"id":"1"},"make__2":null}}"#,
    );
    let partial = client(&canned).send_partial(vec![make("a"), make("b")]).await.unwrap();
    assert_eq!(partial.data, [Some("1".to_owned()), None]);
    assert_eq!(partial.outcomes, [Outcome::Done, Outcome::Refused]);
}

#[tokio::test]
async fn an_empty_list_is_not_sent() {
    let canned = Canned::in_order([]);
    let none = || Vec::from_iter(None::<&str>.map(make));
    assert!(none().request().is_empty() && !vec![make("a")].request().is_empty());
    assert!(client(&canned).send(none()).await.unwrap().is_empty());
    assert!(client(&canned).send_partial(none()).await.unwrap().data.is_empty());
}

/// Three pages of two items, by the id of the last item.
fn server() -> Canned {
    Canned::new(|request| {
        let after = request.variables()["after"].as_u64().unwrap_or(0);
        let ids: Vec<u64> = (after + 1..=5).take(2).collect();
        let items: Vec<_> = ids.iter().map(|id| serde_json::json!({ "id": id })).collect();
        Ok(Reply::new(200, serde_json::json!({ "data": { "items": items } }).to_string()))
    })
}

type Items = Nested<Query, Item, Opt<List<One>>, Leaf<Item, u64>>;

fn items(after: Option<u64>) -> Items {
    let mut arguments = Arguments::new();
    after.into_iter().for_each(|after| arguments.set("after", "Int", after.into()));
    Items::new("items", arguments, Leaf::new("id"))
}

#[tokio::test]
async fn pages_come_until_no_cursor_does() {
    let canned = server();
    let pages = client(&canned).pages(items, |page| page.as_ref()?.last().copied());
    let pages: Vec<_> = pages.map(|page| page.unwrap().unwrap()).collect().await;
    assert_eq!(pages, [vec![1, 2], vec![3, 4], vec![5], vec![]]);
    // Only the pages that are taken are requested.
    let canned = server();
    let mut pages = Box::pin(client(&canned).pages(items, |page| page.as_ref()?.last().copied()));
    assert!(canned.received().is_empty());
    pages.next().await.unwrap().unwrap();
    assert_eq!(canned.received().len(), 1);
}

#[tokio::test]
async fn pages_that_never_end_are_an_error_and_an_error_ends_them() {
    let stuck = Canned::always(r#"{"data":{"items":[{"id":7}]}}"#);
    let broken = Canned::in_order([
        Ok(Reply::new(200, r#"{"data":{"items":[{"id":1}]}}"#)),
        Ok(Reply::new(500, "oops")),
    ]);
    for (canned, kind) in [(stuck, ErrorKind::Decode), (broken, ErrorKind::Foreign { status: 500 })]
    {
        let pages = client(&canned).pages(items, |page| page.as_ref()?.last().copied());
        let pages: Vec<_> = pages.collect().await;
        let [Ok(_), Err(error)] = &pages[..] else { panic!("{pages:?}") };
        assert_eq!(error.kind(), kind, "{error}");
        assert_eq!(canned.received().len(), 2);
    }
}

#[test]
fn pages_can_be_sent_to_another_thread() {
    fn sent<T: Send>(stream: T) -> T {
        stream
    }
    let canned = server();
    drop(sent(client(&canned).pages(items, |page| page.as_ref()?.last().copied())));
}
