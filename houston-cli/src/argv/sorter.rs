//! Sorts the words behind an operation's name.

use std::collections::VecDeque;
use std::ffi::OsString;

use clap::Command;
use houston_client::schema::{Operation, Schema};

use super::word::{Word, flag_of, is_dashed, next_if, parts};
use crate::arguments::{self, Problem};
use crate::schema::{live, names, repeats, versions};
use crate::terminal::suggest::{closest, one_of};
use crate::terminal::text::{plain, short};

/// The sorted words of an operation.
#[derive(Debug, Default)]
pub(super) struct Sorted {
    /// The words for clap: declared flags with their values, and words that cannot be flags.
    pub(super) declared: Vec<OsString>,
    pub(super) dotted: Vec<(String, String)>,
    pub(super) problems: Vec<Problem>,
}

pub(super) struct Sorter<'c> {
    pub(super) schema: &'c Schema,
    pub(super) command: &'c Command,
    pub(super) operation: &'c Operation,
    pub(super) sorted: Sorted,
}

impl Sorter<'_> {
    pub(super) fn word(&mut self, word: OsString, words: &mut VecDeque<Word>) {
        let text = word.to_str().unwrap_or_default();
        let (flag, value) = parts(text);
        let name = flag.strip_prefix("--").unwrap_or_default();
        if arguments::is_ours(self.operation, name) && names::is_argument(self.operation, name) {
            let problem = arguments::ambiguous(self.operation, name);
            self.sorted.problems.push(problem);
        } else if let Some(found) = flag_of(self.command, flag) {
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
            let of = plain(&self.operation.name);
            match repeats::why_not(self.operation, flag) {
                Some(why) => self.problem(flag, format_args!("{of} does not have it: {why}")),
                None => {
                    let meant = live::meant(self.schema, self.operation, flag)
                        .or_else(|| versions::argument_hint(self.operation, name))
                        .unwrap_or_else(|| self.meant(flag));
                    let what = format_args!("{of} has no such flag{meant}");
                    self.sorted.problems.push(Problem::at(short(flag), what).unknown());
                }
            }
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

    pub(super) fn no_value(&mut self, flag: &str, words: &VecDeque<Word>) {
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
        let mut names: Vec<String> = closest(flag, known).into_iter().map(str::to_owned).collect();
        if names.is_empty() {
            let name = flag.trim_start_matches('-');
            names = names::below(self.schema, &self.operation.arguments, name);
        }
        one_of(&names.iter().map(|name| format!("--{}", plain(name))).collect::<Vec<_>>())
    }

    fn problem(&mut self, flag: &str, what: impl std::fmt::Display) {
        self.sorted.problems.push(Problem::at(short(flag), what));
    }
}

/// The path of a dotted flag.
fn dotted(flag: &str) -> Option<&str> {
    flag.strip_prefix("--").filter(|path| path.contains('.'))
}
