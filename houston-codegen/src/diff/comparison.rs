//! Two models side by side, and the changes found so far.

use super::affected::Side;
use super::change::{Change, Class, Delta, Element, Step};
use super::output::Meaning;

pub(super) struct Comparison<'m> {
    pub(super) old: Side<'m>,
    pub(super) new: Side<'m>,
    pub(super) changes: Vec<Change>,
}

/// The place of a change, and the code and calls that it affects.
pub(super) struct Place {
    pub(super) element: Element,
    pub(super) path: String,
    pub(super) rust: String,
    pub(super) calls: Vec<String>,
}

/// The meaning of a new, optional item.
pub(super) const NOTHING: Meaning = Meaning {
    delta: Delta::Added,
    code: Class::Safe,
    commands: Class::Safe,
    step: Step::Minor,
    advice: "nothing",
};

/// The meaning of a removed item.
pub(super) const GONE: Meaning = Meaning {
    delta: Delta::Removed,
    code: Class::Breaking,
    commands: Class::Breaking,
    step: Step::Major,
    advice: "",
};

/// The meaning of a new or withdrawn deprecation.
pub(super) fn deprecation(
    (was, is): (&Option<String>, &Option<String>),
    advice: &'static str,
) -> Option<Meaning> {
    match (was, is) {
        (None, Some(_)) => Some(Meaning { delta: Delta::Deprecated, advice, ..NOTHING }),
        (Some(_), None) => {
            Some(Meaning { delta: Delta::Undeprecated, step: Step::Patch, ..NOTHING })
        }
        _ => None,
    }
}

impl Comparison<'_> {
    pub(super) fn note(
        &mut self,
        place: Place,
        meaning: Meaning,
        old: Option<String>,
        new: Option<String>,
    ) {
        let Place { element, path, rust, calls } = place;
        let Meaning { delta, code, commands, step, advice } = meaning;
        let advice = advice.to_owned();
        self.changes.push(Change {
            element,
            delta,
            path,
            old,
            new,
            code,
            commands,
            step,
            rust,
            calls,
            advice,
        });
    }

    pub(super) fn renamed(&mut self, place: Place, (old, new): (String, String)) {
        let meaning = Meaning {
            delta: Delta::Renamed,
            code: Class::Breaking,
            step: Step::Major,
            advice: "after regenerating, use the new name",
            ..NOTHING
        };
        self.note(place, meaning, Some(old), Some(new));
    }
}
