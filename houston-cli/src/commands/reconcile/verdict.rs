//! Whether an operation took effect, judged from what exists.

use houston_client::arguments::Arguments;
use houston_client::schema::{Effect, Merge, Operation};
use jiff::{SignedDuration, Timestamp};
use serde_json::Value;

use crate::call::compare::{Comparison, Given};
use crate::call::merge;
use crate::terminal::text::{listed, plain, short, words_of};

/// The field that tells when an object was created.
pub(super) const CREATED: &str = "createdAt";

/// How much the clocks of the server and of this machine can differ.
const CLOCKS: SignedDuration = SignedDuration::from_secs(5);

/// The next step if the reader has to judge.
const COMPARE: &str = "Compare what exists with what you sent.";

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

/// What is known of the time of the call.
#[derive(Clone, Copy, Debug)]
pub(super) struct Clock {
    /// Whether the objects tell when they were created.
    pub(super) is_dated: bool,
    pub(super) since: Option<Timestamp>,
}

/// When an object was created, compared with the call.
#[derive(Debug, PartialEq, Eq)]
enum Age {
    Older,
    Newer,
    Unknown,
}

impl Clock {
    fn of(self, row: &Value) -> Age {
        let created = row[CREATED].as_str().and_then(|text| text.parse::<Timestamp>().ok());
        match (self.since, created) {
            (Some(since), Some(created)) if created >= since => Age::Newer,
            (Some(since), Some(created)) if since.duration_since(created) > CLOCKS => Age::Older,
            _ => Age::Unknown,
        }
    }
}

/// Judges from the objects of the finder that match.
pub(super) fn of(
    operation: &Operation,
    arguments: &Arguments,
    given: &Given<'_>,
    rows: &[Value],
    is_merged: bool,
    clock: Clock,
) -> Verdict {
    let finder = operation.finder.as_ref();
    let elsewhere = finder.map_or("", |finder| &finder.elsewhere);
    let did_not = |how: &str| Verdict::DidNot(how.to_owned());
    let happened = |how: &str| Verdict::Happened(format!("took effect: {how}"));
    match operation.effect {
        Effect::Delete if rows.is_empty() => {
            Verdict::Happened("has nothing left to do: the object is gone, or was never there".to_owned())
        }
        Effect::Delete => did_not("the object still exists"),
        Effect::Replace
            if operation.merge.as_ref().is_some_and(|merge| {
                merge.from.is_none() || is_merged && !rows.is_empty()
            }) => match operation
            .merge
            .as_ref()
            .filter(|merge| arguments.value(&merge.argument).is_some())
        {
            Some(merge) => match items(merge, arguments, merge::there(merge, rows), is_merged) {
                Items::AsGiven if is_merged => happened("the given items exist"),
                Items::AsGiven => happened("the existing items are the given ones"),
                Items::Other(None) => did_not("other items exist"),
                Items::Other(Some(key)) => {
                    did_not(&format!("`{}` is missing or differs from what was given", short(&key)))
                }
                Items::Hidden(keys) => Verdict::Unknown {
                    why: format!(
                        "everything that can be read is as given, but the values of {} are secret and cannot be read",
                        listed(&keys)
                    ),
                    next: "Running it again with the same values is safe, unless others have changed them since.".to_owned(),
                },
            },
            None => cannot_compare(),
        },
        _ if rows.is_empty() && !elsewhere.is_empty() => Verdict::Unknown {
            why: format!("no matching object exists, but {}", plain(elsewhere)),
            next: "Look for it there.".to_owned(),
        },
        Effect::Create if rows.is_empty() => {
            did_not("no matching object exists: it was not created, or is gone again")
        }
        _ if rows.is_empty() => did_not("no matching object exists: it is gone, or was never there"),
        Effect::Create => created(given, rows, finder.is_some_and(|finder| finder.unique), clock),
        _ => changed(given, rows, operation.idempotent),
    }
}

fn unknown(why: impl Into<String>, next: &str) -> Verdict {
    Verdict::Unknown { why: why.into(), next: next.to_owned() }
}

/// The comparisons of the objects; none if a value has another form.
fn compared<'r>(
    given: &Given<'_>,
    rows: impl IntoIterator<Item = &'r Value>,
) -> Result<Vec<(&'r Value, Comparison)>, Verdict> {
    let pairs = rows.into_iter().map(|row| Some((row, given.compare(row)?)));
    pairs.collect::<Option<_>>().ok_or_else(|| {
        unknown("the object exists, but shows some of the given values in another form", COMPARE)
    })
}

