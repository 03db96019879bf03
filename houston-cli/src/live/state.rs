//! A state, its changes, and on a terminal its age.

use std::io::{self, Write};
use std::time::{Duration, Instant};

use houston_client::schema::{Schema, Type, TypeKind};
use jiff::{SignedDuration, Timestamp};
use serde_json::Value;

use super::print::{Halt, Show};
use crate::terminal::text::plain;

/// Events that are states: an object with a single field, whose type is an enum.
pub(super) struct State {
    field: String,
    /// Whether a line of the terminal can be written again.
    is_in_place: bool,
    last: Option<Seen>,
    /// Whether the line below the others is the age.
    is_shown: bool,
}

struct Seen {
    state: String,
    since: Instant,
    /// Whether it was seen to begin: otherwise it can be older.
    begun: bool,
}

impl State {
    /// The field with the state of a type, if that is all it has.
    pub(super) fn field(schema: &Schema, ty: &Type) -> Option<String> {
        let [field] = &ty.fields[..] else { return None };
        let kind = schema.type_named(field.type_ref().name())?.kind;
        (kind == TypeKind::Enum).then(|| field.name.clone())
    }

    pub(super) fn new(field: String, is_in_place: bool) -> Self {
        State { field, is_in_place, last: None, is_shown: false }
    }

    /// Writes the age of the state in the last line.
    fn age(&mut self, to: &mut dyn Write) -> io::Result<()> {
        let Some(Seen { state, since, begun }) = self.last.as_ref().filter(|_| self.is_in_place)
        else {
            return Ok(());
        };
        self.is_shown = true;
        let least = if *begun { "" } else { "at least " };
        if !begun && since.elapsed() < SECOND {
            // It can be older, and how old is not known.
            return write!(to, "\r\x1b[K{state}");
        }
        write!(to, "\r\x1b[K{state} for {least}{}", seconds(since.elapsed()))
    }
}

const SECOND: Duration = Duration::from_secs(1);

/// A time in whole seconds, such as `2m 5s`.
fn seconds(time: Duration) -> String {
    let seconds = i64::try_from(time.as_secs()).unwrap_or(i64::MAX);
    format!("{:#}", SignedDuration::from_secs(seconds))
}

impl Show for State {
    fn event(&mut self, event: &str, to: &mut dyn Write) -> Result<(), Halt> {
        let event: Value = serde_json::from_str(event).unwrap_or_default();
        let state = event[&*self.field].as_str().map_or_else(|| "no state".to_owned(), plain);
        let before = self.last.as_ref().filter(|seen| seen.state != state);
        if self.last.is_some() && before.is_none() {
            return Ok(self.age(to)?);
        }
        let before = before.map(|seen| (seen.state.clone(), seen.since.elapsed(), seen.begun));
        self.pause(to)?;
        let now = Timestamp::now().strftime("%Y-%m-%d %H:%M:%S");
        match &before {
            Some((before, lasted, begun)) => {
                let least = if *begun { "" } else { "at least " };
                writeln!(to, "{now}  {state}, after {least}{} of {before}", seconds(*lasted))?;
            }
            None => writeln!(to, "{now}  {state}")?,
        }
        self.last = Some(Seen { state, since: Instant::now(), begun: before.is_some() });
        Ok(self.age(to)?)
    }

    fn tick(&mut self, to: &mut dyn Write) -> io::Result<()> {
        self.age(to)
    }

    fn pause(&mut self, to: &mut dyn Write) -> io::Result<()> {
        match std::mem::take(&mut self.is_shown) {
            true => write!(to, "\r\x1b[K"),
            false => Ok(()),
        }
    }
}
