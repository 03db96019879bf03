//! `houston docs DIR`: the reference of a schema as pages for a browser.

use std::path::PathBuf;

use clap::Args;

use crate::failure::Failure;
use crate::pages::Reference;
use crate::pages::directory;
use crate::schema::{self, BuiltIn};
use crate::settings::options::SchemaChoice;
use crate::terminal::output;
use crate::terminal::text::plain;

/// Write the reference of the schema as HTML pages
#[derive(Args)]
#[command(
    after_help = "The pages need no server: open DIR/index.html. They load nothing from elsewhere.\n\
                  A second run replaces the pages and removes those that are left over."
)]
pub(crate) struct Docs {
    /// Directory for the pages
    #[arg(value_name = "DIR")]
    directory: PathBuf,
    #[command(flatten)]
    schema: SchemaChoice,
}

pub(crate) fn run(built_in: BuiltIn, docs: Docs) -> Result<(), Failure> {
    let loaded = schema::of(built_in, &docs.schema.into())?;
    schema::say(&loaded);
    let reference = Reference::new(loaded)?;
    let written = directory::write(&docs.directory, reference.files())?;
    output::note(format_args!(
        "note: wrote {} files with {} kB",
        written.files,
        written.bytes.div_ceil(1000)
    ));
    let first = docs.directory.join("index.html");
    output::data(plain(&first.to_string_lossy()))
}
