//! A generated module: the files that are there, the files that should be there, and the step between both.

use std::collections::BTreeMap;
use std::fmt::Display;
use std::fs;
use std::io::Read as _;
use std::path::{Path, PathBuf};

use super::atomic;
#[cfg(feature = "cli")]
use super::failure::Exit;
use super::failure::{Failure, cannot, chain};
use super::files::{Beside, File};
use super::output;
use crate::emit::{self, Generated, Options};
use crate::model::{Model, Sources};
use crate::source::Diagnostic;

/// The programs that write modules. The first line of each generated file names one of them.
const PROGRAMS: [&str; 2] = ["cargo xtask codegen", "houston-codegen"];

/// A module, and what it is generated from.
#[derive(Debug)]
pub struct Job<'a> {
    /// The schema, as definitions.
    pub schema: &'a File,
    /// The facts that the schema does not state.
    pub beside: &'a Beside,
    /// Where `out` begins.
    pub root: &'a Path,
    /// The module's path without `.rs`.
    pub out: &'a Path,
    /// The Rust path of the runtime that the code uses.
    pub runtime: &'a str,
    /// The command that generates the module; every file names it.
    pub command: &'a str,
    /// The path by which a caller's crate names the module, if operations get examples: see [`Options::examples`].
    pub examples: Option<&'a str>,
    /// The version of the server that has this schema, if no overlay gives it.
    pub version: Option<String>,
    /// Whether a schema may define a field, an argument or a value twice. The second one is left out.
    pub allow_invalid: bool,
    /// Whether entries of the overlay may match nothing in the schema.
    pub allow_stale: bool,
}

impl<'a> Job<'a> {
    /// Compares the files that are there with those of the schema. Prints notes on stderr, and writes nothing.
    ///
    /// # Errors
    ///
    /// Fails if the schema or the overlay is invalid, if a file cannot be read, or if a file would be overwritten that
    /// is not generated.
    pub fn plan(&self) -> Result<Plan, Failure> {
        let out = self.root.join(self.out);
        let existing = generated_files(&out)?;
        let generated = self.emit(&self.model()?, &out, &existing)?;
        Ok(Plan { root: self.root.to_owned(), files: plan(&out, generated, existing)? })
    }

    /// The code, as if none existed before. Prints notes on stderr.
    ///
    /// # Errors
    ///
    /// Fails if the schema or the overlay is invalid.
    pub(crate) fn generate(&self) -> Result<Generated, Failure> {
        self.emit(&self.model()?, &self.root.join(self.out), &[])
    }

    /// The model of the schema. Prints notes on stderr.
    ///
    /// # Errors
    ///
    /// Fails if the schema or the overlay is invalid.
    fn model(&self) -> Result<Model, Failure> {
        let sources =
            Sources { allow_duplicates: self.allow_invalid, ..self.beside.sources(self.schema) };
        let model = match self.allow_stale {
            true => Model::with_stale(&sources).map(|(model, _)| model),
            false => Model::new(&sources),
        };
        let mut model = model.map_err(|places| match would_pass_without_duplicates(&sources) {
            true => Failure::from(places)
                .with("")
                .with("The schema is invalid; add `--allow-invalid` to leave out the second ones."),
            false => places.into(),
        })?;
        for duplicate in &model.duplicates {
            output::error(&format!("{duplicate}\nwarning: left out, as --allow-invalid asks\n"));
        }
        for renamed in &model.renamed {
            output::error(&format!("note: {renamed}"));
        }
        note_left_out(&model.left_out);
        model.version = model.version.or_else(|| self.version.clone());
        Ok(model)
    }

