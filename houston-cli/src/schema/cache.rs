//! Schemas of platforms that were pulled: one file for each, with what is known about the pull.
//!
//! The file has three parts: a line of JSON about it, the table, and the schema as text. A call reads the rows of the table
//! that it needs. The table also depends on this program's own facts, so it has their mark and is made again for others.

use std::fs::File;
use std::io::{self, BufRead as _, BufReader, Read as _};
use std::path::Path;
use std::time::{Duration, SystemTime};

use houston_client::schema::Schema;
use jiff::{SignedDuration, Timestamp};
use serde::{Deserialize, Serialize};

use super::choice::Place;
use crate::failure::{Exit, Failure};
use crate::settings::{files, found};
use crate::terminal::text::plain;

/// Facts about a pulled schema.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct About {
    /// The version of the platform, if it reports one.
    pub(crate) version: Option<String>,
    /// When it was pulled.
    pub(crate) date: String,
    /// The level of introspection that the server supported.
    pub(crate) level: String,
}

impl About {
    /// The facts, in words.
    pub(crate) fn words(&self) -> String {
        format!("{}, pulled {}", self.platform(), plain(&self.date))
    }

    /// The platform's version, in words.
    pub(crate) fn platform(&self) -> String {
        let version = self.version.as_deref().map_or("of unknown version".to_owned(), plain);
        format!("Houston {version}")
    }
}

/// The last attempt to pull, if it failed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Failed {
    /// Why, in words.
    pub(crate) why: String,
    /// Until when the platform is not asked again without being told to, in seconds since 1970.
    pub(crate) until: i64,
    /// Whether a token was sent.
    pub(crate) signed_in: bool,
}

/// What is known about the schema of a platform.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Head {
    /// The address.
    pub(super) endpoint: String,
    /// The mark of the facts that the table contains.
    pub(super) facts: String,
    /// The number of bytes of the table, and their checksum: a row that is damaged could not be read later.
    pub(super) table: (usize, u32),
    /// The schema that was pulled; none if none ever was.
    pub(crate) about: Option<About>,
    /// When the platform was asked last, in seconds since 1970.
    pub(crate) asked: i64,
    pub(crate) failed: Option<Failed>,
}

impl Head {
    /// The table in a text, unless this program has other facts.
    fn table_of(&self, text: Vec<u8>) -> Option<Schema> {
        let is_ours = self.about.is_some() && self.facts == facts();
        (is_ours && self.table == measured(&text)).then(|| Schema::of_text(text)).flatten()
    }

    /// How long ago the platform was asked; none if that was never, or if the clock has been set back.
    pub(crate) fn since_asked(&self, now: Timestamp) -> Option<SignedDuration> {
        let asked = Timestamp::from_second(self.asked).ok().filter(|_| self.asked > 0)?;
        let since = now.duration_since(asked);
        // A second can be rounded.
        (since >= SignedDuration::from_secs(-2)).then_some(since)
    }
}

/// A file that was read.
#[derive(Clone, Debug, Default)]
pub(crate) struct Kept {
    pub(crate) head: Head,
    text: String,
    /// Where the table and the schema begin.
    table: usize,
    sdl: usize,
}

/// The largest file: no reader takes more than 64 MiB.
const LARGEST: usize = 60 << 20;

/// Files that nothing has written for so long are removed.
const FORGOTTEN: Duration = Duration::from_secs(90 * 24 * 60 * 60);

impl Kept {
    /// The table, unless this program has other facts.
    pub(crate) fn table(&self) -> Option<Schema> {
        self.head.table_of(self.text.as_bytes()[self.table..self.sdl].to_vec())
    }

    /// The schema as text; none if none was pulled.
    pub(crate) fn sdl(&self) -> Option<&str> {
        self.head.about.as_ref().map(|_| &self.text[self.sdl..])
    }

    fn of(text: String, place: &Place) -> Option<Kept> {
        let table = text.find('\n')? + 1;
        let head: Head = serde_json::from_str(&text[..table]).ok()?;
        let sdl = table.checked_add(head.table.0).filter(|sdl| text.is_char_boundary(*sdl))?;
        (head.endpoint == place.shown).then_some(Kept { head, text, table, sdl })
    }
}

