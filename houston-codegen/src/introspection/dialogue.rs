//! The exchange with a server about its schema, as a state machine without I/O.

use houston_schema::table::OperationKind;
use serde::Deserialize;
use serde_json::Value;
use serde_json::value::RawValue;

use super::answer;
use super::json::json;
use super::query::{Edition, Form, Level};
use super::refusal::{Refusal, Said};
use super::sdl::sdl;
use crate::parse::{self, MAX_BYTES, syntax};
use crate::source::{Diagnostics, Source};

/// Asks a server for its schema: first with the richest form of the query, then without the parts that the server
/// refused.
///
/// ```
/// use houston_codegen::introspection::{Dialogue, Refusal, Introspected};
///
/// fn introspect(send: impl Fn(&str) -> (u16, Vec<u8>)) -> Result<Introspected, Refusal> {
///     let mut dialogue = Dialogue::new();
///     loop {
///         // POST {"query": …}, with content-type application/json.
///         let (status, body) = send(dialogue.next_query());
///         if let Some(introspected) = dialogue.accept(status, &body)? {
///             return Ok(introspected);
///         }
///     }
/// }
/// ```
#[derive(Clone, Debug)]
pub struct Dialogue {
    form: Form,
    /// Whether the caller chose the form, so that it must not change.
    forced: bool,
    query: String,
    /// The schema, kept while the version is requested.
    known: Option<Introspected>,
}

/// A server's schema, and what introspection revealed about the server.
#[derive(Clone, Debug)]
pub struct Introspected {
    /// The schema. It is valid, and printing and reading it again gives the same schema.
    pub document: syntax::Document,
    /// How much of introspection the server supports.
    pub level: Level,
    /// The platform version, if the schema has Houston's `appConfig { version }` and every caller may read it.
    pub version: Option<String>,
}

const VERSION: &str = "query { appConfig { version } }";

impl Default for Dialogue {
    fn default() -> Self {
        Dialogue::new()
    }
}

impl Dialogue {
    /// Creates a dialogue that adapts to the server.
    pub fn new() -> Self {
        Dialogue::with(Edition::September2025, false)
    }

    /// Creates a dialogue that asks for everything in this edition, and never for less.
    pub fn of_edition(edition: Edition) -> Self {
        Dialogue::with(edition, true)
    }

    fn with(edition: Edition, forced: bool) -> Self {
        let form = Form::of(edition);
        Dialogue { query: form.document(), form, forced, known: None }
    }

    /// The document to send next. It has no variables.
    pub fn next_query(&self) -> &str {
        &self.query
    }

    /// Takes the answer to [`next_query`](Self::next_query). Returns the schema after the last answer, and `None` if
    /// there is another query to send.
    ///
    /// # Errors
    ///
    /// Fails with the reason why there is no schema. The dialogue is over then.
    pub fn accept(&mut self, status: u16, body: &[u8]) -> Result<Option<Introspected>, Refusal> {
        if let Some(known) = self.known.take() {
            return Ok(Some(Introspected { version: version(body), ..known }));
        }
        let text = text(status, body)?;
        let body = Body::read(status, text)?;
        if body.data.is_none_or(|data| data.get() == "null") {
            self.fall_back(body.refusal(status, text))?;
            return Ok(None);
        }
        if !body.errors.is_empty() {
            return Err(Refusal::Refused(Said::new(status, &body.messages().join("; "))));
        }
        if body.has_no_schema() {
            return Err(Refusal::SwitchedOff(Said::new(status, text)));
        }
        let introspected =
            Introspected { document: document(text)?, level: self.form.level(), version: None };
        if !has_version(&introspected.document) {
            return Ok(Some(introspected));
        }
        self.known = Some(introspected);
        VERSION.clone_into(&mut self.query);
        Ok(None)
    }

    /// Asks for less if the refusal is about the query.
    fn fall_back(&mut self, (refusal, messages): (Refusal, Vec<String>)) -> Result<(), Refusal> {
        let about_query = matches!(refusal, Refusal::Refused(_)) && !self.forced;
        if !about_query || !self.form.reduce(&messages) {
            return Err(refusal);
        }
        self.query = self.form.document();
        Ok(())
    }
}

/// Returns the body, unless it or the status shows that it cannot be a GraphQL answer.
fn text(status: u16, body: &[u8]) -> Result<&str, Refusal> {
    if body.len() > MAX_BYTES {
        return Err(Refusal::TooBig);
    }
    let text = str::from_utf8(body)
        .map_err(|_| Refusal::NotGraphQl(Said::new(status, &String::from_utf8_lossy(body))))?;
    let said = || Said::new(status, text);
    match status {
        401 => return Err(Refusal::NotSignedIn(said())),
        403 => return Err(Refusal::NotAllowed(said())),
        _ => {}
    }
    if text.trim_start_matches('\u{feff}').trim_start().starts_with('<') {
        return Err(Refusal::Html(said()));
    }
    Ok(text)
}

/// The parts of a GraphQL answer that show failures.
#[derive(Deserialize)]
struct Body<'b> {
    #[serde(borrow)]
    data: Option<&'b RawValue>,
    #[serde(default)]
    errors: Vec<Value>,
}

