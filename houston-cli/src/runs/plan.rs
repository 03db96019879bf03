//! What a plan can tell of a row that would be sent.

use houston_client::Selection;
use houston_client::arguments::Arguments;
use houston_client::schema::Effect;

use crate::answer::fields;
use crate::call::repeat::{Repeat, Settled};
use crate::call::{Call, compare};
use crate::failure::{Code, Exit, Failure};
use crate::schema::repeats;
use crate::terminal::output;

/// What is said once of a plan that would change something.
pub(super) const UNKNOWN: &str = "note: a plan does not know whether the server will allow it: permissions and settings, such as \
    closed sign-up, are checked when the rows run";

/// Notes what exists already in place of an object that a row would create.
///
/// # Errors
///
/// Fails if the server would refuse a second one.
pub(super) async fn existing(
    call: &Call<'_>,
    arguments: &Arguments,
    selection: &Selection,
) -> Result<(), Failure> {
    let operation = call.operation;
    if repeats::if_exists(operation).is_err() {
        return Ok(());
    }
    let what = match Repeat::Use.before(call, arguments, selection).await {
        Ok(Some(Settled::Exists { id: Some(id), .. })) => {
            format!("it already exists, with the id {id}")
        }
        Ok(Some(_)) => "it already exists".to_owned(),
        Ok(None) => return Ok(()),
        Err(several) if several.is(Code::Ambiguous) => "several of them exist already".to_owned(),
        Err(failure) => {
            let why = failure.told();
            output::note(format_args!("note: whether it exists already is not known: {why}"));
            return Ok(());
        }
    };
    if operation.finder.as_ref().is_some_and(|finder| finder.unique) {
        let what = format!("{what}: the server refuses a second one");
        return Err(Failure::new(Exit::Refused, what)
            .code(Code::AlreadyExists)
            .help(repeats::IF_EXISTS));
    }
    output::note(format_args!(
        "warning: {what}: the run would make a second one. {}",
        repeats::IF_EXISTS
    ));
    Ok(())
}

/// Whether the object of a change has all given values, as far as it shows them. Notes what differs.
pub(super) async fn is_same(call: &Call<'_>, arguments: &Arguments) -> bool {
    compared(call, arguments).await.unwrap_or_default()
}

async fn compared(call: &Call<'_>, arguments: &Arguments) -> Option<bool> {
    let operation = call.operation;
    // Such a call also changes what is not given.
    if operation.effect != Effect::Update || operation.merge.is_some() {
        return None;
    }
    let query = call.finder()?;
    let mut given = compare::given(call.schema, query, operation, arguments);
    let wanted = given.fields();
    if wanted.is_empty() {
        return None;
    }
    let selection = fields::selection(call.schema, query, &wanted.join(",")).ok()?.optional();
    let looked = call.look(arguments, &selection).await.ok()?;
    given.without(&looked.lacking);
    let [one] = &looked.rows[..] else { return None };
    let comparison = given.compare(one)?;
    for difference in &comparison.differences {
        output::note(difference.listed());
    }
    let is_whole = comparison.hidden.is_empty() && given.replaced.is_empty();
    Some(is_whole && comparison.compared > 0 && comparison.differences.is_empty())
}
