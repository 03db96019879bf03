//! Text from files and stdin. This is the only place that reads it.
//!
//! Editors and shells of Windows write a byte order mark and CRLF: both are removed here. What is larger than
//! [`LARGEST`], or not UTF-8 text, is refused.

use std::cell::Cell;
use std::fs::File;
use std::io::{self, ErrorKind, Read};
use std::mem::take;
use std::path::Path;
use std::rc::Rc;
use std::sync::atomic::{AtomicBool, Ordering};

use secrecy::zeroize::Zeroizing;

use crate::terminal::text::{plain, short};

/// The most bytes that are read: as many as a schema may have.
const LARGEST: usize = houston_codegen::parse::MAX_BYTES;

/// The text of a file.
///
/// # Errors
///
/// Fails if it cannot be read, is too large, or is not UTF-8 text.
pub(crate) fn file(path: &Path) -> io::Result<String> {
    text(bytes(path)?)
}

/// The bytes of a file whose format allows other encodings, without a byte order mark.
///
/// # Errors
///
/// Fails if it cannot be read, is too large, or is UTF-16.
pub(crate) fn bytes(path: &Path) -> io::Result<Vec<u8>> {
    unmarked(all_of(File::open(path)?)?)
}

/// All of stdin, once.
///
/// # Errors
///
/// Fails if it cannot be read, is too large, is not UTF-8 text, or if this call has read it already.
pub(crate) fn stdin() -> Result<String, String> {
    let read = all_of(own_stdin()?).and_then(text);
    read.map_err(|error| format!("cannot read stdin: {}", plain(&error.to_string())))
}

/// Stdin, for the one who reads it.
///
/// # Errors
///
/// Fails if this call has read it already.
pub(crate) fn own_stdin() -> Result<io::Stdin, String> {
    match READ.swap(true, Ordering::Relaxed) {
        true => Err("stdin is already used by another option or argument".to_owned()),
        false => Ok(io::stdin()),
    }
}

/// Whether this call has read stdin.
pub(crate) fn is_stdin_used() -> bool {
    READ.load(Ordering::Relaxed)
}

static READ: AtomicBool = AtomicBool::new(false);

/// Stdin without the buffer of the standard library, which keeps what went through it. Nothing else may have read from it.
///
/// # Errors
///
/// Fails if it cannot be opened.
#[cfg(unix)]
pub(crate) fn unbuffered(stdin: &io::Stdin) -> io::Result<impl Read> {
    std::os::fd::AsFd::as_fd(stdin).try_clone_to_owned().map(File::from)
}

/// Stdin. On Windows, the standard library reads from a console what a file does not give.
#[cfg(not(unix))]
pub(crate) fn unbuffered(stdin: &io::Stdin) -> io::Result<impl Read> {
    Ok(stdin.lock())
}

/// The text of a source that is open.
///
/// # Errors
///
/// Fails if it cannot be read, is too large, or is not UTF-8 text.
pub(crate) fn whole(source: impl Read) -> io::Result<String> {
    text(all_of(source)?)
}

/// The text of a file that is open. Only this copy of it is in memory, if the file does not grow.
///
/// # Errors
///
/// As [`whole`].
pub(crate) fn once(file: File) -> io::Result<String> {
    let length = usize::try_from(file.metadata()?.len()).unwrap_or(LARGEST).min(LARGEST);
    let mut bytes = Vec::with_capacity(length + 64);
    read_all(file, &mut bytes)?;
    text(bytes)
}

/// The most bytes of a token.
pub(crate) const LONGEST_TOKEN: usize = 64 << 10;

/// The text of a token, without white space behind it. Only this copy of it is in memory.
///
/// # Errors
///
/// Fails if it cannot be read, is too large, or is not UTF-8 text.
pub(crate) fn token(source: impl Read) -> io::Result<String> {
    // Room for all of it: a buffer that grows leaves its content behind.
    let mut bytes = Zeroizing::new(Vec::with_capacity(LONGEST_TOKEN + 64));
    source.take(LONGEST_TOKEN as u64 + 1).read_to_end(&mut bytes)?;
    if bytes.len() > LONGEST_TOKEN {
        let what = format!("it is larger than {} KiB, and a token is not", LONGEST_TOKEN >> 10);
        return Err(io::Error::new(ErrorKind::FileTooLarge, what));
    }
    let end = bytes.trim_ascii_end().len();
    bytes.truncate(end);
    text(take(&mut *bytes))
}

/// The text of a file that the user names.
///
/// # Errors
///
/// Fails if it cannot be read.
pub(crate) fn named(path: &str) -> Result<String, String> {
    file(Path::new(path)).map_err(|error| {
        let error = plain(&error.to_string());
        format!("cannot read the file `{}`: {error}", short(path))
    })
}

/// The text of a document: of a file, or of stdin for `-`.
///
/// # Errors
///
/// Fails if it cannot be read, or if nothing is in it.
pub(crate) fn document(path: &str) -> Result<String, String> {
    match path {
        "-" => something(stdin()?, "stdin"),
        path => something(named(path)?, &format!("the file `{}`", short(path))),
    }
}

/// Refuses text without a visible character: a command that failed leaves that behind.
///
/// # Errors
///
/// Fails with a sentence about `what`.
pub(crate) fn something(text: String, what: &str) -> Result<String, String> {
    match text.trim().is_empty() {
        true if text.is_empty() => Err(format!("{what} is empty")),
        true => Err(format!("{what} contains only white space")),
        false => Ok(text),
    }
}

