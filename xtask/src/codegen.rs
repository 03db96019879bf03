//! `cargo xtask codegen`: from a schema to a module beside the runtime.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use houston_codegen::emit::{self, Generated, Options};
use houston_codegen::model::{Model, Sources};
use similar::TextDiff;

use crate::failure::{Exit, Failure, cannot, chain};
use crate::files::{Beside, File, OVERLAY, SCHEMA};
use crate::workspace::workspace;
use crate::{atomic, output};

/// The module of our own schema.
const OUT: &str = "houston-client/src/generated";

/// The line with which every generated file names the command that made it.
const MADE_BY: &str = "cargo xtask codegen";

#[derive(clap::Args)]
pub(crate) struct Arguments {
    #[command(flatten)]
    job: Job,
    /// Write nothing; show what would change as a diff, and fail if anything would
    #[arg(long, conflicts_with = "dry_run")]
    check: bool,
    /// Write nothing; list the files
    #[arg(long)]
    dry_run: bool,
}

/// A module, and the schema it is generated from.
#[derive(clap::Args, Default)]
struct Job {
    /// The schema: SDL or introspection JSON
    #[arg(long, value_name = "FILE", default_value = SCHEMA)]
    schema: PathBuf,
    /// The overlay, or `none`. permissions.toml and refusals.toml in its folder
    /// are also read [default: schema/overlay.toml for our own schema, otherwise none]
    #[arg(long, value_name = "FILE|none")]
    overlay: Option<String>,
    /// The module to write: DIR.rs and DIR/ [default: houston-client/src/generated, only for our own schema]
    #[arg(long, value_name = "DIR")]
    out: Option<PathBuf>,
    /// The Rust path of the runtime [default: crate::runtime for our own module, otherwise
    /// ::houston_client::runtime]
    #[arg(long, value_name = "PATH")]
    runtime: Option<String>,
    /// Accept a schema that defines a field, argument or value twice, and leave out the second one
    #[arg(long)]
    allow_invalid: bool,
    /// Whether overlay entries may match nothing in the schema.
    #[arg(skip)]
    allow_stale: bool,
}

impl Job {
    /// The module's path. The module of another schema never replaces our own unless `--out` says so.
    fn out(&self) -> Result<&Path, Failure> {
        match &self.out {
            Some(out) => Ok(out),
            None if workspace().join(&self.schema) == workspace().join(SCHEMA) => {
                Ok(Path::new(OUT))
            }
            None => {
                let schema = self.schema.display();
                let homeless = format!("the module of {schema} needs its own folder");
                Err(Failure::failed(homeless).with("Name it, such as `--out src/other`."))
            }
        }
    }
}

/// Regenerates our own module from a schema that is newer than the overlay. Returns what changed, file by file.
pub(crate) fn regenerate() -> Result<Vec<String>, Failure> {
    let job = Job { schema: SCHEMA.into(), allow_stale: true, ..Job::default() };
    write(planned(&job)?, false)
}

pub(crate) fn run(arguments: &Arguments) -> Result<Exit, Failure> {
    let planned = planned(&arguments.job)?;
    if arguments.check {
        return check(&planned, &arguments.job);
    }
    let done = write(planned, arguments.dry_run)?;
    if done.is_empty() {
        output::line("nothing changed");
    }
    done.iter().for_each(|line| output::line(line));
    Ok(Exit::Done)
}

fn planned(job: &Job) -> Result<Vec<Planned>, Failure> {
    let root = workspace();
    let out = root.join(job.out()?);
    let existing = generated_files(&out)?;
    let files = generate(job, &root, &existing)?;
    plan(&out, files, existing)
}

/// Writes the files that differ, or lists what it would write.
fn write(planned: Vec<Planned>, dry_run: bool) -> Result<Vec<String>, Failure> {
    let (root, mut done) = (workspace(), Vec::new());
    for file in planned.iter().filter(|file| file.old != file.new) {
        let path = file.path.strip_prefix(&root).unwrap_or(&file.path).display();
        let action = match (&file.new, dry_run) {
            (Some(_), false) => "wrote",
            (Some(_), true) => "would write",
            (None, false) => "removed",
            (None, true) => "would remove",
        };
        if !dry_run {
            file.apply()?;
        }
        done.push(format!("{action} {path}"));
    }
    Ok(done)
}

