//! A server's schema as a file, with the words of the file that was there before.

use std::path::Path;

use super::atomic;
use super::failure::{Exit, Failure};
use super::files::File;
use super::output;
use super::server::Access;
use crate::diff::Report;
use crate::introspection::{self, HEADING, Introspected, Merged};
use crate::model::{Model, Sources};
use crate::parse::syntax::Document;
use crate::{Diagnostics, Source, parse};

/// Writes the schema of a server to a file, and prints a summary. `program` is named in the file.
///
/// # Errors
///
/// Fails if the server or the file cannot be read, if the schema is invalid, or if the file cannot be written.
pub fn introspect(
    access: &Access,
    url: &str,
    root: &Path,
    out: &Path,
    program: &str,
) -> Result<Exit, Failure> {
    let path = root.join(out);
    let own = own(root, &path)?;
    let fetched = Fetched::from(access, url, own.as_ref(), program)?;
    fetched.write(&path)?;
    output::line(&fetched.summary(out));
    Ok(Exit::Done)
}

/// The current file, if it exists.
///
/// # Errors
///
/// Fails if it cannot be read.
pub fn own(root: &Path, path: &Path) -> Result<Option<File>, Failure> {
    path.exists().then(|| File::read(root, path)).transpose()
}

/// A server's schema, ready to be written.
#[derive(Debug)]
pub struct Fetched {
    /// The text of the file.
    pub file: File,
    /// New items without a description.
    pub undescribed: Vec<String>,
    /// Whether the current file has the same contents.
    pub is_known: bool,
    heading: String,
    types: usize,
}

impl Fetched {
    /// Asks the server. Writes nothing: the result was printed, parsed again, compared with the answer and
    /// checked against the rules of the specification. `program` is named in the text.
    ///
    /// # Errors
    ///
    /// Fails if there is no answer, or if one of the schemas is invalid.
    pub fn from(
        access: &Access,
        url: &str,
        own: Option<&File>,
        program: &str,
    ) -> Result<Self, Failure> {
        let own_document = own.map(|file| parse::parse(&file.source())).transpose()?;
        let introspected = access.introspect(url)?;
        let heading = heading(&introspected);
        let answered = introspected.document;
        let (merged, undescribed) = match &own_document {
            Some(own) => {
                let Merged { document, undescribed } = introspection::merge(answered.clone(), own);
                (document, undescribed)
            }
            None => (answered.clone(), Vec::new()),
        };
        let mut text = introspection::compact_sdl(&merged);
        if let (Some(own), Some(own_document)) = (own, &own_document) {
            let source = Source::new("the schema to be written", &text);
            let printed = parse::parse(&source)?;
            text = introspection::with_comments(&text, &printed, &own.text, own_document);
        }
        let text = head(&heading, own, program) + &text;
        let file = File { name: "the schema to be written".to_owned(), text };
        verify(&file, &merged, &answered)?;
        let same = own_document
            .is_some_and(|own| introspection::json(&own) == introspection::json(&merged));
        let is_known = same && own.is_some_and(|own| is_dated(&own.text, &heading));
        Ok(Fetched { file, undescribed, is_known, heading, types: merged.types.len() })
    }

    /// The result, as lines of text.
    pub fn summary(&self, path: &Path) -> String {
        let path = path.display();
        let what = self.heading.trim_start_matches(HEADING);
        let mut text = match self.is_known {
            true => format!("{path} is up to date: introspection {what}"),
            false => format!("{path}: introspection {what}; {} types", self.types),
        };
        if !self.undescribed.is_empty() {
            text += "\nnew, and without a description:";
            for path in &self.undescribed {
                text += &format!("\n  {path}");
            }
        }
        text
    }

    /// Replaces the file, unless it has the same contents.
    ///
    /// # Errors
    ///
    /// Fails if the file cannot be written. The old file is unchanged then.
    pub fn write(&self, path: &Path) -> Result<(), Failure> {
        if self.is_known { Ok(()) } else { atomic::write_through(path, &self.file.text) }
    }
}

/// A server's schema as definitions, with a line that records its origin.
///
/// # Errors
///
/// Fails if there is no answer, or if the answer is not a schema.
pub fn definitions(access: &Access, url: &str) -> Result<File, Failure> {
    let introspected = access.introspect(url)?;
    let text = heading(&introspected) + "\n" + &introspection::sdl(&introspected.document);
    Ok(File { name: "the server's schema".to_owned(), text })
}

/// The edition and the version, without the date.
fn heading(introspected: &Introspected) -> String {
    introspection::heading(&introspected.level.to_string(), introspected.version.as_deref())
}

/// Whether a file has this heading, with any date.
fn is_dated(text: &str, heading: &str) -> bool {
    text.lines().any(|line| line.strip_prefix(heading).is_some_and(|rest| rest.starts_with("; ")))
}

/// The text before the definitions: their origin, and the comment at the start of the file.
fn head(heading: &str, own: Option<&File>, program: &str) -> String {
    let timestamp = jiff::Timestamp::now().to_string();
    let day = timestamp.split('T').next().unwrap_or_default();
    let mut head = format!("{heading}; {day}. Made by `{program}`.\n");
    let own = own.map_or("", |own| own.text.as_str());
    let comment = own.lines().take_while(|line| line.starts_with('#'));
    let comment: Vec<&str> = comment.filter(|line| !line.starts_with(HEADING)).collect();
    let comment = comment.join("\n");
    let comment = comment.trim_start_matches(['#', '\n', ' ']);
    if !comment.is_empty() {
        head += &format!("#\n# {comment}\n");
    }
    head + "\n"
}

/// Parses the text that will be written.
fn verify(file: &File, merged: &Document, answered: &Document) -> Result<(), Failure> {
    let invalid = |errors: Diagnostics| Failure::places(Exit::Invalid, &errors);
    let source = file.source();
    let read = parse::parse(&source).map_err(invalid)?;
    parse::validate(&source, &read).map_err(invalid)?;
    let printed = introspection::sdl(answered);
    let answered = Model::new(&Sources::schema(Source::new("the answer", &printed)));
    let written = Model::new(&Sources::schema(source)).map_err(invalid)?;
    let report = Report::compare(&answered.map_err(invalid)?, &written, Diagnostics::default());
    let same = introspection::json(&read) == introspection::json(merged);
    if same && report.changes.is_empty() {
        return Ok(());
    }
    let text = "the file would differ from the server's schema; this is a bug in this program";
    Err(Failure::new(Exit::Invalid, text).with(report.text()))
}
