//! Programs of the workspace, built for tests.

use std::path::PathBuf;
use std::process::Command;

/// The binary `houston`, built as the tests are.
///
/// # Panics
///
/// When it cannot be built.
pub fn houston() -> PathBuf {
    binary("houston-cli", "houston")
}

/// The commands of maintainers, built as the tests are.
///
/// # Panics
///
/// When they cannot be built.
pub fn xtask() -> PathBuf {
    binary("xtask", "xtask")
}

fn binary(package: &str, name: &str) -> PathBuf {
    let built = Command::new(env!("CARGO"))
        .args(["build", "--quiet", "--locked", "--package", package])
        .status();
    assert!(built.is_ok_and(|status| status.success()), "{package} cannot be built");
    folder().join(name)
}

/// The example of the client of this name, built as the tests are.
///
/// # Panics
///
/// When it cannot be built.
pub fn example(name: &str) -> PathBuf {
    let built = Command::new(env!("CARGO"))
        .args(["build", "--quiet", "--locked", "--package", "houston-client", "--example", name])
        .status();
    assert!(built.is_ok_and(|status| status.success()), "the example {name} cannot be built");
    folder().join("examples").join(name)
}

/// Where Cargo puts programs: tests run in `deps` below it.
fn folder() -> PathBuf {
    let test = std::env::current_exe().unwrap_or_default();
    test.ancestors().nth(2).map(PathBuf::from).unwrap_or_default()
}
