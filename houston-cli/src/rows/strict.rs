//! Checks that bytes are CSV as RFC 4180 describes it: the csv crate guesses what is meant where they are not.

use std::collections::VecDeque;
use std::io::{self, Read};

/// The most bytes of a row.
pub(super) const LARGEST_ROW: usize = 1 << 20;

/// A place in the text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Spot {
    pub(super) line: u64,
    /// The character in the line, from 1.
    pub(super) character: usize,
    /// The cell in the row, from 0.
    pub(super) cell: usize,
}

/// What is wrong with the bytes, and where.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Damage {
    pub(super) at: Spot,
    pub(super) what: &'static str,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum State {
    /// In front of a row; lines with nothing in them are none.
    RowStart,
    CellStart,
    Plain,
    Quoted,
    /// Behind a quote in a quoted cell: the end of it, or the first of two.
    QuoteSeen,
    /// Behind a carriage return.
    Return,
}

/// Passes bytes on while they are CSV, and fails at the first one that is not.
pub(super) struct Strict<R> {
    inner: R,
    state: State,
    at: Spot,
    /// The bytes of the row so far.
    size: usize,
    /// Where the last quote was opened.
    opened: Spot,
    /// The lines where the rows begin that were passed on.
    starts: VecDeque<u64>,
    /// Why it fails, once it did.
    pub(super) damage: Option<Damage>,
}

impl<R> Strict<R> {
    pub(super) fn new(inner: R) -> Self {
        let at = Spot { line: 1, character: 0, cell: 0 };
        let (state, starts) = (State::RowStart, VecDeque::new());
        Strict { inner, state, at, size: 0, opened: at, starts, damage: None }
    }

    /// What is checked.
    pub(super) fn into_inner(self) -> R {
        self.inner
    }

    /// The line where the next row begins.
    pub(super) fn start(&mut self) -> u64 {
        self.starts.pop_front().unwrap_or(self.at.line)
    }

    fn fail(&mut self, at: Spot, what: &'static str) -> io::Error {
        self.damage.get_or_insert(Damage { at, what });
        io::Error::other(what)
    }

    /// Looks at one byte.
    fn check(&mut self, byte: u8) -> Result<(), &'static str> {
        // The other bytes of a character begin with 10.
        self.at.character += usize::from(byte & 0xc0 != 0x80);
        self.size += 1;
        if self.size > LARGEST_ROW {
            return Err("the row is larger than 1 MiB");
        }
        if self.state == State::RowStart && !matches!(byte, b'\n' | b'\r') {
            self.starts.push_back(self.at.line);
            self.state = State::CellStart;
        }
        self.state = match (self.state, byte) {
            (State::Quoted, b'"') => State::QuoteSeen,
            (State::Quoted, b'\n') => {
                self.at = Spot { line: self.at.line + 1, character: 0, ..self.at };
                State::Quoted
            }
            (State::Quoted, _) => State::Quoted,
            (State::QuoteSeen, b'"') => State::Quoted,
            (State::CellStart, b'"') => {
                self.opened = self.at;
                State::Quoted
            }
            (_, b'\n') => {
                self.at = Spot { line: self.at.line + 1, character: 0, cell: 0 };
                self.size = 0;
                State::RowStart
            }
            (State::Return, _) => return Err("a carriage return stands without a line feed"),
            (_, b'\r') => State::Return,
            (_, b',') => {
                self.at.cell += 1;
                State::CellStart
            }
            (State::QuoteSeen, _) => return Err("text stands behind a closing quote"),
            (_, b'"') => return Err("a quote stands in a cell that does not begin with one"),
            _ => State::Plain,
        };
        Ok(())
    }
}

impl<R: Read> Read for Strict<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        if let Some(damage) = &self.damage {
            return Err(io::Error::other(damage.what));
        }
        let count = self.inner.read(buffer)?;
        if count == 0 && self.state == State::Quoted {
            return Err(self.fail(self.opened, "a quote is opened and never closed"));
        }
        for (at, byte) in buffer[..count].iter().enumerate() {
            if let Err(what) = self.check(*byte) {
                // A row that is too large has often lost its quote long before.
                let spot = match (self.size > LARGEST_ROW, self.state) {
                    (true, State::Quoted) => self.opened,
                    _ => self.at,
                };
                let error = self.fail(spot, what);
                // The rows before it are read first.
                return if at == 0 { Err(error) } else { Ok(at) };
            }
        }
        Ok(count)
    }
}

#[cfg(test)]
mod tests {
    use std::io::Read;

    use super::{LARGEST_ROW, Strict};

    fn damage(text: &[u8]) -> Option<(u64, usize, usize, &'static str)> {
        let mut strict = Strict::new(text);
        let read = strict.read_to_end(&mut Vec::new());
        assert_eq!(read.is_err(), strict.damage.is_some());
        strict.damage.map(|found| (found.at.line, found.at.character, found.at.cell, found.what))
    }

    #[test]
    fn what_rfc_4180_allows_is_passed_on() {
        for text in [
            "",
            "a",
            "a,b\r\n1,2\r\n",
            "a\n\n\n1\n",
            "\"a\",\"b\"\"c\",\"d\ne\",\"f\r\ng\"\n",
            "\"\"\n",
            ",,\n,,",
            "a b,=1+1,$(x),@/etc/passwd,{{x}},'\n",
            "a\r",
        ] {
            assert_eq!(damage(text.as_bytes()), None, "{text}");
        }
    }

    #[test]
    fn what_it_does_not_allow_has_a_place() {
        let behind = "text stands behind a closing quote";
        let inside = "a quote stands in a cell that does not begin with one";
        for (text, expected) in [
            ("a,b\n1,\"2\n3,4\n", (2, 3, 1, "a quote is opened and never closed")),
            ("\"", (1, 1, 0, "a quote is opened and never closed")),
            ("é,\"a\"b", (1, 6, 1, behind)),
            ("\"a\" ,b", (1, 4, 0, behind)),
            ("\"a\n\"x", (2, 2, 0, behind)),
            ("a,b\n1, \"2\"\n", (2, 4, 1, inside)),
            ("a\"", (1, 2, 0, inside)),
            ("a\rb\n", (1, 3, 0, "a carriage return stands without a line feed")),
        ] {
            assert_eq!(damage(text.as_bytes()), Some(expected), "{text}");
        }
        let long = "x".repeat(LARGEST_ROW + 1);
        let what = "the row is larger than 1 MiB";
        assert_eq!(damage(long.as_bytes()), Some((1, LARGEST_ROW + 1, 0, what)));
        let open = format!("a\n1,\"{long}");
        assert_eq!(damage(open.as_bytes()), Some((2, 3, 1, what)));
    }

    #[test]
    fn lines_are_those_where_rows_begin() {
        let mut strict = Strict::new(&b"a\r\n\r\n\"b\nc\"\nd\n"[..]);
        strict.read_to_end(&mut Vec::new()).unwrap();
        assert_eq!([strict.start(), strict.start(), strict.start()], [1, 3, 5]);
    }
}
