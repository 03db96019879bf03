//! `cargo xtask ci`: installs what the tests need, and checks everything.

mod dependencies;
mod own_schema;
mod packages;
mod peers;

use std::time::Instant;

use crate::dist;
use crate::step::{cargo, read, step};
use houston_codegen::tool::failure::{Exit, Failure};
use houston_codegen::tool::output;

/// Schemas of the tests, with their overlays, each with the module that is generated from it.
const TEST_SCHEMAS: [(&str, &str); 2] = [
    ("tests/schemas/fixture.graphql", "tests/src/fixture"),
    (
        "tests/schemas/stranger.graphql --overlay tests/schemas/stranger/overlay.toml --examples houston_tests::stranger",
        "tests/src/stranger",
    ),
];

/// What the artifacts have, and a build without options has not.
const KEYRING: &str = "--features houston-cli/keyring";

pub(crate) fn run() -> Result<Exit, Failure> {
    let started = Instant::now();
    let mut left_out = peers::install()?;
    let has_tools = !left_out.contains(&peers::ARTIFACTS);
    if has_tools {
        left_out.extend(dependencies::check()?);
    }
    step("format", cargo("fmt --all --check"))?;
    step(
        "clippy",
        cargo(&format!("clippy --locked --workspace {KEYRING} --all-targets -- -D warnings")),
    )?;
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
    let tests = format!("test --locked --workspace {KEYRING} --all-targets --no-fail-fast");
    step("tests", cargo(&tests))?;
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
    packages::make()?;
    own_schema::build(&format!("{}/package", packages::FOLDER))?;
    link_is_free_of_macros()?;
    if has_tools {
        dist::build_and_check()?;
    }
    let seconds = started.elapsed().as_secs();
    output::line(&format!("\neverything passed in {seconds} s"));
    if !left_out.is_empty() {
        output::line(&format!("left out: {}", left_out.join(", ")));
    }
    Ok(Exit::Done)
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
