//! `--if-exists` and `--if-absent`: a call that can run again.

mod gone;
mod shown;

use clap::builder::PossibleValuesParser;
use clap::{Arg, ArgMatches, Command};
use houston_client::arguments::Arguments;
use houston_client::schema::{Operation, OperationKind};
use houston_client::{Outcome, Selection};
use houston_schema::row;
use serde_json::Value;

use crate::answer::view::View;
use crate::answer::{envelope, fields};
use crate::call::{Call, compare, look_up};
use crate::failure::{Code, Exit, Failure};
use crate::schema::repeats;
use crate::settings::options;
use crate::terminal::output;
use crate::terminal::text::{listed, plain, short, words_of};
use gone::is_gone;
use shown::Shown;

const EXISTS: &str = "option:if-exists";
const ABSENT: &str = "option:if-absent";

/// What to do if the object of a call exists already, or is gone already.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Repeat {
    /// What the server does: it refuses the call, or creates another one.
    #[default]
    Fail,
    /// Use what exists.
    Use,
    /// Use what exists, if it has the given values.
    Check,
    /// Accept that it is gone.
    Gone,
}

/// Why a call has nothing to do.
#[derive(Debug)]
pub(crate) enum Settled {
    /// The object exists.
    Exists {
        /// Its id, if its type has one.
        id: Option<String>,
        /// What the call's selection selects of it; if it is of another type, what the finder shows.
        shown: Value,
        note: String,
    },
    /// The object is gone.
    Gone { note: String },
}

impl Settled {
    /// Prints what exists, as the answer of the call.
    ///
    /// # Errors
    ///
    /// Fails if it cannot be written.
    pub(crate) fn show(self, call: &Call<'_>) -> Result<(), Failure> {
        let (shown, note) = match self {
            Settled::Exists { shown, note, .. } => (shown, note),
            Settled::Gone { note } => (Value::Null, note),
        };
        envelope::reached(Outcome::Done);
        // It was read, under the name of the call.
        let (kind, name) = (OperationKind::Query, call.operation.name.clone());
        let read = row!(Operation { kind, name, ..Operation::default() });
        View::new(&read, call.options)?.done(&shown.to_string(), None, None)?;
        output::note(format_args!("note: {note}"));
        Ok(())
    }
}

/// Adds the flags that the operation has. Hidden, they are those of an original call, which may be repeated.
pub(crate) fn add_flags(command: Command, operation: &Operation, is_hidden: bool) -> Command {
    let flags = [
        (
            EXISTS,
            "if-exists",
            &["fail", "use", "check"][..],
            repeats::in_any_case(operation, repeats::if_exists),
            115,
            "If the object exists already: fail, use it, or use it after checking that it has the given values [default: fail]",
        ),
        (
            ABSENT,
            "if-absent",
            &["fail", "ok"],
            repeats::in_any_case(operation, repeats::if_absent),
            115,
            "If the object is gone already: fail, or ok, which is a success [default: fail]",
        ),
    ];
    let had = flags.into_iter().filter(|(_, _, _, has, ..)| has.is_ok());
    had.fold(command, |command, (id, long, values, _, place, help)| {
        let flag = Arg::new(id).long(long).help(help).display_order(place);
        let flag = flag.value_name("ACTION").hide_possible_values(true).hide(is_hidden);
        options::add_flag(command, flag.value_parser(PossibleValuesParser::new(values.to_vec())))
    })
}

/// What the flags ask for.
pub(crate) fn asked(matches: &ArgMatches) -> Repeat {
    let given = |id| matches.try_get_one::<String>(id).ok().flatten().map(String::as_str);
    match (given(EXISTS), given(ABSENT)) {
        (Some("use"), _) => Repeat::Use,
        (Some("check"), _) => Repeat::Check,
        (_, Some("ok")) => Repeat::Gone,
        _ => Repeat::Fail,
    }
}

impl Repeat {
    /// Checks that a call with its arguments has the flags that were given.
    ///
    /// # Errors
    ///
    /// Fails if it has not.
    pub(crate) fn check(self, operation: &Operation, merges: bool) -> Result<(), Failure> {
        let (flag, tested) = match self {
            _ if merges => ("merge", repeats::merge(operation)),
            Repeat::Fail => return Ok(()),
            Repeat::Use | Repeat::Check => ("if-exists", repeats::if_exists(operation)),
            Repeat::Gone => ("if-absent", repeats::if_absent(operation)),
        };
        tested.map_err(|why| {
            let name = plain(&operation.name);
            Failure::usage(format!("--{flag}: {name} does not have it with these arguments: {why}"))
                .help(format!("Run it without --{flag}."))
        })
    }

