//! A request is plain data: document, variables, and how to read the answer.

mod adapt;
mod operation;
mod untyped;

use std::borrow::Cow;
use std::fmt;
use std::sync::Arc;

use serde::Serialize;
use serde_json::{Map, Value};

use crate::answer::{Decoded, decode};
use crate::document::{Document, Key};
use crate::schema::OperationKind;
use crate::secrets::SecretValues;
use crate::select::{One, Opt, Path, Seed, Select};
pub use operation::{Operation, OperationSecrets, Root, RootField};

/// A request whose answer is read as `T`.
///
/// It does not name the builder that made it, so requests with the same answer can share a `Vec`. Async
/// calls, dry runs and tests take the same value.
pub struct Request<T> {
    prepared: Prepared,
    decode: Arc<Decode<T>>,
}

/// All of a request that does not depend on what its answer is read as.
#[derive(Clone)]
struct Prepared {
    kind: OperationKind,
    document: Document,
    /// Whether running it twice has the effect of running it once.
    idempotent: bool,
    /// The names of arguments and input fields whose values must not be shown.
    secrets: Vec<Cow<'static, str>>,
    /// Whether default selections read a key that is missing as null, where it may be.
    lenient: bool,
}

impl Prepared {
    /// Whether it is `idempotent` is a question of mutations alone: nothing else writes.
    fn new(
        kind: OperationKind,
        document: Document,
        idempotent: bool,
        secrets: Vec<Cow<'static, str>>,
    ) -> Self {
        let idempotent = kind != OperationKind::Mutation || idempotent;
        Prepared { kind, document, idempotent, secrets, lenient: false }
    }
}

type Decode<T> = dyn Fn(&str, &Path) -> Result<Decoded<T>, serde_json::Error> + Send + Sync;

impl<T> Request<T> {
    /// Query, mutation or subscription.
    pub fn kind(&self) -> OperationKind {
        self.prepared.kind
    }

    /// The response keys of the root fields, in order.
    pub fn fields(&self) -> &[Key] {
        &self.prepared.document.fields
    }

    /// The GraphQL document. It holds no values: those are in [`variables`](Self::variables).
    pub fn document(&self) -> &str {
        &self.prepared.document.text
    }

    /// Exactly the arguments that were set.
    pub fn variables(&self) -> &Map<String, Value> {
        &self.prepared.document.variables
    }

    /// Whether running it twice has the effect of running it once: a query always, mutations when the schema's
    /// overlay says so of each.
    pub fn idempotent(&self) -> bool {
        self.prepared.idempotent
    }

    /// The JSON body of the HTTP request.
    pub fn body(&self) -> String {
        #[derive(Serialize)]
        struct Body<'a> {
            query: &'a str,
            variables: &'a Map<String, Value>,
        }
        let body = Body { query: self.document(), variables: self.variables() };
        let mut text = Vec::with_capacity(self.document().len() * 5 / 4 + 128);
        serde_json::to_writer(&mut text, &body).expect("text and JSON values are JSON");
        String::from_utf8(text).expect("serde_json writes UTF-8")
    }

    /// The same request, whose answer comes with the body that it was read from: as the server wrote it, with what
    /// is in it beside the data.
    pub fn with_body(self) -> Request<(T, String)>
    where
        T: 'static,
    {
        let Request { prepared, decode } = self;
        let decode = move |answer: &str, at: &Path| {
            let Decoded { data, plain } = decode(answer, at)?;
            Ok(Decoded { data: data.map(|data| (data, answer.to_owned())), plain })
        };
        Request { prepared, decode: Arc::new(decode) }
    }

    /// A request whose answer is read as `X` selects, by its plan.
    fn of_selection<S: 'static, X: Select<S, Out = T> + 'static>(
        prepared: Prepared,
        plan: X::Plan,
    ) -> Self {
        let decode = move |answer: &str, at: &Path| {
            decode(Seed::<S, X, Opt<One>>::new(&plan, at), at, answer)
        };
        Request { prepared, decode: Arc::new(decode) }
    }

    /// The values that must not be shown.
    pub(crate) fn secrets(&self) -> SecretValues<'_> {
        SecretValues::new(self.variables(), &self.prepared.secrets)
    }

    /// Reads a whole answer in one pass.
    ///
    /// # Errors
    ///
    /// When it is no JSON, or does not fit what was selected; `at` then holds the path.
    pub(crate) fn decode(&self, answer: &str, at: &Path) -> Result<Decoded<T>, serde_json::Error> {
        (self.decode)(answer, at)
    }
}

impl<T> Clone for Request<T> {
    fn clone(&self) -> Self {
        Request { prepared: self.prepared.clone(), decode: Arc::clone(&self.decode) }
    }
}

/// Shows the document. Variables stay hidden: they may hold secrets.
impl<T> fmt::Debug for Request<T> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter
            .debug_struct("Request")
            .field("document", &self.document())
            .finish_non_exhaustive()
    }
}
