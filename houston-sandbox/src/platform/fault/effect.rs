//! What a fault does, and where: one row for each effect.

use std::time::Duration;

use jiff::SignedDuration;
use serde::Deserialize as _;
use serde::de::IntoDeserializer as _;
use serde::de::value::{Error, StrDeserializer};

use crate::store::Health;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Effect {
    Delay(Duration),
    DropBefore,
    DropAfter,
    /// A gateway answers with this status.
    Status(u16),
    StatusAfter(u16),
    Truncate,
    ErrorAfter,
    Null,
    Hang,
    Close(u16),
    Skip,
    Flood(u32),
    Size(usize),
    OtherId,
    Reject,
    Lasts(Duration),
    Becomes(Health),
    RepointBinding,
    NoBindings,
}

/// What a rule counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Place {
    /// Calls of a query or mutation.
    Calls,
    /// Events of a subscription.
    Events,
    /// Openings of a WebSocket.
    Sockets,
}

impl Place {
    fn name(self) -> &'static str {
        match self {
            Place::Calls => "calls",
            Place::Events => "events of a subscription",
            Place::Sockets => "openings of a WebSocket",
        }
    }
}

/// An effect.
pub(crate) struct Row {
    /// Its word, or an example of it.
    pub(crate) word: &'static str,
    /// The other values that it can have; empty for a word without a value.
    range: &'static str,
    places: &'static [Place],
    read: fn(&str) -> Option<Effect>,
    /// What it does, in an imperative sentence.
    text: &'static str,
}

const CALLS: &[Place] = &[Place::Calls];
const EVENTS: &[Place] = &[Place::Events];
const SOCKETS: &[Place] = &[Place::Sockets];
const ANSWERS: &[Place] = &[Place::Calls, Place::Events];
const ALL: &[Place] = &[Place::Calls, Place::Events, Place::Sockets];

/// Reads a word without a value.
macro_rules! word {
    ($word:literal, $effect:expr, $places:expr, $text:literal) => {
        Row {
            word: $word,
            range: "",
            places: $places,
            read: |text| (text == $word).then_some($effect),
            text: $text,
        }
    };
}

pub(crate) const ROWS: [Row; 19] = [
    Row {
        word: "delay=500ms",
        range: "delay; use up to two hours, such as `delay=500ms` or `delay=90m`",
        places: ALL,
        read: delay,
        text: "answer late",
    },
    word!("drop-before", Effect::DropBefore, ALL, "close the connection without running it"),
    word!("drop-after", Effect::DropAfter, ALL, "run it, then close the connection"),
    Row {
        word: "502",
        range: "",
        places: ALL,
        read: |text| status(text).map(Effect::Status),
        text: "answer like a gateway: any status from 400 to 599, or 200",
    },
    Row {
        word: "502-after",
        range: "",
        places: ANSWERS,
        read: |text| status(text.strip_suffix("-after")?).map(Effect::StatusAfter),
        text: "the same, after running it",
    },
    word!("truncate", Effect::Truncate, ANSWERS, "run it, then send half of the answer"),
    word!("error-after", Effect::ErrorAfter, ANSWERS, "run it, then answer with an error"),
    word!("null", Effect::Null, ANSWERS, "run it, then answer null"),
    word!("hang", Effect::Hang, ALL, "send nothing more, and keep the connection open"),
    Row {
        word: "close=1011",
        range: "close code; use 1000 to 1003, 1007 to 1014, or 3000 to 4999",
        places: ALL,
        read: close,
        text: "close the WebSocket with this code, or the connection of a call",
    },
    word!("skip", Effect::Skip, EVENTS, "leave the event out"),
    Row {
        word: "flood=1000",
        range: "number of copies; use 1 to 1000000",
        places: EVENTS,
        read: flood,
        text: "send the event that many times",
    },
    Row {
        word: "size=34603008",
        range: "size; use 1 to 67108864 bytes",
        places: EVENTS,
        read: size,
        text: "fill the event up to this many bytes",
    },
    word!("other-id", Effect::OtherId, EVENTS, "send the event to an id that was not started"),
    word!("reject", Effect::Reject, SOCKETS, "refuse the token"),
    Row {
        word: "lasts=60s",
        range: "time; use up to two hours, such as `lasts=60s`",
        places: SOCKETS,
        read: lasts,
        text: "close the WebSocket after this time on the sandbox's clock",
    },
    Row {
        word: "becomes=UNHEALTHY",
        range: "status; use `UNKNOWN`, `DEPLOYING`, `UNHEALTHY` or `HEALTHY`",
        places: CALLS,
        read: becomes,
        text: "run it; the Deployment becomes this at the end of each start",
    },
    word!(
        "repoint-binding",
        Effect::RepointBinding,
        CALLS,
        "leave a service account only its role in what it created"
    ),
    word!(
        "no-bindings",
        Effect::NoBindings,
        CALLS,
        "answer: Cannot read property 'roleBindings' of undefined"
    ),
];

