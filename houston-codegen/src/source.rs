//! Source texts, and positions in them.

use std::fmt;

use houston_schema::text::is_invisible;

/// A text with the name that its errors show.
#[derive(Clone, Copy, Debug)]
pub struct Source<'a> {
    /// The name: the path as the user wrote it.
    pub name: &'a str,
    /// The text.
    pub text: &'a str,
}

impl<'a> Source<'a> {
    /// Creates a source from a name and a text.
    pub const fn new(name: &'a str, text: &'a str) -> Self {
        Source { name, text }
    }

    /// Reads the bytes of a file as text.
    ///
    /// # Errors
    ///
    /// Fails with the place of the first byte that is not UTF-8.
    pub fn decode(name: &str, bytes: Vec<u8>) -> Result<String, Diagnostic> {
        let error = match String::from_utf8(bytes) {
            Ok(text) => return Ok(text),
            Err(error) => error,
        };
        let offset = error.utf8_error().valid_up_to();
        let bytes = error.as_bytes();
        let message = match bytes {
            [0xff, 0xfe, ..] | [0xfe, 0xff, ..] => {
                "the file is UTF-16: save it as UTF-8".to_owned()
            }
            _ => {
                let byte = bytes.get(offset).copied().unwrap_or_default();
                format!("the file is not UTF-8: found the byte 0x{byte:02X}; save it as UTF-8")
            }
        };
        let text = String::from_utf8_lossy(bytes);
        Err(Source::new(name, &text).error(offset, message))
    }

    /// Creates an error about the text at this byte.
    pub(crate) fn error(&self, offset: usize, message: impl Into<String>) -> Diagnostic {
        let before = self.text.get(..offset).unwrap_or(self.text);
        let start = before.rfind('\n').map_or(0, |newline| newline + 1);
        let line_text = self.text.get(start..).and_then(|rest| rest.lines().next()).unwrap_or("");
        Diagnostic {
            file: self.name.to_owned(),
            line: before.matches('\n').count() + 1,
            column: before.get(start..).unwrap_or("").chars().count() + 1,
            source_line: line_text.to_owned(),
            message: harmless(&message.into()),
            next_step: None,
        }
    }
}

/// An error in a source: the position, the line itself, and the message.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Diagnostic {
    /// The source's name.
    pub file: String,
    /// Line, from 1.
    pub line: usize,
    /// Column in characters, from 1.
    pub column: usize,
    /// The line itself.
    pub source_line: String,
    /// The message: what is wrong, or what was expected.
    pub message: String,
    /// The next step, as a sentence, if the message does not show it.
    pub next_step: Option<&'static str>,
}

impl fmt::Display for Diagnostic {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        /// The number of characters shown around the position: a minified schema is one long line.
        const SHOWN: usize = 80;
        let Diagnostic { file, line, column, source_line, message, .. } = self;
        let file = harmless(file);
        let skipped = (column - 1).saturating_sub(SHOWN / 2);
        let shown: String = source_line.chars().skip(skipped).take(SHOWN).map(visible).collect();
        let number = line.to_string();
        let gutter = " ".repeat(number.len());
        let caret = " ".repeat(column - 1 - skipped);
        writeln!(formatter, "error: {message}")?;
        writeln!(formatter, "{gutter}--> {file}:{line}:{column}")?;
        writeln!(formatter, "{gutter} |")?;
        writeln!(formatter, "{number} | {shown}")?;
        write!(formatter, "{gutter} | {caret}^")
    }
}

/// A message on one line, with characters of the source that could change what a reader sees as escapes.
pub(crate) fn harmless(message: &str) -> String {
    let mut shown = String::with_capacity(message.len());
    for character in message.chars() {
        match character {
            '\n' | '\r' | '\t' => shown.push(' '),
            unseen if is_unseen(unseen) => shown.extend(unseen.escape_unicode()),
            other => shown.push(other),
        }
    }
    shown
}

/// Shows each character in one column.
fn visible(character: char) -> char {
    if character.is_control() || is_unseen(character) { ' ' } else { character }
}

/// Whether a character is invisible and changes how others are shown.
pub(crate) fn is_unseen(character: char) -> bool {
    is_invisible(character) || character.is_control() && !character.is_whitespace()
}

/// All errors of a source.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Diagnostics(pub Vec<Diagnostic>);

impl Diagnostics {
    /// Returns an error if there is at least one diagnostic.
    pub(crate) fn into_result(self) -> Result<(), Diagnostics> {
        if self.0.is_empty() { Ok(()) } else { Err(self) }
    }
}

impl From<Diagnostic> for Diagnostics {
    fn from(diagnostic: Diagnostic) -> Self {
        Diagnostics(vec![diagnostic])
    }
}

impl fmt::Display for Diagnostics {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (index, diagnostic) in self.0.iter().enumerate() {
            let separator = if index == 0 { "" } else { "\n\n" };
            write!(formatter, "{separator}{diagnostic}")?;
        }
        Ok(())
    }
}

impl std::error::Error for Diagnostics {}
