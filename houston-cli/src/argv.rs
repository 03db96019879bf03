//! The command line, read once: options of the program, names, and the arguments of an operation.
//!
//! clap cannot do that alone. Options of the program can stand in front of an operation's name and behind it, where an
//! argument of the same name wins; dotted flags cannot be declared; and clap stops at the first misspelled flag. So the
//! words are sorted here, and clap parses each part: the options, and the rest for the operation.
//!
//! Which options the operation's arguments shadow is decided before all options are known, by one schema: the one that
//! the options in front of the name choose, or else the default. With `houston --schema FILE shadow --url x`, the schema
//! of the file decides whether `--url` is an argument of `shadow`.

use std::collections::VecDeque;
use std::ffi::OsString;

use clap::{Arg, Command};
use houston_client::schema::Operation;

use crate::arguments::{Problem, Words};
use crate::failure::Failure;
use crate::failure::stop::Stop;
use crate::schema::names;
use crate::terminal::suggest::closest;
use crate::terminal::text::{plain, short};

/// The words of a call that are not yet used.
#[derive(Debug)]
pub(crate) struct Argv {
    /// Options in front of the names that were taken, and words that look like options.
    front: Vec<OsString>,
    behind: VecDeque<Word>,
    /// Whether to show help, whatever the other words are.
    pub(crate) helps: bool,
}

/// A word, or an option of the program.
#[derive(Debug)]
enum Word {
    Other(OsString),
    Option {
        name: String,
        word: OsString,
        value: Option<OsString>,
        /// Whether its value is missing.
        lacks: bool,
    },
}

impl Word {
    /// The words as they were given.
    fn words(self) -> impl Iterator<Item = OsString> {
        let (word, value) = match self {
            Word::Other(word) => (word, None),
            Word::Option { word, value, .. } => (word, value),
        };
        [word].into_iter().chain(value)
    }

    fn is_help(&self) -> bool {
        matches!(self, Word::Option { name, .. } if name == "help")
    }
}

impl Argv {
    /// Separates options from other words. The word after an option is its value, unless it looks like an option itself.
    pub(crate) fn scan(words: Vec<OsString>, options: &Command) -> Argv {
        let mut words = words.into_iter().peekable();
        let mut behind = VecDeque::new();
        while let Some(word) = words.next_if(|word| word != "--") {
            let Some((option, needs_value)) = option(options, &word.to_string_lossy()) else {
                behind.push_back(Word::Other(word));
                continue;
            };
            let value = words.next_if(|next| needs_value && (!is_dashed(next) || next == "-"));
            let lacks = needs_value && value.is_none();
            let name = option.get_long().unwrap_or_default().to_owned();
            behind.push_back(Word::Option { name, word, value, lacks });
        }
        behind.extend(words.map(Word::Other));
        Argv { front: Vec::new(), behind, helps: false }
    }

    /// Whether errors are written as JSON, including errors about the words.
    pub(crate) fn has_json_errors(&self) -> bool {
        self.behind.iter().any(|word| match word {
            Word::Option { name, word, value, .. } if name == "errors" => {
                value.as_ref().map_or(word == "--errors=json", |value| value == "json")
            }
            _ => false,
        })
    }

    /// Takes the next name; the options in front of it stay in front. Help or the version in front of a name is all that
    /// the call asks for.
    pub(crate) fn name(&mut self) -> Option<String> {
        while let Some(word) = self.behind.pop_front() {
            let ends = match &word {
                Word::Other(word) if !is_dashed(word) || word == "-" => {
                    return Some(word.to_string_lossy().into_owned());
                }
                Word::Other(word) => word == "-V" || word == "--version",
                option => option.is_help(),
            };
            self.front.extend(word.words());
            if ends {
                break;
            }
        }
        None
    }

    /// The words for a command that clap parses completely.
    pub(crate) fn words(self) -> Vec<OsString> {
        let help = self.helps.then(|| "-h".into());
        help.into_iter()
            .chain(self.front)
            .chain(self.behind.into_iter().flat_map(Word::words))
            .collect()
    }

    /// The words in front of the names.
    pub(crate) fn front(&self) -> &[OsString] {
        &self.front
    }

    /// Turns options behind the name into arguments of the operation if it has arguments of the same names.
    pub(crate) fn shadow(&mut self, operation: &Operation) {
        let is_shadowed = |word: &Word| match word {
            Word::Option { name, word, .. } => {
                let is_long = word.as_encoded_bytes().starts_with(b"--");
                is_long && names::argument(operation, name).is_some()
            }
            Word::Other(_) => false,
        };
        for word in std::mem::take(&mut self.behind) {
            match is_shadowed(&word) {
                true => self.behind.extend(word.words().map(Word::Other)),
                false => self.behind.push_back(word),
            }
        }
    }

    /// Whether options stand behind the name.
    pub(crate) fn has_options_behind(&self) -> bool {
        self.behind.iter().any(|word| matches!(word, Word::Option { .. }))
    }

