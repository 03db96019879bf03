//! `cargo xtask dist`: what people install, all of it from one release build.

mod check;

use std::fs::{self, File};
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};

use flate2::Compression;
use flate2::write::GzEncoder;
use sha2::{Digest as _, Sha256};

use crate::step::{TOOLS as TOOLS_IN, cargo, program, read, step};
use crate::workspace::workspace;
use houston_codegen::tool::failure::{Exit, Failure, cannot};
use houston_codegen::tool::output;

/// Tools from the registry of Rust, at the versions that this works with.
const TOOLS: [(&str, &str); 3] =
    [("cargo-deb", "3.8.0"), ("cargo-generate-rpm", "0.21.1"), ("cargo-cyclonedx", "0.5.9")];

/// Tools in Python: the list, and the environment that they are installed in.
const REQUIREMENTS: &str = "dist/requirements.txt";
const PYTHON: &str = "target/dist-tools";

/// The artifacts.
const DIST: &str = "target/dist";
/// What packages contain besides the binary.
const FILES: &str = "target/dist/files";
const BINARY: &str = "target/release/houston";

/// The shells with completions, and the file that each looks for.
const COMPLETIONS: [(&str, &str); 3] =
    [("bash", "houston.bash"), ("zsh", "_houston"), ("fish", "houston.fish")];

#[derive(clap::Args)]
pub(crate) struct Arguments {
    /// Install each artifact in a scratch folder, and run the README's first example with it
    #[arg(long)]
    check: bool,
}

pub(crate) fn run(arguments: &Arguments) -> Result<Exit, Failure> {
    build()?;
    if arguments.check {
        check::run()?;
    }
    Ok(Exit::Done)
}

/// Makes all artifacts for this machine, and lists them with their sizes.
pub(crate) fn build() -> Result<(), Failure> {
    let dist = workspace().join(DIST);
    match fs::remove_dir_all(&dist) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => {
            return Err(cannot("remove", &dist)(error));
        }
        _ => {}
    }
    // It builds the binary that the other packages contain as well.
    python_tools()?;
    step("wheel", tool("maturin", &format!("build --release --locked --out {DIST}")))?;
    files()?;
    archive()?;
    if cfg!(target_os = "linux") {
        cargo_tool("cargo-deb")?;
        let words = format!("deb --no-build --no-strip --locked -p houston-cli --output {DIST}");
        step("deb", cargo(&words))?;
        cargo_tool("cargo-generate-rpm")?;
        step("rpm", cargo(&format!("generate-rpm -p houston-cli --output {DIST}")))?;
    }
    cargo_tool("cargo-cyclonedx")?;
    let words =
        "cyclonedx --manifest-path houston-cli/Cargo.toml --format json --describe binaries";
    step("list of what is inside (SBOM)", cargo(words))?;
    let from = workspace().join("houston-cli/houston_bin.cdx.json");
    let to = dist.join(format!("houston-{}.cdx.json", env!("CARGO_PKG_VERSION")));
    fs::rename(&from, &to).map_err(cannot("move", &from))?;
    let files = workspace().join(FILES);
    fs::remove_dir_all(&files).map_err(cannot("remove", &files))?;
    checksums(&dist)
}

/// Writes the manual pages and the completions.
fn files() -> Result<(), Failure> {
    let folder = workspace().join(FILES);
    let completions = folder.join("completions");
    fs::create_dir_all(&completions).map_err(cannot("create", &completions))?;
    let houston = |words: &str| {
        let mut houston = program(BINARY, words);
        // Neither a profile nor a cache of this machine has a say.
        houston.env("HOUSTON_CONFIG_DIR", folder.join("none"));
        houston.env("HOUSTON_STATE_DIR", folder.join("none"));
        houston
    };
    step("manual", houston(&format!("man {FILES}/man")))?;
    for (shell, name) in COMPLETIONS {
        let written = read(houston(&format!("completions {shell}")))?;
        if !written.status.success() {
            return Err(Failure::failed(format_args!("no completions for {shell}")));
        }
        let path = completions.join(name);
        fs::write(&path, written.stdout).map_err(cannot("write", &path))?;
    }
    Ok(())
}

