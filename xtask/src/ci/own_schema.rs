//! The example crate with a schema of its own, built from packages: as a user has them, outside this workspace.

use std::fs;
use std::path::Path;
use std::process::Command;

use houston_codegen::tool::failure::{Failure, cannot};

use crate::step::{cargo, program, step};
use crate::workspace::workspace;

/// The packages that the example needs.
const PACKAGES: [&str; 3] = ["houston-schema", "houston-client", "houston-codegen"];

/// Everything that this step makes. What it builds stays for the next run.
const FOLDER: &str = "target/own-schema";

/// Builds the example and the generator from the packages in this folder, runs the example's tests, and generates its
/// module with the packaged program.
pub(super) fn build(packages: &str) -> Result<(), Failure> {
    let folder = workspace().join(FOLDER);
    for old in ["packages", "crate"] {
        let path = folder.join(old);
        if path.exists() {
            fs::remove_dir_all(&path).map_err(cannot("remove", &path))?;
        }
    }
    let unpacked = folder.join("packages");
    fs::create_dir_all(&unpacked).map_err(cannot("make", &unpacked))?;
    let mut patches = "[patch.crates-io]\n".to_owned();
    for name in PACKAGES {
        let version = env!("CARGO_PKG_VERSION");
        // Without `-m`, all files have the same old time, and Cargo would take changed ones for unchanged.
        let words = format!("-x -m -f {packages}/{name}-{version}.crate -C {FOLDER}/packages");
        step(&format!("unpack {name}"), program("tar", &words))?;
        patches += &format!("{name} = {{ path = \"packages/{name}-{version}\" }}\n");
    }
    write(&folder.join(".cargo/config.toml"), &patches)?;
    copy(&workspace().join("examples/own-schema"), &folder.join("crate"))?;
    // The versions that everything else is tested with.
    let lock = workspace().join("Cargo.lock");
    fs::copy(&lock, folder.join("crate/Cargo.lock")).map_err(cannot("copy", &lock))?;

    let target = "--offline --quiet --target-dir ../build";
    step("the example, from packages", within("crate", cargo(&format!("test {target}"))))?;
    let module =
        "--schema schema.graphql --preset houston --overlay overlay.toml --out src/houston";
    let manifest = format!("../packages/houston-codegen-{}/Cargo.toml", env!("CARGO_PKG_VERSION"));
    for command in ["generate", "check"] {
        let words = format!("run {target} --manifest-path {manifest} -- {command} {module}");
        step(&format!("the packaged program: {command}"), within("crate", cargo(&words)))?;
    }
    Ok(())
}

/// A command that runs in a folder of this step. What it builds is small.
fn within(folder: &str, mut command: Command) -> Command {
    command.current_dir(workspace().join(FOLDER).join(folder));
    command.env("CARGO_PROFILE_DEV_DEBUG", "0").env("CARGO_INCREMENTAL", "0");
    command
}

fn write(path: &Path, text: &str) -> Result<(), Failure> {
    if let Some(parent) = path.parent() {
        fs::create_dir_all(parent).map_err(cannot("make", parent))?;
    }
    fs::write(path, text).map_err(cannot("write", path))
}

/// Copies a folder without hidden files, such as those that name the crates of this workspace.
fn copy(from: &Path, to: &Path) -> Result<(), Failure> {
    fs::create_dir_all(to).map_err(cannot("make", to))?;
    for entry in fs::read_dir(from).map_err(cannot("read", from))? {
        let entry = entry.map_err(cannot("read", from))?;
        let (path, name) = (entry.path(), entry.file_name());
        if name.as_encoded_bytes().starts_with(b".") || name == "target" || name == "Cargo.lock" {
            continue;
        }
        match path.is_dir() {
            true => copy(&path, &to.join(name))?,
            false => drop(fs::copy(&path, to.join(name)).map_err(cannot("copy", &path))?),
        }
    }
    Ok(())
}
