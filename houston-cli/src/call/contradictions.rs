//! Arguments that say different things about one value, and items without a key of their own: the server would drop one
//! of them without an error.

use houston_client::arguments::Arguments;
use houston_client::schema::Operation;
use serde_json::Value;

use crate::arguments::{self, Problem};
use crate::call::compare::same::is_same;
use crate::call::compare::value_at;
use crate::call::merge;
use crate::terminal::text::{plain, short, words_of};

/// The contradictions between the arguments of a call. Equal values are none.
pub(crate) fn between(operation: &Operation, arguments: &Arguments) -> Vec<Problem> {
    of(operation, arguments, &|name| arguments::shown(operation, name))
}

/// The contradictions between arguments, each with its place.
pub(crate) fn of(
    operation: &Operation,
    arguments: &Arguments,
    place: &dyn Fn(&str) -> String,
) -> Vec<Problem> {
    let mut found = Vec::new();
    for (part, whole) in &operation.stored_in {
        let (name, below) = whole.split_once('.').unwrap_or((whole, ""));
        if let (Some(wins), Some(loses)) = (value_at(arguments, part), value_at(arguments, whole)) {
            let wins = (place(part), wins);
            let loses = (format!("{}.{}", place(name), plain(below)), loses);
            compare(wins, loses, &mut found);
        }
    }
    if let Some(merge) = &operation.merge {
        found.extend(merge::key_problem(operation, arguments, &place(&merge.argument)));
    }
    found
}

fn compare(
    (winner, wins): (String, &Value),
    (loser, loses): (String, &Value),
    to: &mut Vec<Problem>,
) {
    match (wins, loses) {
        (Value::Object(wins), Value::Object(loses)) => {
            for (key, value) in wins {
                if let Some(other) = loses.get(key) {
                    let at = |flag: &str| format!("{flag}.{}", short(key));
                    compare((at(&winner), value), (at(&loser), other), to);
                }
            }
        }
        // Without a value, the argument decides nothing.
        (Value::Null, _) => {}
        _ if is_same(wins, loses) => {}
        _ => {
            let (wins, loses) = (short(&words_of(wins)), short(&words_of(loses)));
            to.push(Problem::at(
                loser,
                format!("it is {loses}, and {winner} is {wins}: the server would use only {winner}. Give one of them"),
            ));
        }
    }
}