    /// All options, except those without their value: they are reported with the problems of the operation's words.
    pub(crate) fn options(&self) -> Vec<OsString> {
        let mut options = self.front.clone();
        for word in self.behind.iter().filter(|word| !word.is_help()) {
            if let Word::Option { word, value, lacks: false, .. } = word {
                options.push(word.clone());
                options.extend(value.clone());
            }
        }
        options
    }

    /// Parses the words behind the operation's name. Problems are reported together with clap's error, and help is not
    /// shown then: `--label --help` may be a script's `--label "$label"`, which has to fail.
    ///
    /// # Errors
    ///
    /// Fails with clap's error, or with the failure that `refused` makes of the problems.
    pub(crate) fn read(
        self,
        command: Command,
        name: &str,
        operation: &Operation,
        refused: impl FnOnce(Vec<Problem>) -> Failure,
    ) -> Result<Words, Stop> {
        let mut command = command.bin_name(format!("houston {name}")).no_binary_name(true);
        command.build();
        let helps = self.helps || self.behind.iter().any(Word::is_help);
        let Sorted { declared, dotted, mut problems } = self.sort(&command, operation);
        let words = match (helps, problems.is_empty()) {
            (true, false) => return Err(refused(problems).into()),
            (true, true) => vec!["-h".into()],
            (false, _) => declared,
        };
        match command.try_get_matches_from(words) {
            Ok(matches) => Ok(Words { matches, dotted, problems }),
            Err(said) if !problems.is_empty() => {
                let text = said.to_string();
                let line = text.lines().next().unwrap_or_default();
                problems.push(Problem::whole(line.strip_prefix("error: ").unwrap_or(line)));
                Err(refused(problems).into())
            }
            Err(said) => Err(said.into()),
        }
    }

    /// Sorts the words behind the operation's name. `command` is the built command of the operation.
    ///
    /// A separate value may begin with a hyphen, but cannot be a flag of this call: then the value was most likely
    /// forgotten.
    fn sort(mut self, command: &Command, operation: &Operation) -> Sorted {
        let mut sorter = Sorter { command, operation, sorted: Sorted::default() };
        while let Some(word) = self.behind.pop_front() {
            match word {
                Word::Other(word) if word == "--" => {
                    let rest = self.behind.drain(..).flat_map(Word::words);
                    sorter.sorted.declared.extend([word].into_iter().chain(rest));
                }
                Word::Other(word) => sorter.word(word, &mut self.behind),
                Word::Option { word, lacks: true, .. } => {
                    sorter.no_value(&word.to_string_lossy(), &self.behind);
                }
                Word::Option { .. } => {}
            }
        }
        sorter.sorted
    }
}

/// The sorted words of an operation.
#[derive(Debug, Default)]
struct Sorted {
    /// The words for clap: declared flags with their values, and words that cannot be flags.
    declared: Vec<OsString>,
    dotted: Vec<(String, String)>,
    problems: Vec<Problem>,
}

struct Sorter<'c> {
    command: &'c Command,
    operation: &'c Operation,
    sorted: Sorted,
}

