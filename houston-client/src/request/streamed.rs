use super::{OneField, Request, Root, RootField, kind};
use crate::select::Fields;

/// Anything whose events come as a stream: a builder of a subscription whose required arguments are all set, the result
/// of its `select`, or a [`Request`] of a subscription.
#[diagnostic::on_unimplemented(
    message = "this has no events",
    label = "not a subscription",
    note = "queries and mutations have one answer: `Client::send` returns it"
)]
pub trait Streamed {
    /// The type of an event.
    type Output;

    /// Returns the request that starts the subscription.
    fn streamed(self) -> Request<Self::Output>;
}

impl<F> Streamed for F
where
    F: RootField<Root: Root<Kind = kind::Subscription>, Selection: OneField>,
{
    type Output = <F::Selection as Fields>::Out;

    fn streamed(self) -> Request<Self::Output> {
        Request::subscription(self)
    }
}

/// Returned unchanged: a request already determines how its events are read.
#[diagnostic::do_not_recommend]
impl<T> Streamed for Request<T> {
    type Output = T;

    fn streamed(self) -> Request<T> {
        self
    }
}
