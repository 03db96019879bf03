use std::borrow::Cow;

use super::{Prepared, Request};
use crate::document::Doc;
use crate::schema::OperationKind;
use crate::select::{Leaf, Nested, Read, Select, Wrap};

/// A root type of the schema: generated for Query, Mutation and Subscription.
#[diagnostic::on_unimplemented(
    message = "a field of `{Self}` cannot be sent",
    label = "no query, mutation or subscription",
    note = "send an operation, and select this on its result"
)]
pub trait Root {
    /// Which of them it is.
    const KIND: OperationKind;

    /// Its fields that have, run twice, the effect of running once. For mutations: queries have none.
    const IDEMPOTENT: &'static [&'static str] = &[];

    /// What of the arguments of its fields must not be shown.
    const SECRETS: &'static [OperationSecrets] = &[];
}

/// An operation, and the names of its arguments, and of input fields at any depth below them, whose values must not be
/// shown.
pub type OperationSecrets = (&'static str, &'static [&'static str]);

/// Anything that can be sent: a builder whose required arguments are all set, a selected field, a tuple of
/// either, a request.
///
/// A tuple of up to eight fields of one root becomes one document: one round trip, and a tuple of answers. The
/// mutations of a document run in order. The second field of a name has the response key `name__2`. A [`Request`] is
/// a document already, and no part of a tuple.
///
/// To look at a document without sending it, bring this trait into scope: `builder.request()` has the
/// [`document`](Request::document) and its [`variables`](Request::variables).
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be sent",
    label = "no operation, and no tuple of queries or of mutations",
    note = "of a tuple, a required argument of an operation may be missing: what is missing is said where it is sent alone"
)]
pub trait Operation {
    /// What the answer is read as.
    type Output;
    /// The same, with `None` for each root field that may be missing from a partial answer.
    type Partial;

    /// The request to send.
    fn request(self) -> Request<Self::Output>;

    /// The request to send when a part of an answer is better than none.
    fn partial_request(self) -> Request<Self::Partial>;
}

/// A field of a root type with all that it needs: a builder, or what its `select` made.
pub trait RootField {
    /// The root type.
    type Root: Root + 'static;
    /// The field, selected.
    type Selection: Select<Self::Root> + 'static;
    /// The field, selected, when its result may be missing.
    type Partial: Select<Self::Root> + 'static;

    /// The field, selected.
    fn selection(self) -> Self::Selection;

    /// The field, selected, when its result may be missing.
    fn partial_selection(self) -> Self::Partial;
}

type Out<S, R> = <S as Select<R>>::Out;

impl<F: RootField> Operation for F {
    type Output = Out<F::Selection, F::Root>;
    type Partial = Out<F::Partial, F::Root>;

    fn request(self) -> Request<Self::Output> {
        Request::typed::<F::Root, _>(&self.selection())
    }

    fn partial_request(self) -> Request<Self::Partial> {
        Request::typed::<F::Root, _>(&self.partial_selection())
    }
}

/// As it is: a request has decided already how it reads its answer.
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

macro_rules! tuples { ($($first:ident $zero:tt $($field:ident $index:tt)*;)+) => { $(
    #[diagnostic::do_not_recommend]
    impl<R: Root + 'static, $first, $($field),*> Operation for ($first, $($field,)*)
    where
        $first: RootField<Root = R>,
        $($field: RootField<Root = R>,)*
    {
        type Output = (Out<$first::Selection, R>, $(Out<$field::Selection, R>,)*);
        type Partial = (Out<$first::Partial, R>, $(Out<$field::Partial, R>,)*);

        fn request(self) -> Request<Self::Output> {
            let fields = (self.$zero.selection(), $(self.$index.selection(),)*);
            Request::typed::<R, _>(&fields)
        }

        fn partial_request(self) -> Request<Self::Partial> {
            let fields = (self.$zero.partial_selection(), $(self.$index.partial_selection(),)*);
            Request::typed::<R, _>(&fields)
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

impl<R, C, W, X> RootField for Nested<R, C, W, X>
where
    R: Root + 'static,
    C: 'static,
    W: Wrap + 'static,
    X: Select<C> + 'static,
{
    type Root = R;
    type Selection = Self;
    type Partial = Nested<R, C, W::Nullable, X>;

    fn selection(self) -> Self {
        self
    }

    fn partial_selection(self) -> Self::Partial {
        self.nullable()
    }
}

impl<R, T, H> RootField for Leaf<R, T, H>
where
    R: Root + 'static,
    T: 'static,
    H: Read<T> + Read<Option<T>> + 'static,
{
    type Root = R;
    type Selection = Self;
    type Partial = Leaf<R, Option<T>, H>;

    fn selection(self) -> Self {
        self
    }

    fn partial_selection(self) -> Self::Partial {
        self.nullable()
    }
}

impl<T> Request<T> {
    /// A request for what `fields` selects on a root type.
    fn typed<R: Root + 'static, X: Select<R, Out = T> + 'static>(fields: &X) -> Self {
        let mut doc = Doc::default();
        let plan = doc.selection_set(|doc| fields.write(doc));
        let document = doc.finish(R::KIND);
        let sends = |operation: &&str| document.names.iter().any(|name| name == operation);
        let idempotent = document.names.iter().all(|name| R::IDEMPOTENT.contains(&name.as_ref()));
        let secrets = R::SECRETS.iter().filter(|(operation, _)| sends(operation));
        let secrets = secrets.flat_map(|(_, secrets)| *secrets).map(|name| Cow::Borrowed(*name));
        let secrets = secrets.collect();
        Self::of_selection::<R, X>(Prepared::new(R::KIND, document, idempotent, secrets), plan)
    }
}
