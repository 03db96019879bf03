use std::sync::OnceLock;

use super::decoded::Decoded;
use super::depth;
use super::graphql::{self, Answer, GraphQlError};
use super::partial::Partial;
use super::pointer;
use crate::error::{ANSWER, Context, Error};
use crate::outcome::{Event, Outcome, classify, known_error, worst};
use crate::request::Request;
use crate::schema::OperationKind;
use crate::secrets::Secrets;
use crate::transport::{Failure, Reply};

impl<T> Request<T> {
    /// Reads an answer to this request that you received without a [`Client`](crate::Client). The outcomes are
    /// those that a client would report, but the error's texts may contain your token, which is unknown here.
    ///
    /// Pass the whole body, decompressed. The known texts of the request's schema prove that a mutation had no effect. If
    /// no answer arrived, judge that yourself: see [`Failure`].
    ///
    #[cfg_attr(feature = "houston", doc = "```")]
    #[cfg_attr(not(feature = "houston"), doc = "```ignore")]
    /// # use houston_client::{mutation, object::workspace, request::Operation, Outcome};
    /// let request = mutation::create_workspace().label("Data").select(workspace::id).request();
    /// let sent = request.body();
    /// # assert!(sent.contains("createWorkspace"));
    /// assert_eq!(request.read(200, r#"{"data":{"createWorkspace":{"id":"ck1"}}}"#).unwrap(), "ck1");
    /// assert_eq!(request.read(502, "Bad Gateway").unwrap_err().outcome(), Outcome::Unknown);
    /// ```
    ///
    /// # Errors
    ///
    /// Fails if the whole result is not there. [`Error::outcome`] tells whether the operation had an effect.
    pub fn read(&self, status: u16, body: impl Into<Vec<u8>>) -> Result<T, Error> {
        self.own_reader().whole(Ok(Reply::new(status, body)))
    }

    /// Reads a partial answer, for [`Operation::partial_request`](crate::request::Operation::partial_request).
    ///
    /// # Errors
    ///
    /// Fails if no root field arrived.
    pub fn read_partial(&self, status: u16, body: impl Into<Vec<u8>>) -> Result<Partial<T>, Error> {
        self.own_reader().partial(Ok(Reply::new(status, body)))
    }

    fn own_reader(&self) -> AnswerReader<'_, T> {
        AnswerReader::new(self, Secrets::default(), None)
    }
}

/// Reads the answer to a request, in the same way for every client and transport.
pub(crate) struct AnswerReader<'a, T> {
    request: &'a Request<T>,
    context: Context<'a>,
}

/// The data of a GraphQL answer, with or without errors.
enum Received<T> {
    /// Only data.
    Whole(T),
    /// Data that matches the request, with errors.
    Part { data: T, answer: Answer, reply: Box<Reply>, outcomes: Vec<Outcome> },
}

impl<'a, T> AnswerReader<'a, T> {
    pub(crate) fn new(
        request: &'a Request<T>,
        secrets: Secrets<'a>,
        server: Option<&'a str>,
    ) -> Self {
        let (operation, fields, added) = (request.kind(), request.fields(), request.added());
        let secrets = Secrets { values: request.secrets(), ..secrets };
        let (operations, facts) = (request.operations(), request.facts());
        let redaction = OnceLock::new();
        let context =
            Context { operation, operations, fields, added, secrets, redaction, facts, server };
        AnswerReader { request, context }
    }

    /// Returns the whole result.
    pub(crate) fn whole(&self, reply: Result<Reply, Failure>) -> Result<T, Error> {
        match self.read(reply)? {
            Received::Whole(data) => Ok(data),
            Received::Part { reply, answer, outcomes, .. } => {
                Err(self.context.graphql(worst(&outcomes), *reply, answer))
            }
        }
    }

    /// Returns the part of the result that arrived. Fails if no root field did.
    pub(crate) fn partial(&self, reply: Result<Reply, Failure>) -> Result<Partial<T>, Error> {
        match self.read(reply)? {
            Received::Whole(data) => {
                let outcomes = vec![Outcome::Done; self.request.fields().len()];
                Ok(Partial { data, errors: Vec::new(), outcomes })
            }
            Received::Part { data, answer, outcomes, .. }
                if outcomes.iter().any(|one| *one <= Outcome::Partial) =>
            {
                let errors = self.context.redacted(answer.into_parts().1);
                Ok(Partial { data, errors, outcomes })
            }
            Received::Part { reply, answer, outcomes, .. } => {
                Err(self.context.graphql(worst(&outcomes), *reply, answer))
            }
        }
    }

