use std::io;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Mutex, PoisonError};

use serde::{Deserialize, Serialize};
use serde_json::Value;
use serde_json::value::RawValue;

use super::index::Index;
use super::line::{Reader, Written, json_of, line, line_of};
use super::{Fingerprint, Journal, Record, Storage, Unusable};
use crate::rows::worker::Past;

/// The version of the format, in the first line.
const FORMAT: u32 = 1;

/// How a first line begins behind its length and checksum.
const BEGINNING: &[u8] = br#"{"rows":"#;

/// The most that a row's record has in the storage: its note and some more.
const LARGEST: usize = 128 << 10;

/// A journal that appends lines to a [`Storage`].
///
/// The first line is a header. Every other one has a length, a CRC-32C, and a JSON list: its number, and what was written
/// together:
///
/// ```text
/// 71 4780bdf2 [2,{"sent":"5994471abb01112afcc18159","at":"2026-11-28T23:53:58.123Z"}]
/// 87 032c0334 [3,{"ended":"5994471abb01112afcc18159","state":"done","at":"2026-11-28T23:53:58.456Z"}]
/// ```
///
/// A kill or a loss of power may leave a part of the last line. Nothing depended on it, and it is cut off. Any
/// other damage is an error: a part of the first line, a changed line, and lines that are missing in between. A file
/// whose last lines were removed cannot be told from an earlier state of it.
///
/// It keeps 20 bytes of memory for each row.
pub struct Lines<S> {
    storage: S,
    header: Value,
    is_new: bool,
    /// The bytes of an incomplete last line, of so many.
    cut: u64,
    length: u64,
    /// The number of the next line.
    next: AtomicU64,
    index: Mutex<Index>,
}

#[derive(Deserialize, Serialize)]
struct Header<H> {
    rows: u32,
    header: H,
}

impl<S: Storage> Lines<S> {
    /// Opens the journal in this storage. An empty storage gets this header; otherwise the header stays, and
    /// [`header`](Self::header) returns it. Everything is durable afterwards.
    ///
    /// # Errors
    ///
    /// Fails if the storage fails, has something else than a journal, or is damaged. The storage is then as it was.
    pub fn open(storage: S, header: Value) -> Result<Self, Unusable> {
        let mut journal = Self::read(storage)?;
        if journal.cut > 0 {
            let whole = journal.length - journal.cut;
            journal.storage.truncate(whole)?;
        }
        if journal.is_new {
            let first = Header { rows: FORMAT, header: &header };
            let first = serde_json::to_string(&first).map_err(io::Error::other)?;
            journal.storage.append(&line(&first))?;
            journal.header = header;
        }
        // The run that wrote the last line may have been killed before it was durable.
        journal.storage.sync()?;
        Ok(journal)
    }

    /// Reads the journal in this storage, and writes nothing. An incomplete last line is ignored.
    ///
    /// # Errors
    ///
    /// Fails if the storage fails, has something else than a journal, or is damaged.
    pub fn read(storage: S) -> Result<Self, Unusable> {
        let mut index = Index::default();
        let scanned = scan(&storage, &mut |offset, written| {
            if let Some(row) = written.row() {
                index.set(row, offset, written.state);
            }
        })?;
        let Scanned { header, cut, length, next } = scanned;
        let next = AtomicU64::new(next);
        let (is_new, header) = (header.is_none(), header.unwrap_or_default());
        Ok(Lines { storage, header, is_new, cut, length, next, index: Mutex::new(index) })
    }

    /// The header that was given when the journal was new; null if it still is and was only read.
    pub fn header(&self) -> &Value {
        &self.header
    }

    /// How many rows have a record. Rows that a run has met since count as well.
    pub fn rows(&self) -> usize {
        self.index.lock().unwrap_or_else(PoisonError::into_inner).len()
    }

    /// Whether the storage was empty.
    pub fn is_new(&self) -> bool {
        self.is_new
    }

    /// The bytes of an incomplete last line that were cut off.
    pub fn cut(&self) -> u64 {
        self.cut
    }

    /// Calls this function with every record, in the order in which they were written.
    ///
    /// # Errors
    ///
    /// Fails like [`read`](Self::read).
    pub fn records(&self, mut each: impl FnMut(Record)) -> Result<(), Unusable> {
        scan(&self.storage, &mut |_, written| written.record().into_iter().for_each(&mut each))?;
        Ok(())
    }

    /// Reads one record.
    fn record_at(&self, offset: u64) -> io::Result<Record> {
        let mut read = Vec::new();
        loop {
            let before = read.len();
            read.resize((before * 4).clamp(512, LARGEST), 0);
            let more = self.storage.read_at(offset + before as u64, &mut read[before..])?;
            read.truncate(before + more);
            let mut values = serde_json::Deserializer::from_slice(&read).into_iter::<Written<'_>>();
            match values.next() {
                Some(Ok(written)) => {
                    return written.record().ok_or_else(|| changed("a record has no row"));
                }
                Some(Err(error)) if !error.is_eof() => return Err(changed(&error.to_string())),
                _ if more == 0 || read.len() >= LARGEST => {
                    return Err(changed("a record has no end"));
                }
                _ => {}
            }
        }
    }
}

