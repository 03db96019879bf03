//! Files that only their owner can read.

use std::fs;
use std::io::{self, ErrorKind, Write};
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use crate::input;

/// Replaces a whole file with one that only its owner can read. Creates its directory with the same protection. A link
/// stays a link: its target is replaced.
pub(crate) fn write_private(path: &Path, text: &str) -> io::Result<()> {
    make_directory(path)?;
    replace(&target(path), text, true)
}

/// As [`write_private`], but a link is replaced, and not its target.
#[cfg(any(test, feature = "sandbox"))]
pub(crate) fn write_private_here(path: &Path, text: &str) -> io::Result<()> {
    make_directory(path)?;
    replace(path, text, true)
}

/// Creates a file that only its owner can read, and that does not exist yet.
pub(crate) fn new_private(path: &Path) -> io::Result<fs::File> {
    let mut options = fs::OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options.open(path)
}

/// Replaces a whole file.
pub(crate) fn write(path: &Path, text: &str) -> io::Result<()> {
    // A device, for example, cannot be replaced.
    match fs::metadata(path) {
        Ok(there) if !there.is_file() => fs::write(path, text),
        _ => replace(&target(path), text, false),
    }
}

fn target(path: &Path) -> PathBuf {
    fs::canonicalize(path).unwrap_or_else(|_| path.to_owned())
}

/// Creates the directory of a file, for its owner only.
pub(crate) fn make_directory(path: &Path) -> io::Result<()> {
    let directory = path.parent().filter(|directory| !directory.as_os_str().is_empty());
    let Some(directory) = directory else { return Ok(()) };
    let mut builder = fs::DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.create(directory)
}

/// How long to wait for a process that has locked a file.
const PATIENCE: Duration = Duration::from_secs(60);

/// Locks the file: waits for other processes, and keeps them out until the returned lock is dropped.
///
/// # Errors
///
/// Fails if the lock cannot be created, is not a regular file, or if another process keeps it for a minute.
pub(crate) fn lock(path: &Path) -> io::Result<fs::File> {
    make_directory(path)?;
    let mut name = path.file_name().unwrap_or_default().to_owned();
    name.push(".lock");
    let mut options = fs::OpenOptions::new();
    options.write(true).create(true).truncate(false);
    #[cfg(unix)]
    {
        use std::os::unix::fs::OpenOptionsExt as _;
        // A pipe is refused, instead of waited for.
        let flags = rustix::fs::OFlags::NOFOLLOW | rustix::fs::OFlags::NONBLOCK;
        options.mode(0o600).custom_flags(flags.bits().cast_signed());
    }
    let path = path.with_file_name(name);
    let unusable = |why: &str| io::Error::other(format!("{}: {why}", path.display()));
    let file = options.open(&path).map_err(|error| unusable(&error.to_string()))?;
    if !file.metadata()?.is_file() {
        return Err(unusable("it is not a regular file"));
    }
    let until = Instant::now() + PATIENCE;
    loop {
        match file.try_lock() {
            Ok(()) => return Ok(file),
            Err(fs::TryLockError::Error(error)) => return Err(error),
            Err(fs::TryLockError::WouldBlock) if Instant::now() >= until => {
                return Err(unusable("another process has locked it for a minute"));
            }
            Err(fs::TryLockError::WouldBlock) => std::thread::sleep(Duration::from_millis(20)),
        }
    }
}

fn replace(path: &Path, text: &str, private: bool) -> io::Result<()> {
    let directory = path.parent().filter(|directory| !directory.as_os_str().is_empty());
    let directory = directory.unwrap_or(Path::new("."));
    sweep(directory);
    let mut new = tempfile::Builder::new();
    new.prefix(PREFIX).suffix(SUFFIX);
    #[cfg(unix)]
    if !private {
        // As far as the user's umask allows; a temporary file is private by default.
        new.permissions(std::os::unix::fs::PermissionsExt::from_mode(0o666));
    }
    #[cfg(not(unix))]
    let _ = private;
    let mut new = new.tempfile_in(directory)?;
    new.write_all(text.as_bytes())?;
    new.as_file().sync_all()?;
    new.persist(path)?;
    Ok(())
}

