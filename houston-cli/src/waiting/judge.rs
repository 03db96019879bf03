//! When a state counts as the end of a wait.

use std::time::Duration;

use houston_client::schema::Watch;

use super::End;

/// Judges the states of one wait, in their order.
pub(crate) struct Judge<'w> {
    watch: &'w Watch,
    /// How long a state must stay that can be older than the call.
    settle: Option<Duration>,
    first: Option<Option<String>>,
    /// Whether another state than the first one was seen.
    pub(crate) changed: bool,
}

impl<'w> Judge<'w> {
    pub(crate) fn new(watch: &'w Watch, settle: Option<Duration>) -> Self {
        Judge { watch, settle, first: None, changed: false }
    }

    /// What a state means that is seen at this time after the call.
    pub(crate) fn judge(&mut self, state: Option<&str>, took: Duration) -> Option<End> {
        let first = self.first.get_or_insert_with(|| state.map(str::to_owned));
        self.changed |= first.as_deref() != state;
        let counts = self.changed || self.settle.is_none_or(|settle| took >= settle);
        self.end(state).filter(|_| counts)
    }

    /// What a state means, whenever it is seen.
    pub(crate) fn end(&self, state: Option<&str>) -> Option<End> {
        let is_of = |states: &[String]| states.iter().any(|known| Some(&**known) == state);
        match () {
            () if is_of(&self.watch.reached) => Some(End::Reached),
            () if is_of(&self.watch.failed) => Some(End::Failed),
            () => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use houston_client::schema::Watch;
    use houston_schema::row;

    use super::{End, Judge};

    /// The end of a wait that sees one of these states each second, and the second.
    fn ends(settle: Option<u64>, states: &str) -> Option<(End, u64)> {
        let (reached, failed) = (vec!["H".to_owned()], vec!["U".to_owned()]);
        let watch = row!(Watch { reached, failed, ..Watch::default() });
        let mut judge = Judge::new(&watch, settle.map(Duration::from_secs));
        (0..).zip(states.split(' ')).find_map(|(second, state)| {
            let state = Some(state).filter(|state| *state != "-");
            Some((judge.judge(state, Duration::from_secs(second))?, second))
        })
    }

    #[test]
    fn a_state_counts_if_it_is_not_older_than_the_call() {
        for (settle, states, end) in [
            (None, "H", Some((End::Reached, 0))),
            (None, "- ? D H U", Some((End::Reached, 3))),
            (None, "? D U H", Some((End::Failed, 2))),
            (None, "? D D", None),
            // After an update.
            (Some(3), "H H D D H", Some((End::Reached, 4))),
            (Some(3), "H H H H", Some((End::Reached, 3))),
            (Some(3), "H H H", None),
            (Some(3), "D H", Some((End::Reached, 1))),
            (Some(3), "U U D H", Some((End::Reached, 3))),
            (Some(3), "U H", Some((End::Reached, 1))),
            (Some(3), "H D U", Some((End::Failed, 2))),
            (Some(3), "H U", Some((End::Failed, 1))),
            (Some(3), "U U U U", Some((End::Failed, 3))),
            (Some(3), "D D D D D", None),
            (Some(3), "H - H", Some((End::Reached, 2))),
        ] {
            assert_eq!(ends(settle, states), end, "{settle:?}: {states}");
        }
    }
}
