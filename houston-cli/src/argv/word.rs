//! Words of the command line.

use std::collections::VecDeque;
use std::ffi::OsString;

use clap::{Arg, Command};

/// A word, or an option of the program.
#[derive(Clone, Debug)]
pub(super) enum Word {
    Other(OsString),
    Option {
        name: String,
        word: OsString,
        /// The words behind it that are its values.
        values: Vec<OsString>,
        /// Whether a value is missing.
        lacks: bool,
    },
}

impl Word {
    /// The words as they were given.
    pub(super) fn words(self) -> impl Iterator<Item = OsString> {
        let (word, values) = match self {
            Word::Other(word) => (word, Vec::new()),
            Word::Option { word, values, .. } => (word, values),
        };
        [word].into_iter().chain(values)
    }

    pub(super) fn is_help(&self) -> bool {
        matches!(self, Word::Option { name, .. } if name == "help")
    }
}

/// The path of a dotted flag.
pub(crate) fn dotted(flag: &str) -> Option<&str> {
    flag.strip_prefix("--").filter(|path| path.contains('.'))
}

/// Splits a word at its first `=`.
pub(crate) fn parts(word: &str) -> (&str, Option<&str>) {
    word.split_once('=').map_or((word, None), |(flag, value)| (flag, Some(value)))
}

/// The next word, if it is not an option of the program and fits.
pub(super) fn next_if(
    words: &mut VecDeque<Word>,
    fits: impl FnOnce(&OsString) -> bool,
) -> Option<OsString> {
    match words.pop_front()? {
        Word::Other(word) if fits(&word) => Some(word),
        other => {
            words.push_front(other);
            None
        }
    }
}

pub(super) fn is_dashed(word: &OsString) -> bool {
    word.as_encoded_bytes().starts_with(b"-")
}

/// The flag that a word stands for, given with its hyphens.
pub(crate) fn flag_of<'c>(command: &'c Command, word: &str) -> Option<&'c Arg> {
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

/// The option that a word stands for, and how many of the next words are its values. In combined short options, such as
/// `-vo json` and `-ojson`, the first one that takes a value counts.
pub(crate) fn option<'c>(options: &'c Command, word: &str) -> Option<(&'c Arg, usize)> {
    let takes_value = |option: &Arg| option.get_action().takes_values();
    let (flag, value) = parts(word);
    if let Some(option) = flag_of(options, flag) {
        let values = option.get_num_args().map_or(1, |number| number.max_values());
        return Some((option, if value.is_none() && takes_value(option) { values } else { 0 }));
    }
    let mut first = None;
    let mut letters = word.strip_prefix('-')?.chars();
    while let Some(letter) = letters.next() {
        let option = options.get_arguments().find(|option| option.get_short() == Some(letter))?;
        if takes_value(option) {
            return Some((option, usize::from(letters.as_str().is_empty())));
        }
        first = first.or(Some((option, 0)));
    }
    first
}