    /// What is said of it if nothing is sent.
    pub(crate) fn described(self, operation: &Operation) -> Option<String> {
        let by = operation.finder.as_ref();
        let by = by.map_or(String::new(), |finder| format!(" with {}", plain(&finder.query)));
        match self {
            Repeat::Fail => None,
            Repeat::Use => {
                Some(format!("the object would be looked for first{by}, and used if it exists"))
            }
            Repeat::Check => Some(format!(
                "the object would be looked for first{by}, and compared with what is given if it exists"
            )),
            Repeat::Gone => Some(format!(
                "the object would be looked for first{by}; if it is gone, nothing would be sent"
            )),
        }
    }

    /// Looks, before the call is sent, whether it has nothing to do.
    ///
    /// # Errors
    ///
    /// Fails if several objects exist, or one with other values, or if it cannot be told.
    pub(crate) async fn before(
        self,
        call: &Call<'_>,
        arguments: &Arguments,
        selection: &Selection,
    ) -> Result<Option<Settled>, Failure> {
        match self {
            Repeat::Fail => Ok(None),
            Repeat::Use | Repeat::Check => {
                if let Some(found) = self.existing(call, arguments, selection).await? {
                    return Ok(Some(found));
                }
                match in_place(call.operation) {
                    Some(other) => self.existing(&call.about(&other), arguments, selection).await,
                    None => Ok(None),
                }
            }
            Repeat::Gone => Ok((is_gone(call, arguments).await == Some(true)).then(|| {
                let query = call.finder().map_or(String::new(), |query| plain(&query.name));
                gone(call, &format!("{query} shows no such object"))
            })),
        }
    }

    /// Looks, after the server refused the call, whether it has nothing to do: another call may have been faster.
    ///
    /// # Errors
    ///
    /// Fails as [`before`](Self::before).
    pub(crate) async fn after(
        self,
        call: &Call<'_>,
        arguments: &Arguments,
        selection: &Selection,
        refused: &Failure,
    ) -> Result<Option<Settled>, Failure> {
        match self {
            Repeat::Use | Repeat::Check
                if refused.is(Code::AlreadyExists) || refused.is(Code::InviteRefused) =>
            {
                match self.before(call, arguments, selection).await {
                    // What the server said is told if the look-up does not work.
                    Err(failure) if !is_told(&failure) => Ok(None),
                    settled => settled,
                }
            }
            Repeat::Gone if matches!(refused.exit, Exit::Refused | Exit::NotAllowed) => {
                let is_gone = is_gone(call, arguments).await;
                // If the call speaks of one object, it is the one that the server does not find.
                let is_only = arguments.iter().count() == 1;
                let says = || refused.is(Code::NotFound) && is_only;
                Ok((is_gone == Some(true) || is_gone.is_none() && says())
                    .then(|| gone(call, "the server does not find it")))
            }
            _ => Ok(None),
        }
    }

    /// What a look-up means that found nothing.
    ///
    /// # Errors
    ///
    /// Fails with its failure, unless it means that the object is gone.
    pub(crate) fn unresolved(
        self,
        call: &Call<'_>,
        unresolved: look_up::Unresolved,
    ) -> Result<Settled, Failure> {
        match self {
            Repeat::Gone if unresolved.is_missed => {
                let (what, _) = unresolved.failure.parts();
                Ok(gone(call, what.split("; ").next().unwrap_or_default()))
            }
            _ => Err(unresolved.failure),
        }
    }

    /// What exists, as far as the finder shows it.
    async fn existing(
        self,
        call: &Call<'_>,
        arguments: &Arguments,
        selection: &Selection,
    ) -> Result<Option<Settled>, Failure> {
        let Some(query) = call.finder() else { return Ok(None) };
        let (schema, name) = (call.schema, call.name());
        let shows = plain(&query.name);
        let shown = Shown::of(call, query, selection);
        let mut given = compare::given(schema, query, call.operation, arguments);
        let telling = look_up::telling::telling(fields::of(schema, query));
        let mut needed: Vec<String> = telling.into_iter().map(str::to_owned).collect();
        if self == Repeat::Check {
            needed.extend(given.fields());
        }
        let mut whole = shown.selection.clone();
        if !needed.is_empty() {
            whole.merge(&fields::selection(schema, query, &needed.join(","))?.optional());
        }
        let looked = call.look(arguments, &whole).await.map_err(|failure| {
            failure.detail(format!("It was the look-up of --if-exists; {name} was not sent."))
        })?;
        let one = match &looked.rows[..] {
            [] => return Ok(None),
            [one] => one,
            several => {
                let count = several.len();
                let what =
                    format!("{name}: {shows} shows {count} objects with {}", key(call, arguments));
                let failure = Failure::new(Exit::Refused, what).code(Code::Ambiguous);
                let failure =
                    look_up::telling::candidates(failure, &several.iter().collect::<Vec<_>>());
                return Err(failure.help(format!(
                    "{name} was not sent. Give a key that only one of them has, or remove the others."
                )));
            }
        };
        given.without(&looked.lacking);
        let id = one["id"].as_str().map(str::to_owned);
        let mut notes = vec![match self {
            Repeat::Check => compared(&name, &shows, &given, one, id.as_deref())?,
            _ => "it already exists, so nothing was sent".to_owned(),
        }];
        if self == Repeat::Check && !given.replaced.is_empty() {
            notes.push(format!(
                "not compared, because the server may replace it: {}",
                listed(&given.replaced)
            ));
        }
        notes.extend(shown.note(call, query));
        let (shown, note) = (shown.part(selection, one), format!("{name}: {}", notes.join("; ")));
        Ok(Some(Settled::Exists { id, shown, note }))
    }
}

