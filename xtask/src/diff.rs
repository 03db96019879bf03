//! `cargo xtask diff`: what changed between two schemas, and what it means.

use std::path::PathBuf;

use clap::ValueEnum;
use houston_codegen::diff::{Class, Report};
use houston_codegen::introspection;
use houston_codegen::model::{Model, Sources};

use crate::failure::{Exit, Failure};
use crate::files::{Beside, File, OVERLAY, SCHEMA};
use crate::output;
use crate::server::Access;
use crate::workspace::workspace;

#[derive(clap::Args)]
#[command(after_help = Exit::table())]
pub(crate) struct Arguments {
    /// SDL, introspection JSON, or the URL of a server. Paths are relative to the
    /// root of the workspace
    old: String,
    /// The newer schema, in the same forms
    new: String,
    #[command(flatten)]
    access: Access,
    /// The overlay, or `none` [default: schema/overlay.toml if one of the two
    /// is our own schema, otherwise none]
    #[arg(long, value_name = "FILE|none")]
    overlay: Option<String>,
    /// Output format
    #[arg(long, value_name = "FORMAT", default_value = "text")]
    format: Format,
    /// The changes that cause exit code 12: this class and those above it
    #[arg(long, value_name = "CLASS", default_value = "any")]
    fail_on: FailOn,
}

#[derive(Clone, Copy, ValueEnum)]
enum Format {
    Text,
    Markdown,
    Json,
}

#[derive(Clone, Copy, ValueEnum)]
enum FailOn {
    Any,
    Dangerous,
    Breaking,
}

pub(crate) fn run(arguments: &Arguments) -> Result<Exit, Failure> {
    let [old, new] = [&arguments.old, &arguments.new];
    let own = [old, new].iter().any(|side| workspace().join(side) == workspace().join(SCHEMA));
    let beside = match arguments.overlay.as_deref() {
        Some("none") => Beside::default(),
        Some(path) => Beside::read(&workspace(), &PathBuf::from(path))?,
        None if own => Beside::read(&workspace(), &PathBuf::from(OVERLAY))?,
        None => Beside::default(),
    };
    if [old, new].iter().all(|side| is_server(side)) && arguments.access.has_token()? {
        return Err(Failure::usage("one token would go to two servers").with(
            "Write one schema to a file with `cargo xtask introspect`, and compare the other with the file.",
        ));
    }
    let [old, new] = [side(&arguments.access, old)?, side(&arguments.access, new)?];
    let report = compare(&beside, &old, &new)?;
    output::line(&match arguments.format {
        Format::Text => {
            let release = report.release().map(|release| format!("\n{release}"));
            (report.text() + &release.unwrap_or_default()).trim_end().to_owned()
        }
        Format::Markdown => report.markdown().trim_end().to_owned(),
        Format::Json => format!("{:#}", report.json()),
    });
    let least = match arguments.fail_on {
        FailOn::Any => Class::Safe,
        FailOn::Dangerous => Class::Dangerous,
        FailOn::Breaking => Class::Breaking,
    };
    let drift = report.worst().is_some_and(|worst| worst >= least);
    Ok(if drift { Exit::Drift } else { Exit::Done })
}

/// The source of a schema.
fn side(access: &Access, named: &str) -> Result<File, Failure> {
    if is_server(named) {
        let document = access.introspect(named)?.document;
        let name = "the server's schema".to_owned();
        return Ok(File { name, text: introspection::sdl(&document) });
    }
    let root = workspace();
    File::read(&root, &root.join(named))?.definitions()
}

fn is_server(named: &str) -> bool {
    named.starts_with("https://") || named.starts_with("http://")
}

/// Compares two schemas under one overlay, whose entries may be stale.
pub(crate) fn compare(beside: &Beside, old: &File, new: &File) -> Result<Report, Failure> {
    // GitHub's own schema defines things twice.
    let model = |file| {
        let sources = Sources { allow_duplicates: true, ..beside.sources(file) };
        Model::with_stale(&sources)
    };
    let ((old, _), (new, stale)) = (model(old)?, model(new)?);
    Ok(Report::compare(&old, &new, stale))
}