fn generate(job: &Job, root: &Path, existing: &[PathBuf]) -> Result<Generated, Failure> {
    let path = root.join(&job.schema);
    let beside = match job.overlay.as_deref() {
        Some("none") => Beside::default(),
        Some(overlay) => Beside::read(root, Path::new(overlay))?,
        None if path == root.join(SCHEMA) => Beside::read(root, Path::new(OVERLAY))?,
        None => Beside::default(),
    };
    let schema = File::read(root, &path)?.definitions()?;
    let sources = Sources { allow_duplicates: job.allow_invalid, ..beside.sources(&schema) };
    let model = match job.allow_stale {
        true => Model::with_stale(&sources).map(|(model, _)| model),
        false => Model::new(&sources),
    };
    let model = model.map_err(|places| match would_pass_without_duplicates(&sources) {
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
    let out = job.out()?;
    let own_out = out == Path::new(OUT);
    let default = if own_out { "crate::runtime" } else { "::houston_client::runtime" };
    let runtime = job.runtime.as_deref().unwrap_or(default);
    let command = command(job, out);
    let out = root.join(out);
    let relative = |path: &PathBuf| {
        let parts = path.strip_prefix(&out).ok()?.iter().map(|part| part.to_str());
        Some(parts.collect::<Option<Vec<_>>>()?.join("/"))
    };
    let existing = existing.iter().filter_map(relative).collect();
    let options = Options { runtime, command: &command, existing: &existing };
    emit::emit(&model, &options).map_err(|error| Failure::failed(chain(&error)))
}

/// Whether duplicates are the only errors.
fn would_pass_without_duplicates(sources: &Sources<'_>) -> bool {
    !sources.allow_duplicates && Model::new(&Sources { allow_duplicates: true, ..*sources }).is_ok()
}

/// The command that generates the code: every option that is not the default.
fn command(job: &Job, out: &Path) -> String {
    let mut command = MADE_BY.to_owned();
    let mut option = |name: &str, value: &str, default: &str| {
        if value != default {
            // One line, whatever a path holds.
            command.push_str(&format!(" {name} {}", value.escape_debug()));
        }
    };
    option("--schema", &job.schema.to_string_lossy(), SCHEMA);
    option("--overlay", job.overlay.as_deref().unwrap_or_default(), "");
    option("--out", &out.to_string_lossy(), OUT);
    option("--runtime", job.runtime.as_deref().unwrap_or_default(), "");
    if job.allow_invalid {
        command.push_str(" --allow-invalid");
    }
    command
}

/// A file as it is and as it should be.
struct Planned {
    path: PathBuf,
    old: Option<String>,
    new: Option<String>,
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

/// Every file that exists or should exist. Files below DIR that the generator no longer writes are removed.
fn plan(
    out: &Path,
    generated: Generated,
    mut paths: Vec<PathBuf>,
) -> Result<Vec<Planned>, Failure> {
    let mut new: BTreeMap<PathBuf, String> =
        generated.files.into_iter().map(|(path, text)| (out.join(path), text)).collect();
    new.insert(module_file(out), generated.root);
    if let Some(path) = new.keys().find(|path| path.exists() && !is_generated(path)) {
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

/// `DIR.rs` beside `DIR`.
fn module_file(out: &Path) -> PathBuf {
    let mut file = out.as_os_str().to_owned();
    file.push(".rs");
    PathBuf::from(file)
}

/// Whether a file says that it is generated. Other files are never removed or overwritten.
fn is_generated(path: &Path) -> bool {
    let text = fs::read_to_string(path).unwrap_or_default();
    let says = |before: &str| text.starts_with(&format!("{before}{MADE_BY}"));
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

/// Prints the differences as a unified diff. Fails if there are any.
fn check(planned: &[Planned], job: &Job) -> Result<Exit, Failure> {
    let (root, mut same) = (workspace(), true);
    for file in planned.iter().filter(|file| file.old != file.new) {
        let path = file.path.strip_prefix(&root).unwrap_or(&file.path).display().to_string();
        let (old, new) = (file.old.as_deref().unwrap_or(""), file.new.as_deref().unwrap_or(""));
        let diff = TextDiff::from_lines(old, new);
        output::line(&diff.unified_diff().header(&path, &path).to_string());
        same = false;
    }
    if same {
        return Ok(Exit::Done);
    }
    let stale = Failure::failed("generated files are out of date");
    Err(stale.with(format_args!("Run `{}`.", command(job, job.out()?))))
}