/// The operation with the finder of what it creates in place of its object, if it does so.
fn in_place(operation: &Operation) -> Option<Operation> {
    let finder = Some(operation.finder.as_ref()?.or.as_deref()?.clone());
    Some(row!(Operation { finder, ..operation.clone() }))
}

/// Notes, after a call, that it created something in place of its object. Without permission to look, nothing is said.
pub(crate) async fn tell_in_place(call: &Call<'_>, arguments: &Arguments) {
    let Some(other) = in_place(call.operation) else { return };
    let (call, why) = (
        call.about(&other),
        plain(&call.operation.finder.as_ref().map_or("".into(), |finder| finder.elsewhere.clone())),
    );
    let Some(query) = call.finder() else { return };
    let looked = call.look(arguments, &Selection::new()).await;
    if looked.is_ok_and(|looked| !looked.rows.is_empty()) {
        let made = plain(query.type_ref().name());
        output::note(format_args!("note: what it made is an open {made}: {why}"));
    }
}

/// Whether a look-up told what exists.
fn is_told(failure: &Failure) -> bool {
    [Code::Ambiguous, Code::CannotTell, Code::Differs].into_iter().any(|code| failure.is(code))
}

/// The words for an object that was compared.
///
/// # Errors
///
/// Fails if it has other values, or nothing could be compared.
fn compared(
    name: &str,
    query: &str,
    given: &compare::Given<'_>,
    one: &Value,
    id: Option<&str>,
) -> Result<String, Failure> {
    let failed = |code, what: String| {
        let failure = Failure::new(Exit::Refused, format!("{name}: {what}")).code(code);
        match id {
            Some(id) => failure.detail(format!("It has the id {}.", plain(id))),
            None => failure,
        }
    };
    let cannot_tell = |why: &str| {
        failed(Code::CannotTell, format!("it already exists, and {why}")).help(format!(
            "{name} was not sent. `--if-exists use` takes it as it is; `houston {query}` shows it."
        ))
    };
    let Some(comparison) = given.compare(one) else {
        return Err(cannot_tell("it shows some of the given values in another form"));
    };
    let is_hidden = |name: &&String| !given.replaced.contains(name);
    let hidden: Vec<String> = comparison.hidden.iter().filter(is_hidden).cloned().collect();
    if !comparison.differences.is_empty() {
        let failure = failed(Code::Differs, "it already exists with other values".to_owned());
        let failure =
            failure.details(comparison.differences.iter().map(compare::Difference::listed));
        let failure = match hidden.is_empty() {
            true => failure,
            false => failure.detail(format!("Not compared: {}.", listed(&hidden))),
        };
        return Err(failure.help(format!(
            "{name} was not sent. Give the values that exist, or change the object; `--if-exists use` takes it as it is."
        )));
    }
    match (comparison.compared, &hidden[..]) {
        (_, []) => Ok("it already exists with the given values, so nothing was sent".to_owned()),
        (0, hidden) => Err(cannot_tell(&format!("{query} does not show {}", listed(hidden)))),
        (_, hidden) => Ok(format!(
            "it already exists with the given values, so nothing was sent; not compared, because {query} does not show it: {}",
            listed(hidden)
        )),
    }
}

/// The natural key of a call, in words.
fn key(call: &Call<'_>, arguments: &Arguments) -> String {
    let pair = |name: &String| {
        let value = arguments.value(name)?;
        Some(format!("{}={}", plain(name), short(&words_of(value))))
    };
    call.operation.natural_key.iter().filter_map(pair).collect::<Vec<_>>().join(" ")
}

fn gone(call: &Call<'_>, why: &str) -> Settled {
    Settled::Gone { note: format!("{}: it is already gone: {why}", call.name()) }
}

/// Whether a failure is that of `--if-exists`: something exists, and is not what was given.
pub(crate) fn is_of(failure: &Failure) -> bool {
    [Code::Differs, Code::CannotTell, Code::AlreadyExists].into_iter().any(|code| failure.is(code))
}
