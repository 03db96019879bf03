//! Changes of inputs: arguments, and fields of input objects.

use super::change::{Class, Delta, Step};
use super::comparison::{GONE, NOTHING, deprecation};
use super::output::{Meaning, is_text, marks};
use crate::model::{Argument, Model};
use crate::parse::syntax::Value;

/// The meaning of a new argument.
pub(super) fn added(new: &Argument) -> Meaning {
    match new.row.required {
        true => Meaning {
            delta: Delta::RequiredAdded,
            advice: "set it: the server refuses every call without it",
            ..GONE
        },
        false => Meaning { advice: "nothing; older servers refuse a call that sets it", ..NOTHING },
    }
}

pub(super) fn removed() -> Meaning {
    Meaning { advice: "stop setting it: the server refuses calls that set it", ..GONE }
}

/// All changes of one input.
pub(super) fn compare(
    (old_model, old): (&Model, &Argument),
    (new_model, new): (&Model, &Argument),
) -> Vec<Meaning> {
    let mut meanings = Vec::new();
    meanings.extend(necessity(old, new));
    let same_necessity = meanings.is_empty();
    meanings.extend(ty((old_model, old), (new_model, new), same_necessity));
    if same_necessity && !same_default(old.default.as_ref(), new.default.as_ref()) {
        meanings.push(Meaning {
            delta: Delta::DefaultChanged,
            code: Class::Dangerous,
            commands: Class::Dangerous,
            step: Step::Patch,
            advice: "set it where you need the old default",
        });
    }
    meanings.extend(deprecation(
        (&old.row.deprecated, &new.row.deprecated),
        "stop setting it before it is removed",
    ));
    meanings
}

fn necessity(old: &Argument, new: &Argument) -> Option<Meaning> {
    match (old.row.required, new.row.required) {
        (false, true) => {
            Some(Meaning { delta: Delta::BecameRequired, advice: "set it in every call", ..GONE })
        }
        (true, false) => Some(Meaning {
            delta: Delta::BecameOptional,
            advice: "nothing; it is now optional",
            ..NOTHING
        }),
        _ => None,
    }
}

fn ty(
    (old_model, old): (&Model, &Argument),
    (new_model, new): (&Model, &Argument),
    same_necessity: bool,
) -> Option<Meaning> {
    let (was, is) = (marks(old.row.type_ref()), marks(new.row.type_ref()));
    let same_name = old.row.type_ref().name() == new.row.type_ref().name();
    if !same_name || was.len() != is.len() {
        let text = is_text(old_model, old.row.type_ref().name())
            && is_text(new_model, new.row.type_ref().name());
        // The server reads a single value as a list of one: the specification, section "List", input coercion.
        let one_for_many = same_name && was.len() == 1 && is.len() > 1;
        let as_before = text && was.len() == is.len() || one_for_many;
        return Some(Meaning {
            delta: Delta::TypeChanged,
            code: Class::Breaking,
            commands: if as_before { Class::Safe } else { Class::Breaking },
            step: Step::Major,
            advice: "pass a value of the new type: requests name types, and the server refuses the old name",
        });
    }
    let any = |from: usize, changed: fn(bool, bool) -> bool| {
        was.iter().zip(&is).skip(from).any(|(was, is)| changed(*was, *is))
    };
    // The outermost mark has its own change: required or optional.
    let itself = usize::from(!same_necessity);
    if any(itself, |was, is| !was && is) {
        // A nullable variable is allowed where there is a default, but then null itself is refused: the
        // specification, section "All Variable Usages Are Allowed".
        let (code, commands) = match any(1, |was, is| !was && is) {
            true => (Class::Breaking, Class::Dangerous),
            false if new.default.is_some() => (Class::Dangerous, Class::Dangerous),
            false => (Class::Breaking, Class::Safe),
        };
        let (delta, step) = (Delta::Tightened, Step::Major);
        return Some(Meaning { delta, code, commands, step, advice: "never pass null" });
    }
    any(itself, |was, is| was && !is).then_some(Meaning {
        delta: Delta::Loosened,
        advice: "nothing; null is now allowed",
        ..NOTHING
    })
}

/// Compares values, not texts: graphql-js reorders the fields of objects and respells numbers in defaults.
fn same_default(old: Option<&Value>, new: Option<&Value>) -> bool {
    match (old, new) {
        (Some(old), Some(new)) => same_value(old, new),
        (old, new) => old.is_none() && new.is_none(),
    }
}

fn same_value(old: &Value, new: &Value) -> bool {
    match (old, new) {
        (Value::Number(old), Value::Number(new)) => {
            let read = |text: &str| text.parse::<f64>().ok();
            old == new || read(old).is_some_and(|number| read(new) == Some(number))
        }
        (Value::List(old), Value::List(new)) => {
            old.len() == new.len() && old.iter().zip(new).all(|(old, new)| same_value(old, new))
        }
        (Value::Object(old), Value::Object(new)) => {
            let has = |(name, value): &(String, Value)| {
                new.iter().any(|(other, new)| name == other && same_value(value, new))
            };
            old.len() == new.len() && old.iter().all(has)
        }
        (old, new) => old == new,
    }
}
