//! Files that only their owner can read.

use std::fs;
use std::io::{self, ErrorKind, Write};
use std::path::Path;

use crate::input;

/// Replaces a whole file with one that only its owner can read. Creates its directory with the same protection.
pub(crate) fn write_private(path: &Path, text: &str) -> io::Result<()> {
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
        _ => replace(path, text, false),
    }
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

/// Locks the file: waits for other processes, and keeps them out until the returned lock is dropped.
pub(crate) fn lock(path: &Path) -> io::Result<fs::File> {
    make_directory(path)?;
    let mut name = path.file_name().unwrap_or_default().to_owned();
    name.push(".lock");
    let mut options = fs::OpenOptions::new();
    options.write(true).create(true).truncate(false);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    let file = options.open(path.with_file_name(name))?;
    file.lock()?;
    Ok(file)
}

fn replace(path: &Path, text: &str, private: bool) -> io::Result<()> {
    // A link stays a link: its target is replaced.
    let path = &fs::canonicalize(path).unwrap_or_else(|_| path.to_owned());
    let mut new = tempfile::Builder::new();
    #[cfg(unix)]
    if !private {
        // As far as the user's umask allows; a temporary file is private by default.
        new.permissions(std::os::unix::fs::PermissionsExt::from_mode(0o666));
    }
    #[cfg(not(unix))]
    let _ = private;
    let directory = path.parent().filter(|directory| !directory.as_os_str().is_empty());
    let mut new = new.tempfile_in(directory.unwrap_or(Path::new(".")))?;
    new.write_all(text.as_bytes())?;
    new.as_file().sync_all()?;
    new.persist(path)?;
    Ok(())
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