/// The text that another program wrote.
///
/// # Errors
///
/// Fails if it is not UTF-8 text.
pub(crate) fn text(bytes: Vec<u8>) -> io::Result<String> {
    let refused = |what: &str| io::Error::new(ErrorKind::InvalidData, what);
    let text = String::from_utf8(unmarked(bytes)?);
    let text = text.map_err(|error| {
        let before = &error.as_bytes()[..error.utf8_error().valid_up_to()];
        let line = before.iter().filter(|byte| **byte == b'\n').count() + 1;
        refused(&format!("it is not valid UTF-8 on line {line}"))
    })?;
    if text.contains('\0') {
        return Err(refused("it contains a zero byte, so it is not text"));
    }
    Ok(if text.contains("\r\n") { text.replace("\r\n", "\n") } else { text })
}

/// Passes bytes on, as long as each part of the source has at most 64 MiB: a line, for example.
pub(crate) struct InParts<R> {
    source: R,
    /// How many bytes the current part may still have.
    left: Rc<Cell<usize>>,
}

/// Where one part ends and the next begins.
#[derive(Clone)]
pub(crate) struct Parts(Rc<Cell<usize>>);

impl Parts {
    /// Begins the next part.
    pub(crate) fn next(&self) {
        self.0.set(LARGEST);
    }
}

impl<R> InParts<R> {
    pub(crate) fn new(source: R) -> (Self, Parts) {
        let left = Rc::new(Cell::new(LARGEST));
        (InParts { source, left: Rc::clone(&left) }, Parts(left))
    }
}

impl<R: Read> Read for InParts<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let count = self.source.read(buffer)?;
        let left = self.left.get().checked_sub(count).ok_or_else(too_large)?;
        self.left.set(left);
        Ok(count)
    }
}

fn too_large() -> io::Error {
    let what = format!("it is larger than {} MiB", LARGEST / (1024 * 1024));
    io::Error::new(ErrorKind::FileTooLarge, what)
}

fn all_of(source: impl Read) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    read_all(source, &mut bytes)?;
    Ok(bytes)
}

fn read_all(source: impl Read, bytes: &mut Vec<u8>) -> io::Result<()> {
    source.take(LARGEST as u64 + 1).read_to_end(bytes)?;
    if bytes.len() > LARGEST { Err(too_large()) } else { Ok(()) }
}

/// The byte order mark of UTF-8.
const MARK: &[u8] = b"\xef\xbb\xbf";

/// Removes one byte order mark of UTF-8, and refuses a second one, and those of UTF-16 and UTF-32.
pub(crate) fn unmarked(mut bytes: Vec<u8>) -> io::Result<Vec<u8>> {
    if bytes.starts_with(&[0xff, 0xfe, 0, 0]) || bytes.starts_with(&[0, 0, 0xfe, 0xff]) {
        let what = "it is UTF-32 text: save it as UTF-8";
        return Err(io::Error::new(ErrorKind::InvalidData, what));
    }
    if bytes.starts_with(&[0xff, 0xfe]) || bytes.starts_with(&[0xfe, 0xff]) {
        let what = "it is UTF-16 text: save it as UTF-8";
        return Err(io::Error::new(ErrorKind::InvalidData, what));
    }
    if bytes.starts_with(MARK) {
        bytes.drain(..MARK.len());
    }
    if bytes.starts_with(MARK) {
        let what = "it begins with two byte order marks: save it with one, or without";
        return Err(io::Error::new(ErrorKind::InvalidData, what));
    }
    Ok(bytes)
}

#[cfg(test)]
mod tests {
    use super::{LARGEST, LONGEST_TOKEN, all_of, text, token};

    #[test]
    fn a_token_is_short_text() {
        assert_eq!(token(&b"\xef\xbb\xbfabc \r\n\r\n"[..]).unwrap(), "abc");
        assert_eq!(token(&b""[..]).unwrap(), "");
        assert_eq!(token(&vec![b'a'; LONGEST_TOKEN][..]).unwrap().len(), LONGEST_TOKEN);
        let error = token(std::io::repeat(b'a')).unwrap_err();
        assert_eq!(error.to_string(), "it is larger than 64 KiB, and a token is not");
        assert!(token(&b"a\xffb"[..]).is_err());
    }

    #[test]
    fn marks_and_line_ends_of_windows_are_removed() {
        for (bytes, expected) in [
            (&b"\xef\xbb\xbfa\r\nb\r\n"[..], "a\nb\n"),
            (b"\xef\xbb\xbf", ""),
            // Only at the beginning.
            (b"a\xef\xbb\xbfb", "a\u{feff}b"),
            (b"a\rb\n\r", "a\rb\n\r"),
            (b"", ""),
        ] {
            assert_eq!(text(bytes.to_vec()).unwrap(), expected, "{bytes:?}");
        }
    }

    #[test]
    fn only_text_is_read() {
        for (bytes, why) in [
            (&b"\xff\xfea\0"[..], "it is UTF-16 text: save it as UTF-8"),
            (b"\xfe\xff\0a", "it is UTF-16 text: save it as UTF-8"),
            (b"\xff\xfe\0\0a\0\0\0", "it is UTF-32 text: save it as UTF-8"),
            (b"\0\0\xfe\xff\0\0\0a", "it is UTF-32 text: save it as UTF-8"),
            (
                b"\xef\xbb\xbf\xef\xbb\xbfa",
                "it begins with two byte order marks: save it with one, or without",
            ),
            (b"a\0", "it contains a zero byte, so it is not text"),
            (b"a\nb\xe4", "it is not valid UTF-8 on line 2"),
        ] {
            assert_eq!(text(bytes.to_vec()).unwrap_err().to_string(), why);
        }
        let error = all_of(std::io::repeat(b'a')).unwrap_err();
        assert_eq!(error.to_string(), "it is larger than 64 MiB");
        assert!(all_of(&vec![b'a'; LARGEST][..]).is_ok());
    }
}
