//! `cargo xtask codegen`: from a schema to a module beside the runtime.

use std::path::{Path, PathBuf};

use houston_codegen::tool::failure::{Exit, Failure};
use houston_codegen::tool::files::File;
use houston_codegen::tool::module::{Command, Job, Plan};
use houston_codegen::tool::output;

use crate::workspace::{SCHEMA, beside, workspace};

/// The module of our own schema.
const OUT: &str = "houston-client/src/generated";

#[derive(clap::Args)]
pub(crate) struct Arguments {
    #[command(flatten)]
    module: Module,
    /// Write nothing; show what would change as a diff, and fail if anything would
    #[arg(long, conflicts_with = "dry_run")]
    check: bool,
    /// Write nothing; list the files
    #[arg(long)]
    dry_run: bool,
}

/// A module, and the schema it is generated from.
#[derive(clap::Args, Default)]
struct Module {
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
    /// Write examples for operations, as doc tests of a crate that names the module so: `my_crate::api`
    /// [default: houston_client for our own module, otherwise no examples]
    #[arg(long, value_name = "PATH")]
    examples: Option<String>,
    /// Accept a schema that defines a field, argument or value twice, and leave out the second one
    #[arg(long)]
    allow_invalid: bool,
    /// Whether overlay entries may match nothing in the schema.
    #[arg(skip)]
    allow_stale: bool,
}

/// Regenerates our own module from a schema that is newer than the overlay. Returns what changed, file by file.
pub(crate) fn regenerate() -> Result<Vec<String>, Failure> {
    let module = Module { schema: SCHEMA.into(), allow_stale: true, ..Module::default() };
    module.plan()?.write(false)
}

pub(crate) fn run(arguments: &Arguments) -> Result<Exit, Failure> {
    let plan = arguments.module.plan()?;
    if arguments.check {
        return plan.check(Exit::Failed, &arguments.module.command(arguments.module.out()?));
    }
    let done = plan.write(arguments.dry_run)?;
    if done.is_empty() {
        output::line("nothing changed");
    }
    done.iter().for_each(|line| output::line(line));
    Ok(Exit::Done)
}

impl Module {
    fn plan(&self) -> Result<Plan, Failure> {
        let (root, out) = (workspace(), self.out()?);
        let path = root.join(&self.schema);
        let beside = beside(self.overlay.as_deref(), path == root.join(SCHEMA))?;
        let is_own = out == Path::new(OUT);
        let runtime = if is_own { "crate::runtime" } else { "::houston_client::runtime" };
        Job {
            schema: &File::read(&root, &path)?.definitions()?,
            beside: &beside,
            root: &root,
            out,
            runtime: self.runtime.as_deref().unwrap_or(runtime),
            command: self.command(out).as_str(),
            examples: self.examples.as_deref().or(is_own.then_some("houston_client")),
            version: None,
            allow_invalid: self.allow_invalid,
            allow_stale: self.allow_stale,
        }
        .plan()
    }

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

    /// The command that generates the code: every option that is not the default.
    fn command(&self, out: &Path) -> Command {
        let options = [
            ("--schema", self.schema.to_string_lossy(), SCHEMA),
            ("--overlay", self.overlay.as_deref().unwrap_or_default().into(), ""),
            ("--out", out.to_string_lossy(), OUT),
            ("--runtime", self.runtime.as_deref().unwrap_or_default().into(), ""),
            ("--examples", self.examples.as_deref().unwrap_or_default().into(), ""),
        ];
        let given = options.iter().filter(|(_, value, default)| value != default);
        let command = Command::new("cargo xtask codegen");
        let command = given.fold(command, |command, (name, value, _)| command.option(name, value));
        command.flag("--allow-invalid", self.allow_invalid)
    }
}
