//! `cargo xtask ci`: installs what the tests need, and checks everything.

mod own_schema;
mod peers;

use std::ffi::OsStr;
use std::fs;
use std::io::ErrorKind;
use std::path::PathBuf;
use std::time::Instant;

use crate::step::{cargo, read, step};
use crate::workspace::workspace;
use houston_codegen::tool::failure::{Exit, Failure, cannot};
use houston_codegen::tool::output;

/// Schemas of the tests, with their overlays, each with the module that is generated from it.
const TEST_SCHEMAS: [(&str, &str); 2] = [
    ("tests/schemas/fixture.graphql", "tests/src/fixture"),
    (
        "tests/schemas/stranger.graphql --overlay tests/schemas/stranger/overlay.toml --examples houston_tests::stranger",
        "tests/src/stranger",
    ),
];

/// Crates that are published, in the order of their dependencies.
const CRATES: [&str; 5] =
    ["houston-schema", "houston-client", "houston-codegen", "houston-sandbox", "houston-cli"];

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
    step("tests", cargo("test --locked --workspace --all-targets --no-fail-fast"))?;
    step("doc tests", cargo("test --locked --workspace --doc"))?;
    let rustdoc = |name: &str, words: &str| {
        let mut rustdoc = cargo(&format!("doc --locked --no-deps {words}"));
        rustdoc.env("RUSTDOCFLAGS", "-D warnings");
        step(name, rustdoc)
    };
    rustdoc("rustdoc", "--workspace")?;
    for features in
        ["", "transport", "transport,blocking,tracing", "subscriptions,blocking,tracing"]
    {
        let words = format!("-p houston-client --no-default-features --features={features}");
        rustdoc("rustdoc of the runtime alone", &words)?;
    }
    forget_packages()?;
    let mut package = cargo("package --locked --allow-dirty --target-dir target/packages");
    for name in CRATES {
        package.args(["-p", name]);
    }
    step("packages", package)?;
    own_schema::build("target/packages/package")?;
    link_is_free_of_macros()?;
    let seconds = started.elapsed().as_secs();
    output::line(&format!("\neverything passed in {seconds} s"));
    if !left_out.is_empty() {
        output::line(&format!("left out: {}", left_out.join(", ")));
    }
    Ok(Exit::Done)
}

/// Removes packages that an earlier run left behind.
///
/// Cargo takes a package of a registry for unchanged while its version is the same, and the packages of a workspace are
/// verified from a registry: it unpacks each once, into `registry/src/-HASH` of its home, and builds it once (cargo
/// 1.95). A second run with other contents would be verified against those of the first.
fn forget_packages() -> Result<(), Failure> {
    let home = std::env::var_os("CARGO_HOME").map(PathBuf::from);
    let home = home.or_else(|| Some(PathBuf::from(std::env::var_os("HOME")?).join(".cargo")));
    let registries = home.and_then(|home| fs::read_dir(home.join("registry/src")).ok());
    // One on this machine has no name before the hash.
    let local = registries.into_iter().flatten().flatten().map(|registry| registry.path());
    let local = local.filter(|path| path.file_name().is_some_and(is_local));
    let unpacked = local.flat_map(|registry| {
        CRATES.map(|name| registry.join(format!("{name}-{}", env!("CARGO_PKG_VERSION"))))
    });
    for path in unpacked.chain([workspace().join("target/packages")]) {
        match fs::remove_dir_all(&path) {
            Err(error) if error.kind() != ErrorKind::NotFound => {
                return Err(cannot("remove", &path)(error));
            }
            _ => {}
        }
    }
    Ok(())
}

fn is_local(registry: &OsStr) -> bool {
    registry.as_encoded_bytes().starts_with(b"-")
}

/// Fails if the command line links syn or quote, which only macros and the generator need.
fn link_is_free_of_macros() -> Result<(), Failure> {
    output::line("\n==> the command line's own link");
    let tree = read(cargo("tree --locked -p houston-cli -e normal,no-proc-macro --prefix none"))?;
    let tree = String::from_utf8_lossy(&tree.stdout).into_owned();
    if !tree.contains("houston-client") {
        return Err(Failure::failed("cargo tree does not list the dependencies of houston-cli"));
    }
    let found = tree.lines().find(|line| line.starts_with("syn ") || line.starts_with("quote "));
    match found {
        Some(line) => Err(Failure::failed(format_args!("the command line links {line}"))),
        None => Ok(()),
    }
}
