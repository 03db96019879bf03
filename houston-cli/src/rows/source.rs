//! The file with the rows. It is read at least twice, so stdin and pipes are copied to a file without a name.

use std::fs::File;
use std::io::{self, ErrorKind, Read, Seek, Write};
use std::mem::take;
use std::path::Path;

use sha2::{Digest as _, Sha256};

use crate::failure::Failure;
use crate::input;
use crate::settings::options::RowsFormat;
use crate::terminal::text::{plain, short};

/// The most bytes that are copied from stdin or a pipe.
const LARGEST_COPY: u64 = 4 << 30;

/// A file with rows.
#[derive(Debug)]
pub(super) struct Source {
    path: String,
    pub(super) format: RowsFormat,
    /// The copy of stdin or a pipe.
    copy: Option<Copied>,
}

#[derive(Debug)]
struct Copied {
    /// What is not copied yet: the first reader copies it.
    from: Option<Pipe>,
    /// What is read and copied already.
    head: Vec<u8>,
    to: File,
}

#[derive(Debug)]
enum Pipe {
    Stdin(io::Stdin),
    File(File),
}

impl Source {
    /// The file that an option names.
    ///
    /// # Errors
    ///
    /// Fails if its format is not known, or if it cannot be opened.
    pub(super) fn of(
        option: &str,
        path: &str,
        format: Option<RowsFormat>,
    ) -> Result<Self, Failure> {
        let failed = |what: String| Failure::usage(format!("{option}: {what}"));
        let format = format.or_else(|| by_name(path));
        if format.is_none() && Path::new(path).extension().is_some() {
            let what = format!("the name `{}` does not tell the format", short(path));
            return Err(failed(what).help(
                "Name it with `--rows-format`, or let the name end with .csv, .ndjson, .json or .yaml.",
            ));
        }
        let cannot = |error: io::Error| failed(cannot_read(path, &error));
        let mut from = match path {
            "-" => Pipe::Stdin(input::own_stdin().map_err(failed)?),
            path => Pipe::File(File::open(path).map_err(cannot)?),
        };
        let kind = match &from {
            Pipe::File(file) => Some(file.metadata().map_err(cannot)?.file_type()),
            Pipe::Stdin(_) => None,
        };
        if kind.is_some_and(|kind| kind.is_dir()) {
            return Err(failed(format!("`{}` is a directory", short(path))));
        }
        let mut head = Vec::new();
        let format = match format {
            Some(format) => format,
            None => {
                head = self::head(&mut from).map_err(cannot)?;
                by_head(&head)
            }
        };
        let copy = match kind.is_some_and(|kind| kind.is_file()) {
            true => None,
            false => {
                let cannot =
                    |error: io::Error| failed(format!("cannot make a temporary file: {error}"));
                let mut to = tempfile::tempfile().map_err(cannot)?;
                to.write_all(&head).map_err(cannot)?;
                Some(Copied { from: Some(from), head, to })
            }
        };
        Ok(Source { path: path.to_owned(), format, copy })
    }

    /// Its name, for messages.
    pub(super) fn name(&self) -> String {
        if self.path == "-" { "stdin".to_owned() } else { format!("`{}`", short(&self.path)) }
    }

    /// Whether others can change it.
    pub(super) fn can_change(&self) -> bool {
        self.copy.is_none()
    }

    /// Opens it at its beginning. A byte order mark is left out.
    ///
    /// # Errors
    ///
    /// Fails if it cannot be read, or is UTF-16 or UTF-32.
    pub(super) fn open(&mut self) -> io::Result<Opened> {
        let bytes: Box<dyn Read> = match &mut self.copy {
            None => Box::new(File::open(&self.path)?),
            Some(Copied { from, head, to }) => match from.take() {
                Some(from) => {
                    let rest = Copying { from, to: to.try_clone()?, left: LARGEST_COPY };
                    Box::new(io::Cursor::new(take(head)).chain(rest))
                }
                None => {
                    to.rewind()?;
                    Box::new(to.try_clone()?)
                }
            },
        };
        let mut opened = Opened { bytes, hash: Sha256::new(), head: Vec::new() };
        let mut head = [0; 6];
        let mut filled = 0;
        while filled < head.len() {
            match opened.bytes.read(&mut head[filled..])? {
                0 => break,
                count => filled += count,
            }
        }
        opened.hash.update(&head[..filled]);
        opened.head = input::unmarked(head[..filled].to_vec())?;
        Ok(opened)
    }

