//! Installs the artifacts as their users do, each in a folder of its own, and runs the README's first example.

use std::fs;
use std::path::{Path, PathBuf};

use super::{DIST, tool};
use crate::step::{program, read, step};
use crate::workspace::workspace;
use houston_codegen::tool::failure::{Failure, cannot};
use houston_codegen::tool::output;

const SCRATCH: &str = "target/dist-check";

pub(super) fn run() -> Result<(), Failure> {
    let scratch = workspace().join(SCRATCH);
    // What an earlier check installed says nothing of these artifacts.
    let _ = fs::remove_dir_all(&scratch);
    fs::create_dir_all(&scratch).map_err(cannot("create", &scratch))?;
    step("container file", tool("hadolint", "dist/Containerfile"))?;
    archive()?;
    wheel()?;
    deb()?;
    rpm()
}

fn archive() -> Result<(), Failure> {
    let path = artifact(".tar.gz")?;
    step("archive", program("tar", &format!("-xzf {path} -C {SCRATCH}")))?;
    let name = path.rsplit('/').next().and_then(|name| name.strip_suffix(".tar.gz"));
    first_example(&Path::new(SCRATCH).join(name.unwrap_or_default()).join("houston"))
}

fn wheel() -> Result<(), Failure> {
    let folder = format!("{SCRATCH}/wheel");
    step("a fresh environment", program("python3", &format!("-m venv {folder}")))?;
    let words = format!("-m pip install --quiet --no-index {}", artifact(".whl")?);
    step("pip", program(&format!("{folder}/bin/python"), &words))?;
    first_example(&Path::new(&folder).join("bin/houston"))
}

fn deb() -> Result<(), Failure> {
    if !is_there("dpkg") {
        return Ok(());
    }
    let root = workspace().join(SCRATCH).join("deb");
    for folder in ["var/lib/dpkg/info", "var/lib/dpkg/updates"] {
        let path = root.join(folder);
        fs::create_dir_all(&path).map_err(cannot("create", &path))?;
    }
    let status = root.join("var/lib/dpkg/status");
    fs::write(&status, "").map_err(cannot("write", &status))?;
    // The root has no other packages, so the C library is missing there.
    let words = format!(
        "--root={} --force-depends --force-not-root --force-bad-path --log=/dev/null --install {}",
        root.display(),
        artifact(".deb")?
    );
    step("dpkg", program("dpkg", &words))?;
    installed(&root)
}

fn rpm() -> Result<(), Failure> {
    if !is_there("rpm") {
        return Ok(());
    }
    let root = workspace().join(SCRATCH).join("rpm");
    let words = format!("--root {} --nodeps --install {}", root.display(), artifact(".rpm")?);
    step("rpm", program("rpm", &words))?;
    installed(&root)
}

/// Checks what a package has installed below a root.
fn installed(root: &Path) -> Result<(), Failure> {
    for file in [
        "usr/share/man/man1/houston.1",
        "usr/share/man/man1/houston-createDeployment.1",
        "usr/share/bash-completion/completions/houston",
        "usr/share/fish/vendor_completions.d/houston.fish",
    ] {
        let path = root.join(file);
        if !path.exists() && !path.with_extension("1.gz").exists() {
            return Err(Failure::failed(format_args!("the package lacks {file}")));
        }
    }
    first_example(&root.join("usr/bin/houston"))
}

/// Runs the README's first example with this binary, in an empty sandbox.
fn first_example(houston: &Path) -> Result<(), Failure> {
    let readme = workspace().join("README.md");
    let readme = fs::read_to_string(&readme).map_err(cannot("read", &readme))?;
    let example = readme.split_once("```sh setup\n").and_then(|(_, rest)| rest.split_once("```"));
    let with_cargo = "cargo run --quiet --locked --package houston-cli -- ";
    let arguments = example.and_then(|(example, _)| example.strip_prefix(with_cargo));
    let arguments =
        arguments.ok_or_else(|| Failure::failed("the README's first example changed"))?;
    let state = workspace().join(SCRATCH).join("state");
    let _ = fs::remove_dir_all(&state);
    let mut shell = program("sh", "-ec");
    shell.arg(format!("exec \"$HOUSTON\" {arguments}"));
    shell.env("HOUSTON", workspace().join(houston)).env("HOUSTON_STATE_DIR", state);
    let ran = read(shell)?;
    let said = String::from_utf8_lossy(&ran.stdout).into_owned();
    if !ran.status.success() || !said.contains("\"releaseName\"") {
        let errors = String::from_utf8_lossy(&ran.stderr).into_owned();
        let failed = format!("{} does not run the README's first example", houston.display());
        return Err(Failure::failed(failed).with(said + &errors));
    }
    output::line(&format!("    {} creates a Deployment", houston.display()));
    Ok(())
}

/// The one artifact with this ending, from the root of the workspace.
fn artifact(ending: &str) -> Result<String, Failure> {
    let folder = workspace().join(DIST);
    let entries = fs::read_dir(&folder).map_err(cannot("read", &folder))?;
    let mut paths = entries.flatten().map(|entry| entry.path());
    let path = paths.find(|path: &PathBuf| path.to_string_lossy().ends_with(ending));
    let name =
        path.as_deref().and_then(Path::file_name).map(|name| name.to_string_lossy().into_owned());
    let missing = || Failure::failed(format_args!("no artifact ends in {ending}"));
    name.map(|name| format!("{DIST}/{name}")).ok_or_else(missing)
}

/// Whether a package manager is there; if not, its package is not checked, and this says so.
fn is_there(name: &str) -> bool {
    let is_there = read(program(name, "--version")).is_ok_and(|ran| ran.status.success());
    if !is_there {
        output::line(&format!("\n==> {name} is missing: its package is not checked"));
    }
    is_there
}
