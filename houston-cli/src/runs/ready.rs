//! A row that will be sent.

use std::borrow::Cow;

use houston_client::arguments::Arguments;
use houston_client::request::Request;
use houston_client::schema::Operation;
use jiff::Timestamp;
use serde_json::value::RawValue;

use super::told::beside;
use super::turns::Turn;
use super::watch::scope;
use crate::call::Call;
use crate::call::attempt::{Attempt, Found};
use crate::call::steps::Steps;

/// A row that will be sent.
pub(crate) struct Ready<'w> {
    pub(super) call: Call<'w>,
    /// Held until the row has ended.
    pub(super) _turn: Option<Turn>,
    /// The operation with the facts of a call with these arguments.
    pub(super) operation: Cow<'w, Operation>,
    pub(super) arguments: Arguments,
    pub(super) request: Request<Box<RawValue>>,
    pub(super) attempt: Attempt,
    pub(super) scope: String,
    pub(super) notes: Vec<String>,
    /// When an earlier run first sent it, if it may have run.
    pub(super) first: Option<Timestamp>,
}

impl<'w> Ready<'w> {
    /// A row with all its arguments, and what look-ups found for it.
    pub(super) fn new(
        call: Call<'w>,
        steps: Steps<'_>,
        operation: Cow<'w, Operation>,
        arguments: Arguments,
        (found, turn): (Vec<Found>, Option<Turn>),
    ) -> Self {
        let beside = beside(call.schema, call.operation);
        let request = Request::untyped_beside(
            call.schema,
            call.operation,
            &arguments,
            steps.selection,
            beside,
        );
        let others = arguments.iter().count() > found.len();
        let attempt = Attempt { merge: steps.merges, found, others, sent: Timestamp::now() };
        let scope = scope(call.operation, &arguments);
        let (notes, first) = (Vec::new(), None);
        Ready { call, _turn: turn, operation, arguments, request, attempt, scope, notes, first }
    }
}
