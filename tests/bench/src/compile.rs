//! `cargo check` of generated code for all operations, beside cynic with five queries on the same schema.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::turns::{checked, measure, report};
use crate::{Result, workspace};

const ROUNDS: usize = 5;

/// What cynic needs beside the queries.
const CYNIC_BUILD: &str = include_str!("cynic/build.rs.txt");

pub(crate) fn run() -> Result {
    let houston = crate::write("houston", &crate::houston()?)?;
    let github = crate::write("github", &crate::github()?)?;
    let queries = [include_str!("cynic/houston.rs.txt"), include_str!("cynic/github.rs.txt")];
    // For an incremental check, and for a cold one with its memory.
    let houston = ("houston", houston, [(1.3, ""), (2.0, "")]);
    let github = ("github", github, [(1.2, ""), (2.0, ", at most 750 MiB")]);
    for ((name, schema, due), queries) in [houston, github].into_iter().zip(queries) {
        let ours = ours(name, &schema)?;
        let theirs = cynic(name, &schema, queries)?;
        for ((how, incremental), (due, memory)) in
            [("incremental", "1"), ("cold", "0")].into_iter().zip(due)
        {
            let check = |project: &Path| {
                let project = project.to_owned();
                move || check(&project, incremental)
            };
            let measured = measure(ROUNDS, &[&check(&ours), &check(&theirs)])?;
            let what = format!("{name}, all operations, {how}{memory}");
            report(&what, measured[0], ("cynic, five queries", measured[1]), due);
        }
    }
    Ok(())
}

/// Checks the project's own crate alone: what it depends on is built already.
fn check(project: &Path, incremental: &str) -> Result<Command> {
    let library = project.join("src/lib.rs");
    let now = std::time::SystemTime::now();
    let touched = fs::File::options().append(true).open(&library);
    touched.and_then(|file| file.set_modified(now))?;
    let mut command = Command::new("cargo");
    command.args(["check", "--quiet", "--offline"]).current_dir(project);
    command.env("CARGO_INCREMENTAL", incremental).env("CARGO_TARGET_DIR", target());
    Ok(command)
}

fn target() -> PathBuf {
    workspace().join("target/bench/target")
}

fn project(name: &str, dependencies: &str) -> Result<PathBuf> {
    let folder = workspace().join("target/bench").join(name);
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(folder.join("src"))?;
    let manifest = format!(
        "[package]\nname = \"{name}\"\nversion = \"0.0.0\"\nedition = \"2024\"\n\n{dependencies}\n[workspace]\n"
    );
    fs::write(folder.join("Cargo.toml"), manifest)?;
    Ok(folder)
}

fn ours(name: &str, schema: &Path) -> Result<PathBuf> {
    let client = workspace().join("houston-client");
    let project = project(
        &format!("ours-{name}"),
        &format!(
            "[dependencies]\nhouston-client = {{ path = {client:?}, default-features = false }}\n"
        ),
    )?;
    let mut codegen = Command::new("cargo");
    codegen.args(["xtask", "codegen", "--overlay", "none", "--schema"]);
    codegen.arg(schema).arg("--out").arg(project.join("src/generated"));
    checked(
        codegen
            .current_dir(workspace())
            .stdout(std::process::Stdio::null())
            .stderr(std::process::Stdio::null()),
    )?;
    fs::write(project.join("src/lib.rs"), "pub mod generated;\n")?;
    fs::copy(workspace().join("Cargo.lock"), project.join("Cargo.lock"))?;
    Ok(project)
}

fn cynic(name: &str, schema: &Path, queries: &str) -> Result<PathBuf> {
    let project = project(
        &format!("cynic-{name}"),
        "[dependencies]\ncynic = \"=3.14.0\"\n\n[build-dependencies]\ncynic-codegen = \"=3.14.0\"\n",
    )?;
    fs::copy(schema, project.join("schema.graphql"))?;
    fs::write(project.join("build.rs"), CYNIC_BUILD)?;
    fs::write(project.join("src/lib.rs"), queries)?;
    let mut fetch = Command::new("cargo");
    checked(fetch.args(["fetch", "--quiet"]).current_dir(&project))?;
    Ok(project)
}
