//! The packages of all crates that are published, made and built as a registry has them.

use std::ffi::OsStr;
use std::fs;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use serde_json::Value;

use crate::step::{cargo, read, step};
use crate::workspace::workspace;
use houston_codegen::tool::failure::{Failure, cannot};

/// Where packages are made and built.
pub(super) const FOLDER: &str = "target/packages";

/// What each manifest has to say. The registry refuses a crate without the first two.
const SAID: [&str; 7] =
    ["description", "license", "repository", "homepage", "readme", "keywords", "categories"];

/// Makes and builds the packages, and does everything that publishing does, except to upload.
pub(super) fn make() -> Result<(), Failure> {
    let names = published()?;
    forget(&names)?;
    // In CI, what is packed is what was committed.
    let dirty = if std::env::var_os("CI").is_none() { "--allow-dirty" } else { "" };
    let options = format!("--locked {dirty} --target-dir {FOLDER}");
    let mut package = cargo(&format!("package {options}"));
    package.args(names.iter().flat_map(|name| ["-p", name]));
    step("packages", package)?;
    let words = format!("publish --workspace --dry-run --no-verify {options}");
    step("publishing, up to the upload", cargo(&words))
}

/// The names of crates that are published. Each has a manifest that says everything.
fn published() -> Result<Vec<String>, Failure> {
    let metadata = read(cargo("metadata --locked --no-deps --format-version 1"))?;
    let metadata: Value = serde_json::from_slice(&metadata.stdout)
        .map_err(|error| Failure::failed(format_args!("cannot read cargo metadata: {error}")))?;
    let mut names = Vec::new();
    // An empty list of registries is `publish = false`.
    let packages = metadata["packages"].as_array().into_iter().flatten();
    for package in packages.filter(|package| package["publish"].is_null()) {
        let name = package["name"].as_str().unwrap_or_default();
        let is_empty = |field: &&&str| match &package[**field] {
            Value::String(text) => text.is_empty(),
            Value::Array(items) => items.is_empty(),
            _ => true,
        };
        if let Some(field) = SAID.iter().find(is_empty) {
            return Err(Failure::failed(format_args!("the manifest of {name} lacks {field}")));
        }
        names.push(name.to_owned());
    }
    match names.is_empty() {
        true => Err(Failure::failed("no crate of this workspace is published")),
        false => Ok(names),
    }
}

/// Removes packages that an earlier run left behind.
///
/// Cargo takes a package of a registry for unchanged while its version is the same, and the packages of a workspace are
/// verified from a registry: it unpacks each once, into `registry/src/-HASH` of its home, and builds it once (cargo
/// 1.95). A second run with other contents would be verified against those of the first.
fn forget(names: &[String]) -> Result<(), Failure> {
    let home = std::env::var_os("CARGO_HOME").map(PathBuf::from);
    let home = home.or_else(|| Some(PathBuf::from(std::env::var_os("HOME")?).join(".cargo")));
    let registries = home.and_then(|home| fs::read_dir(home.join("registry/src")).ok());
    // One on this machine has no name before the hash.
    let local = registries.into_iter().flatten().flatten().map(|registry| registry.path());
    let local = local.filter(|path| path.file_name().is_some_and(is_local));
    let unpacked = local.flat_map(|registry| {
        names.iter().map(move |name| registry.join(format!("{name}-{}", env!("CARGO_PKG_VERSION"))))
    });
    unpacked.chain([workspace().join(FOLDER)]).try_for_each(|path| remove(&path))
}

fn remove(path: &Path) -> Result<(), Failure> {
    match fs::remove_dir_all(path) {
        Err(error) if error.kind() != ErrorKind::NotFound => Err(cannot("remove", path)(error)),
        _ => Ok(()),
    }
}

fn is_local(registry: &OsStr) -> bool {
    registry.as_encoded_bytes().starts_with(b"-")
}

#[cfg(test)]
mod tests {
    use super::published;

    #[test]
    fn each_crate_that_is_published_says_everything() {
        let mut names = published().unwrap();
        names.sort();
        let all = ["cli", "client", "codegen", "sandbox", "schema"];
        assert_eq!(names, all.map(|name| format!("houston-{name}")));
    }
}