impl Sorter<'_> {
    fn word(&mut self, word: OsString, words: &mut VecDeque<Word>) {
        let text = word.to_str().unwrap_or_default();
        let (flag, value) = parts(text);
        if let Some(found) = flag_of(self.command, flag) {
            if value.is_some() || !found.get_action().takes_values() {
                self.sorted.declared.push(word);
            } else if self.is_boolean(found) {
                let value = next_if(words, |next| !is_dashed(next));
                let value = value.unwrap_or_else(|| "true".into());
                self.sorted.declared.extend([word, value]);
            } else if let Some(value) = self.value(flag, words) {
                self.sorted.declared.extend([word, value]);
            }
        } else if let Some(path) = dotted(flag) {
            let value = value.map(OsString::from).or_else(|| self.value(flag, words));
            match value.map(OsString::into_string) {
                Some(Ok(value)) => self.sorted.dotted.push((path.to_owned(), value)),
                Some(Err(_)) => self.problem(flag, "the value is not valid UTF-8"),
                None => {}
            }
        } else if self.can_only_be_a_flag(flag) {
            let (name, meant) = (plain(&self.operation.name), self.meant(flag));
            self.problem(flag, format_args!("{name} has no such flag{meant}"));
            // An operation has no positional words, so the next word is the value.
            if value.is_none() {
                next_if(words, |next| !is_dashed(next));
            }
        } else {
            self.sorted.declared.push(word);
        }
    }

    /// Whether a flag without a value is true.
    fn is_boolean(&self, flag: &clap::Arg) -> bool {
        let name = flag.get_id().as_str().strip_prefix("argument:");
        let argument = name.and_then(|name| self.operation.argument(name));
        argument.is_some_and(|argument| argument.ty.trim_end_matches('!') == "Boolean")
    }

    /// Whether a word that is not a flag of this call looks like one.
    fn can_only_be_a_flag(&self, word: &str) -> bool {
        let Some(name) = word.strip_prefix('-') else {
            return false;
        };
        // `-ojson` contains its value.
        let is_short = || {
            name.get(..1).is_some_and(|name| flag_of(self.command, &format!("-{name}")).is_some())
        };
        name.starts_with('-')
            || name.starts_with(|first: char| first.is_ascii_alphabetic()) && !is_short()
    }

    /// Takes the value of a flag from the next word, or records a problem.
    fn value(&mut self, flag: &str, words: &mut VecDeque<Word>) -> Option<OsString> {
        let value = next_if(words, |next| !self.is_flag(&next.to_string_lossy()));
        if value.is_none() {
            self.no_value(flag, words);
        }
        value
    }

    fn no_value(&mut self, flag: &str, words: &VecDeque<Word>) {
        let Some(Word::Other(next) | Word::Option { word: next, .. }) = words.front() else {
            return self.problem(flag, "a value is missing");
        };
        // The part after its `=` may be a secret.
        let next = next.to_string_lossy();
        let next = match parts(&next) {
            (next, None) => short(next),
            (next, Some(_)) => format!("{}=…", short(next)),
        };
        let what = format!(
            "a value is missing before `{next}`; if that is the value, write `{}={next}`",
            short(flag)
        );
        self.problem(flag, what);
    }

    /// Whether a word is a flag of the operation, with or without a value.
    fn is_flag(&self, word: &str) -> bool {
        let (flag, _) = parts(word);
        let is_part = |path: &str| {
            let first = path.split('.').next().unwrap_or_default();
            names::argument(self.operation, first).is_some()
        };
        flag_of(self.command, flag).is_some() || dotted(flag).is_some_and(is_part)
    }

    fn meant(&self, flag: &str) -> String {
        // Suggestions use the spelling style of the flag.
        let is_camel = flag.contains(|letter: char| letter.is_ascii_uppercase());
        let known = self.command.get_arguments().filter_map(|argument| {
            let exact = argument.get_aliases().unwrap_or_default().into_iter().next();
            exact.filter(|_| is_camel).or_else(|| argument.get_long())
        });
        let known: Vec<&str> = known.collect();
        match closest(flag, known).as_slice() {
            [] => String::new(),
            [one] => format!("; did you mean `--{one}`?"),
            [first @ .., last] => {
                format!("; did you mean `--{}` or `--{last}`?", first.join("`, `--"))
            }
        }
    }

    fn problem(&mut self, flag: &str, what: impl std::fmt::Display) {
        self.sorted.problems.push(Problem::at(short(flag), what));
    }
}

/// Splits a word at its first `=`.
fn parts(word: &str) -> (&str, Option<&str>) {
    word.split_once('=').map_or((word, None), |(flag, value)| (flag, Some(value)))
}

/// The path of a dotted flag.
fn dotted(flag: &str) -> Option<&str> {
    flag.strip_prefix("--").filter(|path| path.contains('.'))
}

/// The next word, if it is not an option of the program and fits.
fn next_if(words: &mut VecDeque<Word>, fits: impl FnOnce(&OsString) -> bool) -> Option<OsString> {
    match words.pop_front()? {
        Word::Other(word) if fits(&word) => Some(word),
        other => {
            words.push_front(other);
            None
        }
    }
}

fn is_dashed(word: &OsString) -> bool {
    word.as_encoded_bytes().starts_with(b"-")
}

/// The flag that a word stands for, given with its hyphens.
fn flag_of<'c>(command: &'c Command, word: &str) -> Option<&'c Arg> {
    command.get_arguments().find(|argument| match word.strip_prefix("--") {
        Some(name) => {
            let aliases = argument.get_aliases().unwrap_or_default();
            argument.get_long() == Some(name) || aliases.contains(&name)
        }
        None => word
            .strip_prefix('-')
            .is_some_and(|name| argument.get_short().is_some_and(|short| name.chars().eq([short]))),
    })
}

/// The option that a word stands for, and whether its value is the next word. In combined short options, such as
/// `-vo json` and `-ojson`, the first one that takes a value counts.
fn option<'c>(options: &'c Command, word: &str) -> Option<(&'c Arg, bool)> {
    let takes_value = |option: &Arg| option.get_action().takes_values();
    let (flag, value) = parts(word);
    if let Some(option) = flag_of(options, flag) {
        return Some((option, value.is_none() && takes_value(option)));
    }
    let mut first = None;
    let mut letters = word.strip_prefix('-')?.chars();
    while let Some(letter) = letters.next() {
        let option = options.get_arguments().find(|option| option.get_short() == Some(letter))?;
        if takes_value(option) {
            return Some((option, letters.as_str().is_empty()));
        }
        first = first.or(Some((option, false)));
    }
    first
}

#[cfg(test)]
mod tests;
