//! Keys: secrets of an answer that exist nowhere else, such as the key of a new service account.

use std::cell::OnceCell;
use std::collections::HashSet;
use std::fs::{self, File, OpenOptions};
use std::io::{self, BufRead, BufReader, Read, Seek, SeekFrom, Write};
use std::path::{Path, PathBuf};

use houston_client::Selection;
use houston_client::schema::{Operation, Schema, TypeKind};
use serde_json::{Map, Value, json};

use super::report::Line;
use crate::answer::format::{Screen, record};
use crate::arguments::MASKED;
use crate::failure::{Exit, Failure};
use crate::input::InParts;
use crate::rows::by_name;
use crate::settings::files;
use crate::settings::options::RowsFormat;
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

/// The file for new keys: CSV if its name says so, and NDJSON otherwise.
#[derive(Debug)]
pub(crate) struct KeysFile {
    path: PathBuf,
    file: File,
    is_csv: bool,
    /// The ids in the file, once they were needed.
    ids: OnceCell<HashSet<String>>,
}

/// The names in front of the keys' own.
const NAMES: [&str; 3] = ["row", "key", "id"];

impl KeysFile {
    /// Opens the file for these keys, or creates it for its owner only.
    ///
    /// # Errors
    ///
    /// Fails if it cannot be opened, others can read it, or it is of another form.
    pub(crate) fn open(path: &Path, keys: &Keys) -> Result<Self, Failure> {
        let shown = plain(&path.to_string_lossy());
        let failed = || Failure::usage(format!("--secrets-out: cannot use {shown}"));
        let format = by_name(&path.to_string_lossy());
        if matches!(format, Some(RowsFormat::Json | RowsFormat::Yaml)) {
            return Err(failed()
                .detail("keys are added one by one, as NDJSON or CSV")
                .help("Let the name end with .ndjson or .csv."));
        }
        let is_csv = format == Some(RowsFormat::Csv);
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
        let mut keys_file = KeysFile { path: path.to_owned(), file, is_csv, ids: OnceCell::new() };
        let names = keys.names();
        let head =
            record(NAMES.into_iter().chain(names.iter().map(String::as_str)), Screen::default());
        let ready = keys_file.begin(&head).map_err(|error| failed().because(error))?;
        if !ready {
            return Err(failed()
                .detail(format!("its first line is not {}", head.trim_end()))
                .help("Name another file."));
        }
        Ok(keys_file)
    }

    /// Makes the file ready for another entry: a header is there, and the last line is whole. False if its header is of
    /// other keys.
    fn begin(&mut self, head: &str) -> io::Result<bool> {
        let mut first = String::new();
        BufReader::new(&self.file).take(1 << 16).read_line(&mut first)?;
        if first.is_empty() {
            if self.is_csv {
                self.file.write_all(head.as_bytes())?;
            }
            return Ok(true);
        }
        let mut last = [0];
        self.file.seek(SeekFrom::End(-1))?;
        self.file.read_exact(&mut last)?;
        if last != *b"\n" {
            self.file.write_all(b"\n")?;
        }
        Ok(!self.is_csv || first.trim_end() == head.trim_end())
    }

    /// Appends the keys of a row, and waits until they last.
    ///
    /// # Errors
    ///
    /// Fails if they cannot be written.
    pub(crate) fn add(&mut self, keys: &Keys, line: &Line) -> Result<(), Failure> {
        let mut entry = json!({ "row": line.row, "key": line.key, "id": line.id });
        let values = keys.values(&line.data);
        let text = if self.is_csv {
            let own = [line.row.to_string(), line.key.clone(), line.id.clone().unwrap_or_default()];
            let value = |name| values.get(name).and_then(Value::as_str).unwrap_or_default();
            let cells = own.iter().map(String::as_str);
            record(cells.chain(keys.names().iter().map(value)), Screen::default())
        } else {
            entry.as_object_mut().into_iter().for_each(|entry| entry.extend(values.clone()));
            format!("{entry}\n")
        };
        if let (Some(ids), Some(id)) = (self.ids.get_mut(), &line.id) {
            ids.insert(id.clone());
        }
        let written = self.file.write_all(text.as_bytes());
        written.and_then(|()| self.file.sync_data()).map_err(|error| {
            let path = plain(&self.path.to_string_lossy());
            Failure::new(Exit::Internal, format!("--secrets-out: cannot write {path}"))
                .because(error)
        })
    }

    /// Whether the file has the keys of an object already.
    pub(crate) fn has(&self, id: &str) -> bool {
        self.ids.get_or_init(|| self.read()).contains(id)
    }

    /// The ids in the file, up to a line that cannot be read.
    fn read(&self) -> HashSet<String> {
        let Ok(file) = File::open(&self.path) else { return HashSet::new() };
        let (file, parts) = InParts::new(file);
        if self.is_csv {
            let mut entries = csv::ReaderBuilder::new().flexible(true).from_reader(file);
            let entries = entries.records().inspect(|_| parts.next()).map_while(Result::ok);
            return entries.filter_map(|entry| Some(entry.get(2)?.to_owned())).collect();
        }
        let lines = BufReader::new(file).lines().inspect(|_| parts.next()).map_while(Result::ok);
        let entries = lines.filter_map(|line| serde_json::from_str::<Value>(&line).ok());
        entries.filter_map(|entry| Some(entry["id"].as_str()?.to_owned())).collect()
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

    fn line(id: &str) -> Line {
        Line {
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
        }
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
        let keys = keys("createWorkspaceServiceAccount", "apiKey");
        for id in ["a", "b"] {
            KeysFile::open(&path, &keys).unwrap().add(&keys, &line(id)).unwrap();
        }
        let text = std::fs::read_to_string(&path).unwrap();
        assert_eq!(text.lines().next(), Some(r#"{"row":1,"key":"label=a","id":"a","apiKey":"k"}"#));
        assert_eq!(path.metadata().unwrap().permissions().mode() & 0o777, 0o600);
        let file = KeysFile::open(&path, &keys).unwrap();
        assert!(file.has("b") && !file.has("c"));
        std::fs::set_permissions(&path, PermissionsExt::from_mode(0o644)).unwrap();
        assert!(KeysFile::open(&path, &keys).is_err());
        assert!(KeysFile::open(folder.path(), &keys).is_err());
    }

    #[test]
    fn a_file_of_keys_has_the_form_that_its_name_says() {
        let folder = tempfile::tempdir().unwrap();
        let path = |name: &str| folder.path().join(name);
        let own = keys("createWorkspaceServiceAccount", "apiKey");
        for id in ["a", "b"] {
            KeysFile::open(&path("k.csv"), &own).unwrap().add(&own, &line(id)).unwrap();
        }
        let csv = || std::fs::read_to_string(path("k.csv")).unwrap();
        assert_eq!(csv(), "row,key,id,apiKey\n1,label=a,a,k\n1,label=a,b,k\n");
        let file = KeysFile::open(&path("k.csv"), &own).unwrap();
        assert!(file.has("b") && !file.has("c"));
        // A line that was cut off does not spoil the next one.
        std::fs::write(path("k.csv"), csv() + "1,label=a,c").unwrap();
        let mut file = KeysFile::open(&path("k.csv"), &own).unwrap();
        file.add(&own, &line("d")).unwrap();
        assert!(file.has("d"));
        let other = keys("createToken", "token.value");
        for (name, keys) in [("k.csv", &other), ("k.json", &own), ("k.yaml", &own)] {
            assert!(KeysFile::open(&path(name), keys).is_err(), "{name}");
        }
    }
}
