//! Files that are found, not named: the configuration, tokens, and the profile of a project.
//!
//! Another person may have put such a file there, so it is obeyed only if it belongs to the user or to root, and others can
//! write neither it nor its directory, nor that of a link which leads to it. Git has the same rule for the owner of a
//! repository. See <https://git-scm.com/docs/git-config#Documentation/git-config.txt-safedirectory>.

#[cfg(unix)]
use std::ffi::OsString;
use std::fs::File;
use std::io::{self, ErrorKind};
use std::path::Path;
#[cfg(unix)]
use std::path::PathBuf;
use std::sync::mpsc;
use std::time::Duration;

use crate::failure::Failure;
use crate::input;
use crate::settings::environment;

/// How long it may take to read a file: a network file system may not answer.
const PATIENCE: Duration = Duration::from_secs(10);

/// The text of a file; none if the file does not exist.
///
/// # Errors
///
/// Fails if the file cannot be read within ten seconds, is not a regular file, or may come from another person.
pub(crate) fn text(path: &Path) -> Result<Option<String>, Failure> {
    with(path, input::once)
}

/// What is read of a file; none if the file does not exist.
///
/// # Errors
///
/// As [`text`], and as `read` does.
pub(crate) fn with<T: Send + 'static>(
    path: &Path,
    read: impl FnOnce(File) -> io::Result<T> + Send + 'static,
) -> Result<Option<T>, Failure> {
    let unusable = || Failure::usage(format!("{} cannot be used", path.display()));
    let (sender, receiver) = mpsc::channel();
    let of = path.to_owned();
    std::thread::spawn(move || {
        // After the deadline, nothing listens.
        let _ = sender.send(checked(&of).and_then(|file| Ok(read(file)?)));
    });
    let late = || io::Error::new(ErrorKind::TimedOut, "it cannot be read within 10 s");
    match receiver.recv_timeout(PATIENCE).unwrap_or_else(|_| Err(late().into())) {
        Ok(read) => Ok(Some(read)),
        Err(Problem::Unreadable(error)) if error.kind() == ErrorKind::NotFound => Ok(None),
        Err(Problem::Unreadable(error)) => Err(unusable().because(error)),
        Err(Problem::Foreign(why)) => Err(unusable().detail(why).help(format!(
            "Check what is in it. Then change the owner or the permissions, or add its directory to {}.",
            environment::SAFE_DIRECTORIES
        ))),
    }
}

enum Problem {
    Unreadable(io::Error),
    /// Another person may have written it.
    Foreign(String),
}

impl From<io::Error> for Problem {
    fn from(error: io::Error) -> Self {
        Problem::Unreadable(error)
    }
}

/// Opens a file that may be obeyed.
fn checked(path: &Path) -> Result<File, Problem> {
    let file = open(path)?;
    if !file.metadata()?.is_file() {
        return Err(io::Error::other("it is not a regular file").into());
    }
    check(path, &file)?;
    Ok(file)
}

#[cfg(not(unix))]
fn open(path: &Path) -> io::Result<File> {
    File::open(path)
}

#[cfg(not(unix))]
fn check(_: &Path, _: &File) -> Result<(), Problem> {
    Ok(())
}

/// Opens a file. A named pipe does not wait for a writer.
#[cfg(unix)]
fn open(path: &Path) -> io::Result<File> {
    use std::os::unix::fs::OpenOptionsExt as _;
    let flags = rustix::fs::OFlags::NONBLOCK | rustix::fs::OFlags::NOCTTY;
    std::fs::OpenOptions::new().read(true).custom_flags(flags.bits().cast_signed()).open(path)
}

