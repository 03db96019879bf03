//! Keys: secrets of an answer that exist nowhere else, such as the key of a new service account.

use std::fs::{self, File, OpenOptions};
use std::io::{self, BufRead, BufReader, Write};
use std::path::{Path, PathBuf};

use houston_client::Selection;
use houston_client::schema::{Operation, Schema, TypeKind};
use serde_json::{Map, Value, json};

use super::report::Line;
use crate::arguments::MASKED;
use crate::failure::{Exit, Failure};
use crate::settings::files;
use crate::terminal::text::plain;

/// Where the secrets of an operation's answer are: paths of selected fields.
#[derive(Debug, Default)]
pub(crate) struct Keys(Vec<Vec<String>>);

impl Keys {
    /// Those that this selection has.
    pub(crate) fn of(schema: &Schema, operation: &Operation, selection: &Selection) -> Self {
        let mut keys = Keys::default();
        keys.add(schema, operation.type_ref().name(), selection, &[]);
        keys
    }

    fn add(&mut self, schema: &Schema, ty: &str, selection: &Selection, above: &[String]) {
        let Some(ty) = schema.type_named(ty).filter(|ty| ty.kind != TypeKind::Input) else {
            return;
        };
        for (name, below) in selection.iter() {
            let Some(field) = ty.fields.iter().find(|field| field.name == *name) else { continue };
            let path = [above, &[name.to_owned()]].concat();
            if field.secret {
                self.0.push(path);
            } else {
                self.add(schema, field.type_ref().name(), below, &path);
            }
        }
    }

    /// Their names, with dots.
    pub(crate) fn names(&self) -> Vec<String> {
        self.0.iter().map(|path| path.join(".")).collect()
    }

    /// Whether an answer has one that can be read.
    pub(crate) fn are_in(&self, answer: &Value) -> bool {
        self.0.iter().any(|path| at(answer, path).is_some_and(|value| !is_masked(value)))
    }

    /// Puts asterisks in place of them.
    pub(crate) fn mask(&self, answer: &mut Value) {
        for path in &self.0 {
            let pointer: String = path.iter().map(|name| format!("/{name}")).collect();
            if let Some(value) = answer.pointer_mut(&pointer).filter(|value| value.is_string()) {
                *value = MASKED.into();
            }
        }
    }

    /// Their values in an answer, by name.
    fn values(&self, answer: &Value) -> Map<String, Value> {
        let value = |path: &Vec<String>| Some((path.join("."), at(answer, path)?.clone()));
        self.0.iter().filter_map(value).collect()
    }
}

/// The text at a path.
fn at<'v>(answer: &'v Value, path: &[String]) -> Option<&'v Value> {
    path.iter().try_fold(answer, |value, name| value.get(name)).filter(|value| value.is_string())
}

/// Whether the server shows only the beginning: it does so ten minutes after a key was made.
fn is_masked(value: &Value) -> bool {
    value.as_str().is_some_and(|text| text.ends_with('*'))
}

/// The file for new keys.
#[derive(Debug)]
pub(crate) struct KeysFile {
    path: PathBuf,
    file: File,
}

impl KeysFile {
    /// Opens the file, or creates it for its owner only.
    ///
    /// # Errors
    ///
    /// Fails if it cannot be opened, or others can read it.
    pub(crate) fn open(path: &Path) -> Result<Self, Failure> {
        let shown = plain(&path.to_string_lossy());
        let failed = || Failure::usage(format!("--secrets-out: cannot use {shown}"));
        let mut options = OpenOptions::new();
        options.append(true).read(true).create(true);
        #[cfg(unix)]
        std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
        let file = options.open(path).map_err(|error| failed().because(error))?;
        let is_file = file.metadata().map_err(|error| failed().because(error))?.is_file();
        if !is_file {
            return Err(failed().detail("it is not a file"));
        }
        if files::is_open_to_others(path).map_err(|error| failed().because(error))? {
            return Err(failed()
                .detail("other users can read it")
                .help(format!("Run `chmod 600 {shown}`, or name another file.")));
        }
        let parent = path.parent().filter(|parent| !parent.as_os_str().is_empty());
        let synced = sync_directory(parent.unwrap_or(Path::new(".")));
        synced.map_err(|error| failed().because(error))?;
        Ok(KeysFile { path: path.to_owned(), file })
    }