    fn emit(&self, model: &Model, out: &Path, existing: &[PathBuf]) -> Result<Generated, Failure> {
        let relative = |path: &PathBuf| {
            let parts = path.strip_prefix(out).ok()?.iter().map(|part| part.to_str());
            Some(parts.collect::<Option<Vec<_>>>()?.join("/"))
        };
        let existing = existing.iter().filter_map(relative).collect();
        let Job { runtime, command, examples, .. } = *self;
        let options = Options { runtime, command, examples, existing: &existing };
        emit::emit(model, &options).map_err(|error| Failure::failed(chain(&error)))
    }
}

/// Lists the entries of the preset that match nothing in the schema.
fn note_left_out(entries: &[Diagnostic]) {
    let count = match entries.len() {
        0 => return,
        1 => "1 entry of the preset matches nothing in this schema and is left out".to_owned(),
        count => {
            format!("{count} entries of the preset match nothing in this schema and are left out")
        }
    };
    output::error(&format!("note: {count}:"));
    for Diagnostic { file, line, column, message, .. } in entries {
        output::error(&format!("  {file}:{line}:{column}: {message}"));
    }
}

/// Whether duplicates are the only errors.
fn would_pass_without_duplicates(sources: &Sources<'_>) -> bool {
    !sources.allow_duplicates && Model::new(&Sources { allow_duplicates: true, ..*sources }).is_ok()
}

/// A command with its options, for the first line of the files that it writes.
#[derive(Clone, Debug)]
pub struct Command(String);

impl Command {
    /// A command without options.
    pub fn new(words: &str) -> Self {
        Command(words.to_owned())
    }

    /// Adds an option with its value.
    #[must_use]
    pub fn option(self, name: &str, value: &str) -> Self {
        // One line, whatever a path holds.
        Command(format!("{} {name} {}", self.0, value.escape_debug()))
    }

    /// Adds an option without a value, if it is given.
    #[must_use]
    pub fn flag(self, name: &str, is_given: bool) -> Self {
        if is_given { Command(format!("{} {name}", self.0)) } else { self }
    }

    /// The text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// All files of a module, as they are and as they should be.
#[derive(Debug)]
pub struct Plan {
    root: PathBuf,
    files: Vec<Planned>,
}

#[derive(Debug)]
struct Planned {
    path: PathBuf,
    old: Option<String>,
    new: Option<String>,
}

impl Plan {
    /// Writes the files that differ, each whole, and removes generated ones that are no longer needed. Returns a line
    /// for each of them. With `dry_run`, it only returns the lines.
    ///
    /// # Errors
    ///
    /// Fails if a file cannot be written or removed.
    pub fn write(&self, dry_run: bool) -> Result<Vec<String>, Failure> {
        let mut done = Vec::new();
        for file in self.changed() {
            let action = match (&file.new, dry_run) {
                (Some(_), false) => "wrote",
                (Some(_), true) => "would write",
                (None, false) => "removed",
                (None, true) => "would remove",
            };
            if !dry_run {
                file.apply()?;
            }
            done.push(format!("{action} {}", self.shown(file)));
        }
        Ok(done)
    }

    /// Prints the differences as a unified diff. Fails if there are any.
    ///
    /// # Errors
    ///
    /// Fails with this exit code, and names the command that writes the files.
    #[cfg(feature = "cli")]
    pub fn check(&self, exit: Exit, command: &Command) -> Result<Exit, Failure> {
        let mut same = true;
        for file in self.changed() {
            let path = self.shown(file).to_string();
            let (old, new) = (file.old.as_deref().unwrap_or(""), file.new.as_deref().unwrap_or(""));
            let diff = similar::TextDiff::from_lines(old, new);
            output::line(&diff.unified_diff().header(&path, &path).to_string());
            same = false;
        }
        if same {
            return Ok(Exit::Done);
        }
        let stale = Failure::new(exit, "generated files are out of date");
        Err(stale.with(format_args!("Run `{}`.", command.as_str())))
    }

    fn changed(&self) -> impl Iterator<Item = &Planned> {
        self.files.iter().filter(|file| file.old != file.new)
    }

