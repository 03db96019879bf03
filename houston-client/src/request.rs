//! A request is plain data: document, variables, and how to read the answer.

use std::fmt;
use std::sync::Arc;

use serde::de::DeserializeOwned;
use serde_json::value::RawValue;
use serde_json::{Map, Value};

use crate::arguments::Arguments;
use crate::document::{Doc, Key};
use crate::schema::{self, OperationKind};
use crate::select::{Leaf, Nested, Path, Select, Wrap, read_answer};
use crate::selection::Selection;

/// A request whose answer is read as `T`.
///
/// It does not name the builder that made it, so requests with the same answer can share a `Vec`. Async
/// calls, dry runs and tests take the same value.
pub struct Request<T> {
    kind: OperationKind,
    fields: Vec<Key>,
    document: String,
    variables: Map<String, Value>,
    decode: Arc<Decode<T>>,
}

/// Reads a whole answer in one pass: `None` when it is not data alone.
type Decode<T> = dyn Fn(&str, &Path) -> Result<Option<T>, serde_json::Error> + Send + Sync;

impl<T> Request<T> {
    /// Query, mutation or subscription.
    pub fn kind(&self) -> OperationKind {
        self.kind
    }

    /// The response keys of the root fields, in order.
    pub fn fields(&self) -> &[Key] {
        &self.fields
    }

    /// The GraphQL document. It holds no values: those are in [`variables`](Self::variables).
    pub fn document(&self) -> &str {
        &self.document
    }

    /// Exactly the arguments that were set.
    pub fn variables(&self) -> &Map<String, Value> {
        &self.variables
    }

    /// The JSON body of the HTTP request.
    pub fn body(&self) -> String {
        let body = serde_json::json!({ "query": self.document, "variables": self.variables });
        body.to_string()
    }

    /// Reads a whole answer in one pass. `None` when it holds errors, or no data: then somebody has to
    /// look closer.
    ///
    /// # Errors
    ///
    /// When it is no JSON, or does not fit what was selected; `at` then holds the path.
    pub(crate) fn decode(&self, answer: &str, at: &Path) -> Result<Option<T>, serde_json::Error> {
        (self.decode)(answer, at)
    }
}

impl<T> Clone for Request<T> {
    fn clone(&self) -> Self {
        Request {
            kind: self.kind,
            fields: self.fields.clone(),
            document: self.document.clone(),
            variables: self.variables.clone(),
            decode: Arc::clone(&self.decode),
        }
    }
}

/// Shows the document. Variables stay hidden: they may hold secrets.
impl<T> fmt::Debug for Request<T> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.debug_struct("Request").field("document", &self.document).finish_non_exhaustive()
    }
}

/// A root type of the schema: generated for Query, Mutation and Subscription.
pub trait Root {
    /// Which of them it is.
    const KIND: OperationKind;
}

/// Anything that can be sent: a builder whose required arguments are all set, a selected field, a request.
pub trait Operation {
    /// What the answer is read as.
    type Output;

    /// The request to send.
    fn request(self) -> Request<Self::Output>;
}

impl<T> Operation for Request<T> {
    type Output = T;

    fn request(self) -> Request<T> {
        self
    }
}

impl<R, C, W, X> Operation for Nested<R, C, W, X>
where
    R: Root + 'static,
    C: 'static,
    W: Wrap + 'static,
    X: Select<C> + 'static,
{
    type Output = W::Of<X::Out>;

    fn request(self) -> Request<Self::Output> {
        let (doc, plan) = write_root(|doc| self.write(doc));
        let key = plan.0.clone();
        Request::new::<R, Self>(R::KIND, key, doc, plan)
    }
}

impl<R: Root + 'static, T: DeserializeOwned + 'static> Operation for Leaf<R, T> {
    type Output = T;

    fn request(self) -> Request<T> {
        let (doc, plan) = write_root(|doc| self.write(doc));
        Request::new::<R, Self>(R::KIND, plan.clone(), doc, plan)
    }
}

impl Request<Box<RawValue>> {
    /// A request that was put together at run time: an operation of the schema table, the arguments that
    /// are set, and what is selected on its result. The answer is the JSON text of the root field.
    pub fn untyped(
        operation: &schema::Operation,
        arguments: &Arguments,
        selection: &Selection,
    ) -> Self {
        let (doc, key) = write_root(|doc| {
            let key = doc.field(&operation.name, arguments);
            selection.write(doc);
            key
        });
        Request::new::<(), Leaf<(), Box<RawValue>>>(operation.kind, key.clone(), doc, key)
    }
}

impl<T> Request<T> {
    /// A request for one root field, `X`, that was written into `doc`.
    fn new<S: 'static, X: Select<S, Out = T> + 'static>(
        kind: OperationKind,
        key: Key,
        doc: Doc,
        plan: X::Plan,
    ) -> Self {
        let (document, variables) = doc.finish(kind, &key);
        let decode: Arc<Decode<T>> =
            Arc::new(move |answer, at| read_answer::<S, X>(&plan, at, answer));
        Request { kind, fields: vec![key], document, variables, decode }
    }
}

fn write_root<P>(write: impl FnOnce(&mut Doc) -> P) -> (Doc, P) {
    let mut doc = Doc::default();
    let plan = doc.selection_set(write);
    (doc, plan)
}