/// The name of a temporary file, around random letters.
const PREFIX: &str = ".houston-";
const SUFFIX: &str = ".tmp";

/// A temporary file of this age was left by a process that was killed.
const OLD: Duration = Duration::from_secs(3600);

/// Removes the temporary files that killed processes left. One that cannot be removed stays.
fn sweep(directory: &Path) {
    let Ok(entries) = fs::read_dir(directory) else { return };
    for entry in entries.flatten() {
        let name = entry.file_name();
        let is_temporary =
            name.to_str().is_some_and(|name| name.starts_with(PREFIX) && name.ends_with(SUFFIX));
        let is_old = || {
            let changed = entry.metadata().and_then(|of| of.modified());
            changed.is_ok_and(|time| time.elapsed().is_ok_and(|age| age > OLD))
        };
        if is_temporary && is_old() {
            let _ = fs::remove_file(entry.path());
        }
    }
}

/// Makes a path absolute.
pub(crate) fn absolute(path: &Path) -> std::path::PathBuf {
    std::path::absolute(path).unwrap_or_else(|_| path.to_owned())
}

/// Removes a file, if it exists.
pub(crate) fn remove(path: &Path) -> io::Result<()> {
    match fs::remove_file(path) {
        Err(error) if error.kind() != ErrorKind::NotFound => Err(error),
        _ => Ok(()),
    }
}

/// The text of a file; none if the file does not exist.
pub(crate) fn read(path: &Path) -> io::Result<Option<String>> {
    match input::file(path) {
        Err(error) if error.kind() == ErrorKind::NotFound => Ok(None),
        read => read.map(Some),
    }
}

/// Whether other users can read or write the file.
#[cfg(unix)]
pub(crate) fn is_open_to_others(path: &Path) -> io::Result<bool> {
    Ok(std::os::unix::fs::PermissionsExt::mode(&path.metadata()?.permissions()) & 0o077 != 0)
}

#[cfg(not(unix))]
pub(crate) fn is_open_to_others(_: &Path) -> io::Result<bool> {
    Ok(false)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_killed_processes_left_is_removed_when_it_is_old() {
        let folder = tempfile::tempdir().unwrap();
        let path = |name: &str| folder.path().join(name);
        let day = Duration::from_secs(24 * 3600);
        for (name, age) in [
            (".houston-a.tmp", day),
            (".houston-b.tmp", Duration::ZERO),
            ("houston-c.tmp", day),
            (".houston-d", day),
        ] {
            let file = fs::File::create(path(name)).unwrap();
            file.set_modified(std::time::SystemTime::now() - age).unwrap();
        }
        write_private(&path("file"), "text").unwrap();
        let entries = fs::read_dir(folder.path()).unwrap();
        let mut names: Vec<_> =
            entries.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
        names.sort();
        assert_eq!(names, [".houston-b.tmp", ".houston-d", "file", "houston-c.tmp"]);
    }

    #[cfg(unix)]
    #[test]
    fn a_link_stays_a_link_unless_it_is_in_a_directory_of_ours() {
        let folder = tempfile::tempdir().unwrap();
        let path = |name: &str| folder.path().join(name);
        fs::write(path("target"), "old").unwrap();
        std::os::unix::fs::symlink(path("target"), path("link")).unwrap();
        write_private(&path("link"), "new").unwrap();
        assert!(path("link").is_symlink());
        assert_eq!(fs::read_to_string(path("target")).unwrap(), "new");
        write_private_here(&path("link"), "newer").unwrap();
        assert!(!path("link").is_symlink());
        assert_eq!(fs::read_to_string(path("target")).unwrap(), "new");
        assert_eq!(fs::read_to_string(path("link")).unwrap(), "newer");
    }
}