    fn shown<'f>(&self, file: &'f Planned) -> impl Display + 'f {
        file.path.strip_prefix(&self.root).unwrap_or(&file.path).display()
    }
}

impl Planned {
    fn apply(&self) -> Result<(), Failure> {
        let Some(text) = &self.new else {
            return fs::remove_file(&self.path).map_err(cannot("remove", &self.path));
        };
        if let Some(parent) = self.path.parent() {
            fs::create_dir_all(parent).map_err(cannot("make", parent))?;
        }
        atomic::write(&self.path, text)
    }
}

/// Every file that exists or should exist. Files below the module that the generator no longer writes are removed.
fn plan(
    out: &Path,
    generated: Generated,
    mut paths: Vec<PathBuf>,
) -> Result<Vec<Planned>, Failure> {
    let mut new: BTreeMap<PathBuf, String> =
        generated.files.into_iter().map(|(path, text)| (out.join(path), text)).collect();
    new.insert(module_file(out), generated.root);
    if let Some(path) = new.keys().find(|path| exists(path) && !is_generated(path)) {
        let foreign = format!("{} is not generated: it would be overwritten", path.display());
        return Err(Failure::failed(foreign).with("Choose another --out."));
    }
    paths.extend(new.keys().cloned());
    paths.sort();
    paths.dedup();
    Ok(paths
        .into_iter()
        .map(|path| {
            let old = fs::read_to_string(&path).ok();
            let new = new.remove(&path);
            Planned { path, old, new }
        })
        .collect())
}

/// Refuses a folder with files of others in which no module was generated before.
///
/// # Errors
///
/// Fails if there is such a file, or if the folder cannot be read.
#[cfg(feature = "cli")]
pub fn must_be_ours(out: &Path) -> Result<(), Failure> {
    if !out.is_dir() || is_generated(&module_file(out)) || !generated_files(out)?.is_empty() {
        return Ok(());
    }
    let mut entries = fs::read_dir(out).map_err(cannot("read", out))?;
    match entries.next() {
        None => Ok(()),
        Some(_) => {
            let text = format!("{} has files, and none of them is generated", out.display());
            Err(Failure::failed(text)
                .with("Choose another --out: a folder that is empty or does not exist."))
        }
    }
}

/// `DIR.rs` beside `DIR`.
fn module_file(out: &Path) -> PathBuf {
    let mut file = out.as_os_str().to_owned();
    file.push(".rs");
    PathBuf::from(file)
}

/// Whether something has this path, such as a link that leads nowhere.
fn exists(path: &Path) -> bool {
    fs::symlink_metadata(path).is_ok()
}

/// Whether a file says that it is generated. Other files are never removed or overwritten.
fn is_generated(path: &Path) -> bool {
    const LONGEST: u64 = 64;
    let mut start = Vec::new();
    let mut read = || fs::File::open(path)?.take(LONGEST).read_to_end(&mut start);
    if !path.is_file() || read().is_err() {
        return false;
    }
    let text = String::from_utf8_lossy(&start);
    let says = |before: &str| {
        text.strip_prefix(before)
            .is_some_and(|made_by| PROGRAMS.iter().any(|program| made_by.starts_with(program)))
    };
    says("// Generated by `") || says("{\n  \"made_by\": \"")
}

fn generated_files(dir: &Path) -> Result<Vec<PathBuf>, Failure> {
    let mut files = Vec::new();
    if !dir.exists() {
        return Ok(files);
    }
    let failed = cannot("read", dir);
    for entry in fs::read_dir(dir).map_err(&failed)? {
        let entry = entry.map_err(&failed)?;
        let path = entry.path();
        // A link leads out of what is ours.
        let kind = entry.file_type().map_err(&failed)?;
        if kind.is_dir() {
            files.extend(generated_files(&path)?);
        } else if kind.is_file() && is_generated(&path) {
            files.push(path);
        }
    }
    Ok(files)
}
