//! The commands of `houston-codegen`.

use std::path::{Path, PathBuf};

use clap::{CommandFactory as _, FromArgMatches as _, Parser, Subcommand};

use super::comparison::{self, Reporting, Sides};
use super::failure::{Exit, Failure};
use super::files::Beside;
use super::module::{self, Command, Job, Plan};
use super::server::{self, Access, Address};
use super::{RUNTIME, fetched, output};
use crate::Preset;

/// The name of the program.
const NAME: &str = "houston-codegen";

/// Paths begin where the user is.
const HERE: &str = "";

/// Typed Rust code from a GraphQL schema, for the crate houston-client
#[derive(Parser)]
#[command(name = NAME, version)]
struct Arguments {
    #[command(subcommand)]
    command: Choice,
}

#[derive(Subcommand)]
enum Choice {
    /// Write the schema of a server to a file
    Introspect {
        #[command(flatten)]
        address: Address,
        #[command(flatten)]
        access: Access,
        /// The file to write. Descriptions, deprecation reasons, order and comments of an existing file are kept
        #[arg(long, value_name = "FILE")]
        out: PathBuf,
    },
    /// Generate a module from a schema
    Generate {
        #[command(flatten)]
        module: Module,
        /// Write nothing; list the files
        #[arg(long)]
        dry_run: bool,
    },
    /// Compare two schemas: what changed for code and commands, and what to do
    Diff {
        #[command(flatten)]
        sides: Sides,
        #[command(flatten)]
        facts: Facts,
        #[command(flatten)]
        reporting: Reporting,
    },
    /// Compare a generated module with its schema: show what `generate` would change, and exit with 12
    /// if it would change anything
    Check {
        #[command(flatten)]
        module: Module,
    },
}

/// What the schema does not state.
#[derive(clap::Args, Debug)]
struct Facts {
    /// Facts that this program brings. Entries that match nothing in the schema are left out
    #[arg(long, value_name = "NAME")]
    preset: Option<Preset>,
    /// An overlay of your own. permissions.toml and refusals.toml in its folder are also
    /// read. An entry replaces the preset's entry of the same name
    #[arg(long, value_name = "FILE")]
    overlay: Option<PathBuf>,
}

#[derive(clap::Args, Debug)]
struct Module {
    /// The schema: a file with SDL or introspection JSON, or the URL of a server
    #[arg(long, value_name = "FILE|URL")]
    schema: String,
    #[command(flatten)]
    facts: Facts,
    /// The module to write: DIR.rs and DIR/
    #[arg(long, value_name = "DIR")]
    out: PathBuf,
    /// The Rust path of the runtime
    #[arg(long, value_name = "PATH", default_value = RUNTIME)]
    runtime: String,
    /// Write examples for operations, as doc tests of a crate that names the module so: `my_crate::api`
    #[arg(long, value_name = "PATH")]
    examples: Option<String>,
    /// Accept a schema that defines a field, argument or value twice, and leave out the second one
    #[arg(long)]
    allow_invalid: bool,
    #[command(flatten)]
    access: Access,
}

/// Runs the program with the words of its command line.
pub fn run() -> Exit {
    let schema = "SDL, introspection JSON, or the URL of a server";
    let command = Arguments::command()
        .after_help(exits())
        // An argument that is changed moves to the end.
        .mut_subcommand("diff", |diff| {
            diff.mut_arg("old", |old| old.help(schema)).mut_arg("new", |new| new)
        });
    let matches = command.get_matches();
    let arguments = Arguments::from_arg_matches(&matches).unwrap_or_else(|error| error.exit());
    arguments.command.run().unwrap_or_else(|failure| {
        output::error(&failure.to_string());
        failure.exit
    })
}

/// The exit codes that this program has.
fn exits() -> String {
    let table = Exit::table();
    let ours: Vec<&str> = table.lines().filter(|line| !line.ends_with("(regenerate)")).collect();
    ours.join("\n").replace("(diff)", "(diff), or the module differs from its schema (check)")
}

impl Choice {
    fn run(&self) -> Result<Exit, Failure> {
        let introspect = format!("{NAME} introspect");
        match self {
            Choice::Introspect { address, access, out } => {
                fetched::introspect(access, &address.url()?, HERE.as_ref(), out, &introspect)
            }
            Choice::Generate { module, dry_run } => module.generate(*dry_run),
            Choice::Diff { sides, facts, reporting } => {
                sides.report(HERE.as_ref(), &facts.read()?, reporting, &introspect)
            }
            Choice::Check { module } => {
                // The same code from another place, such as the server, is not a difference.
                let command = Command::of(&module.out).unwrap_or_else(|| module.command());
                module.plan(&command)?.check(Exit::Drift, &command)
            }
        }
    }
}

impl Facts {
    fn read(&self) -> Result<Beside, Failure> {
        let beside = match &self.overlay {
            Some(overlay) => Beside::read(HERE.as_ref(), overlay)?,
            None => Beside::default(),
        };
        Ok(beside.above(self.preset))
    }
}

impl Module {
    fn generate(&self, dry_run: bool) -> Result<Exit, Failure> {
        let done = self.plan(&self.command())?.write(dry_run)?;
        if done.is_empty() {
            output::line("nothing changed");
        }
        done.iter().for_each(|line| output::line(line));
        Ok(Exit::Done)
    }

    fn plan(&self, command: &Command) -> Result<Plan, Failure> {
        if self.out.file_name().is_none() {
            let text = format!("--out {} does not name a module", self.out.display());
            return Err(Failure::usage(text).with("Name one, such as `--out src/houston`."));
        }
        module::must_be_ours(&self.out)?;
        let beside = self.facts.read()?;
        let schema = comparison::read(&self.access, HERE.as_ref(), &self.schema)?;
        Job {
            schema: &schema,
            beside: &beside,
            root: Path::new(HERE),
            out: &self.out,
            runtime: &self.runtime,
            command: command.as_str(),
            examples: self.examples.as_deref(),
            version: schema.platform(),
            allow_invalid: self.allow_invalid,
            allow_stale: false,
        }
        .plan()
    }

    /// The command that generates the module. A server has one word for its address, which the code does not tell.
    fn command(&self) -> Command {
        let schema = if server::is_address(&self.schema) { "URL" } else { &self.schema };
        let mut command = Command::new(&format!("{NAME} generate")).option("--schema", schema);
        if let Some(preset) = self.facts.preset {
            command = command.option("--preset", preset.name());
        }
        if let Some(overlay) = &self.facts.overlay {
            command = command.option("--overlay", &overlay.to_string_lossy());
        }
        command = command.option("--out", &self.out.to_string_lossy());
        if self.runtime != RUNTIME {
            command = command.option("--runtime", &self.runtime);
        }
        if let Some(examples) = &self.examples {
            command = command.option("--examples", examples);
        }
        command.flag("--allow-invalid", self.allow_invalid)
    }
}
