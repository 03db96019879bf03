//! Files that are replaced whole, or not at all.

use std::io::{self, Write as _};
use std::path::Path;

use tempfile::NamedTempFile;

use super::failure::{Exit, Failure};

/// Replaces a file and waits until it is on disk.
#[cfg(feature = "cli")]
pub(super) fn write_through(path: &Path, text: &str) -> Result<(), Failure> {
    replace(path, text, |file| file.as_file().sync_all())
}

/// Replaces a generated file without waiting for the disk, which would take longer than generating it.
///
/// # Errors
///
/// Fails if the file cannot be written. The old file is unchanged then.
pub fn write(path: &Path, text: &str) -> Result<(), Failure> {
    replace(path, text, |_| Ok(()))
}

/// Writes a new file next to the old one, and renames it.
fn replace(
    path: &Path,
    text: &str,
    finish: impl FnOnce(&NamedTempFile) -> io::Result<()>,
) -> Result<(), Failure> {
    let failed = |error: io::Error| {
        let message = format!("cannot write {}: {error}", path.display());
        Failure::new(Exit::NotWritten, message).with("The old file is unchanged.")
    };
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty());
    let folder = folder.unwrap_or(Path::new("."));
    let mut builder = tempfile::Builder::new();
    builder.prefix(".houston-");
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt as _;
        // Those of any new file, and not of a secret one.
        builder.permissions(std::fs::Permissions::from_mode(0o666));
    }
    let mut file = builder.tempfile_in(folder).map_err(failed)?;
    file.write_all(text.as_bytes()).map_err(failed)?;
    finish(&file).map_err(failed)?;
    file.persist(path).map_err(|error| failed(error.error))?;
    Ok(())
}
