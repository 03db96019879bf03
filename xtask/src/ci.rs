//! `cargo xtask ci`: installs what the tests need, and checks everything.

mod peers;

use std::fs;
use std::io::ErrorKind;
use std::path::PathBuf;
use std::time::Instant;

use crate::failure::{Exit, Failure, cannot};
use crate::step::{cargo, read, step};
use crate::{output, workspace};

/// Schemas of the tests, each with the module that is made from it.
const TEST_SCHEMAS: [(&str, &str); 2] = [
    ("tests/schemas/fixture.graphql", "tests/src/fixture"),
    ("tests/schemas/stranger.graphql", "tests/src/stranger"),
];

/// Crates that are published, in the order of their dependencies.
const CRATES: [&str; 5] =
    ["houston-schema", "houston-codegen", "houston-client", "houston-sandbox", "houston-cli"];

pub(crate) fn run() -> Result<Exit, Failure> {
    let started = Instant::now();
    let left_out = peers::install()?;
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
    if !left_out.is_empty() {
        output::line(&format!("left out: {}", left_out.join(", ")));
    }
    Ok(Exit::Done)
}

/// Cargo verifies a package against the others of the workspace as it unpacked and built them last: what it has
/// of an earlier run, with the same versions and other contents, goes.
fn forget_packages() -> Result<(), Failure> {
    match fs::remove_dir_all(workspace().join("target/packages")) {
        Err(error) if error.kind() != ErrorKind::NotFound => {
            return Err(cannot("remove", "target/packages".as_ref())(error));
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
                removed.map_err(cannot("remove", &path))?;
            }
        }
    }
    Ok(())
}

/// The command line links what it runs: syn and quote are for macros and the generator.
fn link_is_free_of_macros() -> Result<(), Failure> {
    output::line("\n==> the command line's own link");
    let tree = read(cargo("tree --locked -p houston-cli -e normal,no-proc-macro --prefix none"))?;
    let tree = String::from_utf8_lossy(&tree.stdout).into_owned();
    if !tree.contains("houston-client") {
        return Err(Failure::failed("cargo tree did not show the command line's dependencies"));
    }
    let found = tree.lines().find(|line| line.starts_with("syn ") || line.starts_with("quote "));
    match found {
        Some(line) => Err(Failure::failed(format_args!("the command line links {line}"))),
        None => Ok(()),
    }
}
