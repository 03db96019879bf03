//! A request as plain data: the document, the variables, and how to read the answer.

mod adapt;
mod field;
mod root;
#[cfg(feature = "subscriptions")]
mod streamed;
mod untyped;

use std::borrow::Cow;
use std::fmt;
use std::sync::Arc;

use serde_json::{Map, Value};

use crate::added::Added;
use crate::answer::{Decoded, decode};
use crate::document::{Doc, Document, Key};
use crate::json;
use crate::schema::OperationKind;
use crate::secrets::{SecretValues, Secrets};
use crate::select::{Fields, Leaf, Nested, One, Opt, Path, Seed};
use crate::token::Token;
pub(crate) use root::Facts;
pub use root::{AnsweredOnce, Kind, OperationSecrets, Root, kind};
#[cfg(feature = "subscriptions")]
pub use streamed::Streamed;

/// A request whose answer is read as `T`.
///
/// Its type does not depend on the builder, so requests with the same answer type fit in one `Vec`. Async calls,
/// dry runs and tests use the same value.
pub struct Request<T> {
    prepared: Arc<Prepared>,
    decode: Arc<Decode<T>>,
}

/// The parts of a request that do not depend on the type of its answer.
#[derive(Clone)]
struct Prepared {
    kind: OperationKind,
    document: Document,
    /// Whether running it twice has the same effect as running it once.
    idempotent: bool,
    /// The names of arguments and input fields whose values must not be shown.
    secrets: Vec<Cow<'static, str>>,
    /// Whether default selections read a missing key as null, if it may be null.
    lenient: bool,
    /// Whether there are no operations, so that the answer is known without a server.
    is_empty: bool,
    /// The schema that the request is made for.
    facts: Facts,
}

impl Prepared {
    /// Creates it. `idempotent` matters only for mutations, because nothing else writes.
    fn new(
        kind: OperationKind,
        document: Document,
        idempotent: bool,
        secrets: Vec<Cow<'static, str>>,
        facts: Facts,
    ) -> Self {
        let idempotent = kind != OperationKind::Mutation || idempotent;
        Prepared { kind, document, idempotent, secrets, lenient: false, is_empty: false, facts }
    }
}

type Decode<T> = dyn Fn(&str, &Path) -> Result<Decoded<T>, serde_json::Error> + Send + Sync;

impl<T> Request<T> {
    /// The kind of the operation: query, mutation or subscription.
    pub fn kind(&self) -> OperationKind {
        self.prepared.kind
    }

    /// The response keys of the root fields, in order.
    pub fn fields(&self) -> &[Key] {
        &self.prepared.document.fields
    }

    /// The names of the root fields, in the same order.
    pub fn operations(&self) -> &[Cow<'static, str>] {
        &self.prepared.document.names
    }

    /// The GraphQL document. It contains no values: those are in [`variables`](Self::variables).
    pub fn document(&self) -> &str {
        &self.prepared.document.text
    }

    /// The variables: exactly the arguments that were set.
    pub fn variables(&self) -> &Map<String, Value> {
        &self.prepared.document.variables
    }

    /// Whether running it twice has the same effect as running it once. This holds for every query, and for
    /// mutations if the schema's overlay says so for each of them.
    pub fn idempotent(&self) -> bool {
        self.prepared.idempotent
    }

    /// The JSON body of the HTTP request.
    pub fn body(&self) -> String {
        let mut text = String::with_capacity(self.document().len() * 5 / 4 + 128);
        text.push_str(r#"{"query":"#);
        json::quote(self.document(), &mut text);
        text.push_str(r#","variables":"#);
        let mut text = text.into_bytes();
        serde_json::to_writer(&mut text, self.variables()).expect("JSON values are JSON");
        text.push(b'}');
        String::from_utf8(text).expect("serde_json writes UTF-8")
    }

    /// The text without copies of the request's secret values and of these tokens, as they are and in the forms in which
    /// they can be recognized: with escapes, in hex, and in Base64.
    pub fn redacted(&self, text: &str, tokens: &[Token]) -> String {
        let secrets = Secrets { tokens, headers: &[], values: self.secrets() };
        secrets.redaction().of(text).into_owned()
    }

    /// Returns the same request, but its answer comes with the body that it was read from: as the server wrote it,
    /// including everything besides the data.
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

    /// Creates the request of a subscription, to read its document and variables.
    #[cfg_attr(
        feature = "subscriptions",
        doc = "[`Client::subscribe`](crate::Client::subscribe) takes the builder as well."
    )]
    pub fn subscription<F>(field: F) -> Self
    where
        F: RootField<Root: Root<Kind = kind::Subscription>>,
        F::Selection: Fields<Out = T> + OneField,
    {
        Self::typed::<F::Root, _>(field.selection())
    }

