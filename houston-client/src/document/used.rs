use std::borrow::Cow;
use std::collections::{HashMap, HashSet};

type Key = Cow<'static, str>;

/// The response keys that a selection set has used.
#[derive(Debug, Default)]
pub(super) struct Used {
    /// The names of a default selection that came first.
    claimed: &'static [&'static str],
    /// While there are few keys, comparing each is faster than hashing.
    few: Vec<Key>,
    more: Option<Box<More>>,
}

/// What few selection sets have.
#[derive(Debug, Default)]
struct More {
    /// All keys, once there are many.
    many: HashSet<Key>,
    /// The last number that a name got.
    numbers: HashMap<Key, usize>,
}

impl Used {
    const FEW: usize = 32;

    /// Claims names that differ from each other, if no key was used before.
    pub(super) fn claim(&mut self, names: &'static [&'static str]) -> bool {
        let free = self.few.is_empty() && self.claimed.is_empty();
        if free {
            self.claimed = names;
        }
        free
    }

    /// Adds a key and returns whether it was new.
    fn insert(&mut self, key: &Key) -> bool {
        if self.claimed.contains(&key.as_ref()) {
            return false;
        }
        if self.few.len() < Self::FEW {
            let is_new = !self.few.contains(key);
            if is_new {
                self.few.push(key.clone());
            }
            return is_new;
        }
        let many = &mut self.more.get_or_insert_default().many;
        if many.is_empty() {
            many.extend(self.few.iter().cloned());
        }
        many.insert(key.clone())
    }

    /// Returns the name, or a numbered one if it is used.
    pub(super) fn key(&mut self, name: &Key) -> Key {
        if self.insert(name) {
            return name.clone();
        }
        loop {
            let number = self.more.get_or_insert_default().numbers.entry(name.clone()).or_insert(1);
            *number += 1;
            let key = Key::Owned(format!("{name}__{number}"));
            if self.insert(&key) {
                return key;
            }
        }
    }

    pub(super) fn contains(&self, key: &Key) -> bool {
        self.claimed.contains(&key.as_ref())
            || self.few.contains(key)
            || self.more.as_ref().is_some_and(|more| more.many.contains(key))
    }
}
