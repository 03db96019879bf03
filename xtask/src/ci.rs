//! `cargo xtask ci`: installs what the tests need, and checks everything.

use std::fs;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode};
use std::time::Instant;

use crate::output;
use crate::workspace;

/// What is not built by Cargo: Debian packages, for the examples of the README.
const DEBIAN_PACKAGES: [&str; 2] = ["curl", "jq"];

/// Schemas of the tests, each with the module that is made from it.
const TEST_SCHEMAS: [(&str, &str); 2] = [
    ("tests/schemas/fixture.graphql", "tests/src/fixture"),
    ("tests/schemas/stranger.graphql", "tests/src/stranger"),
];

/// Crates that are published, in the order of their dependencies.
const CRATES: [&str; 5] =
    ["houston-schema", "houston-codegen", "houston-client", "houston-sandbox", "houston-cli"];

pub(crate) fn run() -> Result<ExitCode, String> {
    let started = Instant::now();
    install_packages()?;
    install_peers()?;
    step("format", cargo("fmt --all --check"))?;
    step("clippy", cargo("clippy --locked --workspace --all-targets -- -D warnings"))?;
    step(
        "clippy, no features",
        cargo(
            "clippy --locked -p houston-codegen -p houston-client -p houston-cli --no-default-features -- -D warnings",
        ),
    )?;
    step("generated code", cargo("xtask codegen --check"))?;
    for (schema, module) in TEST_SCHEMAS {
        let command = format!("xtask codegen --check --schema {schema} --out {module}");
        step(&format!("generated code of {schema}"), cargo(&command))?;
    }
    step("tests", cargo("test --locked --workspace --all-targets"))?;
    step("doc tests", cargo("test --locked --workspace --doc"))?;
    let mut rustdoc = cargo("doc --locked --workspace --no-deps");
    rustdoc.env("RUSTDOCFLAGS", "-D warnings");
    step("rustdoc", rustdoc)?;
    for features in ["", "transport", "transport,blocking,tracing"] {
        let command = format!(
            "doc --locked -p houston-client --no-deps --no-default-features --features={features}"
        );
        let mut rustdoc = cargo(&command);
        rustdoc.env("RUSTDOCFLAGS", "-D warnings");
        step("rustdoc of the runtime alone", rustdoc)?;
    }
    forget_packages()?;
    let mut package = cargo("package --locked --allow-dirty --target-dir target/packages");
    for name in CRATES {
        package.args(["-p", name]);
    }
    step("packages", package)?;
    link_is_free_of_macros()?;
    let seconds = started.elapsed().as_secs();
    output::line(&format!("\neverything passed in {seconds} s"));
    Ok(ExitCode::SUCCESS)
}

/// Cargo verifies a package against the others of the workspace as it unpacked and built them last: what it has
/// of an earlier run, with the same versions and other contents, goes.
fn forget_packages() -> Result<(), String> {
    match fs::remove_dir_all(workspace().join("target/packages")) {
        Err(error) if error.kind() != ErrorKind::NotFound => {
            return Err(format!("error: cannot remove target/packages: {error}"));
        }
        _ => {}
    }
    let home = std::env::var_os("CARGO_HOME").map(PathBuf::from);
    let home = home.or_else(|| Some(PathBuf::from(std::env::var_os("HOME")?).join(".cargo")));
    let Some(home) = home else { return Ok(()) };
    for kind in ["src", "cache"] {
        let Ok(registries) = fs::read_dir(home.join("registry").join(kind)) else { continue };
        for registry in registries.flatten() {
            for name in CRATES {
                let unpacked = format!("{name}-{}", env!("CARGO_PKG_VERSION"));
                let path = registry.path().join(&unpacked);
                let removed = if path.is_dir() {
                    fs::remove_dir_all(&path)
                } else {
                    match fs::remove_file(path.with_file_name(unpacked + ".crate")) {
                        Err(error) if error.kind() == ErrorKind::NotFound => Ok(()),
                        other => other,
                    }
                };
                removed
                    .map_err(|error| format!("error: cannot remove {}: {error}", path.display()))?;
            }
        }
    }
    Ok(())
}

/// Installs what is missing; asks for nothing when nothing is.
fn install_packages() -> Result<(), String> {
    let missing: Vec<&str> = DEBIAN_PACKAGES.into_iter().filter(|name| !is_on_path(name)).collect();
    if missing.is_empty() {
        return Ok(());
    }
    let mut update = Command::new("apt-get");
    update.args(["update", "--quiet"]);
    step("package lists", update)?;
    let mut install = Command::new("apt-get");
    install.args(["install", "--yes", "--quiet", "--no-install-recommends"]).args(missing);
    step("Debian packages", install)
}

/// Installs the programs of others that are tested with, at the versions that their lock files name.
fn install_peers() -> Result<(), String> {
    for (what, folder) in [
        ("peers in JavaScript", "tests/apollo"),
        ("the current peer", "tests/apollo-current"),
        ("schemas of others", "tests/schemas"),
    ] {
        let mut packages = Command::new("npm");
        packages.args(["ci", "--prefix", folder]);
        packages.args(["--ignore-scripts", "--legacy-peer-deps", "--no-audit", "--no-fund"]);
        step(what, packages)?;
    }
    let python = workspace().join("target/python");
    if !python.join("bin/python").is_file() {
        let mut environment = Command::new("python3");
        environment.args(["-m", "venv"]).arg(&python);
        step("a place for peers in Python", environment)?;
    }
    let mut packages = Command::new(python.join("bin/python"));
    packages.args([
        "-m",
        "pip",
        "install",
        "--quiet",
        "--requirement",
        "tests/python/requirements.txt",
    ]);
    step("peers in Python", packages)
}

fn is_on_path(program: &str) -> bool {
    let path = std::env::var_os("PATH").unwrap_or_default();
    std::env::split_paths(&path)
        .any(|folder: std::path::PathBuf| Path::new(&folder).join(program).is_file())
}

/// The command line links what it runs: syn and quote are for macros and the generator.
fn link_is_free_of_macros() -> Result<(), String> {
    output::line("\n==> the command line's own link");
    let tree = cargo("tree --locked -p houston-cli -e normal,no-proc-macro --prefix none")
        .output()
        .map_err(|error| format!("error: cannot run cargo: {error}"))?;
    let tree = String::from_utf8_lossy(&tree.stdout).into_owned();
    if !tree.contains("houston-client") {
        return Err("error: cargo tree did not show the command line's dependencies".to_owned());
    }
    let found = tree.lines().find(|line| line.starts_with("syn ") || line.starts_with("quote "));
    match found {
        Some(line) => Err(format!("error: the command line links {line}")),
        None => Ok(()),
    }
}

fn cargo(arguments: &str) -> Command {
    let mut command = Command::new(env!("CARGO"));
    command.args(arguments.split_whitespace());
    command
}

fn step(name: &str, mut command: Command) -> Result<(), String> {
    output::line(&format!("\n==> {name}"));
    let started = Instant::now();
    let status = command
        .current_dir(workspace())
        .status()
        .map_err(|error| format!("error: cannot run {command:?}: {error}"))?;
    if !status.success() {
        return Err(format!("error: {name} failed: {command:?}"));
    }
    output::line(&format!("    {name}: {} s", started.elapsed().as_secs()));
    Ok(())
}