/// How the objects differ from what was given, if all do.
fn differences(compared: &[(&Value, Comparison)]) -> Option<String> {
    match compared {
        _ if compared.iter().any(|(_, one)| one.differences.is_empty()) => None,
        [(_, one)] => {
            let all: Vec<String> = one.differences.iter().map(ToString::to_string).collect();
            Some(format!("the object exists with other values: {}", all.join("; ")))
        }
        _ => Some("several objects exist, and none has the given values".to_owned()),
    }
}

/// What was not compared, for the end of a sentence.
fn hidden(comparison: &Comparison) -> String {
    match &comparison.hidden[..] {
        [] => String::new(),
        [one] => format!("; {one} was not compared"),
        [most @ .., last] => format!("; {} and {last} were not compared", most.join(", ")),
    }
}

/// Judges a creation. Another call can have made the objects before, or changed them since.
fn created(given: &Given<'_>, rows: &[Value], unique: bool, clock: Clock) -> Verdict {
    let times = |rows: &[&Value]| {
        let times = rows.iter().filter_map(|row| row[CREATED].as_str()).map(plain);
        times.collect::<Vec<_>>().join(" and ")
    };
    let candidates: Vec<&Value> = rows.iter().filter(|row| clock.of(row) != Age::Older).collect();
    if let (Some(since), []) = (clock.since, &candidates[..]) {
        let times = times(&rows.iter().collect::<Vec<_>>());
        return Verdict::DidNot(format!(
            "what exists is older: `{CREATED}` is {times}, and --since is {since:.0}"
        ));
    }
    let compared = match compared(given, candidates) {
        Ok(compared) => compared,
        Err(verdict) => return verdict,
    };
    if let Some(how) = differences(&compared) {
        return unknown(
            how,
            match clock.is_dated {
                true => {
                    "It can be older, or another call has changed it since: compare its createdAt with the time of the call."
                }
                false => {
                    "It can be older, or another call has changed it since: compare what exists with what you sent."
                }
            },
        );
    }
    let same = compared.iter().filter(|(_, one)| one.differences.is_empty());
    let hidden = same.clone().next().map_or_else(String::new, |(_, one)| hidden(one));
    let same: Vec<&Value> = same.map(|(row, _)| *row).collect();
    let when = match times(&same) {
        times if times.is_empty() || !clock.is_dated => String::new(),
        times => format!("; `{CREATED}` is {times}, to compare with the time of the call"),
    };
    let newer = same.iter().filter(|row| clock.of(row) == Age::Newer).count();
    match (unique, newer) {
        (true, _) | (_, 1) => {
            Verdict::Happened(format!("took effect: the object exists{hidden}{when}"))
        }
        (_, 0) if clock.is_dated => unknown(
            format!(
                "an object with the given values exists, and can be older than the call{hidden}{when}"
            ),
            "Run it again with `--since TIME`, the time of the call: an older object does not count.",
        ),
        (_, 0) => unknown(
            "an object with the given values exists, and can be older than the call",
            COMPARE,
        ),
        _ => unknown(
            format!("several objects with the given values were created since then{when}"),
            COMPARE,
        ),
    }
}

/// Judges a change. If others can have changed the object since, only an operation that can safely run again did not run.
fn changed(given: &Given<'_>, rows: &[Value], idempotent: bool) -> Verdict {
    let compared = match compared(given, rows) {
        Ok(compared) => compared,
        Err(verdict) => return verdict,
    };
    match (differences(&compared), &compared[..]) {
        (Some(how), _) if idempotent => Verdict::DidNot(how),
        (Some(how), _) => unknown(
            how,
            "It did not run, or another call has changed the object since: compare what exists with what you sent.",
        ),
        (None, [(_, one)]) if one.compared == 0 => cannot_compare(),
        (None, [(_, one)]) => Verdict::Happened(format!(
            "took effect: the object has the given values{}",
            hidden(one)
        )),
        (None, _) => unknown("several objects match", COMPARE),
    }
}

fn cannot_compare() -> Verdict {
    Verdict::Unknown {
        why: "the object exists, but none of the given values can be read back".to_owned(),
        next: COMPARE.to_owned(),
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
        let key = merge::key(merge, item);
        let Some(row) = there.iter().find(|row| merge::key(merge, row) == key) else {
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