/// Reads what a call needs of what is kept for a platform: the head, and the table unless this program has other facts.
pub(crate) fn of_call(place: &Place) -> (Head, Option<Schema>) {
    let read = |file: File| {
        let mut file = BufReader::new(file);
        let mut line = Vec::new();
        (&mut file).take(LARGEST as u64).read_until(b'\n', &mut line)?;
        let head: Head = serde_json::from_slice(&line)?;
        let is_there = head.table.0 as u64 <= file.get_ref().metadata()?.len();
        if !is_there || head.table.0 > LARGEST {
            return Err(io::ErrorKind::InvalidData.into());
        }
        let mut table = vec![0; head.table.0];
        file.read_exact(&mut table)?;
        Ok((head, table))
    };
    match found::with(&place.path, read) {
        Ok(Some((head, table))) if head.endpoint == place.shown => {
            let table = head.table_of(table);
            (head, table)
        }
        _ => (Head::default(), None),
    }
}

/// Reads what is kept for a platform; empty if there is nothing, or nothing that can be used.
pub(crate) fn read(place: &Place) -> Kept {
    // A file that cannot be read is replaced by the next pull, which says if that is not possible.
    let text = found::text(&place.path).ok().flatten();
    text.and_then(|text| Kept::of(text, place)).unwrap_or_default()
}

/// Keeps a schema and its table, or only the head if none was pulled. The previous file stays until this one is written.
///
/// # Errors
///
/// Fails if it cannot be written.
pub(crate) fn keep(
    place: &Place,
    head: Head,
    pulled: Option<(&str, &Schema)>,
) -> Result<(), Failure> {
    let failed = |error| unwritable(place).because(error);
    let table = pulled.map(|(_, schema)| schema.to_text()).transpose();
    let table = table.map_err(failed)?.unwrap_or_default();
    let (endpoint, measured) = (place.shown.clone(), measured(table.as_bytes()));
    let head = Head { endpoint, facts: facts(), table: measured, ..head };
    let head = serde_json::to_string(&head).map_err(failed)?;
    write(place, &format!("{head}\n{table}{}", pulled.map_or("", |(sdl, _)| sdl)))
}

/// Keeps what there is, with another head.
///
/// # Errors
///
/// Fails if it cannot be written.
pub(crate) fn mark(place: &Place, kept: &Kept, head: Head) -> Result<(), Failure> {
    let head = match kept.text.is_empty() {
        true => Head { endpoint: place.shown.clone(), ..head },
        false => head,
    };
    let parts = &kept.text[kept.table..];
    let head = serde_json::to_string(&head);
    let head = head.map_err(|error| unwritable(place).because(error))?;
    write(place, &format!("{head}\n{parts}"))
}

fn unwritable(place: &Place) -> Failure {
    Failure::new(Exit::Internal, format!("cannot write {}", place.path.display()))
}

fn write(place: &Place, text: &str) -> Result<(), Failure> {
    if text.len() > LARGEST {
        let what = format!("it would be larger than {} MiB", LARGEST >> 20);
        return Err(unwritable(place).detail(what));
    }
    files::write_private(&place.path, text).map_err(|error| unwritable(place).because(error))?;
    place.path.parent().into_iter().for_each(forget_old);
    Ok(())
}

/// Removes the schemas of platforms that were not asked for a long time. What cannot be removed stays.
fn forget_old(directory: &Path) {
    let entries = std::fs::read_dir(directory).into_iter().flatten().flatten();
    for entry in entries {
        if entry.path().extension().is_none_or(|end| end != "schema") {
            continue;
        }
        let written = entry.metadata().and_then(|metadata| metadata.modified());
        let age = written.ok().and_then(|written| SystemTime::now().duration_since(written).ok());
        if age.is_some_and(|age| age > FORGOTTEN) {
            let _ = files::remove(&entry.path());
        }
    }
}

/// The length and the checksum of a table.
fn measured(table: &[u8]) -> (usize, u32) {
    (table.len(), crc32c::crc32c(table))
}

/// Marks the facts that a table contains.
fn facts() -> String {
    format!("{FACTS:016x}")
}

