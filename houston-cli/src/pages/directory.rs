//! Writes the files of a reference into a directory: all of them or none.
//!
//! A list of what was written stays beside them. A later run replaces these files, and removes those that are left over
//! and unchanged. It touches nothing else, and follows no link inside the directory.

use std::collections::BTreeMap;
use std::fs;
use std::io::{self, ErrorKind};
use std::path::{Component, Path, PathBuf};

use sha2::{Digest as _, Sha256};

use crate::failure::Failure;
use crate::input;
use crate::terminal::text::plain;

/// The list of files that were written, with a digest of each.
const LIST: &str = ".houston-docs.json";

/// What was written.
#[derive(Debug)]
pub(crate) struct Written {
    pub(crate) files: usize,
    pub(crate) bytes: usize,
}

/// Writes files, given by their paths in the directory.
///
/// # Errors
///
/// Fails with that of a file that cannot be made, and if the directory cannot be written or has other files in the places.
/// Then it has what it had before.
pub(crate) fn write<'f>(
    directory: &Path,
    files: impl Iterator<Item = Result<(&'f str, String), Failure>>,
) -> Result<Written, Failure> {
    let unable = |error: io::Error| {
        let what = format!("cannot write the pages to {}", plain(&directory.to_string_lossy()));
        Failure::usage(what).because(error).help("Choose a directory that you can write to.")
    };
    let is_new = !directory.exists();
    let written = fs::create_dir_all(directory)
        .and_then(|()| tempfile::Builder::new().prefix(".houston-").tempdir_in(directory))
        .map_err(unable)
        .and_then(|staging| {
            let mut files = files.map(|file| {
                let (path, text) = file?;
                let at = staging.path().join("new").join(path);
                at.parent().map_or(Ok(()), fs::create_dir_all).map_err(unable)?;
                fs::write(at, &text).map_err(unable)?;
                Ok((path.to_owned(), (digest(text.as_bytes()), text.len())))
            });
            let staged: BTreeMap<_, _> = files.by_ref().collect::<Result<_, Failure>>()?;
            let bytes = staged.values().map(|(_, length)| length).sum();
            let staged: BTreeMap<String, String> =
                staged.into_iter().map(|(path, (digest, _))| (path, digest)).collect();
            let list = serde_json::to_string_pretty(&staged).unwrap_or_default();
            fs::write(staging.path().join("new").join(LIST), list).map_err(unable)?;
            let exchange = Exchange { directory, staging: staging.path(), moves: Vec::new() };
            exchange.run(&staged, &before(directory)).map_err(|wrong| match wrong {
                Wrong::Io(error) => unable(error),
                Wrong::Taken(path) => taken(directory, &path),
            })?;
            Ok(Written { files: staged.len(), bytes })
        });
    if written.is_err() && is_new {
        // Only if nothing is in it.
        let _ = fs::remove_dir(directory);
    }
    written
}

fn taken(directory: &Path, path: &Path) -> Failure {
    let path = plain(&path.to_string_lossy());
    let what = format!("`houston docs` did not write {path}, and does not replace it");
    Failure::usage(what).help(format!(
        "Choose another directory than {}, or remove it from there.",
        plain(&directory.to_string_lossy())
    ))
}

/// What an earlier run has written here, with the digests. A list that cannot be read counts as none.
fn before(directory: &Path) -> BTreeMap<String, String> {
    let list = directory.join(LIST);
    let is_file = fs::symlink_metadata(&list).is_ok_and(|about| about.is_file());
    let text = is_file.then(|| input::file(&list).ok()).flatten();
    let list: Option<BTreeMap<String, String>> =
        text.and_then(|text| serde_json::from_str(&text).ok());
    let mut list = list.unwrap_or_default();
    list.retain(|path, _| is_inside(path));
    list
}

/// Whether a path can only name a file in the directory.
fn is_inside(path: &str) -> bool {
    !path.contains('\\')
        && Path::new(path).components().all(|part| matches!(part, Component::Normal(_)))
}

fn digest(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect()
}

