//! `cargo xtask dist`: what people install, all of it from one build.

mod check;
mod inside;
pub(crate) mod tools;

use std::fs::{self, File};
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};

use flate2::Compression;
use flate2::write::GzEncoder;
use sha2::{Digest as _, Sha256};

use crate::step::{cargo, program, read, step};
use crate::workspace::workspace;
use houston_codegen::tool::failure::{Exit, Failure, cannot};
use houston_codegen::tool::output;

/// The artifacts.
const DIST: &str = "target/dist";
/// What packages contain: the binary, its manual and its completions.
const FILES: &str = "target/dist/files";

/// The shells with completions, and the file that each looks for.
const COMPLETIONS: [(&str, &str); 5] = [
    ("bash", "houston.bash"),
    ("zsh", "_houston"),
    ("fish", "houston.fish"),
    ("powershell", "houston.ps1"),
    ("elvish", "houston.elv"),
];

/// The C library that the binary for Linux needs. The Debian package names it as well.
const GLIBC: &str = "2.17";

/// The profile of what people install. With any other, artifacts are made to be tried: no time is spent to make them small.
const RELEASE: &str = "release";

#[derive(clap::Args)]
pub(crate) struct Arguments {
    /// Install each artifact in a scratch folder, and run the README's first example with it
    #[arg(long)]
    check: bool,
    /// Cargo's profile for the binary; `dev` takes the one that tests have built
    #[arg(long, value_name = "NAME", default_value = RELEASE)]
    profile: String,
}

pub(crate) fn run(arguments: &Arguments) -> Result<Exit, Failure> {
    build(&arguments.profile)?;
    if arguments.check {
        check::run()?;
    }
    Ok(Exit::Done)
}

/// Makes all artifacts from the build that tests use, and checks each of them.
pub(crate) fn build_and_check() -> Result<(), Failure> {
    build("dev")?;
    check::run()
}

/// Makes all artifacts for this machine, and lists them with their sizes.
fn build(profile: &str) -> Result<(), Failure> {
    let dist = workspace().join(DIST);
    match fs::remove_dir_all(&dist) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => {
            return Err(cannot("remove", &dist)(error));
        }
        _ => {}
    }
    let target = target()?;
    let built = binary(&target, profile)?;
    files(&built, profile)?;
    let name = format!("houston-{}-{target}", env!("CARGO_PKG_VERSION"));
    archive(&name, profile)?;
    if cfg!(target_os = "linux") {
        tools::cargo_tool("cargo-deb")?;
        let fast = if profile == RELEASE { "" } else { "--fast" };
        // Quiet, because it warns of every file below `target` that it does not build itself.
        let words = format!("deb --quiet --no-build --no-strip --locked -p houston-cli {fast}");
        step("deb", cargo(&format!("{words} --output {DIST}")))?;
        tools::cargo_tool("cargo-generate-rpm")?;
        // Every rpm of today reads xz.
        let packing = if profile == RELEASE { "xz" } else { "none" };
        let words = format!("generate-rpm -p houston-cli --payload-compress {packing}");
        step("rpm", cargo(&format!("{words} --output {DIST}")))?;
    }
    inside::write(&dist.join(format!("{name}.cdx.json")))?;
    let files = workspace().join(FILES);
    fs::remove_dir_all(&files).map_err(cannot("remove", &files))?;
    checksums(&dist)
}

/// Builds the wheel, with the features in `pyproject.toml`. Returns its binary, which the other packages contain as well.
fn binary(target: &str, profile: &str) -> Result<PathBuf, Failure> {
    let is_old = cfg!(target_os = "linux") && profile == RELEASE;
    let lists: &[&str] = if is_old { &["requirements", "linux"] } else { &["requirements"] };
    tools::python(lists)?;
    let mut words = format!("build --profile {profile} --locked --out {DIST}");
    let mut folder = workspace().join("target");
    if is_old {
        // Linked here, it would need the C library of this machine, and many servers have an older one. Maturin fails if
        // it needs a later one than this.
        words += &format!(" --zig --compatibility manylinux_{}", GLIBC.replace('.', "_"));
        folder.push(target);
    }
    let mut maturin = tools::python_tool("maturin", &words);
    maturin.env("CARGO_ZIGBUILD_PYTHON_PATH", tools::python_tool("python", "").get_program());
    step("wheel", maturin)?;
    Ok(executable(&folder.join(if profile == "dev" { "debug" } else { profile })))
}

/// Collects what packages contain.
fn files(built: &Path, profile: &str) -> Result<(), Failure> {
    let folder = workspace().join(FILES);
    let completions = folder.join("completions");
    fs::create_dir_all(&completions).map_err(cannot("create", &completions))?;
    let binary = executable(&folder);
    fs::copy(built, &binary).map_err(cannot("copy", built))?;
    if profile != RELEASE && cfg!(unix) {
        let mut strip = program("strip", "");
        strip.arg(&binary);
        step("without symbols", strip)?;
    }
    let houston = |words: &str| {
        let mut houston = program(&binary.to_string_lossy(), words);
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

/// The command line in this folder.
fn executable(folder: &Path) -> PathBuf {
    folder.join("houston").with_extension(std::env::consts::EXE_EXTENSION)
}

/// Writes an archive with the binary, the manual, the completions and the texts, all in one folder of this name.
fn archive(name: &str, profile: &str) -> Result<(), Failure> {
    let root = workspace();
    let path = root.join(DIST).join(format!("{name}.tar.gz"));
    let level = if profile == RELEASE { Compression::best() } else { Compression::fast() };
    let failed = cannot("write", &path);
    let gzip = GzEncoder::new(File::create(&path).map_err(&failed)?, level);
    let mut tar = tar::Builder::new(gzip);
    tar.mode(tar::HeaderMode::Deterministic);
    for file in ["README.md", "CHANGELOG.md", "LICENSE-MIT", "LICENSE-APACHE"] {
        let inside = Path::new(name).join(file);
        tar.append_path_with_name(root.join(file), inside).map_err(&failed)?;
    }
    tar.append_dir_all(name, root.join(FILES)).map_err(&failed)?;
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

/// The one artifact with this ending, from the root of the workspace.
fn artifact(ending: &str) -> Result<String, Failure> {
    let folder = workspace().join(DIST);
    let entries = fs::read_dir(&folder).map_err(cannot("read", &folder))?;
    let mut names = entries.flatten().map(|entry| entry.file_name().to_string_lossy().into_owned());
    let name = names.find(|name| name.ends_with(ending));
    let missing = || Failure::failed(format_args!("no artifact ends in {ending}"));
    name.map(|name| format!("{DIST}/{name}")).ok_or_else(missing)
}
