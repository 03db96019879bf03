//! Variables as people have them: from an env file, secrets from elsewhere, and those of another object.

use clap::{Arg, ArgAction, ArgMatches, ValueHint};
use houston_client::schema::{Merge, Operation, Variables};
use serde_json::{Map, Value};

use super::env_file;
use super::problem::Problem;
use super::source::{self, STAYS};
use super::template::is_template;
use crate::input;
use crate::terminal::suggest::did_you_mean;
use crate::terminal::text::{plain, short};

const ENV_FILE: &str = "env-file";
const SECRET_KEYS: &str = "secret-keys";
const SECRET: &str = "secret";
const COPY_FROM: &str = "copy-from";
const REMOVE: &str = "remove";

/// The id of the flag that keeps what exists.
pub(crate) const MERGE: &str = "option:merge";

/// The names of the flags.
const FLAGS: [&str; 5] = [ENV_FILE, SECRET_KEYS, SECRET, COPY_FROM, REMOVE];

/// Whether a flag of this name belongs to the operation's variables.
pub(super) fn is_flag(operation: &Operation, name: &str) -> bool {
    operation.variables.is_some() && FLAGS.contains(&name)
}

/// The flags of an operation that writes variables.
pub(crate) fn flags(operation: &Operation) -> Vec<Arg> {
    if known(operation).is_none() {
        return Vec::new();
    }
    let flag = |name: &'static str, value: &'static str, help: &'static str| {
        Arg::new(id(name)).long(name).value_name(value).help(help).action(ArgAction::Append)
    };
    vec![
        flag(ENV_FILE, "FILE|-", "Add the variables of an env file")
            .action(ArgAction::Set)
            .value_hint(ValueHint::FilePath),
        flag(SECRET_KEYS, "NAMES", "Mark variables of the env file as secret: A,B"),
        flag(
            SECRET,
            "NAME=SOURCE",
            "Add a secret variable: NAME=@FILE, NAME=@- or NAME=@env:OTHER",
        ),
        flag(COPY_FROM, "ID", "Copy the variables of another object: its id, or @find:FIELD=VALUE")
            .action(ArgAction::Set),
        flag(REMOVE, "NAME", "Remove this variable, with --merge or --copy-from; can be repeated"),
    ]
}

/// What to do with variables that exist.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Changes {
    /// The keys to remove.
    pub(crate) removed: Vec<String>,
    /// The id of another object, or the look-up of it.
    pub(crate) copied: Option<String>,
}

impl Changes {
    /// What the flags say.
    pub(crate) fn of(matches: &ArgMatches) -> Self {
        Changes { removed: texts(matches, REMOVE), copied: texts(matches, COPY_FROM).pop() }
    }

    /// The flags that were given, each with its values.
    pub(crate) fn given(&self) -> impl Iterator<Item = (String, Value)> {
        let removed = Some(&self.removed).filter(|removed| !removed.is_empty());
        let removed = removed.map(|removed| (shown(REMOVE), removed.as_slice().into()));
        let copied = self.copied.as_ref().map(|copied| (shown(COPY_FROM), copied.as_str().into()));
        copied.into_iter().chain(removed)
    }
}

/// The variables that the flags give, as items of the operation's list; none if no such flag is given.
pub(super) fn items(
    operation: &Operation,
    matches: &ArgMatches,
    allow_secrets: bool,
    problems: &mut Vec<Problem>,
) -> Option<Vec<Value>> {
    let (merge, variables) = known(operation)?;
    FLAGS.iter().any(|flag| !texts(matches, flag).is_empty()).then_some(())?;
    let mut items = Vec::new();
    let changes = Changes::of(matches);
    let is_merge = matches!(matches.try_get_one(MERGE), Ok(Some(true)));
    if !changes.removed.is_empty() && !is_merge && changes.copied.is_none() {
        let what = "without --merge, only the given variables stay: add --merge, or leave it out";
        problems.push(Problem::at(shown(REMOVE), what));
    }
    let secret_keys = texts(matches, SECRET_KEYS);
    let secret_keys: Vec<&str> =
        secret_keys.iter().flat_map(|keys| keys.split(',')).map(str::trim).collect();
    match texts(matches, ENV_FILE).pop() {
        Some(path) => match of_file(variables, &path) {
            Ok(read) => {
                let names: Vec<&str> = read.iter().map(|variable| &*variable.name).collect();
                for key in secret_keys.iter().filter(|key| !names.contains(key)) {
                    let meant = did_you_mean(key, names.iter().copied());
                    let what = format!("`{}` is not in the env file{meant}", short(key));
                    problems.push(Problem::at(shown(SECRET_KEYS), what));
                }
                items.extend(read.iter().map(|variable| {
                    let is_secret = secret_keys.contains(&&*variable.name);
                    item(merge, variables, &variable.name, &variable.value, is_secret)
                }));
            }
            Err(what) => {
                problems.extend(what.into_iter().map(|what| Problem::at(shown(ENV_FILE), what)));
            }
        },
        None if secret_keys.is_empty() => {}
        None => problems.push(Problem::at(
            shown(SECRET_KEYS),
            format!(
                "it marks variables of an env file: add {}, or use {} NAME=@env:OTHER",
                shown(ENV_FILE),
                shown(SECRET)
            ),
        )),
    }
    for word in texts(matches, SECRET) {
        match secret(variables, &word, allow_secrets) {
            Ok((key, value)) => items.push(item(merge, variables, key, &value, true)),
            Err(what) => problems.push(Problem::at(shown(SECRET), what)),
        }
    }
    Some(items)
}