impl<'b> Body<'b> {
    fn read(status: u16, text: &'b str) -> Result<Self, Refusal> {
        let text = text.trim_start_matches('\u{feff}');
        let body: Self = serde_json::from_str(text).map_err(|error| {
            let what = error.to_string();
            match what.contains("recursion limit") {
                true => Refusal::TooDeep(what),
                false => Refusal::NotGraphQl(Said::new(status, text)),
            }
        })?;
        match body.data.is_none() && body.errors.is_empty() {
            true => Err(Refusal::NotGraphQl(Said::new(status, text))),
            false => Ok(body),
        }
    }

    /// Some servers answer `null` instead of an error.
    fn has_no_schema(&self) -> bool {
        #[derive(Deserialize)]
        struct Data<'b> {
            #[serde(borrow, rename = "__schema")]
            schema: Option<&'b RawValue>,
        }
        let data = self.data.and_then(|data| serde_json::from_str::<Data<'_>>(data.get()).ok());
        data.is_some_and(|data| data.schema.is_none_or(|schema| schema.get() == "null"))
    }

    fn messages(&self) -> Vec<String> {
        let messages = self.errors.iter().map(|error| error["message"].as_str());
        messages.map(|message| message.unwrap_or("an error without a message").to_owned()).collect()
    }

    /// The cause that the errors show, and their messages.
    fn refusal(&self, status: u16, text: &str) -> (Refusal, Vec<String>) {
        let messages = self.messages();
        let all = messages.join("; ");
        let said = Said::new(status, if all.is_empty() { text } else { &all });
        let codes = |field: &str| {
            let codes = self.errors.iter().filter_map(|error| error["extensions"][field].as_str());
            codes.map(str::to_owned).collect::<Vec<_>>()
        };
        let has = |code: &str| codes("code").iter().any(|found| found == code);
        let is_off = codes("validationErrorCode").iter().any(|one| one == "INTROSPECTION_DISABLED")
            || messages.iter().any(|message| says_that_it_is_off(message));
        let refusal = if is_off {
            Refusal::SwitchedOff(said)
        } else if has("UNAUTHENTICATED") {
            Refusal::NotSignedIn(said)
        } else if has("FORBIDDEN") {
            Refusal::NotAllowed(said)
        } else {
            Refusal::Refused(said)
        };
        (refusal, messages)
    }
}

/// Matches Apollo Server's message, graphql-js' own rule, and schemas whose `__schema` was removed.
fn says_that_it_is_off(message: &str) -> bool {
    let message = message.to_lowercase();
    let off = ["not allowed", "disabled", "not enabled", "turned off", "switched off"];
    let about = message.contains("introspection") && off.iter().any(|word| message.contains(word));
    about || message.contains("cannot query field \"__schema\"")
}

/// Reads the schema, prints it, reads it again, compares both, and checks the rules of the specification.
fn document(text: &str) -> Result<syntax::Document, Refusal> {
    let invalid = |errors: Diagnostics| match errors.0.iter().find(|error| is_depth(&error.message))
    {
        Some(error) => Refusal::TooDeep(error.message.clone()),
        None => Refusal::InvalidSchema(errors),
    };
    let answered = answer::parse(&Source::new("the answer", text)).map_err(invalid)?;
    let definitions = sdl(&answered);
    let source = Source::new("the answer, as definitions", &definitions);
    let document = parse::parse(&source).map_err(invalid)?;
    let twice = parse::duplicates(&source, &document);
    if !twice.0.is_empty() {
        return Err(Refusal::InvalidSchema(twice));
    }
    parse::validate(&source, &document).map_err(invalid)?;
    if json(&document) != json(&answered) {
        let message = "the printed definitions differ from the server's answer: this is a bug in this program";
        return Err(Refusal::InvalidSchema(source.error(0, message).into()));
    }
    Ok(document)
}

/// Whether a parser's message is about depth.
fn is_depth(message: &str) -> bool {
    ["recursion limit", "nest deeper", "too few levels"].iter().any(|words| message.contains(words))
}

/// Whether every caller can query the version as in Houston.
fn has_version(document: &syntax::Document) -> bool {
    let root = document.root(OperationKind::Query);
    let field = |ty: &str, name: &str| {
        let ty = document.types.iter().find(|definition| definition.name.text == ty)?;
        ty.fields.iter().find(|field| field.name.text == name)
    };
    root.and_then(|root| field(root, "appConfig")).is_some_and(|config| {
        let free = |one: &syntax::InputValue| !one.ty.is_non_null() || one.default.is_some();
        config.arguments.iter().all(free) && field(config.ty.name(), "version").is_some()
    })
}

/// The version, if the answer has one that is safe in a comment.
fn version(body: &[u8]) -> Option<String> {
    let answer: Value = serde_json::from_slice(body).ok()?;
    let version = answer["data"]["appConfig"]["version"].as_str()?;
    let is_plain = |one: char| one.is_ascii_alphanumeric() || matches!(one, '.' | '-' | '+');
    (version.len() <= 64 && version.chars().all(is_plain)).then(|| version.to_owned())
}
