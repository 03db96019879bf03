use std::marker::PhantomData;

use serde_json::Value;

use super::fingerprint::Fingerprint;
use super::worker::{End, Past, Prepared, State, Worker};
use crate::client::Client;
use crate::error::Error;
use crate::request::{Operation, Request};

/// A [`Worker`] that sends one operation for each row; [`requests`] creates it.
#[must_use]
pub struct Requests<'c, R, F, T> {
    client: &'c Client,
    operation: F,
    note: Option<Box<Note<'c, T>>>,
    rerun_unknown: bool,
    rows: PhantomData<fn(&R)>,
}

type Note<'c, T> = dyn Fn(&T) -> Value + Send + Sync + 'c;

/// Creates a worker that sends the operation that this function returns for a row. It must return the same operation
/// for the same row. The journal knows a row by the document and the variables without secret values.
///
/// A mutation that may have run in an earlier run is not sent again, unless it is
/// [idempotent](Request::idempotent): its state is [`State::Unknown`].
pub fn requests<R, F, O>(client: &Client, operation: F) -> Requests<'_, R, F, O::Output>
where
    F: Fn(&R) -> O,
    O: Operation,
{
    Requests { client, operation, note: None, rerun_unknown: false, rows: PhantomData }
}

impl<'c, R, F, T> Requests<'c, R, F, T> {
    /// Sets what the journal keeps of an answer, such as the new id: no secrets. A later run has it in
    /// [`Report::past`](super::Report::past).
    pub fn note(mut self, note: impl Fn(&T) -> Value + Send + Sync + 'c) -> Self {
        self.note = Some(Box::new(note));
        self
    }

    /// Sends mutations again that may have run in an earlier run.
    pub fn rerun_unknown(mut self, rerun: bool) -> Self {
        self.rerun_unknown = rerun;
        self
    }
}

impl<R, F, O> Worker for Requests<'_, R, F, O::Output>
where
    F: Fn(&R) -> O,
    O: Operation,
{
    type Row = R;
    type Ready = Request<O::Output>;
    type Label = ();
    type Output = Result<O::Output, Error>;

    fn fingerprint(&self, row: &R) -> Fingerprint {
        let request = (self.operation)(row).request();
        let given = Value::Object(request.secrets().left_out(request.variables()));
        Fingerprint::of(format!("{}\n{given}", request.document()))
    }

    fn label(&self, _: &R) {}

    async fn prepare(&self, row: R, past: &Past) -> Prepared<Self::Ready, Self::Output> {
        let ready = (self.operation)(&row).request();
        let may_have_run =
            matches!(past, Past::Open { .. } | Past::Ended { state: State::Unknown, .. });
        if may_have_run && !self.rerun_unknown && !ready.idempotent() {
            return Prepared::Decided(End::new(State::Unknown, None));
        }
        Prepared::Ready { ready, note: None }
    }

    async fn send(&self, ready: Self::Ready) -> End<Self::Output> {
        let result = self.client.send(ready).await;
        let state = result.as_ref().map_or_else(|error| error.outcome().into(), |_| State::Done);
        let note = result.as_ref().ok().zip(self.note.as_ref()).map(|(answer, note)| note(answer));
        End { note, weight: size_of::<O::Output>(), ..End::new(state, result) }
    }
}