/// Why nothing was changed.
enum Wrong {
    Io(io::Error),
    /// Something of others is in this place.
    Taken(PathBuf),
}

impl From<io::Error> for Wrong {
    fn from(error: io::Error) -> Self {
        Wrong::Io(error)
    }
}

/// Exchanges the files of an earlier run for new ones.
struct Exchange<'d> {
    directory: &'d Path,
    /// The new files in `new`; the old ones go to `old`.
    staging: &'d Path,
    /// What was moved, from where to where.
    moves: Vec<(PathBuf, PathBuf)>,
}

impl Exchange<'_> {
    fn run(
        mut self,
        new: &BTreeMap<String, String>,
        old: &BTreeMap<String, String>,
    ) -> Result<(), Wrong> {
        let paths = || new.keys().map(String::as_str).chain([LIST]);
        for path in paths() {
            self.check(path, path == LIST || old.contains_key(path))?;
        }
        let stale = old
            .iter()
            .filter(|(path, digest)| !new.contains_key(*path) && self.is_unchanged(path, digest));
        let stale: Vec<&String> = stale.map(|(path, _)| path).collect();
        let moved = stale.iter().try_for_each(|path| self.put_aside(path));
        let moved = moved.and_then(|()| paths().try_for_each(|path| self.put_in_place(path)));
        if let Err(error) = moved {
            for (from, to) in self.moves.iter().rev() {
                // Nothing else can be done about it.
                let _ = fs::rename(to, from);
            }
            paths().for_each(|path| self.remove_empty(path));
            return Err(error.into());
        }
        stale.iter().for_each(|path| self.remove_empty(path));
        Ok(())
    }

    /// Removes the folder of a file, if nothing is in it, and it is not the directory itself.
    fn remove_empty(&self, path: &str) {
        let whole = self.directory.join(path);
        let folder = whole.parent().filter(|folder| *folder != self.directory);
        // Usually there are files in it.
        let _ = folder.map(fs::remove_dir);
    }

    /// Fails if a new file would replace something that is not ours, or if a link or a file is where its folder has to be.
    fn check(&self, path: &str, is_ours: bool) -> Result<(), Wrong> {
        let whole = self.directory.join(path);
        let mut folder = self.directory.to_owned();
        let parents = Path::new(path).parent().into_iter().flat_map(Path::components);
        for part in parents {
            folder.push(part);
            match fs::symlink_metadata(&folder) {
                Ok(about) if !about.is_dir() => return Err(Wrong::Taken(folder)),
                Err(error) if error.kind() != ErrorKind::NotFound => return Err(error.into()),
                _ => {}
            }
        }
        match fs::symlink_metadata(&whole) {
            Ok(about) if about.is_dir() || !is_ours => Err(Wrong::Taken(whole)),
            Err(error) if error.kind() != ErrorKind::NotFound => Err(error.into()),
            _ => Ok(()),
        }
    }

    /// Whether a file of an earlier run is as it was written, and no link leads to it.
    fn is_unchanged(&self, path: &str, digest: &str) -> bool {
        let is_file = self.check(path, true).is_ok()
            && fs::symlink_metadata(self.directory.join(path)).is_ok_and(|about| about.is_file());
        is_file
            && fs::read(self.directory.join(path)).is_ok_and(|bytes| self::digest(&bytes) == digest)
    }

    fn put_aside(&mut self, path: &str) -> io::Result<()> {
        let (from, to) = (self.directory.join(path), self.staging.join("old").join(path));
        self.rename(from, to)
    }

    fn put_in_place(&mut self, path: &str) -> io::Result<()> {
        let to = self.directory.join(path);
        if fs::symlink_metadata(&to).is_ok() {
            self.put_aside(path)?;
        }
        self.rename(self.staging.join("new").join(path), to)
    }

    fn rename(&mut self, from: PathBuf, to: PathBuf) -> io::Result<()> {
        to.parent().map_or(Ok(()), fs::create_dir_all)?;
        fs::rename(&from, &to)?;
        self.moves.push((from, to));
        Ok(())
    }
}