    /// Creates a request for the fields that `fields` selects on a root type.
    fn typed<R: Root, X: Fields<Out = T> + 'static>(fields: X) -> Self {
        let mut doc = Doc::default();
        let plan = doc.selection_set(|doc| fields.write(doc));
        let document = doc.finish(R::Kind::KIND);
        let sends = |operation: &&str| document.names.iter().any(|name| name == operation);
        let idempotent = document.names.iter().all(|name| R::IDEMPOTENT.contains(&name.as_ref()));
        let secrets = R::SECRETS.iter().filter(|(operation, _)| sends(operation));
        let secrets = secrets.flat_map(|(_, secrets)| *secrets).map(|name| Cow::Borrowed(*name));
        let (secrets, facts) = (secrets.collect(), Facts::Generated(R::schema));
        let is_empty = document.fields.is_empty();
        let prepared = Prepared::new(R::Kind::KIND, document, idempotent, secrets, facts);
        Self::of_selection::<X>(Prepared { is_empty, ..prepared }, plan)
    }

    /// Creates a request whose answer is read as `X` selects, with the plan of `X`.
    fn of_selection<X: Fields<Out = T> + 'static>(prepared: Prepared, plan: X::Plan) -> Self {
        let decode =
            move |answer: &str, at: &Path| decode(Seed::<X, Opt<One>>::new(&plan, at), at, answer);
        Request { prepared: Arc::new(prepared), decode: Arc::new(decode) }
    }

    /// Whether there are no operations: an empty `Vec`. A client then sends nothing.
    pub fn is_empty(&self) -> bool {
        self.prepared.is_empty
    }

    /// The values that must not be shown.
    pub(crate) fn secrets(&self) -> SecretValues<'_> {
        SecretValues::new(self.variables(), &self.prepared.secrets)
    }

    /// The facts of its schema.
    pub(crate) fn facts(&self) -> &Facts {
        &self.prepared.facts
    }

    /// The fields that are part of the document, but not of the answer.
    pub(crate) fn added(&self) -> &Added {
        &self.prepared.document.added
    }

    /// Reads a whole answer in one pass.
    ///
    /// # Errors
    ///
    /// Fails if the answer is not valid JSON, or does not match the selection; `at` then holds the path.
    pub(crate) fn decode(&self, answer: &str, at: &Path) -> Result<Decoded<T>, serde_json::Error> {
        (self.decode)(answer, at)
    }
}

impl<T> Clone for Request<T> {
    fn clone(&self) -> Self {
        Request { prepared: Arc::clone(&self.prepared), decode: Arc::clone(&self.decode) }
    }
}

/// Shows the document. Omits the variables, which may contain secrets.
impl<T> fmt::Debug for Request<T> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter
            .debug_struct("Request")
            .field("document", &self.document())
            .finish_non_exhaustive()
    }
}

/// Anything that can be sent: a builder whose required arguments are all set, a selected field, a tuple or a `Vec` of
/// either, or a [`Request`].
///
/// A tuple of up to eight fields of one root becomes one document: it takes one round trip and returns a tuple of
/// answers. A `Vec` of fields of one type does the same for any number of them, and returns a `Vec`; an empty one is not
/// sent. The mutations of a document run in order. The second field with the same name has the response key `name__2`. A
/// [`Request`] already is a document and cannot be part of a tuple.
///
/// A document has its limits: Houston up to 0.16 takes 100 kB, and one deadline covers all of it. Its fields fail one by
/// one: [`send_partial`](crate::Client::send_partial) tells the outcome of each.
///
/// To inspect a document without sending it, bring this trait into scope: `builder.request()` has the
/// [`document`](Request::document) and its [`variables`](Request::variables).
#[diagnostic::on_unimplemented(
    message = "this cannot be sent",
    label = "not an operation, a tuple of up to eight of one root, or a `Vec` of one type"
)]
pub trait Operation {
    /// The type of the answer.
    type Output;
    /// The type of a partial answer, with `None` for each root field that is missing.
    type Partial;

    /// Returns the request to send.
    fn request(self) -> Request<Self::Output>;