    /// Reads an event of a subscription, which is an answer as well.
    #[cfg(feature = "subscriptions")]
    pub(crate) fn event(&self, text: &str) -> Result<T, Error> {
        let is_plain = !depth::is_too_deep(text.as_bytes());
        match is_plain.then(|| self.request.decode(text, &self.request.path())) {
            Some(Ok(Decoded { data: Some(result), plain: true })) => Ok(result),
            _ if is_plain && Answer::read(text.as_bytes()).is_err() => {
                let nothing = Answer::default();
                Err(self.context.graphql(Outcome::Unknown, Reply::new(200, text), nothing))
            }
            _ => self.whole(Ok(Reply::new(200, text))),
        }
    }

    /// The error for a request without an answer.
    pub(crate) fn failed(&self, failure: Failure) -> Error {
        let event = match failure {
            Failure::NotConnected(_) => Event::NotConnected,
            Failure::Lost(_) => Event::Lost,
        };
        self.context.failed(worst(&self.judge(event)), failure)
    }

    /// The error for a reply that opens no WebSocket.
    #[cfg(feature = "subscriptions")]
    pub(crate) fn not_upgraded(&self, reply: Reply) -> Error {
        // What answers like a web server does not know WebSockets.
        let outcome = match reply.status {
            200..=299 => Outcome::Refused,
            status => worst(&self.judge(Event::Foreign { status })),
        };
        self.context.foreign(outcome, reply, "a WebSocket", 0)
    }

    /// The error for a list of errors in JSON, with which the server refuses a subscription.
    #[cfg(feature = "subscriptions")]
    pub(crate) fn refused(&self, errors: &str) -> Error {
        let reply = Reply::new(200, format!(r#"{{"errors":{errors}}}"#));
        match Answer::read(&reply.body) {
            Ok(answer) => self.context.graphql(Outcome::Refused, reply, answer),
            Err(_) => self.not_upgraded(reply),
        }
    }

    /// Returns a text of the server for one line, without secrets.
    #[cfg(feature = "subscriptions")]
    pub(crate) fn line(&self, text: &str) -> String {
        self.context.line(text)
    }

    fn judge(&self, event: Event<'_>) -> Vec<Outcome> {
        let context = &self.context;
        classify(context.operation, &event, context.fields, context.known())
    }

    /// Whether another token may help to get the parts of a query that are missing because of these errors.
    pub(crate) fn refuses_token(&self, errors: &[GraphQlError]) -> bool {
        let Context { operation, fields, .. } = self.context;
        operation != OperationKind::Mutation
            && known_error(errors, fields, self.context.known())
                .is_some_and(|row| row.is_of_token())
    }

    fn read(&self, reply: Result<Reply, Failure>) -> Result<Received<T>, Error> {
        let (request, context) = (self.request, &self.context);
        let judge = |event| self.judge(event);
        let reply = reply.and_then(depth::checked).map_err(|failure| self.failed(failure))?;
        let at = request.path();
        let decoded = graphql::text(&reply.body).map(|text| request.decode(text, &at));
        if let Ok(Ok(Decoded { data: Some(result), plain: true })) = decoded {
            return Ok(Received::Whole(result));
        }
        let Ok(answer) = Answer::read(&reply.body) else {
            let event = Event::Foreign { status: reply.status };
            let size = if reply.status == 413 { request.body().len() } else { 0 };
            return Err(context.foreign(worst(&judge(event)), reply, ANSWER, size));
        };
        let outcomes = judge(Event::Answer { status: reply.status, answer: &answer });
        match decoded {
            Ok(Ok(Decoded { data: Some(data), .. })) => {
                Ok(Received::Part { data, answer, reply: Box::new(reply), outcomes })
            }
            Ok(Err(error)) if answer.errors().is_empty() => {
                let text = graphql::text(&reply.body).unwrap_or_default();
                let pointer = pointer::of_error(text, at.json_pointer(), &error);
                Err(context.decode(worst(&outcomes), reply, answer, pointer, error))
            }
            // Data is missing because of an error, or there is no data at all.
            _ => Err(context.graphql(worst(&outcomes), reply, answer)),
        }
    }
}
