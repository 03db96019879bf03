//! Installs the artifacts as their users do, each in a folder of its own, and runs the README's first example.

use std::fs;
use std::path::Path;

use super::tools::{python_tool, scripts, system_python};
use super::{DIST, GLIBC, artifact, executable, inside};
use crate::step::{program, read, step};
use crate::workspace::workspace;
use houston_codegen::tool::failure::{Failure, cannot};
use houston_codegen::tool::output;

const SCRATCH: &str = "target/dist-check";

/// What a package installs besides the binary. Package managers may compress the manual.
const INSTALLED: [&str; 4] = [
    "usr/share/man/man1/houston.1",
    "usr/share/man/man1/houston-createDeployment.1",
    "usr/share/bash-completion/completions/houston",
    "usr/share/fish/vendor_completions.d/houston.fish",
];

pub(super) fn run() -> Result<(), Failure> {
    let scratch = workspace().join(SCRATCH);
    // What an earlier check installed says nothing of these artifacts.
    let _ = fs::remove_dir_all(&scratch);
    fs::create_dir_all(&scratch).map_err(cannot("create", &scratch))?;
    if is_there("sha256sum") {
        let mut sums = program("sha256sum", "--check --strict --quiet SHA256SUMS");
        step("checksums", {
            sums.current_dir(workspace().join(DIST));
            sums
        })?;
    }
    archive()?;
    wheel()?;
    if cfg!(target_os = "linux") {
        step("container file", python_tool("hadolint", "dist/Containerfile"))?;
        deb()?;
        rpm()?;
    }
    // These are hundreds of megabytes.
    fs::remove_dir_all(&scratch).map_err(cannot("remove", &scratch))
}

fn archive() -> Result<(), Failure> {
    let path = artifact(".tar.gz")?;
    step("archive", program("tar", &format!("-xzf {path} -C {SCRATCH}")))?;
    let name = path.rsplit('/').next().and_then(|name| name.strip_suffix(".tar.gz"));
    let binary = executable(&workspace().join(SCRATCH).join(name.unwrap_or_default()));
    first_example(&binary)?;
    inside::check(&binary)
}

fn wheel() -> Result<(), Failure> {
    let folder = format!("{SCRATCH}/wheel");
    step("a fresh environment", program(system_python(), &format!("-m venv {folder}")))?;
    let programs = workspace().join(scripts(&folder));
    let words = format!("-m pip install --quiet --no-index {}", artifact(".whl")?);
    step("pip", program(&programs.join("python").to_string_lossy(), &words))?;
    first_example(&executable(&programs))
}

fn deb() -> Result<(), Failure> {
    if !is_there("dpkg") {
        return Ok(());
    }
    let root = workspace().join(SCRATCH).join("deb");
    for folder in ["info", "updates", "triggers"] {
        let path = root.join("var/lib/dpkg").join(folder);
        fs::create_dir_all(&path).map_err(cannot("create", &path))?;
    }
    let status = root.join("var/lib/dpkg/status");
    fs::write(&status, "").map_err(cannot("write", &status))?;
    let deb = artifact(".deb")?;
    let said = read(program("dpkg-deb", &format!("--field {deb} Depends")))?;
    if said.stdout != format!("libc6 (>= {GLIBC})\n").as_bytes() {
        return Err(Failure::failed("the Debian package does not say which C library it needs"));
    }
    // The root has no other package, so the C library is missing there.
    let dpkg = |words: &str| {
        let dpkg = "--force-depends --force-not-root --force-bad-path --log=/dev/null";
        program("dpkg", &format!("--root={} {dpkg} {words}", root.display()))
    };
    step("dpkg", dpkg(&format!("--install {deb}")))?;
    step("dpkg: the files as they were packed", dpkg("--verify houston"))?;
    installed(&root, "usr/share/zsh/vendor-completions/_houston")
}

fn rpm() -> Result<(), Failure> {
    if !is_there("rpm") {
        return Ok(());
    }
    let root = workspace().join(SCRATCH).join("rpm");
    let rpm = |words: &str| program("rpm", &format!("--root {} --nodeps {words}", root.display()));
    step("rpm", rpm(&format!("--install {}", artifact(".rpm")?)))?;
    step("rpm: the files as they were packed", rpm("--verify houston"))?;
    installed(&root, "usr/share/zsh/site-functions/_houston")
}

/// Checks what a package has installed below a root. Systems differ in where zsh looks for completions.
fn installed(root: &Path, zsh: &str) -> Result<(), Failure> {
    for file in INSTALLED.into_iter().chain([zsh]) {
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
    shell.env("HOUSTON", houston).env("HOUSTON_STATE_DIR", &state);
    // Neither a profile nor a variable of this machine has a say.
    shell.env("HOUSTON_CONFIG_DIR", &state).env_remove("HOUSTON_PROFILE");
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

/// Whether a program is there; if not, this says what is not checked.
fn is_there(name: &str) -> bool {
    let is_there = read(program(name, "--version")).is_ok_and(|ran| ran.status.success());
    if !is_there {
        output::line(&format!("\n==> {name} is missing: what it reads is not checked"));
    }
    is_there
}