    /// Appends the keys of a row, and waits until they last.
    ///
    /// # Errors
    ///
    /// Fails if they cannot be written.
    pub(crate) fn add(&mut self, keys: &Keys, line: &Line) -> Result<(), Failure> {
        let mut entry = json!({ "row": line.row, "key": line.key, "id": line.id });
        let values = keys.values(&line.data);
        entry.as_object_mut().into_iter().for_each(|entry| entry.extend(values.clone()));
        let written = self.file.write_all(format!("{entry}\n").as_bytes());
        written.and_then(|()| self.file.sync_data()).map_err(|error| {
            let path = plain(&self.path.to_string_lossy());
            Failure::new(Exit::Internal, format!("--secrets-out: cannot write {path}"))
                .because(error)
        })
    }

    /// Whether the file has the keys of an object already.
    pub(crate) fn has(&self, id: &str) -> bool {
        let Ok(file) = File::open(&self.path) else { return false };
        let entries = BufReader::new(file).lines().map_while(Result::ok);
        entries
            .filter_map(|line| serde_json::from_str::<Value>(&line).ok())
            .any(|entry| entry["id"] == id)
    }
}

/// Makes the name of a new file last.
fn sync_directory(path: &Path) -> io::Result<()> {
    match cfg!(unix) {
        true => File::open(path)?.sync_all(),
        false => fs::metadata(path).map(drop),
    }
}

#[cfg(test)]
mod tests {
    use houston_client::SCHEMA;
    use serde_json::json;

    use super::{Keys, KeysFile, Line};
    use crate::answer::fields::selection;
    use crate::runs::report::Word;

    fn keys(operation: &str, fields: &str) -> Keys {
        let operation = SCHEMA.operation(operation).unwrap();
        Keys::of(&SCHEMA, operation, &selection(&SCHEMA, operation, fields).unwrap())
    }

    #[test]
    fn keys_are_found_at_any_depth() {
        let one = keys("createWorkspaceServiceAccount", "id,apiKey");
        assert_eq!(one.names(), ["apiKey"]);
        let mut answer = json!({"id": "a", "apiKey": "0123456789"});
        assert!(one.are_in(&answer));
        one.mask(&mut answer);
        assert_eq!(answer["apiKey"], "***");
        for lost in
            [json!({"id": "a", "apiKey": "012345****"}), json!({"apiKey": null}), json!(null)]
        {
            assert!(!one.are_in(&lost), "{lost}");
        }
        assert_eq!(keys("createToken", "token.value").names(), ["token.value"]);
        assert!(keys("createWorkspace", "id").names().is_empty());
    }

    #[cfg(unix)]
    #[test]
    fn a_file_of_keys_is_private_and_grows() {
        use std::os::unix::fs::PermissionsExt;
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("keys");
        let line = |id: &str| Line {
            row: 1,
            line: 2,
            key: "label=a".into(),
            outcome: Word::Done,
            id: Some(id.into()),
            attempts: 1,
            milliseconds: 3,
            error: None,
            code: None,
            notes: Vec::new(),
            data: json!({"apiKey": "k"}),
        };
        let keys = keys("createWorkspaceServiceAccount", "apiKey");
        for id in ["a", "b"] {
            KeysFile::open(&path).unwrap().add(&keys, &line(id)).unwrap();
        }
        let text = std::fs::read_to_string(&path).unwrap();
        assert_eq!(text.lines().next(), Some(r#"{"row":1,"key":"label=a","id":"a","apiKey":"k"}"#));
        assert_eq!(path.metadata().unwrap().permissions().mode() & 0o777, 0o600);
        let file = KeysFile::open(&path).unwrap();
        assert!(file.has("b") && !file.has("c"));
        std::fs::set_permissions(&path, PermissionsExt::from_mode(0o644)).unwrap();
        assert!(KeysFile::open(&path).is_err());
        assert!(KeysFile::open(folder.path()).is_err());
    }
}
