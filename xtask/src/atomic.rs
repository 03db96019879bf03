//! Files that are replaced whole, or not at all.

use std::io::Write as _;
use std::path::Path;

use crate::failure::{Failure, NOT_WRITTEN};

/// Writes a file beside the one that is to be replaced, and then moves it there.
pub(crate) fn write(path: &Path, text: &str) -> Result<(), Failure> {
    let failed = |error: std::io::Error| {
        let path = path.display();
        Failure::new(
            NOT_WRITTEN,
            format!(
                "error: cannot write {path}: {error}\nhelp: what was there before is untouched"
            ),
        )
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
    file.as_file().sync_all().map_err(failed)?;
    file.persist(path).map_err(|error| failed(error.error))?;
    Ok(())
}