const FACTS: u64 = marked(&[
    env!("CARGO_PKG_VERSION"),
    houston_schema::OVERLAY,
    houston_schema::PERMISSIONS,
    houston_schema::REFUSALS,
    houston_schema::table::FORM,
]);

/// A number that differs for other texts.
#[allow(long_running_const_eval, reason = "the texts have some hundred thousand bytes")]
const fn marked(texts: &[&str]) -> u64 {
    let mut mark: u64 = 0xcbf2_9ce4_8422_2325;
    let mut texts = texts;
    while let [text, rest @ ..] = texts {
        let mut bytes = text.as_bytes();
        while let Some((eight, rest)) = bytes.split_first_chunk::<8>() {
            mark = (mark ^ u64::from_le_bytes(*eight)).wrapping_mul(0x9e37_79b9_7f4a_7c15);
            mark ^= mark >> 29;
            bytes = rest;
        }
        while let [byte, rest @ ..] = bytes {
            mark = (mark ^ *byte as u64).wrapping_mul(0x9e37_79b9_7f4a_7c15);
            mark ^= mark >> 29;
            bytes = rest;
        }
        texts = rest;
    }
    mark
}

#[cfg(test)]
mod tests {
    use houston_client::SCHEMA;

    use super::{About, Head, Kept, Place, facts, keep, marked, of_call, read};

    fn place(directory: &tempfile::TempDir) -> Place {
        Place { shown: "https://a.example/v1".to_owned(), path: directory.path().join("a.schema") }
    }

    #[test]
    fn what_was_kept_is_read() {
        let directory = tempfile::tempdir().unwrap();
        let place = place(&directory);
        assert!(read(&place).sdl().is_none());
        let (date, level) = ("2026-11-24T12:00:00Z".to_owned(), "2021".to_owned());
        let about = About { version: Some("0.30.0".to_owned()), date, level };
        let head = Head { about: Some(about.clone()), asked: 1, ..Head::default() };
        keep(&place, head, Some(("type Query {\n  a: Int\n}\n", &SCHEMA))).unwrap();
        let kept = read(&place);
        assert_eq!(kept.head.about.as_ref(), Some(&about));
        assert_eq!(kept.sdl(), Some("type Query {\n  a: Int\n}\n"));
        assert!(kept.table().is_some_and(|table| table == *SCHEMA));
        let (head, table) = of_call(&place);
        assert!(head == kept.head && table.is_some_and(|table| table == *SCHEMA));
        assert_eq!(about.words(), "Houston 0.30.0, pulled 2026-11-24T12:00:00Z");
    }

    /// A file of another platform, a part of a file, and one of other facts.
    #[test]
    fn what_does_not_fit_is_not_used() {
        let directory = tempfile::tempdir().unwrap();
        let place = place(&directory);
        let head = Head { about: Some(About::default()), ..Head::default() };
        keep(&place, head, Some(("type Query { a: Int }", &SCHEMA))).unwrap();
        let text = std::fs::read_to_string(&place.path).unwrap();
        let other = Place { shown: "https://b.example/v1".to_owned(), ..place.clone() };
        assert!(Kept::of(text.clone(), &other).is_none());
        for part in ["", "{", "{}", "{}\n", &text[..20], &text[..2_000], "[]\n\n", "\u{0}\n\n"] {
            assert!(Kept::of(part.to_owned(), &place).is_none(), "{part}");
        }
        let foreign = Kept::of(text.replacen(&facts(), "0123456789abcdef", 1), &place).unwrap();
        assert!(foreign.table().is_none() && foreign.sdl().is_some());
        let damaged = text.replacen("\"name\":\"deployments\"", "\"name\":\"deploymentz\"", 1);
        std::fs::write(&place.path, &damaged).unwrap();
        assert!(of_call(&place).1.is_none() && of_call(&other) == (Head::default(), None));
        let damaged = Kept::of(damaged, &place).unwrap();
        assert!(damaged.table().is_none() && damaged.sdl().is_some());
    }

    #[test]
    fn other_texts_have_another_mark() {
        let marks = [marked(&[]), marked(&["a"]), marked(&["12345678"]), marked(&["12345679"])];
        let all: std::collections::BTreeSet<u64> = marks.into_iter().collect();
        assert_eq!(all.len(), 4);
    }
}
