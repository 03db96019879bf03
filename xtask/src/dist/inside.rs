//! The list of what is inside the binary (SBOM), as CycloneDX. maturin writes it into the wheel; it becomes an artifact.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use serde_json::Value;

use super::{artifact, tools};
use crate::step::{cargo, read, step};
use crate::workspace::workspace;
use houston_codegen::tool::failure::{Failure, cannot};
use houston_codegen::tool::output;

/// The wheel, unpacked.
const UNPACKED: &str = "target/dist/files/wheel";

/// A crate: its name and version.
type Crate = (String, String);

/// Copies the list from the wheel to this path.
pub(super) fn write(path: &Path) -> Result<(), Failure> {
    let words = format!("-m zipfile --extract {} {UNPACKED}", artifact(".whl")?);
    step("list of what is inside (SBOM)", tools::python_tool("python", &words))?;
    let folder = workspace().join(UNPACKED);
    let entries = fs::read_dir(&folder).map_err(cannot("read", &folder))?;
    let mut lists =
        entries.flatten().map(|entry| entry.path().join("sboms/houston-cli.cyclonedx.json"));
    let list = lists.find(|list| list.exists());
    let list = list.ok_or_else(|| Failure::failed("the wheel has no list of what is inside"))?;
    fs::copy(&list, path).map_err(cannot("copy", &list))?;
    Ok(())
}

/// Checks that the list is valid, and that it has the crates of this binary: those that Cargo names, and those whose
/// paths are in its messages.
pub(super) fn check(binary: &Path) -> Result<(), Failure> {
    let path = artifact(".cdx.json")?;
    let valid = format!("dist/valid_sbom.py {path}");
    step("the list is CycloneDX", tools::python_tool("python", &valid))?;
    let path = workspace().join(path);
    let text = fs::read(&path).map_err(cannot("read", &path))?;
    let list: Value =
        serde_json::from_slice(&text).map_err(|error| cannot("read", &path)(error.into()))?;
    let listed: BTreeSet<Crate> =
        list["components"].as_array().into_iter().flatten().filter_map(component).collect();
    let linked = from_messages(&fs::read(binary).map_err(cannot("read", binary))?);
    let named = from_cargo()?;
    if linked.len() < 20 || named.len() < linked.len() / 2 {
        let text =
            format!("only {} crates are in the binary, {} in its tree", linked.len(), named.len());
        return Err(Failure::failed(text));
    }
    let all: BTreeSet<Crate> = linked.union(&named).cloned().collect();
    let missing: Vec<String> =
        all.difference(&listed).map(|(name, version)| format!("{name} {version}")).collect();
    if !missing.is_empty() {
        return Err(
            Failure::failed("the list of what is inside lacks crates").with(missing.join("\n"))
        );
    }
    let (all, linked) = (all.len(), linked.len());
    output::line(&format!("    it has all {all} crates; the binary itself names {linked} of them"));
    Ok(())
}

fn component(component: &Value) -> Option<Crate> {
    Some((component["name"].as_str()?.to_owned(), component["version"].as_str()?.to_owned()))
}

/// The crates that the command line links, with the features in `pyproject.toml`.
fn from_cargo() -> Result<BTreeSet<Crate>, Failure> {
    let words =
        "tree --locked -p houston-cli --features keyring -e normal,no-proc-macro --prefix none";
    let tree = read(cargo(words))?;
    let tree = String::from_utf8_lossy(&tree.stdout).into_owned();
    // `name v1.2.3 (where it is)`; the first line is the command line itself.
    let line = |line: &str| {
        let (name, rest) = line.split_once(" v")?;
        Some((name.to_owned(), rest.split(' ').next()?.to_owned()))
    };
    Ok(tree.lines().skip(1).filter_map(line).collect())
}

/// The crates of registries whose files a binary names: `…/registry/src/HOST-HASH/NAME-VERSION/src/lib.rs`.
fn from_messages(binary: &[u8]) -> BTreeSet<Crate> {
    let text = String::from_utf8_lossy(binary).replace('\\', "/");
    let folders = text.split("/registry/src/").skip(1).filter_map(|rest| rest.split('/').nth(1));
    folders.filter_map(version_of).collect()
}

/// Parts `NAME-VERSION`: the version begins at the first digit behind a hyphen that a dot follows.
fn version_of(folder: &str) -> Option<Crate> {
    let mut hyphens = folder.match_indices('-').map(|(at, _)| at);
    let at = hyphens.find(|at| {
        let rest = &folder[at + 1..];
        let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
        digits > 0 && rest.as_bytes().get(digits) == Some(&b'.')
    })?;
    Some((folder[..at].to_owned(), folder[at + 1..].to_owned()))
}

#[cfg(test)]
mod tests {
    use super::{from_messages, version_of};

    #[test]
    fn names_and_versions() {
        let parts = |folder| version_of(folder).unwrap();
        assert_eq!(parts("serde-1.0.2"), ("serde".to_owned(), "1.0.2".to_owned()));
        assert_eq!(parts("aws-lc-rs-1.19.0-rc.1").1, "1.19.0-rc.1");
        assert_eq!(parts("md-5-0.10.6"), ("md-5".to_owned(), "0.10.6".to_owned()));
        assert_eq!(version_of("src"), None);
    }

    #[test]
    fn crates_are_read_from_paths() {
        let binary = b"\0/home/a/.cargo/registry/src/index.crates.io-19/redb-4.6.0/src/db.rs\0C:\\registry\\src\\i-1\\csv-1.3.0\\src\\a.rs\0";
        let names: Vec<_> = from_messages(binary).into_iter().map(|found| found.0).collect();
        assert_eq!(names, ["csv", "redb"]);
    }
}