    /// The failure of a file that cannot be read.
    pub(super) fn unreadable(&self, error: &io::Error) -> Failure {
        Failure::usage(cannot_read(&self.path, error))
    }
}

fn cannot_read(path: &str, error: &io::Error) -> String {
    let error = plain(&error.to_string());
    match path {
        "-" => format!("cannot read stdin: {error}"),
        path => format!("cannot read the file `{}`: {error}", short(path)),
    }
}

/// Reads so much that the first character is there that is not white space.
fn head(from: &mut Pipe) -> io::Result<Vec<u8>> {
    const MOST: usize = 1 << 16;
    let (mut head, mut buffer) = (Vec::new(), [0; 1 << 12]);
    loop {
        let count = from.read(&mut buffer)?;
        head.extend(&buffer[..count]);
        if count == 0 || head.len() > MOST || begins(&head).len() > 2 {
            return Ok(head);
        }
    }
}

/// The text without a byte order mark, and without white space in front.
fn begins(text: &[u8]) -> &[u8] {
    text.strip_prefix(b"\xef\xbb\xbf").unwrap_or(text).trim_ascii_start()
}

/// The format that the first characters tell.
fn by_head(head: &[u8]) -> RowsFormat {
    match begins(head) {
        [b'[', ..] => RowsFormat::Json,
        [b'{', ..] => RowsFormat::Ndjson,
        [b'-', b' ' | b'-', ..] => RowsFormat::Yaml,
        _ => RowsFormat::Csv,
    }
}

/// The format that the name of a file tells.
pub(crate) fn by_name(path: &str) -> Option<RowsFormat> {
    let extension = Path::new(path).extension()?.to_str()?.to_lowercase();
    Some(match &*extension {
        "csv" => RowsFormat::Csv,
        "ndjson" | "jsonl" => RowsFormat::Ndjson,
        "json" => RowsFormat::Json,
        "yaml" | "yml" => RowsFormat::Yaml,
        _ => return None,
    })
}

/// The bytes of a source, which are hashed as they are read.
pub(super) struct Opened {
    bytes: Box<dyn Read>,
    hash: Sha256,
    /// The first bytes, which are read already.
    head: Vec<u8>,
}

impl Opened {
    /// Reads what is left, and returns the hash of all bytes.
    pub(super) fn hash(mut self) -> io::Result<[u8; 32]> {
        io::copy(&mut self, &mut io::sink())?;
        Ok(self.hash.finalize().into())
    }
}

impl Read for Opened {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        if !self.head.is_empty() {
            let count = self.head.len().min(buffer.len());
            buffer[..count].copy_from_slice(&self.head[..count]);
            self.head.drain(..count);
            return Ok(count);
        }
        let count = self.bytes.read(buffer)?;
        self.hash.update(&buffer[..count]);
        Ok(count)
    }
}

/// A pipe that is copied while it is read.
struct Copying {
    from: Pipe,
    to: File,
    left: u64,
}

impl Read for Pipe {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        match self {
            Pipe::Stdin(stdin) => stdin.read(buffer),
            Pipe::File(file) => file.read(buffer),
        }
    }
}

impl Read for Copying {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let count = self.from.read(buffer)?;
        self.left = self.left.checked_sub(count as u64).ok_or_else(|| {
            io::Error::new(ErrorKind::FileTooLarge, "it is larger than 4 GiB: give a file")
        })?;
        self.to.write_all(&buffer[..count])?;
        Ok(count)
    }
}
