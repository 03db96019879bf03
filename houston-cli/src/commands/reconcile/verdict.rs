//! Whether an operation took effect, judged from what exists.

use houston_client::arguments::Arguments;
use houston_client::schema::{Effect, Merge, Operation};
use serde_json::Value;

use crate::call::compare::{Comparison, Given};
use crate::call::merge;
use crate::terminal::text::{plain, short, words_of};

/// The field that tells when an object was created.
pub(super) const CREATED: &str = "createdAt";

/// What became of an operation.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Verdict {
    /// It happened, or its effect is there: the rest of a sentence about the operation.
    Happened(String),
    DidNot(String),
    Unknown {
        why: String,
        next: String,
    },
}

/// Judges from the objects of the finder that match.
pub(super) fn of(
    operation: &Operation,
    query: &Operation,
    arguments: &Arguments,
    given: &Given<'_>,
    rows: &[Value],
    is_merged: bool,
) -> Verdict {
    let did_not = |how: &str| Verdict::DidNot(how.to_owned());
    let happened = |how: &str| Verdict::Happened(format!("took effect: {how}"));
    match operation.effect {
        Effect::Delete if rows.is_empty() => {
            Verdict::Happened("has nothing left to do: the object is gone, or was never there".to_owned())
        }
        Effect::Delete => did_not("the object still exists"),
        Effect::Replace if operation.merge.is_some() => match operation
            .merge
            .as_ref()
            .filter(|merge| arguments.value(&merge.argument).is_some())
        {
            Some(merge) => match items(merge, arguments, rows, is_merged) {
                Items::AsGiven if is_merged => happened("the given items exist"),
                Items::AsGiven => happened("the existing items are the given ones"),
                Items::Other(None) => did_not("other items exist"),
                Items::Other(Some(key)) => {
                    did_not(&format!("`{}` is missing or differs from what was given", short(&key)))
                }
                Items::Hidden(keys) => Verdict::Unknown {
                    why: format!(
                        "everything that can be read is as given, but the values of {} are secret and cannot be read",
                        keys.join(", ")
                    ),
                    next: "Running it again with the same values is safe, unless others have changed them since.".to_owned(),
                },
            },
            None => cannot_compare(),
        },
        Effect::Create if rows.is_empty() => {
            did_not("no matching object exists: it was not created, or is gone again")
        }
        _ if rows.is_empty() => did_not("no matching object exists: it is gone, or was never there"),
        effect => {
            // The time of an object of another type tells nothing about the call.
            let is_dated = query.type_ref().name() == operation.type_ref().name();
            judge(effect, given, rows, is_dated)
        }
    }
}

/// Judges from the values of the objects that exist.
fn judge(effect: Effect, given: &Given<'_>, rows: &[Value], is_dated: bool) -> Verdict {
    let is_create = effect == Effect::Create;
    let unknown = |why: String, next: &str| Verdict::Unknown { why, next: next.to_owned() };
    let compare = "Compare what exists with what you sent.";
    let compared = rows.iter().map(|row| given.compare(row)).collect::<Option<Vec<Comparison>>>();
    let Some(compared) = compared else {
        let why = "the object exists, but shows some of the given values in another form";
        return unknown(why.to_owned(), compare);
    };
    let found: Vec<(&Value, &Comparison)> =
        rows.iter().zip(&compared).filter(|(_, one)| one.differences.is_empty()).collect();
    // Such an object can be the one that was created.
    let moved = |one: &Comparison| is_create && one.differences.iter().all(|one| one.moves);
    match (&found[..], &compared[..]) {
        ([], [one]) => {
            let all: Vec<String> = one.differences.iter().map(ToString::to_string).collect();
            let how = format!("the object exists with other values: {}", all.join("; "));
            let next = match is_dated {
                true => "compare its createdAt with the time of the call.",
                false => "compare what exists with what you sent.",
            };
            let next = format!("It can be older, or another call has changed it since: {next}");
            if moved(one) { unknown(how, &next) } else { Verdict::DidNot(how) }
        }
        ([], several) => {
            let how = "several objects exist, and none has the given values".to_owned();
            match several.iter().any(moved) {
                true => unknown(how, compare),
                false => Verdict::DidNot(how),
            }
        }
        (_, [_, _, ..]) if !is_create => unknown("several objects match".to_owned(), compare),
        ([(_, first), ..], _) if first.compared == 0 && !is_create => cannot_compare(),
        ([(_, first), ..], _) => {
            let hidden = match &first.hidden[..] {
                [] => String::new(),
                [one] => format!("; {one} was not compared"),
                [most @ .., last] => format!("; {} and {last} were not compared", most.join(", ")),
            };
            if !is_create {
                let how = format!("took effect: the object has the given values{hidden}");
                return Verdict::Happened(how);
            }
            let times = found.iter().filter_map(|(row, _)| row[CREATED].as_str()).map(plain);
            let times = times.collect::<Vec<_>>().join(" and ");
            let when = match times.is_empty() || !is_dated {
                true => String::new(),
                false => format!("; `{CREATED}` is {times}, to compare with the time of the call"),
            };
            Verdict::Happened(format!("took effect: the object exists{hidden}{when}"))
        }
    }
}

fn cannot_compare() -> Verdict {
    Verdict::Unknown {
        why: "the object exists, but none of the given values can be read back".to_owned(),
        next: "Compare what exists with what you sent.".to_owned(),
    }
}

/// How the existing items compare with the given ones.
enum Items {
    AsGiven,
    /// They differ, in the given item of this key if there is one.
    Other(Option<String>),
    /// The items of these keys have values that cannot be read back; everything else is as given.
    Hidden(Vec<String>),
}

/// Compares the existing items with the given ones. After a merge, other items may also exist.
fn items(merge: &Merge, arguments: &Arguments, there: &[Value], is_merged: bool) -> Items {
    let given = merge::items(merge, arguments);
    let mut hidden = Vec::new();
    for item in given {
        let key = &item[&*merge.key];
        let Some(row) = there.iter().find(|row| row[&*merge.key] == *key) else {
            return Items::Other(Some(words_of(key)));
        };
        let hides = merge.hides.as_deref().filter(|field| row[*field] == true);
        let (readable, secret): (Vec<_>, Vec<_>) =
            item.as_object().into_iter().flatten().partition(|(name, _)| {
                hides.is_none_or(|field| **name == *merge.key || *name == field)
            });
        if readable.into_iter().any(|(name, value)| row[name] != *value) {
            return Items::Other(Some(words_of(key)));
        }
        if !secret.is_empty() {
            hidden.push(short(&words_of(key)));
        }
    }
    match hidden.is_empty() {
        _ if !is_merged && given.len() != there.len() => Items::Other(None),
        true => Items::AsGiven,
        false => Items::Hidden(hidden),
    }
}