/// Reads an effect that works on one of these places.
pub(crate) fn read(text: &str, places: &[Place]) -> Result<Effect, String> {
    let Some((effect, row)) = ROWS.iter().find_map(|row| Some(((row.read)(text)?, row))) else {
        let name = |word: &str| word.split_once('=').map(|(name, _)| format!("{name}="));
        let near = ROWS.iter().find(|row| name(row.word).is_some_and(|it| text.starts_with(&it)));
        return Err(near.map_or_else(
            || {
                let known: Vec<&str> = ROWS.iter().map(|row| row.word).collect();
                format!("unknown effect `{text}`; use `{}`", known.join("`, `"))
            },
            |row| format!("`{text}` is not a valid {}", row.range),
        ));
    };
    if row.places.iter().any(|place| places.contains(place)) {
        return Ok(effect);
    }
    let names: Vec<&str> = row.places.iter().map(|place| place.name()).collect();
    Err(format!("`{text}` works on {} only", names.join(" and ")))
}

/// A delayed call keeps a thread, and a longer delay is more likely a mistake than a test. The same holds for a
/// connection that hangs.
pub(crate) const LONGEST: Duration = Duration::from_secs(2 * 60 * 60);

fn delay(text: &str) -> Option<Effect> {
    time(text.strip_prefix("delay=")?).map(Effect::Delay)
}

fn lasts(text: &str) -> Option<Effect> {
    time(text.strip_prefix("lasts=")?).map(Effect::Lasts)
}

/// Reads a time up to the longest.
fn time(text: &str) -> Option<Duration> {
    let time: SignedDuration = text.parse().ok()?;
    Duration::try_from(time).ok().filter(|time| *time <= LONGEST)
}

fn status(text: &str) -> Option<u16> {
    let status = text.parse().ok().filter(|_| text.len() == 3)?;
    matches!(status, 200 | 400..=599).then_some(status)
}

/// The codes that RFC 6455 and its registry allow in a frame.
fn close(text: &str) -> Option<Effect> {
    let code = text.strip_prefix("close=")?.parse().ok()?;
    matches!(code, 1000..=1003 | 1007..=1014 | 3000..=4999).then_some(Effect::Close(code))
}

fn flood(text: &str) -> Option<Effect> {
    let copies = text.strip_prefix("flood=")?.parse().ok()?;
    (1..=1_000_000).contains(&copies).then_some(Effect::Flood(copies))
}

fn size(text: &str) -> Option<Effect> {
    let size = text.strip_prefix("size=")?.parse().ok()?;
    (1..=64 * 1024 * 1024).contains(&size).then_some(Effect::Size(size))
}

fn becomes(text: &str) -> Option<Effect> {
    let status: StrDeserializer<'_, Error> = text.strip_prefix("becomes=")?.into_deserializer();
    Health::deserialize(status).ok().map(Effect::Becomes)
}

/// The grammar of faults as a text for the terminal.
pub(super) fn grammar() -> String {
    let mut text = "\
Faults: OPERATION:CALLS:EFFECT
  OPERATION  an operation, * for every one, or /ws for the opening of a WebSocket
  CALLS      which calls or events, from 1: 2, 2-4, 2+ or *
  EFFECT     "
        .to_owned();
    let lines = ROWS.iter().map(|row| format!("{:<18} {}", row.word, row.text));
    text.push_str(&lines.collect::<Vec<_>>().join("\n             "));
    text
}