/// The directories that decide which file a path names: that of each link on the way, and the file's own, which is the
/// last.
#[cfg(unix)]
fn directories(path: &Path) -> io::Result<Vec<PathBuf>> {
    /// As many as Linux follows.
    const MOST_LINKS: usize = 40;
    // The last name is the next one.
    let names = |path: &Path| -> Vec<OsString> {
        path.iter().rev().filter(|name| *name != ".").map(OsString::from).collect()
    };
    let (mut all, mut links) = (Vec::new(), 0);
    let (mut directory, mut left) = (PathBuf::from("/"), names(&std::path::absolute(path)?));
    while let Some(name) = left.pop() {
        let next = directory.join(&name);
        if name == ".." {
            directory.pop();
        } else if next.symlink_metadata()?.is_symlink() {
            left.extend(names(&next.read_link()?));
            all.push(directory.clone());
            links += 1;
            if links > MOST_LINKS {
                return Err(io::Error::other("too many links lead to it"));
            }
        } else if left.is_empty() {
            all.push(std::mem::take(&mut directory));
        } else {
            // A link can begin at the root.
            directory = next;
        }
    }
    Ok(all)
}

/// Checks that no other person can have written a file, or chosen it with a link.
#[cfg(unix)]
fn check(path: &Path, file: &File) -> Result<(), Problem> {
    let user = User::current();
    let directories = directories(path)?;
    if !directories.last().is_some_and(|own| environment::is_safe(own)) {
        user.refusal(&Facts::new(&file.metadata()?, &fstatvfs(file).map_err(io::Error::from)?))
            .map_or(Ok(()), |why| Err(Problem::Foreign(format!("it {why}"))))?;
    }
    for directory in directories.iter().rev().filter(|one| !environment::is_safe(one)) {
        // It may be one that cannot be listed.
        let system = statvfs(directory).map_err(io::Error::from)?;
        let facts = Facts::new(&directory.metadata()?, &system);
        if let Some(why) = user.refusal(&facts) {
            return Err(Problem::Foreign(format!("its directory {} {why}", directory.display())));
        }
    }
    Ok(())
}

#[cfg(unix)]
use rustix::fs::{fstatvfs, statvfs};
#[cfg(unix)]
use unix::{Facts, User};

#[cfg(unix)]
mod unix {
    use std::fs::Metadata;
    use std::os::unix::fs::MetadataExt as _;

    use rustix::fs::{StatVfs, StatVfsMountFlags};

    /// The user who runs this program.
    #[derive(Clone, Copy, Debug)]
    pub(super) struct User {
        pub(super) id: u32,
        /// For root, the user who became root by sudo.
        pub(super) before_sudo: Option<u32>,
    }

    /// What decides who can write a file or a directory.
    #[derive(Clone, Copy, Debug)]
    pub(super) struct Facts {
        pub(super) owner: u32,
        pub(super) group: u32,
        pub(super) mode: u32,
        pub(super) is_directory: bool,
        pub(super) is_read_only: bool,
    }

    /// The bits of a mode.
    const OTHERS_WRITE: u32 = 0o002;
    const GROUP_WRITES: u32 = 0o020;
    const STICKY: u32 = 0o1000;

    impl User {
        pub(super) fn current() -> User {
            let id = rustix::process::geteuid().as_raw();
            let before = std::env::var("SUDO_UID").ok().and_then(|id| id.parse().ok());
            User { id, before_sudo: before.filter(|_| id == 0) }
        }

        /// Why a file or a directory may be another person's; none if it cannot.
        pub(super) fn refusal(self, facts: &Facts) -> Option<String> {
            if ![Some(0), Some(self.id), self.before_sudo].contains(&Some(facts.owner)) {
                return Some(format!("belongs to another user (id {})", facts.owner));
            }
            // In a sticky directory, such as /tmp, only the owner of a file can remove or replace it.
            if facts.is_read_only || (facts.is_directory && facts.mode & STICKY != 0) {
                return None;
            }
            // Many systems give each user a group with the user's number.
            let is_own_group = facts.group == facts.owner;
            match facts.mode {
                mode if mode & OTHERS_WRITE != 0 => {
                    Some("can be written by other users".to_owned())
                }
                mode if mode & GROUP_WRITES != 0 && !is_own_group => {
                    Some(format!("can be written by the group {}", facts.group))
                }
                _ => None,
            }
        }
    }

    impl Facts {
        pub(super) fn new(of: &Metadata, system: &StatVfs) -> Facts {
            Facts {
                owner: of.uid(),
                group: of.gid(),
                mode: of.mode(),
                is_directory: of.is_dir(),
                is_read_only: system.f_flag.contains(StatVfsMountFlags::RDONLY),
            }
        }
    }
}

