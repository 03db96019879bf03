use std::sync::LazyLock;

use super::decoded::Decoded;
use super::graphql::{self, Answer};
use super::partial::Partial;
use super::pointer;
use crate::error::{Context, Drift, Error};
#[cfg(feature = "houston")]
pub(crate) use crate::generated::{REFUSALS, SCHEMA};
use crate::outcome::{Event, Outcome, Refusal, classify, worst};
use crate::request::Request;
use crate::secrets::Secrets;
use crate::transport::{Failure, Reply};

/// What is known of a server without the generated code.
#[cfg(not(feature = "houston"))]
pub(crate) static REFUSALS: &[Refusal] = &[];

/// The version of the schema that the client is built from. That of the server is not known by itself.
pub(crate) static VERSIONS: LazyLock<Drift> = LazyLock::new(|| {
    #[cfg(feature = "houston")]
    let schema = SCHEMA.version.clone();
    #[cfg(not(feature = "houston"))]
    let schema = None;
    Drift { schema, server: None }
});

impl<T> Request<T> {
    /// Reads the answer to this request that something else than a [`Client`](crate::Client) brought: with the
    /// same outcomes, but without a token to be kept out of the error's texts.
    ///
    /// The body is the whole one, decompressed. The texts that prove that a mutation had no effect are Houston's
    /// own, with the feature `houston`. A failure to get an answer is yours to judge: see
    /// [`Failure`].
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
    /// Whenever the whole result is not there. [`Error::outcome`] then says whether the operation had an effect.
    pub fn read(&self, status: u16, body: impl Into<Vec<u8>>) -> Result<T, Error> {
        self.own_reader().whole(Ok(reply(status, body)))
    }

    /// The same, for [`Operation::partial_request`](crate::request::Operation::partial_request): a part of the
    /// answer is better than none.
    ///
    /// # Errors
    ///
    /// When no root field came.
    pub fn read_partial(&self, status: u16, body: impl Into<Vec<u8>>) -> Result<Partial<T>, Error> {
        self.own_reader().partial(Ok(reply(status, body)))
    }

    fn own_reader(&self) -> AnswerReader<'_, T> {
        AnswerReader::new(self, Secrets::default(), REFUSALS, &VERSIONS)
    }
}

fn reply(status: u16, body: impl Into<Vec<u8>>) -> Reply {
    Reply { status, body: body.into(), ..Reply::default() }
}

/// Reads what came back for a request: one way for every client and transport.
pub(crate) struct AnswerReader<'a, T> {
    request: &'a Request<T>,
    context: Context<'a>,
}

/// What was read of a GraphQL answer.
enum Received<T> {
    /// Data alone.
    Whole(T),
    /// Data that fits, and errors beside it.
    Part { data: T, answer: Answer, reply: Box<Reply>, outcomes: Vec<Outcome> },
}

impl<'a, T> AnswerReader<'a, T> {
    pub(crate) fn new(
        request: &'a Request<T>,
        secrets: Secrets<'a>,
        refusals: &'a [Refusal],
        versions: &'a Drift,
    ) -> Self {
        let (operation, fields) = (request.kind(), request.fields());
        let secrets = Secrets { values: request.secrets(), ..secrets };
        AnswerReader {
            request,
            context: Context { operation, fields, secrets, refusals, versions },
        }
    }

    /// The whole result.
    pub(crate) fn whole(&self, reply: Result<Reply, Failure>) -> Result<T, Error> {
        match self.read(reply)? {
            Received::Whole(data) => Ok(data),
            Received::Part { reply, answer, outcomes, .. } => {
                Err(self.context.graphql(worst(&outcomes), *reply, answer))
            }
        }
    }

    /// What came of it, when anything did.
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

    fn read(&self, reply: Result<Reply, Failure>) -> Result<Received<T>, Error> {
        let (request, context) = (self.request, &self.context);
        let judge = |event: Event<'_>| {
            classify(context.operation, &event, context.fields, context.refusals)
        };
        let reply = match reply {
            Ok(reply) => reply,
            Err(failure) => {
                let event = match failure {
                    Failure::NotConnected(_) => Event::NotConnected,
                    Failure::Lost(_) => Event::Lost,
                };
                return Err(context.failed(worst(&judge(event)), failure));
            }
        };
        let at = request.path();
        let decoded = graphql::text(&reply.body).map(|text| request.decode(text, &at));
        if let Ok(Ok(Decoded { data: Some(result), plain: true })) = decoded {
            return Ok(Received::Whole(result));
        }
        let answer = match Answer::read(&reply.body) {
            Ok(answer) => answer,
            Err(why) => {
                let event = Event::Foreign { status: reply.status };
                return Err(context.foreign(worst(&judge(event)), reply, why));
            }
        };
        let outcomes = judge(Event::Answer(&answer));
        match decoded {
            Ok(Ok(Decoded { data: Some(data), .. })) => {
                Ok(Received::Part { data, answer, reply: Box::new(reply), outcomes })
            }
            Ok(Err(error)) if answer.errors().is_empty() => {
                let text = graphql::text(&reply.body).unwrap_or_default();
                let pointer = pointer::of_error(text, at.json_pointer(), &error);
                Err(context.decode(worst(&outcomes), reply, answer, pointer, error))
            }
            // What is missing is missing because of an error; or there is nothing at all.
            _ => Err(context.graphql(worst(&outcomes), reply, answer)),
        }
    }
}