/// The problems of these flags that name a column of the rows: they are the same for all rows.
pub(super) fn templates(matches: &ArgMatches) -> impl Iterator<Item = Problem> {
    let all = [COPY_FROM, REMOVE]
        .into_iter()
        .flat_map(|flag| texts(matches, flag).into_iter().map(move |text| (flag, text)));
    all.filter(|(_, text)| is_template(text)).map(|(flag, _)| {
        let what = "it is the same for all rows; run the call once for each value";
        Problem::at(shown(flag), what)
    })
}

/// What the server would refuse about a key. The text names the key only if `is_shown`, or if it is one of the server's.
pub(crate) fn key_problem(variables: &Variables, key: &str, is_shown: bool) -> Option<String> {
    let Variables { letters, reserved, .. } = variables;
    let named = if is_shown { format!("`{}`", short(key)) } else { "the name".to_owned() };
    let is_word = key.chars().all(|letter| letters.contains(letter))
        && key.chars().any(|letter| letter != '_')
        && !key.starts_with(|first: char| first.is_ascii_digit());
    if !letters.is_empty() && !is_word {
        return Some(format!(
            "the server would refuse {named}: write it with {}, and not with a digit in front",
            alphabet(letters)
        ));
    }
    let is_reserved = reserved.iter().any(|reserved| reserved == key);
    is_reserved.then(|| format!("the platform sets `{}` itself: leave it out", plain(key)))
}

/// Letters, in words.
fn alphabet(letters: &str) -> String {
    const CLASSES: [(char, &str); 3] =
        [('A', "upper-case letters"), ('a', "lower-case letters"), ('0', "digits")];
    let classes = CLASSES.iter().filter(|(first, _)| letters.contains(*first));
    let classes = classes.map(|(_, name)| (*name).to_owned());
    let others = letters.chars().filter(|letter| !letter.is_ascii_alphanumeric());
    let mut words: Vec<String> =
        classes.chain(others.map(|letter| format!("`{letter}`"))).collect();
    match (words.pop(), words.is_empty()) {
        (Some(last), false) => format!("{} and {last}", words.join(", ")),
        (last, _) => last.unwrap_or_default(),
    }
}

/// The problem of an item that is given, and to be removed.
pub(super) fn removed_problem(
    merge: &Merge,
    items: &[Value],
    removed: &[String],
) -> Option<Problem> {
    let is_given = |key: &&String| items.iter().any(|item| item[&*merge.key] == ***key);
    let key = removed.iter().find(is_given)?;
    Some(Problem::at(shown(REMOVE), format!("a value for `{}` is given as well", short(key))))
}

/// The facts about an operation's variables.
fn known(operation: &Operation) -> Option<(&Merge, &Variables)> {
    operation.merge.as_ref().zip(operation.variables.as_ref())
}

fn id(flag: &str) -> String {
    format!("option:{flag}")
}

fn shown(flag: &str) -> String {
    format!("--{flag}")
}

/// What was given for a flag; nothing if the command has no such flag.
fn texts(matches: &ArgMatches, flag: &str) -> Vec<String> {
    let texts = matches.try_get_many::<String>(&id(flag)).ok().flatten();
    texts.into_iter().flatten().cloned().collect()
}

/// The variables of a file, at least one.
fn of_file(variables: &Variables, path: &str) -> Result<Vec<env_file::Variable>, Vec<String>> {
    let text = input::document(path).map_err(|why| vec![why])?;
    let read = env_file::read(&text, |name| key_problem(variables, name, false))?;
    match read.is_empty() {
        true => Err(vec!["it contains no variables".to_owned()]),
        false => Ok(read),
    }
}

/// The key of a secret variable, and its value from where the word says.
fn secret<'w>(
    variables: &Variables,
    word: &'w str,
    allow_secrets: bool,
) -> Result<(&'w str, String), String> {
    // Without a key, the word can be the secret itself.
    let (key, source) =
        word.split_once('=').ok_or("expected NAME=@FILE, NAME=@- or NAME=@env:OTHER")?;
    match key_problem(variables, key, true) {
        Some(what) => return Err(what),
        None if !source.starts_with('@') && !allow_secrets => return Err(STAYS.to_owned()),
        None => {}
    }
    let sourced = source::resolve(source.to_owned()).map_err(|unread| unread.said(""));
    let sourced = sourced.map_err(|why| format!("{}: {why}", plain(key)))?;
    match sourced.literal && !allow_secrets {
        true => Err(STAYS.to_owned()),
        false => Ok((key, sourced.text)),
    }
}

/// An item of the list. Without a mark, a merge keeps the one that is stored.
fn item(merge: &Merge, variables: &Variables, key: &str, value: &str, is_secret: bool) -> Value {
    let mut fields = Map::new();
    fields.insert(merge.key.clone(), key.into());
    fields.insert(variables.value.clone(), value.into());
    if let Some(mark) = merge.hides.as_ref().filter(|_| is_secret) {
        fields.insert(mark.clone(), true.into());
    }
    Value::Object(fields)
}
