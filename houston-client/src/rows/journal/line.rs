//! The lines of a journal: `LENGTH CRC32C JSON`. The first one is the header; every other one is its number and what was
//! written together, so that all but the last line were made durable before the next one was written.

use std::io;

use serde::{Deserialize, Deserializer, Serialize};
use serde_json::Value;
use serde_json::value::RawValue;

use super::{Fingerprint, Record, Storage};
use crate::rows::worker::State;

/// The largest line.
const LONGEST: usize = 128 << 20;

/// The largest note, in bytes of JSON.
const LARGEST_NOTE: usize = 64 << 10;

/// A record as it is written, with the JSON of its note.
#[derive(Deserialize, Serialize)]
pub(super) struct Written<'a> {
    #[serde(skip_serializing_if = "Option::is_none")]
    sent: Option<Fingerprint>,
    #[serde(skip_serializing_if = "Option::is_none")]
    ended: Option<Fingerprint>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) state: Option<State>,
    at: &'a str,
    #[serde(
        borrow,
        default,
        deserialize_with = "present",
        skip_serializing_if = "Option::is_none"
    )]
    note: Option<&'a RawValue>,
}

/// Null is a note as any other.
fn present<'de, D: Deserializer<'de>>(note: D) -> Result<Option<&'de RawValue>, D::Error> {
    <&RawValue>::deserialize(note).map(Some)
}

impl Written<'_> {
    /// The row; `None` if the line is not from this version.
    pub(super) fn row(&self) -> Option<Fingerprint> {
        if self.state.is_some() { self.ended } else { self.sent }
    }

    pub(super) fn record(&self) -> Option<Record> {
        let note = self.note.map(|note| serde_json::from_str(note.get()).ok());
        let (row, at) = (self.row()?, self.at.parse().ok()?);
        Some(Record { row, state: self.state, at, note: note.flatten() })
    }
}

/// The line of this number with these records.
pub(super) fn line_of(number: u64, records: &[Record]) -> Vec<u8> {
    let mut json = format!("[{number}");
    for record in records {
        json.push(',');
        let note = record.note.as_ref().map(Value::to_string);
        let note = note.filter(|note| note.len() <= LARGEST_NOTE);
        let note = note.and_then(|note| RawValue::from_string(note).ok());
        let at = record.at.to_string();
        let written = Written {
            sent: record.state.is_none().then_some(record.row),
            ended: record.state.is_some().then_some(record.row),
            state: record.state,
            at: &at,
            note: note.as_deref(),
        };
        json += &serde_json::to_string(&written).unwrap_or_default();
    }
    json.push(']');
    line(&json)
}

pub(super) fn line(json: &str) -> Vec<u8> {
    let check = crc32c::crc32c(json.as_bytes());
    format!("{} {check:08x} {json}\n", json.len()).into_bytes()
}

/// The JSON of a whole line, if it is as it was written.
pub(super) fn json_of(line: &[u8]) -> Option<&str> {
    let line = std::str::from_utf8(line.strip_suffix(b"\n")?).ok()?;
    let (length, rest) = line.split_once(' ')?;
    let (check, json) = rest.split_once(' ')?;
    let is_whole = length == json.len().to_string()
        && check == format!("{:08x}", crc32c::crc32c(json.as_bytes()));
    is_whole.then_some(json)
}

/// Reads lines from a storage.
pub(super) struct Reader<'s, S: ?Sized> {
    storage: &'s S,
    /// What was read from `offset` on; `from` is where the next line begins in it.
    read: Vec<u8>,
    offset: u64,
    from: usize,
}

impl<'s, S: Storage + ?Sized> Reader<'s, S> {
    pub(super) fn new(storage: &'s S, offset: u64) -> Self {
        Reader { storage, read: Vec::new(), offset, from: 0 }
    }

    /// Returns the next line with its end, and its place. The last one may lack an end. So may a part of a line that is
    /// longer than any line of ours.
    pub(super) fn next(&mut self) -> io::Result<Option<(u64, &[u8])>> {
        let mut searched = self.from;
        let to = loop {
            if let Some(at) = self.read[searched..].iter().position(|byte| *byte == b'\n') {
                break searched + at + 1;
            }
            self.read.drain(..self.from);
            self.offset += std::mem::take(&mut self.from) as u64;
            searched = self.read.len();
            if searched >= LONGEST || !self.read_more()? {
                break searched;
            }
        };
        let from = std::mem::replace(&mut self.from, to);
        let line = &self.read[from..to];
        Ok((!line.is_empty()).then_some((self.offset + from as u64, line)))
    }

    /// Returns false at the end.
    fn read_more(&mut self) -> io::Result<bool> {
        let before = self.read.len();
        self.read.resize(before + (64 << 10), 0);
        let read = self.storage.read_at(self.offset + before as u64, &mut self.read[before..]);
        self.read.truncate(before + *read.as_ref().unwrap_or(&0));
        Ok(read? > 0)
    }
}