    /// Returns the request to send if a partial answer is acceptable.
    fn partial_request(self) -> Request<Self::Partial>;
}

/// A field of a root type with everything that it needs: a builder, or the result of its `select`; or a tuple of these.
#[diagnostic::on_unimplemented(
    message = "this cannot be sent",
    label = "not an operation; a `Request` already is a whole document"
)]
pub trait RootField {
    /// The root type.
    type Root: Root;
    /// The selected field.
    type Selection: OnRoot<Self::Root>;

    /// Returns the selected field.
    fn selection(self) -> Self::Selection;
}

/// The same root type: all fields of a document have one.
#[diagnostic::on_unimplemented(
    message = "queries and mutations go in separate requests",
    label = "a field of `{Self}` is among fields of `{R}`"
)]
pub trait SameRoot<R> {}

impl<R> SameRoot<R> for R {}

/// Selected fields of the root type `R`.
pub trait OnRoot<R>: Fields + 'static {
    /// The same, if results may be missing.
    type Partial: Fields + 'static;

    /// Returns the same fields, whose results may be missing.
    fn partial(self) -> Self::Partial;
}

/// One field of a root type, and not a tuple of several: GraphQL allows a subscription no more.
#[diagnostic::on_unimplemented(
    message = "a subscription has exactly one field",
    label = "several fields"
)]
pub trait OneField {}

impl<R, C, W, X> OneField for Nested<R, C, W, X> {}
impl<R, T, H> OneField for Leaf<R, T, H> {}

/// The selected fields of `F`, if their results may be missing.
type Partial<F> = <<F as RootField>::Selection as OnRoot<<F as RootField>::Root>>::Partial;

impl<F: RootField<Root: Root<Kind: AnsweredOnce>>> Operation for F {
    type Output = <F::Selection as Fields>::Out;
    type Partial = <Partial<F> as Fields>::Out;

    fn request(self) -> Request<Self::Output> {
        Request::typed::<F::Root, _>(self.selection())
    }

    fn partial_request(self) -> Request<Self::Partial> {
        Request::typed::<F::Root, _>(self.selection().partial())
    }
}

/// Returned unchanged: a request already determines how its answer is read.
#[diagnostic::do_not_recommend]
impl<T> Operation for Request<T> {
    type Output = T;
    type Partial = T;

    fn request(self) -> Request<T> {
        self
    }

    fn partial_request(self) -> Request<T> {
        self
    }
}

#[diagnostic::do_not_recommend]
impl<F: RootField<Root: Root<Kind: AnsweredOnce>>> Operation for Vec<F> {
    type Output = Vec<<F::Selection as Fields>::Out>;
    type Partial = Vec<<Partial<F> as Fields>::Out>;

    fn request(self) -> Request<Self::Output> {
        let fields: Vec<F::Selection> = self.into_iter().map(F::selection).collect();
        Request::typed::<F::Root, _>(fields)
    }

    fn partial_request(self) -> Request<Self::Partial> {
        let fields: Vec<Partial<F>> =
            self.into_iter().map(|field| field.selection().partial()).collect();
        Request::typed::<F::Root, _>(fields)
    }
}

macro_rules! tuples { ($($first:ident $zero:tt $($field:ident $index:tt)*;)+) => { $(
    impl<$first: RootField, $($field: RootField<Selection: OnRoot<$first::Root>>),*> RootField
        for ($first, $($field,)*)
    {
        type Root = $first::Root;
        type Selection = ($first::Selection, $($field::Selection,)*);

        fn selection(self) -> Self::Selection {
            (self.$zero.selection(), $(self.$index.selection(),)*)
        }
    }

    impl<R, $first: OnRoot<R>, $($field: OnRoot<R>),*> OnRoot<R> for ($first, $($field,)*) {
        type Partial = ($first::Partial, $($field::Partial,)*);

        fn partial(self) -> Self::Partial {
            (self.$zero.partial(), $(self.$index.partial(),)*)
        }
    }
)+ } }

tuples! {
    A 0;
    A 0 B 1;
    A 0 B 1 C 2;
    A 0 B 1 C 2 D 3;
    A 0 B 1 C 2 D 3 E 4;
    A 0 B 1 C 2 D 3 E 4 F 5;
    A 0 B 1 C 2 D 3 E 4 F 5 G 6;
    A 0 B 1 C 2 D 3 E 4 F 5 G 6 H 7;
}
