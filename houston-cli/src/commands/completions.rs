//! `houston completions SHELL`, and `houston man DIR` from the whole tree of commands.

use std::path::{Path, PathBuf};
use std::{fs, io};

use clap::{Args, Command};

use crate::complete::Shell;
use crate::failure::Failure;
use crate::settings::options::SchemaChoice;
use crate::terminal::output;

/// Generate shell completions
#[derive(Args)]
#[command(after_help = AFTER)]
pub(crate) struct Completions {
    /// Shell to generate for
    shell: Shell,
}

/// How to install the script.
const AFTER: &str = "\
bash: add `source <(houston completions bash)` to ~/.bashrc
zsh: add `source <(houston completions zsh)` to ~/.zshrc, behind `compinit`
fish: run `houston completions fish > ~/.config/fish/completions/houston.fish`
PowerShell: add `houston completions powershell | Out-String | Invoke-Expression` to $PROFILE
Elvish: add `eval (houston completions elvish | slurp)` to ~/.config/elvish/rc.elv

The script asks houston at each TAB, by the schema that a call would use. It opens no connection.";

/// Generate the manual, one page for each command
#[derive(Args)]
pub(crate) struct Man {
    /// Directory for the pages
    #[arg(value_name = "DIR")]
    directory: PathBuf,
    #[command(flatten)]
    pub(crate) schema: SchemaChoice,
}

/// Writes the script.
pub(crate) fn run(completions: Completions) -> Result<(), Failure> {
    output::data(completions.shell.script().trim_end())
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
