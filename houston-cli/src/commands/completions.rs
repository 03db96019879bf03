//! `houston completions SHELL` and `houston man DIR`, from the whole tree of commands.

use std::path::{Path, PathBuf};
use std::{fs, io};

use clap::builder::{PossibleValuesParser, TypedValueParser};
use clap::{Args, Command, ValueEnum};
use clap_complete::Shell;

use crate::failure::Failure;
use crate::settings::options::SchemaChoice;
use crate::terminal::output;

/// Generate shell completions
#[derive(Args)]
#[command(after_help = "For bash: source <(houston completions bash)")]
pub(crate) struct Completions {
    /// Shell to generate for
    #[arg(value_parser = shells())]
    shell: Shell,
    #[command(flatten)]
    pub(crate) schema: SchemaChoice,
}

/// Generate the manual, one page for each command
#[derive(Args)]
pub(crate) struct Man {
    /// Directory for the pages
    #[arg(value_name = "DIR")]
    directory: PathBuf,
    #[command(flatten)]
    pub(crate) schema: SchemaChoice,
}

fn shells() -> impl TypedValueParser<Value = Shell> {
    PossibleValuesParser::new(["bash", "zsh", "fish"]).try_map(|name| Shell::from_str(&name, false))
}

/// Writes the completions of the tree.
pub(crate) fn run(completions: Completions, mut tree: Command) -> Result<(), Failure> {
    let mut script = Vec::new();
    clap_complete::generate(completions.shell, &mut tree, "houston", &mut script);
    output::data(String::from_utf8_lossy(&script).trim_end())
}

/// Writes the pages beside their places, and moves them there: a link in the directory is replaced, and not its target.
fn pages(tree: Command, directory: &Path) -> io::Result<()> {
    fs::create_dir_all(directory)?;
    let new = tempfile::tempdir_in(directory)?;
    clap_mangen::generate_to(tree, new.path())?;
    for page in fs::read_dir(new.path())? {
        let page = page?;
        fs::rename(page.path(), directory.join(page.file_name()))?;
    }
    Ok(())
}

/// Writes the manual of the tree.
pub(crate) fn man(man: Man, tree: Command) -> Result<(), Failure> {
    let directory = &man.directory;
    pages(tree, directory).map_err(|error| {
        let what = format!("cannot write the manual to {}", directory.display());
        Failure::usage(what).because(error).help("Choose a directory that you can write to.")
    })
}
