use std::fs::{File, OpenOptions, TryLockError};
use std::io::{self, ErrorKind, Write as _};
use std::path::Path;

use super::Storage;

/// A file that only its owner can read, locked as long as it is open.
#[derive(Debug)]
pub struct FileStorage(File);

impl FileStorage {
    /// Opens the file, or creates it, and locks it. A new file is durable afterwards.
    ///
    /// # Errors
    ///
    /// Fails with [`ErrorKind::WouldBlock`] if another process uses the file. Fails as well if the file is a link or not
    /// a regular file, if it belongs to another user, if other users can write to it, and if the directory does not
    /// exist.
    pub fn open(path: &Path) -> io::Result<Self> {
        let mut options = OpenOptions::new();
        options.read(true).append(true);
        private(&mut options);
        let (file, is_new) = match options.clone().create_new(true).open(path) {
            Err(error) if error.kind() == ErrorKind::AlreadyExists => (options.open(path)?, false),
            file => (file?, true),
        };
        check(&file)?;
        file.try_lock().map_err(|error| match error {
            TryLockError::WouldBlock => {
                io::Error::new(ErrorKind::WouldBlock, "another process uses it")
            }
            TryLockError::Error(error) => error,
        })?;
        if is_new {
            file.sync_all()?;
            sync_directory(path)?;
        }
        Ok(FileStorage(file))
    }

    /// Opens the file to read it, also while a run uses it.
    ///
    /// # Errors
    ///
    /// Fails if the file cannot be read, and as [`open`](Self::open) does for files that are not private.
    pub fn read(path: &Path) -> io::Result<Self> {
        let mut options = OpenOptions::new();
        options.read(true);
        private(&mut options);
        let file = options.open(path)?;
        check(&file)?;
        Ok(FileStorage(file))
    }
}

impl Storage for FileStorage {
    fn read_at(&self, offset: u64, buffer: &mut [u8]) -> io::Result<usize> {
        loop {
            #[cfg(unix)]
            let read = std::os::unix::fs::FileExt::read_at(&self.0, buffer, offset);
            #[cfg(windows)]
            let read = std::os::windows::fs::FileExt::seek_read(&self.0, buffer, offset);
            match read {
                Err(error) if error.kind() == ErrorKind::Interrupted => {}
                read => return read,
            }
        }
    }

    fn append(&self, bytes: &[u8]) -> io::Result<()> {
        (&self.0).write_all(bytes)
    }

    fn sync(&self) -> io::Result<()> {
        self.0.sync_data()
    }

    fn truncate(&self, length: u64) -> io::Result<()> {
        self.0.set_len(length)
    }
}

#[cfg(unix)]
fn private(options: &mut OpenOptions) {
    use std::os::unix::fs::OpenOptionsExt as _;
    // A pipe is then refused below, instead of waited for.
    let flags = rustix::fs::OFlags::NOFOLLOW | rustix::fs::OFlags::NONBLOCK;
    options.mode(0o600).custom_flags(flags.bits().cast_signed());
}

#[cfg(not(unix))]
fn private(_: &mut OpenOptions) {}

/// Fails for a file that others may have prepared.
fn check(file: &File) -> io::Result<()> {
    let found = file.metadata()?;
    let fault = |what: &str| Err(io::Error::new(ErrorKind::InvalidInput, what));
    if !found.is_file() {
        return fault("it is not a regular file");
    }
    #[cfg(unix)]
    {
        use std::os::unix::fs::MetadataExt as _;
        if found.uid() != rustix::process::geteuid().as_raw() {
            return fault("it belongs to another user");
        }
        if found.mode() & 0o022 != 0 {
            return fault("other users can write to it");
        }
    }
    Ok(())
}

/// Makes the name of a new file durable.
#[cfg(unix)]
fn sync_directory(path: &Path) -> io::Result<()> {
    let directory = path.parent().filter(|directory| !directory.as_os_str().is_empty());
    File::open(directory.unwrap_or(Path::new(".")))?.sync_all()
}

#[cfg(not(unix))]
fn sync_directory(_: &Path) -> io::Result<()> {
    Ok(())
}

#[cfg(all(test, unix))]
mod tests {
    use std::fs::File;
    use std::os::fd::OwnedFd;
    use std::path::Path;

    use super::{FileStorage, Storage as _, sync_directory};

    /// A pipe cannot be synced, and has no places to read at; only the system knows that.
    #[test]
    fn errors_of_the_system_are_passed_on() {
        let (_reader, writer) = std::io::pipe().unwrap();
        let storage = FileStorage(File::from(OwnedFd::from(writer)));
        storage.append(b"row").unwrap();
        assert!(storage.sync().is_err());
        assert!(storage.read_at(0, &mut [0; 3]).is_err());
    }

    #[test]
    fn the_directory_of_a_file_is_opened_for_its_sync() {
        sync_directory(Path::new("here")).unwrap();
        assert!(sync_directory(Path::new("/nowhere/there")).is_err());
    }
}
