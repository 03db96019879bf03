//! What changed between two schemas, and what it means.

use std::path::Path;

use clap::ValueEnum;

use super::failure::{Exit, Failure};
use super::fetched;
use super::files::{Beside, File};
use super::output;
use super::server::{self, Access};
use crate::diff::{Class, Report};
use crate::model::{Model, Sources};

/// The two schemas, and how to reach them.
#[derive(clap::Args, Debug)]
pub struct Sides {
    /// SDL, introspection JSON, or the URL of a server. Paths are relative to the
    /// root of the workspace
    pub old: String,
    /// The newer schema, in the same forms
    pub new: String,
    #[command(flatten)]
    access: Access,
}

/// How to report the changes.
#[derive(clap::Args, Debug)]
pub struct Reporting {
    /// Output format
    #[arg(long, value_name = "FORMAT", default_value = "text")]
    format: Format,
    /// The changes that cause exit code 12: this class and those above it
    #[arg(long, value_name = "CLASS", default_value = "any")]
    fail_on: FailOn,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
enum Format {
    Text,
    Markdown,
    Json,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
enum FailOn {
    Any,
    Dangerous,
    Breaking,
}

impl Sides {
    /// Compares the two under one overlay, and prints the report. `introspect` is the command that writes the schema of
    /// a server to a file.
    ///
    /// # Errors
    ///
    /// Fails if a schema cannot be read or is invalid.
    pub fn report(
        &self,
        root: &Path,
        beside: &Beside,
        reporting: &Reporting,
        introspect: &str,
    ) -> Result<Exit, Failure> {
        let sides = [&self.old, &self.new];
        if sides.iter().all(|side| server::is_address(side)) && self.access.has_token()? {
            return Err(Failure::usage("one token would go to two servers").with(format_args!(
                "Write one schema to a file with `{introspect}`, and compare the other with the file.",
            )));
        }
        let [old, new] =
            [read(&self.access, root, &self.old)?, read(&self.access, root, &self.new)?];
        let report = compare(beside, &old, &new)?;
        output::line(&reporting.text(&report));
        let drift = report.worst().is_some_and(|worst| worst >= reporting.least());
        Ok(if drift { Exit::Drift } else { Exit::Done })
    }
}

impl Reporting {
    fn text(&self, report: &Report) -> String {
        match self.format {
            Format::Text => {
                let release = report.release().map(|release| format!("\n{release}"));
                (report.text() + &release.unwrap_or_default()).trim_end().to_owned()
            }
            Format::Markdown => report.markdown().trim_end().to_owned(),
            Format::Json => format!("{:#}", report.json()),
        }
    }

    /// The least class that counts.
    fn least(&self) -> Class {
        match self.fail_on {
            FailOn::Any => Class::Safe,
            FailOn::Dangerous => Class::Dangerous,
            FailOn::Breaking => Class::Breaking,
        }
    }
}

/// Reads a schema as definitions: from a server if `named` is an address, and otherwise from a file.
///
/// # Errors
///
/// Fails if the schema cannot be read, or if its JSON is not an introspection result.
pub fn read(access: &Access, root: &Path, named: &str) -> Result<File, Failure> {
    if server::is_address(named) {
        return fetched::definitions(access, named);
    }
    File::read(root, &root.join(named))?.definitions()
}

/// Compares two schemas under one overlay, whose entries may be stale.
///
/// # Errors
///
/// Fails if one of them or the overlay is invalid.
pub fn compare(beside: &Beside, old: &File, new: &File) -> Result<Report, Failure> {
    // GitHub's own schema defines things twice.
    let model = |file| {
        let sources = Sources { allow_duplicates: true, ..beside.sources(file) };
        Model::with_stale(&sources)
    };
    let ((old, _), (new, stale)) = (model(old)?, model(new)?);
    Ok(Report::compare(&old, &new, stale))
}
