//! What is told about a row, and how it ends.

use houston_client::rows::{End, State};
use houston_client::schema::{Field, Operation, OperationKind, Schema};
use serde_json::Value;

use super::keys::Keys;
use super::report::Word;
use crate::answer::fields;
use crate::call::Call;
use crate::failure::{Code, Failure};
use crate::waiting::begun::Watched;

/// What identifies a row in its report.
#[derive(Clone, Debug)]
pub(crate) struct Label {
    /// The number of the row in the file.
    pub(crate) row: u64,
    pub(crate) line: u64,
    pub(crate) key: String,
}

/// What is told about a row.
#[derive(Debug, Default)]
pub(crate) struct Told {
    /// The outcome of a plan; otherwise the state says it.
    pub(crate) word: Option<Word>,
    pub(crate) id: Option<String>,
    pub(crate) attempts: u32,
    pub(crate) error: Option<String>,
    pub(crate) code: Option<&'static str>,
    /// What is said below the error, and the next steps.
    pub(crate) details: Vec<String>,
    pub(crate) next: Vec<String>,
    pub(crate) notes: Vec<String>,
    pub(crate) data: Value,
    /// What it waits for.
    pub(crate) watched: Option<Watched>,
}

/// How a row ends before or after it is sent.
pub(super) type Ended = End<Told>;

/// The id of an answer.
pub(super) fn id_of(data: &Value) -> Option<String> {
    data["id"].as_str().map(str::to_owned)
}

/// What a row asks for beside its selection, so that its report has the id.
pub(super) fn beside(schema: &Schema, operation: &Operation) -> &'static [&'static str] {
    let is_one = operation.type_ref().item().is_none() && operation.can_answer("id");
    let is_id = |field: &Field| field.name == "id" && fields::is_leaf(schema, field);
    let has_id = is_one && fields::of(schema, operation).iter().any(is_id);
    if has_id && operation.kind == OperationKind::Mutation { &["id"] } else { &[] }
}

/// The id of the object that a call is about, in its answer or the body around it. The answer may be another object that
/// has it in a field, such as the user of a role.
pub(super) fn id_in(call: &Call<'_>, data: &Value, body: &str) -> Option<String> {
    let answered = call.operation.type_ref().name();
    let object = call.finder().map_or(answered, |query| query.type_ref().name());
    if object == answered {
        let whole = || serde_json::from_str::<Value>(body).ok();
        return id_of(data).or_else(|| id_of(&whole()?["data"][&*call.operation.name]));
    }
    let is_object =
        |field: &&Field| field.type_ref().name() == object && field.type_ref().item().is_none();
    let field = fields::of(call.schema, call.operation).iter().find(is_object)?;
    id_of(&data[&*field.name])
}

/// The end of a row that failed.
pub(super) fn ended(call: &Call<'_>, state: State, failure: &Failure) -> Ended {
    let mut error = without_name(call, failure.told()).to_owned();
    let mut details = failure.lines();
    let told = [Code::Differs, Code::CannotTell, Code::Ambiguous];
    let is_of_what_exists = told.into_iter().any(|code| failure.is(code));
    // The message says enough of what was sent.
    if state != State::NotSent && !is_of_what_exists {
        details.clear();
    }
    // What exists belongs to this row alone.
    if is_of_what_exists {
        let all: Vec<String> = std::mem::take(&mut details);
        error = [error].into_iter().chain(all).collect::<Vec<_>>().join("; ");
    }
    let next = failure.steps().into_iter().map(str::to_owned).collect();
    let (error, code) = (Some(error), Some(failure.word()));
    End::new(state, Told { error, code, details, next, ..Told::default() })
}

/// What is said of a call, without its name: each row has the same.
pub(super) fn without_name<'t>(call: &Call<'_>, told: &'t str) -> &'t str {
    told.strip_prefix(&call.name()).and_then(|rest| rest.strip_prefix(": ")).unwrap_or(told)
}

/// Adds an answer to the end of a row. It is late if the answer has a key.
pub(super) fn add_data(end: &mut Ended, keys: &Keys, text: &str) {
    let data: Value = serde_json::from_str(text).unwrap_or_default();
    end.late = keys.are_in(&data);
    end.weight = text.len();
    let told = end.output.get_or_insert_default();
    told.id = id_of(&data);
    told.data = data;
}