fn changed(how: &str) -> io::Error {
    io::Error::new(io::ErrorKind::InvalidData, format!("it changed while it was open: {how}"))
}

impl<S: Storage> Journal for Lines<S> {
    fn next(&self, given: Fingerprint) -> io::Result<(Fingerprint, Past)> {
        let found = self.index.lock().unwrap_or_else(PoisonError::into_inner).next(given);
        let (own, Some((offset, _))) = found else { return Ok((found.0, Past::New)) };
        let Record { row, state, at, note } = self.record_at(offset)?;
        if row != own {
            return Err(changed("a record is of another row"));
        }
        let past = match state {
            Some(state) => Past::Ended { state, at, note },
            None => Past::Open { at, note },
        };
        Ok((own, past))
    }

    fn append(&self, records: &[Record]) -> io::Result<()> {
        self.storage.append(&line_of(self.next.fetch_add(1, Ordering::Relaxed), records))
    }

    fn sync(&self) -> io::Result<()> {
        self.storage.sync()
    }
}

/// What a storage has besides records.
struct Scanned {
    /// `None` if no header was written.
    header: Option<Value>,
    /// The bytes of an incomplete last line.
    cut: u64,
    length: u64,
    /// The number of the next line.
    next: u64,
}

/// Calls `each` with every record and its place.
fn scan(
    storage: &impl Storage,
    each: &mut dyn FnMut(u64, &Written<'_>),
) -> Result<Scanned, Unusable> {
    let mut reader = Reader::new(storage, 0);
    let mut scanned = Scanned { header: None, cut: 0, length: 0, next: 2 };
    let (mut number, mut damaged) = (0, None);
    while let Some((offset, line)) = reader.next()? {
        number += 1;
        scanned.length = offset + line.len() as u64;
        let Some(json) = json_of(line) else {
            if number == 1 && !is_begun(line) {
                return Err(Unusable::Foreign);
            }
            // JSON has no byte 0: the disk has it where nothing was written.
            let is_incomplete = line.contains(&0) || !line.ends_with(b"\n");
            if number == 1 && is_incomplete {
                return Err(Unusable::Headless);
            }
            let (_, _, is_torn) = damaged.get_or_insert((number, offset, false));
            *is_torn = is_incomplete;
            continue;
        };
        if let Some((line, ..)) = damaged {
            return Err(Unusable::Damaged { line });
        }
        if number == 1 {
            let Ok(header) = serde_json::from_str::<Header<Value>>(json) else {
                return Err(Unusable::Foreign);
            };
            if header.rows != FORMAT {
                return Err(Unusable::Version(header.rows));
            }
            scanned.header = Some(header.header);
            continue;
        }
        let start = offset + (line.len() - json.len() - 1) as u64;
        let records: Vec<&RawValue> =
            serde_json::from_str(json).map_err(|_| Unusable::Damaged { line: number })?;
        let Some((was, records)) = records.split_first() else {
            return Err(Unusable::Damaged { line: number });
        };
        match was.get().parse() {
            Ok(was) if was == number => scanned.next = number + 1,
            Ok(was) => return Err(Unusable::Moved { line: number, was }),
            Err(_) => return Err(Unusable::Damaged { line: number }),
        }
        for record in records {
            let within = record.get().as_ptr().addr() - json.as_ptr().addr();
            let written = serde_json::from_str(record.get());
            let written = written.map_err(|_| Unusable::Damaged { line: number })?;
            each(start + within as u64, &written);
        }
    }
    match damaged {
        Some((line, _, false)) => Err(Unusable::Damaged { line }),
        Some((_, offset, true)) => {
            scanned.cut = scanned.length - offset;
            Ok(scanned)
        }
        None => Ok(scanned),
    }
}

/// Whether an incomplete first line is the beginning of a header.
fn is_begun(line: &[u8]) -> bool {
    let written = line.iter().position(|byte| *byte == 0).map_or(line, |end| &line[..end]);
    let digits = written.iter().take_while(|byte| byte.is_ascii_digit()).count();
    let check = written[digits..].iter().skip(1).take_while(|b| b.is_ascii_hexdigit()).count();
    let space = |at: usize| written.get(at).is_none_or(|byte| *byte == b' ');
    let json = written.get(digits + check + 2..).unwrap_or_default();
    digits <= 9
        && check <= 8
        && space(digits)
        && space(digits + 1 + check)
        && json.iter().zip(BEGINNING).all(|(one, other)| one == other)
}
