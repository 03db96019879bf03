use std::fmt;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use serde_json::Value;

use super::{Failure, Message, Pending, Reply, Transport};
use crate::header::Header;
use crate::token::Token;

/// A server inside a test: it records the requests, and answers them as the test says.
///
/// Clones share the recording, so that a test keeps one and gives another to the client:
///
#[cfg_attr(feature = "houston", doc = "```")]
#[cfg_attr(not(feature = "houston"), doc = "```ignore")]
/// use houston_client::transport::Canned;
/// use houston_client::{Client, mutation, object::workspace};
///
/// # let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
/// # runtime.block_on(async {
/// let canned = Canned::always(r#"{"data":{"createWorkspace":{"id":"ck1"}}}"#);
/// let client = Client::builder("").transport(canned.clone()).build()?;
///
/// let id = client.send(mutation::create_workspace().label("Data").select(workspace::id)).await?;
/// assert_eq!(id, "ck1");
/// let [request] = &canned.received()[..] else { panic!("one request") };
/// assert_eq!(request.variables()["label"], "Data");
/// # Ok::<_, houston_client::Error>(())
/// # }).unwrap();
/// ```
#[derive(Clone)]
pub struct Canned {
    answer: Arc<Answer>,
    received: Arc<Mutex<Vec<Received>>>,
}

type Answer = dyn Fn(&Received) -> Result<Reply, Failure> + Send + Sync;

/// A request that a [`Canned`] received.
#[derive(Clone)]
#[non_exhaustive]
pub struct Received {
    /// The token that was sent.
    pub token: Option<Token>,
    /// The caller's headers.
    pub headers: Vec<Header>,
    /// How long the attempt may take.
    pub timeout: Option<Duration>,
    /// The JSON body.
    pub body: String,
}

impl Canned {
    /// Creates a server that answers with what this function returns for a request. A [`Failure`] stands for a
    /// connection that fails.
    pub fn new(
        answer: impl Fn(&Received) -> Result<Reply, Failure> + Send + Sync + 'static,
    ) -> Self {
        Canned { answer: Arc::new(answer), received: Arc::default() }
    }

    /// Creates a server that answers every request with status 200 and this body.
    pub fn always(body: impl ToString) -> Self {
        let body = body.to_string();
        Self::new(move |_| Ok(Reply::new(200, body.as_str())))
    }

    /// Creates a server that gives these answers in order.
    ///
    /// # Panics
    ///
    /// The transport panics at the first request for which no answer is left. A retried request needs one for each
    /// attempt.
    pub fn in_order(answers: impl IntoIterator<Item = Result<Reply, Failure>>) -> Self {
        let mut answers: Vec<_> = answers.into_iter().collect();
        answers.reverse();
        let answers = Mutex::new(answers);
        Self::new(move |received| {
            let next = answers.lock().unwrap_or_else(PoisonError::into_inner).pop();
            next.unwrap_or_else(|| panic!("no answer is left for {}", received.document()))
        })
    }

    /// The requests so far, in order.
    pub fn received(&self) -> Vec<Received> {
        self.recording().clone()
    }

    fn recording(&self) -> std::sync::MutexGuard<'_, Vec<Received>> {
        self.received.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Received {
    /// The GraphQL document; empty if the body has none.
    pub fn document(&self) -> String {
        self.part("query").as_str().unwrap_or_default().to_owned()
    }

    /// The variables; null if the body has none.
    pub fn variables(&self) -> Value {
        self.part("variables")
    }

    fn part(&self, key: &str) -> Value {
        let body: Option<Value> = serde_json::from_str(&self.body).ok();
        body.and_then(|mut body| body.get_mut(key).map(Value::take)).unwrap_or_default()
    }
}

impl Transport for Canned {
    fn send<'a>(&'a self, message: Message<'a>) -> Pending<'a> {
        let Message { token, headers, timeout, body } = message;
        let (token, headers) = (token.cloned(), headers.to_vec());
        let received = Received { token, headers, timeout, body };
        let answer = (self.answer)(&received);
        self.recording().push(received);
        Box::pin(std::future::ready(answer))
    }
}

impl fmt::Debug for Canned {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter
            .debug_struct("Canned")
            .field("received", &self.recording())
            .finish_non_exhaustive()
    }
}

/// Omits the variables, which may contain secrets.
impl fmt::Debug for Received {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut received = formatter.debug_struct("Received");
        received.field("token", &self.token).field("headers", &self.headers);
        received.field("document", &self.document()).finish_non_exhaustive()
    }
}
