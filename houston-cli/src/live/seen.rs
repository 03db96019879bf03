//! Records that were shown: a record that comes again from another source is told apart from a new one.

use std::collections::{HashMap, VecDeque};
use std::hash::{BuildHasher as _, RandomState};

use houston_client::schema::Type;
use jiff::Timestamp;
use serde_json::Value;

use crate::answer::format::time;

/// How many records are remembered.
const MOST: usize = 16_384;

/// The latest records. Records without an id are not compared with others of the same source: two of them may be equal.
#[derive(Debug)]
pub(super) struct Seen {
    identity: Option<String>,
    time: Option<String>,
    hasher: RandomState,
    /// By hash: the source that brought the record last.
    known: HashMap<u64, u64>,
    order: VecDeque<u64>,
    source: u64,
    /// The time of the newest record.
    pub(super) newest: Option<Timestamp>,
}

impl Seen {
    /// Remembers records of this type; none if nothing tells two of them apart.
    pub(super) fn of(ty: &Type) -> Option<Self> {
        let (identity, time) = (ty.identity.clone(), ty.time.clone());
        (identity.is_some() || time.is_some()).then(|| Seen {
            identity,
            time,
            hasher: RandomState::new(),
            known: HashMap::new(),
            order: VecDeque::new(),
            source: 0,
            newest: None,
        })
    }

    /// The fields that it reads.
    pub(super) fn fields(&self) -> impl Iterator<Item = &String> {
        self.identity.iter().chain(&self.time)
    }

    /// The next records come from another source: a page, or a connection.
    pub(super) fn turn(&mut self) {
        self.source += 1;
    }

    /// Whether a record was seen.
    pub(super) fn knows(&self, text: &str) -> bool {
        self.read(text).0.is_some_and(|(hash, _)| self.known.contains_key(&hash))
    }

    /// What tells a record apart from others, with whether it is an id, and its time.
    fn read(&self, text: &str) -> (Option<(u64, bool)>, Option<Timestamp>) {
        let record = serde_json::from_str::<Value>(text).unwrap_or_default();
        let of = |field: &Option<String>| match record.get(field.as_ref()?)? {
            Value::Null => None,
            value => Some(value.clone()),
        };
        let (identity, at) = (of(&self.identity), of(&self.time));
        let hash = match (identity, &at) {
            (Some(identity), _) => Some((self.hasher.hash_one(identity.to_string()), true)),
            // The whole record, at its time.
            (None, Some(_)) => Some((self.hasher.hash_one(text), false)),
            (None, None) => None,
        };
        (hash, at.as_ref().and_then(time))
    }

    /// Remembers a record, and returns whether it is new.
    pub(super) fn is_new(&mut self, text: &str) -> bool {
        let (hash, at) = self.read(text);
        self.newest = self.newest.max(at);
        let Some((hash, is_id)) = hash else { return true };
        match self.known.insert(hash, self.source) {
            Some(source) => !is_id && source == self.source,
            None => {
                self.order.push_back(hash);
                if self.order.len() > MOST
                    && let Some(oldest) = self.order.pop_front()
                {
                    self.known.remove(&oldest);
                }
                true
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use houston_client::SCHEMA;

    use super::{MOST, Seen};

    #[test]
    fn a_record_of_another_source_is_new_only_once() {
        let mut seen = Seen::of(SCHEMA.type_named("DeploymentLog").unwrap()).unwrap();
        let record = |id: &str, text: &str| {
            format!(r#"{{"id":{id},"timestamp":"2026-11-29T03:04:05Z","message":"{text}"}}"#)
        };
        assert!(!seen.knows(&record("\"1\"", "a")) && seen.is_new(&record("\"1\"", "a")));
        assert!(seen.is_new(&record("null", "same")) && seen.is_new(&record("null", "same")));
        assert!(!seen.is_new(&record("\"1\"", "a")));
        seen.turn();
        assert!(seen.knows(&record("\"1\"", "b")) && !seen.is_new(&record("\"1\"", "a")));
        assert!(!seen.is_new(&record("null", "same")));
        assert!(seen.is_new(&record("\"2\"", "a")) && seen.is_new("{}") && seen.is_new("null"));
        assert_eq!(seen.newest, Some("2026-11-29T03:04:05Z".parse().unwrap()));
        for at in 0..MOST * 2 {
            assert!(seen.is_new(&record(&format!("\"x{at}\""), "")));
        }
        assert_eq!((seen.known.len(), seen.order.len()), (MOST, MOST));
        assert!(Seen::of(SCHEMA.type_named("DeploymentStatus").unwrap()).is_none());
    }
}