/// Writes an archive with the binary, the manual, the completions and the texts.
fn archive() -> Result<(), Failure> {
    let root = workspace();
    let name = format!("houston-{}-{}", env!("CARGO_PKG_VERSION"), target()?);
    let path = root.join(DIST).join(format!("{name}.tar.gz"));
    let mut kept: Vec<PathBuf> = ["README.md", "CHANGELOG.md", "LICENSE-MIT", "LICENSE-APACHE"]
        .map(|file| root.join(file))
        .to_vec();
    kept.push(root.join(BINARY).with_extension(std::env::consts::EXE_EXTENSION));
    let failed = cannot("write", &path);
    let gzip = GzEncoder::new(File::create(&path).map_err(&failed)?, Compression::best());
    let mut tar = tar::Builder::new(gzip);
    tar.mode(tar::HeaderMode::Deterministic);
    for file in kept {
        let inside = Path::new(&name).join(file.file_name().unwrap_or_default());
        tar.append_path_with_name(&file, inside).map_err(&failed)?;
    }
    tar.append_dir_all(&name, root.join(FILES)).map_err(&failed)?;
    let gzip = tar.into_inner().map_err(&failed)?;
    gzip.finish().map_err(&failed)?;
    Ok(())
}

/// The target that rustc builds for.
fn target() -> Result<String, Failure> {
    let said = read(program("rustc", "-vV"))?;
    let said = String::from_utf8_lossy(&said.stdout).into_owned();
    let target = said.lines().find_map(|line| line.strip_prefix("host: "));
    target.map(str::to_owned).ok_or_else(|| Failure::failed("rustc does not tell its target"))
}

/// Writes the checksums of all artifacts, and lists them with their sizes.
fn checksums(dist: &Path) -> Result<(), Failure> {
    let mut paths = Vec::new();
    for entry in fs::read_dir(dist).map_err(cannot("read", dist))? {
        paths.push(entry.map_err(cannot("read", dist))?.path());
    }
    paths.sort();
    let list = dist.join("SHA256SUMS");
    let mut sums = File::create(&list).map_err(cannot("write", &list))?;
    output::line("\n==> artifacts");
    for path in paths {
        let bytes = fs::read(&path).map_err(cannot("read", &path))?;
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        let sum = Sha256::digest(&bytes);
        let sum: String = sum.iter().map(|byte| format!("{byte:02x}")).collect();
        writeln!(sums, "{sum}  {name}").map_err(cannot("write", &list))?;
        output::line(&format!("{:>8.1} MB  {name}", bytes.len() as f64 / 1e6));
    }
    Ok(())
}

/// Installs a tool of Cargo if this version is not there. It is found on the search path.
pub(crate) fn cargo_tool(name: &str) -> Result<(), Failure> {
    let tool = TOOLS.iter().find(|tool| tool.0 == name);
    let (_, version) = tool.ok_or_else(|| Failure::failed(format_args!("unknown tool {name}")))?;
    // Cargo does nothing if the version is there.
    let words = format!("install --quiet --locked --root {TOOLS_IN} {name}@{version}");
    step(name, cargo(&words))
}

fn python_tools() -> Result<(), Failure> {
    if !workspace().join(PYTHON).join("bin/python").exists() {
        step(
            "an environment for tools in Python",
            program("python3", &format!("-m venv {PYTHON}")),
        )?;
    }
    let words = format!("-m pip install --quiet --only-binary :all: --requirement {REQUIREMENTS}");
    step("tools in Python", tool("python", &words))
}

/// A tool of the environment for Python.
fn tool(name: &str, words: &str) -> std::process::Command {
    let folder = if cfg!(windows) { "Scripts" } else { "bin" };
    program(&workspace().join(PYTHON).join(folder).join(name).to_string_lossy(), words)
}
