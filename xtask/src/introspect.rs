//! `cargo xtask introspect`: a server's schema becomes a file, with our own words in it.

use std::path::{Path, PathBuf};

use houston_codegen::diff::Report;
use houston_codegen::introspection::{self, Introspected, Merged};
use houston_codegen::model::{Model, Sources};
use houston_codegen::parse::syntax::Document;
use houston_codegen::{Diagnostics, Source, parse};

use crate::failure::{Exit, Failure};
use crate::files::{File, SCHEMA};
use crate::server::{Access, Address};
use crate::workspace::workspace;
use crate::{atomic, output};

#[derive(clap::Args)]
#[command(after_help = Exit::table())]
pub(crate) struct Arguments {
    #[command(flatten)]
    address: Address,
    #[command(flatten)]
    access: Access,
    /// The file to write. Descriptions, deprecation reasons, order and comments of an existing file are kept
    #[arg(long, value_name = "FILE", default_value = SCHEMA)]
    out: PathBuf,
}

pub(crate) fn run(arguments: &Arguments) -> Result<Exit, Failure> {
    let path = workspace().join(&arguments.out);
    let own = own(&path)?;
    let fetched = Fetched::from(&arguments.access, &arguments.address.url()?, own.as_ref())?;
    fetched.write(&path)?;
    output::line(&fetched.summary(&arguments.out));
    Ok(Exit::Done)
}

/// The current file, if it exists.
pub(crate) fn own(path: &Path) -> Result<Option<File>, Failure> {
    path.exists().then(|| File::read(&workspace(), path)).transpose()
}

/// A server's schema, ready to be written.
pub(crate) struct Fetched {
    /// The text of the file.
    pub(crate) file: File,
    /// New items without a description.
    pub(crate) undescribed: Vec<String>,
    /// Whether the current file has the same contents.
    pub(crate) is_known: bool,
    heading: String,
    types: usize,
}

/// The start of the line that records the origin of a file.
const HEADING: &str = "# Introspection ";

impl Fetched {
    /// Asks the server. Writes nothing: the result was printed, parsed again, compared with the answer and
    /// checked against the rules of the specification.
    pub(crate) fn from(access: &Access, url: &str, own: Option<&File>) -> Result<Self, Failure> {
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
        let text = head(&heading, own) + &text;
        let file = File { name: "the schema to be written".to_owned(), text };
        verify(&file, &merged, &answered)?;
        let same = own_document
            .is_some_and(|own| introspection::json(&own) == introspection::json(&merged));
        let is_known = same && own.is_some_and(|own| is_dated(&own.text, &heading));
        Ok(Fetched { file, undescribed, is_known, heading, types: merged.types.len() })
    }

    /// The result, as lines of text.
    pub(crate) fn summary(&self, path: &Path) -> String {
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
    pub(crate) fn write(&self, path: &Path) -> Result<(), Failure> {
        if self.is_known { Ok(()) } else { atomic::write_through(path, &self.file.text) }
    }
}

/// The edition and the version, without the date.
fn heading(introspected: &Introspected) -> String {
    let level = &introspected.level;
    match &introspected.version {
        Some(version) => format!("{HEADING}{level}; platform {version}"),
        None => format!("{HEADING}{level}; platform unknown"),
    }
}

/// Whether a file has this heading, with any date.
fn is_dated(text: &str, heading: &str) -> bool {
    text.lines().any(|line| line.strip_prefix(heading).is_some_and(|rest| rest.starts_with("; ")))
}

/// The text before the definitions: their origin, and the comment at the start of the file.
fn head(heading: &str, own: Option<&File>) -> String {
    let timestamp = jiff::Timestamp::now().to_string();
    let day = timestamp.split('T').next().unwrap_or_default();
    let mut head = format!("{heading}; {day}. Made by `cargo xtask introspect`.\n");
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
    let text = "the file would differ from the server's schema; this is a bug in xtask";
    Err(Failure::new(Exit::Invalid, text).with(report.text()))
}