#[cfg(all(test, unix))]
mod tests {
    use std::fs;
    use std::os::unix::fs::symlink;

    use super::{Facts, User, directories};

    const ME: User = User { id: 1000, before_sudo: None };
    const ROOT: User = User { id: 0, before_sudo: None };
    const BY_SUDO: User = User { id: 0, before_sudo: Some(1000) };

    fn file(owner: u32, group: u32, mode: u32) -> Facts {
        Facts { owner, group, mode, is_directory: false, is_read_only: false }
    }

    fn directory(owner: u32, group: u32, mode: u32) -> Facts {
        Facts { is_directory: true, ..file(owner, group, mode) }
    }

    #[test]
    fn every_link_that_leads_to_a_file_counts() {
        let folder = tempfile::tempdir().unwrap();
        let root = folder.path().canonicalize().unwrap();
        for name in ["a", "b", "c", "d", "e/sub"] {
            fs::create_dir_all(root.join(name)).unwrap();
        }
        fs::write(root.join("e/file"), "").unwrap();
        symlink("../b/two", root.join("a/one")).unwrap();
        symlink(root.join("c/three"), root.join("b/two")).unwrap();
        symlink("./../d/four/../file", root.join("c/three")).unwrap();
        symlink("../e/sub", root.join("d/four")).unwrap();
        let named = |path: &str| -> Vec<String> {
            let all = directories(&root.join(path)).unwrap();
            all.iter().map(|one| one.strip_prefix(&root).unwrap().display().to_string()).collect()
        };
        assert_eq!(named("a/one"), ["a", "b", "c", "d", "e"]);
        assert_eq!(named("c/../d/four/.././file"), ["d", "e"]);
        assert_eq!(named("e/file"), ["e"]);
        // As Kubernetes mounts a secret.
        fs::create_dir(root.join("..2026")).unwrap();
        fs::write(root.join("..2026/token"), "").unwrap();
        symlink("..2026", root.join("..data")).unwrap();
        symlink("..data/token", root.join("token")).unwrap();
        assert_eq!(named("token"), ["", "", "..2026"]);
        symlink("round", root.join("round")).unwrap();
        assert!(directories(&root.join("round")).is_err());
        assert!(directories(&root.join("a/none")).is_err());
    }

    #[test]
    fn a_file_of_another_person_is_refused() {
        let read_only = |facts| Facts { is_read_only: true, ..facts };
        for (user, facts, is_good) in [
            (ME, file(1000, 1000, 0o600), true),
            (ME, file(1000, 100, 0o644), true),
            (ME, file(0, 0, 0o644), true),
            (ME, file(1001, 1001, 0o600), false),
            (ME, file(1000, 1000, 0o666), false),
            (ME, file(0, 0, 0o666), false),
            // umask 002, with a group for each user and with a group for all.
            (ME, file(1000, 1000, 0o664), true),
            (ME, file(1000, 100, 0o664), false),
            (ME, directory(1000, 1000, 0o775), true),
            (ME, directory(1000, 1000, 0o777), false),
            // /tmp
            (ME, directory(0, 0, 0o1777), true),
            (ME, directory(1001, 1001, 0o1777), false),
            // A secret and a configuration that Kubernetes mounts, with and without a group for the pod.
            (ME, directory(0, 0, 0o1777), true),
            (ME, read_only(directory(0, 0, 0o777)), true),
            (ME, read_only(directory(0, 2000, 0o3777)), true),
            (ME, read_only(file(0, 2000, 0o640)), true),
            (ME, file(0, 2000, 0o640), true),
            // A checkout that the runner's user owns, in a container that runs as root.
            (ROOT, file(1001, 1001, 0o644), false),
            (ROOT, file(0, 0, 0o644), true),
            (BY_SUDO, file(1000, 1000, 0o644), true),
            (BY_SUDO, file(1001, 1001, 0o644), false),
            (BY_SUDO, file(1000, 1000, 0o646), false),
        ] {
            assert_eq!(user.refusal(&facts).is_none(), is_good, "{user:?} {facts:?}");
        }
    }
}
